//! Arbitrary text: no panic, and a result that is possible.
#![no_main]

#[path = "../../tests/check/mod.rs"]
mod check;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let extraction = pullquote::extract(text);
    check::check(text, &extraction);
    assert_eq!(pullquote::extract(text), extraction, "the same text gives the same result");
});
