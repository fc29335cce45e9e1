//! People, places and organisations: [`Gazetteer`], its tables, and the automaton that finds its names.

#[cfg(feature = "csv")]
mod comma;
mod fold;
#[cfg(all(test, any(feature = "csv", feature = "jsonl")))]
mod format_tests;
mod hashed;
mod index;
#[cfg(feature = "jsonl")]
mod json_lines;
mod table;
#[cfg(test)]
mod tests;
mod tsv;

use std::io::Read;
use std::sync::Arc;

use crate::error::Error;
use crate::extraction::{Entity, EntityKind};
pub(crate) use index::{Hit, Names};
use table::unreadable;

/// The tables that ship with the crate, under the name that errors give them.
const TABLES: [(&str, EntityKind, &str); 3] = [
    ("places.tsv", EntityKind::Place, include_str!("../data/places.tsv")),
    ("people.tsv", EntityKind::Person, include_str!("../data/people.tsv")),
    ("organizations.tsv", EntityKind::Organization, include_str!("../data/organizations.tsv")),
];

/// The most bytes that a reader is asked for.
const BYTES: u64 = 64 << 20;

/// How a user's table is called in errors.
const OWN_TABLE: &str = "table of names";

/// People, places and organisations by name.
///
/// The built-in lists hold places (GeoNames, Unicode CLDR), people in office (CIA World Factbook, and a list of our own)
/// and organisations; `NOTICE` names the sources with their licences and dates.
///
/// A table of your own is tab-separated text with a header row; [`Gazetteer::from_csv`] and [`Gazetteer::from_json_lines`]
/// read the same columns from other formats, each behind a feature. The columns `kind` (`person`, `place`, `organization`)
/// and `name` must be there; `aliases` (other spellings, with `|` between them; `the` before one counts for nothing), `title`, `id`, `country` (two letters),
/// `sex` (`f`, `m`) and `population` may be.
///
/// ```
/// use pullquote::{Extractor, Gazetteer};
///
/// let own = Gazetteer::from_tsv("kind\tname\taliases\ttitle\nperson\tAnn Lee\tAnnie Lee\tmayor of Springvale\n")?;
/// let extractor = Extractor::builder().gazetteer(own).build()?;
/// let found = extractor.extract("The road will open in May, Annie Lee wrote.").entities;
/// assert_eq!(&*found[0].entity.name, "Ann Lee");
/// # Ok::<(), pullquote::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    /// All strings, end to end.
    texts: String,
    entries: Vec<Entry>,
}

/// One person, place or organisation.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    name: Slice,
    /// Other spellings with `|` between them.
    aliases: Slice,
    title: Slice,
    id: Slice,
    pub(crate) population: u32,
    /// Two letters, or zeros.
    country: [u8; 2],
    pub(crate) kind: EntityKind,
    pub(crate) sort: Sort,
    pub(crate) sex: Option<Sex>,
    /// People bear the name too.
    pub(crate) also_person: bool,
    /// It is a common word too.
    pub(crate) also_word: bool,
    /// It comes from a user's table, and so goes before the built-in ones.
    own: bool,
}

/// What sort of place an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    City,
    Country,
    /// A state of the United States.
    State,
    /// A first-order division of any other country.
    Region,
    /// A continent, sea, river, and what else has a name on a map.
    Area,
    /// Not said, or no place.
    Other,
}

/// What a table says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sex {
    Female,
    Male,
}

/// A string in [`Gazetteer::texts`].
#[derive(Debug, Clone, Copy)]
struct Slice {
    start: u32,
    len: u16,
}

impl Gazetteer {
    /// The lists that ship with the crate, to take names out of or to add to.
    ///
    /// ```
    /// let mut names = pullquote::Gazetteer::built_in();
    /// assert!(names.len() > 10_000);
    /// assert!(names.remove("Kharkiv"));
    /// ```
    pub fn built_in() -> Gazetteer {
        let bytes = TABLES.iter().map(|(_, _, text)| text.len()).sum();
        let mut all = Gazetteer { texts: String::with_capacity(bytes), entries: Vec::with_capacity(1 << 16) };
        for (name, kind, text) in TABLES {
            tsv::trusted(name, kind, text, &mut all).expect("the built-in tables load: tested in tests/data.rs");
        }
        all
    }

    /// Reads a tab-separated table; see [`Gazetteer`] for its columns.
    ///
    /// A byte-order mark, Windows line ends, blank lines and lines that start with `#` are passed over.
    ///
    /// # Errors
    ///
    /// Where the header lacks `kind` or `name` or has an unknown column, and where a row has an empty name, an unknown
    /// kind, a bad country code, sex or population, more cells than there are columns, spaces in place of tabs, or repeats
    /// an earlier row; beyond 500,000 rows, 8192 bytes a row, and 200 bytes a name, alias, title or id. The message names line, column and remedy:
    ///
    /// ```
    /// let error = pullquote::Gazetteer::from_tsv("kind\tname\nplanet\tMars\n").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "table of names, line 2, column `kind`: `planet` is no kind; use person, place or organization"
    /// );
    /// ```
    pub fn from_tsv(text: &str) -> Result<Gazetteer, Error> {
        tsv::checked(OWN_TABLE, text)
    }

    /// Reads a tab-separated table from a file or any other reader, as [`Gazetteer::from_tsv`] does.
    ///
    /// # Errors
    ///
    /// Those of [`Gazetteer::from_tsv`], and where reading fails, the text is not UTF-8 or is longer than 64 MiB.
    ///
    /// ```
    /// let file = std::io::Cursor::new("kind\tname\norganization\tSpringvale Courier\n");
    /// assert_eq!(pullquote::Gazetteer::from_reader(file)?.len(), 1);
    /// # Ok::<(), pullquote::Error>(())
    /// ```
    pub fn from_reader(reader: impl Read) -> Result<Gazetteer, Error> {
        let mut bytes = Vec::new();
        let failed = |error: std::io::Error| unreadable(OWN_TABLE, format!("cannot be read: {error}"), "try again");
        reader.take(BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > BYTES {
            return Err(unreadable(OWN_TABLE, "it is longer than 64 MiB", "leave names out"));
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            unreadable(OWN_TABLE, format!("line {line} is not UTF-8"), "save the table as UTF-8 text")
        })?;
        Gazetteer::from_tsv(&text)
    }

    /// Reads a comma-separated table, as spreadsheets save it; see [`Gazetteer`] for its columns. Needs the feature `csv`.
    ///
    /// Cells with commas, quotation marks or line breaks stand in quotation marks. Where the first row has semicolons and no
    /// commas, they separate the cells. A byte-order mark, Windows line ends, blank rows and lines that start with `#` are
    /// passed over.
    ///
    /// # Errors
    ///
    /// As of [`Gazetteer::from_tsv`]; the line is that in which the row begins.
    ///
    /// ```
    /// use pullquote::Gazetteer;
    /// let names = Gazetteer::from_csv("kind,name,title\nperson,Ann Lee,\"mayor, acting, of Springvale\"\n")?;
    /// assert_eq!(names.len(), 1);
    ///
    /// let error = Gazetteer::from_csv("kind,name\nplanet,Mars\n").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "table of names, line 2, column `kind`: `planet` is no kind; use person, place or organization"
    /// );
    /// # Ok::<(), pullquote::Error>(())
    /// ```
    #[cfg(feature = "csv")]
    #[cfg_attr(docsrs, doc(cfg(feature = "csv")))]
    pub fn from_csv(text: &str) -> Result<Gazetteer, Error> {
        comma::checked(OWN_TABLE, text)
    }

    /// Reads a table with one JSON object a line, whose keys are the columns; see [`Gazetteer`]. Needs the feature `jsonl`.
    ///
    /// A value is a string, a number or null; `aliases` may be a list of strings. Blank lines and lines that start with `#`
    /// are passed over.
    ///
    /// # Errors
    ///
    /// As of [`Gazetteer::from_tsv`], and where a line is no JSON object.
    ///
    /// ```
    /// use pullquote::Gazetteer;
    /// let names = Gazetteer::from_json_lines(r#"{"kind": "person", "name": "Ann Lee", "aliases": ["Annie Lee", "A. Lee"]}"#)?;
    /// assert_eq!(names.len(), 1);
    ///
    /// let error = Gazetteer::from_json_lines(r#"{"kind": "planet", "name": "Mars"}"#).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "table of names, line 1, column `kind`: `planet` is no kind; use person, place or organization"
    /// );
    /// # Ok::<(), pullquote::Error>(())
    /// ```
    #[cfg(feature = "jsonl")]
    #[cfg_attr(docsrs, doc(cfg(feature = "jsonl")))]
    pub fn from_json_lines(text: &str) -> Result<Gazetteer, Error> {
        json_lines::checked(OWN_TABLE, text)
    }

    /// Adds the entries of `other`. Where both have one of the same kind, name and country, that of `other` stands.
    ///
    /// ```
    /// use pullquote::Gazetteer;
    /// let mut names = Gazetteer::from_tsv("kind\tname\nplace\tSpringvale\n")?;
    /// names.merge(Gazetteer::from_tsv("kind\tname\taliases\nplace\tSpringvale\tOld Springvale\n")?);
    /// assert_eq!(names.len(), 1);
    /// # Ok::<(), pullquote::Error>(())
    /// ```
    pub fn merge(&mut self, other: Gazetteer) {
        let key = |gazetteer: &Gazetteer, entry: &Entry| {
            (entry.kind, entry.country, entry.name.of(&gazetteer.texts).to_owned())
        };
        let theirs: std::collections::HashSet<_> = other.entries.iter().map(|entry| key(&other, entry)).collect();
        let (texts, before) = (std::mem::take(&mut self.texts), std::mem::take(&mut self.entries));
        let ours = Gazetteer { texts, entries: Vec::new() };
        self.entries = before.into_iter().filter(|entry| !theirs.contains(&key(&ours, entry))).collect();
        self.texts = ours.texts;
        for entry in &other.entries {
            let [name, aliases, title, id] =
                [entry.name, entry.aliases, entry.title, entry.id].map(|slice| self.keep(slice.of(&other.texts)));
            self.entries.push(Entry { name, aliases, title, id, ..*entry });
        }
    }

    /// Takes a name out: entries of this name are deleted, others lose it as an alias. Returns whether any had it.
    ///
    /// ```
    /// let mut names = pullquote::Gazetteer::from_tsv("kind\tname\taliases\nplace\tReading\t\nplace\tSpringvale\tReading\n")?;
    /// assert!(names.remove("Reading"));
    /// assert_eq!(names.len(), 1);
    /// assert!(!names.remove("Reading"));
    /// # Ok::<(), pullquote::Error>(())
    /// ```
    pub fn remove(&mut self, name: &str) -> bool {
        let before = self.entries.len();
        let texts = std::mem::take(&mut self.texts);
        self.entries.retain(|entry| entry.name.of(&texts) != name);
        let mut found = self.entries.len() < before;
        self.texts = texts;
        for at in 0..self.entries.len() {
            let aliases = self.entries[at].aliases.of(&self.texts);
            if aliases.split('|').any(|alias| alias.trim() == name) {
                let kept: Vec<&str> = aliases.split('|').filter(|alias| alias.trim() != name).collect();
                let kept = kept.join("|");
                self.entries[at].aliases = self.keep(&kept);
                found = true;
            }
        }
        found
    }

    /// How many people, places and organisations there are; one with aliases counts once.
    ///
    /// ```
    /// let names = pullquote::Gazetteer::from_tsv("kind\tname\taliases\nplace\tSpringvale\tOld Springvale\n")?;
    /// assert_eq!((names.len(), names.is_empty()), (1, false));
    /// # Ok::<(), pullquote::Error>(())
    /// ```
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none, as in `Gazetteer::default()`.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All names and aliases, for the benches: no part of the crate's interface.
    #[doc(hidden)]
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().flat_map(|entry| names_of(entry, &self.texts))
    }

    /// Stores a string. One too long for its place is cut; tables refuse such lines.
    fn keep(&mut self, text: &str) -> Slice {
        let start = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let len = u16::try_from(text.len()).unwrap_or(0);
        self.texts.push_str(text);
        Slice { start, len }
    }
}

/// An entry together with its strings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate<'g> {
    pub(crate) entry: &'g Entry,
    /// Its position among all entries: the same entry, the same number.
    pub(crate) number: u32,
    texts: &'g str,
}

impl<'g> Candidate<'g> {
    /// The canonical name.
    pub(crate) fn name(&self) -> &'g str {
        self.entry.name.of(self.texts)
    }

    /// Name and aliases.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'g str> {
        names_of(self.entry, self.texts)
    }

    /// A person's office: `president`.
    pub(crate) fn title(&self) -> &'g str {
        self.entry.title.of(self.texts)
    }

    /// Two-letter country code, or nothing.
    pub(crate) fn country(&self) -> Option<[u8; 2]> {
        (self.entry.country != [0; 2]).then_some(self.entry.country)
    }

    /// The public form.
    fn entity(&self) -> Entity {
        let id = self.entry.id.of(self.texts);
        let country = self.entry.country;
        Entity {
            kind: self.entry.kind,
            name: Arc::from(self.name()),
            id: (!id.is_empty()).then(|| Arc::from(id)),
            country: self.country().and_then(|_| std::str::from_utf8(&country).ok().map(Arc::from)),
        }
    }

    /// Users' entries before built-in ones, countries and states before towns of few people.
    pub(crate) fn rank(&self) -> (bool, u32) {
        (self.entry.own, self.entry.population)
    }
}

fn names_of<'g>(entry: &Entry, texts: &'g str) -> impl Iterator<Item = &'g str> {
    // An article writes `The Courier` and `the Courier` where a newsroom's table has either: names start with a capital.
    let article = if entry.own { "the " } else { "" };
    let bare = move |name: &'g str| name.strip_prefix(article).unwrap_or(name);
    let aliases = tsv::parts(entry.aliases.of(texts), b'|').map(str::trim).filter(|alias| !alias.is_empty());
    std::iter::once(entry.name.of(texts)).chain(aliases).map(bare)
}

impl Sort {
    fn named(word: &str) -> Sort {
        match word {
            "city" => Sort::City,
            "country" => Sort::Country,
            "state" => Sort::State,
            "region" => Sort::Region,
            "area" => Sort::Area,
            _ => Sort::Other,
        }
    }
}

impl Slice {
    fn of(self, texts: &str) -> &str {
        if self.len == 0 {
            return ""; // as most titles are: without a look at the tables, where the processor waits for the memory
        }
        let start = self.start as usize;
        texts.get(start..start + usize::from(self.len)).unwrap_or_default()
    }
}
