//! Nouns that stand for somebody whose title has another head: `the lawmaker` for a senator.

use super::hashed::HashedWords;
use super::tsv::Table;
use crate::error::Error;

/// For a noun the heads of the titles that it may stand for.
#[derive(Debug, Clone)]
pub(super) struct Offices {
    /// For each noun its place in `heads`, from 1 on: nearly every noun is asked for and is none of them, which its hash tells.
    /// With a binary search extractions took 1 % more instructions.
    places: HashedWords,
    heads: Vec<(Box<str>, Vec<Box<str>>)>,
}

impl Offices {
    /// Reads the table.
    pub(super) fn read(name: &str, text: &str) -> Result<Self, Error> {
        let table = Table::read(name, text)?;
        table.require("noun")?;
        table.require("heads")?;
        let (mut places, mut heads) = (HashedWords::with_slots(1 << 9), Vec::new());
        for row in table.rows() {
            let row = row?;
            heads.push((row.get("noun").into(), row.list("heads").map(Into::into).collect()));
            places.update(row.get("noun"), |_| heads.len() as u64);
        }
        Ok(Self { places, heads })
    }

    /// The heads of the titles that the noun may stand for, in any case.
    pub(super) fn heads(&self, noun: &str) -> Heads<'_> {
        let place = self.places.get(noun).unwrap_or_default() as usize;
        let known = place.checked_sub(1).map(|at| &self.heads[at]);
        Heads(known.filter(|(known, _)| known.chars().eq(small(noun))).map_or(&[], |(_, heads)| heads))
    }
}

/// Heads of titles.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Heads<'a>(&'a [Box<str>]);

impl Heads<'_> {
    /// Whether the noun may stand for anybody.
    pub(crate) fn are_any(self) -> bool {
        self.0.iter().any(|known| &**known == "*")
    }

    /// Whether the noun stands for somebody without an office.
    pub(crate) fn are_none(self) -> bool {
        self.0.iter().any(|known| &**known == "-")
    }

    /// Whether this is one of them, in any case.
    pub(crate) fn have(self, head: &str) -> bool {
        self.0.iter().any(|known| known.chars().eq(small(head.trim_end_matches('.'))))
    }
}

/// The letters of a word in lower case: many words are asked for, and a string for each would be most of what extraction
/// allocates.
fn small(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase)
}
