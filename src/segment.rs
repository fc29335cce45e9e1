//! Paragraphs and sentences.

use crate::span::Span;

/// The paragraphs: lines that hold more than white space, without the white space around them.
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut paragraphs = Vec::new();
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}']) {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let from = start + (line.len() - line.trim_start().len());
            paragraphs.push(Span::new(from, from + trimmed.len()));
        }
        start += line.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_lines_without_their_margins() {
        let text = "  One.\r\n\r\n Two \u{2028}Three";
        let found: Vec<_> = paragraphs(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["One.", "Two", "Three"]);
        assert!(paragraphs(" \n\t\n").is_empty());
    }
}
