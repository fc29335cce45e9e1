//! What has digits or number words, and is no claim: dates, clock times, labels, names. Recognised first, so that nothing
//! of them is half read.

use super::amount::Amount;
use super::line::Line;
use super::piece::{Form, Piece, is_hyphen};
use super::words::{Place, Role};
use crate::lexicon::Class;
use crate::token::{Case, Kind, Token};

/// Digits as a token starts with them.
#[derive(Debug, Clone, Copy)]
struct Digits<'a> {
    written: &'a str,
    /// One past their last byte.
    end: usize,
    /// The number where it is whole and written without separators.
    bare: Option<u64>,
}

impl Line<'_> {
    /// Where reading goes on after the number at `index`, where that is no claim. A byte offset.
    pub(super) fn no_claim(&self, index: usize) -> Option<usize> {
        let token = self.token(index)?;
        if let Some(end) = self.hour(index, token) {
            return Some(end);
        }
        if token.kind != Kind::Number {
            return self.spelled_no_claim(index, token);
        }
        let piece = self.piece(token.span.start).filter(|piece| piece.form == Form::Digits)?;
        let digits = self.digits_of(piece);
        None.or_else(|| self.list_number(index, digits))
            .or_else(|| self.clock(piece.span.end))
            .or_else(|| self.numeric_date(token))
            .or_else(|| self.date(index, digits))
            .or_else(|| self.telephone(index))
            .or_else(|| self.decade(digits))
            .or_else(|| self.year(index, digits))
            .or_else(|| self.address(index, digits))
            .or_else(|| self.label(index, digits))
            .or_else(|| self.idiom(digits, token))
    }

    fn digits_of(&self, piece: Piece) -> Digits<'_> {
        let written = piece.span.of(self.text);
        let plain = written.bytes().all(|byte| byte.is_ascii_digit());
        let bare = plain.then(|| Amount::parse(written)).flatten().and_then(Amount::whole);
        Digits { written, end: piece.span.end, bare }
    }

    /// Number words: `six o’clock`, `Channel Four`, `the Seven Sisters`, `nineteen eighty-four`.
    fn spelled_no_claim(&self, index: usize, token: &Token) -> Option<usize> {
        if token.kind != Kind::Word {
            return None;
        }
        let (_, first) = self.word(token.span.start)?;
        let end = token.span.end;
        let clock = self.word(end).filter(|(_, entry)| entry.is(Role::CLOCK) && !entry.is(Role::LABEL));
        if let Some((piece, _)) = clock.filter(|_| first.cardinal.is_some_and(|(_, value)| value <= 12)) {
            let written = piece.span.of(self.text);
            if written.contains(['.', '\'', '’']) || matches!(written.len(), 2 | 3) {
                return Some(piece.span.end);
            }
        }
        if token.capital()
            && !self.title_case
            && !self.starts_sentence(index)
            && self.measure(token.span.start, &[Place::Before, Place::Both]).is_none()
        {
            return Some(end);
        }
        if let Some(street) = self.street_after(index).filter(|_| token.span.len() > 2) {
            return Some(street);
        }
        let label = self.before(index).filter(|before| self.is_label(before));
        if label.is_some_and(|label| label.capital() && !self.title_case) {
            return Some(end);
        }
        label
            .filter(|_| first.cardinal.is_some_and(|(_, value)| value < 100) && !self.counted_ahead(index + 1))
            .map(|_| end)
    }

    /// An hour told without minutes: `at 5 on Tuesday`, `every Tuesday at five`, `half past seven`, `ten to nine`.
    fn hour(&self, index: usize, token: &Token) -> Option<usize> {
        let past = self.word_before(index, "past") || self.word_before(index, "to");
        let part =
            index.checked_sub(2).and_then(|at| self.token(at)).map(|part| self.token_entry(part)).unwrap_or_default();
        let quarter = part.denominator == Some((4, false)) && past;
        let half = part.cardinal.is_some_and(|(_, value)| value == 2) && self.word_before(index, "past");
        if quarter || half {
            return Some(token.span.end);
        }
        let number = self.number(token.span.start, super::cardinal::Joins::Nothing, false)?;
        let twelve =
            number.amount.whole().is_some_and(|hour| (1..=12).contains(&hour)) && self.word_before(index, "at");
        let next = self.token_from(number.span.end);
        let day_before = index >= 2 && self.token(index - 2).is_some_and(|day| day.is(Class::TIME));
        let on = self
            .token(next)
            .filter(|on| self.is_word(next, "on") || on.is(Class::TIME) && on.capital())
            .map(|_| next + 1);
        let day_after = on.is_some_and(|day| self.token(day).is_some_and(|day| day.is(Class::TIME)));
        let alone =
            self.token(next).is_none_or(|token| !token.wordlike() || self.function(token) || token.is(Class::TIME));
        (twelve && alone && (day_before || day_after) && !self.runs_on(number.span.end)).then_some(number.span.end)
    }

    /// `1.` or `1)` or `(1)` at the start of a paragraph.
    fn list_number(&self, index: usize, digits: Digits<'_>) -> Option<usize> {
        let first = index == 0 || (index == 1 && self.token(0)?.sign(b'('));
        let closed = matches!(self.char(digits.end), Some('.' | ')')) && !self.runs_on(digits.end + 1);
        (first && closed && digits.written.len() <= 3).then_some(digits.end)
    }

    /// `7:30 p.m.`, `9am`, `6-8pm`, `7 to 9 a.m.`
    fn clock(&self, end: usize) -> Option<usize> {
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
    fn numeric_date(&self, token: &Token) -> Option<usize> {
        let written = self.written(token);
        let parts =
            |sign: char| written.split(sign).all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
        let dashed = written.matches('-').count() == 2 && parts('-');
        let slashed = written.matches('/').count() == 2 && parts('/');
        (dashed || slashed).then_some(token.span.end)
    }

    /// `March 10`, `Nov. 5, 2019`, `14 March 1998`, `the 5th of May`
    fn date(&self, index: usize, digits: Digits<'_>) -> Option<usize> {
        let day = digits.bare.is_some_and(|day| (1..=31).contains(&day));
        let after = self.word(digits.end).filter(|(_, entry)| entry.is(Role::ORDINAL_SUFFIX));
        let end = after.map_or(digits.end, |(piece, _)| piece.span.end);
        if day && self.before(index).is_some_and(|before| self.is_month(before)) {
            return Some(self.date_tail(end));
        }
        let end = if day { self.further_day(end) } else { end };
        let full = self
            .piece(end + 1)
            .filter(|year| day && self.is_comma(end) && self.is_year(*year) && !self.is_comma(year.span.end));
        if let Some(year) = full {
            return Some(year.span.end); // `Februar 6, 2016`: the month is misspelt or foreign
        }
        let at = self.literal(end, "of").filter(|_| after.is_some()).unwrap_or(end);
        let month = self.token(self.token_from(at)).filter(|token| self.is_month(token))?;
        let near = self.past_hyphen(at) == at && month.span.start <= at + 2;
        (day && near && !self.is_comma(at)).then(|| self.date_tail(month.span.end))
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

    /// `555-0142`, `1-800-555-0199`, `020 7946 0958`, `(555) 123-4567`
    fn telephone(&self, index: usize) -> Option<usize> {
        let (mut end, mut groups, mut digits) = (self.token(index)?.span.start, 0, 0);
        while let Some(group) = self.piece(end).filter(|piece| piece.form == Form::Digits && groups < 8) {
            if groups > 0 && group.span.start > end + 1 {
                break;
            }
            (end, groups, digits) = (group.span.end, groups + 1, digits + group.span.len());
            let sign = self.char(end).filter(|ch| matches!(ch, '-' | '.' | ')' | ' ' | '/'));
            end += sign
                .filter(|_| self.char(end + 1).is_some_and(|ch| ch.is_ascii_digit() || ch == ' '))
                .map_or(0, char::len_utf8);
        }
        let first = self.token(index)?;
        let zero = self.written(first).starts_with('0') && !self.written(first).starts_with("0.");
        let plus = self.before(index).is_some_and(|before| before.sign(b'+') && !first.spaced);
        let called = (index.saturating_sub(3)..index).any(|at| self.has_role(at, Role::TELEPHONE));
        let written = self.written(first);
        let local = written.len() == 8
            && written.find('-') == Some(3)
            && written.bytes().filter(u8::is_ascii_digit).count() == 7;
        let many = digits >= 7 && groups >= 2;
        let short = called && groups == 1 && digits >= 5 && !self.counted_ahead(index + 1) && !written.contains(',');
        let sure = zero || plus || called || groups >= 3 || local;
        (short
            || many && sure && !written.contains(',')
            || (zero && written.len() > 2 && groups == 1 && !written.contains('.')))
        .then_some(end)
    }

    /// `1990s`, `80s`
    fn decade(&self, digits: Digits<'_>) -> Option<usize> {
        let ten = digits.bare.is_some_and(|year| year % 10 == 0 && (year < 100 || (1000..2200).contains(&year)));
        let s = digits.end + usize::from(matches!(self.char(digits.end), Some('\'')));
        (ten && self.char(s) == Some('s') && !self.runs_on(s + 1)).then_some(s + 1)
    }

    /// `2011`, `2004-05`, `1939–1945`; not `2000 people`.
    fn year(&self, index: usize, digits: Digits<'_>) -> Option<usize> {
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
            && self.measure(token.span.start, &[Place::Before]).is_some()
    }

    /// `10 Downing Street`, `131 West 23rd Street`
    fn address(&self, index: usize, digits: Digits<'_>) -> Option<usize> {
        digits.bare?;
        self.street_after(index)
    }

    /// The end of the street whose house number stands at `index`.
    fn street_after(&self, index: usize) -> Option<usize> {
        let number = self.token(index)?;
        let ahead = self.tokens.get(index + 1..)?.iter().take(4);
        let mut names = ahead.take_while(|token| token.capital() || token.kind == Kind::Number);
        let named = self.token(index + 1).is_some_and(|token| token.kind == Kind::Word && token.capital());
        let ordinal = self.token(index + 1).is_some_and(|token| token.kind == Kind::Number);
        if !(named || ordinal) {
            return None;
        }
        let street =
            names.find(|token| token.span.start > number.span.end + 3 && self.token_entry(token).is(Role::STREET))?;
        Some(street.span.end)
    }

    /// `Section 230`, `Boeing 737`, `#5`, `§ 12`
    fn label(&self, index: usize, digits: Digits<'_>) -> Option<usize> {
        let before = self.before(index)?;
        let joined = self.token(index).is_some_and(|token| !token.spaced);
        if before.sign(b'[') && self.char(digits.end) == Some(']') {
            return Some(digits.end);
        }
        if matches!(before.kind, Kind::Symbol) && matches!(self.written(before), "§" | "№" | "’" | "‘") {
            return Some(digits.end);
        }
        if joined && matches!(before.kind, Kind::Sign(b'#' | b'@' | b'_' | b'=' | b'/' | b'\'')) {
            return Some(digits.end);
        }
        if joined && before.sign(b'(') && !before.spaced {
            return Some(digits.end); // `12(3)`
        }
        let bare = digits.bare.is_some() || (digits.written.len() <= 4 && digits.written.contains('.'));
        if !bare || self.is_measured(index, digits) {
            return None;
        }
        let letters = self.token(index).map_or(digits.end, |token| token.span.end);
        let owner = index.checked_sub(2).and_then(|at| self.token(at)).filter(|_| before.kind == Kind::Clitic);
        if self.is_label(before) || owner.is_some_and(|owner| owner.capital() && self.is_label(owner)) {
            return Some(letters);
        }
        (self.is_name(before) && !self.counted_ahead(index + 1)).then_some(letters)
    }

    fn is_measured(&self, index: usize, digits: Digits<'_>) -> bool {
        let next = self.past_hyphen(digits.end);
        let magnitude =
            self.word(digits.end).is_some_and(|(piece, entry)| entry.cardinal.is_some() && piece.span.len() > 1);
        let unit = self.measure(next, &[Place::Word, Place::Symbol, Place::Both]).is_some();
        (magnitude && self.literal(digits.end, "a").is_none()) || (unit && !self.is_label(&self.tokens[index - 1]))
    }

    fn is_label(&self, token: &Token) -> bool {
        let entry = self.token_entry(token);
        entry.is(Role::LABEL) || (entry.is(Role::CAPITAL_LABEL) && token.capital() && !self.title_case)
    }

    /// Whether a capitalised word is a name that a number may belong to: `Apollo 13`.
    fn is_name(&self, token: &Token) -> bool {
        let known =
            Class::MONTH | Class::TIME | Class::COMMON | Class::VERB | Class::ADVERB | Class::NUMBER | Class::FAMILY;
        let other = Class::MALE | Class::FEMALE | Class::HONORIFIC | Class::ROLE | Class::GROUP | Class::DEMONYM;
        token.kind == Kind::Word
            && token.case != Case::Lower
            && !self.title_case
            && !self.function(token)
            && !token.is(known | other)
            && token.word.cue().is_none()
            && !self.token_entry(token).is_any(&[Role::RANK_LABEL, Role::AGE])
    }

    /// `9/11`, `24/7`, `50-50`, `401(k)`, `4x4`, `1,2,3`, an identifier of eight digits and more
    fn idiom(&self, digits: Digits<'_>, token: &Token) -> Option<usize> {
        let next = self.char(digits.end);
        let after = self.char(digits.end + next.map_or(0, char::len_utf8));
        let digit_after = after.is_some_and(|ch| ch.is_ascii_digit());
        let height = matches!(next, Some('’' | '\'')) && digit_after;
        let listed = next == Some(',') && digit_after || height;
        let bracket = next == Some('(') && after.is_some_and(|ch| ch.is_ascii_lowercase());
        let twice = next.is_some_and(is_hyphen) && self.written(token) == format_twice(digits.written, next).as_str();
        let long = digits.bare.is_some() && digits.written.len() >= 8;
        let name = digits.bare.is_some() && self.words.entry(digits.written).is(Role::NAME);
        let name = name && !self.counted_ahead(self.token_from(token.span.end));
        let slashed = next == Some('/') && digit_after && !self.is_fraction(digits);
        (listed || bracket || twice || long || name || slashed).then_some(token.span.end)
    }

    /// Whether a slash belongs to a fraction or to odds: `3/4`, `3/1 favourite`.
    fn is_fraction(&self, digits: Digits<'_>) -> bool {
        let divisor = self.piece(digits.end + 1).map(|piece| self.digits_of(piece));
        let (Some(numerator), Some(by)) = (digits.bare, divisor.and_then(|divisor| divisor.bare)) else { return false };
        let end = divisor.map_or(digits.end, |divisor| divisor.end);
        let odds = self.has_role(self.token_from(end), Role::FAVOURITE);
        odds || (matches!(by, 2..=6 | 8 | 10 | 16 | 32) && numerator < by)
    }
}

fn format_twice(digits: &str, hyphen: Option<char>) -> String {
    format!("{digits}{}{digits}", hyphen.unwrap_or('-'))
}
