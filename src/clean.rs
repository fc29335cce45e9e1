//! The text without what a reader does not see, so that no later stage needs to think of it.

use crate::bytes;
use crate::extraction::Extraction;
use crate::span::{Fragment, Span};

/// A text in which soft hyphens and zero-width characters are gone and each run of white space inside a line is one space.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Clean {
    pub(crate) text: String,
    stretches: Vec<Stretch>,
}

/// From here to the next stretch the two texts are the same, or differ in one run of white space.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Stretch {
    /// Where it starts in the clean text.
    clean: usize,
    /// Where it starts in the original.
    original: usize,
}

impl Clean {
    /// The clean text, or `None` where there is nothing to clean, as in most articles.
    pub(crate) fn of(text: &str) -> Option<Clean> {
        let first = first_unclean(text)?;
        let mut clean = Clean { text: text[..first].to_owned(), stretches: vec![Stretch { clean: 0, original: 0 }] };
        clean.text.reserve(text.len() - first);
        let mut at = first;
        while let Some(ch) = text[at..].chars().next() {
            let rest = &text[at..];
            let len = if is_space(ch) { rest.len() - rest.trim_start_matches(is_faint).len() } else { ch.len_utf8() };
            if is_space(ch) {
                clean.text.push(' ');
            } else if !is_invisible(ch) {
                clean.text.push(ch);
            }
            at += len;
            if is_faint(ch) && &text[at - len..at] != " " {
                clean.stretches.push(Stretch { clean: clean.text.len(), original: at });
            }
        }
        Some(clean)
    }

    /// What was extracted from the clean text, as fragments of the original.
    pub(crate) fn put_back<'t>(&self, extraction: Extraction<'_>, text: &'t str) -> Extraction<'t> {
        extraction.each_fragment(&mut |fragment| self.fragment(&fragment, text))
    }

    /// A fragment of the clean text as one of the original.
    pub(crate) fn fragment<'t>(&self, fragment: &Fragment<'_>, text: &'t str) -> Fragment<'t> {
        Fragment::new(text, self.original(fragment.span))
    }

    fn original(&self, span: Span) -> Span {
        // A run of white space has no end of its own in the original; nothing that is found ends with one.
        let words = span.of(&self.text).trim_end_matches(' ');
        let Some(last) = (span.start + words.len()).checked_sub(1).filter(|_| !words.is_empty()) else {
            return Span::default();
        };
        Span::new(self.byte(span.start), self.byte(last) + 1)
    }

    fn byte(&self, clean: usize) -> usize {
        let next = self.stretches.partition_point(|stretch| stretch.clean <= clean);
        let stretch = self.stretches[next - 1];
        clean - stretch.clean + stretch.original
    }
}

/// The byte at which cleaning has to begin.
fn first_unclean(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let double = bytes::position_of_pair(bytes, b' ');
    let before = double.map_or(bytes, |double| &bytes[..double]);
    let mut at = 0;
    while let Some(found) = bytes::position(before, at, |byte| (byte == b'\t') | (byte >= 0xc2)) {
        if text[found..].starts_with(is_faint) {
            return Some(run_start(bytes, found));
        }
        at = found + 1;
    }
    double
}

fn run_start(bytes: &[u8], at: usize) -> usize {
    at - usize::from(at > 0 && bytes[at - 1] == b' ')
}

/// White space that ends no line.
fn is_space(ch: char) -> bool {
    ch.is_whitespace() && !matches!(ch, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Soft hyphens, zero-width characters, marks of direction.
fn is_invisible(ch: char) -> bool {
    matches!(ch, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn is_faint(ch: char) -> bool {
    is_space(ch) || is_invisible(ch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_cleaned_where_nothing_needs_it() {
        assert_eq!(Clean::of("“Très bien,” she said.\r\n\r\nNo — never…\u{2028}"), None);
    }

    #[test]
    fn every_word_is_found_again_in_the_original() {
        let text = "\u{feff}  The\u{200b} ri\u{ad}ver\u{a0}\t rose \u{200b} 2\u{202f}000\u{ad} feet,\u{2060}\n \u{ad}\n said  é\u{200d}a\u{200b}";
        let clean = Clean::of(text).unwrap();
        assert_eq!(clean.text, " The river rose 2 000 feet,\n \n said éa");
        let mut words = Vec::new();
        let mut start = 0;
        for word in clean.text.split_inclusive(' ') {
            let span = Span::new(start, start + word.trim_end().len());
            words.push(clean.original(span).of(text));
            start += word.len();
        }
        let wanted = ["", "The", "ri\u{ad}ver", "rose", "2", "000", "feet,", "", "said", "é\u{200d}a"];
        assert_eq!(words, wanted);
    }
}
