//! Names of organisations that go on after a small word: `Institute for the Study of War`.

use std::ops::Range;

use super::name::Name;
use super::phrase::Reader;
use crate::lexicon::Class;
use crate::token::Kind;

impl Reader<'_> {
    /// An organisation's name with what belongs to it after `of`, `for`, `on`, `and`: `Institute for the Study of War`.
    pub(super) fn extended(&self, mut name: Name) -> Name {
        let core = &self.tokens[name.core.clone()];
        if !core.iter().any(|token| token.is(Class::ORGANIZATION_WORD)) {
            return name;
        }
        let mut end = name.core.end;
        while let Some(next) = self.organisation_part(end) {
            end = next;
        }
        name.core.end = end;
        name.tokens.end = end;
        name
    }

    pub(super) fn organisation_part(&self, at: usize) -> Option<usize> {
        let joint = self.token(at)?;
        let joins = joint.is(Class::OF) || matches!(joint.span.of(self.text), "for" | "on" | "and" | "&");
        if !joins {
            return None;
        }
        let first = if self.token(at + 1)?.is(Class::DETERMINER) { at + 2 } else { at + 1 };
        let mut end = first;
        while self.token(end).is_some_and(|token| {
            token.kind == Kind::Word
                && token.capital()
                && token.spaced
                && !token.is(Class::TIME | Class::HONORIFIC | Class::DETERMINER | Class::MONTH)
        }) {
            end += 1;
        }
        let named =
            joint.is(Class::AND) && !self.tokens[first..end].iter().any(|token| token.is(Class::ORGANIZATION_WORD));
        let later_of = self.token(end).is_some_and(|token| token.is(Class::OF));
        (end > first && !(named && !later_of && !self.ends_like_organisation(first..end))).then_some(end)
    }

    /// `… and Prevention`, `… and Technology`: an abstract noun rather than a person's name.
    fn ends_like_organisation(&self, part: Range<usize>) -> bool {
        part.len() == 1 && !self.tokens[part.start].is(Class::FEMALE | Class::MALE | Class::FAMILY)
    }
}
