//! Shows who says what in one article: `cargo run --release --example extract -- article.txt`.
//!
//! `-` reads standard input; without a file it reads the article `articles/ceasefire.txt` beside this program. `--json`
//! writes the whole result as JSON. The exit status is 1 where the file cannot be read or is not UTF-8; the message then
//! names the first byte that is not, with offset and line.

#[path = "input/article.rs"]
mod article;
#[path = "input/pipe.rs"]
mod pipe;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use pullquote::{Attribution, Extraction, Fragment, Quote, QuoteKind, Speaker};

const WIDTH: usize = 100;

/// Shows quotes, speakers, titles and numbers of a news article.
#[derive(Parser)]
struct Arguments {
    /// The article, as plain text in UTF-8; `-` is standard input; a bundled article where none is given.
    file: Option<PathBuf>,
    /// Write the result as JSON.
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if pipe::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("extract: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let article = article::text(arguments.file.as_deref())?;
    let extraction = pullquote::extract(&article);
    let mut out = BufWriter::new(io::stdout().lock());
    if arguments.json {
        serde_json::to_writer_pretty(&mut out, &extraction)?;
        writeln!(out)?;
    } else {
        write_readable(&extraction, &mut out)?;
    }
    Ok(out.flush()?)
}

fn write_readable(extraction: &Extraction<'_>, out: &mut impl Write) -> io::Result<()> {
    for quote in &extraction.quotes {
        write_quote(quote, out)?;
    }
    if !extraction.claims.is_empty() {
        writeln!(out, "In the article's own voice")?;
        for claim in &extraction.claims {
            writeln!(out, "    # {claim}")?;
        }
        writeln!(out)?;
    }
    let (speakers, claims) = (extraction.speakers().len(), extraction.all_claims().len());
    writeln!(out, "{} quotes, {speakers} speakers, {claims} numeric claims", extraction.quotes.len())
}

fn write_quote(quote: &Quote<'_>, out: &mut impl Write) -> io::Result<()> {
    let speaker = quote.speaker.as_ref().map_or_else(|| "Nobody named".to_owned(), heading);
    writeln!(out, "{speaker}  [{}]", circumstances(quote))?;
    for line in wrapped(&shown(quote)) {
        writeln!(out, "    {line}")?;
    }
    for claim in &quote.claims {
        writeln!(out, "    # {claim}")?;
    }
    writeln!(out)
}

fn heading(speaker: &Speaker<'_>) -> String {
    match &speaker.title {
        Some(title) => format!("{}, {title}", speaker.name),
        None => speaker.name.to_string(),
    }
}

/// Kind, cue and slots: `direct: said, to reporters, on Monday`.
fn circumstances(quote: &Quote<'_>) -> String {
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        _ => "indirect",
    };
    let Attribution { cue, addressee, medium, time, .. } = &quote.attribution;
    let addressee = addressee.as_ref().map(|addressee| format!("to {addressee}"));
    let plain = |slot: &Option<Fragment<'_>>| slot.as_ref().map(ToString::to_string);
    let slots: Vec<String> = [plain(cue), addressee, plain(medium), plain(time)].into_iter().flatten().collect();
    if slots.is_empty() { kind.to_owned() } else { format!("{kind}: {}", slots.join(", ")) }
}

/// The words, in quotation marks where they are the speaker's own; ` … ` where the article interrupts them.
fn shown(quote: &Quote<'_>) -> String {
    let fragments: Vec<&str> = quote.content.iter().map(|fragment| &*fragment.text).collect();
    match quote.kind {
        QuoteKind::Direct => format!("“{}”", fragments.join("” … “")),
        _ => fragments.join(" … "),
    }
}

fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= WIDTH {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}
