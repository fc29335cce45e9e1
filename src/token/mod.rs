//! Tokens with their word classes: one look at the bytes, one look-up a word.

mod scanner;

use std::ops::Range;

use crate::lexicon::{Class, Lexicon, Word};
use crate::room;
use crate::segment;
use crate::span::Span;
use scanner::{Scanner, is_letter};

/// A word, number, mark or piece of punctuation.
///
/// Every stage reads all tokens, and in the worst of texts each byte is one: so a token takes 24 bytes. At 40, a megabyte of
/// commas took five times as long as a quarter of it, because allocators take a block of more than 32 MiB from the system
/// anew each time, page by page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Token {
    start: u32,
    end: u32,
    /// What it looks like.
    pub(crate) kind: Kind,
    /// How its letters are cased.
    pub(crate) case: Case,
    /// Whether white space, or the start of a paragraph, stands before it.
    pub(crate) spaced: bool,
    /// Whether a hyphen stands inside.
    pub(crate) hyphened: bool,
    /// What the lexicon knows of it.
    pub(crate) word: Word,
}

/// What a token looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with inner hyphens, apostrophes and dots: `prime`, `O’Neill`, `Washington-based`, `U.S.`, `Mr.`
    Word,
    /// Starts with a digit: `47`, `1,200.5`, `17-year-old`, `3bn`, `90s`.
    Number,
    /// What an apostrophe parts from a word: `’s`, `’ll`.
    Clitic,
    /// A quotation mark, or an apostrophe that may be one.
    Mark(Mark),
    /// A dash between words: `–`, `—`, `--`, or a hyphen with white space around it.
    Dash,
    /// `…` or `...`
    Ellipsis,
    /// An ASCII sign.
    Sign(u8),
    /// Any other sign.
    Symbol,
    /// A web or mail address.
    Address,
}

/// The glyph of a quotation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// `"`
    Straight,
    /// `“`, ` `` `
    Open,
    /// `”`, `''`
    Close,
    /// `„` and `‟`
    Low,
    /// `«`
    GuillemetOpen,
    /// `»`
    GuillemetClose,
    /// `'`
    StraightSingle,
    /// `‘`
    OpenSingle,
    /// `’`, also the typographic apostrophe
    CloseSingle,
}

/// How a token's letters are cased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// No letter, or all are small.
    Lower,
    /// The first is small and another is a capital: `eBay`.
    Inner,
    /// The first is a capital: `Ann`, `McDonald`.
    Capital,
    /// All are, and there are at least two: `NATO`, `U.S.`
    Upper,
}

/// How a token is written.
struct Look {
    case: Case,
    spaced: bool,
    hyphened: bool,
}

impl Token {
    #[inline]
    fn new(span: Span, kind: Kind, Look { case, spaced, hyphened }: Look, word: Word) -> Token {
        let (start, end) = (span.start as u32, span.end as u32);
        let word = if case == Case::Upper { in_capitals(word) } else { word };
        Token { start, end, kind, case, spaced, hyphened, word }
    }

    /// Where it stands.
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// The token without its first bytes.
    pub(crate) fn without_first(&self, bytes: u32) -> Token {
        Token { start: self.end.min(self.start + bytes), ..*self }
    }

    /// Whether it begins with a capital letter.
    pub(crate) fn capital(&self) -> bool {
        matches!(self.case, Case::Capital | Case::Upper)
    }

    /// Whether the lexicon puts it into the class.
    pub(crate) fn is(&self, class: Class) -> bool {
        self.word.is(class)
    }

    /// Whether it is this ASCII sign.
    pub(crate) fn sign(&self, sign: u8) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// Whether it is made of letters or digits.
    pub(crate) fn wordlike(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number | Kind::Address)
    }

    /// Whether it is a party with its state: `R-Texas`.
    pub(crate) fn is_party(&self, text: &str) -> bool {
        self.hyphened && matches!(self.span().of(text).as_bytes(), [b'D' | b'I' | b'R', b'-', b'A'..=b'Z', _, ..])
    }

    /// Whether a name may start with it: a word with a capital, or one such as `de`.
    pub(crate) fn may_start_name(&self) -> bool {
        (self.case != Case::Lower || self.is(Class::PARTICLE)) && matches!(self.kind, Kind::Word | Kind::Number)
    }

    /// Whether it ends a sentence where it stands outside of quotation marks.
    pub(crate) fn terminal(&self) -> bool {
        matches!(self.kind, Kind::Sign(b'.' | b'?' | b'!'))
    }
}

/// The tokens of the text, and those of each paragraph as a range. What stands behind the first four gibibytes has none.
pub(crate) fn tokens(text: &str, lexicon: &Lexicon) -> (Vec<Token>, Vec<Range<usize>>) {
    let text =
        &text[..(0..=text.len().min(MOST_BYTES)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()];
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let spans = segment::paragraphs(text).into_iter();
    let paragraphs = spans.map(|span| tokenize(text, span, lexicon, &mut tokens)).collect();
    (tokens, paragraphs)
}

/// The tokens of one paragraph, appended to `tokens`; returns their range.
pub(crate) fn tokenize(text: &str, paragraph: Span, lexicon: &Lexicon, tokens: &mut Vec<Token>) -> Range<usize> {
    let first = tokens.len();
    let mut scanner = Scanner { text, end: paragraph.end, at: paragraph.start, start: paragraph.start };
    loop {
        room::make(tokens, scanner.at, text.len());
        let before = scanner.at;
        scanner.skip_space();
        let spaced = scanner.at > before || before == paragraph.start;
        if let Some(token) = scanner.plain_word(spaced, lexicon) {
            tokens.push(token);
            continue;
        }
        let Some((span, kind)) = scanner.next_piece(spaced, lexicon) else { break };
        let written = span.of(text);
        let lettered = matches!(kind, Kind::Word | Kind::Number);
        let case = if lettered { case_of(written) } else { Case::Lower };
        let known = matches!(kind, Kind::Word | Kind::Clitic) && !is_initial(written);
        let word = if known { lexicon.word(written) } else { Word::default() };
        let hyphened = lettered && written.contains(['-', '\u{2010}', '\u{2011}']);
        tokens.push(Token::new(span, kind, Look { case, spaced, hyphened }, word));
    }
    first..tokens.len()
}

/// How much of a text is read: what 32 bits can tell.
const MOST_BYTES: usize = u32::MAX as usize;

/// `US` is no pronoun.
#[cold] // few words are in capitals: that the others go round it takes 4 % off the reading of tokens
fn in_capitals(word: Word) -> Word {
    if word.is(Class::OBJECT) { Word::default() } else { word }
}

/// `A.` of `A. Lee`: no article.
fn is_initial(word: &str) -> bool {
    word.len() == 2 && word.ends_with('.')
}

fn case_of(word: &str) -> Case {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Case::Lower; // most words
    }
    if !word.starts_with(char::is_uppercase) {
        let inner = word.bytes().any(|byte| byte.is_ascii_uppercase());
        return match (has_capital_after_particle(word), inner) {
            (true, _) => Case::Capital,
            (false, true) => Case::Inner,
            (false, false) => Case::Lower,
        };
    }
    let mut letters = word.chars().filter(|ch| is_letter(*ch));
    let several = letters.clone().nth(1).is_some();
    if several && letters.all(char::is_uppercase) { Case::Upper } else { Case::Capital }
}

/// `al-Amri`, `el-Sisi`: a small particle, joined to a capital by a hyphen.
fn has_capital_after_particle(word: &str) -> bool {
    let parts = word.split_once(['-', '\u{2010}', '\u{2011}']);
    parts.is_some_and(|(particle, rest)| {
        particle.len() <= 4 && particle.is_ascii() && rest.starts_with(char::is_uppercase)
    }) && word.starts_with(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(&str, Kind)> {
        let lexicon = Lexicon::built_in().unwrap();
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &lexicon, &mut tokens);
        tokens.iter().map(|token| (token.span().of(text), token.kind)).collect()
    }

    fn strings(text: &str) -> Vec<&str> {
        pieces(text).into_iter().map(|(piece, _)| piece).collect()
    }

    #[test]
    fn a_token_is_small() {
        assert_eq!(size_of::<Token>(), 24);
    }

    #[test]
    fn letters_are_those_of_the_alphabets() {
        assert!(('\0'..=char::MAX).all(|ch| is_letter(ch) == ch.is_alphabetic()));
    }

    #[test]
    fn words_keep_hyphens_and_apostrophes_and_part_with_clitics() {
        assert_eq!(
            strings("O’Neill's Washington-based aides don't"),
            ["O’Neill", "'s", "Washington-based", "aides", "don't"]
        );
    }

    #[test]
    fn abbreviations_keep_their_dot_and_sentences_do_not() {
        assert_eq!(strings("Mr. J. Smith of the U.S. left."), ["Mr.", "J.", "Smith", "of", "the", "U.S.", "left", "."]);
    }

    #[test]
    fn numbers_keep_separators_and_suffixes() {
        assert_eq!(
            strings("$1,200.50, 17-year-old, 3bn, ’90s"),
            ["$", "1,200.50", ",", "17-year-old", ",", "3bn", ",", "’", "90s"]
        );
    }

    #[test]
    fn addresses_are_one_token() {
        let (piece, kind) = pieces("https://example.org/a?b=1.")[0];
        assert_eq!((piece, kind), ("https://example.org/a?b=1", Kind::Address));
    }

    #[test]
    fn marks_are_told_by_glyph() {
        let kinds: Vec<_> = pieces("“a” ``b'' ‘c’ \"")
            .into_iter()
            .map(|(_, kind)| kind)
            .filter(|kind| matches!(kind, Kind::Mark(_)))
            .collect();
        use Mark::{Close, CloseSingle, Open, OpenSingle, Straight};
        assert_eq!(kinds, [Open, Close, Open, Close, OpenSingle, CloseSingle, Straight].map(Kind::Mark));
    }
}
