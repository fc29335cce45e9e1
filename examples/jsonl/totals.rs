//! What the run has seen, for the line at its end.

use std::time::Duration;

use indicatif::{HumanBytes, HumanCount};
use pullquote::Extraction;

#[derive(Debug, Default)]
pub(crate) struct Totals {
    articles: u64,
    failures: u64,
    bytes: u64,
    quotes: u64,
    speakers: u64,
    claims: u64,
}

impl Totals {
    pub(crate) fn of(text: &str, extraction: &Extraction<'_>) -> Self {
        Self {
            articles: 1,
            failures: 0,
            bytes: text.len() as u64,
            quotes: extraction.quotes.len() as u64,
            speakers: extraction.speakers().len() as u64,
            claims: extraction.all_claims().len() as u64,
        }
    }

    pub(crate) fn failure() -> Self {
        Self { failures: 1, ..Self::default() }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.articles += other.articles;
        self.failures += other.failures;
        self.bytes += other.bytes;
        self.quotes += other.quotes;
        self.speakers += other.speakers;
        self.claims += other.claims;
    }

    /// Counts and speed in one line.
    pub(crate) fn summary(&self, took: Duration) -> String {
        let seconds = took.as_secs_f64().max(f64::EPSILON);
        let speed = |amount: u64| (amount as f64 / seconds) as u64;
        format!(
            "{} articles ({}), {} unreadable, {} quotes, {} speakers, {} claims in {seconds:.1} s: {} articles/s, {}/s",
            HumanCount(self.articles),
            HumanBytes(self.bytes),
            HumanCount(self.failures),
            HumanCount(self.quotes),
            HumanCount(self.speakers),
            HumanCount(self.claims),
            HumanCount(speed(self.articles)),
            HumanBytes(speed(self.bytes)),
        )
    }
}
