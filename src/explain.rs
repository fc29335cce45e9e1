//! Why an article was read as it was: for editors who wonder, and for contributors.

use crate::attribution::Article;
use crate::extraction::{Change, Extraction};
use crate::span::Fragment;
use crate::speaker::{Loser, Refusal, Sieve, Speakers};

/// An extraction with the steps that led to it, from [`Extractor::explain`](crate::Extractor::explain), which has an example.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Explanation<'t> {
    /// What [`Extractor::extract`](crate::Extractor::extract) returns.
    pub extraction: Extraction<'t>,
    /// Each sentence with its shape, in text order.
    pub sentences: Vec<SentenceShape<'t>>,
    /// For each quote, in the order of `extraction.quotes`, how its speaker was found.
    pub speakers: Vec<Resolution<'t>>,
}

/// How the speaker of a quote was found.
///
/// ```
/// use pullquote::{Extractor, Sieve};
/// let text = "Mayor Ann Lee met Tom Lee. “We are ready,” the mayor said. “It is late,” said Tom Lee.";
/// let speakers = Extractor::built_in().explain(text).speakers;
/// assert_eq!((speakers[0].sieve, speakers[1].sieve), (Some(Sieve::Title), Some(Sieve::Name)));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Resolution<'t> {
    /// The sieve that chose, or `None` where the quote has no speaker.
    pub sieve: Option<Sieve>,
    /// Who else is mentioned near and was not chosen, those before the quote's mention first, each from near to far; for
    /// a name, who else bears it. At most eight.
    pub refused: Vec<Refused<'t>>,
}

/// Somebody who might have been the speaker and is not.
///
/// ```
/// use pullquote::{Extractor, Refusal, Sieve};
/// let text = "Maria Ortega came. Ann Lee came too. “We are ready,” she said.";
/// let speakers = Extractor::built_in().explain(text).speakers;
/// let ortega = &speakers[0].refused[0];
/// assert_eq!((&*ortega.name.text, ortega.why), ("Maria Ortega", Refusal::Farther));
/// assert_eq!(ortega.sieve, Some(Sieve::NearestAgreeing));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Refused<'t> {
    /// The fullest form of the name in the article, or the description.
    pub name: Fragment<'t>,
    /// The mention nearest to that of the quote.
    pub mention: Fragment<'t>,
    /// Why not.
    pub why: Refusal,
    /// By which sieve it would be the speaker, were nobody else there.
    pub sieve: Option<Sieve>,
}

/// A sentence as the attribution rules see it.
///
/// ```
/// let explanation = pullquote::Extractor::built_in().explain("“We are ready,” Ann Lee said on Monday.");
/// assert_eq!(explanation.sentences[0].shape, "QNCT.");
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SentenceShape<'t> {
    /// Its words.
    pub sentence: Fragment<'t>,
    /// One letter an element: `QNCT.` is a passage, a name, a cue, a time and a full stop.
    pub shape: String,
}

/// How each quote's speaker was found.
pub(crate) fn resolutions<'a, 't>(
    text: &'t str,
    article: &'a Article<'a>,
    speakers: &'a Speakers,
) -> impl Iterator<Item = Resolution<'t>> + use<'a, 't> {
    let refused = move |loser: &Loser| Refused {
        name: Fragment::new(text, article.token_span(&speakers.identities[loser.id].name)),
        mention: Fragment::new(text, article.token_span(&article.mentions[loser.mention].tokens)),
        why: loser.why,
        sieve: loser.sieve,
    };
    speakers.of_quote.iter().zip(&speakers.losers).map(move |(found, losers)| Resolution {
        sieve: found.map(|(_, sieve)| sieve),
        refused: losers.iter().map(refused).collect(),
    })
}

impl<'t> Explanation<'t> {
    /// The same with each fragment changed.
    pub(crate) fn each_fragment<'u>(self, change: Change<'_, 't, 'u>) -> Explanation<'u> {
        let sentences = self.sentences.into_iter();
        Explanation {
            sentences: sentences
                .map(|SentenceShape { sentence, shape }| SentenceShape { sentence: change(sentence), shape })
                .collect(),
            speakers: self.speakers.into_iter().map(|resolution| resolution.each_fragment(change)).collect(),
            extraction: self.extraction.each_fragment(change),
        }
    }
}

impl<'t> Resolution<'t> {
    fn each_fragment<'u>(self, change: Change<'_, 't, 'u>) -> Resolution<'u> {
        let refused = self.refused.into_iter().map(|Refused { name, mention, why, sieve }| Refused {
            name: change(name),
            mention: change(mention),
            why,
            sieve,
        });
        Resolution { sieve: self.sieve, refused: refused.collect() }
    }
}
