//! Names with an article: a family, `the Quills`, and a paper, `The Morning Ledger`.

use super::cast::Cast;
use super::spelling::Key;
use crate::extraction::SpeakerKind;
use crate::lexicon::Class;
use crate::mention::Name;
use crate::token::{Case, Kind};

impl Cast<'_> {
    /// Whether the name is a surname in the plural: `the Quills`, where Peter Quill was named.
    pub(super) fn is_family(&self, name: &Name, key: Key) -> bool {
        let definite = |at: usize| self.token(at).is(Class::DEFINITE) && self.token(at).is(Class::DETERMINER);
        let led = name.core.start.checked_sub(1).is_some_and(definite);
        let person = |id: usize| self.identities[id].kind == SpeakerKind::Person && self.identities[id].name.len() > 1;
        let bears =
            |surname: &str| self.by_last_word.get(&Key::of(surname)).is_some_and(|known| known.all().any(person));
        let plural = self.word(name.core.start);
        let singular = || ["s", "es"].iter().filter_map(|ending| plural.strip_suffix(ending)).any(bears);
        led && name.core.len() == 1 && name.title.is_none() && !self.by_last_word.contains_key(&key) && singular()
    }

    pub(super) fn enter_family(&mut self, name: &Name, key: Key) -> usize {
        let id = self.enter(name, key);
        (self.identities[id].kind, self.identities[id].certain) = (SpeakerKind::Group, true);
        id
    }

    /// `The Morning Ledger` inside a sentence: its article has a capital too.
    pub(super) fn has_own_article(&self, name: &Name) -> bool {
        let sentence = self.article.sentences.get(self.article.sentence_of(name.core.start));
        let inside = |at: &usize| {
            sentence.is_some_and(|sentence| {
                sentence.tokens.start < *at && !matches!(self.token(at - 1).kind, Kind::Mark(_))
            })
        };
        let article = name.core.start.checked_sub(1).filter(inside).map(|at| self.token(at));
        name.core.len() > 1 && article.is_some_and(|the| the.is(Class::ARTICLE) && the.case == Case::Capital)
    }
}
