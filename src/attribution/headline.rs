//! Headlines that name their source beside a colon or a dash: `Police: Driver was drunk`, `Half of all bees gone – study`.

use std::ops::Range;

use super::{Article, Attributed, Piece, Rule};
use crate::lexicon::Class;
use crate::mention::{Mention, MentionKind, Name, NameKind};
use crate::token::{Case, Kind, Token};

/// Adds the quotes of headlines in which no other rule has found any.
pub(super) fn attribute(article: &Article<'_>, found: &mut Vec<Attributed>) {
    let near = article.sentences.iter().take_while(|sentence| sentence.paragraph < FIRST_PARAGRAPHS);
    for number in 0..near.count() {
        // Asked last: a paragraph may be of any length, and few sentences are headlines.
        let told = || found.iter().any(|quote| quote.sentence == number);
        let headline = Headline::of(article, number).filter(|_| !told());
        found.extend(headline.and_then(|headline| headline.led().or_else(|| headline.ended())));
    }
}

/// A sentence in a paragraph of its own at the top, without a full stop; the first paragraph may have one.
struct Headline<'a> {
    article: &'a Article<'a>,
    number: usize,
    tokens: Range<usize>,
}

impl<'a> Headline<'a> {
    fn of(article: &'a Article<'a>, number: usize) -> Option<Self> {
        let sentence = &article.sentences[number];
        let stop = article.tokens[sentence.tokens.end - 1].sign(b'.');
        let tokens = sentence.tokens.start..sentence.tokens.end - usize::from(stop);
        let short = tokens.len() <= LONGEST;
        (short && article.is_paragraph(number) && (!stop || number == 0)).then_some(Self { article, number, tokens })
    }

    /// `Lee: Club ‘is lost’`, `Police: Driver was drunk`
    fn led(&self) -> Option<Attributed> {
        let first = self.article.mentions.partition_point(|mention| mention.tokens.start < self.tokens.start);
        let source = self.article.mentions.get(first).filter(|mention| mention.tokens.start == self.tokens.start)?;
        let colon = source.tokens.end;
        let said = colon + 1..self.tokens.end;
        if said.is_empty() || !self.article.tokens[colon].sign(b':') {
            return None;
        }
        let marked = !self.article.sentences[self.number].passages.is_empty();
        let speaks = self.is_source(source) || marked && is_body(source);
        (speaks && self.is_statement(&said, marked)).then(|| self.quote(Rule::HeadlineOfSource, said, first))
    }

    /// `Half of all bees gone – study`, `‘We will not go’, club lost: Lee`
    fn ended(&self) -> Option<Attributed> {
        let end = self.tokens.end;
        let last = self.article.mentions.partition_point(|mention| mention.tokens.end < end);
        let source = self.article.mentions.get(last).filter(|mention| mention.tokens.end == end)?;
        let sign = source.tokens.start.checked_sub(1).filter(|&at| at > self.tokens.start)?;
        let said = self.tokens.start..sign;
        let colon = self.article.tokens[sign].sign(b':');
        let dash = self.article.tokens[sign].kind == Kind::Dash || self.article.tokens[sign].sign(b'-');
        let noun = source.kind == MentionKind::Nominal;
        let speaks = self.is_source(source) && (colon || dash && noun);
        (speaks && self.is_statement(&said, noun)).then(|| self.quote(Rule::HeadlineBySource, said, last))
    }

    /// Whether it stands for somebody or for a text, whatever is written about them: a person, `police`, `study`, without
    /// an article, but no town and no club, which headlines have for a topic, and no label such as `NOTE`.
    fn is_source(&self, mention: &Mention) -> bool {
        if let Some(name) = mention.name() {
            return name.kind == NameKind::Person || name.kind == NameKind::Unknown && self.recurs(name);
        }
        let determined = self.article.tokens[mention.tokens.start].is(Class::DETERMINER);
        let label = self.article.tokens[mention.head].case == Case::Upper;
        let noun = mention.kind == MentionKind::Nominal && mention.head_is(self.article.tokens, SOURCES);
        noun && !determined && !label
    }

    /// Whether further below somebody has this name, with another or a title before it: `Lee` of `Ann Lee` and `Mr. Lee`.
    fn recurs(&self, name: &Name) -> bool {
        let last = |name: &Name| self.article.tokens[name.core.end - 1].span().of(self.article.text);
        let mut names = self.article.mentions.iter().filter_map(Mention::name);
        names.any(|other| other.kind == NameKind::Person && last(other) == last(name))
    }

    /// Whether the words say something: they begin like a sentence and hold a verb, if nothing else marks them.
    fn is_statement(&self, said: &Range<usize>, marked: bool) -> bool {
        let tokens = &self.article.tokens[said.clone()];
        let mut words = tokens.iter().filter(|token| token.wordlike());
        let begins = words.next().is_some_and(|first| first.capital() || first.kind == Kind::Number);
        let verb = |token: &Token| token.is(Class::VERB | Class::AUXILIARY) || token.word.cue().is_some();
        begins && words.count() + 1 >= FEWEST && (marked || tokens.iter().any(verb))
    }

    fn quote(&self, rule: Rule, said: Range<usize>, source: usize) -> Attributed {
        let passages = self.article.sentences[self.number].passages.clone();
        let whole = passages.clone().find(|&passage| self.article.passages[passage].tokens == said);
        let content = whole.map_or(Piece::Clause(said), Piece::Passage);
        Attributed {
            who: Some(source..source + 1),
            mention: Some(self.article.mentions[source].tokens.clone()),
            ..Attributed::new(rule, self.number, vec![content])
        }
    }
}

/// A club or an agency, which is as often a topic as it is a source.
fn is_body(mention: &Mention) -> bool {
    mention.name().is_some_and(|name| name.kind == NameKind::Organization)
}

/// Nouns for somebody who speaks, or for a text that does.
const SOURCES: Class = Class::ROLE.union(Class::HUMAN).union(Class::GROUP).union(Class::DOCUMENT);

/// In how many paragraphs at the top a headline may stand.
const FIRST_PARAGRAPHS: usize = 3;

/// The most tokens of a headline, and the fewest words that say something.
const LONGEST: usize = 40;
const FEWEST: usize = 3;
