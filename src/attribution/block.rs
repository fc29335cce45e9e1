//! Block quotes: a paragraph without quotation marks behind a colon, as of posts and letters.

use std::ops::Range;

use super::{Article, Attributed, Piece, Rule};
use crate::lexicon::Class;

/// The paragraph that a sentence introduces by the colon at its end: `Ann Lee wrote: ¶ We are ready.`
pub(super) fn after(article: &Article<'_>, number: usize) -> Option<Range<usize>> {
    let sentence = &article.sentences[number];
    let next = article.sentences.get(number + 1).filter(|next| next.paragraph != sentence.paragraph)?;
    if !article.tokens[sentence.tokens.end - 1].sign(b':') {
        return None;
    }
    let rest = &article.sentences[number + 1..];
    let block = &rest[..rest.iter().take(LONGEST + 1).take_while(|other| other.paragraph == next.paragraph).count()];
    let tokens = next.tokens.start..block.last()?.tokens.end;
    let marked = block.iter().any(|sentence| !sentence.passages.is_empty());
    let words = article.tokens[tokens.clone()].iter().filter(|token| token.wordlike()).count();
    // A list goes on; `<video id="1">` is left over from a page.
    let other = article.tokens[tokens.end - 1].sign(b':') || article.tokens[tokens.start].sign(b'<');
    (!marked && !other && block.len() <= LONGEST && words >= FEWEST).then_some(tokens)
}

/// Marks the quote that has taken the block, if one has. Where its cue has an object, the block is a list or a story, and the
/// quote goes: `She noted the sparse attendance: ¶ …`.
pub(super) fn mark(article: &Article<'_>, block: &Range<usize>, found: &mut Vec<Attributed>, first: usize) -> bool {
    let has_it = |quote: &Attributed| quote.content.iter().any(|piece| *piece == Piece::Clause(block.clone()));
    let Some(at) = (first..found.len()).find(|&at| has_it(&found[at])) else { return false };
    let cue = found[at].cue.clone().map_or(0, |cue| cue.end);
    let object =
        article.tokens.get(cue).is_some_and(|next| next.is(Class::DETERMINER)) && found[at].addressee.is_none();
    if object {
        found.remove(at);
    } else {
        found[at].rule = Rule::Block;
    }
    !object
}

/// The most sentences of a block, and its fewest words.
const LONGEST: usize = 12;
const FEWEST: usize = 3;
