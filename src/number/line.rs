//! One paragraph, as the readers of numbers see it: tokens with their classes, and the pieces inside them.

use super::memo::Memo;
use super::piece::{Form, Piece, is_hyphen, piece_at};
use super::words::{Entry, Measure, NumberWords, Place, Role};
use crate::lexicon::{Class, PlainWord};
use crate::span::Span;
use crate::token::{Case, Kind, Token};

/// A paragraph of the article. `text` ends where the paragraph ends; offsets are those of the article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) words: &'a NumberWords,
    /// Whether most words are capitalised, as in a headline, so that capitals tell nothing.
    pub(super) title_case: bool,
    pub(super) memo: &'a Memo<'a>,
}

impl<'a> Line<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token], words: &'a NumberWords, memo: &'a Memo<'a>) -> Self {
        memo.clear();
        let end = tokens.last().map_or(0, |token| token.span().end);
        let long = || tokens.iter().filter(|token| token.kind == Kind::Word && token.span().len() > 3);
        let sentence = tokens.len() >= 40 || tokens.last().is_some_and(Token::terminal);
        let title_case = !sentence && {
            let capitals = long().filter(|token| token.capital()).count();
            capitals > 2 && capitals * 10 > long().count() * 7
        };
        Self { text: &text[..end], tokens, words, title_case, memo }
    }

    /// The piece after byte `at`.
    pub(super) fn piece(&self, at: usize) -> Option<Piece> {
        self.known_piece(at).map(|(piece, _)| piece)
    }

    /// The piece after byte `at`, and what the tables say of it.
    ///
    /// In a function of its own: with copies wherever it and the like are asked for, the readers of a number outgrew the
    /// cache of instructions, and of seven misses a byte of wire reports five and a half are left.
    #[inline(never)]
    pub(super) fn known_piece(&self, at: usize) -> Option<(Piece, &'a Entry)> {
        // With the space before it a piece is the same as without.
        let at = at + usize::from(self.text.as_bytes().get(at) == Some(&b' '));
        self.memo.piece(at).answer(at, || self.read_piece(at))
    }

    fn read_piece(&self, at: usize) -> Option<(Piece, &'a Entry)> {
        self.plain_piece(at).or_else(|| piece_at(self.text, at).map(|piece| (piece, self.entry(piece))))
    }

    /// The same of a word in ASCII letters that surely ends with them, as most do: measured and looked up in one glance.
    fn plain_piece(&self, at: usize) -> Option<(Piece, &'a Entry)> {
        let rest = self.text.as_bytes().get(at..)?;
        let word = PlainWord::starts(rest)?;
        let ends = match rest[word.len] {
            b'.' => word.len > 1, // `a.m.`
            next => next.is_ascii() && next != b'\'',
        };
        let span = Span::new(at, at + word.len);
        ends.then(|| (Piece { span, form: Form::Letters }, self.words.plain_entry(word)))
    }

    /// The piece after byte `at`, or after a hyphen there that joins it to what stands before.
    pub(super) fn step(&self, at: usize) -> Option<Piece> {
        self.piece(self.past_hyphen(at))
    }

    /// The same with what the tables say of it.
    pub(super) fn step_entry(&self, at: usize) -> Option<(Piece, &'a Entry)> {
        self.known_piece(self.past_hyphen(at))
    }

    /// The byte after a hyphen at `at` that joins two words, or `at`.
    #[inline]
    pub(super) fn past_hyphen(&self, at: usize) -> usize {
        // Nearly always there is none.
        if matches!(self.text.as_bytes().get(at), Some(b'-' | 0xe2)) { self.past_written_hyphen(at) } else { at }
    }

    #[inline(never)] // as above
    fn past_written_hyphen(&self, at: usize) -> usize {
        let mut rest = self.text.get(at..).unwrap_or_default().chars();
        match (rest.next(), rest.next()) {
            (Some(hyphen), Some(next)) if is_hyphen(hyphen) && (next.is_alphanumeric()) => at + hyphen.len_utf8(),
            _ => at,
        }
    }

    /// The letters after byte `at`, and what the tables say of them.
    pub(super) fn word(&self, at: usize) -> Option<(Piece, &'a Entry)> {
        self.step_entry(at).filter(|(piece, _)| piece.form == Form::Letters)
    }

    /// What the tables say of a piece. Of digits only `exclude` asks, as of a name: `911`.
    fn entry(&self, piece: Piece) -> &'a Entry {
        match piece.form {
            Form::Digits => self.words.numbered(0),
            _ => self.words.entry(piece.span.of(self.text)),
        }
    }

    /// The end of the letters after byte `at` where they are this word.
    #[inline(never)] // as `known_piece`
    pub(super) fn literal(&self, at: usize, word: &str) -> Option<usize> {
        let piece = if self.may_begin(at, &word.as_bytes()[..1]) { self.step(at)? } else { return None };
        piece.span.of(self.text).eq_ignore_ascii_case(word).then_some(piece.span.end)
    }

    /// A glance: whether a hyphen, or a word that begins with one of the letters, may stand after byte `at`. Nearly always
    /// something else does: known where it is asked, it takes 5 % off the reading of numbers.
    #[inline]
    pub(super) fn may_begin(&self, at: usize, letters: &[u8]) -> bool {
        let bytes = self.text.as_bytes();
        let next = match bytes.get(at) {
            Some(b' ') => bytes.get(at + 1).unwrap_or(&b' '),
            Some(next) => next,
            None => return false,
        };
        // A second space tells nothing, nor does what is not ASCII.
        !matches!(next, b'!'..=b',' | b'.'..=b'~') || letters.iter().any(|letter| (letter ^ next) & !SMALL == 0)
    }

    /// The character at byte `at`.
    pub(super) fn char(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// Whether letters or digits touch byte `at`.
    pub(super) fn runs_on(&self, at: usize) -> bool {
        self.char(at).is_some_and(char::is_alphanumeric)
    }

    /// The first token that starts at byte `at` or later.
    #[inline(never)] // as `known_piece`
    pub(super) fn token_from(&self, at: usize) -> usize {
        let before = |token: &Token| token.span().start < at;
        // What is asked for is mostly the token that is read, or stands right behind it.
        let here = self.memo.here.get();
        let near = self.tokens.get(here..).unwrap_or_default();
        match near.iter().take(NEAR).position(|token| !before(token)) {
            Some(0) if near[0].span().start == at => here,
            Some(steps) if steps > 0 => here + steps,
            _ => self.tokens.partition_point(before),
        }
    }

    pub(super) fn token(&self, index: usize) -> Option<&'a Token> {
        self.tokens.get(index)
    }

    /// The token before the one at `index`.
    pub(super) fn before(&self, index: usize) -> Option<&'a Token> {
        self.tokens.get(index.checked_sub(1)?)
    }

    pub(super) fn written(&self, token: &Token) -> &'a str {
        token.span().of(self.text)
    }

    /// What the number tables say of the token.
    pub(super) fn token_entry(&self, token: &Token) -> &'a Entry {
        self.words.entry_of(token)
    }

    /// Whether the token at `index` has the role.
    pub(super) fn has_role(&self, index: usize, role: Role) -> bool {
        self.token(index).is_some_and(|token| self.token_entry(token).is(role))
    }

    /// Whether the token before `index` has the role.
    pub(super) fn role_before(&self, index: usize, role: Role) -> bool {
        self.before(index).is_some_and(|token| self.token_entry(token).is(role))
    }

    /// Whether the token before `index` has the class.
    pub(super) fn class_before(&self, index: usize, class: Class) -> bool {
        self.before(index).is_some_and(|token| token.is(class))
    }

    pub(super) fn is_word(&self, index: usize, word: &str) -> bool {
        self.token(index)
            .is_some_and(|token| token.span().len() == word.len() && self.written(token).eq_ignore_ascii_case(word))
    }

    pub(super) fn word_before(&self, index: usize, word: &str) -> bool {
        index.checked_sub(1).is_some_and(|before| self.is_word(before, word))
    }

    /// Whether a sentence, or a quotation, starts at the token.
    pub(super) fn starts_sentence(&self, index: usize) -> bool {
        let Some(before) = self.before(index) else { return true };
        before.terminal()
            || matches!(before.kind, Kind::Mark(_) | Kind::Dash | Kind::Ellipsis | Kind::Symbol)
            || matches!(before.kind, Kind::Sign(b':' | b'(' | b'[' | b'*' | b'|'))
    }

    /// Whether the token names a month; `may` only with a capital.
    pub(super) fn is_month(&self, token: &Token) -> bool {
        token.capital() && (token.is(Class::MONTH) || self.written(token) == "May")
    }

    /// Whether the token reads as a plural noun: `villages`, `people`.
    pub(super) fn plural(&self, token: &Token) -> bool {
        if token.kind != Kind::Word {
            return false;
        }
        let entry = self.token_entry(token);
        if entry.is(Role::PLURAL) || token.is(Class::PLURAL) {
            return true;
        }
        let word = self.written(token);
        let ends = word.ends_with('s') || (token.case == Case::Upper && word.ends_with('S'));
        let no_noun = ["ss", "us", "is", "ous"].iter().any(|end| word.ends_with(end));
        ends && !no_noun && word.len() > 2 && !entry.is(Role::SINGULAR_S) && !self.function(token)
    }

    /// Whether a token is a small word that no noun phrase goes on with.
    pub(super) fn function(&self, token: &Token) -> bool {
        let classes = Class::PREPOSITION | Class::AUXILIARY | Class::CONJUNCTION | Class::RELATIVE | Class::THAT;
        let more = Class::SUBJECT
            | Class::DETERMINER
            | Class::TO
            | Class::OF
            | Class::AS
            | Class::NEGATION
            | Class::POSSESSIVE;
        token.is(classes | more | Class::AND | Class::OBJECT)
    }

    /// The plural noun, in small letters, that is the head of the phrase from `index`: within three words.
    pub(super) fn counted_ahead(&self, index: usize) -> bool {
        let ahead = self.tokens.get(index..).unwrap_or_default().iter().take(3);
        ahead
            .take_while(|token| token.kind == Kind::Word && !self.function(token))
            .any(|token| !token.capital() && self.plural(token))
    }

    /// The unit that begins at byte `at`, with its end.
    pub(super) fn measure(&self, at: usize, places: &[Place]) -> Option<(&'a Measure, Span)> {
        let (piece, entry) = self.known_piece(at)?;
        let first = piece.span;
        self.words.measures_of(entry).iter().filter(|measure| places.contains(&measure.place)).find_map(|measure| {
            if measure.letter.is_some_and(|letter| self.char(first.start) != Some(letter)) {
                return None;
            }
            let end = measure.rest.iter().try_fold(first.end, |end, rest| self.unit_piece(end, rest))?;
            let span = Span::new(first.start, end);
            let letters = span.of(self.text).ends_with(char::is_alphabetic);
            let named = measure.place == Place::Word && self.is_named(span.start);
            // `R18 million`, but not `Type R 18`
            let sign = || self.tokens.get(self.token_from(span.start)).is_some_and(|token| token.kind == Kind::Symbol);
            let lone = letters && measure.place == Place::Before && span.len() == 1;
            let cut = if lone { !sign() } else { letters && self.runs_on(end) && !sign() };
            (!named && !cut).then_some((measure, span))
        })
    }

    /// Whether a capital that is no headline's makes the word at byte `at` a name.
    fn is_named(&self, at: usize) -> bool {
        !self.title_case && self.char(at).is_some_and(char::is_uppercase)
    }

    fn unit_piece(&self, at: usize, wanted: &str) -> Option<usize> {
        let at = if self.char(at) == Some('.') { at + 1 } else { at };
        self.literal(at, wanted)
    }
}

/// The bit that makes an ASCII letter small.
const SMALL: u8 = 0x20;

/// How many tokens are passed over one by one before a search.
const NEAR: usize = 8;
