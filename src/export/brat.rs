//! [brat](https://brat.nlplab.org/standoff.html) stand-off: the `.ann` file beside an article's `.txt`.
//!
//! | line | from |
//! |---|---|
//! | `T` of type `Content` | `content` of a quote: one annotation with several stretches where it is interrupted |
//! | `T` of type `Cue` | `attribution.cue` |
//! | `T` of type `Source` | `attribution.mention` |
//! | `R` of type `Attribution` | from the `Content` (`Arg1`) to the `Source` and to the `Cue` (`Arg2`) |
//! | `A` of name `Kind` on the `Content` | `kind`: `Direct`, `Mixed`, `Indirect` |
//! | `A` of name `Negated` on the `Content` | `attribution.negated`, where it is |
//! | `A` of name `SourceKind` on the `Source` | `speaker.kind`: `Person`, `Organization`, `Group`, `Unnamed` |
//! | `#` note on the `Content` | rule, confidence, `speaker.name`, `speaker.title` |
//!
//! Offsets are code points. brat reads line by line, so a stretch is cut where a line of the article ends, and white space
//! there is left out. A source of two quotes has one annotation. Left out: addressee, medium, time, claims and entities.
//!
//! The article must be saved as it was extracted, to the byte; [`CONFIGURATION`] is the collection's `annotation.conf`.

use std::collections::HashMap;
use std::fmt;

use serde::Serialize;

use super::Word;
use crate::extraction::{Extraction, Quote, QuoteKind, Speaker, SpeakerKind};
use crate::span::{Fragment, Offsets, Span};

/// The `annotation.conf` that these annotations need.
///
/// ```
/// use pullquote::export::brat;
/// assert!(brat::CONFIGURATION.contains("[relations]"));
/// ```
pub const CONFIGURATION: &str = "\
[entities]
Content
Cue
Source
[relations]
Attribution\tArg1:Content, Arg2:Source|Cue
[events]
[attributes]
Kind\tArg:Content, Value:Direct|Mixed|Indirect
Negated\tArg:Content
SourceKind\tArg:Source, Value:Person|Organization|Group|Unnamed
";

/// All annotations of one article; [`Display`](fmt::Display) writes the `.ann` file.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[non_exhaustive]
pub struct Standoff {
    /// `T` lines.
    pub text_bounds: Vec<TextBound>,
    /// `R` lines.
    pub relations: Vec<Relation>,
    /// `A` lines.
    pub attributes: Vec<Attribute>,
    /// `#` lines.
    pub notes: Vec<Note>,
}

/// Words of the article with a type: `T2  Source 21 28  Ann Lee`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct TextBound {
    /// What they are.
    pub role: Role,
    /// Where they stand, in code points.
    pub spans: Vec<Span>,
    /// The words, one space between stretches.
    pub text: String,
}

/// What an attribution consists of: of `“We are ready,” said Ann Lee.` the words in the marks, `said`, and `Ann Lee`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub enum Role {
    /// What is said.
    Content,
    /// The words that attribute it.
    Cue,
    /// The words that name the speaker.
    Source,
}

/// An `Attribution`, between two text bounds by their places in the list: `R1  Attribution Arg1:T1 Arg2:T2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Relation {
    /// The content.
    pub content: usize,
    /// Its source or cue.
    pub to: usize,
}

/// A property of a text bound: `A1  Kind T1 Direct`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Attribute {
    /// `Kind`, `Negated`, `SourceKind`.
    pub name: &'static str,
    /// Of which text bound.
    pub of: usize,
    /// The value; none where the name says all.
    pub value: Option<&'static str>,
}

/// A remark on a text bound: `#1  AnnotatorNotes T1  rule quote_cue_name …`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Note {
    /// On which text bound.
    pub on: usize,
    /// In one line.
    pub text: String,
}

/// The annotations of `extraction`, which is of `text`.
///
/// ```
/// use pullquote::export::brat;
///
/// let article = "“We are ready,” said Ann Lee. “We start today.”";
/// let standoff = brat::standoff(article, &pullquote::extract(article)).to_string();
/// assert!(standoff.starts_with("T1\tContent 1 14;31 46\tWe are ready, We start today.\n"));
/// assert!(standoff.contains("T2\tSource 21 28\tAnn Lee\n"));
/// assert!(standoff.contains("R1\tAttribution Arg1:T1 Arg2:T2\n"));
/// ```
pub fn standoff(text: &str, extraction: &Extraction<'_>) -> Standoff {
    let mut writer = Writer { text, offsets: Offsets::new(text), known: HashMap::new(), standoff: Standoff::default() };
    extraction.quotes.iter().for_each(|quote| writer.quote(quote));
    writer.standoff
}

struct Writer<'t> {
    text: &'t str,
    offsets: Offsets,
    known: HashMap<TextBound, usize>,
    standoff: Standoff,
}

impl Writer<'_> {
    fn quote(&mut self, quote: &Quote<'_>) {
        let Some(content) = self.text_bound(Role::Content, &quote.content) else { return };
        self.attribute("Kind", content, Some(kind(quote.kind)));
        if quote.attribution.negated {
            self.attribute("Negated", content, None);
        }
        self.standoff.notes.push(Note { on: content, text: remark(quote) });
        if let Some(source) = self.related(content, Role::Source, quote.attribution.mention.as_ref()) {
            self.source_kind(source, quote.speaker.as_ref());
        }
        self.related(content, Role::Cue, quote.attribution.cue.as_ref());
    }

    fn related(&mut self, content: usize, role: Role, fragment: Option<&Fragment<'_>>) -> Option<usize> {
        let to = self.text_bound(role, std::slice::from_ref(fragment?))?;
        self.standoff.relations.push(Relation { content, to });
        Some(to)
    }

    fn source_kind(&mut self, of: usize, speaker: Option<&Speaker<'_>>) {
        let Some(speaker) = speaker else { return };
        let known = self.standoff.attributes.iter().any(|attribute| attribute.of == of);
        if !known {
            self.attribute("SourceKind", of, Some(source_kind(speaker.kind)));
        }
    }

    fn attribute(&mut self, name: &'static str, of: usize, value: Option<&'static str>) {
        self.standoff.attributes.push(Attribute { name, of, value });
    }

    /// The place of the annotation, new or known; none where there is only white space.
    fn text_bound(&mut self, role: Role, fragments: &[Fragment<'_>]) -> Option<usize> {
        let lines: Vec<Span> = fragments.iter().flat_map(|fragment| lines(self.text, fragment.span)).collect();
        if lines.is_empty() {
            return None;
        }
        let words: Vec<&str> = lines.iter().map(|line| line.of(self.text)).collect();
        let spans = lines.iter().map(|line| self.offsets.code_points(*line)).collect();
        let text_bound = TextBound { role, spans, text: words.join(" ") };
        let place = *self.known.entry(text_bound.clone()).or_insert(self.standoff.text_bounds.len());
        if place == self.standoff.text_bounds.len() {
            self.standoff.text_bounds.push(text_bound);
        }
        Some(place)
    }
}

/// The parts of `span` between the ends of lines, without white space around them.
fn lines(text: &str, span: Span) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = span.start;
    for line in span.of(text).split_inclusive(ends_line) {
        let trimmed = line.trim();
        let from = start + line.len() - line.trim_start().len();
        if !trimmed.is_empty() {
            spans.push(Span::new(from, from + trimmed.len()));
        }
        start += line.len();
    }
    spans
}

/// Where Python, in which brat is written, ends a line.
fn ends_line(ch: char) -> bool {
    matches!(ch, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "Direct",
        QuoteKind::Mixed => "Mixed",
        QuoteKind::Indirect => "Indirect",
    }
}

fn source_kind(kind: SpeakerKind) -> &'static str {
    match kind {
        SpeakerKind::Person => "Person",
        SpeakerKind::Organization => "Organization",
        SpeakerKind::Group => "Group",
        SpeakerKind::Unnamed => "Unnamed",
    }
}

/// `quote_cue_name 0.98: Ann Lee, mayor of Leeds`.
fn remark(quote: &Quote<'_>) -> String {
    let rule = format!("{} {}", Word(quote.attribution.rule), quote.attribution.confidence);
    let Some(speaker) = &quote.speaker else { return rule };
    let title = speaker.title.as_ref().map(|title| format!(", {title}")).unwrap_or_default();
    format!("{rule}: {}{title}", speaker.name).replace(|ch| ch == '\t' || ends_line(ch), " ")
}

impl fmt::Display for Standoff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, TextBound { role, spans, text }) in (1..).zip(&self.text_bounds) {
            let spans: Vec<String> = spans.iter().map(|span| format!("{} {}", span.start, span.end)).collect();
            writeln!(f, "T{n}\t{role:?} {}\t{text}", spans.join(";"))?;
        }
        for (n, Relation { content, to }) in (1..).zip(&self.relations) {
            writeln!(f, "R{n}\tAttribution Arg1:T{} Arg2:T{}", content + 1, to + 1)?;
        }
        for (n, Attribute { name, of, value }) in (1..).zip(&self.attributes) {
            let value = value.map(|value| format!(" {value}")).unwrap_or_default();
            writeln!(f, "A{n}\t{name} T{}{value}", of + 1)?;
        }
        for (n, Note { on, text }) in (1..).zip(&self.notes) {
            writeln!(f, "#{n}\tAnnotatorNotes T{}\t{text}", on + 1)?;
        }
        Ok(())
    }
}
