//! Each stage alone, for the benches: no part of the crate's interface.

use std::ops::Range;

use super::Extractor;
use crate::attribution::{Article, Attributed};
use crate::entity::Entities;
use crate::lexicon::Lexicon;
use crate::mention::{InnerName, KnownName, Mention};
use crate::quotation::Passage;
use crate::segment::Sentence;
use crate::speaker::{Ask, Speakers};
use crate::token::Token;
use crate::{assembly, entity, mention, number, segment, speaker, token};

/// A text with the results of all stages, so that each can be run again alone.
#[derive(Debug)]
pub struct Stages<'e, 't> {
    extractor: &'e Extractor,
    text: &'t str,
    tokens: Vec<Token>,
    paragraphs: Vec<Range<usize>>,
    passages: Vec<Passage>,
    sentences: Vec<Sentence>,
    entities: Entities<'t, 'e>,
    known: Vec<KnownName>,
    mentions: Vec<Mention>,
    inner_names: Vec<InnerName>,
    quotes: Vec<Attributed>,
    speakers: Speakers,
}

/// A stage of the pipeline, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// Paragraphs and their tokens.
    Tokens,
    /// Zones, passages and sentences.
    Sentences,
    /// Entities of the gazetteer.
    Entities,
    /// Mentions and the names in them.
    Mentions,
    /// Quotes without speakers.
    Attribution,
    /// Speakers.
    Speakers,
    /// Numeric claims.
    Claims,
    /// The public result.
    Assembly,
}

impl Stage {
    /// All of them.
    pub const ALL: [Stage; 8] = [
        Stage::Tokens,
        Stage::Sentences,
        Stage::Entities,
        Stage::Mentions,
        Stage::Attribution,
        Stage::Speakers,
        Stage::Claims,
        Stage::Assembly,
    ];
}

impl<'e, 't> Stages<'e, 't> {
    /// Runs all stages.
    pub fn new(extractor: &'e Extractor, text: &'t str) -> Self {
        let mut stages = Stages {
            extractor,
            text,
            tokens: Vec::new(),
            paragraphs: Vec::new(),
            passages: Vec::new(),
            sentences: Vec::new(),
            entities: Entities::default(),
            known: Vec::new(),
            mentions: Vec::new(),
            inner_names: Vec::new(),
            quotes: Vec::new(),
            speakers: Speakers { identities: Vec::new(), of_quote: Vec::new(), losers: Vec::new() },
        };
        (stages.tokens, stages.paragraphs) = stages.tokens();
        (stages.passages, stages.sentences) = stages.sentences();
        stages.entities = stages.entities();
        (stages.known, stages.mentions, stages.inner_names) = stages.mentions();
        stages.quotes = extractor.knowledge.language.rules.attribute(&stages.article());
        stages.speakers = stages.speakers();
        stages
    }

    /// Runs one stage on the results of those before it; returns how much it found.
    pub fn run(&self, stage: Stage) -> usize {
        let language = &self.extractor.knowledge.language;
        match stage {
            Stage::Tokens => self.tokens().0.len(),
            Stage::Sentences => self.sentences().1.len(),
            Stage::Entities => self.entities().mentions.len(),
            Stage::Mentions => self.mentions().1.len(),
            Stage::Attribution => language.rules.attribute(&self.article()).len(),
            Stage::Speakers => self.speakers().identities.len(),
            Stage::Claims => number::claims(self.text, &self.tokens, &self.paragraphs, &language.numbers).len(),
            Stage::Assembly => self.assembled(),
        }
    }

    fn lexicon(&self) -> &'e Lexicon {
        &self.extractor.knowledge.language.lexicon
    }

    fn tokens(&self) -> (Vec<Token>, Vec<Range<usize>>) {
        token::tokens(self.text, self.lexicon())
    }

    fn sentences(&self) -> (Vec<Passage>, Vec<Sentence>) {
        segment::passages_and_sentences(self.text, &self.tokens, &self.paragraphs, self.lexicon())
    }

    fn entities(&self) -> Entities<'t, 'e> {
        entity::entities(self.text, &self.tokens, &self.paragraphs, &self.extractor.knowledge.names)
    }

    fn mentions(&self) -> (Vec<KnownName>, Vec<Mention>, Vec<InnerName>) {
        let known = mention::known_names(&self.entities);
        let mentions = mention::mentions(self.text, &self.tokens, &known, &self.sentences);
        let inner = mention::inner_names(self.text, &self.tokens, &known, &mentions);
        (known, mentions, inner)
    }

    fn article(&self) -> Article<'_> {
        Article {
            text: self.text,
            lexicon: self.lexicon(),
            numbers: &self.extractor.knowledge.language.numbers,
            tokens: &self.tokens,
            passages: &self.passages,
            sentences: &self.sentences,
            mentions: &self.mentions,
            inner_names: &self.inner_names,
        }
    }

    fn speakers(&self) -> Speakers {
        speaker::speakers(&self.article(), &self.entities, &self.quotes, Ask::Speakers)
    }

    fn assembled(&self) -> usize {
        let entities = self.entities.mentions.clone();
        assembly::extraction(self.text, &self.article(), &self.quotes, &self.speakers, Vec::new(), entities)
            .quotes
            .len()
    }
}
