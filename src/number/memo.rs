//! What was read last in a line: one form of number after the other asks for the same pieces.

use std::cell::Cell;

use super::cardinal::Number;
use super::piece::Piece;
use super::qualifier::Found;
use super::words::Entry;
use crate::claim::ClaimKind;

/// What the readers of a line asked for last, with the answers.
#[derive(Debug, Default)]
pub(super) struct Memo<'a> {
    /// For each way of joining words (`Joins`) a number, by its byte and whether it is money.
    pub(super) numbers: [Last<(usize, bool), Option<Number>>; 2],
    /// Pieces with what the tables say of them, by the byte before them: each form of number asks for them anew.
    pieces: [Last<usize, Option<(Piece, &'a Entry)>>; PIECES],
    /// The qualifier before a token where a number of a kind starts.
    pub(super) bound: Last<(usize, ClaimKind), Option<Found>>,
    /// The token at which the readers are.
    pub(super) here: Cell<usize>,
}

/// How many pieces are remembered: those of a long number.
const PIECES: usize = 16;

impl<'a> Memo<'a> {
    /// Forgets what another line was asked for.
    pub(super) fn clear(&self) {
        self.numbers.iter().for_each(Last::clear);
        self.pieces.iter().for_each(Last::clear);
        self.bound.clear();
        self.here.set(0);
    }

    pub(super) fn piece(&self, at: usize) -> &Last<usize, Option<(Piece, &'a Entry)>> {
        &self.pieces[at % PIECES]
    }
}

/// The last question with its answer.
#[derive(Debug)]
pub(super) struct Last<Q: Copy, A: Copy>(Cell<Option<(Q, A)>>);

impl<Q: Copy, A: Copy> Default for Last<Q, A> {
    fn default() -> Self {
        Self(Cell::new(None))
    }
}

impl<Q: Copy + PartialEq, A: Copy> Last<Q, A> {
    /// The answer, worked out only where the question is another than the last.
    pub(super) fn answer(&self, question: Q, work_out: impl FnOnce() -> A) -> A {
        if let Some((_, answer)) = self.0.get().filter(|(last, _)| *last == question) {
            return answer;
        }
        let answer = work_out();
        self.0.set(Some((question, answer)));
        answer
    }

    fn clear(&self) {
        self.0.set(None);
    }
}
