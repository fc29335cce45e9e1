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
    bound: [Last<(usize, ClaimKind), Option<Found>>; 2],
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
        self.bound.iter().for_each(Last::clear);
        self.here.set(0);
    }

    /// Of a number without a unit it is asked whether it is an age before anything else.
    pub(super) fn bound(&self, kind: ClaimKind) -> &Last<(usize, ClaimKind), Option<Found>> {
        &self.bound[usize::from(kind == ClaimKind::Age)]
    }

    pub(super) fn piece(&self, at: usize) -> &Last<usize, Option<(Piece, &'a Entry)>> {
        &self.pieces[at % PIECES]
    }
}

/// The last question with its answer.
#[derive(Debug)]
pub(super) struct Last<Q: Copy, A: Copy> {
    question: Cell<Option<Q>>,
    answer: Cell<Option<A>>,
}

impl<Q: Copy, A: Copy> Default for Last<Q, A> {
    fn default() -> Self {
        Self { question: Cell::new(None), answer: Cell::new(None) }
    }
}

impl<Q: Copy + PartialEq, A: Copy> Last<Q, A> {
    /// The answer, worked out only where the question is another than the last.
    #[inline]
    pub(super) fn answer(&self, question: Q, work_out: impl FnOnce() -> A) -> A {
        match self.answer.get() {
            Some(answer) if self.question.get() == Some(question) => answer,
            _ => self.worked_out(question, work_out),
        }
    }

    #[inline(never)] // what is asked again and again is not burdened with the work
    fn worked_out(&self, question: Q, work_out: impl FnOnce() -> A) -> A {
        let answer = work_out();
        self.question.set(Some(question));
        self.answer.set(Some(answer));
        answer
    }

    fn clear(&self) {
        self.question.set(None);
    }
}
