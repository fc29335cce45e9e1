//! The word tables of numbers: what one look-up says of a word near a number.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasherDefault;

use super::amount::Amount;
use super::piece::pieces_of;
use crate::claim::ClaimKind;
use crate::error::Error;
use crate::lexicon::tsv::{Row, Table};
use crate::lexicon::{Class, LONGEST, Lexicon, WordHasher, folded, inflect};

/// How a word takes part in spelling a number out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cardinal {
    Zero,
    Digit,
    Teen,
    Tens,
    Hundred,
    Magnitude,
    /// `bn`: a magnitude after digits only.
    Abbreviation,
    /// `m`: a magnitude after digits where the context shows it.
    Letter,
    Dozen,
    Pair,
    /// `dozens`
    Vague,
    /// `scores`: vague only before `of`
    VagueOf,
    /// `several`
    VagueModifier,
    Half,
    /// `none`
    None,
    Article,
}

macro_rules! roles {
    ($($name:ident = $word:literal;)*) => {
        roles!(@bits 0; $($name = $word;)*);
        impl Role {
            fn named(word: &str) -> Option<Role> {
                match word { $($word => Some(Role::$name),)* _ => None }
            }
        }
    };
    (@bits $n:expr; $name:ident = $word:literal; $($rest:tt)*) => {
        impl Role { pub(super) const $name: Role = Role(1 << $n); }
        roles!(@bits $n + 1; $($rest)*);
    };
    (@bits $n:expr;) => {};
}

/// A set of the roles that `number_contexts.tsv` explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Role(u64);

roles! {
    LABEL = "label";
    CAPITAL_LABEL = "capital_label";
    RANK_LABEL = "rank_label";
    TELEPHONE = "telephone";
    STREET = "street";
    CLOCK = "clock";
    SCORE = "score";
    CONTEST = "contest";
    INTERPOSED = "interposed";
    ORDINAL_FOLLOW = "ordinal_follow";
    CENTURY = "century";
    AGE = "age";
    OLD = "old";
    CHANGE = "change";
    EARN = "earn";
    PLURAL = "plural";
    SINGULAR_S = "singular_s";
    HYPHEN_NAME = "hyphen_name";
    ONE_CUE = "one_cue";
    OF_RANGE = "of_range";
    SKIP = "skip";
    NOT_OBJECT = "not_object";
    FAVOURITE = "favourite";
    TIMES_FOLLOW = "times_follow";
    DIMENSION = "dimension";
    NAME = "name";
    RATE_BASE = "rate_base";
    ORDINAL_SUFFIX = "ordinal_suffix";
    PLACED = "placed";
    NO_MULTIPLY = "no_multiply";
    COSTS = "costs";
    TRAILING = "trailing";
    COPULA = "copula";
    AGED_GROUP = "aged_group";
    DIES = "dies";
}

/// Where a unit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// After the number, as a word: `five miles`.
    Word,
    /// After digits: `5km`.
    Symbol,
    /// Before digits: `$5`.
    Before,
    /// On either side of digits: `EUR 5`.
    Both,
}

/// One way of writing a unit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Measure {
    /// The pieces after the first.
    pub(super) rest: Vec<Box<str>>,
    pub(super) code: Box<str>,
    pub(super) kind: ClaimKind,
    pub(super) scale: Amount,
    pub(super) place: Place,
    /// The one letter that it must be written with: `C`, but not `c`.
    pub(super) letter: Option<char>,
    /// Whether it is written in the plural: `miles`.
    pub(super) plural: bool,
}

/// What a qualifier says of the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    AtLeast,
    AtMost,
    Approx,
    Range,
}

/// A phrase that bounds or softens a number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Qualifier {
    /// Its words; those before a number in reverse order, so that both sides are read away from the number.
    pub(super) words: Vec<Box<str>>,
    pub(super) bound: Bound,
    pub(super) parted: bool,
    only: Vec<ClaimKind>,
    unsure: Vec<ClaimKind>,
}

impl Qualifier {
    /// Whether it bounds numbers of this kind.
    pub(super) fn suits(&self, kind: ClaimKind) -> bool {
        self.only.is_empty() || self.only.contains(&kind)
    }

    /// Whether it bounds numbers of this kind only after a preposition or an adverb.
    pub(super) fn unsure(&self, kind: ClaimKind) -> bool {
        self.unsure.contains(&kind)
    }
}

/// What the tables say of one word.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Entry {
    pub(super) cardinal: Option<(Cardinal, u64)>,
    /// `third`, `thirds` (plural)
    pub(super) denominator: Option<(u32, bool)>,
    pub(super) ordinal: Option<u32>,
    /// `twice`
    pub(super) multiple: Option<u32>,
    /// `doubled`, `halved`
    pub(super) multiply: Option<Amount>,
    roles: Role,
    measures: (u16, u16),
    before: (u16, u16),
    after: (u16, u16),
}

impl Entry {
    pub(super) fn is(&self, role: Role) -> bool {
        self.roles.0 & role.0 != 0
    }

    pub(super) fn is_any(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.is(*role))
    }

    fn starts_number(&self) -> bool {
        let cardinal =
            self.cardinal.is_some_and(|(role, _)| !matches!(role, Cardinal::Abbreviation | Cardinal::Letter));
        cardinal
            || self.denominator.is_some()
            || self.ordinal.is_some()
            || self.multiple.is_some()
            || self.multiply.is_some()
    }
}

/// The tables of numbers, units, qualifiers and the words beside them.
#[derive(Debug, Clone)]
pub(crate) struct NumberWords {
    entries: HashMap<Box<str>, Entry, BuildHasherDefault<WordHasher>>,
    measures: Vec<Measure>,
    qualifiers: Vec<Qualifier>,
}

impl NumberWords {
    /// The tables in `src/data`. Marks in `lexicon` the words that a number may start with, so that the token's own look-up
    /// tells where to look.
    pub(crate) fn built_in(lexicon: &mut Lexicon) -> Result<Self, Error> {
        let mut words = Self { entries: HashMap::default(), measures: Vec::new(), qualifiers: Vec::new() };
        words.read_numbers("number_words.tsv", include_str!("../data/number_words.tsv"))?;
        words.read_contexts("number_contexts.tsv", include_str!("../data/number_contexts.tsv"))?;
        words.read_units("units.tsv", include_str!("../data/units.tsv"))?;
        words.read_qualifiers("qualifiers.tsv", include_str!("../data/qualifiers.tsv"))?;
        for (word, entry) in &words.entries {
            if entry.starts_number()
                || words.measures_of(*entry).iter().any(|m| matches!(m.place, Place::Before | Place::Both))
            {
                lexicon.add(word, Class::NUMBER);
            }
        }
        Ok(words)
    }

    /// What is known of a word as written, in any case.
    pub(super) fn entry(&self, written: &str) -> Entry {
        let mut buffer = [0; LONGEST];
        folded(written, &mut buffer).and_then(|word| self.entries.get(word)).copied().unwrap_or_default()
    }

    /// The units that begin with the word, the longest first.
    pub(super) fn measures_of(&self, entry: Entry) -> &[Measure] {
        &self.measures[usize::from(entry.measures.0)..usize::from(entry.measures.1)]
    }

    /// The qualifiers before a number that end with the word, the longest first.
    pub(super) fn qualifiers_before(&self, entry: Entry) -> &[Qualifier] {
        &self.qualifiers[usize::from(entry.before.0)..usize::from(entry.before.1)]
    }

    /// The qualifiers after a number that begin with the word, the longest first.
    pub(super) fn qualifiers_after(&self, entry: Entry) -> &[Qualifier] {
        &self.qualifiers[usize::from(entry.after.0)..usize::from(entry.after.1)]
    }

    fn read_numbers(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        for column in ["word", "role", "value"] {
            table.require(column)?;
        }
        for row in table.rows() {
            let row = row?;
            let amount = Amount::parse(row.get("value")).ok_or_else(|| {
                row.error("value", "this is no number", "write it in digits, with `.` before decimals")
            })?;
            let entry = self.entries.entry(row.get("word").into()).or_default();
            add_number(entry, &row, amount)?;
        }
        Ok(())
    }

    fn read_contexts(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        table.require("word")?;
        table.require("role")?;
        for row in table.rows() {
            let row = row?;
            for word in row.list("role") {
                let Some(role) = Role::named(word) else {
                    return Err(row.error("role", format!("`{word}` is no role"), "see the head of the table"));
                };
                self.entries.entry(row.get("word").into()).or_default().roles.0 |= role.0;
            }
        }
        Ok(())
    }

    fn read_units(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        for column in ["unit", "code", "kind"] {
            table.require(column)?;
        }
        let mut by_first: BTreeMap<Box<str>, Vec<Measure>> = BTreeMap::new();
        for row in table.rows() {
            let row = row?;
            let singular = row.get("unit");
            let plural = match row.get("plural") {
                "" => inflect::plural(singular),
                given => given.to_owned(),
            };
            for written in [singular, &plural] {
                let mut pieces = pieces_of(written).map(Box::from);
                let Some(first) = pieces.next().filter(|_| written != "-") else { continue };
                let measure = Measure { rest: pieces.collect(), plural: written != singular, ..measure_of(&row)? };
                by_first.entry(first.to_lowercase().into()).or_default().push(measure);
            }
        }
        for (first, mut measures) in by_first {
            measures.sort_by_key(|measure| std::cmp::Reverse(measure.rest.len()));
            let from = self.measures.len() as u16;
            self.measures.extend(measures);
            self.entries.entry(first).or_default().measures = (from, self.measures.len() as u16);
        }
        Ok(())
    }

    fn read_qualifiers(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        for column in ["phrase", "bound", "side"] {
            table.require(column)?;
        }
        let mut by_nearest: BTreeMap<(bool, Box<str>), Vec<Qualifier>> = BTreeMap::new();
        for row in table.rows() {
            let row = row?;
            let after = row.get("side") == "after";
            let qualifier = qualifier_of(&row, after)?;
            let Some(nearest) = qualifier.words.first().cloned() else { continue };
            by_nearest.entry((after, nearest)).or_default().push(qualifier);
        }
        for ((after, nearest), mut qualifiers) in by_nearest {
            qualifiers.sort_by_key(|qualifier| std::cmp::Reverse(qualifier.words.len()));
            let from = self.qualifiers.len() as u16;
            self.qualifiers.extend(qualifiers);
            let range = (from, self.qualifiers.len() as u16);
            let entry = self.entries.entry(nearest).or_default();
            *(if after { &mut entry.after } else { &mut entry.before }) = range;
        }
        Ok(())
    }
}

fn add_number(entry: &mut Entry, row: &Row<'_>, amount: Amount) -> Result<(), Error> {
    let whole = amount.whole().unwrap_or_default();
    let small = u32::try_from(whole).unwrap_or_default();
    let cardinal = match row.get("role") {
        "zero" => Cardinal::Zero,
        "digit" => Cardinal::Digit,
        "teen" => Cardinal::Teen,
        "tens" => Cardinal::Tens,
        "hundred" => Cardinal::Hundred,
        "magnitude" => Cardinal::Magnitude,
        "abbreviation" => Cardinal::Abbreviation,
        "letter" => Cardinal::Letter,
        "dozen" => Cardinal::Dozen,
        "pair" => Cardinal::Pair,
        "vague" => Cardinal::Vague,
        "vague_of" => Cardinal::VagueOf,
        "vague_modifier" => Cardinal::VagueModifier,
        "half" => Cardinal::Half,
        "none" => Cardinal::None,
        "article" => Cardinal::Article,
        role => return add_other(entry, row, role, (amount, small)),
    };
    entry.cardinal = Some((cardinal, whole));
    Ok(())
}

fn add_other(entry: &mut Entry, row: &Row<'_>, role: &str, (amount, small): (Amount, u32)) -> Result<(), Error> {
    match role {
        "denominator" => (entry.denominator, entry.ordinal) = (Some((small, false)), Some(small)),
        "denominators" => entry.denominator = Some((small, true)),
        "ordinal" => entry.ordinal = Some(small),
        "multiple" => entry.multiple = Some(small),
        "multiply" => entry.multiply = Some(amount),
        role => return Err(row.error("role", format!("`{role}` is no role"), "see the head of the table")),
    }
    Ok(())
}

fn kind_of(row: &Row<'_>, column: &str, word: &str) -> Result<ClaimKind, Error> {
    Ok(match word {
        "money" => ClaimKind::Money,
        "percent" => ClaimKind::Percent,
        "duration" => ClaimKind::Duration,
        "distance" => ClaimKind::Distance,
        "measure" => ClaimKind::Measure,
        "age" => ClaimKind::Age,
        _ => return Err(row.error(column, format!("`{word}` is no kind"), "see the head of the table")),
    })
}

fn measure_of(row: &Row<'_>) -> Result<Measure, Error> {
    let place = match row.get("place") {
        "" => Place::Word,
        "symbol" => Place::Symbol,
        "before" => Place::Before,
        "both" => Place::Both,
        word => return Err(row.error("place", format!("`{word}` is no place"), "see the head of the table")),
    };
    let scale = match row.get("scale") {
        "" => Amount::ONE,
        scale => Amount::parse(scale)
            .ok_or_else(|| row.error("scale", "this is no number", "write it in digits, with `.` before decimals"))?,
    };
    let mut letters = row.get("unit").chars();
    let letter = letters.next().filter(|ch| ch.is_alphabetic() && place == Place::Symbol && letters.next().is_none());
    let (code, kind) = (row.get("code").into(), kind_of(row, "kind", row.get("kind"))?);
    Ok(Measure { rest: Vec::new(), code, kind, scale, place, letter, plural: false })
}

fn qualifier_of(row: &Row<'_>, after: bool) -> Result<Qualifier, Error> {
    let bound = match row.get("bound") {
        "at_least" => Bound::AtLeast,
        "at_most" => Bound::AtMost,
        "approx" => Bound::Approx,
        "range" => Bound::Range,
        word => return Err(row.error("bound", format!("`{word}` is no bound"), "see the head of the table")),
    };
    let mut words: Vec<Box<str>> = row.get("phrase").split(' ').map(Box::from).collect();
    if !after {
        words.reverse();
    }
    let kinds = |column| row.list(column).map(|kind| kind_of(row, column, kind)).collect::<Result<_, _>>();
    Ok(Qualifier { words, bound, parted: row.get("parted") == "yes", only: kinds("only")?, unsure: kinds("unsure")? })
}
