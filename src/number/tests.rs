//! Sentences and what is found in them.

use crate::extractor::Extractor;

/// The claims of a sentence, one a line: kind, bound and values, unit, qualifier, number, object.
fn rendered(text: &str) -> Vec<String> {
    let claims = Extractor::built_in().extract(text).claims;
    claims.iter().map(|claim| format!("{claim} | {:?}", claim.quantity)).collect()
}

/// How many of the sentences without claims must stay clean.
const CLEAN: usize = 57;

#[test]
fn numbers_that_are_no_claims_are_left() {
    let sentences = include_str!("no_claims.txt").lines().filter(|line| !line.starts_with('#'));
    let found: Vec<_> =
        sentences.clone().map(|line| (line, rendered(line))).filter(|(_, claims)| !claims.is_empty()).collect();
    let clean = sentences.count() - found.len();
    println!("{clean} clean; {found:#?}");
    assert!(clean >= CLEAN, "{clean} clean; {found:#?}");
}
