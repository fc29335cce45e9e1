//! The verb of a reported clause. Many words are a noun here and a verb there, `ranks`, `run`, `cost`. Behind `the mayor said`
//! and a subject one of them must be the verb, unless a plainer verb follows: `said the city | ranks third`, but `said the
//! city ranks are full`.

use super::shape::{Element, Shape, What};
use super::{Article, MOST_CUES};
use crate::lexicon::{Class, Takes};
use crate::token::Token;

/// Makes a verb of the first word that may be one, in each clause behind a cue that would have none.
pub(super) fn find_verbs(shape: &mut Shape, article: &Article<'_>) {
    let mut cue = 0;
    for _ in 0..MOST_CUES {
        let Some(next) = shape.letters[cue..].find(['C', 'c', 'B']) else { break };
        cue += next + 1;
        if takes_clause(shape, article, cue - 1) {
            find_verb(shape, article, cue);
        }
    }
}

/// Puts a *that* where it is left out behind a noun of speech that is an object: `denied claims | he had lied`, `repeated her claim |
/// he had lied`, but not `denied the claim he had made`.
pub(super) fn find_conjunctions(shape: &mut Shape, article: &Article<'_>) {
    let mut from = 1;
    for _ in 0..MOST_CUES {
        let rest = shape.letters.get(from..).unwrap_or_default();
        let Some(noun) = rest.find(['w', 'K']).map(|at| from + at) else { break };
        from = noun + 1;
        if lacks_conjunction(shape, article, noun) {
            let place = shape.elements[noun].tokens.end;
            shape.letters.insert(from, 't');
            shape.elements.insert(from, Element { tokens: place..place, what: What::Plain });
        }
    }
}

/// Whether the element is a claim, the object of a cue, without an article, and a subject with an auxiliary follows.
fn lacks_conjunction(shape: &Shape, article: &Article<'_>, noun: usize) -> bool {
    let letters = shape.letters.as_bytes();
    let [.., b'C' | b'c'] = letters[..noun] else { return false };
    let [b'N' | b'G' | b'D' | b'P', b'V', _, ..] = letters[noun + 1..] else { return false };
    let tokens = &article.tokens[shape.elements[noun].tokens.clone()];
    let word = |token: &Token| token.span().of(article.text);
    let named = tokens.last().is_some_and(|last| CLAIMS.iter().any(|claim| word(last).trim_end_matches('s') == *claim));
    named && (letters[noun] == b'w' || tokens.first().is_some_and(|first| first.is(Class::POSSESSIVE)))
}

/// Nouns of speech whose clause seldom has its *that*; behind others a relative clause is as likely: `remarks he had made`.
const CLAIMS: [&str; 4] = ["accusation", "allegation", "claim", "suggestion"];

/// Whether only a clause may follow the cue: its subject stands before it, and no noun alone can be what is said.
fn takes_clause(shape: &Shape, article: &Article<'_>, cue: usize) -> bool {
    let before = shape.letters[..cue].trim_end_matches(['V', 'R', 'T']);
    let led = shape.letter(cue) != b'C' || before.ends_with(['N', 'G', 'D', 'K', 'P', 'W', 'w', '&', 'b']);
    led && shape.cue(cue).is_some_and(|form| article.lexicon.cue(form).takes.has(Takes::CLAUSE.and(Takes::NO_NOUN)))
}

/// Finds the verb of the clause that starts at the element, unless it has one already.
fn find_verb(shape: &mut Shape, article: &Article<'_>, cue: usize) {
    let letters = &shape.letters[cue..];
    let first = cue + letters.len() - letters.trim_start_matches(['T', 'R']).len();
    if !matches!(shape.letters.as_bytes().get(first), Some(b'N' | b'G' | b'D' | b'K' | b'P' | b'9' | b'w')) {
        return;
    }
    let clause = &shape.letters[first..];
    let end = first + clause.find(|letter| "VvCEcBtabWhQ,.;:?!()-".contains(letter)).unwrap_or(clause.len());
    // `said the town needs | to be rebuilt`
    let infinite = shape.letters[..end].ends_with('x');
    if !infinite && shape.letters[end..].starts_with(['V', 'v', 'C', 'E', 'c', 'B']) {
        return;
    }
    let subject = shape.elements[first].tokens.start;
    for at in first..end.min(first + NEAR) {
        let tokens = shape.elements[at].tokens.clone();
        if !matches!(shape.letter(at), b'w' | b'D' | b'K' | b'G' | b'N') {
            continue;
        }
        if let Some(verb) = tokens.filter(|&verb| verb > subject).find(|&verb| is_verb(article, verb)) {
            split(shape, at, verb);
            return;
        }
    }
}

/// Makes the token a verb of its own, and an element each of what stands before and behind it in its element.
fn split(shape: &mut Shape, at: usize, verb: usize) {
    let Element { tokens, what } = shape.elements[at].clone();
    let letter = shape.letter(at) as char;
    let parts =
        [(tokens.start..verb, letter, what), (verb..verb + 1, 'v', What::Plain), (verb + 1..tokens.end, letter, what)];
    let parts = parts.into_iter().filter(|(tokens, ..)| !tokens.is_empty());
    shape.letters.replace_range(at..=at, &parts.clone().map(|(_, letter, _)| letter).collect::<String>());
    shape.elements.splice(at..=at, parts.map(|(tokens, _, what)| Element { tokens, what }));
}

/// Whether the word may be a verb and agrees in number with the noun or pronoun before it.
fn is_verb(article: &Article<'_>, at: usize) -> bool {
    const NOUN: Class = Class::ROLE.union(Class::HUMAN).union(Class::GROUP).union(Class::COLLECTIVE);
    const NO_SUBJECT: Class = Class::DETERMINER.union(Class::POSSESSIVE).union(Class::PREPOSITION).union(Class::OF);
    let token = &article.tokens[at];
    if !token.word.may_be_verb() || token.capital() || token.is(NOUN) {
        return false;
    }
    let word = |token: &Token| token.span().of(article.text);
    let subject = article.tokens[..at].iter().rev().find(|token| !token.is(Class::ADVERB));
    let Some(subject) = subject.filter(|subject| subject.wordlike() && !subject.is(NO_SUBJECT)) else { return false };
    let many = ["we", "you", "they", "them", "us", "I"].contains(&word(subject));
    let noun = subject.is(Class::PLURAL | Class::GROUP)
        || word(subject).ends_with('s') && !subject.capital() && !word(subject).ends_with("ss");
    word(token).ends_with("ed") || (many || noun) != token.word.may_be_third_person(word(token))
}

/// How many elements into a clause its verb stands at most.
const NEAR: usize = 8;
