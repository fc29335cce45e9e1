//! People without a name: `one of them`, `some of the residents`, `the Latvians`; and what tells that a word is a name.

use std::ops::Range;

use super::phrase::{FUNCTION, Reader};
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
        // `at one point`
        let agrees = |form: Form| form != Form::Base || !self.is_one(at);
        let verb = next.word.cue().is_some_and(|cue| agrees(cue.form)) || next.is(Class::AUXILIARY);
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

    /// Whether what begins there only goes with the name of a human being: `Brown, | who knew it,`, `Brown | then said`,
    /// `Brown, | the harbour’s former master, also said`.
    pub(super) fn is_told_of(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let is = |at: usize, pass: &dyn Fn(&Token) -> bool| self.token(at).is_some_and(pass);
        let said = |token: &Token| token.word.cue().is_some_and(|cue| matches!(cue.form, Form::Past | Form::Third));
        if token.is(Class::ADVERB) {
            return is(at + 1, &said);
        }
        if !token.sign(b',') {
            return false;
        }
        let closed = (at + 1..self.end.min(at + 8)).find(|&end| self.tokens[end].sign(b','));
        let role = |end: usize| {
            self.tokens[end - 1].is(Class::ROLE | Class::HUMAN) || self.tokens[end - 1].kind == Kind::Number
        };
        let leads =
            |end: usize| is(end + 1, &said) || is(end + 1, &|token| token.is(Class::ADVERB)) && is(end + 2, &said);
        is(at + 1, &|token| token.span().of(self.text) == "who")
            || closed.is_some_and(|end| end > at + 1 && role(end) && leads(end))
    }

    /// Whether a name that no preposition governs ends before the token: `in March, Lee | rallied`, not `in Leeds`.
    pub(super) fn is_subject_before(&self, at: usize) -> bool {
        let name = self.tokens[self.start..at]
            .iter()
            .rev()
            .take_while(|token| token.capital() && token.kind == Kind::Word && !token.is(FUNCTION));
        let first = at - name.count();
        first == self.start
            || self.tokens[first - 1].sign(b',')
            || self.tokens[first - 1].is(Class::AND | Class::CONJUNCTION)
    }

    /// Whether it stands for several who speak: `Some | call it lame`, but not `some calls` or `some call to the club`.
    pub(super) fn are_several(&self, at: usize) -> bool {
        let several = self.tokens[at].is(Class::GROUP) && self.is_determiner(at);
        let says = |next: &Token| next.word.cue().is_some_and(|cue| cue.form == Form::Base);
        let object = Class::DETERMINER | Class::SUBJECT | Class::OBJECT | Class::THAT;
        let begins = |next: &Token| next.is(object) || next.capital() || matches!(next.kind, Kind::Mark(_));
        several && self.token(at + 1).is_some_and(says) && self.token(at + 2).is_some_and(begins)
    }

    /// Some people and what tells who they are, right before a verb of speech: `Many in the hall | said`, `Those asked | say`,
    /// `Some who live here | say`.
    pub(super) fn some_told_apart(&self, at: usize) -> Option<Mention> {
        let token = &self.tokens[at];
        let next = self.token(at + 1).filter(|_| token.is(Class::GROUP) && self.is_determiner(at))?;
        let asked = next.span().of(self.text).ends_with("ed") && next.word.cue().is_none();
        // `those who live here`, but not `those who say`
        let relative = next.is(Class::RELATIVE) && self.token(at + 2).is_some_and(|verb| verb.word.cue().is_none());
        // `those close to him`
        let near = next.is(Class::PREPOSITION) || self.token(at + 2).is_some_and(|next| next.is(Class::TO));
        if !(asked || relative || near) || !self.may_begin_clause(at) {
            return None;
        }
        let plain = |token: &Token| token.wordlike() && (relative || !token.is(Class::AUXILIARY | Class::VERB));
        let says = |end: usize| self.tokens[end].word.cue().filter(|cue| matches!(cue.form, Form::Past | Form::Base));
        let ends = |end: &usize| says(*end).is_some() || !plain(&self.tokens[*end]);
        let end = (at + 2..self.end.min(at + LONGEST)).find(ends)?;
        let begins = match says(end)?.form {
            Form::Past => self.token(end + 1).is_some_and(Token::wordlike),
            _ => self.ends_subject(end),
        };
        begins.then_some(Mention { tokens: at..end, head: at, kind: MentionKind::Nominal })
    }
}

/// How many words may tell who the people are.
const LONGEST: usize = 8;
