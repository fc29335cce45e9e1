//! Sentences and what is found in them.

use crate::claim::{NumericClaim, Quantity};
use crate::extractor::Extractor;
use crate::span::Fragment;

/// How many of the sentences without claims must stay clean.
const CLEAN: usize = 151;

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

/// The sentences of `claims.txt`, each with its expected lines.
fn cases() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut cases: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in include_str!("claims.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
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
    let found = sentences.clone().map(|line| (line, claims_of(line))).filter(|(_, claims)| !claims.is_empty());
    let found: Vec<_> = found.map(|(line, claims)| format!("{line}\n  {claims:?}\n")).collect();
    let clean = sentences.count() - found.len();
    assert!(clean >= CLEAN, "{clean} clean:\n{}", found.concat());
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
