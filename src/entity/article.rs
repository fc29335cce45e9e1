//! What the article as a whole says of the names in it: who bears them, and which countries it is about.

use std::collections::{HashMap, HashSet};

use super::Found;
use super::context::Context;
use crate::extraction::EntityKind;
use crate::gazetteer::{Candidate, Sort};
use crate::lexicon::Class;
use crate::token::{Case, Kind};

/// People from which a town needs no hint although people bear its name.
const LARGE: u32 = 300_000;

/// What was learnt from the whole article.
#[derive(Debug, Default)]
pub(super) struct Article<'n> {
    /// Words that stand in a person's name somewhere.
    bearers: HashSet<String>,
    /// Countries named, by themselves or by a place that can only be there.
    countries: HashSet<[u8; 2]>,
    /// Names that stand with a hint that they are places.
    hinted: HashSet<String>,
    /// People of the gazetteer met so far by surname; `None` where two share it.
    surnames: HashMap<String, Option<Candidate<'n>>>,
}

impl<'n> Article<'n> {
    /// Reads the names of the whole article.
    pub(super) fn read(context: &Context<'_, 'n>) -> Self {
        let mut article = Article { bearers: bearers(context), ..Article::default() };
        for found in context.found {
            let mut places = places(context, found);
            let Some(first) = places.next() else { continue };
            let countries_only = first.entry.sort == Sort::Country || first.entry.sort == Sort::State;
            if (countries_only || first.entry.population > LARGE)
                && places.all(|other| other.country() == first.country())
            {
                article.countries.extend(first.country());
            }
            if context.hints_place(found) && !context.joins_left(found) && !context.joins_right(found) {
                article.hinted.insert(context.written(found.first).to_owned());
            }
        }
        article
    }

    /// The place that is meant, if one is.
    pub(super) fn place(&self, context: &Context<'_, 'n>, found: &Found) -> Option<Candidate<'n>> {
        let after = context.tokens.get(found.end).filter(|after| after.is(Class::PLACE_WORD) && after.spaced);
        let place = places(context, found).max_by_key(|place| {
            let region = after.is_some() && place.entry.sort == Sort::Region;
            let here = place.country().is_some_and(|country| self.countries.contains(&country));
            (region, here, place.rank(), std::cmp::Reverse(place.number))
        })?;
        let meant = !context.joins_left(found) && !context.joins_right(found) && self.is_meant(context, found, &place);
        meant.then_some(place)
    }

    /// Whether the place is meant and not a person or a common word.
    fn is_meant(&self, context: &Context<'_, 'n>, found: &Found, place: &Candidate<'n>) -> bool {
        let token = &context.tokens[found.first];
        let written = context.written(found.first);
        if found.end > found.first + 1 || place.rank().0 {
            return true;
        }
        if written.ends_with('.') && place.entry.sort == Sort::State {
            return found.first > 0 && context.tokens[found.first - 1].sign(b',');
        }
        if token.is(Class::MONTH | Class::TIME) {
            return false;
        }
        if self.bearers.contains(written) {
            return false;
        }
        let hinted = context.hints_place(found) || self.hinted.contains(written);
        let strong =
            matches!(place.entry.sort, Sort::Country | Sort::State | Sort::Area) || place.entry.population >= LARGE;
        if token.is(Class::COMMON) || place.entry.also_word {
            return hinted;
        }
        strong || hinted || !place.entry.also_person
    }

    /// Remembers a person of the gazetteer whom the article names.
    pub(super) fn meet(&mut self, context: &Context<'_, 'n>, found: &Found, person: Candidate<'n>) {
        let _ = (context, found);
        for name in person.names() {
            let Some((_, surname)) = name.rsplit_once(' ') else { continue };
            let known = self.surnames.entry(surname.to_owned()).or_insert(Some(person));
            if known.is_some_and(|known| known.number != person.number) {
                *known = None;
            }
        }
    }

    /// The person of the gazetteer, named in full before, whose surname stands alone here.
    pub(super) fn surname(&self, context: &Context<'_, 'n>, at: usize) -> Option<Candidate<'n>> {
        let token = &context.tokens[at];
        if self.surnames.is_empty() || token.kind != Kind::Word || !token.capital() {
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

/// Words after a given name, an honorific, a role or an initial, and given names before a family name.
fn bearers(context: &Context<'_, '_>) -> HashSet<String> {
    let mut bearers = HashSet::new();
    for range in context.paragraphs {
        for at in range.start + 1..range.end {
            let (first, last) = (&context.tokens[at - 1], &context.tokens[at]);
            let capitals = first.kind == Kind::Word && last.kind == Kind::Word && first.capital() && last.capital();
            if !capitals || !last.spaced || last.case == Case::Upper {
                continue;
            }
            let word =
                Class::COMMON | Class::ROLE | Class::TIME | Class::MONTH | Class::DEMONYM | Class::ORGANIZATION_WORD;
            let given = first.is(Class::FEMALE | Class::MALE) && !first.is(Class::COMMON);
            if given && !last.is(word | Class::PLACE_WORD) || first.is(Class::HONORIFIC) {
                bearers.insert(context.written(at).to_owned());
                bearers.insert(context.written(at - 1).to_owned());
            }
        }
    }
    bearers
}
