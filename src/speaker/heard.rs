//! Whom a pronoun means in words that somebody is quoted as having heard: `“I told my doctor and she said, ‘Rest,’” Lee said`.

use super::resolve::Resolver;
use super::sieve::Sieve;
use super::{Gender, SpeakerKind};
use crate::attribution::Attributed;
use crate::lexicon::Class;
use crate::mention::MentionKind;

/// How many mentions, and how many sentences, back whoever is meant stands at most.
const NEAR: usize = 24;
const NEAR_SENTENCES: usize = 1;

/// How many quotes back one is looked for that another stands in.
const NEAR_QUOTES: usize = 16;

impl Resolver<'_> {
    /// The quote in whose words the speaker stands: `Lee said a student asked …`.
    pub(super) fn around(&self, quote: &Attributed, before: &[Attributed]) -> Option<usize> {
        let mention = quote.mention.as_ref().map(|mention| mention.start)?;
        let article = self.cast.article;
        let near = before.len().saturating_sub(NEAR_QUOTES);
        let holds = |other: &Attributed| {
            (quote.is_inner() || other.sentence == quote.sentence)
                && other.content.iter().any(|piece| article.tokens_of(piece).contains(&mention))
        };
        before[near..].iter().rposition(holds).map(|at| near + at)
    }

    /// The nearest person of whom the same speaker told just before, by name or by a noun.
    pub(super) fn told_of(&mut self, mention: usize, quote: &Attributed) -> Option<(usize, Sieve)> {
        let article = self.cast.article;
        let query = self.query(mention, quote);
        let gender = Gender::marked(self.cast.token(query.word))?;
        let reach = (mention.saturating_sub(NEAR)..mention).rev();
        let reach = reach.take_while(|&at| self.cast.sentence_of[at] + NEAR_SENTENCES >= query.sentence);
        for at in reach.filter(|&at| self.is_quoted(at)).collect::<Vec<_>>() {
            let near = &article.mentions[at];
            if let Some(id) = self.cast.of_mention[at] {
                if self.objection(&query, id).is_none() {
                    return Some((id, Sieve::NearestAgreeing));
                }
            } else if near.kind == MentionKind::Nominal && self.kind(near) == SpeakerKind::Unnamed {
                let own = near.tokens.clone().find_map(|at| Gender::marked(self.cast.token(at)));
                let human = near.head_is(article.tokens, Class::ROLE | Class::HUMAN);
                if human && own.is_none_or(|own| own == gender) {
                    return Some((self.cast.described(&near.tokens, SpeakerKind::Unnamed), Sieve::NearestAgreeing));
                }
            }
        }
        None
    }
}
