//! Public results: [`NumericClaim`], [`Quantity`], [`Unit`].

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::span::{Fragment, Span};

/// A quantity of something in the world that the text states: `at least 36 villages`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NumericClaim<'t> {
    /// What sort of quantity it is.
    pub kind: ClaimKind,
    /// The number with its unit: `$1.2 billion`, `60 kilometers`, `three dozen`.
    pub number: Fragment<'t>,
    /// The words that bound or soften it: `more than`, `almost`, `at least`.
    pub qualifier: Option<Fragment<'t>>,
    /// The value, and how surely.
    #[serde(flatten)]
    pub quantity: Quantity,
    /// What it is measured in; `None` for counts.
    pub unit: Option<Unit>,
    /// What is counted: `T-80 tanks`.
    pub object: Option<Fragment<'t>>,
}

/// What sort of quantity a claim states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ClaimKind {
    /// Things: `36 villages`.
    Count,
    /// `$1.2 billion`.
    Money,
    /// `7 percent`, `three percentage points`.
    Percent,
    /// `six months`.
    Duration,
    /// `60 kilometers`.
    Distance,
    /// Any other unit: `40 tonnes`, `5 hectares`, `30C`.
    Measure,
    /// So much per something: `$12 an hour`.
    Rate,
    /// `one in five`, `12 of the 15`, `two-thirds`.
    Ratio,
    /// `doubled`, `three times as many`, `tenfold`.
    Multiplier,
    /// A place in an order: `third-largest`, `number two`.
    Rank,
    /// `44-year-old`, `aged 6`.
    Age,
    /// The score of a match: `2-1`.
    Score,
}

/// How much, and how surely. Values are plain base numbers: 1.2 billion is `1200000000.0`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "bound", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Quantity {
    /// `36`.
    Exact {
        /// The number.
        value: f64,
    },
    /// `about 36`, `almost 36`.
    Approx {
        /// The number that the text names.
        value: f64,
    },
    /// `at least 36`, `more than 36`; also `dozens`, with its low end 20.
    AtLeast {
        /// The lower bound.
        value: f64,
    },
    /// `up to 36`, `fewer than 36`.
    AtMost {
        /// The upper bound.
        value: f64,
    },
    /// `7 to 8`.
    Range {
        /// The smaller end.
        low: f64,
        /// The greater end.
        high: f64,
    },
}

impl Quantity {
    /// The single number that the text names, or `None` for a range.
    pub fn value(self) -> Option<f64> {
        match self {
            Quantity::Exact { value }
            | Quantity::Approx { value }
            | Quantity::AtLeast { value }
            | Quantity::AtMost { value } => Some(value),
            Quantity::Range { .. } => None,
        }
    }
}

/// A unit by its code: an ISO 4217 code for money (`USD`), else a singular English name (`kilometer`, `percent`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Unit(Cow<'static, str>);

impl Unit {
    /// The unit with this code.
    pub fn new(code: impl Into<Cow<'static, str>>) -> Self {
        Self(code.into())
    }

    /// The code: `USD`, `percent`, `kilometer`.
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl NumericClaim<'_> {
    /// From the first to the last byte of qualifier, number and object.
    pub fn span(&self) -> Span {
        [&self.qualifier, &self.object].into_iter().flatten().fold(self.number.span, |span, part| span.cover(part.span))
    }

    /// A copy that owns its text.
    pub fn into_owned(self) -> NumericClaim<'static> {
        NumericClaim {
            kind: self.kind,
            number: self.number.into_owned(),
            qualifier: self.qualifier.map(Fragment::into_owned),
            quantity: self.quantity,
            unit: self.unit,
            object: self.object.map(Fragment::into_owned),
        }
    }
}

/// In the article's words: `at least 36 villages`.
impl fmt::Display for NumericClaim<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<_> =
            [&self.qualifier, &Some(self.number.clone()), &self.object].into_iter().flatten().cloned().collect();
        parts.sort_by_key(|part| part.span);
        for (n, part) in parts.iter().enumerate() {
            write!(f, "{}{}", if n == 0 { "" } else { " " }, part.text)?;
        }
        Ok(())
    }
}
