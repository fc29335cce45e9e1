//! Numbers without a unit: counts and shares, and when `one` is a number.

use super::amount::Amount;
use super::cardinal::Style;
use super::extent::Term;
use super::line::Line;
use super::object::Grammatical;
use super::words::{Place, Role};
use super::{Draft, Values};
use crate::claim::ClaimKind;
use crate::lexicon::Class;
use crate::span::Span;
use crate::token::{Kind, Token};

impl Line<'_> {
    /// `about as many vehicles`: the value of the claim before.
    pub(super) fn as_many(&self, index: usize) -> Option<Draft> {
        let many = self.token(index + 1).filter(|_| self.is_word(index + 1, "many"))?;
        let compared = (index + 2..index + 16).any(|at| self.is_word(at, "as"));
        let object = self.noun_phrase(index + 2, Grammatical::Plural).filter(|_| !compared)?;
        let times = index > 0 && (self.is_word(index - 1, "times") || self.class_before(index, Class::NUMBER));
        let span = self.token(index)?.span().cover(many.span());
        let draft = Draft { object: Some(object), ..Draft::new(ClaimKind::Count, span, Values::One(Amount::of(0))) };
        (!times).then_some(draft)
    }

    pub(super) fn is_one(draft: &Draft) -> bool {
        draft.values == Values::One(Amount::ONE)
    }

    /// Whether a written `one` is a number: `only one`, `one more second`, `the one sign`; not `one day`, `one of them`.
    pub(super) fn one_counts(&self, index: usize, draft: &Draft) -> bool {
        let token = &self.tokens[index];
        if token.kind == Kind::Number || !self.is_spelled_one(token) {
            return true;
        }
        let of = self.token(index + 1).is_some_and(|token| token.is(Class::OF));
        let pronoun = of || index >= 2 && self.is_word(index - 1, "only") && self.is_word(index - 2, "the");
        if pronoun {
            return false;
        }
        let cue = self.role_before(index, Role::ONE_CUE) || self.qualifier_before(index, draft.kind).is_some();
        if draft.kind != ClaimKind::Duration {
            let the = self.word_before(index, "the") && !self.class_before(index - 1, Class::PREPOSITION);
            return cue || the;
        }
        let interposed = self.word(token.span().end).is_some_and(|(_, entry)| entry.is(Role::INTERPOSED));
        let after = self.token(self.token_from(draft.number.end));
        let before_event = after.is_some_and(|token| token.is(Class::PREPOSITION) && token.is(Class::CONJUNCTION));
        let ago = after.is_some_and(|token| self.token_entry(token).is(Role::NOT_OBJECT));
        cue || interposed || before_event || ago || draft.number.of(self.text).contains('-')
    }

    fn is_spelled_one(&self, token: &Token) -> bool {
        let first = self.piece(token.span().start).map(|piece| piece.span.of(self.text));
        first.is_some_and(|first| first.eq_ignore_ascii_case("one"))
    }

    /// `two-thirds of voters`
    pub(super) fn share(&self, mut draft: Draft, index: usize) -> Option<Draft> {
        draft.kind = ClaimKind::Ratio;
        let next = self.token_from(draft.number.end);
        let glued =
            self.runs_on(self.past_hyphen(draft.number.end)) && self.past_hyphen(draft.number.end) > draft.number.end;
        let ahead = self.token(next).is_some_and(|token| token.is(Class::OF | Class::DETERMINER | Class::POSSESSIVE));
        draft.object = ahead.then(|| self.noun_phrase(next, Grammatical::Plural)).flatten();
        draft.object = draft.object.or_else(|| self.measured_before(self.first_index(index, draft.kind)));
        (!glued).then_some(draft)
    }

    /// A number without unit: a count, an age in apposition, a rate, or nothing.
    pub(super) fn counted(&self, mut draft: Draft, last: &Term<'_>, index: usize) -> Option<Draft> {
        let end = draft.number.end;
        if let Some(age) = self.age(&draft, index) {
            return Some(age);
        }
        if last.hyphened {
            return self.hyphened(draft, end);
        }
        let glued = self.runs_on(end) || (last.number.style == Style::Digits && self.glued(end));
        if glued || self.titled(end) {
            return None;
        }
        let after = self.qualifier_after(end, draft.kind).map_or(end, |found| found.span.end);
        if let Some((measure, unit)) = self.measure(after, &[Place::Word]).filter(|_| after > end) {
            draft.number.end = unit.end;
            (draft.kind, draft.unit) = (measure.kind, Some(measure.code));
            return Some(draft); // `two or more years`
        }
        let next = self.token_from(after);
        draft.object = self.counted_object(&draft, index, next);
        self.counts(&draft, index, next).then(|| self.of_money_or_things(draft, index))
    }

    fn counted_object(&self, draft: &Draft, index: usize, next: usize) -> Option<Span> {
        let number = if Self::is_one(draft) { Grammatical::Singular } else { Grammatical::Plural };
        let of = self.token(next).is_some_and(|token| token.is(Class::OF));
        let vaguely = draft.vague && !of && !self.counted_ahead(next);
        self.noun_phrase(next, number).filter(|_| !vaguely && !self.clause_follows(index, next))
    }

    /// Whether `one` and `zero` are numbers here; all others are.
    fn counts(&self, draft: &Draft, index: usize, next: usize) -> bool {
        if draft.values == Values::One(Amount::of(0)) {
            return self.counted_ahead(next);
        }
        let written = Self::is_one(draft) && self.is_spelled_one(&self.tokens[index]);
        !written || (draft.object.is_some() && self.one_counts(index, draft))
    }

    /// `made millions` is money; `3,000 visits a year` a rate; else a count, of what stands before where nothing follows.
    fn of_money_or_things(&self, mut draft: Draft, index: usize) -> Draft {
        let first = self.first_index(index, draft.kind);
        if draft.vague && draft.object.is_none() && self.role_before(first, Role::EARN) {
            return Draft { kind: ClaimKind::Money, unit: Some("USD"), ..draft };
        }
        self.per_count(&mut draft);
        draft.object = draft.object.or_else(|| self.measured_before(first));
        draft
    }

    /// Whether a unit with a capital follows, so that the number is part of a title: `60 Minutes`.
    fn titled(&self, end: usize) -> bool {
        let next = self.token(self.token_from(end)).filter(|next| next.capital() && !self.title_case);
        next.is_some_and(|next| !self.words.measures_of(self.token_entry(next)).is_empty())
    }

    /// Whether no counted noun follows, but a clause: `19 the inspector sent`, `the two squabbled`.
    fn clause_follows(&self, index: usize, next: usize) -> bool {
        let Some(token) = self.token(next) else { return false };
        let counted = ["more", "other", "such", "additional", "fewer"].iter().any(|word| self.is_word(next, word));
        let determined = token.is(Class::DETERMINER | Class::POSSESSIVE | Class::SUBJECT) && !counted;
        let verb = self.word_before(index, "the") && self.written(token).ends_with("ed") && !self.counted_ahead(next);
        determined || verb
    }

    /// Whether a sign that makes it a name or an identifier touches the number.
    fn glued(&self, end: usize) -> bool {
        matches!(self.char(end), Some('_' | '/' | '@' | '#' | '=' | '°'))
    }

    /// `11.1 assists per game`, `3,000 visits a year`
    fn per_count(&self, draft: &mut Draft) {
        let Some(object) = draft.object else { return };
        if self.literal(object.end, "every").is_some() || self.literal(object.end, "each").is_some() {
            return;
        }
        let Some((end, written)) = self.per(object.end) else { return };
        draft.kind = ClaimKind::Rate;
        if let Some(written) = written {
            draft.number.end = end;
            draft.per = Some(written);
        }
    }

    /// `four-game`, `60,000-seater`; not `four-star`, `one-sided`.
    pub(super) fn hyphened(&self, mut draft: Draft, end: usize) -> Option<Draft> {
        if let Some(found) = self.qualifier_after(end, draft.kind) {
            let next = self.token_from(found.span.end);
            draft.object = self.noun_phrase(next, Grammatical::Plural);
            return Some(draft);
        }
        let (piece, entry) = self.word(end)?;
        let small = Self::is_one(&draft) || entry.is(Role::HYPHEN_NAME) || entry.cardinal.is_some();
        let token = self.token(self.token_from(piece.span.start).saturating_sub(1))?;
        let small = small || self.function(token) && !token.word.unknown();
        draft.object = Some(piece.span);
        let participle = piece.span.of(self.text).ends_with("ed");
        (!small && !participle && piece.span.len() > 1).then_some(draft)
    }
}
