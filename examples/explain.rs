//! Shows why an article was read as it was: each sentence with its shape, each quote with its rule, how its speaker was
//! found, and who near it was not chosen and why.
//!
//! `cargo run --release --example explain -- article.txt`, or from standard input with `-`.

use std::fs;
use std::io;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Parser;
use pullquote::{Extractor, Quote, Refused, Resolution};

/// Explains what is found in an article.
#[derive(Parser)]
struct Arguments {
    /// The article; `-` for standard input.
    article: PathBuf,
}

fn main() -> Result<()> {
    let path = Arguments::parse().article;
    let text = match path.to_str() {
        Some("-") => io::read_to_string(io::stdin()).context("cannot read standard input")?,
        _ => fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?,
    };
    let explanation = Extractor::built_in().explain(&text);
    for read in &explanation.sentences {
        println!("{}\n    {}", read.sentence.text, read.shape);
        for (index, quote) in explanation.extraction.quotes.iter().enumerate() {
            let place = quote.attribution.cue.as_ref().map_or(quote.span(), |cue| cue.span);
            if read.sentence.span.contains(place) {
                println!("    → {}", reason(&explanation.speakers[index], quote));
                for refused in &explanation.speakers[index].refused {
                    println!("        not {}", refusal(refused));
                }
            }
        }
    }
    Ok(())
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
