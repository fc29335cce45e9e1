//! The words that bound or soften a number, on either side of it.

use super::line::Line;
use super::piece::{Form, is_hyphen};
use super::words::{Bound, Qualifier, Role};
use crate::claim::ClaimKind;
use crate::lexicon::Class;
use crate::span::Span;

/// A qualifier where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    pub(super) span: Span,
    pub(super) bound: Bound,
}

impl Line<'_> {
    /// The qualifier before the token at `index`, where a number of this kind starts.
    pub(super) fn qualifier_before(&self, index: usize, kind: ClaimKind) -> Option<Found> {
        let mut nearest = index;
        for skipped in 0..4 {
            if let Some((found, _)) = self.qualifier_ending(nearest, kind, skipped > 0) {
                return Some(found);
            }
            nearest = nearest.checked_sub(1).filter(|before| self.has_role(*before, Role::SKIP))?;
        }
        None
    }

    /// Whether some qualifier stands right before the token at `index`.
    pub(super) fn qualified(&self, index: usize) -> bool {
        self.qualifier_ending(index, ClaimKind::Count, false).is_some()
    }

    fn qualifier_ending(&self, index: usize, kind: ClaimKind, parted: bool) -> Option<(Found, usize)> {
        let nearest = self.before(index)?;
        let entry = self.token_entry(nearest);
        let fits = |qualifier: &&Qualifier| (qualifier.parted || !parted) && qualifier.suits(kind);
        self.words.qualifiers_before(entry).iter().filter(fits).find_map(|qualifier| {
            let first = index.checked_sub(qualifier.words.len())?;
            let same = qualifier.words.iter().rev().enumerate().all(|(n, word)| self.is_word(first + n, word));
            if !same || (qualifier.unsure(kind) && !self.class_before(first, Class::PREPOSITION | Class::ADVERB)) {
                return None;
            }
            let span = Span::new(self.token(first)?.span().start, nearest.span().end);
            Some((Found { span, bound: qualifier.bound }, first))
        })
    }

    /// The qualifier at byte `at`, where a number ends: `or more`, `-plus`, `+`.
    pub(super) fn qualifier_after(&self, at: usize, kind: ClaimKind) -> Option<Found> {
        let (piece, entry) = self.step_entry(at)?;
        self.words.qualifiers_after(entry).iter().filter(|qualifier| qualifier.suits(kind)).find_map(|qualifier| {
            let rest = &qualifier.words[1..];
            let end = rest.iter().try_fold(piece.span.end, |end, word| self.literal(end, word))?;
            let joined = piece.span.start == at || self.char(at).is_some_and(is_hyphen);
            let alone = rest.is_empty() && piece.form != Form::Digits;
            (joined || !alone).then_some(Found { span: Span::new(piece.span.start, end), bound: qualifier.bound })
        })
    }
}
