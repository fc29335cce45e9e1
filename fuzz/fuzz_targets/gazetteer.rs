//! Arbitrary tables of names in every format: an error or a gazetteer, and then extraction with it.
#![no_main]

#[path = "../../tests/check/mod.rs"]
mod check;

use libfuzzer_sys::fuzz_target;
use pullquote::{Extractor, Gazetteer};

fuzz_target!(|input: &str| {
    let (table, text) = input.split_once("\n\n").unwrap_or((input, input));
    for read in [Gazetteer::from_tsv, Gazetteer::from_csv, Gazetteer::from_json_lines] {
        match read(table) {
            Ok(names) => {
                let extractor =
                    Extractor::builder().gazetteer_only(names).build().expect("a table that was read builds");
                check::check(text, &extractor.extract(text));
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
});
