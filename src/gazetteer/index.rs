//! Finds names in an article: an anchored search at the start of a token.
//!
//! Names of several words stand in an Aho-Corasick automaton. Those of one word, which are most, stand in a table of
//! hashes: building the automaton is what costs most of the time until the first extraction.

use std::ops::Range;

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::{Candidate, Gazetteer, fold, names_of};
use crate::lexicon::Class;
use crate::token::{Case, Token};

/// A gazetteer with what finds its names. All names are folded (see `fold`); several entries may share one.
#[derive(Debug, Clone)]
pub(crate) struct Names {
    gazetteer: Gazetteer,
    /// Names of one word: hash in the upper half, number of the entry in the lower; sorted.
    single: Vec<u64>,
    /// Names of several words.
    several: NFA,
    /// For each pattern of the automaton the number of its entry.
    owners: Vec<u32>,
}

/// The longest name that starts at a token.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Hit {
    /// One past its last byte in the article: the end of a token, or a hyphen inside one (`London-based`).
    pub(crate) end: usize,
    /// How many tokens it covers, the last perhaps in part.
    pub(crate) tokens: usize,
    bearers: Bearers,
}

/// Who bears the name: a stretch of the hash table, or a state of the automaton with the length of the folded name.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Bearers {
    Single(usize, usize),
    Several(StateID, usize),
}

/// How the words of the article are read.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Reading {
    AsWritten,
    /// `NEW YORK` as `New York`, `RIO DE JANEIRO` as `Rio de Janeiro`.
    Recased,
}

impl Names {
    /// Builds table and automaton.
    pub(crate) fn new(gazetteer: Gazetteer) -> Names {
        let mut single = Vec::with_capacity(gazetteer.entries.len());
        let (mut folded, mut ends, mut owners) = (String::new(), Vec::new(), Vec::new());
        for (number, entry) in (0..).zip(&gazetteer.entries) {
            for name in names_of(entry, &gazetteer.texts) {
                if name.bytes().any(|byte| byte == b' ') || !name.is_ascii() && name.contains(char::is_whitespace) {
                    fold::push(name, &mut folded);
                    ends.push(folded.len());
                    owners.push(number);
                } else {
                    single.push(hashed(fold::letters(name)) | u64::from(number));
                }
            }
        }
        single.sort_unstable();
        let mut start = 0;
        let patterns = ends.iter().map(|end| &folded.as_bytes()[std::mem::replace(&mut start, *end)..*end]);
        let several = NFA::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .prefilter(false)
            .build(patterns)
            .expect("tables limit names to far fewer bytes than the automaton may have states");
        Names { gazetteer, single, several, owners }
    }

    /// Bytes on the heap: of the automaton, and of all else.
    #[cfg(test)]
    pub(super) fn memory(&self) -> (usize, usize) {
        let entries = self.gazetteer.entries.capacity() * size_of::<super::Entry>();
        let tables = self.gazetteer.texts.capacity() + self.single.capacity() * 8 + self.owners.capacity() * 4;
        (self.several.memory_usage(), entries + tables)
    }

    /// The longest name that starts with the first token and ends with a token, or before a hyphen inside one.
    pub(crate) fn longest_at(&self, text: &str, tokens: &[Token]) -> Option<Hit> {
        let first = tokens.first()?;
        let written = self.walk(text, tokens, Reading::AsWritten);
        if written.is_some() || first.case != Case::Upper {
            return written;
        }
        self.walk(text, tokens, Reading::Recased).filter(|hit| hit.tokens > 1 || first.span.len() >= SHOUTED)
    }

    /// The entries that bear the name found.
    pub(crate) fn candidates(&self, hit: Hit) -> impl Iterator<Item = Candidate<'_>> + use<'_> {
        let (single, (state, len)) = match hit.bearers {
            Bearers::Single(start, end) => (&self.single[start..end], (None, 0)),
            Bearers::Several(state, len) => (&self.single[..0], (Some(state), len)),
        };
        let patterns = state.into_iter().flat_map(move |state| patterns(&self.several, state, len));
        let several = patterns.map(|pattern| self.owners[pattern]);
        single.iter().map(|key| *key as u32).chain(several).map(|number| self.candidate(number))
    }

    /// The entry of this number.
    pub(crate) fn candidate(&self, number: u32) -> Candidate<'_> {
        Candidate { entry: &self.gazetteer.entries[number as usize], number, texts: &self.gazetteer.texts }
    }

    fn walk(&self, text: &str, tokens: &[Token], reading: Reading) -> Option<Hit> {
        let mut walk = Walk::new(self);
        let mut best = None;
        for (at, token) in tokens.iter().enumerate() {
            if at > 0 && token.spaced {
                walk.feed(' ');
            }
            let recase = (reading == Reading::Recased && token.case != Case::Lower).then(|| at > 0 && small(token));
            for (ch, end) in cased(text, token, recase) {
                walk.feed(ch);
                if walk.over() {
                    return best;
                }
                if is_boundary(text, token, end) {
                    let bearers = walk.bearers();
                    best = bearers.map(|bearers| Hit { end, tokens: at + 1, bearers }).or(best);
                }
            }
        }
        best
    }

    /// The names of one word with this hash, unless another word has it by chance.
    fn single(&self, hash: u64) -> Range<usize> {
        let start = self.single.partition_point(|key| *key < hash);
        let same = self.single[start..].iter().take_while(|key| *key & HASH == hash).count();
        start..start + same
    }
}

/// The shortest word in capitals, in bytes, that may be a name and no acronym: `IRAN`, but not `IG`.
const SHOUTED: usize = 4;

/// The upper half of an entry in the table of names of one word.
const HASH: u64 = !0 << 32;

/// The hash of a folded name (FNV-1a), in the upper half.
fn hashed(letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(SEED, mixed) & HASH
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn mixed(hash: u64, ch: char) -> u64 {
    (hash ^ u64::from(u32::from(ch))).wrapping_mul(0x0000_0100_0000_01b3)
}

/// The patterns of exactly this length that end in a state; shorter ones are names inside the name.
fn patterns(several: &NFA, state: StateID, len: usize) -> impl Iterator<Item = usize> {
    let all = (0..several.match_len(state)).map(move |at| several.match_pattern(state, at));
    all.filter(move |pattern| several.pattern_len(*pattern) == len).map(|pattern| pattern.as_usize())
}

/// Whether a word inside a name is written small: `Rio de Janeiro`, `Bank of England`.
fn small(token: &Token) -> bool {
    token.is(Class::PARTICLE | Class::OF | Class::PREPOSITION | Class::DETERMINER | Class::AND)
}

/// The folded characters of a token, each with the byte after it. `recase`: in small letters, all or all but the first
/// of each part.
fn cased(text: &str, token: &Token, recase: Option<bool>) -> impl Iterator<Item = (char, usize)> {
    let start = token.span.start;
    let mut inside = false;
    token.span.of(text).char_indices().filter_map(move |(at, ch)| {
        let plain = fold::letter(ch)?;
        let lower = recase.is_some_and(|all| all || inside);
        inside = plain.is_alphabetic();
        let plain = if lower { plain.to_lowercase().next().unwrap_or(plain) } else { plain };
        Some((plain, start + at + ch.len_utf8()))
    })
}

/// Whether a name may end here: with the token, before its last dot, or before a hyphen in it.
fn is_boundary(text: &str, token: &Token, end: usize) -> bool {
    match &text.as_bytes()[end..token.span.end] {
        [] | [b'.'] => true,
        [first, ..] => *first == b'-' || text[end..].starts_with(['\u{2010}', '\u{2011}']),
    }
}

/// What was read since the start of a possible name.
struct Walk<'n> {
    names: &'n Names,
    state: StateID,
    /// Bytes of the folded text.
    len: usize,
    hash: u64,
    /// Whether a space was read: only the automaton knows names that go on.
    several: bool,
}

impl<'n> Walk<'n> {
    fn new(names: &'n Names) -> Self {
        let state = names.several.start_state(Anchored::Yes).expect("an NFA searches both ways");
        Walk { names, state, len: 0, hash: SEED, several: false }
    }

    fn feed(&mut self, ch: char) {
        self.several |= ch == ' ';
        self.hash = mixed(self.hash, ch);
        let mut buffer = [0; 4];
        for byte in ch.encode_utf8(&mut buffer).bytes() {
            self.state = self.names.several.next_state(Anchored::Yes, self.state, byte);
            self.len += 1;
        }
    }

    /// Whether no name goes on so.
    fn over(&self) -> bool {
        self.several && self.names.several.is_dead(self.state)
    }

    /// Who bears the name that has been read, if it is one.
    fn bearers(&self) -> Option<Bearers> {
        if !self.several {
            let range = self.names.single(self.hash & HASH);
            return (!range.is_empty()).then_some(Bearers::Single(range.start, range.end));
        }
        let automaton = &self.names.several;
        let whole = automaton.is_match(self.state) && patterns(automaton, self.state, self.len).next().is_some();
        whole.then_some(Bearers::Several(self.state, self.len))
    }
}
