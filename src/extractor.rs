//! [`Extractor`] and its builder: the pipeline, one line a stage.

use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::error::Error;
use crate::extraction::Extraction;
use crate::lexicon::Lexicon;
use crate::number::{self, NumberWords};
use crate::{segment, token};

static BUILT_IN: Lazy<Extractor> =
    Lazy::new(|| Extractor::builder().build().expect("the built-in tables load: tested in tests/data.rs"));

/// Extracts quotes and claims. Cheap to clone, and to share between threads.
#[derive(Debug, Clone)]
pub struct Extractor {
    lexicon: Arc<Lexicon>,
    numbers: Arc<NumberWords>,
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
        let mut tokens = Vec::new();
        let paragraphs: Vec<_> = segment::paragraphs(text)
            .into_iter()
            .map(|span| token::tokenize(text, span, &self.lexicon, &mut tokens))
            .collect();
        let claims = number::claims(text, &tokens, &paragraphs, &self.numbers);
        Extraction { claims, ..Extraction::default() }
    }
}

impl ExtractorBuilder {
    /// Reads the tables.
    pub fn build(self) -> Result<Extractor, Error> {
        let mut lexicon = Lexicon::built_in()?;
        let numbers = NumberWords::built_in(&mut lexicon)?;
        Ok(Extractor { lexicon: Arc::new(lexicon), numbers: Arc::new(numbers) })
    }
}
