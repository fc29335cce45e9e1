//! Times in the shape of a sentence: where they end, and which belong to what follows them.

use super::shape::Reader;
use crate::lexicon::{Class, Form};
use crate::mention::MentionKind;
use crate::token::{Kind, Token};

impl Reader<'_> {
    /// Where a time that starts here ends: `on Wednesday`, `early last week`, `in March 2020`, `Sept. 14, 2022`.
    pub(super) fn time_end(&self) -> Option<usize> {
        let mut at = self.at;
        // `less than two weeks ago`
        if ["less", "more"].contains(&self.word(at)) && self.word(at + 1) == "than" {
            at += 2;
        }
        if self.token(at).is_some_and(|token| {
            token.is(Class::PREPOSITION | Class::ADVERB | Class::CONJUNCTION) && !token.is(Class::TIME)
        }) {
            at += 1;
        }
        let lead = self.tokens_while(at, 3, |token| {
            let side = token.is(Class::THAT.union(Class::TIME_SIDE));
            token.is(Class::DETERMINER) || side && self.word_of(token) != "whether"
        });
        let core = self.tokens_while(lead, 6, |token| token.is(Class::TIME) || self.is_month(token));
        // `The Morning Ledger`
        let named = self.token(lead).is_some_and(Token::capital) && self.is_named_beyond(core);
        if core == lead || named {
            return None;
        }
        let mut end = self.tokens_while(core, 2, |token| token.kind == Kind::Number);
        // `Jun Mori`, `April Ross`: a bare month before another capital begins a name.
        let bare = core == self.at + 1 && end == core && self.token(self.at).is_some_and(|token| self.is_month(token));
        let named = |next: &Token| next.capital() || next.word.cue().is_some_and(|cue| cue.form == Form::Past);
        if bare && self.token(core).is_some_and(named) {
            return None;
        }
        // `said that March Rubio`
        if self.token(self.at).is_some_and(|token| token.is(Class::THAT))
            && self.is_month(&self.article.tokens[core - 1])
            && self.token(core).is_some_and(Token::capital)
        {
            return None;
        }
        if self.token(end).is_some_and(|token| token.sign(b','))
            && self.token(end + 1).is_some_and(|token| token.kind == Kind::Number)
            && end > core
        {
            end += 2;
        }
        // `Thursday’s vote`: the time is a part of what follows.
        if self.token(end).is_some_and(|token| token.kind == Kind::Clitic) && self.is_possessive(end, "") {
            return None;
        }
        Some(self.tokens_while(end, 1, |token| token.is(Class::TIME_SIDE)))
    }

    /// Whether a name that begins with an article here goes on behind the time up to the token.
    fn is_named_beyond(&self, end: usize) -> bool {
        let mention = self.article.mentions.get(self.mention).filter(|mention| mention.tokens.start == self.at);
        mention.is_some_and(|mention| {
            let article = self.article.tokens[self.at].is(Class::DETERMINER);
            article && mention.name().is_some() && mention.tokens.end > end
        })
    }

    /// The noun phrase that the time up to the token only dates: `a Wednesday editorial`, `in a March 2 letter`.
    pub(super) fn dated(&self, end: usize) -> Option<usize> {
        let article = self.at + usize::from(!self.is_dated_here());
        let capital = self.token(article + 1).is_some_and(Token::capital);
        let dates = capital && article + 1 < end && self.token(article).is_some_and(|token| token.is(Class::ARTICLE));
        let first = self.article.mentions.partition_point(|mention| mention.tokens.start < article);
        let mut near = self.article.mentions[first..].iter().take_while(|mention| mention.tokens.start <= end);
        let dated = near.position(|mention| {
            mention.tokens.end > end && matches!(mention.kind, MentionKind::Nominal | MentionKind::Other)
        });
        dated.filter(|_| dates).map(|at| first + at)
    }

    /// Whether the time begins with an article, and no preposition leads to it.
    pub(super) fn is_dated_here(&self) -> bool {
        self.token(self.at).is_some_and(|token| token.is(Class::ARTICLE))
    }

    /// A month's name, capitalised: not the verbs *may* and *march*.
    fn is_month(&self, token: &Token) -> bool {
        token.is(Class::MONTH) && token.capital()
    }

    fn tokens_while(&self, from: usize, most: usize, pass: impl Fn(&Token) -> bool) -> usize {
        let mut at = from;
        while at < from + most && self.token(at).is_some_and(|token| token.kind != Kind::Clitic && pass(token)) {
            at += 1;
        }
        at
    }
}
