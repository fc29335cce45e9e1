//! What may stand between a cue and its content: where and when it was said.

use std::ops::Range;

use super::shape::{Shape, What};
use super::{Article, Piece};
use crate::lexicon::Class;

/// Medium and time of a quote, as tokens.
#[derive(Debug, Default)]
pub(super) struct Slots {
    /// `in a statement`, `on Facebook`
    pub(super) medium: Option<Range<usize>>,
    /// `on Wednesday`
    pub(super) time: Option<Range<usize>>,
}

/// How many elements after the cue are looked at.
const REACH: usize = 14;

/// Reads the slots after the cue, up to the content or to what can be no slot: a comma with a clause, *that*.
pub(super) fn after(article: &Article<'_>, shape: &Shape, cue: usize, content: &[Piece]) -> Slots {
    let mut slots = Slots::default();
    let starts = content.iter().map(|piece| article.start(piece));
    let start = starts.filter(|&start| start >= article.tokens[shape.elements[cue].tokens.start].span().start).min();
    let before_content = |at: usize| {
        let element = shape.elements.get(at)?;
        start.is_none_or(|start| article.tokens[element.tokens.start].span().start < start).then_some(())
    };
    let mut at = cue + 1;
    while at <= cue + REACH && before_content(at).is_some() {
        match shape.letter(at) {
            b'T' => {
                slots.time.get_or_insert_with(|| shape.elements[at].tokens.clone());
                at += 1;
            }
            b'i' => match medium_end(article, shape, at) {
                Some(end) => {
                    slots.medium.get_or_insert_with(|| shape.tokens(at..end));
                    at = end;
                }
                None => at += 1,
            },
            b',' => match after_aside(shape, at) {
                Some(next) => at = next,
                None => break,
            },
            b'N' | b'G' | b'D' | b'p' | b'K' | b'x' | b'R' | b'o' => at += 1,
            _ => break,
        }
    }
    slots
}

/// Where a slot may start behind a comma: right there, or behind an apposition (`said Ann Lee, the mayor, on Monday`).
fn after_aside(shape: &Shape, comma: usize) -> Option<usize> {
    let letters = shape.letters.as_bytes();
    let slot = |at: usize| matches!(letters.get(at), Some(b'T' | b'i'));
    let clause = |letter: &u8| matches!(letter, b'V' | b'v' | b'C' | b'c' | b'Q' | b'P' | b't');
    let aside = &letters[comma + 1..letters.len().min(comma + 1 + REACH)];
    // `said Ann Lee, who sells bread, on Monday`
    let relative = aside.iter().position(|letter| *letter == b'W').unwrap_or(aside.len());
    let main = aside.iter().position(clause).filter(|&verb| verb < relative).unwrap_or(aside.len());
    let aside = aside[..main].iter().position(|letter| *letter == b',').map(|len| comma + 2 + len);
    if slot(comma + 1) { Some(comma + 1) } else { aside.filter(|&next| slot(next)) }
}

/// Where the medium ends whose preposition stands at the element: `at a news conference in Kumasi`.
fn medium_end(article: &Article<'_>, shape: &Shape, preposition: usize) -> Option<usize> {
    let noun = preposition + 1;
    if !names_medium(article, shape, noun) {
        return None;
    }
    let place = shape.letters.as_bytes().get(noun + 1..noun + 3);
    let attached = place.is_some_and(|next| matches!(next, [b'i' | b'o' | b'x', b'N' | b'G' | b'D']));
    Some(if attached { noun + 3 } else { noun + 1 })
}

fn names_medium(article: &Article<'_>, shape: &Shape, element: usize) -> bool {
    let Some(found) = shape.elements.get(element) else { return false };
    let mention = match found.what {
        What::Mention(mention) => Some(&article.mentions[mention]),
        _ => None,
    };
    match mention {
        Some(mention) => mention.head_is(article.tokens, Class::MEDIUM),
        None => article.tokens[found.tokens.start].is(Class::MEDIUM),
    }
}
