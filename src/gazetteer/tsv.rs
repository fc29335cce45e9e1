//! Tab-separated tables: the built-in ones and a newsroom's own.

use super::Gazetteer;
use super::table::{COLUMNS, Cells, Checked, Reader, brief, no_header};
use crate::error::Error;
use crate::extraction::EntityKind;

/// Reads a table whose rows are known to be good and all of one kind: tests read them with [`checked`].
pub(super) fn trusted(name: &str, kind: EntityKind, text: &str, into: &mut Gazetteer) -> Result<(), Error> {
    each_row(Reader::new(name, Some(kind)), text, |reader, cells| {
        let entry = reader.entry(cells, into)?;
        into.entries.push(entry);
        Ok(())
    })
}

/// Reads a user's table.
pub(super) fn checked(name: &str, text: &str) -> Result<Gazetteer, Error> {
    let mut checked = Checked::default();
    each_row(Reader::new(name, None), text, |reader, cells| checked.add(reader, cells))?;
    Ok(checked.gazetteer)
}

fn each_row<'a>(
    mut reader: Reader<'a>,
    text: &'a str,
    mut row: impl FnMut(&Reader<'a>, &Cells<'a>) -> Result<(), Error>,
) -> Result<(), Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = parts(text, b'\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).enumerate();
    let mut lines = lines.filter(|(_, line)| !line.starts_with('#') && !line.trim_ascii().is_empty());
    let Some((at, header)) = lines.next() else { return Err(no_header(reader.table)) };
    reader.at(at + 1);
    if !header.contains('\t') && header.contains(' ') && header.split_whitespace().any(|word| COLUMNS.contains(&word)) {
        let remedy = "put tabs (not spaces) between the columns, or save as tab-separated text";
        return Err(reader.line_error("the header row has no tabs", remedy));
    }
    reader.read_header(parts(header, b'\t'))?;
    for (at, line) in lines {
        reader.at_row(at + 1, line.len())?;
        let (cells, count) = reader.cells(parts(line, b'\t'), "take the surplus tabs out")?;
        if count == 1 && reader.width() > 1 && reader.kind.is_none() {
            let remedy = "put tabs (not spaces) between the cells";
            return Err(reader.line_error(format!("the row has no tabs: `{}`", brief(line)), remedy));
        }
        row(&reader, &cells)?;
    }
    Ok(())
}

/// The parts between ASCII separators: as `str::split`, which is slow where parts are as short as names.
pub(super) fn parts(text: &str, separator: u8) -> Parts<'_> {
    Parts { rest: Some(text), separator }
}

#[derive(Clone)]
pub(super) struct Parts<'a> {
    rest: Option<&'a str>,
    separator: u8,
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self.rest?;
        let Some(end) = text.bytes().position(|byte| byte == self.separator) else { return self.rest.take() };
        self.rest = Some(&text[end + 1..]);
        Some(&text[..end])
    }
}
