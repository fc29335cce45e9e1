use super::*;
use crate::lexicon::Lexicon;
use crate::token::{Token, tokenize};
use crate::{Span, token};

fn error(table: &str) -> String {
    Gazetteer::from_tsv(table).expect_err("the table is bad").to_string()
}

#[test]
fn bad_tables_are_explained() {
    for (table, message) in [
        ("", "table of names: there is no header row; name the columns in the first row: kind, name, aliases"),
        (
            "name\nKyiv\n",
            "table of names, line 1: there is no column `kind`; name the columns in the first row: kind, name, aliases",
        ),
        (
            "kind name\nplace Kyiv\n",
            "table of names, line 1: the header row has no tabs; put tabs (not spaces) between the columns, or save as \
             tab-separated text",
        ),
        (
            "kind\tname\talias\n",
            "table of names, line 1: `alias` is no column; use some of: kind, name, aliases, title, id, country, sex, \
             population",
        ),
        ("kind\tname\tname\n", "table of names, line 1: the column `name` stands twice; delete or rename one"),
        (
            "# ours\n\nkind\tname\nplace    Kyiv\n",
            "table of names, line 4: the row has no tabs: `place    Kyiv`; put tabs (not spaces) between the cells",
        ),
        (
            "kind\tname\nplace\t\n",
            "table of names, line 2, column `name`: the name is empty; fill it in, or delete the row",
        ),
        (
            "kind\tname\n\tKyiv\n",
            "table of names, line 2, column `kind`: the kind is empty; use person, place or organization",
        ),
        (
            "kind\tname\tcountry\nplace\tKyiv\tUkraine\n",
            "table of names, line 2, column `country`: `Ukraine` is no country code; use two capital letters, such as \
             UA, or leave it empty",
        ),
        (
            "kind\tname\tsex\nperson\tAnn Lee\tfemale\n",
            "table of names, line 2, column `sex`: `female` is neither f nor m; use f, m or nothing",
        ),
        (
            "kind\tname\tpopulation\nplace\tKyiv\t3 million\n",
            "table of names, line 2, column `population`: `3 million` is no number; use digits only",
        ),
        ("kind\tname\nplace\tKyiv\tUA\n", "table of names, line 2: 3 cells under 2 columns; take the surplus tabs out"),
        (
            "kind\tname\taliases\nplace\tKyiv\t--\n",
            "table of names, line 2, column `aliases`: `--` has no letter; write the name out",
        ),
        (
            "kind\tname\nplace\tKyiv    Ukraine\n",
            "table of names, line 2, column `name`: `Kyiv    Ukraine` holds several spaces; put tabs between cells, and \
             single spaces in names",
        ),
        (
            "kind\tname\nplace\tKyiv\nplace\tLviv\nplace\tKyiv\n",
            "table of names, line 4, column `name`: `Kyiv` stands in line 2 already; delete one row, or tell them apart by \
             id or country",
        ),
    ] {
        assert_eq!(error(table), message);
    }
}

#[test]
fn huge_fields_and_bad_bytes_are_explained() {
    let long = error(&format!("kind\tname\nplace\t{}\n", "x".repeat(300)));
    assert!(long.starts_with("table of names, line 2, column `name`: `xxxx"), "{long}");
    assert!(long.ends_with("` is 300 bytes long, and 200 are allowed; put | between several names"), "{long}");
    let huge = error(&format!("kind\tname\nplace\t{}\n", "é".repeat(1 << 20)));
    assert!(huge.contains("line 2: the row is 2097158 bytes long"), "{huge}");
    let latin = Gazetteer::from_reader(&b"kind\tname\nplace\tS\xe3o Paulo\n"[..]).unwrap_err();
    assert_eq!(latin.to_string(), "table of names: line 2 is not UTF-8; save the table as UTF-8 text");
}

#[test]
fn byte_order_mark_windows_line_ends_and_comments_are_passed_over() {
    let table = "\u{feff}# ours\r\nKind\tName\tAliases\r\n\r\nplace\tKyiv\tKiev | Kyyiv\r\norganisation\tUN\r\n";
    let gazetteer = Gazetteer::from_tsv(table).unwrap();
    assert_eq!(gazetteer.len(), 2);
    let names: Vec<_> = names_of(&gazetteer.entries[0], &gazetteer.texts).collect();
    assert_eq!(names, ["Kyiv", "Kiev", "Kyyiv"]);
}

#[test]
fn an_article_before_an_alias_counts_for_nothing() {
    let own = Gazetteer::from_tsv("kind\tname\taliases\norganization\tSpringvale Courier\tthe Courier\n").unwrap();
    let extractor = crate::Extractor::builder().gazetteer(own).build().unwrap();
    for text in ["The Courier said so.", "They left the Courier on Monday.", "He wrote to Courier readers."] {
        let found = extractor.extract(text).entities;
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((&*found[0].mention.text, &*found[0].entity.name), ("Courier", "Springvale Courier"));
    }
    assert!(extractor.extract("They went by courier.").entities.is_empty());
}

#[test]
fn merging_replaces_and_removing_takes_aliases_too() {
    let mut names =
        Gazetteer::from_tsv("kind\tname\taliases\tcountry\nplace\tParis\t\tFR\nplace\tParis\t\tUS\n").unwrap();
    names.merge(
        Gazetteer::from_tsv("kind\tname\taliases\tcountry\nplace\tParis\tLutetia\tFR\nplace\tLyon\t\t\n").unwrap(),
    );
    assert_eq!(names.len(), 3);
    assert!(names.remove("Lutetia") && !names.remove("Lutetia"));
    assert_eq!(names.len(), 3);
    assert!(names.remove("Paris"));
    assert_eq!(names.len(), 1);
}

/// The longest of the names that the text has at `at`, by trying them all.
fn naive(names: &[&str], text: &str, at: usize, tokens: &[Token]) -> Option<usize> {
    let ends = |end: usize| tokens.iter().any(|token| token.span().end == end);
    let fits = names.iter().filter(|name| text[at..].starts_with(**name) && ends(at + name.len()));
    fits.map(|name| at + name.len()).max()
}

#[test]
fn the_anchored_search_agrees_with_trying_every_name() {
    let names =
        ["New York", "New York City", "York", "New", "Newark", "York City Hall", "Los Angeles", "Bank of Newark"];
    let rows: String = names.iter().map(|name| format!("place\t{name}\n")).collect();
    let index = Names::new(Gazetteer::from_tsv(&format!("kind\tname\n{rows}")).unwrap());
    let lexicon = Lexicon::built_in().unwrap();
    let words = ["New", "York", "City", "Hall", "Newark", "Los", "Angeles", "Bank", "of", "Newarks", ",", "Yorker"];
    let mut seed = 7_u64;
    for _ in 0..400 {
        let mut text = String::new();
        for _ in 0..8 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text += words[(seed >> 33) as usize % words.len()];
            text.push(' ');
        }
        let mut tokens = Vec::new();
        tokenize(&text, Span::new(0, text.len()), &lexicon, &mut tokens);
        for at in (0..tokens.len()).filter(|at| tokens[*at].kind == token::Kind::Word && tokens[*at].capital()) {
            let found = index.longest_at(&text, &tokens[at..]).map(|hit| hit.end());
            assert_eq!(found, naive(&names, &text, tokens[at].span().start, &tokens), "at token {at} of {text:?}");
        }
    }
}

#[test]
fn the_built_in_lists_fit_their_limits() {
    let names = Names::new(Gazetteer::built_in());
    let (automaton, tables) = names.memory();
    println!("automaton {automaton} bytes, tables {tables} bytes");
    assert!(automaton + tables < 16 << 20, "automaton {automaton} and tables {tables} bytes: over 16 MiB");
}
