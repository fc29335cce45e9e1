//! Counts over all articles. It grows with the number of sources and titles, not with that of articles.

use std::collections::{BTreeMap, HashMap};

use pullquote::{Extraction, Quote, QuoteKind, Speaker, SpeakerKind};

/// How often and how long.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count {
    pub(crate) direct: u64,
    pub(crate) mixed: u64,
    pub(crate) indirect: u64,
    pub(crate) words: u64,
    pub(crate) claims: u64,
}

impl Count {
    pub(crate) fn quotes(&self) -> u64 {
        self.direct + self.mixed + self.indirect
    }

    fn add(&mut self, quote: &Quote<'_>) {
        match quote.kind {
            QuoteKind::Direct => self.direct += 1,
            QuoteKind::Mixed => self.mixed += 1,
            _ => self.indirect += 1,
        }
        self.words += quote.content.iter().map(|part| part.text.split_whitespace().count() as u64).sum::<u64>();
        self.claims += quote.claims.len() as u64;
    }
}

/// What sort of source is quoted; in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Kind {
    Person,
    Organization,
    Group,
    Unnamed,
    Nobody,
}

impl Kind {
    pub(crate) fn of(speaker: Option<&Speaker<'_>>) -> Self {
        match speaker.map(|speaker| speaker.kind) {
            None => Kind::Nobody,
            Some(SpeakerKind::Person) => Kind::Person,
            Some(SpeakerKind::Organization) => Kind::Organization,
            Some(SpeakerKind::Group) => Kind::Group,
            Some(_) => Kind::Unnamed,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organization => "organization",
            Kind::Group => "group",
            Kind::Unnamed => "unnamed",
            Kind::Nobody => "none",
        }
    }

    /// Whether the article speaks of somebody and does not say who: `officials`, `a senior official`.
    fn is_anonymous(self) -> bool {
        matches!(self, Kind::Group | Kind::Unnamed)
    }
}

/// One who is quoted, in whichever articles.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) entity: Option<String>,
    pub(crate) articles: u64,
    pub(crate) count: Count,
    titles: BTreeMap<String, u64>,
}

impl Source {
    fn new(speaker: &Speaker<'_>) -> Self {
        let entity = speaker.entity.as_ref();
        Self {
            name: entity.map_or_else(|| speaker.name.to_string(), |entity| entity.name.to_string()),
            kind: Kind::of(Some(speaker)),
            entity: entity.and_then(|entity| entity.id.as_ref()).map(ToString::to_string),
            articles: 0,
            count: Count::default(),
            titles: BTreeMap::new(),
        }
    }

    /// The title that most articles give.
    pub(crate) fn title(&self) -> Option<&str> {
        let most = self.titles.iter().max_by_key(|(title, articles)| (**articles, std::cmp::Reverse(*title)));
        most.map(|(title, _)| title.as_str())
    }
}

/// A title, and who bears it.
#[derive(Debug, Default)]
pub(crate) struct Title {
    pub(crate) speakers: u64,
    pub(crate) quotes: u64,
}

/// All counts.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) articles: u64,
    pub(crate) unreadable: u64,
    pub(crate) all: Count,
    pub(crate) kinds: BTreeMap<Kind, Count>,
    pub(crate) sources: HashMap<(Kind, String), Source>,
    pub(crate) titles: HashMap<String, Title>,
}

impl Tally {
    /// Adds what was found in one article.
    pub(crate) fn add(&mut self, extraction: &Extraction<'_>) {
        self.articles += 1;
        for quote in &extraction.quotes {
            self.all.add(quote);
            self.kinds.entry(Kind::of(quote.speaker.as_ref())).or_default().add(quote);
        }
        for group in extraction.speakers() {
            self.add_speaker(group.speaker, &group.quotes);
        }
    }

    fn add_speaker(&mut self, speaker: &Speaker<'_>, quotes: &[&Quote<'_>]) {
        let source = self.sources.entry(key(speaker)).or_insert_with(|| Source::new(speaker));
        source.articles += 1;
        quotes.iter().for_each(|quote| source.count.add(quote));
        let Some(title) = &speaker.title else { return };
        *source.titles.entry(title.to_string()).or_default() += 1;
        let title = self.titles.entry(title.text.to_lowercase()).or_default();
        title.speakers += 1;
        title.quotes += quotes.len() as u64;
    }

    /// The share of quotes whose source the article does not name, from 0 to 1.
    pub(crate) fn anonymous_share(&self) -> f64 {
        let anonymous = self.kinds.iter().filter(|(kind, _)| kind.is_anonymous());
        share(anonymous.map(|(_, count)| count.quotes()).sum(), self.all.quotes())
    }
}

/// The gazetteer's entry, or else the name whatever its capitals.
fn key(speaker: &Speaker<'_>) -> (Kind, String) {
    let id = speaker.entity.as_ref().and_then(|entity| entity.id.as_ref()).map(ToString::to_string);
    (Kind::of(Some(speaker)), id.unwrap_or_else(|| speaker.name.text.to_lowercase()))
}

/// `part` of `whole`, from 0 to 1; 0 of nothing.
pub(crate) fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
