//! Why an article was read as it was: for editors who wonder, and for contributors.

use crate::extraction::{Change, Extraction};
use crate::span::Fragment;
use crate::speaker::Sieve;

/// An extraction with the steps that led to it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Explanation<'t> {
    /// What [`Extractor::extract`](crate::Extractor::extract) returns.
    pub extraction: Extraction<'t>,
    /// Each sentence with its shape, in text order.
    pub sentences: Vec<SentenceShape<'t>>,
    /// For each quote, in the order of `extraction.quotes`, how its speaker was found.
    pub speakers: Vec<Option<Sieve>>,
}

/// A sentence as the attribution rules see it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SentenceShape<'t> {
    /// Its words.
    pub sentence: Fragment<'t>,
    /// One letter an element: `QNCT.` is a passage, a name, a cue, a time and a full stop.
    pub shape: String,
}

impl<'t> Explanation<'t> {
    /// The same with each fragment changed.
    pub(crate) fn each_fragment<'u>(self, change: Change<'_, 't, 'u>) -> Explanation<'u> {
        let sentences = self.sentences.into_iter();
        Explanation {
            sentences: sentences
                .map(|SentenceShape { sentence, shape }| SentenceShape { sentence: change(sentence), shape })
                .collect(),
            extraction: self.extraction.each_fragment(change),
            speakers: self.speakers,
        }
    }
}
