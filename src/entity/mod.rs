//! People, places and organisations of the gazetteer named in the article.
//!
//! First all names are found, then the article is asked what each may mean, then each is decided on.

mod article;
mod context;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use crate::extraction::{EntityKind, EntityMention};
use crate::gazetteer::{Candidate, Hit, Names, Sex};
use crate::lexicon::Class;
use crate::span::{Fragment, Span};
use crate::token::{Case, Kind, Token};
use article::Article;
use context::Context;

/// A name of the gazetteer in the article.
#[derive(Debug, Clone, Copy)]
struct Found {
    hit: Hit,
    /// Its first byte: of its first token, or after the party in `R-Texas`.
    start: usize,
    /// Its first token.
    first: usize,
    /// One past its last token.
    end: usize,
    paragraph: usize,
}

/// What the gazetteer found in an article.
#[derive(Debug, Default)]
pub(crate) struct Entities<'t, 'n> {
    /// In text order; none overlaps another.
    pub(crate) mentions: Vec<EntityMention<'t>>,
    /// What else the gazetteer knows of each.
    pub(crate) facts: Vec<Facts<'n>>,
}

/// What the gazetteer knows of a person beside the name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts<'n> {
    pub(crate) sex: Option<Sex>,
    /// `chancellor`; empty where none is known.
    pub(crate) office: &'n str,
}

/// The people, places and organisations that the text names.
pub(crate) fn entities<'t, 'n>(
    text: &'t str,
    tokens: &[Token],
    paragraphs: &[Range<usize>],
    names: &'n Names,
) -> Entities<'t, 'n> {
    let found = found(text, tokens, paragraphs, names);
    let headlines: Vec<bool> = paragraphs.iter().map(|range| context::is_headline(&tokens[range.clone()])).collect();
    let context = Context { text, tokens, paragraphs, names, found: &found, headlines: &headlines };
    let mut article = Article::read(&context);
    let (mut mentions, mut facts) = (Vec::with_capacity(found.len()), Vec::with_capacity(found.len()));
    let mut next = found.iter().peekable();
    let mut at = 0;
    while at < tokens.len() {
        let (candidate, found) = match next.next_if(|found| found.first == at) {
            Some(found) => (decide(&context, &mut article, found), Some(found)),
            None => (article.surname(&context, at), None),
        };
        if let Some(candidate) = candidate {
            let named = found.map(|found| Span::new(found.start, found.hit.end));
            let span = named.unwrap_or_else(|| surname_span(tokens, at, &mentions));
            let entity = names.entity(candidate);
            mentions.push(EntityMention { mention: Fragment::new(text, span), entity });
            facts.push(Facts { sex: candidate.entry.sex, office: candidate.title() });
        }
        at = found.map_or(at + 1, |found| found.end);
    }
    Entities { mentions, facts }
}

/// A surname with its particle, where that is not part of the mention before: `de Blasio`.
fn surname_span(tokens: &[Token], at: usize, mentions: &[EntityMention<'_>]) -> Span {
    let span = tokens[at].span();
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else { return span };
    let free = mentions.last().is_none_or(|last| last.mention.span.end <= before.span().start);
    let particle = tokens[at].spaced && before.is(Class::PARTICLE) && free;
    if particle { before.span().cover(span) } else { span }
}

fn found(text: &str, tokens: &[Token], paragraphs: &[Range<usize>], names: &Names) -> Vec<Found> {
    let mut all = Vec::with_capacity(tokens.len() / 16);
    for (paragraph, range) in paragraphs.iter().enumerate() {
        let mut at = range.start;
        while at < range.end {
            let here = start_of_name(text, &tokens[at..range.end]).and_then(|(start, rest)| {
                let hit = names.longest_at(text, &rest)?;
                Some(Found { hit, start, first: at, end: at + hit.tokens, paragraph })
            });
            at = here.map_or(at + 1, |found| found.end);
            all.extend(here);
        }
    }
    all
}

/// Tokens after the first of the longest state: `R-W.Va.`, `D-New York`.
const LONGEST_STATE: usize = 5;

/// Where a name may start in the first token, and the tokens from there on: a capital, or what follows a party's letter.
fn start_of_name<'a>(text: &str, tokens: &'a [Token]) -> Option<(usize, Cow<'a, [Token]>)> {
    let token = tokens.first()?;
    let small = token.case == Case::Lower && !token.is(Class::PARTICLE);
    if small || !matches!(token.kind, Kind::Word | Kind::Number) {
        return None;
    }
    let start = token.span().start;
    if !matches!(token.span().of(text).as_bytes(), [b'D' | b'I' | b'R', b'-', b'A'..=b'Z', _, ..]) {
        return Some((start, Cow::Borrowed(tokens)));
    }
    let state = token.without_first(2);
    let rest = tokens[1..].iter().take(LONGEST_STATE);
    Some((start + 2, Cow::Owned([state].iter().chain(rest).copied().collect())))
}

/// Which entry is meant, if any.
fn decide<'n>(context: &Context<'_, 'n>, article: &mut Article<'_, 'n>, found: &Found) -> Option<Candidate<'n>> {
    let best = |kind| {
        let of_kind = context.names.candidates(found.hit).filter(move |candidate| candidate.entry.kind == kind);
        of_kind.max_by_key(|candidate| (candidate.rank(), std::cmp::Reverse(candidate.number)))
    };
    if let Some(person) = best(EntityKind::Person).filter(|_| context.may_be_person(found)) {
        article.meet(person);
        return Some(person);
    }
    let organization = best(EntityKind::Organization).filter(|_| context.may_be_organization(found));
    let place = article.place(context, found).filter(|place| organization.is_none() || context.outranks(found, place));
    if place.is_some() {
        return place;
    }
    if let Some(surname) = (found.end == found.first + 1).then(|| article.surname(context, found.first)).flatten() {
        return Some(surname);
    }
    organization
}
