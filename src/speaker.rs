//! Who is "he", "Kostin", "the minister": from mentions to speakers with full name and title.

use std::collections::HashMap;
use std::ops::Range;

use crate::attribution::{Article, Attributed, Piece};
use crate::extraction::SpeakerKind;
use crate::lexicon::Class;
use crate::mention::{Mention, MentionKind, Name, NameKind};
use crate::token::{Case, Token};

/// Somebody who is mentioned in the article, by whatever words.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Identity {
    pub(crate) kind: SpeakerKind,
    /// The fullest name, or the description.
    pub(crate) name: Range<usize>,
    pub(crate) title: Option<Range<usize>>,
    gender: Option<Gender>,
    named: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Feminine,
    Masculine,
}

/// Everybody in the article, and who each quote's speaker is.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    pub(crate) identities: Vec<Identity>,
    /// For each quote, the index of its speaker.
    pub(crate) of_quote: Vec<Option<usize>>,
}

/// Finds the speaker of each quote.
pub(crate) fn speakers(article: &Article<'_>, quotes: &[Attributed]) -> Speakers {
    let mut cast = Cast::new(article);
    cast.enter_full_names();
    cast.enter_short_names();
    cast.collect_titles();
    cast.resolve(quotes)
}

struct Cast<'a> {
    article: &'a Article<'a>,
    identities: Vec<Identity>,
    /// Whom each mention means.
    of_mention: Vec<Option<usize>>,
    by_last_word: HashMap<String, Vec<usize>>,
    by_description: HashMap<String, usize>,
    sentence_of: Vec<u32>,
}

impl<'a> Cast<'a> {
    fn new(article: &'a Article<'a>) -> Self {
        let sentence_of = article
            .mentions
            .iter()
            .map(|mention| {
                article.sentences.partition_point(|sentence| sentence.tokens.end <= mention.tokens.start) as u32
            })
            .collect();
        Self {
            article,
            identities: Vec::new(),
            of_mention: vec![None; article.mentions.len()],
            by_last_word: HashMap::new(),
            by_description: HashMap::new(),
            sentence_of,
        }
    }

    fn token(&self, at: usize) -> &'a Token {
        &self.article.tokens[at]
    }

    fn word(&self, at: usize) -> &'a str {
        self.token(at).span.of(self.article.text)
    }

    fn same_word(&self, one: usize, other: usize) -> bool {
        self.word(one).eq_ignore_ascii_case(self.word(other))
            || self.word(one).to_lowercase() == self.word(other).to_lowercase()
    }

    /// The last word of a name that tells its bearer: no suffix.
    fn last_word(&self, core: &Range<usize>) -> usize {
        core.clone().rev().find(|&at| !self.token(at).is(Class::SUFFIX)).unwrap_or(core.start)
    }

    fn key(&self, core: &Range<usize>) -> String {
        self.word(self.last_word(core)).to_lowercase()
    }

    fn names(&self) -> impl Iterator<Item = (usize, &'a Name)> + use<'a> {
        let mentions: &'a [Mention] = self.article.mentions;
        mentions.iter().enumerate().filter_map(|(index, mention)| Some((index, mention.name()?)))
    }

    fn enter_full_names(&mut self) {
        for (index, name) in self.names() {
            if name.core.len() < 2 {
                continue;
            }
            let key = self.key(&name.core);
            let known =
                self.by_last_word.get(&key).into_iter().flatten().copied().find(|&id| self.same_bearer(id, name));
            let id = known.unwrap_or_else(|| self.enter(name, key));
            self.identities[id].gender = self.identities[id].gender.or(self.gender_of(name));
            if name.core.len() > self.identities[id].name.len() {
                self.identities[id].name = name.core.clone();
            }
            self.of_mention[index] = Some(id);
        }
    }

    /// Whether a name of several words may be another form of the identity's name.
    fn same_bearer(&self, id: usize, name: &Name) -> bool {
        let known = &self.identities[id].name;
        let (one, other) = (self.word(known.start), self.word(name.core.start));
        let initial = |word: &str| word.trim_end_matches('.').chars().count() == 1;
        let abbreviated = (initial(one) || initial(other)) && one.chars().next() == other.chars().next();
        self.same_word(known.start, name.core.start) || abbreviated
    }

    fn enter(&mut self, name: &Name, key: String) -> usize {
        let id = self.identities.len();
        let kind = match name.kind {
            NameKind::Organization => SpeakerKind::Organization,
            _ => SpeakerKind::Person,
        };
        self.identities.push(Identity {
            kind,
            name: name.core.clone(),
            title: None,
            gender: self.gender_of(name),
            named: true,
        });
        self.by_last_word.entry(key).or_default().push(id);
        id
    }

    fn enter_short_names(&mut self) {
        let mut last: HashMap<String, usize> = HashMap::new();
        for (index, name) in self.names() {
            let key = self.key(&name.core);
            if let Some(id) = self.of_mention[index] {
                last.insert(key, id);
                continue;
            }
            let known = self.by_last_word.get(&key).map(Vec::as_slice).unwrap_or_default();
            let id = match known {
                [] => self.by_first_word(name).unwrap_or_else(|| self.enter(name, key.clone())),
                [only] => *only,
                several => last.get(&key).copied().filter(|id| several.contains(id)).unwrap_or(several[0]),
            };
            self.identities[id].gender = self.identities[id].gender.or(self.gender_of(name));
            last.insert(key, id);
            self.of_mention[index] = Some(id);
        }
    }

    /// Whoever alone bears this given name, or the organisation with this acronym.
    fn by_first_word(&self, name: &Name) -> Option<usize> {
        let at = name.core.start;
        let given = self.token(at).is(Class::FEMALE | Class::MALE);
        let mut bearers = (0..self.identities.len()).filter(|&id| {
            let identity = &self.identities[id];
            let first = given && identity.name.len() > 1 && self.same_word(identity.name.start, at);
            first || self.is_acronym(at, &identity.name)
        });
        let bearer = bearers.next()?;
        bearers.next().is_none().then_some(bearer)
    }

    fn is_acronym(&self, at: usize, name: &Range<usize>) -> bool {
        if self.token(at).case != Case::Upper || name.len() < 2 {
            return false;
        }
        let letters = self.word(at).chars().filter(|ch| ch.is_alphabetic());
        let initials =
            name.clone().filter(|&at| self.token(at).capital()).filter_map(|at| self.word(at).chars().next());
        letters.eq(initials)
    }

    fn gender_of(&self, name: &Name) -> Option<Gender> {
        let marked = name
            .tokens
            .clone()
            .filter(|at| !name.core.contains(at))
            .find_map(|at| gender(self.token(at), Class::FEMININE, Class::MASCULINE));
        marked.or_else(|| {
            (name.core.len() > 1).then(|| gender(self.token(name.core.start), Class::FEMALE, Class::MALE)).flatten()
        })
    }

    /// The fullest title of each person: before the name, or in an apposition on either side of it.
    fn collect_titles(&mut self) {
        for (index, name) in self.names() {
            let Some(id) = self.of_mention[index] else { continue };
            let candidates = [name.title.clone(), self.title_after(index), self.title_before(index)];
            for title in candidates.into_iter().flatten() {
                let fuller = self.identities[id].title.as_ref().is_none_or(|known| title.len() > known.len());
                if fuller {
                    self.identities[id].kind = SpeakerKind::Person;
                    let marked = title.clone().find_map(|at| gender(self.token(at), Class::FEMININE, Class::MASCULINE));
                    self.identities[id].gender = self.identities[id].gender.or(marked);
                    self.identities[id].title = Some(title);
                }
            }
        }
    }

    /// `Ann Lee, the mayor of Leeds,` and `Ann Lee, 44, a nurse,`
    fn title_after(&self, index: usize) -> Option<Range<usize>> {
        let mut at = self.article.mentions[index].tokens.end;
        if !self.is_comma(at) {
            return None;
        }
        at += 1;
        if self.token_is_age(at) && self.is_comma(at + 1) {
            at += 2;
        }
        let next = self.article.mentions.get(index + 1..)?.iter().find(|mention| mention.tokens.start >= at)?;
        let closed = self
            .article
            .tokens
            .get(next.tokens.end)
            .is_none_or(|token| !token.wordlike() || token.word.cue().is_some() || token.is(Class::RELATIVE));
        (next.tokens.start == at && closed).then(|| self.role(next)).flatten()
    }

    fn token_is_age(&self, at: usize) -> bool {
        self.article.tokens.get(at).is_some_and(|token| token.kind == crate::token::Kind::Number)
    }

    /// `the governor of Luhansk, Serhiy Haidai,`
    fn title_before(&self, index: usize) -> Option<Range<usize>> {
        let mention = &self.article.mentions[index];
        let before = self.article.mentions.get(index.checked_sub(1)?)?;
        let adjacent = before.tokens.end + 1 == mention.tokens.start && self.is_comma(before.tokens.end);
        let closed = self
            .article
            .tokens
            .get(mention.tokens.end)
            .is_none_or(|token| !token.wordlike() || token.word.cue().is_some());
        (adjacent && closed).then(|| self.role(before)).flatten()
    }

    fn is_comma(&self, at: usize) -> bool {
        self.article.tokens.get(at).is_some_and(|token| token.sign(b','))
    }

    /// The words of a noun phrase that names one person's role, without its determiner.
    fn role(&self, mention: &Mention) -> Option<Range<usize>> {
        let one = mention.kind == MentionKind::Nominal
            && mention.head_is(self.article.tokens, Class::ROLE)
            && !mention.head_is(self.article.tokens, Class::PLURAL);
        one.then(|| self.without_determiner(&mention.tokens))
    }

    fn without_determiner(&self, tokens: &Range<usize>) -> Range<usize> {
        let determiner = self.token(tokens.start).is(Class::DETERMINER | Class::POSSESSIVE);
        if determiner && tokens.len() > 1 { tokens.start + 1..tokens.end } else { tokens.clone() }
    }

    fn resolve(mut self, quotes: &[Attributed]) -> Speakers {
        let mut of_quote: Vec<Option<usize>> = Vec::with_capacity(quotes.len());
        for (index, quote) in quotes.iter().enumerate() {
            let earlier = (quotes[..index].iter().zip(&of_quote)).rev().take(12);
            let recent: Vec<(usize, usize)> =
                earlier.filter_map(|(quote, id)| Some((quote.sentence, (*id)?))).collect();
            let who = quote.who.clone().and_then(|who| self.resolve_mentions(who, quote, &recent));
            of_quote.push(who);
        }
        Speakers { identities: self.identities, of_quote }
    }

    fn resolve_mentions(&mut self, who: Range<usize>, quote: &Attributed, recent: &[(usize, usize)]) -> Option<usize> {
        if who.len() > 1 {
            let tokens = self.article.mentions[who.start].tokens.start..self.article.mentions[who.end - 1].tokens.end;
            return Some(self.described(tokens, SpeakerKind::Group));
        }
        if let Some(id) = self.of_mention[who.start] {
            return Some(id);
        }
        let mention = &self.article.mentions[who.start];
        let id = match mention.kind {
            MentionKind::Pronoun | MentionKind::ObjectPronoun => self.pronoun(who.start, quote, recent),
            MentionKind::Nominal | MentionKind::Other => Some(self.nominal(who.start)),
            MentionKind::Name(_) => None,
        };
        self.of_mention[who.start] = id;
        id
    }

    fn described(&mut self, tokens: Range<usize>, kind: SpeakerKind) -> usize {
        let name = self.without_determiner(&tokens);
        let text = self.article.text;
        let span = crate::span::Span::new(self.token(name.start).span.start, self.token(name.end - 1).span.end);
        let key = span.of(text).to_lowercase();
        if let Some(&id) = self.by_description.get(&key) {
            return id;
        }
        let id = self.identities.len();
        self.identities.push(Identity { kind, name, title: None, gender: None, named: false });
        self.by_description.insert(key, id);
        id
    }

    /// `the institute`, `the UN chief`, `his spokesman`; or, where nobody is found, the description itself.
    fn nominal(&mut self, index: usize) -> usize {
        let mention = &self.article.mentions[index];
        let head = self.token(mention.head);
        let kind = if head.is(Class::PLURAL | Class::GROUP) {
            SpeakerKind::Group
        } else if head.is(Class::ROLE | Class::HUMAN) {
            SpeakerKind::Unnamed
        } else {
            SpeakerKind::Organization
        };
        let definite = self.is_definite(mention);
        let known = (definite && kind != SpeakerKind::Group).then(|| self.bearer_of_noun(index, kind)).flatten();
        known.unwrap_or_else(|| self.described(mention.tokens.clone(), kind))
    }

    fn is_definite(&self, mention: &Mention) -> bool {
        let first = mention.tokens.start;
        let word = self.word(first);
        !matches!(word, "a" | "an" | "A" | "An" | "one" | "One" | "another" | "Another" | "some" | "Some")
            && self.token(first).is(Class::DETERMINER | Class::POSSESSIVE)
    }

    /// The nearest identity before the mention whose title or name has the noun, else the nearest after it.
    fn bearer_of_noun(&self, index: usize, kind: SpeakerKind) -> Option<usize> {
        let head = self.article.mentions[index].head;
        let has = |id: usize| {
            let identity = &self.identities[id];
            let words = match kind {
                SpeakerKind::Unnamed => identity.title.clone(),
                _ => (identity.kind == SpeakerKind::Organization && identity.named).then(|| identity.name.clone()),
            };
            words.is_some_and(|mut words| words.any(|at| self.same_word(at, head)))
        };
        let before = self.of_mention[..index].iter().rev().flatten().copied().find(|id| has(*id));
        let after = || self.of_mention[index..].iter().flatten().copied().find(|id| has(*id));
        before
            .or_else(after)
            .or_else(|| (kind == SpeakerKind::Organization).then(|| self.last_organisation(index)).flatten())
    }

    fn last_organisation(&self, index: usize) -> Option<usize> {
        let near = self.of_mention[..index].iter().rev().take(30).flatten();
        near.copied().find(|&id| self.identities[id].kind == SpeakerKind::Organization)
    }

    /// The nearest identity that agrees: in the sentence, then the subjects and speakers of the sentences before.
    fn pronoun(&self, index: usize, quote: &Attributed, recent: &[(usize, usize)]) -> Option<usize> {
        let token = self.token(self.article.mentions[index].head);
        let sentence = self.sentence_of[index] as usize;
        let agrees = |id: usize| self.agrees(token, id) && !self.named_inside(quote, id);
        let first_of = |number: usize| {
            let first = self.sentence_of.partition_point(|&at| (at as usize) < number);
            let here = first..self.sentence_of.partition_point(|&at| at as usize <= number);
            here.take_while(|&mention| mention < index)
                .filter(|&mention| !self.is_quoted(mention))
                .find_map(|mention| self.of_mention[mention].filter(|&id| agrees(id)))
        };
        for number in (sentence.saturating_sub(8)..=sentence).rev() {
            let speaker = recent.iter().find(|(at, id)| *at == number && agrees(*id)).map(|(_, id)| *id);
            if let Some(id) = speaker.or_else(|| first_of(number)) {
                return Some(id);
            }
        }
        recent.iter().map(|(_, id)| *id).find(|&id| agrees(id))
    }

    fn agrees(&self, pronoun: &Token, id: usize) -> bool {
        let identity = &self.identities[id];
        let person = matches!(identity.kind, SpeakerKind::Person | SpeakerKind::Unnamed);
        let gender = gender(pronoun, Class::FEMININE, Class::MASCULINE);
        match gender {
            Some(gender) => person && identity.gender.is_none_or(|known| known == gender),
            None if pronoun.is(Class::PLURAL) => {
                matches!(identity.kind, SpeakerKind::Group | SpeakerKind::Organization)
            }
            None => self.word_is_it(pronoun) && identity.kind == SpeakerKind::Organization,
        }
    }

    fn word_is_it(&self, token: &Token) -> bool {
        token.span.of(self.article.text).eq_ignore_ascii_case("it")
    }

    fn is_quoted(&self, mention: usize) -> bool {
        let start = self.article.mentions[mention].tokens.start;
        let after = self.article.passages.partition_point(|passage| passage.tokens.end <= start);
        self.article.passages.get(after).is_some_and(|passage| passage.tokens.contains(&start))
    }

    /// Whether the quote's own words name the person: nobody speaks of themselves by name.
    fn named_inside(&self, quote: &Attributed, id: usize) -> bool {
        quote.content.iter().any(|piece| {
            let tokens = match piece {
                Piece::Passage(passage) => self.article.passages[*passage].tokens.clone(),
                Piece::Clause(tokens) => tokens.clone(),
            };
            let first = self.article.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
            let inside =
                self.article.mentions[first..].iter().take_while(|mention| mention.tokens.start < tokens.end).count();
            self.of_mention[first..first + inside].contains(&Some(id))
        })
    }
}

fn gender(token: &Token, feminine: Class, masculine: Class) -> Option<Gender> {
    match (token.is(feminine), token.is(masculine)) {
        (true, false) => Some(Gender::Feminine),
        (false, true) => Some(Gender::Masculine),
        _ => None,
    }
}
