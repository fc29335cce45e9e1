//! [W3C Web Annotation](https://www.w3.org/TR/annotation-model/): one annotation a quote, a claim, an entity.
//!
//! | in the annotation | from |
//! |---|---|
//! | `id` | the source's IRI and the place in the list: `…#quote-0`, `…#claim-0` (of `all_claims`), `…#entity-0` |
//! | `motivation` | `identifying` for quotes and entities, `describing` for claims |
//! | `target`, one for each stretch | `content` of a quote; number, qualifier and object of a claim; `mention` of an entity |
//! | `target.source` | the IRI that you give |
//! | `TextQuoteSelector` | the words, with up to 32 characters before and after |
//! | `TextPositionSelector` | the span, in code points |
//! | body `identifying` | `speaker.name`, or `entity.name` |
//! | body `describing` | `speaker.title`; for a claim its words, and `value`, `low`–`high` and `unit` as plain text |
//! | bodies `tagging` | `kind`, `speaker.kind`, `attribution.rule`, `negated` where it is; `kind` and `bound` of a claim; `entity.kind` |
//! | body `linking` | `entity.id`, where it has one |
//!
//! Left out, since the vocabulary has no place for it: confidence, `speaker.id`, cue, mention, addressee, medium, time,
//! country. In the model several targets are annotated one by one: each stretch of an interrupted quote has that speaker.
//! A quote without a speaker has no body `identifying`.
//!
//! Read `@context` of a page once: the annotations in it carry none of their own.

use std::borrow::Cow;

use serde::Serialize;

use super::{Word, bound, part};
use crate::claim::{NumericClaim, Quantity};
use crate::extraction::{EntityMention, Extraction, Quote, Speaker};
use crate::span::{Offsets, Span};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// How many characters of context a quote selector has on each side.
const AROUND: usize = 32;

/// All annotations of one article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AnnotationPage<'a> {
    /// The JSON-LD context that the specification asks for.
    #[serde(rename = "@context")]
    pub context: &'static str,
    /// The source's IRI with `#page-0`.
    pub id: String,
    /// `AnnotationPage`.
    #[serde(rename = "type")]
    pub type_: &'static str,
    /// Quotes, then claims, then entities, each in text order.
    pub items: Vec<Annotation<'a>>,
}

/// What is said about some words of the article: of `“We are ready,” said Ann Lee.` that the words inside the marks are hers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Annotation<'a> {
    /// The source's IRI with kind and number.
    pub id: String,
    /// `Annotation`.
    #[serde(rename = "type")]
    pub type_: &'static str,
    /// `identifying` or `describing`.
    pub motivation: &'static str,
    /// What is said.
    pub body: Vec<TextualBody<'a>>,
    /// About which words; several where a quote is interrupted.
    pub target: Vec<Target<'a>>,
}

/// A short text about the target: `Ann Lee` with the purpose `identifying`, `direct` with the purpose `tagging`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TextualBody<'a> {
    /// `TextualBody`.
    #[serde(rename = "type")]
    pub type_: &'static str,
    /// `identifying`, `describing`, `tagging` or `linking`.
    pub purpose: &'static str,
    /// The text.
    pub value: Cow<'a, str>,
    /// `text/plain`.
    pub format: &'static str,
}

/// A stretch of the source: `We are ready,`, by its words and by its position.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Target<'a> {
    /// `SpecificResource`.
    #[serde(rename = "type")]
    pub type_: &'static str,
    /// The IRI of the article.
    pub source: &'a str,
    /// By its words and by its position: both select the same stretch.
    pub selector: [Selector<'a>; 2],
}

/// How a stretch is found: `{"type": "TextPositionSelector", "start": 1, "end": 14}`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type")]
#[non_exhaustive]
pub enum Selector<'a> {
    /// By its words.
    TextQuoteSelector {
        /// The words.
        exact: &'a str,
        /// What stands before them.
        prefix: &'a str,
        /// What stands after them.
        suffix: &'a str,
    },
    /// By its position.
    TextPositionSelector {
        /// The first code point.
        start: usize,
        /// One past the last.
        end: usize,
    },
}

/// The annotations of `extraction`, which is of `text`; `source` is the article's IRI.
///
/// ```
/// use pullquote::export::web_annotation::{self, Selector};
///
/// let article = "“We are ready,” said Ann Lee. “We start today.”";
/// let extraction = pullquote::extract(article);
/// let page = web_annotation::page(article, &extraction, "https://news.example/a1");
/// let quote = &page.items[0];
/// assert_eq!(quote.body[0].value, "Ann Lee");
/// assert_eq!(quote.target.len(), 2);
/// assert_eq!(quote.target[1].selector[1], Selector::TextPositionSelector { start: 31, end: 46 });
/// ```
pub fn page<'a>(text: &'a str, extraction: &'a Extraction<'_>, source: &'a str) -> AnnotationPage<'a> {
    let article = Source { text, iri: source, offsets: Offsets::new(text) };
    let quotes = extraction.quotes.iter().enumerate().map(|(n, quote)| article.quote(n, quote));
    let claims = extraction.all_claims();
    let claims = claims.iter().enumerate().map(|(n, (_, claim))| article.claim(n, claim));
    let entities = extraction.entities.iter().enumerate().map(|(n, entity)| article.entity(n, entity));
    let items = quotes.chain(claims).chain(entities).collect();
    AnnotationPage { context: CONTEXT, id: part(source, "page", 0), type_: "AnnotationPage", items }
}

struct Source<'a> {
    text: &'a str,
    iri: &'a str,
    offsets: Offsets,
}

impl<'a> Source<'a> {
    fn quote(&self, number: usize, quote: &'a Quote<'_>) -> Annotation<'a> {
        let mut body: Vec<_> = quote.speaker.iter().flat_map(about_speaker).collect();
        body.push(tag(Word(quote.kind)));
        body.push(tag(Word(quote.attribution.rule)));
        if quote.attribution.negated {
            body.push(tag("negated"));
        }
        let target = quote.content.iter().map(|fragment| self.target(fragment.span)).collect();
        self.annotation("identifying", ("quote", number), body, target)
    }

    fn claim(&self, number: usize, claim: &NumericClaim<'_>) -> Annotation<'a> {
        let bound = bound(claim.quantity);
        let body = vec![describing(claim.to_string()), describing(value(claim)), tag(Word(claim.kind)), tag(bound)];
        self.annotation("describing", ("claim", number), body, vec![self.target(claim.span())])
    }

    fn entity(&self, number: usize, found: &'a EntityMention<'_>) -> Annotation<'a> {
        let entity = &found.entity;
        let mut body = vec![text_body("identifying", &*entity.name), tag(Word(entity.kind))];
        body.extend(entity.id.as_deref().map(|id| text_body("linking", id)));
        self.annotation("identifying", ("entity", number), body, vec![self.target(found.mention.span)])
    }

    fn annotation(
        &self,
        motivation: &'static str,
        (kind, number): (&str, usize),
        body: Vec<TextualBody<'a>>,
        target: Vec<Target<'a>>,
    ) -> Annotation<'a> {
        Annotation { id: part(self.iri, kind, number), type_: "Annotation", motivation, body, target }
    }

    fn target(&self, span: Span) -> Target<'a> {
        let Span { start, end } = self.offsets.code_points(span);
        let quote = Selector::TextQuoteSelector {
            exact: span.of(self.text),
            prefix: before(self.text, span.start),
            suffix: after(self.text, span.end),
        };
        let selector = [quote, Selector::TextPositionSelector { start, end }];
        Target { type_: "SpecificResource", source: self.iri, selector }
    }
}

fn before(text: &str, at: usize) -> &str {
    let text = text.get(..at).unwrap_or_default();
    let start = text.char_indices().rev().nth(AROUND - 1).map_or(0, |(start, _)| start);
    &text[start..]
}

fn after(text: &str, at: usize) -> &str {
    let text = text.get(at..).unwrap_or_default();
    let end = text.char_indices().nth(AROUND).map_or(text.len(), |(end, _)| end);
    &text[..end]
}

fn about_speaker<'a>(speaker: &'a Speaker<'_>) -> Vec<TextualBody<'a>> {
    let mut body = vec![text_body("identifying", &*speaker.name.text), tag(Word(speaker.kind))];
    body.extend(speaker.title.as_ref().map(|title| text_body("describing", &*title.text)));
    body.extend(speaker.entity.iter().filter_map(|entity| entity.id.as_deref()).map(|id| text_body("linking", id)));
    body
}

/// `36`, `7–8 percent`.
fn value(claim: &NumericClaim<'_>) -> String {
    let number = match claim.quantity {
        Quantity::Range { low, high } => format!("{low}–{high}"),
        single => single.value().map(|value| value.to_string()).unwrap_or_default(),
    };
    claim.unit.iter().fold(number, |value, unit| format!("{value} {unit}"))
}

fn describing<'a>(value: impl Into<Cow<'a, str>>) -> TextualBody<'a> {
    text_body("describing", value)
}

fn tag<'a>(value: impl ToString) -> TextualBody<'a> {
    text_body("tagging", value.to_string())
}

fn text_body<'a>(purpose: &'static str, value: impl Into<Cow<'a, str>>) -> TextualBody<'a> {
    TextualBody { type_: "TextualBody", purpose, value: value.into(), format: "text/plain" }
}
