//! Made-up articles from a seed: names, places, verbs and numbers out of the tables in sentences of our own.
//!
//! Repeating one article inflates throughput, because everything that it touches is soon in the nearest cache; so each
//! article here has names and numbers of its own.
#![allow(dead_code, reason = "each bench uses a part")]

pub(crate) mod hostile;
mod words;

use std::fmt::Write;

use fastrand::Rng;

use words::{Words, any};

/// A text with the number of quotes that were written into it.
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) planted: usize,
}

/// What sort of article.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Sort {
    /// Nobody speaks.
    NoQuotes,
    /// Short paragraphs, two in three with a quote.
    Wire,
    /// Long paragraphs, some with a quote.
    Feature,
}

/// The articles that the crate is tested with.
const OWN: [&str; 8] = [
    include_str!("../../examples/articles/ceasefire.txt"),
    include_str!("../../tests/articles/agency.txt"),
    include_str!("../../tests/articles/bbc.txt"),
    include_str!("../../tests/articles/broadsheet.txt"),
    include_str!("../../tests/articles/business.txt"),
    include_str!("../../tests/articles/court_london.txt"),
    include_str!("../../tests/articles/science_glacier.txt"),
    include_str!("../../tests/articles/sport.txt"),
];

/// The articles of the tests, end to end.
pub(crate) fn own_articles() -> String {
    OWN.join("\n\n")
}

/// Articles of the sort, at least `bytes` together. The same seed gives the same articles.
pub(crate) fn articles(sort: Sort, bytes: usize, seed: u64) -> Vec<Text> {
    let (words, mut rng, mut all, mut len) = (Words::read(), Rng::with_seed(seed), Vec::new(), 0);
    while len < bytes {
        let text = article(&words, sort, &mut rng);
        len += text.text.len();
        all.push(text);
    }
    all
}

/// One text of the sort, of about `bytes`.
pub(crate) fn one(sort: Sort, bytes: usize, seed: u64) -> Text {
    let (words, mut rng) = (Words::read(), Rng::with_seed(seed));
    let mut one = Text { text: String::new(), planted: 0 };
    while one.text.len() < bytes {
        paragraphs(&words, sort, &mut rng, &mut one, bytes);
    }
    one
}

fn article(words: &Words, sort: Sort, rng: &mut Rng) -> Text {
    let bytes = match sort {
        Sort::Feature => rng.usize(8_000..14_000),
        Sort::NoQuotes | Sort::Wire => rng.usize(1_500..5_000),
    };
    let mut article = Text { text: String::new(), planted: 0 };
    if sort != Sort::NoQuotes {
        let _ = write!(article.text, "{}, {} (NWA) — ", words.place(rng).to_uppercase(), words.place(rng));
    }
    paragraphs(words, sort, rng, &mut article, bytes);
    article
}

/// Paragraphs about a few people, until the text has `bytes` or the people have said enough.
fn paragraphs(words: &Words, sort: Sort, rng: &mut Rng, into: &mut Text, bytes: usize) {
    let cast: Vec<Person> = (0..4).map(|_| Person::new(words, rng)).collect();
    for _ in 0..24 {
        let sentences = if sort == Sort::Feature { rng.usize(3..8) } else { rng.usize(1..3) };
        for _ in 0..sentences {
            let quoted = match sort {
                Sort::NoQuotes => false,
                Sort::Wire => rng.usize(..100) < 45,
                Sort::Feature => rng.usize(..100) < 12,
            };
            let person = any(&cast, rng);
            let sentence = if quoted { quote(words, person, rng) } else { statement(words, person, rng) };
            into.planted += usize::from(quoted);
            into.text.push_str(&sentence);
            into.text.push(' ');
        }
        into.text.pop();
        into.text.push_str("\n\n");
        if into.text.len() >= bytes {
            return;
        }
    }
}

/// Somebody who speaks in an article.
struct Person {
    given: String,
    family: String,
    title: &'static str,
    place: &'static str,
}

impl Person {
    fn new(words: &Words, rng: &mut Rng) -> Person {
        let [given, family] = words.person(rng);
        Person { given, family, title: words.title(rng), place: words.place(rng) }
    }
}

/// A sentence that quotes the person.
fn quote(words: &Words, person: &Person, rng: &mut Rng) -> String {
    let Person { given, family, title, place } = person;
    let (said, cue, time) = (clause(words, rng), words.cue(rng), any(&TIMES, rng));
    let capital = sentence_case(&said);
    match rng.usize(..12) {
        0 => format!("“{capital},” {given} {family}, a {title} from {place}, {cue} {time}."),
        1 => format!("“{capital},” {cue} {given} {family}, {title} of {place}."),
        2 => format!("“{capital},” {family} said. “{}.”", sentence_case(&clause(words, rng))),
        3 => format!("\"{capital},\" {family} told reporters in {place} {time}."),
        4 => format!("{given} {family} {cue} {time} that {said}."),
        5 => format!("{family} said {said}."),
        6 => format!("According to {given} {family}, {said}."),
        7 => format!("The {title} {cue} that {said}, adding that “{}.”", clause(words, rng)),
        8 => format!("{} said in a statement {time} that {said}.", words.organization(rng)),
        9 => format!("{family}, who has lived in {place} since {}, said: “{capital}.”", rng.u32(1950..2020)),
        10 => format!("“{capital}?” asked {given} {family}, 4{}.", rng.u32(..10)),
        _ => format!("{family} called it a “{}” {time}.", any(&JUDGEMENTS, rng)),
    }
}

/// A sentence in the article's own voice.
fn statement(words: &Words, person: &Person, rng: &mut Rng) -> String {
    let clause = clause(words, rng);
    match rng.usize(..5) {
        0 => format!("In {}, {clause}.", words.place(rng)),
        1 => format!("{}, and {}.", sentence_case(&clause), self::clause(words, rng)),
        2 => format!("{} {} grew up in {}, where {clause}.", person.given, person.family, words.place(rng)),
        3 => format!("{} while the {} of {} waited.", sentence_case(&clause), words.noun(rng), words.place(rng)),
        _ => format!("{}.", sentence_case(&clause)),
    }
}

/// A clause without a verb of speech, in small letters where it begins with none of the names.
fn clause(words: &Words, rng: &mut Rng) -> String {
    let (subject, verb, object, end) = (any(&SUBJECTS, rng), any(&VERBS, rng), any(&OBJECTS, rng), any(&ENDS, rng));
    let place = words.place(rng);
    match rng.usize(..6) {
        0 => format!("{subject} {verb} {} {object} {end}", rng.u32(12..980)),
        1 => format!("{subject} {verb} the {object} near {place} {end}"),
        2 => format!("{subject} {verb} about ${}.{} million for the {object}", rng.u32(1..90), rng.u32(1..10)),
        3 => format!("{}% of the {object} in {place} {verb} nothing {end}", rng.u32(2..98)),
        4 => format!("{} {verb} more than {},{:03} {object}", words.organization(rng), rng.u32(1..90), rng.u32(..1000)),
        _ => format!("{subject} of {place} {verb} the {object}, {} kilometers away, {end}", rng.u32(3..400)),
    }
}

fn sentence_case(clause: &str) -> String {
    let mut letters = clause.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

const TIMES: [&str; 10] = [
    "on Monday",
    "on Tuesday",
    "on Wednesday",
    "on Thursday",
    "late on Friday",
    "on Saturday",
    "on Sunday",
    "last week",
    "in May",
    "earlier this year",
];

const JUDGEMENTS: [&str; 6] =
    ["scandal", "great day for the valley", "waste of money", "first step", "shame for all of us", "gift"];

const SUBJECTS: [&str; 24] = [
    "the river",
    "the old ferry",
    "a second bridge",
    "the council",
    "the hospital",
    "the new line",
    "the dam",
    "the harvest",
    "the school board",
    "a small team",
    "the harbour",
    "the court",
    "the farmers",
    "our neighbours",
    "the night shift",
    "a fire in the store",
    "the glacier",
    "the cup final",
    "the strike",
    "heavy rain",
    "the museum",
    "the orchestra",
    "the vaccine",
    "the border post",
];

const VERBS: [&str; 24] = [
    "damaged", "replaced", "carried", "needed", "lost", "gained", "covered", "opened", "closed", "moved", "saved",
    "reached", "repaired", "fed", "drew", "cost", "kept", "doubled", "delayed", "split", "brought", "sent", "took",
    "changed",
];

const OBJECTS: [&str; 24] = [
    "houses",
    "boats",
    "tickets",
    "roads",
    "wells",
    "jobs",
    "trees",
    "buses",
    "classrooms",
    "patients",
    "engines",
    "letters",
    "fields",
    "cables",
    "goats",
    "pumps",
    "windows",
    "walls",
    "parcels",
    "seats",
    "beds",
    "shops",
    "pipes",
    "bridges",
];

const ENDS: [&str; 16] = [
    "before winter",
    "after the flood",
    "within a decade",
    "without much help",
    "in less than two hours",
    "over the weekend",
    "for the third time",
    "since the summer",
    "despite the cold",
    "during the night",
    "as nobody had planned",
    "at the edge of the town",
    "long before dawn",
    "under the old law",
    "again and again",
    "with borrowed tools",
];

/// Panics where far fewer or more quotes are found than were written.
pub(crate) fn assert_near(planted: usize, found: usize) {
    let near = planted - planted / 8..=planted + planted / 5 + 2;
    assert!(near.contains(&found), "{found} quotes found, and {planted} written");
}
