//! Names of organisations that go on after a small word: `Institute for the Study of War`.

use std::ops::Range;

use super::name::{self, Name, NameKind};
use super::phrase::{FUNCTION, Reader};
use super::{Mention, MentionKind};
use crate::extraction::EntityKind;
use crate::lexicon::Class;
use crate::token::{Kind, Token};

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
        end = self.subjects_end(end).unwrap_or(end);
        name.core.end = end;
        name.tokens.end = end;
        name
    }

    /// A firm whose own name ends in *’s*, as its verb tells: `Kohl’s said`, `Moody’s has warned`, not `Ann Lee’s said`.
    pub(super) fn with_own_clitic(&self, mut name: Name) -> Name {
        let clitic = name.core.end;
        let own = |token: &Token| token.kind == Kind::Clitic && token.span().of(self.text).ends_with(['s', 'S']);
        if !self.token(clitic).is_some_and(own) {
            return name;
        }
        let spaced = |at: usize| self.token(at).filter(|next| next.spaced);
        // not `Lee’s reported deal`, `Lee’s remarks`
        let plain = |next: &Token| ["said", "says", "told", "tells"].contains(&next.span().of(self.text));
        let auxiliary = spaced(clitic + 1).is_some_and(|next| next.is(Class::AUXILIARY));
        let says = match auxiliary {
            true => spaced(clitic + 2).is_some_and(|verb| verb.word.cue().is_some()),
            false => spaced(clitic + 1).is_some_and(plain),
        };
        if says && !self.is_of_somebody(&name) {
            name.core.end = clitic + 1;
            name.tokens.end = clitic + 1;
            name.kind = NameKind::Organization;
        }
        name
    }

    /// Whether the name is a person's or a place's, as far as its own words or the gazetteer tell.
    fn is_of_somebody(&self, name: &Name) -> bool {
        match name::known_end(self.known, name.core.end) {
            Some(known) => known.kind != EntityKind::Organization,
            None => matches!(name.kind, NameKind::Person | NameKind::Place),
        }
    }

    /// A plural with a capital that goes on with `for`: `Doctors for Clean Air`, `Reporters Without Borders`. At the start of a
    /// sentence, a capitalised word that is nobody's name must follow: `Lawyers for Lee said` has none.
    #[inline]
    pub(super) fn body_of_people(&self, start: usize, first: usize) -> Option<Mention> {
        // Most words have no capital.
        if self.token(first).is_some_and(Token::capital) { self.capital_body(start, first) } else { None }
    }

    #[inline(never)] // so that the look at the capital goes where it is asked for
    fn capital_body(&self, start: usize, first: usize) -> Option<Mention> {
        // `a youth group, Light for All,`
        let called = || {
            first >= self.start + 2
                && self.tokens[first - 1].sign(b',')
                && self.tokens[first - 2].is(Class::COLLECTIVE)
                && !self.tokens[first - 2].capital()
        };
        let called = |token: &&Token| token.is(Class::GROUP | Class::PLURAL) || called();
        let token = self.token(first).filter(called)?;
        let joint = self.token(first + 1)?.span().of(self.text);
        let joined = ["for", "against", "without"].iter().any(|word| joint.eq_ignore_ascii_case(word));
        let capital = |at: &usize| {
            let token = &self.tokens[*at];
            // `Hands for All`
            let all = *at == first + 2 && token.is(Class::DETERMINER) && !token.is(Class::ARTICLE);
            token.kind == Kind::Word && token.capital() && token.spaced && (all || !token.is(FUNCTION))
        };
        let words = (first + 2..self.end.min(first + 2 + LONGEST_OFFICE)).take_while(capital).count();
        let end = first + 2 + words;
        if !joined || words == 0 || token.is(Class::HONORIFIC) {
            return None;
        }
        let common = |token: &Token| token.is(Class::COMMON);
        let titled = self.tokens[first + 1].capital() || self.tokens[first + 2..end].iter().any(common);
        if self.opens_sentence(start) && !titled {
            return None;
        }
        let (core, kind) = (first..end, NameKind::Organization);
        let name = Name { tokens: start..end, core, title: None, honorific: None, kind };
        Some(Mention { tokens: start..end, head: first, kind: MentionKind::Name(name) })
    }

    /// What a role or a group makes of an organisation's name before it: `the Department of Health spokesman`, and with a
    /// name behind it `Department of Health spokesman Bo Ek`.
    pub(super) fn office_in(&self, start: usize, first: usize, name: &Name) -> Option<Mention> {
        let end = name.tokens.end;
        let organisation = name.kind == NameKind::Organization && name.title.is_none();
        let words = (end..self.end.min(end + LONGEST_OFFICE)).take_while(|&at| {
            let token = &self.tokens[at];
            let verb = token.is(FUNCTION | Class::VERB) && !token.is(Class::ROLE_MODIFIER)
                || token.word.cue().is_some() && !token.is(Class::ROLE);
            token.kind == Kind::Word && token.spaced && !token.capital() && !verb
        });
        let words = end..end + words.count();
        let head = words.clone().rev().find(|&at| self.tokens[at].is(Class::ROLE | Class::HUMAN | Class::GROUP));
        let head = head.filter(|&head| organisation && head + 1 == words.end)?;
        let capital = |at: &usize| {
            let token = &self.tokens[*at];
            token.kind == Kind::Word && token.capital() && token.spaced && !token.is(FUNCTION)
        };
        let names = (words.end..self.end.min(words.end + LONGEST_OFFICE)).take_while(capital).count();
        if names > 0 && !self.tokens[head].is(Class::PLURAL) {
            let mut name = name::parse(self.tokens, self.known, words.end..words.end + names);
            name.tokens = start..words.end + names;
            name.title = Some(first..name.title.map_or(words.end, |title| title.end));
            name.kind = NameKind::Person;
            return Some(Mention {
                tokens: name.tokens.clone(),
                head: name.core.end - 1,
                kind: MentionKind::Name(name),
            });
        }
        Some(Mention { tokens: start..head + 1, head, kind: MentionKind::Nominal })
    }

    pub(super) fn organisation_part(&self, at: usize) -> Option<usize> {
        let joint = self.token(at)?;
        let joins = joint.is(Class::OF) || matches!(joint.span().of(self.text), "for" | "on" | "and" | "&");
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
                && !(token.is(Class::ROLE) && token.is(Class::ABBREVIATION))
        }) {
            end += 1;
        }
        let named =
            joint.is(Class::AND) && !self.tokens[first..end].iter().any(|token| token.is(Class::ORGANIZATION_WORD));
        let later_of = self.token(end).is_some_and(|token| token.is(Class::OF));
        (end > first && !(named && !later_of && !self.ends_like_organisation(first..end))).then_some(end)
    }

    /// Where the list of what an office is for ends, of which a part ends here: `for Food` `and Agriculture`,
    /// `for Housing` `, Communities and Local Government`. Only common words with a capital belong to it.
    pub(super) fn subjects_end(&self, at: usize) -> Option<usize> {
        let end = self.subject_list_end(at)?;
        self.token(end).is_none_or(|next| !next.capital()).then_some(end)
    }

    /// `Food and Agriculture Minister`: where the subjects before an office end.
    pub(super) fn subjects_before_office(&self, first: usize) -> Option<usize> {
        let end =
            Some(self.subjects_run(first)).filter(|&run| run > first).and_then(|run| self.subject_list_end(run))?;
        self.token(end).is_some_and(|next| next.capital() && next.is(Class::ROLE)).then_some(end)
    }

    fn subject_list_end(&self, at: usize) -> Option<usize> {
        let mut end = at;
        while end < at + LONGEST_LIST && self.token(end)?.sign(b',') && self.subjects_run(end + 1) > end + 1 {
            end = self.subjects_run(end + 1);
        }
        let and = end + usize::from(self.token(end)?.sign(b','));
        let last = self.token(and).filter(|token| token.is(Class::AND)).map(|_| self.subjects_run(and + 1))?;
        (last > and + 1 && self.tokens[at - 1].capital()).then_some(last)
    }

    /// Where a run of common words with a capital ends, none of them a person or a body.
    fn subjects_run(&self, first: usize) -> usize {
        const OTHER: Class = FUNCTION.union(Class::HONORIFIC).union(Class::ROLE);
        let subject = |at: &usize| {
            let token = &self.tokens[*at];
            // `Media`, but `Grace Lee`
            let given = token.is(Class::FEMALE | Class::MALE) && self.token(at + 1).is_some_and(Token::capital);
            token.capital() && token.is(Class::COMMON | Class::MEDIUM | Class::GROUP) && !token.is(OTHER) && !given
        };
        first + (first..self.end.min(first + LONGEST_OFFICE)).take_while(subject).count()
    }

    /// `… and Prevention`, `… and Technology`: an abstract noun rather than a person's name.
    fn ends_like_organisation(&self, part: Range<usize>) -> bool {
        part.len() == 1 && !self.tokens[part.start].is(Class::FEMALE | Class::MALE | Class::FAMILY)
    }
}

/// The most words of an office behind an organisation's name, and of a name behind that.
const LONGEST_OFFICE: usize = 5;

/// The most words of a list of what an office is for, up to its last part.
const LONGEST_LIST: usize = 16;
