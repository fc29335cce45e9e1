//! What the stages before know of the article, and what attribution finds in it.

use std::ops::Range;

use super::Rule;
use super::shape::Shape;
use crate::lexicon::{Class, Lexicon};
use crate::mention::{InnerName, Mention, MentionKind};
use crate::number::NumberWords;
use crate::quotation::Passage;
use crate::segment::Sentence;
use crate::span::Span;
use crate::token::{Kind, Token};

/// What the earlier stages know of the article.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Article<'a> {
    pub(crate) text: &'a str,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) numbers: &'a NumberWords,
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
    /// For a headline: the token at which the words are said once more, by whoever speaks there.
    pub(crate) echo: Option<usize>,
}

/// A part of a quote's content.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    /// A whole passage, by index.
    Passage(usize),
    /// Tokens of the article's own sentence, with the passages among them.
    Clause(Range<usize>),
    /// The words of a quotation inside a passage, without their marks.
    Inner(Range<usize>),
}

impl Attributed {
    /// A quote of which only the words are known.
    pub(super) fn new(rule: Rule, sentence: usize, content: Vec<Piece>) -> Self {
        Self {
            rule,
            sentence,
            content,
            fragment: false,
            cue: None,
            who: None,
            mention: None,
            understood: false,
            addressee: None,
            medium: None,
            time: None,
            negated: false,
            echo: None,
        }
    }

    /// Whether it is a quotation inside another.
    pub(crate) fn is_inner(&self) -> bool {
        matches!(self.content[..], [Piece::Inner(_), ..])
    }

    /// Whether a comma and a conjunction lead to its speaker: `it was late, though she conceded that “…”`.
    pub(super) fn begins_clause(&self, article: &Article<'_>) -> bool {
        let Some(who) = &self.who else { return false };
        let before = &article.tokens[..article.mentions[who.start].tokens.start];
        matches!(before, [.., comma, lead] if comma.sign(b',') && lead.is(Class::CONJUNCTION.union(Class::AND)))
    }

    /// The relative pronoun before a pronoun for its speaker, where somebody or something is called so and no more is quoted:
    /// `a plan | which he called “absurd”`.
    pub(super) fn relative(&self, article: &Article<'_>) -> Option<usize> {
        let pronoun = self.mention.as_ref().filter(|mention| article.tokens[mention.start].is(Class::SUBJECT))?.start;
        let alone = self.fragment && self.content.len() == 1;
        pronoun.checked_sub(1).filter(|&before| alone && article.tokens[before].is(Class::RELATIVE))
    }

    /// Whether a name or a noun speaks in a verb whose deed is done or in its own relative clause: `Ann Lee had called it`, `a
    /// report that calls it`, but not `he would call it`.
    pub(super) fn is_plain_speech(&self, article: &Article<'_>) -> bool {
        let named = self.who.as_ref().is_some_and(|who| article.mentions[who.start].kind != MentionKind::Pronoun);
        let next = self.mention.as_ref().and_then(|mention| article.tokens.get(mention.end));
        let relative = next.is_some_and(|next| next.is(Class::RELATIVE.union(Class::THAT)));
        named && (relative || self.cue.as_ref().is_some_and(|cue| article.is_done(cue)))
    }
}

impl Article<'_> {
    /// Each sentence with its shape.
    pub(crate) fn shapes(&self) -> impl Iterator<Item = (Span, String)> + '_ {
        self.sentences.iter().map(|sentence| {
            let mut shape = Shape::default();
            shape.read(self, sentence);
            let (first, last) = (sentence.tokens.start, sentence.tokens.end - 1);
            (Span::new(self.tokens[first].span().start, self.tokens[last].span().end), shape.letters)
        })
    }

    /// The text that the tokens cover.
    pub(crate) fn token_span(&self, tokens: &Range<usize>) -> Span {
        let words = &self.tokens[tokens.clone()];
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => Span::new(first.span().start, last.span().end),
            _ => Span::default(),
        }
    }

    /// The text of a piece: of a passage without its marks.
    pub(crate) fn span(&self, piece: &Piece) -> Span {
        match piece {
            Piece::Passage(passage) => self.passages[*passage].content,
            Piece::Clause(tokens) | Piece::Inner(tokens) => self.token_span(tokens),
        }
    }

    /// The tokens of a piece: of a passage with its marks.
    pub(crate) fn tokens_of(&self, piece: &Piece) -> Range<usize> {
        match piece {
            Piece::Passage(passage) => self.passages[*passage].tokens.clone(),
            Piece::Clause(tokens) | Piece::Inner(tokens) => tokens.clone(),
        }
    }

    /// The number of the sentence in which the token stands, or of the next.
    pub(crate) fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= token)
    }

    /// Whether the sentence is all of its paragraph.
    pub(crate) fn is_paragraph(&self, sentence: usize) -> bool {
        let paragraph = |at: usize| self.sentences.get(at).map(|sentence| sentence.paragraph);
        let beside = [sentence.checked_sub(1), Some(sentence + 1)].into_iter().flatten().map(paragraph);
        beside.into_iter().all(|beside| beside != paragraph(sentence))
    }

    /// The sentence of each mention, by its number.
    pub(crate) fn sentences_of_mentions(&self) -> Vec<usize> {
        let mut sentence = 0;
        let of = |mention: &Mention| {
            let ended = |sentence: &Sentence| sentence.tokens.end <= mention.tokens.start;
            sentence += self.sentences[sentence..].iter().take_while(|sentence| ended(sentence)).count();
            sentence
        };
        self.mentions.iter().map(of).collect()
    }

    /// Whether nothing in the verb says that its deed is not done, or may never be: `had called`, but not `would call`.
    pub(super) fn is_done(&self, verb: &Range<usize>) -> bool {
        !verb.clone().any(|at| self.is_modal(at) || self.tokens[at].is(Class::TO | Class::NEGATION))
    }

    /// Whether the token is a verb like *will*.
    pub(crate) fn is_modal(&self, token: usize) -> bool {
        MODALS.contains(&self.tokens[token].span().of(self.text))
    }

    /// Whether the token stands in quotation marks.
    pub(crate) fn is_quoted(&self, token: usize) -> bool {
        let after = self.passages.partition_point(|passage| passage.tokens.end <= token);
        self.passages.get(after).is_some_and(|passage| passage.tokens.contains(&token))
    }

    /// Where the piece starts in the text, in bytes.
    pub(crate) fn start(&self, piece: &Piece) -> usize {
        match piece {
            Piece::Passage(passage) => self.passages[*passage].content.start,
            Piece::Clause(tokens) | Piece::Inner(tokens) => self.tokens[tokens.start].span().start,
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

    /// Whether all longer words of the passage have capitals, as in titles of works and on signs.
    pub(crate) fn is_in_capitals(&self, passage: usize) -> bool {
        let tokens = &self.tokens[self.passages[passage].tokens.clone()];
        let words = || tokens.iter().filter(|token| token.kind == Kind::Word && token.span().len() > 3);
        // `Late Talk with Ann Lee`, but not `about me`
        let leads = |token: &Token| token.is(Class::PREPOSITION) && words().any(Token::capital);
        words().all(|token| token.capital() || leads(token))
    }

    /// From the first token to the last of the mentions.
    pub(crate) fn mention_tokens(&self, mentions: Range<usize>) -> Range<usize> {
        self.mentions[mentions.start].tokens.start..self.mentions[mentions.end - 1].tokens.end
    }

    /// The passages that the piece is or holds.
    pub(crate) fn passages_of(&self, piece: &Piece) -> Range<usize> {
        match piece {
            Piece::Passage(passage) => *passage..*passage + 1,
            Piece::Clause(tokens) | Piece::Inner(tokens) => {
                let first = self.passages.partition_point(|passage| passage.tokens.start < tokens.start);
                first..self.passages.partition_point(|passage| passage.tokens.start < tokens.end)
            }
        }
    }
}

/// What stands before a verb whose deed is not done.
const MODALS: [&str; 10] = ["will", "would", "should", "could", "may", "might", "can", "must", "'ll", "’ll"];
