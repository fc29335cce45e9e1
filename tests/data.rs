//! The form of the tables in `src/data`, so that a row added by hand goes where it belongs and is well made.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Tables that `tools/gazetteer` writes and the crate reads without checking each row.
const MADE: [&str; 9] = [
    "common_words.tsv",
    "demonyms.tsv",
    "family_names.tsv",
    "given_names.tsv",
    "organizations.tsv",
    "people.tsv",
    "places.tsv",
    "titles.tsv",
    "verbs.tsv",
];

struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn table(name: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(text.ends_with('\n') && !text.contains('\r'), "{name}: end each line with a line feed alone");
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
    let columns = cells(lines.next().expect("a header row"));
    Table { columns, rows: lines.map(cells).collect() }
}

impl Table {
    fn cell<'r>(&self, row: &'r [String], column: &str) -> &'r str {
        let at = self.columns.iter().position(|name| name == column).expect("a column of the table");
        row.get(at).map_or("", String::as_str)
    }
}

#[test]
fn rows_are_sorted_and_stand_once() {
    for name in MADE {
        let table = table(name);
        for pair in table.rows.windows(2) {
            assert!(
                pair[0] < pair[1],
                "{name}: move the row {:?} before {:?}, or delete one of them",
                pair[1],
                pair[0]
            );
        }
    }
}

#[test]
fn cells_are_clean() {
    for name in MADE {
        let table = table(name);
        for row in &table.rows {
            assert!(row.len() <= table.columns.len(), "{name}: too many cells in {row:?}");
            assert!(!row[0].is_empty(), "{name}: the first cell of {row:?} is empty");
            for cell in row {
                assert!(cell.trim() == cell && !cell.contains("  "), "{name}: take surplus spaces out of {cell:?}");
                assert!(!cell.contains(['’', '‘', 'ʼ']), "{name}: write {cell:?} with a straight apostrophe");
                assert!(!decomposed(cell), "{name}: write {cell:?} with composed letters (NFC)");
            }
        }
    }
}

/// Whether a vowel and its mark stand apart though one character holds both.
fn decomposed(cell: &str) -> bool {
    let mut before = ' ';
    cell.chars().any(|ch| matches!(std::mem::replace(&mut before, ch), 'a' | 'e' | 'i' | 'o' | 'u') && is_mark(ch))
}

/// Grave, acute, circumflex, tilde.
fn is_mark(ch: char) -> bool {
    matches!(ch, '\u{300}'..='\u{303}')
}

#[test]
fn aliases_are_sorted_and_differ_from_the_name() {
    for name in ["organizations.tsv", "people.tsv", "places.tsv"] {
        let table = table(name);
        for row in &table.rows {
            let aliases = table.cell(row, "aliases");
            let parts: Vec<&str> = aliases.split('|').filter(|alias| !alias.is_empty()).collect();
            assert!(parts.is_sorted(), "{name}: sort the aliases of {:?}", row[0]);
            assert!(!parts.contains(&row[0].as_str()), "{name}: {:?} is its own alias", row[0]);
            assert_eq!(
                parts.iter().collect::<BTreeSet<_>>().len(),
                parts.len(),
                "{name}: {aliases:?} repeats an alias"
            );
        }
    }
}

#[test]
fn names_stand_once_among_people_and_organisations() {
    for name in ["organizations.tsv", "people.tsv"] {
        let rows = table(name).rows;
        let names: BTreeSet<_> = rows.iter().map(|row| row[0].clone()).collect();
        assert_eq!(names.len(), rows.len(), "{name}: a name stands twice; merge the rows");
    }
}

#[test]
fn codes_are_codes() {
    for name in ["demonyms.tsv", "organizations.tsv", "people.tsv", "places.tsv"] {
        let table = table(name);
        for row in &table.rows {
            let country = table.cell(row, "country");
            let code = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
            assert!(country.is_empty() || code, "{name}: {country:?} of {:?} is no country code", row[0]);
        }
    }
    let places = table("places.tsv");
    for row in &places.rows {
        let id = places.cell(row, "id");
        let known = id.is_empty() || id.starts_with("geonames:") || id.starts_with("iso3166-2:");
        assert!(known, "places.tsv: {id:?} of {:?} is no identifier that we know", row[0]);
    }
    let names = table("given_names.tsv");
    for row in &names.rows {
        assert!(["f", "m", "fm"].contains(&names.cell(row, "sex")), "given_names.tsv: use f, m or fm in {row:?}");
    }
}

#[test]
fn sources_are_named_with_licence() {
    for name in MADE {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data").join(name);
        let text = fs::read_to_string(path).expect("a table");
        assert!(text.lines().any(|line| line.starts_with("# Source: ")), "{name}: name the source in the head");
    }
}

#[test]
fn the_lists_are_as_large_as_the_documentation_says() {
    let counts = [("places.tsv", 35_000), ("people.tsv", 1_200), ("organizations.tsv", 900), ("titles.tsv", 1_400)];
    for (name, least) in counts {
        let rows = table(name).rows.len();
        assert!(rows >= least, "{name}: {rows} rows, fewer than {least}");
    }
    let entries = pullquote::Gazetteer::built_in().len();
    assert_eq!(
        entries,
        ["places.tsv", "people.tsv", "organizations.tsv"].map(|name| table(name).rows.len()).iter().sum::<usize>()
    );
}

#[test]
fn the_built_in_tables_pass_the_checks_for_a_table_of_ones_own() {
    for (name, kind) in [("people.tsv", "person"), ("organizations.tsv", "organization"), ("places.tsv", "place")] {
        let table = table(name);
        let mut text = format!("kind\t{}\n", table.columns.join("\t"));
        for row in &table.rows {
            text += &format!("{kind}\t{}\n", row.join("\t"));
        }
        let own = pullquote::Gazetteer::from_tsv(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(own.len(), table.rows.len());
    }
}

#[test]
fn cue_verbs_have_a_known_class() {
    const CLASSES: [&str; 16] = [
        "neutral", "believe", "ask", "tell", "answer", "deny", "promise", "urge", "label", "accuse", "claim", "warn",
        "announce", "write", "post", "hear",
    ];
    let cues = table("cues.tsv");
    for row in &cues.rows {
        let class = cues.cell(row, "class");
        assert!(CLASSES.contains(&class), "cues.tsv: `{class}` is no class; use one of {CLASSES:?} in {row:?}");
    }
}
