//! Whose text it is: `the ministry’s report`, `a study by the institute`, `the letter`.

use super::resolve::{NEAR_MENTIONS, Query, Resolver};
use crate::extraction::SpeakerKind;
use crate::lexicon::Class;
use crate::mention::MentionKind;

impl Resolver<'_> {
    /// Whose name stands at a noun such as `report` or `statement`, or which organisation a noun before it means; else
    /// whose text the same noun meant before.
    pub(super) fn author(&self, query: &Query<'_>) -> Option<usize> {
        if !self.is_text(query.mention) {
            return None;
        }
        let article = self.cast.article;
        let mention = &article.mentions[query.mention];
        let collective = (mention.tokens.start..mention.head).find(|&at| self.cast.token(at).is(Class::COLLECTIVE));
        let called = || collective.and_then(|word| self.organization_called(query, word));
        let before = || self.author_before(query).or_else(|| self.issuer(query));
        let known = || self.is_definite(mention).then(before).flatten();
        self.author_named(query.mention).or_else(|| self.signatories(query)).or_else(called).or_else(known)
    }

    /// The organisation that a noun means behind `by`, as it did before: `a letter signed by the nurses`.
    fn signatories(&self, query: &Query<'_>) -> Option<usize> {
        let mentions = self.cast.article.mentions;
        let authors = mentions.get(query.mention + 1).filter(|next| next.kind == MentionKind::Nominal)?;
        let near =
            authors.tokens.start <= mentions[query.mention].tokens.end + 2 && self.is_source(authors.tokens.start);
        let query =
            Query { mention: query.mention + 1, word: authors.head, quote: None, kind: SpeakerKind::Group, ..*query };
        near.then(|| self.called_before(&query)).flatten()
    }

    /// Who spoke just before and gives such texts: a court for `the ruling`, anybody for `the statement`.
    fn issuer(&self, query: &Query<'_>) -> Option<usize> {
        let head = self.cast.article.mentions[query.mention].head;
        let heads = self.cast.article.lexicon.other_heads(self.cast.word(head));
        let just = self.spoke.iter().rev().take_while(|(at, _)| at + 1 >= query.sentence).take(NEAR_TEXTS);
        just.map(|(_, id)| *id).find(|&id| {
            let identity = &self.cast.identities[id];
            let mut words = identity.name.clone().chain(identity.title.clone().into_iter().flatten());
            heads.are_any() || identity.named && words.any(|at| heads.have(self.cast.word(at)))
        })
    }

    fn is_text(&self, mention: usize) -> bool {
        let (tokens, mention) = (self.cast.article.tokens, &self.cast.article.mentions[mention]);
        mention.head_is(tokens, Class::DOCUMENT | Class::NOUN_CUE) && !mention.head_is(tokens, Class::COLLECTIVE)
    }

    /// Whose name the phrase has: `a Reuters survey`, `the ministry’s report`, `a letter from Ann Lee`, `a study by …`.
    fn author_named(&self, mention: usize) -> Option<usize> {
        let article = self.cast.article;
        let phrase = &article.mentions[mention];
        let first = article.inner_names.partition_point(|inner| inner.mention < mention);
        let inner = article.inner_names[first..].iter().take_while(|inner| inner.mention == mention);
        for (at, inner) in inner.enumerate() {
            let own = inner.name.core.end <= phrase.head || self.is_source(inner.name.tokens.start);
            let id = self.cast.of_inner_name[first + at].filter(|_| own);
            if id.is_some() {
                return id;
            }
        }
        let next = article.mentions.get(mention + 1)?;
        let source = self.is_source(next.tokens.start) && next.tokens.start <= phrase.tokens.end + 1;
        self.cast.of_mention[mention + 1].filter(|&id| source && !self.cast.identities[id].place)
    }

    /// Where the description of the phrase ends: that of a text has its authors, as `survey by the institute` has.
    pub(super) fn end_of_description(&self, mention: usize) -> usize {
        let article = self.cast.article;
        let end = article.mentions[mention].tokens.end;
        let next = article.mentions.get(mention + 1).filter(|_| self.is_text(mention));
        let authors = next.filter(|next| next.tokens.start == end + 1 && self.is_source(next.tokens.start));
        authors.map_or(end, |authors| authors.tokens.end)
    }

    /// Whether `by` or `from` stands before the token, or before its article.
    fn is_source(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let article = self.cast.token(before).is(Class::ARTICLE) && before > 0;
        let before = if article { before - 1 } else { before };
        matches!(self.cast.word(before), "by" | "from")
    }

    /// Whose text the nearest phrase before means that has the same head or one for it (`poll`, `survey`), or in the sentence
    /// before any such noun.
    fn author_before(&self, query: &Query<'_>) -> Option<usize> {
        let head = self.cast.article.mentions[query.mention].head;
        let heads = self.cast.article.lexicon.other_heads(self.cast.word(head));
        let near = query.mention.saturating_sub(NEAR_TEXTS.min(NEAR_MENTIONS))..query.mention;
        near.rev().filter(|&mention| self.is_text(mention)).find_map(|mention| {
            let sentence = self.cast.sentence_of[mention];
            let other = self.cast.article.mentions[mention].head;
            let same = self.cast.same_word(other, head) || heads.have(self.cast.word(other));
            if !same && sentence + 1 < query.sentence {
                return None;
            }
            let spoke = || self.speakers_of(sentence).next();
            let noun = self.cast.article.mentions[mention].kind == MentionKind::Nominal;
            let resolved = || self.cast.of_mention[mention].filter(|&id| noun && self.cast.identities[id].named);
            self.author_named(mention)
                .or_else(resolved)
                .or_else(|| spoke().filter(|_| same && sentence < query.sentence))
        })
    }
}

/// How many mentions back a text is looked for.
const NEAR_TEXTS: usize = 60;
