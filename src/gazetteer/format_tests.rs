//! Tables in other formats than tab-separated text: the same rows give the same names, the same faults the same messages.

use super::*;

fn names(gazetteer: &Gazetteer) -> Vec<String> {
    gazetteer.names().map(str::to_owned).collect()
}

const TSV: &str = "kind\tname\taliases\ttitle\tcountry\tpopulation
person\tAnn Lee\tAnnie Lee|A. Lee\tmayor, acting\t\t
place\tSpringvale\t\t\tUS\t1200
";

fn error(read: Result<Gazetteer, Error>) -> String {
    read.expect_err("the table is bad").to_string()
}

#[test]
#[cfg(feature = "csv")]
fn comma_separated_rows_are_as_tab_separated_ones() {
    let tsv = Gazetteer::from_tsv(TSV).unwrap();
    for csv in [
        "kind,name,aliases,title,country,population\nperson,Ann Lee,Annie Lee|A. Lee,\"mayor, acting\",,\nplace,Springvale,,,US,1200\n",
        "\u{feff}# ours\r\nKind;Name;Aliases;Title;Country;Population\r\n\r\nperson;Ann Lee;Annie Lee | A. Lee;mayor, acting;;\r\n;;;;;\r\n\
         place;\"Springvale\";;;US;1200",
    ] {
        let read = Gazetteer::from_csv(csv).unwrap();
        assert_eq!(names(&read), names(&tsv));
        assert_eq!(read.texts.replace(" | ", "|"), tsv.texts);
        assert_eq!(read.entries[1].population, 1200);
    }
}

#[test]
#[cfg(feature = "csv")]
fn bad_comma_separated_tables_are_explained() {
    for (table, message) in [
        (
            "# nothing\n",
            "table of names: there is no header row; name the columns in the first row: kind, name, aliases",
        ),
        (
            "kind\tname\nplace\tKyiv\n",
            "table of names, line 1: `kind\tname` is no column; use some of: kind, name, aliases, title, id, country, sex, \
             population",
        ),
        ("kind,name,name\n", "table of names, line 1: the column `name` stands twice; delete or rename one"),
        (
            "kind,name\nplace,Kyiv, Ukraine\n",
            "table of names, line 2: 3 cells under 2 columns; put quotation marks around a cell with commas in it",
        ),
        (
            "kind,name,title\nperson,Ann Lee,\"mayor\nof Leeds\"\nplanet,Mars,\n",
            "table of names, line 4, column `kind`: `planet` is no kind; use person, place or organization",
        ),
        (
            "kind,name\nperson,\"Ann\nLee\"\n",
            "table of names, line 2, column `name`: `Ann` holds a line break or tab; write each name in one line",
        ),
        (
            "kind,name\n\nplace,Kyiv\n# again\r\n\r\nplace,Kyiv\n",
            "table of names, line 6, column `name`: `Kyiv` stands in line 3 already; delete one row, or tell them apart by id \
             or country",
        ),
    ] {
        assert_eq!(error(Gazetteer::from_csv(table)), message);
    }
    let open = error(Gazetteer::from_csv(&format!("kind,name\nplace,\"Kyiv\n{}", "place,Lviv\n".repeat(1_000))));
    assert!(open.starts_with("table of names, line 2: the row is 11"), "{open}");
    assert!(open.ends_with("look for a quotation mark or line break that is missing"), "{open}");
}

#[test]
#[cfg(feature = "jsonl")]
fn json_lines_are_as_tab_separated_rows() {
    let lines = "\u{feff}# ours\n{\"kind\": \"person\", \"name\": \"Ann Lee\", \"aliases\": [\"Annie Lee\", \"A. Lee\"], \
                 \"title\": \"mayor, acting\", \"id\": null}\r\n\n\
                 {\"Name\": \"Springvale\", \"Kind\": \"place\", \"country\": \"US\", \"population\": 1200}";
    let (tsv, read) = (Gazetteer::from_tsv(TSV).unwrap(), Gazetteer::from_json_lines(lines).unwrap());
    assert_eq!((names(&read), &read.texts), (names(&tsv), &tsv.texts));
    assert_eq!(read.entries[1].population, 1200);
    assert!(Gazetteer::from_json_lines("").unwrap().is_empty());
}

#[test]
#[cfg(feature = "jsonl")]
fn bad_json_lines_are_explained() {
    for (table, message) in [
        (
            "{\"kind\": \"place\" \"name\": \"Kyiv\"}",
            "table of names, line 1: the row is no JSON object, at column 18; write one object a line, such as \
             {\"kind\": \"place\", \"name\": \"Kyiv\"}",
        ),
        (
            "\n[]",
            "table of names, line 2: the row is no JSON object, at column 0; write one object a line, such as \
             {\"kind\": \"place\", \"name\": \"Kyiv\"}",
        ),
        (
            "{\"alias\": \"Kiev\"}",
            "table of names, line 1: `alias` is no column; use some of: kind, name, aliases, title, id, country, sex, \
             population",
        ),
        (
            "{\"kind\": \"place\"}",
            "table of names, line 1, column `name`: the name is empty; fill it in, or delete the row",
        ),
        (
            "{\"kind\": \"place\", \"name\": [\"Kyiv\"]}",
            "table of names, line 1, column `name`: the cell is neither string nor number; write a string; aliases may be a \
             list of strings",
        ),
        (
            "{\"kind\": \"place\", \"name\": \"Ky\\tiv\"}",
            "table of names, line 1, column `name`: `Ky\tiv` holds a line break or tab; write each name in one line",
        ),
        (
            "{\"kind\": \"place\", \"name\": \"Kyiv\", \"population\": 2.9}",
            "table of names, line 1, column `population`: `2.9` is no number; use digits only",
        ),
    ] {
        assert_eq!(error(Gazetteer::from_json_lines(table)), message);
    }
}
