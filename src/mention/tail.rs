//! What goes with a noun phrase behind its head: prepositional phrases, and the region behind a town.

use super::phrase::{FUNCTION, Reader, SPEAKING};
use super::{Mention, MentionKind, NameKind};
use crate::extraction::EntityKind;
use crate::lexicon::{Class, Form};
use crate::token::{Case, Kind, Token};

impl Reader<'_> {
    /// `the head of the prosecutor’s office`, `a spokeswoman for the ministry`.
    pub(super) fn with_prepositional_phrases(&self, mut mention: Mention) -> Mention {
        if mention.kind != MentionKind::Nominal {
            return mention;
        }
        for _ in 0..3 {
            mention.tokens.end = self.behind_initials(&mention).unwrap_or(mention.tokens.end);
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
        mention.tokens.end = self.body_between_commas(&mention).unwrap_or(mention.tokens.end);
        mention
    }

    /// Where the body ends that a comma parts from an office before its bearer's name: `The Permanent Secretary, Ministry of
    /// Health | , Ann Lee, said`, `The Chairman of the National Rail Board, NRB | , Ann Lee, said`.
    fn body_between_commas(&self, mention: &Mention) -> Option<usize> {
        let comma = mention.tokens.end;
        let sign = |at: usize| self.token(at).is_some_and(|token| token.sign(b','));
        let capital = |at: usize| self.token(at).is_some_and(Token::capital);
        if !(self.tokens[mention.head].is(Class::ROLE) && sign(comma) && capital(comma + 1)) {
            return None;
        }
        let body = self.phrase_without_tail(comma + 1)?;
        let end = body.tokens.end;
        let name = body.name().filter(|name| name.kind == NameKind::Organization && sign(end) && capital(end + 1))?;
        let owns = mention.head + 1 == comma && name.core.len() > 1;
        let bearer = self.phrase_without_tail(end + 1).filter(|_| owns || self.spells(end - 1, mention))?;
        let person = bearer.name().is_some_and(|name| match name.kind {
            NameKind::Person => true,
            NameKind::Unknown => name.core.len() > 1,
            _ => false,
        });
        (person && sign(bearer.tokens.end)).then_some(end)
    }

    /// Whether the word has the initials of the last words with capitals in the phrase.
    fn spells(&self, acronym: usize, mention: &Mention) -> bool {
        let initial = |at: usize| self.tokens[at].span().of(self.text).chars().next();
        let capitals = mention.tokens.clone().rev().filter(|&at| self.tokens[at].capital()).filter_map(initial);
        let letters = self.tokens[acronym].span().of(self.text);
        letters.chars().rev().eq(capitals.take(letters.len()))
    }

    /// Where the initials of an office end that `of` follows: `Chief Executive Officer (CEO) | of the board`.
    fn behind_initials(&self, mention: &Mention) -> Option<usize> {
        let open = mention.tokens.end;
        let [bracket, initials, close, of] = self.tokens.get(open..self.end.min(open + 4))? else { return None };
        let short = initials.kind == Kind::Word && initials.case == Case::Upper;
        let leads = of.is(Class::OF) || of.span().of(self.text) == "for";
        let office = self.tokens[mention.head].is(Class::ROLE);
        (office && bracket.sign(b'(') && short && close.sign(b')') && leads).then_some(open + 3)
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

    /// `commissioner for works`, `adviser on energy policy`: a role with one or two nouns behind `for` or `on`, where the
    /// phrase ends.
    fn office_for(&self, mention: &Mention) -> Option<usize> {
        let at = mention.tokens.end;
        let office = self.tokens[mention.head].is(Class::ROLE) && mention.head + 1 == at;
        let word = self.token(at).filter(|_| office)?.span().of(self.text);
        let end = match word {
            "for" => self.fields_end(at + 1)?,
            "on" => self.plain_nouns_end(at + 1)?,
            _ => return None,
        };
        let gerund = self.tokens[at + 1].span().of(self.text).ends_with("ing");
        let closed = self.token(end).is_none_or(|next| match word {
            "on" => next.sign(b',') || next.span().of(self.text) == "at",
            _ => !next.wordlike() || next.word.cue().is_some(),
        });
        (!gerund && closed).then_some(end)
    }

    /// Where the fields of an office end: `roads and tunnels`, `culture, media and sport`.
    fn fields_end(&self, first: usize) -> Option<usize> {
        let end = self.plain_nouns_end(first)?;
        let sign = |at: usize| self.token(at).is_some_and(|token| token.sign(b','));
        let and = |at: usize| self.token(at).is_some_and(|token| token.is(Class::AND));
        let second = sign(end).then(|| self.plain_nouns_end(end + 1)).flatten().filter(|&second| and(second));
        let joint = second.unwrap_or(end);
        let joined = and(joint).then(|| self.plain_nouns_end(joint + 1)).flatten();
        Some(joined.unwrap_or(end))
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
        if self.is_noun_behind_of(first) {
            return Some(first + 1);
        }
        if !(determined || next.capital() && self.is_name_like(first) || preposition.is(Class::OF)) {
            return self.described_body_end(first).filter(|_| matches!(word, "at" | "for" | "with" | "from"));
        }
        // `professor of European politics`
        let origin = next.is(Class::DEMONYM) && self.plain_nouns_end(first + 1).is_some();
        let fields = first + usize::from(origin);
        if preposition.is(Class::OF) && !determined && (origin || !next.capital() && !next.is(SPEAKING)) {
            // `director of policy and research at Acme`
            let goes_on =
                |end: &usize| self.token(*end).is_some_and(|next| next.sign(b',') || next.span().of(self.text) == "at");
            return self.fields_end(fields).filter(goes_on).or_else(|| self.plain_nouns_end(fields));
        }
        let inner = self.phrase_without_tail(first)?;
        let head = &self.tokens[inner.head];
        let occasion =
            head.is(Class::MEDIUM | Class::TIME) && !preposition.is(Class::OF) && !head.is(Class::COLLECTIVE);
        (!occasion).then(|| self.field_behind(&inner).unwrap_or(inner.tokens.end))
    }

    /// `secretary of | state`: what could be a verb elsewhere is none behind *of*.
    pub(super) fn is_noun_behind_of(&self, at: usize) -> bool {
        let noun = &self.tokens[at];
        let base = noun.word.cue().is_some_and(|cue| cue.form == Form::Base) && !noun.capital();
        base && at > self.start && self.tokens[at - 1].is(Class::OF)
    }

    /// Where the nouns in small letters end that a name goes before: `head of EU | affairs`, `a clerk at the Acme | plant`.
    fn field_behind(&self, name: &Mention) -> Option<usize> {
        let first = name.tokens.end;
        let plain = |at: &usize| {
            let token = &self.tokens[*at];
            let small = token.kind == Kind::Word && token.spaced && !token.capital() && token.word.cue().is_none();
            let word = token.span().of(self.text);
            let verb = token.is(Class::VERB) || word.ends_with("ed") || word.ends_with("ing");
            small && !verb && !token.is(FUNCTION | SPEAKING)
        };
        let named = name.name().is_some() || self.tokens[name.head].is(Class::DEMONYM);
        let end = first + (first..self.end.min(first + 2)).take_while(plain).count();
        let next = self.token(end);
        let last = self.tokens[end - 1];
        // `the head of Acme | plans to leave`
        let finite = last.word.may_be_third_person(last.span().of(self.text));
        let comma = next.is_some_and(|next| next.sign(b','));
        let at = next.is_some_and(|next| ["at", "for"].contains(&next.span().of(self.text)));
        let said = next.is_some_and(|next| next.word.cue().is_some_and(|cue| cue.form == Form::Past));
        (named && end > first && (comma || (at || said) && !finite)).then_some(end)
    }

    /// `at law firm | Acme`, `with think tank | Bruegel`: where the name ends that nouns for a body go before.
    fn described_body_end(&self, first: usize) -> Option<usize> {
        let end = self.plain_nouns_end(first)?;
        let noun = (first..end).rev().find(|&at| !self.tokens[at].capital())?;
        let body = self.tokens[noun].is(Class::COLLECTIVE | Class::ROLE) && !self.tokens[noun].is(Class::PLURAL);
        (body && noun + 1 < end).then_some(end)
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
        // No verb has its place behind a preposition: `head of rates`, but not `of what`, `of cutting`.
        let governed = |at: usize| at == first && self.tokens[at - 1].is(Class::OF | Class::PREPOSITION);
        let noun = |at: usize| self.tokens[at].span().of(self.text).ends_with('s') && governed(at);
        let nouns = (first..self.end.min(first + 3)).take_while(|&at| {
            let token = &self.tokens[at];
            token.kind == Kind::Word
                && token.spaced
                && !token.capital()
                && !token.is(FUNCTION)
                && (!token.is(Class::VERB) && token.word.cue().is_none() || noun(at))
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
