//! The promises of the public interface: threads, JSON, ownership, views of a result.

use pullquote::stages::{Stage, Stages};
use pullquote::{
    Attribution, Entity, Error, Extraction, Extractor, ExtractorBuilder, Fragment, Gazetteer, NumericClaim, Offsets,
    Quantity, Quote, QuoteKind, Span, Speaker, SpeakerKind,
};
use serde_json::{Value, json};

const TEXT: &str =
    "“We have restored power to at least 36 villages,” said Maria Ortega, the regional energy minister, on Monday.";

#[test]
fn everything_crosses_threads() {
    fn shared<T: Send + Sync + Clone>() {}
    fn sent<T: Send + Sync + 'static>() {}
    shared::<Extractor>();
    shared::<ExtractorBuilder>();
    shared::<Extraction<'static>>();
    shared::<Quote<'static>>();
    shared::<Attribution<'static>>();
    shared::<Speaker<'static>>();
    shared::<NumericClaim<'static>>();
    shared::<Entity>();
    shared::<Offsets>();
    sent::<Error>();
}

#[test]
fn an_error_is_a_standard_error() {
    fn error<T: std::error::Error>() {}
    error::<Error>();
}

#[test]
fn a_clone_in_another_thread_gives_the_same() {
    let extractor = Extractor::builder().build().expect("the built-in lists load");
    let copy = extractor.clone();
    let there = std::thread::spawn(move || copy.extract(TEXT)).join().expect("the thread ends well");
    assert_eq!(there, extractor.extract(TEXT));
    assert_eq!(there, pullquote::extract(TEXT));
}

#[test]
fn an_empty_article_gives_the_empty_result() {
    assert_eq!(pullquote::extract(""), Extraction::default());
    let json = serde_json::to_value(Extraction::default()).expect("a result can be written");
    assert_eq!(json, json!({"quotes": [], "claims": [], "entities": []}));
}

/// The place of `text` in the sentence above as JSON has it.
fn fragment(text: &str) -> Value {
    let start = TEXT.find(text).expect("the words stand in the sentence");
    json!({"start": start, "end": start + text.len(), "text": text})
}

/// The contract, key by key, but for the rule and its confidence.
fn contract() -> Value {
    json!({
        "quotes": [{
            "kind": "direct",
            "content": [fragment("We have restored power to at least 36 villages,")],
            "attribution": {
                "cue": fragment("said"), "mention": fragment("Maria Ortega"), "addressee": null, "medium": null,
                "time": fragment("on Monday"), "negated": false,
            },
            "speaker": {
                "id": 0, "kind": "person", "name": fragment("Maria Ortega"),
                "title": fragment("regional energy minister"), "entity": null,
            },
            "claims": [{
                "kind": "count", "number": fragment("36"), "qualifier": fragment("at least"), "bound": "at_least",
                "value": 36.0, "unit": null, "object": fragment("villages"),
            }],
        }],
        "claims": [],
        "entities": [],
    })
}

#[test]
fn the_json_is_as_promised() {
    let mut json = serde_json::to_value(pullquote::extract(TEXT)).expect("a result can be written");
    let attribution = json["quotes"][0]["attribution"].as_object_mut().expect("the quote is found");
    let rule = attribution.remove("rule").expect("an attribution names its rule");
    let confidence = attribution.remove("confidence").expect("an attribution has a confidence");
    assert!(
        rule.as_str().is_some_and(|rule| rule.bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase())),
        "{rule}"
    );
    assert!(confidence.as_f64().is_some_and(|confidence| (0.0..=1.0).contains(&confidence)), "{confidence}");
    assert_eq!(json, contract());
}

#[test]
fn a_range_has_two_ends_and_no_value() {
    let quantity = |quantity| serde_json::to_value(quantity).expect("a quantity can be written");
    assert_eq!(quantity(Quantity::Range { low: 7.0, high: 8.0 }), json!({"bound": "range", "low": 7.0, "high": 8.0}));
    assert_eq!(quantity(Quantity::AtMost { value: 9.0 }), json!({"bound": "at_most", "value": 9.0}));
    assert_eq!(Quantity::Range { low: 7.0, high: 8.0 }.value(), None);
    assert_eq!(Quantity::Approx { value: 3.0 }.value(), Some(3.0));
}

#[test]
fn json_is_read_back() {
    let extraction = pullquote::extract(TEXT);
    let json = serde_json::to_string(&extraction).expect("a result can be written");
    let back: Extraction<'static> = serde_json::from_str(&json).expect("a result can be read");
    assert_eq!(back, extraction);
}

#[test]
fn a_result_outlives_its_article() {
    let owned = {
        let article = TEXT.to_owned();
        pullquote::extract(&article).into_owned()
    };
    assert_eq!(owned, pullquote::extract(TEXT));
}

#[test]
fn parts_of_a_result_outlive_the_article_too() {
    let article = format!("KYIV — {TEXT}");
    let extraction = pullquote::extract(&article);
    let quote = &extraction.quotes[0];
    let speaker = quote.speaker.clone().expect("the speaker is named");
    assert_eq!(quote.clone().into_owned(), *quote);
    assert_eq!(quote.attribution.clone().into_owned(), quote.attribution);
    assert_eq!(speaker.clone().into_owned(), speaker);
    assert_eq!(quote.claims[0].clone().into_owned(), quote.claims[0]);
    assert_eq!(extraction.entities[0].clone().into_owned(), extraction.entities[0]);
}

#[test]
fn the_least_and_the_most_are_what_the_text_says() {
    let ends = |quantity: Quantity| (quantity.low(), quantity.high());
    assert_eq!(ends(Quantity::Range { low: 7.0, high: 8.0 }), (Some(7.0), Some(8.0)));
    assert_eq!(ends(Quantity::AtLeast { value: 3.0 }), (Some(3.0), None));
    assert_eq!(ends(Quantity::AtMost { value: 3.0 }), (None, Some(3.0)));
    assert_eq!(ends(Quantity::Exact { value: 3.0 }), (Some(3.0), Some(3.0)));
    let claims = pullquote::extract("Nine boats and 7 to 8 percent of the nets were lost.").claims;
    assert_eq!(claims.iter().map(NumericClaim::value).collect::<Vec<_>>(), [Some(9.0), None]);
}

#[test]
fn an_error_tells_the_line_where_there_is_one() {
    let line = |table: &str| Gazetteer::from_tsv(table).expect_err("the table is bad").line();
    assert_eq!(line("kind\tname\nplace\tMars\nplanet\tMars\n"), Some(3));
    assert_eq!(line("# ours\nkind name\n"), Some(2));
    assert_eq!(line(""), None);
}

#[test]
fn an_explanation_of_a_text_with_odd_spaces_has_its_words() {
    let text = "\u{feff}“We\u{a0}are ready,”  said\tAnn\u{ad} Lee.";
    let explanation = Extractor::built_in().explain(text);
    assert_eq!(explanation.extraction, pullquote::extract(text));
    assert_eq!(explanation.sentences.len(), 1);
    let sentence = &explanation.sentences[0].sentence;
    assert_eq!((sentence.span.of(text), &*explanation.sentences[0].shape), (&*sentence.text, "QCN."));
    assert!(sentence.text.starts_with('“') && sentence.text.ends_with("Lee."), "{sentence}");
}

#[test]
fn the_stages_that_benches_time_are_those_of_extraction() {
    let articles = ["agency", "broadsheet", "radio_transcript"];
    let paths = articles.map(|name| format!("{}/tests/articles/{name}.txt", env!("CARGO_MANIFEST_DIR")));
    for path in paths {
        let article = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let (extraction, stages) = (pullquote::extract(&article), Stages::new(Extractor::built_in(), &article));
        let found = Stage::ALL.map(|stage| stages.run(stage));
        assert!(found.iter().all(|found| *found > 0), "{path}: {found:?}");
        let of = |stage: Stage| stages.run(stage);
        assert_eq!(of(Stage::Assembly), extraction.quotes.len(), "{path}");
        assert_eq!(of(Stage::Claims), extraction.all_claims().len(), "{path}");
        assert_eq!(of(Stage::Entities), extraction.entities.len(), "{path}");
    }
}

#[test]
fn a_quote_shows_words_speaker_and_claims() {
    let extraction = pullquote::extract(TEXT);
    let quote = extraction.quotes.first().expect("the quote is found");
    assert_eq!(quote.kind, QuoteKind::Direct);
    assert_eq!(quote.text(), "We have restored power to at least 36 villages,");
    assert_eq!(quote.span().of(TEXT), quote.text());
    let speaker = quote.speaker.as_ref().expect("the speaker is named");
    assert_eq!((speaker.kind, speaker.name.to_string()), (SpeakerKind::Person, "Maria Ortega".to_owned()));
    assert_eq!(quote.claims[0].to_string(), "at least 36 villages");
}

#[test]
fn speakers_are_listed_once_with_their_quotes() {
    let text = "“It is dry,” said Ewa Lis. “It is not,” said Jan Wit. “It was,” said Lis.";
    let extraction = pullquote::extract(text);
    let speakers = extraction.speakers();
    let listed: Vec<(&str, usize)> =
        speakers.iter().map(|known| (&*known.speaker.name.text, known.quotes.len())).collect();
    assert_eq!(listed, [("Ewa Lis", 2), ("Jan Wit", 1)]);
}

#[test]
fn all_claims_are_in_text_order_with_their_quote() {
    let text = "Nine boats sank. “We saw 40 waves,” said Ewa Lis. Two boats came back.";
    let extraction = pullquote::extract(text);
    let claims = extraction.all_claims();
    let listed: Vec<(String, bool)> =
        claims.iter().map(|(quote, claim)| (claim.to_string(), quote.is_some())).collect();
    let wanted = [("Nine boats", false), ("40 waves", true), ("Two boats", false)];
    assert_eq!(listed, wanted.map(|(claim, quoted)| (claim.to_owned(), quoted)));
}

#[test]
fn text_from_a_fragment_is_the_slice() {
    let at = TEXT.find("Maria").expect("she stands in the sentence");
    let fragment = Fragment::new(TEXT, Span::new(at, at + 12));
    assert_eq!(fragment.to_string(), "Maria Ortega");
    assert_eq!(fragment.span.of(TEXT), fragment.text);
}
