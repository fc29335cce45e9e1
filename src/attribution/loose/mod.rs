//! Passages that no cue attributes: those that go on with a quote, those that stand alone.

mod join;
mod turn;
mod who;

use std::ops::Range;

use super::{Article, Attributed, Piece, Rule, echo, may_speak};
use crate::lexicon::Class;
use crate::mention::MentionKind;
use crate::token::Kind;

/// Gives each passage that no quote has to the quote that it continues, or to a quote of its own.
pub(super) fn attribute(article: &Article<'_>, found: &mut Vec<Attributed>) {
    let alone = |sentence| article.own_tokens(sentence).all(|at| !article.tokens[at].wordlike());
    let alone = article.sentences.iter().map(alone).collect();
    let owner = vec![None; article.passages.len()];
    let mut loose = Loose { article, owner, sentences: sentences(article), alone, by_cue: found.len() };
    for (index, quote) in found.iter().enumerate() {
        for piece in &quote.content {
            for passage in article.passages_of(piece) {
                loose.owner[passage] = Some(index);
            }
        }
    }
    // `“A?” Lee laughed. “B.” ¶ “C,” said Ray.`: before Ray has B.
    let mut free = Vec::new();
    for number in 0..article.sentences.len() {
        free.clear();
        free.extend(loose.free(number));
        if !free.is_empty() {
            loose.before_verb(number, &free, found);
        }
    }
    loose.join_forward(found);
    loose.join_backward(found);
    let is_transcript = loose.is_transcript();
    for number in 0..article.sentences.len() {
        if is_transcript {
            loose.transcript(number, found);
        }
        free.clear();
        free.extend(loose.free(number));
        for find in FINDERS {
            if !loose.has_free(number) {
                break;
            }
            find(&mut loose, number, &free, found);
            free.retain(|&passage| loose.owner[passage].is_none());
        }
    }
}

/// The sentence of each passage; none where it stands in a dateline.
fn sentences(article: &Article<'_>) -> Vec<Option<u32>> {
    let mut of_passages = vec![None; article.passages.len()];
    for (sentence, number) in article.sentences.iter().zip(0..) {
        of_passages[sentence.passages.clone()].fill(Some(number));
    }
    of_passages
}

/// Looks at a sentence, and at those of its passages that are [free](Loose::free).
type Finder = fn(&mut Loose<'_>, usize, &[usize], &mut Vec<Attributed>);

/// What finds speakers for the passages of a sentence that no quote has yet, the surest first.
const FINDERS: [Finder; 6] = [
    |loose, number, free, found| loose.before_colon(number, free, found),
    |loose, number, free, found| loose.after_colon(number, free, found),
    |loose, number, free, found| loose.before_dash(number, free, found),
    |loose, number, _, found| loose.stand_alone(number, found),
    |loose, number, free, found| loose.only_name(number, free, found),
    |loose, number, free, found| loose.inside(number, free, found),
];

struct Loose<'a> {
    article: &'a Article<'a>,
    /// The quote that each passage belongs to.
    owner: Vec<Option<usize>>,
    /// The sentence in which each passage stands.
    sentences: Vec<Option<u32>>,
    /// For each sentence, whether it holds nothing but passages.
    alone: Vec<bool>,
    /// How many quotes have a cue; they stand first and in text order.
    by_cue: usize,
}

impl Loose<'_> {
    /// The sentence in which the passage stands.
    fn sentence(&self, passage: usize) -> Option<usize> {
        self.sentences[passage].map(|number| number as usize)
    }

    /// Whether its sentence holds nothing but passages.
    fn stands_alone(&self, passage: usize) -> bool {
        self.sentence(passage).is_some_and(|number| self.alone[number])
    }

    fn is_heading(&self, passage: usize) -> bool {
        self.sentence(passage).is_some_and(|sentence| echo::is_heading(self.article, sentence))
    }

    /// A sentence of passages only, spoken by whom the sentence before is about, or by the last speaker.
    fn stand_alone(&mut self, number: usize, found: &mut Vec<Attributed>) {
        let sentence = &self.article.sentences[number];
        for passage in sentence.passages.clone() {
            self.join(passage, found);
        }
        let mut free = sentence.passages.clone().filter(|&passage| self.owner[passage].is_none());
        let Some(first) = free.next() else { return };
        if !self.stands_alone(first) || self.words(first) < 3 || self.is_heading(first) {
            return;
        }
        let free: Vec<usize> = std::iter::once(first).chain(free).collect();
        let last = self.last_speaker(first, found);
        let led =
            self.sentence_before(number).or_else(|| if last.is_none() { self.paragraph_before(number) } else { None });
        let (rule, who, understood) = match (led, last) {
            // `“A,” Ann Lee said. She laughed. “B.”`: she is who spoke before.
            (Some(who), Some(last)) if self.is_pronoun(&who) || self.speaks_in(number - 1, found) => {
                (Rule::FreeStanding, last, true)
            }
            (Some(who), _) => (Rule::SentenceThenQuote, who, false),
            (None, Some(last)) => (Rule::FreeStanding, last, true),
            (None, None) => return,
        };
        self.give(&free, found.len());
        let quote = self.spoken(rule, number, &free, who);
        let mention = quote.mention.clone().filter(|_| !understood);
        found.push(Attributed { understood, mention, ..quote });
    }

    /// `Lee: “We are ready.”`, `Lee summed it up: “We are ready.”`: the passages after a colon, said by the subject before it.
    fn after_colon(&mut self, number: usize, free: &[usize], found: &mut Vec<Attributed>) {
        let Some(&first) = free.first() else { return };
        let Some(colon) = self.article.passages[first].tokens.start.checked_sub(1) else { return };
        if !self.article.tokens[colon].sign(b':') {
            return;
        }
        let sentence = self.article.sentence_of(colon);
        if self.alone[sentence] {
            return;
        }
        let start = self.article.sentences[sentence].tokens.start;
        let name = self.adjacent(colon).map(|who| self.with_others(who));
        let name = name.filter(|who| self.opens(self.article.mentions[who.start].tokens.start, start));
        if let Some(who) = name.or_else(|| self.subject_before(sentence, colon)) {
            self.give(free, found.len());
            found.push(self.spoken(Rule::NameColon, sentence, free, who));
            return;
        }
        // `And then, after a pause: “We are ready.”`
        let adverbial = !self.article.tokens[start..colon].iter().any(|token| token.is(Class::VERB | Class::AUXILIARY));
        if let Some(who) = self.last_speaker(first, found).filter(|_| adverbial && colon - start <= LEAD) {
            self.give(free, found.len());
            let quote = self.spoken(Rule::FreeStanding, number, free, who);
            found.push(Attributed { understood: true, mention: None, ..quote });
        }
    }

    /// `‘We are ready’: Ann Lee on the flood`, a headline: the passages before a colon, and a name or a human being behind it.
    fn before_colon(&mut self, number: usize, free: &[usize], found: &mut Vec<Attributed>) {
        let sentence = &self.article.sentences[number];
        let Some(&last) = free.last() else { return };
        let colon = self.article.passages[last].tokens.end;
        let ends = self.article.tokens[sentence.tokens.end - 1].terminal();
        let alone = self.article.passages[free[0]].tokens.start == sentence.tokens.start && free.len() == 1;
        if ends || !alone || !self.article.tokens.get(colon).is_some_and(|token| token.sign(b':')) {
            return;
        }
        let mention = self.article.mentions.partition_point(|mention| mention.tokens.start <= colon);
        let Some(who) = self.article.mentions.get(mention).filter(|mention| mention.tokens.start == colon + 1) else {
            return;
        };
        if who.tokens.end <= sentence.tokens.end && self.is_person(who) {
            self.give(free, found.len());
            found.push(self.spoken(Rule::QuoteColonName, number, free, mention..mention + 1));
        }
    }

    /// `“We are ready.” — Ann Lee`, the name in the same paragraph or in the next.
    fn before_dash(&mut self, number: usize, free: &[usize], found: &mut Vec<Attributed>) {
        let Some(&last) = free.last() else { return };
        let dash = self.article.passages[last].tokens.end;
        let is_dash = self.article.tokens.get(dash).is_some_and(|token| token.kind == Kind::Dash || token.sign(b'-'));
        if !is_dash || free.len() != self.article.sentences[number].passages.len() {
            return;
        }
        let mention = self.article.mentions.partition_point(|mention| mention.tokens.start <= dash);
        let named = self.article.mentions.get(mention).is_some_and(|mention| {
            mention.tokens.start == dash + 1 && matches!(mention.kind, MentionKind::Name(_)) && self.ends(mention)
        });
        if named {
            self.give(free, found.len());
            found.push(self.spoken(Rule::QuoteDashName, number, free, mention..mention + 1));
        }
    }

    /// `“We are ready,” Ann Lee laughed.`: a sentence that begins with the passage, whose comma or question leads over to a
    /// name and a verb, in either order.
    fn before_verb(&mut self, number: usize, free: &[usize], found: &mut Vec<Attributed>) {
        let sentence = &self.article.sentences[number];
        let Some(passage) = free.last().map(|&last| &self.article.passages[last]) else { return };
        let (first, end) = (self.article.passages[free[0]].tokens.start, passage.tokens.end);
        let leads =
            self.article.tokens[passage.tokens.clone()].iter().rev().find(|token| !matches!(token.kind, Kind::Mark(_)));
        let leads = leads.is_some_and(|last| [b',', b'?', b'!'].iter().any(|sign| last.sign(*sign)));
        if first != sentence.tokens.start || !leads || free.len() != sentence.passages.len() {
            return;
        }
        let mention = self.article.mentions.partition_point(|mention| mention.tokens.start < end);
        let Some(who) = self.article.mentions.get(mention).filter(|who| self.is_person(who)) else { return };
        let verb = if who.tokens.start == end { who.tokens.end } else { end };
        let adjacent = who.tokens.start == end || who.tokens.start == end + 1;
        if adjacent && verb < sentence.tokens.end && self.is_finite(verb) {
            self.give(free, found.len());
            let quote = self.spoken(Rule::QuoteNameVerb, number, free, mention..mention + 1);
            found.push(Attributed { cue: Some(verb..verb + 1), ..quote });
        }
    }

    /// `Instead, “we are ready.”`, `It is “a matter of time and money.”`: a passage in a sentence without a subject of its own,
    /// right after words of the last speaker.
    fn inside(&mut self, number: usize, free: &[usize], found: &mut Vec<Attributed>) {
        let free = self.longer(free);
        let Some(&first) = free.first() else { return };
        let start = self.article.sentences[number].tokens.start;
        let before = self.article.passages[first].tokens.start;
        let mention = self.article.mentions.partition_point(|mention| mention.tokens.start < start);
        let mut subjects = self.article.mentions[mention..].iter().take_while(|mention| mention.tokens.start < before);
        if self.stands_alone(first) || subjects.any(|mention| self.is_person(mention)) {
            return;
        }
        // `“A,” she said. “B,” as the ferry had sunk.`
        let direct = |last: usize| {
            self.owner[last].is_some_and(|owner| found[owner].content.last() == Some(&Piece::Passage(last)))
        };
        if before == start && first.checked_sub(1).is_some_and(direct) {
            self.append(first, found);
        }
        let free: Vec<usize> = free.into_iter().filter(|&passage| self.owner[passage].is_none()).collect();
        if free.is_empty() {
            return;
        }
        let near = |who: &Range<usize>| {
            let spoke = self.article.sentence_of(self.article.mentions[who.start].tokens.start);
            number.saturating_sub(spoke) <= NEAR_SENTENCES
        };
        let Some(who) = self.last_speaker(first, found).filter(near) else { return };
        self.give(&free, found.len());
        let quote = self.spoken(Rule::Inside, number, &free, who);
        let parted = before == start || self.article.tokens[before - 1].sign(b',');
        found.push(Attributed { understood: true, mention: None, fragment: !parted, ..quote });
    }

    /// Whether a passage of the sentence belongs to no quote.
    fn has_free(&self, number: usize) -> bool {
        self.article.sentences[number].passages.clone().any(|passage| self.owner[passage].is_none())
    }

    /// The passages of the sentence that belong to nobody yet and are no names of works.
    fn free(&self, number: usize) -> impl Iterator<Item = usize> + '_ {
        let passages = self.article.sentences[number].passages.clone();
        passages.filter(|&passage| self.owner[passage].is_none() && !self.article.is_in_capitals(passage))
    }

    /// Those passages that are more than a term in quotation marks.
    fn longer(&self, passages: &[usize]) -> Vec<usize> {
        passages.iter().copied().filter(|&passage| self.words(passage) >= SPOKEN).collect()
    }

    /// A passage in a sentence without a cue that has a subject: `Ann Lee ran on the slogan “Forward”`.
    fn only_name(&mut self, number: usize, free: &[usize], found: &mut Vec<Attributed>) {
        let free = self.longer(free);
        let Some(&first) = free.first() else { return };
        let last = &self.article.tokens[self.article.sentences[number].tokens.end - 1];
        let headline = self.article.sentences[number].paragraph == 0 && !last.terminal();
        if headline || self.stands_alone(first) || self.adjacent(self.article.passages[first].tokens.start).is_some() {
            return;
        }
        let Some(who) = self.subject(number, first) else { return };
        self.give(&free, found.len());
        found.push(Attributed { fragment: true, ..self.spoken(Rule::OnlyName, number, &free, who) });
    }

    fn give(&mut self, passages: &[usize], quote: usize) {
        for &passage in passages {
            self.owner[passage] = Some(quote);
        }
    }

    /// A quote of passages without a cue.
    fn spoken(&self, rule: Rule, sentence: usize, passages: &[usize], who: Range<usize>) -> Attributed {
        let content = passages.iter().copied().map(Piece::Passage).collect();
        Attributed {
            mention: Some(self.article.mention_tokens(who.clone())),
            who: Some(who),
            ..Attributed::new(rule, sentence, content)
        }
    }

    fn words(&self, passage: usize) -> usize {
        let tokens = &self.article.tokens[self.article.passages[passage].tokens.clone()];
        tokens.iter().filter(|token| matches!(token.kind, Kind::Word | Kind::Number)).count()
    }
}

/// How many tokens may lead up to the words of whoever spoke last.
const LEAD: usize = 8;

/// How many words a passage has that is more than a term in quotation marks.
const SPOKEN: usize = 5;

/// How many sentences back the last speaker may be named.
const NEAR_SENTENCES: usize = 2;

/// How many passages back the last speaker is looked for.
const NEAR_PASSAGES: usize = 16;
