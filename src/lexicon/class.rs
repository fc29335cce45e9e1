//! Word classes: what the tables say of a word, and what patterns ask of it.

use std::ops::BitOr;

use super::tsv::Row;
use crate::error::Error;

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(pub(super) u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        classes!(@bits 0; $($(#[$doc])* $name = $word;)*);
        impl Class {
            /// The class that tables call by this word.
            pub(super) fn named(word: &str) -> Option<Class> {
                match word { $($word => Some(Class::$name),)* _ => None }
            }

            pub(super) fn names() -> &'static [&'static str] {
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

/// The classes that a row of a table names.
pub(super) fn classes_of(row: &Row<'_>) -> Result<Class, Error> {
    row.list("class").try_fold(Class::default(), |all, word| {
        let class = Class::named(word).ok_or_else(|| {
            row.error("class", format!("`{word}` is no class"), format!("use one of: {}", Class::names().join(", ")))
        })?;
        Ok(all | class)
    })
}
