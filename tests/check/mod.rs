//! What holds of every extraction, whatever the text: shared by the tests of sentences, of articles and of arbitrary text.

use pullquote::{Extraction, Fragment, NumericClaim, Quantity, Quote, Span, Speaker};

/// Panics, with the reason, where `extraction` is no possible result for `text`.
pub(crate) fn check(text: &str, extraction: &Extraction<'_>) {
    for quote in &extraction.quotes {
        check_quote(text, quote);
    }
    for mention in &extraction.entities {
        check_fragment(text, &mention.mention);
    }
    check_order(extraction);
    check_claims(text, extraction);
    check_speakers(text, extraction);
    check_round_trip(extraction);
}

fn check_fragment(text: &str, fragment: &Fragment<'_>) {
    let Span { start, end } = fragment.span;
    assert!(start < end, "an empty fragment at {start}..{end}");
    assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{start}..{end} cuts a character");
    assert_eq!(fragment.span.of(text), fragment.text, "a fragment is the slice at its span");
}

fn check_quote(text: &str, quote: &Quote<'_>) {
    assert!(!quote.content.is_empty(), "a quote without content");
    let attribution = &quote.attribution;
    assert!((0.0..=1.0).contains(&attribution.confidence), "confidence {}", attribution.confidence);
    for pair in quote.content.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "content out of order: {:?}", quote.content);
    }
    for fragment in &quote.content {
        check_fragment(text, fragment);
    }
    let slots =
        [&attribution.cue, &attribution.mention, &attribution.addressee, &attribution.medium, &attribution.time];
    for slot in slots.into_iter().flatten() {
        check_fragment(text, slot);
        let within = quote.content.iter().any(|fragment| fragment.span.overlaps(slot.span));
        assert!(!within, "`{slot}` attributes, yet stands in the content {:?}", quote.text());
    }
}

fn check_order(extraction: &Extraction<'_>) {
    let in_order = extraction.quotes.is_sorted_by_key(|quote| quote.span().start);
    assert!(in_order, "quotes stand in text order");
    let in_order = extraction.entities.is_sorted_by_key(|entity| entity.mention.span);
    assert!(in_order, "entities stand in text order");
}

fn check_claims(text: &str, extraction: &Extraction<'_>) {
    for quote in &extraction.quotes {
        for claim in &quote.claims {
            let within = quote.content.iter().any(|fragment| fragment.span.contains(claim.number.span));
            assert!(within, "the claim `{claim}` stands outside its quote {:?}", quote.text());
        }
    }
    for claim in &extraction.claims {
        let mut content = extraction.quotes.iter().flat_map(|quote| &quote.content);
        let quoted = content.any(|fragment| fragment.span.contains(claim.number.span));
        assert!(!quoted, "`{claim}` stands in a quote, yet counts as the article's own claim");
    }
    let all = extraction.all_claims();
    for (_, claim) in &all {
        check_claim(text, claim);
    }
    for pair in all.windows(2) {
        let (first, second) = (&pair[0].1.number, &pair[1].1.number);
        assert!(first.span.end <= second.span.start, "`{first}` and `{second}` are claimed from the same words");
    }
}

fn check_claim(text: &str, claim: &NumericClaim<'_>) {
    for fragment in [&claim.qualifier, &Some(claim.number.clone()), &claim.object].into_iter().flatten() {
        check_fragment(text, fragment);
    }
    match claim.quantity {
        Quantity::Range { low, high } => {
            assert!(low.is_finite() && high.is_finite() && low <= high, "`{claim}` goes from {low} to {high}");
        }
        other => assert!(other.value().is_some_and(f64::is_finite), "`{claim}` has no finite value"),
    }
}

fn check_speakers(text: &str, extraction: &Extraction<'_>) {
    let mut known: Vec<&Speaker<'_>> = Vec::new();
    for speaker in extraction.quotes.iter().filter_map(|quote| quote.speaker.as_ref()) {
        check_fragment(text, &speaker.name);
        if let Some(title) = &speaker.title {
            check_fragment(text, title);
        }
        match known.get(speaker.id) {
            Some(before) => assert_eq!(*before, speaker, "one id, one speaker"),
            None => {
                assert_eq!(speaker.id, known.len(), "ids count from 0 in order of first quote");
                known.push(speaker);
            }
        }
    }
    assert_eq!(extraction.speakers().len(), known.len(), "`speakers` lists each speaker once");
}

fn check_round_trip(extraction: &Extraction<'_>) {
    let json = serde_json::to_string(extraction).expect("a result can be written as JSON");
    let back: Extraction<'static> = serde_json::from_str(&json).expect("the JSON of a result can be read");
    assert_eq!(&back, extraction, "JSON gives back what went in");
    assert_eq!(&extraction.clone().into_owned(), extraction, "an owned copy is equal");
}
