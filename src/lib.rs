//! Who said what, in which role, and with which numbers.
#![forbid(unsafe_code)]

mod assembly;
mod attribution;
mod check;
mod claim;
mod clean;
mod entity;
mod error;
mod explain;
pub mod export;
mod extraction;
mod extractor;
mod gazetteer;
mod lexicon;
mod mention;
mod number;
mod quotation;
#[cfg(test)]
mod quotation_oracle;
mod segment;
mod span;
mod speaker;
mod token;

pub use attribution::Rule;
pub use claim::{ClaimKind, NumericClaim, Quantity, Unit};
pub use error::Error;
pub use explain::{Explanation, SentenceShape};
pub use extraction::{
    Attribution, Entity, EntityKind, EntityMention, Extraction, Quote, QuoteKind, Speaker, SpeakerKind, SpeakerQuotes,
};
#[doc(hidden)]
pub use extractor::stages;
pub use extractor::{Extractor, ExtractorBuilder};
pub use gazetteer::Gazetteer;
pub use span::{Fragment, Offsets, Span};
pub use speaker::Sieve;

/// Who says what in `text`, with the built-in word lists.
pub fn extract(text: &str) -> Extraction<'_> {
    Extractor::built_in().extract(text)
}
