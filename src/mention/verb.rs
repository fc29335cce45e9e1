//! Whether a word that may be a verb is one, or a part of the phrase.

use super::phrase::{FUNCTION, Reader, SPEAKING};
use crate::lexicon::{Class, Form};
use crate::token::{Kind, Token};

/// What may stand right behind a finite verb.
const PARTS: Class = FUNCTION.union(Class::NUMBER);

impl Reader<'_> {
    /// Whether a form of a cue verb is a noun or an adjective here: `the report`, `a think tank`, `the proposed law`.
    pub(super) fn is_noun_here(&self, first: usize, at: usize, determined: bool) -> bool {
        let token = &self.tokens[at];
        let Some(cue) = token.word.cue() else { return false };
        // `White House press secretary Ann Lee`
        let modifies = || token.is(Class::ROLE_MODIFIER) && self.token(at + 1).is_some_and(|next| next.is(Class::ROLE));
        if cue.form == Form::Base && at > first && (determined && modifies() || self.leads_to_role(at)) {
            return true;
        }
        // `general counsel`
        if cue.form == Form::Base && token.is(Class::ROLE) {
            return true;
        }
        let adjacent =
            at == first || self.tokens[at - 1].kind == Kind::Clitic || self.tokens[at - 1].is(Class::DEMONYM);
        let nominal_next = self.token(at + 1).is_some_and(|next| {
            next.kind == Kind::Word && next.spaced && !next.is(FUNCTION | Class::VERB) && next.word.cue().is_none()
        });
        // `Ann Lee’s latest claim`
        let determined = determined
            || self.tokens[first..at - usize::from(at > first)].iter().any(|token| token.kind == Kind::Clitic);
        match cue.form {
            // `the call`, but not `the reports say the`
            Form::Base => {
                let begins = |next: &Token| {
                    // `the people briefed say that`, but not `the court report that`
                    next.is(Class::DETERMINER | Class::SUBJECT) || next.is(Class::THAT) && !token.is(Class::NOUN_CUE)
                };
                let object = self.token(at + 1).is_some_and(begins);
                // `those asked | say`, but not `a London-based think tank`
                let those = first > self.start && self.tokens[first - 1].is(Class::GROUP);
                let asked = those && at > first && self.tokens[at - 1].span().of(self.text).ends_with("ed");
                determined && (adjacent || !self.has_head(first, at) && !object && !asked)
            }
            // `the calls`, but not `the narrator says`
            Form::Third => determined && (adjacent || token.is(Class::PLURAL) && !self.has_head(first, at)),
            Form::Present => determined && adjacent,
            Form::Past | Form::Participle => determined && at == first && nominal_next,
        }
    }

    /// `lawmakers grilled`, `the governor endorses`, `Republicans probing`: after its head, a phrase goes on with no verb; nor
    /// with a word in *-ed* that no noun follows: `the storm damaged the`, but not `the late rented flat`.
    pub(super) fn is_verb_after_head(&self, first: usize, at: usize) -> bool {
        let token = &self.tokens[at];
        let word = token.span().of(self.text);
        let person = || self.tokens[first..at].iter().any(|token| token.is(Class::ROLE | Class::HUMAN | Class::GROUP));
        let inflected = || word.ends_with("ing") || word.ends_with('s') && token.word.unknown();
        word.ends_with("ed") && (self.has_head(first, at) || self.is_left_alone(at))
            || inflected() && !token.is(SPEAKING) && person() && !self.is_inside_office(at)
    }

    /// Whether the word in *-ed* stands behind a plain word and before none: `the storm damaged the`, but not `the badly
    /// injured in the`.
    fn is_left_alone(&self, at: usize) -> bool {
        let before = &self.tokens[at - 1];
        let word = |token: &Token| token.span().of(self.text);
        let noun = before.kind == Kind::Word && !before.is(FUNCTION) && !word(before).ends_with("ly");
        let verb = !word(&self.tokens[at]).ends_with("eed") && !self.tokens[at].capital();
        noun && verb && self.token(at + 1).is_none_or(|next| next.kind != Kind::Word || next.is(PARTS) && next.spaced)
    }

    /// `chief operating officer`: a word in *-ing* between two words of an office.
    fn is_inside_office(&self, at: usize) -> bool {
        let office = |token: &Token| token.is(Class::ROLE) && !token.is(Class::PLURAL);
        office(&self.tokens[at - 1]) && self.token(at + 1).is_some_and(|next| office(next) && next.spaced)
    }

    /// `the jab | cuts the risk`: a word in *-s* that is not known as a plural, and an article behind it.
    pub(super) fn is_finite_with_object(&self, at: usize) -> bool {
        let article = |next: &Token| next.is(Class::ARTICLE) && !next.capital() && next.spaced;
        let singular = ["ss", "us", "is"].iter().any(|end| self.tokens[at].span().of(self.text).ends_with(end));
        let verb = !singular && !self.tokens[at].is(Class::PLURAL | SPEAKING);
        verb && self.has_object(at) && self.token(at + 1).is_some_and(article)
    }

    /// Whether the word is a verb in `-s` after all, with an object behind it: `Tobi shows me`, `Lee heads the club`.
    pub(super) fn has_object(&self, at: usize) -> bool {
        let object = |next: &Token| next.is(Class::DETERMINER | Class::POSSESSIVE | Class::OBJECT) && next.spaced;
        self.tokens[at].span().of(self.text).ends_with('s')
            && !self.tokens[at].is(Class::GROUP)
            && self.token(at + 1).is_some_and(object)
    }
}
