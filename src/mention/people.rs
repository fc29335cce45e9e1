//! People without a name: `one of them`, `some of the residents`, `the Latvians`.

use std::ops::Range;

use super::phrase::Reader;
use super::{Mention, MentionKind};
use crate::lexicon::{Class, Form};
use crate::token::{Kind, Token};

const ONE: &str = "one";

impl Reader<'_> {
    /// Whether the token is `one`, which is a number and a determiner.
    pub(super) fn is_one(&self, at: usize) -> bool {
        let span = self.tokens[at].span();
        span.len() == ONE.len() && span.of(self.text).eq_ignore_ascii_case(ONE)
    }

    /// `one resident`, `one Lee confidant`: read as a phrase with `a`.
    pub(super) fn one_noun(&self, at: usize) -> Option<Mention> {
        let end = Some(self.nominal_end(at + 1, true)).filter(|end| *end > at + 1)?;
        let mention = self.classified(at, at + 1..end, true)?;
        (!matches!(mention.kind, MentionKind::Name(_))).then(|| self.with_prepositional_phrases(mention))
    }

    /// `Some said`, `both have argued`: a determiner that stands for people.
    pub(super) fn lone_determiner(&self, at: usize, determined: bool) -> Option<Mention> {
        let people = determined && self.tokens[at].is(Class::GROUP | Class::HUMAN);
        people.then(|| self.some_people(at)).flatten()
    }

    /// `Some`, `another`, `one` before a verb, and `some of the residents`, `one of them`.
    pub(super) fn some_people(&self, at: usize) -> Option<Mention> {
        let next = self.token(at + 1)?;
        let verb = next.word.cue().is_some() || next.is(Class::AUXILIARY);
        let end = if verb || self.is_inverted(at) { Some(at + 1) } else { self.people_after_of(at + 1) };
        end.map(|end| Mention { tokens: at..end, head: at, kind: MentionKind::Nominal })
    }

    /// Whether the token ends an attribution behind its verb: `“We waited,” said one, who left.`
    pub(super) fn is_inverted(&self, at: usize) -> bool {
        let said = |verb: usize| {
            let speaks = self.tokens[verb].word.cue().is_some_and(|cue| matches!(cue.form, Form::Past | Form::Third));
            speaks && matches!(self.tokens[verb - 1].kind, Kind::Mark(_))
        };
        at >= self.start + 2 && said(at - 1) && !self.token(at + 1).is_some_and(Token::wordlike)
    }

    /// Where `of the residents` or `of them` ends, which starts at the token.
    pub(super) fn people_after_of(&self, of: usize) -> Option<usize> {
        let first = self.token(of + 1).filter(|_| self.tokens[of].is(Class::OF))?;
        if first.is(Class::OBJECT | Class::RELATIVE) {
            return Some(of + 2);
        }
        let inner = self.phrase_without_tail(of + 1).filter(|_| self.is_determiner(of + 1))?;
        let head = &self.tokens[inner.head];
        let people = inner.kind == MentionKind::Nominal && head.is(Class::GROUP | Class::PLURAL);
        people.then_some(inner.tokens.end)
    }

    /// `the Ukrainians`, `Germans`, `the British`, `the Scot`
    pub(super) fn people_of_a_country(&self, start: usize, run: &Range<usize>) -> Option<Mention> {
        let head = run.end - 1;
        let people = self.is_of_a_country(run.clone(), start < run.start);
        people.then_some(Mention { tokens: start..run.end, head, kind: MentionKind::Nominal })
    }

    pub(super) fn is_of_a_country(&self, run: Range<usize>, determined: bool) -> bool {
        let last = &self.tokens[run.end - 1];
        let plural = last.span().of(self.text).ends_with('s');
        let given = last.is(Class::FEMALE | Class::MALE);
        let short = run.len() == 1 || plural && run.len() <= 3;
        short && last.is(Class::DEMONYM) && (determined || plural && !given)
    }
}
