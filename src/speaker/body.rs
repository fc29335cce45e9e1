//! Which organisation a noun means: `the company`, `the ministry`, `the regulator`.

use std::ops::Range;

use super::resolve::{NEAR_MENTIONS, Query, REACH, Resolver};
use crate::extraction::{EntityKind, EntityMention, SpeakerKind};
use crate::lexicon::{Class, Takes};
use crate::mention::{Mention, MentionKind};
use crate::token::Kind;

impl Resolver<'_> {
    /// The nearest organisation before that is called so or has the word in its name, else the nearest after with that name;
    /// `the appeals court` is a Court of Appeals, if one is named.
    pub(super) fn organization_called(&self, query: &Query<'_>, word: usize) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let words = || self.cast.without_determiner(&mention.tokens).start..word;
        let all = |name: &Range<usize>| words().all(|at| self.stands_in(at, name));
        let full = || self.organization_with(query, word, &all);
        let full = if words().is_empty() { None } else { full() };
        full.or_else(|| self.organization_with(query, word, &|_| true))
    }

    fn organization_with(&self, query: &Query<'_>, word: usize, fits: &dyn Fn(&Range<usize>) -> bool) -> Option<usize> {
        let named = |id: usize| {
            let identity = &self.cast.identities[id];
            let organization = identity.named && identity.kind == SpeakerKind::Organization;
            organization && self.names_such(&identity.name, word) && fits(&identity.name)
        };
        let called = |id: usize| {
            let identity = &self.cast.identities[id];
            identity.called.is_some_and(|noun| self.cast.same_word(noun, word)) && fits(&identity.name)
        };
        if !self.is_any(|id| called(id) || named(id)) {
            return None;
        }
        let (before, after) = self.cast.of_mention.split_at(query.mention);
        let before = before.iter().rev().take(NEAR_MENTIONS).flatten().copied().find(|&id| called(id) || named(id));
        // `a panel of the Court of Appeals`
        let inner = self.cast.article.inner_names.partition_point(|inner| inner.mention < query.mention);
        let inner = self.cast.of_inner_name[..inner].iter().rev().take(NEAR_MENTIONS).flatten().copied();
        let before = before.or_else(|| inner.into_iter().find(|&id| named(id)));
        before.or_else(|| after.iter().take(NEAR_MENTIONS).flatten().copied().find(|&id| named(id)))
    }

    /// Whether the noun is the head of the name: `police` of `Kent Police` and `Leeds Police Department`, not of `Police Square`.
    fn names_such(&self, name: &Range<usize>, word: usize) -> bool {
        let body = |at: usize| self.cast.token(at).is(Class::COLLECTIVE | Class::ORGANIZATION_WORD);
        let ends = |at: usize| at + 1 == name.end || !self.cast.token(at + 1).capital() || (at + 1..name.end).all(body);
        let mut near = name.clone().rev().take(LONGEST_NAME);
        near.any(|at| self.cast.same_word(at, word) && ends(at))
    }

    /// The nearest organisation before, else after, whose name has the noun.
    pub(super) fn bearer_of_name(&self, query: &Query<'_>) -> Option<usize> {
        if !matches!(query.kind, SpeakerKind::Organization | SpeakerKind::Group) {
            return None;
        }
        self.organization_called(query, self.cast.article.mentions[query.mention].head)
    }

    /// Which organisation the noun meant last: `the doctors`, who were Doctors for Clean Air before.
    pub(super) fn called_before(&self, query: &Query<'_>) -> Option<usize> {
        if !matches!(query.kind, SpeakerKind::Organization | SpeakerKind::Group) {
            return None;
        }
        let mentions = self.cast.article.mentions;
        let head = mentions[query.mention].head;
        let near = (query.mention.saturating_sub(NEAR_MENTIONS)..query.mention).rev();
        let nouns = near.filter(|&at| mentions[at].kind == MentionKind::Nominal && self.is_definite(&mentions[at]));
        let mut same = nouns.filter(|&at| self.cast.same_word(mentions[at].head, head));
        let id = same.find_map(|at| self.cast.of_mention[at])?;
        (self.cast.identities[id].named && self.cast.identities[id].kind == SpeakerKind::Organization).then_some(id)
    }

    /// The nearest organisation before, else after, whose name has another word for the noun: `the department` for `Harbour
    /// Services`, `the regulator` for `Office for Fair Rents`.
    pub(super) fn organization_meant(&self, query: &Query<'_>) -> Option<usize> {
        if !matches!(query.kind, SpeakerKind::Organization | SpeakerKind::Group) {
            return None;
        }
        let head = self.cast.article.mentions[query.mention].head;
        let singular = |at: usize| self.cast.word(at).trim_end_matches('s');
        let other_heads = self.cast.article.lexicon.other_heads(singular(head));
        self.nearest(query, |resolver, id| {
            let identity = &resolver.cast.identities[id];
            let organization = identity.named && identity.kind == SpeakerKind::Organization && !identity.place;
            organization && identity.name.clone().any(|at| other_heads.have(singular(at)))
        })
    }

    /// The place of the same sentence that `the state` or `the city` means: `In Florida, the state said …`.
    pub(super) fn place_meant(&self, query: &Query<'_>) -> Option<usize> {
        let head = self.cast.token(self.cast.article.mentions[query.mention].head);
        if !(head.is(Class::PLACE_WORD) && head.is(Class::COLLECTIVE)) {
            return None;
        }
        let before = (self.mentions_in(query.sentence).start..query.mention).rev().take(FAR_BODY);
        before.filter_map(|mention| self.cast.of_mention[mention]).find(|&id| self.cast.identities[id].place)
    }

    /// The club that is called by its town, as a subject: `Wigan signed Lee. The club said …`, not `In Wigan, Lee signed.`
    pub(super) fn club_of_town(&self, query: &Query<'_>) -> Option<usize> {
        let article = self.cast.article;
        let mention = &article.mentions[query.mention];
        if !matches!(self.cast.word(mention.head), "club" | "side" | "team") {
            return None;
        }
        let subject = |sentence: usize| {
            let first = self.mentions_in(sentence).next()?;
            let tokens = &article.mentions[first].tokens;
            let verb = article.tokens.get(tokens.end)?;
            let acts = verb.is(Class::VERB | Class::AUXILIARY) || verb.word.cue().is_some();
            let opens = tokens.start == article.sentences[sentence].tokens.start;
            self.cast.of_mention[first].filter(|&id| opens && acts && self.cast.identities[id].place)
        };
        (query.sentence.saturating_sub(REACH)..query.sentence).rev().find_map(subject)
    }

    pub(super) fn nearest_organization(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let tokens = self.cast.article.tokens;
        let collective = mention.head_is(tokens, Class::COLLECTIVE) && !mention.head_is(tokens, Class::NAMELESS);
        if query.kind != SpeakerKind::Organization || !collective {
            return None;
        }
        let named: Vec<usize> = (mention.tokens.start..mention.head).filter(|&at| self.is_proper(at)).collect();
        let telling: Vec<usize> = named.iter().copied().filter(|&at| !self.is_origin(at)).collect();
        let strictly = self.nearest_body(query, &named);
        // `the UK chain` is called by no such name.
        strictly.or_else(|| (telling.len() < named.len()).then(|| self.nearest_body(query, &telling)).flatten())
    }

    /// Whether the word is an adjective of origin or has a capital.
    fn is_proper(&self, at: usize) -> bool {
        let token = self.cast.token(at);
        token.is(Class::DEMONYM) || token.capital() && !token.is(Class::DETERMINER | Class::POSSESSIVE)
    }

    /// Whether the word tells only where somebody is from.
    fn is_origin(&self, at: usize) -> bool {
        let (token, entities) = (self.cast.token(at), &self.cast.entities.mentions);
        let first = entities.partition_point(|entity| entity.mention.span.end <= token.span().start);
        let place = |entity: &EntityMention<'_>| {
            entity.entity.kind == EntityKind::Place && entity.mention.span.start <= token.span().start
        };
        token.is(Class::DEMONYM) || entities.get(first).is_some_and(place)
    }

    /// Whether the article tells another origin than the noun does: `the Danish company` is not `the Swedish steelmaker Orlo`.
    fn is_of_elsewhere(&self, id: usize, query: &Query<'_>) -> bool {
        let mentions = self.cast.article.mentions;
        let noun = &mentions[query.mention];
        let Some(own) = (noun.tokens.start..noun.head).find(|&at| self.cast.token(at).is(Class::DEMONYM)) else {
            return false;
        };
        let near = query.mention.saturating_sub(NEAR_MENTIONS)..query.mention;
        let names = near.filter(|&at| self.cast.of_mention[at] == Some(id)).filter_map(|at| mentions[at].name());
        let mut before = names.flat_map(|name| name.tokens.start..name.core.start);
        before.any(|at| self.cast.token(at).is(Class::DEMONYM) && !self.cast.same_word(at, own))
    }

    /// The nearest organisation that may be called so and whose name has the words.
    fn nearest_body(&self, query: &Query<'_>, words: &[usize]) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let other_heads = self.cast.article.lexicon.other_heads(self.cast.word(mention.head));
        let fits = |id: &usize| {
            let identity = &self.cast.identities[*id];
            let same = |at: &usize| self.stands_in(*at, &identity.name);
            // An office is no airline, but may be an agency.
            let strange = |at: usize| self.cast.token(at).is(Class::NAMELESS) && !other_heads.have(self.cast.word(at));
            let names_such = !identity.name.clone().any(strange);
            identity.named
                && !identity.place
                && words.iter().all(same)
                && names_such
                && !self.is_of_elsewhere(*id, query)
        };
        let near = |reach: usize| {
            let from = query.mention.saturating_sub(reach);
            let mentions = (from..query.mention).rev().filter(|&mention| !self.is_told(mention));
            mentions.filter_map(|mention| Some((mention, self.cast.of_mention[mention]?))).filter(|(_, id)| fits(id))
        };
        let organization = |id: usize| self.cast.identities[id].kind == SpeakerKind::Organization;
        let sure = |&(_, id): &(usize, usize)| organization(id);
        let unsure = |&(mention, id): &(usize, usize)| !self.cast.identities[id].certain && !self.is_quoted(mention);
        let spoke = self.spoke.iter().rev().take_while(|(at, _)| at + REACH >= query.sentence).map(|(_, id)| *id);
        let spoke = spoke.take(NEAR_BODY).find(|id| fits(id) && organization(*id));
        let before = |reach: usize| near(reach).find(sure).or_else(|| near(reach).find(unsure));
        spoke.or_else(|| before(NEAR_BODY).or_else(|| before(FAR_BODY)).map(|(_, id)| id))
    }

    /// Whether the mention is a body without a name as the subject of its sentence, of which the next speaks as *it*: `The
    /// ministry published a list. It said …`; or which a shorter phrase means again: `The Gaza health ministry … . The ministry`.
    pub(super) fn is_body(&self, at: usize) -> bool {
        let (article, mention) = (self.cast.article, &self.cast.article.mentions[at]);
        let sentence = &article.sentences[self.cast.sentence_of[at]];
        let next = article.tokens.get(sentence.tokens.end);
        let again = || self.is_meant_again(at);
        mention.kind == MentionKind::Nominal
            && mention.tokens.start == sentence.tokens.start
            && self.kind(mention) == SpeakerKind::Organization
            && (self.is_definite(mention) && next.is_some_and(|next| self.is_it(next)) || again())
            && !self.is_quoted(at)
    }

    /// Whether a phrase that tells which body it is (`the Gaza health ministry`, `Iran’s army`) stands for a noun that comes soon
    /// and does not tell: `the ministry`.
    fn is_meant_again(&self, mention: usize) -> bool {
        let mentions = self.cast.article.mentions;
        let (tokens, head) = (&mentions[mention].tokens, mentions[mention].head);
        let owned = (tokens.start..head).any(|at| self.cast.token(at).kind == Kind::Clitic);
        let telling = tokens.start + 1 < head && (owned || self.is_definite(&mentions[mention]));
        let again = |other: &Mention| {
            other.kind == MentionKind::Nominal
                && other.tokens.len() == 2
                && self.is_definite(other)
                && self.cast.same_word(other.head, head)
        };
        telling
            && self.cast.token(head).is(Class::COLLECTIVE)
            && mentions[mention + 1..].iter().take(NEAR_BODY).any(again)
    }

    /// Whether somebody told the mention something: `told the agency`.
    fn is_told(&self, mention: usize) -> bool {
        let start = self.cast.article.mentions[mention].tokens.start;
        let told = start.checked_sub(1).and_then(|at| self.cast.token(at).word.cue());
        told.is_some_and(|form| self.cast.article.lexicon.cue(form).takes.has(Takes::ADDRESSEE))
    }
}

/// How many words of a name are looked at for its head.
const LONGEST_NAME: usize = 16;

/// How many mentions back `the company` is looked for first, and how many at most.
const NEAR_BODY: usize = 12;
const FAR_BODY: usize = 40;
