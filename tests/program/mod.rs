//! Runs an example program as a user does.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

pub(crate) fn example(name: &str) -> Command {
    let test = std::env::current_exe().expect("a running test has a path");
    let built = test.parent().and_then(|deps| deps.parent()).expect("tests are built into target/*/deps");
    let program: PathBuf = built.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(program.is_file(), "{} is missing: run `cargo build --examples` first", program.display());
    Command::new(program)
}

pub(crate) fn with_input(mut command: Command, input: &[u8]) -> Output {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("the example starts");
    let mut stdin = child.stdin.take().expect("it has an input");
    std::thread::scope(|scope| {
        // Beside the reading, since both pipes may fill; a program that has failed does not read on.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().expect("it ends")
    })
}

pub(crate) fn message(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
