//! Who is "he", "Kostin", "the minister": from mentions to speakers with full name and title.

mod acronym;
mod apposition;
mod articled;
mod author;
mod body;
mod cast;
mod edge;
mod fronted;
mod heard;
mod lead;
mod losers;
mod namesakes;
mod newest;
mod noun;
mod party;
mod post;
mod pronoun;
mod relation;
mod resolve;
mod several;
mod sieve;
mod spelling;
mod title;

use std::ops::Range;

use crate::attribution::{Article, Attributed};
use crate::entity::Entities;
use crate::extraction::SpeakerKind;
use crate::gazetteer::Sex;
use crate::lexicon::Class;
use crate::token::Token;

use cast::Cast;
pub(crate) use losers::Loser;
pub use sieve::{Refusal, Sieve};

/// Somebody whom the article mentions, by whatever words.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Identity {
    pub(crate) kind: SpeakerKind,
    /// The fullest name, or the description.
    pub(crate) name: Range<usize>,
    /// The fullest role or office.
    pub(crate) title: Option<Range<usize>>,
    /// Whether a mere noun told its title: `The striker said`.
    concluded: bool,
    /// All roles and offices that the article gives.
    titles: Vec<Range<usize>>,
    /// The entry of the gazetteer, by index of its mention.
    pub(crate) entity: Option<usize>,
    gender: Option<Gender>,
    /// The token of `Ann Lee, 44,`.
    age: Option<usize>,
    /// Whether the article gives a name and no mere description.
    named: bool,
    /// Whether more than the shape of the name tells what it is.
    certain: bool,
    /// Whether the gazetteer has it as a place.
    place: bool,
    /// Whether a word such as `her son` brought the name in.
    kin: bool,
    /// The noun of an apposition: `group` of `a youth group, Light for All,`.
    called: Option<usize>,
}

impl Identity {
    fn nobody() -> Self {
        Self {
            kind: SpeakerKind::Person,
            name: 0..0,
            title: None,
            concluded: false,
            titles: Vec::new(),
            entity: None,
            gender: None,
            age: None,
            named: true,
            certain: false,
            place: false,
            called: None,
            kin: false,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Feminine,
    Masculine,
}

impl From<Sex> for Gender {
    fn from(sex: Sex) -> Self {
        match sex {
            Sex::Female => Gender::Feminine,
            Sex::Male => Gender::Masculine,
        }
    }
}

impl Gender {
    /// What the words of the two classes tell, unless a word is in both.
    fn of(token: &Token, feminine: Class, masculine: Class) -> Option<Gender> {
        match (token.is(feminine), token.is(masculine)) {
            (true, false) => Some(Gender::Feminine),
            (false, true) => Some(Gender::Masculine),
            _ => None,
        }
    }

    /// What a pronoun, honorific or role tells.
    fn marked(token: &Token) -> Option<Gender> {
        Gender::of(token, Class::FEMININE, Class::MASCULINE)
    }
}

/// Everybody in the article, and who each quote's speaker is.
#[derive(Debug)]
pub(crate) struct Speakers {
    pub(crate) identities: Vec<Identity>,
    /// For each quote its speaker, by index, and how it was found.
    pub(crate) of_quote: Vec<Option<(usize, Sieve)>>,
    /// For each quote those who are not its speaker, if [`Ask::Reasons`] was asked.
    pub(crate) losers: Vec<Vec<Loser>>,
}

/// What is wanted of this stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    /// The speakers.
    Speakers,
    /// Also who lost and why: for explanations.
    Reasons,
}

/// Finds the speaker of each quote.
pub(crate) fn speakers(
    article: &Article<'_>,
    entities: &Entities<'_, '_>,
    quotes: &[Attributed],
    ask: Ask,
) -> Speakers {
    if quotes.is_empty() {
        return Speakers { identities: Vec::new(), of_quote: Vec::new(), losers: Vec::new() };
    }
    let mut cast = Cast::new(article, entities);
    cast.enter_full_names();
    cast.enter_short_names();
    title::collect(&mut cast);
    apposition::link(&mut cast);
    resolve::resolve(cast, quotes, ask)
}
