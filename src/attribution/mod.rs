//! Which words are said, by which mention, by which rule.

mod clause;
mod loose;
mod rules;
mod shape;

use std::ops::Range;

use regex::Captures;

use crate::lexicon::{Lexicon, Takes};
use crate::mention::{Mention, MentionKind};
use crate::quotation::Passage;
use crate::segment::Sentence;
use crate::span::Span;
use crate::token::Token;

use rules::Compiled;
pub use rules::Rule;
use shape::{Shape, What};

/// What the earlier stages know of the article.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Article<'a> {
    pub(crate) text: &'a str,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) paragraphs: &'a [Range<usize>],
    pub(crate) tokens: &'a [Token],
    pub(crate) passages: &'a [Passage],
    pub(crate) sentences: &'a [Sentence],
    pub(crate) mentions: &'a [Mention],
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
        let mut taken = vec![false; article.passages.len()];
        let mut shape = Shape::default();
        for (number, sentence) in article.sentences.iter().enumerate() {
            if may_attribute(article, sentence) {
                shape.read(article, sentence);
                let first = found.len();
                self.attribute_sentence(article, number, &shape, &mut taken, &mut found);
                clause::part(article, &mut found[first..]);
            }
        }
        loose::attribute(article, &mut taken, &mut found);
        found.retain(|quote: &Attributed| !quote.content.is_empty());
        found.sort_by_key(|quote| article.start(&quote.content[0]));
        found
    }

    fn attribute_sentence(
        &self,
        article: &Article<'_>,
        number: usize,
        shape: &Shape,
        taken: &mut [bool],
        found: &mut Vec<Attributed>,
    ) {
        let first = found.len();
        for cue in 0..shape.elements.len() {
            if !matches!(shape.letter(cue), b'C' | b'c' | b'B' | b'A') {
                continue;
            }
            let takes = shape.cue(cue).map_or(Takes::NONE, |form| article.lexicon.cue(form).takes);
            let site = Site { article, shape, number, cue };
            let earlier = found[first..].last().and_then(|quote| quote.who.clone());
            let rows =
                self.rows.iter().filter(|row| row.cue.as_bytes().contains(&shape.letter(cue)) && takes.has(row.takes));
            if let Some(quote) =
                rows.filter_map(|row| site.matched(row, earlier.clone())).find(|quote| is_free(quote, taken))
            {
                for piece in &quote.content {
                    for passage in article.passages_of(piece) {
                        taken[passage] = true;
                    }
                }
                found.push(quote);
            }
        }
    }
}

/// Whether no passage of the quote belongs to another already.
fn is_free(quote: &Attributed, taken: &[bool]) -> bool {
    quote.content.iter().all(|piece| !matches!(piece, Piece::Passage(passage) if taken[*passage]))
}

/// Whether the sentence holds a cue.
fn may_attribute(article: &Article<'_>, sentence: &Sentence) -> bool {
    let own =
        |at: &usize| !article.passages[sentence.passages.clone()].iter().any(|passage| passage.tokens.contains(at));
    sentence.tokens.clone().filter(own).any(|at| {
        let token = &article.tokens[at];
        token.word.cue().is_some() || token.span.of(article.text).eq_ignore_ascii_case("according")
    })
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
    /// The quote that the rule finds around the cue. `earlier` is the speaker of the attribution before in the sentence.
    fn matched(&self, row: &Compiled, earlier: Option<Range<usize>>) -> Option<Attributed> {
        let (before, after) = (&self.shape.letters[..self.cue], &self.shape.letters[self.cue + 1..]);
        let right = row.right.captures(after)?;
        let left = row.left.captures(before)?;
        let group = |name: &str| self.group(&left, &right, name);
        let own = group("named").or_else(|| group("who"));
        let understood = own.is_none();
        let who = match own {
            Some(elements) => Some(self.mentions(elements)?),
            None => Some(earlier.or_else(|| self.first_subject())?),
        };
        let content = self.content(&group)?;
        let tokens = |elements: Option<Range<usize>>| elements.map(|elements| self.shape.tokens(elements));
        let (addressee, medium, time) = (tokens(group("to")), tokens(group("via")), tokens(group("when")));
        let fragment = group("fragment").is_some();
        let negated = self.is_negated();
        Some(Attributed {
            rule: row.rule,
            sentence: self.number,
            content,
            fragment,
            cue: Some(self.cue_tokens()),
            who,
            understood,
            addressee,
            medium,
            time,
            negated,
        })
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
        Some(first..mentions.last().unwrap_or(first) + 1)
    }

    /// The first mention before the cue that may be the subject of its sentence.
    fn first_subject(&self) -> Option<Range<usize>> {
        let letters = self.shape.letters.as_bytes();
        let subject = (0..self.cue).find(|&at| {
            matches!(letters[at], b'N' | b'G' | b'P')
                && !(at > 0 && matches!(letters[at - 1], b'i' | b'o' | b'x' | b'A'))
        })?;
        self.mentions(subject..subject + 1)
    }

    /// The cue with the auxiliaries before it: `has denied`, `did not say`.
    fn cue_tokens(&self) -> Range<usize> {
        let letters = &self.shape.letters.as_bytes()[..self.cue];
        let verbs = letters.iter().rev().take_while(|letter| matches!(letter, b'V' | b'R')).count();
        let first = (self.cue - verbs..self.cue).find(|&at| letters[at] == b'V').unwrap_or(self.cue);
        self.shape.tokens(first..self.cue + 1)
    }

    fn is_negated(&self) -> bool {
        let deny = self.shape.cue(self.cue).is_some_and(|form| self.article.lexicon.cue(form).negative);
        deny || self.article.tokens[self.cue_tokens()].iter().any(|token| token.is(crate::lexicon::Class::NEGATION))
    }

    fn content(&self, group: &impl Fn(&str) -> Option<Range<usize>>) -> Option<Vec<Piece>> {
        let mut content = Vec::new();
        if let Some(elements) = group("quote") {
            content.extend(clause::quoted_before(self.article, self.shape, elements)?);
        }
        if let Some(elements) = group("before") {
            content.extend(clause::before(self.article, self.shape, elements)?);
        }
        if let Some(elements) = group("more").or_else(|| group("fragment")) {
            content.extend(clause::passages(self.shape, elements));
        }
        if let Some(elements) = group("after") {
            content.extend(clause::quoted_after(self.shape, elements));
        }
        if let Some(elements) = group("clause").or_else(|| group("infinitive")) {
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
        crate::Extractor::built_in().shapes(text).into_iter().map(|(_, shape)| shape).collect()
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
