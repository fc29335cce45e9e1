//! What is said at a cue: the content of the groups that its rule found.

use std::ops::Range;

use super::side::Group;
use super::site::Site;
use super::{Piece, clause};
use crate::lexicon::{Class, Takes};
use crate::token::Token;

impl Site<'_> {
    pub(super) fn content(&self, group: &impl Fn(Group) -> Option<Range<usize>>) -> Option<Vec<Piece>> {
        let mut content = Vec::new();
        if let Some(elements) = group(Group::Quote) {
            content = joined(content, clause::quoted_before(self.article, self.shape, elements)?);
        }
        if let (Some(before), Some(resumed)) = (group(Group::Before), group(Group::Resumed)) {
            return clause::around(self.article, self.shape, before, resumed);
        }
        // `to her mother, who, she said, had left`, `in a hall where, she said, nobody slept`, `was late and, she said, tired`
        let opens = |before: &Range<usize>| {
            let letters = &self.shape.letters[before.clone()];
            letters.ends_with(",W") || letters.trim_end_matches(',').ends_with(['b', '&'])
        };
        if let (Some(_), Some(rest)) = (group(Group::Before).filter(opens), group(Group::Rest)) {
            return clause::after(self.article, self.shape, rest);
        }
        if let Some(elements) = group(Group::Before) {
            let behind = group(Group::Rest).filter(|_| clause::is_adverbial(self.shape, elements.clone()));
            if let Some(content) = behind.and_then(|rest| clause::behind(self.article, self.shape, rest)) {
                return Some(content);
            }
            let rest = group(Group::Rest)
                .and_then(|rest| clause::resumed(self.article, self.shape, Some(elements.clone()), rest));
            content = joined(content, clause::before(self.article, self.shape, elements, rest.is_some())?);
        }
        if let Some(elements) = group(Group::More).or_else(|| group(Group::Fragment)) {
            content.extend(clause::fragments(self.article, self.shape, elements));
        }
        if let Some(elements) = group(Group::After) {
            content = joined(content, clause::quoted_after(self.article, self.shape, elements));
        }
        if let Some(question) = group(Group::Question) {
            let end = clause::main_clause(self.shape, &question)?;
            content = joined(content, clause::after(self.article, self.shape, question.start..end)?);
        }
        if let Some(mut elements) = group(Group::Clause).or_else(|| group(Group::Infinitive)) {
            if let Some(asked) = group(Group::Patient)
                .filter(|asked| self.shape.letter(self.cue) == b'K' && self.is_word(asked.start - 1, "from"))
            {
                elements.start = asked.end;
            }
            if group(Group::That).is_some() && self.is_lone_noun(&elements) {
                return None;
            }
            let pronoun = matches!(self.shape.letter(elements.start), b'V' | b'v'); // `said that was false`
            if group(Group::That).is_some_and(|conjunction| pronoun || self.asks_whether(conjunction.start)) {
                elements.start -= 1;
            }
            // `were told | not to leave`
            if group(Group::Infinitive).is_some()
                && elements.start > self.cue + 1
                && self.is_negation(elements.start - 1)
            {
                elements.start -= 1;
            }
            let noun = matches!(self.shape.letter(self.cue), b'K' | b'k');
            if noun {
                // `his claim that it was lost - the council denies it -`
                let dash = self.shape.letters[elements.clone()].find('-').filter(|&at| at > 1);
                elements.end = dash.map_or(elements.end, |at| elements.start + at);
            }
            if noun && self.is_subject_noun() {
                elements.end = match group(Group::Infinitive) {
                    Some(_) => clause::infinitive_end(self.shape, &elements),
                    None => clause::subject_end(self.shape, &elements),
                };
            }
            if !noun && group(Group::Infinitive).is_some() {
                elements.end = clause::predicate_end(self.article, self.shape, &elements);
            }
            if self.is_fronted() {
                elements.end = clause::dependent_end(self.article, self.shape, &elements);
            }
            if !noun {
                elements.end = self.writer_goes_on(&elements);
            }
            content = joined(content, clause::after(self.article, self.shape, elements)?);
        }
        if let Some(elements) = group(Group::Rest) {
            content.extend(clause::resumed(self.article, self.shape, group(Group::Before), elements));
        }
        (!content.is_empty()).then_some(content)
    }

    /// Whether a noun without a verb stands behind *that*, which then only points at it: `disputed that account, saying`.
    fn is_lone_noun(&self, elements: &Range<usize>) -> bool {
        let letters = &self.shape.letters[elements.clone()];
        let Some(rest) = letters.strip_prefix(['w', 'K']) else { return false };
        // `repeated that mistake in the final`, but not `repeated that prices in the town had risen`
        let place = rest.starts_with(['i', 'T', 'b', '&']) && !self.takes(Takes::NO_NOUN);
        let noun = &self.article.tokens[self.shape.elements[elements.start].tokens.start];
        let verb = rest.split('b').next().is_some_and(|rest| rest.contains(['V', 'v', 'C', 'E', 'Q', 'w']));
        if place && !verb && !self.is_plural(noun) {
            return true;
        }
        let aside = rest
            .strip_prefix(',')
            .is_some_and(|aside| aside.starts_with(['c', 'g', 'b', '&']) || !aside.contains(['V', 'v', 'C']));
        aside || rest.is_empty() || rest.starts_with(['.', ';'])
    }

    fn is_plural(&self, noun: &Token) -> bool {
        let word = noun.span().of(self.article.text);
        noun.is(Class::PLURAL) || word.ends_with('s') && !word.ends_with("ss")
    }
}

/// The one behind the other; mostly one is empty, and then nothing is copied.
fn joined(mut first: Vec<Piece>, second: Vec<Piece>) -> Vec<Piece> {
    if first.is_empty() {
        return second;
    }
    first.extend(second);
    first
}
