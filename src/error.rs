//! The one error of the crate: a table or setting that cannot be used, or a result that does not fit its text.

use thiserror::Error as ThisError;

/// Why an [`Extractor`](crate::Extractor) or a [`Gazetteer`](crate::Gazetteer) could not be built, or a result does not
/// pass [`Extraction::check`](crate::Extraction::check).
///
/// The message names the table, the line, what is wrong and how to mend it; of a setting its
/// name; of a result the quote, claim or entity and what is wrong with it. Extraction itself never fails.
///
/// ```
/// let error = pullquote::Gazetteer::from_tsv("kind\tname\nplanet\tMars\n").unwrap_err();
/// assert!(error.to_string().contains("line 2"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[error(transparent)]
pub struct Error(#[from] pub(crate) ErrorKind);

#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub(crate) enum ErrorKind {
    #[error("{table}, line {line}, column `{column}`: {problem}; {remedy}")]
    Row { table: String, line: usize, column: String, problem: String, remedy: String },
    #[error("{table}, line {line}: {problem}; {remedy}")]
    Line { table: String, line: usize, problem: String, remedy: String },
    #[error("{table}: {problem}; {remedy}")]
    Table { table: String, problem: String, remedy: String },
    #[error("{setting}: {problem}; {remedy}")]
    Setting { setting: &'static str, problem: String, remedy: &'static str },
    #[error("{place}: {problem}")]
    Result { place: String, problem: String },
}

impl Error {
    /// The line of the table that is at fault, counted from 1, where one is.
    ///
    /// ```
    /// let error = pullquote::Gazetteer::from_tsv("kind\tname\nplanet\tMars\n").unwrap_err();
    /// assert_eq!(error.line(), Some(2));
    /// let error = pullquote::Gazetteer::from_tsv("").unwrap_err();
    /// assert_eq!(error.line(), None);
    /// ```
    pub fn line(&self) -> Option<usize> {
        match &self.0 {
            ErrorKind::Row { line, .. } | ErrorKind::Line { line, .. } => Some(*line),
            ErrorKind::Table { .. } | ErrorKind::Setting { .. } | ErrorKind::Result { .. } => None,
        }
    }
}
