//! What holds of all quotes together, whatever rules found them: they are apart or one inside the other, and the words
//! that attribute stand outside of what is said.

use std::cmp::Reverse;
use std::ops::Range;

use super::{Article, Attributed};
use crate::span::Span;

/// Takes out quotes whose words cross those of an earlier one, or that hold their own attribution.
pub(super) fn settle(article: &Article<'_>, quotes: &mut Vec<Attributed>) {
    for quote in quotes.iter_mut() {
        clear_slots(article, quote);
    }
    let crossed = crossed(article, quotes);
    let mut index = 0;
    quotes.retain(|quote| {
        index += 1;
        !crossed[index - 1] && !holds_itself(article, quote)
    });
}

/// Slots inside the content are none.
fn clear_slots(article: &Article<'_>, quote: &mut Attributed) {
    let content: Vec<Span> = quote.content.iter().map(|piece| article.span(piece)).collect();
    for slot in [&mut quote.addressee, &mut quote.medium, &mut quote.time] {
        let inside = slot.as_ref().is_some_and(|tokens| overlaps(article, &content, tokens));
        if inside {
            *slot = None;
        }
    }
}

fn holds_itself(article: &Article<'_>, quote: &Attributed) -> bool {
    let content: Vec<Span> = quote.content.iter().map(|piece| article.span(piece)).collect();
    [&quote.cue, &quote.mention].into_iter().flatten().any(|tokens| overlaps(article, &content, tokens))
}

fn overlaps(article: &Article<'_>, content: &[Span], tokens: &Range<usize>) -> bool {
    let span = article.token_span(tokens);
    content.iter().any(|piece| piece.overlaps(span))
}

/// For each quote, whether its words cross those of another that starts before.
fn crossed(article: &Article<'_>, quotes: &[Attributed]) -> Vec<bool> {
    let each = quotes.iter().enumerate();
    let mut pieces: Vec<(Span, usize)> =
        each.flat_map(|(index, quote)| quote.content.iter().map(move |piece| (article.span(piece), index))).collect();
    pieces.sort_by_key(|(span, index)| (span.start, Reverse(span.end), *index));
    let mut crossed = vec![false; quotes.len()];
    let mut open: Vec<Span> = Vec::new();
    for (span, quote) in pieces {
        if crossed[quote] {
            continue;
        }
        while open.last().is_some_and(|outer| outer.end <= span.start) {
            open.pop();
        }
        crossed[quote] = span.is_empty() || open.last().is_some_and(|outer| !outer.contains(span) || *outer == span);
        if !crossed[quote] {
            open.push(span);
        }
    }
    crossed
}
