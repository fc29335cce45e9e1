//! Reads the tab-separated word tables: `#` comments, a header row, then rows.

use std::rc::Rc;

use crate::error::{Error, ErrorKind};

/// The rows of one table, with a name to complain by.
#[derive(Debug, Clone)]
pub(crate) struct Table<'a> {
    name: &'a str,
    columns: Rc<[&'a str]>,
    lines: Vec<(usize, &'a str)>,
}

/// One row: its cells under the table's column names.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    table: &'a str,
    line: usize,
    columns: Rc<[&'a str]>,
    cells: Vec<&'a str>,
}

impl<'a> Table<'a> {
    /// Reads `text`. A byte-order mark, Windows line ends, blank lines and lines that start with `#` are passed over.
    pub(crate) fn read(name: &'a str, text: &'a str) -> Result<Self, Error> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let numbered = text.lines().enumerate().map(|(at, line)| (at + 1, line));
        let mut lines = numbered.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        let Some((_, header)) = lines.next() else {
            return Err(ErrorKind::Table {
                table: name.to_owned(),
                problem: "there is no header row".to_owned(),
                remedy: "name the columns in the first row, with tabs between them".to_owned(),
            }
            .into());
        };
        let columns = header.split('\t').map(str::trim).collect();
        Ok(Self { name, columns, lines: lines.collect() })
    }

    /// Fails unless the table has this column.
    pub(crate) fn require(&self, column: &str) -> Result<(), Error> {
        if self.columns.contains(&column) {
            return Ok(());
        }
        let problem = format!("there is no column `{column}`, only `{}`", self.columns.join("`, `"));
        let remedy = "name the columns in the first row, with tabs (not spaces) between them".to_owned();
        Err(ErrorKind::Table { table: self.name.to_owned(), problem, remedy }.into())
    }

    /// The rows in order. A row with too few cells has empty ones at its end; one with too many is an error.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Result<Row<'a>, Error>> {
        self.lines.iter().map(|&(line, text)| {
            let cells: Vec<&str> = text.split('\t').map(str::trim).collect();
            if cells.len() > self.columns.len() {
                let problem = format!("{} cells under {} columns", cells.len(), self.columns.len());
                let remedy = "take the surplus tabs out".to_owned();
                return Err(ErrorKind::Line { table: self.name.to_owned(), line, problem, remedy }.into());
            }
            Ok(Row { table: self.name, line, columns: Rc::clone(&self.columns), cells })
        })
    }
}

impl<'a> Row<'a> {
    /// The cell under `column`; empty where the table has no such column or the row is short.
    pub(crate) fn get(&self, column: &str) -> &'a str {
        let at = self.columns.iter().position(|name| *name == column);
        at.and_then(|at| self.cells.get(at)).copied().unwrap_or_default()
    }

    /// The parts of the cell under `column` between `|`.
    pub(crate) fn list(&self, column: &str) -> impl Iterator<Item = &'a str> {
        self.get(column).split('|').map(str::trim).filter(|part| !part.is_empty())
    }

    /// An error about the cell under `column`.
    pub(crate) fn error(&self, column: &str, problem: impl Into<String>, remedy: impl Into<String>) -> Error {
        ErrorKind::Row {
            table: self.table.to_owned(),
            line: self.line,
            column: column.to_owned(),
            problem: problem.into(),
            remedy: remedy.into(),
        }
        .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_blank_lines_bom_and_crlf_are_passed_over() {
        let table = Table::read("t", "\u{feff}# why\r\n\r\nword\tclass\r\nAnn\tperson|place\r\n").unwrap();
        let rows: Vec<_> = table.rows().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].get("word"), "Ann");
        assert_eq!(rows[0].list("class").collect::<Vec<_>>(), ["person", "place"]);
    }

    #[test]
    fn errors_name_table_line_and_remedy() {
        let empty = Table::read("titles", "# nothing\n").unwrap_err();
        assert_eq!(
            empty.to_string(),
            "titles: there is no header row; name the columns in the first row, with tabs between them"
        );
        let table = Table::read("titles", "word\none\ttwo\n").unwrap();
        let long = table.rows().next().unwrap().unwrap_err();
        assert_eq!(long.to_string(), "titles, line 2: 2 cells under 1 columns; take the surplus tabs out");
        assert!(table.require("class").unwrap_err().to_string().contains("no column `class`, only `word`"));
    }
}
