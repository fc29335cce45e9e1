//! Passages that go on with a quote that is there.

use std::ops::Range;

use super::{Loose, NEAR_PASSAGES};
use crate::attribution::{Attributed, Piece};
use crate::lexicon::CueClass;
use crate::quotation::Passage;

impl Loose<'_> {
    /// `“A,” she said. “B.”`: a passage right after a quote, without other words between, continues it.
    pub(super) fn join_forward(&mut self, found: &mut [Attributed]) {
        for passage in 1..self.owner.len() {
            self.join(passage, found);
        }
    }

    /// Gives a passage to the quote right before it.
    pub(super) fn join(&mut self, passage: usize, found: &mut [Attributed]) {
        if self.owner[passage].is_none() && self.stands_alone(passage) && !self.is_heading(passage) {
            self.append(passage, found);
        }
    }

    /// Gives a passage to the quote that ends right before it, whatever stands behind the passage.
    pub(super) fn append(&mut self, passage: usize, found: &mut [Attributed]) {
        let Some(before) = self.said_before(passage).filter(|&before| self.continues(before, passage, found)) else {
            return;
        };
        let Some(owner) = self.owner[before] else { return };
        let quote = &mut found[owner];
        let last = quote.content.last();
        let ends_here = last.is_some_and(|piece| self.article.passages_of(piece).contains(&before));
        if ends_here && !quote.fragment {
            quote.content.push(Piece::Passage(passage));
            self.owner[passage] = Some(owner);
        }
    }

    /// The passage before that somebody says; scare quotes in its attribution do not count:
    /// `“A,” she said, waving a “Vote” sign. “B.”`
    fn said_before(&self, passage: usize) -> Option<usize> {
        let sentence = self.sentence(passage.checked_sub(1)?)?;
        let first = self.article.sentences[sentence].passages.start.max(passage.saturating_sub(NEAR_PASSAGES));
        let mut before = (first..passage).rev();
        before.find(|&before| self.owner[before].is_some() || self.alone[sentence])
    }

    /// `“A. ¶ “B,” she said.`: a passage left open at the end of its paragraph is continued by the next.
    pub(super) fn join_backward(&mut self, found: &mut [Attributed]) {
        let mut next = self.owner.len();
        while next > 1 {
            next -= 1;
            let Some(owner) = self.owner[next] else { continue };
            let content = &mut found[owner].content;
            if content.first() != Some(&Piece::Passage(next)) {
                continue;
            }
            let leads =
                |&passage: &usize| self.owner[passage].is_none() && self.stands_alone(passage) && self.runs_on(passage);
            // All at once: one by one, each would move those behind it.
            let first = next - (0..next).rev().take_while(leads).count();
            let first = self.introduced_end(first..next);
            content.splice(0..0, (first..next).map(Piece::Passage));
            self.owner[first..next].fill(Some(owner));
            next = first;
        }
    }

    /// Where the words end that a colon introduces and that are no longer the speaker's: `Ray named two things: ¶ “A. ¶ “B.” ¶
    /// “C,” said Lee.`
    fn introduced_end(&self, passages: Range<usize>) -> usize {
        let (mut end, mut introduced) = (passages.start, false);
        for passage in passages {
            let Passage { tokens, closed, .. } = &self.article.passages[passage];
            introduced |= tokens.start.checked_sub(1).is_some_and(|at| self.article.tokens[at].sign(b':'));
            if introduced && *closed {
                (end, introduced) = (passage + 1, false);
            }
        }
        end
    }

    /// Whether the passage leads over to the next: left open, or right before it in the same paragraph.
    fn runs_on(&self, passage: usize) -> bool {
        let (this, next) = (&self.article.passages[passage], &self.article.passages[passage + 1]);
        this.tokens.end == next.tokens.start && !self.is_heading(passage)
    }

    /// Whether the passage follows the one `before` with only the attribution between; the next paragraph does not go on
    /// with a question, it answers it.
    fn continues(&self, before: usize, passage: usize, found: &[Attributed]) -> bool {
        let (Some(from), Some(to)) = (self.sentence(before), self.sentence(passage)) else { return false };
        let sentences = self.article.sentences;
        let near = from == to || from + 1 == to;
        let same = sentences[from].paragraph == sentences[to].paragraph;
        let open = !self.article.passages[before].closed;
        near && (same || open || !self.asks(before, found))
    }

    /// Whether the passage ends in a question mark and waits for an answer: not where its own verb is only *said*.
    fn asks(&self, passage: usize, found: &[Attributed]) -> bool {
        let tokens = &self.article.tokens[self.article.passages[passage].tokens.clone()];
        let quote = self.owner[passage].map(|owner| &found[owner]);
        let own = quote.filter(|quote| Some(quote.sentence) == self.sentence(passage));
        let form = own.and_then(|quote| quote.cue.clone()).and_then(|cue| self.article.tokens[cue.end - 1].word.cue());
        let says = form.is_some_and(|form| self.article.lexicon.cue(form).class == CueClass::Says);
        !says && tokens.iter().rev().take(2).any(|token| token.sign(b'?'))
    }
}
