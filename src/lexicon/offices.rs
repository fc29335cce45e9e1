//! Nouns that stand for somebody whose title has another head: `the lawmaker` for a senator.

use std::collections::HashMap;

use super::tsv::Table;
use crate::error::Error;

/// For a noun the heads of the titles that it may stand for.
#[derive(Debug, Clone, Default)]
pub(super) struct Offices {
    heads: HashMap<Box<str>, Vec<Box<str>>>,
}

impl Offices {
    /// Reads the table.
    pub(super) fn read(name: &str, text: &str) -> Result<Self, Error> {
        let table = Table::read(name, text)?;
        table.require("noun")?;
        table.require("heads")?;
        let mut heads = HashMap::new();
        for row in table.rows() {
            let row = row?;
            heads.insert(row.get("noun").into(), row.list("heads").map(Into::into).collect());
        }
        Ok(Self { heads })
    }

    /// Whether the noun may stand for a title with this head.
    pub(super) fn mean(&self, noun: &str, head: &str) -> bool {
        let head = head.trim_end_matches('.').to_lowercase();
        let heads = self.heads.get(noun.to_lowercase().as_str());
        heads.is_some_and(|heads| heads.iter().any(|known| **known == *head))
    }
}
