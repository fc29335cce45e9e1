use super::*;

/// What a table says that cannot be used.
fn message(read: impl FnOnce(&mut Lexicon) -> Result<(), Error>) -> String {
    let mut lexicon = Lexicon::built_in().expect("the built-in tables load");
    read(&mut lexicon).expect_err("the table is bad").to_string()
}

#[test]
fn a_class_that_does_not_exist_is_named() {
    let words = message(|lexicon| lexicon.read_words("words.tsv", "word\tclass\nfjord\tcommon|water\n"));
    assert!(words.starts_with("words.tsv, line 2, column `class`: `water` is no class; use one of: "), "{words}");
    let nouns = message(|lexicon| lexicon.read_nouns("nouns.tsv", "noun\tclass\nskipper\trole\nfjord\twater\n"));
    assert!(nouns.starts_with("nouns.tsv, line 3, column `class`: `water` is no class; use one of: "), "{nouns}");
}

#[test]
fn a_complement_that_does_not_exist_is_named() {
    let cues = message(|lexicon| lexicon.read_cues("cues.tsv", "lemma\ttakes\nquip\tquote|joke\n"));
    assert_eq!(cues, "cues.tsv, line 2, column `takes`: `joke` is no complement; see the head of the table");
}

#[test]
fn a_column_that_is_missing_is_named() {
    let cues = message(|lexicon| lexicon.read_cues("cues.tsv", "lemma\nquip\n"));
    assert!(cues.starts_with("cues.tsv: there is no column `takes`, only `lemma`; "), "{cues}");
    let furniture = message(|lexicon| lexicon.read_furniture("furniture.tsv", "words\nclick here\n"));
    assert!(furniture.starts_with("furniture.tsv: there is no column `phrase`, only `words`; "), "{furniture}");
}
