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
use crate::gazetteer::{Candidate, Hit, Names, Sex, Sort};
use crate::lexicon::Class;
use crate::room;
use crate::span::{Fragment, Span};
use crate::token::Token;
use article::Article;
use context::Context;

/// A name of the gazetteer in the article.
#[derive(Debug, Clone, Copy)]
struct Found {
    hit: Hit,
    start: u32,
    first: u32,
    paragraph: u32,
}

impl Found {
    /// Its first byte: of its first token, or after the party in `R-Texas`.
    fn start(&self) -> usize {
        self.start as usize
    }

    /// Its first token.
    fn first(&self) -> usize {
        self.first as usize
    }

    /// One past its last token.
    fn end(&self) -> usize {
        self.first() + self.hit.tokens()
    }

    fn paragraph(&self) -> usize {
        self.paragraph as usize
    }
}

/// What the gazetteer found in an article.
#[derive(Debug, Default)]
pub(crate) struct Entities<'t, 'n> {
    /// In text order; none overlaps another.
    pub(crate) mentions: Vec<EntityMention<'t>>,
    /// What else the gazetteer knows of each.
    pub(crate) facts: Vec<Facts<'n>>,
}

/// Where a name stands, and what the gazetteer knows of its bearer beside it.
#[derive(Debug, Clone)]
pub(crate) struct Facts<'n> {
    /// The tokens that the name covers: none where it is a part of one, as in `R-Texas`.
    pub(crate) tokens: Range<usize>,
    pub(crate) sex: Option<Sex>,
    /// `chancellor`; empty where none is known.
    pub(crate) office: &'n str,
    pub(crate) sort: Sort,
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
    let mut entities = Entities { mentions: Vec::with_capacity(found.len()), facts: Vec::with_capacity(found.len()) };
    let mut at = 0;
    for found in &found {
        entities.add_surnames(text, &context, &article, at..found.first());
        if let Some(candidate) = decide(&context, &mut article, found) {
            entities.add(text, &context, candidate, (Span::new(found.start(), found.hit.end()), found.end()));
        }
        at = found.end();
    }
    entities.add_surnames(text, &context, &article, at..tokens.len());
    entities
}

impl<'t, 'n> Entities<'t, 'n> {
    /// Adds a name that stands there and in the tokens up to `end`.
    fn add(&mut self, text: &'t str, context: &Context<'_, 'n>, candidate: Candidate<'n>, (span, end): (Span, usize)) {
        let entity = context.names.entity(candidate);
        self.mentions.push(EntityMention { mention: Fragment::new(text, span), entity });
        let own = context.tokens[..end].iter().rev().take_while(|token| token.span().start >= span.start).count();
        let (sex, sort) = (candidate.entry.sex, candidate.entry.sort);
        self.facts.push(Facts { tokens: end - own..end, sex, sort, office: candidate.title() });
    }

    /// Adds the people whose surnames stand alone in the stretch.
    fn add_surnames(
        &mut self,
        text: &'t str,
        context: &Context<'_, 'n>,
        article: &Article<'_, 'n>,
        stretch: Range<usize>,
    ) {
        if !article.has_met_people() {
            return;
        }
        for at in stretch {
            if let Some(candidate) = article.surname(context, at) {
                let span = surname_span(context.tokens, at, &self.mentions);
                self.add(text, context, candidate, (span, at + 1));
            }
        }
    }
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
    let mut all = Vec::with_capacity((tokens.len() / 16).min(text.len() / 80));
    for (paragraph, range) in paragraphs.iter().enumerate() {
        let mut rest = range.clone();
        while let Some(at) = rest.find(|at| tokens[*at].may_start_name()) {
            let (start, stretch) = start_of_name(text, &tokens[at..range.end]);
            if let Some(hit) = names.longest_at(text, &stretch) {
                room::make(&mut all, at, tokens.len());
                all.push(Found { hit, start: start as u32, first: at as u32, paragraph: paragraph as u32 });
                rest.start = at + hit.tokens();
            }
        }
    }
    all
}

/// Tokens after the first of the longest state: `R-W.Va.`, `D-New York`.
const LONGEST_STATE: usize = 5;

/// Where a name may start in the first token, and the tokens from there on: a capital, or what follows a party's letter.
fn start_of_name<'a>(text: &str, tokens: &'a [Token]) -> (usize, Cow<'a, [Token]>) {
    let span = tokens[0].span();
    if !matches!(span.of(text).as_bytes(), [b'D' | b'I' | b'R', b'-', b'A'..=b'Z', _, ..]) {
        return (span.start, Cow::Borrowed(tokens));
    }
    let state = tokens[0].without_first(2);
    let rest = tokens[1..].iter().take(LONGEST_STATE);
    (span.start + 2, Cow::Owned([state].iter().chain(rest).copied().collect()))
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
    if let Some(surname) = (found.end() == found.first() + 1).then(|| article.surname(context, found.first())).flatten()
    {
        return Some(surname);
    }
    organization
}
