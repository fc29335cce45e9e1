//! What goes with a noun phrase behind its head: prepositional phrases, and the region behind a town.

use super::phrase::{FUNCTION, Reader, SPEAKING};
use super::{Mention, MentionKind};
use crate::extraction::EntityKind;
use crate::lexicon::Class;
use crate::token::{Kind, Token};

impl Reader<'_> {
    /// `the head of the prosecutor’s office`, `a spokeswoman for the ministry`.
    pub(super) fn with_prepositional_phrases(&self, mut mention: Mention) -> Mention {
        if mention.kind != MentionKind::Nominal {
            return mention;
        }
        for _ in 0..3 {
            let office = self.office_for(&mention);
            if self.is_deed(&mention) {
                break;
            }
            let phrase = || self.prepositional_phrase(mention.tokens.end).or_else(|| self.complement(&mention));
            let Some(end) = office.or_else(phrase) else { break };
            if self.token(end).is_some_and(|next| next.kind == Kind::Number && next.spaced) {
                break; // `on Lee’s May 25 visit`
            }
            let subjects = self.tokens[mention.head].is(Class::ROLE).then(|| self.subjects_end(end)).flatten();
            mention.tokens.end = subjects.or_else(|| self.region_after(end)).unwrap_or(end);
        }
        mention
    }

    /// A name after `in`, `of`, `from` with the region behind it: `of Flint, Mich.,`.
    pub(super) fn with_region(&self, mut mention: Mention) -> Mention {
        let start = mention.tokens.start;
        let governed =
            start > self.start && self.tokens[start - 1].is(Class::OF | Class::LOCATIVE | Class::PREPOSITION);
        if governed {
            mention.tokens.end = self.region_after(mention.tokens.end).unwrap_or(mention.tokens.end);
        }
        mention
    }

    /// Where the region ends that stands between commas behind a town: `Leeds, Texas,`. The town ends at `comma`.
    fn region_after(&self, comma: usize) -> Option<usize> {
        let town = self.tokens[comma - 1].capital() && self.token(comma)?.sign(b',');
        let region = self.token(comma + 1).filter(|region| town && region.capital() && region.spaced)?;
        let known = self.known.partition_point(|known| known.tokens.start < comma + 1);
        let known = self.known.get(known).filter(|known| known.tokens.start == comma + 1);
        let end = match known {
            Some(known) if known.kind == EntityKind::Place => known.tokens.end,
            None if region.is(Class::ABBREVIATION) && !region.is(Class::HONORIFIC | Class::ROLE) => comma + 2,
            _ => return None,
        };
        let closed = self.token(end).is_none_or(|next| next.sign(b',') || next.sign(b'.') || next.word.cue().is_some());
        closed.then_some(end)
    }

    /// `commissioner for works`: a role with one or two nouns behind `for`, where the phrase ends.
    fn office_for(&self, mention: &Mention) -> Option<usize> {
        let at = mention.tokens.end;
        let office = self.tokens[mention.head].is(Class::ROLE) && mention.head + 1 == at;
        self.token(at).filter(|token| office && token.span().of(self.text) == "for")?;
        let end = self.plain_nouns_end(at + 1)?;
        // `for roads and tunnels`
        let joined = self.token(end).filter(|token| token.is(Class::AND)).and_then(|_| self.plain_nouns_end(end + 1));
        let end = joined.unwrap_or(end);
        let gerund = self.tokens[at + 1].span().of(self.text).ends_with("ing");
        let closed = self.token(end).is_none_or(|next| !next.wordlike() || next.word.cue().is_some());
        (!gerund && closed).then_some(end)
    }

    /// `a source close to the pair`, `people familiar with the talks`: what somebody unnamed knows, where it ends.
    fn complement(&self, mention: &Mention) -> Option<usize> {
        let at = mention.tokens.end;
        let person = self.tokens[mention.head].is(Class::HUMAN | Class::GROUP | Class::ROLE) && mention.head + 1 == at;
        let knows = |token: &&Token| matches!(token.span().of(self.text), "close" | "familiar" | "briefed" | "privy");
        self.token(at).filter(knows).filter(|_| person)?;
        // `close to the show`, where `on the show` tells the occasion
        let known =
            || self.token(at + 2).filter(|_| self.is_determiner(at + 2)).and_then(|_| self.phrase_without_tail(at + 2));
        self.prepositional_phrase(at + 1).or_else(|| known().map(|inner| inner.tokens.end))
    }

    fn prepositional_phrase(&self, at: usize) -> Option<usize> {
        let preposition = self.token(at)?;
        let word = preposition.span().of(self.text);
        if !(preposition.is(Class::OF) || matches!(word, "for" | "at" | "from" | "in" | "on" | "to" | "with")) {
            return None;
        }
        let first = at + 1;
        let next = self.token(first)?;
        let determined = self.is_determiner(first);
        if !(determined || next.capital() && self.is_name_like(first) || preposition.is(Class::OF)) {
            return None;
        }
        if preposition.is(Class::OF) && !determined && !next.capital() && !next.is(SPEAKING) {
            return self.plain_nouns_end(first);
        }
        let inner = self.phrase_without_tail(first)?;
        let head = &self.tokens[inner.head];
        let occasion =
            head.is(Class::MEDIUM | Class::TIME) && !preposition.is(Class::OF) && !head.is(Class::COLLECTIVE);
        (!occasion).then_some(inner.tokens.end)
    }

    /// Whether a gerund follows *of* that somebody is said to do: `accused the owners | of cutting wages`, not `the head of
    /// housing`.
    fn is_deed(&self, mention: &Mention) -> bool {
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let object = start > self.start && self.tokens[start - 1].word.cue().is_some();
        let of = self.token(end).is_some_and(|token| token.is(Class::OF));
        let gerund = self.token(end + 1).is_some_and(|token| token.span().of(self.text).ends_with("ing"));
        object && of && gerund && self.token(end + 2).is_some_and(Token::wordlike)
    }

    /// `head of research`, `director of public health`: one or two nouns without a determiner.
    fn plain_nouns_end(&self, first: usize) -> Option<usize> {
        let nouns = (first..self.end.min(first + 3)).take_while(|&at| {
            let token = &self.tokens[at];
            token.kind == Kind::Word
                && token.spaced
                && !token.capital()
                && !token.is(FUNCTION | Class::VERB)
                && token.word.cue().is_none()
        });
        let end = first + nouns.count();
        // `of neighbouring Latvia`
        let names = (end..self.end.min(end + 3)).take_while(|&at| {
            let token = &self.tokens[at];
            token.kind == Kind::Word && token.spaced && token.capital() && !token.is(FUNCTION)
        });
        (end > first).then(|| end + names.count())
    }

    pub(super) fn phrase_without_tail(&self, at: usize) -> Option<Mention> {
        let determined = self.is_determiner(at);
        let first = if determined { at + 1 } else { at };
        let end = self.nominal_end(first, determined);
        if end == first {
            return None;
        }
        self.classified(at, first..end, determined)
    }
}
