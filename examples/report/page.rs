//! The page: the article with its marks, and the side panel. `maud` escapes every text and attribute.

use std::collections::HashSet;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use pullquote::{EntityKind, EntityMention, Extraction, NumericClaim, Quote, Span, Speaker};

use crate::facts;
use crate::marks::{self, About, Layer, Mark, Stretch};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");
/// Nothing is loaded from anywhere, whatever the article contains.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; \
                      base-uri 'none'; form-action 'none'";
/// A headline is no longer than this.
const HEADLINE: usize = 160;

/// The whole page for an article.
pub(crate) fn page(text: &str, extraction: &Extraction<'_>) -> Markup {
    let headline = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("Nothing to show").trim();
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:,";
                title { (headline) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main { (legend()) (article(text, extraction)) }
                aside aria-label="What was found" { (panel(extraction)) }
                div #tip role="tooltip" hidden {}
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

fn legend() -> Markup {
    html! {
        p.legend aria-hidden="true" {
            mark.quote style="--hue:210" { "quote" } mark.cue { "cue" } mark.speaker { "speaker" }
            mark.title { "title" } mark.claim { "number" } mark.place { "place" }
        }
    }
}

fn article(text: &str, extraction: &Extraction<'_>) -> Markup {
    let marks = marks::marks(extraction);
    let mut article = Article { text, extraction, marks: &marks, reached: HashSet::new() };
    let lines: Vec<Span> = lines(text);
    let headline = lines.first().filter(|line| line.len() <= HEADLINE).copied();
    html! {
        article {
            @for line in lines {
                @if Some(line) == headline { h1 dir="auto" { (article.line(line)) } } @else { p dir="auto" { (article.line(line)) } }
            }
        }
    }
}

/// The lines that are not blank.
fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    let all = text.split_inclusive('\n').map(|line| {
        start += line.len();
        Span::new(start - line.len(), start - line.len() + line.trim_end().len())
    });
    all.filter(|line| !line.of(text).trim().is_empty()).collect()
}

struct Article<'a> {
    text: &'a str,
    extraction: &'a Extraction<'a>,
    marks: &'a [Mark],
    /// What the keyboard has reached in the text written so far: each thing once.
    reached: HashSet<About>,
}

impl Article<'_> {
    fn line(&mut self, line: Span) -> Markup {
        let marks = self.marks;
        html! { @for stretch in marks::stretches(line, marks) { (self.stretch(&stretch)) } }
    }

    fn stretch(&mut self, stretch: &Stretch<'_>) -> Markup {
        let words = stretch.span.of(self.text);
        if stretch.marks.is_empty() {
            return html! { (words) };
        }
        let classes: Vec<&str> = stretch.marks.iter().map(|mark| mark.layer.class()).collect();
        let about: Vec<About> = stretch.marks.iter().filter_map(|mark| mark.about).collect();
        let ids: Vec<String> = about.iter().map(|about| about.id()).collect();
        let begins = self.begins(stretch);
        let described = ids.iter().map(|id| format!("{id}-facts")).collect::<Vec<_>>().join(" ");
        html! {
            mark class=(classes.join(" ")) data-about=[(!ids.is_empty()).then(|| ids.join(" "))]
                tabindex=[(!begins.is_empty()).then_some("0")] aria-describedby=[(!begins.is_empty()).then_some(described)]
                style=[self.colour(stretch)] {
                @for about in begins { span id={ "at-" (about.id()) } {} }
                (words)
            }
        }
    }

    /// The quotes, claims and places that begin here: links lead to them, and the keyboard stops.
    fn begins(&mut self, stretch: &Stretch<'_>) -> Vec<About> {
        let own = stretch.marks.iter().filter(|mark| !matches!(mark.layer, Layer::Cue | Layer::Speaker));
        own.filter_map(|mark| mark.about).filter(|about| self.reached.insert(*about)).collect()
    }

    /// The colour of the innermost quote's speaker.
    fn colour(&self, stretch: &Stretch<'_>) -> Option<String> {
        let quotes = stretch.marks.iter().filter(|mark| mark.layer == Layer::Quote);
        let Some(About::Quote(number)) = quotes.min_by_key(|mark| mark.span.len())?.about else { return None };
        self.extraction.quotes[number].speaker.as_ref().map(colour)
    }
}

/// Hues a golden angle apart, so that neighbours differ.
fn colour(speaker: &Speaker<'_>) -> String {
    format!("--hue:{}", (210 + speaker.id * 137) % 360)
}

fn panel(extraction: &Extraction<'_>) -> Markup {
    html! {
        (kinds(extraction))
        h2 { "Speakers" }
        @for group in extraction.speakers() { (speaker(extraction, Some(group.speaker))) }
        @if extraction.quotes.iter().any(|quote| quote.speaker.is_none()) { (speaker(extraction, None)) }
        @if extraction.quotes.is_empty() { p { "Nobody is quoted." } }
        h2 { "Numeric claims" }
        ul.claims { @for (number, (quote, made)) in extraction.all_claims().into_iter().enumerate() {
            (claim(number, made, quote, extraction))
        } }
        h2 { "Places" }
        ul.places { @for (number, found) in extraction.entities.iter().enumerate() { (place(number, found)) } }
    }
}

fn kinds(extraction: &Extraction<'_>) -> Markup {
    let count = |kind: &str| extraction.quotes.iter().filter(|quote| facts::kind(quote.kind) == kind).count();
    html! {
        p.kinds role="group" aria-label="Kinds of quotes" {
            @for kind in ["direct", "mixed", "indirect"] {
                button type="button" aria-pressed="false" data-kind=(kind) { (kind) " " small { (count(kind)) } }
            }
            button type="button" #all hidden { "show all" }
        }
    }
}

fn speaker_id(speaker: Option<&Speaker<'_>>) -> String {
    speaker.map_or_else(|| "none".to_owned(), |speaker| speaker.id.to_string())
}

fn speaker(extraction: &Extraction<'_>, speaker: Option<&Speaker<'_>>) -> Markup {
    let id = speaker_id(speaker);
    let quotes = || extraction.quotes.iter().enumerate().filter(|(_, quote)| speaker_id(quote.speaker.as_ref()) == id);
    html! {
        section style=[speaker.map(colour)] {
            button type="button" aria-pressed="false" data-speaker=(id) {
                bdi { (facts::speaker(speaker)) }
                " " small { @if let Some(speaker) = speaker { (facts::speaker_kind(speaker.kind)) ", " } (quotes().count()) }
            }
            ol { @for (number, quote) in quotes() { (quote_entry(number, quote, &id)) } }
        }
    }
}

fn quote_entry(number: usize, quote: &Quote<'_>, speaker: &str) -> Markup {
    let id = About::Quote(number).id();
    html! {
        li id=(id) data-of=(speaker) data-is=(facts::kind(quote.kind)) {
            a href={ "#at-" (id) } { bdi { (facts::content(quote)) } }
            p.facts id={ (id) "-facts" } { span.who { (facts::speaker(quote.speaker.as_ref())) " · " } (facts::quote(quote)) }
        }
    }
}

fn claim(number: usize, claim: &NumericClaim<'_>, quote: Option<&Quote<'_>>, extraction: &Extraction<'_>) -> Markup {
    let id = About::Claim(number).id();
    let within = quote.and_then(|quote| extraction.quotes.iter().position(|other| std::ptr::eq(quote, other)));
    html! {
        li id=(id) data-in=[within.map(|number| About::Quote(number).id())] {
            a href={ "#at-" (id) } { bdi { (claim) } }
            p.facts id={ (id) "-facts" } { (facts::claim(claim, quote)) }
        }
    }
}

fn place(number: usize, found: &EntityMention<'_>) -> Markup {
    let id = About::Place(number).id();
    html! {
        @if found.entity.kind == EntityKind::Place {
            li id=(id) {
                a href={ "#at-" (id) } { bdi { (found.mention) } }
                p.facts id={ (id) "-facts" } { (facts::entity(&found.entity)) }
            }
        }
    }
}
