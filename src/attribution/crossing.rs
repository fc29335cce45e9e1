//! Contents of two quotes are apart, or one lies inside the other; where they cross, the inner ends with the outer one.

use std::cmp::Reverse;

use super::clause::trimmed;
use super::{Article, Attributed, Piece};
use crate::lexicon::Class;
use crate::span::Span;
use crate::token::{Kind, Token};

/// A piece of a quote's content.
#[derive(Debug, Clone, Copy)]
struct Level {
    span: Span,
    quote: usize,
    piece: usize,
}

/// Ends each clause with the one in which it begins, ends a clause before a passage that it would cut in two, and drops
/// what is said twice.
pub(super) fn end_inner(article: &Article<'_>, found: &mut Vec<Attributed>) {
    let mut levels = levels(article, found);
    levels.sort_by_key(|level| (level.span.start, Reverse(level.span.end)));
    let (mut open, mut dropped): (Vec<Level>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
    for mut level in levels {
        open.retain(|outer| outer.span.end > level.span.start);
        let crossed = open.iter().map(|outer| outer.span.end).filter(|&end| end < level.span.end).min();
        let inner = &mut found[level.quote].content[level.piece];
        if let (Some(end), Piece::Clause(_)) = (crossed, &*inner) {
            if !cut(article, inner, end) {
                dropped.push((level.quote, level.piece));
                continue;
            }
            level.span = article.span(inner);
        }
        if open.iter().any(|outer| outer.span == level.span) {
            dropped.push((level.quote, level.piece));
            continue;
        }
        for outer in open.iter().filter(|outer| outer.span.end < level.span.end) {
            if !cut(article, &mut found[outer.quote].content[outer.piece], level.span.start) {
                dropped.push((outer.quote, outer.piece));
            }
        }
        open.retain(|outer| outer.span.end >= level.span.end);
        open.push(level);
    }
    // From the end, so that the numbers of the pieces before stay true.
    dropped.sort_unstable_by_key(|&at| Reverse(at));
    dropped.dedup();
    for (quote, piece) in dropped {
        found[quote].content.remove(piece);
    }
    found.retain(|quote| !quote.content.is_empty());
    found.sort_by_key(|quote| article.start(&quote.content[0]));
}

fn levels(article: &Article<'_>, found: &[Attributed]) -> Vec<Level> {
    let pieces = found.iter().enumerate().flat_map(|(quote, attributed)| {
        attributed.content.iter().enumerate().map(move |(piece, content)| (quote, piece, content))
    });
    pieces.map(|(quote, piece, content)| Level { span: article.span(content), quote, piece }).collect()
}

/// Ends a clause before the byte; whether anything of it is left.
fn cut(article: &Article<'_>, piece: &mut Piece, byte: usize) -> bool {
    let Piece::Clause(tokens) = piece else { return false };
    let end = tokens.start + article.tokens[tokens.clone()].partition_point(|token| token.span.end <= byte);
    let end = opened(article, tokens.start, end);
    let dangling = |token: &&Token| token.is(DANGLING);
    let end = end - article.tokens[tokens.start..end].iter().rev().take_while(dangling).count();
    *tokens = trimmed(article, tokens.start..end);
    tokens.start < tokens.end
}

/// What no clause ends with.
const DANGLING: Class = Class::OF.union(Class::DETERMINER).union(Class::AND).union(Class::AS).union(Class::RELATIVE);

/// Without the mark that opens what follows.
fn opened(article: &Article<'_>, start: usize, end: usize) -> usize {
    let mark = end > start && matches!(article.tokens[end - 1].kind, Kind::Mark(_));
    if mark { end - 1 } else { end }
}
