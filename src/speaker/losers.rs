//! Who else might have been the speaker, and why each was passed over: worked out only where somebody asks.
//!
//! The sieves answer whom they choose. What speaks against the others is found by asking again with one of them alone: who
//! is chosen then lost to somebody, and who is not has something against it. So no sieve has to tell, and extraction pays
//! nothing.

use std::ops::Range;

use super::resolve::{NEAR_MENTIONS, Query, REACH, Resolver};
use super::sieve::{Refusal, Sieve};
use crate::attribution::Attributed;
use crate::extraction::SpeakerKind;
use crate::mention::Mention;

/// Somebody who is not the speaker.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Loser {
    pub(crate) id: usize,
    /// The nearest mention.
    pub(crate) mention: usize,
    /// By which sieve it would be the speaker, were nobody else there.
    pub(crate) sieve: Option<Sieve>,
    pub(crate) why: Refusal,
}

/// Asks for those who lost one mention.
pub(super) struct Losers<'r, 'a, 'q> {
    resolver: &'r mut Resolver<'a>,
    query: Query<'q>,
    winner: Option<(usize, Sieve)>,
}

impl<'r, 'a, 'q> Losers<'r, 'a, 'q> {
    /// The nearest of them, the nearest first.
    pub(super) fn of(
        resolver: &'r mut Resolver<'a>,
        quote: &'q Attributed,
        winner: Option<(usize, Sieve)>,
    ) -> Vec<Loser> {
        let asked = |who: &&Range<usize>| who.len() == 1 && quote.echo.is_none();
        let Some(who) = quote.who.as_ref().filter(asked) else { return Vec::new() };
        let query = resolver.query(who.start, quote);
        let mut losers = Losers { resolver, query, winner };
        let candidates = losers.candidates();
        candidates.into_iter().filter_map(|(id, mention)| losers.loser(id, mention)).take(MOST).collect()
    }

    /// Everybody else who is mentioned near, with the nearest mention; those before go before those after.
    fn candidates(&self) -> Vec<(usize, usize)> {
        let at = self.query.mention;
        let near = |mention: &usize| self.resolver.cast.sentence_of[*mention].abs_diff(self.query.sentence) <= REACH;
        let Range { start, end } = self.window();
        let mut found: Vec<(usize, usize)> = Vec::new();
        // A pronoun looks back only.
        let after = if self.is_pronoun() { at..at } else { at + 1..end };
        for mention in (start..at).rev().chain(after).filter(near) {
            let Some(id) = self.resolver.cast.of_mention[mention] else { continue };
            let known = found.iter().any(|(other, _)| *other == id) || self.winner.is_some_and(|(won, _)| won == id);
            if !known && found.len() < CANDIDATES {
                found.push((id, mention));
            }
        }
        found
    }

    fn mention(&self) -> &'a Mention {
        &self.resolver.cast.article.mentions[self.query.mention]
    }

    fn is_pronoun(&self) -> bool {
        self.mention().is_pronoun()
    }

    /// The mentions that the sieves look at.
    fn window(&self) -> Range<usize> {
        let at = self.query.mention;
        at.saturating_sub(NEAR_MENTIONS)..(at + NEAR_MENTIONS).min(self.resolver.cast.of_mention.len())
    }

    fn loser(&mut self, id: usize, mention: usize) -> Option<Loser> {
        if matches!(self.winner, Some((_, Sieve::Name))) {
            return self.bears_the_name(id).then_some(Loser { id, mention, sieve: None, why: Refusal::Namesake });
        }
        let sieve = self.sieve_alone(id);
        // `a spokesman` is somebody new, whatever the others are called.
        if sieve.is_none() && !self.is_pronoun() && !self.resolver.is_definite(self.mention()) {
            return None;
        }
        let why = sieve.map_or_else(|| self.objection(id), |sieve| self.place(sieve));
        Some(Loser { id, mention, sieve, why })
    }

    /// The sieve that chooses somebody where nobody else is.
    fn sieve_alone(&mut self, id: usize) -> Option<Sieve> {
        let window = self.window();
        let alone: Vec<Option<usize>> = self.resolver.cast.of_mention[window.clone()]
            .iter()
            .map(|known| known.filter(|other| *other == id))
            .collect();
        let spoke = self.resolver.spoke.iter().rev().take(CANDIDATES).filter(|(_, other)| *other == id).copied();
        let mut spoke: Vec<(usize, usize)> = spoke.collect();
        spoke.reverse();
        let everybody = self.resolver.cast.of_mention[window.clone()].to_vec();
        self.resolver.cast.of_mention[window.clone()].copy_from_slice(&alone);
        std::mem::swap(&mut self.resolver.spoke, &mut spoke);
        let steps = self.resolver.steps(self.query.mention);
        let found =
            steps.iter().find(|(_, step)| step(self.resolver, &self.query) == Some(id)).map(|(sieve, _)| *sieve);
        self.resolver.cast.of_mention[window].copy_from_slice(&everybody);
        std::mem::swap(&mut self.resolver.spoke, &mut spoke);
        found
    }

    /// Where somebody stands who fits by a sieve.
    fn place(&self, sieve: Sieve) -> Refusal {
        let rank = |wanted: Sieve| self.resolver.steps(self.query.mention).iter().position(|(step, _)| *step == wanted);
        match self.winner {
            Some((_, chosen)) if chosen == sieve => Refusal::Farther,
            Some((_, chosen)) if rank(chosen).is_some_and(|chosen| Some(chosen) < rank(sieve)) => Refusal::LessSure,
            _ => Refusal::Rival,
        }
    }

    /// What speaks against somebody whom no sieve chooses.
    fn objection(&self, id: usize) -> Refusal {
        if !self.is_pronoun() {
            return self.objection_to_noun(id);
        }
        if let Some(objection) = self.resolver.objection(&self.query, id) {
            return objection;
        }
        let mut mentions = self.window().filter(|&at| self.resolver.cast.of_mention[at] == Some(id));
        if mentions.all(|at| self.resolver.is_quoted(at)) { Refusal::Quoted } else { Refusal::OutOfReach }
    }

    fn objection_to_noun(&self, id: usize) -> Refusal {
        let cast = &self.resolver.cast;
        let identity = &cast.identities[id];
        let person = |kind| matches!(kind, SpeakerKind::Person | SpeakerKind::Unnamed);
        let marked = self.resolver.gender(&self.query);
        if person(identity.kind) != person(self.query.kind) {
            Refusal::Kind
        } else if marked.is_some() && identity.gender.is_some_and(|known| Some(known) != marked) {
            Refusal::Gender
        } else if self.resolver.is_named_inside(self.query.quote, id) {
            Refusal::NamedInside
        } else {
            Refusal::Role
        }
    }

    fn bears_the_name(&self, id: usize) -> bool {
        let cast = &self.resolver.cast;
        let head = self.mention().name().map(|name| name.core.end - 1);
        let name = cast.identities[id].name.clone();
        cast.identities[id].named && head.is_some_and(|head| name.clone().any(|at| cast.same_word(at, head)))
    }
}

/// How many of those who lost are told.
const MOST: usize = 8;
/// How many are looked at, and how many of the last speakers, so that the time stays linear.
const CANDIDATES: usize = 24;
