//! Paragraphs and sentences.

use std::ops::Range;

use crate::bytes;
use crate::lexicon::{Class, Form, Lexicon};
use crate::quotation::{self, Passage};
use crate::room;
use crate::span::Span;
use crate::token::{Case, Kind, Token};

/// The paragraphs: lines that hold more than white space, without the white space around them.
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    let mut paragraphs = Vec::with_capacity(text.len() / 128);
    let mut rest = Span::new(0, text.len());
    while !rest.is_empty() {
        let (line, next) = line_end(text, rest.start);
        let line = Span::new(rest.start, line);
        let trimmed = line.of(text).trim_start();
        let start = line.end - trimmed.len();
        let len = trimmed.trim_end().len();
        if len > 0 {
            room::make(&mut paragraphs, start, text.len());
            paragraphs.push(Span::new(start, start + len));
        }
        rest.start = next;
    }
    paragraphs
}

/// Where the line that starts at a byte ends, and where the next one starts.
fn line_end(text: &str, from: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(found) = bytes::position(bytes, at, |byte| (byte <= b'\r') | (byte == 0xc2) | (byte == 0xe2)) {
        match bytes[found..] {
            [b'\n'..=b'\r', ..] => return (found, found + 1),
            [0xc2, 0x85, ..] => return (found, found + 2), // U+0085
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => return (found, found + 3), // U+2028, U+2029
            _ => at = found + 1,
        }
    }
    (text.len(), text.len())
}

/// A sentence of the article's own text; a passage inside it counts as one word.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sentence {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// The number of its paragraph.
    pub(crate) paragraph: usize,
    /// The passages inside it.
    pub(crate) passages: Range<usize>,
}

/// What a paragraph is in the page that the article was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Zone {
    /// Running text, also a headline.
    Text,
    /// A caption with its credit, a byline, a teaser in capitals, an invitation to click: nobody speaks here.
    Furniture,
}

/// The passages and sentences of all paragraphs that are no furniture.
pub(crate) fn passages_and_sentences(
    text: &str,
    tokens: &[Token],
    paragraphs: &[Range<usize>],
    lexicon: &Lexicon,
) -> (Vec<Passage>, Vec<Sentence>) {
    let mut passages = Vec::with_capacity(paragraphs.len().min(tokens.len() / 24));
    let mut found = Vec::with_capacity(tokens.len() / 12);
    let zones = zones(text, tokens, paragraphs, lexicon);
    // Up to which paragraph all goes on with the passage before.
    let mut continued = 0;
    for (number, paragraph) in paragraphs.iter().enumerate().filter(|(number, _)| zones[*number] == Zone::Text) {
        let first = passages.len();
        // `Ann Lee said it was late | (Image: Leeds Mercury)`
        let credit = credit_start(&tokens[paragraph.clone()]);
        let own = paragraph.start..credit.map_or(paragraph.end, |at| paragraph.start + at);
        if number < continued {
            passages.extend(quotation::whole(tokens, &own));
        } else {
            quotation::passages(tokens, own.clone(), &mut passages);
            continued = number + 1 + quotation::continued(tokens, &paragraphs[number..], passages[first..].last());
        }
        sentences(text, tokens, number, own, &passages, first..passages.len(), &mut found);
    }
    (passages, found)
}

/// The zone of each paragraph.
fn zones(text: &str, tokens: &[Token], paragraphs: &[Range<usize>], lexicon: &Lexicon) -> Vec<Zone> {
    let each = paragraphs.iter().map(|paragraph| zone(text, &tokens[paragraph.clone()], lexicon));
    let mut zones: Vec<Zone> = each.collect();
    for at in 1..zones.len() {
        if zones[at] == Zone::Furniture && is_label(&tokens[paragraphs[at - 1].clone()]) {
            zones[at - 1] = Zone::Furniture;
        }
    }
    zones
}

/// A few words without a full stop, as pictures have them: `Mayor Leeds`.
fn is_label(tokens: &[Token]) -> bool {
    tokens.len() <= 5 && tokens.iter().all(|token| token.wordlike() && token.word.cue().is_none())
}

/// The zone of a paragraph by itself.
fn zone(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Zone {
    let line = is_teaser(tokens) || is_agency(tokens) || is_dateline(tokens) || is_byline(text, tokens);
    let furniture = line || is_mere_caption(text, tokens) || is_invitation(text, tokens, lexicon);
    if furniture { Zone::Furniture } else { Zone::Text }
}

/// `TROOPS PULL BACK AS TOWNS CHEER`
fn is_teaser(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|token| token.kind == Kind::Word && token.span().len() > 1);
    let small = words.clone().any(|token| token.case != Case::Upper);
    !small && words.count() >= 4 && !tokens.iter().any(|token| token.sign(b':') || matches!(token.kind, Kind::Mark(_)))
}

/// `PTI`, alone in its paragraph.
fn is_agency(tokens: &[Token]) -> bool {
    matches!(tokens, [name] if name.kind == Kind::Word && name.case == Case::Upper && name.span().len() > 1)
}

/// `By Ann Lee and Bob Ray in Leeds`, alone in its paragraph.
fn is_byline(text: &str, tokens: &[Token]) -> bool {
    let [by, name, rest @ ..] = tokens else { return false };
    let word = |token: &Token| token.capital() || token.is(BYLINE) && token.word.cue().is_none();
    let part = |token: &Token| word(token) || token.sign(b',') || token.sign(b'.') || token.kind == Kind::Dash;
    let led = by.span().of(text).eq_ignore_ascii_case("by") && name.kind == Kind::Word && name.capital();
    led && rest.len() < LONGEST_BYLINE && rest.iter().all(part)
}

/// What stands in bylines between the names.
const BYLINE: Class = Class::AND.union(Class::PARTICLE).union(Class::PREPOSITION);

/// The most tokens of a byline.
const LONGEST_BYLINE: usize = 20;

/// `Tamale, Jan 9`, alone in its paragraph.
fn is_dateline(tokens: &[Token]) -> bool {
    let [place @ .., comma, month, day] = tokens else { return false };
    let dated = comma.sign(b',') && month.is(Class::MONTH) && month.capital() && day.kind == Kind::Number;
    dated && (1..=5).contains(&place.len()) && place.iter().all(|token| token.capital() || token.sign(b','))
}

/// `Leeds at dusk (AP Photo/Ann Lee)`, `Photograph: Ann Lee/Baltic Images`; but `Ann Lee said it was late (Image: Leeds Mercury)`.
fn is_mere_caption(text: &str, tokens: &[Token]) -> bool {
    let says = |token: &Token| is_said(text, token);
    let led = tokens.first().is_some_and(is_credit) && tokens.get(1).is_some_and(|token| token.sign(b':'));
    led || credit_start(tokens).is_some_and(|open| !tokens[..open].iter().any(says))
}

/// Where the bracket opens that ends a caption with its credit: `(AP Photo/Ann Lee)`.
fn credit_start(tokens: &[Token]) -> Option<usize> {
    // As in few paragraphs.
    tokens.iter().rev().take(2).find(|token| token.sign(b')') || token.sign(b']'))?;
    let near = tokens.len().saturating_sub(LONGEST_CREDIT);
    let open = near + tokens[near..].iter().rposition(|token| token.sign(b'(') || token.sign(b'['))?;
    tokens[open..].iter().any(is_credit).then_some(open)
}

fn is_credit(token: &Token) -> bool {
    token.is(Class::CREDIT)
}

/// The most tokens of a credit in brackets.
const LONGEST_CREDIT: usize = 14;

/// `CLICK HERE TO GET THE APP`, `Sign up for our newsletter`, `Read more: …`, `Follow us on …`
fn is_invitation(text: &str, tokens: &[Token], lexicon: &Lexicon) -> bool {
    let begins = |phrase: &str| {
        let mut tokens = tokens.iter();
        phrase
            .split(' ')
            .all(|word| tokens.next().is_some_and(|token| token.span().of(text).eq_ignore_ascii_case(word)))
    };
    // Nearly all phrases begin with another letter.
    let first = tokens.first().and_then(|token| token.span().of(text).bytes().next());
    let mut phrases = lexicon.furniture().filter(|phrase| {
        first.is_some_and(|first| phrase.bytes().next().is_some_and(|own| own.eq_ignore_ascii_case(&first)))
    });
    tokens.len() <= 24 && phrases.any(begins)
}

/// Where the text of a paragraph starts after its dateline: `TAMALE, Ghana (NWA) — `.
pub(crate) fn after_dateline(tokens: &[Token], paragraph: Range<usize>) -> usize {
    // A line of zero-width characters alone has no token.
    let Some(first) = tokens[paragraph.clone()].first() else { return paragraph.start };
    let near = paragraph.start..paragraph.end.min(paragraph.start + 16);
    let Some(dash) = near.clone().find(|&at| tokens[at].kind == Kind::Dash) else { return paragraph.start };
    let plain = near.take_while(|&at| at < dash).all(|at| {
        let token = &tokens[at];
        token.capital()
            || token.kind == Kind::Number
            || matches!(token.kind, Kind::Sign(b',' | b'.' | b'(' | b')' | b'/'))
            || token.is(Class::PARTICLE)
    });
    // `Tamale (Ghana) (NWA) –`
    let agency = dash >= paragraph.start + 4
        && tokens[dash - 1].sign(b')')
        && tokens[dash - 2].case == Case::Upper
        && tokens[dash - 3].sign(b'(');
    if plain && (first.case == Case::Upper || agency) { dash + 1 } else { paragraph.start }
}

/// A longer run of tokens without a full stop is no sentence that anybody wrote; it is cut, so that the time stays linear.
const LONGEST: usize = 400;

/// The sentences of one paragraph, whose passages are `passages[within]`, appended to `sentences`.
pub(crate) fn sentences(
    text: &str,
    tokens: &[Token],
    number: usize,
    paragraph: Range<usize>,
    passages: &[Passage],
    within: Range<usize>,
    sentences: &mut Vec<Sentence>,
) {
    let first = after_dateline(tokens, paragraph.clone());
    let (mut start, mut at, mut passage) = (first, first, within.start);
    let mut first_passage = within.start;
    while at < paragraph.end {
        let inside = passages.get(passage).filter(|next| passage < within.end && next.tokens.start == at);
        let ends = if let Some(inside) = inside {
            passage += 1;
            at = inside.tokens.end;
            ends_after_passage(text, tokens, start, inside, paragraph.end)
        } else {
            at += 1;
            may_end(&tokens[at - 1])
                && (ends_after(text, tokens, at - 1, paragraph.end) || closes_aside(&tokens[start..at], tokens.get(at)))
        };
        if ends || at == paragraph.end || at - start >= LONGEST {
            room::make(sentences, at, tokens.len());
            sentences.push(Sentence { tokens: start..at, paragraph: number, passages: first_passage..passage });
            (start, first_passage) = (at, passage);
        }
    }
}

/// A glance at a token outside of all passages: whether a sentence may end there and not only with its paragraph. It spares
/// a third of the instructions of `sentences`.
fn may_end(token: &Token) -> bool {
    let letter = token.capital() && token.span().len() == 2; // `X.`
    token.terminal() || token.is(Class::ABBREVIATION) || token.sign(b')') || letter
}

/// Whether a sentence ends after the token, which stands outside of all passages.
fn ends_after(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let token = &tokens[at];
    let Some(next) = tokens.get(at + 1).filter(|_| at + 1 < end) else { return true };
    if token.terminal() {
        return next.spaced || next.capital();
    }
    if names_network(text, tokens, at) {
        return next.spaced && starts_sentence(next);
    }
    // `… in Redport, S.C. “We …`
    if ends_with_dot(tokens, at) && opens_quotation(tokens, at + 1, end) {
        return true;
    }
    // `… of the U.S. The …`, `… at 7 p.m. Police …`: an abbreviation ends a sentence only before a common word with a capital.
    let function = Class::DETERMINER | Class::SUBJECT | Class::PREPOSITION | Class::CONJUNCTION;
    token.kind == Kind::Word
        && next.spaced
        && next.case == Case::Capital
        && (next.is(function) || !token.capital() && next.is(Class::GROUP))
        && tokens.get(at + 1).is_some_and(|next| next.span().start > token.span().end)
        && ends_with_dot(tokens, at)
}

/// Whether the words are a whole sentence in brackets, or more: `(She was late.)`
fn closes_aside(words: &[Token], next: Option<&Token>) -> bool {
    let aside = matches!(words, [open, .., stop, close] if open.sign(b'(') && stop.terminal() && close.sign(b')'));
    aside && next.is_some_and(|next| next.spaced && next.capital())
}

/// Whether the mark opens a quotation that begins with a capital, or with dots where words are left out.
fn opens_quotation(tokens: &[Token], at: usize, end: usize) -> bool {
    let mark = tokens[at].spaced && matches!(tokens[at].kind, Kind::Mark(_));
    let begins = |token: &Token| token.capital() || token.sign(b'.') || token.kind == Kind::Ellipsis;
    mark && at + 1 < end && !tokens[at + 1].spaced && begins(&tokens[at + 1])
}

/// Whether the letter with its full stop is the network, and no initial: `wrote on X.`
fn names_network(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens[at].span().of(text);
    let led = |at: usize| ["on", "to", "via"].contains(&word(at));
    word(at) == "X." && at.checked_sub(1).is_some_and(led)
}

fn ends_with_dot(tokens: &[Token], at: usize) -> bool {
    tokens[at].word.is(Class::ABBREVIATION) && !tokens[at].is(Class::HONORIFIC | Class::ROLE)
}

/// Whether a sentence ends with the passage: it ends in a full stop, and what follows is not its attribution.
fn ends_after_passage(text: &str, tokens: &[Token], start: usize, passage: &Passage, end: usize) -> bool {
    let closed = usize::from(passage.closed);
    let Some(last) = passage.tokens.end.checked_sub(1 + closed).map(|at| &tokens[at]) else { return false };
    let Some(next) = tokens.get(passage.tokens.end).filter(|_| passage.tokens.end < end) else { return true };
    match last.kind {
        Kind::Sign(b'.') | Kind::Ellipsis => {
            starts_sentence(next) && !is_bare_attribution(text, &tokens[passage.tokens.end..end])
        }
        Kind::Sign(b'?' | b'!') => {
            let rest = &tokens[passage.tokens.end..end];
            let attributed = is_led_up_to(&tokens[start..passage.tokens.start]) || leads_to_quotation(rest);
            starts_sentence(next) && (attributed || !leads_to_cue(rest))
        }
        _ => !passage.closed && matches!(next.kind, Kind::Mark(_)),
    }
}

fn starts_sentence(token: &Token) -> bool {
    token.capital() || matches!(token.kind, Kind::Mark(_) | Kind::Number)
}

/// Whether the words lead up to a quotation, which then has its attribution already: `He shouted: “Stop!” Another laughed.`
fn is_led_up_to(before: &[Token]) -> bool {
    let cues = |words: &[Token]| {
        let near = words.iter().rev().take(6).take_while(|token| token.wordlike());
        near.filter_map(|token| token.word.cue()).any(|cue| !matches!(cue.form, Form::Base))
    };
    match before {
        [.., colon] if colon.sign(b':') => true,
        [words @ .., comma] if comma.sign(b',') => cues(words),
        [.., last] => last.word.cue().is_some_and(|cue| cue.form == Form::Present),
        [] => false,
    }
}

/// Whether up to four words and *said* are all that stands before the next stop: by themselves they are no sentence, so a full
/// stop stands where a comma is meant, `“We are ready.” Ann Lee said.`
fn is_bare_attribution(text: &str, rest: &[Token]) -> bool {
    let words = rest.iter().take(6).take_while(|token| token.kind == Kind::Word).count();
    let stops = rest.get(words).is_none_or(Token::terminal);
    (2..=5).contains(&words) && is_said(text, &rest[words - 1]) && stops
}

fn is_said(text: &str, token: &Token) -> bool {
    ["said", "says"].contains(&token.span().of(text))
}

/// Whether a pronoun or an article with a capital begins the attribution of what follows: `“Why?” He answered, “Because.”`
fn leads_to_quotation(rest: &[Token]) -> bool {
    let begins = rest.first().is_some_and(|first| first.capital() && first.is(Class::DETERMINER | Class::SUBJECT));
    let near = rest.iter().take(14).take_while(|token| token.wordlike());
    let words = near.count();
    let cue = words.checked_sub(1).is_some_and(|last| rest[last].word.cue().is_some());
    let marked = matches!(&rest[words..], [sign, mark, ..]
        if (sign.sign(b',') || sign.sign(b':')) && matches!(mark.kind, Kind::Mark(_)));
    begins && cue && marked
}

/// Whether a cue verb follows within a few words: `“Why?” Ann Lee asked`.
fn leads_to_cue(tokens: &[Token]) -> bool {
    let near = tokens.iter().take(14).take_while(|token| token.wordlike() || token.sign(b','));
    near.filter_map(|token| token.word.cue()).any(|cue| matches!(cue.form, Form::Past | Form::Third))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_lines_without_their_margins() {
        let text = "  One.\r\n\r\n Two \u{2028}Three";
        let found: Vec<_> = paragraphs(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["One.", "Two", "Three"]);
        assert!(paragraphs(" \n\t\n").is_empty());
    }
}
