//! Arbitrary JSON: where it is a result, all views of it work and checking it says yes or no.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pullquote::Extraction;

fuzz_target!(|text: &str| {
    if let Ok(extraction) = serde_json::from_str::<Extraction<'static>>(text) {
        let _ = extraction.check(text);
        let _ = (extraction.speakers(), extraction.all_claims());
        let json = serde_json::to_string(&extraction).expect("what was read can be written");
        let back: Extraction<'static> = serde_json::from_str(&json).expect("what was written can be read");
        assert_eq!(back, extraction);
    }
});
