//! Reads articles as JSON Lines, `{"id": …, "text": …}`, and writes one line each with what was found, in the same order.
//!
//! `cargo run --release --example jsonl -- articles.jsonl > out.jsonl`, or from standard input. A line that cannot be
//! read gets `{"id": …, "error": …}` with its line number, and the run goes on.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use pullquote::{Extraction, Extractor};
use serde::Serialize;
use serde_json::Value;

/// Extracts quotes from articles in JSON Lines.
#[derive(Parser)]
struct Arguments {
    /// Files to read; standard input where none is given or one is `-`.
    files: Vec<PathBuf>,
}

#[derive(Serialize)]
struct Record<'t> {
    id: Value,
    #[serde(flatten)]
    extraction: Extraction<'t>,
}

#[derive(Serialize)]
struct Failure {
    id: Value,
    error: String,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jsonl: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    if arguments.files.is_empty() {
        copy(io::stdin().lock(), &mut out)?;
    }
    for path in &arguments.files {
        if path.as_os_str() == "-" {
            copy(io::stdin().lock(), &mut out)?;
        } else {
            let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
            copy(BufReader::new(file), &mut out).with_context(|| format!("in {}", path.display()))?;
        }
    }
    Ok(out.flush()?)
}

fn copy(mut input: impl BufRead, out: &mut impl Write) -> Result<()> {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if !line.trim_ascii().is_empty() {
            answer(&line, number, out)?;
        }
    }
    Ok(())
}

fn answer(line: &[u8], number: usize, out: &mut impl Write) -> Result<()> {
    match article(line) {
        Ok((id, text)) => {
            let extraction = Extractor::built_in().extract(&text);
            serde_json::to_writer(&mut *out, &Record { id, extraction })?;
        }
        Err((id, problem)) => {
            let error = format!("line {number}: {problem}");
            serde_json::to_writer(&mut *out, &Failure { id, error })?;
        }
    }
    Ok(out.write_all(b"\n")?)
}

/// The id and text of one line, or the id, as far as it is known, and what is wrong.
fn article(line: &[u8]) -> Result<(Value, String), (Value, String)> {
    let mut value: Value = serde_json::from_slice(line).map_err(|error| (Value::Null, format!("not JSON: {error}")))?;
    let id = value.get_mut("id").map(Value::take).unwrap_or_default();
    match value.get_mut("text").map(Value::take) {
        Some(Value::String(text)) => Ok((id, text)),
        Some(_) => Err((id, "`text` is no string".to_owned())),
        None => Err((id, "there is no `text`".to_owned())),
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let kind = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        kind.or(json) == Some(io::ErrorKind::BrokenPipe)
    })
}
