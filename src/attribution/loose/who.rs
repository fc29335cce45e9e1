//! Who may have said a passage that has no cue: the subjects around it, and whoever spoke before.

use std::ops::Range;

use super::{Loose, NEAR_PASSAGES, may_speak};
use crate::attribution::Attributed;
use crate::lexicon::{Class, Form};
use crate::mention::{Mention, MentionKind, NameKind};
use crate::segment::Sentence;
use crate::token::Kind;

impl Loose<'_> {
    /// The mention that ends at the token.
    pub(super) fn adjacent(&self, end: usize) -> Option<Range<usize>> {
        let before = self.article.mentions.partition_point(|mention| mention.tokens.end <= end).checked_sub(1)?;
        let mention = &self.article.mentions[before];
        (mention.tokens.end == end && may_speak(mention)).then_some(before..before + 1)
    }

    /// The subject of the last main clause before the token, else the first mention that may speak and that no preposition
    /// governs: `When Bob Ray left, Ann Lee wrote a note:`.
    pub(super) fn subject_before(&self, number: usize, end: usize) -> Option<Range<usize>> {
        let subject = self.main_subject(number, end).or_else(|| self.subjects(number, end).next())?;
        Some(subject..subject + 1)
    }

    /// The subject of the last main clause of the sentence before the token.
    fn main_subject(&self, number: usize, end: usize) -> Option<usize> {
        let start = self.article.sentences[number].tokens.start;
        let is_main = |mention: &Mention| self.begins_clause(mention, start) && self.has_verb(mention);
        self.subjects(number, end).filter(|&at| is_main(&self.article.mentions[at])).last()
    }

    /// The mentions of the sentence before the token that may speak and that no preposition governs.
    fn subjects(&self, number: usize, end: usize) -> impl Iterator<Item = usize> + '_ {
        let start = self.article.sentences[number].tokens.start;
        let first = self.article.mentions.partition_point(|mention| mention.tokens.start < start);
        let inside = self.article.mentions[first..].iter().take_while(move |mention| mention.tokens.start < end);
        let subject =
            move |mention: &Mention| may_speak(mention) && !self.is_it(mention) && !self.is_governed(mention, start);
        inside.enumerate().filter(move |(_, mention)| subject(mention)).map(move |(at, _)| first + at)
    }

    /// Whether a main clause may begin with the mention: at the start of the sentence, behind a comma, a dash or *and*.
    fn begins_clause(&self, mention: &Mention, start: usize) -> bool {
        let before = mention.tokens.start.checked_sub(1).filter(|at| *at >= start).map(|at| &self.article.tokens[at]);
        let joins = Class::AND.union(Class::COORDINATES);
        // `Then | Lee stood up`
        let adverbs = || (start..mention.tokens.start).all(|at| self.article.tokens[at].is(Class::ADVERB));
        before.is_none_or(|token| token.kind == Kind::Dash || token.sign(b',') || token.is(joins)) || adverbs()
    }

    /// Whether a verb follows the mention, or an adverb that leads to one.
    fn has_verb(&self, mention: &Mention) -> bool {
        let Some(next) = self.article.tokens.get(mention.tokens.end) else { return false };
        next.is(Class::AUXILIARY.union(Class::ADVERB))
            || next.kind == Kind::Clitic
            || self.is_finite(mention.tokens.end)
    }

    /// The one mention of the sentence that may be its subject, before the passage.
    pub(super) fn subject(&self, number: usize, passage: usize) -> Option<Range<usize>> {
        let sentence = &self.article.sentences[number].tokens;
        let end = self.article.passages[passage].tokens.start;
        let first = self.article.mentions.partition_point(|mention| mention.tokens.start < sentence.start);
        let inside = self.article.mentions[first..].iter().take_while(|mention| mention.tokens.start < end);
        let mut subjects = inside.enumerate().filter(|(_, mention)| {
            let quoted = self.article.is_quoted(mention.tokens.start);
            may_speak(mention) && !quoted && !self.is_it(mention) && !self.is_governed(mention, sentence.start)
        });
        let (subject, mention) = subjects.next()?;
        (subjects.next().is_none() && self.has_verb(mention)).then(|| first + subject..first + subject + 1)
    }

    /// Whether a preposition stands before the mention.
    fn is_governed(&self, mention: &Mention, start: usize) -> bool {
        let before = mention.tokens.start.checked_sub(1).filter(|at| *at >= start).map(|at| &self.article.tokens[at]);
        before.is_some_and(|token| token.is(Class::PREPOSITION | Class::OF | Class::TO))
    }

    /// The subject of the sentence before, in the same paragraph and without a passage.
    pub(super) fn sentence_before(&self, number: usize) -> Option<Range<usize>> {
        let before = number.checked_sub(1).map(|at| &self.article.sentences[at])?;
        let same = before.paragraph == self.article.sentences[number].paragraph;
        if !same || !before.passages.is_empty() {
            return None;
        }
        let first = self.article.mentions.partition_point(|mention| mention.tokens.start < before.tokens.start);
        let person = |at: &usize| self.is_person(&self.article.mentions[*at]);
        let main = self.main_subject(number - 1, before.tokens.end).filter(person);
        let end = self.article.mentions.partition_point(|mention| mention.tokens.start < before.tokens.end);
        let subject = main.or_else(|| (first..end).find(person))?;
        Some(subject..subject + 1)
    }

    /// The person whose name is the subject of the paragraph before, which is one sentence without a passage: `Then Ann Lee stood
    /// up. ¶ “We are ready.”`
    pub(super) fn paragraph_before(&self, number: usize) -> Option<Range<usize>> {
        let before = number.checked_sub(1).filter(|&before| self.article.is_paragraph(before))?;
        let Sentence { tokens, passages, .. } = &self.article.sentences[before];
        let plain = passages.is_empty() && self.article.tokens[tokens.end - 1].terminal();
        let subject = self.main_subject(before, tokens.end).filter(|_| plain)?;
        let mention = &self.article.mentions[subject];
        (mention.name().is_some() && self.is_person(mention)).then_some(subject..subject + 1)
    }

    /// Whether somebody speaks in the sentence by a cue: `Bob Ray is late, Ann Lee said. “He always is.”`
    pub(super) fn speaks_in(&self, sentence: usize, found: &[Attributed]) -> bool {
        found[..self.by_cue].binary_search_by_key(&sentence, |quote| quote.sentence).is_ok()
    }

    /// Whether the mention may be a human being: only they shake their head and then speak.
    pub(super) fn is_person(&self, mention: &Mention) -> bool {
        match &mention.kind {
            MentionKind::Name(name) => !matches!(name.kind, NameKind::Organization | NameKind::Place),
            MentionKind::Nominal => mention.head_is(self.article.tokens, Class::ROLE | Class::HUMAN | Class::GROUP),
            MentionKind::Pronoun => !self.is_it(mention),
            MentionKind::Other | MentionKind::ObjectPronoun => false,
        }
    }

    fn is_it(&self, mention: &Mention) -> bool {
        self.article.tokens[mention.head].span().of(self.article.text).eq_ignore_ascii_case("it")
    }

    pub(super) fn is_pronoun(&self, who: &Range<usize>) -> bool {
        self.article.mentions[who.start].kind == MentionKind::Pronoun
    }

    /// The speaker of the nearest quote before the passage, whether in quotation marks or not.
    pub(super) fn last_speaker(&self, passage: usize, found: &[Attributed]) -> Option<Range<usize>> {
        let here = self.sentence(passage)?;
        let marked =
            self.owner[..passage].iter().rev().take(NEAR_PASSAGES).flatten().next().map(|&owner| &found[owner]);
        let by_cue = &found[..self.by_cue];
        let reported = by_cue[..by_cue.partition_point(|quote| quote.sentence < here)].last();
        let nearest = marked.into_iter().chain(reported).max_by_key(|quote| quote.sentence)?;
        nearest.who.clone().filter(|_| here.saturating_sub(nearest.sentence) <= 3)
    }

    /// Whether the word is a finite verb, if no auxiliary.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        let token = &self.article.tokens[at];
        let small = token.kind == Kind::Word && !token.capital() && !token.is(Class::AUXILIARY);
        let cue = || token.word.cue().is_some_and(|cue| matches!(cue.form, Form::Past | Form::Third));
        small && (token.is(Class::VERB) || cue() || token.span().of(self.article.text).ends_with("ed"))
    }

    /// A name with the one that *and* joins to it: `Lee and Ray`.
    pub(super) fn with_others(&self, who: Range<usize>) -> Range<usize> {
        let mentions = &self.article.mentions;
        let joined = |first: &usize| {
            let end = mentions[*first].tokens.end;
            let name = matches!(mentions[*first].kind, MentionKind::Name(_));
            name && end + 1 == mentions[who.start].tokens.start && self.article.tokens[end].is(Class::AND)
        };
        who.start.checked_sub(1).filter(joined).unwrap_or(who.start)..who.end
    }

    /// Whether a name at the token stands first, behind a dash, behind *from*, or behind a word that leads to it: `And to Ann
    /// Lee: “…”`.
    pub(super) fn opens(&self, at: usize, start: usize) -> bool {
        let from = at > start && self.article.tokens[at - 1].span().of(self.article.text) == "from";
        let dash = at > start && self.article.tokens[at - 1].kind == Kind::Dash;
        let led = at > start && at - start <= 2 && self.article.tokens[at - 1].is(Class::PREPOSITION);
        at == start || dash || from || led
    }

    /// Whether a name after a dash signs: nothing goes on behind it but what is set off from it.
    pub(super) fn ends(&self, mention: &Mention) -> bool {
        let next = self.article.tokens.get(mention.tokens.end);
        let sentence = &self.article.sentences.get(self.article.sentence_of(mention.tokens.start));
        let last = sentence.is_some_and(|sentence| sentence.tokens.end == mention.tokens.end);
        last || next.is_none_or(|token| !token.wordlike())
    }
}
