//! What the article as a whole says of the names in it: who bears them, and which countries it is about.

use super::Found;
use super::context::Context;
use crate::extraction::EntityKind;
use crate::gazetteer::{Candidate, Sort};
use crate::hash::{HashMap, Quick};
use crate::lexicon::Class;
use crate::span::Span;
use crate::token::{Case, Kind, Token};

/// People from which a town needs no hint although people bear its name.
const LARGE: u32 = 300_000;

/// People from which a town is meant even where a noun seems to call something else so.
const KNOWN: u32 = 1_000_000;

/// For how many words room is made at once: articles that name more name the same over and over.
const MOST_ROOM: usize = 256;

/// What was learnt from the whole article.
#[derive(Debug, Default)]
pub(super) struct Article<'a, 'n> {
    /// What stands as a part of somebody's name, or with a hint that it is a place.
    words: HashMap<&'a str, Seen>,
    /// Countries named, by themselves or by a place that can only be there.
    countries: Countries,
    /// People of the gazetteer met so far by surname; `None` where two share it.
    surnames: HashMap<&'n str, Option<Candidate<'n>>>,
}

/// How a word stands somewhere in the article.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    /// As a family name: `Jordan` in an article on Michael Jordan.
    family: bool,
    /// As a given name before a family name.
    given: bool,
    /// With a hint that it is a place.
    hinted: bool,
}

/// A set of countries, by their two letters: a bit each.
#[derive(Debug, Default)]
struct Countries([u32; 26]);

impl Countries {
    fn add(&mut self, country: Option<[u8; 2]>) {
        if let Some((row, bit)) = country.and_then(Self::place) {
            self.0[row] |= bit;
        }
    }

    fn contains(&self, country: [u8; 2]) -> bool {
        Self::place(country).is_some_and(|(row, bit)| self.0[row] & bit != 0)
    }

    /// Tables admit no other letters than capitals.
    fn place([first, second]: [u8; 2]) -> Option<(usize, u32)> {
        let letter = |byte: u8| byte.checked_sub(b'A').filter(|letter| *letter < 26);
        Some((usize::from(letter(first)?), 1 << letter(second)?))
    }
}

impl<'a, 'n> Article<'a, 'n> {
    /// Reads the names of the whole article.
    pub(super) fn read(context: &Context<'a, 'n>) -> Self {
        let room = context.found.len().min(MOST_ROOM);
        let words = HashMap::with_capacity_and_hasher(room, Quick::default());
        let mut article = Article { words, ..Article::default() };
        article.read_bearers(context);
        for found in context.found {
            let mut places = places(context, found);
            let Some(first) = places.next() else { continue };
            let countries_only = first.entry.sort == Sort::Country || first.entry.sort == Sort::State;
            if (countries_only || first.entry.population > LARGE)
                && places.all(|other| other.country() == first.country())
            {
                article.countries.add(first.country());
            }
            if context.hints_place(found) && !context.joins_left(found) && !context.joins_right(found) {
                article.word(context.written(found.first())).hinted = true;
            }
        }
        article
    }

    fn word(&mut self, written: &'a str) -> &mut Seen {
        self.words.entry(written).or_default()
    }

    /// Words after a given name or an honorific, and given names before another word.
    fn read_bearers(&mut self, context: &Context<'a, '_>) {
        for range in context.paragraphs {
            for (at, pair) in (range.start..).zip(context.tokens[range.clone()].windows(2)) {
                if names_person(&pair[0], &pair[1]) {
                    self.word(context.written(at)).given = true;
                    self.word(context.written(at + 1)).family = true;
                }
            }
        }
    }

    /// The place that is meant, if one is.
    pub(super) fn place(&self, context: &Context<'_, 'n>, found: &Found) -> Option<Candidate<'n>> {
        let after = context.tokens.get(found.end()).filter(|after| after.is(Class::PLACE_WORD) && after.spaced);
        let region_after = context.region_after(found);
        let place = places(context, found).max_by_key(|place| {
            let region = after.is_some() && place.entry.sort == Sort::Region;
            let there = region_after.is_some() && place.entry.sort == Sort::City && place.country() == region_after;
            let here = place.country().is_some_and(|country| self.countries.contains(country));
            (region, there, here, place.rank(), std::cmp::Reverse(place.number))
        })?;
        let meant = !context.joins_left(found) && !context.joins_right(found) && self.is_meant(context, found, &place);
        meant.then_some(place)
    }

    /// Whether the place is meant and not a person or a common word.
    fn is_meant(&self, context: &Context<'_, 'n>, found: &Found, place: &Candidate<'n>) -> bool {
        let token = &context.tokens[found.first()];
        let written = Span::new(found.start(), found.hit.end()).of(context.text);
        if found.end() > found.first() + 1 || place.rank().0 {
            return true;
        }
        let country = matches!(place.entry.sort, Sort::Country | Sort::State);
        if place.entry.sort == Sort::State && is_abbreviation(written) {
            return context.follows_town(found);
        }
        let large = country || place.entry.sort == Sort::Area || place.entry.population >= LARGE;
        if token.is(Class::MONTH | Class::TIME) {
            return false;
        }
        let seen = self.words.get(written).copied().unwrap_or_default();
        if seen.family {
            return large && context.follows_motion(found);
        }
        if seen.given && !large {
            return false;
        }
        let hinted_here = context.hints_place(found);
        let known = country || place.entry.sort == Sort::Area || place.entry.population >= KNOWN;
        if !known && !hinted_here && context.is_called(found) {
            return false;
        }
        if (token.is(Class::COMMON) && !country) || place.entry.also_word {
            let elsewhere = seen.hinted && !context.starts_sentence(found.paragraph(), found.first());
            return hinted_here || elsewhere;
        }
        large || hinted_here || seen.hinted || !place.entry.also_person
    }

    /// Remembers a person of the gazetteer whom the article names.
    pub(super) fn meet(&mut self, person: Candidate<'n>) {
        for name in person.names() {
            let Some((_, surname)) = name.rsplit_once(' ') else { continue };
            let known = self.surnames.entry(surname).or_insert(Some(person));
            if known.is_some_and(|known| known.number != person.number) {
                *known = None;
            }
        }
    }

    /// Whether the article has named anybody of the gazetteer so far.
    pub(super) fn has_met_people(&self) -> bool {
        !self.surnames.is_empty()
    }

    /// The person of the gazetteer, named in full before, whose surname stands alone here.
    pub(super) fn surname(&self, context: &Context<'_, 'n>, at: usize) -> Option<Candidate<'n>> {
        let token = &context.tokens[at];
        if !token.capital() || token.kind != Kind::Word || self.surnames.is_empty() {
            return None;
        }
        let person = (*self.surnames.get(context.written(at))?)?;
        let joined = at > 0 && token.spaced && {
            let before = &context.tokens[at - 1];
            before.kind == Kind::Word && before.capital() && before.is(Class::FEMALE | Class::MALE)
        };
        (!joined).then_some(person)
    }
}

fn places<'n>(context: &Context<'_, 'n>, found: &Found) -> impl Iterator<Item = Candidate<'n>> + use<'n> {
    let names = context.names;
    names.candidates(found.hit).filter(|candidate| candidate.entry.kind == EntityKind::Place)
}

/// `Calif.`, `CA`
fn is_abbreviation(written: &str) -> bool {
    written.ends_with('.') || written.len() == 2
}

/// Whether two words are a given name, or an honorific, and a family name.
fn names_person(first: &Token, last: &Token) -> bool {
    if last.case != Case::Capital || !first.capital() || !last.spaced {
        return false; // nearly always
    }
    if first.kind != Kind::Word || last.kind != Kind::Word {
        return false;
    }
    let given = first.is(Class::FEMALE | Class::MALE) && !first.is(Class::COMMON);
    let no_family_name = Class::COMMON
        | Class::ROLE
        | Class::TIME
        | Class::MONTH
        | Class::DEMONYM
        | Class::ORGANIZATION_WORD
        | Class::PLACE_WORD;
    (given && !last.is(no_family_name)) || first.is(Class::HONORIFIC)
}
