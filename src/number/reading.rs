//! From a number in a line to a claim: which kind, how surely, of what.

use super::amount::Amount;
use super::cardinal::{Joins, Style};
use super::extent::{Extent, Link, Term};
use super::line::Line;
use super::qualifier::Found;
use super::words::{Bound, Cardinal, Role};
use super::{Draft, Values};
use crate::claim::{ClaimKind, NumericClaim, Quantity, Unit};
use crate::lexicon::Class;
use crate::room;
use crate::span::{Fragment, Span};
use crate::token::{Kind, Token};

/// How far, in tokens, `as many` looks back for its number.
const LONGEST_SENTENCE: usize = 80;

impl Line<'_> {
    /// Appends the claims of the line, in text order.
    pub(super) fn read<'t>(&self, text: &'t str, claims: &mut Vec<NumericClaim<'t>>) {
        let first = claims.len();
        let mut index = 0;
        while let Some(ahead) = self.tokens[index..].iter().position(|token| self.may_start(token)) {
            index += ahead;
            self.memo.here.set(index);
            let passed = self.pass(index, text, first, claims);
            index = passed.map_or(index + 1, |end| self.token_from(end).max(index + 1));
        }
    }

    /// Appends what stands at the token at `index`, claim or not, to the claims of the line, which begin at `first`; returns
    /// its end.
    fn pass<'t>(&self, index: usize, text: &'t str, first: usize, claims: &mut Vec<NumericClaim<'t>>) -> Option<usize> {
        if let Some(end) = self.no_claim(index) {
            return Some(end);
        }
        for draft in self.drafts(index).into_iter().flatten() {
            let before = claims.get(first..).unwrap_or_default();
            let free = before.last().is_none_or(|last| last.number.span.end <= draft.number.start);
            if free && (!self.tokens[index].is(Class::AS) || self.same_sentence(index, before)) {
                let claim = self.claim(text, draft, before);
                room::make(claims, claim.number.span.end, text.len());
                claims.push(claim);
            }
        }
        claims.get(first..)?.last().map(|last| last.number.span.end)
    }

    /// Whether the last claim stands in the sentence of the token at `index`.
    fn same_sentence(&self, index: usize, claims: &[NumericClaim<'_>]) -> bool {
        let last = claims.last().map(|last| self.token_from(last.number.span.end));
        let between = last.and_then(|last| self.tokens.get(last..index));
        between.is_some_and(|between| between.len() < LONGEST_SENTENCE && !between.iter().any(Token::terminal))
    }

    /// A glance: whether a number may start with the token.
    fn may_start(&self, token: &Token) -> bool {
        match token.kind {
            Kind::Number | Kind::Symbol | Kind::Sign(b'$') => true,
            Kind::Word if token.is(Class::NUMBER | Class::AS) => {
                token.span().len() > 2
                    || !token.is(Class::NUMBER)
                    || !token.is(Class::DETERMINER)
                    || self.article_counts(token)
            }
            Kind::Word => token.word.unknown() && self.hyphened_number(token),
            _ => false,
        }
    }

    /// Whether a number may follow the article: `a dozen`, `a third`, `a decade`, `a year and a half`.
    fn article_counts(&self, token: &Token) -> bool {
        let next = self.word(token.span().end).map(|(_, entry)| entry);
        next.is_some_and(|next| {
            next.cardinal.is_some() || next.denominator.is_some() || !self.words.measures_of(next).is_empty()
        })
    }

    /// `five-mile`, `tenfold`
    fn hyphened_number(&self, token: &Token) -> bool {
        if !token.hyphened {
            return self.text.as_bytes()[..token.span().end].ends_with(b"fold");
        }
        let written = self.written(token);
        let Some(hyphen) = written.find(super::piece::is_hyphen) else { return false };
        let entry = self.words.entry(&written[..hyphen]);
        entry.cardinal.is_some_and(|(role, _)| !matches!(role, Cardinal::Article | Cardinal::Pair | Cardinal::Letter))
            || entry.ordinal.is_some()
    }

    /// The one or two claims that start with the token at `index`.
    fn drafts(&self, index: usize) -> [Option<Draft>; 2] {
        if self.tokens[index].is(Class::AS) {
            return [self.as_many(index), None];
        }
        if let Some(draft) = self.special(index) {
            return [Some(draft), None];
        }
        let start = self.start_of(index);
        let Some(extent) = self.extent(start, index) else { return [None, None] };
        match extent.second {
            Some((Link::Change, second)) => {
                let first = Line::shared(&extent.first, &second);
                let first = self.draft_of(&Extent { first, second: None }, index);
                let second_index = self.token_from(second.span.start);
                let second = self.draft_of(&Extent { first: second, second: None }, second_index);
                let object = second.as_ref().and_then(|second| second.object);
                let object = object.or(first.as_ref().and_then(|first| first.object));
                [first, second].map(|draft| draft.map(|draft| Draft { object, ..draft }))
            }
            _ => [self.draft_of(&extent, index).map(|draft| self.signed(draft, index)), None],
        }
    }

    /// Where the number of the token at `index` starts: a country before the sign (`US$`) belongs to it.
    fn start_of(&self, index: usize) -> usize {
        let token = &self.tokens[index];
        let before = self.before(index).filter(|before| token.sign(b'$') && !token.spaced && before.kind == Kind::Word);
        match before {
            Some(before) if self.measure(before.span().start, &[super::words::Place::Before]).is_some() => {
                before.span().start
            }
            _ => token.span().start,
        }
    }

    /// The draft with the minus sign that stands before it: `−5 degrees`, `minus 5 degrees`.
    fn signed(&self, draft: Draft, index: usize) -> Draft {
        let (Some(before), Values::One(value)) = (self.before(index), draft.values) else { return draft };
        let touches = !self.tokens[index].spaced && before.spaced;
        let sign = touches && (before.sign(b'-') || (before.kind == Kind::Dash && self.written(before) == "−"));
        let minus = self.word_before(index, "minus") && !self.word_before(index - 1, "or");
        if !sign && !minus {
            return draft;
        }
        let number = before.span().cover(draft.number);
        Draft { number, values: Values::One(value.negated()), ..draft }
    }

    /// The claim of a number with its unit.
    fn draft_of(&self, extent: &Extent<'_>, index: usize) -> Option<Draft> {
        let (first, last) = match &extent.second {
            Some((_, second)) => (&Self::shared(&extent.first, second), second),
            None => (&extent.first, &extent.first),
        };
        let mut draft = Draft::new(ClaimKind::Count, first.span.cover(last.span), Values::One(first.amount()));
        if extent.second.is_some() {
            draft.values = Values::Two(first.amount(), Self::with_unit_of(*last, first).amount());
        }
        draft.vague = first.number.style == Style::Vague;
        draft.soft = first.number.style == Style::Pair && self.vaguely(first);
        match first.unit {
            Some(unit) => {
                (draft.unit, draft.kind) = (Some(unit.code), unit.kind);
                self.measured(draft, last, index)
            }
            None if first.number.style == Style::Fraction => self.share(draft, index),
            None => self.counted(draft, last, index),
        }
    }

    fn with_unit_of<'m>(last: Term<'m>, first: &Term<'m>) -> Term<'m> {
        Term { unit: last.unit.or(first.unit), ..last }
    }

    /// `a couple`, but not `a pair`
    fn vaguely(&self, term: &Term<'_>) -> bool {
        term.number.span.of(self.text).to_ascii_lowercase().contains("couple")
    }

    /// The qualifier before the number, or before the word `age` in front of it: `above age 6`.
    pub(super) fn bound_before(&self, index: usize, kind: ClaimKind) -> Option<Found> {
        self.memo.bound(kind).answer((index, kind), || {
            let aged = index.checked_sub(1).filter(|age| self.has_role(*age, Role::AGE));
            self.qualifier_before(index, kind).or_else(|| self.qualifier_before(aged?, kind))
        })
    }

    /// The token at which the number with its qualifier starts.
    pub(super) fn first_index(&self, index: usize, kind: ClaimKind) -> usize {
        let start = self.start_of(index);
        let index = self.token_from(start);
        self.bound_before(index, kind).map_or(index, |found| self.token_from(found.span.start))
    }

    /// The claim with its bound.
    fn claim<'t>(&self, text: &'t str, mut draft: Draft, before: &[NumericClaim<'t>]) -> NumericClaim<'t> {
        let start = self.token_from(draft.number.start);
        if self.tokens.get(start).is_some_and(|token| token.is(Class::AS)) {
            let value = before.last().and_then(|claim| claim.quantity.value()).unwrap_or_default();
            draft.values = Values::One(Amount::of(value as u64));
        }
        let qualifier = self
            .bound_before(start, draft.kind)
            .or_else(|| self.qualifier_after(draft.number.end, draft.kind))
            .or_else(|| self.qualifier_inside(&draft));
        let converted = self.converted(start, text, before);
        let qualifier = qualifier.or_else(|| converted.and_then(bound_of));
        let fragment = |span: Span| Fragment::new(text, span);
        NumericClaim {
            kind: draft.kind,
            number: fragment(draft.number),
            quantity: quantity(&draft, qualifier),
            qualifier: qualifier.map(|found| fragment(found.span)),
            unit: draft.per.map(|per| Unit::new(per.of(self.text).to_owned())).or(draft.unit.map(Unit::new)),
            object: draft.object.map(fragment).or_else(|| converted?.object.clone()),
        }
    }

    /// The qualifier between number and unit: `two or more years`.
    fn qualifier_inside(&self, draft: &Draft) -> Option<Found> {
        let number = self
            .number(draft.number.start, Joins::And, false)
            .filter(|_| draft.unit.is_some() || draft.per.is_some())?;
        self.qualifier_after(number.span.end, draft.kind).filter(|found| draft.number.contains(found.span))
    }

    /// The claim that a measure in brackets converts: `about 60 kilometers (35 miles)`. Its bound and object hold for both.
    fn converted<'c, 't>(
        &self,
        start: usize,
        text: &str,
        before: &'c [NumericClaim<'t>],
    ) -> Option<&'c NumericClaim<'t>> {
        let bracket = self.before(start).filter(|token| token.sign(b'('))?;
        let last = before.last().filter(|last| last.unit.is_some())?;
        let between = text.get(last.number.span.end..bracket.span().start)?;
        between.trim().is_empty().then_some(last)
    }
}

/// The qualifier of a claim, as the one of its conversion.
fn bound_of(claim: &NumericClaim<'_>) -> Option<Found> {
    let bound = match claim.quantity {
        Quantity::Approx { .. } => Bound::Approx,
        Quantity::AtLeast { .. } => Bound::AtLeast,
        Quantity::AtMost { .. } => Bound::AtMost,
        _ => return None,
    };
    Some(Found { span: claim.qualifier.as_ref()?.span, bound })
}

fn quantity(draft: &Draft, qualifier: Option<Found>) -> Quantity {
    let value = match draft.values {
        Values::One(value) => value.value(),
        // Units may turn the ends round (`10p-1`): the smaller one is the low end all the same.
        Values::Two(one, other) => {
            let (one, other) = (one.value(), other.value());
            return Quantity::Range { low: one.min(other), high: one.max(other) };
        }
    };
    match qualifier.map(|found| found.bound) {
        Some(Bound::AtLeast) => Quantity::AtLeast { value },
        Some(Bound::AtMost) => Quantity::AtMost { value },
        Some(Bound::Approx) => Quantity::Approx { value },
        _ if draft.vague => Quantity::AtLeast { value },
        _ if draft.soft => Quantity::Approx { value },
        _ => Quantity::Exact { value },
    }
}
