//! Given names, family names and common words: long lists of single words, read without ceremony because tests check
//! their form (tests/data.rs).

use super::{Class, Lexicon, inflect};

const GIVEN: &str = include_str!("../data/given_names.tsv");
const FAMILY: &str = include_str!("../data/family_names.tsv");
const COMMON: &str = include_str!("../data/common_words.tsv");
const DEMONYMS: &str = include_str!("../data/demonyms.tsv");
const TITLES: &str = include_str!("../data/titles.tsv");

/// Classes of listed words, in the lowest bits of a slot.
const CLASSES: [Class; 4] = [Class::FEMALE, Class::MALE, Class::FAMILY, Class::COMMON];
const BITS: u64 = (1 << CLASSES.len()) - 1;

/// Given names, family names and common words: an open hash table that keeps 60 bits of a word's hash in its place, so
/// that seventy thousand words are read in a few milliseconds. Two words of one hash would share their classes.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    /// Zero, or a hash with the classes in its lowest bits.
    slots: Vec<u64>,
}

impl Listed {
    /// Reads the lists.
    pub(super) fn read() -> Listed {
        let mut listed = Listed { slots: vec![0; 1 << 17] };
        for line in rows(GIVEN) {
            let (name, sex) = line.split_once('\t').unwrap_or((line, "fm"));
            listed.add(name, u64::from(sex.contains('f')) | u64::from(sex.contains('m')) << 1);
        }
        rows(FAMILY).for_each(|name| listed.add(name, 1 << 2));
        rows(COMMON).for_each(|word| listed.add(word, 1 << 3));
        listed
    }

    /// The classes of a word in small letters.
    pub(super) fn classes(&self, word: &str) -> Class {
        let bits = self.slots[self.slot(hash(word))] & BITS;
        let has = |at: &usize| bits >> at & 1 == 1;
        (0..CLASSES.len()).filter(has).fold(Class::default(), |all, at| all | CLASSES[at])
    }

    fn add(&mut self, word: &str, bits: u64) {
        let hash = hash(word);
        let slot = self.slot(hash);
        self.slots[slot] |= hash | bits;
    }

    /// Where the hash stands or would stand; the table is never full (tested).
    fn slot(&self, hash: u64) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = (hash >> 20) as usize & last;
        while self.slots[slot] != 0 && self.slots[slot] & !BITS != hash {
            slot = (slot + 1) & last;
        }
        slot
    }
}

/// Eight bytes at a time, each step spread over all bits: neighbouring words must not stand in neighbouring slots.
fn hash(word: &str) -> u64 {
    let mut hash = word.len() as u64;
    for eight in super::eights(word.as_bytes()) {
        hash = (hash ^ eight).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 32;
    }
    hash & !BITS
}

/// Adds titles and adjectives of origin to the lexicon.
pub(super) fn read(lexicon: &mut Lexicon) {
    for line in rows(DEMONYMS) {
        let (word, _country) = line.split_once('\t').unwrap_or((line, ""));
        insert(lexicon, word, Class::DEMONYM);
    }
    let titles = rows(TITLES).filter_map(|line| line.split_once('\t'));
    for (title, class) in titles.filter(|(title, _)| !title.contains(' ')) {
        role(lexicon, title, class);
    }
}

/// A title of one word and its plural, unless nouns.tsv says already what it is.
fn role(lexicon: &mut Lexicon, title: &str, class: &str) {
    if lexicon.words.get(title).is_some_and(|known| known.is(Class::ROLE | Class::HUMAN | Class::GROUP)) {
        return;
    }
    let sex = match class {
        "role|feminine" => Class::FEMININE,
        "role|masculine" => Class::MASCULINE,
        _ => Class::default(),
    };
    insert(lexicon, title, Class::ROLE | sex);
    insert(lexicon, &inflect::plural(title), Class::ROLE | Class::GROUP | Class::PLURAL | sex);
}

/// The rows under the header.
fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    lines(table).filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1)
}

/// As `str::lines`, which is slow where lines are as short as words.
fn lines(mut rest: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let end = rest.bytes().position(|byte| byte == b'\n')?;
        let line = &rest[..end];
        rest = &rest[end + 1..];
        Some(line)
    })
}

fn insert(lexicon: &mut Lexicon, word: &str, class: Class) {
    let entry = lexicon.words.entry(word.into()).or_default();
    entry.classes = entry.classes | class;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_words_have_their_classes_and_the_table_has_room() {
        let listed = Listed::read();
        for (table, class) in [(FAMILY, Class::FAMILY), (COMMON, Class::COMMON)] {
            for word in rows(table) {
                assert!(listed.classes(word).0 & class.0 != 0, "{word} is not found");
            }
        }
        assert!(listed.classes("anna").0 & Class::FEMALE.0 != 0);
        assert_eq!(listed.classes("qqxyzzy"), Class::default());
        let used = listed.slots.iter().filter(|slot| **slot != 0).count();
        assert!(used * 4 < listed.slots.len() * 3, "{used} of {} slots are used: double them", listed.slots.len());
    }

    #[test]
    fn no_two_listed_words_share_a_hash() {
        let given = rows(GIVEN).map(|line| line.split('\t').next().unwrap_or_default());
        let words: std::collections::BTreeSet<&str> = given.chain(rows(FAMILY)).chain(rows(COMMON)).collect();
        let hashes: std::collections::BTreeSet<u64> = words.iter().map(|word| hash(word)).collect();
        assert_eq!(hashes.len(), words.len());
        assert!(!hashes.contains(&0));
    }
}
