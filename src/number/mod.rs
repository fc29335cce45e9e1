//! Numeric claims: `$1.2 billion`, `more than three dozen tanks`, `one in five`.

mod age;
mod amount;
mod cardinal;
mod counted;
mod date;
mod exclude;
mod extent;
mod forms;
mod line;
mod measured;
mod memo;
mod object;
mod piece;
mod qualifier;
mod reading;
#[cfg(test)]
mod spelled_tests;
mod tables;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use amount::Amount;
use line::Line;
use memo::Memo;
pub(crate) use words::NumberWords;

use crate::claim::{ClaimKind, NumericClaim};
use crate::span::Span;
use crate::token::Token;

/// A claim being read, before its bound is known.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    kind: ClaimKind,
    number: Span,
    values: Values,
    /// The code of the unit, where the tables have it.
    unit: Option<&'static str>,
    /// What the article itself calls the unit: `per game`.
    per: Option<Span>,
    object: Option<Span>,
    /// Whether the value is only the low end of what is said: `dozens`.
    vague: bool,
    /// Whether it is said softly without a qualifier: `a couple`.
    soft: bool,
}

/// One value, or two ends.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Values {
    One(Amount),
    Two(Amount, Amount),
}

impl Draft {
    fn new(kind: ClaimKind, number: Span, values: Values) -> Self {
        Self { kind, number, values, unit: None, per: None, object: None, vague: false, soft: false }
    }
}

/// The numeric claims of the article, in text order. Their `number` spans do not overlap. Takes `at least 36 villages`;
/// leaves `Section 230`, `on March 10`, `one of them`.
pub(crate) fn claims<'t>(
    text: &'t str,
    tokens: &[Token],
    paragraphs: &[Range<usize>],
    words: &NumberWords,
) -> Vec<NumericClaim<'t>> {
    let (mut claims, memo) = (Vec::with_capacity((tokens.len() / 16).min(256)), Memo::default());
    for paragraph in paragraphs {
        let line = Line::new(text, &tokens[paragraph.clone()], words, &memo);
        line.read(text, &mut claims);
    }
    claims
}
