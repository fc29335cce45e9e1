//! Acronyms and the names that they stand for.

use std::ops::Range;

use super::cast::{Cast, NEAR_SPELLINGS};
use super::spelling::Key;
use crate::extraction::SpeakerKind;
use crate::lexicon::Class;
use crate::mention::Name;
use crate::token::Case;

impl Cast<'_> {
    /// The initials of a name.
    pub(super) fn acronym(&self, name: &Name) -> Key {
        let capitals = name.core.clone().filter(|&at| self.token(at).capital());
        Key::spelled(capitals.filter_map(|at| self.word(at).chars().next()).flat_map(char::to_lowercase))
    }

    /// Whose long form the acronym has: the name before its bracket, else one with its initials.
    pub(super) fn bearer_of_acronym(&self, name: &Name) -> Option<usize> {
        let at = name.core.start;
        let mixed = name.core.len() == 1 && self.word(at).chars().filter(|ch| ch.is_uppercase()).count() > 1;
        if !mixed {
            return None;
        }
        self.in_brackets(name).or_else(|| self.by_acronym.get(&Key::of(self.word(at))).copied())
    }

    /// `the International Rail Board (IRB)`: the name before the bracket.
    fn in_brackets(&self, name: &Name) -> Option<usize> {
        let open = name.tokens.start.checked_sub(1).filter(|&at| self.token(at).sign(b'('))?;
        let inner = self.article.inner_names.partition_point(|inner| inner.name.core.end < open);
        let ends_there = self.article.inner_names.get(inner).is_some_and(|inner| inner.name.core.end == open);
        if let Some(id) = self.of_inner_name.get(inner).copied().flatten().filter(|_| ends_there) {
            return Some(id);
        }
        let before = self.article.mentions.partition_point(|mention| mention.tokens.end <= open).checked_sub(1)?;
        let mention = &self.article.mentions[before];
        let initial = |at: usize| self.word(at).chars().next().into_iter().flat_map(char::to_lowercase);
        let same = mention.name().is_some_and(|full| initial(full.core.start).eq(initial(name.core.start)));
        (mention.tokens.end == open && same).then(|| self.of_mention[before]).flatten()
    }

    /// The organisation that only a title spells out: `NRC` behind `National Rail Congress president Ann Lee`; or who has the
    /// title that is spelled out: `the PM` behind `Prime Minister Ann Lee`.
    pub(super) fn spelled_in_title(&mut self, name: &Name) -> Option<usize> {
        let at = name.core.start;
        let letters = self.word(at).len();
        if name.core.len() > 1 || self.token(at).case != Case::Upper || letters < 2 {
            return None;
        }
        if let Some(bearer) = self.bearer_of_office(at) {
            return Some(bearer);
        }
        let spells = |words: &Range<usize>| {
            let capital = words.clone().all(|word| self.token(word).capital());
            let office = self.token(words.end - 1).is(Class::ROLE);
            capital
                && !office
                && words.clone().filter_map(|word| self.word(word).chars().next()).eq(self.word(at).chars())
        };
        let titles = self.names().take(NEAR_SPELLINGS).filter_map(|(_, other)| other.title.clone());
        let titles = titles.filter(|title| title.len() >= letters);
        let words =
            titles.flat_map(|title| (title.start..title.end + 1 - letters).map(move |first| first..first + letters));
        let words = words.into_iter().find(spells)?;
        let id = self.enter(name, Key::of(self.word(at)));
        let identity = &mut self.identities[id];
        (identity.name, identity.kind, identity.certain) = (words, SpeakerKind::Organization, true);
        Some(id)
    }

    /// Who is named first with the office that the acronym stands for: `PM`, of `Prime Minister Ann Lee`.
    fn bearer_of_office(&self, acronym: usize) -> Option<usize> {
        let mut titled = self.names().take(NEAR_SPELLINGS).filter(|(_, name)| self.is_title_of(acronym, name));
        titled.find_map(|(index, _)| self.of_mention[index])
    }

    /// Whether the acronym stands for the title before the name, without what goes before the office.
    pub(super) fn is_title_of(&self, acronym: usize, name: &Name) -> bool {
        let letters = self.word(acronym).len();
        let Some(title) = name.title.clone().filter(|title| title.len() >= letters) else { return false };
        let initials = (title.end - letters..title.end).filter_map(|word| self.word(word).chars().next());
        let held = !self.token(title.start).is(Class::ALTERS_OFFICE);
        held && initials.map(|initial| initial.to_ascii_uppercase()).eq(self.word(acronym).chars())
    }
}
