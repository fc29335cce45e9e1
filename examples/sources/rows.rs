//! The tables, most quoted first.

use std::cmp::Reverse;

use serde::Serialize;

use crate::tally::{Count, Kind, Source, Tally, share};

#[derive(Serialize)]
pub(crate) struct SourceRow<'a> {
    pub(crate) source: &'a str,
    pub(crate) kind: &'static str,
    pub(crate) title: Option<&'a str>,
    pub(crate) entity_id: Option<&'a str>,
    pub(crate) articles: u64,
    pub(crate) quotes: u64,
    pub(crate) direct: u64,
    pub(crate) mixed: u64,
    pub(crate) indirect: u64,
    pub(crate) words: u64,
    pub(crate) claims: u64,
    pub(crate) share: f64,
}

#[derive(Serialize)]
pub(crate) struct KindRow {
    pub(crate) kind: &'static str,
    pub(crate) sources: usize,
    pub(crate) quotes: u64,
    pub(crate) words: u64,
    pub(crate) claims: u64,
    pub(crate) share: f64,
}

#[derive(Serialize)]
pub(crate) struct TitleRow<'a> {
    pub(crate) title: &'a str,
    pub(crate) speakers: u64,
    pub(crate) quotes: u64,
}

/// One row a source; `share` is that of all quotes.
pub(crate) fn sources(tally: &Tally) -> Vec<SourceRow<'_>> {
    let mut rows: Vec<SourceRow<'_>> = tally.sources.values().map(|source| source_row(source, &tally.all)).collect();
    rows.sort_by_key(|row| (Reverse(row.quotes), Reverse(row.words), row.source, row.kind));
    rows
}

fn source_row<'a>(source: &'a Source, all: &Count) -> SourceRow<'a> {
    let Count { direct, mixed, indirect, words, claims } = source.count;
    let quotes = source.count.quotes();
    SourceRow {
        source: &source.name,
        kind: source.kind.name(),
        title: source.title(),
        entity_id: source.entity.as_deref(),
        articles: source.articles,
        quotes,
        direct,
        mixed,
        indirect,
        words,
        claims,
        share: rounded(share(quotes, all.quotes())),
    }
}

/// One row for each kind of speaker, also for those that nobody is.
pub(crate) fn kinds(tally: &Tally) -> Vec<KindRow> {
    let all = [Kind::Person, Kind::Organization, Kind::Group, Kind::Unnamed, Kind::Nobody];
    let row = |kind: Kind| {
        let count = tally.kinds.get(&kind).copied().unwrap_or_default();
        KindRow {
            kind: kind.name(),
            sources: tally.sources.keys().filter(|(other, _)| *other == kind).count(),
            quotes: count.quotes(),
            words: count.words,
            claims: count.claims,
            share: rounded(share(count.quotes(), tally.all.quotes())),
        }
    };
    all.into_iter().map(row).collect()
}

/// One row a title, whatever its capitals.
pub(crate) fn titles(tally: &Tally) -> Vec<TitleRow<'_>> {
    let mut rows: Vec<TitleRow<'_>> = tally
        .titles
        .iter()
        .map(|(title, found)| TitleRow { title, speakers: found.speakers, quotes: found.quotes })
        .collect();
    rows.sort_by_key(|row| (Reverse(row.speakers), Reverse(row.quotes), row.title));
    rows
}

fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}
