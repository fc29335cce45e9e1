//! Comma-separated tables, as spreadsheets save them.

use csv::{Error as CsvError, ErrorKind as CsvErrorKind, Position, ReaderBuilder, StringRecord};

use super::Gazetteer;
use super::table::{Checked, Reader, no_header, unreadable};
use crate::error::Error;

/// Reads a user's table; where the first row has semicolons and no commas, as spreadsheets of many countries write it, they
/// separate the cells.
pub(super) fn checked(name: &str, text: &str) -> Result<Gazetteer, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let header = text.lines().find(|line| !line.starts_with('#') && !line.trim().is_empty());
    let Some(header) = header else { return Err(no_header(name)) };
    let separator = if header.contains(';') && !header.contains(',') { b';' } else { b',' };
    let mut rows = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let (mut reader, mut checked, mut row) = (Reader::new(name, None), Checked::default(), StringRecord::new());
    let mut is_header = true;
    while rows.read_record(&mut row).map_err(|error| unread(name, &error))? {
        let line = row.position().map_or(0, |position| line_of(position, text));
        if std::mem::take(&mut is_header) {
            reader.at(line).read_header(row.iter())?;
        } else if row.iter().any(|cell| !cell.trim().is_empty()) {
            reader.at_row(line, row.as_slice().len())?;
            let (cells, _) = reader.cells(row.iter(), "put quotation marks around a cell with commas in it")?;
            checked.add(&reader, &cells)?;
        }
    }
    Ok(checked.gazetteer)
}

/// The line of a row, counted from 1: its position is that before the blank lines and comments that precede it.
fn line_of(position: &Position, text: &str) -> usize {
    let number = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
    let rest = text.get(number(position.byte())..).unwrap_or_default();
    let passed = rest.split('\n').take_while(|line| line.starts_with('#') || line.trim_end_matches('\r').is_empty());
    number(position.line()) + passed.count()
}

/// The text is in memory and is UTF-8, rows may be of any length: so this is not met with.
fn unread(name: &str, error: &CsvError) -> Error {
    let line = match error.kind() {
        CsvErrorKind::Utf8 { pos: Some(position), .. } => position.line(),
        _ => 0,
    };
    unreadable(name, format!("line {line} cannot be read: {error}"), "save the table as UTF-8 text")
}
