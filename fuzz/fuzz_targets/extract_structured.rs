//! Pieces of articles in any order: comes nearer to sentences than arbitrary text.
#![no_main]

#[path = "../../tests/check/mod.rs"]
mod check;
#[path = "../../tests/check/pieces.rs"]
mod pieces;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = pieces::text(bytes);
    check::check(&text, &pullquote::extract(&text));
});
