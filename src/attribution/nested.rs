//! Quotations inside quotations: what somebody is quoted as having heard from somebody else, `“My mother said, ‘Wait,’ and
//! left,” Ann Lee said`. The rules read the words of a passage like a paragraph of its own.

use std::ops::Range;

use super::{Article, Attributed, Piece, Rules, Shape, State, may_attribute};
use crate::lexicon::Class;
use crate::mention::{Mention, MentionKind};
use crate::quotation::{self, Passage};
use crate::segment;
use crate::token::{Kind, Token};

/// Adds the quotations inside the passages that somebody else than the speaker is said to have said.
pub(super) fn attribute(rules: &Rules, article: &Article<'_>, found: &mut Vec<Attributed>) {
    let mut shape = Shape::default();
    for outer in article.passages {
        let words = outer.tokens.start + 1..outer.tokens.end - usize::from(outer.closed);
        let Some(passages) = marked(article.tokens, &words) else { continue };
        let mut sentences = Vec::new();
        segment::sentences(article.text, article.tokens, 0, words, &passages, 0..passages.len(), &mut sentences);
        let inside = Article { passages: &passages, sentences: &sentences, ..*article };
        let (first, mut state) = (found.len(), State::of(&inside));
        for (number, sentence) in sentences.iter().enumerate() {
            if !sentence.passages.is_empty() && may_attribute(&inside, sentence) {
                shape.read(&inside, sentence);
                rules.attribute_sentence(&inside, number, &shape, &mut state, found);
            }
        }
        let reported = found.split_off(first).into_iter().filter_map(|quote| reported(&inside, quote));
        found.extend(reported.map(|quote| Attributed { sentence: article.sentence_of(outer.tokens.start), ..quote }));
    }
}

/// The quotations among the words; none where no word of them stands in marks.
fn marked(tokens: &[Token], words: &Range<usize>) -> Option<Vec<Passage>> {
    let mark = |token: &Token| matches!(token.kind, Kind::Mark(_));
    if !tokens.get(words.clone())?.iter().any(mark) {
        return None;
    }
    let mut passages = Vec::new();
    quotation::passages(tokens, words.clone(), &mut passages);
    (!passages.is_empty()).then_some(passages)
}

/// The quote with its words in marks only, if a third person has said them: not `I said, ‘No’`, nor `they would say, ‘No’`.
fn reported(inside: &Article<'_>, quote: Attributed) -> Option<Attributed> {
    let own = |piece: &Piece| match piece {
        Piece::Passage(passage) => {
            let Passage { tokens, closed, .. } = &inside.passages[*passage];
            Some(Piece::Inner(tokens.start + 1..tokens.end - usize::from(*closed)))
        }
        Piece::Clause(_) | Piece::Inner(_) => None,
    };
    let content: Vec<Piece> = quote.content.iter().map(own).collect::<Option<_>>()?;
    let (cue, who) = (quote.cue.clone()?, inside.mentions.get(quote.who.clone()?)?);
    let another = |mention: &Mention| match mention.kind {
        MentionKind::Name(_) | MentionKind::Nominal => true,
        MentionKind::Pronoun => inside.tokens[mention.head].is(Class::MASCULINE | Class::FEMININE | Class::PLURAL),
        MentionKind::Other | MentionKind::ObjectPronoun => false,
    };
    // `the word “urban”`
    let verb = inside.tokens[cue.end - 1].word.cue().is_some();
    let said = verb && !quote.fragment && !quote.negated && inside.is_done(&cue);
    (said && who.iter().all(another)).then_some(Attributed { content, ..quote })
}
