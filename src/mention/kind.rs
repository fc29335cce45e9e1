//! What a noun phrase names: its head, and whether it is a name, somebody or something.

use std::ops::Range;

use super::name::{self, NameKind};
use super::phrase::{Reader, SPEAKING};
use super::{Mention, MentionKind};
use crate::lexicon::{Class, Form, is_agent};

impl Reader<'_> {
    /// Finds head and kind of the nominal words `run` of a phrase that starts at `start`.
    pub(super) fn classified(&self, start: usize, run: Range<usize>, determined: bool) -> Option<Mention> {
        let last = &self.tokens[run.end - 1];
        let named = last.capital() || last.is(Class::SUFFIX);
        if named && !self.is_lone_noun(run.clone(), determined) {
            let business = usize::from(self.opens_with_business(&run));
            let mut name = self.extended(name::parse(self.tokens, self.known, run.start + business..run.end));
            if business > 0 {
                (name.tokens.start, name.kind) = (run.start, NameKind::Organization);
            }
            let name = self.with_own_clitic(name);
            if let Some(mention) = self.office_in(start, run.start, &name) {
                return Some(mention);
            }
            let tokens = start..name.tokens.end;
            return Some(Mention { tokens, head: name.core.end - 1, kind: MentionKind::Name(name) });
        }
        if let Some(people) = self.people_of_a_country(start, &run) {
            return Some(people);
        }
        let head = run.clone().rev().find(|&at| self.tokens[at].is(SPEAKING | Class::NOUN_CUE | Class::MEDIUM));
        let (head, kind) = match head {
            Some(head) if head + 1 < run.end && self.verb_follows(run.end) => (run.end - 1, MentionKind::Other),
            Some(head) if self.tokens[head].is(SPEAKING) => (head, MentionKind::Nominal),
            Some(head) => (head, MentionKind::Other),
            None if self.are_agents(run.end - 1) => (run.end - 1, MentionKind::Nominal),
            None if determined || self.has_proper(&run) => (run.end - 1, MentionKind::Other),
            None => return None,
        };
        Some(Mention { tokens: start..head.max(run.start) + 1, head, kind })
    }

    /// Whether the first word of a sentence only tells what a company does: `Carmaker Orlo said`, not `Lender Processing said`.
    fn opens_with_business(&self, run: &Range<usize>) -> bool {
        let token = &self.tokens[run.start];
        let noun = token.is(Class::COLLECTIVE) && !token.is(Class::ROLE) && self.opens_sentence(run.start);
        let agent = noun && is_agent(token.span().of(self.text));
        agent && run.len() > 1 && !self.tokens[run.start + 1].is(Class::COMMON)
    }

    /// Whether a name of several words that the gazetteer knows ends the run.
    fn ends_known(&self, run: &Range<usize>) -> bool {
        run.clone().any(|at| self.known_at(at).is_some_and(|known| known.tokens.end == run.end))
    }

    fn has_proper(&self, run: &Range<usize>) -> bool {
        run.clone().any(|at| self.is_proper(at))
    }

    /// Whether the phrase that ends here must be a subject, so that its last word is its head.
    fn verb_follows(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            // `a campaign hat | reading “…”`
            token.is(Class::AUXILIARY | Class::RELATIVE)
                || token.word.cue().is_some_and(|cue| cue.form == Form::Past)
                || token.span().of(self.text) == "reading"
        }) || self.token(at).is_some_and(|token| token.sign(b','))
            && self.token(at + 1).is_some_and(|token| token.is(Class::RELATIVE))
    }

    /// Whether a run that ends in a capital is no name but a role or a group: `the Prime Minister`, `Residents`.
    fn is_lone_noun(&self, run: Range<usize>, determined: bool) -> bool {
        let last = &self.tokens[run.end - 1];
        if last.is(Class::ORGANIZATION_WORD) && self.organisation_part(run.end).is_some() {
            return false;
        }
        if self.ends_known(&run) {
            return false;
        }
        if self.is_of_a_country(run.clone(), determined) {
            return true;
        }
        if !last.is(SPEAKING | Class::HONORIFIC) || last.is(Class::ORGANIZATION_WORD) && run.len() > 1 {
            return false;
        }
        if run.len() == 1 && last.is(Class::FAMILY) && !determined && !last.is(Class::PLURAL) {
            return false;
        }
        if run.len() == 1 {
            return determined || self.opens_sentence(run.start) || last.is(Class::ROLE);
        }
        let before = &self.tokens[run.end - 2];
        let surname =
            before.is(Class::FEMALE | Class::MALE) && !before.is(SPEAKING | Class::ROLE_MODIFIER) && !determined;
        !surname && last.is(Class::ROLE | Class::GROUP | Class::HUMAN)
    }
}
