//! The page with charts. `maud` and `svg` escape every text.

use std::cmp::Reverse;

use indicatif::HumanCount;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::chart::{self, Bar};
use crate::rows::{self, SourceRow};
use crate::tally::Tally;

const STYLE: &str = include_str!("style.css");
/// Nothing is loaded from anywhere, whatever the articles contain.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The whole page, with the first `top` of each list.
pub(crate) fn page(tally: &Tally, top: usize) -> Markup {
    let sources = rows::sources(tally);
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:,";
                title { "Who is quoted" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { "Who is quoted" }
                (figures(tally))
                (by_kind(tally))
                (by_quotes(&sources, top))
                (by_words(sources, top))
                (by_title(tally, top))
            }
        }
    }
}

fn figures(tally: &Tally) -> Markup {
    let figures = [
        ("articles", HumanCount(tally.articles).to_string()),
        ("quotes", HumanCount(tally.all.quotes()).to_string()),
        ("words quoted", HumanCount(tally.all.words).to_string()),
        ("sources", HumanCount(tally.sources.len() as u64).to_string()),
        ("of quotes from unnamed people or groups", format!("{:.1} %", tally.anonymous_share() * 100.0)),
    ];
    html! { dl { @for (name, figure) in figures { div { dt { (name) } dd { (figure) } } } } }
}

fn by_kind(tally: &Tally) -> Markup {
    let kinds = rows::kinds(tally);
    let bars: Vec<Bar<'_>> = kinds.iter().map(|row| Bar { label: row.kind, value: row.quotes }).collect();
    chart("Quotes by kind of speaker", &bars)
}

fn by_quotes(sources: &[SourceRow<'_>], top: usize) -> Markup {
    let bars: Vec<Bar<'_>> = sources.iter().take(top).map(|row| Bar { label: row.source, value: row.quotes }).collect();
    chart("Most often quoted", &bars)
}

fn by_words(mut sources: Vec<SourceRow<'_>>, top: usize) -> Markup {
    sources.sort_by_key(|row| (Reverse(row.words), row.source));
    let bars: Vec<Bar<'_>> = sources.iter().take(top).map(|row| Bar { label: row.source, value: row.words }).collect();
    chart("Quoted with most words", &bars)
}

fn by_title(tally: &Tally, top: usize) -> Markup {
    let titles = rows::titles(tally);
    let bars: Vec<Bar<'_>> = titles.iter().take(top).map(|row| Bar { label: row.title, value: row.speakers }).collect();
    chart("Most frequent titles, by speakers", &bars)
}

fn chart(heading: &str, bars: &[Bar<'_>]) -> Markup {
    html! {
        section {
            h2 { (heading) }
            @if bars.is_empty() { p { "None." } } @else { (PreEscaped(chart::bars(heading, bars))) }
        }
    }
}
