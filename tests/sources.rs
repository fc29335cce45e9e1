//! What `examples/sources` counts, as CSV and as a page.

mod program;

use std::path::Path;
use std::process::Output;

use program::{example, message, with_input};
use serde_json::json;

/// Two articles with one source in common, one anonymous source, one hostile name and a line that is no article.
fn articles() -> String {
    let first = "“We lost 36 houses,” said Ann Lee, mayor of Leeds. “We will build them again.”\n\n\
                 “It was dark,” said a senior official.";
    let second = "“Nothing is lost,” said Ann Lee, mayor of Leeds.\n\n“We saw it,” said Bob </title><b>Moore.";
    format!("{}\nnonsense\n{}\n", json!({"id": 1, "text": first}), json!({"id": 2, "text": second}))
}

fn sources(arguments: &[&str]) -> Output {
    let mut command = example("sources");
    command.args(arguments);
    let output = with_input(command, articles().as_bytes());
    assert!(output.status.success(), "{}", message(&output));
    output
}

fn table(arguments: &[&str]) -> Vec<Vec<String>> {
    let output = sources(arguments);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&output.stdout[..]);
    let rows = reader.records().map(|record| record.expect("as many cells as columns"));
    rows.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

#[test]
fn sources_counts_each_source_over_all_articles() {
    let rows = table(&[]);
    let header = "source,kind,title,entity_id,articles,quotes,direct,mixed,indirect,words,claims,share";
    assert_eq!(rows[0].join(","), header);
    assert_eq!(rows[1][..3], ["Ann Lee", "person", "mayor of Leeds"]);
    assert_eq!(rows[1][4..11], ["2", "2", "2", "0", "0", "12", "1"], "articles to claims of {:?}", rows[1]);
}

#[test]
fn sources_counts_by_kind() {
    let rows = table(&["--table", "kinds"]);
    let kinds: Vec<&str> = rows.iter().map(|row| &*row[0]).collect();
    assert_eq!(kinds, ["kind", "person", "organization", "group", "unnamed", "none"]);
    assert_eq!(rows[4][1..4], ["1", "1", "3"], "one unnamed source, one quote, three words");
    let shares: f64 = rows[1..].iter().map(|row| row[5].parse::<f64>().expect("a share")).sum();
    assert!((shares - 1.0).abs() < 0.001, "{shares}");
}

#[test]
fn sources_counts_titles() {
    let rows = table(&["--table", "titles"]);
    assert_eq!(rows[..2], [["title", "speakers", "quotes"], ["mayor of leeds", "2", "2"]]);
}

#[test]
fn sources_tells_of_lines_that_it_left_out() {
    assert_eq!(message(&sources(&[])), "sources: 1 lines could not be read and are not counted\n");
}

#[test]
fn sources_leaves_lines_out_that_are_not_utf8() {
    let output = with_input(example("sources"), b"{\"id\": 1, \"text\": \"Caf\xe9\"}\n{\"id\": 2, \"text\": \"\"}\n");
    assert!(output.status.success());
    assert_eq!(message(&output), "sources: 1 lines could not be read and are not counted\n");
}

#[test]
fn sources_writes_a_page_that_loads_nothing() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sources.html");
    sources(&["--html", &path.display().to_string()]);
    let page = std::fs::read_to_string(&path).expect("the page is written");
    assert_eq!(page.matches("<svg").count(), 4);
    assert!(page.contains("Ann Lee: 2") && page.contains("25.0 %"), "{page}");
    assert!(!page.contains("<b>") && !page.contains("<script"), "{page}");
    let loads = page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
    assert!(!loads.contains("http:") && !loads.contains("src="), "{page}");
}

#[test]
fn sources_names_a_missing_file() {
    let output = example("sources").arg("no/such/articles.jsonl").output().expect("the example runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(message(&output).starts_with("sources: cannot open no/such/articles.jsonl: "), "{}", message(&output));
}
