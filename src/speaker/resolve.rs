//! From the mention at each quote to its speaker: an ordered list of sieves, the surest first.

use std::ops::Range;

use super::cast::Cast;
use super::losers::Losers;
use super::sieve::Sieve;
use super::{Ask, Speakers, title};
use crate::attribution::Attributed;
use crate::extraction::SpeakerKind;
use crate::lexicon::{Class, CueClass};
use crate::mention::{Mention, MentionKind};
use crate::token::Kind;

/// A mention whose bearer is asked for.
pub(super) struct Query<'q> {
    pub(super) mention: usize,
    /// The pronoun, or the head of the noun phrase.
    pub(super) word: usize,
    pub(super) sentence: usize,
    pub(super) quote: Option<&'q Attributed>,
    pub(super) kind: SpeakerKind,
}

pub(super) type Step = fn(&Resolver<'_>, &Query<'_>) -> Option<usize>;

const PRONOUN: &[(Sieve, Step)] = &[
    (Sieve::SameSentence, |resolver, query| resolver.subject_of_sentence(query)),
    (Sieve::NearestAgreeing, |resolver, query| resolver.nearest_agreeing(query)),
    (Sieve::SameSentence, |resolver, query| resolver.first_agreeing(query, query.sentence)),
    (Sieve::NearestPerson, |resolver, query| resolver.called_they(query)),
];

const NOUN: &[(Sieve, Step)] = &[
    (Sieve::Title, |resolver, query| resolver.bearer_of_title(query)),
    (Sieve::Office, |resolver, query| resolver.bearer_of_office(query)),
    (Sieve::Leader, |resolver, query| resolver.leader(query)),
    (Sieve::Age, |resolver, query| resolver.bearer_of_age(query)),
    (Sieve::Author, |resolver, query| resolver.author(query)),
    (Sieve::NearestOrganization, |resolver, query| resolver.newest_organization(query)),
    (Sieve::OrganizationName, |resolver, query| resolver.bearer_of_name(query)),
    (Sieve::OrganizationName, |resolver, query| resolver.called_before(query)),
    (Sieve::Introduced, |resolver, query| resolver.relative_named(query)),
    (Sieve::Introduced, |resolver, query| resolver.introduced(query)),
    (Sieve::UntitledPerson, |resolver, query| resolver.untitled_person(query)),
    (Sieve::NearestPerson, |resolver, query| resolver.party_to_case(query)),
    (Sieve::NearestPerson, |resolver, query| resolver.described_of_age(query)),
    (Sieve::NearestPerson, |resolver, query| resolver.person_by_epithet(query)),
    (Sieve::NearestPerson, |resolver, query| resolver.person_described(query)),
    (Sieve::NearestPerson, |resolver, query| resolver.bearer_of_other_post(query)),
    (Sieve::NearestOrganization, |resolver, query| resolver.nearest_organization(query)),
    (Sieve::OrganizationName, |resolver, query| resolver.organization_meant(query)),
    (Sieve::NearestOrganization, |resolver, query| resolver.place_meant(query)),
    (Sieve::NearestOrganization, |resolver, query| resolver.club_of_town(query)),
    (Sieve::NamedNext, |resolver, query| resolver.named_behind_lead(query)),
];

const INDEFINITE: &[(Sieve, Step)] = &[
    (Sieve::Title, |resolver, query| resolver.bearer_to_come(query)),
    (Sieve::Author, |resolver, query| resolver.author(query)),
    (Sieve::Introduced, |resolver, query| resolver.spokesman(query)),
    (Sieve::NamedNext, |resolver, query| resolver.named_next(query)),
    (Sieve::NamedNext, |resolver, query| resolver.named_behind_lead(query)),
];

/// `the source`, who is nobody named.
const ANONYMOUS: &[(Sieve, Step)] = &[(Sieve::Introduced, |resolver, query| resolver.introduced(query))];

/// How many sentences after a question its answer stands at most.
const NEAR_QUESTION: usize = 2;

/// How many sentences back a pronoun or a noun reaches.
pub(super) const REACH: usize = 8;

/// Resolves each quote's mention, in text order.
pub(super) fn resolve(cast: Cast<'_>, quotes: &[Attributed], ask: Ask) -> Speakers {
    let mut resolver = Resolver { cast, spoke: Vec::new(), asked: None, reports: None, caught_up: 0 };
    let mut losers = Vec::new();
    let mut of_quote = Vec::with_capacity(quotes.len());
    for quote in quotes {
        let around = resolver.around(quote, &quotes[..of_quote.len()]);
        resolver.reports = around.filter(|_| quote.is_inner()).and_then(|at| of_quote[at]).map(|(id, _)| id);
        let found = resolver.bearer_of(quote);
        if ask == Ask::Reasons {
            losers.push(Losers::of(&mut resolver, quote, found));
        }
        if let Some((id, _)) = found.filter(|_| around.is_none()) {
            resolver.spoke.push((quote.sentence, id));
            resolver.asked = Some((quote.sentence, id)).filter(|_| resolver.does(quote, CueClass::Asks));
        }
        of_quote.push(found);
    }
    echo(&resolver.cast, quotes, &mut of_quote);
    Speakers { identities: resolver.cast.identities, of_quote, losers }
}

/// Gives a headline the speaker of the quote that it repeats.
fn echo(cast: &Cast<'_>, quotes: &[Attributed], of_quote: &mut [Option<(usize, Sieve)>]) {
    for (at, token) in quotes.iter().enumerate().filter_map(|(at, quote)| Some((at, quote.echo?))) {
        let says = |quote: &Attributed| {
            let mut pieces = quote.content.iter().map(|piece| cast.article.tokens_of(piece));
            quote.echo.is_none() && pieces.any(|tokens| tokens.contains(&token))
        };
        let source = quotes.iter().rposition(says).and_then(|source| of_quote[source]);
        of_quote[at] = source.map(|(id, _)| (id, Sieve::Echo));
    }
}

pub(super) struct Resolver<'a> {
    pub(super) cast: Cast<'a>,
    /// Who spoke so far: sentence and identity.
    pub(super) spoke: Vec<(usize, usize)>,
    /// Who asked last: sentence and identity.
    asked: Option<(usize, usize)>,
    /// Who says the words around this quote, if it stands inside a quotation.
    pub(super) reports: Option<usize>,
    /// Up to which mention definite nouns are resolved.
    caught_up: usize,
}

impl Resolver<'_> {
    fn bearer_of(&mut self, quote: &Attributed) -> Option<(usize, Sieve)> {
        let Some(who) = quote.who.clone() else { return self.possessor(quote) };
        self.catch_up(who.start);
        if quote.echo.is_some() { None } else { self.bearer(who, quote) }
    }

    /// Resolves the definite nouns before the mention, so that pronouns may stand for them.
    fn catch_up(&mut self, mention: usize) {
        for at in self.caught_up..mention {
            let mention = &self.cast.article.mentions[at];
            let role = mention.head_is(self.cast.article.tokens, Class::ROLE) || self.is_party(mention);
            let noun = mention.kind == MentionKind::Nominal && role;
            if noun && self.cast.of_mention[at].is_none() && self.is_definite(mention) {
                let (word, kind) = (mention.head, self.kind(mention));
                let query = Query { mention: at, word, sentence: self.cast.sentence_of[at], quote: None, kind };
                let found = NOUN.iter().find_map(|(sieve, step)| Some((step(self, &query)?, *sieve)));
                // `as president he would go` is no president
                let told = mention.tokens.len() > 1;
                if let Some((id, Sieve::Office)) = found.filter(|_| told) {
                    let title = self.cast.without_determiner(&self.cast.article.mentions[at].tokens);
                    title::give(&mut self.cast, id, title);
                }
                self.cast.of_mention[at] = found.map(|(id, _)| id);
            } else if self.cast.of_mention[at].is_none() && self.is_body(at) {
                let query = Query {
                    mention: at,
                    word: mention.head,
                    sentence: self.cast.sentence_of[at],
                    quote: None,
                    kind: SpeakerKind::Organization,
                };
                let found = NOUN.iter().find_map(|(_, step)| step(self, &query));
                let described = |cast: &mut Cast<'_>| cast.described(&mention.tokens, SpeakerKind::Organization);
                self.cast.of_mention[at] = Some(found.unwrap_or_else(|| described(&mut self.cast)));
            } else if self.cast.of_mention[at].is_none() && self.are_subjects(at) {
                self.cast.of_mention[at] = Some(self.cast.described(&mention.tokens, SpeakerKind::Group));
            }
        }
        self.caught_up = self.caught_up.max(mention);
    }

    /// Whether the mention brings people in as the subject of its sentence: `Campaigners are angry. They say …`.
    fn are_subjects(&self, at: usize) -> bool {
        let (article, mention) = (self.cast.article, &self.cast.article.mentions[at]);
        let sentence = &article.sentences[self.cast.sentence_of[at]];
        mention.kind == MentionKind::Nominal
            && mention.tokens.start == sentence.tokens.start
            && mention.head_is(article.tokens, Class::PLURAL | Class::GROUP)
            && !self.cast.token(mention.tokens.start).is(Class::DEFINITE)
            && !self.is_quoted(at)
    }

    /// Whose `her claim` is.
    fn possessor(&mut self, quote: &Attributed) -> Option<(usize, Sieve)> {
        let word = quote.mention.as_ref().map(|mention| mention.start)?;
        if !self.cast.token(word).is(Class::POSSESSIVE) {
            return None;
        }
        let mention = self.cast.article.mentions.partition_point(|mention| mention.tokens.end <= word);
        let sentence = self.cast.article.sentence_of(self.cast.article.mentions.get(mention)?.tokens.start);
        self.catch_up(mention);
        let query = Query { mention, word, sentence, quote: Some(quote), kind: SpeakerKind::Person };
        PRONOUN.iter().find_map(|(sieve, step)| Some((step(self, &query)?, *sieve)))
    }

    fn bearer(&mut self, who: Range<usize>, quote: &Attributed) -> Option<(usize, Sieve)> {
        let first = self.cast.of_mention[who.start];
        let same = first.is_some() && who.clone().all(|at| self.cast.of_mention[at] == first);
        if let Some(id) = self.one_of_two_roles(&who) {
            return Some((id, Sieve::Name));
        }
        if who.len() > 1 && !same {
            let mentions = &self.cast.article.mentions[who];
            // `Sens. | Ann Lee and Bob Ray`, but not `Sen. Ann Lee and Rep. Bob Ray`
            let titled = |mention: &Mention| mention.name().is_some_and(|name| name.tokens.start < name.core.start);
            let shared = mentions[0].name().filter(|_| !mentions[1..].iter().any(titled));
            let first = shared.map_or(mentions[0].tokens.start, |name| name.core.start);
            let tokens = first..mentions[mentions.len() - 1].tokens.end;
            return Some((self.cast.described(&tokens, SpeakerKind::Group), Sieve::Joined));
        }
        if let Some(id) = first {
            return Some((id, Sieve::Name));
        }
        if let Some(found) = self.antecedent(who.start) {
            return Some(found);
        }
        let mention = &self.cast.article.mentions[who.start];
        if mention.name().is_some() {
            return None; // of two whom the name may mean
        }
        if quote.is_inner() && mention.is_pronoun() {
            if let Some(found) = self.told_of(who.start, quote) {
                return Some(found);
            }
        }
        let query = self.query(who.start, quote);
        if self.is_one_of_several(&query) {
            return None;
        }
        let steps = self.steps(who.start);
        let found = steps.iter().find_map(|(sieve, step)| Some((step(self, &query)?, *sieve)));
        let describes = !mention.is_pronoun();
        let own = if self.is_definite(mention) { Sieve::Unresolved } else { Sieve::Description };
        let tokens = mention.tokens.start..self.end_of_description(who.start);
        let found = found.or_else(|| describes.then(|| (self.cast.described(&tokens, query.kind), own)));
        self.remember(who.start, found)
    }

    /// The one person of `Lee’s daughter and youth leader Ann Lee`, whose second role has no article.
    fn one_of_two_roles(&self, who: &Range<usize>) -> Option<usize> {
        let [role, named] = &self.cast.article.mentions[who.clone()] else { return None };
        let name = named.name()?;
        let one = role.kind == MentionKind::Nominal
            && role.head_is(self.cast.article.tokens, Class::ROLE | Class::HUMAN)
            && !role.head_is(self.cast.article.tokens, Class::PLURAL | Class::GROUP);
        let bare = |mention: &Mention| !self.cast.token(mention.tokens.start).is(Class::DETERMINER | Class::POSSESSIVE);
        let titled = name.title.is_some() && named.tokens.start < name.core.start;
        self.cast.of_mention[who.start + 1].filter(|_| one && titled && bare(role) && bare(named))
    }

    /// Of whom `who` tells behind a thing: the last person of the phrase, as in `a list of the ministers who said …`.
    fn antecedent(&mut self, mention: usize) -> Option<(usize, Sieve)> {
        let article = self.cast.article;
        let thing = &article.mentions[mention];
        let who = |at: usize| article.tokens.get(at).is_some_and(|token| token.span().of(article.text) == "who");
        if thing.is_pronoun() || thing.head_is(article.tokens, Class::ROLE | Class::HUMAN | Class::GROUP | Class::LONE)
        {
            return None;
        }
        let first = article.inner_names.partition_point(|inner| inner.mention < mention);
        let inner = article.inner_names[first..].iter().take_while(|inner| inner.mention == mention);
        if let Some((at, inner)) = inner.enumerate().last().filter(|_| who(thing.tokens.end)) {
            let ends = inner.name.tokens.end == thing.tokens.end && thing.name().is_none();
            return self.cast.of_inner_name[first + at].filter(|_| ends).map(|id| (id, Sieve::Name));
        }
        let next = article.mentions.get(mention + 1)?;
        let joined = next.tokens.start == thing.tokens.end + 1
            && self.cast.token(thing.tokens.end).is(Class::OF | Class::PREPOSITION);
        if !joined || !who(next.tokens.end) {
            return None;
        }
        if let Some(id) = self.cast.of_mention[mention + 1] {
            return Some((id, Sieve::Name));
        }
        let kind = self.kind(next);
        Some((self.cast.described(&next.tokens, kind), Sieve::Description))
    }

    pub(super) fn query<'q>(&self, mention: usize, quote: &'q Attributed) -> Query<'q> {
        let phrase = &self.cast.article.mentions[mention];
        let kind = match self.kind(phrase) {
            // `the Senegalese` who says `I`
            SpeakerKind::Group if phrase.head_is(self.cast.article.tokens, Class::DEMONYM) && self.is_one(quote) => {
                SpeakerKind::Unnamed
            }
            kind => kind,
        };
        let word = phrase.head;
        Query { mention, word, sentence: self.cast.sentence_of[mention], quote: Some(quote), kind }
    }

    /// The sieves for a mention that is no name, the surest first.
    pub(super) fn steps(&self, mention: usize) -> &'static [(Sieve, Step)] {
        let mention = &self.cast.article.mentions[mention];
        let anonymous = ["source", "insider"].contains(&self.cast.word(mention.head));
        match (mention.is_pronoun(), self.is_definite(mention)) {
            (true, _) => PRONOUN,
            (false, true) if anonymous => ANONYMOUS,
            (false, true) => NOUN,
            (false, false) => INDEFINITE,
        }
    }

    fn remember(&mut self, mention: usize, found: Option<(usize, Sieve)>) -> Option<(usize, Sieve)> {
        let (id, sieve) = found?;
        self.cast.of_mention[mention] = Some(id);
        let identity = &mut self.cast.identities[id];
        if sieve == Sieve::NearestOrganization && !identity.certain {
            identity.kind = SpeakerKind::Organization;
        }
        if matches!(sieve, Sieve::UntitledPerson | Sieve::Office) {
            let tokens = self.cast.without_determiner(&self.cast.article.mentions[mention].tokens);
            let tokens = title::without_age(&self.cast, tokens);
            title::give(&mut self.cast, id, tokens);
            self.cast.identities[id].concluded = sieve == Sieve::UntitledPerson;
        }
        if sieve == Sieve::NamedNext {
            self.learn_from_lead(mention, id);
        }
        found
    }

    pub(super) fn kind(&self, mention: &Mention) -> SpeakerKind {
        let head = self.cast.token(mention.head);
        let word = self.cast.word(mention.head);
        let thing =
            head.is(Class::COLLECTIVE | Class::DOCUMENT | Class::ORGANIZATION_WORD | Class::NOUN_CUE | Class::MEDIUM);
        // `the Portuguese, 46,` is one.
        let nation = head.is(Class::DEMONYM) && ["s", "ese", "ish", "ch"].iter().any(|end| word.ends_with(end));
        let nation = nation && !self.has_age(mention);
        if head.is(Class::PLURAL | Class::GROUP) || nation {
            SpeakerKind::Group
        } else if head.is(Class::COLLECTIVE) {
            SpeakerKind::Organization
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

    /// Whether an age between commas follows.
    fn has_age(&self, mention: &Mention) -> bool {
        let behind = self.cast.article.tokens.get(mention.tokens.end..).unwrap_or_default();
        matches!(behind, [comma, age, end, ..] if comma.sign(b',') && end.sign(b',') && age.kind == Kind::Number)
    }

    /// Whether the noun phrase means somebody known: `the`, `his`, `this`, and no `a`.
    pub(super) fn is_definite(&self, mention: &Mention) -> bool {
        let first = self.cast.token(mention.tokens.start);
        // Headlines leave the article out: `Sheriff slams judge`.
        let bare = !first.is(Class::DETERMINER | Class::POSSESSIVE)
            && mention.kind == MentionKind::Nominal
            && mention.tokens.len() <= 2
            && !first.is(Class::ARTICLE);
        first.is(Class::DEFINITE) || bare && !self.cast.token(mention.head).is(Class::PLURAL | Class::GROUP)
    }

    pub(super) fn speaker_in(&self, query: &Query<'_>, sentence: usize) -> Option<usize> {
        self.speakers_of(sentence).find(|&id| self.agrees(query, id))
    }

    /// Who spoke in the sentence so far, the last first.
    pub(super) fn speakers_of(&self, sentence: usize) -> impl Iterator<Item = usize> + '_ {
        let spoke = self.spoke.iter().rev().take_while(move |(at, _)| *at >= sentence);
        spoke.filter(move |(at, _)| *at == sentence).map(|(_, id)| *id)
    }

    pub(super) fn mentions_in(&self, sentence: usize) -> Range<usize> {
        let first = self.cast.sentence_of.partition_point(|&at| at < sentence);
        first..self.cast.sentence_of.partition_point(|&at| at <= sentence)
    }

    /// Whether the cue of the quote is of the class.
    fn does(&self, quote: &Attributed, class: CueClass) -> bool {
        let cue = quote.cue.as_ref().and_then(|cue| self.cast.token(cue.end - 1).word.cue());
        cue.is_some_and(|form| self.cast.article.lexicon.cue(form).class == class)
    }

    /// Whether the quote answers what this very person just asked.
    pub(super) fn answers(&self, quote: Option<&Attributed>, id: usize) -> bool {
        let asked = |quote: &Attributed| {
            self.asked.is_some_and(|(sentence, who)| who == id && quote.sentence <= sentence + NEAR_QUESTION)
        };
        quote.is_some_and(|quote| asked(quote) && self.does(quote, CueClass::Answers))
    }

    pub(super) fn is_quoted(&self, mention: usize) -> bool {
        self.cast.article.is_quoted(self.cast.article.mentions[mention].tokens.start)
    }

    /// Whether the quote's own words name the person: nobody speaks of themselves by name.
    pub(super) fn is_named_inside(&self, quote: Option<&Attributed>, id: usize) -> bool {
        let article = self.cast.article;
        let Some(quote) = quote else { return false };
        quote.content.iter().any(|piece| {
            let tokens = article.tokens_of(piece);
            let first = article.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
            let inside = article.mentions[first..]
                .iter()
                .take(NEAR_MENTIONS)
                .take_while(|mention| mention.tokens.start < tokens.end)
                .count();
            self.cast.of_mention[first..first + inside].contains(&Some(id))
        })
    }
}

/// How many mentions to either side a noun is looked up among, so that the time stays linear.
pub(super) const NEAR_MENTIONS: usize = 400;
