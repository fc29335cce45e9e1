//! What holds of all quotes together, whatever rules found them: they are apart or one inside the other, and the words
//! that attribute stand outside of what is said.

use std::cmp::Reverse;
use std::ops::Range;

use super::{Article, Attributed, Piece};
use crate::span::Span;

/// Takes out what cannot hold: slots inside the content, quotes that hold their own attribution or cross another.
pub(super) fn settle(article: &Article<'_>, found: &mut Vec<Attributed>) {
    for quote in found.iter_mut() {
        clear_slots(article, quote);
    }
    found.retain(|quote| !holds_itself(article, quote));
    part(article, found);
}

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

/// Drops the less sure of two quotes whose content crosses; of two alike, the later.
fn part(article: &Article<'_>, found: &mut Vec<Attributed>) {
    let mut levels = Levels { found, dropped: vec![false; found.len()], open: Vec::new() };
    for (span, quote) in contents(article, found) {
        if levels.admits(span, quote) {
            levels.open.push((span, quote));
        }
    }
    let mut dropped = levels.dropped.into_iter();
    found.retain(|_| dropped.next() != Some(true));
}

/// The content of all quotes in text order, the longer first.
fn contents(article: &Article<'_>, found: &[Attributed]) -> Vec<(Span, usize)> {
    let each = found.iter().enumerate();
    let mut all: Vec<_> =
        each.flat_map(|(at, quote)| quote.content.iter().map(move |piece| (article.span(piece), at))).collect();
    all.sort_by_key(|(span, _)| (span.start, Reverse(span.end)));
    all
}

struct Levels<'a> {
    found: &'a [Attributed],
    dropped: Vec<bool>,
    /// Content that has not ended yet, each inside the one before.
    open: Vec<(Span, usize)>,
}

impl Levels<'_> {
    /// Whether the content stays, after what crosses it has been dropped.
    fn admits(&mut self, span: Span, quote: usize) -> bool {
        while let Some(&(outer, other)) = self.open.last() {
            let crosses = !outer.contains(span) || outer == span;
            if self.dropped[other] || outer.end <= span.start {
                self.open.pop();
            } else if crosses && !self.dropped[quote] && self.sure(quote) > self.sure(other) {
                self.dropped[other] = true;
            } else {
                self.dropped[quote] |= crosses;
                break;
            }
        }
        !self.dropped[quote]
    }

    fn sure(&self, quote: usize) -> f64 {
        self.found[quote].rule.confidence()
    }
}
