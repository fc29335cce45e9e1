//! The example programs as a user meets them: output, messages and exit status. `cargo test` builds them first.

mod program;

use std::io::Write;
use std::process::{Output, Stdio};

use program::{example, message, with_input};
use serde_json::Value;

#[test]
fn extract_shows_the_bundled_article() {
    let output = example("extract").output().expect("the example runs");
    assert!(output.status.success(), "{}", message(&output));
    assert!(String::from_utf8_lossy(&output.stdout).ends_with("numeric claims\n"));
}

#[test]
fn extract_writes_json() {
    let mut command = example("extract");
    command.args(["--json", "-"]);
    let output = with_input(command, "“No,” said Ann Lee.".as_bytes());
    let json: Value = serde_json::from_slice(&output.stdout).expect("the output is JSON");
    assert!(json["quotes"].is_array() && json["claims"].is_array() && json["entities"].is_array());
}

/// The programs that read one article.
const READERS: [&str; 3] = ["extract", "explain", "report"];

#[test]
fn a_missing_file_is_named() {
    for reader in READERS {
        let output = example(reader).arg("no/such/article.txt").output().expect("the example runs");
        assert_eq!(output.status.code(), Some(1));
        let wanted = format!("{reader}: cannot read no/such/article.txt: ");
        assert!(message(&output).starts_with(&wanted), "{}", message(&output));
    }
}

#[test]
fn the_byte_that_is_not_utf8_is_named() {
    for reader in READERS {
        let mut command = example(reader);
        command.arg("-");
        let output = with_input(command, b"One line.\nCaf\xe9.");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
        let wanted = "standard input: not UTF-8: byte 0xe9 at offset 13, in line 2; convert the file to UTF-8 first\n";
        assert_eq!(message(&output), format!("{reader}: {wanted}"));
    }
}

#[test]
fn explain_shows_shape_and_reason() {
    let mut command = example("explain");
    command.arg("-");
    let output = with_input(command, "“We are ready,” said Ann Lee.".as_bytes());
    let shown = String::from_utf8_lossy(&output.stdout);
    let wanted = "“We are ready,” said Ann Lee.\n    QCN.\n    → ";
    assert!(shown.starts_with(wanted) && shown.contains("by Ann Lee [no title] through Name"), "{shown}");
}

#[test]
fn explain_shows_what_goes_on_over_several_sentences() {
    let mut command = example("explain");
    command.arg("-");
    let output = with_input(command, b"ANN LEE: We wait. They left.\n\nBOB RAY: Who left?\n");
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(shown.contains("“We wait. They left.” by ANN LEE"), "{shown}");
}

#[test]
fn own_names_finds_the_names_of_its_table() {
    let output = example("own_names").output().expect("the example runs");
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(shown.contains("desk:17") && shown.contains("desk:20"), "{shown}");
}

#[test]
fn jsonl_answers_lines_that_are_not_utf8() {
    let lines = b"{\"id\": 1, \"text\": \"Caf\xe9\"}\n{\"id\": 2, \"text\": \"\"}\n\xff\xfe{\0";
    let output = with_input(example("jsonl"), lines);
    assert!(output.status.success(), "{}", message(&output));
    let answers = String::from_utf8_lossy(&output.stdout).into_owned();
    let answers: Vec<&str> = answers.lines().collect();
    assert_eq!(answers[0], r#"{"id":null,"error":"line 1: not UTF-8: byte 0xe9 at offset 22 of the line"}"#);
    assert!(answers[1].starts_with(r#"{"id":2,"quotes":"#), "{}", answers[1]);
    assert_eq!(answers[2], r#"{"id":null,"error":"line 3: not UTF-8: byte 0xff at offset 0 of the line"}"#);
}

#[test]
fn jsonl_answers_each_line_and_goes_on() {
    let lines =
        "{\"id\": 1, \"text\": \"\"}\nnonsense\n{\"id\": \"c\", \"txt\": \"\"}\n{\"id\": \"d\", \"text\": \"x\"}\n";
    let output = with_input(example("jsonl"), lines.as_bytes());
    assert!(output.status.success());
    let answers: Vec<Value> =
        String::from_utf8_lossy(&output.stdout).lines().map(|line| line.parse().expect("each line is JSON")).collect();
    assert_eq!(answers.len(), 4);
    assert_eq!((&answers[0]["id"], answers[0]["quotes"].is_array()), (&Value::from(1), true));
    assert!(answers[1]["error"].as_str().is_some_and(|error| error.starts_with("line 2: not JSON")));
    assert_eq!(answers[2]["error"], "line 3: there is no `text`");
    assert_eq!(answers[3]["id"], "d");
}

/// Two quotes, by a sure rule and by an unsure one, in forty lines of different length.
fn forty_articles() -> String {
    let line = |number: usize| {
        let padding = "The wind blew on. ".repeat(number * 37 % 90);
        let text = format!("“We are ready,” said Ann Lee.\n\nShe promised to resign.\n\n{padding}");
        format!("{}\n", serde_json::json!({"id": number, "text": text}))
    };
    (0..40).map(line).collect()
}

fn jsonl(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = example("jsonl");
    command.args(arguments);
    with_input(command, input)
}

fn gzipped(text: &str) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(text.as_bytes()).expect("memory takes it");
    gzip.finish().expect("memory takes it")
}

#[test]
fn jsonl_gives_the_same_lines_on_several_threads() {
    let articles = forty_articles();
    let one = jsonl(&[], articles.as_bytes());
    assert_eq!(one.stdout.iter().filter(|byte| **byte == b'\n').count(), 40);
    for threads in ["2", "7"] {
        let several = jsonl(&["--threads", threads], articles.as_bytes());
        assert!(several.status.success(), "{}", message(&several));
        assert!(several.stdout == one.stdout, "{threads} threads write other lines than one");
    }
}

#[test]
fn jsonl_unpacks_gzip() {
    let articles = forty_articles();
    let plain = jsonl(&[], articles.as_bytes());
    let unpacked = jsonl(&["-"], &gzipped(&articles));
    assert!(unpacked.stdout == plain.stdout, "{}", message(&unpacked));
}

#[test]
fn jsonl_answers_what_it_read_of_a_broken_gzip() {
    let packed = gzipped(&forty_articles());
    for threads in ["1", "2"] {
        let output = jsonl(&["--threads", threads], &packed[..packed.len() - 9]);
        assert_eq!(output.status.code(), Some(1));
        assert!(message(&output).starts_with("jsonl: "), "{}", message(&output));
    }
}

#[test]
fn jsonl_counts_at_the_end_unless_quiet() {
    let articles = forty_articles() + "nonsense\n";
    for threads in ["1", "2"] {
        let output = jsonl(&["--threads", threads], articles.as_bytes());
        let message = message(&output);
        assert!(message.starts_with("jsonl: 40 articles ("), "{message}");
        assert!(message.contains(", 1 unreadable, ") && message.contains(" articles/s, "), "{message}");
    }
    assert_eq!(message(&jsonl(&["--quiet"], articles.as_bytes())), "");
}

#[test]
fn jsonl_leaves_out_other_kinds_and_lower_confidence() {
    let articles = forty_articles();
    let kinds = |arguments: &[&str]| -> Vec<String> {
        let output = jsonl(arguments, articles.as_bytes());
        let first = String::from_utf8_lossy(&output.stdout).lines().next().map(str::to_owned).expect("a line");
        let answer: Value = first.parse().expect("the line is JSON");
        let quotes = answer["quotes"].as_array().expect("a list").iter();
        quotes.map(|quote| quote["kind"].as_str().expect("a kind").to_owned()).collect()
    };
    assert_eq!(kinds(&[]), ["direct", "indirect"]);
    assert_eq!(kinds(&["--kinds", "indirect,mixed"]), ["indirect"]);
    assert_eq!(kinds(&["--min-confidence", "0.8"]), ["direct"]);
    let output = jsonl(&["--min-confidence", "1.5"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(message(&output).contains("not between 0 and 1"), "{}", message(&output));
}

#[test]
fn jsonl_tells_the_sieves() {
    let line = "{\"id\": 1, \"text\": \"“We are ready,” said Ann Lee. She vowed to go.\"}\n";
    let sieves = |arguments: &[&str]| -> Value {
        let output = jsonl(arguments, line.as_bytes());
        let answer: Value = serde_json::from_slice(&output.stdout).expect("the line is JSON");
        answer["sieves"].clone()
    };
    assert_eq!(sieves(&[]), Value::Null);
    assert_eq!(sieves(&["--sieves"]), serde_json::json!(["name", "nearest_agreeing"]));
    assert_eq!(sieves(&["--sieves", "--kinds", "indirect"]), serde_json::json!(["nearest_agreeing"]));
}

#[test]
fn explain_tells_who_lost_and_why() {
    let mut command = example("explain");
    command.arg("-");
    let text = "Ann Lee met Tom Reed and Maria Ortega. “Ortega is ready,” she said.";
    let output = with_input(command, text.as_bytes());
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(
        lines[..4],
        ["Ann Lee met Tom Reed and Maria Ortega.", "    NvN&N.", "“Ortega is ready,” she said.", "    QPC."]
    );
    assert!(lines[4].starts_with("    → QuoteNameCue (Direct, 0."), "{shown}");
    assert!(lines[4].ends_with("“Ortega is ready,” by Ann Lee [no title] through NearestAgreeing"), "{shown}");
    assert_eq!(
        lines[5..],
        ["        not Maria Ortega (“Ortega”): the quote names it", "        not Tom Reed: another gender"]
    );
}

#[test]
fn jsonl_ends_quietly_where_nobody_reads() {
    let articles = forty_articles().repeat(20);
    for threads in ["1", "2"] {
        let mut command = example("jsonl");
        command.args(["--threads", threads]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the example starts");
        drop(child.stdout.take());
        // It may end before it has read everything.
        let _ = child.stdin.take().expect("it has an input").write_all(articles.as_bytes());
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{}", message(&output));
        assert_eq!(message(&output), "");
    }
}
