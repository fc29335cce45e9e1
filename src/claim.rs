//! Public results: [`NumericClaim`], [`Quantity`], [`Unit`].

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::extraction::Change;
use crate::span::{Fragment, Span};

/// A quantity of something in the world that the text states: `at least 36 villages`.
///
/// Takes counts, money, percentages, measures, durations, ages, rates, ratios, multipliers, ranks and scores. Leaves dates,
/// years, clock times, telephone numbers, and numbers in names: `Section 230`, `T-80`.
///
/// ```
/// let extraction = pullquote::extract("The storm cut power to at least 36 villages on March 10.");
/// let claim = &extraction.claims[0];
/// assert_eq!(claim.to_string(), "at least 36 villages");
/// assert_eq!(claim.value(), Some(36.0));
/// assert_eq!(extraction.claims.len(), 1);
/// ```
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
///
/// ```
/// use pullquote::ClaimKind;
/// let kinds = |text| pullquote::extract(text).claims.iter().map(|claim| claim.kind).collect::<Vec<_>>();
/// assert_eq!(kinds("Ann Lee, 43, walked five miles."), [ClaimKind::Age, ClaimKind::Distance]);
/// assert_eq!(kinds("Ann Lee lives at 43 Hill Road."), []);
/// ```
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
///
/// Decimals come out as written: the digits are shifted first and read as a float once. Negated comparisons are bounds too:
/// `no more than 9` is at most 9, `no fewer than 9` at least 9.
///
/// ```
/// use pullquote::Quantity;
/// let quantity = |text| pullquote::extract(text).claims[0].quantity;
/// assert_eq!(quantity("It will cost $3-5 billion."), Quantity::Range { low: 3e9, high: 5e9 });
/// assert_eq!(quantity("No more than nine wells ran dry."), Quantity::AtMost { value: 9.0 });
/// assert_eq!(quantity("Dozens of wells ran dry."), Quantity::AtLeast { value: 20.0 });
/// ```
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
    ///
    /// ```
    /// use pullquote::Quantity;
    /// assert_eq!(Quantity::AtLeast { value: 36.0 }.value(), Some(36.0));
    /// assert_eq!(Quantity::Range { low: 7.0, high: 8.0 }.value(), None);
    /// ```
    pub fn value(self) -> Option<f64> {
        match self {
            Quantity::Exact { value }
            | Quantity::Approx { value }
            | Quantity::AtLeast { value }
            | Quantity::AtMost { value } => Some(value),
            Quantity::Range { .. } => None,
        }
    }

    /// The least that it may be as far as the text says, or `None` where it gives only the most.
    ///
    /// ```
    /// use pullquote::Quantity;
    /// assert_eq!(Quantity::Range { low: 7.0, high: 8.0 }.low(), Some(7.0));
    /// assert_eq!(Quantity::AtMost { value: 36.0 }.low(), None);
    /// ```
    pub fn low(self) -> Option<f64> {
        match self {
            Quantity::Range { low, .. } => Some(low),
            Quantity::AtMost { .. } => None,
            other => other.value(),
        }
    }

    /// The most that it may be as far as the text says, or `None` where it gives only the least.
    ///
    /// ```
    /// use pullquote::Quantity;
    /// assert_eq!(Quantity::Range { low: 7.0, high: 8.0 }.high(), Some(8.0));
    /// assert_eq!(Quantity::AtLeast { value: 36.0 }.high(), None);
    /// ```
    pub fn high(self) -> Option<f64> {
        match self {
            Quantity::Range { high, .. } => Some(high),
            Quantity::AtLeast { .. } => None,
            other => other.value(),
        }
    }
}

/// A unit by its code: an ISO 4217 code for money (`USD`), else a singular English name (`kilometer`, `percent`).
///
/// The codes stand in `src/data/units.tsv`. `$` without a country is `USD`.
///
/// ```
/// let unit = |text| pullquote::extract(text).claims[0].unit.clone().map(|unit| unit.to_string());
/// assert_eq!(unit("It cost £40.").as_deref(), Some("GBP"));
/// assert_eq!(unit("It lies 60km away.").as_deref(), Some("kilometer"));
/// assert_eq!(unit("It has 60 rooms."), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Unit(Cow<'static, str>);

impl Unit {
    /// The unit with this code.
    ///
    /// ```
    /// assert_eq!(pullquote::Unit::new("USD").code(), "USD");
    /// ```
    pub fn new(code: impl Into<Cow<'static, str>>) -> Self {
        Self(code.into())
    }

    /// The code: `USD`, `percent`, `kilometer`.
    ///
    /// ```
    /// assert_eq!(pullquote::Unit::new("kilometer").code(), "kilometer");
    /// ```
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'t> NumericClaim<'t> {
    /// The single number that the text names, or `None` for a range: [`Quantity::value`].
    ///
    /// ```
    /// let extraction = pullquote::extract("Half a million bees and 7 to 8 percent of the trees died.");
    /// let values: Vec<_> = extraction.claims.iter().map(|claim| claim.value()).collect();
    /// assert_eq!(values, [Some(500_000.0), None]);
    /// ```
    pub fn value(&self) -> Option<f64> {
        self.quantity.value()
    }

    /// From the first to the last byte of qualifier, number and object.
    ///
    /// ```
    /// let text = "On Monday deaths rose to at least 40.";
    /// let extraction = pullquote::extract(text);
    /// assert_eq!(extraction.claims[0].span().of(text), "deaths rose to at least 40");
    /// ```
    pub fn span(&self) -> Span {
        [&self.qualifier, &self.object].into_iter().flatten().fold(self.number.span, |span, part| span.cover(part.span))
    }

    /// A copy that owns its text, and so outlives the article.
    ///
    /// ```
    /// let first = |text: String| pullquote::extract(&text).claims.remove(0).into_owned();
    /// assert_eq!(first("Nine wells ran dry.".to_owned()).to_string(), "Nine wells");
    /// ```
    pub fn into_owned(self) -> NumericClaim<'static> {
        self.each_fragment(&mut Fragment::into_owned)
    }

    /// The same with each fragment changed.
    pub(crate) fn each_fragment<'u>(self, change: Change<'_, 't, 'u>) -> NumericClaim<'u> {
        NumericClaim {
            kind: self.kind,
            number: change(self.number),
            qualifier: self.qualifier.map(&mut *change),
            quantity: self.quantity,
            unit: self.unit,
            object: self.object.map(&mut *change),
        }
    }
}

/// In the article's words, in their order: `at least 36 villages`, `deaths 40`.
///
/// ```
/// let claims = pullquote::extract("A budget of some $9 million lost 11.5 points per game.").claims;
/// assert_eq!(claims[0].to_string(), "budget some $9 million");
/// assert_eq!(claims[1].to_string(), "11.5 points per game");
/// ```
impl fmt::Display for NumericClaim<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let outside = |part: &&Fragment<'_>| !self.number.span.contains(part.span);
        let around = [&self.qualifier, &self.object].into_iter().flatten().filter(outside);
        let mut parts: Vec<_> = around.chain([&self.number]).collect();
        parts.sort_by_key(|part| part.span);
        for (n, part) in parts.iter().enumerate() {
            write!(f, "{}{}", if n == 0 { "" } else { " " }, part.text)?;
        }
        Ok(())
    }
}
