//! Results in the formats of others: annotations, linked data, stand-off files, rows.
//!
//! | module | format | for |
//! |---|---|---|
//! | [`web_annotation`] | W3C Web Annotation, JSON-LD | annotation servers, browsers, archives |
//! | [`schema_org`] | schema.org `Quotation`, `Person`, `Claim`, JSON-LD | publishers, search engines |
//! | [`brat`] | brat stand-off | correcting by hand, building corpora |
//! | [`rows`] | one flat row a quote or claim | spreadsheets, data frames, databases |
//!
//! Everything here is a plain struct that serde writes; the head of each module says where each field goes and what is left
//! out. Offsets in a format are those that its specification asks for; where it leaves a choice, [`OffsetUnit`] makes it.
//!
//! ```
//! use pullquote::export::{OffsetUnit, rows};
//!
//! let article = "“Très bien,” said Ann Lee.";
//! let extraction = pullquote::extract(article);
//! let rows = rows::quotes(article, &extraction, OffsetUnit::CodePoints);
//! assert_eq!((rows[0].start, rows[0].end), (1, 11));
//! assert_eq!(rows[0].speaker, Some("Ann Lee"));
//! ```

pub mod brat;
pub mod rows;
pub mod schema_org;
pub mod web_annotation;

use std::fmt;

use serde::Serialize;

use crate::claim::Quantity;
use crate::span::{Offsets, Span};

/// What offsets count.
///
/// ```
/// use pullquote::export::OffsetUnit;
/// use pullquote::{Offsets, Span};
/// let (text, lee) = ("👍 Lee", Span::new(5, 8));
/// let offsets = Offsets::new(text);
/// assert_eq!(OffsetUnit::Bytes.convert(lee, &offsets), Span::new(5, 8));
/// assert_eq!(OffsetUnit::CodePoints.convert(lee, &offsets), Span::new(2, 5));
/// assert_eq!(OffsetUnit::Utf16.convert(lee, &offsets), Span::new(3, 6));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OffsetUnit {
    /// UTF-8 bytes, as everywhere else in this crate: Rust, Go.
    #[default]
    Bytes,
    /// Unicode code points: Python, R, W3C Web Annotation, brat.
    CodePoints,
    /// UTF-16 code units: JavaScript, Java, C#.
    Utf16,
}

impl OffsetUnit {
    /// The span, given in bytes, in this unit; [`OffsetUnit`] has an example.
    pub fn convert(self, span: Span, offsets: &Offsets) -> Span {
        match self {
            OffsetUnit::Bytes => span,
            OffsetUnit::CodePoints => offsets.code_points(span),
            OffsetUnit::Utf16 => offsets.utf16(span),
        }
    }
}

/// The name of a part of the document: `https://example.org/a1#quote-0`.
fn part(source: &str, kind: &str, number: usize) -> String {
    let joint = if source.contains('#') { '-' } else { '#' };
    format!("{source}{joint}{kind}-{number}")
}

/// Shows a value without data by the word that JSON has for it: `direct`, `quote_cue_name`.
struct Word<T>(T);

impl<T: Serialize> fmt::Display for Word<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

/// The word that JSON has for the bound of a quantity.
fn bound(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Exact { .. } => "exact",
        Quantity::Approx { .. } => "approx",
        Quantity::AtLeast { .. } => "at_least",
        Quantity::AtMost { .. } => "at_most",
        Quantity::Range { .. } => "range",
    }
}
