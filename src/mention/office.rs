//! Names behind an office of several words, and with a given name in brackets.

use std::ops::Range;

use super::name::{self, Name, NameKind};
use super::phrase::{FUNCTION, Reader};
use crate::lexicon::Class;
use crate::token::{Case, Kind, Token};

/// What leads up to the capitals behind `of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Led {
    /// `head of corporate affairs Ann Lee`
    ByField,
    /// `Leader of the Opposition Ann Lee`
    ByThe,
    /// `Minister for Railways Ann Lee`
    Bare,
    /// `the Minister for Railways`
    OfTheOffice,
}

impl Reader<'_> {
    /// A title that goes on with `of` or `for` before the name: `Secretary of State Ann Lee`, `Mayor of Leeds Ann Lee`,
    /// `vice president for corporate affairs Ann Lee`, `Minister of State for Home Affairs Ann Lee`.
    pub(super) fn office_of(&self, start: usize, run: Range<usize>) -> Option<Name> {
        let office = &self.tokens[run.end - 1];
        let leads = |at: usize| self.leads_to_field(at, office.capital());
        let people = office.is(Class::HUMAN) && office.is(Class::PLURAL | Class::GROUP);
        let member = office.is(Class::ROLE) || office.is(Class::HUMAN) && office.capital();
        if people || !member || !leads(run.end) {
            return None;
        }
        let (mut joint, mut over) = (run.end, false);
        let given = loop {
            let determined = self.token(joint + 1).is_some_and(|token| token.is(Class::DEFINITE));
            let first = joint + 1 + usize::from(determined);
            let lower = (first..self.end.min(first + LONGEST_FIELD)).take_while(|&at| self.is_field(at)).count();
            let after = first + lower;
            let body = after..self.end.min(after + LONGEST_BODY);
            let end = after + body.take_while(|&at| self.is_capital_word(at) || self.joins_fields(after, at)).count();
            let led = match (determined, lower > 0) {
                (_, true) => Led::ByField,
                (true, _) => Led::ByThe,
                _ if start == run.start => Led::Bare,
                _ => Led::OfTheOffice,
            };
            if let Some(named) = self.behind_branch(end) {
                break named;
            }
            // `director of the University of | Leeds Survey Center`
            let plain = |given: &usize| !over || given + 2 == end && !self.tokens[end - 1].is(Class::COMMON);
            if let Some(given) = self.given_behind_office(led, after..end).filter(plain) {
                if self.is_served(office, after..given) {
                    return None;
                }
                break given..end;
            }
            over |= determined;
            if !leads(end) || end == first || end > run.end + LONGEST_BODY {
                return None;
            }
            joint = end;
        };
        let mut name = name::parse(self.tokens, self.known, given.clone());
        name.tokens = start..given.end;
        name.title = Some(run.start..given.start);
        name.kind = NameKind::Person;
        Some(name)
    }

    /// A member of parliament behind a constituency of two names: `Penrith and Solway MP Ann Lee`.
    pub(super) fn member_for(&self, start: usize) -> Option<Name> {
        let capitals = |from: usize| {
            from..from + (from..self.end).take(LONGEST_PLACE).take_while(|&at| self.is_capital_word(at)).count()
        };
        let first = capitals(start);
        let second = self
            .token(first.end)
            .filter(|and| and.is(Class::AND) && !first.is_empty())
            .map(|_| capitals(first.end + 1))?;
        let seat = |at: &usize| self.tokens[*at].is(Class::POSTNOMINAL) && self.tokens[*at].is(Class::ROLE);
        let seat = second.clone().find(seat).filter(|&seat| seat > second.start && seat + 1 < second.end)?;
        let mut name = name::parse(self.tokens, self.known, seat..second.end);
        (name.title, name.tokens) = (Some(start..seat + 1), start..second.end);
        (name.core.start == seat + 1).then_some(name)
    }

    /// Whether the word may lead from an office to what it is for: `of`, `for`, and between capitals `in`, `on`.
    fn leads_to_field(&self, at: usize, capital: bool) -> bool {
        let Some(token) = self.token(at).filter(|token| token.spaced) else { return false };
        let word = token.span().of(self.text);
        let next = |next: &Token| next.kind == Kind::Word && next.capital() && !next.is(Class::ROLE);
        let between = || capital && self.token(at + 1).is_some_and(next);
        token.is(Class::OF) || word == "for" || ["in", "on"].contains(&word) && between()
    }

    /// Whether the word joins two fields of an office: `Minister of Water | and | Sanitation Ann Lee`.
    fn joins_fields(&self, first: usize, at: usize) -> bool {
        let field = |at: usize| self.is_capital_word(at) && self.tokens[at].is(Class::COMMON);
        let and = self.tokens[at].is(Class::AND);
        and && at > first && field(at - 1) && at + 1 < self.end && field(at + 1)
    }

    /// Where the given name starts among the capitals behind `of`, and behind a field in small letters.
    fn given_behind_office(&self, led: Led, capitals: Range<usize>) -> Option<usize> {
        let personal = |at: &usize| self.tokens[*at].is(Class::FEMALE | Class::MALE) && !self.is_known_place(*at);
        if led == Led::ByField {
            let unknown = capitals.len() == 2 && capitals.clone().all(|at| self.is_unlisted(at));
            return Some(capitals.start).filter(|at| unknown || capitals.len() >= 2 && personal(at));
        }
        let at_last = capitals.clone().last()?;
        let last = &self.tokens[at_last];
        let surname = last.is(Class::FAMILY) || self.is_unlisted(at_last);
        let first = &self.tokens[capitals.start];
        // `Leader of the Opposition Xola Dlamini`, `Minister for Railways Xola Dlamini`
        let body = match led {
            Led::ByThe => first.is(Class::COLLECTIVE),
            Led::Bare => first.is(Class::COMMON),
            _ => false,
        };
        let strange = || {
            Some(capitals.start + 1).filter(|&given| body && surname && capitals.len() > 2 && self.is_unlisted(given))
        };
        // `Director of Public Prosecutions Xola Dlamini`, `Permanent Secretary for Health Dr Xola Dlamini`
        let last_two = capitals.end.checked_sub(2).filter(|&given| {
            led == Led::Bare
                && given > capitals.start
                && self.is_unlisted(given)
                && surname
                && self.tokens[given - 1].is(Class::COMMON)
        });
        let style = |at: &usize| self.tokens[*at].is(Class::ROLE) && self.tokens[*at].is(Class::ABBREVIATION);
        let styled = (capitals.start + 1..capitals.end).find(style).map(|style| style + 1);
        let given =
            styled.or_else(|| (capitals.start + 1..capitals.end).find(personal)).or_else(strange).or(last_two)?;
        // `president of the Leeds Black Caucus`
        let called =
            last.is(Class::ORGANIZATION_WORD | Class::COLLECTIVE) || last.is(Class::COMMON) && !last.is(Class::FAMILY);
        (given + 1 < capitals.end && !(led == Led::ByThe && called)).then_some(given)
    }

    /// Whether no table has the word but as a name.
    fn is_unlisted(&self, at: usize) -> bool {
        self.tokens[at].word.unknown() && !self.tokens[at].is(Class::COMMON)
    }

    /// Whether what stands before the given name is an office of its own, whose bearer has the first in service: `a spokesman for |
    /// Governor Ann Lee`, `Lawyers for | Dr. Ann Lee`; not `Permanent Secretary for | Health Dr Ann Lee`, `Minister for | Justice
    /// Ann Lee`.
    fn is_served(&self, office: &Token, title: Range<usize>) -> bool {
        let short = self.tokens[title.start].is(Class::ABBREVIATION);
        let styled = title.clone().last().is_some_and(|at| self.tokens[at].is(Class::ROLE));
        styled && (!office.capital() || short)
    }

    /// Whether the word may be one of what an office is for: `corporate affairs`.
    fn is_field(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let verb = token.is(FUNCTION | Class::VERB) || token.word.cue().is_some() && !self.is_noun_behind_of(at);
        token.kind == Kind::Word && !token.capital() && token.spaced && !verb
    }

    fn is_capital_word(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.kind == Kind::Word && token.capital() && token.spaced && !token.is(FUNCTION)
    }

    /// The name behind the branch of an office: `Superintendent of Police | (Special Task Force) Ann Lee`.
    fn behind_branch(&self, open: usize) -> Option<Range<usize>> {
        let first = open + 1;
        self.token(open).filter(|token| token.sign(b'('))?;
        self.token(first).filter(|token| !token.is(Class::FEMALE | Class::MALE))?;
        let capitals = |from: usize| {
            from..from + (from..self.end.min(from + LONGEST_PLACE)).take_while(|&at| self.is_proper_word(at)).count()
        };
        let close = capitals(first).end;
        let name = capitals(close + 1);
        (self.token(close)?.sign(b')') && name.len() > 1).then_some(name)
    }

    fn is_proper_word(&self, at: usize) -> bool {
        self.tokens[at].capital() && self.tokens[at].kind == Kind::Word
    }

    /// A given name in brackets or quotation marks: `Coach (Milo) Varga`, `James (Jim) Lee`, `James “Jim” Lee`.
    pub(super) fn bracketed(&self, start: usize, run: Range<usize>) -> Option<Name> {
        let sign = |at: usize, sign: u8| self.token(at).is_some_and(|token| token.sign(sign));
        let capital = |at: usize| self.token(at).is_some_and(|token| token.capital() && token.kind == Kind::Word);
        let open = run.end;
        let quoted = |at: usize| self.token(at).is_some_and(|token| matches!(token.kind, Kind::Mark(_)));
        // `James “The Anvil” Lee`
        let words = (open + 1..self.end.min(open + 1 + LONGEST_NICKNAME)).take_while(|&at| capital(at)).count();
        let close = open + 1 + words;
        let closed = words == 1 && sign(open, b'(') && sign(close, b')') || quoted(open) && quoted(close);
        let inside = closed && words > 0 && self.tokens[run.end - 1].capital();
        let surname =
            (close + 1..self.end.min(close + 4)).take_while(|&at| capital(at) && self.tokens[at].spaced).count();
        if !inside || surname == 0 || self.tokens[open + 1].case == Case::Upper {
            return None;
        }
        let end = close + 1 + surname;
        let mut name = name::parse(self.tokens, self.known, run.clone());
        let office = self.tokens[run.end - 1].is(Class::ROLE);
        if let Some(named) = self.behind_branch(open).filter(|_| office) {
            // `Joint Commissioner (Traffic) Ann Lee`
            (name.title, name.core) = (Some(run.start..named.start), named);
        } else if office {
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

/// The most words of a nickname in quotation marks.
const LONGEST_NICKNAME: usize = 3;

/// The most words in small letters of what an office is for.
const LONGEST_FIELD: usize = 4;

/// The most words of a place in a constituency's name, with the member's name.
const LONGEST_PLACE: usize = 6;

/// The most words with a capital behind `of`, office, body and name.
const LONGEST_BODY: usize = 14;
