//! Numbers that stand for people: `42% say`, `almost half said`, `nine out of 10 said`, `the two write`.

use super::phrase::Reader;
use super::{Mention, MentionKind};
use crate::lexicon::{Class, Form};
use crate::token::{Kind, Token};

impl Reader<'_> {
    /// A number with its *percent* or its whole, at the beginning of a clause and right before a verb of speech.
    pub(super) fn share(&self, at: usize) -> Option<Mention> {
        let definite = self.tokens[at].is(Class::DEFINITE);
        let first = at + usize::from(definite);
        if !self.is_count(first) || !self.may_begin_clause(at) {
            return None;
        }
        let end = if definite { first + 1 } else { self.share_end(first + 1) };
        let people = self.tokens[end - 1].is(Class::PLURAL);
        let verb = self.token(end)?;
        let says = match verb.word.cue()?.form {
            Form::Past => !self.token(end + 1)?.sign(b','),
            Form::Base => self.ends_subject(end),
            _ => false,
        };
        says.then_some(Mention {
            tokens: at..end,
            head: if people { end - 1 } else { first },
            kind: MentionKind::Nominal,
        })
    }

    /// Whether a form that may be a noun is the verb: what follows begins an object or a clause, or it ends an attribution.
    pub(super) fn ends_subject(&self, verb: usize) -> bool {
        let object = Class::DETERMINER | Class::SUBJECT | Class::OBJECT | Class::THAT;
        self.token(verb + 1).is_some_and(|next| {
            next.is(object) || next.capital() || matches!(next.kind, Kind::Mark(_)) || next.sign(b':')
        }) || !self.token(verb + 1).is_some_and(Token::wordlike) && self.is_after_mark(verb)
    }

    /// `“We were wrong,” | the two write.`
    fn is_after_mark(&self, verb: usize) -> bool {
        self.tokens[self.start..verb].iter().rev().take(4).any(|token| matches!(token.kind, Kind::Mark(_)))
    }

    /// `42`, `half`, `one` of `one in four`; not `a`, which `a dozen` begins with, nor `in`, which stands for inches.
    fn is_count(&self, at: usize) -> bool {
        const OTHER: Class = Class::ADVERB.union(Class::ARTICLE).union(Class::PREPOSITION);
        let Some(token) = self.token(at) else { return false };
        if self.is_one(at) {
            return self.token(at + 1).is_some_and(|next| ["in", "out"].contains(&next.span().of(self.text)));
        }
        token.kind == Kind::Number || token.is(Class::NUMBER) && !token.is(OTHER)
    }

    /// Where what belongs to the number ends: `%`, `percent`, `out of 10`, `in four`, and whom it counts.
    fn share_end(&self, at: usize) -> usize {
        let word = |at: usize| self.token(at).map_or("", |token| token.span().of(self.text));
        let whole = match [word(at), word(at + 1)] {
            ["%" | "percent" | "thirds" | "quarters", _] => return at + 1,
            ["per", "cent"] => return at + 2,
            ["out", "of"] => at + 2,
            ["in", _] => at + 1,
            _ => return at,
        };
        if !self.is_count(whole) {
            return at;
        }
        // `one in four voters`, `one in four registered voters`
        let plain = |at: &usize| {
            self.token(*at).is_some_and(|next| next.wordlike() && next.spaced && next.word.cue().is_none())
        };
        let people = (whole + 1..whole + 4).take_while(plain).find(|&at| self.tokens[at].is(Class::PLURAL));
        people.unwrap_or(whole) + 1
    }

    /// Whether a subject may begin there: at the start of the sentence, behind a sign, a mark or a conjunction, and behind
    /// what bounds a number.
    pub(super) fn may_begin_clause(&self, at: usize) -> bool {
        let free = |at: usize| {
            at == self.start || {
                let before = &self.tokens[at - 1];
                [b',', b';', b':'].iter().any(|sign| before.sign(*sign))
                    || matches!(before.kind, Kind::Mark(_))
                    || before.is(Class::AND | Class::CONJUNCTION | Class::THAT)
            }
        };
        let bound = |before: &Token| {
            before.is(Class::ADVERB)
                || ["about", "around", "over", "under"]
                    .iter()
                    .any(|word| before.span().of(self.text).eq_ignore_ascii_case(word))
        };
        let bounds = || at > self.start && bound(&self.tokens[at - 1]) && free(at - 1);
        free(at) || bounds()
    }
}
