//! Dates, years, decades and clock times, which are no claims.

use super::cardinal::Joins;
use super::exclude::Digits;
use super::line::Line;
use super::piece::{Form, Piece};
use super::words::{Place, Role};
use crate::lexicon::Class;
use crate::token::{Kind, Token};

impl Line<'_> {
    /// An hour told without minutes: `at 5 on Tuesday`, `every Tuesday at five`, `half past seven`, `ten to nine`.
    pub(super) fn hour(&self, index: usize, token: &Token) -> Option<usize> {
        let before = self.before(index)?;
        if !matches!(before.span().len(), 2 | 4) {
            return None; // neither `at` nor `to` nor `past`
        }
        let past = self.word_before(index, "past") || self.word_before(index, "to");
        let part = index
            .checked_sub(2)
            .and_then(|at| self.token(at))
            .map_or(self.words.numbered(0), |part| self.token_entry(part));
        let quarter = part.denominator == Some((4, false)) && past;
        let half = part.cardinal.is_some_and(|(_, value)| value == 2) && self.word_before(index, "past");
        if quarter || half {
            return Some(token.span().end);
        }
        if !self.word_before(index, "at") {
            return None;
        }
        let number = self.number(token.span().start, Joins::Nothing, false)?;
        let twelve = number.amount.whole().is_some_and(|hour| (1..=12).contains(&hour));
        let next = self.token_from(number.span.end);
        let day_before = index >= 2 && self.token(index - 2).is_some_and(|day| day.is(Class::TIME));
        let on = self.token(next).filter(|on| self.is_word(next, "on") || on.is(Class::TIME)).map(|_| next + 1);
        let day_after = on.is_some_and(|day| self.token(day).is_some_and(|day| day.is(Class::TIME)));
        let alone =
            self.token(next).is_none_or(|token| !token.wordlike() || self.function(token) || token.is(Class::TIME));
        (twelve && alone && (day_before || day_after) && !self.runs_on(number.span.end)).then_some(number.span.end)
    }

    /// `7:30 p.m.`, `9am`, `6-8pm`, `7 to 9 a.m.`
    pub(super) fn clock(&self, end: usize) -> Option<usize> {
        if self.char(end) == Some(':') && self.char(end + 1).is_some_and(|ch| ch.is_ascii_digit()) {
            let minutes = self.piece(end + 1)?.span.end;
            return Some(self.hour_mark(minutes).or_else(|| self.clock(minutes)).unwrap_or(minutes));
        }
        if let Some(after) = self.hour_mark(end) {
            return Some(after);
        }
        let to = self.literal(end, "to").or_else(|| self.literal(end, "and"));
        let dash = matches!(self.char(end), Some('-' | '–')).then(|| end + self.char(end).map_or(0, char::len_utf8));
        let second = self.piece(to.or(dash)?).filter(|piece| piece.form == Form::Digits && piece.span.len() <= 5)?;
        self.hour_mark(second.span.end)
    }

    fn hour_mark(&self, end: usize) -> Option<usize> {
        let (piece, entry) = self.word(end).filter(|(_, entry)| entry.is(Role::CLOCK))?;
        let upper = piece.span.of(self.text).chars().all(|ch| ch.is_uppercase() || ch == '.');
        let lower = piece.span.of(self.text).chars().all(|ch| !ch.is_uppercase());
        let zone = entry.is(Role::LABEL);
        (upper || (lower && !zone)).then_some(piece.span.end)
    }

    /// `2019-05-12`, `12/05/2019`, `2006/07`
    pub(super) fn numeric_date(&self, token: &Token) -> Option<usize> {
        let written = self.written(token);
        let parts =
            |sign: char| written.split(sign).all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
        let dashed = written.matches('-').count() == 2 && parts('-');
        let slashed = written.matches('/').count() == 2 && parts('/');
        (dashed || slashed).then_some(token.span().end)
    }

    /// `March 10`, `Nov. 5, 2019`, `14 March 1998`, `the 5th of May`
    pub(super) fn date(&self, index: usize, digits: Digits<'_>) -> Option<usize> {
        if !digits.bare.is_some_and(|day| (1..=31).contains(&day)) {
            return None;
        }
        let after = self.word(digits.end).filter(|(_, entry)| entry.is(Role::ORDINAL_SUFFIX));
        let end = after.map_or(digits.end, |(piece, _)| piece.span.end);
        if self.before(index).is_some_and(|before| self.is_month(before)) {
            return Some(self.date_tail(end));
        }
        let end = self.further_day(end);
        let full = self
            .piece(end + 1)
            .filter(|year| self.is_comma(end) && self.is_year(*year) && !self.is_comma(year.span.end));
        if let Some(year) = full {
            return Some(year.span.end); // `Februar 6, 2016`: the month is misspelt or foreign
        }
        let at = self.literal(end, "of").filter(|_| after.is_some()).unwrap_or(end);
        let month = self.token(self.token_from(at)).filter(|token| self.is_month(token))?;
        let near = self.past_hyphen(at) == at && month.span().start <= at + 2;
        (near && !self.is_comma(at)).then(|| self.date_tail(month.span().end))
    }

    /// The end of a second day before the month: `11 and 12 May`, `11–12 May`; else `end`.
    fn further_day(&self, end: usize) -> usize {
        let dash = self.char(end).filter(|ch| matches!(ch, '-' | '–')).map(|ch| end + ch.len_utf8());
        let link = ["and", "to", "or"].iter().find_map(|word| self.literal(end, word)).or(dash);
        let day = link.and_then(|at| self.piece(at)).filter(|day| self.is_day(*day)).map(|day| day.span.end);
        let dated = |day: &usize| self.token(self.token_from(*day)).is_some_and(|token| self.is_month(token));
        day.filter(dated).unwrap_or(end)
    }

    fn is_comma(&self, at: usize) -> bool {
        self.char(at) == Some(',')
    }

    /// Further days and the year: `-12`, `to 12`, `and 12`, `, 2019`.
    fn date_tail(&self, end: usize) -> usize {
        let mut end = end;
        let dash = self.char(end).filter(|ch| matches!(ch, '-' | '–' | '/')).map(|ch| end + ch.len_utf8());
        let second = dash.or_else(|| self.literal(end, "to")).or_else(|| self.literal(end, "and"));
        if let Some(day) = second.and_then(|at| self.piece(at)).filter(|day| self.is_day(*day)) {
            end = day.span.end;
        }
        let at = if self.is_comma(end) { end + 1 } else { end };
        match self.piece(at).filter(|piece| self.is_year(*piece)) {
            Some(year) => year.span.end,
            None => end,
        }
    }

    fn is_day(&self, piece: Piece) -> bool {
        let day = self.digits_of(piece).bare.filter(|_| piece.form == Form::Digits);
        day.is_some_and(|day| (1..=31).contains(&day)) && !self.counted_ahead(self.token_from(piece.span.end))
    }

    fn is_year(&self, piece: Piece) -> bool {
        let year = self.digits_of(piece).bare.filter(|_| piece.form == Form::Digits && piece.span.len() == 4);
        year.is_some_and(|year| (1400..=2150).contains(&year))
    }

    /// `1990s`, `80s`
    pub(super) fn decade(&self, digits: Digits<'_>) -> Option<usize> {
        let ten = digits.bare.is_some_and(|year| year % 10 == 0 && (year < 100 || (1000..2200).contains(&year)));
        let s = digits.end + usize::from(matches!(self.char(digits.end), Some('\'')));
        (ten && self.char(s) == Some('s') && !self.runs_on(s + 1)).then_some(s + 1)
    }

    /// `2011`, `2004-05`, `1939–1945`; not `2000 people`.
    pub(super) fn year(&self, index: usize, digits: Digits<'_>) -> Option<usize> {
        let year = digits.bare.filter(|year| (1000..=2150).contains(year) && digits.written.len() == 4)?;
        if year < 1400 && (!self.class_before(index, Class::PREPOSITION) || self.counted_ahead(index + 1)) {
            return None;
        }
        let dash =
            self.char(digits.end).filter(|ch| matches!(ch, '-' | '–' | '/')).map(|ch| digits.end + ch.len_utf8());
        if let Some(second) = dash.and_then(|at| self.piece(at)).filter(|piece| piece.form == Form::Digits) {
            let short = second.span.len() == 2;
            if short || self.is_year(second) {
                return Some(second.span.end);
            }
        }
        if self.is_counted(index, year, digits) { None } else { Some(digits.end) }
    }

    /// Whether four digits that might be a year count something.
    fn is_counted(&self, index: usize, year: u64, digits: Digits<'_>) -> bool {
        let money = self.before(index).is_some_and(|before| self.is_currency(before));
        let next = self.past_hyphen(digits.end);
        let unit = self.measure(next, &[Place::Word, Place::Symbol, Place::Both]).is_some();
        let scaled =
            self.word(digits.end).is_some_and(|(piece, entry)| entry.cardinal.is_some() && piece.span.len() > 1);
        if money || unit || (scaled && self.literal(digits.end, "a").is_none()) {
            return true;
        }
        let noun = self.counted_ahead(index + 1);
        let determined =
            self.class_before(index, Class::DETERMINER | Class::PREPOSITION | Class::POSSESSIVE | Class::MONTH);
        noun && (self.qualified(index) || (year % 50 == 0 && !determined))
    }

    fn is_currency(&self, token: &Token) -> bool {
        matches!(token.kind, Kind::Sign(b'$') | Kind::Symbol)
            && self.measure(token.span().start, &[Place::Before]).is_some()
    }
}
