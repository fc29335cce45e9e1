//! What the crate knows of single words: one look-up a token answers all questions about it.
//!
//! The words themselves stand in `src/data/*.tsv`.

mod hashed;
pub(crate) mod inflect;
mod names;
mod offices;
#[cfg(test)]
mod tests;
pub(crate) mod tsv;

use std::ops::BitOr;

use crate::error::Error;
pub(crate) use hashed::HashedWords;
use offices::Offices;
use tsv::{Row, Table};

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        classes!(@bits 0; $($(#[$doc])* $name = $word;)*);
        impl Class {
            /// The class that tables call by this word.
            fn named(word: &str) -> Option<Class> {
                match word { $($word => Some(Class::$name),)* _ => None }
            }

            fn names() -> &'static [&'static str] {
                &[$($word),*]
            }
        }
    };
    (@bits $n:expr; $(#[$doc:meta])* $name:ident = $word:literal; $($rest:tt)*) => {
        impl Class { $(#[$doc])* pub(crate) const $name: Class = Class(1 << $n); }
        classes!(@bits $n + 1; $($rest)*);
    };
    (@bits $n:expr;) => {};
}

classes! {
    /// `the`, `a`, `this`, `some`
    DETERMINER = "determiner";
    /// `his`, `their`
    POSSESSIVE = "possessive";
    /// `he`, `she`, `they`, `it`, `I`
    SUBJECT = "subject";
    /// `him`, `them`
    OBJECT = "object";
    /// `is`, `has`, `will`, `did`
    AUXILIARY = "auxiliary";
    /// `not`, `never`, `n’t`
    NEGATION = "negation";
    /// `also`, `later`, `repeatedly`
    ADVERB = "adverb";
    /// `of`
    OF = "of";
    /// `to`
    TO = "to";
    /// any other preposition
    PREPOSITION = "preposition";
    /// `as`
    AS = "as";
    /// `that`, `whether`
    THAT = "that";
    /// `and`, `or`
    AND = "and";
    /// `but`, `while`, `because`, `when`: starts a clause of its own
    CONJUNCTION = "conjunction";
    /// joins main clauses, and begins no dependent one: `but`
    COORDINATES = "coordinates";
    /// `who`, `which`
    RELATIVE = "relative";
    /// a role or office, head of a title: `minister`, `spokeswoman`
    ROLE = "role";
    /// goes before the head inside a title: `vice`, `chief`, `former`
    ROLE_MODIFIER = "role_modifier";
    /// stands for its bearer before a name, and is no title: `Mr.`
    HONORIFIC = "honorific";
    /// a plural that speaks: `officials`, `residents`
    GROUP = "group";
    /// a collective that speaks: `ministry`, `company`, `institute`
    COLLECTIVE = "collective";
    /// a text that speaks: `report`, `letter`
    DOCUMENT = "document";
    /// an unnamed person: `man`, `resident`
    HUMAN = "human";
    /// a channel or occasion of speech: `statement`, `interview`, `Facebook`
    MEDIUM = "medium";
    /// a time: `Monday`, `yesterday`, `week`
    TIME = "time";
    /// leads up to a time or ends it: `last` week, `early` on Monday, a week `ago`
    TIME_SIDE = "time_side";
    /// `January`, `Sept.`
    MONTH = "month";
    /// may join two parts of a name: `de`, `van`, `bin`
    PARTICLE = "particle";
    /// written with a dot that ends no sentence: `Mr`, `Inc`, `Sept`
    ABBREVIATION = "abbreviation";
    /// makes a capitalised name an organisation: `University`, `Inc`
    ORGANIZATION_WORD = "organization_word";
    /// an adjective of origin: `Ukrainian`
    DEMONYM = "demonym";
    /// a noun that names speech: `claim`, `warning`
    NOUN_CUE = "noun_cue";
    /// a noun of speech that says what somebody is to do: `call`, `promise`
    URGES = "urges";
    /// stands for one of several: `one said`, `another added`
    LONE = "lone";
    /// a noun that is one of speech where somebody gives it voice: `expressed concern that`, `made the case that`
    VOICED = "voiced";
    /// a common word: no name only because it is capitalised at the start of a sentence
    COMMON = "common";
    /// a given name that women bear
    FEMALE = "female";
    /// a given name that men bear
    MALE = "male";
    /// a family name
    FAMILY = "family";
    /// refers to a woman: `she`, `Mrs.`, `spokeswoman`
    FEMININE = "feminine";
    /// refers to a man: `he`, `Mr.`, `spokesman`
    MASCULINE = "masculine";
    /// grammatical plural
    PLURAL = "plural";
    /// follows a name as a part of it: `Jr.`, `III`
    SUFFIX = "suffix";
    /// a verb in a finite form that introduces no speech
    VERB = "verb";
    /// starts a question: `how`, `what`
    QUESTION = "question";
    /// a determiner that tells nothing of number: `the`, `a`, `this`
    ARTICLE = "article";
    /// makes a noun somebody known: `the`, `his`, `this`
    DEFINITE = "definite";
    /// a noun that stands for any head of something: `leader`, `chief`
    LEADER = "leader";
    /// makes a title another office: `shadow`, `deputy`
    ALTERS_OFFICE = "alters_office";
    /// a role that stands before its bearer's name, even if people bear it as a given name: `Governor`, `Justice`
    RANK = "rank";
    /// stands behind a name without being a part of it: `KC`, `MP`
    POSTNOMINAL = "postnominal";
    /// a human being by relation: `mother`, `friend`
    KIN = "kin";
    /// credits a picture: `photo`, `courtesy`
    CREDIT = "credit";
    /// a form of *be*
    BE = "be";
    /// may start a number: `three`, `dozens`, `twice`, `EUR`; set from the number tables
    NUMBER = "number";
    /// stands in a number table at all; set from them, and no knowledge of the word by itself
    QUANTITY = "quantity";
    /// says of a name after it that it is a place: `in`, `near`
    LOCATIVE = "locative";
    /// says the same of a name beside it: `city`, `province`
    PLACE_WORD = "place_word";
    /// goes before a place and changes it not: `northern`, `downtown`
    DIRECTION = "direction";
    /// somebody who does something, by the ending of a word that no table has: `glaciologist`, `beekeeper`
    AGENT = "agent";
    /// a degree or a chair, less than any office: `Dr.`, `Professor`
    ACADEMIC = "academic";
    /// a collective that is seldom another name's: `campaign`, `court`, not `company`
    NAMELESS = "nameless";
    /// leads to an office: `served as`, `elected`
    HOLDS = "holds";
    /// makes `of` and a place a part of a person's style: `Duke of …`
    STYLE = "style";
}

impl Class {
    /// The words of both.
    pub(crate) const fn union(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// The words of this class that are not in the other.
    pub(crate) const fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
    }
}

impl BitOr for Class {
    type Output = Class;
    fn bitor(self, other: Class) -> Class {
        self.union(other)
    }
}

/// What the lexicon knows of one word form.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Word {
    classes: Class,
    cue: Option<CueForm>,
    /// Its number in the tables of numbers, or 0.
    quantity: u16,
}

/// A form of a cue verb.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct CueForm {
    id: u16,
    /// Which form it is.
    pub(crate) form: Form,
}

/// The inflected form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `say`
    Base,
    /// `says`
    Third,
    /// `said`, and the participle where it is the same
    Past,
    /// `saying`
    Present,
    /// `written`, where it differs from the past
    Participle,
}

impl Word {
    /// Whether it belongs to one of the classes.
    pub(crate) fn is(self, class: Class) -> bool {
        self.classes.0 & class.0 != 0
    }

    /// The cue verb of which it is a form.
    pub(crate) fn cue(self) -> Option<CueForm> {
        self.cue
    }

    /// Its number in the tables of numbers, or 0.
    pub(crate) fn quantity(self) -> u16 {
        self.quantity
    }

    /// Whether the lexicon knows nothing of its grammar: it may still be a common word, or somebody's name.
    pub(crate) fn unknown(self) -> bool {
        let listed = Class::FEMALE
            | Class::MALE
            | Class::FAMILY
            | Class::COMMON
            | Class::QUANTITY
            | Class::CREDIT
            | Class::HOLDS
            | Class::AGENT;
        self.classes.without(listed).0 == 0 && self.cue.is_none()
    }
}

/// A verb that introduces speech.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cue {
    /// What it may take.
    pub(crate) takes: Takes,
    /// The word that must follow it: `out` of `point out`.
    pub(crate) particle: Option<Box<str>>,
    /// `deny`, `decline`
    pub(crate) negative: bool,
}

/// The complements of a cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Takes(u16);

impl Takes {
    /// A quotation: `“…,” she said`.
    pub(crate) const QUOTE: Takes = Takes(1);
    /// A clause with `that` or `whether`.
    pub(crate) const THAT: Takes = Takes(2);
    /// A clause without `that`.
    pub(crate) const CLAUSE: Takes = Takes(4);
    /// An infinitive as what is said, of one of the three kinds below.
    pub(crate) const INFINITIVE: Takes = Takes(8);
    /// The infinitive right after the cue: `promised to resign`.
    pub(crate) const OWN_INFINITIVE: Takes = Takes(1024);
    /// Whoever is to act, and the infinitive: `urged them to stop`.
    pub(crate) const OBJECT_INFINITIVE: Takes = Takes(2048);
    /// The same behind a preposition: `called on them to stop`.
    pub(crate) const FOR_INFINITIVE: Takes = Takes(4096);
    /// A predicate with *as*: `described him as lazy`.
    pub(crate) const AS: Takes = Takes(8192);
    /// A person spoken to: `told reporters`.
    pub(crate) const ADDRESSEE: Takes = Takes(16);
    /// Quoted words inside its object: `called it a “disgrace”`.
    pub(crate) const FRAGMENT: Takes = Takes(32);
    /// A following preposition and gerund: `accused X of lying`.
    pub(crate) const ACCUSATION: Takes = Takes(64);

    /// A gerund as what is said: `denied taking`.
    pub(crate) const GERUND: Takes = Takes(128);
    /// A question as what is said: `did not say how`, `explained why`.
    pub(crate) const QUESTION: Takes = Takes(256);
    /// What is named, before the name: `called it`, so that `a group called “…”` is no quote.
    pub(crate) const OBJECT: Takes = Takes(512);
    /// A person, *for* and a gerund: `criticised them for lying`.
    pub(crate) const REPROACH: Takes = Takes(16384);
    /// No complement.
    pub(crate) const NONE: Takes = Takes(0);

    /// Both complements.
    pub(crate) const fn and(self, other: Takes) -> Takes {
        Takes(self.0 | other.0)
    }

    /// Whether the verb takes all of these.
    pub(crate) fn has(self, other: Takes) -> bool {
        self.0 & other.0 == other.0
    }

    fn named(word: &str) -> Option<Takes> {
        Some(match word {
            "quote" => Takes::QUOTE,
            "that" => Takes::THAT,
            "clause" => Takes::CLAUSE,
            "infinitive" => Takes::INFINITIVE.and(Takes::OWN_INFINITIVE),
            "object_infinitive" => Takes::INFINITIVE.and(Takes::OBJECT_INFINITIVE),
            "for_infinitive" => Takes::INFINITIVE.and(Takes::FOR_INFINITIVE),
            "reproach" => Takes::REPROACH,
            "as" => Takes::AS,
            "addressee" => Takes::ADDRESSEE,
            "fragment" => Takes::FRAGMENT,
            "accusation" => Takes::ACCUSATION,
            "gerund" => Takes::GERUND,
            "question" => Takes::QUESTION,
            "object" => Takes::OBJECT,
            _ => return None,
        })
    }
}

/// All words of all tables.
#[derive(Debug, Clone)]
pub(crate) struct Lexicon {
    /// For each word its position in `words`, shifted left, and in the lowest bits its lists (see `names`).
    table: HashedWords,
    /// What the tables say of words beside the lists; the first is nothing.
    words: Vec<Word>,
    cues: Vec<Cue>,
    /// With which words page furniture begins.
    furniture: Vec<Box<str>>,
    offices: Offices,
}

impl Lexicon {
    /// The lexicon of the tables in `src/data`.
    pub(crate) fn built_in() -> Result<Self, Error> {
        let table = names::listed();
        let offices = Offices::read("same_office.tsv", include_str!("../data/same_office.tsv"))?;
        let words = vec![Word::default()];
        let mut lexicon = Self { table, words, cues: Vec::new(), furniture: Vec::new(), offices };
        lexicon.read_words("words.tsv", include_str!("../data/words.tsv"))?;
        lexicon.read_nouns("nouns.tsv", include_str!("../data/nouns.tsv"))?;
        lexicon.read_cues("cues.tsv", include_str!("../data/cues.tsv"))?;
        lexicon.read_furniture("furniture.tsv", include_str!("../data/furniture.tsv"))?;
        lexicon.read_words("place_words.tsv", include_str!("../data/place_words.tsv"))?;
        names::read(&mut lexicon);
        Ok(lexicon)
    }

    /// What is known of the word as written in the text, in any case.
    pub(crate) fn word(&self, written: &str) -> Word {
        let Some(found) = self.table.get(written) else { return Word::default() };
        let known = match (found >> names::BITS) as usize {
            0 => self.compound(written),
            at => self.words[at],
        };
        Word { classes: known.classes | names::classes(found), ..known }
    }

    /// Whether the noun may stand for somebody whose title has this head: `lawmaker` for `Senator`.
    pub(crate) fn means(&self, noun: &str, head: &str) -> bool {
        self.offices.mean(noun, head)
    }

    /// A hyphenated word is what its last part is, if that is a noun: `vice-chairman`, `singer-guitarists`.
    fn compound(&self, word: &str) -> Word {
        let plain = word.is_ascii();
        let parts = if plain { word.rsplit_once('-') } else { word.rsplit_once(['-', '\u{2010}', '\u{2011}']) };
        let Some((_, last)) = parts else { return Word::default() };
        let last = self.known(last);
        let nouns = Class::ROLE.union(Class::HUMAN).union(Class::GROUP).union(Class::COLLECTIVE).union(Class::PLURAL);
        let nouns = nouns.union(Class::FEMININE).union(Class::MASCULINE);
        let known = Class(last.classes.0 & nouns.0);
        Word { classes: if known.0 == 0 { agent(word) } else { known }, ..Word::default() }
    }

    /// What the tables say of the word beside the lists.
    fn known(&self, word: &str) -> Word {
        self.words[(self.table.get(word).unwrap_or_default() >> names::BITS) as usize]
    }

    /// The entry of the word, a new one where it has none.
    fn entry(&mut self, word: &str) -> &mut Word {
        let at = self.entry_at(word);
        &mut self.words[at]
    }

    fn entry_at(&mut self, word: &str) -> usize {
        let (words, mut at) = (&mut self.words, 0);
        self.table.update(word, |found| {
            at = (found >> names::BITS) as usize;
            if at == 0 {
                at = words.len();
                words.push(Word::default());
            }
            (at as u64) << names::BITS | found & names::LISTS
        });
        at
    }

    /// The verb behind a form.
    pub(crate) fn cue(&self, form: CueForm) -> &Cue {
        &self.cues[usize::from(form.id)]
    }

    /// Puts a word into further classes.
    pub(crate) fn add(&mut self, word: &str, class: Class) {
        let entry = self.entry(&word.to_lowercase());
        entry.classes = entry.classes | class;
    }

    /// Notes that a number table has the word, without saying more of it than is known.
    pub(crate) fn add_quantity(&mut self, word: &str, number: u16) {
        let (compound, first) = (self.compound(word), self.words.len());
        let at = self.entry_at(word);
        let entry = &mut self.words[at];
        if at == first {
            *entry = compound;
        }
        entry.classes = entry.classes | Class::QUANTITY;
        entry.quantity = number;
    }

    /// The phrases with which page furniture begins: `click here`.
    pub(crate) fn furniture(&self) -> impl Iterator<Item = &str> {
        self.furniture.iter().map(|phrase| &**phrase)
    }

    fn read_furniture(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        table.require("phrase")?;
        for row in table.rows() {
            self.furniture.push(row?.get("phrase").into());
        }
        Ok(())
    }

    fn read_words(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        table.require("word")?;
        table.require("class")?;
        for row in table.rows() {
            let row = row?;
            let class = classes_of(&row)?;
            for word in row.list("word") {
                self.add(word, class);
            }
        }
        Ok(())
    }

    /// Nouns are listed in the singular; the plural is formed by rule, or given where it is irregular.
    fn read_nouns(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        table.require("noun")?;
        table.require("class")?;
        for row in table.rows() {
            let row = row?;
            let class = classes_of(&row)?;
            let noun = row.get("noun");
            self.add(noun, class);
            let plural = match row.get("plural") {
                "" => inflect::plural(noun),
                "-" => continue,
                given => given.to_owned(),
            };
            let people = Class::ROLE | Class::HUMAN;
            let group = if class.0 & people.0 != 0 { Class::GROUP } else { Class::default() };
            self.add(&plural, class | group | Class::PLURAL);
        }
        Ok(())
    }

    fn read_cues(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        table.require("lemma")?;
        table.require("takes")?;
        for row in table.rows() {
            let row = row?;
            let mut takes = Takes::default();
            for word in row.list("takes") {
                let Some(named) = Takes::named(word) else {
                    return Err(row.error("takes", format!("`{word}` is no complement"), "see the head of the table"));
                };
                takes.0 |= named.0;
            }
            let id =
                u16::try_from(self.cues.len()).map_err(|_| row.error("lemma", "too many verbs", "keep to 65,535"))?;
            let lemma = row.get("lemma");
            let particle = Some(row.get("particle")).filter(|word| !word.is_empty()).map(Into::into);
            self.cues.push(Cue { takes, particle, negative: row.get("class") == "deny" });
            for (form, word) in inflect::verb(lemma, row.get("past"), row.get("participle")) {
                let entry = self.entry(&word);
                entry.cue.get_or_insert(CueForm { id, form });
            }
        }
        Ok(())
    }
}

/// Whether the ending makes a noun somebody who does something, one or several.
fn agent(word: &str) -> Class {
    const ENDINGS: [&str; 8] = ["er", "or", "ist", "ian", "eer", "man", "woman", "person"];
    let is_agent = |noun: &str| ENDINGS.iter().any(|end| noun.len() > end.len() + 2 && noun.ends_with(end));
    match word.strip_suffix('s') {
        _ if is_agent(word) => Class::AGENT,
        Some(singular) if is_agent(singular) => Class::AGENT,
        _ => Class::default(),
    }
}

fn classes_of(row: &Row<'_>) -> Result<Class, Error> {
    row.list("class").try_fold(Class::default(), |all, word| {
        let class = Class::named(word).ok_or_else(|| {
            row.error("class", format!("`{word}` is no class"), format!("use one of: {}", Class::names().join(", ")))
        })?;
        Ok(all | class)
    })
}
