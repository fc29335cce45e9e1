//! Who said what, in which role, and with which numbers.
//!
//! [`extract`] takes the text of an English news article and returns its quotes (direct, mixed, indirect), each with the
//! speaker resolved through the article, the speaker's title, and the numeric claims made.
//!
//! ```
//! let article = "Mayor Ann Lee opened the bridge. “It cost at least $40 million,” she said on Monday, adding that \
//!                two more would follow.";
//! let extraction = pullquote::extract(article);
//!
//! let first = &extraction.quotes[0];
//! let speaker = first.speaker.as_ref().unwrap();
//! assert_eq!(first.text(), "It cost at least $40 million,");
//! assert_eq!(&*speaker.name.text, "Ann Lee");
//! assert_eq!(&*speaker.title.as_ref().unwrap().text, "Mayor");
//! assert_eq!(first.claims[0].to_string(), "at least $40 million");
//! assert_eq!(extraction.quotes[1].text(), "two more would follow");
//! ```
//!
//! # Results
//!
//! Every string in an [`Extraction`] is a [`Fragment`]: a slice of the article with its span in UTF-8 bytes, so each result
//! proves itself, and [`Extraction::check`] proves all of it. [`Offsets`] converts spans to code points and UTF-16 units.
//! [`Extraction::speakers`] lists each speaker once with all quotes, [`Extraction::all_claims`] every numeric claim with who
//! makes it. [`export`] turns results into Web Annotation, schema.org, brat and rows.
//!
//! # Speakers
//!
//! `speaker: None` says that the article does not tell, or that two people fit equally well: in doubt no speaker rather than a
//! wrong one. A [`Speaker`] of kind [`SpeakerKind::Unnamed`] is somebody whom the article describes and does not name.
//! Gender is evidence for what a pronoun means; it is never an output.
//!
//! # Your own names
//!
//! ```
//! use pullquote::{Extractor, Gazetteer};
//! let own = Gazetteer::from_tsv("kind\tname\norganization\tPort Velin Courier\n")?;
//! let extractor = Extractor::builder().gazetteer(own).build()?;
//! let extraction = extractor.extract("The Port Velin Courier said it would close.");
//! assert_eq!(&*extraction.entities[0].entity.name, "Port Velin Courier");
//! # Ok::<(), pullquote::Error>(())
//! ```
//!
//! An [`Extractor`] is cheap to clone and can be shared between threads; the built-in one is made once, on first use.
//!
//! Names can come as tab-separated text; with the feature `csv` also comma-separated, with the feature `jsonl` as one JSON
//! object a line. See [`Gazetteer`].
//!
//! # How sure
//!
//! [`Attribution::confidence`] is how often a quote found in this way has the right words and the right speaker: the measured
//! share of the rule, [`Rule::confidence`], times that of the sieve which found the speaker, [`Sieve::confidence`].
//! [`ExtractorBuilder::min_confidence`] leaves out what is less sure.
//!
//! The figures come from corpora with known quotes, which are not part of the crate; `tools/confidence` in the repository has
//! the program, the tables of reliability, and their date. They rank quotes well; as shares they hold to within some
//! hundredths on edited news, and not at all on what is no news article.
//!
//! # Why
//!
//! [`Attribution::rule`] names the pattern that attributed a quote. [`Extractor::explain`] shows the shape of each sentence as
//! the patterns see it, by which [`Sieve`] each speaker was found, and who else was near and lost by which [`Refusal`].
//!
//! # Limits
//!
//! English only; plain text, one paragraph a line. Extraction never fails and never panics; it takes time linear in the
//! length of the text. What somebody thinks, hopes or plans is no quote. It reads one article at a time: that two articles mean
//! the same person only the ids of your own table can say. It does not judge whether a claim is true.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod assembly;
mod attribution;
mod bytes;
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
mod hash;
mod lexicon;
mod mention;
mod number;
mod quotation;
#[cfg(test)]
mod quotation_oracle;
mod room;
mod segment;
mod span;
mod speaker;
mod token;

pub use attribution::Rule;
pub use claim::{ClaimKind, NumericClaim, Quantity, Unit};
pub use error::Error;
pub use explain::{Explanation, Refused, Resolution, SentenceShape};
pub use extraction::{
    Attribution, Entity, EntityKind, EntityMention, Extraction, Quote, QuoteKind, Speaker, SpeakerKind, SpeakerQuotes,
};
#[doc(hidden)]
pub use extractor::stages;
pub use extractor::{Extractor, ExtractorBuilder};
pub use gazetteer::Gazetteer;
pub use span::{Fragment, Offsets, Span};
pub use speaker::{Refusal, Sieve};

/// Who says what in `text`, with the built-in word lists.
///
/// ```
/// let extraction = pullquote::extract("“We are ready,” said Ann Lee.");
/// assert_eq!(extraction.quotes[0].speaker.as_ref().map(|speaker| &*speaker.name.text), Some("Ann Lee"));
/// ```
pub fn extract(text: &str) -> Extraction<'_> {
    Extractor::built_in().extract(text)
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadmeExamples;
