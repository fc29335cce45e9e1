//! Passages: what stands in quotation marks.

use std::ops::Range;

use crate::lexicon::Class;
use crate::span::Span;
use crate::token::{Kind, Mark, Token};

/// A stretch of one paragraph in quotation marks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Passage {
    /// From the opening mark to the closing one, both inside.
    pub(crate) tokens: Range<usize>,
    /// The text between the marks, without white space at its ends.
    pub(crate) content: Span,
    /// Whether a closing mark was found; a passage without one ends with its paragraph.
    pub(crate) closed: bool,
    /// Whether single marks enclose it.
    pub(crate) single: bool,
}

/// The passages of one paragraph, appended to `passages` in text order. Quotations inside quotations belong to the outer one.
pub(crate) fn passages(tokens: &[Token], paragraph: Range<usize>, passages: &mut Vec<Passage>) {
    let closes = single_closes(tokens, paragraph.clone());
    let mut open: Option<Opening> = None;
    let mut in_attribute = false;
    let mut surplus: Option<Surplus> = None;
    for at in paragraph.clone() {
        let Kind::Mark(mark) = tokens[at].kind else { continue };
        let view = View { tokens, paragraph: &paragraph, at, mark };
        // `<a title="…">` left over from a page
        if in_attribute || (open.is_none() && view.encloses_attribute()) {
            in_attribute = !in_attribute;
            continue;
        }
        match open {
            None => open = view.opening(&closes),
            Some(opening) if opening.close == Some(at) || (opening.close.is_none() && view.closes(opening)) => {
                if opening.inner > 0 {
                    open = Some(Opening { inner: opening.inner - 1, ..opening });
                    continue;
                }
                passages.extend(passage(tokens, opening, at..at + 1 + usize::from(view.is_closed_twice())));
                open = None;
            }
            Some(opening) if opening.close.is_none() && view.reopens(opening) => {
                let surplus = surplus.get_or_insert_with(|| Surplus::of(tokens, at..paragraph.end));
                let inside = view.is_mid_sentence() && view.continues_below() && surplus.is_balanced_from(at);
                if inside || surplus.closes_from(at) > opening.inner {
                    open = Some(Opening { inner: opening.inner + 1, ..opening });
                    continue;
                }
                passages.extend(passage(tokens, opening, at..at));
                open = view.opening(&closes);
            }
            Some(_) => {}
        }
    }
    if let Some(opening) = open {
        passages.extend(passage(tokens, opening, paragraph.end..paragraph.end));
    }
}

/// Which paragraphs behind the first go on with its last passage, which is left open, and open none themselves: those up to the
/// mark that closes it, `“We are sorry. ¶ We will pay.”`, if it stands at the end of one of the next few.
pub(crate) fn continued(tokens: &[Token], paragraphs: &[Range<usize>], open: Option<&Passage>) -> usize {
    let Some((first, rest)) = paragraphs.split_first() else { return 0 };
    let left_open = |passage: &Passage| !passage.closed && !passage.single && passage.tokens.end == first.end;
    if !open.is_some_and(left_open) {
        return 0;
    }
    let marks = |paragraph: &Range<usize>| paragraph.clone().filter(|&at| is_double(tokens[at].kind));
    let closes = |paragraph: &Range<usize>| {
        let mut marks = marks(paragraph);
        let closing =
            |at: usize| at + 1 == paragraph.end && tokens[at].kind != Kind::Mark(Mark::Open) && !tokens[at].spaced;
        marks.next().is_some_and(closing)
    };
    let near = &rest[..rest.len().min(FURTHER)];
    let last = near.iter().position(|paragraph| marks(paragraph).next().is_some());
    let speech = |last: &usize| near[..=*last].iter().all(|paragraph| is_speech(&tokens[paragraph.clone()]));
    last.filter(|&last| closes(&near[last])).filter(speech).map_or(0, |last| last + 1)
}

/// Whether the words may go on with what somebody says: they hold a verb or begin small, unlike `Ann Lee, mayor of Leeds.”`
fn is_speech(tokens: &[Token]) -> bool {
    let verb = |token: &Token| {
        token.is(Class::AUXILIARY | Class::VERB | Class::SUBJECT) || token.word.cue().is_some() && !token.capital()
    };
    tokens.first().is_some_and(|first| first.wordlike() && !first.capital()) || tokens.iter().any(verb)
}

/// The passage of a paragraph that goes on with one before.
pub(crate) fn whole(tokens: &[Token], paragraph: &Range<usize>) -> Option<Passage> {
    let closed = is_double(tokens[paragraph.end - 1].kind);
    let inner = &tokens[paragraph.start..paragraph.end - usize::from(closed)];
    let content = Span::new(inner.first()?.span().start, inner.last()?.span().end);
    let worded = inner.iter().any(Token::wordlike);
    worded.then_some(Passage { tokens: paragraph.clone(), content, closed, single: false })
}

/// Whether the token is a mark of the usual kinds, which also close at the end of a paragraph.
fn is_double(kind: Kind) -> bool {
    matches!(kind, Kind::Mark(Mark::Straight | Mark::Open | Mark::Close))
}

/// How many paragraphs may go on with a passage and open none.
const FURTHER: usize = 6;

/// A mark that opened a passage.
#[derive(Debug, Clone, Copy)]
struct Opening {
    at: usize,
    mark: Mark,
    /// Where it closes; known beforehand of single marks only.
    close: Option<usize>,
    /// How many quotations with the same marks are open inside it.
    inner: usize,
}

/// The passage from an opening to its closing mark; `close` is empty where there is none. Nothing between: no passage.
fn passage(tokens: &[Token], opening: Opening, close: Range<usize>) -> Option<Passage> {
    let inner = tokens.get(opening.at + 1..close.start)?;
    let (first, last) = (inner.first()?, inner.last()?);
    if !inner.iter().any(Token::wordlike) {
        return None;
    }
    Some(Passage {
        tokens: opening.at..close.end.max(close.start),
        content: Span::new(first.span().start, last.span().end),
        closed: !close.is_empty(),
        single: opening.close.is_some(),
    })
}

/// A mark among its neighbours.
struct View<'a> {
    tokens: &'a [Token],
    paragraph: &'a Range<usize>,
    at: usize,
    mark: Mark,
}

impl View<'_> {
    fn before(&self) -> Option<&Token> {
        self.at.checked_sub(1).filter(|at| self.paragraph.contains(at)).map(|at| &self.tokens[at])
    }

    fn after(&self) -> Option<&Token> {
        self.tokens.get(self.at + 1).filter(|_| self.at + 1 < self.paragraph.end)
    }

    /// Whether a word stands right after the mark.
    fn leads(&self) -> bool {
        self.after().is_some_and(|next| !next.spaced)
    }

    /// Whether white space, or what parts like it, stands before the mark.
    fn parted(&self) -> bool {
        let spaced = self.tokens[self.at].spaced;
        spaced || self.before().is_none_or(|token| !matches!(token.kind, Kind::Word | Kind::Number | Kind::Clitic))
    }

    /// Whether the mark stands right after a word, where no further sentence begins.
    fn is_mid_sentence(&self) -> bool {
        self.before().is_some_and(Token::wordlike)
    }

    /// Whether the next paragraph opens a quotation too, as it does where one goes on from paragraph to paragraph.
    fn continues_below(&self) -> bool {
        let next = self.tokens.get(self.paragraph.end);
        next.is_some_and(|next| matches!(next.kind, Kind::Mark(Mark::Straight | Mark::Open)))
    }

    /// Whether the same mark stands right behind: `""We are ready,"" she said` opens at the second and closes at the first.
    fn is_doubled(&self) -> bool {
        self.leads() && self.after().is_some_and(|next| next.kind == self.tokens[self.at].kind)
    }

    /// Whether the mark behind belongs to it, as it opens nothing.
    fn is_closed_twice(&self) -> bool {
        let word = self.tokens.get(self.at + 2).is_some_and(|next| !next.spaced && next.wordlike());
        self.is_doubled() && !(word && self.at + 2 < self.paragraph.end)
    }

    /// Whether a sentence begins at the single mark, and the next paragraph opens one too: the quotation goes on there.
    fn stays_open(&self) -> bool {
        let next = self.tokens.get(self.paragraph.end..).unwrap_or_default();
        let begins = |token: &Token| token.kind == Kind::Word && token.capital() && !token.spaced;
        let below = matches!(next, [mark, word, ..]
            if matches!(mark.kind, Kind::Mark(Mark::OpenSingle | Mark::StraightSingle)) && begins(word));
        below && !self.is_mid_sentence() && self.after().is_some_and(begins)
    }

    fn opening(&self, closes: &SingleCloses) -> Option<Opening> {
        let opens = match self.mark {
            Mark::Open | Mark::Straight if self.is_doubled() => false,
            Mark::Open | Mark::Low | Mark::GuillemetOpen => self.after().is_some(),
            Mark::Straight => self.leads() && (self.parted() || !self.follows_number()),
            Mark::Close | Mark::GuillemetClose => self.leads() && self.tokens[self.at].spaced,
            Mark::OpenSingle | Mark::StraightSingle => {
                let close = closes.after(self.at).or_else(|| self.stays_open().then_some(self.paragraph.end));
                let close = close.filter(|_| self.leads() && self.parted())?;
                return Some(Opening { at: self.at, mark: self.mark, close: Some(close), inner: 0 });
            }
            Mark::CloseSingle => false,
        };
        opens.then_some(Opening { at: self.at, mark: self.mark, close: None, inner: 0 })
    }

    /// Whether the mark is the first around an attribute of a tag.
    fn encloses_attribute(&self) -> bool {
        let equals = self.before().is_some_and(|token| token.sign(b'=')) && !self.tokens[self.at].spaced;
        equals && self.mark == Mark::Straight
    }

    /// A straight mark after a number stands for inches.
    fn follows_number(&self) -> bool {
        self.before().is_some_and(|token| token.kind == Kind::Number) && !self.tokens[self.at].spaced
    }

    fn closes(&self, opening: Opening) -> bool {
        match self.mark {
            Mark::Straight => !(self.tokens[self.at].spaced && self.leads()),
            Mark::Close => true,
            // `“We are ready,“ she said.`: the wrong glyph, at the end of a word
            Mark::Open => opening.mark == Mark::Low || !(self.tokens[self.at].spaced || self.leads()),
            Mark::GuillemetClose => opening.mark == Mark::GuillemetOpen,
            Mark::GuillemetOpen => opening.mark == Mark::GuillemetClose,
            Mark::Low | Mark::StraightSingle | Mark::OpenSingle | Mark::CloseSingle => false,
        }
    }

    /// Whether the mark opens again what was never closed, as some outlets do at each sentence.
    fn reopens(&self, opening: Opening) -> bool {
        let same = matches!((self.mark, opening.mark), (Mark::Straight | Mark::Open, Mark::Straight | Mark::Open));
        same && self.tokens[self.at].spaced && self.leads()
    }
}

/// How many more double marks close than open from a token to the end of its paragraph: where all that open there also
/// close, and what is open already too, a mark that opens again opens a quotation inside a quotation.
struct Surplus {
    first: usize,
    counts: Vec<i32>,
}

impl Surplus {
    fn of(tokens: &[Token], rest: Range<usize>) -> Self {
        let mut counts = vec![0; rest.len()];
        let mut surplus = 0;
        for at in rest.clone().rev() {
            let leads = tokens[at].spaced && tokens.get(at + 1).is_some_and(|next| at + 1 < rest.end && !next.spaced);
            match tokens[at].kind {
                Kind::Mark(Mark::Straight | Mark::Open) if leads => surplus -= 1,
                Kind::Mark(Mark::Straight | Mark::Close) => surplus += 1,
                _ => {}
            }
            counts[at - rest.start] = surplus;
        }
        Self { first: rest.start, counts }
    }

    /// Whether all that opens there also closes.
    fn is_balanced_from(&self, at: usize) -> bool {
        self.counts[at - self.first] >= 0
    }

    fn closes_from(&self, at: usize) -> usize {
        usize::try_from(self.counts[at - self.first]).unwrap_or(0)
    }
}

/// For each token of a paragraph, where a single quotation opened there would close.
struct SingleCloses {
    first: usize,
    next: Vec<u32>,
}

impl SingleCloses {
    fn after(&self, at: usize) -> Option<usize> {
        let offset = *self.next.get(at + 1 - self.first)?;
        (offset != u32::MAX).then(|| self.first + offset as usize)
    }
}

/// Finds the closing single marks, from the end so that each look-up is immediate. Between two candidates the one after
/// punctuation wins over one that may be a plural possessive (`the boys’ toys`), unless a further quotation opens between
/// them: `a 'massive' return. 'It is here,' she said`.
fn single_closes(tokens: &[Token], paragraph: Range<usize>) -> SingleCloses {
    let first = paragraph.start;
    let any = tokens[paragraph.clone()]
        .iter()
        .any(|token| matches!(token.kind, Kind::Mark(Mark::OpenSingle | Mark::StraightSingle)));
    if !any {
        return SingleCloses { first, next: Vec::new() };
    }
    let mut next = vec![u32::MAX; paragraph.len()];
    let (mut sure, mut doubtful, mut opening) = (u32::MAX, u32::MAX, u32::MAX);
    for at in paragraph.clone().rev() {
        match close_of(tokens, at) {
            Close::Sure => sure = (at - first) as u32,
            Close::Doubtful => doubtful = (at - first) as u32,
            Close::None => {}
        }
        if tokens[at].kind == Kind::Mark(Mark::OpenSingle) {
            // A further opening in between would be a quotation of its own.
            next[at - first] = sure.min(doubtful);
            (sure, doubtful) = (u32::MAX, u32::MAX);
            continue;
        }
        let parted = doubtful < opening && opening < sure;
        next[at - first] = if sure == u32::MAX || parted { doubtful } else { sure };
        let leads = at + 1 < paragraph.end && !tokens[at + 1].spaced && tokens[at + 1].kind == Kind::Word;
        if tokens[at].kind == Kind::Mark(Mark::StraightSingle) && tokens[at].spaced && leads {
            opening = (at - first) as u32;
        }
    }
    SingleCloses { first, next }
}

enum Close {
    Sure,
    Doubtful,
    None,
}

fn close_of(tokens: &[Token], at: usize) -> Close {
    let token = &tokens[at];
    if !matches!(token.kind, Kind::Mark(Mark::CloseSingle | Mark::StraightSingle)) || token.spaced || at == 0 {
        return Close::None;
    }
    let followed = tokens.get(at + 1).is_some_and(|next| !next.spaced && next.wordlike());
    if followed {
        return Close::None;
    }
    let before = &tokens[at - 1];
    let possessive = before.kind == Kind::Word && tokens.get(at + 1).is_some_and(|next| next.spaced && next.wordlike());
    if possessive { Close::Doubtful } else { Close::Sure }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::token;

    fn found(text: &str) -> Vec<&str> {
        let lexicon = Lexicon::built_in().unwrap();
        let (mut tokens, mut all) = (Vec::new(), Vec::new());
        let spans = crate::segment::paragraphs(text).into_iter();
        let paragraphs: Vec<_> = spans.map(|span| token::tokenize(text, span, &lexicon, &mut tokens)).collect();
        for paragraph in paragraphs {
            passages(&tokens, paragraph, &mut all);
        }
        all.iter().map(|passage| passage.content.of(text)).collect()
    }

    #[test]
    fn every_style_of_marks() {
        assert_eq!(found("“a b,” she said. “c.”"), ["a b,", "c."]);
        assert_eq!(found("\"a b,\" she said. \"c.\""), ["a b,", "c."]);
        assert_eq!(found("``a b,'' she said."), ["a b,"]);
        assert_eq!(found("«a b», „c d“ and „e f”."), ["a b", "c d", "e f"]);
        assert_eq!(found("‘a b,’ she said, 'c d.'"), ["a b,", "c d."]);
    }

    #[test]
    fn apostrophes_and_inches_are_no_marks() {
        assert!(found("The boys’ toys from the ’90s, rock 'n roll, don't").is_empty());
        assert!(found("He is 6'2\" tall and the screen 12\" wide.").is_empty());
        assert_eq!(found("‘The boys’ toys are gone,’ she said."), ["The boys’ toys are gone,"]);
    }

    #[test]
    fn a_mark_left_open_ends_with_its_paragraph_or_where_it_opens_again() {
        assert_eq!(found("“One.\n“Two,” she said.\n\nThree."), ["One.", "Two,"]);
        assert_eq!(found("He said: \"One. \"Two. \"Three.\" Four."), ["One.", "Two.", "Three."]);
    }

    #[test]
    fn single_marks_close_before_the_next_quotation_opens() {
        assert_eq!(found("A 'massive' return. 'It'll be here,' she said."), ["massive", "It'll be here,"]);
        assert_eq!(found("'The boys' toys are gone,' she said. 'All.'"), ["The boys' toys are gone,", "All."]);
    }

    #[test]
    fn inner_quotations_with_the_same_marks() {
        assert_eq!(found("“We saw “Keep Out” signs at the gate,” she said."), ["We saw “Keep Out” signs at the gate,"]);
        assert_eq!(found("She wrote: \"He shouted \"Fire!\" and ran.\""), ["He shouted \"Fire!\" and ran."]);
    }

    #[test]
    fn inner_quotations_belong_to_the_outer_one() {
        assert_eq!(found("“He said ‘no’ to me,” she said."), ["He said ‘no’ to me,"]);
        assert_eq!(found("‘He said “no” to me,’ she said."), ["He said “no” to me,"]);
    }

    #[test]
    fn a_single_mark_stays_open_where_the_next_paragraph_opens_one() {
        assert_eq!(found("‘A b,’ she said. ‘C d.\n‘E f.’"), ["A b,", "C d.", "E f."]);
        assert_eq!(found("She said: ‘C’s d.\nE f."), [""; 0]);
        assert_eq!(found("The ’90s. ‘Twas late.\n‘E f.’"), ["Twas late.", "E f."]);
    }

    #[test]
    fn doubled_marks_count_as_one() {
        assert_eq!(found("\"\"a b,\"\" she said. \"\"c.\"\""), ["a b,", "c."]);
        assert_eq!(found("““a b,”” she said."), ["a b,"]);
    }

    /// The passages with their marks.
    fn whole(text: &str) -> Vec<&str> {
        let lexicon = Lexicon::built_in().unwrap();
        let (mut tokens, mut all) = (Vec::new(), Vec::new());
        let paragraph = token::tokenize(text, Span::new(0, text.len()), &lexicon, &mut tokens);
        passages(&tokens, paragraph, &mut all);
        let span = |at: &Range<usize>| tokens[at.start].span().cover(tokens[at.end - 1].span());
        all.iter().map(|passage| span(&passage.tokens).of(text)).collect()
    }

    #[test]
    fn a_second_mark_belongs_to_the_passage_unless_it_opens_the_next() {
        assert_eq!(whole("\"\"a b,\"\" she said."), ["\"a b,\"\""]);
        assert_eq!(whole("\"a b.\"\"c d,\" she said."), ["\"a b.\"", "\"c d,\""]);
        assert_eq!(whole("She said: \"a b.\"\""), ["\"a b.\"\""]);
    }

    #[test]
    fn marks_of_tags_and_of_inches_open_nothing() {
        assert_eq!(found("<a title=\"a b\">c d</a> said \"e f.\""), ["e f."]);
        assert_eq!(found("The rule is b = \"a b\" here."), ["a b"]);
        assert!(found("A board of 12\"x 4\" was cut.").is_empty());
        assert_eq!(found("She wrote\"a b\" there."), ["a b"]);
    }

    #[test]
    fn a_closing_mark_opens_only_before_a_word_and_behind_a_space() {
        assert_eq!(found("He wrote ”a b” there."), ["a b"]);
        assert!(found("He left”and came” back.").is_empty());
        assert_eq!(found("She said »a b« there."), ["a b"]);
    }

    #[test]
    fn a_single_mark_stays_open_only_where_a_sentence_begins() {
        assert_eq!(found("She said: ‘c d.\n‘E f.’"), ["E f."]);
    }

    #[test]
    fn empty_and_lone_marks_are_nothing() {
        assert!(found("\"\" “” ” ’ ' '' . \" ").is_empty());
    }
}
