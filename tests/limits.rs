//! What a table of names may not exceed, and that a table which is refused leaves everything else usable.

use std::fmt::Write;
use std::io::{Read, repeat};

use pullquote::{Extractor, Gazetteer};

const HEADER: &str = "kind\tname\n";

fn refused(table: &str) -> String {
    Gazetteer::from_tsv(table).expect_err("the table is too large").to_string()
}

#[test]
fn rows_are_limited() {
    let mut table = HEADER.to_owned();
    for row in 0..=500_000 {
        writeln!(table, "place\tA{row}").expect("a string takes all");
    }
    let message = refused(&table);
    assert_eq!(message, "table of names, line 500002: more than 500000 rows; split the table, or leave names out");
}

#[test]
fn lines_and_names_are_limited() {
    let long_line = refused(&format!("{HEADER}place\tA\t{}\n", "b".repeat(9_000)));
    assert!(
        long_line.starts_with("table of names, line 2: the row is 9008 bytes long, and 8192 are allowed"),
        "{long_line}"
    );
    let long_name = refused(&format!("{HEADER}place\tFar\nplace\t{}\n", "b".repeat(201)));
    assert!(long_name.starts_with("table of names, line 3, column `name`: "), "{long_name}");
}

#[test]
fn bytes_are_limited() {
    let endless = HEADER.as_bytes().chain(repeat(b'#'));
    let message = Gazetteer::from_reader(endless).expect_err("it never ends").to_string();
    assert_eq!(message, "table of names: it is longer than 64 MiB; leave names out");
}

#[test]
fn a_refused_table_leaves_the_builder_usable() {
    let builder =
        Extractor::builder().gazetteer(Gazetteer::from_tsv("kind\tname\nplace\tSpringvale\n").expect("it reads"));
    refused(&format!("{HEADER}planet\tMars\n"));
    let extractor = builder.build().expect("it builds");
    assert_eq!(extractor.extract("They moved to Springvale.").entities.len(), 1);
}
