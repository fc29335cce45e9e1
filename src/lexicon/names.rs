//! Given names, family names and common words: long lists of single words, read without ceremony because tests check
//! their form (tests/data.rs).

use super::{Class, Lexicon, inflect};

const GIVEN: &str = include_str!("../data/given_names.tsv");
const FAMILY: &str = include_str!("../data/family_names.tsv");
const COMMON: &str = include_str!("../data/common_words.tsv");
const DEMONYMS: &str = include_str!("../data/demonyms.tsv");
const TITLES: &str = include_str!("../data/titles.tsv");

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
    for line in rows(DEMONYMS) {
        let (word, _country) = line.split_once('\t').unwrap_or((line, ""));
        insert(lexicon, word, Class::DEMONYM);
    }
    for (title, class) in
        rows(TITLES).filter_map(|line| line.split_once('\t')).filter(|(title, _)| !title.contains(' '))
    {
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
