//! What holds of all quotes together, whatever rules found them: their contents are apart or one inside the other, and
//! the words that attribute stand outside of what is said.

use std::cmp::Reverse;
use std::ops::Range;

use super::clause::parts;
use super::{Article, Attributed, Piece};
use crate::lexicon::Class;
use crate::span::Span;
use crate::token::{Kind, Token};

/// Ends each clause with the one in which it begins, ends a clause before a passage that it would cut in two, and takes
/// out what cannot hold: what is said twice, quotes that hold their own attribution, slots inside the content.
pub(super) fn settle(article: &Article<'_>, found: &mut Vec<Attributed>) {
    let mut levels = Levels { article, found, open: Vec::new(), dropped: Vec::new() };
    for level in levels.contents() {
        levels.settle(level);
    }
    let mut dropped = levels.dropped;
    // From the end, so that the numbers of the pieces before stay true.
    dropped.sort_unstable_by_key(|&at| Reverse(at));
    dropped.dedup();
    for (quote, piece) in dropped {
        found[quote].content.remove(piece);
    }
    for quote in found.iter_mut() {
        clear_slots(article, quote);
    }
    found.retain(|quote| !quote.content.is_empty() && !holds_itself(article, quote));
    found.sort_by_key(|quote| article.start(&quote.content[0]));
}

/// A piece of a quote's content.
#[derive(Debug, Clone, Copy)]
struct Level {
    span: Span,
    quote: usize,
    piece: usize,
}

struct Levels<'a> {
    article: &'a Article<'a>,
    found: &'a mut [Attributed],
    /// Content that has not ended yet, each inside the one before.
    open: Vec<Level>,
    /// Pieces that cannot stay, by quote and number.
    dropped: Vec<(usize, usize)>,
}

impl Levels<'_> {
    /// The content of all quotes in text order, the longer first.
    fn contents(&self) -> Vec<Level> {
        let pieces = self.found.iter().enumerate().flat_map(|(quote, attributed)| {
            attributed.content.iter().enumerate().map(move |(piece, content)| (quote, piece, content))
        });
        let level = |(quote, piece, content)| Level { span: self.article.span(content), quote, piece };
        let mut all: Vec<Level> = pieces.map(level).collect();
        all.sort_by_key(|level| (level.span.start, Reverse(level.span.end)));
        all
    }

    /// Makes the piece fit into those that are open, or those fit around it.
    fn settle(&mut self, mut level: Level) {
        self.open.retain(|outer| outer.span.end > level.span.start);
        if self.open.iter().any(|outer| self.is_no_level(outer, &level)) {
            self.dropped.push((level.quote, level.piece));
            return;
        }
        let crossed = self.open.iter().map(|outer| outer.span.end).filter(|&end| end < level.span.end).min();
        let piece = &mut self.found[level.quote].content[level.piece];
        if let (Some(end), Piece::Clause(_)) = (crossed, &*piece) {
            if !cut(self.article, piece, end) {
                self.dropped.push((level.quote, level.piece));
                return;
            }
            level.span = self.article.span(piece);
        }
        if self.open.iter().any(|outer| outer.span == level.span) {
            self.dropped.push((level.quote, level.piece));
            return;
        }
        for outer in self.open.iter().filter(|outer| outer.span.end < level.span.end) {
            if !cut(self.article, &mut self.found[outer.quote].content[outer.piece], level.span.start) {
                self.dropped.push((outer.quote, outer.piece));
            }
        }
        self.open.retain(|outer| outer.span.end >= level.span.end);
        self.open.push(level);
    }

    /// Whether what is found inside another quote is no speech of its own: nobody has said it yet (`Lee said he would call it
    /// “a mess”`), or whoever says the outer one says it.
    fn is_no_level(&self, outer: &Level, inner: &Level) -> bool {
        let (around, within) = (&self.found[outer.quote], &self.found[inner.quote]);
        let Some(cue) = within.cue.as_ref().filter(|_| outer.quote != inner.quote) else { return false };
        let contained = outer.span.contains(self.article.token_span(cue)) && inner.span.end <= outer.span.end;
        let same = within.who.is_some() && within.who == around.who;
        contained && (same || cue.clone().any(|at| self.article.is_modal(at)))
    }
}

/// Ends a clause before the byte; whether anything of it is left.
fn cut(article: &Article<'_>, piece: &mut Piece, byte: usize) -> bool {
    let Piece::Clause(tokens) = piece else { return false };
    let end = tokens.start + article.tokens[tokens.clone()].partition_point(|token| token.span().end <= byte);
    let dangles = |token: &Token| token.is(DANGLING) || matches!(token.kind, Kind::Mark(_)) || parts(token);
    // A passage stays whole, for it may be what somebody else says.
    let dangling =
        (tokens.start..end).rev().take_while(|&at| dangles(&article.tokens[at]) && !ends_passage(article, at + 1));
    *tokens = tokens.start..end - dangling.count();
    tokens.start < tokens.end
}

/// Whether a passage ends right before the token.
fn ends_passage(article: &Article<'_>, end: usize) -> bool {
    let first = article.passages.partition_point(|passage| passage.tokens.end < end);
    article.passages.get(first).is_some_and(|passage| passage.tokens.end == end)
}

/// What no clause ends with.
const DANGLING: Class = Class::OF.union(Class::DETERMINER).union(Class::AND).union(Class::AS).union(Class::RELATIVE);

fn clear_slots(article: &Article<'_>, quote: &mut Attributed) {
    let Attributed { content, addressee, medium, time, .. } = quote;
    for slot in [addressee, medium, time] {
        if slot.as_ref().is_some_and(|tokens| overlaps(article, content, tokens)) {
            *slot = None;
        }
    }
}

fn holds_itself(article: &Article<'_>, quote: &Attributed) -> bool {
    [&quote.cue, &quote.mention].into_iter().flatten().any(|tokens| overlaps(article, &quote.content, tokens))
}

fn overlaps(article: &Article<'_>, content: &[Piece], tokens: &Range<usize>) -> bool {
    let span = article.token_span(tokens);
    content.iter().any(|piece| article.span(piece).overlaps(span))
}
