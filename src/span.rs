//! Positions in the article: [`Span`], [`Fragment`] and the converters of [`Offsets`].

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A stretch of the article in UTF-8 bytes, half open: `start` is inside, `end` is not.
///
/// ```
/// use pullquote::Span;
/// let span = Span::new(0, 7);
/// assert_eq!(span.of("Ann Lee spoke."), "Ann Lee");
/// assert_eq!((span.len(), span.is_empty()), (7, false));
/// assert!(span.contains(Span::new(4, 7)) && !span.contains(Span::new(4, 8)));
/// assert!(span.overlaps(Span::new(4, 14)) && !span.overlaps(Span::new(7, 14)));
/// assert_eq!(span.cover(Span::new(8, 13)), Span::new(0, 13));
/// assert_eq!(span.of("Ça va"), "", "it ends after the text");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, but without, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The text that the span covers, or the empty string where it does not lie on character boundaries of `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside this span.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A stretch of the article with its text, so that every result proves itself: `span.of(article) == text`.
///
/// ```
/// let article = "“We are ready,” said Ann Lee.";
/// let name = pullquote::extract(article).quotes[0].speaker.clone().unwrap().name;
/// assert_eq!(name.span.of(article), name.text);
/// assert_eq!(name.to_string(), "Ann Lee");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Fragment<'t> {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// What stands there.
    pub text: Cow<'t, str>,
}

impl<'t> Fragment<'t> {
    /// The fragment of `text` at `span`; of the empty string where the span does not lie on character boundaries of `text`.
    pub fn new(text: &'t str, span: Span) -> Self {
        Self { span, text: Cow::Borrowed(span.of(text)) }
    }

    /// A copy that owns its text and so outlives the article, as of
    /// [`Extraction::into_owned`](crate::Extraction::into_owned).
    pub fn into_owned(self) -> Fragment<'static> {
        Fragment { span: self.span, text: Cow::Owned(self.text.into_owned()) }
    }
}

impl std::fmt::Display for Fragment<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// Converts byte spans to the units that other languages count in.
///
/// Python counts code points, JavaScript and Java UTF-16 units. Building it reads the text once; a conversion takes
/// logarithmic time in the number of characters outside ASCII.
///
/// ```
/// use pullquote::{Offsets, Span};
/// let text = "“Très 👍,” she said.";
/// let said = text.find("said").map(|at| Span::new(at, at + 4)).unwrap();
/// let offsets = Offsets::new(text);
/// assert_eq!(offsets.code_points(said), Span::new(14, 18));
/// assert_eq!(offsets.utf16(said), Span::new(15, 19));
/// ```
#[derive(Debug, Clone)]
pub struct Offsets {
    /// For each character outside ASCII: the byte after it, and the surplus of bytes over code points and over UTF-16
    /// units up to there.
    wide: Vec<Wide>,
}

#[derive(Debug, Clone, Copy)]
struct Wide {
    end: usize,
    over_code_points: usize,
    over_utf16: usize,
}

impl Offsets {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        let mut wide = Vec::new();
        let (mut over_code_points, mut over_utf16) = (0, 0);
        for (at, ch) in text.char_indices().filter(|(_, ch)| !ch.is_ascii()) {
            over_code_points += ch.len_utf8() - 1;
            over_utf16 += ch.len_utf8() - ch.len_utf16();
            wide.push(Wide { end: at + ch.len_utf8(), over_code_points, over_utf16 });
        }
        Self { wide }
    }

    /// The span in code points. An offset inside a character counts as the character's start plus the bytes into it.
    pub fn code_points(&self, span: Span) -> Span {
        self.shifted(span, |w| w.over_code_points)
    }

    /// The span in UTF-16 code units.
    pub fn utf16(&self, span: Span) -> Span {
        self.shifted(span, |w| w.over_utf16)
    }

    fn shifted(&self, span: Span, over: impl Fn(&Wide) -> usize) -> Span {
        let at = |byte: usize| {
            let before = self.wide.partition_point(|w| w.end <= byte);
            byte - before.checked_sub(1).map_or(0, |last| over(&self.wide[last]))
        };
        Span::new(at(span.start), at(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_counting() {
        let text = "a“b”é👍z\u{301}.";
        let offsets = Offsets::new(text);
        for (at, _) in text.char_indices() {
            let before = &text[..at];
            let span = offsets.code_points(Span::new(0, at));
            assert_eq!(span.end, before.chars().count(), "code points before byte {at}");
            assert_eq!(
                offsets.utf16(Span::new(0, at)).end,
                before.encode_utf16().count(),
                "UTF-16 units before byte {at}"
            );
        }
    }

    #[test]
    fn span_off_a_character_boundary_is_empty_text() {
        assert_eq!(Span::new(1, 2).of("é"), "");
        assert_eq!(Span::new(0, 9).of("abc"), "");
    }
}
