//! Public results: [`Extraction`], [`Quote`], [`Attribution`], [`Speaker`], [`Entity`].

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::attribution::Rule;
use crate::claim::NumericClaim;
use crate::span::{Fragment, Span};

/// Everything found in one article, in text order.
///
/// ```
/// let text = "Nine boats sank off Leeds. “We saw 40 waves,” said Ewa Lis.";
/// let extraction = pullquote::extract(text);
/// assert_eq!(extraction.quotes[0].claims[0].to_string(), "40 waves");
/// assert_eq!(extraction.claims[0].to_string(), "Nine boats");
/// assert_eq!(extraction.entities[0].mention.text, "Leeds");
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Extraction<'t> {
    /// What somebody is quoted as saying or writing: `Lis said the sea was rough`. Not what somebody only thinks, feels or
    /// plans: `Lis feared the sea`.
    pub quotes: Vec<Quote<'t>>,
    /// Numeric claims in the article's own voice: `Nine boats sank.` Those of a speaker stand in the quote:
    /// `Lis said nine boats sank.`
    pub claims: Vec<NumericClaim<'t>>,
    /// People, places and organisations of the gazetteer, each mention: `Leeds`. Not every name, only those that the lists
    /// have, and not `Reading` at the head of `Reading the letter, she wept`.
    pub entities: Vec<EntityMention<'t>>,
}

/// One utterance, attributed to a source.
///
/// ```
/// let text = "“We sold nine boats,” said Ann Lee, mayor of Leeds, who left 12 to her son. “It is late.”";
/// let quote = &pullquote::extract(text).quotes[0];
/// assert_eq!(quote.content[0].text, "We sold nine boats,");
/// assert_eq!(quote.content[1].text, "It is late.");
/// assert_eq!(quote.claims.len(), 1);
/// assert_eq!(quote.speaker.as_ref().unwrap().name.text, "Ann Lee");
///
/// let nobody = &pullquote::extract("“Never,” she said.").quotes[0];
/// assert_eq!(nobody.speaker, None);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quote<'t> {
    /// Whether the words stand in quotation marks.
    pub kind: QuoteKind,
    /// What is said, in several fragments where the attribution or a paragraph interrupts. Without outer marks, without
    /// *that*, and without the words that attribute it: of `She said that they were “ready”.` it is `they were “ready”`.
    pub content: Vec<Fragment<'t>>,
    /// Which words attribute it, and by which rule.
    pub attribution: Attribution<'t>,
    /// Who says it, resolved through the article: in `Ann Lee rose. “We are ready,” she said.` it is Ann Lee. `None` where the
    /// article does not tell, or two people fit equally well; somebody described and not named is a speaker.
    pub speaker: Option<Speaker<'t>>,
    /// Numeric claims inside the content: `“We sold nine boats”`. Not those in the words around it: `said Lee, who sold nine`.
    pub claims: Vec<NumericClaim<'t>>,
}

/// Whether reported words stand in quotation marks.
///
/// ```
/// use pullquote::QuoteKind;
/// let kind = |text| pullquote::extract(text).quotes[0].kind;
/// assert_eq!(kind("“We are ready,” Ann Lee said."), QuoteKind::Direct);
/// assert_eq!(kind("Ann Lee said they were “ready”."), QuoteKind::Mixed);
/// assert_eq!(kind("Ann Lee said they were ready."), QuoteKind::Indirect);
/// ```
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
///
/// ```
/// let of = |text| pullquote::extract(text).quotes.remove(0).attribution;
/// let told = of("Mayor Ann Lee, a doctor, told reporters on Monday that they would leave on Friday.");
/// assert_eq!(told.cue.unwrap().text, "told");
/// assert_eq!(told.mention.unwrap().text, "Mayor Ann Lee");
/// assert_eq!(told.addressee.unwrap().text, "reporters");
/// assert_eq!(told.time.unwrap().text, "on Monday");
/// assert_eq!(told.medium, None);
///
/// assert_eq!(of("“We are ready,” Ann Lee wrote on Facebook.").medium.unwrap().text, "on Facebook");
/// assert_eq!(of("“We are ready,” Ann Lee said in Leeds.").medium, None);
/// assert_eq!(of("Ann Lee smiled. “We are ready.” She left.").cue, None);
/// assert_eq!(of("Ann Lee has denied that they were late.").cue.unwrap().text, "has denied");
/// assert!(of("Ann Lee has denied that they were late.").negated);
/// assert!(!of("Ann Lee said they were not late.").negated);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attribution<'t> {
    /// The rule that fired; its documentation has an example of each.
    pub rule: Rule,
    /// From 0 to 1, in hundredths: how often such a quote has the right words and the right speaker. The rule's share,
    /// [`Rule::confidence`], times that of the [`Sieve`](crate::Sieve) which found the speaker; of a quote without one, the
    /// rule's alone.
    pub confidence: f64,
    /// The words that attribute, with auxiliaries and *not*: `said`, `has denied`, `according to`. `None` where nothing does:
    /// `Ann Lee smiled. “We are ready.”`
    pub cue: Option<Fragment<'t>>,
    /// The words that name the speaker here, with the title before it: `Prosecutor General Andriy Kostin`, `she`, `a think
    /// tank`. Without what follows: of `Ann Lee, a doctor, said` it is `Ann Lee`.
    pub mention: Option<Fragment<'t>>,
    /// Who is spoken to: `reporters` in `told reporters`. Not who is spoken of: `said reporters were late`.
    pub addressee: Option<Fragment<'t>>,
    /// Through what it was said: `on Facebook`, `in a statement`. Not the place: `said in Leeds`.
    pub medium: Option<Fragment<'t>>,
    /// When it was said: `said on Wednesday that`. Not when what is said takes place: `said that they would leave on Friday`.
    pub time: Option<Fragment<'t>>,
    /// Whether the cue denies or declines: `denied that`, `declined to say whether`. Not whether the words said do: `said they
    /// were not late`.
    pub negated: bool,
}

/// Who says it, resolved through the article.
///
/// ```
/// use pullquote::SpeakerKind;
/// let text = "“We are ready,” said Mrs Lee. Ann Lee, mayor of Leeds, left. “It is late,” a senior official said.";
/// let extraction = pullquote::extract(text);
/// let speaker = |at: usize| extraction.quotes[at].speaker.clone().unwrap();
/// assert_eq!((speaker(0).id, speaker(0).kind), (0, SpeakerKind::Person));
/// assert_eq!(speaker(0).name.text, "Ann Lee");
/// assert_eq!(speaker(0).title.unwrap().text, "mayor of Leeds");
/// assert_eq!(speaker(0).entity, None);
/// assert_eq!((speaker(1).id, speaker(1).kind), (1, SpeakerKind::Unnamed));
/// assert_eq!(speaker(1).name.text, "senior official");
/// assert_eq!(speaker(1).title, None);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Speaker<'t> {
    /// The same speaker has the same id throughout the article, whatever each quote calls them; ids count from 0 in order of
    /// first quote. They say nothing beyond the article: for that see `entity`.
    pub id: usize,
    /// Person, organisation, group, or an unnamed person.
    pub kind: SpeakerKind,
    /// The fullest form of the name that the article gives anywhere: `Ann Lee` where the quote has `Mrs Lee`. Without title
    /// and honorific; for the unnamed, the description without article: `senior official`.
    pub name: Fragment<'t>,
    /// Role or office, the fullest that the article gives anywhere: `mayor of Leeds`. Neither an honorific (`Mrs`) nor the
    /// description of somebody unnamed.
    pub title: Option<Fragment<'t>>,
    /// The gazetteer's entry: `The World Health Organization said`. `None` where the lists do not have the name.
    pub entity: Option<Entity>,
}

/// What sort of source a speaker is.
///
/// ```
/// use pullquote::SpeakerKind;
/// let kind = |text| pullquote::extract(text).quotes[0].speaker.as_ref().unwrap().kind;
/// assert_eq!(kind("Ann Lee said it was late."), SpeakerKind::Person);
/// assert_eq!(kind("The World Health Organization said it was late."), SpeakerKind::Organization);
/// assert_eq!(kind("Two residents said it was late."), SpeakerKind::Group);
/// assert_eq!(kind("A senior official said it was late."), SpeakerKind::Unnamed);
/// ```
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
///
/// ```
/// let extraction = pullquote::extract("She flew from Leeds to Paris, Texas.");
/// let leeds = &extraction.entities[0].entity;
/// assert_eq!((&*leeds.name, leeds.country.as_deref()), ("Leeds", Some("GB")));
/// assert!(leeds.id.as_deref().unwrap().starts_with("geonames:"));
/// assert_eq!(extraction.entities[1].entity.country.as_deref(), Some("US"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Entity {
    /// Person, place or organisation.
    pub kind: EntityKind,
    /// Canonical name, which the article need not have: `United Nations` where it says `UN`.
    pub name: Arc<str>,
    /// Identifier in its source: `geonames:703448`, or what your table says. Of the built-in lists only places have one.
    pub id: Option<Arc<str>>,
    /// Two-letter country code (ISO 3166-1), upper case: of a place where it lies, of a person or organisation where it belongs.
    /// `None` for what belongs to no country: the World Health Organization.
    pub country: Option<Arc<str>>,
}

/// What sort of thing a gazetteer entry names.
///
/// ```
/// use pullquote::EntityKind;
/// let extraction = pullquote::extract("The UN moved to Leeds.");
/// let kinds: Vec<_> = extraction.entities.iter().map(|found| found.entity.kind).collect();
/// assert_eq!(kinds, [EntityKind::Organization, EntityKind::Place]);
/// ```
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
///
/// ```
/// let extraction = pullquote::extract("The UN met.");
/// assert_eq!(extraction.entities[0].mention.text, "UN");
/// assert_eq!(&*extraction.entities[0].entity.name, "United Nations");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EntityMention<'t> {
    /// The words in the article.
    pub mention: Fragment<'t>,
    /// The entry.
    pub entity: Entity,
}

/// A speaker with everything that they are quoted as saying: what [`Extraction::speakers`] lists.
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
    ///
    /// ```
    /// let extraction = pullquote::extract("Nine boats sank. “We saw 40 waves,” said Ewa Lis.");
    /// let claims = extraction.all_claims();
    /// assert_eq!((claims[0].0, claims[0].1.to_string()), (None, "Nine boats".to_owned()));
    /// assert_eq!(claims[1].0, Some(&extraction.quotes[0]));
    /// ```
    pub fn all_claims(&self) -> Vec<(Option<&Quote<'t>>, &NumericClaim<'t>)> {
        let quoted = self.quotes.iter().flat_map(|quote| quote.claims.iter().map(move |claim| (Some(quote), claim)));
        let mut all: Vec<_> = quoted.chain(self.claims.iter().map(|claim| (None, claim))).collect();
        all.sort_by_key(|(_, claim)| claim.number.span);
        all
    }

    /// Each speaker once, in order of first quote, with its quotes. Quotes without a speaker are in no list.
    ///
    /// ```
    /// let extraction = pullquote::extract("“It is dry,” said Ewa Lis. “It is not,” said Jan Wit. “It was,” said Lis.");
    /// let speakers = extraction.speakers();
    /// assert_eq!((&*speakers[0].speaker.name.text, speakers[0].quotes.len()), ("Ewa Lis", 2));
    /// assert_eq!((&*speakers[1].speaker.name.text, speakers[1].quotes.len()), ("Jan Wit", 1));
    /// ```
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
    ///
    /// ```
    /// let owned = {
    ///     let article = String::from("“We are ready,” said Ann Lee.");
    ///     pullquote::extract(&article).into_owned()
    /// };
    /// assert_eq!(owned.quotes[0].text(), "We are ready,");
    /// ```
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
    ///
    /// ```
    /// let quote = &pullquote::extract("“We are late,” said Ann Lee. “It is dark.”").quotes[0];
    /// assert_eq!(quote.text(), "We are late, It is dark.");
    /// ```
    pub fn text(&self) -> String {
        let fragments: Vec<&str> = self.content.iter().map(|fragment| &*fragment.text).collect();
        fragments.join(" ")
    }

    /// From the first to the last byte of the content: what stands between two fragments lies in it too.
    ///
    /// ```
    /// let text = "“We are late,” said Ann Lee. “It is dark.”";
    /// let quote = &pullquote::extract(text).quotes[0];
    /// assert_eq!(quote.span().of(text), "We are late,” said Ann Lee. “It is dark.");
    /// ```
    pub fn span(&self) -> Span {
        self.content.iter().map(|fragment| fragment.span).reduce(Span::cover).unwrap_or_default()
    }

    /// A copy that owns its text, as of [`Extraction::into_owned`].
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
    /// A copy that owns its text, as of [`Extraction::into_owned`].
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
    /// A copy that owns its text, as of [`Extraction::into_owned`].
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
    /// A copy that owns its text, as of [`Extraction::into_owned`].
    pub fn into_owned(self) -> EntityMention<'static> {
        self.each_fragment(&mut Fragment::into_owned)
    }

    fn each_fragment<'u>(self, change: Change<'_, 't, 'u>) -> EntityMention<'u> {
        EntityMention { mention: change(self.mention), entity: self.entity }
    }
}
