//! Articles as JSON Lines, `{"id": …, "text": …}`, from files or standard input, plain or gzip: what examples share.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::str::Utf8Error;

use anyhow::{Context, Result};
use flate2::bufread::MultiGzDecoder;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;

const GZIP: [u8; 2] = [0x1f, 0x8b];

/// Hands each line that is not blank, with its number in its file, to `each`; stops at the first error.
pub(crate) fn for_each_line(
    files: &[PathBuf],
    bar: &ProgressBar,
    mut each: impl FnMut(usize, &[u8]) -> Result<()>,
) -> Result<()> {
    if files.is_empty() {
        return lines(io::stdin().lock(), bar, &mut each);
    }
    for path in files {
        if path.as_os_str() == "-" {
            lines(io::stdin().lock(), bar, &mut each)?;
        } else {
            let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
            lines(file, bar, &mut each).with_context(|| format!("in {}", path.display()))?;
        }
    }
    Ok(())
}

fn lines(input: impl Read, bar: &ProgressBar, each: &mut impl FnMut(usize, &[u8]) -> Result<()>) -> Result<()> {
    let mut input = unpacked(bar.wrap_read(input))?;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if !line.trim_ascii().is_empty() {
            each(number, &line)?;
        }
    }
    Ok(())
}

/// The input, unpacked where it begins as gzip does: a name tells nothing of standard input.
fn unpacked<'r>(mut input: impl Read + 'r) -> Result<Box<dyn BufRead + 'r>> {
    let mut head = Vec::new();
    input.by_ref().take(GZIP.len() as u64).read_to_end(&mut head)?;
    let packed = head == GZIP;
    let whole = BufReader::with_capacity(1 << 16, Cursor::new(head).chain(input));
    if packed { Ok(Box::new(BufReader::new(MultiGzDecoder::new(whole)))) } else { Ok(Box::new(whole)) }
}

/// The id and text of one line, or the id, as far as it is known, and what is wrong.
pub(crate) fn article(line: &[u8]) -> Result<(Value, String), (Value, String)> {
    let line = std::str::from_utf8(line).map_err(|error| (Value::Null, not_utf8(line, error)))?;
    let mut value: Value = serde_json::from_str(line).map_err(|error| (Value::Null, format!("not JSON: {error}")))?;
    let id = value.get_mut("id").map(Value::take).unwrap_or_default();
    match value.get_mut("text").map(Value::take) {
        Some(Value::String(text)) => Ok((id, text)),
        Some(_) => Err((id, "`text` is no string".to_owned())),
        None => Err((id, "there is no `text`".to_owned())),
    }
}

fn not_utf8(line: &[u8], error: Utf8Error) -> String {
    let at = error.valid_up_to();
    format!("not UTF-8: byte 0x{:02x} at offset {at} of the line", line[at])
}

/// A progress bar on standard error; hidden where that is no terminal, or the output would run through it.
pub(crate) fn progress_bar(files: &[PathBuf], hidden: bool) -> ProgressBar {
    if hidden {
        return ProgressBar::hidden();
    }
    let size = files.iter().map(|path| size(path)).sum::<Option<u64>>().filter(|_| !files.is_empty());
    let template = match size {
        Some(_) => "{wide_bar} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} to go",
        None => "{spinner} {bytes}, {bytes_per_sec}",
    };
    let style = ProgressStyle::with_template(template).expect("the templates are well formed");
    size.map_or_else(ProgressBar::no_length, ProgressBar::new).with_style(style)
}

fn size(path: &Path) -> Option<u64> {
    let metadata = std::fs::metadata(path).ok()?;
    metadata.is_file().then_some(metadata.len())
}
