//! One article as plain text, from a file or standard input: what examples share.

use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, Result, anyhow};

const BUNDLED: &str = include_str!("../articles/ceasefire.txt");

/// The article in `file`; that of standard input for `-`; a bundled one without a file.
pub(crate) fn text(file: Option<&Path>) -> Result<String> {
    let Some(path) = file else { return Ok(BUNDLED.to_owned()) };
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).context("cannot read standard input")?;
        return decoded(bytes).context("standard input");
    }
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    decoded(bytes).with_context(|| path.display().to_string())
}

fn decoded(bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        anyhow!("not UTF-8: byte 0x{:02x} at offset {at}, in line {line}; convert the file to UTF-8 first", bytes[at])
    })
}
