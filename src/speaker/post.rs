//! Another post of somebody whom the article has just named: `the French leader`, `the Yardley MP`, `the Labor leader`.

use super::resolve::{NEAR_MENTIONS, Query, Resolver};
use crate::extraction::{EntityKind, SpeakerKind};
use crate::lexicon::{self, Class};
use crate::mention::Mention;

impl Resolver<'_> {
    /// The nearest person who leads the country: `President Emmanuel Macron … the French leader`, `Uganda’s president … the
    /// Ugandan leader`.
    pub(super) fn leader_of_country(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let leader = self.cast.word(mention.head) == "leader";
        let country = leader.then(|| self.country_told(mention)).flatten()?;
        self.nearest(query, |resolver, id| resolver.leads_country(id) && resolver.country_of(id) == Some(country))
    }

    /// Whether the person leads another country than the noun tells: `the Greek president`, of the president of France.
    pub(super) fn is_foreign(&self, mention: &Mention, id: usize) -> bool {
        let other = |country: &str| self.country_of(id).is_some_and(|own| own != country);
        self.leads_country(id) && self.country_told(mention).is_some_and(other)
    }

    /// The country of the adjective before the noun.
    fn country_told(&self, mention: &Mention) -> Option<&'static str> {
        let at = mention.head.checked_sub(1).filter(|at| mention.tokens.contains(at))?;
        self.country_meant(at)
    }

    /// The country of a demonym: `FR` of `French`.
    fn country_meant(&self, at: usize) -> Option<&'static str> {
        // The table is gone through from its start: only for words that it has.
        self.cast.token(at).is(Class::DEMONYM).then(|| lexicon::country(self.cast.word(at))).flatten()
    }

    /// Whether a title or the gazetteer says that the person leads a country, or did not long ago.
    fn leads_country(&self, id: usize) -> bool {
        let identity = &self.cast.identities[id];
        let top = |word: &str| TOP.iter().any(|top| word.eq_ignore_ascii_case(top));
        let alters = |at: usize| self.cast.token(at).is(Class::ALTERS_OFFICE);
        let mut titles = identity.titles.iter().cloned();
        let office = identity.entity.map_or("", |at| self.cast.entities.facts[at].office);
        titles.any(|mut title| !title.clone().any(alters) && title.any(|at| top(self.cast.word(at))))
            || office.split(' ').any(top)
    }

    /// The country that the gazetteer or a title tells.
    fn country_of(&self, id: usize) -> Option<&str> {
        let identity = &self.cast.identities[id];
        let known = &self.cast.entities.mentions;
        let belongs = identity.entity.and_then(|at| known[at].entity.country.as_deref());
        let place = |at: usize| {
            let start = self.cast.token(at).span().start;
            let place = known.get(known.partition_point(|place| place.mention.span.end <= start))?;
            let here = place.entity.kind == EntityKind::Place && place.mention.span.start <= start;
            place.entity.country.as_deref().filter(|_| here)
        };
        belongs.or_else(|| {
            identity.titles.iter().cloned().flatten().find_map(|at| self.country_meant(at).or_else(|| place(at)))
        })
    }

    /// Whom the last sentence tells of, by another post or seat: `Labour MP Jess Lee was angry. The Yardley MP said …`, `First
    /// Minister Jo Ray spoke. The SNP leader said …`; not `The Lee adviser said …`, and not `The Nato chief said …`, as who is the
    /// chief of anything has it for a title.
    pub(super) fn bearer_of_other_post(&self, query: &Query<'_>) -> Option<usize> {
        let article = self.cast.article;
        let mention = &article.mentions[query.mention];
        let first = self.cast.token(mention.tokens.start);
        let post = query.kind == SpeakerKind::Unnamed
            && mention.head_is(article.tokens, Class::ROLE)
            && mention.head + 1 == mention.tokens.end
            && first.is(Class::ARTICLE)
            && self.tells_where(query.mention);
        let last = query.sentence.checked_sub(1).filter(|_| post && query.quote.is_some())?;
        let fits = |id: usize| self.may_mean(query, id);
        let spoke = self.person_speaking_in(last, &fits);
        let person =
            spoke.or_else(|| self.first_person_of(last, &fits).filter(|&id| self.is_alone(query, last, id)))?;
        let chief = mention.head_is(article.tokens, Class::LEADER) && self.cast.word(mention.head) != "leader";
        (!self.is_foreign(mention, person) && (!chief || self.has_office(mention, person))).then_some(person)
    }

    /// Whether a word with a capital before the noun tells of where or of what somebody is that, and not of whom.
    fn tells_where(&self, mention: usize) -> bool {
        let phrase = &self.cast.article.mentions[mention];
        let inner = &self.cast.article.inner_names;
        let first = inner.partition_point(|inner| inner.mention < mention);
        let names = inner[first..].iter().take_while(|inner| inner.mention == mention).count();
        let mut bearers = self.cast.of_inner_name[first..first + names].iter().flatten();
        let of_somebody = bearers.any(|&id| self.cast.identities[id].kind == SpeakerKind::Person);
        (phrase.tokens.start + 1..phrase.head).any(|at| self.cast.token(at).capital()) && !of_somebody
    }

    /// Whether the sentence names nobody else, or nobody else who has the office.
    fn is_alone(&self, query: &Query<'_>, sentence: usize, person: usize) -> bool {
        let mention = &self.cast.article.mentions[query.mention];
        let here = self.mentions_in(sentence).take(NEAR_MENTIONS).filter_map(|at| self.cast.of_mention[at]);
        let mut others = here.filter(|&id| id != person && self.cast.identities[id].kind == SpeakerKind::Person);
        let same = self.has_office(mention, person);
        others.all(|id| same && !self.has_office(mention, id))
    }

    /// Whether one of the titles is of the noun’s office, wherever that may be.
    fn has_office(&self, mention: &Mention, id: usize) -> bool {
        let other_heads = self.cast.article.lexicon.other_heads(self.cast.word(mention.head));
        let mut titles = self.cast.identities[id].titles.iter();
        titles.any(|title| self.office_in(mention, other_heads, title).is_some())
    }
}

/// The offices of those who lead a country.
const TOP: [&str; 7] = ["president", "prime", "premier", "chancellor", "king", "queen", "emir"];
