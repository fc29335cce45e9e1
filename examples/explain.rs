//! Shows why an article was read as it was: each sentence with its shape, each quote with its rule, how its speaker was
//! found, and who near it was not chosen and why.
//!
//! `cargo run --release --example explain -- article.txt`; `-` reads standard input, and without a file it explains the article
//! `articles/ceasefire.txt` beside this program. The exit status is 1 where the file cannot be read or is not UTF-8; the
//! message then names the first byte that is not, with offset and line.

#[path = "input/article.rs"]
mod article;
#[path = "input/pipe.rs"]
mod pipe;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use pullquote::{Extractor, Quote, Refused, Resolution};

/// Explains what is found in an article.
#[derive(Parser)]
struct Arguments {
    /// The article, as plain text in UTF-8; `-` is standard input; a bundled article where none is given.
    article: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if pipe::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("explain: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let text = article::text(arguments.article.as_deref())?;
    let explanation = Extractor::built_in().explain(&text);
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, read) in explanation.sentences.iter().enumerate() {
        writeln!(out, "{}\n    {}", read.sentence.text, read.shape)?;
        // What is said may go on over several sentences.
        let start = if number == 0 { 0 } else { read.sentence.span.start };
        let end = explanation.sentences.get(number + 1).map_or(text.len(), |next| next.sentence.span.start);
        for (index, quote) in explanation.extraction.quotes.iter().enumerate() {
            let place = quote.attribution.cue.as_ref().map_or(quote.span(), |cue| cue.span);
            if (start..end).contains(&place.start) {
                writeln!(out, "    → {}", reason(&explanation.speakers[index], quote))?;
                for refused in &explanation.speakers[index].refused {
                    writeln!(out, "        not {}", refusal(refused))?;
                }
            }
        }
    }
    Ok(out.flush()?)
}

/// `NameCueThat (Indirect, 0.90): “…” by Ann Lee [title] through SameSentence`
fn reason(resolution: &Resolution<'_>, quote: &Quote<'_>) -> String {
    let attribution = &quote.attribution;
    let found = match (&quote.speaker, resolution.sieve) {
        (Some(speaker), Some(sieve)) => {
            let title = speaker.title.as_ref().map_or("no title", |title| &title.text);
            format!("by {} [{title}] through {sieve:?}", speaker.name)
        }
        _ => "by nobody known".to_owned(),
    };
    let (rule, kind, confidence) = (attribution.rule, quote.kind, attribution.confidence);
    format!("{rule:?} ({kind:?}, {confidence:.2}): “{}” {found}", quote.text())
}

/// `Tom Reed (“him”): another gender`
fn refusal(refused: &Refused<'_>) -> String {
    let Refused { name, mention, why, sieve, .. } = refused;
    let words = if name.text == mention.text { String::new() } else { format!(" (“{mention}”)") };
    let alone = sieve.map_or(String::new(), |sieve| format!(" (alone it would be through {sieve:?})"));
    format!("{name}{words}: {why}{alone}")
}
