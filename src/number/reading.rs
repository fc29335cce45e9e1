//! From a number in a line to a claim: which kind, how surely, of what.

use super::amount::Amount;
use super::cardinal::Style;
use super::extent::{Extent, Link, Term};
use super::line::Line;
use super::object::Grammatical;
use super::qualifier::Found;
use super::words::{Bound, Cardinal, Role};
use super::{Draft, Values};
use crate::claim::{ClaimKind, NumericClaim, Quantity, Unit};
use crate::lexicon::Class;
use crate::span::{Fragment, Span};
use crate::token::{Kind, Token};

/// How far, in tokens, `as many` looks back for its number.
const LONGEST_SENTENCE: usize = 80;

impl<'a> Line<'a> {
    /// Appends the claims of the line, in text order.
    pub(super) fn read<'t>(&self, text: &'t str, claims: &mut Vec<NumericClaim<'t>>) {
        let first = claims.len();
        let mut index = 0;
        while let Some(token) = self.token(index) {
            let passed = if self.may_start(token) { self.pass(index, text, first, claims) } else { None };
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
                claims.push(self.claim(text, draft, before));
            }
        }
        claims.get(first..)?.last().map(|last| last.number.span.end)
    }

    /// Whether the last claim stands in the sentence of the token at `index`.
    fn same_sentence(&self, index: usize, claims: &[NumericClaim<'_>]) -> bool {
        let last = claims.last().map(|last| self.token_from(last.number.span.end));
        let near = |last: &usize| *last <= index && index - last < LONGEST_SENTENCE;
        last.filter(near).is_some_and(|last| !self.tokens[last..index].iter().any(Token::terminal))
    }

    /// A glance: whether a number may start with the token.
    fn may_start(&self, token: &Token) -> bool {
        match token.kind {
            Kind::Number | Kind::Symbol | Kind::Sign(b'$') => true,
            Kind::Word if token.is(Class::NUMBER) => {
                token.span.len() > 2 || !token.is(Class::DETERMINER) || self.article_counts(token)
            }
            Kind::Word => token.word.unknown() && self.hyphened_number(token) || token.is(Class::AS),
            _ => false,
        }
    }

    /// Whether a number may follow the article: `a dozen`, `a third`, `a decade`, `a year and a half`.
    fn article_counts(&self, token: &Token) -> bool {
        let next = self.word(token.span.end).map(|(_, entry)| entry);
        next.is_some_and(|next| {
            next.cardinal.is_some() || next.denominator.is_some() || !self.words.measures_of(next).is_empty()
        })
    }

    /// `five-mile`, `tenfold`
    fn hyphened_number(&self, token: &Token) -> bool {
        let written = self.written(token);
        let Some(hyphen) = written.find(super::piece::is_hyphen) else { return written.ends_with("fold") };
        let entry = self.words.entry(&written[..hyphen]);
        entry.cardinal.is_some_and(|(role, _)| !matches!(role, Cardinal::Article | Cardinal::Pair | Cardinal::Letter))
            || entry.ordinal.is_some()
    }

    /// The one or two claims that start with the token at `index`.
    fn drafts(&self, index: usize) -> [Option<Draft<'a>>; 2] {
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
                let first = self.draft_of(Extent { first, second: None }, index);
                let second_index = self.token_from(second.span.start);
                let second = self.draft_of(Extent { first: second, second: None }, second_index);
                let object = second.as_ref().and_then(|second| second.object);
                let object = object.or(first.as_ref().and_then(|first| first.object));
                [first, second].map(|draft| draft.map(|draft| Draft { object, ..draft }))
            }
            _ => [self.draft_of(extent, index).map(|draft| self.signed(draft, index)), None],
        }
    }

    /// Where the number of the token at `index` starts: a country before the sign (`US$`) belongs to it.
    fn start_of(&self, index: usize) -> usize {
        let token = &self.tokens[index];
        let before = self.before(index).filter(|before| token.sign(b'$') && !token.spaced && before.kind == Kind::Word);
        match before {
            Some(before) if self.measure(before.span.start, &[super::words::Place::Before]).is_some() => {
                before.span.start
            }
            _ => token.span.start,
        }
    }

    /// The draft with the minus sign that stands before it: `−5 degrees`, `minus 5 degrees`.
    fn signed(&self, draft: Draft<'a>, index: usize) -> Draft<'a> {
        let (Some(before), Values::One(value)) = (self.before(index), draft.values) else { return draft };
        let touches = !self.tokens[index].spaced && before.spaced;
        let sign = touches && (before.sign(b'-') || (before.kind == Kind::Dash && self.written(before) == "−"));
        let minus = self.word_before(index, "minus") && !self.word_before(index - 1, "or");
        if !sign && !minus {
            return draft;
        }
        let number = before.span.cover(draft.number);
        Draft { number, values: Values::One(value.negated()), ..draft }
    }

    /// `about as many vehicles`: the value of the claim before.
    fn as_many(&self, index: usize) -> Option<Draft<'a>> {
        let many = self.token(index + 1).filter(|_| self.is_word(index + 1, "many"))?;
        let compared = (index + 2..index + 16).any(|at| self.is_word(at, "as"));
        let object = self.noun_phrase(index + 2, Grammatical::Plural).filter(|_| !compared)?;
        let times = index > 0 && (self.is_word(index - 1, "times") || self.class_before(index, Class::NUMBER));
        let span = self.token(index)?.span.cover(many.span);
        let draft = Draft { object: Some(object), ..Draft::new(ClaimKind::Count, span, Values::One(Amount::of(0))) };
        (!times).then_some(draft)
    }

    /// The claim of a number with its unit.
    fn draft_of(&self, extent: Extent<'a>, index: usize) -> Option<Draft<'a>> {
        let (first, last) = match extent.second {
            Some((_, second)) => (Self::shared(&extent.first, &second), second),
            None => (extent.first, extent.first),
        };
        let mut draft = Draft::new(ClaimKind::Count, first.span.cover(last.span), Values::One(first.amount()));
        if extent.second.is_some() {
            let last = Self::with_unit_of(last, &first);
            draft.values = Values::Two(first.amount(), last.amount());
        }
        draft.vague = first.number.style == Style::Vague;
        draft.soft = first.number.style == Style::Pair && self.vaguely(&first);
        match first.unit {
            Some(unit) => {
                (draft.unit, draft.kind) = (Some(unit.code), unit.kind);
                self.measured(draft, &last, index)
            }
            None if first.number.style == Style::Fraction => self.share(draft, index),
            None => self.counted(draft, &last, index),
        }
    }

    fn with_unit_of(last: Term<'a>, first: &Term<'a>) -> Term<'a> {
        Term { unit: last.unit.or(first.unit), ..last }
    }

    /// `a couple`, but not `a pair`
    fn vaguely(&self, term: &Term<'_>) -> bool {
        term.number.span.of(self.text).to_ascii_lowercase().contains("couple")
    }

    /// A number with a unit: money, percent, measure, duration, age, rate.
    fn measured(&self, mut draft: Draft<'a>, last: &Term<'a>, index: usize) -> Option<Draft<'a>> {
        if draft.kind == ClaimKind::Duration {
            return self.duration(draft, last, index);
        }
        let next = self.token_from(draft.number.end);
        if let Some((end, _)) = self.per(draft.number.end).filter(|_| draft.kind != ClaimKind::Percent) {
            draft.number.end = end;
            draft.kind = ClaimKind::Rate;
            draft.object =
                self.noun_phrase(self.token_from(end), Grammatical::Singular).filter(|_| self.attributive(end));
            draft.object = draft.object.or_else(|| self.measured_before(self.first_index(index, draft.kind)));
            return Some(draft);
        }
        if self.is_word(next, "every") {
            draft.kind = ClaimKind::Rate;
        }
        draft.object = self.measured_object(&draft, next, index);
        Some(draft)
    }

    /// Whether a hyphen joined the rate, so that a noun follows: `$12-an-hour workers`.
    fn attributive(&self, end: usize) -> bool {
        self.token_from(end) > 0
            && self
                .before(self.token_from(end))
                .is_some_and(|token| token.span.end == end && self.written(token).contains('-'))
    }

    fn measured_object(&self, draft: &Draft<'a>, next: usize, index: usize) -> Option<Span> {
        let token = self.token(next);
        let of = token.is_some_and(|token| token.is(Class::OF));
        let attributive = matches!(draft.kind, ClaimKind::Money | ClaimKind::Percent)
            && !draft.number.of(self.text).ends_with('s')
            || draft.number.of(self.text).contains('-');
        if !of && !attributive {
            return self.measured_before(self.first_index(index, draft.kind));
        }
        let named = token.is_some_and(|token| {
            token.kind == Kind::Word && token.case == crate::token::Case::Capital && token.word.unknown()
        });
        let after = if of || !named { self.noun_phrase(next, Grammatical::Plural) } else { None };
        let determined = token.is_some_and(|token| token.is(Class::DETERMINER | Class::POSSESSIVE | Class::SUBJECT));
        if let Some(after) = after.filter(|_| of || !determined) {
            return Some(after);
        }
        if let Some(in_kind) = self.paid_in(draft, next) {
            return Some(in_kind);
        }
        self.measured_before(self.first_index(index, draft.kind))
    }

    /// `£3bn in lost reserves`: a noun without article after `in`.
    fn paid_in(&self, draft: &Draft<'a>, next: usize) -> Option<Span> {
        let noun = self.token(next + 1).filter(|_| self.is_word(next, "in") && draft.kind == ClaimKind::Money)?;
        let plain =
            noun.kind == Kind::Word && !noun.capital() && !self.function(noun) && !noun.is(Class::TIME | Class::NUMBER);
        plain.then(|| self.noun_phrase(next + 1, Grammatical::Plural)).flatten()
    }

    /// The qualifier before the number, or before the word `age` in front of it: `above age 6`.
    fn bound_before(&self, index: usize, kind: ClaimKind) -> Option<Found> {
        let aged = index.checked_sub(1).filter(|age| self.has_role(*age, Role::AGE));
        self.qualifier_before(index, kind).or_else(|| self.qualifier_before(aged?, kind))
    }

    /// The token at which the number with its qualifier starts.
    fn first_index(&self, index: usize, kind: ClaimKind) -> usize {
        let start = self.start_of(index);
        let index = self.token_from(start);
        self.bound_before(index, kind).map_or(index, |found| self.token_from(found.span.start))
    }

    fn duration(&self, mut draft: Draft<'a>, last: &Term<'a>, index: usize) -> Option<Draft<'a>> {
        let end = draft.number.end;
        let old = self.word(end).filter(|(_, entry)| entry.is(Role::OLD));
        let of_age = self.literal(end, "of").and_then(|of| self.literal(of, "age"));
        if old.is_some() || of_age.is_some() || self.role_before(index, Role::AGE) {
            draft.kind = ClaimKind::Age;
            if let Some((piece, _)) = old.filter(|_| self.past_hyphen(end) > end) {
                draft.number.end = piece.span.end;
                draft.object = self.person_after(draft.number.end);
            } else {
                draft.object = self.clause_subject_of_age(index);
            }
            return Some(draft);
        }
        if Self::is_one(&draft) && !self.one_counts(index, &draft) {
            return None;
        }
        if last.hyphened {
            let next = self.token_from(draft.number.end);
            draft.object = self.noun_phrase(next, Grammatical::Singular);
        }
        Some(draft)
    }

    fn person_after(&self, end: usize) -> Option<Span> {
        let next = self.token_from(end);
        let direct = self
            .token(next)
            .is_some_and(|token| token.spaced && token.kind == Kind::Word && !token.is(Class::DETERMINER));
        direct.then(|| self.noun_phrase(next, Grammatical::Singular)).flatten()
    }

    /// Whose age `20 years old` tells: the phrase before the verb.
    fn clause_subject_of_age(&self, index: usize) -> Option<Span> {
        let first = self.first_index(index, ClaimKind::Age);
        let first = if self.role_before(first, Role::AGE) { first - 1 } else { first };
        let verb = self.class_before(first, Class::AUXILIARY);
        if verb { self.measured_before(first) } else { self.bearer_before(first) }
    }

    fn is_one(draft: &Draft<'_>) -> bool {
        draft.values == Values::One(Amount::ONE)
    }

    /// Whether a written `one` is a number: `only one`, `one more second`, `the one sign`; not `one day`, `one of them`.
    fn one_counts(&self, index: usize, draft: &Draft<'_>) -> bool {
        let token = &self.tokens[index];
        if token.kind == Kind::Number || !self.is_spelled_one(token) {
            return true;
        }
        let pronoun = index >= 2 && self.is_word(index - 1, "only") && self.is_word(index - 2, "the");
        if pronoun {
            return false;
        }
        let cue = self.role_before(index, Role::ONE_CUE) || self.qualifier_before(index, draft.kind).is_some();
        if draft.kind != ClaimKind::Duration {
            let the = self.word_before(index, "the") && !self.class_before(index - 1, Class::PREPOSITION);
            return cue || the;
        }
        let interposed = self.word(token.span.end).is_some_and(|(_, entry)| entry.is(Role::INTERPOSED));
        let after = self.token(self.token_from(draft.number.end));
        let before_event = after.is_some_and(|token| token.is(Class::PREPOSITION) && token.is(Class::CONJUNCTION));
        let ago = after.is_some_and(|token| self.token_entry(token).is(Role::NOT_OBJECT));
        cue || interposed || before_event || ago || draft.number.of(self.text).contains('-')
    }

    fn is_spelled_one(&self, token: &Token) -> bool {
        let first = self.piece(token.span.start).map(|piece| piece.span.of(self.text));
        first.is_some_and(|first| first.eq_ignore_ascii_case("one"))
    }

    /// `two-thirds of voters`
    fn share(&self, mut draft: Draft<'a>, index: usize) -> Option<Draft<'a>> {
        draft.kind = ClaimKind::Ratio;
        let next = self.token_from(draft.number.end);
        let glued =
            self.runs_on(self.past_hyphen(draft.number.end)) && self.past_hyphen(draft.number.end) > draft.number.end;
        let ahead = self.token(next).is_some_and(|token| token.is(Class::OF | Class::DETERMINER | Class::POSSESSIVE));
        draft.object = ahead.then(|| self.noun_phrase(next, Grammatical::Plural)).flatten();
        draft.object = draft.object.or_else(|| self.measured_before(self.first_index(index, draft.kind)));
        (!glued).then_some(draft)
    }

    /// A number without unit: a count, an age in apposition, a rate, or nothing.
    fn counted(&self, mut draft: Draft<'a>, last: &Term<'a>, index: usize) -> Option<Draft<'a>> {
        let end = draft.number.end;
        if let Some(age) = self.age(&draft, index) {
            return Some(age);
        }
        if last.hyphened {
            return self.hyphened(draft, end);
        }
        if self.runs_on(end) || (last.number.style == Style::Digits && self.glued(end)) {
            return None;
        }
        let after = self.qualifier_after(end, draft.kind).map_or(end, |found| found.span.end);
        let next = self.token_from(after);
        let grammatical = if Self::is_one(&draft) { Grammatical::Singular } else { Grammatical::Plural };
        let of = self.token(next).is_some_and(|token| token.is(Class::OF));
        let vaguely = draft.vague && !of && !self.counted_ahead(next);
        draft.object = self.noun_phrase(next, grammatical).filter(|_| !vaguely && !self.clause_follows(index, next));
        if Self::is_one(&draft)
            && (draft.object.is_none() || !self.one_counts(index, &draft))
            && self.is_spelled_one(&self.tokens[index])
        {
            return None;
        }
        if draft.values == Values::One(Amount::of(0)) && !self.counted_ahead(next) {
            return None;
        }
        if draft.vague && draft.object.is_none() && self.role_before(self.first_index(index, draft.kind), Role::EARN) {
            (draft.kind, draft.unit) = (ClaimKind::Money, Some("USD"));
            return Some(draft);
        }
        self.per_count(&mut draft);
        draft.object = draft.object.or_else(|| self.measured_before(self.first_index(index, draft.kind)));
        Some(draft)
    }

    /// Whether no counted noun follows, but a clause: `19 the inspector sent`, `the two squabbled`.
    fn clause_follows(&self, index: usize, next: usize) -> bool {
        let Some(token) = self.token(next) else { return false };
        let counted = ["more", "other", "such", "additional", "fewer"].iter().any(|word| self.is_word(next, word));
        let determined = token.is(Class::DETERMINER | Class::POSSESSIVE | Class::SUBJECT) && !counted;
        let verb = self.word_before(index, "the") && self.written(token).ends_with("ed") && !self.counted_ahead(next);
        determined || verb
    }

    /// Whether a sign that makes it a name or an identifier touches the number.
    fn glued(&self, end: usize) -> bool {
        matches!(self.char(end), Some('_' | '/' | '@' | '#' | '=' | '°'))
    }

    /// `11.1 assists per game`, `3,000 visits a year`
    fn per_count(&self, draft: &mut Draft<'a>) {
        let Some(object) = draft.object else { return };
        if self.literal(object.end, "every").is_some() || self.literal(object.end, "each").is_some() {
            return;
        }
        let Some((end, written)) = self.per(object.end) else { return };
        draft.kind = ClaimKind::Rate;
        if let Some(written) = written {
            draft.number.end = end;
            draft.unit = Some(written.of(self.text));
        }
    }

    /// `four-game`, `60,000-seater`; not `four-star`, `one-sided`.
    fn hyphened(&self, mut draft: Draft<'a>, end: usize) -> Option<Draft<'a>> {
        if let Some(found) = self.qualifier_after(end, draft.kind) {
            let next = self.token_from(found.span.end);
            draft.object = self.noun_phrase(next, Grammatical::Plural);
            return Some(draft);
        }
        let (piece, entry) = self.word(end)?;
        let small = Self::is_one(&draft) || entry.is(Role::HYPHEN_NAME) || entry.cardinal.is_some();
        let token = self.token(self.token_from(piece.span.start).saturating_sub(1))?;
        let small = small || self.function(token) && !token.word.unknown();
        draft.object = Some(piece.span);
        let participle = piece.span.of(self.text).ends_with("ed");
        (!small && !participle && piece.span.len() > 1).then_some(draft)
    }

    /// `Ann Lee, 43,`, `aged 6`, `Ann Lee (43)`
    fn age(&self, draft: &Draft<'a>, index: usize) -> Option<Draft<'a>> {
        let first = self.first_index(index, ClaimKind::Age);
        let years = |object| Draft { kind: ClaimKind::Age, unit: Some("year"), object, ..draft.clone() };
        if first >= 2 && self.class_before(first, Class::OF) && self.has_role(first - 2, Role::AGE) {
            return Some(years(None));
        }
        if self.role_before(first, Role::AGE) {
            let bearer =
                if self.before(first - 1).is_some_and(|token| token.sign(b',')) { first - 2 } else { first - 1 };
            return Some(years(self.bearer_before(bearer)));
        }
        let at_age = first >= 2 && self.word_before(first, "at") && self.has_role(first - 2, Role::DIES);
        let compared = first < index && self.has_role(first, Role::AGE);
        if (at_age || compared) && !self.counted_ahead(self.token_from(draft.number.end)) {
            return Some(years(None));
        }
        if self.said_to_be(first) && !draft.vague {
            return self.age_of_subject(draft, index, first);
        }
        if self.age_limit(first, index, draft) {
            return Some(years(self.token(first - 1).map(|token| token.span)));
        }
        let Values::One(value) = draft.values else { return None };
        let plausible =
            value.whole().is_some_and(|age| (1..=115).contains(&age)) && self.tokens[index].kind == Kind::Number;
        let open = self.before(index).filter(|before| before.sign(b',') || before.sign(b'('))?;
        let close = self.char(draft.number.end);
        let closed = if open.sign(b'(') { close == Some(')') } else { matches!(close, Some(',' | '.' | ';')) };
        let decimal = self.char(draft.number.end + 1).is_some_and(|ch| ch.is_ascii_digit());
        let bearer = self.bearer_before(index - 1).filter(|_| plausible && closed && !decimal)?;
        Some(years(Some(bearer)))
    }

    /// Whether the number at `index` bounds the age of the people before: `voters under 45`.
    fn age_limit(&self, first: usize, index: usize, draft: &Draft<'a>) -> bool {
        let side = first < index && self.tokens[first].is(Class::PREPOSITION);
        side && self.role_before(first, Role::AGED_GROUP) && !self.counted_ahead(self.token_from(draft.number.end))
    }

    /// Whether the number at `index` is what a person is: `She was 92.`
    fn said_to_be(&self, index: usize) -> bool {
        let person = index >= 2
            && self
                .token(index - 2)
                .is_some_and(|token| token.is(Class::SUBJECT) && token.is(Class::MASCULINE | Class::FEMININE));
        person && (self.class_before(index, Class::AUXILIARY) || self.word_before(index, "turned"))
    }

    fn age_of_subject(&self, draft: &Draft<'a>, index: usize, first: usize) -> Option<Draft<'a>> {
        let Values::One(value) = draft.values else { return None };
        let plausible =
            value.whole().is_some_and(|age| (1..=115).contains(&age)) && self.tokens[index].kind == Kind::Number;
        let after = self.token(self.token_from(draft.number.end));
        let alone = after
            .is_none_or(|token| !token.wordlike() || token.is(Class::CONJUNCTION | Class::PREPOSITION | Class::AND));
        let object = self.token(first - 2).map(|token| token.span);
        (plausible && alone).then(|| Draft { kind: ClaimKind::Age, unit: Some("year"), object, ..draft.clone() })
    }

    /// The claim with its bound.
    fn claim<'t>(&self, text: &'t str, mut draft: Draft<'a>, before: &[NumericClaim<'t>]) -> NumericClaim<'t> {
        let start = self.token_from(draft.number.start);
        if self.tokens.get(start).is_some_and(|token| token.is(Class::AS)) {
            let value = before.last().and_then(|claim| claim.quantity.value()).unwrap_or_default();
            draft.values = Values::One(Amount::of(value as u64));
        }
        let qualifier =
            self.bound_before(start, draft.kind).or_else(|| self.qualifier_after(draft.number.end, draft.kind));
        let converted = self.converted(start, text, before);
        let qualifier = qualifier.or_else(|| converted.and_then(bound_of));
        let fragment = |span: Span| Fragment::new(text, span);
        NumericClaim {
            kind: draft.kind,
            number: fragment(draft.number),
            quantity: quantity(&draft, qualifier),
            qualifier: qualifier.map(|found| fragment(found.span)),
            unit: draft.unit.map(|code| Unit::new(code.to_owned())),
            object: draft.object.map(fragment).or_else(|| converted?.object.clone()),
        }
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
        let between = text.get(last.number.span.end..bracket.span.start)?;
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

fn quantity(draft: &Draft<'_>, qualifier: Option<Found>) -> Quantity {
    let value = match draft.values {
        Values::One(value) => value.value(),
        Values::Two(low, high) => return Quantity::Range { low: low.value(), high: high.value() },
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
