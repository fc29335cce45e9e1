//! Names behind an office of several words, and with a given name in brackets.

use std::ops::Range;

use super::name::{self, Name, NameKind};
use super::phrase::{FUNCTION, Reader};
use crate::lexicon::Class;
use crate::token::{Case, Kind};

impl Reader<'_> {
    /// A title that goes on with `of` before the name: `Secretary of State Ann Lee`, `Mayor of Leeds Ann Lee`.
    pub(super) fn office_of(&self, start: usize, run: Range<usize>) -> Option<Name> {
        let role = self.tokens[run.end - 1].is(Class::ROLE) && self.token(run.end)?.is(Class::OF);
        let determined = self.token(run.end + 1).is_some_and(|token| token.is(Class::DEFINITE));
        let after = run.end + 1 + usize::from(determined);
        let capitals = (after..self.end).take_while(|&at| {
            let token = &self.tokens[at];
            token.kind == Kind::Word && token.capital() && token.spaced && !token.is(FUNCTION)
        });
        let end = after + capitals.count();
        let personal = |at: &usize| self.tokens[*at].is(Class::FEMALE | Class::MALE) && !self.is_known_place(*at);
        // `Leader of the Opposition Xola Dlamini`
        let body = |at: usize| determined && self.tokens[at].is(Class::COLLECTIVE) && self.tokens[end - 1].is(Class::FAMILY);
        let strange = || Some(after + 1).filter(|&given| end > after && body(after) && self.tokens[given].word.unknown());
        let given = (after + 1..end).find(personal).or_else(strange).filter(|&given| role && given + 1 < end)?;
        // `president of the Leeds Black Caucus`
        let last = &self.tokens[end - 1];
        let body =
            last.is(Class::ORGANIZATION_WORD | Class::COLLECTIVE) || last.is(Class::COMMON) && !last.is(Class::FAMILY);
        if determined && body {
            return None;
        }
        let mut name = name::parse(self.tokens, self.known, given..end);
        name.tokens = start..end;
        name.title = Some(run.start..given);
        name.kind = NameKind::Person;
        Some(name)
    }

    /// A given name in brackets or quotation marks: `Coach (Milo) Varga`, `James (Jim) Lee`, `James “Jim” Lee`.
    pub(super) fn bracketed(&self, start: usize, run: Range<usize>) -> Option<Name> {
        let sign = |at: usize, sign: u8| self.token(at).is_some_and(|token| token.sign(sign));
        let capital = |at: usize| self.token(at).is_some_and(|token| token.capital() && token.kind == Kind::Word);
        let open = run.end;
        let quoted = |at: usize| self.token(at).is_some_and(|token| matches!(token.kind, Kind::Mark(_)));
        let closed = sign(open, b'(') && sign(open + 2, b')') || quoted(open) && quoted(open + 2);
        let inside = closed && capital(open + 1) && self.tokens[run.end - 1].capital();
        let surname =
            (open + 3..self.end.min(open + 6)).take_while(|&at| capital(at) && self.tokens[at].spaced).count();
        if !inside || surname == 0 || self.tokens[open + 1].case == Case::Upper {
            return None;
        }
        let end = open + 3 + surname;
        let mut name = name::parse(self.tokens, self.known, run.clone());
        if self.tokens[run.end - 1].is(Class::ROLE) {
            (name.title, name.core) = (Some(run.clone()), open..end);
        } else if self.tokens[run.end - 1].is(Class::FEMALE | Class::MALE) {
            name.core.end = end;
        } else {
            return None;
        }
        (name.tokens, name.kind) = (start..end, NameKind::Person);
        Some(name)
    }
}
