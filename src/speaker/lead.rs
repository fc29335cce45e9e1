//! The lead that tells who speaks by a description, and the sentence behind it that tells the name.

use super::resolve::{NEAR_MENTIONS, Query, Resolver};
use super::{Gender, title};
use crate::extraction::SpeakerKind;
use crate::lexicon::Class;
use crate::mention::Mention;
use crate::token::Kind;

impl Resolver<'_> {
    /// Whom the sentence behind the lead names first: `A museum guard said he was cold. ¶ Leo Spry, 40, took two sketches.` So
    /// `The boss of Orlo said … . Ann Lee said …`. It is nobody who has another title or was named before, and nobody where the
    /// lead tells of two.
    pub(super) fn named_behind_lead(&self, query: &Query<'_>) -> Option<usize> {
        let article = self.cast.article;
        let mention = &article.mentions[query.mention];
        let sentence = &article.sentences[query.sentence];
        let opens = mention.tokens.start == sentence.tokens.start && query.sentence < LEAD;
        let one = query.kind == SpeakerKind::Unnamed && mention.head_is(article.tokens, Class::ROLE | Class::HUMAN);
        if !opens || !one || query.quote.is_none() || self.tells_of_another(query) {
            return None;
        }
        let indefinite = self.cast.token(mention.tokens.start).is(Class::ARTICLE) && !self.is_definite(mention);
        if !(if indefinite { article.is_paragraph(query.sentence) } else { self.tells_whose(mention) }) {
            return None;
        }
        let next = self.mentions_in(query.sentence + 1).next()?;
        let name = article.mentions[next].name().filter(|name| name.title.is_none())?;
        let first = article.mentions[next].tokens.start == article.sentences[query.sentence + 1].tokens.start;
        let id = self.cast.of_mention[next].filter(|&id| first && self.may_be_lead(query, id))?;
        let behind = article.tokens.get(name.tokens.end)?;
        let told = self.gender_behind(query).is_some_and(|gender| self.cast.identities[id].gender == Some(gender));
        let brought_in = behind.sign(b',') || behind.sign(b'(') || told || !indefinite && behind.word.cue().is_some();
        brought_in.then_some(id)
    }

    /// Whether nothing speaks against the person: another office, another gender, an earlier mention, the quote's words.
    fn may_be_lead(&self, query: &Query<'_>, id: usize) -> bool {
        let identity = &self.cast.identities[id];
        let mention = &self.cast.article.mentions[query.mention];
        let noun = self.cast.word(mention.head);
        let office = identity.entity.map_or("", |at| self.cast.entities.facts[at].office);
        let same_office =
            office.is_empty() || office.split([' ', '|', ',']).any(|word| word.eq_ignore_ascii_case(noun));
        let untitled = identity.title.is_none() || !mention.head_is(self.cast.article.tokens, Class::ROLE);
        let gender = self.gender(query).or_else(|| self.gender_behind(query));
        let agrees = identity.gender.is_none() || gender.is_none() || identity.gender == gender;
        let known = self.cast.of_mention[..query.mention].iter().take(NEAR_MENTIONS).any(|of| *of == Some(id));
        identity.named
            && identity.kind == SpeakerKind::Person
            && same_office
            && untitled
            && agrees
            && !known
            && !self.is_named_inside(query.quote, id)
    }

    /// Whether the lead, or what stands before it, names a person or brings in a second one: `A doctor told a nurse`.
    fn tells_of_another(&self, query: &Query<'_>) -> bool {
        let article = self.cast.article;
        let named = |at: usize| {
            let person =
                |id: usize| self.cast.identities[id].kind == SpeakerKind::Person && !self.cast.identities[id].place;
            article.mentions[at].name().is_some() && self.cast.of_mention[at].is_some_and(person)
        };
        let brought_in = |at: usize| {
            let other = &article.mentions[at];
            let human = other.head_is(article.tokens, Class::ROLE | Class::HUMAN);
            let one = !other.head_is(article.tokens, Class::PLURAL | Class::GROUP | Class::COLLECTIVE | Class::KIN);
            let new = self.cast.token(other.tokens.start).is(Class::ARTICLE) && !self.is_definite(other);
            at != query.mention && human && one && new
        };
        let here = self.mentions_in(query.sentence);
        (0..here.end).take(NEAR_MENTIONS).any(named) || here.take(NEAR_MENTIONS).any(brought_in)
    }

    /// `the boss of Orlo`, `Hull’s MP`
    fn tells_whose(&self, mention: &Mention) -> bool {
        let owned = |at: usize| self.cast.token(at).kind == Kind::Clitic;
        let of = self.cast.article.tokens.get(mention.head + 1).is_some_and(|next| next.is(Class::OF));
        mention.head_is(self.cast.article.tokens, Class::ROLE)
            && (of && mention.head + 1 < mention.tokens.end || (mention.tokens.start..mention.head).any(owned))
    }

    /// What the first pronoun behind the description tells.
    pub(super) fn gender_behind(&self, query: &Query<'_>) -> Option<Gender> {
        let start = self.cast.article.mentions[query.mention].tokens.end;
        let end = self.cast.article.sentences[query.sentence].tokens.end.min(start + LONGEST);
        let pronoun = Class::SUBJECT | Class::POSSESSIVE;
        let mut pronouns = (start..end).map(|at| self.cast.token(at)).filter(|token| token.is(pronoun));
        pronouns.find_map(Gender::marked)
    }

    /// Gives whoever was found so the description as a title.
    pub(super) fn learn_from_lead(&mut self, mention: usize, id: usize) {
        let role = title::role(&self.cast, &self.cast.article.mentions[mention]);
        if let Some(role) = role.filter(|_| self.cast.identities[id].kind == SpeakerKind::Person) {
            title::give(&mut self.cast, id, role);
        }
    }
}

/// Among how many sentences the lead is, as headlines and bylines stand before it.
const LEAD: usize = 6;

/// How many words are looked at for a pronoun.
const LONGEST: usize = 48;
