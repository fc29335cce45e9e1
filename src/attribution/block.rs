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

/// Keeps, of the quotes from `first` on, the one that is the block and nothing else. Where its cue has an object, the block is a
/// list or a story: `She noted the sparse attendance: ¶ …`.
pub(super) fn keep(article: &Article<'_>, block: &Range<usize>, found: &mut Vec<Attributed>, first: usize) {
    let quotes = |quote: &Attributed| quote.content == [Piece::Clause(block.clone())];
    let has_object = |quote: &Attributed| {
        let next = quote.cue.as_ref().and_then(|cue| article.tokens.get(cue.end));
        quote.addressee.is_none() && next.is_some_and(|next| next.is(Class::DETERMINER))
    };
    let all = found.split_off(first);
    let kept = all.into_iter().find(|quote| quotes(quote) && !has_object(quote));
    found.extend(kept.map(|quote| Attributed { rule: Rule::Block, ..quote }));
}

/// The most sentences of a block, and its fewest words.
const LONGEST: usize = 12;
const FEWEST: usize = 3;
