//! Where the writer goes on behind what is reported.

use std::ops::Range;

use super::shape::Shape;
use super::site::Site;
use super::{Article, clause};
use crate::lexicon::{Class, CueClass};

impl Site<'_> {
    /// Where the writer goes on inside the elements of a reported clause: with the main clause, with a denial, or with what the
    /// speaker also did.
    pub(super) fn writer_goes_on(&self, elements: &Range<usize>) -> usize {
        let ends = [self.main_verb(elements), self.denial(elements), self.further_deed(elements)];
        ends.into_iter().flatten().fold(elements.end, usize::min)
    }

    /// The verb of the main clause, where the cue stands in a clause or a participle that parts it from its subject: `Lee, who
    /// said it was late | , left`, `Lee, saying it was late | , left`, `The woman who said it was late | has left`.
    fn main_verb(&self, elements: &Range<usize>) -> Option<usize> {
        let before = self.shape.letters[..self.cue].trim_end_matches(['V', 'R']);
        // `which | officials say`
        let before = before.strip_suffix(['N', 'G', 'D', 'P']).filter(|before| before.ends_with('W')).unwrap_or(before);
        let participle = self.shape.letter(self.cue) == b'c';
        let (subject, parted) = match before.strip_suffix('W') {
            Some(before) => (before.trim_end_matches(','), before.ends_with(',')),
            None if participle => (before.strip_suffix(',')?, true),
            None => return None,
        };
        if !subject.ends_with(['N', 'G', 'D', 'K', 'P']) || subject.contains(['V', 'v', 'C', 'c', 'E', 'h']) {
            return None;
        }
        if !parted {
            return clause::only_second_verb(self.shape, elements);
        }
        let letters = &self.shape.letters.as_bytes()[elements.clone()];
        let verb = |at: usize| {
            letters[at + 1..].iter().find(|letter| **letter != b'R').is_some_and(|letter| b"VvC".contains(letter))
        };
        let ends = |at: &usize| {
            letters[*at] == b',' && verb(*at) && letters[..*at].iter().any(|letter| b"VvCQw".contains(letter))
        };
        (1..letters.len()).find(ends).map(|at| elements.start + at)
    }

    /// The comma behind which somebody denies what is said: `, a claim Lee denies`, `, which Lee denied`, `, but Lee denied it`.
    fn denial(&self, elements: &Range<usize>) -> Option<usize> {
        let letters = self.shape.letters.as_bytes();
        let denies = |at: usize| {
            let form = self.shape.cue(at);
            form.is_some_and(|form| self.article.lexicon.cue(form).class == CueClass::Denies)
        };
        let begins = |at: &usize| {
            let subject = letters[at + 1..elements.end].iter().take_while(|letter| b"NGDKPwWbV".contains(letter));
            // Five are more than there may be: no need to count on.
            let cue = at + 1 + subject.take(5).count();
            let rest = letters.get(cue + 1..elements.end).unwrap_or_default();
            let ends =
                matches!(rest, [] | [b'P', b'.', ..] | [b'p' | b'T', ..] | [b'i', b'N' | b'G', ..] | [b',' | b'.', ..]);
            letters[*at] == b',' && (at + 2..at + 6).contains(&cue) && cue < elements.end && denies(cue) && ends
        };
        elements.clone().find(begins)
    }

    /// The conjunction behind which the speaker does something else: a past behind `would` and a base form, or behind *there
    /// was*, has no other subject: `said it would close | and dismissed the crew`, `said there was no evidence | and freed him`.
    fn further_deed(&self, elements: &Range<usize>) -> Option<usize> {
        let letters = self.shape.letters.as_bytes();
        let and = elements
            .clone()
            .skip(1)
            .find(|&at| letters[at] == b'&' && is_past_verb(self.article, self.shape, at + 1))?;
        let last = (elements.start..and).rev().find(|&at| letters[at] == b'V')?;
        let modal = self.article.is_modal(self.shape.elements[last].tokens.start);
        let existence = last == elements.start + 1 && self.is_word(elements.start, "there");
        let plain = letters[last + 1..and].iter().all(|letter| !b"tWbQ,C".contains(letter));
        // `and expected to have it`
        let hopes = self.shape.letters[and..].trim_start_matches(['&', 'R']).get(1..2) == Some("x");
        (plain && !hopes && (modal || existence)).then_some(and)
    }
}

/// Whether a finite verb in the past begins there, behind adverbs at most: `and | dismissed the case`, `and | later left it`, but
/// not `and | trained staff`.
pub(super) fn is_past_verb(article: &Article<'_>, shape: &Shape, start: usize) -> bool {
    let letters = &shape.letters.as_bytes()[start..];
    let verb = start + letters.iter().take_while(|letter| **letter == b'R').count();
    let Some(element) = shape.elements.get(verb).filter(|_| matches!(shape.letter(verb), b'v' | b'C')) else {
        return false;
    };
    let past = article.tokens[element.tokens.start].span().of(article.text).ends_with("ed");
    let determined =
        |at: usize| article.tokens[shape.elements[at].tokens.start].is(Class::DETERMINER | Class::POSSESSIVE);
    past && match shape.letters.as_bytes().get(verb + 1) {
        Some(b'G' | b'D' | b'K') => determined(verb + 1),
        Some(b'w' | b'9' | b'&') => false,
        _ => true,
    }
}

/// Where the writer takes over again in the present, behind what was reported in the past: `said the tariff would end | , but
/// growers are still waiting`; a pronoun rather stands for somebody of whom the report speaks.
pub(super) fn returns_to_present(article: &Article<'_>, shape: &Shape, elements: &Range<usize>) -> Option<usize> {
    let letters = shape.letters.as_bytes();
    let word = |at: usize| article.tokens[shape.elements[at].tokens.start].span().of(article.text);
    let auxiliaries = |from: usize, end: usize| (from..end).filter(|&at| letters[at] == b'V').map(word);
    let begins = |at: &usize| {
        let noun = matches!(letters.get(at + 2), Some(b'N' | b'G' | b'D' | b'K'));
        letters[*at] == b',' && letters.get(at + 1) == Some(&b'b') && noun && word(at + 1) == "but"
    };
    let but = elements.clone().find(begins).filter(|but| but + 2 < elements.end)?;
    let clause =
        (but + 3..elements.end).find(|&at| matches!(letters[at], b',' | b'Q' | b'v' | b'C')).unwrap_or(elements.end);
    let before = || auxiliaries(elements.start, but);
    let shifted = before().any(|verb| PAST.contains(&verb)) && !before().any(|verb| PRESENT.contains(&verb));
    // `but the town still wants it`
    let third = |at: usize| {
        let token = &article.tokens[shape.elements[at].tokens.start];
        letters[at] == b'v' && token.word.may_be_third_person(word(at))
    };
    let now = match auxiliaries(but + 3, clause).next() {
        Some(verb) => PRESENT.contains(&verb),
        None => clause < elements.end && third(clause),
    };
    (shifted && now).then_some(but)
}

/// Auxiliaries that a report in the past has, and those of the writer's present.
const PAST: [&str; 6] = ["was", "were", "had", "would", "could", "might"];
const PRESENT: [&str; 6] = ["is", "are", "has", "have", "does", "do"];
