//! Numbers with a unit: money, percentages, measures, durations, and what they are per.

use super::Draft;
use super::extent::Term;
use super::line::Line;
use super::object::Grammatical;
use super::words::Role;
use crate::claim::ClaimKind;
use crate::lexicon::Class;
use crate::span::Span;
use crate::token::{Case, Kind};

impl Line<'_> {
    /// A number with a unit: money, percent, measure, duration, age, rate.
    pub(super) fn measured(&self, mut draft: Draft, last: &Term<'_>, index: usize) -> Option<Draft> {
        if draft.kind == ClaimKind::Duration {
            return self.duration(draft, last, index);
        }
        let next = self.token_from(draft.number.end);
        if let Some((end, _)) = self.per(draft.number.end).filter(|_| draft.kind != ClaimKind::Percent) {
            draft.number.end = end;
            draft.kind = ClaimKind::Rate;
            draft.object =
                self.noun_phrase(self.token_from(end), Grammatical::Singular).filter(|_| self.attributive(end));
            draft.object = draft.object.or_else(|| self.measured_before(self.first_index(index, draft.kind)));
            return Some(draft);
        }
        if self.is_word(next, "every") {
            draft.kind = ClaimKind::Rate;
        }
        draft.object = self.measured_object(&draft, next, index);
        Some(draft)
    }

    /// Whether a hyphen joined the rate, so that a noun follows: `$12-an-hour workers`.
    fn attributive(&self, end: usize) -> bool {
        let last = self.before(self.token_from(end));
        last.is_some_and(|token| token.span().end == end && self.written(token).contains('-'))
    }

    fn measured_object(&self, draft: &Draft, next: usize, index: usize) -> Option<Span> {
        let token = self.token(next);
        let of = token.is_some_and(|token| token.is(Class::OF));
        let attributive = matches!(draft.kind, ClaimKind::Money | ClaimKind::Percent)
            && !draft.number.of(self.text).ends_with('s')
            || draft.number.of(self.text).contains('-');
        if !of && !attributive {
            return self.measured_before(self.first_index(index, draft.kind));
        }
        let named =
            token.is_some_and(|token| token.kind == Kind::Word && token.case == Case::Capital && token.word.unknown());
        let after = if of || !named { self.noun_phrase(next, Grammatical::Plural) } else { None };
        let determined = token.is_some_and(|token| token.is(Class::DETERMINER | Class::POSSESSIVE | Class::SUBJECT));
        if let Some(after) = after.filter(|_| of || !determined) {
            return Some(after);
        }
        if let Some(in_kind) = self.paid_in(draft, next) {
            return Some(in_kind);
        }
        self.measured_before(self.first_index(index, draft.kind))
    }

    /// `£3bn in lost reserves`: a noun without article after `in`.
    fn paid_in(&self, draft: &Draft, next: usize) -> Option<Span> {
        let noun = self.token(next + 1).filter(|_| self.is_word(next, "in") && draft.kind == ClaimKind::Money)?;
        let plain =
            noun.kind == Kind::Word && !noun.capital() && !self.function(noun) && !noun.is(Class::TIME | Class::NUMBER);
        plain.then(|| self.noun_phrase(next + 1, Grammatical::Plural)).flatten()
    }

    pub(super) fn duration(&self, mut draft: Draft, last: &Term<'_>, index: usize) -> Option<Draft> {
        let end = draft.number.end;
        let old = self.word(end).filter(|(_, entry)| entry.is(Role::OLD));
        let of_age = self.literal(end, "of").and_then(|of| self.literal(of, "age"));
        if old.is_some() || of_age.is_some() || self.role_before(index, Role::AGE) {
            draft.kind = ClaimKind::Age;
            if let Some((piece, _)) = old.filter(|_| self.past_hyphen(end) > end) {
                draft.number.end = piece.span.end;
                draft.object = self.person_after(draft.number.end);
            } else {
                draft.object = self.clause_subject_of_age(index);
            }
            return Some(draft);
        }
        if Self::is_one(&draft) && !self.one_counts(index, &draft) {
            return None;
        }
        if last.hyphened {
            let next = self.token_from(draft.number.end);
            draft.object = self.noun_phrase(next, Grammatical::Singular);
        }
        Some(draft)
    }
}
