//! One line in, one line out.

use std::io::Write;

use anyhow::Result;
use clap::ValueEnum;
use pullquote::{Extraction, Extractor, Quote, QuoteKind};
use serde::Serialize;
use serde_json::Value;

use crate::json_lines::article;
use crate::totals::Totals;

/// A kind of quote, by its name in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    Direct,
    Mixed,
    Indirect,
}

/// Which quotes are written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Filter<'a> {
    pub(crate) min_confidence: f64,
    /// All where empty.
    pub(crate) kinds: &'a [Kind],
}

impl Filter<'_> {
    fn takes(self, quote: &Quote<'_>) -> bool {
        let kind = match quote.kind {
            QuoteKind::Direct => Kind::Direct,
            QuoteKind::Mixed => Kind::Mixed,
            _ => Kind::Indirect,
        };
        quote.attribution.confidence >= self.min_confidence && (self.kinds.is_empty() || self.kinds.contains(&kind))
    }
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

/// Writes the answer to one line.
pub(crate) fn answer(line: &[u8], number: usize, filter: Filter<'_>, out: &mut impl Write) -> Result<Totals> {
    let totals = match article(line) {
        Ok((id, text)) => {
            let mut extraction = Extractor::built_in().extract(&text);
            extraction.quotes.retain(|quote| filter.takes(quote));
            let totals = Totals::of(&text, &extraction);
            serde_json::to_writer(&mut *out, &Record { id, extraction })?;
            totals
        }
        Err((id, problem)) => {
            let error = format!("line {number}: {problem}");
            serde_json::to_writer(&mut *out, &Failure { id, error })?;
            Totals::failure()
        }
    };
    out.write_all(b"\n")?;
    Ok(totals)
}
