//! Public results: [`Extraction`], [`Quote`], [`Attribution`], [`Speaker`], [`Entity`].

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::attribution::Rule;
use crate::claim::NumericClaim;
use crate::span::{Fragment, Span};

/// Everything found in one article, in text order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Extraction<'t> {
    /// What somebody is quoted as saying.
    pub quotes: Vec<Quote<'t>>,
    /// Numeric claims in the article's own voice; those of a speaker stand in its quote.
    pub claims: Vec<NumericClaim<'t>>,
    /// People, places and organisations of the gazetteer, each mention.
    pub entities: Vec<EntityMention<'t>>,
}

/// One utterance, attributed to a source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quote<'t> {
    /// Whether the words stand in quotation marks.
    pub kind: QuoteKind,
    /// What is said, without its outer marks: several fragments where the attribution or a paragraph interrupts.
    pub content: Vec<Fragment<'t>>,
    /// Which words attribute it, and by which rule.
    pub attribution: Attribution<'t>,
    /// Who says it, or `None` where that cannot be told.
    pub speaker: Option<Speaker<'t>>,
    /// Numeric claims inside the content.
    pub claims: Vec<NumericClaim<'t>>,
}

/// Whether reported words stand in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuoteKind {
    /// All of them: `“We are ready,” she said.`
    Direct,
    /// Some of them: `She said they were “ready”.`
    Mixed,
    /// None: `She said they were ready.`
    Indirect,
}

/// The words by which a quote is attributed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attribution<'t> {
    /// The rule that fired.
    pub rule: Rule,
    /// From 0 to 1, in hundredths: how often such a quote has the right words and the right speaker. The rule's share,
    /// [`Rule::confidence`], times that of the [`Sieve`](crate::Sieve) which found the speaker; of a quote without one, the
    /// rule's alone.
    pub confidence: f64,
    /// The words that attribute: `said`, `has denied`, `according to`.
    pub cue: Option<Fragment<'t>>,
    /// The words that name the speaker here: `Prosecutor General Andriy Kostin`, `she`, `a think tank`.
    pub mention: Option<Fragment<'t>>,
    /// Who is spoken to: `told reporters`.
    pub addressee: Option<Fragment<'t>>,
    /// Where it was said: `on Facebook`, `in a statement`.
    pub medium: Option<Fragment<'t>>,
    /// When: `on Wednesday`.
    pub time: Option<Fragment<'t>>,
    /// Whether the cue denies or declines: `denied that`, `declined to say whether`.
    pub negated: bool,
}

/// Who says it, resolved through the article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Speaker<'t> {
    /// The same speaker has the same id throughout the article; ids count from 0 in order of first quote.
    pub id: usize,
    /// Person, organisation, group, or an unnamed person.
    pub kind: SpeakerKind,
    /// The fullest form of the name in the article, without title; for the unnamed, the description without article.
    pub name: Fragment<'t>,
    /// Role or office, the fullest that the article gives.
    pub title: Option<Fragment<'t>>,
    /// The gazetteer's entry, where one is.
    pub entity: Option<Entity>,
}

/// What sort of source a speaker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SpeakerKind {
    /// A named person.
    Person,
    /// A company, ministry, team, country's government, named or not.
    Organization,
    /// Several people: `officials`, `two residents`.
    Group,
    /// One person without a name: `a senior official`.
    Unnamed,
}

/// An entry of the gazetteer.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Entity {
    /// Person, place or organisation.
    pub kind: EntityKind,
    /// Canonical name.
    pub name: Arc<str>,
    /// Identifier in its source: `geonames:703448`.
    pub id: Option<Arc<str>>,
    /// Two-letter country code (ISO 3166-1), upper case.
    pub country: Option<Arc<str>>,
}

/// What sort of thing a gazetteer entry names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A country, region, town, river.
    Place,
    /// A company, party, ministry, medium.
    Organization,
}

/// A place in the article where an entry of the gazetteer is named.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EntityMention<'t> {
    /// The words in the article.
    pub mention: Fragment<'t>,
    /// The entry.
    pub entity: Entity,
}

/// A speaker with everything that they are quoted as saying.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SpeakerQuotes<'a, 't> {
    /// Who.
    pub speaker: &'a Speaker<'t>,
    /// Their quotes in text order.
    pub quotes: Vec<&'a Quote<'t>>,
}

/// What is done to every fragment of a result.
pub(crate) type Change<'c, 't, 'u> = &'c mut dyn FnMut(Fragment<'t>) -> Fragment<'u>;

impl<'t> Extraction<'t> {
    /// All numeric claims in text order, each with the quote that makes it, or `None` for the article's own voice.
    pub fn all_claims(&self) -> Vec<(Option<&Quote<'t>>, &NumericClaim<'t>)> {
        let quoted = self.quotes.iter().flat_map(|quote| quote.claims.iter().map(move |claim| (Some(quote), claim)));
        let mut all: Vec<_> = quoted.chain(self.claims.iter().map(|claim| (None, claim))).collect();
        all.sort_by_key(|(_, claim)| claim.number.span);
        all
    }

    /// Each speaker once, in order of first quote, with its quotes.
    pub fn speakers(&self) -> Vec<SpeakerQuotes<'_, 't>> {
        let mut speakers: Vec<SpeakerQuotes<'_, 't>> = Vec::new();
        let mut place_of: HashMap<usize, usize> = HashMap::new();
        for quote in &self.quotes {
            let Some(speaker) = &quote.speaker else { continue };
            let place = *place_of.entry(speaker.id).or_insert(speakers.len());
            match speakers.get_mut(place) {
                Some(known) => known.quotes.push(quote),
                None => speakers.push(SpeakerQuotes { speaker, quotes: vec![quote] }),
            }
        }
        speakers
    }

    /// Leaves out every quote that `keep` refuses, with its claims: who makes those is as much in doubt as the quote.
    ///
    /// Speakers are counted anew from 0, so that ids have no holes and [`Extraction::check`] still passes, as it would not
    /// after [`Vec::retain`] on the quotes. For a least confidence once and for all see
    /// [`ExtractorBuilder::min_confidence`](crate::ExtractorBuilder::min_confidence).
    ///
    /// ```
    /// let text = "Tom Reed vowed to sell the mill. “It rained for 40 days,” said Ewa Lis.";
    /// let mut extraction = pullquote::extract(text);
    /// extraction.retain_quotes(|quote| quote.kind == pullquote::QuoteKind::Direct);
    /// assert_eq!(extraction.quotes.len(), 1);
    /// assert_eq!(extraction.quotes[0].speaker.as_ref().unwrap().id, 0);
    /// assert!(extraction.check(text).is_ok());
    /// ```
    pub fn retain_quotes(&mut self, keep: impl FnMut(&Quote<'t>) -> bool) {
        let before = self.quotes.len();
        self.quotes.retain(keep);
        if self.quotes.len() == before {
            return;
        }
        let mut ids: HashMap<usize, usize> = HashMap::new();
        for speaker in self.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()) {
            let next = ids.len();
            speaker.id = *ids.entry(speaker.id).or_insert(next);
        }
    }

    /// A copy that owns its text and so outlives the article.
    pub fn into_owned(self) -> Extraction<'static> {
        self.each_fragment(&mut Fragment::into_owned)
    }

    /// The same with each fragment changed.
    pub(crate) fn each_fragment<'u>(self, change: Change<'_, 't, 'u>) -> Extraction<'u> {
        Extraction {
            quotes: self.quotes.into_iter().map(|quote| quote.each_fragment(change)).collect(),
            claims: self.claims.into_iter().map(|claim| claim.each_fragment(change)).collect(),
            entities: self.entities.into_iter().map(|mention| mention.each_fragment(change)).collect(),
        }
    }
}

impl<'t> Quote<'t> {
    /// The content as one string, its fragments joined by a space.
    pub fn text(&self) -> String {
        let fragments: Vec<&str> = self.content.iter().map(|fragment| &*fragment.text).collect();
        fragments.join(" ")
    }

    /// From the first to the last byte of the content.
    pub fn span(&self) -> Span {
        self.content.iter().map(|fragment| fragment.span).reduce(Span::cover).unwrap_or_default()
    }

    /// A copy that owns its text.
    pub fn into_owned(self) -> Quote<'static> {
        self.each_fragment(&mut Fragment::into_owned)
    }

    fn each_fragment<'u>(self, change: Change<'_, 't, 'u>) -> Quote<'u> {
        Quote {
            kind: self.kind,
            content: self.content.into_iter().map(&mut *change).collect(),
            attribution: self.attribution.each_fragment(change),
            speaker: self.speaker.map(|speaker| speaker.each_fragment(change)),
            claims: self.claims.into_iter().map(|claim| claim.each_fragment(change)).collect(),
        }
    }
}

impl<'t> Attribution<'t> {
    /// A copy that owns its text.
    pub fn into_owned(self) -> Attribution<'static> {
        self.each_fragment(&mut Fragment::into_owned)
    }

    fn each_fragment<'u>(self, change: Change<'_, 't, 'u>) -> Attribution<'u> {
        Attribution {
            rule: self.rule,
            confidence: self.confidence,
            cue: self.cue.map(&mut *change),
            mention: self.mention.map(&mut *change),
            addressee: self.addressee.map(&mut *change),
            medium: self.medium.map(&mut *change),
            time: self.time.map(&mut *change),
            negated: self.negated,
        }
    }
}

impl<'t> Speaker<'t> {
    /// A copy that owns its text.
    pub fn into_owned(self) -> Speaker<'static> {
        self.each_fragment(&mut Fragment::into_owned)
    }

    fn each_fragment<'u>(self, change: Change<'_, 't, 'u>) -> Speaker<'u> {
        Speaker {
            id: self.id,
            kind: self.kind,
            name: change(self.name),
            title: self.title.map(&mut *change),
            entity: self.entity,
        }
    }
}

impl<'t> EntityMention<'t> {
    /// A copy that owns its text.
    pub fn into_owned(self) -> EntityMention<'static> {
        self.each_fragment(&mut Fragment::into_owned)
    }

    fn each_fragment<'u>(self, change: Change<'_, 't, 'u>) -> EntityMention<'u> {
        EntityMention { mention: change(self.mention), entity: self.entity }
    }
}
