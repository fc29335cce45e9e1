//! Given names, family names and common words: long lists of single words, read without ceremony because tests check
//! their form (tests/data.rs).

use super::{Class, Lexicon};

const GIVEN: &str = include_str!("../data/given_names.tsv");
const FAMILY: &str = include_str!("../data/family_names.tsv");
const COMMON: &str = include_str!("../data/common_words.tsv");

/// Adds the lists to the lexicon.
pub(super) fn read(lexicon: &mut Lexicon) {
    lexicon.words.reserve((GIVEN.len() + FAMILY.len() + COMMON.len()) / 9);
    for line in rows(GIVEN) {
        let (name, sex) = line.split_once('\t').unwrap_or((line, "fm"));
        let female = if sex.contains('f') { Class::FEMALE } else { Class::default() };
        let male = if sex.contains('m') { Class::MALE } else { Class::default() };
        insert(lexicon, name, female | male);
    }
    for name in rows(FAMILY) {
        insert(lexicon, name, Class::FAMILY);
    }
    for word in rows(COMMON) {
        insert(lexicon, word, Class::COMMON);
    }
}

/// The rows under the header.
fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#')).skip(1)
}

fn insert(lexicon: &mut Lexicon, word: &str, class: Class) {
    let entry = lexicon.words.entry(word.into()).or_default();
    entry.classes = entry.classes | class;
}
