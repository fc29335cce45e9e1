//! Whatever the text, the result is a possible one: see `check/mod.rs` for what that means.

mod check;
#[path = "check/pieces.rs"]
mod pieces;

use pieces::PIECES;
use proptest::prelude::*;
use pullquote::Offsets;

fn shuffled_pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// Pieces with spaces between, which come nearer to sentences.
fn near_sentences() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.join(" "))
}

fn check(text: &str) {
    let extraction = pullquote::extract(text);
    check::check(text, &extraction);
    assert_eq!(pullquote::extract(text), extraction, "the same text gives the same result");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn arbitrary_text(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn printable_text(text in "\\PC{0,400}") {
        check(&text);
    }

    #[test]
    fn pieces_without_spaces(text in shuffled_pieces()) {
        check(&text);
    }

    #[test]
    fn pieces_with_spaces(text in near_sentences()) {
        check(&text);
    }

    #[test]
    fn offsets_agree_with_counting(text in shuffled_pieces()) {
        let offsets = Offsets::new(&text);
        for quote in &pullquote::extract(&text).quotes {
            let span = quote.span();
            prop_assert_eq!(offsets.code_points(span).start, text[..span.start].chars().count());
            prop_assert_eq!(offsets.utf16(span).end, text[..span.end].encode_utf16().count());
        }
    }
}

#[test]
fn every_prefix_of_an_article() {
    let article = include_str!("articles/agency.txt");
    let ends = article.char_indices().map(|(at, _)| at).step_by(7);
    for end in ends {
        let text = &article[..end];
        check::check(text, &pullquote::extract(text));
    }
}

#[test]
fn line_endings_change_no_words() {
    let article = include_str!("articles/agency.txt");
    let words = |text: &str| pullquote::extract(text).quotes.iter().map(|quote| quote.text()).collect::<Vec<_>>();
    assert_eq!(words(article), words(&article.replace('\n', "\r\n")));
}

#[test]
fn texts_that_have_been_trouble_elsewhere() {
    let deep = "“‘".repeat(2_000);
    let commas = "said, ".repeat(5_000);
    let digits = "9".repeat(5_000);
    let one_line = "“We are ready,” said Maria Ortega, who had 36 boats, ".repeat(400);
    for text in ["", "\0", "\u{feff}", "\"", "“", "said", "''''''''", &deep, &commas, &digits, &one_line] {
        check(text);
    }
}
