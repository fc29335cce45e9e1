//! The forms that are more than a number with a unit: scores, ratios, odds, multipliers, ranks.

use super::amount::Amount;
use super::cardinal::{Joins, Number, Style};
use super::line::Line;
use super::object::Grammatical;
use super::piece::{Form, Piece, is_hyphen};
use super::words::{Cardinal, Entry, Place, Role};
use super::{Draft, Values};
use crate::claim::ClaimKind;
use crate::lexicon::Class;
use crate::span::Span;
use crate::token::Kind;

impl Line<'_> {
    /// A score, ratio, multiplier or rank that starts with the token at `index`.
    pub(super) fn special(&self, index: usize) -> Option<Draft> {
        if self.is_mere_number(index) {
            return self.place(index);
        }
        None.or_else(|| self.multiplied_verb(index))
            .or_else(|| self.multiple(index))
            .or_else(|| self.fold(index))
            .or_else(|| self.ordinal(index))
            .or_else(|| self.place(index))
            .or_else(|| self.none_of(index))
            .or_else(|| self.score(index))
            .or_else(|| self.odds(index))
            .or_else(|| self.out_of(index))
            .or_else(|| self.times(index))
    }

    /// A glance: whether digits have no letters behind them, and what follows the number begins no second part of a form:
    /// `to`, `times`, `of`, `out of`, `in`, a dash, a slash. Of most numbers it spares all forms but one.
    fn is_mere_number(&self, index: usize) -> bool {
        let token = &self.tokens[index];
        let whole = |piece: Piece| piece.form == Form::Digits && piece.span.end == token.span().end;
        let digits = token.kind == Kind::Number && self.piece(token.span().start).is_some_and(whole);
        let number = digits.then(|| self.number(token.span().start, Joins::And, false)).flatten();
        number.is_some_and(|number| !self.may_begin(number.span.end, b"toi/"))
    }

    fn draft(&self, kind: ClaimKind, span: Span, value: Amount) -> Draft {
        Draft::new(kind, span, Values::One(value))
    }

    fn start(&self, index: usize) -> Option<usize> {
        Some(self.token(index)?.span().start)
    }

    /// `doubled`, `has tripled`, `halved`
    fn multiplied_verb(&self, index: usize) -> Option<Draft> {
        let token = self.token(index).filter(|token| token.is(Class::NUMBER))?;
        let factor = self.token_entry(token).multiply?;
        if self.has_role(index + 1, Role::NO_MULTIPLY) {
            return None;
        }
        let object = self.phrase_after_determiner(index + 1).or_else(|| self.subject_before(index));
        Some(Draft { object, ..self.draft(ClaimKind::Multiplier, token.span(), factor) })
    }

    fn phrase_after_determiner(&self, index: usize) -> Option<Span> {
        let owner = self.token(index + 1).is_some_and(|next| next.kind == Kind::Clitic);
        let determined = owner || self.token(index)?.is(Class::DETERMINER | Class::POSSESSIVE);
        determined.then(|| self.noun_phrase(index, Grammatical::Singular)).flatten()
    }

    /// `twice the rate`, `twice as many`, `double the number`; `twice denied` is a count.
    fn multiple(&self, index: usize) -> Option<Draft> {
        let token = self.token(index).filter(|token| token.is(Class::NUMBER))?;
        let entry = self.token_entry(token);
        let value = Amount::of(u64::from(entry.multiple?));
        let adverb = token.is(Class::ADVERB) || token.is(Class::VERB) || entry.cardinal.is_some();
        let compared = self.has_role(index + 1, Role::TIMES_FOLLOW);
        if compared {
            let object = self.compared(index + 1);
            return Some(Draft { object, ..self.draft(ClaimKind::Multiplier, token.span(), value) });
        }
        let per = self.per(token.span().end).is_some();
        let kind = if per { ClaimKind::Rate } else { ClaimKind::Count };
        let next = self.token(index + 1);
        let counts = adverb && !next.is_some_and(|next| next.sign(b'-'));
        (counts && !token.capital()).then(|| self.draft(kind, token.span(), value))
    }

    /// What a multiplier compares: `the rate`, `as many visitors`, `higher than the rate`.
    fn compared(&self, index: usize) -> Option<Span> {
        let token = self.token(index)?;
        if token.is(Class::DETERMINER | Class::POSSESSIVE | Class::THAT) && !self.is_word(index, "more") {
            return self.noun_phrase(index, Grammatical::Singular);
        }
        if token.is(Class::AS) {
            return self.noun_phrase(index + 2, Grammatical::Plural);
        }
        if token.is(Class::RELATIVE | Class::CONJUNCTION) || self.is_word(index, "what") {
            return None;
        }
        let than = (index + 1..index + 4).find(|at| self.is_word(*at, "than"));
        let before = self.noun_phrase(index + 1, Grammatical::Plural);
        before.or_else(|| self.noun_phrase(than? + 1, Grammatical::Singular))
    }

    /// `tenfold`, `10-fold`, `three-fold`
    fn fold(&self, index: usize) -> Option<Draft> {
        let token = self.token(index)?;
        let stem = self.written(token).strip_suffix("fold")?;
        let stem = stem.strip_suffix(is_hyphen).unwrap_or(stem);
        let value = match self.words.entry(stem).cardinal {
            Some((
                Cardinal::Digit | Cardinal::Teen | Cardinal::Hundred | Cardinal::Magnitude | Cardinal::Tens,
                value,
            )) => Amount::of(value),
            _ => Amount::parse(stem)?,
        };
        Some(self.draft(ClaimKind::Multiplier, token.span(), value))
    }

    /// `three times as many`, `nine times higher`; `three times` alone is a count.
    fn times(&self, index: usize) -> Option<Draft> {
        let number = self.number(self.start(index)?, Joins::And, false)?;
        let end =
            self.literal(number.span.end, "times").filter(|_| self.past_hyphen(number.span.end) == number.span.end)?;
        let span = Span::new(number.span.start, end);
        let next = self.token_from(end);
        if self.has_role(next, Role::TIMES_FOLLOW) {
            let object = self.compared(next);
            return Some(Draft { object, ..self.draft(ClaimKind::Multiplier, span, number.amount) });
        }
        let kind = if self.per(end).is_some() { ClaimKind::Rate } else { ClaimKind::Count };
        Some(self.vague_or(number, self.draft(kind, span, number.amount)))
    }

    fn vague_or(&self, number: Number, draft: Draft) -> Draft {
        Draft { vague: number.style == Style::Vague, ..draft }
    }

    /// `30th opponent`, `fifth straight victory`, `third-largest`, `is fifth in the league`
    fn ordinal(&self, index: usize) -> Option<Draft> {
        let token = self.token(index)?;
        let (piece, entry) = self.known_piece(token.span().start)?;
        let (value, span) = match piece.form {
            Form::Digits => {
                let (suffix, entry) = self.known_piece(piece.span.end).filter(|_| self.runs_on(piece.span.end))?;
                entry.is(Role::ORDINAL_SUFFIX).then_some(())?;
                (Amount::parse(piece.span.of(self.text))?, piece.span.cover(suffix.span))
            }
            _ => (Amount::of(u64::from(entry.ordinal?)), piece.span),
        };
        let ranks = match piece.form {
            Form::Digits => self.ranks_in_digits(index, span),
            _ => self.ranks_spelled(index, span),
        };
        let object = self.noun_phrase(self.token_from(span.end), Grammatical::Singular);
        ranks.then(|| Draft { object, ..self.draft(ClaimKind::Rank, span, value) })
    }

    fn ranks_in_digits(&self, index: usize, span: Span) -> bool {
        let dated = self.class_before(index, Class::MONTH)
            || self.before(index).is_some_and(|before| before.is(Class::TIME) && before.capital());
        let next = self.word(span.end);
        let name = next.is_some_and(|(piece, entry)| {
            entry.is(Role::CENTURY)
                || self.named_by(piece.span.start)
                || self.past_hyphen(span.end) > span.end && self.lasts(entry) // `89th-minute`
                || piece.span.of(self.text).starts_with(char::is_uppercase)
        });
        if dated || (name && !self.title_case) {
            return false;
        }
        let after = self.token_from(span.end);
        let hyphened = self.past_hyphen(span.end) > span.end;
        let noun = self.token(after).is_some_and(|token| token.spaced && !self.function(token)) && next.is_some();
        hyphened || noun || self.placed(index, after)
    }

    fn lasts(&self, entry: &Entry) -> bool {
        self.words.measures_of(entry).iter().any(|measure| measure.kind == ClaimKind::Duration)
    }

    /// Whether the noun that makes an ordinal a name ends the phrase at byte `at`: `22nd congressional district`.
    fn named_by(&self, at: usize) -> bool {
        let from = self.token_from(at);
        let nouns =
            self.tokens[from..].iter().take(3).take_while(|token| token.kind == Kind::Word && !self.function(token));
        nouns.into_iter().any(|token| self.token_entry(token).is(Role::CENTURY))
    }

    fn placed(&self, index: usize, after: usize) -> bool {
        let verb = (index.saturating_sub(2)..index).any(|at| {
            self.has_role(at, Role::PLACED) || self.token(at).is_some_and(|token| token.is(Class::AUXILIARY))
        });
        let within =
            self.token(after).is_none_or(|token| token.is(Class::PREPOSITION | Class::AND) || !token.wordlike());
        verb && within
    }

    fn ranks_spelled(&self, index: usize, span: Span) -> bool {
        let Some((next, entry)) = self.word(span.end) else { return false };
        let place = self.known_piece(span.start).and_then(|(_, entry)| entry.ordinal).unwrap_or(1);
        if place == 1 || (place == 2 && self.literal(span.end, "place").is_some()) {
            return false;
        }
        let written = next.span.of(self.text);
        let superlative = written.len() > 5 && written.ends_with("est");
        if entry.is(Role::ORDINAL_FOLLOW) || superlative {
            return true;
        }
        if self.past_hyphen(span.end) > span.end {
            return entry.is(Role::PLACED);
        }
        place > 2 && self.placed(index, self.token_from(span.end)) && self.literal(span.end, "in").is_some()
    }

    /// `No. 3`, `number two`, `ranked fifth`
    fn place(&self, index: usize) -> Option<Draft> {
        let label = index.checked_sub(1).filter(|label| self.has_role(*label, Role::RANK_LABEL))?;
        if self.tokens[label].is(Class::DETERMINER) && self.tokens[index].kind != Kind::Number {
            return None; // `no one`, but `No. 1`
        }
        let number = self.number(self.start(index)?, Joins::And, false)?;
        let owned = label
            .checked_sub(1)
            .is_some_and(|owner| self.has_role(owner, Role::LABEL) || self.has_role(owner, Role::TELEPHONE));
        let next = self.token(self.token_from(number.span.end));
        let noun =
            next.is_some_and(|token| token.spaced && !token.capital() && token.wordlike() && !self.function(token));
        let low = number.amount.less_than(Amount::of(10));
        let placed = noun || (low && !owned);
        if !placed || number.style == Style::Fraction || self.runs_on(number.span.end) {
            return None;
        }
        let object = noun.then(|| self.noun_phrase(self.token_from(number.span.end), Grammatical::Singular)).flatten();
        Some(Draft { object, ..self.draft(ClaimKind::Rank, number.span, number.amount) })
    }

    /// `none of the windows`
    fn none_of(&self, index: usize) -> Option<Draft> {
        let token = self.token(index).filter(|token| token.is(Class::NUMBER))?;
        let none = matches!(self.token_entry(token).cardinal, Some((Cardinal::None, _)));
        let object = self.token(index + 1).filter(|next| none && next.is(Class::OF)).map(|_| index + 1)?;
        let object = self.noun_phrase(object, Grammatical::Plural)?;
        Some(Draft { object: Some(object), ..self.draft(ClaimKind::Count, token.span(), Amount::of(0)) })
    }

    /// `112-107`, `a 5-4 vote`, `2-to-1`
    fn score(&self, index: usize) -> Option<Draft> {
        let one = self.number(self.start(index)?, Joins::Nothing, false)?;
        let (at, to) = self.versus(one.span.end, index)?;
        let two = self.number(at, Joins::Nothing, false).filter(|two| two.span.start == at)?;
        let span = one.span.cover(two.span);
        let small =
            |number: &Number| number.scale.is_none() && number.amount.whole().is_some_and(|points| points <= 250);
        if !small(&one) || !small(&two) || self.measures_on(span.end) {
            return None;
        }
        let after = self.token_from(span.end);
        let won = (after..after + 2).find(|at| self.has_role(*at, Role::SCORE));
        let object = won.and_then(|at| Some(self.token(at)?.span()));
        let contest = won.is_some() || self.contest_before(index);
        if to {
            return Some(Draft { object, ..self.against_one(span, (one.amount, two.amount), contest)? });
        }
        let descends = two.amount.less_than(one.amount);
        let (low, high) = if descends { (two.amount, one.amount) } else { (one.amount, two.amount) };
        let scored = contest || (descends && one.style == Style::Digits && !self.counted_ahead(after));
        scored.then(|| Draft { object, ..Draft::new(ClaimKind::Score, span, Values::Two(low, high)) })
    }

    /// Where the second number of a score starts, and whether `to` parts them: `5-4`, `5-to-4`, `voted 5 to 4`.
    fn versus(&self, end: usize, index: usize) -> Option<(usize, bool)> {
        let contested = self.role_before(index, Role::CONTEST);
        let to = self.literal(end, "to").filter(|to| self.past_hyphen(*to) > *to || contested);
        if let Some(two) = to.and_then(|to| self.step(to)) {
            return Some((two.span.start, true));
        }
        let hyphen = self.char(end).filter(|ch| is_hyphen(*ch) || *ch == '–')?;
        Some((end + hyphen.len_utf8(), false))
    }

    /// Whether a unit, or more of the same word, follows byte `end`.
    fn measures_on(&self, end: usize) -> bool {
        let joined = self.past_hyphen(end) > end || self.runs_on(end);
        joined || self.measure(end, &[Place::Word, Place::Symbol]).is_some()
    }

    fn contest_before(&self, index: usize) -> bool {
        (index.saturating_sub(4)..index).any(|at| self.has_role(at, Role::CONTEST))
    }

    /// `2-to-1` is twice as many; `5-to-4` keeps both.
    fn against_one(&self, span: Span, (one, two): (Amount, Amount), contest: bool) -> Option<Draft> {
        let kind = if contest { ClaimKind::Score } else { ClaimKind::Ratio };
        if two == Amount::ONE || !contest {
            return Some(self.draft(kind, span, one.divided(two)?));
        }
        let (low, high) = if two.less_than(one) { (two, one) } else { (one, two) };
        Some(Draft::new(kind, span, Values::Two(low, high)))
    }

    /// `a 3/1 favourite`
    fn odds(&self, index: usize) -> Option<Draft> {
        let one = self.piece(self.start(index)?).filter(|piece| piece.form == Form::Digits)?;
        let two = (self.char(one.span.end) == Some('/')).then(|| self.piece(one.span.end + 1)).flatten()?;
        let span = one.span.cover(two.span);
        let favourite = self.has_role(self.token_from(span.end), Role::FAVOURITE);
        let (one, two) = (Amount::parse(one.span.of(self.text))?, Amount::parse(two.span.of(self.text))?);
        let draft = self.draft(ClaimKind::Ratio, span, one.divided(two)?);
        favourite.then_some(draft)
    }

    /// `one in five`, `12 of 13`, `12 of the 15`, `nine out of 10`
    fn out_of(&self, index: usize) -> Option<Draft> {
        let part = self.number(self.start(index)?, Joins::Nothing, false)?;
        let end = part.span.end;
        if !self.may_begin(end, b"oi") || !part.plain() {
            return None;
        }
        let one = part.style == Style::Spelled && part.amount == Amount::ONE;
        let of = self.literal(end, "of").filter(|_| !one).or_else(|| self.literal(self.literal(end, "out")?, "of"));
        let at = of.or_else(|| self.literal(end, "in"))?;
        let at = ["the", "every", "its", "their"].iter().find_map(|word| self.literal(at, word)).unwrap_or(at);
        let whole = self.whole_at(self.piece(at)?.span.start)?;
        let share = !whole.amount.less_than(part.amount) && (of.is_some() || self.chance(&part, &whole));
        if part.scale.is_some() || !share {
            return None;
        }
        let object = self.noun_phrase(self.token_from(whole.span.end), Grammatical::Plural);
        let span = part.span.cover(whole.span);
        Some(Draft { object, ..self.draft(ClaimKind::Ratio, span, part.amount.divided(whole.amount)?) })
    }

    /// The plain number at byte `start`, without a unit and no part of a date.
    fn whole_at(&self, start: usize) -> Option<Number> {
        let whole = self.number(start, Joins::And, false).filter(Number::plain)?;
        let end = whole.span.end;
        let unit = self.term(start, Joins::And)?.unit.is_some() || self.past_hyphen(end) > end || self.runs_on(end);
        let month = self.token(self.token_from(end)).is_some_and(|token| token.is(Class::MONTH));
        let dated = month || self.no_claim(self.token_from(start)).is_some();
        (!unit && !dated && whole.amount.whole()? > 0).then_some(whole)
    }

    /// Whether `N in M` is a share: one in anything, or in a round number.
    fn chance(&self, part: &Number, whole: &Number) -> bool {
        let round =
            whole.amount.whole().is_some_and(|whole| whole <= 10 || whole % 100 == 0 || matches!(whole, 20 | 25 | 50));
        let one = part.amount == Amount::ONE;
        part.amount.less_than(whole.amount) && (one || (round && part.amount.whole().is_some_and(|part| part < 10)))
    }
}
