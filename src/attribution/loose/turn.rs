//! The turns of a transcript.

use std::ops::Range;

use super::Loose;
use crate::attribution::{Attributed, Piece, Rule};
use crate::mention::MentionKind;
use crate::token::{Case, Kind};

impl Loose<'_> {
    /// `LEE (Moderator): We are ready.`: what follows a name in capitals at the start of a paragraph, up to its end.
    pub(super) fn transcript(&mut self, number: usize, found: &mut Vec<Attributed>) {
        let Some((who, colon)) = self.turn(number) else { return };
        let paragraph = self.article.sentences[number].paragraph;
        let rest = self.article.sentences[number..].iter().take_while(|sentence| sentence.paragraph == paragraph);
        let end = rest.last().map_or(colon, |sentence| sentence.tokens.end);
        let words = self.article.tokens[colon + 1..end].iter().filter(|token| token.kind == Kind::Word).count();
        if words >= 2 {
            let quote = self.spoken(Rule::Transcript, number, &[], who);
            found.push(Attributed { content: vec![Piece::Clause(colon + 1..end)], ..quote });
        }
    }

    /// Whether there are two turns at least; a single one is a dateline: `LUCKNOW: The Assembly met on Monday.`
    pub(super) fn is_transcript(&self) -> bool {
        (0..self.article.sentences.len()).filter(|&number| self.turn(number).is_some()).nth(1).is_some()
    }

    /// The name that begins a turn, and its colon.
    fn turn(&self, number: usize) -> Option<(Range<usize>, usize)> {
        let (tokens, sentence) = (self.article.tokens, &self.article.sentences[number]);
        let first = self.article.mentions.partition_point(|mention| mention.tokens.start < sentence.tokens.start);
        let mention = self.article.mentions.get(first)?;
        let opens = number == 0 || self.article.sentences[number - 1].paragraph != sentence.paragraph;
        let named = mention.tokens.start == sentence.tokens.start && matches!(mention.kind, MentionKind::Name(_));
        let loud = tokens[mention.tokens.clone()].iter().all(|token| token.case == Case::Upper);
        if !(opens && named && loud) {
            return None;
        }
        let mut colon = mention.tokens.end;
        if tokens.get(colon).is_some_and(|token| token.sign(b'(')) {
            let role = tokens[colon..sentence.tokens.end].iter().take(ROLE);
            colon += role.take_while(|token| !token.sign(b')')).count() + 1;
        }
        let led = colon < sentence.tokens.end && tokens[colon].sign(b':') && sentence.passages.is_empty();
        led.then_some((first..first + 1, colon))
    }
}

/// How many tokens the brackets behind a name in a transcript may hold.
const ROLE: usize = 8;
