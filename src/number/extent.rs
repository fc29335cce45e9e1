//! Numbers with their units, ranges of them, and what they are per.

use super::amount::Amount;
use super::cardinal::{Joins, Number, Style};
use super::line::Line;
use super::piece::{Form, is_hyphen};
use super::words::{Cardinal, Measure, Place, Role};
use crate::claim::ClaimKind;
use crate::lexicon::Class;
use crate::span::Span;

/// A number with its unit: `$1.2 billion`, `four straight years`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Term<'a> {
    pub(super) span: Span,
    pub(super) number: Number,
    pub(super) unit: Option<&'a Measure>,
    /// Whether a hyphen joins the unit, or the noun that follows: `five-mile`, `four-game`.
    pub(super) hyphened: bool,
}

/// One term, or two that bound a range or that something goes from and to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Extent<'a> {
    pub(super) first: Term<'a>,
    pub(super) second: Option<(Link, Term<'a>)>,
}

/// What joins two terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// `7 to 8 percent`
    Range,
    /// `from 52% to 34%`
    Change,
}

impl Term<'_> {
    /// Whether it has digits only, to be read with the unit of what follows.
    fn bare(&self) -> bool {
        self.unit.is_none() && self.number.style == Style::Digits && self.number.scale.is_none()
    }

    /// The value in the unit of the code.
    pub(super) fn amount(&self) -> Amount {
        let scale = self.unit.map_or(Amount::ONE, |unit| unit.scale);
        self.number.amount.times(scale).unwrap_or(self.number.amount)
    }
}

impl<'a> Line<'a> {
    /// What stands from byte `at`, the start of the token at `index`.
    pub(super) fn extent(&self, at: usize, index: usize) -> Option<Extent<'a>> {
        let between = self.word_before(index, "between");
        let joins = if between { Joins::Nothing } else { Joins::And };
        let first = self.term(at, joins)?;
        let second = self.second(&first, index, between);
        Some(Extent { first, second })
    }

    fn second(&self, first: &Term<'a>, index: usize, between: bool) -> Option<(Link, Term<'a>)> {
        let ends = matches!(first.number.style, Style::Vague | Style::Pair);
        let (at, to) = self.connector(first, between).filter(|_| !ends)?;
        let mut second = self.term(at, Joins::And)?;
        if let Some(further) =
            self.dashed(&second).filter(|further| second.number.amount.less_than(further.number.amount))
        {
            second = further;
        }
        let from = to && self.word_before(index, "from");
        let listed = !between
            && self.shares_unit(first, first.span.end)
            && !self.ages_follow(self.past_suspended(first.span.end));
        let from = from || listed;
        let one_range = index >= 2 && self.has_role(index - 2, Role::OF_RANGE);
        let link = if from && !one_range { Link::Change } else { Link::Range };
        let polled = to && first.bare() && second.unit.is_some_and(|unit| unit.kind == ClaimKind::Percent);
        let link = if polled && !first.number.amount.less_than(second.number.amount) { Link::Change } else { link };
        let second = self.fitting(first, second, link)?;
        Some((link, second))
    }

    /// The byte after what links two numbers, and whether that is `to`.
    fn connector(&self, first: &Term<'_>, between: bool) -> Option<(usize, bool)> {
        let end = first.span.end;
        if !self.may_begin(end, b"toa") {
            return None; // as behind most numbers: no dash, `to`, `or`, `and`
        }
        if let Some(dash) = self.char(end).filter(|ch| is_hyphen(*ch) || matches!(ch, '–' | '—')) {
            let at = end + dash.len_utf8();
            if self.piece(at).is_some_and(|piece| piece.span.start == at) && self.literal(end, "to").is_none() {
                return Some((at, false));
            }
        }
        if let Some(at) = self.literal(self.past_suspended(end), "to") {
            return Some((at, true));
        }
        let end = self.past_suspended(end);
        let or = self.literal(end, "or");
        let and = self.literal(end, "and").filter(|_| between || self.ages_follow(end) || self.shares_unit(first, end));
        or.or(and).map(|at| (at, false))
    }

    /// The byte after a hyphen that waits for its noun: `five- and six-year-olds`.
    fn past_suspended(&self, end: usize) -> usize {
        let hyphen = self.char(end).filter(|ch| is_hyphen(*ch)).map_or(0, char::len_utf8);
        if self.char(end + hyphen) == Some(' ') { end + hyphen } else { end }
    }

    /// `a decade`, `a year and a half`: an article that counts its unit.
    fn article_of_unit(&self, at: usize) -> Option<Number> {
        let (article, entry) = self.word(at)?;
        let end = article.span.end;
        let (measure, unit) =
            self.measure(end, &[Place::Word]).filter(|_| matches!(entry.cardinal, Some((Cardinal::Article, _))))?;
        let long = measure.kind == ClaimKind::Duration && measure.scale != Amount::ONE;
        let counts = !measure.plural && (long || self.and_fraction(unit.end).is_some());
        let number = Number { span: article.span, amount: Amount::ONE, style: Style::Spelled, scale: None };
        counts.then_some(number)
    }

    /// Whether `and` joins two values of one unit: `11 and 8 percent`.
    fn shares_unit(&self, first: &Term<'_>, end: usize) -> bool {
        let and = self.literal(end, "and").filter(|_| first.bare());
        let start = and.and_then(|at| self.piece(at)).filter(|piece| piece.form == Form::Digits);
        let second = start.and_then(|piece| self.term(piece.span.start, Joins::And));
        let unit = second.and_then(|second| second.unit);
        unit.is_some_and(|unit| !matches!(unit.kind, ClaimKind::Money | ClaimKind::Duration))
    }

    /// Whether `and` parts two ages: `16 and 17-year-olds`.
    fn ages_follow(&self, end: usize) -> bool {
        let and = self.literal(end, "and");
        let second = and.and_then(|at| self.number(at + 1, Joins::And, false));
        second.is_some_and(|second| self.is_year_old(second.span.end))
    }

    fn is_year_old(&self, at: usize) -> bool {
        let unit = self
            .measure(self.past_hyphen(at), &[Place::Word])
            .filter(|(measure, _)| measure.kind == ClaimKind::Duration);
        unit.is_some_and(|(_, span)| self.word(span.end).is_some_and(|(_, entry)| entry.is(Role::OLD)))
    }

    /// The term after a dash right behind this one: the `35` of `33–35`.
    fn dashed(&self, term: &Term<'_>) -> Option<Term<'a>> {
        let dash = self.char(term.span.end).filter(|ch| is_hyphen(*ch) || *ch == '–')?;
        let at = term.span.end + dash.len_utf8();
        self.piece(at).filter(|piece| piece.span.start == at && piece.form == Form::Digits)?;
        self.term(at, Joins::And)
    }

    /// The second term where both belong together.
    fn fitting(&self, first: &Term<'a>, second: Term<'a>, link: Link) -> Option<Term<'a>> {
        let units = match (first.unit, second.unit) {
            (Some(one), Some(other)) => one.code == other.code && one.kind == other.kind,
            (Some(one), None) => one.kind == ClaimKind::Money,
            _ => true,
        };
        let plain = matches!(second.number.style, Style::Digits | Style::Spelled);
        if !units
            || !plain
            || (link == Link::Change && first.unit.is_some() != second.unit.is_some() && first.unit.is_some())
        {
            return None;
        }
        let shared = Self::shared(first, &second);
        let ascending = shared.amount().less_than(second.amount());
        (link == Link::Change || ascending).then_some(second)
    }

    /// The first term with the scale and the unit of the second, where it has none of its own: `$3-5 billion`.
    pub(super) fn shared<'m>(first: &Term<'m>, second: &Term<'m>) -> Term<'m> {
        let mut shared = *first;
        shared.unit = first.unit.or(second.unit);
        let Some(scale) = second.number.scale.filter(|_| first.number.scale.is_none()) else { return shared };
        let Some(scaled) = first.number.amount.times(scale) else { return shared };
        let mut with_scale = shared;
        with_scale.number.amount = scaled;
        let thousand = Amount::of(1000);
        let fits = first.number.amount.less_than(thousand) && with_scale.amount().less_than(second.amount());
        if fits { with_scale } else { shared }
    }

    /// A number with the currency before it or the unit after it.
    pub(super) fn term(&self, at: usize, joins: Joins) -> Option<Term<'a>> {
        if let Some((currency, sign)) = self.measure(at, &[Place::Before, Place::Both]) {
            let digits = self.piece(sign.end).filter(|piece| piece.form == Form::Digits)?;
            let near = digits.span.start <= sign.end + 2;
            let number = self.number(digits.span.start, joins, true).filter(|_| near && !self.cut(digits.span.end))?;
            let (span, hyphened) = (sign.cover(number.span), self.past_hyphen(number.span.end) > number.span.end);
            let span = self.currency_again(span, currency);
            return Some(Term { span, number, unit: Some(currency), hyphened });
        }
        let number = self.number(at, joins, false).or_else(|| self.article_of_unit(at))?;
        let bare = Term {
            span: number.span,
            number,
            unit: None,
            hyphened: self.past_hyphen(number.span.end) > number.span.end,
        };
        if number.style == Style::Fraction {
            return Some(bare);
        }
        Some(self.with_unit(bare).unwrap_or(bare))
    }

    /// `$5 million dollars`, `$5 US`
    fn currency_again(&self, span: Span, unit: &Measure) -> Span {
        let again =
            self.measure(span.end, &[Place::Word, Place::Both]).filter(|(measure, _)| measure.code == unit.code);
        again.map_or(span, |(_, name)| span.cover(name))
    }

    /// Whether letters that are no magnitude touch the digits that end here: the `s` of `$20s`.
    fn cut(&self, end: usize) -> bool {
        let piece = self.known_piece(end).filter(|(piece, _)| piece.form == Form::Letters && piece.span.start == end);
        piece.is_some_and(|(_, entry)| {
            let role = entry.cardinal.map(|(role, _)| role);
            let magnitude = matches!(role, Some(Cardinal::Abbreviation | Cardinal::Letter | Cardinal::Magnitude));
            !magnitude && self.measure(end, &[Place::Both]).is_none()
        })
    }

    fn with_unit(&self, bare: Term<'a>) -> Option<Term<'a>> {
        let end = bare.number.span.end;
        let places: &[Place] = match bare.number.style {
            Style::Digits => &[Place::Word, Place::Symbol, Place::Both],
            _ => &[Place::Word],
        };
        let at = match bare.number.style {
            Style::Vague | Style::Pair => self.literal(end, "of").unwrap_or(end),
            _ => self.past_hyphen(end),
        };
        let (measure, span) = self.measure(at, places).or_else(|| self.interposed(at))?;
        let measure = self.weight(measure, span, &bare).unwrap_or(measure);
        let digits = bare.number.style == Style::Digits;
        let ambiguous = measure.code == "second" && !measure.plural && !bare.hyphened && !digits;
        let one = bare.number.amount == Amount::ONE;
        if (ambiguous && !one) || (measure.letter.is_some() && span.start != end) {
            return None;
        }
        let mut term = Term { span: bare.span.cover(span), unit: Some(measure), ..bare };
        if let Some((part, end)) = self.and_fraction(term.span.end) {
            term.number.amount = term.number.amount.plus(part)?;
            term.span.end = end;
        }
        Some(term)
    }

    /// The unit of weight that is written like a currency, where it is one: `weighs 180 pounds`, `40 pounds of rice`.
    fn weight(&self, money: &Measure, span: Span, number: &Term<'_>) -> Option<&'a Measure> {
        let (_, entry) = self.known_piece(span.start).filter(|_| money.kind == ClaimKind::Money)?;
        let same = |other: &&Measure| {
            other.kind == ClaimKind::Measure && other.rest == money.rest && other.place == money.place
        };
        let weight = self.words.measures_of(entry).iter().find(same)?;
        let (start, next) = (self.token_from(number.span.start), self.token_from(span.end));
        let beside = (start.saturating_sub(4)..next + 1).any(|at| self.has_role(at, Role::WEIGHS));
        let small = number.number.style == Style::Digits && number.number.scale.is_none();
        (beside || (small && self.is_word(next, "of"))).then_some(weight)
    }

    /// `four straight years`, `one more second`, `10 billion U.S. dollars`
    fn interposed(&self, at: usize) -> Option<(&'a Measure, Span)> {
        let mut end = at;
        for _ in 0..2 {
            let (piece, entry) = self.word(end)?;
            if !entry.is(Role::INTERPOSED) {
                return None;
            }
            end = piece.span.end;
            let found = self.measure(end, &[Place::Word]);
            if found.is_some_and(|(measure, _)| matches!(measure.kind, ClaimKind::Duration | ClaimKind::Money)) {
                return found;
            }
        }
        None
    }

    /// The end of `an hour`, `-an-hour`, `a year`, `per capita`, `/kg` after byte `at`; and the code of a written `per`.
    pub(super) fn per(&self, at: usize) -> Option<(usize, Option<Span>)> {
        if self.char(at) == Some('/') {
            let base = self.word(at + 1).filter(|(piece, _)| piece.span.start == at + 1)?;
            return Some((base.0.span.end, None));
        }
        let (piece, entry) = self.word(at)?;
        let written = piece.span.of(self.text);
        let article = matches!(entry.cardinal, Some((Cardinal::Article, _)));
        if written.eq_ignore_ascii_case("per") {
            return self.per_base(piece.span);
        }
        let every = written.eq_ignore_ascii_case("every") || written.eq_ignore_ascii_case("each");
        let (base, base_entry) = self.word(piece.span.end).filter(|_| article || every)?;
        let unit = self.measure(base.span.start, &[Place::Word]).filter(|(measure, _)| !measure.plural);
        let end = match unit {
            Some((_, span)) => span.end,
            None if base_entry.is(Role::RATE_BASE) => base.span.end,
            None => return None,
        };
        let next = self.token_from(end);
        let ago =
            self.has_role(next, Role::NOT_OBJECT) || self.token(next).is_some_and(|token| token.is(Class::ADVERB));
        (!ago).then_some((end, None))
    }

    fn per_base(&self, per: Span) -> Option<(usize, Option<Span>)> {
        if let Some(number) = self.number(per.end + 1, Joins::And, false) {
            let end = self.noun_phrase(self.token_from(number.span.end), super::object::Grammatical::Plural);
            let end = end.map_or(number.span.end, |noun| noun.end);
            return Some((end, Some(Span::new(per.start, end))));
        }
        let (base, _) = self.word(per.end)?;
        let end = self.measure(base.span.start, &[Place::Word]).map_or(base.span.end, |(_, unit)| unit.end);
        Some((end, Some(Span::new(per.start, end))))
    }
}
