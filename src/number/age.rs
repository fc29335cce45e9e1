//! Ages without the word `year`: `Ann Lee, 43,`, `aged 6`, `voters under 45`.

use super::line::Line;
use super::object::Grammatical;
use super::words::Role;
use super::{Draft, Values};
use crate::claim::ClaimKind;
use crate::lexicon::Class;
use crate::span::Span;
use crate::token::Kind;

impl Line<'_> {
    pub(super) fn person_after(&self, end: usize) -> Option<Span> {
        let next = self.token_from(end);
        let direct = self
            .token(next)
            .is_some_and(|token| token.spaced && token.kind == Kind::Word && !token.is(Class::DETERMINER));
        direct.then(|| self.noun_phrase(next, Grammatical::Singular)).flatten()
    }

    /// Whose age `20 years old` tells: the phrase before the verb.
    pub(super) fn clause_subject_of_age(&self, index: usize) -> Option<Span> {
        let first = self.first_index(index, ClaimKind::Age);
        let first = if self.role_before(first, Role::AGE) { first - 1 } else { first };
        let verb = self.class_before(first, Class::AUXILIARY);
        if verb { self.measured_before(first) } else { self.bearer_before(first) }
    }

    /// `Ann Lee, 43,`, `aged 6`, `Ann Lee (43)`
    pub(super) fn age(&self, draft: &Draft, index: usize) -> Option<Draft> {
        let first = self.first_index(index, ClaimKind::Age);
        if self.said_to_be(first) && !draft.vague {
            return self.age_of_subject(draft, index, first);
        }
        let bearer = if self.role_before(first, Role::AGE) {
            let comma = self.before(first - 1).is_some_and(|token| token.sign(b','));
            self.bearer_before(first - 1 - usize::from(comma))
        } else if self.age_limit(first, index, draft) {
            self.token(first - 1).map(|token| token.span())
        } else if self.aged_without_bearer(first, index, draft) {
            None
        } else {
            Some(self.age_in_apposition(draft, index)?)
        };
        Some(Draft { kind: ClaimKind::Age, unit: Some("year"), object: bearer, ..draft.clone() })
    }

    /// `ages of 18 and 40`, `aged 16 and 19`, `died at 92`, `older than 50`
    fn aged_without_bearer(&self, first: usize, index: usize, draft: &Draft) -> bool {
        let of_age = |at: usize| at >= 2 && self.class_before(at, Class::OF) && self.has_role(at - 2, Role::AGE);
        if of_age(first) {
            return true;
        }
        let joined = index >= 3 && self.word_before(index, "and");
        let second = joined && (self.role_before(index - 2, Role::AGE) || of_age(index - 2));
        let at_death = first >= 2 && self.word_before(first, "at") && self.has_role(first - 2, Role::DIES);
        let compared = first < index && self.has_role(first, Role::AGE);
        (second || at_death || compared) && !self.counted_ahead(self.token_from(draft.number.end))
    }

    /// Whose age stands between commas or in brackets: `Ann Lee, 43,`, `Ann Lee (43)`.
    fn age_in_apposition(&self, draft: &Draft, index: usize) -> Option<Span> {
        let Values::One(value) = draft.values else { return None };
        let years =
            value.whole().is_some_and(|age| (1..=115).contains(&age)) && self.tokens[index].kind == Kind::Number;
        let open = self.before(index).filter(|before| before.sign(b',') || before.sign(b'('))?;
        let close = self.char(draft.number.end);
        let closed = if open.sign(b'(') { close == Some(')') } else { matches!(close, Some(',' | '.' | ';')) };
        let decimal = self.char(draft.number.end + 1).is_some_and(|ch| ch.is_ascii_digit());
        self.bearer_before(index - 1).filter(|_| years && closed && !decimal)
    }

    /// Whether the number at `index` bounds the age of the people before: `voters under 45`.
    fn age_limit(&self, first: usize, index: usize, draft: &Draft) -> bool {
        let side = first < index && self.tokens[first].is(Class::PREPOSITION);
        side && self.role_before(first, Role::AGED_GROUP) && !self.counted_ahead(self.token_from(draft.number.end))
    }

    /// Whether the number at `index` is what a person is: `She was 92.`
    fn said_to_be(&self, index: usize) -> bool {
        let person = index >= 2
            && self
                .token(index - 2)
                .is_some_and(|token| token.is(Class::SUBJECT) && token.is(Class::MASCULINE | Class::FEMININE));
        person && (self.class_before(index, Class::AUXILIARY) || self.word_before(index, "turned"))
    }

    fn age_of_subject(&self, draft: &Draft, index: usize, first: usize) -> Option<Draft> {
        let Values::One(value) = draft.values else { return None };
        let plausible =
            value.whole().is_some_and(|age| (1..=115).contains(&age)) && self.tokens[index].kind == Kind::Number;
        let after = self.token(self.token_from(draft.number.end));
        let alone = after
            .is_none_or(|token| !token.wordlike() || token.is(Class::CONJUNCTION | Class::PREPOSITION | Class::AND));
        let object = self.token(first - 2).map(|token| token.span());
        (plausible && alone).then(|| Draft { kind: ClaimKind::Age, unit: Some("year"), object, ..draft.clone() })
    }
}
