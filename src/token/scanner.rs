//! Where a token starts and ends, and what it looks like.

use super::{Case, Kind, Look, Mark, Token};
use crate::lexicon::{Class, Lexicon, PlainWord, Word};
use crate::span::Span;

/// Reads one paragraph.
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) at: usize,
    pub(super) end: usize,
}

impl Scanner<'_> {
    /// The word here if it is made of ASCII letters and surely ends with them, or with the full stop of a known
    /// abbreviation: a short cut that most words take.
    #[inline]
    pub(super) fn plain_word(&mut self, spaced: bool, lexicon: &Lexicon) -> Option<Token> {
        let bytes = &self.text.as_bytes()[self.at..];
        let plain = PlainWord::starts(bytes)?;
        let (from, end) = (self.at, self.at + plain.len);
        let capital = bytes[0].is_ascii_uppercase();
        let word = lexicon.plain_word(plain, || &self.text[from..end]);
        let dot = match self.text.as_bytes().get(end..self.end)? {
            [] | [b' ' | b',' | b';' | b')' | b'"' | b'!' | b'?', ..] => false,
            [b'.'] | [b'.', b' ' | b'"' | b'\n', ..] if plain.len > 1 => is_abbreviation(word, capital),
            _ => return None,
        };
        let case = match capital {
            false if plain.small => Case::Lower,
            false => Case::Inner,
            true if plain.capitals && plain.len > 1 => Case::Upper,
            true => Case::Capital,
        };
        self.at = end + usize::from(dot);
        let span = Span::new(from, self.at);
        Some(Token::new(span, Kind::Word, Look { case, spaced, hyphened: false }, word))
    }

    pub(super) fn next_piece(&mut self, spaced: bool, lexicon: &Lexicon) -> Option<(Span, Kind)> {
        let ch = self.char_at(self.at)?;
        let from = self.at;
        let kind = if ch.is_ascii_alphabetic() {
            match self.money_sign() {
                Some(len) => {
                    self.at += len;
                    Kind::Symbol
                }
                None => self.word(lexicon),
            }
        } else if matches!(ch, ',' | ';' | ':' | '(' | ')' | '?' | '!' | '$') {
            self.at += 1;
            Kind::Sign(ch as u8)
        } else if self.is_apostrophe_of_clitic(ch) {
            self.at += ch.len_utf8();
            self.skip_while(is_letter);
            Kind::Clitic
        } else if let Some((mark, len)) = self.mark(ch) {
            self.at += len;
            Kind::Mark(mark)
        } else if is_letter(ch) || (matches!(ch, '@' | '#') && self.char_at(self.at + 1).is_some_and(is_letter)) {
            self.word(lexicon)
        } else if ch.is_numeric() {
            self.number()
        } else {
            self.punctuation(ch, spaced)
        };
        Some((Span::new(from, self.at), kind))
    }

    /// How long the letters are that stand for a currency right before an amount: `R18.8 million`, `N300,000`, `KSh500`. A
    /// single letter has to be told from a name: `R18`, `N95`.
    fn money_sign(&self) -> Option<usize> {
        let rest = self.rest();
        let len = rest.iter().take(4).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let amount = &rest[len..];
        if !amount.first().is_some_and(u8::is_ascii_digit) {
            return None; // as nearly always
        }
        let sign = std::str::from_utf8(&rest[..len]).ok().filter(|sign| MONEY_SIGNS.contains(sign))?;
        let digits = amount.iter().take(16).take_while(|byte| byte.is_ascii_digit()).count();
        let behind = &amount[digits..];
        let grouped = matches!(behind, [b',' | b'.', b'0'..=b'9', ..]);
        let large = LARGE.iter().any(|word| {
            let end = behind.strip_prefix(word.as_bytes()).map(|end| end.first().copied());
            end.is_some_and(|end| !end.is_some_and(|byte| byte.is_ascii_alphanumeric()))
        });
        (sign.len() > 1 || grouped || large).then_some(len)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        if at >= self.end {
            return None;
        }
        let byte = self.text.as_bytes()[at];
        if byte.is_ascii() { Some(byte as char) } else { self.text.get(at..self.end)?.chars().next() }
    }

    fn char_before(&self, at: usize) -> Option<char> {
        if at <= self.start {
            return None;
        }
        let byte = self.text.as_bytes()[at - 1];
        if byte.is_ascii() { Some(byte as char) } else { self.text.get(self.start..at)?.chars().next_back() }
    }

    fn skip_while(&mut self, pass: impl Fn(char) -> bool) {
        while let Some(ch) = self.char_at(self.at).filter(|ch| pass(*ch)) {
            self.at += ch.len_utf8();
        }
    }

    fn rest(&self) -> &[u8] {
        &self.text.as_bytes()[self.at..self.end]
    }

    /// Passes over white space: mostly none, or one space.
    #[inline]
    pub(super) fn skip_space(&mut self) {
        match self.rest() {
            [b'!'..=b'~', ..] => {}
            [b' ', b'!'..=b'~', ..] => self.at += 1,
            _ => self.skip_rare_space(),
        }
    }

    fn skip_rare_space(&mut self) {
        self.skip_while(|ch| ch.is_whitespace() || is_invisible(ch));
    }

    /// Passes over plain letters and digits, which are most of a text, without making characters of them. Whether the word
    /// surely ends behind them, as most do.
    fn skip_ascii_word(&mut self) -> bool {
        let rest = self.rest();
        let len = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let ends = matches!(rest[len..], [] | [b' ' | b',' | b';' | b')' | b'"' | b'!' | b'?', ..]);
        self.at += len;
        ends
    }

    /// The quotation mark that starts here, with its length in bytes.
    fn mark(&self, ch: char) -> Option<(Mark, usize)> {
        let doubled = |ch: char| self.char_at(self.at + ch.len_utf8()) == Some(ch);
        let mark = match ch {
            '"' | '\u{ff02}' => Mark::Straight,
            '“' | '〝' => Mark::Open,
            '”' | '〞' => Mark::Close,
            '„' | '‟' => Mark::Low,
            '«' => Mark::GuillemetOpen,
            '»' => Mark::GuillemetClose,
            '`' if doubled('`') => return Some((Mark::Open, 2)),
            '\'' if doubled('\'') => return Some((Mark::Close, 2)),
            '‘' if doubled('‘') => return Some((Mark::Open, 2 * '‘'.len_utf8())),
            '’' if doubled('’') => return Some((Mark::Close, 2 * '’'.len_utf8())),
            '\'' => Mark::StraightSingle,
            '‘' | '‚' | '‛' | '`' | '‹' => Mark::OpenSingle,
            '’' | '›' | '´' => Mark::CloseSingle,
            _ => return None,
        };
        // An apostrophe before digits stands for a century: ’90s.
        if matches!(mark, Mark::StraightSingle | Mark::CloseSingle | Mark::OpenSingle)
            && self.char_at(self.at + ch.len_utf8()).is_some_and(|next| next.is_ascii_digit())
            && self.is_short_year(self.at + ch.len_utf8())
        {
            return None;
        }
        Some((mark, ch.len_utf8()))
    }

    fn is_short_year(&self, at: usize) -> bool {
        let rest = self.text.as_bytes().get(at..self.end).unwrap_or_default();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        digits == 2 && !matches!(rest.get(2), Some(b'%' | b',' | b'-'))
    }

    fn word(&mut self, lexicon: &Lexicon) -> Kind {
        let from = self.at;
        self.at += self.char_at(self.at).map_or(1, char::len_utf8);
        loop {
            if self.skip_ascii_word() {
                break;
            }
            self.skip_while(|ch| is_letter(ch) || ch.is_numeric() || ch == '_' || is_combining(ch) || is_joiner(ch));
            let Some(ch) = self.char_at(self.at) else { break };
            let after = self.at + ch.len_utf8();
            let next = self.char_at(after);
            let inner = match ch {
                '-' | '\u{2010}' | '\u{2011}' => next.is_some_and(|next| next.is_alphanumeric()),
                '\'' | '’' | '\u{2bc}' => next.is_some_and(is_letter) && !self.is_clitic(after),
                '&' => {
                    next.is_some_and(char::is_uppercase) && self.char_before(self.at).is_some_and(char::is_uppercase)
                }
                '.' => match self.dot(from, next, lexicon) {
                    Dot::Inner => true,
                    Dot::Last => {
                        self.at = after;
                        break;
                    }
                    Dot::Outside => false,
                },
                ':' | '@' | '/' if self.starts_address(from) => {
                    self.skip_while(|ch| !ch.is_whitespace() && !matches!(ch, '"' | '“' | '”' | '<' | '>' | ')'));
                    while matches!(self.char_before(self.at), Some('.' | ',' | ';' | ':' | '!' | '?')) {
                        self.at -= 1;
                    }
                    return Kind::Address;
                }
                _ => false,
            };
            if !inner {
                break;
            }
            self.at = after;
        }
        Kind::Word
    }

    /// Whether the text from `at` is a clitic: `s`, `ll`, `re`, `ve`, `d`, `m` and then no letter.
    fn is_clitic(&self, at: usize) -> bool {
        let rest = self.text.get(at..self.end).unwrap_or_default();
        let letters = rest.bytes().take(3).take_while(u8::is_ascii_alphabetic).count();
        let whole = rest[letters..].chars().next().is_none_or(|ch| !ch.is_alphanumeric());
        whole
            && matches!(
                &rest.as_bytes()[..letters],
                b"s" | b"S" | b"ll" | b"re" | b"ve" | b"d" | b"m" | b"LL" | b"RE" | b"VE"
            )
    }

    fn is_apostrophe_of_clitic(&self, ch: char) -> bool {
        matches!(ch, '\'' | '’' | '\u{2bc}')
            && self.char_before(self.at).is_some_and(char::is_alphanumeric)
            && self.is_clitic(self.at + ch.len_utf8())
    }

    fn dot(&self, from: usize, next: Option<char>, lexicon: &Lexicon) -> Dot {
        let so_far = without_party(&self.text[from..self.at]);
        let last_letter = so_far.chars().next_back();
        let letters_since_dot = so_far.rsplit('.').next().map_or(0, |part| part.chars().count());
        let dotted = so_far.contains('.');
        if next.is_some_and(is_letter) && letters_since_dot == 1 && (dotted || so_far.len() == 1) {
            return Dot::Inner;
        }
        if next.is_some_and(|next| next.is_ascii_lowercase())
            && last_letter.is_some_and(char::is_alphanumeric)
            && so_far.len() > 1
        {
            return Dot::Inner; // a domain name: example.org
        }
        if letters_since_dot == 1
            && (dotted || (so_far.chars().count() == 1 && last_letter.is_some_and(char::is_uppercase)))
        {
            return Dot::Last;
        }
        let capital = !so_far.starts_with(char::is_lowercase);
        if is_abbreviation(lexicon.word(so_far), capital) { Dot::Last } else { Dot::Outside }
    }

    fn starts_address(&self, from: usize) -> bool {
        let rest = &self.text[self.at..self.end];
        let head = &self.text[from..self.at];
        (rest.starts_with("://") && head.len() <= 8)
            || (rest.starts_with('@') && rest[1..].starts_with(|ch: char| ch.is_ascii_alphanumeric()))
            || (rest.starts_with('/') && head.contains('.') && !head.ends_with('.'))
    }

    fn number(&mut self) -> Kind {
        loop {
            self.skip_while(|ch| ch.is_alphanumeric());
            let Some(ch) = self.char_at(self.at) else { break };
            let next = self.char_at(self.at + ch.len_utf8());
            let inner = match ch {
                '.' | ',' | ':' => {
                    next.is_some_and(|next| next.is_ascii_digit())
                        && self.char_before(self.at).is_some_and(|ch| ch.is_ascii_digit())
                }
                '-' | '\u{2010}' | '\u{2011}' => next.is_some_and(char::is_alphanumeric),
                '/' => next.is_some_and(|next| next.is_ascii_digit()),
                _ => false,
            };
            if !inner {
                break;
            }
            self.at += ch.len_utf8();
        }
        Kind::Number
    }

    fn punctuation(&mut self, ch: char, spaced: bool) -> Kind {
        self.at += ch.len_utf8();
        match ch {
            '–' | '—' | '―' | '‒' | '−' => Kind::Dash,
            '-' => {
                let from = self.at;
                self.skip_while(|ch| ch == '-');
                let space_after = self.char_at(self.at).is_none_or(char::is_whitespace);
                if self.at > from || (spaced && space_after) { Kind::Dash } else { Kind::Sign(b'-') }
            }
            '…' => Kind::Ellipsis,
            '.' => self.dots(),
            ch if ch.is_ascii() => Kind::Sign(ch as u8),
            _ => Kind::Symbol,
        }
    }

    /// `...` and `. . .`
    fn dots(&mut self) -> Kind {
        let rest = &self.text.as_bytes()[self.at..self.end];
        let more = rest.iter().take_while(|byte| **byte == b'.').count();
        if more >= 1 {
            self.at += more;
            return Kind::Ellipsis;
        }
        if rest.starts_with(b" . .") {
            self.at += 4;
            return Kind::Ellipsis;
        }
        Kind::Sign(b'.')
    }
}

/// What papers write right before an amount: rand, naira, rupees, shillings, ringgit, rupiah, taka.
const MONEY_SIGNS: [&str; 11] = ["R", "N", "Rs", "Sh", "Ksh", "KSh", "USh", "TSh", "RM", "Rp", "Tk"];

/// What tells behind the digits that they are an amount.
const LARGE: [&str; 11] =
    ["m", "bn", "tn", "k", " million", " billion", " trillion", " thousand", " crore", " lakh", "-million"];

/// Whether a dot behind the word is a part of it: `It had been ill.` ends a sentence, `Ill.` stands for Illinois.
fn is_abbreviation(word: Word, capital: bool) -> bool {
    word.is(Class::ABBREVIATION) && (capital || !word.is(Class::COMMON | Class::DETERMINER))
}

enum Dot {
    Inner,
    Last,
    Outside,
}

/// As `char::is_alphabetic`, without its look-up of some 200 instructions for European letters, dashes and quotation marks.
pub(super) fn is_letter(ch: char) -> bool {
    match ch {
        '\0'..='\x7f' => ch.is_ascii_alphabetic(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' => true,
        '\u{2000}'..='\u{206f}' => false,
        _ => ch.is_alphabetic(),
    }
}

fn is_combining(ch: char) -> bool {
    matches!(ch, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}')
}

/// Soft hyphen, word joiner, zero-width space and (non-)joiner: invisible, and no end of a word.
fn is_joiner(ch: char) -> bool {
    matches!(ch, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Characters without width, which may stand anywhere: joiners and direction marks.
fn is_invisible(ch: char) -> bool {
    is_joiner(ch) || matches!(ch, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `N` of `D-N`, the start of `D-N.Y.`: a party's letter is no part of the state.
fn without_party(word: &str) -> &str {
    match word.as_bytes() {
        [b'D' | b'I' | b'R', b'-', b'A'..=b'Z', ..] => &word[2..],
        _ => word,
    }
}
