//! [`Extractor`] and its builder: the pipeline, one line a stage.

#[doc(hidden)]
pub mod stages;

use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::attribution::{Article, Rules};
use crate::clean::Clean;
use crate::error::Error;
use crate::explain::{Explanation, SentenceShape};
use crate::extraction::Extraction;
use crate::gazetteer::{Gazetteer, Names};
use crate::lexicon::Lexicon;
use crate::number::{self, NumberWords};
use crate::span::Fragment;
use crate::speaker::Speakers;
use crate::{assembly, entity, mention, segment, speaker, token};

static BUILT_IN: Lazy<Extractor> =
    Lazy::new(|| Extractor::builder().build().expect("the built-in tables load: tested in tests/data.rs"));

/// Extracts quotes and claims. Cheap to clone, and to share between threads.
#[derive(Debug, Clone)]
pub struct Extractor {
    knowledge: Arc<Knowledge>,
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

/// Makes an [`Extractor`] with your own names.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct ExtractorBuilder {
    own: Gazetteer,
    only_own: bool,
}

impl Extractor {
    /// Starts from the built-in lists.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// The extractor with the built-in lists, made once, on first use.
    pub fn built_in() -> &'static Extractor {
        &BUILT_IN
    }

    /// Who says what in `text`. Never fails and never panics, whatever the text.
    ///
    /// ```
    /// let extraction = pullquote::Extractor::built_in().extract("“We are ready,” said Ann Lee.");
    /// assert_eq!(extraction.quotes[0].text(), "We are ready,");
    /// ```
    pub fn extract<'t>(&self, text: &'t str) -> Extraction<'t> {
        match Clean::of(text) {
            None => self.read(text, |reading| reading.extraction),
            Some(clean) => self.read(&clean.text, |reading| clean.put_back(reading.extraction, text)),
        }
    }

    /// Who says what in `text`, and why: the shape of each sentence, and how each speaker was found.
    ///
    /// ```
    /// let explanation = pullquote::Extractor::built_in().explain("“We are ready,” said Ann Lee.");
    /// assert_eq!(explanation.sentences[0].shape, "QCN.");
    /// assert_eq!(explanation.speakers[0], Some(pullquote::Sieve::Name));
    /// ```
    pub fn explain<'t>(&self, text: &'t str) -> Explanation<'t> {
        match Clean::of(text) {
            None => self.explained(text),
            Some(clean) => self.explained(&clean.text).each_fragment(&mut |fragment| clean.fragment(&fragment, text)),
        }
    }

    fn explained<'t>(&self, text: &'t str) -> Explanation<'t> {
        self.read(text, |reading| Explanation {
            sentences: reading
                .article
                .shapes()
                .map(|(span, shape)| SentenceShape { sentence: Fragment::new(text, span), shape })
                .collect(),
            speakers: reading.speakers.of_quote.iter().map(|found| found.map(|(_, sieve)| sieve)).collect(),
            extraction: reading.extraction,
        })
    }

    fn read<'t, R>(&self, text: &'t str, finish: impl FnOnce(Reading<'_, 't>) -> R) -> R {
        let Knowledge { language, names } = &*self.knowledge;
        let Language { lexicon, numbers, rules } = &**language;
        let (tokens, paragraphs) = token::tokens(text, lexicon);
        let (passages, sentences) = segment::passages_and_sentences(text, &tokens, &paragraphs, lexicon);
        let entities = entity::entities(text, &tokens, &paragraphs, names);
        let known = mention::known_names(&tokens, &entities.mentions);
        let mentions = mention::mentions(text, &tokens, &known, &sentences);
        let inner_names = mention::inner_names(&tokens, &known, &mentions);
        let article = Article {
            text,
            lexicon,
            tokens: &tokens,
            passages: &passages,
            sentences: &sentences,
            mentions: &mentions,
            inner_names: &inner_names,
        };
        let quotes = rules.attribute(&article);
        let speakers = speaker::speakers(&article, &entities, &quotes);
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
        Self { own: names, only_own: true }
    }

    /// Reads the tables. What does not depend on names is read once and shared by all extractors.
    ///
    /// # Errors
    ///
    /// Where a built-in table is damaged, which tests rule out; a table of yours is checked when it is read.
    pub fn build(self) -> Result<Extractor, Error> {
        let language = LANGUAGE.clone()?;
        let names = Names::new(if self.only_own { self.own } else { with_built_in(self.own) });
        let knowledge = Knowledge { language, names };
        Ok(Extractor { knowledge: Arc::new(knowledge) })
    }
}

fn with_built_in(own: Gazetteer) -> Gazetteer {
    let mut names = Gazetteer::built_in();
    if !own.is_empty() {
        names.merge(own);
    }
    names
}
