//! A noun that meant one organisation goes over to another that comes after it.

use super::resolve::{NEAR_MENTIONS, Query, Resolver};
use crate::extraction::SpeakerKind;
use crate::gazetteer::Sort;
use crate::lexicon::Class;

impl Resolver<'_> {
    /// The subject of the sentence before, where the same noun meant another organisation of its sort, of which that sentence
    /// does not speak: `HSBC raised rates. The bank said …`, after `the bank` was Barclays; not `Ofcom fined Barclays. The bank
    /// said …`.
    pub(super) fn newest_organization(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let head = self.cast.token(mention.head);
        let bare = self.cast.without_determiner(&mention.tokens) == (mention.head..mention.head + 1);
        if query.kind != SpeakerKind::Organization || !head.is(Class::COLLECTIVE) || !bare {
            return None;
        }
        let sentence = query.sentence.checked_sub(1)?;
        let newest = self.organization_opening(sentence)?;
        let known = self.called_before(query)?;
        let spoken_of = self.mentions_in(sentence).take(NEAR_MENTIONS).any(|at| self.names(at, known));
        let fits =
            newest != known && !spoken_of && self.is_of_sort(newest, known) && self.are_called(query, newest, known);
        fits.then_some(newest)
    }

    /// The named organisation that opens the sentence.
    fn organization_opening(&self, sentence: usize) -> Option<usize> {
        let first = self.mentions_in(sentence).next()?;
        let opens =
            self.cast.article.sentences[sentence].tokens.start + 1 >= self.cast.article.mentions[first].tokens.start;
        let id = self.cast.of_mention[first].filter(|_| opens && !self.is_quoted(first))?;
        let identity = &self.cast.identities[id];
        let organization = identity.kind == SpeakerKind::Organization && identity.certain && !identity.place;
        (identity.named && organization).then_some(id)
    }

    /// Whether a mention is somebody's, or has the name inside.
    fn names(&self, mention: usize, id: usize) -> bool {
        let inner = &self.cast.article.inner_names;
        let first = inner.partition_point(|inner| inner.mention < mention);
        let inside = inner[first..].iter().take_while(|inner| inner.mention == mention).count();
        self.cast.of_mention[mention] == Some(id) || self.cast.of_inner_name[first..first + inside].contains(&Some(id))
    }

    /// Whether the gazetteer has both as the same sort, or neither.
    fn is_of_sort(&self, one: usize, other: usize) -> bool {
        let sort = |id: usize| {
            let entity = self.cast.identities[id].entity;
            entity.map_or(Sort::Other, |at| self.cast.entities.facts[at].sort)
        };
        sort(one) == sort(other)
    }

    /// Whether the noun goes with the newest as well as with the one known by it: `the institute` is no steelmaker.
    fn are_called(&self, query: &Query<'_>, newest: usize, known: usize) -> bool {
        let head = self.cast.article.mentions[query.mention].head;
        let heads = self.cast.article.lexicon.other_heads(self.cast.word(head));
        let named_so = |id: usize| {
            let mut name = self.cast.identities[id].name.clone();
            name.any(|at| self.cast.same_word(at, head) || heads.have(self.cast.word(at)))
        };
        let other = self.cast.identities[newest].called.is_some_and(|noun| !self.cast.same_word(noun, head));
        let body = |at: usize| self.cast.token(at).is(Class::COLLECTIVE | Class::NAMELESS);
        let otherwise = self.cast.identities[newest].name.clone().any(body);
        !other && if named_so(known) { named_so(newest) } else { !otherwise }
    }
}
