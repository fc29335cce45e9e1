//! [schema.org](https://schema.org) linked data: `Quotation`, `Claim`, `Person`, `Organization` in one JSON-LD graph.
//!
//! | node | property | from |
//! |---|---|---|
//! | `Person` | | a speaker of kind `Person` or `Unnamed` |
//! | `Organization` | | a speaker of kind `Organization` or `Group` |
//! | both | `@id` | the source's IRI with `#speaker-` and `speaker.id` |
//! | | `name` | `speaker.name`, of a `Person` and an `Organization` |
//! | | `description` | `speaker.name`, of the `Unnamed` and a `Group`: `senior official` is nobody's name |
//! | `Person` | `jobTitle` | `speaker.title` |
//! | both | `alternateName` | `entity.name`, where the article writes another |
//! | | `identifier` | `entity.id` as `PropertyValue`: `geonames:703448` has `propertyID` `geonames` and `value` `703448` |
//! | `Quotation` | | a direct quote |
//! | | `@id` | the source's IRI with `#quote-` and its place in `quotes` |
//! | | `text` | the content |
//! | | `spokenByCharacter` | the speaker, by `@id` |
//! | | `isPartOf` | the source's IRI |
//! | | `inLanguage` | `en` |
//! | `Claim` | | a mixed or an indirect quote: not a quotation, since these are not the speaker's words |
//! | | `author` | the speaker, by `@id` |
//! | | `text`, `appearance`, `inLanguage` | the content; the source's IRI; `en` |
//! | `Claim` | | a numeric claim, with `#claim-` and its place in `all_claims` |
//! | | `text`, `author` | its words; the speaker of its quote |
//! | | `appearance` | its quote, or the source where it is in the article's own voice |
//! | | `about` | a `QuantitativeValue`, or a `MonetaryAmount` with `currency` |
//! | `about` | `value` | of an exact or approximate quantity |
//! | | `minValue`, `maxValue` | of `AtLeast`, `AtMost` and both ends of a range |
//! | | `unitText`, `name` | `unit` of what is not money; `object` |
//!
//! Left out: what a speaker denies or declines to say (`attribution.negated`), with the numbers in it, since a graph that
//! names them as its author would say the opposite of the article; rule, confidence, cue and slots, offsets, entities that
//! do not speak, and countries. A speaker without any node left does not appear either.

use serde::Serialize;

use super::part;
use crate::claim::{ClaimKind, NumericClaim, Quantity};
use crate::extraction::{Entity, Extraction, Quote, QuoteKind, Speaker, SpeakerKind};

/// A JSON-LD document, as [`graph`] makes it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Graph<'a> {
    /// `https://schema.org`.
    #[serde(rename = "@context")]
    pub context: &'static str,
    /// Speakers, then quotes, then numeric claims.
    #[serde(rename = "@graph")]
    pub graph: Vec<Node<'a>>,
}

/// One thing in the graph: `{"@type": "Person", "@id": "…#speaker-0", "name": "Ann Lee"}`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "@type")]
#[non_exhaustive]
pub enum Node<'a> {
    /// One human being who speaks.
    Person(Source<'a>),
    /// A body or several people who speak.
    Organization(Source<'a>),
    /// A speaker's own words.
    Quotation(Quotation<'a>),
    /// Something that is said to be so.
    Claim(Claim<'a>),
}

/// Who speaks: `Ann Lee` with the job title `mayor of Leeds`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Source<'a> {
    /// IRI of this speaker.
    #[serde(rename = "@id")]
    pub id: String,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    /// What the article calls somebody whom it does not name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<&'a str>,
    /// Role or office, of persons only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_title: Option<&'a str>,
    /// The gazetteer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternate_name: Option<&'a str>,
    /// The gazetteer's identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier: Option<PropertyValue<'a>>,
}

/// An identifier in a register: of `geonames:703448` the register is `geonames`, the value `703448`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "@type")]
#[non_exhaustive]
pub struct PropertyValue<'a> {
    /// The register: `geonames`.
    #[serde(rename = "propertyID", skip_serializing_if = "Option::is_none")]
    pub property_id: Option<&'a str>,
    /// The number there.
    pub value: &'a str,
}

/// A direct quote: `“We are ready,” said Ann Lee.`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Quotation<'a> {
    /// IRI of this quote.
    #[serde(rename = "@id")]
    pub id: String,
    /// The words.
    pub text: String,
    /// Who says them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spoken_by_character: Option<Reference>,
    /// The article.
    pub is_part_of: Reference,
    /// `en`.
    pub in_language: &'a str,
}

/// What somebody, or the article, says to be so: `Ann Lee said they were ready`, `nine boats sank`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Claim<'a> {
    /// IRI of this claim.
    #[serde(rename = "@id")]
    pub id: String,
    /// In the article's words.
    pub text: String,
    /// Who claims it; absent for the article's own voice, and where the speaker is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Reference>,
    /// The article, or the quote that it stands in.
    pub appearance: Reference,
    /// The quantity of a numeric claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Amount<'a>>,
    /// `en`.
    pub in_language: &'a str,
}

/// Names another node: `{"@id": "https://example.org/a1#speaker-0"}`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Reference {
    /// Its IRI.
    #[serde(rename = "@id")]
    pub id: String,
}

/// How much: `{"@type": "MonetaryAmount", "minValue": 40000000.0, "currency": "USD"}`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "@type")]
#[non_exhaustive]
pub enum Amount<'a> {
    /// Of anything but money.
    QuantitativeValue {
        /// The value or its ends.
        #[serde(flatten)]
        range: Range,
        /// `kilometer`.
        #[serde(rename = "unitText", skip_serializing_if = "Option::is_none")]
        unit: Option<&'a str>,
        /// What is counted.
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<&'a str>,
    },
    /// Of money.
    MonetaryAmount {
        /// The value or its ends.
        #[serde(flatten)]
        range: Range,
        /// The code of ISO 4217.
        #[serde(skip_serializing_if = "Option::is_none")]
        currency: Option<&'a str>,
        /// What it is paid for.
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<&'a str>,
    },
}

/// A value, a bound, or two: of `$3-5 billion` the `minValue` 3e9 and the `maxValue` 5e9.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Range {
    /// The number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The lower bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_value: Option<f64>,
    /// The upper bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_value: Option<f64>,
}

/// The graph of `extraction`; `source` is the article's IRI.
///
/// ```
/// use pullquote::export::schema_org::{self, Node};
///
/// let article = "“We lost 36 houses,” said Ann Lee, mayor of Leeds.";
/// let extraction = pullquote::extract(article);
/// let graph = schema_org::graph(&extraction, "https://news.example/a1").graph;
/// let [Node::Person(lee), Node::Quotation(quote), Node::Claim(claim)] = &graph[..] else { panic!("{graph:?}") };
/// assert_eq!(lee.job_title, Some("mayor of Leeds"));
/// assert_eq!(quote.spoken_by_character.as_ref().map(|speaker| &speaker.id), Some(&lee.id));
/// assert_eq!(claim.text, "36 houses");
/// ```
pub fn graph<'a>(extraction: &'a Extraction<'_>, source: &'a str) -> Graph<'a> {
    let stated = || extraction.quotes.iter().enumerate().filter(|(_, quote)| !quote.attribution.negated);
    let mut speakers: Vec<&Speaker<'_>> = stated().filter_map(|(_, quote)| quote.speaker.as_ref()).collect();
    speakers.sort_by_key(|speaker| speaker.id);
    speakers.dedup_by_key(|speaker| speaker.id);
    let mut graph: Vec<Node<'a>> = speakers.into_iter().map(|speaker| speaker_node(speaker, source)).collect();
    graph.extend(stated().map(|(number, quote)| quote_node(number, quote, source)));
    graph.extend(claim_nodes(extraction, source));
    Graph { context: "https://schema.org", graph }
}

fn speaker_node<'a>(speaker: &'a Speaker<'_>, source: &str) -> Node<'a> {
    let name = &*speaker.name.text;
    let named = matches!(speaker.kind, SpeakerKind::Person | SpeakerKind::Organization);
    let person = matches!(speaker.kind, SpeakerKind::Person | SpeakerKind::Unnamed);
    let entity = speaker.entity.as_ref();
    let node = Source {
        id: part(source, "speaker", speaker.id),
        name: named.then_some(name),
        description: (!named).then_some(name),
        job_title: speaker.title.as_ref().filter(|_| person).map(|title| &*title.text),
        alternate_name: entity.map(|entity| &*entity.name).filter(|canonical| *canonical != name),
        identifier: entity.and_then(identifier),
    };
    if person { Node::Person(node) } else { Node::Organization(node) }
}

fn identifier(entity: &Entity) -> Option<PropertyValue<'_>> {
    let id = entity.id.as_deref()?;
    Some(match id.split_once(':') {
        Some((register, value)) => PropertyValue { property_id: Some(register), value },
        None => PropertyValue { property_id: None, value: id },
    })
}

fn quote_node<'a>(number: usize, quote: &Quote<'_>, source: &str) -> Node<'a> {
    let (id, text) = (part(source, "quote", number), quote.text());
    let (speaker, article) = (speaker_of(quote, source), Reference { id: source.to_owned() });
    match quote.kind {
        QuoteKind::Direct => Node::Quotation(Quotation {
            id,
            text,
            spoken_by_character: speaker,
            is_part_of: article,
            in_language: "en",
        }),
        _ => Node::Claim(Claim { id, text, author: speaker, appearance: article, about: None, in_language: "en" }),
    }
}

fn claim_nodes<'a>(extraction: &'a Extraction<'_>, source: &str) -> Vec<Node<'a>> {
    let mut nodes = Vec::new();
    for (number, (quote, claim)) in extraction.all_claims().into_iter().enumerate() {
        if quote.is_some_and(|quote| quote.attribution.negated) {
            continue;
        }
        let place = quote.and_then(|quote| extraction.quotes.iter().position(|other| std::ptr::eq(quote, other)));
        nodes.push(Node::Claim(Claim {
            id: part(source, "claim", number),
            text: claim.to_string(),
            author: quote.and_then(|quote| speaker_of(quote, source)),
            appearance: Reference { id: place.map_or_else(|| source.to_owned(), |n| part(source, "quote", n)) },
            about: Some(amount(claim)),
            in_language: "en",
        }));
    }
    nodes
}

fn speaker_of(quote: &Quote<'_>, source: &str) -> Option<Reference> {
    quote.speaker.as_ref().map(|speaker| Reference { id: part(source, "speaker", speaker.id) })
}

fn amount<'a>(claim: &'a NumericClaim<'_>) -> Amount<'a> {
    let range = range(claim.quantity);
    let unit = claim.unit.as_ref().map(|unit| unit.code());
    let name = claim.object.as_ref().map(|object| &*object.text);
    match claim.kind {
        ClaimKind::Money => Amount::MonetaryAmount { range, currency: unit, name },
        _ => Amount::QuantitativeValue { range, unit, name },
    }
}

fn range(quantity: Quantity) -> Range {
    match quantity {
        Quantity::Exact { value } | Quantity::Approx { value } => Range { value: Some(value), ..Range::default() },
        Quantity::AtLeast { value } => Range { min_value: Some(value), ..Range::default() },
        Quantity::AtMost { value } => Range { max_value: Some(value), ..Range::default() },
        Quantity::Range { low, high } => Range { min_value: Some(low), max_value: Some(high), ..Range::default() },
    }
}
