//! Finds names in an article: an anchored search at the start of a token.
//!
//! Names of one word, which are most, stand in a table of hashes. Names of several words stand in an Aho-Corasick automaton
//! that reads words and not letters, each word as three bytes: building it is what costs most of the time until the first
//! extraction, and words as bytes make fewer states than letters would.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::hashed::{Hashes, NameHash};
use super::{Candidate, Entry, Gazetteer, fold, names_of};
use crate::extraction::Entity;
use crate::lexicon::Class;
use crate::token::{Case, Token};

/// A gazetteer with what finds its names. All names are folded (see `fold`); several entries may share one.
#[derive(Debug, Clone)]
pub(crate) struct Names {
    texts: String,
    entries: Vec<Known>,
    /// Names of one word: hash in the upper half, number of the entry in the lower; sorted.
    single: Vec<u64>,
    /// For each value of a hash's first bits where its names start in `single`, so that a look-up searches a few of them.
    starts: Vec<u32>,
    /// With which words names begin, so that most capitals are passed over at once.
    first_words: Hashes,
    /// The words of names of several words.
    vocabulary: Vocabulary,
    /// Names of several words, written in numbers of the vocabulary.
    several: NFA,
    /// For each pattern of the automaton the number of its entry.
    owners: Vec<u32>,
    /// The most bytes that a word of a name takes in a text, so that a long run of tokens without a space is soon left.
    longest: usize,
}

/// An entry beside its public form: who asks for one has read the other, and the processor waits for the memory once. This,
/// with the short cut of empty texts in `Slice::of`, took 3 % off an extraction of wire reports.
#[derive(Debug, Clone)]
struct Known {
    entry: Entry,
    /// Made when it is first found: articles name the same few over and over.
    entity: OnceLock<Box<Entity>>,
}

/// The longest name that starts at a token. Where every word is a name there are many: so it is kept small.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Hit {
    end: u32,
    tokens: u32,
    bearers: Bearers,
}

impl Hit {
    /// One past its last byte in the article: the end of a token, or a hyphen inside one (`London-based`).
    pub(crate) fn end(&self) -> usize {
        self.end as usize
    }

    /// How many tokens it covers, the last perhaps in part.
    pub(crate) fn tokens(&self) -> usize {
        self.tokens as usize
    }
}

/// Who bears the name: a stretch of the hash table, or a state of the automaton with the bytes read.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Bearers {
    Single(u32, u32),
    Several(StateID, u32),
}

/// Bytes that a word takes in a pattern.
const WORD: usize = 3;

/// Numbers for words, by their hash: an open hash table.
#[derive(Debug, Clone, Default)]
struct Vocabulary {
    /// Zero, or a hash in the upper 40 bits and a number from 1 on in the lower 24.
    slots: Vec<u64>,
    used: u64,
}

impl Vocabulary {
    /// The number of the word, a new one where it has none.
    fn learn(&mut self, hash: u64) -> [u8; WORD] {
        if self.used as usize * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(hash);
        if self.slots[slot] == 0 {
            self.used += 1;
            self.slots[slot] = (hash & !NUMBER) | self.used;
        }
        bytes(self.slots[slot])
    }

    /// The number of a known word.
    fn word(&self, hash: u64) -> Option<[u8; WORD]> {
        let found = *self.slots.get(self.slot(hash))?;
        (found != 0).then(|| bytes(found))
    }

    fn slot(&self, hash: u64) -> usize {
        let last = self.slots.len().wrapping_sub(1);
        let mut slot = (hash >> 24) as usize & last;
        while self.slots.get(slot).is_some_and(|found| *found != 0 && (*found ^ hash) & !NUMBER != 0) {
            slot = (slot + 1) & last;
        }
        slot
    }

    fn grow(&mut self) {
        let larger = (self.slots.len() * 2).max(1 << 15);
        let before = std::mem::replace(&mut self.slots, vec![0; larger]);
        for found in before.into_iter().filter(|found| *found != 0) {
            let slot = self.slot(found);
            self.slots[slot] = found;
        }
    }
}

/// The lower bits of a slot, which hold the number.
const NUMBER: u64 = (1 << (8 * WORD)) - 1;

fn bytes(slot: u64) -> [u8; WORD] {
    let [.., high, middle, low] = slot.to_be_bytes();
    [high, middle, low]
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
        let (mut vocabulary, mut owners) = (Vocabulary::default(), Vec::new());
        let (mut patterns, mut ends, mut longest) = (Vec::new(), Vec::new(), 0);
        let mut first_words = Vec::with_capacity(gazetteer.entries.len());
        for (number, entry) in (0..).zip(&gazetteer.entries) {
            for name in names_of(entry, &gazetteer.texts) {
                if !has_space(name) {
                    longest = longest.max(name.len());
                    let hash = NameHash::of(name);
                    first_words.push(hash);
                    single.push((hash & HASH) | u64::from(number));
                    continue;
                }
                for (at, word) in name.split_whitespace().enumerate() {
                    longest = longest.max(word.len());
                    let hash = NameHash::of(word);
                    first_words.extend((at == 0).then_some(hash));
                    patterns.extend(vocabulary.learn(hash));
                }
                ends.push(patterns.len());
                owners.push(number);
            }
        }
        single.sort_unstable();
        let starts = starts(&single);
        let mut start = 0;
        let slices = ends.iter().map(|end| &patterns[std::mem::replace(&mut start, *end)..*end]);
        let several = NFA::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .prefilter(false)
            .build(slices)
            .expect("tables limit names to far fewer bytes than the automaton may have states");
        let Gazetteer { texts, entries } = gazetteer;
        let entries = entries.into_iter().map(|entry| Known { entry, entity: OnceLock::new() }).collect();
        let (first_words, longest) = (Hashes::new(first_words.into_iter()), longest * MOST_BYTES);
        Names { texts, entries, single, starts, first_words, vocabulary, several, owners, longest }
    }

    /// Bytes on the heap: of the automaton, and of all else.
    #[cfg(test)]
    pub(super) fn memory(&self) -> (usize, usize) {
        let entries = self.entries.capacity() * size_of::<Known>();
        let hashes = (self.single.capacity() + self.vocabulary.slots.capacity()) * 8 + self.starts.capacity() * 4;
        let tables = self.texts.capacity() + hashes + self.owners.capacity() * 4;
        (self.several.memory_usage(), entries + tables)
    }

    /// The longest name that starts with the first token and ends with a token, or before a hyphen inside one.
    pub(crate) fn longest_at(&self, text: &str, tokens: &[Token]) -> Option<Hit> {
        let first = tokens.first()?;
        let written = self.walk(text, tokens, Reading::AsWritten);
        if written.is_some() || first.case != Case::Upper {
            return written;
        }
        self.walk(text, tokens, Reading::Recased).filter(|hit| hit.tokens() > 1 || first.span().len() >= SHOUTED)
    }

    /// The entries that bear the name found.
    pub(crate) fn candidates(&self, hit: Hit) -> impl Iterator<Item = Candidate<'_>> + use<'_> {
        let (single, (state, len)) = match hit.bearers {
            Bearers::Single(start, end) => (&self.single[start as usize..end as usize], (None, 0)),
            Bearers::Several(state, len) => (&self.single[..0], (Some(state), len as usize)),
        };
        let patterns = state.into_iter().flat_map(move |state| patterns(&self.several, state, len));
        let several = patterns.map(|pattern| self.owners[pattern]);
        single.iter().map(|key| *key as u32).chain(several).map(|number| self.candidate(number))
    }

    /// The public form of an entry.
    pub(crate) fn entity(&self, candidate: Candidate<'_>) -> Entity {
        let made = &self.entries[candidate.number as usize].entity;
        Entity::clone(made.get_or_init(|| Box::new(candidate.entity())))
    }

    /// The entry of this number.
    pub(crate) fn candidate(&self, number: u32) -> Candidate<'_> {
        Candidate { entry: &self.entries[number as usize].entry, number, texts: &self.texts }
    }

    fn walk(&self, text: &str, tokens: &[Token], reading: Reading) -> Option<Hit> {
        let mut walk = Walk::new(self);
        let mut best = None;
        let mut start = tokens.first().map_or(0, |first| first.span().start);
        for (at, token) in tokens.iter().enumerate() {
            if at > 0 && token.spaced {
                if !walk.end_word() {
                    return best;
                }
                start = token.span().start;
            }
            if token.span().start - start > self.longest {
                return best;
            }
            let recase = (reading == Reading::Recased && token.capital()).then(|| at > 0 && small(token));
            let word = token.span().of(text);
            let read = match recase {
                None if word.is_ascii() => walk.read_plain(token, word),
                _ => walk.read(text, token, recase),
            };
            best = read.map(|(end, bearers)| Hit { end: end as u32, tokens: at as u32 + 1, bearers }).or(best);
        }
        best
    }

    /// The names of one word with this hash, unless another word has it by chance.
    fn single(&self, hash: u64) -> Range<usize> {
        let first = (hash >> (u64::BITS - FIRST_BITS)) as usize;
        let (from, to) = (self.starts[first] as usize, self.starts[first + 1] as usize);
        let start = from + self.single[from..to].partition_point(|key| *key < hash);
        let same = self.single[start..].iter().take_while(|key| *key & HASH == hash).count();
        start..start + same
    }
}

/// How many bits of a hash `starts` knows.
const FIRST_BITS: u32 = 14;

/// Where each value of the first bits starts among sorted hashes, and at last their number.
fn starts(sorted: &[u64]) -> Vec<u32> {
    let mut at = 0;
    let start = |first: u64| {
        at += sorted[at..].iter().take_while(|key| **key >> (u64::BITS - FIRST_BITS) < first).count();
        at as u32
    };
    (0..=1 << FIRST_BITS).map(start).collect()
}

/// How many bytes the text may take for a byte of the tables: a typographic apostrophe, an accent by itself.
const MOST_BYTES: usize = 4;

/// The shortest word in capitals, in bytes, that may be a name and no acronym: `IRAN`, but not `IG`.
const SHOUTED: usize = 4;

/// The upper half of an entry in the table of names of one word.
const HASH: u64 = !0 << 32;

fn has_space(name: &str) -> bool {
    if name.is_ascii() { name.bytes().any(|byte| byte == b' ') } else { name.contains(char::is_whitespace) }
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
    let start = token.span().start;
    let mut inside = false;
    token.span().of(text).char_indices().filter_map(move |(at, ch)| {
        let plain = fold::letter(ch)?;
        let lower = recase.is_some_and(|all| all || inside);
        inside = plain.is_alphabetic();
        let plain = if lower { plain.to_lowercase().next().unwrap_or(plain) } else { plain };
        Some((plain, start + at + ch.len_utf8()))
    })
}

/// Whether a name may end here: with the token, before its last dot, or before a hyphen in it.
fn is_boundary(text: &str, token: &Token, end: usize) -> bool {
    match text.as_bytes()[end..token.span().end] {
        [] | [b'.'] | [b'-', ..] => true,
        [0xe2, ..] => text[end..].starts_with(['\u{2010}', '\u{2011}']),
        _ => false,
    }
}

/// Where a name may end next in a word in ASCII from which some bytes were read.
fn next_boundary(word: &str, read: usize) -> usize {
    let rest = word.as_bytes()[read + 1..].iter();
    let len = word.len();
    let ends = rest.zip(read + 1..).find(|(byte, at)| **byte == b'-' || (**byte == b'.' && at + 1 == len));
    ends.map_or(len, |(_, at)| at)
}

/// What was read since the start of a possible name.
struct Walk<'n> {
    names: &'n Names,
    /// After the words that have ended.
    state: StateID,
    /// How many words have ended.
    words: usize,
    /// Of the word being read.
    hash: NameHash,
    /// After the word being read, if it ended where it was last asked for: a name may end there, or go on. Looked up twice,
    /// names took 2 % more instructions.
    after: Option<StateID>,
}

impl<'n> Walk<'n> {
    fn new(names: &'n Names) -> Self {
        let state = names.several.start_state(Anchored::Yes).expect("an NFA searches both ways");
        Walk { names, state, words: 0, hash: NameHash::EMPTY, after: None }
    }

    /// Reads a token; where in it the longest name ends, with its bearers.
    fn read(&mut self, text: &str, token: &Token, recase: Option<bool>) -> Option<(usize, Bearers)> {
        let mut best = None;
        for (ch, end) in cased(text, token, recase) {
            self.hash.read(ch);
            self.after = None;
            if is_boundary(text, token, end) {
                best = self.bearers().map(|bearers| (end, bearers)).or(best);
            }
        }
        best
    }

    /// The same of a word in ASCII as it is written, which most are: from one place where a name may end to the next.
    fn read_plain(&mut self, token: &Token, word: &str) -> Option<(usize, Bearers)> {
        let (mut best, mut read) = (None, 0);
        while read < word.len() {
            let end = if token.hyphened || word.ends_with('.') { next_boundary(word, read) } else { word.len() };
            self.hash.read_plain(&word.as_bytes()[read..end]);
            self.after = None;
            read = end;
            best = self.bearers().map(|bearers| (token.span().start + end, bearers)).or(best);
        }
        best
    }

    /// Ends the word being read; whether any name goes on so.
    fn end_word(&mut self) -> bool {
        self.state = self.next();
        self.words += 1;
        (self.hash, self.after) = (NameHash::EMPTY, None);
        !self.names.several.is_dead(self.state)
    }

    /// The state if the word being read ended here; the dead state where no name has the word.
    fn next(&mut self) -> StateID {
        let next = self.after.unwrap_or_else(|| self.looked_up());
        self.after = Some(next);
        next
    }

    fn looked_up(&self) -> StateID {
        let (several, hash) = (&self.names.several, self.hash.value());
        if self.words == 0 && !self.names.first_words.may_hold(hash) {
            return DEAD;
        }
        let Some(word) = self.names.vocabulary.word(hash) else { return DEAD };
        word.iter().fold(self.state, |state, byte| several.next_state(Anchored::Yes, state, *byte))
    }

    /// Who bears the name that has been read, if it is one.
    fn bearers(&mut self) -> Option<Bearers> {
        if self.words == 0 {
            let hash = self.hash.value();
            let range = if self.names.first_words.may_hold(hash) { self.names.single(hash & HASH) } else { 0..0 };
            return (!range.is_empty()).then_some(Bearers::Single(range.start as u32, range.end as u32));
        }
        let (several, state, len) = (&self.names.several, self.next(), (self.words + 1) * WORD);
        let whole = several.is_match(state) && patterns(several, state, len).next().is_some();
        whole.then_some(Bearers::Several(state, len as u32))
    }
}

/// The state in which an automaton finds nothing any more.
const DEAD: StateID = StateID::ZERO;
