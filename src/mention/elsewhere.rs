//! Common words that an article has as names: `Shelter`, `Next`, `Target`.

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::hash::Quick;
use crate::token::{Case, Kind, Token};

/// Words that the article writes with a capital inside its sentences, so that they are names where they begin one too.
#[derive(Debug)]
pub(super) struct Elsewhere<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// Read when it is first asked for, as most articles never ask.
    words: OnceCell<HashSet<&'a str, Quick>>,
}

impl<'a> Elsewhere<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        Self { text, tokens, words: OnceCell::new() }
    }

    /// Whether the word is a name elsewhere: `a tenant of Shelter left`, not `A Tenant Of Shelter Left`.
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.get_or_init(|| self.read()).contains(word)
    }

    fn read(&self) -> HashSet<&'a str, Quick> {
        let behind_small = self.tokens.windows(2).filter(|two| two[0].kind == Kind::Word && two[0].case == Case::Lower);
        let names = behind_small.map(|two| two[1]).filter(|token| token.case == Case::Capital);
        names.map(|token| token.span().of(self.text)).collect()
    }
}
