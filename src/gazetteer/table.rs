//! Reads tables of names: the built-in ones and a newsroom's own.

use std::collections::HashMap;

use super::{Entry, Gazetteer, Sex, Sort};
use crate::error::{Error, ErrorKind};
use crate::extraction::EntityKind;

/// The most rows that a table may have.
const ROWS: usize = 500_000;
/// The longest line, in bytes.
const LINE: usize = 8_192;
/// The longest name, alias, title or id, in bytes.
const NAME: usize = 200;
/// The columns that a table may have; those after `name` may be missing.
const COLUMNS: [&str; 11] =
    ["kind", "name", "aliases", "title", "id", "country", "sex", "population", "sort", "also", "as_of"];

/// A table with what its rows are where no column says so.
pub(crate) struct Source<'a> {
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
    /// The kind of every row of a table without the column `kind`.
    pub(crate) kind: Option<EntityKind>,
}

/// Cells by the position of their column in [`COLUMNS`].
type Cells<'a> = [&'a str; COLUMNS.len()];

struct Reader<'a> {
    table: &'a str,
    line: usize,
    /// For each column of the table its position in [`COLUMNS`].
    columns: Vec<usize>,
    kind: Option<EntityKind>,
}

/// The entries of a table whose rows are known to be good: tests read them with [`checked`].
pub(super) fn trusted(source: &Source<'_>, into: &mut Gazetteer) -> Result<(), Error> {
    each_row(source, |reader, cells| {
        let entry = reader.entry(cells, into)?;
        into.entries.push(entry);
        Ok(())
    })
}

/// The entries of a table of a user's: every row is checked, and repeated rows are refused.
pub(super) fn checked(source: &Source<'_>) -> Result<Gazetteer, Error> {
    let mut gazetteer = Gazetteer::default();
    let mut seen: HashMap<Vec<&str>, usize> = HashMap::new();
    each_row(source, |reader, cells| {
        let entry = reader.entry(cells, &mut gazetteer)?;
        reader.check(cells)?;
        let key = ["kind", "name", "id", "country"].iter().map(|column| cells[position(column)]).collect();
        if let Some(first) = seen.insert(key, reader.line) {
            let problem = format!("`{}` stands in line {first} already", entry.name.of(&gazetteer.texts));
            return Err(reader.error("name", problem, "delete one row, or tell them apart by id or country"));
        }
        gazetteer.entries.push(entry);
        Ok(())
    })?;
    Ok(gazetteer)
}

fn each_row<'a>(
    source: &Source<'a>,
    mut row: impl FnMut(&Reader<'a>, &Cells<'a>) -> Result<(), Error>,
) -> Result<(), Error> {
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(source.text);
    let lines = parts(text, b'\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).enumerate();
    let mut lines = lines.filter(|(_, line)| !line.starts_with('#') && !line.trim_ascii().is_empty());
    let Some((at, header)) = lines.next() else {
        return Err(whole(
            source.name,
            "there is no header row",
            "name the columns in the first row: kind, name, aliases",
        ));
    };
    let mut reader = Reader { table: source.name, line: at + 1, columns: Vec::new(), kind: source.kind };
    reader.read_header(header)?;
    for (count, (at, line)) in lines.enumerate() {
        reader.line = at + 1;
        if count == ROWS {
            return Err(reader.line_error(format!("more than {ROWS} rows"), "split the table, or leave names out"));
        }
        let cells = reader.cells(line)?;
        row(&reader, &cells)?;
    }
    Ok(())
}

fn position(column: &str) -> usize {
    COLUMNS.iter().position(|known| *known == column).expect("asked for a column of the list above")
}

fn whole(table: &str, problem: impl Into<String>, remedy: impl Into<String>) -> Error {
    ErrorKind::Table { table: table.to_owned(), problem: problem.into(), remedy: remedy.into() }.into()
}

/// An error about the table as a whole.
pub(super) fn unreadable(table: &str, problem: impl Into<String>, remedy: &str) -> Error {
    whole(table, problem, remedy)
}

impl<'a> Reader<'a> {
    fn read_header(&mut self, header: &str) -> Result<(), Error> {
        for column in header.split('\t').map(str::trim) {
            let Some(known) = COLUMNS.iter().position(|known| known.eq_ignore_ascii_case(column)) else {
                return Err(self.no_such_column(column));
            };
            if self.columns.contains(&known) {
                return Err(self.line_error(format!("the column `{column}` stands twice"), "delete or rename one"));
            }
            self.columns.push(known);
        }
        for needed in ["kind", "name"] {
            let given = needed == "kind" && self.kind.is_some();
            if !given && !self.columns.contains(&position(needed)) {
                let remedy = "name the columns in the first row: kind, name, aliases";
                return Err(self.line_error(format!("there is no column `{needed}`"), remedy));
            }
        }
        Ok(())
    }

    fn no_such_column(&self, column: &str) -> Error {
        if self.columns.is_empty() && column.split_whitespace().any(|word| COLUMNS.contains(&word)) {
            let remedy = "put tabs (not spaces) between the columns, or save as tab-separated text";
            return self.line_error("the header row has no tabs".to_owned(), remedy);
        }
        self.line_error(
            format!("`{}` is no column", brief(column)),
            format!("use some of: {}", COLUMNS[..8].join(", ")),
        )
    }

    fn cells(&self, line: &'a str) -> Result<Cells<'a>, Error> {
        if line.len() > LINE {
            let problem = format!("the row is {} bytes long, and {LINE} are allowed", line.len());
            return Err(self.line_error(problem, "look for a quotation mark or line break that is missing"));
        }
        let mut cells = [""; COLUMNS.len()];
        let mut count = 0;
        for cell in parts(line, b'\t') {
            let Some(column) = self.columns.get(count) else {
                let problem = format!("{} cells under {} columns", line.split('\t').count(), self.columns.len());
                return Err(self.line_error(problem, "take the surplus tabs out"));
            };
            cells[*column] = cell.trim();
            count += 1;
        }
        if count == 1 && self.columns.len() > 1 && self.kind.is_none() {
            let remedy = "put tabs (not spaces) between the cells";
            return Err(self.line_error(format!("the row has no tabs: `{}`", brief(line)), remedy));
        }
        Ok(cells)
    }

    fn entry(&self, cells: &Cells<'_>, into: &mut Gazetteer) -> Result<Entry, Error> {
        let [kind, name, aliases, title, id, country, sex, population, sort, also, _as_of] = *cells;
        let kind = self.kind_of(kind)?;
        if name.is_empty() {
            return Err(self.error("name", "the name is empty", "fill it in, or delete the row"));
        }
        Ok(Entry {
            kind,
            name: into.keep(name),
            aliases: into.keep(aliases),
            title: into.keep(title),
            id: into.keep(id),
            country: self.country(country)?,
            sex: self.sex(sex)?,
            population: self.population(population)?,
            sort: Sort::named(sort),
            also_person: also == "name",
            also_word: also == "word",
            own: self.kind.is_none(),
        })
    }

    fn kind_of(&self, cell: &str) -> Result<EntityKind, Error> {
        let kinds = [
            ("person", EntityKind::Person),
            ("place", EntityKind::Place),
            ("organization", EntityKind::Organization),
            ("organisation", EntityKind::Organization),
        ];
        let named = kinds.iter().find(|(word, _)| word.eq_ignore_ascii_case(cell)).map(|(_, kind)| *kind);
        named.or(self.kind).ok_or_else(|| {
            let problem =
                if cell.is_empty() { "the kind is empty".into() } else { format!("`{}` is no kind", brief(cell)) };
            self.error("kind", problem, "use person, place or organization")
        })
    }

    fn country(&self, cell: &str) -> Result<[u8; 2], Error> {
        match cell.as_bytes() {
            [] => Ok([0; 2]),
            [first @ b'A'..=b'Z', second @ b'A'..=b'Z'] => Ok([*first, *second]),
            _ => {
                let problem = format!("`{}` is no country code", brief(cell));
                Err(self.error("country", problem, "use two capital letters, such as UA, or leave it empty"))
            }
        }
    }

    fn sex(&self, cell: &str) -> Result<Option<Sex>, Error> {
        match cell {
            "" => Ok(None),
            "f" => Ok(Some(Sex::Female)),
            "m" => Ok(Some(Sex::Male)),
            _ => Err(self.error("sex", format!("`{}` is neither f nor m", brief(cell)), "use f, m or nothing")),
        }
    }

    fn population(&self, cell: &str) -> Result<u32, Error> {
        let problem = || self.error("population", format!("`{}` is no number", brief(cell)), "use digits only");
        let people: u64 = if cell.is_empty() { 0 } else { cell.parse().map_err(|_| problem())? };
        Ok(u32::try_from(people).unwrap_or(u32::MAX))
    }

    /// What a table from outside may get wrong and the built-in ones, which tests check, do not.
    fn check(&self, cells: &Cells<'_>) -> Result<(), Error> {
        for column in ["title", "id"] {
            self.check_length(column, cells[position(column)], "shorten it, or look for a tab that is missing")?;
        }
        for column in ["name", "aliases"] {
            for name in cells[position(column)].split('|').map(str::trim) {
                self.check_length(column, name, "put | between several names")?;
                if name.contains("  ") {
                    let problem = format!("`{}` holds several spaces", brief(name));
                    return Err(self.error(column, problem, "put tabs between cells, and single spaces in names"));
                }
                if !name.is_empty() && !name.contains(char::is_alphanumeric) {
                    let problem = format!("`{}` has no letter", brief(name));
                    return Err(self.error(column, problem, "write the name out"));
                }
            }
        }
        Ok(())
    }

    fn check_length(&self, column: &str, name: &str, remedy: &str) -> Result<(), Error> {
        if name.len() <= NAME {
            return Ok(());
        }
        let problem = format!("`{}` is {} bytes long, and {NAME} are allowed", brief(name), name.len());
        Err(self.error(column, problem, remedy))
    }

    fn error(&self, column: &str, problem: impl Into<String>, remedy: impl Into<String>) -> Error {
        let (table, column) = (self.table.to_owned(), column.to_owned());
        ErrorKind::Row { table, line: self.line, column, problem: problem.into(), remedy: remedy.into() }.into()
    }

    fn line_error(&self, problem: impl Into<String>, remedy: impl Into<String>) -> Error {
        let table = self.table.to_owned();
        ErrorKind::Line { table, line: self.line, problem: problem.into(), remedy: remedy.into() }.into()
    }
}

/// The parts between ASCII separators: as `str::split`, which is slow where parts are as short as names.
pub(super) fn parts(text: &str, separator: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.bytes().position(|byte| byte == separator) else { return rest.take() };
        rest = Some(&text[end + 1..]);
        Some(&text[..end])
    })
}

/// The beginning of a cell, short enough for a message.
fn brief(cell: &str) -> &str {
    cell.char_indices().nth(40).map_or(cell, |(at, _)| &cell[..at])
}
