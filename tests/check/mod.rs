//! What holds of every extraction, whatever the text: shared by the tests of sentences, of articles and of arbitrary text.

use pullquote::Extraction;

/// Panics, with the reason, where `extraction` is no possible result for `text`.
pub(crate) fn check(text: &str, extraction: &Extraction<'_>) {
    extraction.check(text).unwrap_or_else(|fault| panic!("{fault}"));
    check_speakers(extraction);
    check_round_trip(extraction);
}

fn check_speakers(extraction: &Extraction<'_>) {
    let ids = extraction.quotes.iter().filter_map(|quote| quote.speaker.as_ref()).map(|speaker| speaker.id + 1);
    assert_eq!(extraction.speakers().len(), ids.max().unwrap_or(0), "`speakers` lists each speaker once");
}

fn check_round_trip(extraction: &Extraction<'_>) {
    let json = serde_json::to_string(extraction).expect("a result can be written as JSON");
    let back: Extraction<'static> = serde_json::from_str(&json).expect("the JSON of a result can be read");
    assert_eq!(&back, extraction, "JSON gives back what went in");
    assert_eq!(&extraction.clone().into_owned(), extraction, "an owned copy is equal");
}
