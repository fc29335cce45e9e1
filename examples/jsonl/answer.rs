//! One line in, one line out.

use std::io::Write;

use anyhow::Result;
use clap::ValueEnum;
use pullquote::{Extraction, Extractor, Quote, QuoteKind, Sieve};
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

/// What is written of each article.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub(crate) extractor: &'a Extractor,
    /// All where empty.
    pub(crate) kinds: &'a [Kind],
    /// By which sieve each speaker was found.
    pub(crate) sieves: bool,
}

impl Wanted<'_> {
    fn is_of_kind(self, quote: &Quote<'_>) -> bool {
        let kind = match quote.kind {
            QuoteKind::Direct => Kind::Direct,
            QuoteKind::Mixed => Kind::Mixed,
            _ => Kind::Indirect,
        };
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    fn record(self, id: Value, text: &str) -> Record<'_> {
        if !self.sieves {
            let mut extraction = self.extractor.extract(text);
            extraction.retain_quotes(|quote| self.is_of_kind(quote));
            return Record { id, extraction, sieves: None };
        }
        let mut explanation = self.extractor.explain(text);
        let found = explanation.speakers.iter().zip(&explanation.extraction.quotes);
        let found = found.filter(|(_, quote)| self.is_of_kind(quote)).map(|(resolution, _)| resolution.sieve);
        let sieves = Some(found.collect());
        explanation.extraction.retain_quotes(|quote| self.is_of_kind(quote));
        Record { id, extraction: explanation.extraction, sieves }
    }
}

#[derive(Serialize)]
struct Record<'t> {
    id: Value,
    #[serde(flatten)]
    extraction: Extraction<'t>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sieves: Option<Vec<Option<Sieve>>>,
}

#[derive(Serialize)]
struct Failure {
    id: Value,
    error: String,
}

/// Writes the answer to one line.
pub(crate) fn answer(line: &[u8], number: usize, wanted: Wanted<'_>, out: &mut impl Write) -> Result<Totals> {
    let totals = match article(line) {
        Ok((id, text)) => {
            let record = wanted.record(id, &text);
            let totals = Totals::of(&text, &record.extraction);
            serde_json::to_writer(&mut *out, &record)?;
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
