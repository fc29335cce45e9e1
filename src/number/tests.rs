//! Sentences and what is found in them.

use super::NumberWords;
use crate::claim::{NumericClaim, Quantity};
use crate::error::Error;
use crate::extractor::Extractor;
use crate::lexicon::Lexicon;
use crate::span::Fragment;

/// `count at_least 36 | At least | 36 | villages`
fn rendered(claim: &NumericClaim<'_>) -> String {
    let text = |part: &Option<Fragment<'_>>| part.as_ref().map_or("-".to_owned(), |part| part.text.to_string());
    let kind = format!("{:?}", claim.kind).to_lowercase();
    let quantity = match claim.quantity {
        Quantity::Exact { value } => format!("exact {}", short(value)),
        Quantity::Approx { value } => format!("approx {}", short(value)),
        Quantity::AtLeast { value } => format!("at_least {}", short(value)),
        Quantity::AtMost { value } => format!("at_most {}", short(value)),
        Quantity::Range { low, high } => format!("range {} {}", short(low), short(high)),
    };
    let unit = claim.unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
    format!("{kind} {quantity}{unit} | {} | {} | {}", text(&claim.qualifier), claim.number, text(&claim.object))
}

/// The value to four decimals.
fn short(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

fn claims_of(text: &str) -> Vec<String> {
    Extractor::built_in().extract(text).claims.iter().map(rendered).collect()
}

/// The sentences of `claims.txt` and `seldom.txt`, each with its expected lines.
fn cases() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut cases: Vec<(&str, Vec<&str>)> = Vec::new();
    let lines = include_str!("claims.txt").lines().chain(include_str!("seldom.txt").lines());
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match (line.strip_prefix("= "), cases.last_mut()) {
            (Some(claim), Some((_, claims))) => claims.push(claim),
            _ => cases.push((line, Vec::new())),
        }
    }
    cases
}

#[test]
fn claims_are_read_as_the_table_says() {
    let wrong: Vec<_> = cases()
        .into_iter()
        .map(|(text, wanted)| (text, wanted, claims_of(text)))
        .filter(|(_, wanted, got)| wanted != got)
        .map(|(text, wanted, got)| format!("{text}\n  wanted {wanted:?}\n  got    {got:?}\n"))
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.concat());
}

#[test]
fn numbers_that_are_no_claims_are_left() {
    let sentences = include_str!("no_claims.txt").lines().filter(|line| !line.starts_with('#'));
    let found = sentences.map(|line| (line, claims_of(line))).filter(|(_, claims)| !claims.is_empty());
    let found: Vec<_> = found.map(|(line, claims)| format!("{line}\n  {claims:?}\n")).collect();
    assert!(found.is_empty(), "{} wrong:\n{}", found.len(), found.concat());
}

#[test]
fn tables_are_sorted() {
    let tables = [
        ("number_words.tsv", include_str!("../data/number_words.tsv")),
        ("number_contexts.tsv", include_str!("../data/number_contexts.tsv")),
        ("qualifiers.tsv", include_str!("../data/qualifiers.tsv")),
        ("units.tsv", include_str!("../data/units.tsv")),
    ];
    for (name, text) in tables {
        let rows: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).skip(1).collect();
        let unsorted = rows.windows(2).find(|pair| pair[0] >= pair[1]);
        assert_eq!(unsorted, None, "{name}: put the second row before the first (`sort` in the C locale)");
    }
}

/// What a table says that cannot be used.
fn message(read: impl FnOnce(&mut NumberWords) -> Result<(), Error>) -> String {
    let mut lexicon = Lexicon::built_in().expect("the built-in tables load");
    let mut words = NumberWords::built_in(&mut lexicon).expect("the built-in tables load");
    read(&mut words).expect_err("the table is bad").to_string()
}

#[test]
fn bad_rows_are_named() {
    let head = "see the head of the table";
    let digits = "write it in digits, with `.` before decimals";
    for (row, fault) in [
        ("umpteen\tdigit\tmany", format!("column `value`: this is no number; {digits}")),
        ("umpteen\tlots\t17", format!("column `role`: `lots` is no role; {head}")),
    ] {
        let table = format!("word\trole\tvalue\n{row}\n");
        assert_eq!(message(|words| words.read_numbers("n.tsv", &table)), format!("n.tsv, line 2, {fault}"));
    }
    let contexts = message(|words| words.read_contexts("c.tsv", "word\trole\nstreet\troad\n"));
    assert_eq!(contexts, format!("c.tsv, line 2, column `role`: `road` is no role; {head}"));
    for (row, fault) in [
        ("smoot\tsmoot\tlength\t\t", format!("column `kind`: `length` is no kind; {head}")),
        ("smoot\tsmoot\tmeasure\tbehind\t", format!("column `place`: `behind` is no place; {head}")),
        ("smoot\tsmoot\tmeasure\t\tx", format!("column `scale`: this is no number; {digits}")),
    ] {
        let table = format!("unit\tcode\tkind\tplace\tscale\n{row}\n");
        assert_eq!(message(|words| words.read_units("u.tsv", table.leak())), format!("u.tsv, line 2, {fault}"));
    }
    for (row, fault) in [
        ("barely\tunder\t", format!("column `bound`: `under` is no bound; {head}")),
        ("barely\tat_most\tlength", format!("column `only`: `length` is no kind; {head}")),
    ] {
        let table = format!("phrase\tbound\tonly\tside\n{row}\tbefore\n");
        assert_eq!(message(|words| words.read_qualifiers("q.tsv", &table)), format!("q.tsv, line 2, {fault}"));
    }
}
