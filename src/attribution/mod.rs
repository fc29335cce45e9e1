//! Which words are said, by which mention, by which rule.

mod clause;
mod level;
mod loose;
mod rules;
mod shape;
mod slots;

use std::ops::Range;

use regex::Captures;

use crate::lexicon::{Class, Lexicon, Takes};
use crate::mention::{InnerName, Mention, MentionKind};
use crate::quotation::Passage;
use crate::segment::Sentence;
use crate::span::Span;
use crate::token::{Kind, Token};

use rules::Compiled;
pub use rules::Rule;
use shape::{Shape, What};

/// What the earlier stages know of the article.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Article<'a> {
    pub(crate) text: &'a str,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) tokens: &'a [Token],
    pub(crate) passages: &'a [Passage],
    pub(crate) sentences: &'a [Sentence],
    pub(crate) mentions: &'a [Mention],
    pub(crate) inner_names: &'a [InnerName],
}

/// A quote whose speaker is not resolved yet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Attributed {
    pub(crate) rule: Rule,
    /// The sentence of the cue.
    pub(crate) sentence: usize,
    /// What is said, in text order.
    pub(crate) content: Vec<Piece>,
    /// The words quoted from inside a clause, without the clause.
    pub(crate) fragment: bool,
    pub(crate) cue: Option<Range<usize>>,
    /// The mentions that name the speaker: several where they are joined by *and*.
    pub(crate) who: Option<Range<usize>>,
    /// The words that name the speaker here.
    pub(crate) mention: Option<Range<usize>>,
    /// Whether the mention stands at another attribution and is only understood here.
    pub(crate) understood: bool,
    pub(crate) addressee: Option<Range<usize>>,
    pub(crate) medium: Option<Range<usize>>,
    pub(crate) time: Option<Range<usize>>,
    pub(crate) negated: bool,
}

/// A part of a quote's content.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    /// A whole passage, by index.
    Passage(usize),
    /// Tokens of the article's own sentence, with the passages among them.
    Clause(Range<usize>),
}

/// The compiled rules.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    rows: Vec<Compiled>,
}

impl Rules {
    /// Compiles the table.
    pub(crate) fn new() -> Self {
        Self { rows: rules::compile() }
    }

    /// All quotes of the article, in text order of their content.
    pub(crate) fn attribute(&self, article: &Article<'_>) -> Vec<Attributed> {
        let mut found = Vec::new();
        let mut taken = vec![Taken::No; article.passages.len()];
        let mut shape = Shape::default();
        for (number, sentence) in article.sentences.iter().enumerate() {
            if may_attribute(article, sentence) {
                let led = leads_over(article, number).then(|| joined(sentence, &article.sentences[number + 1]));
                shape.read(article, led.as_ref().unwrap_or(sentence));
                let first = found.len();
                self.attribute_sentence(article, number, &shape, &mut taken, &mut found);
                clause::part(article, &mut found[first..]);
            }
        }
        loose::attribute(article, &mut found);
        found.retain(|quote: &Attributed| !quote.content.is_empty());
        found.sort_by_key(|quote| article.start(&quote.content[0]));
        // Of two cues for the very same words, the nearer one counts: `told them, saying that …`.
        found.dedup_by(|later, earlier| {
            let same = later.content == earlier.content;
            if same {
                std::mem::swap(later, earlier);
            }
            same
        });
        level::level(article, &mut found);
        found
    }

    fn attribute_sentence(
        &self,
        article: &Article<'_>,
        number: usize,
        shape: &Shape,
        taken: &mut [Taken],
        found: &mut Vec<Attributed>,
    ) {
        let first = found.len();
        let mut done = None;
        let cues = (0..shape.elements.len())
            .filter(|&at| matches!(shape.letter(at), b'C' | b'c' | b'B' | b'A' | b'E' | b'K' | b'k'));
        for cue in cues.take(MOST_CUES) {
            if done.is_some_and(|done| cue <= done) {
                continue;
            }
            // `declined to say` is one cue, `promised to continue the work` another.
            let cues = infinitive_after(shape, cue).into_iter().chain([cue]);
            for cue in cues {
                if let Some(quote) = self.quote_at(article, number, shape, cue, taken, &found[first..]) {
                    done = Some(cue);
                    found.push(quote);
                    break;
                }
            }
        }
    }

    /// The quote of the first rule that fits the cue and leaves other quotes their passages.
    fn quote_at(
        &self,
        article: &Article<'_>,
        number: usize,
        shape: &Shape,
        cue: usize,
        taken: &mut [Taken],
        before: &[Attributed],
    ) -> Option<Attributed> {
        let takes = shape.cue(cue).map_or(Takes::NONE, |form| article.lexicon.cue(form).takes);
        let site = Site { article, shape, number, cue };
        let earlier = before.last();
        let rows =
            self.rows.iter().filter(|row| row.cue.as_bytes().contains(&shape.letter(cue)) && takes.has(row.takes));
        let quote = rows.filter_map(|row| site.matched(row, earlier)).find(|quote| is_free(article, quote, taken))?;
        for piece in &quote.content {
            let by = if matches!(piece, Piece::Passage(_)) { Taken::Whole } else { Taken::InClause };
            taken[article.passages_of(piece)].fill(by);
        }
        Some(quote)
    }
}

/// How many cues of one sentence are looked at, so that the time stays linear.
const MOST_CUES: usize = 24;

/// Whether a passage belongs to a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    No,
    /// As a part of a clause; a quote inside the clause may still have it.
    InClause,
    Whole,
}

/// The infinitive to which a cue only leads: `declined to say`, `went on to add`.
fn infinitive_after(shape: &Shape, cue: usize) -> Option<usize> {
    let rest = &shape.letters[cue + 1..];
    let adverbs = rest.len() - rest.trim_start_matches('R').len();
    (shape.letter(cue) == b'C' && rest[adverbs..].starts_with("xB")).then_some(cue + adverbs + 2)
}

/// Whether no passage of the quote belongs to another already.
fn is_free(article: &Article<'_>, quote: &Attributed, taken: &[Taken]) -> bool {
    let beside = quote.understood || quote.is_plain_speech(article);
    quote.content.iter().all(|piece| match piece {
        Piece::Passage(passage) => taken[*passage] == Taken::No || (taken[*passage] == Taken::InClause && beside),
        Piece::Clause(_) => true,
    })
}

/// Whether the sentence holds a cue.
fn may_attribute(article: &Article<'_>, sentence: &Sentence) -> bool {
    article.own_tokens(sentence).any(|at| {
        let token = &article.tokens[at];
        token.word.cue().is_some()
            || token.is(Class::NOUN_CUE)
            || token.span.of(article.text).eq_ignore_ascii_case("according")
    })
}

/// Whether the sentence ends in a colon, and the next is nothing but a quotation: `Ann Lee said: ¶ “We are ready.”`
fn leads_over(article: &Article<'_>, number: usize) -> bool {
    let colon = article.sentences[number].tokens.end.checked_sub(1).is_some_and(|at| article.tokens[at].sign(b':'));
    let next = article.sentences.get(number + 1).filter(|next| colon && !next.passages.is_empty());
    next.is_some_and(|next| article.own_tokens(next).all(|at| !article.tokens[at].wordlike()))
}

fn joined(sentence: &Sentence, next: &Sentence) -> Sentence {
    Sentence {
        tokens: sentence.tokens.start..next.tokens.end,
        paragraph: sentence.paragraph,
        passages: sentence.passages.start..next.passages.end,
    }
}

impl Attributed {
    /// Whether a name or a noun speaks in one finite verb: `Ann Lee called it`, but not `he would call it`.
    fn is_plain_speech(&self, article: &Article<'_>) -> bool {
        let named = self.who.as_ref().is_some_and(|who| article.mentions[who.start].kind != MentionKind::Pronoun);
        named && self.cue.as_ref().is_some_and(|cue| cue.len() == 1)
    }
}

impl Article<'_> {
    /// Each sentence with its shape.
    pub(crate) fn shapes(&self) -> impl Iterator<Item = (Span, String)> + '_ {
        self.sentences.iter().map(|sentence| {
            let mut shape = Shape::default();
            shape.read(self, sentence);
            let (first, last) = (sentence.tokens.start, sentence.tokens.end - 1);
            (Span::new(self.tokens[first].span.start, self.tokens[last].span.end), shape.letters)
        })
    }

    /// Where the piece starts in the text, in bytes.
    pub(crate) fn start(&self, piece: &Piece) -> usize {
        match piece {
            Piece::Passage(passage) => self.passages[*passage].content.start,
            Piece::Clause(tokens) => self.tokens[tokens.start].span.start,
        }
    }

    /// The piece in the text.
    fn span(&self, piece: &Piece) -> Span {
        match piece {
            Piece::Passage(passage) => self.passages[*passage].content,
            Piece::Clause(tokens) => {
                Span::new(self.tokens[tokens.start].span.start, self.tokens[tokens.end - 1].span.end)
            }
        }
    }

    /// The tokens of a sentence outside of its passages.
    pub(crate) fn own_tokens(&self, sentence: &Sentence) -> impl Iterator<Item = usize> + '_ {
        let (mut at, end) = (sentence.tokens.start, sentence.tokens.end);
        let mut passages = self.passages[sentence.passages.clone()].iter().peekable();
        std::iter::from_fn(move || {
            while let Some(passage) = passages.next_if(|passage| passage.tokens.start == at) {
                at = passage.tokens.end;
            }
            let own = at;
            at += 1;
            (own < end).then_some(own)
        })
    }

    /// From the first token to the last of the mentions.
    pub(crate) fn mention_tokens(&self, mentions: Range<usize>) -> Range<usize> {
        self.mentions[mentions.start].tokens.start..self.mentions[mentions.end - 1].tokens.end
    }

    /// The passages that the piece is or holds.
    pub(crate) fn passages_of(&self, piece: &Piece) -> Range<usize> {
        match piece {
            Piece::Passage(passage) => *passage..*passage + 1,
            Piece::Clause(tokens) => {
                let first = self.passages.partition_point(|passage| passage.tokens.start < tokens.start);
                first..self.passages.partition_point(|passage| passage.tokens.start < tokens.end)
            }
        }
    }
}

/// A cue in the shape of its sentence.
struct Site<'a> {
    article: &'a Article<'a>,
    shape: &'a Shape,
    number: usize,
    cue: usize,
}

impl Site<'_> {
    /// The quote that the rule finds around the cue. `earlier` is the attribution before in the sentence.
    fn matched(&self, row: &Compiled, earlier: Option<&Attributed>) -> Option<Attributed> {
        let (before, after) = (&self.shape.letters[..self.cue], &self.shape.letters[self.cue + 1..]);
        let right = row.right.captures(after)?;
        let left = row.left.captures(before)?;
        let group = |name: &str| self.group(&left, &right, name);
        let own = group("named").or_else(|| group("who"));
        if self.is_mere_name(row, group("fragment")) {
            return None;
        }
        let (possessor, letter) = (self.possessor(), self.shape.letter(self.cue));
        let understood = own.is_none() && letter != b'E' && possessor.is_none();
        let who = match own {
            Some(elements) => Some(self.mentions(elements)?),
            None if letter == b'E' => None,
            None if possessor.is_some() => self.possessor_mention(),
            None if letter == b'K' && !self.is_object_noun() => return None,
            None => Some(self.understood(earlier)?),
        };
        let content = self.content(&group)?;
        if group("after").is_some() && group("to").is_some_and(|to| self.is_subject_of_passage(&to)) {
            return None;
        }
        let slots = slots::after(self.article, self.shape, self.cue, &content);
        let mention = match (group("named"), &who) {
            (Some(named), Some(_)) => {
                Some(self.shape.tokens(self.described(named.clone()).unwrap_or(named.start)..named.end))
            }
            _ if possessor.is_some() => possessor,
            (_, Some(who)) => Some(self.article.mention_tokens(who.clone())),
            _ => None,
        };
        let addressee = group("to").map(|elements| self.shape.tokens(elements));
        let fragment = group("fragment").is_some();
        Some(Attributed {
            rule: row.rule,
            sentence: self.number,
            content,
            fragment,
            cue: Some(self.cue_tokens(group("with").is_some())),
            who,
            mention,
            understood,
            addressee,
            medium: slots.medium,
            time: slots.time,
            negated: self.is_negated(),
        })
    }

    /// Whether what could be the person spoken to rather begins the clause: `said the group “must leave”`, not `told the
    /// group “we must leave”`.
    fn is_subject_of_passage(&self, to: &Range<usize>) -> bool {
        let cue = self.shape.cue(self.cue);
        let addresses = cue.is_some_and(|form| self.article.lexicon.cue(form).takes.has(Takes::ADDRESSEE));
        let led = to.start.checked_sub(1).is_some_and(|at| self.shape.letter(at) == b'x');
        let parted = matches!(self.shape.letters.as_bytes().get(to.end), Some(b':' | b','));
        !addresses && !led && !parted
    }

    /// The words that own a noun of speech: `her` of `her claim`, `Ann Lee` of `Ann Lee’s latest claim`.
    fn possessor(&self) -> Option<Range<usize>> {
        let mention = self.noun_of_speech()?;
        let tokens = &self.article.tokens;
        let clitic = mention.tokens.clone().rev().find(|&at| tokens[at].kind == Kind::Clitic);
        let pronoun = tokens[mention.tokens.start].is(Class::POSSESSIVE);
        match clitic {
            Some(clitic) => Some(mention.tokens.start..clitic).filter(|owner| !owner.is_empty()),
            None => pronoun.then_some(mention.tokens.start..mention.tokens.start + 1),
        }
    }

    /// The noun of speech as the mention that speaks, where a name owns it; a pronoun is left open.
    fn possessor_mention(&self) -> Option<Range<usize>> {
        let What::Mention(mention) = self.shape.elements[self.cue].what else { return None };
        let owned =
            self.article.mentions[mention].tokens.clone().any(|at| self.article.tokens[at].kind == Kind::Clitic);
        owned.then_some(mention..mention + 1)
    }

    fn noun_of_speech(&self) -> Option<&Mention> {
        match self.shape.elements[self.cue].what {
            What::Mention(mention) => Some(&self.article.mentions[mention]),
            _ => None,
        }
    }

    /// Whether the conjunction is `whether` or `if`, a part of the question, and not `that`.
    fn asks_whether(&self, element: usize) -> bool {
        let token = &self.article.tokens[self.shape.elements[element].tokens.start];
        !token.span.of(self.article.text).eq_ignore_ascii_case("that")
    }

    /// Whether the passage is a name that something has: `a group called “Forward”`, but not `called it “a disgrace”`.
    fn is_mere_name(&self, row: &Compiled, fragment: Option<Range<usize>>) -> bool {
        let adjacent = fragment.is_some_and(|fragment| fragment.start == self.cue + 1);
        let names =
            self.shape.cue(self.cue).is_some_and(|form| self.article.lexicon.cue(form).takes.has(Takes::OBJECT));
        adjacent && names && row.rule != Rule::WhatNameCueFragment
    }

    /// Whether the noun of speech is the object of a verb, whose subject then speaks: `repeated the claim that …`.
    fn is_object_noun(&self) -> bool {
        self.cue > 0 && matches!(self.shape.letter(self.cue - 1), b'v' | b'C' | b'c' | b'V')
    }

    /// Whether the noun of speech is the subject of its sentence: `The claim that …`.
    fn is_subject_noun(&self) -> bool {
        !self.shape.letters[..self.cue].contains(['v', 'C', 'V'])
    }

    /// The elements of a named group, on either side of the cue.
    fn group(&self, left: &Captures<'_>, right: &Captures<'_>, name: &str) -> Option<Range<usize>> {
        let on_left = left.name(name).map(|found| found.range());
        let on_right = || right.name(name).map(|found| found.start() + self.cue + 1..found.end() + self.cue + 1);
        on_left.or_else(on_right).filter(|elements| !elements.is_empty())
    }

    /// The mentions among the elements.
    fn mentions(&self, elements: Range<usize>) -> Option<Range<usize>> {
        let mut mentions = self.shape.elements[elements].iter().filter_map(|element| match element.what {
            What::Mention(mention) => Some(mention),
            _ => None,
        });
        let first = mentions.next()?;
        Some(first..mentions.next_back().unwrap_or(first) + 1)
    }

    /// Where the description starts that stands before a name: `The coach, Bertil Holm,`, but not `In the interview, Holm`.
    fn described(&self, named: Range<usize>) -> Option<usize> {
        let letters = self.shape.letters.as_bytes();
        let start = named.start.checked_sub(2).filter(|&at| letters[at] == b'G')?;
        let opens = start == 0 || matches!(letters[start - 1], b',' | b'&' | b'b' | b't' | b'T' | b'R' | b'-');
        opens.then_some(start)
    }

    /// Whom a cue without a subject of its own goes with: the word right before a participle (`with Ann Lee saying`), the
    /// nearest subject since the attribution before in the sentence, else the speaker of that attribution.
    fn understood(&self, earlier: Option<&Attributed>) -> Option<Range<usize>> {
        let before = self.shape.letters[..self.cue].trim_end_matches('R').len();
        let participle = self.shape.letter(self.cue) == b'c';
        let adjacent = before.checked_sub(1).filter(|&at| participle && self.may_be_subject(at));
        if let Some(at) = adjacent.filter(|&at| self.is_own_subject(at)) {
            return self.mentions(at..at + 1);
        }
        let Some(earlier) = earlier else { return self.nearest_subject(0) };
        let said = earlier
            .content
            .iter()
            .chain(earlier.cue.clone().map(Piece::Clause).iter())
            .map(|piece| match piece {
                Piece::Passage(passage) => self.article.passages[*passage].tokens.end,
                Piece::Clause(tokens) => tokens.end,
            })
            .max()?;
        let since = self.shape.elements.partition_point(|element| element.tokens.start < said);
        self.main_subject(since).or_else(|| earlier.who.clone())
    }

    /// Whether the mention right before a participle is its subject, and no object: not `issued a statement saying`.
    fn is_own_subject(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        match self.shape.letter(before) {
            b'C' | b'c' | b'v' | b'o' | b'x' | b'g' => false,
            b'i' => self.article.tokens[self.shape.elements[before].tokens.start]
                .span
                .of(self.article.text)
                .eq_ignore_ascii_case("with"),
            _ => true,
        }
    }

    fn may_be_subject(&self, at: usize) -> bool {
        matches!(self.shape.letter(at), b'N' | b'G' | b'P')
    }

    /// The nearest mention before the cue that has a verb, else the first that no preposition governs.
    fn nearest_subject(&self, since: usize) -> Option<Range<usize>> {
        let embedded = || (since..self.cue).rev().filter(|&at| self.is_subject(at)).find(|&at| self.has_verb(at));
        let first = || (since..self.cue).find(|&at| self.is_subject(at));
        self.main_subject(since).or_else(|| {
            let found = embedded().or_else(first)?;
            self.mentions(found..found + 1)
        })
    }

    /// The nearest mention that has a verb and is in no dependent clause: not `she` of `Lee said that she left, adding`.
    fn main_subject(&self, since: usize) -> Option<Range<usize>> {
        let letters = self.shape.letters.as_bytes();
        let dependent = |at: usize| {
            let before = self.shape.letters[..at].trim_end_matches(['R', 'T']).len();
            before > 0 && matches!(letters[before - 1], b't' | b'W' | b'h' | b'b' | b'a')
        };
        let mut subjects = (since..self.cue).rev().filter(|&at| self.is_subject(at) && self.has_verb(at));
        let found = subjects.find(|&at| !dependent(at))?;
        self.mentions(found..found + 1)
    }

    fn is_subject(&self, at: usize) -> bool {
        let governed = at > 0 && matches!(self.shape.letter(at - 1), b'i' | b'o' | b'x' | b'A' | b'C' | b'v');
        self.may_be_subject(at) && !governed
    }

    fn has_verb(&self, at: usize) -> bool {
        matches!(self.shape.letter(at + 1), b'V' | b'v' | b'C' | b'R' | b'E')
    }

    /// The cue with the verbs before it: `has denied`, `did not say`, `never said`, `declined to say`, `was quoted as saying`.
    fn cue_tokens(&self, with_preposition: bool) -> Range<usize> {
        if let Some(noun) = self.noun_of_speech() {
            return noun.head..noun.head + 1;
        }
        if self.shape.letter(self.cue) == b'k' {
            let noun = self.shape.elements[self.cue].tokens.end;
            return noun - 1..noun;
        }
        let letters = &self.shape.letters.as_bytes()[..self.cue];
        let verb_group =
            letters.iter().rev().take_while(|letter| matches!(letter, b'V' | b'R' | b'x' | b'E' | b'a')).count();
        let mut start = self.cue - verb_group;
        let infinitive = letters[start..].contains(&b'x');
        if infinitive && start > 0 && matches!(letters[start - 1], b'C' | b'v' | b'N') {
            start -= 1 + letters[..start - 1]
                .iter()
                .rev()
                .take_while(|letter| matches!(letter, b'x' | b'i' | b'C' | b'v'))
                .count();
        }
        let first =
            (start..self.cue).find(|&at| matches!(letters[at], b'V' | b'E' | b'C' | b'v') || self.is_negation(at));
        self.shape.tokens(first.unwrap_or(self.cue)..self.cue + 1 + usize::from(with_preposition))
    }

    fn is_negation(&self, element: usize) -> bool {
        self.shape.elements[element].tokens.clone().any(|at| self.article.tokens[at].is(Class::NEGATION))
    }

    fn is_negated(&self) -> bool {
        self.article.tokens[self.cue_tokens(false)].iter().any(|token| {
            token.is(Class::NEGATION) || token.word.cue().is_some_and(|form| self.article.lexicon.cue(form).negative)
        })
    }

    fn content(&self, group: &impl Fn(&str) -> Option<Range<usize>>) -> Option<Vec<Piece>> {
        let mut content = Vec::new();
        if let Some(elements) = group("quote") {
            content.extend(clause::quoted_before(self.article, self.shape, elements)?);
        }
        if let (Some(before), Some(resumed)) = (group("before"), group("resumed")) {
            return clause::around(self.article, self.shape, before, resumed);
        }
        if let Some(elements) = group("before") {
            let behind = group("rest").filter(|_| clause::is_adverbial(self.shape, elements.clone()));
            if let Some(content) = behind.and_then(|rest| clause::behind(self.article, self.shape, rest)) {
                return Some(content);
            }
            let rest = group("rest").and_then(|rest| clause::resumed(self.article, self.shape, rest));
            content.extend(clause::before(self.article, self.shape, elements, rest.is_some())?);
        }
        if let Some(elements) = group("more").or_else(|| group("fragment")) {
            content.extend(clause::passages(self.shape, elements));
        }
        if let Some(elements) = group("after") {
            content.extend(clause::quoted_after(self.article, self.shape, elements));
        }
        if let Some(mut elements) = group("clause").or_else(|| group("infinitive")) {
            if group("that").is_some_and(|conjunction| self.asks_whether(conjunction.start)) {
                elements.start -= 1;
            }
            if matches!(self.shape.letter(self.cue), b'K' | b'k') && self.is_subject_noun() {
                elements.end = clause::subject_end(self.shape, &elements);
            }
            content.extend(clause::after(self.article, self.shape, elements)?);
        }
        if let Some(elements) = group("rest") {
            content.extend(clause::resumed(self.article, self.shape, elements));
        }
        (!content.is_empty()).then_some(content)
    }
}

/// Whether the mention may be a speaker by itself.
fn may_speak(mention: &Mention) -> bool {
    matches!(mention.kind, MentionKind::Name(_) | MentionKind::Nominal | MentionKind::Pronoun)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> Vec<String> {
        crate::Extractor::built_in().explain(text).sentences.into_iter().map(|sentence| sentence.shape).collect()
    }

    #[test]
    fn every_row_takes_its_example() {
        for row in rules::ROWS {
            let extraction = crate::extract(row.example);
            let rules: Vec<Rule> = extraction.quotes.iter().map(|quote| quote.attribution.rule).collect();
            assert!(
                rules.contains(&row.rule),
                "{:?} leaves its example {:?}: {:?} {rules:?}",
                row.rule,
                row.example,
                shapes(row.example)
            );
        }
    }

    #[test]
    fn shapes_of_sentences() {
        assert_eq!(shapes("“We are ready,” Mayor Ann Lee told reporters on Monday."), ["QNCGT."]);
        assert_eq!(shapes("A think tank said Wednesday that they had gone."), ["GCTtPVw."]);
    }
}
