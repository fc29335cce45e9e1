//! Reads the tables of numbers, units, qualifiers and contexts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::amount::Amount;
use super::piece::pieces_of;
use super::words::{Bound, Cardinal, Entry, Measure, NumberWords, Place, Qualifier, Role};
use crate::claim::ClaimKind;
use crate::error::Error;
use crate::lexicon::inflect;
use crate::lexicon::tsv::{Row, Table};

impl NumberWords {
    pub(super) fn read_numbers(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        for column in ["word", "role", "value"] {
            table.require(column)?;
        }
        for row in table.rows() {
            let row = row?;
            let amount = Amount::parse(row.get("value")).ok_or_else(|| {
                row.error("value", "this is no number", "write it in digits, with `.` before decimals")
            })?;
            let entry = self.entry_mut(row.get("word"));
            add_number(entry, &row, amount)?;
        }
        Ok(())
    }

    pub(super) fn read_contexts(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        table.require("word")?;
        table.require("role")?;
        for row in table.rows() {
            let row = row?;
            for word in row.list("role") {
                let Some(role) = Role::named(word) else {
                    return Err(row.error("role", format!("`{word}` is no role"), "see the head of the table"));
                };
                self.entry_mut(row.get("word")).roles.0 |= role.0;
            }
        }
        Ok(())
    }

    pub(super) fn read_units(&mut self, name: &'static str, text: &'static str) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        for column in ["unit", "code", "kind"] {
            table.require(column)?;
        }
        let mut by_first: BTreeMap<Box<str>, Vec<Measure>> = BTreeMap::new();
        for row in table.rows() {
            let row = row?;
            let singular = row.get("unit");
            let plural = match row.get("plural") {
                "" => inflect::plural(singular),
                given => given.to_owned(),
            };
            for written in [singular, &plural] {
                let mut pieces = pieces_of(written).map(Box::from);
                let Some(first) = pieces.next().filter(|_| written != "-") else { continue };
                let measure = Measure { rest: pieces.collect(), plural: written != singular, ..measure_of(&row)? };
                by_first.entry(first.to_lowercase().into()).or_default().push(measure);
            }
        }
        for (first, mut measures) in by_first {
            measures.sort_by_key(|measure| Reverse(measure.rest.len()));
            let from = self.measures.len() as u16;
            self.measures.extend(measures);
            let range = (from, self.measures.len() as u16);
            self.entry_mut(&first).measures = range;
        }
        Ok(())
    }

    pub(super) fn read_qualifiers(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        for column in ["phrase", "bound", "side"] {
            table.require(column)?;
        }
        let mut by_nearest: BTreeMap<(bool, Box<str>), Vec<Qualifier>> = BTreeMap::new();
        for row in table.rows() {
            let row = row?;
            let after = row.get("side") == "after";
            let qualifier = qualifier_of(&row, after)?;
            let Some(nearest) = qualifier.words.first().cloned() else { continue };
            if let Some(first) = qualifier.words.last().filter(|_| !after) {
                self.entry_mut(first).bounds = true;
            }
            by_nearest.entry((after, nearest)).or_default().push(qualifier);
        }
        for ((after, nearest), mut qualifiers) in by_nearest {
            qualifiers.sort_by_key(|qualifier| Reverse(qualifier.words.len()));
            let from = self.qualifiers.len() as u16;
            self.qualifiers.extend(qualifiers);
            let range = (from, self.qualifiers.len() as u16);
            let entry = self.entry_mut(&nearest);
            *(if after { &mut entry.after } else { &mut entry.before }) = range;
        }
        Ok(())
    }
}

fn add_number(entry: &mut Entry, row: &Row<'_>, amount: Amount) -> Result<(), Error> {
    let whole = amount.whole().unwrap_or_default();
    let small = u32::try_from(whole).unwrap_or_default();
    let cardinal = match row.get("role") {
        "zero" => Cardinal::Zero,
        "digit" => Cardinal::Digit,
        "teen" => Cardinal::Teen,
        "tens" => Cardinal::Tens,
        "hundred" => Cardinal::Hundred,
        "magnitude" => Cardinal::Magnitude,
        "abbreviation" => Cardinal::Abbreviation,
        "letter" => Cardinal::Letter,
        "dozen" => Cardinal::Dozen,
        "pair" => Cardinal::Pair,
        "vague" => Cardinal::Vague,
        "vague_of" => Cardinal::VagueOf,
        "vague_modifier" => Cardinal::VagueModifier,
        "half" => Cardinal::Half,
        "none" => Cardinal::None,
        "article" => Cardinal::Article,
        role => return add_other(entry, row, role, (amount, small)),
    };
    entry.cardinal = Some((cardinal, whole));
    Ok(())
}

fn add_other(entry: &mut Entry, row: &Row<'_>, role: &str, (amount, small): (Amount, u32)) -> Result<(), Error> {
    match role {
        "denominator" => (entry.denominator, entry.ordinal) = (Some((small, false)), Some(small)),
        "denominators" => entry.denominator = Some((small, true)),
        "ordinal" => entry.ordinal = Some(small),
        "multiple" => entry.multiple = Some(small),
        "multiply" => entry.multiply = Some(amount),
        role => return Err(row.error("role", format!("`{role}` is no role"), "see the head of the table")),
    }
    Ok(())
}

fn kind_of(row: &Row<'_>, column: &str, word: &str) -> Result<ClaimKind, Error> {
    Ok(match word {
        "money" => ClaimKind::Money,
        "percent" => ClaimKind::Percent,
        "duration" => ClaimKind::Duration,
        "distance" => ClaimKind::Distance,
        "measure" => ClaimKind::Measure,
        "age" => ClaimKind::Age,
        _ => return Err(row.error(column, format!("`{word}` is no kind"), "see the head of the table")),
    })
}

fn measure_of(row: &Row<'static>) -> Result<Measure, Error> {
    let place = match row.get("place") {
        "" => Place::Word,
        "symbol" => Place::Symbol,
        "before" => Place::Before,
        "both" => Place::Both,
        word => return Err(row.error("place", format!("`{word}` is no place"), "see the head of the table")),
    };
    let scale = match row.get("scale") {
        "" => Amount::ONE,
        scale => Amount::parse(scale)
            .ok_or_else(|| row.error("scale", "this is no number", "write it in digits, with `.` before decimals"))?,
    };
    let mut letters = row.get("unit").chars();
    let letter = letters.next().filter(|ch| ch.is_alphabetic() && place == Place::Symbol && letters.next().is_none());
    let (code, kind) = (row.get("code"), kind_of(row, "kind", row.get("kind"))?);
    Ok(Measure { rest: Vec::new(), code, kind, scale, place, letter, plural: false })
}

fn qualifier_of(row: &Row<'_>, after: bool) -> Result<Qualifier, Error> {
    let bound = match row.get("bound") {
        "at_least" => Bound::AtLeast,
        "at_most" => Bound::AtMost,
        "approx" => Bound::Approx,
        "range" => Bound::Range,
        word => return Err(row.error("bound", format!("`{word}` is no bound"), "see the head of the table")),
    };
    let mut words: Vec<Box<str>> = row.get("phrase").split(' ').map(Box::from).collect();
    if !after {
        words.reverse();
    }
    let kinds = |column| row.list(column).map(|kind| kind_of(row, column, kind)).collect::<Result<_, _>>();
    let second = words.get(1).and_then(|word| word.bytes().next());
    Ok(Qualifier {
        words,
        second,
        bound,
        parted: row.get("parted") == "yes",
        only: kinds("only")?,
        unsure: kinds("unsure")?,
    })
}
