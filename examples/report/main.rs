//! Shows what is found in one article as a web page: `cargo run --release --example report -- article.txt > report.html`.
//!
//! The page is one file, which loads nothing from elsewhere. `-` reads standard input; without a file it shows the article
//! `articles/ceasefire.txt` beside this program. The exit status is 1 where the file cannot be read or is not UTF-8; the message
//! then names the first byte that is not, with offset and line, and no page is written.

#[path = "../input/article.rs"]
mod article;
#[path = "../input/pipe.rs"]
mod pipe;

mod facts;
mod marks;
mod page;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;

/// Shows quotes, speakers, titles, numbers and places of a news article as a web page.
#[derive(Parser)]
struct Arguments {
    /// The article, as plain text in UTF-8; `-` is standard input; a bundled article where none is given.
    file: Option<PathBuf>,
    /// Where to write the page; standard output where not given.
    #[arg(long, short)]
    output: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if pipe::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("report: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let text = article::text(arguments.file.as_deref())?;
    let page = page::page(&text, &pullquote::extract(&text)).into_string();
    match &arguments.output {
        Some(path) => std::fs::write(path, page).with_context(|| format!("cannot write {}", path.display())),
        None => Ok(io::stdout().lock().write_all(page.as_bytes())?),
    }
}
