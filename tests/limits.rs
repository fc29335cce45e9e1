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
fn every_field_is_limited() {
    let table = |column: &str, cell: &str| format!("kind\tname\t{column}\nperson\tAnn Lee\t{cell}\n");
    for (column, remedy) in [
        ("aliases", "put | between several names"),
        ("title", "shorten it, or look for a tab that is missing"),
        ("id", "shorten it, or look for a tab that is missing"),
    ] {
        Gazetteer::from_tsv(&table(column, &"b".repeat(200))).expect("200 bytes are allowed");
        let cell = "é".repeat(101);
        let wanted = format!(
            "table of names, line 2, column `{column}`: `{}` is 202 bytes long, and 200 are allowed; {remedy}",
            &cell[..80]
        );
        assert_eq!(refused(&table(column, &cell)), wanted);
    }
    for (column, cell) in [("country", "b"), ("sex", "b"), ("population", "9")] {
        let message = refused(&table(column, &cell.repeat(1000)));
        assert!(message.starts_with(&format!("table of names, line 2, column `{column}`: ")), "{message}");
        assert!(message.len() < 200, "a message repeats the beginning of a cell only: {message}");
    }
    let several = ["c".repeat(200), "d".repeat(200)].join("|");
    Gazetteer::from_tsv(&table("aliases", &several)).expect("each alias may have 200 bytes");
}

#[test]
fn a_row_of_the_longest_is_read() {
    let aliases = vec!["b".repeat(199); 41].join("|");
    let row = format!("place\tFar\t{aliases}");
    let table = |row: &str| format!("kind\tname\taliases\n{row}\n");
    let longest = &row[..8192];
    assert_eq!(Gazetteer::from_tsv(&table(longest)).expect("it is not too long").len(), 1);
    assert!(
        refused(&table(&row[..8193])).contains("line 2: the row is 8193 bytes long, and 8192 are allowed; look for a")
    );
}

/// Gives a header, and then fails.
struct Broken(bool);

impl Read for Broken {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if std::mem::replace(&mut self.0, true) {
            return Err(std::io::Error::other("the disk is gone"));
        }
        HEADER.as_bytes().read(into)
    }
}

#[test]
fn a_reader_that_fails_is_reported() {
    let message = Gazetteer::from_reader(Broken(false)).expect_err("it fails").to_string();
    assert_eq!(message, "table of names: cannot be read: the disk is gone; try again");
}

#[test]
fn bytes_are_limited() {
    let endless = HEADER.as_bytes().chain(repeat(b'#'));
    let message = Gazetteer::from_reader(endless).expect_err("it never ends").to_string();
    assert_eq!(message, "table of names: it is longer than 64 MiB; leave names out");
}

#[test]
fn a_refused_table_leaves_the_builder_usable() {
    let own = Gazetteer::from_tsv("kind\tname\nplace\tSpringvale\n").expect("it reads");
    let mut builder = Extractor::builder().gazetteer(own);
    let planets = format!("{HEADER}planet\tMars\n");
    let mended = planets.replace("planet", "place");
    for table in [planets.as_str(), "", "\0", mended.as_str()] {
        match Gazetteer::from_tsv(table) {
            Ok(names) => builder = builder.gazetteer(names),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
    let extractor = builder.build().expect("it builds");
    let found = extractor.extract("They moved from Springvale to Mars, and then to Kyiv.").entities;
    let names: Vec<&str> = found.iter().map(|found| &*found.entity.name).collect();
    assert_eq!(names, ["Springvale", "Mars", "Kyiv"]);
}
