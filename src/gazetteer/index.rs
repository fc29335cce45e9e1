//! Finds names in an article: an anchored search at the start of a token.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::{Candidate, Gazetteer, fold, names_of};
use crate::lexicon::Class;
use crate::token::{Case, Token};

/// A gazetteer with the automaton that finds its names.
///
/// Names are folded (see `fold`); several entries may share one, and each pattern of the automaton belongs to one entry.
#[derive(Debug, Clone)]
pub(crate) struct Names {
    gazetteer: Gazetteer,
    automaton: NFA,
    /// For each pattern the number of its entry.
    owners: Vec<u32>,
}

/// The longest name that starts at a token.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Hit {
    /// One past its last byte in the article: the end of a token, or a hyphen inside one (`London-based`).
    pub(crate) end: usize,
    /// How many tokens it covers, the last perhaps in part.
    pub(crate) tokens: usize,
    /// Whether it was written in capitals and found in its usual case.
    pub(crate) recased: bool,
    state: StateID,
    /// Length of the folded name.
    len: usize,
}

/// How the words of the article are read.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Reading {
    AsWritten,
    /// `NEW YORK` as `New York`, `RIO DE JANEIRO` as `Rio de Janeiro`.
    Recased,
}

impl Names {
    /// Builds the automaton.
    pub(crate) fn new(gazetteer: Gazetteer) -> Names {
        let mut folded = String::with_capacity(gazetteer.texts.len());
        let mut ends = Vec::with_capacity(gazetteer.entries.len() * 3 / 2);
        let mut owners = Vec::with_capacity(ends.capacity());
        for (number, entry) in gazetteer.entries.iter().enumerate() {
            for name in names_of(entry, &gazetteer.texts) {
                fold::push(name, &mut folded);
                ends.push(folded.len());
                owners.push(number as u32);
            }
        }
        let mut start = 0;
        let patterns = ends.iter().map(|end| &folded.as_bytes()[std::mem::replace(&mut start, *end)..*end]);
        let automaton = NFA::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .prefilter(false)
            .build(patterns)
            .expect("tables limit names to far fewer bytes than the automaton has states");
        Names { gazetteer, automaton, owners }
    }

    /// Bytes on the heap.
    #[cfg(test)]
    pub(crate) fn memory(&self) -> (usize, usize) {
        let entries = self.gazetteer.entries.capacity() * size_of::<super::Entry>();
        (self.automaton.memory_usage(), self.gazetteer.texts.capacity() + entries + self.owners.capacity() * 4)
    }

    /// The longest name that starts with the first token and ends with a token, or before a hyphen inside one.
    pub(crate) fn longest_at(&self, text: &str, tokens: &[Token]) -> Option<Hit> {
        let first = tokens.first()?;
        let written = self.walk(text, tokens, Reading::AsWritten);
        if written.is_some() || first.case != Case::Upper {
            return written;
        }
        self.walk(text, tokens, Reading::Recased)
    }

    /// The entries that bear the name found.
    pub(crate) fn candidates(&self, hit: Hit) -> impl Iterator<Item = Candidate<'_>> {
        let patterns =
            (0..self.automaton.match_len(hit.state)).map(move |at| self.automaton.match_pattern(hit.state, at));
        let whole = patterns.filter(move |pattern| self.automaton.pattern_len(*pattern) == hit.len);
        whole.map(|pattern| self.candidate(self.owners[pattern.as_usize()]))
    }

    /// The entry of this number.
    pub(crate) fn candidate(&self, number: u32) -> Candidate<'_> {
        Candidate { entry: &self.gazetteer.entries[number as usize], number, texts: &self.gazetteer.texts }
    }

    fn walk(&self, text: &str, tokens: &[Token], reading: Reading) -> Option<Hit> {
        let mut walk =
            Walk { automaton: &self.automaton, state: self.automaton.start_state(Anchored::Yes).ok()?, len: 0 };
        let mut best = None;
        for (at, token) in tokens.iter().enumerate() {
            if at > 0 && token.spaced {
                walk.feed(' ');
            }
            let recase = (reading == Reading::Recased && token.case != Case::Lower).then(|| small(token) && at > 0);
            for (ch, end) in cased(text, token, recase) {
                walk.feed(ch);
                if walk.dead() {
                    return best;
                }
                if walk.whole() && is_boundary(text, token, end) {
                    let recased = reading == Reading::Recased;
                    best = Some(Hit { end, tokens: at + 1, recased, state: walk.state, len: walk.len });
                }
            }
        }
        best
    }
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

struct Walk<'n> {
    automaton: &'n NFA,
    state: StateID,
    len: usize,
}

impl Walk<'_> {
    fn feed(&mut self, ch: char) {
        let mut buffer = [0; 4];
        for byte in ch.encode_utf8(&mut buffer).bytes() {
            self.state = self.automaton.next_state(Anchored::Yes, self.state, byte);
            self.len += 1;
        }
    }

    fn dead(&self) -> bool {
        self.automaton.is_dead(self.state)
    }

    /// Whether all that was fed since the start is a name.
    fn whole(&self) -> bool {
        self.automaton.is_match(self.state)
            && (0..self.automaton.match_len(self.state))
                .any(|at| self.automaton.pattern_len(self.automaton.match_pattern(self.state, at)) == self.len)
    }
}
