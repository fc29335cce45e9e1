//! Given names, family names and common words: long lists of single words, read without ceremony because tests check
//! their form (tests/data.rs).

use super::{Class, Form, HashedWords, Lexicon, inflect};

const GIVEN: &str = include_str!("../data/given_names.tsv");
const FAMILY: &str = include_str!("../data/family_names.tsv");
const COMMON: &str = include_str!("../data/common_words.tsv");
const VERBS: &str = include_str!("../data/verbs.tsv");
const DEMONYMS: &str = include_str!("../data/demonyms.tsv");
const TITLES: &str = include_str!("../data/titles.tsv");

/// How many lists there are.
pub(super) const BITS: u32 = 5;

/// How many of them are classes of words; the last one has the forms of verbs.
const OF_CLASSES: u32 = 4;

/// The lists, in the lowest bits of a word's number.
pub(super) const LISTS: u64 = (1 << BITS) - 1;

/// The classes of the words that stand in some of the lists.
pub(super) fn classes(lists: u64) -> Class {
    CLASSES[lists as usize % CLASSES.len()]
}

/// Whether the word is a form of a verb by the lists.
pub(super) fn is_verb(lists: u64) -> bool {
    lists >> OF_CLASSES & 1 == 1
}

/// For each set of lists the classes of its words.
const CLASSES: [Class; 1 << OF_CLASSES] = {
    let classes = [Class::FEMALE, Class::MALE, Class::FAMILY, Class::COMMON];
    let (mut all, mut set) = ([Class(0); 1 << OF_CLASSES], 1usize);
    while set < all.len() {
        all[set] = all[set & (set - 1)].union(classes[set.trailing_zeros() as usize]);
        set += 1;
    }
    all
};

/// A table of the listed words, with room for those of other tables.
pub(super) fn listed() -> HashedWords {
    let mut table = HashedWords::with_slots(1 << 17);
    for line in rows(GIVEN) {
        let (name, sex) = line.split_once('\t').unwrap_or((line, "fm"));
        table.update(name, |lists| lists | u64::from(sex.contains('f')) | u64::from(sex.contains('m')) << 1);
    }
    rows(FAMILY).for_each(|name| table.update(name, |lists| lists | 1 << 2));
    rows(COMMON).for_each(|word| table.update(word, |lists| lists | 1 << 3));
    let finite = |form: &(Form, String)| form.0 != Form::Present;
    for (_, form) in rows(VERBS).flat_map(|verb| inflect::verb(verb, "", "")).filter(finite) {
        table.update(&form, |lists| lists | 1 << OF_CLASSES);
    }
    table
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

/// The country from which the adjective says that somebody is: `FR` of `French`. `None` for what belongs to no one country.
pub(crate) fn country(adjective: &str) -> Option<&'static str> {
    let mut rows = rows(DEMONYMS).filter_map(|line| line.split_once('\t'));
    let (_, country) = rows.find(|(word, _)| word.eq_ignore_ascii_case(adjective))?;
    (!country.is_empty()).then_some(country)
}

/// A title of one word and its plural, unless nouns.tsv says already what it is.
fn role(lexicon: &mut Lexicon, title: &str, class: &str) {
    if lexicon.known(title).is(Class::ROLE | Class::HUMAN | Class::GROUP) {
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
    let entry = lexicon.entry(word);
    *entry = entry.with(class);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_words_have_their_classes() {
        let lexicon = Lexicon::built_in().unwrap();
        for (table, class) in [(FAMILY, Class::FAMILY), (COMMON, Class::COMMON)] {
            for word in rows(table) {
                assert!(lexicon.word(word).is(class), "{word} is not found");
            }
        }
        assert!(lexicon.word("anna").is(Class::FEMALE));
        assert!(["owe", "owes", "owed"].iter().all(|form| lexicon.word(form).may_be_verb()));
        assert!(!lexicon.word("owing").may_be_verb() && !lexicon.word("anna").may_be_verb());
        assert_eq!(lexicon.word("qqxyzzy"), crate::lexicon::Word::default());
    }

    #[test]
    fn no_two_listed_words_share_a_hash() {
        let given = rows(GIVEN).map(|line| line.split('\t').next().unwrap_or_default());
        let listed = given.chain(rows(FAMILY)).chain(rows(COMMON)).map(str::to_owned);
        let verbs = rows(VERBS).flat_map(|verb| inflect::verb(verb, "", "")).map(|(_, form)| form);
        let words: std::collections::BTreeSet<String> = listed.chain(verbs).collect();
        let mut table = super::listed();
        for word in &words {
            table.update(word, |lists| lists + (1 << BITS));
        }
        for word in words {
            assert_eq!(table.get(&word).unwrap() >> BITS, 1, "{word} shares its hash");
        }
    }
}
