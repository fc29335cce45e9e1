//! [`Extractor`] and its builder: the pipeline, one line a stage.

use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::attribution::{Article, Rules};
use crate::error::Error;
use crate::extraction::Extraction;
use crate::lexicon::Lexicon;
use crate::number::{self, NumberWords};
use crate::span::Fragment;
use crate::{assembly, mention, quotation, segment, speaker, token};

static BUILT_IN: Lazy<Extractor> =
    Lazy::new(|| Extractor::builder().build().expect("the built-in tables load: tested in tests/data.rs"));

/// Extracts quotes and claims. Cheap to clone, and to share between threads.
#[derive(Debug, Clone)]
pub struct Extractor {
    knowledge: Arc<Knowledge>,
}

/// What is built once and never changes.
#[derive(Debug)]
struct Knowledge {
    lexicon: Lexicon,
    numbers: NumberWords,
    rules: Rules,
}

/// Makes an [`Extractor`] with your own names.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct ExtractorBuilder {}

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
        self.analyzed(text, |article| {
            let quotes = self.knowledge.rules.attribute(article);
            let speakers = speaker::speakers(article, &quotes);
            assembly::extraction(text, article, quotes, &speakers)
        })
    }

    /// The sentences of `text` as the attribution rules see them: one letter an element (see [`Rule`](crate::Rule)).
    pub fn shapes<'t>(&self, text: &'t str) -> Vec<(Fragment<'t>, String)> {
        self.analyzed(text, |article| {
            article.shapes().map(|(span, shape)| (Fragment::new(text, span), shape)).collect()
        })
    }

    fn analyzed<R>(&self, text: &str, finish: impl FnOnce(&Article<'_>) -> R) -> R {
        let lexicon = &self.knowledge.lexicon;
        let (mut tokens, mut passages, mut sentences) = (Vec::new(), Vec::new(), Vec::new());
        for (number, span) in segment::paragraphs(text).into_iter().enumerate() {
            let paragraph = token::tokenize(text, span, lexicon, &mut tokens);
            let first = passages.len();
            quotation::passages(&tokens, paragraph.clone(), &mut passages);
            segment::sentences(&tokens, number, paragraph, &passages, first..passages.len(), &mut sentences);
        }
        let mentions = mention::mentions(text, &tokens, &sentences);
        let article =
            Article { text, lexicon, tokens: &tokens, passages: &passages, sentences: &sentences, mentions: &mentions };
        finish(&article)
    }
}

impl ExtractorBuilder {
    /// Reads the tables.
    pub fn build(self) -> Result<Extractor, Error> {
        let mut lexicon = Lexicon::built_in()?;
        let numbers = NumberWords::built_in(&mut lexicon)?;
        let knowledge = Knowledge { lexicon, numbers, rules: Rules::new() };
        Ok(Extractor { knowledge: Arc::new(knowledge) })
    }
}
