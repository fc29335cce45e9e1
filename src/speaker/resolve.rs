//! From the mention at each quote to its speaker: an ordered list of sieves, the surest first.

use std::ops::Range;

use super::cast::Cast;
use super::losers::Losers;
use super::sieve::{Refusal, Sieve};
use super::{Ask, Gender, Speakers, title};
use crate::attribution::{Attributed, Piece};
use crate::extraction::SpeakerKind;
use crate::lexicon::Class;
use crate::mention::{Mention, MentionKind};
use crate::token::{Case, Token};

/// A mention whose bearer is asked for.
pub(super) struct Query<'q> {
    pub(super) mention: usize,
    pub(super) sentence: usize,
    pub(super) quote: Option<&'q Attributed>,
    pub(super) kind: SpeakerKind,
}

pub(super) type Step = fn(&Resolver<'_>, &Query<'_>) -> Option<usize>;

const PRONOUN: &[(Sieve, Step)] = &[
    (Sieve::SameSentence, |resolver, query| resolver.subject_of_sentence(query)),
    (Sieve::NearestAgreeing, |resolver, query| resolver.nearest_agreeing(query)),
];

const NOUN: &[(Sieve, Step)] = &[
    (Sieve::Title, |resolver, query| resolver.bearer_of_title(query)),
    (Sieve::Office, |resolver, query| resolver.bearer_of_office(query)),
    (Sieve::Leader, |resolver, query| resolver.leader(query)),
    (Sieve::Age, |resolver, query| resolver.bearer_of_age(query)),
    (Sieve::Author, |resolver, query| resolver.author(query)),
    (Sieve::OrganizationName, |resolver, query| resolver.bearer_of_name(query)),
    (Sieve::Introduced, |resolver, query| resolver.introduced(query)),
    (Sieve::UntitledPerson, |resolver, query| resolver.untitled_person(query)),
    (Sieve::NearestPerson, |resolver, query| resolver.person_by_epithet(query)),
    (Sieve::NearestOrganization, |resolver, query| resolver.nearest_organization(query)),
];

const INDEFINITE: &[(Sieve, Step)] = &[
    (Sieve::Author, |resolver, query| resolver.author(query)),
    (Sieve::NamedNext, |resolver, query| resolver.named_next(query)),
];

/// How many sentences back a pronoun or a noun reaches.
pub(super) const REACH: usize = 8;

/// Resolves each quote's mention, in text order.
pub(super) fn resolve(cast: Cast<'_>, quotes: &[Attributed], ask: Ask) -> Speakers {
    let sentence_of = cast.article.mentions.iter().map(|mention| sentence_of(&cast, mention)).collect();
    let mut resolver = Resolver { cast, sentence_of, spoke: Vec::new(), caught_up: 0 };
    let mut losers = Vec::new();
    let mut of_quote = Vec::with_capacity(quotes.len());
    for quote in quotes {
        let found = resolver.bearer_of(quote);
        if ask == Ask::Reasons {
            losers.push(Losers::of(&mut resolver, quote, found));
        }
        if let Some((id, _)) = found {
            resolver.spoke.push((quote.sentence, id));
        }
        of_quote.push(found);
    }
    echo(&resolver.cast, quotes, &mut of_quote);
    Speakers { identities: resolver.cast.identities, of_quote, losers }
}

/// Gives a headline the speaker of the quote that it repeats.
fn echo(cast: &Cast<'_>, quotes: &[Attributed], of_quote: &mut [Option<(usize, Sieve)>]) {
    for (at, token) in quotes.iter().enumerate().filter_map(|(at, quote)| Some((at, quote.echo?))) {
        let byte = cast.article.tokens[token].span.start;
        let says = |quote: &Attributed| {
            let mut pieces = quote.content.iter().map(|piece| cast.article.span(piece));
            quote.echo.is_none() && pieces.any(|span| (span.start..span.end).contains(&byte))
        };
        let source = quotes.iter().rposition(says).and_then(|source| of_quote[source]);
        of_quote[at] = source.map(|(id, _)| (id, Sieve::Echo));
    }
}

fn sentence_of(cast: &Cast<'_>, mention: &Mention) -> usize {
    cast.article.sentences.partition_point(|sentence| sentence.tokens.end <= mention.tokens.start)
}

pub(super) struct Resolver<'a> {
    pub(super) cast: Cast<'a>,
    /// The sentence of each mention.
    pub(super) sentence_of: Vec<usize>,
    /// Who spoke so far: sentence and identity.
    pub(super) spoke: Vec<(usize, usize)>,
    /// Up to which mention definite nouns are resolved.
    caught_up: usize,
}

impl Resolver<'_> {
    fn bearer_of(&mut self, quote: &Attributed) -> Option<(usize, Sieve)> {
        let who = quote.who.clone()?;
        self.catch_up(who.start);
        if quote.echo.is_some() { None } else { self.bearer(who, quote) }
    }

    /// Resolves the definite nouns before the mention, so that pronouns may stand for them.
    fn catch_up(&mut self, mention: usize) {
        for at in self.caught_up..mention {
            let mention = &self.cast.article.mentions[at];
            let noun = mention.kind == MentionKind::Nominal && mention.head_is(self.cast.article.tokens, Class::ROLE);
            if noun && self.cast.of_mention[at].is_none() && self.is_definite(mention) {
                let query =
                    Query { mention: at, sentence: self.sentence_of[at], quote: None, kind: self.kind(mention) };
                self.cast.of_mention[at] = NOUN.iter().find_map(|(_, step)| step(self, &query));
            }
        }
        self.caught_up = self.caught_up.max(mention);
    }

    fn bearer(&mut self, who: Range<usize>, quote: &Attributed) -> Option<(usize, Sieve)> {
        if who.len() > 1 {
            let mentions = &self.cast.article.mentions[who];
            let tokens = mentions[0].tokens.start..mentions[mentions.len() - 1].tokens.end;
            return Some((self.cast.described(&tokens, SpeakerKind::Group), Sieve::Joined));
        }
        if let Some(id) = self.cast.of_mention[who.start] {
            return Some((id, Sieve::Name));
        }
        let query = self.query(who.start, quote);
        let steps = self.steps(who.start);
        let found = steps.iter().find_map(|(sieve, step)| Some((step(self, &query)?, *sieve)));
        let mention = &self.cast.article.mentions[who.start];
        let describes = !mention.is_pronoun();
        let found =
            found.or_else(|| describes.then(|| (self.cast.described(&mention.tokens, query.kind), Sieve::Description)));
        self.remember(who.start, found)
    }

    pub(super) fn query<'q>(&self, mention: usize, quote: &'q Attributed) -> Query<'q> {
        let kind = self.kind(&self.cast.article.mentions[mention]);
        Query { mention, sentence: self.sentence_of[mention], quote: Some(quote), kind }
    }

    /// The sieves for a mention that is no name, the surest first.
    pub(super) fn steps(&self, mention: usize) -> &'static [(Sieve, Step)] {
        let mention = &self.cast.article.mentions[mention];
        match (mention.is_pronoun(), self.is_definite(mention)) {
            (true, _) => PRONOUN,
            (false, true) => NOUN,
            (false, false) => INDEFINITE,
        }
    }

    fn remember(&mut self, mention: usize, found: Option<(usize, Sieve)>) -> Option<(usize, Sieve)> {
        let (id, sieve) = found?;
        self.cast.of_mention[mention] = Some(id);
        if sieve == Sieve::UntitledPerson {
            let tokens = self.cast.without_determiner(&self.cast.article.mentions[mention].tokens);
            title::give(&mut self.cast, id, tokens);
        }
        found
    }

    fn kind(&self, mention: &Mention) -> SpeakerKind {
        let head = self.cast.token(mention.head);
        let word = self.cast.word(mention.head);
        let thing =
            head.is(Class::COLLECTIVE | Class::DOCUMENT | Class::ORGANIZATION_WORD | Class::NOUN_CUE | Class::MEDIUM);
        if head.is(Class::PLURAL | Class::GROUP) {
            SpeakerKind::Group
        } else if head.is(Class::ROLE | Class::HUMAN) || word.ends_with("-year-old") {
            SpeakerKind::Unnamed
        } else if thing {
            SpeakerKind::Organization
        } else if word.ends_with('s') {
            SpeakerKind::Group
        } else {
            SpeakerKind::Unnamed
        }
    }

    /// Whether the noun phrase means somebody known: `the`, `his`, `this`, and no `a`.
    pub(super) fn is_definite(&self, mention: &Mention) -> bool {
        let first = self.cast.token(mention.tokens.start);
        // Headlines leave the article out: `Sheriff slams judge`.
        let bare = !first.is(Class::DETERMINER | Class::POSSESSIVE)
            && mention.kind == MentionKind::Nominal
            && mention.tokens.len() <= 2;
        first.is(Class::DEFINITE) || bare && !self.cast.token(mention.head).is(Class::PLURAL | Class::GROUP)
    }

    // Pronouns.

    fn subject_of_sentence(&self, query: &Query<'_>) -> Option<usize> {
        self.first_agreeing(query, query.sentence)
    }

    fn nearest_agreeing(&self, query: &Query<'_>) -> Option<usize> {
        let reach = || (query.sentence.saturating_sub(REACH)..query.sentence).rev();
        let subject = |sentence| self.speaker_in(query, sentence).or_else(|| self.subject_in(query, sentence));
        let any = |sentence| self.speaker_in(query, sentence).or_else(|| self.first_agreeing(query, sentence));
        reach().take(SUBJECT_REACH).find_map(subject).or_else(|| reach().find_map(any))
    }

    fn speaker_in(&self, query: &Query<'_>, sentence: usize) -> Option<usize> {
        let spoke = self.spoke.iter().rev().take_while(|(at, _)| *at >= sentence).filter(|(at, _)| *at == sentence);
        spoke.map(|(_, id)| *id).find(|&id| self.agrees(query, id))
    }

    /// The first mention in the sentence that agrees and that no preposition governs.
    fn subject_in(&self, query: &Query<'_>, sentence: usize) -> Option<usize> {
        let governed = |mention: usize| {
            let before = self.cast.article.mentions[mention].tokens.start.checked_sub(1);
            before.is_some_and(|at| self.cast.token(at).is(Class::PREPOSITION | Class::OF | Class::TO))
        };
        self.mentions_in(sentence)
            .filter(|&mention| mention < query.mention && !self.is_quoted(mention) && !governed(mention))
            .find_map(|mention| self.cast.of_mention[mention].filter(|&id| self.agrees(query, id)))
    }

    /// The first mention in the sentence, before the query's, outside quotation marks, that agrees.
    fn first_agreeing(&self, query: &Query<'_>, sentence: usize) -> Option<usize> {
        self.mentions_in(sentence)
            .take_while(|&mention| mention < query.mention)
            .filter(|&mention| !self.is_quoted(mention))
            .find_map(|mention| self.cast.of_mention[mention].filter(|&id| self.agrees(query, id)))
    }

    pub(super) fn mentions_in(&self, sentence: usize) -> Range<usize> {
        let first = self.sentence_of.partition_point(|&at| at < sentence);
        first..self.sentence_of.partition_point(|&at| at <= sentence)
    }

    fn agrees(&self, query: &Query<'_>, id: usize) -> bool {
        self.objection(query, id).is_none()
    }

    /// Why the pronoun cannot mean somebody.
    pub(super) fn objection(&self, query: &Query<'_>, id: usize) -> Option<Refusal> {
        let pronoun = self.cast.token(self.cast.article.mentions[query.mention].head);
        let identity = &self.cast.identities[id];
        let gender = Gender::marked(pronoun);
        let of_kind = match gender {
            Some(_) => matches!(identity.kind, SpeakerKind::Person | SpeakerKind::Unnamed),
            None if pronoun.is(Class::PLURAL) => {
                matches!(identity.kind, SpeakerKind::Group | SpeakerKind::Organization)
            }
            None => {
                self.is_it(pronoun)
                    && (identity.kind == SpeakerKind::Organization || identity.named && !identity.certain)
            }
        };
        if !of_kind {
            return Some(Refusal::Kind);
        }
        if gender.is_some() && identity.gender.is_some_and(|known| Some(known) != gender) {
            return Some(Refusal::Gender);
        }
        self.is_named_inside(query.quote, id).then_some(Refusal::NamedInside)
    }

    fn is_it(&self, token: &Token) -> bool {
        token.span.of(self.cast.article.text).eq_ignore_ascii_case("it")
    }

    pub(super) fn is_quoted(&self, mention: usize) -> bool {
        let start = self.cast.article.mentions[mention].tokens.start;
        let passages = self.cast.article.passages;
        let after = passages.partition_point(|passage| passage.tokens.end <= start);
        passages.get(after).is_some_and(|passage| passage.tokens.contains(&start))
    }

    /// Whether the quote's own words name the person: nobody speaks of themselves by name.
    pub(super) fn is_named_inside(&self, quote: Option<&Attributed>, id: usize) -> bool {
        let article = self.cast.article;
        let Some(quote) = quote else { return false };
        quote.content.iter().any(|piece| {
            let tokens = match piece {
                Piece::Passage(passage) => article.passages[*passage].tokens.clone(),
                Piece::Clause(tokens) => tokens.clone(),
            };
            let first = article.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
            let inside = article.mentions[first..]
                .iter()
                .take(NEAR_MENTIONS)
                .take_while(|mention| mention.tokens.start < tokens.end)
                .count();
            self.cast.of_mention[first..first + inside].contains(&Some(id))
        })
    }

    // Nouns.

    /// The nearest person before, else after, whose title is of the same office.
    fn bearer_of_title(&self, query: &Query<'_>) -> Option<usize> {
        if query.kind != SpeakerKind::Unnamed {
            return None;
        }
        let mention = &self.cast.article.mentions[query.mention];
        self.nearest(query, |resolver, id| {
            let title = resolver.cast.identities[id].title.clone();
            title.is_some_and(|title| resolver.is_same_office(mention, title))
        })
    }

    /// The nearest person without a title in the article whose office, as the gazetteer has it, has the noun.
    fn bearer_of_office(&self, query: &Query<'_>) -> Option<usize> {
        if query.kind != SpeakerKind::Unnamed {
            return None;
        }
        let noun = self.cast.word(self.cast.article.mentions[query.mention].head);
        self.nearest(query, |resolver, id| {
            let identity = &resolver.cast.identities[id];
            let office = identity.entity.map_or("", |at| resolver.cast.entities.facts[at].office);
            identity.title.is_none() && office.split([' ', '|', ',']).any(|word| word.eq_ignore_ascii_case(noun))
        })
    }

    /// `the Turkish leader`, `the UN chief`: each word that goes with the noun stands in the title, or as its acronym.
    fn leader(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let generic = mention.head_is(self.cast.article.tokens, Class::LEADER);
        let first = self.cast.without_determiner(&mention.tokens).start;
        if !generic || first >= mention.head {
            return None;
        }
        self.nearest(query, |resolver, id| {
            let title = resolver.cast.identities[id].title.clone();
            title.is_some_and(|title| (first..mention.head).all(|at| resolver.stands_in(at, &title)))
        })
    }

    fn stands_in(&self, word: usize, title: &Range<usize>) -> bool {
        let capitals = title
            .clone()
            .filter(|&at| self.cast.token(at).capital())
            .filter_map(|at| self.cast.word(at).chars().next());
        let initials: String = capitals.collect();
        let acronym = self.cast.word(word);
        let is_acronym = self.cast.token(word).case == Case::Upper && initials.starts_with(&acronym.replace('.', ""));
        is_acronym || title.clone().any(|at| self.cast.same_word(at, word))
    }

    /// `the 34-year-old`
    fn bearer_of_age(&self, query: &Query<'_>) -> Option<usize> {
        let head = self.cast.article.mentions[query.mention].head;
        let age = self.cast.word(head).strip_suffix("-year-old")?;
        self.nearest(query, |resolver, id| {
            resolver.cast.identities[id].age.is_some_and(|at| resolver.cast.word(at) == age)
        })
    }

    /// Whether a title has the noun as a head, and no word such as `shadow` or `former` that makes it another office.
    fn is_same_office(&self, mention: &Mention, title: Range<usize>) -> bool {
        let head = title.clone().find(|&at| self.cast.same_word(at, mention.head));
        let alters = |at: usize| self.cast.token(at).is(Class::ALTERS_OFFICE);
        head.is_some_and(|head| {
            (title.start..head)
                .filter(|&at| alters(at))
                .all(|at| mention.tokens.clone().any(|own| self.cast.same_word(own, at)))
        })
    }

    /// Whose name stands before a noun such as `report` or `statement`, or which organisation a noun before it means.
    fn author(&self, query: &Query<'_>) -> Option<usize> {
        let article = self.cast.article;
        let mention = &article.mentions[query.mention];
        if !mention.head_is(article.tokens, Class::DOCUMENT | Class::NOUN_CUE)
            || mention.head_is(article.tokens, Class::COLLECTIVE)
        {
            return None;
        }
        let inner = article.inner_names.partition_point(|inner| inner.mention < query.mention);
        let named = article
            .inner_names
            .get(inner)
            .filter(|inner| inner.mention == query.mention && inner.name.core.end <= mention.head);
        if named.is_some() {
            return self.cast.of_inner_name[inner];
        }
        let collective = (mention.tokens.start..mention.head).find(|&at| self.cast.token(at).is(Class::COLLECTIVE))?;
        self.organization_called(query, collective)
    }

    /// The organisation that speaks first in the next sentence and is not named before.
    fn named_next(&self, query: &Query<'_>) -> Option<usize> {
        let article = self.cast.article;
        let collective = article.mentions[query.mention].head_is(article.tokens, Class::COLLECTIVE);
        let next = self.mentions_in(query.sentence + 1).next().filter(|_| collective)?;
        let id = self.cast.of_mention[next]?;
        let speaks =
            article.tokens.get(article.mentions[next].tokens.end).is_some_and(|token| token.word.cue().is_some());
        let organization = self.cast.identities[id].named && self.cast.identities[id].kind == SpeakerKind::Organization;
        let before = &self.cast.of_mention[next.saturating_sub(NEAR_MENTIONS)..next];
        (speaks && organization && !before.contains(&Some(id))).then_some(id)
    }

    /// The nearest organisation before, else after, whose name has the word.
    fn organization_called(&self, query: &Query<'_>, word: usize) -> Option<usize> {
        self.nearest(query, |resolver, id| {
            let identity = &resolver.cast.identities[id];
            let organization = identity.named && identity.kind == SpeakerKind::Organization;
            organization && identity.name.clone().any(|at| resolver.cast.same_word(at, word))
        })
    }

    /// The nearest organisation before, else after, whose name has the noun.
    fn bearer_of_name(&self, query: &Query<'_>) -> Option<usize> {
        if !matches!(query.kind, SpeakerKind::Organization | SpeakerKind::Group) {
            return None;
        }
        self.organization_called(query, self.cast.article.mentions[query.mention].head)
    }

    fn nearest(&self, query: &Query<'_>, wanted: impl Fn(&Self, usize) -> bool) -> Option<usize> {
        let (before, after) = self.cast.of_mention.split_at(query.mention);
        let near = before.iter().rev().take(NEAR_MENTIONS).chain(after.iter().take(NEAR_MENTIONS));
        near.flatten().copied().find(|&id| wanted(self, id))
    }

    /// Whom the same noun with `a` or `one` brought in.
    fn introduced(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        self.nearest(query, |resolver, id| {
            let identity = &resolver.cast.identities[id];
            !identity.named
                && identity.kind == query.kind
                && identity.name.clone().any(|at| resolver.cast.same_word(at, mention.head))
        })
    }

    /// The nearest person, if no title is known: `The striker added`.
    fn untitled_person(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let role = query.kind == SpeakerKind::Unnamed && mention.head_is(self.cast.article.tokens, Class::ROLE);
        let person = self.nearest_person(query).filter(|_| role)?;
        self.cast.identities[person].title.is_none().then_some(person)
    }

    /// The nearest person, for a word that is neither office nor relation: `the Scot`, `the left-hander`.
    fn person_by_epithet(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let head = self.cast.token(mention.head);
        let telling = head.is(Class::ROLE | Class::HUMAN) || mention.head + 1 < mention.tokens.end;
        self.nearest_person(query).filter(|_| query.kind == SpeakerKind::Unnamed && !telling)
    }

    /// The last speaker, else the first person of the nearest sentence before, unless gender or the quote's words speak
    /// against it.
    fn nearest_person(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let marked = mention.tokens.clone().find_map(|at| Gender::marked(self.cast.token(at)));
        let fits = |id: &usize| {
            let identity = &self.cast.identities[*id];
            let agrees = marked.is_none() || identity.gender.is_none_or(|known| Some(known) == marked);
            identity.named && agrees && !self.is_named_inside(query.quote, *id)
        };
        let reach = query.sentence.saturating_sub(REACH)..query.sentence;
        let nearest = reach
            .rev()
            .find_map(|sentence| self.person_speaking_in(sentence).or_else(|| self.first_person_of(sentence)));
        nearest.filter(fits)
    }

    fn first_person_of(&self, sentence: usize) -> Option<usize> {
        let mentions = self.mentions_in(sentence).filter(|&mention| !self.is_quoted(mention));
        let mut people = mentions.filter_map(|mention| self.cast.of_mention[mention]);
        people.find(|&id| self.cast.identities[id].kind == SpeakerKind::Person)
    }

    fn person_speaking_in(&self, sentence: usize) -> Option<usize> {
        let spoke = self.spoke.iter().rev().take_while(|(at, _)| *at >= sentence);
        let mut speakers = spoke.filter(|(at, _)| *at == sentence).map(|(_, id)| *id);
        speakers.find(|&id| self.cast.identities[id].kind == SpeakerKind::Person)
    }

    fn nearest_organization(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        if query.kind != SpeakerKind::Organization || !mention.head_is(self.cast.article.tokens, Class::COLLECTIVE) {
            return None;
        }
        let near = || self.cast.of_mention[..query.mention].iter().rev().take(30).flatten().copied();
        let named = |id: &usize| self.cast.identities[*id].named;
        let sure = near().find(|id| named(id) && self.cast.identities[*id].kind == SpeakerKind::Organization);
        sure.or_else(|| near().find(|id| named(id) && !self.cast.identities[*id].certain))
    }
}

/// How many sentences back a subject goes before any other mention.
const SUBJECT_REACH: usize = 4;

/// How many mentions to either side a noun is looked up among, so that the time stays linear.
pub(super) const NEAR_MENTIONS: usize = 400;
