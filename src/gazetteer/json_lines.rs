//! Tables with one JSON object a line, the columns as keys.

use serde_json::{Map, Value};

use super::Gazetteer;
use super::table::{COLUMNS, Cells, Checked, Reader};
use crate::error::Error;

/// Reads a user's table. A cell is a string, a number or null; `aliases` may be a list too.
pub(super) fn checked(name: &str, text: &str) -> Result<Gazetteer, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (mut reader, mut checked) = (Reader::new(name, None), Checked::default());
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')) {
        reader.at_row(at + 1, line.len())?;
        let row: Map<String, Value> = serde_json::from_str(line).map_err(|error| {
            let problem = format!("the row is no JSON object, at column {}", error.column());
            reader.line_error(problem, "write one object a line, such as {\"kind\": \"place\", \"name\": \"Kyiv\"}")
        })?;
        let texts = texts(&reader, &row)?;
        let cells: Cells<'_> = std::array::from_fn(|column| texts[column].trim());
        checked.add(&reader, &cells)?;
    }
    Ok(checked.gazetteer)
}

/// The cells of a row, in the order of [`COLUMNS`].
fn texts(reader: &Reader<'_>, row: &Map<String, Value>) -> Result<[String; COLUMNS.len()], Error> {
    let mut texts: [String; COLUMNS.len()] = Default::default();
    for (key, value) in row {
        let column = reader.column(key)?;
        texts[column] = match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Array(names) if COLUMNS[column] == "aliases" && names.iter().all(Value::is_string) => {
                let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
                names.join("|")
            }
            _ => {
                let remedy = "write a string; aliases may be a list of strings";
                return Err(reader.error(COLUMNS[column], "the cell is neither string nor number", remedy));
            }
        };
    }
    Ok(texts)
}
