//! The shape of a sentence: one letter an element, so that attribution patterns stay short and readable.
//!
//! | letter | element | example |
//! |---|---|---|
//! | `Q` | passage in quotation marks | `“We are ready,”` |
//! | `N` | name, with the title before it | `Mayor Ann Lee` |
//! | `G` | noun phrase that may speak | `a spokesman for the club` |
//! | `K` | noun phrase that names speech | `her claim` |
//! | `D` | other noun phrase | `the talks` |
//! | `P` `p` | pronoun as subject, as object | `she`, `her` |
//! | `C` `c` `B` `E` | cue: finite, in *-ing*, infinitive, passive | `has said`, `adding`, `to say`, `quoted` |
//! | `A` `k` | `according to`, possessed noun of speech | `’s claim` |
//! | `V` `v` | auxiliary, other verb | `has`, `went` |
//! | `R` `T` | adverb, time | `also`, `on Wednesday` |
//! | `t` `x` `a` `o` `i` | `that`/`whether`, `to`, `as`, `of`, other preposition | |
//! | `&` `b` `W` `h` | `and`/`or`, other conjunction, `who`/`which`, `how`/`what` | |
//! | `9` `g` `w` | number, word in *-ing*, any other word | |
//! | `, : ; . ? ! ( ) -` | punctuation | |

use std::ops::Range;

use super::Article;
use crate::lexicon::{Class, Cue, CueForm, Form, Takes};
use crate::mention::{Mention, MentionKind};
use crate::quotation::Passage;
use crate::segment::Sentence;
use crate::token::{Kind, Token};

/// A sentence as elements and, letter by letter, as a string.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    /// One letter an element.
    pub(crate) letters: String,
    /// What each letter stands for.
    pub(crate) elements: Vec<Element>,
}

/// A stretch of tokens that counts as one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Element {
    pub(crate) tokens: Range<usize>,
    pub(crate) what: What,
}

/// What an element is, where its letter does not say it all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum What {
    /// Index of the passage.
    Passage(usize),
    /// Index of the mention.
    Mention(usize),
    /// The cue and its form.
    Cue(CueForm),
    /// Only its letter.
    Plain,
}

impl Shape {
    /// An empty one with room for so many elements, as most sentences have.
    pub(crate) fn with_capacity(elements: usize) -> Self {
        Self { letters: String::with_capacity(elements), elements: Vec::with_capacity(elements) }
    }

    /// Reads a sentence; what the shape held before is overwritten.
    pub(crate) fn read(&mut self, article: &Article<'_>, sentence: &Sentence) {
        self.letters.clear();
        self.elements.clear();
        let mut reader = Reader {
            article,
            end: sentence.tokens.end,
            at: sentence.tokens.start,
            mention: article.mentions.partition_point(|mention| mention.tokens.start < sentence.tokens.start),
            passage: sentence.passages.start,
            plural: false,
            work: 0,
        };
        while reader.at < sentence.tokens.end {
            let from = reader.at;
            if let Some((letter, what)) = reader.next(&self.letters) {
                self.letters.push(letter as char);
                self.elements.push(Element { tokens: from..reader.at, what });
            }
        }
    }

    /// The letter of an element.
    pub(crate) fn letter(&self, at: usize) -> u8 {
        self.letters.as_bytes()[at]
    }

    /// The cue of an element.
    pub(crate) fn cue(&self, at: usize) -> Option<CueForm> {
        match self.elements[at].what {
            What::Cue(form) => Some(form),
            _ => None,
        }
    }

    /// From the first token to the last of the elements.
    pub(crate) fn tokens(&self, elements: Range<usize>) -> Range<usize> {
        self.elements[elements.start].tokens.start..self.elements[elements.end - 1].tokens.end
    }
}

struct Reader<'a> {
    article: &'a Article<'a>,
    end: usize,
    at: usize,
    mention: usize,
    passage: usize,
    /// Whether a plural subject has had its cue: `they accuse him and say`.
    plural: bool,
    /// Where the last name of a work ended.
    work: usize,
}

impl Reader<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.article.tokens.get(at).filter(|_| at < self.end)
    }

    fn word(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| token.span.of(self.article.text))
    }

    /// The next element; `at` moves behind it. `None` for what has no letter.
    fn next(&mut self, before: &str) -> Option<(u8, What)> {
        if let Some(passage) = self.article.passages.get(self.passage).filter(|passage| passage.tokens.start == self.at)
        {
            let named = self.names_work(passage, before);
            self.at = passage.tokens.end;
            self.work = if named { self.at } else { self.work };
            self.passage += 1;
            return Some(if named { (b'D', What::Plain) } else { (b'Q', What::Passage(self.passage - 1)) });
        }
        if let Some(end) = self.time_end() {
            match self.dated(end) {
                None => {
                    self.at = end;
                    return Some((b'T', What::Plain));
                }
                Some(mention) if self.is_dated_here() => {
                    self.mention = mention;
                    self.at = self.article.mentions[mention].tokens.start;
                }
                Some(_) => return self.single(before),
            }
        }
        while self.article.mentions.get(self.mention).is_some_and(|mention| mention.tokens.start < self.at) {
            self.mention += 1;
        }
        if let Some(mention) = self.article.mentions.get(self.mention).filter(|mention| mention.tokens.start == self.at)
        {
            self.at = mention.tokens.end;
            self.mention += 1;
            let letter = match mention.kind {
                _ if before.ends_with('x') && self.is_bare_noun(mention) => b'w',
                MentionKind::Name(_) => b'N',
                MentionKind::Nominal => b'G',
                MentionKind::Other if mention.head_is(self.article.tokens, Class::NOUN_CUE) => b'K',
                MentionKind::Other
                    if mention.head_is(self.article.tokens, Class::VOICED)
                        && self.is_voiced(mention.tokens.start, before) =>
                {
                    b'K'
                }
                MentionKind::Other => b'D',
                MentionKind::Pronoun => b'P',
                MentionKind::ObjectPronoun => b'p',
            };
            return Some((letter, What::Mention(self.mention - 1)));
        }
        self.single(before)
    }

    /// Whether a noun stands all alone in the singular: behind *to* it is a verb, `to release`, `to head`.
    fn is_bare_noun(&self, mention: &Mention) -> bool {
        let head = &self.article.tokens[mention.head];
        let name = matches!(mention.kind, MentionKind::Name(_));
        !name && mention.tokens.len() == 1 && !head.capital() && !head.is(Class::PLURAL | Class::GROUP)
    }

    /// Whether a passage is the name of a work: in capitals, after a preposition or a possessive, beside another or beside
    /// its kind: `on the radio’s “Late Talk”`, `in “Late Talk” and “Early Birds”`, `in her memoir, “Early Birds”`.
    fn names_work(&self, passage: &Passage, before: &str) -> bool {
        let Some(last) = self.at.checked_sub(1).map(|at| &self.article.tokens[at]) else { return false };
        let governed = last.is(Class::PREPOSITION | Class::OF) || last.kind == Kind::Clitic;
        let beside = self.work > 0 && self.at <= self.work + 1 && (self.at == self.work || last.is(Class::AND));
        let apposed = matches!(before.as_bytes(), [.., lead, b'D' | b'G' | b'K', b','] if !b"CcBEx".contains(lead));
        let governed = governed || beside || apposed;
        let words = || self.article.tokens[passage.tokens.clone()].iter().filter(|token| token.kind == Kind::Word);
        let capitals = || words().all(|token| token.capital() || token.span.len() <= 4);
        governed
            && (2..=6).contains(&words().count())
            && capitals()
            && words().next().is_some_and(Token::capital)
            && words().next_back().is_some_and(Token::capital)
    }

    fn single(&mut self, before: &str) -> Option<(u8, What)> {
        let token = *self.token(self.at)?;
        if self.word(self.at).eq_ignore_ascii_case("according")
            && self.token(self.at + 1).is_some_and(|next| next.is(Class::TO))
        {
            self.at += 2;
            return Some((b'A', What::Plain));
        }
        // `£9m`, `$40`: the sign belongs to its number.
        if matches!(token.kind, Kind::Symbol | Kind::Sign(b'$' | b'#'))
            && self.token(self.at + 1).is_some_and(|next| next.kind == Kind::Number && !next.spaced)
        {
            self.at += 2;
            return Some((b'9', What::Plain));
        }
        if before.ends_with(['N', 'G']) && self.is_possessed_cue(&token) {
            self.at += 2;
            return Some((b'k', What::Plain));
        }
        if let Some((letter, form, len)) = self.cue(before) {
            self.at += len;
            return Some((letter, What::Cue(form)));
        }
        self.at += 1;
        let letter = match token.kind {
            Kind::Word => self.word_letter_here(&token, before),
            Kind::Number => b'9',
            Kind::Clitic if self.follows_noun(before) && self.is_possessive(self.at - 1, before) => b'w',
            Kind::Clitic => b'V',
            Kind::Dash => b'-',
            Kind::Sign(b'[') => b'(',
            Kind::Sign(b']') => b')',
            Kind::Sign(sign @ (b',' | b':' | b';' | b'.' | b'?' | b'!' | b'(' | b')')) => sign,
            Kind::Sign(b'&') => b'&',
            Kind::Address => b'N',
            Kind::Mark(_) | Kind::Sign(_) | Kind::Symbol | Kind::Ellipsis => return None,
        };
        Some((letter, What::Plain))
    }

    /// The letter of a word whose neighbours may tell more of it than the lexicon does.
    fn word_letter_here(&self, token: &Token, before: &str) -> u8 {
        let word = self.word(self.at - 1);
        match word_letter(token, word) {
            b'w' if token.is(Class::VOICED) && self.is_voiced(self.at - 1, before) => b'K',
            // `a message that said`, but not `told reporters that taxes`
            b't' if before.ends_with(['N', 'G', 'D', 'w']) && self.is_finite(self.at) && word != "whether" => b'W',
            // `she once met`, `Ann Lee, who was there, once said`, but not `once she met`
            b'b' if token.is(Class::ADVERB)
                && (before.ends_with(['N', 'G', 'P', 'V', 'W'])
                    || before.ends_with(',') && self.is_finite(self.at)) =>
            {
                b'R'
            }
            // `findings of overcrowded rooms`, `called invited guests`
            b'v' if before.ends_with(['o', 'i', 'C', 'c']) && word.ends_with("ed") => b'w',
            // `the club’s plans`
            b'v' if before.ends_with('w') && self.article.tokens[self.at - 2].kind == Kind::Clitic => b'w',
            letter => letter,
        }
    }

    /// Whether somebody gives voice to the noun that starts there: `expressed concern`, `made the case`.
    fn is_voiced(&self, noun: usize, before: &str) -> bool {
        // `made` is a cue only with its particle.
        let verb = noun.checked_sub(1).and_then(|at| self.article.tokens[at].word.cue());
        let makes = || verb.is_some_and(|form| self.article.lexicon.cue(form).particle.is_some());
        before.trim_end_matches('R').ends_with(['C', 'c', 'B']) || makes()
    }

    /// Whether the token is a finite verb, whatever stands before it.
    fn is_finite(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let cue = token.word.cue().is_some_and(|cue| matches!(cue.form, Form::Past));
        let participle = token.word.unknown() && self.word(at).len() > 4 && self.word(at).ends_with("ed");
        let verb = token.is(Class::AUXILIARY | Class::VERB) && !token.is(Class::MONTH);
        cue || verb || participle || token.kind == Kind::Clitic
    }

    /// Whether what stands before the clitic just read may own something.
    fn follows_noun(&self, before: &str) -> bool {
        let time = || self.at >= 2 && self.article.tokens[self.at - 2].is(Class::TIME | Class::MONTH);
        before.ends_with(['N', 'G', 'D', 'K', 'T']) || time()
    }

    /// Whether the clitic is a possessive and no verb: `the city’s finances`, but not `the city’s broke`.
    fn is_possessive(&self, at: usize, before: &str) -> bool {
        let Some(next) = self.token(at + 1) else { return false };
        if matches!(next.kind, Kind::Mark(_)) || self.is_object(before) && self.is_noun_or_verb(at + 1) {
            return true;
        }
        let other = Class::DETERMINER | Class::ADVERB | Class::NEGATION | Class::POSSESSIVE | Class::SUBJECT;
        let function = other | Class::PREPOSITION | Class::OF | Class::TO | Class::AS | Class::THAT | Class::AUXILIARY;
        let word = self.word(at + 1);
        let noun = next.word.cue().is_none_or(|cue| matches!(cue.form, Form::Base | Form::Third));
        self.word(at).ends_with(['s', 'S'])
            && next.kind == Kind::Word
            && noun
            && !next.is(function | Class::VERB)
            && !word.ends_with("ed")
            && !word.ends_with("ing")
    }

    /// Whether what the clitic just read belongs to cannot be a subject: `of the club’s plans`, `called the club’s plans`.
    fn is_object(&self, before: &str) -> bool {
        let governed = before.get(..before.len().saturating_sub(1)).is_some_and(|lead| lead.ends_with(['i', 'o']));
        let mention = self.mention.checked_sub(1).map(|at| &self.article.mentions[at]);
        let labelled = || {
            let verb = mention.and_then(|mention| mention.tokens.start.checked_sub(1));
            let cue = verb.and_then(|verb| self.article.tokens[verb].word.cue());
            let takes = cue.map(|form| self.article.lexicon.cue(form).takes);
            takes.is_some_and(|takes| takes.has(Takes::FRAGMENT) && !takes.has(Takes::CLAUSE))
        };
        before.ends_with(['N', 'G', 'D']) && (governed || labelled())
    }

    /// Whether the word may also be a noun: `plans`, `thinking`, not `has`.
    fn is_noun_or_verb(&self, at: usize) -> bool {
        let verb = self.token(at).is_some_and(|token| token.is(Class::VERB) && !token.is(Class::AUXILIARY));
        verb && self.word(at).ends_with('s') || self.word(at).ends_with("ing")
    }

    /// Whether the clitic and the noun behind it are `’s claim`.
    fn is_possessed_cue(&self, token: &Token) -> bool {
        let follows = |at: usize, class: Class| self.token(self.at + at).is_some_and(|token| token.is(class));
        token.kind == Kind::Clitic && follows(1, Class::NOUN_CUE) && follows(2, Class::THAT | Class::AUXILIARY)
    }

    /// The cue at this place: its letter, its form, and how many tokens it has.
    fn cue(&mut self, before: &str) -> Option<(u8, CueForm, usize)> {
        let token = self.token(self.at)?;
        let form = token.word.cue()?;
        let cue = self.article.lexicon.cue(form);
        let len = self.cue_len(cue)?;
        let letter = self.cue_letter(form, before)?;
        self.plural |= letter == b'C' && form.form == Form::Base;
        Some((letter, form, len))
    }

    /// One, or two where the cue has its particle; `None` where the particle is missing.
    fn cue_len(&self, cue: &Cue) -> Option<usize> {
        let Some(particle) = &cue.particle else { return Some(1) };
        // `pointed out`, `made it clear`, `made clear`
        if self.word(self.at + 1).eq_ignore_ascii_case(particle) {
            return Some(2);
        }
        (self.token(self.at + 1)?.is(Class::SUBJECT | Class::OBJECT | Class::THAT)
            && self.word(self.at + 2).eq_ignore_ascii_case(particle))
        .then_some(3)
    }

    fn cue_letter(&self, form: CueForm, before: &str) -> Option<u8> {
        let verbs = before.trim_end_matches('R');
        let last = verbs.bytes().next_back();
        let auxiliary = last == Some(b'V');
        let passive = auxiliary && self.last_auxiliary_is_be();
        Some(match form.form {
            Form::Past | Form::Participle if passive => b'E',
            Form::Past => b'C',
            Form::Participle => {
                if auxiliary {
                    b'C'
                } else {
                    b'E'
                }
            }
            // `was quoted as saying`, `could be heard asking`
            Form::Present if passive || before.ends_with("Ea") || self.is_noticed(verbs) => b'C',
            // `a full listing was`
            Form::Present if before.ends_with('D') && self.is_finite(self.at + 1) => return None,
            // `familiar with the mayor’s thinking`
            Form::Present if self.follows_possessive(before) => return None,
            Form::Present => b'c',
            Form::Base if auxiliary => b'C',
            Form::Base if last == Some(b'x') => b'B',
            Form::Base if last == Some(b'&') && self.plural => b'C',
            Form::Base => return self.plural_subject(last).then_some(b'C'),
            Form::Third => {
                return matches!(
                    last,
                    None | Some(b'N' | b'G' | b'D' | b'P' | b'W' | b',' | b')' | b'Q' | b'&' | b'T' | b'-')
                )
                .then_some(b'C');
            }
        })
    }

    /// Whether the word before owns this one: `the mayor’s | thinking`.
    fn follows_possessive(&self, before: &str) -> bool {
        let Some(last) = self.at.checked_sub(1).map(|at| &self.article.tokens[at]) else { return false };
        last.kind == Kind::Clitic && before.ends_with('w') || last.is(Class::POSSESSIVE) && !last.is(Class::OBJECT)
    }

    /// Whether a passive verb leads to the cue: `could be heard | asking`, `was caught | saying`.
    fn is_noticed(&self, verbs: &str) -> bool {
        let participle = self.at.checked_sub(1).is_some_and(|at| self.word(at).ends_with("ed"));
        (verbs.ends_with("Vv") || verbs.ends_with("Vw") && participle) && self.last_auxiliary_is_be()
    }

    /// Whether the nearest auxiliary before this place is a form of *be*.
    fn last_auxiliary_is_be(&self) -> bool {
        let before = self.article.tokens[..self.at]
            .iter()
            .rev()
            .take(6)
            .find(|token| token.is(Class::AUXILIARY) || token.kind == Kind::Clitic);
        before.is_some_and(|token| token.is(Class::BE))
    }

    fn plural_subject(&self, last: Option<u8>) -> bool {
        if matches!(last, Some(b'W')) {
            return true;
        }
        let Some(mention) = self.mention.checked_sub(1).and_then(|at| self.article.mentions.get(at)) else {
            return false;
        };
        let adjacent = matches!(last, Some(b'N' | b'G' | b'D' | b'P' | b')' | b','));
        let head = &self.article.tokens[mention.head];
        adjacent
            && (head.is(Class::PLURAL | Class::GROUP)
                || self.word_of(head).ends_with('s')
                || head.is(Class::SUBJECT) && !head.is(Class::MASCULINE | Class::FEMININE))
    }

    fn word_of(&self, token: &Token) -> &str {
        token.span.of(self.article.text)
    }

    /// Where a time that starts here ends: `on Wednesday`, `early last week`, `in March 2020`, `Sept. 14, 2022`.
    fn time_end(&self) -> Option<usize> {
        let mut at = self.at;
        if self.token(at).is_some_and(|token| {
            token.is(Class::PREPOSITION | Class::ADVERB | Class::CONJUNCTION) && !token.is(Class::TIME)
        }) {
            at += 1;
        }
        let lead = self.tokens_while(at, 3, |token, word| {
            token.is(Class::DETERMINER) || token.is(Class::THAT.union(Class::TIME_SIDE)) && word != "whether"
        });
        let core = self.tokens_while(lead, 6, |token, _| token.is(Class::TIME) || self.is_month(token));
        if core == lead {
            return None;
        }
        let mut end = self.tokens_while(core, 2, |token, _| token.kind == Kind::Number);
        // `Jun Mori`, `April Ross`: a bare month before another capital begins a name.
        let bare = core == self.at + 1 && end == core && self.token(self.at).is_some_and(|token| self.is_month(token));
        let named = |next: &Token| next.capital() || next.word.cue().is_some_and(|cue| cue.form == Form::Past);
        if bare && self.token(core).is_some_and(named) {
            return None;
        }
        // `said that March Rubio`
        if self.token(self.at).is_some_and(|token| token.is(Class::THAT))
            && self.is_month(&self.article.tokens[core - 1])
            && self.token(core).is_some_and(Token::capital)
        {
            return None;
        }
        if self.token(end).is_some_and(|token| token.sign(b','))
            && self.token(end + 1).is_some_and(|token| token.kind == Kind::Number)
            && end > core
        {
            end += 2;
        }
        // `Thursday’s vote`: the time is a part of what follows.
        if self.token(end).is_some_and(|token| token.kind == Kind::Clitic) && self.is_possessive(end, "") {
            return None;
        }
        Some(self.tokens_while(end, 1, |token, _| token.is(Class::TIME_SIDE)))
    }

    /// The noun phrase that the time up to the token only dates: `a Wednesday editorial`, `in a March 2 letter`.
    fn dated(&self, end: usize) -> Option<usize> {
        let article = self.at + usize::from(!self.is_dated_here());
        let capital = self.token(article + 1).is_some_and(Token::capital);
        let dates = capital && article + 1 < end && self.token(article).is_some_and(|token| token.is(Class::ARTICLE));
        let first = self.article.mentions.partition_point(|mention| mention.tokens.start < article);
        let mut near = self.article.mentions[first..].iter().take_while(|mention| mention.tokens.start <= end);
        let dated = near.position(|mention| {
            mention.tokens.end > end && matches!(mention.kind, MentionKind::Nominal | MentionKind::Other)
        });
        dated.filter(|_| dates).map(|at| first + at)
    }

    /// Whether the time begins with an article, and no preposition leads to it.
    fn is_dated_here(&self) -> bool {
        self.token(self.at).is_some_and(|token| token.is(Class::ARTICLE))
    }

    /// A month's name, capitalised: not the verbs *may* and *march*.
    fn is_month(&self, token: &Token) -> bool {
        token.is(Class::MONTH) && token.capital()
    }

    fn tokens_while(&self, from: usize, most: usize, pass: impl Fn(&Token, &str) -> bool) -> usize {
        let mut at = from;
        while at < from + most
            && self.token(at).is_some_and(|token| token.kind != Kind::Clitic && pass(token, self.word(at)))
        {
            at += 1;
        }
        at
    }
}

fn word_letter(token: &Token, word: &str) -> u8 {
    const LETTERS: &[(Class, u8)] = &[
        (Class::QUESTION, b'h'),
        (Class::RELATIVE, b'W'),
        (Class::THAT, b't'),
        (Class::TO, b'x'),
        (Class::AS, b'a'),
        (Class::OF, b'o'),
        (Class::AND, b'&'),
        (Class::CONJUNCTION, b'b'),
        (Class::PREPOSITION, b'i'),
        (Class::AUXILIARY, b'V'),
        (Class::ADVERB, b'R'),
        (Class::VERB, b'v'),
    ];
    if let Some((_, letter)) = LETTERS.iter().find(|(class, _)| token.is(*class)) {
        return *letter;
    }
    if token.word.cue().is_some_and(|cue| matches!(cue.form, Form::Past))
        || (word.len() > 4 && word.ends_with("ed") && token.word.unknown())
    {
        return b'v';
    }
    match word {
        _ if word.len() > 4 && word.ends_with("ly") => b'R',
        _ if word.len() > 4 && word.ends_with("ing") => b'g',
        _ => b'w',
    }
}
