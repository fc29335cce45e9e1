//! Whom a phrase names that leads up to a pronoun: seldom whom the pronoun means.

use std::ops::Range;

use super::resolve::{Query, Resolver};
use crate::lexicon::{Class, CueClass};
use crate::token::Kind;

impl Resolver<'_> {
    /// The first mention of the pronoun’s sentence that agrees and that no phrase before the pronoun names.
    pub(super) fn subject_of_sentence(&self, query: &Query<'_>) -> Option<usize> {
        let in_clause = |mention: &usize| !self.leads_up(query, *mention);
        self.agreeing_in(query, query.sentence).filter(in_clause).find_map(|mention| self.cast.of_mention[mention])
    }

    /// Whether the mention stands in a phrase that leads up to the pronoun, without being the subject of a clause: `Asked about
    /// Bob Ray, he said`, `After meeting Bob Ray, he said`, `Of Bob Ray, he said`; but `After Bob Ray left, he said`, and `As for
    /// Bob Ray, he said`.
    fn leads_up(&self, query: &Query<'_>, mention: usize) -> bool {
        let article = self.cast.article;
        let Some(comma) = query.word.checked_sub(1).filter(|&at| self.cast.token(at).sign(b',')) else { return false };
        let mention = &article.mentions[mention];
        let start = article.sentences[query.sentence].tokens.start;
        let ends = |at: &usize| {
            let token = self.cast.token(*at);
            token.sign(b',') || token.sign(b';') || token.sign(b':') || token.kind == Kind::Dash
        };
        let phrase = start.max(mention.tokens.start.saturating_sub(LONGEST))..mention.tokens.start;
        let open = phrase.clone().rev().find(ends).map_or(phrase.start, |at| at + 1);
        let words = open..mention.tokens.start;
        mention.tokens.end <= comma
            && (self.begins_with_participle(words.clone())
                || self.begins_with_preposition(words.clone())
                    && self.is_governed(words)
                    && self.is_no_subject(mention.tokens.end))
    }

    /// `Asked about`, `Speaking to`, `while praising`, `after meeting`: its subject is the pronoun.
    fn begins_with_participle(&self, mut words: Range<usize>) -> bool {
        let leads = Class::CONJUNCTION | Class::PREPOSITION | Class::ADVERB;
        let participle = |at: usize| {
            let token = self.cast.token(at);
            let asked = token.word.cue().is_some_and(|form| {
                self.cast.article.lexicon.cue(form).class == CueClass::Asks && self.cast.word(at).ends_with("ed")
            });
            asked || self.cast.word(at).len() > SHORTEST && self.cast.word(at).ends_with("ing") && !token.is(leads)
        };
        words.find(|&at| participle(at) || !self.cast.token(at).is(leads)).is_some_and(participle)
    }

    /// `Of`, `Like`, `In an interview with`; `For` and `As for` name the one of whom is spoken.
    fn begins_with_preposition(&self, mut words: Range<usize>) -> bool {
        words.next().is_some_and(|at| {
            let topic = self.cast.word(at).eq_ignore_ascii_case("for");
            self.cast.token(at).is(Class::PREPOSITION | Class::OF | Class::TO) && !topic
        })
    }

    /// Whether the words lead to an object, and not to a subject: `On Friday Bob Ray and his sons left`.
    fn is_governed(&self, words: Range<usize>) -> bool {
        let governs = Class::PREPOSITION | Class::OF | Class::TO | Class::AND | Class::DOCUMENT | Class::MEDIUM;
        let last = words.rev().find(|&at| !self.cast.token(at).is(Class::ARTICLE));
        last.is_some_and(|at| self.cast.token(at).is(governs))
    }

    /// Whether no verb can stand behind a mention.
    fn is_no_subject(&self, end: usize) -> bool {
        let function = Class::PREPOSITION | Class::OF | Class::TO | Class::TIME | Class::MONTH | Class::AND;
        self.cast.article.tokens.get(end).is_none_or(|next| !next.wordlike() || next.is(function))
    }
}

/// The most words of such a phrase.
const LONGEST: usize = 32;

/// The letters of a word that ends in *-ing* and is no participle: `king`, `spring`.
const SHORTEST: usize = 6;
