//! Reads articles as JSON Lines, `{"id": …, "text": …}`, and writes one line each with what was found, in the same order.
//!
//! `cargo run --release --example jsonl -- articles.jsonl > out.jsonl`, or from standard input; gzip is unpacked. A line that
//! cannot be read, being no JSON, no article or not UTF-8, gets `{"id": …, "error": …}` with its line number, and the run goes
//! on. Counts and speed come on standard
//! error at the end. Memory depends on the longest line and on `--threads`, not on the number of lines.

#[path = "../input/json_lines.rs"]
mod json_lines;
#[path = "../input/pipe.rs"]
mod pipe;

mod answer;
mod pool;
mod totals;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use answer::{Kind, Wanted};
use anyhow::Result;
use clap::Parser;
use indicatif::ProgressBar;
use pullquote::Extractor;
use totals::Totals;

/// Extracts quotes from articles in JSON Lines.
#[derive(Parser)]
struct Arguments {
    /// Files to read, plain or gzip; standard input where none is given or one is `-`.
    files: Vec<PathBuf>,
    /// How many threads extract; the order of the lines is kept.
    #[arg(long, default_value = "1")]
    threads: NonZeroUsize,
    /// Leave out quotes, with their claims, whose confidence is lower: from 0 to 1.
    #[arg(long, default_value = "0", value_parser = confidence)]
    min_confidence: f64,
    /// Leave out quotes, with their claims, of other kinds; several with commas.
    #[arg(long, value_enum, value_delimiter = ',')]
    kinds: Vec<Kind>,
    /// Add to each line, as `sieves`, how the speaker of each quote was found.
    #[arg(long)]
    sieves: bool,
    /// No counts and no progress bar on standard error.
    #[arg(long, short)]
    quiet: bool,
}

fn confidence(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if (0.0..=1.0).contains(&number) { Ok(number) } else { Err("not between 0 and 1".to_owned()) }
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if pipe::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jsonl: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let bar = json_lines::progress_bar(&arguments.files, arguments.quiet || io::stdout().is_terminal());
    let started = std::time::Instant::now();
    let totals = copy(arguments, &bar);
    bar.finish_and_clear();
    if let (Ok(totals), false) = (&totals, arguments.quiet) {
        eprintln!("jsonl: {}", totals.summary(started.elapsed()));
    }
    totals.map(|_| ())
}

fn copy(arguments: &Arguments, bar: &ProgressBar) -> Result<Totals> {
    let extractor = Extractor::builder().min_confidence(arguments.min_confidence).build()?;
    let wanted = Wanted { extractor: &extractor, kinds: &arguments.kinds, sieves: arguments.sieves };
    let mut out = BufWriter::new(io::stdout());
    if arguments.threads.get() > 1 {
        return pool::answer_all(&arguments.files, bar, wanted, arguments.threads.get(), out);
    }
    let mut totals = Totals::default();
    json_lines::for_each_line(&arguments.files, bar, |number, line| {
        totals.add(answer::answer(line, number, wanted, &mut out)?);
        Ok(())
    })?;
    out.flush()?;
    Ok(totals)
}
