//! Flat rows, one a quote ([`QuoteRow`]) and one a claim ([`ClaimRow`]), for CSV and data frames.
//!
//! The fields of the rows are the columns, in this order; each says which field it is taken from. Absent is an empty cell.
//! Entities that do not speak are left out. A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula:
//! import such columns as text.

use serde::Serialize;

use super::{OffsetUnit, bound};
use crate::attribution::Rule;
use crate::claim::{ClaimKind, NumericClaim, Quantity};
use crate::extraction::{Extraction, Quote, QuoteKind, SpeakerKind};
use crate::span::{Fragment, Offsets, Span};

/// A [`Quote`] in one row; [`quotes`] has an example.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct QuoteRow<'a> {
    /// Its place in `Extraction::quotes`, from 0.
    pub quote: usize,
    /// `kind`.
    pub kind: QuoteKind,
    /// Where its first word begins, in the unit asked for.
    pub start: usize,
    /// Where its last word ends.
    pub end: usize,
    /// `content`, its stretches joined by a space.
    pub text: String,
    /// `speaker.id`.
    pub speaker_id: Option<usize>,
    /// `speaker.name`.
    pub speaker: Option<&'a str>,
    /// `speaker.kind`.
    pub speaker_kind: Option<SpeakerKind>,
    /// `speaker.title`.
    pub title: Option<&'a str>,
    /// `speaker.entity.name`.
    pub entity: Option<&'a str>,
    /// `speaker.entity.id`.
    pub entity_id: Option<&'a str>,
    /// `speaker.entity.country`.
    pub country: Option<&'a str>,
    /// `attribution.cue`.
    pub cue: Option<&'a str>,
    /// `attribution.mention`.
    pub mention: Option<&'a str>,
    /// `attribution.addressee`.
    pub addressee: Option<&'a str>,
    /// `attribution.medium`.
    pub medium: Option<&'a str>,
    /// `attribution.time`.
    pub time: Option<&'a str>,
    /// `attribution.negated`.
    pub negated: bool,
    /// `attribution.rule`.
    pub rule: Rule,
    /// `attribution.confidence`.
    pub confidence: f64,
    /// How many numeric claims there are in it.
    pub claims: usize,
    /// Each stretch of the content: `3-50`; `3-50;61-70` where the attribution interrupts.
    pub content_at: String,
    /// Where the cue stands: `54-58`.
    pub cue_at: Option<String>,
    /// Where the mention stands.
    pub mention_at: Option<String>,
}

/// A [`NumericClaim`] in one row; [`claims`] has an example.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ClaimRow<'a> {
    /// `QuoteRow::quote` of the quote that makes it; none for the article's own voice.
    pub quote: Option<usize>,
    /// `kind`.
    pub kind: ClaimKind,
    /// The bound of `quantity`, as in JSON: `at_least`.
    pub bound: &'static str,
    /// The number that the text names, of all but a range.
    pub value: Option<f64>,
    /// The smaller end of a range.
    pub low: Option<f64>,
    /// The greater end of a range.
    pub high: Option<f64>,
    /// `unit`.
    pub unit: Option<&'a str>,
    /// Where its first word begins, in the unit asked for.
    pub start: usize,
    /// Where its last word ends.
    pub end: usize,
    /// `number`.
    pub number: &'a str,
    /// `qualifier`.
    pub qualifier: Option<&'a str>,
    /// `object`.
    pub object: Option<&'a str>,
    /// All its words, in the article's order.
    pub text: String,
    /// `speaker.id` of that quote.
    pub claimant_id: Option<usize>,
    /// `speaker.name` of that quote.
    pub claimant: Option<&'a str>,
    /// `attribution.negated` of that quote: who denies it does not claim it.
    pub negated: bool,
}

/// One row a quote, in text order.
///
/// ```
/// use pullquote::export::{OffsetUnit, rows};
///
/// let article = "“We are ready,” said Ann Lee. “We start today.”";
/// let extraction = pullquote::extract(article);
/// let row = &rows::quotes(article, &extraction, OffsetUnit::Bytes)[0];
/// assert_eq!(row.text, "We are ready, We start today.");
/// assert_eq!(row.content_at, "3-16;37-52");
/// assert_eq!((row.speaker, row.cue), (Some("Ann Lee"), Some("said")));
/// ```
pub fn quotes<'a>(text: &str, extraction: &'a Extraction<'_>, unit: OffsetUnit) -> Vec<QuoteRow<'a>> {
    let positions = Positions { unit, offsets: Offsets::new(text) };
    extraction.quotes.iter().enumerate().map(|(number, quote)| quote_row(number, quote, &positions)).collect()
}

/// One row a numeric claim, in text order, of the speakers and of the article.
///
/// ```
/// use pullquote::export::{OffsetUnit, rows};
///
/// let article = "The fire took nine hours. “We lost at least 36 houses,” said Ann Lee.";
/// let extraction = pullquote::extract(article);
/// let rows = rows::claims(article, &extraction, OffsetUnit::Bytes);
/// assert_eq!((rows[0].claimant, rows[0].value, rows[0].unit), (None, Some(9.0), Some("hour")));
/// assert_eq!((rows[1].claimant, rows[1].value, rows[1].bound), (Some("Ann Lee"), Some(36.0), "at_least"));
/// ```
pub fn claims<'a>(text: &str, extraction: &'a Extraction<'_>, unit: OffsetUnit) -> Vec<ClaimRow<'a>> {
    let positions = Positions { unit, offsets: Offsets::new(text) };
    let mut rows: Vec<ClaimRow<'a>> =
        extraction.claims.iter().map(|claim| claim_row(claim, None, &positions)).collect();
    for (number, quote) in extraction.quotes.iter().enumerate() {
        rows.extend(quote.claims.iter().map(|claim| claim_row(claim, Some((number, quote)), &positions)));
    }
    rows.sort_by_key(|row| row.start);
    rows
}

struct Positions {
    unit: OffsetUnit,
    offsets: Offsets,
}

impl Positions {
    fn of(&self, span: Span) -> Span {
        self.unit.convert(span, &self.offsets)
    }

    fn listed<'f, 't: 'f>(&self, fragments: impl IntoIterator<Item = &'f Fragment<'t>>) -> String {
        let spans = fragments.into_iter().map(|fragment| self.of(fragment.span));
        let spans: Vec<String> = spans.map(|span| format!("{}-{}", span.start, span.end)).collect();
        spans.join(";")
    }
}

fn quote_row<'a>(number: usize, quote: &'a Quote<'_>, positions: &Positions) -> QuoteRow<'a> {
    let (attribution, speaker) = (&quote.attribution, quote.speaker.as_ref());
    let entity = speaker.and_then(|speaker| speaker.entity.as_ref());
    let Span { start, end } = positions.of(quote.span());
    QuoteRow {
        quote: number,
        kind: quote.kind,
        start,
        end,
        text: quote.text(),
        speaker_id: speaker.map(|speaker| speaker.id),
        speaker: speaker.map(|speaker| &*speaker.name.text),
        speaker_kind: speaker.map(|speaker| speaker.kind),
        title: speaker.and_then(|speaker| words(&speaker.title)),
        entity: entity.map(|entity| &*entity.name),
        entity_id: entity.and_then(|entity| entity.id.as_deref()),
        country: entity.and_then(|entity| entity.country.as_deref()),
        cue: words(&attribution.cue),
        mention: words(&attribution.mention),
        addressee: words(&attribution.addressee),
        medium: words(&attribution.medium),
        time: words(&attribution.time),
        negated: attribution.negated,
        rule: attribution.rule,
        confidence: attribution.confidence,
        claims: quote.claims.len(),
        content_at: positions.listed(&quote.content),
        cue_at: attribution.cue.as_ref().map(|cue| positions.listed([cue])),
        mention_at: attribution.mention.as_ref().map(|mention| positions.listed([mention])),
    }
}

fn claim_row<'a>(
    claim: &'a NumericClaim<'_>,
    quoted: Option<(usize, &'a Quote<'_>)>,
    positions: &Positions,
) -> ClaimRow<'a> {
    let Span { start, end } = positions.of(claim.span());
    let (low, high) = ends(claim.quantity);
    let claimant = quoted.and_then(|(_, quote)| quote.speaker.as_ref());
    ClaimRow {
        quote: quoted.map(|(number, _)| number),
        kind: claim.kind,
        bound: bound(claim.quantity),
        value: claim.quantity.value(),
        low,
        high,
        unit: claim.unit.as_ref().map(|unit| unit.code()),
        start,
        end,
        number: &claim.number.text,
        qualifier: words(&claim.qualifier),
        object: words(&claim.object),
        text: claim.to_string(),
        claimant_id: claimant.map(|speaker| speaker.id),
        claimant: claimant.map(|speaker| &*speaker.name.text),
        negated: quoted.is_some_and(|(_, quote)| quote.attribution.negated),
    }
}

fn words<'a>(slot: &'a Option<Fragment<'_>>) -> Option<&'a str> {
    slot.as_ref().map(|fragment| &*fragment.text)
}

fn ends(quantity: Quantity) -> (Option<f64>, Option<f64>) {
    match quantity {
        Quantity::Range { low, high } => (Some(low), Some(high)),
        _ => (None, None),
    }
}
