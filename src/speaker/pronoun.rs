//! Whom a pronoun means: the subject of the sentence, the nearest that agrees, and why others do not.

use super::Gender;
use super::resolve::{NEAR_MENTIONS, Query, REACH, Resolver};
use super::sieve::Refusal;
use crate::extraction::SpeakerKind;
use crate::lexicon::Class;
use crate::mention::{MentionKind, Name};
use crate::token::{Case, Token};

impl Resolver<'_> {
    pub(super) fn nearest_agreeing(&self, query: &Query<'_>) -> Option<usize> {
        let reach = || (query.sentence.saturating_sub(REACH)..query.sentence).rev();
        let subject = |sentence| match self.goes_on(query, sentence) {
            Some(pronoun) => self.cast.of_mention[pronoun].filter(|&id| self.agrees(query, id)),
            None => self.speaker_in(query, sentence).or_else(|| self.subject_in(query, sentence)),
        };
        let any = |sentence| self.speaker_in(query, sentence).or_else(|| self.first_agreeing(query, sentence));
        reach().take(SUBJECT_REACH).find_map(subject).or_else(|| reach().find_map(any))
    }

    /// The same pronoun as the subject of the sentence: nobody else in it is meant, as in `He learned it where a clerk told him of
    /// it. He says …`.
    fn goes_on(&self, query: &Query<'_>, sentence: usize) -> Option<usize> {
        let gender = Gender::marked(self.cast.token(query.word))?;
        let opening = self.mentions_in(sentence).next()?;
        let mention = &self.cast.article.mentions[opening];
        let opens = mention.tokens.start == self.cast.article.sentences[sentence].tokens.start;
        let same = Gender::marked(self.cast.token(mention.head)) == Some(gender);
        (opens && same && mention.kind == MentionKind::Pronoun).then_some(opening)
    }

    /// The first mention in the sentence that agrees and that no preposition governs.
    fn subject_in(&self, query: &Query<'_>, sentence: usize) -> Option<usize> {
        let governed = |mention: usize| {
            let before = self.cast.article.mentions[mention].tokens.start.checked_sub(1);
            // `For Ann Lee, it is late.`
            let topic =
                |at: usize| at == self.cast.article.sentences[sentence].tokens.start && self.cast.word(at) == "For";
            let governs = |at: usize| self.cast.token(at).is(Class::PREPOSITION | Class::OF | Class::TO);
            before.is_some_and(|at| governs(at) && !topic(at))
        };
        self.mentions_in(sentence)
            .filter(|&mention| mention < query.mention && !self.is_quoted(mention) && !governed(mention))
            .filter(|&mention| !self.is_one_of_a_kind(mention))
            .find_map(|mention| self.cast.of_mention[mention].filter(|&id| self.agrees(query, id)))
    }

    pub(super) fn first_agreeing(&self, query: &Query<'_>, sentence: usize) -> Option<usize> {
        self.agreeing_in(query, sentence).find_map(|mention| self.cast.of_mention[mention])
    }

    /// The mentions in the sentence, before the query's, outside quotation marks, that agree.
    pub(super) fn agreeing_in<'s>(&'s self, query: &'s Query<'_>, sentence: usize) -> impl Iterator<Item = usize> + 's {
        self.mentions_in(sentence)
            .take(NEAR_MENTIONS)
            .take_while(|&mention| mention < query.mention)
            .filter(|&mention| !self.is_quoted(mention) && !self.is_one_of_a_kind(mention))
            .filter(|&mention| self.cast.of_mention[mention].is_some_and(|id| self.agrees(query, id)))
    }

    /// Whether a name stands right behind `a`, as that of a thing: `a Selectric`.
    fn is_one_of_a_kind(&self, mention: usize) -> bool {
        let mention = &self.cast.article.mentions[mention];
        let first = self.cast.token(mention.tokens.start);
        // `a visibly tired Ann Lee`
        let bare = |name: &Name| name.core.start == mention.tokens.start + 1;
        first.is(Class::ARTICLE) && !first.is(Class::DEFINITE) && mention.name().is_some_and(bare)
    }

    pub(super) fn agrees(&self, query: &Query<'_>, id: usize) -> bool {
        self.objection(query, id).is_none()
    }

    /// Why the pronoun cannot mean somebody.
    pub(super) fn objection(&self, query: &Query<'_>, id: usize) -> Option<Refusal> {
        let pronoun = self.cast.token(query.word);
        let identity = &self.cast.identities[id];
        let gender = Gender::marked(pronoun);
        let of_kind = match gender {
            Some(_) => matches!(identity.kind, SpeakerKind::Person | SpeakerKind::Unnamed) && self.may_be_person(id),
            None if pronoun.is(Class::PLURAL) => {
                matches!(identity.kind, SpeakerKind::Group | SpeakerKind::Organization) && !identity.place
            }
            None => {
                self.is_it(pronoun)
                    && (identity.kind == SpeakerKind::Organization
                        || identity.named && !identity.certain && !self.ends_in_surname(id))
                    && (!identity.place || self.spoke.iter().rev().take(NEAR_MENTIONS).any(|(_, spoke)| *spoke == id))
            }
        };
        if !of_kind {
            return Some(Refusal::Kind);
        }
        if gender.is_some() && identity.gender.is_some_and(|known| Some(known) != gender) {
            return Some(Refusal::Gender);
        }
        if self.answers(query.quote, id) {
            return Some(Refusal::Asked);
        }
        if self.reports == Some(id) {
            return Some(Refusal::Reports);
        }
        self.is_named_inside(query.quote, id).then_some(Refusal::NamedInside)
    }

    /// Whether a name of which nothing is known may be somebody's: no month, no abbreviation, no common word, none with an article
    /// (`the Grammys`).
    fn may_be_person(&self, id: usize) -> bool {
        let identity = &self.cast.identities[id];
        let last = self.cast.token(identity.name.end - 1);
        let personal = last.is(Class::FEMALE | Class::MALE | Class::FAMILY);
        let word =
            Class::MONTH | Class::TIME | Class::ABBREVIATION | Class::DEMONYM | Class::ADVERB | Class::PLACE_WORD;
        let before = identity.name.start.checked_sub(1);
        let article = before.is_some_and(|at| self.cast.token(at).is(Class::ARTICLE));
        identity.certain
            || !identity.named
            || !(article
                || identity.place
                || last.is(word)
                || last.case == Case::Upper
                || last.is(Class::COMMON) && !personal)
    }

    /// Whether a name of several words ends in a known family name: `Olufemi Grant` is somebody, if nobody says who.
    fn ends_in_surname(&self, id: usize) -> bool {
        let name = &self.cast.identities[id].name;
        name.len() > 1 && self.cast.token(name.end - 1).is(Class::FAMILY)
    }

    pub(super) fn is_it(&self, token: &Token) -> bool {
        matches!(token.span().of(self.cast.article.text), "it" | "It" | "its" | "Its")
    }
}

/// How many sentences back a subject goes before any other mention.
const SUBJECT_REACH: usize = 4;
