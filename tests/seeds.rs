//! The seeds of the fuzz targets, each through the check of its target, so that a finding stays mended without a fuzzer.

mod check;
#[path = "check/pieces.rs"]
mod pieces;

use std::fs;
use std::path::Path;

use pullquote::{Error, Extraction, Extractor, Gazetteer};

/// Reads a table of names in one format.
type Read = fn(&str) -> Result<Gazetteer, Error>;

const READERS: &[Read] = &[
    Gazetteer::from_tsv,
    #[cfg(feature = "csv")]
    Gazetteer::from_csv,
    #[cfg(feature = "jsonl")]
    Gazetteer::from_json_lines,
];

/// Runs the check on each seed of the target; returns how many there are.
fn each_seed(target: &str, check: impl Fn(&[u8])) {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    // The published package leaves the directory out.
    let Ok(seeds) = fs::read_dir(seeds) else { return };
    let mut count = 0;
    for seed in seeds {
        let path = seed.expect("the directory can be read").path();
        println!("{}", path.display());
        check(&fs::read(&path).expect("the seed can be read"));
        count += 1;
    }
    assert!(count > 0, "there are no seeds for {target}");
}

fn extracted(text: &str) {
    check::check(text, &pullquote::extract(text));
}

#[test]
fn extract() {
    each_seed("extract", |seed| extracted(&String::from_utf8_lossy(seed)));
}

#[test]
fn extract_structured() {
    each_seed("extract_structured", |seed| extracted(&pieces::text(seed)));
}

#[test]
fn gazetteer() {
    each_seed("gazetteer", |seed| {
        let input = String::from_utf8_lossy(seed);
        let (table, text) = input.split_once("\n\n").unwrap_or((&input, &input));
        for names in READERS.iter().filter_map(|read| read(table).ok()) {
            let extractor = Extractor::builder().gazetteer_only(names).build().expect("a table that was read builds");
            check::check(text, &extractor.extract(text));
        }
    });
}

#[test]
fn json() {
    each_seed("json", |seed| {
        let text = String::from_utf8_lossy(seed);
        if let Ok(extraction) = serde_json::from_str::<Extraction<'static>>(&text) {
            let _ = extraction.check(&text);
            let _ = (extraction.speakers(), extraction.all_claims());
            let json = serde_json::to_string(&extraction).expect("what was read can be written");
            assert_eq!(serde_json::from_str::<Extraction<'static>>(&json).expect("it can be read"), extraction);
        }
    });
}
