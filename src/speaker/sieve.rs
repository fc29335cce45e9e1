//! How a speaker was found, and why another was not: what explanations are made of.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How the speaker behind a mention was found: the first of these, in their order, that had an answer.
///
/// ```
/// use pullquote::{Extractor, Sieve};
/// let sieve = |text| Extractor::built_in().explain(text).speakers[0].sieve;
/// assert_eq!(sieve("“We are ready,” said Ann Lee."), Some(Sieve::Name));
/// assert_eq!(sieve("Ann Lee left. “We are ready,” she said."), Some(Sieve::NearestAgreeing));
/// assert_eq!(sieve("“We are ready,” she said."), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Sieve {
    /// The mention is a name.
    Name,
    /// Several mentions joined by *and*.
    Joined,
    /// The subject, earlier in the same sentence, with which the pronoun agrees.
    SameSentence,
    /// The nearest speaker or subject before with which the pronoun agrees.
    NearestAgreeing,
    /// Somebody's title has the noun: `the mayor`.
    Title,
    /// The gazetteer knows somebody's office by the noun: `the chancellor`.
    Office,
    /// Somebody's title has what goes with `leader` or `chief`: `the UN chief`.
    Leader,
    /// Somebody is of the age: `the 34-year-old`.
    Age,
    /// The organisation or person whose text it is: `the ministry’s report`, `an agency statement`.
    Author,
    /// An organisation's name has the noun: `the institute`.
    OrganizationName,
    /// The nearest person of whom no title is known yet: `The striker added`.
    UntitledPerson,
    /// The nearest organisation: `the company`.
    NearestOrganization,
    /// Somebody of whom the article said `a witness` before it says `the witness`, or `Lee’s wife, Ann,` before `his wife`.
    Introduced,
    /// The nearest person, by a word that tells little: `the Scot`, `the left-hander`, `the tycoon`.
    NearestPerson,
    /// The organisation that the next sentence names as its speaker: `a think tank said … . The Center for Rivers said …`; or whom
    /// the sentence behind a lead names: `A museum guard said … . ¶ Leo Spry, 40, …`
    NamedNext,
    /// Whoever says the words of a headline once more in the text.
    Echo,
    /// Nobody else: the description itself, which brings somebody in: `a spokesman`, `residents`.
    Description,
    /// Nobody else, although the words mean somebody known: `the ruling`, of a court that was not found.
    Unresolved,
}

impl Sieve {
    /// How often the sieve is right, from 0 to 1, where the rule was: the share of speakers with the right full name, measured
    /// by `tools/confidence/measure.py`, which also writes the figures. A sieve that was never seen there has 0.80.
    ///
    /// ```
    /// use pullquote::Sieve;
    /// assert!(Sieve::Name.confidence() > Sieve::Unresolved.confidence());
    /// ```
    pub fn confidence(self) -> f64 {
        match self {
            Sieve::Name => 1.00,
            Sieve::Joined => 0.86,
            Sieve::SameSentence => 0.99,
            Sieve::NearestAgreeing => 0.97,
            Sieve::Title => 0.99,
            Sieve::Office => 0.80,
            Sieve::Leader => 0.98,
            Sieve::Age => 0.80,
            Sieve::Author => 0.99,
            Sieve::OrganizationName => 0.99,
            Sieve::UntitledPerson => 0.99,
            Sieve::NearestOrganization => 0.99,
            Sieve::Introduced => 0.99,
            Sieve::NearestPerson => 0.99,
            Sieve::NamedNext => 0.98,
            Sieve::Echo => 0.99,
            Sieve::Description => 0.88,
            Sieve::Unresolved => 0.85,
        }
    }
}

/// Why somebody near a quote is not its speaker; [`Display`](fmt::Display) says it in words.
///
/// ```
/// assert_eq!(pullquote::Refusal::NamedInside.to_string(), "the quote names it");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Refusal {
    /// The words mean a person and this is none, or one and these are several: `Lee visited the bank. It said …`
    Kind,
    /// Title, honorific or given name tells another gender than the words do: `Ann met Tom. He said …`
    Gender,
    /// The quote's own words have the name: `Lee met Ortega. “Lee is right,” she said.`
    NamedInside,
    /// It asked what the quote answers: `“Why?” Lee asked. “No idea,” she replied.`
    Asked,
    /// It says the words that the quote stands in: `“He said ‘no’,” Lee said.`
    Reports,
    /// Hereabouts it is named only in quotation marks: `“I miss Ann.” … she said`
    Quoted,
    /// Neither its title nor its name has the noun: `the mayor` is no `Ann Lee, the judge`.
    Role,
    /// It fits too, and what was chosen stands nearer, or spoke last, or is a subject.
    Farther,
    /// It fits too, by a sieve that is less sure than the one that chose.
    LessSure,
    /// It fits as well as another, and none was chosen.
    Rival,
    /// It bears the name too, and another is meant by it: another `Lee`.
    Namesake,
    /// Nothing speaks against it but that it is too far away.
    OutOfReach,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::Kind => "another kind of speaker",
            Refusal::Gender => "another gender",
            Refusal::NamedInside => "the quote names it",
            Refusal::Asked => "asked the question",
            Refusal::Reports => "tells of somebody else",
            Refusal::Quoted => "named only in quotation marks",
            Refusal::Role => "no such title or name",
            Refusal::Farther => "fits, but farther away",
            Refusal::LessSure => "fits, but less surely",
            Refusal::Rival => "fits as well as another",
            Refusal::Namesake => "bears the name too",
            Refusal::OutOfReach => "too far away",
        })
    }
}
