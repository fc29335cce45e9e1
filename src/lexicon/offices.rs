//! Nouns that stand for somebody whose title has another head: `the lawmaker` for a senator.

use super::tsv::Table;
use crate::error::Error;

/// For a noun the heads of the titles that it may stand for.
#[derive(Debug, Clone, Default)]
pub(super) struct Offices {
    /// Sorted by noun.
    heads: Vec<(Box<str>, Vec<Box<str>>)>,
}

impl Offices {
    /// Reads the table.
    pub(super) fn read(name: &str, text: &str) -> Result<Self, Error> {
        let table = Table::read(name, text)?;
        table.require("noun")?;
        table.require("heads")?;
        let mut heads: Vec<(Box<str>, Vec<Box<str>>)> = Vec::new();
        for row in table.rows() {
            let row = row?;
            heads.push((row.get("noun").into(), row.list("heads").map(Into::into).collect()));
        }
        heads.sort();
        Ok(Self { heads })
    }

    /// The heads of the titles that the noun may stand for, in any case.
    pub(super) fn heads(&self, noun: &str) -> Heads<'_> {
        let plain = || noun.bytes().map(|byte| byte.to_ascii_lowercase());
        let at = match noun.is_ascii() {
            true => self.heads.binary_search_by(|(known, _)| known.bytes().cmp(plain())),
            false => self.heads.binary_search_by(|(known, _)| known.chars().cmp(small(noun))),
        };
        Heads(at.map_or(&[], |at| &self.heads[at].1))
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
