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

use super::{Article, is_according, reported};
use crate::lexicon::{Class, CueForm, Form, Takes};
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
    /// A paragraph without quotation marks, all of which is quoted.
    Block,
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
        self.leave_brackets();
        reported::find_verbs(self, article);
        reported::find_conjunctions(self, article);
    }

    /// Leaves the brackets out that hold all of the sentence: `(Lee was late, Ray said.)`
    fn leave_brackets(&mut self) {
        let inside = self.letters.strip_prefix('(').and_then(|inside| inside.strip_suffix(')'));
        if inside.is_some_and(|inside| !inside.contains(['(', ')'])) {
            for at in [self.letters.len() - 1, 0] {
                self.letters.remove(at);
                self.elements.remove(at);
            }
        }
    }

    /// Adds a paragraph that the sentence introduces, as a passage.
    pub(super) fn push_block(&mut self, tokens: Range<usize>) {
        self.letters.push('Q');
        self.elements.push(Element { tokens, what: What::Block });
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

pub(super) struct Reader<'a> {
    pub(super) article: &'a Article<'a>,
    end: usize,
    pub(super) at: usize,
    pub(super) mention: usize,
    passage: usize,
    /// Whether a plural subject has had its cue: `they accuse him and say`.
    pub(super) plural: bool,
    /// Where the last name of a work ended.
    work: usize,
}

impl Reader<'_> {
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.article.tokens.get(at).filter(|_| at < self.end)
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| token.span().of(self.article.text))
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
        self.pass_mentions();
        if let Some(number) = self.bounded_number() {
            self.at = number;
            self.pass_mentions();
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

    /// Leaves mentions behind that have begun.
    fn pass_mentions(&mut self) {
        while self.article.mentions.get(self.mention).is_some_and(|mention| mention.tokens.start < self.at) {
            self.mention += 1;
        }
    }

    /// The number, or the mention that begins with it, which the words here bound: they go with it, as in
    /// `said at least 40 people were hurt`.
    fn bounded_number(&self) -> Option<usize> {
        let mention = self.article.mentions.get(self.mention);
        if mention.is_some_and(|mention| mention.tokens.start == self.at) {
            return None;
        }
        let Article { numbers, text, tokens, .. } = self.article;
        let number = numbers.bounded_from(text, &tokens[..self.end], self.at)?;
        Some(mention.filter(|mention| mention.tokens.contains(&number)).map_or(number, |mention| mention.tokens.start))
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
        // `chants of “Go Now”`
        let said = before.ends_with("Ko");
        let governed = last.is(Class::PREPOSITION | Class::OF) && !said || last.kind == Kind::Clitic;
        let beside = self.work > 0 && self.at <= self.work + 1 && (self.at == self.work || last.is(Class::AND));
        let apposed = matches!(before.as_bytes(), [.., lead, b'D' | b'G' | b'K', b','] if !b"CcBEx".contains(lead));
        // `told “Late Talk” that she was leaving`
        let next = self.token(passage.tokens.end);
        let asked = before.ends_with('C') && next.is_some_and(|next| next.is(Class::THAT | Class::SUBJECT));
        let governed = governed || beside || apposed || asked;
        let words = || self.article.tokens[passage.tokens.clone()].iter().filter(|token| token.kind == Kind::Word);
        let capitals = || words().all(|token| token.capital() || token.span().len() <= 4);
        governed
            && (2..=6).contains(&words().count())
            && capitals()
            && words().next().is_some_and(Token::capital)
            && words().next_back().is_some_and(Token::capital)
    }

    fn single(&mut self, before: &str) -> Option<(u8, What)> {
        let token = *self.token(self.at)?;
        if is_according(self.article.text, &token) && self.token(self.at + 1).is_some_and(|next| next.is(Class::TO)) {
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
        // `78%`
        let sign = |next: &Token| matches!(next.kind, Kind::Symbol | Kind::Sign(b'%')) && !next.spaced;
        if token.kind == Kind::Number && self.token(self.at).is_some_and(sign) {
            self.at += 1;
        }
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
            b't' if before.ends_with(['N', 'G', 'D', 'K', 'w']) && self.is_finite(self.at) && word != "whether" => b'W',
            // `she once met`, `Ann Lee, who was there, once said`, but not `once she met`
            b'b' if token.is(Class::ADVERB)
                && (before.ends_with(['N', 'G', 'P', 'V', 'W'])
                    || before.ends_with(',')
                        && (self.is_finite(self.at)
                            || self.token(self.at).is_some_and(|next| next.is(Class::ADVERB)))) =>
            {
                b'R'
            }
            // `A curator there, Ann Lee, said`
            b'w' if ["here", "there"].contains(&word) && self.token(self.at).is_some_and(|next| next.sign(b',')) => {
                b'R'
            }
            // `findings of overcrowded rooms`, `called invited guests`
            b'v' if before.ends_with(['o', 'i', 'C', 'c']) && word.ends_with("ed") => b'w',
            // `about 200 people`
            b'i' if ["about", "around"].contains(&word)
                && self.token(self.at).is_some_and(|next| next.kind == Kind::Number || next.is(Class::NUMBER)) =>
            {
                b'R'
            }
            // `protesters outside | shouted`, but not `a man with avowed respect`
            b'i' if PLACES.contains(&word) && self.token(self.at).is_some_and(|next| next.word.cue().is_some()) => b'R',
            // `she treats`
            b'w' if before.ends_with('P') && self.follows_subject(word) => b'v',
            // `Ann Lee and Bob Ray both said`
            b'w' if word == "both" && before.ends_with(['N', 'G']) => b'R',
            // `the club’s plans`
            b'v' if before.ends_with('w') && self.article.tokens[self.at - 2].kind == Kind::Clitic => b'w',
            letter => letter,
        }
    }

    /// Whether the word agrees with the pronoun before it, or has an object: `she treats`, `they go`, `it cost £5`.
    fn follows_subject(&self, word: &str) -> bool {
        let Some([pronoun, verb]) = self.article.tokens.get(self.at - 2..self.at) else { return false };
        let small = pronoun.is(Class::SUBJECT) && !verb.capital() && verb.kind == Kind::Word && verb.spaced;
        let single = pronoun.is(Class::MASCULINE | Class::FEMININE) || self.word_of(pronoun).eq_ignore_ascii_case("it");
        let object = |next: &Token| {
            let number = matches!(next.kind, Kind::Number | Kind::Symbol | Kind::Sign(b'$'));
            next.spaced && (number || next.is(Class::DETERMINER | Class::OBJECT))
        };
        let agrees = || word.ends_with('s') && word.len() > 3 || self.token(self.at).is_some_and(object);
        small && !verb.is(Class::QUANTITY | Class::NUMBER) && (!single || agrees())
    }

    /// Whether somebody gives voice to the noun that starts there: `expressed concern`, `made the case`.
    fn is_voiced(&self, noun: usize, before: &str) -> bool {
        // `made` is a cue only with its particle.
        let verb = noun.checked_sub(1).and_then(|at| self.article.tokens[at].word.cue());
        let makes = || verb.is_some_and(|form| self.article.lexicon.cue(form).particle.is_some());
        before.trim_end_matches('R').ends_with(['C', 'c', 'B']) || makes()
    }

    /// Whether the token is a finite verb, whatever stands before it.
    pub(super) fn is_finite(&self, at: usize) -> bool {
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
    pub(super) fn is_possessive(&self, at: usize, before: &str) -> bool {
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

    pub(super) fn word_of(&self, token: &Token) -> &str {
        token.span().of(self.article.text)
    }
}

pub(super) fn word_letter(token: &Token, word: &str) -> u8 {
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
        _ if word.len() > 4 && word.ends_with("ing") && !is_noun_in_ing(word) => b'g',
        _ => b'w',
    }
}

/// Prepositions that may stand alone, for a place.
const PLACES: [&str; 5] = ["above", "below", "inside", "nearby", "outside"];

/// Whether the word is `something` or the like, or `clothing`, which nobody does.
fn is_noun_in_ing(word: &str) -> bool {
    const NOUNS: [&str; 7] = ["thing", "something", "anything", "nothing", "everything", "clothing", "wrongdoing"];
    NOUNS.iter().any(|noun| word.eq_ignore_ascii_case(noun))
}
