//! The example programs as a user meets them: output, messages and exit status. `cargo test` builds them first.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn example(name: &str) -> Command {
    let test = std::env::current_exe().expect("a running test has a path");
    let built = test.parent().and_then(|deps| deps.parent()).expect("tests are built into target/*/deps");
    let program: PathBuf = built.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(program.is_file(), "{} is missing: run `cargo build --examples` first", program.display());
    Command::new(program)
}

fn with_input(mut command: Command, input: &[u8]) -> Output {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("the example starts");
    child.stdin.take().expect("it has an input").write_all(input).expect("it reads its input");
    child.wait_with_output().expect("it ends")
}

fn message(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

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

#[test]
fn extract_names_a_missing_file() {
    let output = example("extract").arg("no/such/article.txt").output().expect("the example runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(message(&output).starts_with("extract: cannot read no/such/article.txt: "), "{}", message(&output));
}

#[test]
fn extract_names_the_byte_that_is_not_utf8() {
    let mut command = example("extract");
    command.arg("-");
    let output = with_input(command, b"One line.\nCaf\xe9.");
    assert_eq!(output.status.code(), Some(1));
    assert!(message(&output).contains("not UTF-8: byte 0xe9 at offset 13, in line 2"), "{}", message(&output));
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
