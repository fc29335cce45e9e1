//! What a least confidence leaves out, and that what stays is the result as it would be anyway.

mod check;
#[path = "check/pieces.rs"]
mod pieces;

use std::sync::LazyLock;

use pieces::PIECES;
use proptest::prelude::*;
use pullquote::{Extraction, Extractor, Quote};

/// Unsure, sure, unsure, sure; with a number each.
const TEXT: &str = "\
Tom Reed vowed to sell 12 boats. “We have 40 waves,” said Ewa Lis.
Reed promised to mend nine walls. “They lost 30 nets,” Lis said. Six people left.";

fn at_least(share: f64) -> Extractor {
    Extractor::builder().min_confidence(share).build().expect("the share is one")
}

/// A quote without what is counted anew.
fn words<'t>(quote: &Quote<'t>) -> (String, f64, Option<String>) {
    (quote.text(), quote.attribution.confidence, quote.speaker.as_ref().map(|speaker| speaker.name.to_string()))
}

fn check_share(text: &str, all: &Extraction<'_>, extractor: &Extractor, share: f64) {
    let some = extractor.extract(text);
    check::check(text, &some);
    let sure: Vec<_> = all.quotes.iter().filter(|quote| quote.attribution.confidence >= share).map(words).collect();
    assert_eq!(some.quotes.iter().map(words).collect::<Vec<_>>(), sure);
    assert_eq!(some.claims, all.claims, "the article's own claims stay as they are");
    assert_eq!(some.entities, all.entities);
    let explanation = extractor.explain(text);
    assert_eq!(explanation.speakers.len(), some.quotes.len());
    assert_eq!(explanation.extraction, some);
}

#[test]
fn ids_have_no_holes_and_claims_go_with_their_quotes() {
    let all = pullquote::extract(TEXT);
    assert_eq!(all.quotes.len(), 4, "{all:#?}");
    let some = at_least(0.85).extract(TEXT);
    let listed: Vec<_> =
        some.quotes.iter().map(|quote| (quote.speaker.as_ref().map(|speaker| speaker.id), quote.text())).collect();
    assert_eq!(listed, [(Some(0), "We have 40 waves,".to_owned()), (Some(0), "They lost 30 nets,".to_owned())]);
    let claims: Vec<String> = some.all_claims().iter().map(|(_, claim)| claim.to_string()).collect();
    assert_eq!(claims, ["40 waves", "30 nets", "Six people"]);
    for share in [0.0, 0.5, 0.85, 1.0] {
        check_share(TEXT, &all, &at_least(share), share);
    }
}

#[test]
fn a_share_is_from_0_to_1() {
    for wrong in [-0.1, 1.1, 80.0, f64::NAN, f64::INFINITY] {
        let error = Extractor::builder().min_confidence(wrong).build().expect_err("it is no share");
        let message = format!("min_confidence: {wrong} is not between 0 and 1; give a share, such as 0.8");
        assert_eq!((error.to_string(), error.line()), (message, None));
    }
    let mended = Extractor::builder().min_confidence(80.0).min_confidence(0.8).build();
    assert!(mended.is_ok(), "the last call holds");
    assert_eq!(at_least(0.0).extract(TEXT), pullquote::extract(TEXT));
}

#[test]
fn a_threshold_holds_for_own_names_too() {
    let names = pullquote::Gazetteer::from_tsv("kind\tname\nplace\tSpringvale\n").expect("it reads");
    let extractor = Extractor::builder().min_confidence(0.85).gazetteer_only(names).build().expect("it builds");
    assert_eq!(extractor.extract(TEXT).quotes.len(), 2);
}

static HALF_SURE: LazyLock<Extractor> = LazyLock::new(|| at_least(0.7));

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn what_stays_is_as_it_was(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        let text = pieces.join(" ");
        check_share(&text, &pullquote::extract(&text), &HALF_SURE, 0.7);
    }
}
