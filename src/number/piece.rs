//! The pieces of a number: what a token is cut into where digits, letters and hyphens meet.

use crate::span::Span;

/// A run of digits, a run of letters, or a sign: `17-year-old` has five, `3bn` two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) form: Form,
}

/// What a piece is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits with their separators and a fraction glyph: `1,200.5`, `2½`.
    Digits,
    /// Letters, with inner dots (`a.m.`), apostrophes (`o’clock`) and signs of units (`m²`, `°C`).
    Letters,
    /// Any other character.
    Sign(char),
}

/// The value of a glyph as numerator and denominator.
pub(super) fn fraction_glyph(ch: char) -> Option<(u64, u32)> {
    Some(match ch {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}

/// The most bytes of digits that are one number.
const LONGEST: usize = 60;

/// Whether the character joins words: hyphen, no-break hyphen.
pub(super) fn is_hyphen(ch: char) -> bool {
    matches!(ch, '-' | '\u{2010}' | '\u{2011}')
}

/// The texts of all pieces.
pub(super) fn pieces_of(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let piece = piece_at(text, at)?;
        at = piece.span.end;
        Some(piece.span.of(text))
    })
}

/// The piece that starts at byte `at`, after any white space.
pub(super) fn piece_at(text: &str, at: usize) -> Option<Piece> {
    let rest = text.get(at..)?;
    let start = at + space_len(rest);
    let rest = &text[start..];
    let ch = rest.chars().next()?;
    let (len, form) = if ch.is_ascii_digit() || fraction_glyph(ch).is_some() {
        (digits_len(rest), Form::Digits)
    } else if is_letter(ch) {
        (letters_len(rest), Form::Letters)
    } else {
        (ch.len_utf8(), Form::Sign(ch))
    };
    Some(Piece { span: Span::new(start, start + len), form })
}

/// The white space before a piece: mostly none or one space.
fn space_len(text: &str) -> usize {
    match text.as_bytes() {
        [b'!'..=b'~', ..] => 0,
        [b' ', b'!'..=b'~', ..] => 1,
        _ => text.len() - text.trim_start().len(),
    }
}

fn is_letter(ch: char) -> bool {
    ch.is_alphabetic() || matches!(ch, '²' | '³' | '°')
}

fn letters_len(text: &str) -> usize {
    let mut len = run_of_letters(text);
    let run = |from: usize| run_of_letters(&text[from..]);
    while let Some(joint) = text[len..].chars().next().filter(|ch| matches!(ch, '.' | '\'' | '’')) {
        let next = len + joint.len_utf8();
        let more = run(next);
        let single = joint == '.' && more == 1 && text[..len].rsplit('.').next().is_some_and(|part| part.len() == 1);
        if !(single || (joint != '.' && more > 2)) {
            break;
        }
        len = next + more;
    }
    len
}

fn run_of_letters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let plain = bytes.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(bytes.len());
    if bytes.get(plain).is_none_or(u8::is_ascii) {
        return plain;
    }
    text.chars().take_while(|ch| is_letter(*ch)).map(char::len_utf8).sum()
}

fn digits_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let run =
        |from: usize| bytes.get(from..).map_or(0, |rest| rest.iter().take_while(|byte| byte.is_ascii_digit()).count());
    let mut len = run(0);
    let first = len;
    while first <= 3
        && first > 0
        && len < LONGEST
        && run(len + separator_len(&text[len..])) == 3
        && separator_len(&text[len..]) > 0
    {
        if bytes[0] == b'0' {
            break;
        }
        len += separator_len(&text[len..]) + 3;
    }
    let decimals = if bytes.get(len) == Some(&b'.') { run(len + 1) } else { 0 };
    let after = len + 1 + decimals;
    let dotted = bytes.get(after) == Some(&b'.') && run(after + 1) > 0;
    if decimals > 0 && !dotted {
        len = after;
    }
    let glyph = text[len..].chars().next().filter(|ch| fraction_glyph(*ch).is_some());
    len + glyph.map_or(0, char::len_utf8)
}

/// The length of what may part groups of three digits: a comma or one space.
fn separator_len(text: &str) -> usize {
    let separator = text.chars().next().filter(|ch| matches!(ch, ',' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}'));
    separator.map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_part_digits_letters_and_hyphens() {
        let pieces = |text| pieces_of(text).collect::<Vec<_>>();
        assert_eq!(pieces("17-year-old"), ["17", "-", "year", "-", "old"]);
        assert_eq!(pieces("£1,200.50bn"), ["£", "1,200.50", "bn"]);
        assert_eq!(pieces("2½ m² 5°C"), ["2½", "m²", "5", "°C"]);
        assert_eq!(pieces("1 500 at 9 a.m. 1,23"), ["1 500", "at", "9", "a.m", ".", "1", ",", "23"]);
        assert_eq!(pieces("10.5.2019 o’clock year’s"), ["10", ".", "5.2019", "o’clock", "year", "’", "s"]);
    }
}
