//! The turns of a transcript.

use std::ops::Range;

use super::Loose;
use crate::attribution::{Attributed, Piece, Rule};
use crate::lexicon::Class;
use crate::mention::MentionKind;
use crate::segment::Sentence;
use crate::token::{Case, Kind, Token};

impl Loose<'_> {
    /// `LEE (Moderator): We are ready.`, `A. We are.`: what follows the label at the start of a paragraph, up to its end.
    pub(super) fn transcript(&mut self, number: usize, found: &mut Vec<Attributed>) {
        let Some(turn) = self.turn(number) else { return };
        let paragraph = self.article.sentences[number].paragraph;
        let rest = self.article.sentences[number..].iter().take_while(|sentence| sentence.paragraph == paragraph);
        let end = rest.last().map_or(turn.said, |sentence| sentence.tokens.end);
        let words = self.article.tokens[turn.said..end].iter().filter(|token| token.kind == Kind::Word).count();
        if words >= 2 {
            let rule = if turn.who.is_some() { Rule::Transcript } else { Rule::QuestionAnswer };
            let quote = Attributed::new(rule, number, vec![Piece::Clause(turn.said..end)]);
            found.push(Attributed { who: turn.who, mention: Some(turn.label), ..quote });
        }
    }

    /// Whether there are two turns at least, a question among them where letters stand for names; a single one is a
    /// dateline: `LUCKNOW: The Assembly met on Monday.`
    pub(super) fn is_transcript(&self) -> bool {
        let (mut turns, mut lettered, mut asked) = (0, 0, false);
        for turn in (0..self.article.sentences.len()).filter_map(|number| self.turn(number)) {
            turns += 1;
            lettered += usize::from(turn.who.is_none());
            asked |= turn.who.is_none() && self.word(turn.label.start).starts_with('Q');
        }
        turns >= 2 && (lettered == 0 || asked)
    }

    /// The turn that the sentence begins.
    fn turn(&self, number: usize) -> Option<Turn> {
        let sentence = &self.article.sentences[number];
        let opens = number == 0 || self.article.sentences[number - 1].paragraph != sentence.paragraph;
        if !opens || !sentence.passages.is_empty() {
            return None;
        }
        self.named_turn(sentence).or_else(|| self.lettered_turn(sentence))
    }

    /// `LEE:`, `Sen. LEE (Moderator):`, `THE WITNESS:`
    fn named_turn(&self, sentence: &Sentence) -> Option<Turn> {
        let tokens = self.article.tokens;
        let first = self.article.mentions.partition_point(|mention| mention.tokens.start < sentence.tokens.start);
        let mention = self.article.mentions.get(first)?;
        let speaks = match mention.kind {
            MentionKind::Name(_) => true,
            _ => self.is_person(mention), // not `NOTE`
        };
        let loud = |token: &Token| token.case == Case::Upper;
        let (last, before) = tokens[mention.tokens.clone()].split_last()?;
        let styled = |token: &Token| loud(token) || token.is(Class::HONORIFIC | Class::ROLE) || !token.wordlike();
        if mention.tokens.start != sentence.tokens.start || !speaks || !loud(last) || !before.iter().all(styled) {
            return None;
        }
        let mut colon = mention.tokens.end;
        if tokens.get(colon).is_some_and(|token| token.sign(b'(')) {
            let role = tokens[colon..sentence.tokens.end].iter().take(ROLE);
            colon += role.take_while(|token| !token.sign(b')')).count() + 1;
        }
        let led = colon < sentence.tokens.end && tokens[colon].sign(b':');
        led.then(|| Turn { who: Some(first..first + 1), label: mention.tokens.clone(), said: colon + 1 })
    }

    /// `Q.` and `A:`, for question and answer
    fn lettered_turn(&self, sentence: &Sentence) -> Option<Turn> {
        let label = sentence.tokens.start;
        let colon =
            self.article.tokens.get(label + 1).filter(|next| next.sign(b':') && label + 1 < sentence.tokens.end);
        let letter = match self.word(label) {
            "Q." | "A." => true,
            "Q" | "A" => colon.is_some(),
            _ => false,
        };
        let said = label + 1 + usize::from(colon.is_some());
        letter.then(|| Turn { who: None, label: label..label + 1, said })
    }

    fn word(&self, at: usize) -> &str {
        self.article.tokens[at].span().of(self.article.text)
    }
}

/// Who is said to speak from where on.
struct Turn {
    /// Nobody where only a letter stands for the name.
    who: Option<Range<usize>>,
    label: Range<usize>,
    said: usize,
}

/// How many tokens the brackets behind a name in a transcript may hold.
const ROLE: usize = 8;
