//! Words for made-up articles, out of the crate's own tables.

use fastrand::Rng;

/// Lists of words to draw from.
pub(crate) struct Words {
    given: Vec<String>,
    family: Vec<String>,
    places: Vec<&'static str>,
    organizations: Vec<&'static str>,
    titles: Vec<&'static str>,
    cues: Vec<String>,
    nouns: Vec<&'static str>,
}

/// Places of fewer people are seldom in the news.
const TOWN: u32 = 60_000;

impl Words {
    /// Reads the tables.
    pub(crate) fn read() -> Words {
        let places = rows(include_str!("../../src/data/places.tsv"));
        let large = |row: &Vec<&str>| row.get(4).and_then(|people| people.parse().ok()).is_some_and(|n: u32| n > TOWN);
        Words {
            given: first_cells(include_str!("../../src/data/given_names.tsv")).map(capitalized).collect(),
            family: first_cells(include_str!("../../src/data/family_names.tsv")).map(capitalized).collect(),
            places: places.filter(large).map(|row| row[0]).collect(),
            organizations: first_cells(include_str!("../../src/data/organizations.tsv")).collect(),
            titles: first_cells(include_str!("../../src/data/titles.tsv")).collect(),
            cues: rows(include_str!("../../src/data/cues.tsv")).filter_map(|row| past(&row)).collect(),
            nouns: first_cells(include_str!("../../src/data/nouns.tsv")).collect(),
        }
    }

    /// A given and a family name.
    pub(crate) fn person(&self, rng: &mut Rng) -> [String; 2] {
        [any(&self.given, rng).clone(), any(&self.family, rng).clone()]
    }

    pub(crate) fn place(&self, rng: &mut Rng) -> &'static str {
        any::<&'static str>(&self.places, rng)
    }

    pub(crate) fn organization(&self, rng: &mut Rng) -> &'static str {
        any::<&'static str>(&self.organizations, rng)
    }

    pub(crate) fn title(&self, rng: &mut Rng) -> &'static str {
        any::<&'static str>(&self.titles, rng)
    }

    pub(crate) fn noun(&self, rng: &mut Rng) -> &'static str {
        any::<&'static str>(&self.nouns, rng)
    }

    /// The past tense of a verb of speech: *said* half of the time, as in the press.
    pub(crate) fn cue(&self, rng: &mut Rng) -> &str {
        if rng.bool() { "said" } else { any::<String>(&self.cues, rng) }
    }
}

/// One of them.
pub(crate) fn any<'w, T>(words: &'w [T], rng: &mut Rng) -> &'w T {
    &words[rng.usize(..words.len())]
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let rows = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    rows.map(|row| row.split('\t').collect())
}

fn first_cells(table: &'static str) -> impl Iterator<Item = &'static str> {
    rows(table).map(|row| row[0])
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The past tense of a verb that may stand at any quotation.
fn past(row: &[&str]) -> Option<String> {
    let cell = |at: usize| row.get(at).copied().unwrap_or_default();
    let (lemma, takes) = (cell(0), cell(3));
    let usual = cell(1).is_empty() && cell(2) == "neutral" && takes.contains("quote") && takes.contains("that");
    usual.then(|| match cell(4) {
        "" if lemma.ends_with('e') => format!("{lemma}d"),
        "" => format!("{lemma}ed"),
        past => past.to_owned(),
    })
}
