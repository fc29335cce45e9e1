//! The cast: which names are the same person or organisation.

use std::ops::Range;

use super::namesakes::Latest;
use super::spelling::{Initials, Key, alike, folded, is_same, letters_of};
use super::{Gender, Identity};
use crate::attribution::Article;
use crate::entity::Entities;
use crate::extraction::{EntityKind, SpeakerKind};
use crate::hash::{HashMap, Quick};
use crate::lexicon::Class;
use crate::mention::{InnerName, Mention, Name, NameKind};
use crate::span::Span;
use crate::token::{Case, Token};

/// Everybody named so far.
pub(super) struct Cast<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) entities: &'a Entities<'a, 'a>,
    pub(super) identities: Vec<Identity>,
    /// Whom each mention means.
    pub(super) of_mention: Vec<Option<usize>>,
    /// Whom each name inside a longer mention means.
    pub(super) of_inner_name: Vec<Option<usize>>,
    /// The sentence of each mention.
    pub(super) sentence_of: Vec<usize>,
    pub(super) by_last_word: HashMap<Key, Bearers>,
    /// By each word of a name but the last.
    by_other_word: HashMap<Key, Bearers>,
    /// Of the last words of the first names.
    initials: Initials,
    pub(super) by_acronym: HashMap<Key, usize>,
    by_description: HashMap<String, usize>,
}

/// Who bears a name: mostly one, who needs no list.
#[derive(Debug)]
pub(super) struct Bearers {
    first: usize,
    others: Vec<usize>,
}

impl Bearers {
    pub(super) fn all(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// The bearer where there is but one.
    fn only(&self) -> Option<usize> {
        self.others.is_empty().then_some(self.first)
    }

    /// Adds somebody to the bearers of a name.
    fn add(of: &mut HashMap<Key, Bearers>, name: Key, id: usize) {
        of.entry(name).and_modify(|known| known.others.push(id)).or_insert(Bearers { first: id, others: Vec::new() });
    }
}

impl<'a> Cast<'a> {
    pub(super) fn new(article: &'a Article<'a>, entities: &'a Entities<'a, 'a>) -> Self {
        // Room for as many people as there may be; most names stand more than once.
        let people = article.mentions.iter().filter(|mention| mention.name().is_some()).count() / 3;
        Self {
            article,
            entities,
            identities: Vec::with_capacity(people),
            of_mention: vec![None; article.mentions.len()],
            of_inner_name: vec![None; article.inner_names.len()],
            sentence_of: article.sentences_of_mentions(),
            initials: Initials::default(),
            by_last_word: HashMap::with_capacity_and_hasher(people, Quick::default()),
            by_other_word: HashMap::with_capacity_and_hasher(people, Quick::default()),
            by_acronym: HashMap::with_capacity_and_hasher(people, Quick::default()),
            by_description: HashMap::default(),
        }
    }

    pub(super) fn token(&self, at: usize) -> &'a Token {
        &self.article.tokens[at]
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.token(at).span().of(self.article.text)
    }

    pub(super) fn same_word(&self, one: usize, other: usize) -> bool {
        is_same(self.word(one), self.word(other))
    }

    /// All mentions that are names.
    pub(super) fn names(&self) -> impl Iterator<Item = (usize, &'a Name)> + use<'a> {
        let mentions: &'a [Mention] = self.article.mentions;
        mentions.iter().enumerate().filter_map(|(index, mention)| Some((index, mention.name()?)))
    }

    /// Enters every name of several words.
    pub(super) fn enter_full_names(&mut self) {
        for (index, name) in self.names() {
            if self.is_short(name) {
                continue;
            }
            let key = Key::of(self.last_word(name));
            let namesakes = [&self.by_last_word, &self.by_other_word].map(|words| words.get(&key));
            let namesakes = namesakes.into_iter().flatten().flat_map(|known| known.all().take(NEAR_NAMESAKES));
            let known = namesakes.into_iter().find(|&id| self.is_same_bearer(id, name));
            let id = known.unwrap_or_else(|| self.enter(name, key));
            self.lengthen(id, name);
            self.learn(index, id, name);
        }
        for (index, inner) in self.article.inner_names.iter().enumerate() {
            if !self.is_short(&inner.name) {
                let key = Key::of(self.last_word(&inner.name));
                let known = self.by_last_word.get(&key).into_iter().flat_map(|known| known.all().take(NEAR_NAMESAKES));
                let known = known.into_iter().find(|&id| self.is_same_bearer(id, &inner.name));
                let id = known.unwrap_or_else(|| self.enter(&inner.name, key));
                self.lengthen(id, &inner.name);
                self.identities[id].gender = self.identities[id].gender.or(self.gender_of(&inner.name));
                self.of_inner_name[index] = Some(id);
            }
        }
    }

    /// Notes a fuller form of the name: `Court of Appeals for the Sixth Circuit` of `the Sixth Circuit`.
    fn lengthen(&mut self, id: usize, name: &Name) {
        let last = self.word(name.core.end - 1);
        let known = self.identities[id].name.clone();
        if self.has_other_words_before(&known, &name.core) {
            self.identities[id].name = name.core.clone();
        } else if name.core.len() > known.len() && !self.has_other_words_before(&name.core, &known) {
            let identity = &mut self.identities[id];
            identity.name = name.core.clone();
            self.initials.add(last, id);
            if name.kind == NameKind::Organization && !identity.certain {
                (identity.kind, identity.certain) = (SpeakerKind::Organization, true);
            }
        }
    }

    /// Whether a longer form begins with words that are nobody's, as in a headline, where the shorter one begins with a given name:
    /// `Unhappy Campaign Of Ann Lee` of `Ann Lee`.
    fn has_other_words_before(&self, long: &Range<usize>, short: &Range<usize>) -> bool {
        let own = Class::FEMALE | Class::MALE | Class::FAMILY | Class::DETERMINER;
        let other = |at: usize| self.token(at).is(Class::COMMON) && !self.token(at).is(own);
        let given = self.token(short.start).is(Class::FEMALE | Class::MALE);
        given && long.len() > short.len() && (long.start..long.end - short.len()).any(other)
    }

    /// Whether the name is a surname, a given name or an acronym alone; `De Blasio` is one too.
    fn is_short(&self, name: &Name) -> bool {
        let words = name.core.clone().filter(|&at| !self.token(at).is(Class::PARTICLE | Class::SUFFIX)).count();
        words < 2
    }

    /// The last word of a name that tells its bearer.
    fn last_word(&self, name: &Name) -> &'a str {
        let last = name.core.clone().rev().find(|&at| !self.token(at).is(Class::SUFFIX));
        self.word(last.unwrap_or(name.core.start))
    }

    /// Whether a name of several words may be another form of the identity's name: the given names agree.
    fn is_same_bearer(&self, id: usize, name: &Name) -> bool {
        let known = &self.identities[id].name;
        let (short, long) = if known.len() < name.core.len() { (known, &name.core) } else { (&name.core, known) };
        let part =
            |mut whole: Range<usize>| short.clone().all(|at| whole.next().is_some_and(|own| self.same_word(own, at)));
        let surname = |at: usize| self.token(at).is(Class::FAMILY) && !self.token(at).is(Class::COMMON);
        let given_first = self.token(long.start).is(Class::FEMALE | Class::MALE);
        let longer_surname = given_first && (long.start + short.len()..long.end).all(surname);
        // `Harlow Vale` of `Harlow Vale Dairies`
        let of_firm = |at: usize| {
            let personal = Class::FEMALE | Class::MALE | Class::FAMILY | Class::SUFFIX;
            self.token(at).is(Class::COMMON | Class::ORGANIZATION_WORD) && !self.token(at).is(personal)
        };
        let firm = known.len() > name.core.len()
            && name.kind == NameKind::Unknown
            && (long.start + short.len()..long.end).all(of_firm);
        // `López García`, `María López` of `María López García`
        if part(long.end - short.len()..long.end) || (longer_surname || firm) && part(long.clone()) {
            return true;
        }
        // `Department for Culture and Sport` is not `Department for Health and Sport`.
        let body = name.kind == NameKind::Organization;
        if body || !folded(self.word(known.end - 1)).eq(folded(self.word(name.core.end - 1))) {
            return false;
        }
        if self.same_word(known.start, name.core.start) || self.is_rank(name) {
            return true;
        }
        let (one, other) = (self.word(known.start), self.word(name.core.start));
        let initial = |word: &str| word.trim_end_matches('.').chars().count() == 1;
        (initial(one) || initial(other)) && one.chars().next() == other.chars().next()
    }

    /// Whether a rank in capitals stands before the surname: `DCI Holt`, and no initials as in `TJ Holt`.
    fn is_rank(&self, name: &Name) -> bool {
        let first = self.token(name.core.start);
        let rank = first.case == Case::Upper && self.word(name.core.start).len() >= LEAST_RANK;
        rank && name.core.len() == 2 && !first.is(Class::FEMALE | Class::MALE | Class::FAMILY)
    }

    pub(super) fn enter(&mut self, name: &Name, key: Key) -> usize {
        let id = self.identities.len();
        let entity = self.entity(name);
        let kind = self.kind(name, entity);
        let certain = name.kind != NameKind::Unknown || entity.is_some();
        let gender = entity.and_then(|at| self.entities.facts[at].sex).map(Gender::from);
        let place = self.is_place(name, entity);
        let article = kind == SpeakerKind::Organization && name.title.is_none() && self.has_own_article(name);
        let name_tokens = if article { name.core.start - 1..name.core.end } else { self.with_bracket(name) };
        self.identities.push(Identity {
            kind,
            entity,
            certain,
            gender,
            place,
            name: name_tokens,
            ..Identity::nobody()
        });
        Bearers::add(&mut self.by_last_word, key, id);
        self.initials.add(self.word(name.core.end - 1), id);
        if !self.is_short(name) {
            for at in name.core.start..name.core.end - 1 {
                let word = Key::of(self.word(at));
                Bearers::add(&mut self.by_other_word, word, id);
            }
            self.by_acronym.entry(self.acronym(name)).or_insert(id);
        }
        id
    }

    /// The gazetteer's entry for the whole name.
    fn entity(&self, name: &Name) -> Option<usize> {
        let span = Span::new(self.token(name.core.start).span().start, self.token(name.core.end - 1).span().end);
        let at = self.entities.mentions.partition_point(|entity| entity.mention.span.end < span.end);
        self.entities
            .mentions
            .get(at)
            .filter(|entity| entity.mention.span.end == span.end && entity.mention.span.start <= span.start)
            .map(|_| at)
    }

    fn is_place(&self, name: &Name, entity: Option<usize>) -> bool {
        let known = entity.map(|at| self.entities.mentions[at].entity.kind);
        name.kind == NameKind::Place || name.kind != NameKind::Person && known == Some(EntityKind::Place)
    }

    /// A surname with the given name that an editor put before it: `(Frank) Vogel`.
    fn with_bracket(&self, name: &Name) -> Range<usize> {
        let bracket = name.core.start.checked_sub(3).filter(|&open| {
            let inside = self.token(open + 1);
            name.core.len() == 1
                && self.token(open).sign(b'(')
                && inside.is(Class::FEMALE | Class::MALE)
                && inside.capital()
                && self.token(open + 2).sign(b')')
        });
        bracket.unwrap_or(name.core.start)..name.core.end
    }

    fn kind(&self, name: &Name, entity: Option<usize>) -> SpeakerKind {
        let entity = entity.map(|at| self.entities.mentions[at].entity.kind);
        match (name.kind, entity) {
            (NameKind::Person, _) | (_, Some(EntityKind::Person)) => SpeakerKind::Person,
            (NameKind::Organization | NameKind::Place, _) | (_, Some(EntityKind::Place | EntityKind::Organization)) => {
                SpeakerKind::Organization
            }
            (NameKind::Unknown, None) if self.is_no_persons_name(name) || self.has_article(name) => {
                SpeakerKind::Organization
            }
            (NameKind::Unknown, None) => SpeakerKind::Person,
        }
    }

    /// `the World Grain Programme`: people bear no article.
    fn has_article(&self, name: &Name) -> bool {
        let article = |at: usize| self.token(at).is(Class::DEFINITE) && self.token(at).is(Class::DETERMINER);
        name.core.len() > 1 && name.title.is_none() && name.tokens.start.checked_sub(1).is_some_and(article)
    }

    /// Whether no word of a longer name is known as anybody's name and the last is a common word: `Orlo Steel`.
    fn is_no_persons_name(&self, name: &Name) -> bool {
        let personal = Class::FEMALE | Class::MALE | Class::FAMILY;
        let known = name.core.clone().any(|at| self.token(at).is(personal));
        name.core.len() > 1 && self.token(name.core.end - 1).is(Class::COMMON) && !known
    }

    fn learn(&mut self, index: usize, id: usize, name: &Name) {
        let (gender, kin) = (self.gender_of(name), self.relation(name).is_some());
        // `Melanie`, of whom no surname is told, and not `Kelly`
        let alone =
            self.identities[id].name.len() == 1 && !self.token(name.core.start).is(Class::FAMILY | Class::COMMON);
        let given = || Gender::of(self.token(name.core.start), Class::FEMALE, Class::MALE).filter(|_| alone);
        let gender = gender.or_else(given);
        let identity = &mut self.identities[id];
        identity.kin |= kin;
        identity.gender = identity.gender.or(gender);
        if name.kind == NameKind::Person {
            (identity.kind, identity.certain) = (SpeakerKind::Person, true);
        }
        identity.certain |= identity.gender.is_some();
        self.of_mention[index] = Some(id);
    }

    /// From the title or honorific before the name, else from the given name.
    fn gender_of(&self, name: &Name) -> Option<Gender> {
        let before = name.tokens.start..name.core.start;
        let marked = before.rev().find_map(|at| Gender::marked(self.token(at))).or_else(|| self.relation(name));
        let given = || Gender::of(self.token(name.core.start), Class::FEMALE, Class::MALE);
        marked.or_else(|| (name.core.len() > 1).then(given).flatten())
    }

    /// What `Her husband, Tom Lee,` tells.
    fn relation(&self, name: &Name) -> Option<Gender> {
        let comma = name.tokens.start.checked_sub(1).filter(|&at| self.token(at).sign(b','))?;
        let before = self.article.mentions.partition_point(|mention| mention.tokens.end < comma);
        let before = self.article.mentions.get(before).filter(|mention| mention.tokens.end == comma)?;
        Some(self.token(before.head)).filter(|head| head.is(Class::KIN)).and_then(Gender::marked)
    }

    /// Gives every name of one word to whom it is short for.
    pub(super) fn enter_short_names(&mut self) {
        let mut latest = Latest::with_capacity(self.identities.capacity());
        let mut inner = 0;
        for (index, name) in self.names() {
            inner = self.note_inner(inner, name.tokens.start, &mut latest);
            let key = Key::of(self.last_word(name));
            let id = match self.of_mention[index] {
                Some(id) => id,
                None if self.is_ambiguous(name, key, &latest) => continue,
                None if self.is_family(name, key) => self.enter_family(name, key),
                None => {
                    let known = self.bearer(name, key, &latest).or_else(|| self.relative(name, key));
                    let known = known.or_else(|| self.holder(name)).or_else(|| self.spelled_in_title(name));
                    known.unwrap_or_else(|| self.enter(name, key))
                }
            };
            if name.tokens.start > 0 && self.token(name.tokens.start - 1).sign(b'(') {
                self.alias(key, id);
            }
            latest.note(key, id, self.is_short(name), self.sentence_of[index]);
            self.learn(index, id, name);
        }
        for (index, inner) in self.article.inner_names.iter().enumerate() {
            if self.of_inner_name[index].is_none() {
                let key = Key::of(self.last_word(&inner.name));
                self.of_inner_name[index] = match self.bearer(&inner.name, key, &latest) {
                    None if self.is_authors(inner) => Some(self.enter_publisher(&inner.name, key)),
                    known => known,
                };
            }
        }
    }

    /// Notes the names inside phrases up to the token, from one of them on; returns the next.
    fn note_inner(&self, from: usize, token: usize, latest: &mut Latest) -> usize {
        let before = self.article.inner_names[from..].iter().take_while(|inner| inner.name.tokens.start < token);
        let mut next = from;
        for inner in before {
            if let Some(id) = self.of_inner_name[next] {
                latest.note(Key::of(self.last_word(&inner.name)), id, false, self.sentence_of[inner.mention]);
            }
            next += 1;
        }
        next
    }

    fn enter_publisher(&mut self, name: &Name, key: Key) -> usize {
        let id = self.enter(name, key);
        let identity = &mut self.identities[id];
        if !identity.certain {
            (identity.kind, identity.certain) = (SpeakerKind::Organization, true);
        }
        id
    }

    /// `Mr Lee` of whom only the given name was told, as `Ann Lee’s son, Tom`.
    fn relative(&self, name: &Name, key: Key) -> Option<usize> {
        let gender =
            self.gender_of(name).filter(|_| name.honorific.is_some() && self.by_last_word.contains_key(&key))?;
        let near = self.identities.iter().take(NEAR_SPELLINGS).enumerate();
        let mut fitting = near.filter(|(_, known)| known.kin && known.name.len() == 1 && known.gender == Some(gender));
        let (relative, _) = fitting.next()?;
        fitting.next().is_none().then_some(relative)
    }

    /// Whose title the word is that is somebody's name elsewhere: `Mayor: no homes will go`.
    fn holder(&self, name: &Name) -> Option<usize> {
        let office = name.core.start;
        if name.tokens.len() > 1 || !self.token(office).is(Class::ROLE) {
            return None;
        }
        let mut titled = self.names().take(NEAR_SPELLINGS).filter(|(_, other)| other.core.len() > 1);
        let ends = |other: &Name| other.title.as_ref().is_some_and(|title| self.same_word(title.end - 1, office));
        let (bearer, _) = titled.find(|(_, other)| ends(other))?;
        self.of_mention[bearer]
    }

    /// Whether the name stands before a text: `a Lancet survey`.
    fn is_authors(&self, inner: &InnerName) -> bool {
        let mention = &self.article.mentions[inner.mention];
        let text = mention.head_is(self.article.tokens, Class::DOCUMENT) && inner.name.core.end <= mention.head;
        text && inner.name.core.len() == 1
            && !self.token(inner.name.core.start).is(Class::COMMON | Class::TIME | Class::MONTH)
    }

    /// `(NiMet)` behind a name stands for it from now on.
    fn alias(&mut self, key: Key, id: usize) {
        self.by_last_word.entry(key).or_insert(Bearers { first: id, others: Vec::new() });
    }

    /// Whether the surname alone may mean either of two who were just named: nobody is guessed.
    fn is_ambiguous(&self, name: &Name, key: Key, latest: &Latest) -> bool {
        let Some(several) = self.by_last_word.get(&key).filter(|known| known.only().is_none()) else { return false };
        self.bearer_among(name, several).is_none() && latest.is_undecided(key)
    }

    fn bearer(&self, name: &Name, key: Key, latest: &Latest) -> Option<usize> {
        let Some(known) = self.by_last_word.get(&key) else {
            return self
                .bearer_of_acronym(name)
                .or_else(|| self.bearer_of_given_name(name, key))
                .or_else(|| self.bearer_by_surname_first(name, key))
                .or_else(|| self.bearer_of_variant(name));
        };
        if let Some(only) = known.only() {
            return Some(only).filter(|&id| self.may_bear(name, id));
        }
        let first = || Some(known.first).filter(|_| !latest.knows(key));
        self.bearer_among(name, known).or_else(|| latest.bearer(key)).or_else(first)
    }

    /// Whether the honorific before the surname does not speak of somebody else: `Mrs. Lee` is not Tom Lee.
    fn may_bear(&self, name: &Name, id: usize) -> bool {
        let marked =
            || self.gender_of(name).is_none_or(|gender| self.identities[id].gender.is_none_or(|known| known == gender));
        name.core.len() > 1 || marked()
    }

    /// Of several people with one surname, the one whose gender the honorific tells.
    fn bearer_among(&self, name: &Name, several: &Bearers) -> Option<usize> {
        let gender = self.gender_of(name)?;
        let mut agreeing = several.all().take(NEAR_NAMESAKES).filter(|&id| self.identities[id].gender == Some(gender));
        let bearer = agreeing.next()?;
        agreeing.next().is_none().then_some(bearer)
    }

    /// Whoever alone bears this given name, or this first of two surnames.
    fn bearer_of_given_name(&self, name: &Name, key: Key) -> Option<usize> {
        let at = name.core.start;
        if name.core.len() > 1 || name.kind == NameKind::Organization || self.token(at).is(Class::DEMONYM) {
            return None;
        }
        self.by_other_word.get(&key)?.only()
    }

    /// Of several whose surname comes first, who was named last: `Kim`.
    fn bearer_by_surname_first(&self, name: &Name, key: Key) -> Option<usize> {
        let at = name.core.start;
        if name.core.len() > 1 || !self.token(at).is(Class::FAMILY) {
            return None;
        }
        let known = self.by_other_word.get(&key)?;
        let before = self.article.mentions.partition_point(|mention| mention.tokens.end <= at);
        let near = self.of_mention[before.saturating_sub(NEAR_SPELLINGS)..before].iter().rev().flatten().copied();
        let first = |id: &usize| self.same_word(self.identities[*id].name.start, at);
        near.into_iter().find(|id| known.all().take(NEAR_NAMESAKES).any(|known| known == *id) && first(id))
    }

    /// Whoever alone bears a surname that is spelled much alike.
    fn bearer_of_variant(&self, name: &Name) -> Option<usize> {
        let surname = self.last_word(name);
        if name.kind == NameKind::Organization || letters_of(surname) < 5 {
            return None;
        }
        let person = |known: &Identity| known.kind == SpeakerKind::Person && known.name.len() > 1;
        let people = self.initials.of(surname).filter(|&id| person(&self.identities[id]));
        let mut alike = people.filter(|&id| alike(self.word(self.identities[id].name.end - 1), surname));
        let bearer = alike.next()?;
        alike.next().is_none().then_some(bearer)
    }

    /// The identity that only this description names.
    pub(super) fn described(&mut self, tokens: &Range<usize>, kind: SpeakerKind) -> usize {
        let name = self.without_determiner(tokens);
        let span = Span::new(self.token(name.start).span().start, self.token(name.end - 1).span().end);
        let key = span.of(self.article.text).to_lowercase();
        if let Some(&id) = self.by_description.get(&key) {
            // Small letters are no sentence's first.
            if self.token(self.identities[id].name.start).capital() && !self.token(name.start).capital() {
                self.identities[id].name = name;
            }
            return id;
        }
        let id = self.identities.len();
        let gender = name.clone().find_map(|at| Gender::marked(self.token(at)));
        self.identities.push(Identity { kind, name, gender, named: false, ..Identity::nobody() });
        self.by_description.insert(key, id);
        id
    }

    pub(super) fn without_determiner(&self, tokens: &Range<usize>) -> Range<usize> {
        let first = self.token(tokens.start);
        if self.word(tokens.start).eq_ignore_ascii_case("both") && tokens.len() > 1 {
            return tokens.start + 1..tokens.end;
        }
        // Not of `one of them`.
        let determiner = first.is(Class::ARTICLE | Class::POSSESSIVE)
            && tokens.len() > 1
            && !self.token(tokens.start + 1).is(Class::OF);
        if determiner { tokens.start + 1..tokens.end } else { tokens.clone() }
    }
}

/// How many identities are compared for a spelling variant; what an article of thousands of names has more is passed
/// over, so that the time stays linear.
pub(super) const NEAR_SPELLINGS: usize = 128;

/// The fewest letters of a rank in capitals.
const LEAST_RANK: usize = 3;

/// How many bearers of one surname are told apart.
const NEAR_NAMESAKES: usize = 32;
