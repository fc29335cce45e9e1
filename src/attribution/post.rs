//! Embedded posts, which need no quotation marks: `The bridge is safe. — Ann Lee (@annlee) March 3, 2016`.

use std::ops::Range;

use super::{Article, Attributed, Piece, Rule};
use crate::lexicon::Class;
use crate::mention::MentionKind;
use crate::token::{Kind, Token};

/// Adds the posts, each as a quote of whoever signs it; what the rules found inside them is a part of it.
pub(super) fn attribute(article: &Article<'_>, found: &mut Vec<Attributed>) {
    let posts: Vec<(Range<usize>, Attributed)> =
        (0..article.sentences.len()).filter_map(|number| post(article, number)).collect();
    let inside = |token: usize| {
        let next = posts.partition_point(|(whole, _)| whole.end <= token);
        posts.get(next).is_some_and(|(whole, _)| whole.contains(&token))
    };
    found.retain(|quote| {
        let content = quote.content.iter().map(|piece| article.tokens_of(piece).start);
        !content.chain(quote.cue.iter().map(|cue| cue.start)).any(inside)
    });
    found.extend(posts.into_iter().map(|(_, quote)| quote));
}

/// The post that the sentence signs, and all its tokens up to the end of the signature.
fn post(article: &Article<'_>, number: usize) -> Option<(Range<usize>, Attributed)> {
    let sentence = &article.sentences[number];
    let tokens = article.tokens[sentence.tokens.clone()].iter().zip(sentence.tokens.clone());
    let mut dashes = tokens.filter(|(token, _)| token.kind == Kind::Dash).map(|(_, at)| at);
    let dash = dashes.find(|&at| signs(article, at).is_some())?;
    let who = signs(article, dash)?;
    let last = if dash == sentence.tokens.start { number.checked_sub(1)? } else { number };
    let paragraph = article.sentences[last].paragraph;
    let before = article.sentences[..last].iter().rev().take(LONGEST);
    let before = before.take_while(|before| before.paragraph == paragraph);
    let start = before.last().map_or(article.sentences[last].tokens.start, |first| first.tokens.start);
    let end = if last == number { dash } else { article.sentences[last].tokens.end };
    // `<tweet id="1">`, left over from a page
    let tag = article.tokens[start..end].iter().rposition(|token| token.sign(b'>')).map_or(0, |at| at + 1);
    let start = start + tag;
    let addresses = article.tokens[start..end].iter().rev().take_while(|token| token.kind == Kind::Address).count();
    let words = start..end - addresses;
    let marked = article.passages.partition_point(|passage| passage.tokens.start < words.start);
    let marked = article.passages.get(marked).is_some_and(|passage| passage.tokens == words).then_some(marked);
    if !article.tokens[words.clone()].iter().any(Token::wordlike) {
        return None;
    }
    let content = vec![marked.map_or(Piece::Clause(words), Piece::Passage)];
    let mention = Some(article.mention_tokens(who.clone()));
    Some((
        start..sentence.tokens.end,
        Attributed { who: Some(who), mention, ..Attributed::new(Rule::Post, number, content) },
    ))
}

/// The name behind the dash, where an account and a date follow and nothing else.
fn signs(article: &Article<'_>, dash: usize) -> Option<Range<usize>> {
    let mention = article.mentions.partition_point(|mention| mention.tokens.start <= dash);
    let name = article.mentions.get(mention).filter(|name| name.tokens.start == dash + 1)?;
    let [open, account, close, date @ ..] = article.tokens.get(name.tokens.end..)? else { return None };
    let account = account.span().of(article.text).starts_with('@');
    let dated = |token: &Token| token.is(Class::TIME.union(Class::MONTH)) || token.kind == Kind::Number;
    let signed = matches!(name.kind, MentionKind::Name(_)) && open.sign(b'(') && account && close.sign(b')');
    (signed && date.first().is_none_or(dated)).then_some(mention..mention + 1)
}

/// The most sentences of a post before the one that is signed.
const LONGEST: usize = 12;
