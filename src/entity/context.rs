//! What stands around a name.

use std::ops::Range;

use super::Found;
use crate::extraction::EntityKind;
use crate::gazetteer::{Candidate, Names, Sort};
use crate::lexicon::Class;
use crate::token::{Case, Kind, Mark, Token};

/// The article and the names found in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a, 'n> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) paragraphs: &'a [Range<usize>],
    pub(super) names: &'n Names,
    pub(super) found: &'a [Found],
    /// For each paragraph whether it is set as a headline.
    pub(super) headlines: &'a [bool],
}

/// Words that may stand with a capital beside a place and be no part of its name.
const BESIDE: [Class; 14] = [
    Class::ROLE,
    Class::ROLE_MODIFIER,
    Class::HONORIFIC,
    Class::TIME,
    Class::MONTH,
    Class::DEMONYM,
    Class::DIRECTION,
    Class::PREPOSITION,
    Class::CONJUNCTION,
    Class::AND,
    Class::DETERMINER,
    Class::SUBJECT,
    Class::AUXILIARY,
    Class::OF,
];

impl<'a> Context<'a, '_> {
    /// The words of the article.
    pub(super) fn written(&self, at: usize) -> &'a str {
        self.tokens[at].span().of(self.text)
    }

    /// The token before `at` in its paragraph, where only white space is between.
    pub(super) fn before(&self, paragraph: usize, at: usize) -> Option<usize> {
        let before = at.checked_sub(1).filter(|before| *before >= self.paragraphs[paragraph].start)?;
        self.tokens[at].spaced.then_some(before)
    }

    /// The token from `end` on in its paragraph, where only white space is between.
    pub(super) fn after(&self, paragraph: usize, end: usize) -> Option<usize> {
        (end < self.paragraphs[paragraph].end && self.tokens[end].spaced).then_some(end)
    }

    /// Whether the token starts a sentence, or what is quoted.
    pub(super) fn starts_sentence(&self, paragraph: usize, at: usize) -> bool {
        if at <= self.paragraphs[paragraph].start {
            return true;
        }
        let before = &self.tokens[at - 1];
        matches!(before.kind, Kind::Mark(mark) if mark != Mark::CloseSingle) || before.terminal() || before.sign(b':')
    }

    /// Whether a person may be meant: not where a longer name goes on.
    pub(super) fn may_be_person(&self, found: &Found) -> bool {
        let whole = found.end() > found.first() + 1;
        whole || (!self.joins_left(found) && !self.joins_right(found))
    }

    /// Whether an organisation may be meant: `WHO WON` names none, nor does `Apple trees` at the start of a sentence.
    pub(super) fn may_be_organization(&self, found: &Found) -> bool {
        let token = &self.tokens[found.first()];
        let several = found.end() > found.first() + 1;
        if token.is(Class::DETERMINER) && several {
            return !self.tokens[found.first() + 1].is(Class::COMMON)
                || !self.starts_sentence(found.paragraph(), found.first());
        }
        if several || !token.is(Class::COMMON) {
            return several || !self.joins_left(found);
        }
        let upper = |at: Option<usize>| at.is_some_and(|at| self.tokens[at].case == Case::Upper);
        if token.case == Case::Upper {
            return !upper(self.before(found.paragraph(), found.first()))
                && !upper(self.after(found.paragraph(), found.end()));
        }
        !self.starts_sentence(found.paragraph(), found.first())
    }

    /// Whether the capitalised word before belongs to the same, longer name.
    pub(super) fn joins_left(&self, found: &Found) -> bool {
        let Some(before) = self.before(found.paragraph(), found.first()) else { return false };
        let token = &self.tokens[before];
        if token.is(Class::OF) && !token.capital() {
            return self.before(found.paragraph(), before).is_some_and(|head| {
                self.tokens[head].capital() && self.tokens[head].is(Class::ORGANIZATION_WORD | Class::STYLE)
            });
        }
        if token.kind != Kind::Word || !token.capital() || self.is_found(before) {
            return false;
        }
        let given = token.is(Class::FEMALE | Class::MALE);
        if self.starts_sentence(found.paragraph(), before) || self.headlines[found.paragraph()] {
            return (given || is_initial(self.written(before))) && !token.is(Class::COMMON);
        }
        if token.is(Class::ROLE | Class::HONORIFIC) {
            return self.tokens[found.first()].is(Class::FAMILY);
        }
        given || !beside(token)
    }

    /// Whether the capitalised words after belong to the same, longer name.
    pub(super) fn joins_right(&self, found: &Found) -> bool {
        let Some(after) = self.after(found.paragraph(), found.end()) else { return false };
        let token = &self.tokens[after];
        if token.kind != Kind::Word || !token.capital() {
            return false;
        }
        if let Some(next) = self.found_at(after) {
            return next.end() > next.first() + 1 && self.is_only_organization(next);
        }
        if self.headlines[found.paragraph()] {
            return token.is(Class::ORGANIZATION_WORD) || (token.is(Class::FAMILY) && !token.is(Class::COMMON));
        }
        self.names_organization(found.paragraph(), after) || !(beside(token) || token.is(Class::PLACE_WORD))
    }

    /// Whether capitalised words from `at` on end in an organisation: `Democratic Party`, but not `Foreign Minister`.
    fn names_organization(&self, paragraph: usize, at: usize) -> bool {
        let rest = &self.tokens[at..self.paragraphs[paragraph].end];
        let capitals = rest.iter().take_while(|token| token.kind == Kind::Word && token.capital() && token.spaced);
        let before_role = capitals.take_while(|token| !token.is(Class::ROLE) || token.is(Class::ROLE_MODIFIER));
        before_role.take(5).any(|token| token.is(Class::ORGANIZATION_WORD))
    }

    /// Whether a place is meant rather than an organisation of the same name: `in Arsenal`, not `Arsenal won`.
    pub(super) fn outranks(&self, found: &Found, place: &Candidate<'_>) -> bool {
        matches!(place.entry.sort, Sort::Country | Sort::State | Sort::Area) || self.hints_place(found)
    }

    /// Whether a word beside it says that it is a place.
    pub(super) fn hints_place(&self, found: &Found) -> bool {
        self.hint_before(found) || self.hint_after(found)
    }

    /// Whether the name stands where a traveller's aim does: `flew to Jordan`, `in Jordan`.
    pub(super) fn follows_motion(&self, found: &Found) -> bool {
        let before = self.before(found.paragraph(), found.first());
        before.is_some_and(|before| self.tokens[before].is(Class::LOCATIVE | Class::TO))
    }

    /// Whether a town, or a party, stands before the abbreviation of a state: `Tampa, FL`, `Columbia S.C.`, `R-Ky.`
    pub(super) fn follows_town(&self, found: &Found) -> bool {
        if found.start() > self.tokens[found.first()].span().start {
            return true;
        }
        let Some(before) = found.first().checked_sub(1) else { return false };
        let comma = self.tokens[before].sign(b',');
        let town = if comma { before.checked_sub(1) } else { Some(before) };
        let dotted = self.written(found.first()).ends_with('.');
        (comma || dotted)
            && town.is_some_and(|town| town >= self.paragraphs[found.paragraph()].start && self.tokens[town].capital())
    }

    /// The country of the state, region or country that stands behind a town: `London, Ontario`.
    pub(super) fn region_after(&self, found: &Found) -> Option<[u8; 2]> {
        let comma = found.end() < self.paragraphs[found.paragraph()].end && self.tokens[found.end()].sign(b',');
        let region = self.found_at(found.end() + 1).filter(|_| comma)?;
        let is_region = |sort: Sort| matches!(sort, Sort::Country | Sort::State | Sort::Region);
        let mut regions = self.names.candidates(region.hit).filter(|candidate| is_region(candidate.entry.sort));
        let country = regions.next()?.country();
        // `Georgia` is in two.
        country.filter(|_| regions.all(|other| other.country() == country))
    }

    /// Whether a noun with its article says that the name is that of something else: `the trawler Aurora, which sank`, but
    /// not `a united Leeds`.
    pub(super) fn is_called(&self, found: &Found) -> bool {
        let Some(noun) = self.before(found.paragraph(), found.first()) else { return false };
        let article = self.before(found.paragraph(), noun).is_some_and(|at| self.tokens[at].is(Class::ARTICLE));
        let other = Class::PLACE_WORD | Class::DIRECTION | Class::ROLE_MODIFIER | Class::ADVERB | Class::TIME;
        let small = self.tokens[noun].kind == Kind::Word && self.tokens[noun].case == Case::Lower;
        let small = small && !self.written(noun).ends_with("ed");
        let ends = self.after(found.paragraph(), found.end()).is_none_or(|next| {
            self.tokens[next].is(Class::RELATIVE | Class::AUXILIARY | Class::PREPOSITION | Class::VERB)
        });
        article && small && !self.tokens[noun].is(other) && !beside(&self.tokens[noun]) && ends
    }

    fn hint_before(&self, found: &Found) -> bool {
        let Some(before) =
            found.first().checked_sub(1).filter(|_| found.first() > self.paragraphs[found.paragraph()].start)
        else {
            return false;
        };
        let token = &self.tokens[before];
        let of = token.is(Class::OF)
            && before > 0
            && self.tokens[before - 1].is(Class::PLACE_WORD | Class::ROLE | Class::DIRECTION);
        of || token.is(Class::LOCATIVE | Class::PLACE_WORD | Class::DIRECTION)
    }

    fn hint_after(&self, found: &Found) -> bool {
        let end = self.paragraphs[found.paragraph()].end;
        let Some(after) = self.tokens[..end].get(found.end()) else { return false };
        let dateline = found.first() == self.paragraphs[found.paragraph()].start
            && self.tokens[found.first()].case == Case::Upper
            && (after.sign(b'(') || after.sign(b',') || after.kind == Kind::Dash);
        let in_region = after.sign(b',') && self.is_found(found.end() + 1);
        dateline || in_region || (after.is(Class::PLACE_WORD) && after.spaced)
    }

    /// Whether a name of the gazetteer covers the token.
    pub(super) fn is_found(&self, at: usize) -> bool {
        self.found_at(at).is_some()
    }

    /// The name of the gazetteer that covers the token.
    fn found_at(&self, at: usize) -> Option<&Found> {
        let next = self.found.partition_point(|found| found.end() <= at);
        self.found.get(next).filter(|found| found.first() <= at)
    }

    fn is_only_organization(&self, found: &Found) -> bool {
        self.names.candidates(found.hit).all(|candidate| candidate.entry.kind == EntityKind::Organization)
    }
}

/// Whether nearly all longer words have capitals, as in headlines.
pub(super) fn is_headline(paragraph: &[Token]) -> bool {
    let words = paragraph.iter().filter(|token| token.kind == Kind::Word && token.span().len() > 3);
    let (mut capital, mut small) = (0, 0);
    for word in words {
        *(if word.capital() { &mut capital } else { &mut small }) += 1;
        if small > 4 || capital > 40 {
            return false; // as nearly every paragraph after its first words
        }
    }
    (5..=40).contains(&(capital + small)) && capital >= small * 9
}

fn beside(token: &Token) -> bool {
    token.is(BESIDE.into_iter().fold(Class::default(), |all, class| all | class))
}

fn is_initial(word: &str) -> bool {
    word.ends_with('.') && word.len() <= 3
}
