//! From the stages' results, all token ranges, to the public result, all fragments.

use std::ops::Range;

use crate::attribution::{Article, Attributed, Piece, Rule};
use crate::claim::NumericClaim;
use crate::extraction::{Attribution, EntityMention, Extraction, Quote, QuoteKind, Speaker};
use crate::hash::HashMap;
use crate::lexicon::Class;
use crate::span::{Fragment, Span};
use crate::speaker::{Sieve, Speakers};

/// The public result.
pub(crate) fn extraction<'t>(
    text: &'t str,
    article: &Article<'_>,
    quotes: &[Attributed],
    speakers: &Speakers,
    claims: Vec<NumericClaim<'t>>,
    entities: Vec<EntityMention<'t>>,
) -> Extraction<'t> {
    let mut assembly = Assembly { text, article, speakers, entities: &entities, ids: HashMap::default() };
    let each = quotes.iter().zip(&speakers.of_quote);
    let mut quotes: Vec<_> = each.map(|(quote, found)| assembly.quote(quote, *found)).collect();
    let claims = hand_out(claims, &mut quotes);
    Extraction { quotes, claims, entities }
}

/// Gives each claim to the innermost quote in whose content it stands; returns those in the article's own voice.
fn hand_out<'t>(claims: Vec<NumericClaim<'t>>, quotes: &mut [Quote<'t>]) -> Vec<NumericClaim<'t>> {
    if claims.is_empty() || quotes.is_empty() {
        return claims;
    }
    let mut contents: Vec<(Span, usize)> = Vec::with_capacity(quotes.len());
    for (index, quote) in quotes.iter().enumerate() {
        contents.extend(quote.content.iter().map(|fragment| (fragment.span, index)));
    }
    contents.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut contents = contents.into_iter().peekable();
    let (mut open, mut own): (Vec<(Span, usize)>, _) = (Vec::new(), Vec::with_capacity(claims.len()));
    for claim in claims {
        let span = claim.number.span;
        while let Some(content) = contents.next_if(|(content, _)| content.start <= span.start) {
            open.push(content);
        }
        open.retain(|(content, _)| content.end >= span.end);
        match open.last() {
            Some((_, quote)) => quotes[*quote].claims.push(claim),
            None => own.push(claim),
        }
    }
    own
}

struct Assembly<'a, 't> {
    text: &'t str,
    article: &'a Article<'a>,
    speakers: &'a Speakers,
    entities: &'a [EntityMention<'t>],
    /// The id of each identity that speaks, counted in order of first quote.
    ids: HashMap<usize, usize>,
}

impl<'t> Assembly<'_, 't> {
    fn fragment(&self, tokens: &Range<usize>) -> Fragment<'t> {
        Fragment::new(self.text, self.article.token_span(tokens))
    }

    fn optional(&self, tokens: &Option<Range<usize>>) -> Option<Fragment<'t>> {
        tokens.as_ref().map(|tokens| self.fragment(tokens))
    }

    fn quote(&mut self, quote: &Attributed, found: Option<(usize, Sieve)>) -> Quote<'t> {
        let content = quote.content.iter().map(|piece| self.piece(piece)).collect();
        Quote {
            kind: self.kind(quote),
            content,
            attribution: self.attribution(quote, found.map(|(_, sieve)| sieve)),
            speaker: found.map(|(identity, _)| self.speaker(identity)),
            claims: Vec::new(),
        }
    }

    fn piece(&self, piece: &Piece) -> Fragment<'t> {
        Fragment::new(self.text, self.article.span(piece))
    }

    fn kind(&self, quote: &Attributed) -> QuoteKind {
        let clauses = quote.content.iter().filter(|piece| matches!(piece, Piece::Clause(_))).count();
        let quoted = quote.content.iter().any(|piece| !self.article.passages_of(piece).is_empty());
        match (clauses, quoted) {
            _ if matches!(quote.rule, Rule::Transcript | Rule::QuestionAnswer | Rule::Post | Rule::Block) => {
                QuoteKind::Direct
            }
            (0, _) if !quote.fragment => QuoteKind::Direct,
            (_, true) => QuoteKind::Mixed,
            (_, false) => QuoteKind::Indirect,
        }
    }

    fn attribution(&self, quote: &Attributed, sieve: Option<Sieve>) -> Attribution<'t> {
        Attribution {
            rule: quote.rule,
            confidence: confidence(quote.rule, sieve),
            cue: self.optional(&quote.cue),
            mention: self.optional(&quote.mention),
            addressee: self.optional(&quote.addressee),
            medium: self.optional(&quote.medium),
            time: self.optional(&quote.time),
            negated: quote.negated,
        }
    }

    /// One bearer's title, without the ending of the plural that several share: `Sen` of `Sens. Ann Lee and Bob Ray`.
    fn title(&self, tokens: &Range<usize>) -> Fragment<'t> {
        let span = self.article.token_span(tokens);
        let last = &self.article.tokens[tokens.end - 1];
        let word = last.span().of(self.text).trim_end_matches('.');
        let of = self.article.tokens[tokens.clone()].iter().any(|token| token.is(Class::OF | Class::PREPOSITION));
        let singular = word.strip_suffix('s').filter(|_| last.is(Class::PLURAL) && !of);
        match singular.filter(|singular| self.article.lexicon.word(singular).is(Class::ROLE | Class::HUMAN)) {
            Some(singular) => Fragment::new(self.text, Span::new(span.start, last.span().start + singular.len())),
            None => Fragment::new(self.text, span),
        }
    }

    fn speaker(&mut self, identity: usize) -> Speaker<'t> {
        let next = self.ids.len();
        let id = *self.ids.entry(identity).or_insert(next);
        let identity = &self.speakers.identities[identity];
        Speaker {
            id,
            kind: identity.kind,
            name: self.fragment(&identity.name),
            title: identity.title.as_ref().map(|title| self.title(title)),
            entity: identity.entity.map(|at| self.entities[at].entity.clone()),
        }
    }
}

/// That the rule took the right words and the sieve chose the right speaker; in hundredths, since both are measured so.
fn confidence(rule: Rule, sieve: Option<Sieve>) -> f64 {
    let both = rule.confidence() * sieve.map_or(1.0, Sieve::confidence);
    (both * 100.0).round() / 100.0
}
