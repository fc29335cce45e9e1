//! Which words are said, by which mention, by which rule.

mod article;
mod block;
mod clause;
mod content;
mod echo;
mod ends;
mod headline;
mod introduce;
mod levels;
mod loose;
mod needed;
mod nested;
mod post;
mod reported;
mod rules;
mod shape;
mod side;
mod site;
mod slots;
mod subject;
mod verb;
mod when;

use crate::lexicon::{Class, Takes};
use crate::mention::{Mention, MentionKind};
use crate::segment::Sentence;
use crate::token::Token;

pub(crate) use article::{Article, Attributed, Piece};
use needed::Letters;
use rules::Compiled;
pub use rules::Rule;
use shape::Shape;
use side::Scratch;
use site::Site;

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
        let mut found = Vec::with_capacity(article.sentences.len().min(32));
        let mut shape = Shape::with_capacity(64);
        let mut state = State::of(article);
        // Up to which token somebody's words stand that have no marks.
        let mut in_block = 0;
        for (number, sentence) in article.sentences.iter().enumerate() {
            if sentence.tokens.start >= in_block && may_attribute(article, sentence) {
                let led = leads_over(article, number).then(|| joined(sentence, &article.sentences[number + 1]));
                shape.read(article, led.as_ref().unwrap_or(sentence));
                let first = found.len();
                self.attribute_sentence(article, number, &shape, &mut state, &mut found);
                // Only where the sentence has nothing that is said does its colon lead to words of somebody's.
                if let Some(block) = block::after(article, number).filter(|_| found.len() == first) {
                    shape.push_block(block.clone());
                    self.attribute_sentence(article, number, &shape, &mut state, &mut found);
                    block::keep(article, &block, &mut found, first);
                    in_block = if found.len() > first { block.end } else { in_block };
                }
                clause::part(article, &mut found[first..]);
            }
        }
        loose::attribute(article, &mut found);
        post::attribute(article, &mut found);
        headline::attribute(article, &mut found);
        echo::attribute(article, &mut found);
        nested::attribute(self, article, &mut found);
        found.retain(|quote: &Attributed| !quote.content.is_empty());
        found.sort_by_key(|quote| article.start(&quote.content[0]));
        levels::settle(article, &mut found);
        found
    }

    fn attribute_sentence(
        &self,
        article: &Article<'_>,
        number: usize,
        shape: &Shape,
        state: &mut State,
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
                if let Some(quote) = self.quote_at(article, number, shape, cue, state, &found[first..]) {
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
        State { taken, scratch }: &mut State,
        before: &[Attributed],
    ) -> Option<Attributed> {
        let takes = shape.cue(cue).map_or(Takes::NONE, |form| article.lexicon.cue(form).takes);
        let site = Site { article, shape, number, cue };
        let earlier = before.last();
        let (left, right) = (&shape.letters[..cue], &shape.letters[cue + 1..]);
        let letters = [left, right].map(Letters::of);
        let rows = self.rows.iter().filter(|row| row.cue.has(shape.letter(cue)) && takes.has(row.takes));
        let rows = rows.filter(|row| row.fits(left, right, letters));
        let quote =
            rows.filter_map(|row| site.matched(row, earlier, scratch)).find(|quote| is_free(article, quote, taken))?;
        let quote = by_outer_speaker(article, quote, before);
        for piece in &quote.content {
            let by = if matches!(piece, Piece::Passage(_)) { Taken::Whole } else { Taken::InClause };
            taken[article.passages_of(piece)].fill(by);
        }
        Some(quote)
    }
}

/// What changes while the sentences of an article are read.
struct State {
    /// For each passage whether it belongs to a quote.
    taken: Vec<Taken>,
    scratch: Scratch,
}

impl State {
    fn of(article: &Article<'_>) -> Self {
        Self { taken: vec![Taken::No; article.passages.len()], scratch: Scratch::new() }
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
    let beside = quote.understood
        || quote.is_plain_speech(article)
        || quote.begins_clause(article)
        || quote.relative(article).is_some();
    quote.content.iter().all(|piece| match piece {
        Piece::Passage(passage) => taken[*passage] == Taken::No || (taken[*passage] == Taken::InClause && beside),
        Piece::Clause(_) | Piece::Inner(_) => true,
    })
}

/// The quote with the speaker of the one whose words it stands in, where a pronoun repeats that speaker: `Lee said he had met
/// Ray, whom he called “a miser”`.
fn by_outer_speaker(article: &Article<'_>, quote: Attributed, before: &[Attributed]) -> Attributed {
    let cue = quote.cue.as_ref().map_or(0, |cue| cue.start);
    let holds = |outer: &&Attributed| outer.content.iter().any(|piece| article.tokens_of(piece).contains(&cue));
    match before.iter().rev().find(holds).filter(|_| quote.relative(article).is_some()) {
        Some(Attributed { who: Some(who), .. }) => Attributed { who: Some(who.clone()), ..quote },
        _ => quote,
    }
}

/// Whether the sentence holds a cue.
fn may_attribute(article: &Article<'_>, sentence: &Sentence) -> bool {
    article.own_tokens(sentence).any(|at| {
        let token = &article.tokens[at];
        token.word.cue().is_some() || token.is(Class::NOUN_CUE) || is_according(article.text, token)
    })
}

fn is_according(text: &str, token: &Token) -> bool {
    const WORD: &str = "according";
    token.span().len() == WORD.len() && token.span().of(text).eq_ignore_ascii_case(WORD)
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
