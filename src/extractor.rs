//! [`Extractor`] and its builder: the pipeline, one line a stage.

use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::error::Error;
use crate::extraction::Extraction;
use crate::gazetteer::{Gazetteer, Names};
use crate::lexicon::Lexicon;
use crate::{entity, segment, token};

static BUILT_IN: Lazy<Extractor> =
    Lazy::new(|| Extractor::builder().build().expect("the built-in tables load: tested in tests/data.rs"));

/// Extracts quotes and claims. Cheap to clone, and to share between threads.
#[derive(Debug, Clone)]
pub struct Extractor {
    lexicon: Arc<Lexicon>,
    names: Arc<Names>,
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
    pub fn extract<'t>(&self, text: &'t str) -> Extraction<'t> {
        let mut tokens = Vec::new();
        let paragraphs: Vec<_> = segment::paragraphs(text)
            .into_iter()
            .map(|span| token::tokenize(text, span, &self.lexicon, &mut tokens))
            .collect();
        let entities = entity::entities(text, &tokens, &paragraphs, &self.names);
        Extraction { entities, ..Extraction::default() }
    }
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

    /// Reads the tables.
    ///
    /// # Errors
    ///
    /// Where a built-in table is damaged, which tests rule out; a table of yours is checked when it is read.
    pub fn build(self) -> Result<Extractor, Error> {
        let names = if self.only_own { self.own } else { with_built_in(self.own) };
        Ok(Extractor { lexicon: Arc::new(Lexicon::built_in()?), names: Arc::new(Names::new(names)) })
    }
}

fn with_built_in(own: Gazetteer) -> Gazetteer {
    let mut names = Gazetteer::built_in();
    if !own.is_empty() {
        names.merge(own);
    }
    names
}
