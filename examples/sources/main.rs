//! Counts who is quoted in many articles: `cargo run --release --example sources -- articles.jsonl > sources.csv`.
//!
//! Input is JSON Lines, `{"id": …, "text": …}`, plain or gzip, from files or standard input. A table goes to standard output
//! as CSV; `--html` writes a page with charts too. Lines that are no JSON, no article or not UTF-8 are left out, and a message
//! at the end tells how many. Speakers of one name, or one gazetteer entry, in several articles are
//! counted as one source: nothing here can tell namesakes apart. A spreadsheet takes a cell that begins with `=`, `+`, `-`
//! or `@` for a formula: import the names as text.

#[path = "../input/json_lines.rs"]
mod json_lines;
#[path = "../input/pipe.rs"]
mod pipe;

mod chart;
mod page;
mod rows;
mod tally;

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, ValueEnum};
use serde::Serialize;
use tally::Tally;

/// Counts who is quoted, how often and how long, in articles in JSON Lines.
#[derive(Parser)]
struct Arguments {
    /// Files to read, plain or gzip; standard input where none is given or one is `-`.
    files: Vec<PathBuf>,
    /// Which table to write as CSV.
    #[arg(long, value_enum, default_value = "sources")]
    table: Table,
    /// Write a page with charts to this file too.
    #[arg(long)]
    html: Option<PathBuf>,
    /// How many sources and titles the page shows.
    #[arg(long, default_value = "20")]
    top: usize,
}

#[derive(Clone, Copy, ValueEnum)]
enum Table {
    /// One row a source.
    Sources,
    /// One row a kind of speaker.
    Kinds,
    /// One row a title.
    Titles,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if pipe::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sources: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let tally = counted(arguments)?;
    if tally.unreadable > 0 {
        eprintln!("sources: {} lines could not be read and are not counted", tally.unreadable);
    }
    if let Some(path) = &arguments.html {
        let page = page::page(&tally, arguments.top).into_string();
        std::fs::write(path, page).with_context(|| format!("cannot write {}", path.display()))?;
    }
    match arguments.table {
        Table::Sources => write(&rows::sources(&tally)),
        Table::Kinds => write(&rows::kinds(&tally)),
        Table::Titles => write(&rows::titles(&tally)),
    }
}

fn counted(arguments: &Arguments) -> Result<Tally> {
    let bar = json_lines::progress_bar(&arguments.files, io::stdout().is_terminal());
    let mut tally = Tally::default();
    let read = json_lines::for_each_line(&arguments.files, &bar, |_, line| {
        match json_lines::article(line) {
            Ok((_, text)) => tally.add(&pullquote::extract(&text)),
            Err(_) => tally.unreadable += 1,
        }
        Ok(())
    });
    bar.finish_and_clear();
    read.map(|()| tally)
}

fn write(rows: &[impl Serialize]) -> Result<()> {
    let mut csv = csv::Writer::from_writer(io::stdout().lock());
    for row in rows {
        csv.serialize(row)?;
    }
    Ok(csv.flush()?)
}
