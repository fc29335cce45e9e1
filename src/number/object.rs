//! What is counted: the noun phrase after the number, or before it.

use super::line::Line;
use super::words::Role;
use crate::lexicon::{Class, Form};
use crate::span::Span;
use crate::token::{Kind, Token};

/// The longest noun phrase, in tokens.
const LONGEST: usize = 8;

/// Whether the number before the noun is one, so that its noun is in the singular.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grammatical {
    Singular,
    Plural,
}

impl Line<'_> {
    /// The noun phrase from the token at `index`, without `of` and determiners, up to its head.
    pub(super) fn noun_phrase(&self, index: usize, number: Grammatical) -> Option<Span> {
        let mut start = self.past_determiners(index);
        let mut end = None;
        let mut head = false;
        let longest = start + LONGEST;
        for (at, token) in self.tokens.iter().enumerate().take(longest).skip(start) {
            if token.kind == Kind::Clitic && end.is_some() {
                (head, end) = (false, Some(at));
                continue;
            }
            let owned = start > index || self.tokens[start..at].iter().any(|token| token.kind == Kind::Clitic);
            if owned && (token.kind == Kind::Number || token.is(Class::NUMBER)) {
                (start, end) = (at + 1, None);
                continue;
            }
            let follows = end.is_some() && (number == Grammatical::Singular || !self.counted_ahead(at + 1));
            let determined = start > index && end.is_none() && self.noun_ahead(at + 1);
            if !(determined && self.verbal(token))
                && (!self.continues(at, token, head) || (follows && !head && self.predicates(token)))
            {
                break;
            }
            if token.is(Class::AND) {
                continue;
            }
            end = Some(at);
            head = number == Grammatical::Plural && self.plural(token);
        }
        while end.is_some_and(|last| self.has_role(last, Role::TRAILING)) {
            end = end.and_then(|last| last.checked_sub(1)).filter(|last| *last >= start);
        }
        let last = end.filter(|last| self.token(*last).is_some_and(|token| token.kind == Kind::Word))?;
        Some(Span::new(self.token(start)?.span().start, self.token(last)?.span().end))
    }

    fn past_determiners(&self, index: usize) -> usize {
        let mut at = index;
        if self.token(at).is_some_and(|token| token.is(Class::OF)) {
            at += 1;
        }
        if self.is_word(at, "worth") && self.token(at + 1).is_some_and(|next| next.is(Class::OF)) {
            at += 2;
        }
        while at < index + LONGEST
            && self.token(at).is_some_and(|token| self.determines(token))
            && !self.is_word(at, "other")
        {
            at += 1;
        }
        at
    }

    fn determines(&self, token: &Token) -> bool {
        token.kind == Kind::Word && token.is(Class::DETERMINER | Class::POSSESSIVE) && !token.is(Class::OBJECT)
            || (token.is(Class::POSSESSIVE) && token.is(Class::FEMININE))
    }

    /// Whether the noun phrase goes on with the token; `head` tells that its head may have been reached.
    fn continues(&self, at: usize, token: &Token, head: bool) -> bool {
        if token.kind == Kind::Number {
            return !head && self.written(token).contains('-') && self.counted_ahead(at + 1);
        }
        if token.kind != Kind::Word {
            return false;
        }
        let entry = self.token_entry(token);
        if entry.is(Role::NOT_OBJECT) || (token.is(Class::TIME | Class::MONTH) && (token.capital() || head)) {
            return false;
        }
        if self.is_word(at + 1, "than") || self.governs(at) {
            return false;
        }
        let verbal = self.verbal(token);
        if head {
            // `vaccine doses`, `wounded men`, but not `families people`
            let goes_on = |head: &Token| self.written(token).ends_with('s') || self.written(head).ends_with("ed");
            let goes_on = self.before(at).is_some_and(goes_on);
            return self.plural(token) && goes_on && !verbal && !self.function(token);
        }
        if token.is(Class::AND) {
            let number = self.token(at + 1).is_some_and(|next| next.kind == Kind::Number || next.is(Class::NUMBER));
            return !number
                && self.counted_ahead(at + 1)
                && !self.before(at).is_some_and(|before| self.function(before));
        }
        if self.function(token) {
            return self.is_word(at, "other");
        }
        !verbal || self.plural(token) || self.counted_ahead(at + 1) && !self.tells(token)
    }

    /// Whether the token is a finite verb of speech that can be no attribute: `told`, but not `confirmed`.
    fn tells(&self, token: &Token) -> bool {
        let finite = token.word.cue().is_some_and(|cue| cue.form == Form::Past);
        finite && !self.written(token).ends_with("ed")
    }

    fn verbal(&self, token: &Token) -> bool {
        token.is(Class::VERB | Class::ADVERB) || token.word.cue().is_some_and(|cue| cue.form != Form::Base)
    }

    /// Whether the token after a singular noun is its verb.
    fn predicates(&self, token: &Token) -> bool {
        self.verbal(token) || (token.kind == Kind::Word && self.written(token).ends_with("ed"))
    }

    /// Whether a participle takes an object of its own: `supporting him`, `carried the bags`.
    fn governs(&self, at: usize) -> bool {
        let written = self.token(at).map_or("", |token| self.written(token));
        let participle = written.ends_with("ing") || written.ends_with("ed");
        let object = Class::DETERMINER | Class::OBJECT | Class::POSSESSIVE;
        participle && self.token(at + 1).is_some_and(|next| next.is(object))
    }

    /// Whether a noun of the same phrase follows, so that a participle before it is an attribute.
    fn noun_ahead(&self, index: usize) -> bool {
        let noun = |token: &Token| token.kind == Kind::Word && !self.function(token) && !self.verbal(token);
        self.token(index).is_some_and(|token| noun(token) && !self.token_entry(token).is(Role::NOT_OBJECT))
    }

    /// The noun phrase that ends right before the token at `index`.
    fn phrase_before(&self, index: usize) -> Option<Span> {
        let mut start = index;
        // `expects loan growth`: what may be a verb is none only at the end.
        let nominal = |token: &Token, start| self.nominal(token) && (start == index || !token.is(Class::VERB));
        while index - start < LONGEST && self.before(start).is_some_and(|token| nominal(token, start)) {
            start -= 1;
        }
        (start < index).then(|| Some(Span::new(self.token(start)?.span().start, self.token(index - 1)?.span().end)))?
    }

    fn nominal(&self, token: &Token) -> bool {
        token.kind == Kind::Word
            && !self.function(token)
            && (!token.is(Class::VERB | Class::ADVERB) || self.plural(token))
            && (token.word.cue().is_none_or(|cue| cue.form == Form::Base) || self.plural(token))
            && !token.is(Class::NUMBER | Class::TIME | Class::MONTH)
            && !self.token_entry(token).is(Role::NOT_OBJECT)
            && self.words.measures_of(self.token_entry(token)).is_empty()
            && !self.written(token).ends_with("ing")
            && !self.written(token).ends_with("ly")
    }

    /// What a measured value before which `index` stands is the value of: `deaths rose to 40`, `a budget of $5`.
    pub(super) fn measured_before(&self, index: usize) -> Option<Span> {
        let before = self.before(index)?;
        let at = index - 1;
        if before.is(Class::OF) || self.is_word(at, "worth") {
            return self.phrase_before(at);
        }
        if before.is(Class::TO) || self.is_word(at, "from") || self.is_word(at, "by") {
            return match self.change_before(at) {
                Some(verb) => self.subject_before(verb),
                None => self.phrase_before(at).filter(|phrase| before.is(Class::TO) && self.stands_alone(*phrase)),
            };
        }
        if self.has_role(at, Role::COPULA)
            || self.has_role(at, Role::COSTS)
            || self.has_role(at, Role::CHANGE) && !self.has_role(at, Role::EARN)
        {
            return self.clause_subject(at);
        }
        None
    }

    /// Whether the phrase is neither a participle nor itself counted: `cut the lead to two`, not `rose three points to 40`.
    fn stands_alone(&self, phrase: Span) -> bool {
        let first = self.token_from(phrase.start);
        let counted = self.before(first).is_some_and(|before| before.kind == Kind::Number || before.is(Class::NUMBER));
        !counted && !phrase.of(self.text).ends_with("ed")
    }

    /// The verb of change that ends right before the token at `index`, adverbs aside.
    fn change_before(&self, index: usize) -> Option<usize> {
        (index.saturating_sub(3)..index).rev().find(|at| {
            self.has_role(*at, Role::CHANGE)
                && self.tokens[*at + 1..index].iter().all(|token| token.kind == Kind::Word && !self.function(token))
        })
    }

    /// The noun phrase before a verb and its auxiliaries.
    pub(super) fn subject_before(&self, verb: usize) -> Option<Span> {
        let mut at = verb;
        while self.before(at).is_some_and(|token| token.is(Class::AUXILIARY | Class::ADVERB | Class::TO)) {
            at -= 1;
        }
        self.head_before(at)
    }

    /// The noun phrase that ends right before the token at `index`, or the one that it is an attribute of: `sales` of
    /// `sales of tea`.
    fn head_before(&self, index: usize) -> Option<Span> {
        let mut phrase = self.phrase_before(index)?;
        for _ in 0..3 {
            let mut at = self.token_from(phrase.start);
            while self.before(at).is_some_and(|token| self.determines(token)) {
                at -= 1;
            }
            let linked = self.class_before(at, Class::OF | Class::PREPOSITION | Class::TO);
            let Some(outer) = at.checked_sub(1).filter(|_| linked).and_then(|link| self.phrase_before(link)) else {
                break;
            };
            phrase = outer;
        }
        Some(phrase)
    }

    /// The first noun phrase of the clause that the verb at `index` stands in.
    fn clause_subject(&self, index: usize) -> Option<Span> {
        let mut start = index;
        while index - start < 24 && self.before(start).is_some_and(|token| !self.ends_clause(token)) {
            start -= 1;
        }
        let first =
            (start..index).find(|at| self.tokens[*at].kind == Kind::Word && !self.function(&self.tokens[*at]))?;
        if self.tokens[start..first].iter().any(|token| token.is(Class::SUBJECT | Class::PREPOSITION)) {
            return None;
        }
        let mut end = first;
        while end < index && (self.nominal(&self.tokens[end]) || self.tokens[end].kind == Kind::Clitic) {
            end += 1;
        }
        (end > first).then(|| Span::new(self.tokens[first].span().start, self.tokens[end - 1].span().end))
    }

    fn ends_clause(&self, token: &Token) -> bool {
        !matches!(token.kind, Kind::Word | Kind::Number | Kind::Clitic)
            || token.is(Class::THAT | Class::CONJUNCTION | Class::RELATIVE | Class::AND)
            || (token.word.cue().is_some_and(|cue| cue.form != Form::Base) && !token.capital())
    }

    /// The name or person that ends right before the token at `index`: whose age it is.
    pub(super) fn bearer_before(&self, index: usize) -> Option<Span> {
        let last = self.before(index)?;
        let person = Class::HUMAN | Class::GROUP | Class::ROLE | Class::MASCULINE | Class::FEMININE;
        let named =
            |token: &Token| token.kind == Kind::Word && token.capital() && !token.is(Class::MONTH | Class::TIME);
        if !named(last) {
            let kin = last.kind == Kind::Word && last.is(person) && !self.function(last);
            return kin.then_some(last.span());
        }
        let mut start = index - 1;
        while self.before(start).is_some_and(|token| named(token) && !self.function(token) || token.is(Class::PARTICLE))
        {
            start -= 1;
        }
        Some(self.token(start)?.span().cover(last.span()))
    }
}
