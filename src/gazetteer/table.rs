//! What a table of names may hold, whatever its format: the columns, what stands in each, and the errors.

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
pub(super) const COLUMNS: [&str; 11] =
    ["kind", "name", "aliases", "title", "id", "country", "sex", "population", "sort", "also", "as_of"];

const NAME_THE_COLUMNS: &str = "name the columns in the first row: kind, name, aliases";

/// Cells by the position of their column in [`COLUMNS`].
pub(super) type Cells<'a> = [&'a str; COLUMNS.len()];

/// Where in which table a format's reader is.
pub(super) struct Reader<'a> {
    pub(super) table: &'a str,
    line: usize,
    rows: usize,
    /// For each column of the table its position in [`COLUMNS`].
    columns: Vec<usize>,
    /// The kind of every row of a table without the column `kind`.
    pub(super) kind: Option<EntityKind>,
}

/// The entries of a user's table: every row is checked, and repeated rows are refused.
#[derive(Default)]
pub(super) struct Checked {
    pub(super) gazetteer: Gazetteer,
    /// The line in which each row stands, by what must tell rows apart.
    seen: HashMap<String, usize>,
}

impl Checked {
    pub(super) fn add(&mut self, reader: &Reader<'_>, cells: &Cells<'_>) -> Result<(), Error> {
        let entry = reader.entry(cells, &mut self.gazetteer)?;
        reader.check(cells)?;
        let key = ["kind", "name", "id", "country"].map(|column| cells[position(column)]).join("\t");
        if let Some(first) = self.seen.insert(key, reader.line) {
            let problem = format!("`{}` stands in line {first} already", entry.name.of(&self.gazetteer.texts));
            return Err(reader.error("name", problem, "delete one row, or tell them apart by id or country"));
        }
        self.gazetteer.entries.push(entry);
        Ok(())
    }
}

fn position(column: &str) -> usize {
    COLUMNS.iter().position(|known| *known == column).expect("asked for a column of the list above")
}

/// An error about the table as a whole.
pub(super) fn unreadable(table: &str, problem: impl Into<String>, remedy: impl Into<String>) -> Error {
    ErrorKind::Table { table: table.to_owned(), problem: problem.into(), remedy: remedy.into() }.into()
}

/// Where there is nothing but comments.
pub(super) fn no_header(table: &str) -> Error {
    unreadable(table, "there is no header row", NAME_THE_COLUMNS)
}

impl<'a> Reader<'a> {
    /// Before the first line.
    pub(super) fn new(table: &'a str, kind: Option<EntityKind>) -> Reader<'a> {
        Reader { table, line: 0, rows: 0, columns: Vec::new(), kind }
    }

    /// Goes to a line, counted from 1.
    pub(super) fn at(&mut self, line: usize) -> &mut Self {
        self.line = line;
        self
    }

    /// Goes to the line of a row, which holds so many bytes.
    pub(super) fn at_row(&mut self, line: usize, bytes: usize) -> Result<&mut Self, Error> {
        self.at(line).rows += 1;
        if self.rows > ROWS {
            return Err(self.line_error(format!("more than {ROWS} rows"), "split the table, or leave names out"));
        }
        if bytes > LINE {
            let problem = format!("the row is {bytes} bytes long, and {LINE} are allowed");
            return Err(self.line_error(problem, "look for a quotation mark or line break that is missing"));
        }
        Ok(self)
    }

    /// Learns which column is which.
    pub(super) fn read_header<'c>(&mut self, header: impl Iterator<Item = &'c str>) -> Result<(), Error> {
        for column in header.map(str::trim) {
            let known = self.column(column)?;
            if self.columns.contains(&known) {
                return Err(self.line_error(format!("the column `{column}` stands twice"), "delete or rename one"));
            }
            self.columns.push(known);
        }
        for needed in ["kind", "name"] {
            let given = needed == "kind" && self.kind.is_some();
            if !given && !self.columns.contains(&position(needed)) {
                return Err(self.line_error(format!("there is no column `{needed}`"), NAME_THE_COLUMNS));
            }
        }
        Ok(())
    }

    /// The position in [`COLUMNS`].
    pub(super) fn column(&self, name: &str) -> Result<usize, Error> {
        COLUMNS.iter().position(|known| known.eq_ignore_ascii_case(name)).ok_or_else(|| {
            let problem = format!("`{}` is no column", brief(name));
            self.line_error(problem, format!("use some of: {}", COLUMNS[..8].join(", ")))
        })
    }

    /// How many columns the header has.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// Puts the cells of a row under their columns; tells how many there are. `surplus` is the remedy for too many.
    pub(super) fn cells<'c>(
        &self,
        row: impl Iterator<Item = &'c str> + Clone,
        surplus: &str,
    ) -> Result<(Cells<'c>, usize), Error> {
        let mut cells = [""; COLUMNS.len()];
        let mut count = 0;
        for cell in row.clone() {
            let Some(column) = self.columns.get(count) else {
                let problem = format!("{} cells under {} columns", row.count(), self.columns.len());
                return Err(self.line_error(problem, surplus));
            };
            cells[*column] = cell.trim();
            count += 1;
        }
        Ok((cells, count))
    }

    /// The entry of a row, its strings stored with the others.
    pub(super) fn entry(&self, cells: &Cells<'_>, into: &mut Gazetteer) -> Result<Entry, Error> {
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
                if name.contains(['\n', '\r', '\t']) {
                    let problem =
                        format!("`{}` holds a line break or tab", brief(name.lines().next().unwrap_or_default()));
                    return Err(self.error(column, problem, "write each name in one line"));
                }
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

    pub(super) fn error(&self, column: &str, problem: impl Into<String>, remedy: impl Into<String>) -> Error {
        let (table, column) = (self.table.to_owned(), column.to_owned());
        ErrorKind::Row { table, line: self.line, column, problem: problem.into(), remedy: remedy.into() }.into()
    }

    pub(super) fn line_error(&self, problem: impl Into<String>, remedy: impl Into<String>) -> Error {
        let table = self.table.to_owned();
        ErrorKind::Line { table, line: self.line, problem: problem.into(), remedy: remedy.into() }.into()
    }
}

/// The beginning of a cell, short enough for a message.
pub(super) fn brief(cell: &str) -> &str {
    cell.char_indices().nth(40).map_or(cell, |(at, _)| &cell[..at])
}
