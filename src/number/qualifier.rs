//! The words that bound or soften a number, on either side of it.

use super::line::Line;
use super::piece::{Form, is_hyphen};
use super::words::{Bound, Cardinal, NumberWords, Qualifier, Role};
use crate::claim::ClaimKind;
use crate::lexicon::Class;
use crate::span::Span;
use crate::token::{Kind, Token};

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
        let second = index.checked_sub(2).and_then(|at| self.written(&self.tokens[at]).bytes().next());
        let second = second.map(|letter| letter.to_ascii_lowercase());
        let fits = |qualifier: &&Qualifier| {
            (qualifier.second.is_none() || qualifier.second == second)
                && (qualifier.parted || !parted)
                && qualifier.suits(kind)
        };
        self.words.qualifiers_before(entry).iter().filter(fits).find_map(|qualifier| {
            let first = index.checked_sub(qualifier.words.len())?;
            let same = qualifier.words.iter().rev().enumerate().all(|(n, word)| self.is_word(first + n, word));
            if !same || (qualifier.unsure(kind) && !self.class_before(first, Class::PREPOSITION | Class::ADVERB)) {
                return None;
            }
            // `killed over a £20 debt`
            let article = parted && self.token(index).is_some_and(|token| token.is(Class::ARTICLE));
            if article && kind == ClaimKind::Money && qualifier.words.len() == 1 {
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

impl NumberWords {
    /// The number that the words from `at` bound: `40` of `at least 40 people`, of `about another 40 people`, and the second of
    /// a range, `between 30 and 40 people`, `30 to 40 people`.
    pub(crate) fn bounded_from(&self, text: &str, tokens: &[Token], at: usize) -> Option<usize> {
        // Nearly every word of a sentence is asked: those of the tables have a class.
        let first = tokens.get(at).filter(|first| first.kind == Kind::Number || first.is(Class::QUANTITY))?;
        let bound = if self.entry_of(first).bounds { self.qualifier_from(text, tokens, at) } else { None };
        let (ranged, after) = match bound {
            Some((bound, end)) => (bound == Bound::Range, end),
            None if first.kind == Kind::Number => (true, at),
            None => return None,
        };
        let skipped = bound.is_some() && self.entry_of(tokens.get(after)?).is(Role::SKIP);
        let number = after + usize::from(skipped);
        let end = self.number_end(text, tokens, number)?;
        let joins = ranged && tokens.get(end).is_some_and(|token| token.is(Class::TO | Class::AND));
        match self.number_end(text, tokens, end + 1).filter(|_| joins) {
            Some(_) => Some(end + 1),
            None => bound.map(|_| number),
        }
    }

    /// The longest qualifier of a count from the token on, and where it ends.
    fn qualifier_from(&self, text: &str, tokens: &[Token], at: usize) -> Option<(Bound, usize)> {
        let written = |at: usize| tokens[at].span().of(text);
        (at..tokens.len().min(at + LONGEST)).rev().find_map(|last| {
            let known = self.qualifiers_before(self.entry_of(&tokens[last])).iter();
            let mut fits =
                known.filter(|qualifier| qualifier.words.len() == last + 1 - at && qualifier.suits(ClaimKind::Count));
            let same = |qualifier: &&Qualifier| {
                qualifier.words.iter().zip((at..=last).rev()).all(|(word, at)| word.eq_ignore_ascii_case(written(at)))
            };
            fits.find(same).map(|qualifier| (qualifier.bound, last + 1))
        })
    }

    /// Where the number ends that begins at the token: `40`, `£40`, `forty`, `dozens`, `half`, `two-thirds`.
    fn number_end(&self, text: &str, tokens: &[Token], at: usize) -> Option<usize> {
        let token = tokens.get(at)?;
        let sign = matches!(token.kind, Kind::Symbol | Kind::Sign(b'$'));
        if sign && tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number && !next.spaced) {
            return Some(at + 2);
        }
        let hyphened = token.hyphened && token.kind == Kind::Word;
        let hyphened = if hyphened { token.span().of(text).split_once('-') } else { None };
        let entry = hyphened.map_or_else(|| self.entry_of(token), |(first, _)| self.entry(first));
        let spelled = entry.cardinal.is_some_and(|(role, _)| {
            !matches!(role, Cardinal::Article | Cardinal::None | Cardinal::Abbreviation | Cardinal::Letter)
        });
        (token.kind == Kind::Number || spelled).then_some(at + 1)
    }
}

/// The most words of a qualifier.
const LONGEST: usize = 5;
