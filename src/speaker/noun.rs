//! Who a noun means: `the mayor`, `the company`, `the 34-year-old`.

use std::ops::Range;

use super::Gender;
use super::resolve::{NEAR_MENTIONS, Query, REACH, Resolver};
use crate::extraction::SpeakerKind;
use crate::lexicon::{Class, Heads};
use crate::mention::Mention;
use crate::token::Case;

impl Resolver<'_> {
    /// The nearest person before, else after, whose title is of the same office.
    pub(super) fn bearer_of_title(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let role = query.kind == SpeakerKind::Organization && self.cast.token(mention.head).is(Class::ROLE);
        if query.kind != SpeakerKind::Unnamed && !role {
            return None;
        }
        let first = self.cast.without_determiner(&mention.tokens).start;
        let other_heads = self.cast.article.lexicon.other_heads(self.cast.word(mention.head));
        let bears = |resolver: &Self, id: usize, wanted: &dyn Fn(&Range<usize>) -> bool| {
            let mut titles = resolver.cast.identities[id].titles.iter();
            titles.any(|title| resolver.is_same_office(mention, other_heads, title.clone()) && wanted(title))
        };
        // `the Kenyan minister` is a Kenyan, if one was named.
        let all = |title: &Range<usize>| (first..mention.head).all(|at| self.stands_in(at, title));
        let exact =
            (first < mention.head).then(|| self.nearest(query, |resolver, id| bears(resolver, id, &all))).flatten();
        let any = |resolver: &Self, id: usize| bears(resolver, id, &|_| true) && !resolver.is_foreign(mention, id);
        let found = exact.or_else(|| self.nearest(query, any))?;
        // `A source said … . The source added …` is no chief executive.
        let mut titles = self.cast.identities[found].titles.iter();
        let own = titles.any(|title| title.clone().any(|at| self.cast.same_word(at, mention.head)));
        (!self.is_of_newer(query, found) && (own || self.introduced(query).is_none())).then_some(found)
    }

    /// Whether the noun alone may mean either of two whom the nearest sentence names with that title, of whom none has spoken:
    /// `Foreign Minister Koski met Defence Minister Salo. …, the minister said`.
    pub(super) fn is_one_of_several(&self, query: &Query<'_>) -> bool {
        let mention = &self.cast.article.mentions[query.mention];
        let bare = self.cast.without_determiner(&mention.tokens).start == mention.head;
        let plain =
            bare && mention.head_is(self.cast.article.tokens, Class::ROLE) && mention.head + 1 == mention.tokens.end;
        if !plain || query.kind != SpeakerKind::Unnamed || !self.is_definite(mention) {
            return false;
        }
        let other_heads = self.cast.article.lexicon.other_heads(self.cast.word(mention.head));
        let same = |title: &Range<usize>| {
            self.cast.token(title.end - 1).capital()
                && self.cast.same_word(title.end - 1, mention.head)
                && self.is_same_office(mention, other_heads, title.clone())
        };
        let bears = |&id: &usize| self.cast.identities[id].titles.iter().any(same);
        let bearers = |sentence: usize| {
            let mentions = self.mentions_in(sentence).take(NEAR_MENTIONS).filter(|&at| at < query.mention);
            mentions.filter_map(|at| self.cast.of_mention[at]).filter(bears)
        };
        let mut near = (query.sentence.saturating_sub(REACH)..query.sentence).rev();
        let Some(sentence) = near.find(|&sentence| bearers(sentence).next().is_some()) else { return false };
        let first = bearers(sentence).next();
        let several = bearers(sentence).any(|id| Some(id) != first);
        several && !self.spoke.iter().rev().take_while(|(at, _)| *at >= sentence).any(|(_, id)| bears(id))
    }

    /// Whom the next sentences name with the title, where an article opens without the name: `A Texas sheriff said … . Sheriff
    /// Cole Tabor …`.
    pub(super) fn bearer_to_come(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let head = self.cast.token(mention.head);
        let plain = head.is(Class::ROLE) && !head.is(Class::PLURAL) && mention.head + 1 == mention.tokens.end;
        if query.kind != SpeakerKind::Unnamed || query.sentence >= OPENING || !plain {
            return None;
        }
        let other_heads = self.cast.article.lexicon.other_heads(self.cast.word(mention.head));
        let end = self.mentions_in(query.sentence + NEXT_SENTENCES).end;
        let mut after = self.cast.of_mention[query.mention + 1..end].iter().take(NEAR_MENTIONS).flatten().copied();
        let id = after.find(|&id| {
            let mut titles = self.cast.identities[id].titles.iter();
            titles
                .any(|title| self.is_same_office(mention, other_heads, title.clone()) && !self.differs(mention, title))
        })?;
        let mentions = &self.cast.article.mentions[..query.mention];
        let named = |at: usize| mentions[at].name().is_some() && self.cast.of_mention[at] == Some(id);
        let known = (query.mention.saturating_sub(NEAR_MENTIONS)..query.mention).any(named);
        (!known && !self.is_named_inside(query.quote, id)).then_some(id)
    }

    /// Whether both the phrase and the title tell whose office it is, and not with one word in common.
    fn differs(&self, mention: &Mention, title: &Range<usize>) -> bool {
        let telling = |at: &usize| {
            let token = self.cast.token(*at);
            (token.capital() || token.is(Class::DEMONYM)) && !token.is(Class::ROLE | Class::ARTICLE)
        };
        let mut own = (mention.tokens.start..mention.head).filter(telling).peekable();
        let told = own.peek().is_some() && title.clone().any(|at| telling(&at));
        told && !own.any(|at| self.stands_in(at, title))
    }

    /// Where a title has in full what the noun abbreviates, or the reverse: `CEO`, `chief executive`.
    fn spelled_out(&self, mention: &Mention, title: &Range<usize>) -> Option<usize> {
        let initials = |words: Range<usize>| -> String {
            words.filter_map(|at| self.cast.word(at).chars().next()).flat_map(char::to_uppercase).collect()
        };
        let abbreviates = |short: &str, long: &str| {
            short.len() >= 2 && long.len() >= 2 && (long.starts_with(short) || short.strip_suffix('O') == Some(long))
        };
        let head = mention.head;
        if self.cast.token(head).case == Case::Upper {
            return title.clone().find(|&at| abbreviates(self.cast.word(head), &initials(at..(at + 3).min(title.end))));
        }
        let mut upper = title.clone().filter(|&at| self.cast.token(at).case == Case::Upper).peekable();
        upper.peek()?;
        let own = initials(head.saturating_sub(1).max(mention.tokens.start)..head + 1);
        upper.find(|&at| abbreviates(self.cast.word(at), &own))
    }

    /// The nearest person without a title in the article whose office, as the gazetteer has it, has the noun.
    pub(super) fn bearer_of_office(&self, query: &Query<'_>) -> Option<usize> {
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
    pub(super) fn leader(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let generic = mention.head_is(self.cast.article.tokens, Class::LEADER);
        let first = self.cast.without_determiner(&mention.tokens).start;
        if !generic || first >= mention.head {
            return None;
        }
        let titled = self.nearest(query, |resolver, id| {
            let mut titles = resolver.cast.identities[id].titles.iter();
            titles.any(|title| (first..mention.head).all(|at| resolver.stands_in(at, title)))
        });
        titled.or_else(|| self.leader_of_country(query))
    }

    pub(super) fn stands_in(&self, word: usize, title: &Range<usize>) -> bool {
        let capitals = title.clone().filter(|&at| self.cast.token(at).capital());
        let mut initials = capitals.filter_map(|at| self.cast.word(at).chars().next());
        let mut acronym = self.cast.word(word).chars().filter(|ch| *ch != '.');
        let is_acronym = self.cast.token(word).case == Case::Upper && acronym.all(|ch| initials.next() == Some(ch));
        is_acronym || title.clone().any(|at| self.cast.same_word(at, word))
    }

    /// `the 34-year-old`
    pub(super) fn bearer_of_age(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let words = mention.tokens.start..mention.head + 1;
        let age = words.into_iter().find_map(|at| self.cast.word(at).strip_suffix("-year-old"))?;
        self.nearest(query, |resolver, id| {
            resolver.cast.identities[id].age.is_some_and(|at| resolver.cast.word(at) == age)
        })
    }

    /// `the 34-year-old`, where somebody without a name spoke last.
    pub(super) fn described_of_age(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let of_age = self.cast.word(mention.head).ends_with("-year-old");
        let (sentence, id) = *self.spoke.last().filter(|_| of_age)?;
        let identity = &self.cast.identities[id];
        let near = sentence + NEAR_SENTENCES >= query.sentence;
        (near && !identity.named && identity.kind == SpeakerKind::Unnamed).then_some(id)
    }

    /// Whether a title has the noun as a head, and no word such as `shadow` or `former` that makes it another office.
    fn is_same_office(&self, mention: &Mention, other_heads: Heads<'_>, title: Range<usize>) -> bool {
        let head = self.office_in(mention, other_heads, &title);
        head.is_some_and(|head| !self.qualified_otherwise(mention, title.start..head))
    }

    /// Where the title has the noun of the same office, wherever that may be.
    pub(super) fn office_in(&self, mention: &Mention, other_heads: Heads<'_>, title: &Range<usize>) -> Option<usize> {
        let head = title.clone().find(|&at| self.cast.same_word(at, mention.head));
        let means = |at: &usize| self.cast.token(*at).is(Class::ROLE) && other_heads.have(self.cast.word(*at));
        let head = head.or_else(|| self.spelled_out(mention, title)).or_else(|| title.clone().find(means));
        let alters = |at: usize| self.cast.token(at).is(Class::ALTERS_OFFICE);
        let in_both = |one: Range<usize>, other: Range<usize>| {
            one.filter(|&at| alters(at)).all(|at| other.clone().any(|own| self.cast.same_word(own, at)))
        };
        head.filter(|&head| {
            in_both(title.start..head, mention.tokens.clone())
                && in_both(mention.tokens.start..mention.head, title.clone())
        })
    }

    /// Whether two different words with capitals go with the same noun: `the Social Democrat`, `Christian Democrat lawmaker`.
    fn qualified_otherwise(&self, mention: &Mention, title: Range<usize>) -> bool {
        let telling = |at: &usize| self.cast.token(*at).capital() && !self.cast.token(*at).is(Class::ROLE);
        // `the Kenyan minister` may be the Health Minister.
        let origin = |at: &usize| self.cast.token(*at).is(Class::DEMONYM | Class::PLACE_WORD);
        let own = mention.head.checked_sub(1).filter(|at| *at > mention.tokens.start && telling(at) && !origin(at));
        let other = title.end.checked_sub(1).filter(|at| title.contains(at) && telling(at));
        let same_head = self.cast.same_word(mention.head, title.end);
        same_head && own.zip(other).is_some_and(|(own, other)| !self.cast.same_word(own, other))
    }

    /// `an IAEA spokesman`, `a spokesman`: the spokesman whom the article described before, if nothing speaks against it.
    pub(super) fn spokesman(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let speaks_for =
            |at: usize| self.cast.word(at).get(..6).is_some_and(|start| start.eq_ignore_ascii_case("spokes"));
        if !speaks_for(mention.head) || mention.head + 1 != mention.tokens.end {
            return None;
        }
        let own = self.cast.without_determiner(&mention.tokens).start..mention.head;
        let mut before = self.spoke.iter().rev().take(NEAR_MENTIONS).map(|(_, id)| *id);
        let known = before.find(|&id| {
            let identity = &self.cast.identities[id];
            !identity.named && identity.kind == SpeakerKind::Unnamed && identity.name.clone().any(speaks_for)
        })?;
        let name = &self.cast.identities[known].name;
        own.into_iter().all(|at| self.stands_in(at, name)).then_some(known)
    }

    /// The organisation that speaks first in the next sentence and is not named before.
    pub(super) fn named_next(&self, query: &Query<'_>) -> Option<usize> {
        let article = self.cast.article;
        let mention = &article.mentions[query.mention];
        let new = self.cast.token(mention.tokens.start).is(Class::ARTICLE);
        let collective = new
            && mention.head_is(article.tokens, Class::COLLECTIVE)
            && !mention.head_is(article.tokens, Class::NAMELESS);
        let next = self.mentions_in(query.sentence + 1).next().filter(|_| collective)?;
        let id = self.cast.of_mention[next]?;
        let speaks =
            article.tokens.get(article.mentions[next].tokens.end).is_some_and(|token| token.word.cue().is_some());
        let organization = self.cast.identities[id].named && self.cast.identities[id].kind == SpeakerKind::Organization;
        let before = &self.cast.of_mention[next.saturating_sub(NEAR_MENTIONS)..next];
        (speaks && organization && !before.contains(&Some(id))).then_some(id)
    }

    pub(super) fn nearest(&self, query: &Query<'_>, wanted: impl Fn(&Self, usize) -> bool) -> Option<usize> {
        if !self.is_any(|id| wanted(self, id)) {
            return None;
        }
        let (before, after) = self.cast.of_mention.split_at(query.mention);
        let near = before.iter().rev().take(NEAR_MENTIONS).chain(after.iter().take(NEAR_MENTIONS));
        // Most are mentioned over and over: each of the first is asked about once.
        let mut asked = 0u128;
        near.flatten().copied().find(|&id| {
            let own = 1u128.checked_shl(id as u32).unwrap_or_default();
            let new = asked & own == 0;
            asked |= own;
            new && wanted(self, id)
        })
    }

    /// Whether anybody at all may be wanted: articles name fewer people than they have mentions, and mostly it is nobody.
    pub(super) fn is_any(&self, wanted: impl Fn(usize) -> bool) -> bool {
        let all = self.cast.identities.len();
        all > FEW || (0..all).any(wanted)
    }

    /// Whom the same noun with `a` or `one` brought in.
    pub(super) fn introduced(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let same = self.nearest(query, |resolver, id| {
            let identity = &resolver.cast.identities[id];
            !identity.named
                && identity.kind == query.kind
                && identity.name.clone().any(|at| resolver.cast.same_word(at, mention.head))
        });
        same.or_else(|| {
            // `the source`, where an official spoke just before
            let other_heads = self.cast.article.lexicon.other_heads(self.cast.word(mention.head));
            let just = self.spoke.iter().rev().take_while(|(at, _)| at + NEAR_SENTENCES >= query.sentence);
            just.take(NEAR_MENTIONS).map(|(_, id)| *id).find(|&id| {
                let identity = &self.cast.identities[id];
                let means = || identity.name.clone().any(|at| other_heads.have(self.cast.word(at)));
                !identity.named && identity.kind == query.kind && means()
            })
        })
    }

    /// The nearest person, if no title is known: `The striker added`.
    pub(super) fn untitled_person(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let role = query.kind == SpeakerKind::Unnamed && mention.head_is(self.cast.article.tokens, Class::ROLE);
        let person = self.nearest_person(query).filter(|_| role && !self.speaks_of_somebody(query))?;
        let own = !self.is_somebodys(query, person) && !self.is_another(query, person);
        (self.cast.identities[person].title.is_none() && own).then_some(person)
    }

    /// Whether the noun stood beside the person before: `After meeting the mayor, Ann Lee left. The mayor said …`; not `Ann Lee spoke
    /// as the nominee. The nominee said …`.
    fn is_another(&self, query: &Query<'_>, person: usize) -> bool {
        let mentions = &self.cast.article.mentions;
        let head = mentions[query.mention].head;
        let governs = |at: usize| self.cast.token(at).is(Class::AS);
        let is_noun = |at: usize| {
            let (other, start) = (&mentions[at], mentions[at].tokens.start);
            let stands_for = start.checked_sub(1).is_some_and(governs);
            self.cast.same_word(other.head, head) && !stands_for
        };
        let named = |at: usize| mentions[at].name().is_some() && self.cast.of_mention[at] == Some(person);
        let beside = |sentence: usize| {
            let here = self.mentions_in(sentence);
            let here = here.start..here.end.min(here.start + NEAR_MENTIONS);
            here.clone().any(is_noun) && here.into_iter().any(named)
        };
        (query.sentence.saturating_sub(REACH)..query.sentence).any(beside)
    }

    /// Whether the last sentence tells first of somebody without a title, where only a noun told who bears this one: `Hill scored.
    /// The striker said … . Ray scored. The striker said …`
    fn is_of_newer(&self, query: &Query<'_>, bearer: usize) -> bool {
        let last = query.sentence.checked_sub(1).filter(|_| self.cast.identities[bearer].concluded);
        let newer = last.and_then(|last| self.first_person_of(last, &|_| true));
        newer.is_some() && self.untitled_person(query) == newer
    }

    /// Whether the clause has a pronoun for somebody else already: `Her skin is so bad that the nurse has told her …`.
    fn speaks_of_somebody(&self, query: &Query<'_>) -> bool {
        let article = self.cast.article;
        let start = article.mentions[query.mention].tokens.start;
        let personal = |at: usize| {
            let token = self.cast.token(at);
            token.is(Class::SUBJECT | Class::OBJECT | Class::POSSESSIVE) && Gender::marked(token).is_some()
        };
        let sentence = article.sentences[query.sentence].tokens.start..start;
        let clause = sentence.rev().take(LONGEST_CLAUSE).take_while(|&at| self.cast.token(at).wordlike());
        let told = query.quote.and_then(|quote| quote.addressee.clone()).is_some_and(|told| personal(told.start));
        told || clause.into_iter().any(personal)
    }

    /// The nearest person, for a word that is neither office nor relation, or tells the age: `the Scot`, `the left-hander`,
    /// `the 36-year-old nurse`, `the proud mother`.
    pub(super) fn person_by_epithet(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let head = self.cast.token(mention.head);
        let words = || mention.tokens.start..mention.head + 1;
        let own = head.is(Class::KIN)
            && Gender::marked(head).is_some()
            && self.cast.token(mention.tokens.start).is(Class::ARTICLE);
        let age = words().find(|&at| self.cast.word(at).ends_with("-year-old"));
        // `the former minister` is whoever was spoken of, as nobody of that title was found.
        let former = words().any(|at| self.cast.word(at) == "former");
        let telling = head.is(Class::ROLE | Class::HUMAN) && !own && !former && age.is_none();
        let kin = head.is(Class::KIN) && self.cast.token(mention.tokens.start).is(Class::POSSESSIVE);
        let plain = query.kind == SpeakerKind::Unnamed && !telling && !kin && mention.head + 1 == mention.tokens.end;
        let person = self.nearest_person(query).filter(|_| plain)?;
        (age.is_none() || self.cast.identities[person].age.is_none()).then_some(person)
    }

    /// The nearest person whatever the title, for a word that describes anybody: `the businessman`; but not the subject of the
    /// sentence, of whom it speaks already.
    pub(super) fn person_described(&self, query: &Query<'_>) -> Option<usize> {
        let mention = &self.cast.article.mentions[query.mention];
        let heads = self.cast.article.lexicon.other_heads(self.cast.word(mention.head));
        let first = self.cast.token(mention.tokens.start);
        let definite = first.is(Class::DEFINITE) && !first.is(Class::POSSESSIVE);
        let definite = definite && mention.head + 1 == mention.tokens.end;
        let definite = definite && (query.quote.is_some() || !self.is_quoted(query.mention));
        if query.kind != SpeakerKind::Unnamed || !heads.are_any() || !definite {
            return None;
        }
        let before = self.mentions_in(query.sentence).start..query.mention;
        let near = before.start.max(query.mention.saturating_sub(NEAR_MENTIONS))..query.mention;
        let unquoted = |at: &usize| !self.is_quoted(*at);
        let person =
            |at: usize| self.cast.of_mention[at].filter(|&id| self.cast.identities[id].kind == SpeakerKind::Person);
        let subject = near.clone().filter(unquoted).find_map(person);
        let other = |id: &usize| Some(*id) != subject && self.may_mean(query, *id);
        let same = near.rev().filter(unquoted).filter_map(person).find(other);
        same.or_else(|| self.person_before(query, &|id| other(&id)))
    }

    /// The last speaker, else the first person of the nearest sentence before, unless gender or the quote's words speak
    /// against it.
    fn nearest_person(&self, query: &Query<'_>) -> Option<usize> {
        let marked = self.gender(query);
        let found = self.person_before(query, &|_| true).filter(|&id| self.may_mean(query, id));
        // `the actress`, where a man spoke last
        let known =
            |id: usize| marked.is_some() && self.cast.identities[id].gender == marked && self.may_mean(query, id);
        found.or_else(|| self.person_before(query, &known))
    }

    /// The gender that the noun phrase tells: of `her son` that of the son, of `her report` that of the author.
    pub(super) fn gender(&self, query: &Query<'_>) -> Option<Gender> {
        let mention = &self.cast.article.mentions[query.mention];
        let somebody = mention.head_is(self.cast.article.tokens, Class::ROLE | Class::HUMAN | Class::KIN);
        let tokens = mention.tokens.clone().map(|at| self.cast.token(at));
        let mut own = tokens.filter(|token| !somebody || !token.is(Class::POSSESSIVE));
        own.find_map(Gender::marked)
    }

    /// Whether neither gender nor the quote's words speak against a person.
    pub(super) fn may_mean(&self, query: &Query<'_>, id: usize) -> bool {
        let identity = &self.cast.identities[id];
        let marked = self.gender(query);
        let agrees = marked.is_none() || identity.gender.is_none_or(|known| Some(known) == marked);
        let speaks = !self.is_named_inside(query.quote, id) && !self.answers(query.quote, id);
        identity.named && agrees && speaks
    }

    /// The last speaker, else the first person, of the nearest sentence before.
    fn person_before(&self, query: &Query<'_>, wanted: &dyn Fn(usize) -> bool) -> Option<usize> {
        let reach = query.sentence.saturating_sub(REACH)..query.sentence;
        let speaking = |sentence| self.person_speaking_in(sentence, wanted);
        reach.rev().find_map(|sentence| speaking(sentence).or_else(|| self.first_person_of(sentence, wanted)))
    }

    pub(super) fn first_person_of(&self, sentence: usize, wanted: &dyn Fn(usize) -> bool) -> Option<usize> {
        let mentions = self.mentions_in(sentence).take(NEAR_MENTIONS).filter(|&mention| !self.is_quoted(mention));
        let mut people = mentions.filter_map(|mention| self.cast.of_mention[mention]);
        people.find(|&id| self.cast.identities[id].kind == SpeakerKind::Person && wanted(id))
    }

    pub(super) fn person_speaking_in(&self, sentence: usize, wanted: &dyn Fn(usize) -> bool) -> Option<usize> {
        let mut speakers = self.speakers_of(sentence).take(NEAR_MENTIONS);
        speakers.find(|&id| self.cast.identities[id].kind == SpeakerKind::Person && wanted(id))
    }
}

/// How many sentences may open an article with somebody whom it names later, and how many later.
const OPENING: usize = 10;
const NEXT_SENTENCES: usize = 5;

/// How many identities are all asked before mentions are.
const FEW: usize = 128;

/// How many sentences back somebody without a name is looked for who is called by another word.
const NEAR_SENTENCES: usize = 2;

/// How many words of a clause are looked at for a pronoun.
const LONGEST_CLAUSE: usize = 32;
