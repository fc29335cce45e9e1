//! Words for several that mean one: *they* of one person, `the Senegalese` who says *I*.

use super::resolve::{NEAR_MENTIONS, Query, Resolver};
use crate::attribution::{Attributed, Piece};
use crate::extraction::SpeakerKind;
use crate::lexicon::Class;

impl Resolver<'_> {
    /// The one person of the sentence before, of unknown gender, whom that sentence calls *they* too, where it speaks of no
    /// others: `Robin Ash read from their book. “It is short,” they said.`
    pub(super) fn called_they(&self, query: &Query<'_>) -> Option<usize> {
        let sentence = query.sentence.checked_sub(1).filter(|_| self.cast.token(query.word).is(Class::PLURAL))?;
        let article = self.cast.article;
        let several = |at: usize| {
            let mention = &article.mentions[at];
            mention.head_is(article.tokens, Class::PLURAL | Class::GROUP) && !mention.is_pronoun()
        };
        let mentions = || self.mentions_in(sentence).take(NEAR_MENTIONS).filter(|&at| !self.is_quoted(at));
        let mut people = mentions().filter_map(|at| Some((at, self.cast.of_mention[at]?)));
        let (at, person) = people.find(|&(_, id)| self.cast.identities[id].kind == SpeakerKind::Person)?;
        let identity = &self.cast.identities[person];
        let alone = !people.any(|(_, id)| id != person) && !mentions().any(several);
        let end = article.sentences[sentence].tokens.end;
        let called = |at: usize| ["their", "they", "them", "themself"].contains(&self.cast.word(at));
        let called = (article.mentions[at].tokens.end..end).any(|at| called(at) && !article.is_quoted(at));
        (alone && called && identity.named && identity.gender.is_none()).then_some(person)
    }

    /// Whether one person speaks, who says *I* in quotation marks.
    pub(super) fn is_one(&self, quote: &Attributed) -> bool {
        let article = self.cast.article;
        let passages = quote.content.iter().filter(|piece| matches!(piece, Piece::Passage(_)));
        let mut words = passages.flat_map(|piece| article.tokens_of(piece));
        words.any(|at| ["I", "me", "my", "My"].contains(&self.cast.word(at)))
    }
}
