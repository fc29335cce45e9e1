//! Quotes of one level share no words: one lies inside another, or they are apart.

use std::cmp::Reverse;

use super::{Article, Attributed, Piece};
use crate::span::Span;

/// Drops the less sure of two quotes whose content crosses; of two alike, the later.
pub(super) fn part(article: &Article<'_>, found: &mut Vec<Attributed>) {
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
        each.flat_map(|(at, quote)| quote.content.iter().map(move |piece| (span(article, piece), at))).collect();
    all.sort_by_key(|(span, _)| (span.start, Reverse(span.end)));
    all
}

fn span(article: &Article<'_>, piece: &Piece) -> Span {
    match piece {
        Piece::Passage(passage) => article.passages[*passage].content,
        Piece::Clause(tokens) => {
            Span::new(article.tokens[tokens.start].span.start, article.tokens[tokens.end - 1].span.end)
        }
    }
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
