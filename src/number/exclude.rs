//! What has digits or number words, and is no claim: dates, clock times, labels, names. Recognised first, so that nothing
//! of them is half read.

use super::amount::Amount;
use super::line::Line;
use super::piece::{Form, Piece, is_hyphen};
use super::words::{Place, Role};
use crate::lexicon::Class;
use crate::token::{Kind, Token};

/// Digits as a token starts with them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Digits<'a> {
    pub(super) written: &'a str,
    /// One past their last byte.
    pub(super) end: usize,
    /// The number where it is whole and written without separators.
    pub(super) bare: Option<u64>,
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
        let piece = self.piece(token.span().start).filter(|piece| piece.form == Form::Digits)?;
        let digits = self.digits_of(piece);
        let more = piece.span.end < token.span().end;
        None.or_else(|| self.list_number(index, digits))
            .or_else(|| self.clock(piece.span.end))
            .or_else(|| if more { self.numeric_date(token) } else { None })
            .or_else(|| self.date(index, digits))
            .or_else(|| self.telephone(index, digits))
            .or_else(|| self.decade(digits))
            .or_else(|| self.year(index, digits))
            .or_else(|| self.address(index, digits))
            .or_else(|| self.label(index, digits))
            .or_else(|| self.idiom(digits, token))
    }

    pub(super) fn digits_of(&self, piece: Piece) -> Digits<'_> {
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
        let (_, first) = self.word(token.span().start)?;
        let end = token.span().end;
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
            && self.measure(token.span().start, &[Place::Before, Place::Both]).is_none()
        {
            return Some(end);
        }
        if let Some(street) = self.street_after(index).filter(|_| token.span().len() > 2) {
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

    /// `1.` or `1)` or `(1)` at the start of a paragraph.
    fn list_number(&self, index: usize, digits: Digits<'_>) -> Option<usize> {
        let first = index == 0 || (index == 1 && self.token(0)?.sign(b'('));
        let closed = matches!(self.char(digits.end), Some('.' | ')')) && !self.runs_on(digits.end + 1);
        (first && closed && digits.written.len() <= 3).then_some(digits.end)
    }

    /// `555-0142`, `1-800-555-0199`, `020 7946 0958`, `(555) 123-4567`
    fn telephone(&self, index: usize, first_group: Digits<'_>) -> Option<usize> {
        let behind = self.text.as_bytes().get(first_group.end..).unwrap_or_default();
        let grouped = matches!(behind, [b'-' | b'.' | b')' | b' ' | b'/', b' ' | b'0'..=b'9', ..]);
        if !grouped && first_group.written.len() < 5 && !first_group.written.starts_with('0') {
            return None; // as most numbers
        }
        let (mut end, mut groups, mut digits) = (self.token(index)?.span().start, 0, 0);
        while let Some(group) = self.piece(end).filter(|piece| piece.form == Form::Digits && groups < 8) {
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
        let street = names
            .find(|token| token.span().start > number.span().end + 3 && self.token_entry(token).is(Role::STREET))?;
        Some(street.span().end)
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
        if joined && before.sign(b'.') && before.spaced {
            return Some(digits.end); // `.5`
        }
        if digits.bare.is_some_and(|number| number >= 100) && self.has_role(index + 1, Role::BLOCK) {
            return Some(digits.end);
        }
        let bare = digits.bare.is_some() || (digits.written.len() <= 5 && digits.written.contains('.'));
        if !bare || self.is_measured(index, digits) {
            return None;
        }
        let letters = self.token(index).map_or(digits.end, |token| token.span().end);
        let owner = index.checked_sub(2).and_then(|at| self.token(at)).filter(|_| before.kind == Kind::Clitic);
        if self.is_label(before) || owner.is_some_and(|owner| owner.capital() && self.is_label(owner)) {
            return Some(letters);
        }
        (self.is_name(index - 1, before) && !self.counted_ahead(index + 1)).then_some(letters)
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
    fn is_name(&self, index: usize, token: &Token) -> bool {
        let known = Class::MONTH | Class::TIME | Class::VERB | Class::ADVERB | Class::NUMBER;
        let other = Class::HONORIFIC | Class::ROLE | Class::GROUP | Class::DEMONYM;
        token.kind == Kind::Word
            && self.written(token).contains(char::is_uppercase)
            && !self.title_case
            && !self.function(token)
            && !token.is(known | other)
            && !(self.starts_sentence(index) && (token.is(Class::COMMON) || token.word.cue().is_some()))
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
        let name = name && !self.counted_ahead(self.token_from(token.span().end));
        let slashed = next == Some('/') && digit_after && !self.is_fraction(digits);
        (listed || bracket || twice || long || name || slashed).then_some(token.span().end)
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
