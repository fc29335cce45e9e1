//! [`Extractor`] and its builder: the pipeline, one line a stage.

#[doc(hidden)]
pub mod stages;

use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::attribution::{Article, Rules};
use crate::clean::Clean;
use crate::error::{Error, ErrorKind};
use crate::explain::{self, Explanation, SentenceShape};
use crate::extraction::{Extraction, Quote};
use crate::gazetteer::{Gazetteer, Names};
use crate::lexicon::Lexicon;
use crate::number::{self, NumberWords};
use crate::span::Fragment;
use crate::speaker::{Ask, Speakers};
use crate::{assembly, entity, mention, segment, speaker, token};

static BUILT_IN: Lazy<Extractor> =
    Lazy::new(|| Extractor::builder().build().expect("the built-in tables load: tested in tests/data.rs"));

/// Extracts quotes and claims. Cheap to clone, and to share between threads.
///
/// ```
/// let extractor = pullquote::Extractor::builder().min_confidence(0.8).build()?;
/// let copy = extractor.clone();
/// let there = std::thread::spawn(move || copy.extract("“Yes,” said Ann Lee.").quotes.len());
/// assert_eq!(there.join().unwrap(), 1);
/// # Ok::<(), pullquote::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Extractor {
    knowledge: Arc<Knowledge>,
    min_confidence: f64,
}

/// Words and rules, which all extractors share: only names differ.
static LANGUAGE: Lazy<Result<Arc<Language>, Error>> = Lazy::new(|| Language::built_in().map(Arc::new));

/// What is built once and never changes.
#[derive(Debug)]
struct Knowledge {
    language: Arc<Language>,
    names: Names,
}

#[derive(Debug)]
struct Language {
    lexicon: Lexicon,
    numbers: NumberWords,
    rules: Rules,
}

impl Language {
    fn built_in() -> Result<Self, Error> {
        let mut lexicon = Lexicon::built_in()?;
        let numbers = NumberWords::built_in(&mut lexicon)?;
        Ok(Self { lexicon, numbers, rules: Rules::new() })
    }
}

/// Makes an [`Extractor`] with your own names, or your own demand on how sure a quote must be.
///
/// Its methods have an example each.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct ExtractorBuilder {
    own: Gazetteer,
    only_own: bool,
    min_confidence: f64,
}

impl Extractor {
    /// Starts from the built-in lists.
    ///
    /// ```
    /// let extractor = pullquote::Extractor::builder().build()?;
    /// assert_eq!(extractor.extract("“Yes,” said Ann Lee."), pullquote::extract("“Yes,” said Ann Lee."));
    /// # Ok::<(), pullquote::Error>(())
    /// ```
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// The extractor with the built-in lists, made once, on first use.
    ///
    /// ```
    /// use pullquote::Extractor;
    /// assert!(std::ptr::eq(Extractor::built_in(), Extractor::built_in()));
    /// ```
    pub fn built_in() -> &'static Extractor {
        &BUILT_IN
    }

    /// Who says what in `text`. Never fails and never panics, whatever the text. Nothing is found behind the first four
    /// gibibytes.
    ///
    /// ```
    /// let extraction = pullquote::Extractor::built_in().extract("“We are ready,” said Ann Lee.");
    /// assert_eq!(extraction.quotes[0].text(), "We are ready,");
    /// ```
    pub fn extract<'t>(&self, text: &'t str) -> Extraction<'t> {
        match Clean::of(text) {
            None => self.extracted(text),
            Some(clean) => clean.put_back(self.extracted(&clean.text), text),
        }
    }

    /// Who says what in `text`, and why: the shape of each sentence, how each speaker was found, and who lost.
    ///
    /// It takes longer than [`Extractor::extract`], whose result it holds.
    ///
    /// ```
    /// use pullquote::{Extractor, Refusal, Sieve};
    /// let text = "Ann Lee met Tom Reed on Monday. “We are ready,” she said.";
    /// let explanation = Extractor::built_in().explain(text);
    /// assert_eq!(explanation.sentences[1].shape, "QPC.");
    /// let speaker = &explanation.speakers[0];
    /// assert_eq!(speaker.sieve, Some(Sieve::NearestAgreeing));
    /// assert_eq!((&*speaker.refused[0].name.text, speaker.refused[0].why), ("Tom Reed", Refusal::Gender));
    /// ```
    pub fn explain<'t>(&self, text: &'t str) -> Explanation<'t> {
        match Clean::of(text) {
            None => self.explained(text),
            Some(clean) => self.explained(&clean.text).each_fragment(&mut |fragment| clean.fragment(&fragment, text)),
        }
    }

    fn extracted<'t>(&self, text: &'t str) -> Extraction<'t> {
        let mut extraction = self.read(text, Ask::Speakers, |reading| reading.extraction);
        extraction.retain_quotes(|quote| self.is_sure(quote));
        extraction
    }

    fn explained<'t>(&self, text: &'t str) -> Explanation<'t> {
        self.read(text, Ask::Reasons, |mut reading| {
            let resolutions = explain::resolutions(text, reading.article, reading.speakers);
            let speakers = resolutions.zip(&reading.extraction.quotes).filter(|(_, quote)| self.is_sure(quote));
            let speakers = speakers.map(|(resolution, _)| resolution).collect();
            reading.extraction.retain_quotes(|quote| self.is_sure(quote));
            let sentences = reading.article.shapes();
            let sentences = sentences.map(|(span, shape)| SentenceShape { sentence: Fragment::new(text, span), shape });
            Explanation { sentences: sentences.collect(), speakers, extraction: reading.extraction }
        })
    }

    fn is_sure(&self, quote: &Quote<'_>) -> bool {
        quote.attribution.confidence >= self.min_confidence
    }

    fn read<'t, R>(&self, text: &'t str, ask: Ask, finish: impl FnOnce(Reading<'_, 't>) -> R) -> R {
        let Knowledge { language, names } = &*self.knowledge;
        let Language { lexicon, numbers, rules } = &**language;
        let (tokens, paragraphs) = token::tokens(text, lexicon);
        let (passages, sentences) = segment::passages_and_sentences(text, &tokens, &paragraphs, lexicon);
        let entities = entity::entities(text, &tokens, &paragraphs, names);
        let known = mention::known_names(&entities);
        let mentions = mention::mentions(text, &tokens, &known, &sentences);
        let inner_names = mention::inner_names(text, &tokens, &known, &mentions);
        let article = Article {
            text,
            lexicon,
            numbers,
            tokens: &tokens,
            passages: &passages,
            sentences: &sentences,
            mentions: &mentions,
            inner_names: &inner_names,
        };
        let quotes = rules.attribute(&article);
        let speakers = speaker::speakers(&article, &entities, &quotes, ask);
        let claims = number::claims(text, &tokens, &paragraphs, numbers);
        let extraction = assembly::extraction(text, &article, &quotes, &speakers, claims, entities.mentions);
        finish(Reading { article: &article, speakers: &speakers, extraction })
    }
}

/// The results of all stages.
struct Reading<'a, 't> {
    article: &'a Article<'a>,
    speakers: &'a Speakers,
    extraction: Extraction<'t>,
}

impl ExtractorBuilder {
    /// Adds names to the built-in lists. Called twice, it adds both.
    ///
    /// ```
    /// use pullquote::{Extractor, Gazetteer};
    /// let own = Gazetteer::from_tsv("kind\tname\norganization\tSpringvale Courier\n")?;
    /// let extractor = Extractor::builder().gazetteer(own).build()?;
    /// let found = extractor.extract("The Springvale Courier moved to Kyiv.").entities;
    /// assert_eq!(found.len(), 2);
    /// # Ok::<(), pullquote::Error>(())
    /// ```
    pub fn gazetteer(mut self, own: Gazetteer) -> Self {
        self.own.merge(own);
        self
    }

    /// Uses these names, and none of the built-in lists.
    ///
    /// ```
    /// use pullquote::{Extractor, Gazetteer};
    /// let mut names = Gazetteer::built_in();
    /// names.remove("Kyiv");
    /// let extractor = Extractor::builder().gazetteer_only(names).build()?;
    /// assert!(extractor.extract("They moved to Kyiv.").entities.is_empty());
    /// # Ok::<(), pullquote::Error>(())
    /// ```
    pub fn gazetteer_only(self, names: Gazetteer) -> Self {
        Self { own: names, only_own: true, ..self }
    }

    /// Leaves out quotes whose [`confidence`](crate::Attribution::confidence) is lower, with their claims: from 0, which
    /// leaves out none and holds unless you say otherwise, to 1.
    ///
    /// The quotes that stay have the same speakers as without it, whose ids are counted anew from 0. Called twice, the last
    /// call holds. [`build`](ExtractorBuilder::build) refuses what is not from 0 to 1.
    ///
    /// ```
    /// use pullquote::Extractor;
    /// let text = "“We are ready,” said Ann Lee. She promised to resign.";
    /// let all = Extractor::builder().build()?;
    /// assert_eq!(all.extract(text).quotes.len(), 2);
    /// let sure = Extractor::builder().min_confidence(0.8).build()?;
    /// assert_eq!(sure.extract(text).quotes.len(), 1);
    ///
    /// let error = Extractor::builder().min_confidence(80.0).build().unwrap_err();
    /// assert_eq!(error.to_string(), "min_confidence: 80 is not between 0 and 1; give a share, such as 0.8");
    /// # Ok::<(), pullquote::Error>(())
    /// ```
    pub fn min_confidence(self, least: f64) -> Self {
        Self { min_confidence: least, ..self }
    }

    /// Checks the settings and reads the tables. What does not depend on names is read once and shared by all extractors.
    ///
    /// # Errors
    ///
    /// Where [`min_confidence`](ExtractorBuilder::min_confidence) is not from 0 to 1, such as `NaN`. Where a built-in table
    /// is damaged, which tests rule out; a table of yours is checked when it is read.
    ///
    /// ```
    /// assert!(pullquote::Extractor::builder().min_confidence(f64::NAN).build().is_err());
    /// ```
    pub fn build(self) -> Result<Extractor, Error> {
        check_confidence(self.min_confidence)?;
        let language = LANGUAGE.clone()?;
        let names = Names::new(if self.only_own { self.own } else { with_built_in(self.own) });
        let knowledge = Arc::new(Knowledge { language, names });
        Ok(Extractor { knowledge, min_confidence: self.min_confidence })
    }
}

fn check_confidence(least: f64) -> Result<(), ErrorKind> {
    if (0.0..=1.0).contains(&least) {
        return Ok(());
    }
    let problem = format!("{least} is not between 0 and 1");
    Err(ErrorKind::Setting { setting: "min_confidence", problem, remedy: "give a share, such as 0.8" })
}

fn with_built_in(own: Gazetteer) -> Gazetteer {
    let mut names = Gazetteer::built_in();
    if !own.is_empty() {
        names.merge(own);
    }
    names
}
