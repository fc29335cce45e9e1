//! Whose lawyer or wife somebody is: `his lawyer` is never he.

use super::Gender;
use super::resolve::{NEAR_MENTIONS, Query, Resolver};
use crate::extraction::SpeakerKind;
use crate::lexicon::Class;
use crate::mention::{Mention, MentionKind};
use crate::token::Kind;

impl Resolver<'_> {
    /// Whether the phrase tells of whom somebody is the lawyer: `his lawyer`, `Bob Ray’s agent`, `the player’s agent`, not `the
    /// club’s striker`; or `the lawyer`, of whom such a phrase told before.
    pub(super) fn is_somebodys(&self, query: &Query<'_>, person: usize) -> bool {
        let mentions = self.cast.article.mentions;
        let mention = &mentions[query.mention];
        self.has_owner(query.mention, person) || {
            let near = query.mention.saturating_sub(NEAR_MENTIONS)..query.mention;
            let same = |at: &usize| {
                mentions[*at].kind == MentionKind::Nominal && self.cast.same_word(mentions[*at].head, mention.head)
            };
            near.rev().filter(same).any(|at| self.cast.of_mention[at].is_none() && self.has_owner(at, person))
        }
    }

    /// Whether a person owns the phrase, or a body that may be taken for the person.
    fn has_owner(&self, mention: usize, person: usize) -> bool {
        let phrase = &self.cast.article.mentions[mention];
        let first = self.cast.token(phrase.tokens.start);
        if first.is(Class::POSSESSIVE) {
            let body = matches!(self.cast.word(phrase.tokens.start), "its" | "Its");
            return Gender::marked(first).is_some() || body && !self.cast.identities[person].certain;
        }
        let Some(clitic) = (phrase.tokens.start + 1..phrase.head).find(|&at| self.cast.token(at).kind == Kind::Clitic)
        else {
            return false;
        };
        let owner = self.cast.token(clitic - 1);
        let known = self.owner_named(mention, clitic);
        let human = owner.is(Class::HUMAN | Class::ROLE) && !owner.is(Class::COLLECTIVE | Class::GROUP);
        known.map_or(human, |id| {
            let owner = &self.cast.identities[id];
            id == person || owner.kind == SpeakerKind::Person && owner.certain
        })
    }

    /// The name before the possessive.
    fn owner_named(&self, mention: usize, clitic: usize) -> Option<usize> {
        let inner = &self.cast.article.inner_names;
        let first = inner.partition_point(|inner| inner.mention < mention);
        let mut names = inner[first..].iter().take_while(|inner| inner.mention == mention).enumerate();
        let (at, _) = names.find(|(_, inner)| inner.name.tokens.end == clitic)?;
        self.cast.of_inner_name[first + at]
    }

    /// Whom the article named with the same relation before: `Bob Ray’s wife, Ann, left. His wife said …`
    pub(super) fn relative_named(&self, query: &Query<'_>) -> Option<usize> {
        let mentions = self.cast.article.mentions;
        let mention = &mentions[query.mention];
        let owned = |mention: &Mention| {
            let mut words = mention.tokens.start..mention.head;
            words.any(|at| self.cast.token(at).is(Class::POSSESSIVE) || self.cast.token(at).kind == Kind::Clitic)
        };
        if !self.cast.token(mention.head).is(Class::KIN) || !owned(mention) {
            return None;
        }
        let near = (query.mention.saturating_sub(NEAR_MENTIONS)..query.mention).rev();
        let same = |at: &usize| {
            let other = &mentions[*at];
            other.kind == MentionKind::Nominal && self.cast.same_word(other.head, mention.head) && owned(other)
        };
        let id = near.filter(same).find_map(|at| self.cast.of_mention[at])?;
        let named = self.cast.identities[id].named && self.cast.identities[id].kind == SpeakerKind::Person;
        (named && !self.is_named_inside(query.quote, id)).then_some(id)
    }
}
