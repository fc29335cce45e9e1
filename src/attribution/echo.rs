//! Headlines and sub-headings that repeat what somebody says in the running text: `‘They sent a bill’: life by the canal`.
//! Nothing names the speaker there; whoever says the words below has said them above.

use std::ops::Range;

use super::{Article, Attributed, Piece, Rule};
use crate::mention::MentionKind;
use crate::token::{Kind, Token};

/// Marks the quotes of headlines that repeat another, and adds those of headings that no rule had a speaker for.
pub(super) fn attribute(article: &Article<'_>, found: &mut Vec<Attributed>) {
    let owned = |passage: usize| {
        found.iter().position(|quote| quote.content.iter().any(|piece| article.passages_of(piece).contains(&passage)))
    };
    let headings: Vec<_> = candidates(article).map(|(passage, sentence)| (passage, sentence, owned(passage))).collect();
    for (passage, sentence, owner) in headings {
        match owner {
            Some(owner) if !is_named(article, &found[owner]) => {
                found[owner].echo = echoed(article, found, passage);
            }
            None => {
                let echo = echoed(article, found, passage);
                found.extend(echo.map(|echo| heading(passage, sentence, echo)));
            }
            Some(_) => {}
        }
    }
}

/// The passages that may repeat another, with their sentences: those of the first paragraphs, and sub-headings.
fn candidates<'a>(article: &'a Article<'a>) -> impl Iterator<Item = (usize, usize)> + 'a {
    let passages = article.sentences.iter().enumerate().flat_map(move |(number, sentence)| {
        let passages = sentence.passages.clone().take(PASSAGES);
        passages.filter(move |&passage| may_head(article, number, passage)).map(move |passage| (passage, number))
    });
    passages.take(HEADINGS)
}

fn may_head(article: &Article<'_>, sentence: usize, passage: usize) -> bool {
    let tokens = article.passages[passage].tokens.clone();
    let before_colon = article.tokens.get(tokens.end).is_some_and(|next| next.sign(b':'))
        && tokens.end < article.sentences[sentence].tokens.end;
    let after_colon = tokens.start.checked_sub(1).is_some_and(|before| article.tokens[before].sign(b':'));
    let headline = article.sentences[sentence].paragraph < FIRST_PARAGRAPHS && (before_colon || after_colon);
    headline && tokens.len() <= LONGEST_HEADLINE || is_heading(article, sentence)
}

/// Whether the sentence is one short passage in a paragraph of its own, without a full stop: `'Slept on benches'`.
pub(super) fn is_heading(article: &Article<'_>, sentence: usize) -> bool {
    let this = &article.sentences[sentence];
    let [passage] = &article.passages[this.passages.clone()] else { return false };
    if !article.is_paragraph(sentence) {
        return false;
    }
    let words = || article.tokens[passage.tokens.clone()].iter();
    let stops = words().rev().take(2).any(|token| token.terminal() || token.kind == Kind::Ellipsis || token.sign(b','));
    passage.closed && passage.tokens == this.tokens && !stops && words().len() <= LONGEST
}

/// Whether its speaker stands right beside it by name: `Lee: ‘We are ready’`, not `Leeds floods: ‘We are ready’`.
fn is_named(article: &Article<'_>, quote: &Attributed) -> bool {
    let Some(who) = quote.who.as_ref().filter(|_| !quote.understood) else { return false };
    let last = &article.mentions[who.end - 1];
    let beside = article.tokens.get(last.tokens.end).is_some_and(|next| next.sign(b':'));
    matches!(last.kind, MentionKind::Name(_)) && (beside || quote.cue.is_some())
}

/// The token at which another quote repeats the words of the passage: all of them, or the greater part of many.
fn echoed(article: &Article<'_>, found: &[Attributed], passage: usize) -> Option<usize> {
    let own = &article.passages[passage].tokens;
    let words: Vec<&str> = words(article, own).map(|at| article.tokens[at].span().of(article.text)).collect();
    let enough = if words.len() < 4 { words.len().max(3) } else { words.len().div_ceil(2).max(4) };
    let pieces = found.iter().filter(|quote| quote.echo.is_none()).flat_map(|quote| &quote.content);
    let mut others = pieces.map(|piece| article.tokens_of(piece)).filter(|tokens| tokens.start >= own.end);
    others.find_map(|other| {
        let mut starts = self::words(article, &other);
        starts.find(|&start| {
            let here = self::words(article, &(start..other.end)).map(|at| article.tokens[at].span().of(article.text));
            here.zip(&words).take_while(|(here, word)| here.eq_ignore_ascii_case(word)).count() >= enough
        })
    })
}

fn words<'a>(article: &'a Article<'a>, tokens: &Range<usize>) -> impl Iterator<Item = usize> + 'a {
    let wordlike = |token: &Token| matches!(token.kind, Kind::Word | Kind::Number | Kind::Clitic);
    tokens.clone().filter(move |&at| wordlike(&article.tokens[at]))
}

fn heading(passage: usize, sentence: usize, echo: usize) -> Attributed {
    Attributed { echo: Some(echo), ..Attributed::new(Rule::Heading, sentence, vec![Piece::Passage(passage)]) }
}

/// In how many paragraphs at the top a headline, a sub-headline and a teaser may stand.
const FIRST_PARAGRAPHS: usize = 4;

/// How many headings are compared with the text, and how many passages of one sentence, so that the time stays linear.
const HEADINGS: usize = 16;
const PASSAGES: usize = 2;

/// The most tokens of a headline, and of a sub-heading, their marks among them.
const LONGEST_HEADLINE: usize = 40;
const LONGEST: usize = 12;
