//! The word tables of numbers: what one look-up says of a word near a number.

use super::amount::Amount;
use crate::claim::ClaimKind;
use crate::error::Error;
use crate::lexicon::{Class, HashedWords, Lexicon, PlainWord};
use crate::token::{Kind, Token};

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
            pub(super) fn named(word: &str) -> Option<Role> {
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
pub(super) struct Role(pub(super) u64);

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
    WEIGHS = "weighs";
    BLOCK = "block";
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
    pub(super) code: &'static str,
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
    /// The first letter of the second word, if it has one: it tells of nearly all that they do not stand there.
    pub(super) second: Option<u8>,
    pub(super) bound: Bound,
    pub(super) parted: bool,
    pub(super) only: Vec<ClaimKind>,
    pub(super) unsure: Vec<ClaimKind>,
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
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Entry {
    word: Box<str>,
    pub(super) cardinal: Option<(Cardinal, u64)>,
    /// `third`, `thirds` (plural)
    pub(super) denominator: Option<(u32, bool)>,
    pub(super) ordinal: Option<u32>,
    /// `twice`
    pub(super) multiple: Option<u32>,
    /// `doubled`, `halved`
    pub(super) multiply: Option<Amount>,
    pub(super) roles: Role,
    pub(super) measures: (u16, u16),
    pub(super) before: (u16, u16),
    pub(super) after: (u16, u16),
    /// Whether a qualifier before a number begins with it.
    pub(super) bounds: bool,
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
    /// For each word its position in `entries`.
    table: HashedWords,
    /// What the tables say of each word; the first is nothing.
    entries: Vec<Entry>,
    pub(super) measures: Vec<Measure>,
    pub(super) qualifiers: Vec<Qualifier>,
}

impl NumberWords {
    /// The tables in `src/data`. Marks in `lexicon` the words that a number may start with, so that the token's own look-up
    /// tells where to look.
    pub(crate) fn built_in(lexicon: &mut Lexicon) -> Result<Self, Error> {
        let (table, entries) = (HashedWords::with_slots(1 << 12), vec![Entry::default()]);
        let mut words = Self { table, entries, measures: Vec::new(), qualifiers: Vec::new() };
        words.read_numbers("number_words.tsv", include_str!("../data/number_words.tsv"))?;
        words.read_contexts("number_contexts.tsv", include_str!("../data/number_contexts.tsv"))?;
        words.read_units("units.tsv", include_str!("../data/units.tsv"))?;
        words.read_qualifiers("qualifiers.tsv", include_str!("../data/qualifiers.tsv"))?;
        for (number, entry) in words.entries.iter().enumerate().skip(1) {
            lexicon.add_quantity(&entry.word, number as u16);
            if entry.starts_number()
                || words.measures_of(entry).iter().any(|m| matches!(m.place, Place::Before | Place::Both))
            {
                lexicon.add(&entry.word, Class::NUMBER);
            }
        }
        Ok(words)
    }

    /// The entry of a word, a new one where it has none.
    pub(super) fn entry_mut(&mut self, word: &str) -> &mut Entry {
        let (entries, mut at) = (&mut self.entries, 0);
        self.table.update(word, |known| {
            if known == 0 {
                entries.push(Entry { word: word.into(), ..Entry::default() });
            }
            at = if known == 0 { entries.len() - 1 } else { known as usize };
            at as u64
        });
        &mut entries[at]
    }

    /// What is known of a word as written, in any case.
    pub(super) fn entry(&self, written: &str) -> &Entry {
        &self.entries[self.table.get(written).unwrap_or_default() as usize]
    }

    /// The same of a plain word.
    pub(super) fn plain_entry(&self, word: PlainWord) -> &Entry {
        &self.entries[self.table.get_plain(word).unwrap_or_default() as usize]
    }

    /// What is known of a token.
    pub(super) fn entry_of(&self, token: &Token) -> &Entry {
        self.numbered(if token.kind == Kind::Word { token.word.quantity() } else { 0 })
    }

    /// What is known of the word of a token, by its number there.
    pub(super) fn numbered(&self, number: u16) -> &Entry {
        &self.entries[usize::from(number)]
    }

    /// The units that begin with the word, the longest first.
    pub(super) fn measures_of(&self, entry: &Entry) -> &[Measure] {
        &self.measures[usize::from(entry.measures.0)..usize::from(entry.measures.1)]
    }

    /// The qualifiers before a number that end with the word, the longest first.
    pub(super) fn qualifiers_before(&self, entry: &Entry) -> &[Qualifier] {
        &self.qualifiers[usize::from(entry.before.0)..usize::from(entry.before.1)]
    }

    /// The qualifiers after a number that begin with the word, the longest first.
    pub(super) fn qualifiers_after(&self, entry: &Entry) -> &[Qualifier] {
        &self.qualifiers[usize::from(entry.after.0)..usize::from(entry.after.1)]
    }
}
