//! Numbers without their units: in digits, spelled out, as fractions, and vague plurals.

use super::amount::Amount;
use super::line::Line;
use super::piece::{Form, Piece, fraction_glyph};
use super::words::{Cardinal, Role};
use crate::lexicon::Class;
use crate::span::Span;

/// A number as the text writes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    pub(super) span: Span,
    pub(super) amount: Amount,
    pub(super) style: Style,
    /// What the last words multiply by, to be shared with the number before it in a range: `3 to 5 million`.
    pub(super) scale: Option<Amount>,
}

impl Number {
    /// Whether it is a whole number in digits or words, so that it may be a part of something.
    pub(super) fn plain(&self) -> bool {
        matches!(self.style, Style::Digits | Style::Spelled) && self.amount.whole().is_some()
    }
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `1,200`
    Digits,
    /// `twelve hundred`
    Spelled,
    /// `dozens`, `several hundred`: the amount is the low end.
    Vague,
    /// `a couple`
    Pair,
    /// `two-thirds`, `half`
    Fraction,
}

/// What may stand between the words of one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joins {
    /// `one hundred and fifty`
    And,
    /// After `between`, `and` parts two numbers.
    Nothing,
}

impl Line<'_> {
    /// The number at byte `at`. `money` tells that a currency sign stands before it.
    #[inline(never)] // as `known_piece`
    pub(super) fn number(&self, at: usize, joins: Joins, money: bool) -> Option<Number> {
        self.memo.numbers[joins as usize].answer((at, money), || {
            if joins == Joins::Nothing {
                // Read with `and`, it is the same where it has none.
                let number = self.number(at, Joins::And, money);
                if number.is_some_and(|number| !self.has_and(number.span)) {
                    return number;
                }
            }
            self.read_number(at, joins, money)
        })
    }

    fn has_and(&self, span: Span) -> bool {
        span.of(self.text).as_bytes().windows(3).any(|letters| letters.eq_ignore_ascii_case(b"and"))
    }

    fn read_number(&self, at: usize, joins: Joins, money: bool) -> Option<Number> {
        let (piece, entry) = self.known_piece(at)?;
        match piece.form {
            Form::Digits => self.digits(piece, joins, money),
            Form::Letters => self.spelled(piece, entry.cardinal?, joins),
            Form::Sign(_) => None,
        }
    }

    fn digits(&self, piece: Piece, joins: Joins, money: bool) -> Option<Number> {
        let (mut amount, mut end) = self.digits_amount(piece)?;
        if joins == Joins::And {
            if let Some((part, after)) = self.and_fraction(end) {
                (amount, end) = (amount.plus(part)?, after);
            }
        }
        let glyph_only = piece.span.of(self.text).chars().next().is_some_and(|ch| fraction_glyph(ch).is_some());
        let slash = end > piece.span.end && self.char(piece.span.end) == Some('/');
        let mut scale = Amount::ONE;
        while let Some((factor, after)) = self.magnitude_after_digits(end, money) {
            (scale, end) = (scale.times(factor)?, after);
        }
        let style = if (glyph_only || slash) && scale == Amount::ONE { Style::Fraction } else { Style::Digits };
        let span = Span::new(piece.span.start, end);
        Some(Number { span, amount: amount.times(scale)?, style, scale: (scale != Amount::ONE).then_some(scale) })
    }

    /// `1,200`, `2½`, `2 1/2`, `3/4`
    fn digits_amount(&self, piece: Piece) -> Option<(Amount, usize)> {
        let written = piece.span.of(self.text);
        let glyph = written.chars().next_back().and_then(fraction_glyph);
        let whole = written.trim_end_matches(|ch| fraction_glyph(ch).is_some());
        let whole = if whole.is_empty() { Amount::of(0) } else { Amount::parse(whole)? };
        if let Some((numerator, divisor)) = glyph {
            return Some((whole.plus(Amount::fraction(numerator, divisor)?)?, piece.span.end));
        }
        if let Some((fraction, end)) = self.slash_fraction(piece) {
            return Some((fraction, end));
        }
        let next = self.piece(piece.span.end).filter(|next| next.form == Form::Digits);
        let mixed = next.and_then(|next| self.slash_fraction(next));
        match mixed {
            Some((fraction, end)) => Some((whole.plus(fraction)?, end)),
            None => Some((whole, piece.span.end)),
        }
    }

    /// `3/4`: a proper fraction with a usual divisor.
    fn slash_fraction(&self, piece: Piece) -> Option<(Amount, usize)> {
        let slash = piece.span.end;
        let divisor = (self.char(slash) == Some('/')).then(|| self.piece(slash + 1)).flatten()?;
        if divisor.form != Form::Digits || divisor.span.start != slash + 1 || self.char(divisor.span.end) == Some('/') {
            return None;
        }
        let numerator = Amount::parse(piece.span.of(self.text))?.whole()?;
        let by = Amount::parse(divisor.span.of(self.text))?.whole()?;
        let usual = matches!(by, 2..=6 | 8 | 10 | 16 | 32) && numerator < by && numerator > 0;
        usual.then(|| Amount::fraction(numerator, by as u32)).flatten().map(|amount| (amount, divisor.span.end))
    }

    fn magnitude_after_digits(&self, at: usize, money: bool) -> Option<(Amount, usize)> {
        let (piece, entry) = self.word(at)?;
        let (role, value) = entry.cardinal?;
        let counts = match role {
            Cardinal::Magnitude | Cardinal::Dozen | Cardinal::Hundred | Cardinal::Abbreviation => true,
            Cardinal::Letter => self.letter_is_magnitude(at, piece, money),
            _ => false,
        };
        (counts && !self.runs_on(piece.span.end)).then_some((Amount::of(value), piece.span.end))
    }

    /// `$35m`, `35m people`, `35m of its devices`, but `35m high`.
    fn letter_is_magnitude(&self, at: usize, piece: Piece, money: bool) -> bool {
        if money {
            return piece.span.start <= at + 1;
        }
        if piece.span.start != at || !matches!(self.char(at), Some('m' | 'k')) {
            return false;
        }
        let next = self.token_from(piece.span.end);
        if self.has_role(next, Role::DIMENSION) {
            return false;
        }
        self.is_word(next, "of") || self.counted_ahead(next)
    }

    fn spelled(&self, piece: Piece, (role, value): (Cardinal, u64), joins: Joins) -> Option<Number> {
        let (from, end) = (piece.span.start, piece.span.end);
        match role {
            Cardinal::Zero => Some(self.simple(piece.span, Amount::of(0), Style::Spelled)),
            Cardinal::Vague => self.vague(piece, value),
            Cardinal::VagueOf if self.literal(end, "of").is_some() => self.vague(piece, value),
            Cardinal::VagueModifier => self.several(from, end),
            Cardinal::Half => self.half(from, end),
            Cardinal::Article => self.after_article(from, end, joins),
            Cardinal::Digit | Cardinal::Teen | Cardinal::Tens => {
                self.fraction(from, from).or_else(|| self.cardinal(from, None, joins))
            }
            Cardinal::Hundred | Cardinal::Magnitude | Cardinal::Dozen => {
                let determined = self.class_before(self.token_from(from), Class::DETERMINER | Class::POSSESSIVE);
                determined.then(|| self.cardinal(from, Some(from), joins)).flatten()
            }
            Cardinal::Pair if value == 2 => self.pair(from, end, value),
            _ => None,
        }
    }

    fn simple(&self, span: Span, amount: Amount, style: Style) -> Number {
        Number { span, amount, style, scale: None }
    }

    /// `dozens`, `tens of thousands`
    fn vague(&self, piece: Piece, low: u64) -> Option<Number> {
        let (mut amount, mut span) = (Amount::of(low), piece.span);
        let connector = self.literal(span.end, "of").or_else(|| self.literal(span.end, "upon"));
        let second = connector.and_then(|of| self.word(of)).and_then(|(next, entry)| Some((next, entry.cardinal?)));
        match second {
            Some((next, (Cardinal::Vague, value))) if value > low => {
                (amount, span.end) = (amount.times(Amount::of(value / 2))?, next.span.end);
            }
            Some((next, (Cardinal::Vague, value))) if value == low => span.end = next.span.end,
            _ if low == 20 && self.is_tens(piece) => return None,
            _ => {}
        }
        Some(self.simple(span, amount, Style::Vague))
    }

    fn is_tens(&self, piece: Piece) -> bool {
        piece.span.of(self.text).eq_ignore_ascii_case("tens")
    }

    /// `several dozen`, `a few hundred`, `a couple of thousand`
    fn several(&self, from: usize, at: usize) -> Option<Number> {
        let at = self.literal(at, "of").unwrap_or(at);
        let (piece, entry) = self.word(at)?;
        let (low, end) = match entry.cardinal? {
            (Cardinal::Dozen, _) => (20, piece.span.end),
            (Cardinal::Hundred, _) => match self.word(piece.span.end).map(|(next, entry)| (next, entry.cardinal)) {
                Some((next, Some((Cardinal::Magnitude, value)))) => (value.checked_mul(200)?, next.span.end),
                _ => (200, piece.span.end),
            },
            (Cardinal::Magnitude, value) => (value.checked_mul(2)?, piece.span.end),
            (Cardinal::Vague, value) => (value, piece.span.end),
            _ => return None,
        };
        Some(self.simple(Span::new(from, end), Amount::of(low), Style::Vague))
    }

    /// What follows `a` or `an`: `a hundred`, `a dozen`, `a third of`, `a couple`, `a few thousand`.
    fn after_article(&self, from: usize, at: usize, joins: Joins) -> Option<Number> {
        let (piece, entry) = self.word(at)?;
        if piece.span.start != at + 1 {
            return None;
        }
        if entry.denominator.is_some() {
            return self.fraction(from, at);
        }
        match entry.cardinal? {
            (Cardinal::Hundred | Cardinal::Magnitude | Cardinal::Dozen, _) => {
                self.cardinal(from, Some(piece.span.start), joins)
            }
            (Cardinal::Pair, value) => self.pair(from, piece.span.end, value),
            (Cardinal::VagueModifier, _) => self.several(from, piece.span.end),
            (Cardinal::Half, _) => self.half(from, piece.span.end),
            _ => None,
        }
    }

    /// `a couple`, `a pair of`, `a couple of hundred`
    fn pair(&self, from: usize, end: usize, value: u64) -> Option<Number> {
        if let Some(number) = self.several(from, end).filter(|_| value == 2) {
            return Some(number);
        }
        let of = self.literal(end, "of").is_some();
        let of_or_more = of || self.literal(end, "more").is_some();
        let article = self.text[from..].starts_with(['a', 'A']) && from + 1 < end;
        (of_or_more && (article || !of)).then(|| self.simple(Span::new(from, end), Amount::of(value), Style::Pair))
    }

    /// A number in words. `bare` is where it starts without a digit: the `hundred` of `a hundred`.
    fn cardinal(&self, from: usize, bare: Option<usize>, joins: Joins) -> Option<Number> {
        let (mut total, mut ceiling, mut end) = (Amount::of(0), Amount::of(u64::MAX), from);
        let mut group = match bare {
            Some(at) => self.hundreds(1, at, joins),
            None => self.group(from, joins),
        };
        let mut scale = None;
        while let Some((value, group_end)) = group {
            let (part, after, multiplier) = self.multiplied(value, group_end, joins)?;
            if !part.less_than(ceiling) {
                break;
            }
            (total, end, scale) = (total.plus(part)?, after, multiplier);
            let Some(multiplier) = multiplier else { break };
            ceiling = multiplier;
            let and = self.literal(end, "and").filter(|_| joins == Joins::And);
            group = self.group(and.unwrap_or(end), joins);
        }
        (end > from).then(|| Number { scale, ..self.simple(Span::new(from, end), total, Style::Spelled) })
    }

    /// A group below a thousand with its fraction and magnitudes: `two and a half` `million`.
    fn multiplied(&self, value: u64, at: usize, joins: Joins) -> Option<(Amount, usize, Option<Amount>)> {
        let (mut amount, mut end) = (Amount::of(value), at);
        if let Some((part, after)) = self.and_fraction(end).filter(|_| joins == Joins::And) {
            (amount, end) = (amount.plus(part)?, after);
        }
        let mut scale = Amount::ONE;
        while let Some((Cardinal::Magnitude | Cardinal::Dozen | Cardinal::Hundred, factor, after)) =
            self.cardinal_word(end)
        {
            (scale, end) = (scale.times(Amount::of(factor))?, after);
        }
        let multiplier = (scale != Amount::ONE).then_some(scale);
        if let Some((part, after)) = self.and_fraction(end).filter(|_| multiplier.is_some() && joins == Joins::And) {
            (amount, end) = (amount.plus(part)?, after);
        }
        Some((amount.times(scale)?, end, multiplier))
    }

    fn cardinal_word(&self, at: usize) -> Option<(Cardinal, u64, usize)> {
        let (piece, entry) = self.word(at)?;
        let (role, value) = entry.cardinal?;
        Some((role, value, piece.span.end))
    }

    /// A number below a thousand: `two hundred and six`.
    fn group(&self, at: usize, joins: Joins) -> Option<(u64, usize)> {
        let (value, end) = self.below_hundred(at)?;
        match self.cardinal_word(end) {
            Some((Cardinal::Hundred, ..)) => self.hundreds(value, end, joins),
            _ => Some((value, end)),
        }
    }

    /// What stands after the number of hundreds, from the word `hundred`; where `at` has another magnitude, nothing.
    fn hundreds(&self, count: u64, at: usize, joins: Joins) -> Option<(u64, usize)> {
        let Some((Cardinal::Hundred, _, end)) = self.cardinal_word(at) else { return Some((count, at)) };
        let value = count * 100;
        let and = self.literal(end, "and").filter(|_| joins == Joins::And);
        let rest = self.below_hundred(and.unwrap_or(end));
        match rest {
            Some((low, after)) if !matches!(self.cardinal_word(after), Some((Cardinal::Hundred, ..))) => {
                Some((value + low, after))
            }
            _ => Some((value, end)),
        }
    }

    fn below_hundred(&self, at: usize) -> Option<(u64, usize)> {
        match self.cardinal_word(at)? {
            (Cardinal::Digit | Cardinal::Teen, value, end) => Some((value, end)),
            (Cardinal::Tens, value, end) => match self.cardinal_word(end) {
                Some((Cardinal::Digit, digit, after)) => Some((value + digit, after)),
                _ => Some((value, end)),
            },
            _ => None,
        }
    }

    /// `and a half`, `and three-quarters`
    pub(super) fn and_fraction(&self, at: usize) -> Option<(Amount, usize)> {
        let and = self.literal(at, "and")?;
        let (role, count, after) = self.cardinal_word(and)?;
        let (piece, entry) = self.word(after)?;
        let hyphened = self.past_hyphen(after) > after; // `three-quarter hours`
        let divisor = match (role, entry.cardinal, entry.denominator) {
            (Cardinal::Article | Cardinal::Digit, Some((Cardinal::Half, _)), _) if count == 1 => 2,
            (Cardinal::Article | Cardinal::Digit, _, Some((divisor, plural))) if plural == (count > 1) || hyphened => {
                divisor
            }
            _ => return None,
        };
        (divisor <= 4).then(|| Amount::fraction(count, divisor)).flatten().map(|part| (part, piece.span.end))
    }

    /// `two-thirds`, `a quarter of`, `three quarters of a million`; the numerator starts at `at` or is the article before.
    fn fraction(&self, from: usize, at: usize) -> Option<Number> {
        let (count, after) = if at == from { self.below_hundred(from)? } else { (1, at) };
        let (piece, entry) = self.word(after)?;
        let (divisor, plural) = entry.denominator?;
        if plural != (count > 1) || self.runs_on(piece.span.end) {
            return None;
        }
        let end = piece.span.end;
        let of = self.literal(end, "of");
        let hyphened = piece.span.start == after + 1 && self.char(after) != Some(' ');
        let more = || ["the", "more", "less", "fewer"].iter().any(|word| self.literal(end, word).is_some());
        if !(plural || of.is_some() || hyphened || more()) {
            return None;
        }
        let amount = Amount::fraction(count, divisor)?;
        if let Some((scale, end)) = of.and_then(|of| self.article_magnitude(of)) {
            return Some(self.simple(Span::new(from, end), amount.times(scale)?, Style::Spelled));
        }
        Some(self.simple(Span::new(from, end), amount, Style::Fraction))
    }

    /// `a million`, `an hundred`, or the magnitude alone
    fn article_magnitude(&self, at: usize) -> Option<(Amount, usize)> {
        let at = match self.cardinal_word(at)? {
            (Cardinal::Article, _, end) => end,
            _ => at,
        };
        match self.cardinal_word(at)? {
            (Cardinal::Magnitude | Cardinal::Dozen | Cardinal::Hundred, value, end) => Some((Amount::of(value), end)),
            _ => None,
        }
    }

    /// `half a million`, `half an hour`, `half of the houses`; not `the first half`.
    fn half(&self, from: usize, end: usize) -> Option<Number> {
        let half = Amount::fraction(1, 2)?;
        if let Some((scale, end)) = self.article_magnitude(end) {
            return Some(self.simple(Span::new(from, end), half.times(scale)?, Style::Spelled));
        }
        let index = self.token_from(from);
        if self.before(index).is_some_and(|token| self.token_entry(token).ordinal.is_some()) || self.one_half(index) {
            return None;
        }
        if let Some(article) = self.half_unit(end) {
            return Some(self.simple(Span::new(from, article), half, Style::Spelled));
        }
        let next = self.token(self.token_from(end)).filter(|_| !self.runs_on(self.past_hyphen(end)));
        let whole = next.is_some_and(|token| token.is(Class::OF | Class::DETERMINER | Class::POSSESSIVE));
        (whole || self.qualified(index)).then(|| self.simple(Span::new(from, end), half, Style::Fraction))
    }

    /// Whether an adjective tells which half: `the northern half of`.
    fn one_half(&self, index: usize) -> bool {
        let Some(before) = self.before(index).filter(|_| !self.qualified(index)) else { return false };
        let adjective = before.kind == crate::token::Kind::Word
            && !self.function(before)
            && !before.is(Class::VERB | Class::ADVERB);
        adjective && self.class_before(index - 1, Class::DETERMINER | Class::POSSESSIVE)
    }

    /// The byte before the unit of `half an hour`, `half-mile`.
    fn half_unit(&self, at: usize) -> Option<usize> {
        let (unit_at, after) = match self.cardinal_word(at) {
            Some((Cardinal::Article, _, end)) => (end, end),
            _ if self.past_hyphen(at) > at => (self.past_hyphen(at), at),
            _ => return None,
        };
        let (measure, _) = self.measure(unit_at, &[super::words::Place::Word])?;
        (!measure.plural).then_some(after)
    }
}
