//! Texts that nobody writes and that must not take more than their share of time.

use fastrand::Rng;

use super::words::Words;

/// A family of texts: its name, and one of its texts with at least this many bytes.
pub(crate) type Family = (&'static str, fn(usize) -> String);

/// All families.
pub(crate) const FAMILIES: [Family; 29] = [
    ("straight marks", |bytes| "\"".repeat(bytes)),
    ("marks and letters in turn", |bytes| filled("\"a", bytes)),
    ("marks and words in turn", |bytes| filled("\" a ", bytes)),
    ("opening marks", |bytes| filled("“", bytes)),
    ("opening marks and words", |bytes| filled("“word ", bytes)),
    ("single opening marks", |bytes| filled(" ‘a", bytes)),
    ("said said said", |bytes| filled("said ", bytes)),
    ("names alone", names),
    ("surnames alone", |bytes| filled("Ortega Lee ", bytes)),
    ("capitals", |bytes| filled("KYIV WARSAW NATO ", bytes)),
    ("capitals without a space", |bytes| "A".repeat(bytes)),
    ("digits", |bytes| "9".repeat(bytes)),
    ("1,000,000,…", |bytes| filled("1,000,000,", bytes)),
    ("numbers and ranges", |bytes| filled("3 to 4 or 5-6 ", bytes)),
    ("commas", |bytes| ",".repeat(bytes)),
    ("one paragraph", |bytes| super::one(super::Sort::Wire, bytes, 5).text.replace('\n', " ")),
    ("paragraphs of one letter", |bytes| filled("a\n", bytes)),
    ("parentheses", |bytes| filled("()", bytes / 2) + &filled("(", bytes / 2)),
    ("dots", |bytes| ".".repeat(bytes)),
    ("places and he said", places),
    ("a mark never closed", |bytes| {
        "“".to_owned() + &super::one(super::Sort::NoQuotes, bytes, 6).text.replace('\n', " ")
    }),
    ("a headline said again", |bytes| {
        let again = (filled("said ", bytes / 8) + "no ").repeat(4);
        format!("Lee: “{}”\n\nAnn Lee said: “{again}”", filled("said ", bytes / 2))
    }),
    ("deep nesting", |bytes| filled("“‘", bytes)),
    ("hyphens", |bytes| filled("a-", bytes)),
    ("dotted letters", |bytes| filled("a.b", bytes)),
    ("names without a space", |bytes| filled("Ann,Lee,", bytes)),
    ("one family in phrases", one_family),
    ("passages before their speaker", |bytes| filled("“Go.” ", bytes) + "“Go,” she said."),
    ("reports after speakers", |bytes| {
        filled("Ann Lee said it was over.\n", bytes / 2)
            + &filled("The report is late. It was over. The report said it was late.\n", bytes / 2)
    }),
];

fn filled(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes.div_ceil(piece.len()))
}

fn names(bytes: usize) -> String {
    let (words, mut rng, mut text) = (Words::read(), Rng::with_seed(3), String::new());
    while text.len() < bytes {
        text += &words.person(&mut rng).join(" ");
        text += " ";
    }
    text
}

/// Everybody has another given name.
fn one_family(bytes: usize) -> String {
    let (words, mut rng, mut text) = (Words::read(), Rng::with_seed(7), String::new());
    while text.len() < bytes {
        text += "A spokesman for ";
        text += &words.person(&mut rng)[0];
        text += " Lee said it. ";
    }
    text
}

fn places(bytes: usize) -> String {
    let (words, mut rng, mut text) = (Words::read(), Rng::with_seed(4), String::new());
    while text.len() < bytes / 2 {
        text += words.place(&mut rng);
        text += ". ";
    }
    text + &filled("“No,” he said. ", bytes / 2)
}
