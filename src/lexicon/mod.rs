//! What the crate knows of single words: one look-up a token answers all questions about it.
//!
//! The words themselves stand in `src/data/*.tsv`.

mod class;
mod cue;
mod hashed;
pub(crate) mod inflect;
mod names;
mod offices;
#[cfg(test)]
mod tests;
pub(crate) mod tsv;

use crate::error::Error;
pub(crate) use class::Class;
use class::classes_of;
pub(crate) use cue::{Cue, CueClass, Takes};
pub(crate) use hashed::{HashedWords, PlainWord};
pub(crate) use names::country;
pub(crate) use offices::Heads;
use offices::Offices;
use tsv::Table;

/// What the lexicon knows of one word form.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Word {
    /// The bits of its classes, as bytes: a number would have to stand at a multiple of eight, and tokens would be longer.
    classes: [u8; 8],
    /// In twelve bits the cue with its form (see `CueForm::packed`), or 0, in one whether it may be a verb, in eleven the
    /// number in the tables of numbers, or 0.
    packed: [u8; 3],
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

impl Form {
    const ALL: [Form; 5] = [Form::Base, Form::Third, Form::Past, Form::Present, Form::Participle];
}

impl CueForm {
    /// A number from 1 on, which fits into twelve bits where there are fewer than `MOST_CUES`.
    fn packed(self) -> u16 {
        1 + self.id * Form::ALL.len() as u16 + self.form as u16
    }

    fn unpacked(number: u16) -> Option<CueForm> {
        let number = number.checked_sub(1)?;
        let forms = Form::ALL.len() as u16;
        Some(CueForm { id: number / forms, form: Form::ALL[usize::from(number % forms)] })
    }
}

/// How many cues a word can tell apart.
const MOST_CUES: usize = 800;

/// The highest numbers of twelve and of eleven bits.
const TWELVE: u16 = (1 << 12) - 1;
const ELEVEN: u16 = (1 << 11) - 1;

/// The bit of a word that may be a verb, in the second byte of three.
const MAY_BE_VERB: u8 = 1 << 4;

impl Word {
    fn classes(self) -> Class {
        Class(u64::from_ne_bytes(self.classes))
    }

    /// The word in further classes.
    fn with(self, class: Class) -> Word {
        Word { classes: (self.classes() | class).0.to_ne_bytes(), ..self }
    }

    /// Whether it belongs to one of the classes.
    pub(crate) fn is(self, class: Class) -> bool {
        self.classes().0 & class.0 != 0
    }

    /// Whether it is a form of some verb by the lists and ends as the third person does: `owes`, not `press`.
    pub(crate) fn may_be_third_person(self, written: &str) -> bool {
        self.may_be_verb() && written.ends_with('s') && !written.ends_with("ss")
    }

    /// The cue verb of which it is a form.
    pub(crate) fn cue(self) -> Option<CueForm> {
        CueForm::unpacked(u16::from_le_bytes([self.packed[0], self.packed[1]]) & TWELVE)
    }

    /// Its number in the tables of numbers, or 0.
    pub(crate) fn quantity(self) -> u16 {
        u16::from_le_bytes([self.packed[1], self.packed[2]]) >> 5
    }

    /// Whether it is a finite form of some verb, which may also be a noun: `owes`, `plans`.
    pub(crate) fn may_be_verb(self) -> bool {
        self.packed[1] & MAY_BE_VERB != 0
    }

    fn with_cue(self, cue: CueForm) -> Word {
        self.repacked(cue.packed(), self.quantity())
    }

    fn with_quantity(self, number: u16) -> Word {
        self.repacked(self.cue().map_or(0, CueForm::packed), number)
    }

    fn repacked(self, cue: u16, quantity: u16) -> Word {
        debug_assert!(cue <= TWELVE && quantity <= ELEVEN, "the tables outgrow a word's bits");
        let [first, second, third, _] = (u32::from(quantity) << 13 | u32::from(cue)).to_le_bytes();
        Word { packed: [first, second | self.packed[1] & MAY_BE_VERB, third], ..self }
    }

    /// With the lists that the table has the word in.
    fn listed(self, found: u64) -> Word {
        let [first, second, third] = self.packed;
        let verb = if names::is_verb(found) { MAY_BE_VERB } else { 0 };
        Word { packed: [first, second | verb, third], ..self.with(names::classes(found)) }
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
        self.classes().without(listed).0 == 0 && self.cue().is_none()
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
        match found >> names::BITS {
            0 => self.compound(written).listed(found),
            _ => self.entered(found),
        }
    }

    /// The same of a plain word.
    pub(crate) fn plain_word<'t>(&self, word: PlainWord, written: impl FnOnce() -> &'t str) -> Word {
        match self.table.get_plain(word) {
            Some(0) | None => scholar(written()),
            Some(found) => self.entered(found),
        }
    }

    fn entered(&self, found: u64) -> Word {
        self.words[(found >> names::BITS) as usize].listed(found)
    }

    /// The heads of the titles for which the noun may stand besides itself: `Senator` for `lawmaker`.
    pub(crate) fn other_heads(&self, noun: &str) -> Heads<'_> {
        self.offices.heads(noun)
    }

    /// A hyphenated word is what its last part is, if that is a noun: `vice-chairman`, `singer-guitarists`; and the first is
    /// what `father-of-two` is.
    fn compound(&self, word: &str) -> Word {
        let plain = word.is_ascii();
        let parts = if plain { word.rsplit_once('-') } else { word.rsplit_once(['-', '\u{2010}', '\u{2011}']) };
        let Some((_, last)) = parts else { return scholar(word) };
        let last = self.known(word.split_once("-of-").map_or(last, |(first, _)| first));
        let nouns = Class::ROLE.union(Class::HUMAN).union(Class::GROUP).union(Class::COLLECTIVE).union(Class::PLURAL);
        let nouns = nouns.union(Class::FEMININE).union(Class::MASCULINE).union(Class::KIN);
        let known = Class(last.classes().0 & nouns.0);
        Word::default().with(if known.0 == 0 { agent(word) } else { known })
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
        *entry = entry.with(class);
    }

    /// Notes that a number table has the word, without saying more of it than is known.
    pub(crate) fn add_quantity(&mut self, word: &str, number: u16) {
        let (compound, first) = (self.compound(word), self.words.len());
        let at = self.entry_at(word);
        let entry = &mut self.words[at];
        if at == first {
            *entry = compound;
        }
        *entry = entry.with(Class::QUANTITY).with_quantity(number);
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
            if self.cues.len() >= MOST_CUES {
                return Err(row.error("lemma", "too many verbs", "keep to 800"));
            }
            let id = self.cues.len() as u16;
            let lemma = row.get("lemma");
            let particle = Some(row.get("particle")).filter(|word| !word.is_empty()).map(Into::into);
            let class = CueClass::named(row.get("class"));
            self.cues.push(Cue { takes, particle, class });
            for (form, word) in inflect::verb(lemma, row.get("past"), row.get("participle")) {
                if class == CueClass::Hears && form == Form::Present {
                    continue; // a hearing is held
                }
                let entry = self.entry(&word);
                *entry = if entry.cue().is_some() { *entry } else { entry.with_cue(CueForm { id, form }) };
            }
        }
        Ok(())
    }
}

/// Whether the ending makes a noun somebody who does something.
pub(crate) fn is_agent(noun: &str) -> bool {
    const ENDINGS: [&str; 8] = ["er", "or", "ist", "ian", "eer", "man", "woman", "person"];
    ENDINGS.iter().any(|end| noun.len() > end.len() + 2 && noun.ends_with(end))
}

/// A word that no table has is a role where its ending tells that somebody has studied: `palaeoceanographer`.
fn scholar(word: &str) -> Word {
    const ENDINGS: [&str; 6] = ["ologist", "ographer", "onomist", "ochemist", "ophysicist", "iatrist"];
    let singular = word.strip_suffix('s').unwrap_or(word);
    let class = match ENDINGS.iter().any(|end| singular.len() > end.len() && singular.ends_with(end)) {
        true if singular.len() < word.len() => Class::ROLE.union(Class::PLURAL),
        true => Class::ROLE,
        false => Class::default(),
    };
    Word::default().with(class)
}

/// Whether the ending makes a noun somebody who does something, one or several.
fn agent(word: &str) -> Class {
    match word.strip_suffix('s') {
        _ if is_agent(word) => Class::AGENT,
        Some(singular) if is_agent(singular) => Class::AGENT,
        _ => Class::default(),
    }
}
