//! The parties to a case: `the suspect`, `the defendant`, `the victim`.

use super::resolve::{NEAR_MENTIONS, Query, REACH, Resolver};
use crate::extraction::SpeakerKind;
use crate::lexicon::Class;
use crate::mention::{Mention, MentionKind};

impl Resolver<'_> {
    /// The one person without an office in the nearest sentence that has any and in which they do not speak: `Police arrested
    /// Dan Hill. The suspect said …`; nobody behind `Police arrested Dan Hill and Bob Ray`.
    pub(super) fn party_to_case(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        if query.kind != SpeakerKind::Unnamed || !self.is_party(mention) || self.is_brought_in(query) {
            return None;
        }
        let reach = (query.sentence.saturating_sub(REACH)..query.sentence).rev();
        let mut near = reach.map(|sentence| self.without_office(sentence)).filter(|people| people.0.is_some());
        let (person, one) = near.next()?;
        let gender = self.gender_behind(query);
        let agrees = |id: usize| {
            let known = self.cast.identities[id].gender;
            known.is_none() || gender.is_none() || known == gender
        };
        person.filter(|&id| one && agrees(id) && !self.is_named_inside(query.quote, id))
    }

    /// Whether the same noun brought in somebody without a name: `A suspect ran off. Dan Hill saw him. The suspect said …`
    fn is_brought_in(&self, query: &Query<'_>) -> bool {
        let mentions = self.cast.article.mentions;
        let before = query.mention.saturating_sub(NEAR_MENTIONS)..query.mention;
        mentions[before].iter().any(|other| {
            other.kind == MentionKind::Nominal
                && self.cast.same_word(other.head, mentions[query.mention].head)
                && !self.is_definite(other)
        })
    }

    /// Whether the words are `the` and a noun for a party, to which the table gives no office.
    pub(super) fn is_party(&self, mention: &Mention) -> bool {
        let first = self.cast.token(mention.tokens.start);
        let bare = mention.tokens.len() == 2 && mention.head + 1 == mention.tokens.end;
        let the = first.is(Class::DEFINITE) && !first.is(Class::POSSESSIVE);
        bare && the && self.cast.article.lexicon.other_heads(self.cast.word(mention.head)).are_none()
    }

    /// The first named person of the sentence who has no title and does not speak there, and whether there is but one.
    fn without_office(&self, sentence: usize) -> (Option<usize>, bool) {
        let spoke: Vec<usize> = self.speakers_of(sentence).take(NEAR_PEOPLE).collect();
        let mentions = self.mentions_in(sentence).take(NEAR_PEOPLE).filter(|&mention| !self.is_quoted(mention));
        let mut silent = mentions.filter_map(|mention| self.cast.of_mention[mention]).filter(|id| {
            let identity = &self.cast.identities[*id];
            let person = identity.kind == SpeakerKind::Person && (identity.certain || identity.name.len() > 1);
            identity.named && person && !identity.place && identity.title.is_none() && !spoke.contains(id)
        });
        let first = silent.next();
        (first, silent.all(|id| Some(id) == first))
    }
}

/// How many mentions and speakers of a sentence are looked at.
const NEAR_PEOPLE: usize = 40;
