//! Of two people with one surname, whom the surname alone means.

use super::spelling::Key;
use crate::hash::{HashMap, Quick};

/// Who bore each surname last.
#[derive(Debug)]
pub(super) struct Latest {
    of_surname: HashMap<Key, Bearer>,
}

#[derive(Debug, Clone, Copy)]
struct Bearer {
    last: usize,
    sentence: usize,
    /// Whom the surname alone meant so far.
    alone: Option<usize>,
    /// Whether somebody else of the name stands in the same sentence.
    both: bool,
}

impl Latest {
    /// With room for so many surnames.
    pub(super) fn with_capacity(surnames: usize) -> Self {
        Self { of_surname: HashMap::with_capacity_and_hasher(surnames, Quick::default()) }
    }

    /// Notes a name, which may be a surname alone.
    pub(super) fn note(&mut self, key: Key, id: usize, short: bool, sentence: usize) {
        let new = Bearer { last: id, sentence, alone: None, both: false };
        let bearer = self.of_surname.entry(key).or_insert(new);
        let both = bearer.sentence == sentence && (bearer.last != id || bearer.both);
        let alone = if short { Some(id) } else { bearer.alone };
        *bearer = Bearer { last: id, sentence, alone, both };
    }

    /// Whom the surname meant before, else who was named last; nobody where two were named in one sentence.
    pub(super) fn bearer(&self, key: Key) -> Option<usize> {
        let known = self.of_surname.get(&key)?;
        known.alone.or(Some(known.last).filter(|_| !known.both))
    }

    /// Whether two were just named in one sentence.
    pub(super) fn is_undecided(&self, key: Key) -> bool {
        self.of_surname.get(&key).is_some_and(|known| known.both && known.alone.is_none())
    }

    /// Whether somebody of the name was named.
    pub(super) fn knows(&self, key: Key) -> bool {
        self.of_surname.contains_key(&key)
    }
}
