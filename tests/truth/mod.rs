//! What an annotator expects of an article: reads `*.expected`.

use pullquote::Span;

/// The expectations for one article.
pub(crate) struct Truth {
    pub(crate) quotes: Vec<WantedQuote>,
    pub(crate) claims: Vec<WantedClaim>,
}

/// One line `kind | speaker | title | cue | first words … last words`.
pub(crate) struct WantedQuote {
    pub(crate) span: Span,
    pub(crate) kind: String,
    pub(crate) speaker: String,
    pub(crate) title: String,
    pub(crate) cue: String,
    pub(crate) words: String,
}

/// One line `claim | number | bound value | unit | object | claimant`.
pub(crate) struct WantedClaim {
    pub(crate) span: Span,
    pub(crate) number: String,
    pub(crate) quantity: String,
    pub(crate) unit: String,
    pub(crate) object: String,
    pub(crate) claimant: String,
}

impl Truth {
    /// Reads the lines; the error names every line that does not fit the article.
    pub(crate) fn parse(source: &str, article: &str) -> Result<Truth, String> {
        let mut truth = Truth { quotes: Vec::new(), claims: Vec::new() };
        let mut problems = Vec::new();
        for (n, line) in source.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            if let Err(problem) = truth.add(line, article) {
                problems.push(format!("line {}: {problem}", n + 1));
            }
        }
        if !problems.is_empty() {
            return Err(problems.join("\n"));
        }
        truth.quotes.sort_by_key(|quote| quote.span);
        truth.claims.sort_by_key(|claim| claim.span);
        Ok(truth)
    }

    fn add(&mut self, line: &str, article: &str) -> Result<(), String> {
        let columns: Vec<String> = line.split(" | ").map(|column| column.trim().to_owned()).collect();
        if columns[0] == "claim" {
            self.claims.push(WantedClaim::parse(columns, article)?);
        } else {
            self.quotes.push(WantedQuote::parse(columns, article)?);
        }
        Ok(())
    }
}

impl WantedQuote {
    fn parse(columns: Vec<String>, article: &str) -> Result<WantedQuote, String> {
        let [kind, speaker, title, cue, words] = exactly(columns)?;
        if !["direct", "mixed", "indirect"].contains(&&*kind) {
            return Err(format!("`{kind}` is no kind of quote"));
        }
        let span = stretch(&words, article)?;
        Ok(WantedQuote { span, kind, speaker, title, cue, words: unbracketed(&words) })
    }
}

impl WantedClaim {
    fn parse(columns: Vec<String>, article: &str) -> Result<WantedClaim, String> {
        let [_, place, quantity, unit, object, claimant] = exactly(columns)?;
        let span = bracketed(&place, article)?;
        if object != "-" && !article.contains(&object) {
            return Err(format!("`{object}` does not stand in the article"));
        }
        Ok(WantedClaim { span, number: span.of(article).to_owned(), quantity, unit, object, claimant })
    }
}

fn exactly<const N: usize>(columns: Vec<String>) -> Result<[String; N], String> {
    columns.try_into().map_err(|columns: Vec<String>| format!("{} columns where {N} should be", columns.len()))
}

/// From the first words to the last: `We have restored … 36 villages,`. The first must occur only once.
fn stretch(words: &str, article: &str) -> Result<Span, String> {
    let (first, last) = words.split_once(" … ").unwrap_or((words, ""));
    let from = bracketed(first, article)?;
    if last.is_empty() {
        return Ok(from);
    }
    let rest = &article[from.end..];
    let at = rest.find(last).ok_or_else(|| format!("`{last}` does not follow `{first}`"))?;
    Ok(Span::new(from.start, from.end + at + last.len()))
}

/// The words themselves, or a longer stretch with them in brackets: `on [12] occasions`. It must occur only once.
fn bracketed(place: &str, article: &str) -> Result<Span, String> {
    let around = only(&place.replace(['[', ']'], ""), article)?;
    let before = place.find('[').unwrap_or(0);
    let after = place.rfind(']').map_or(0, |at| place.len() - at - 1);
    Ok(Span::new(around.start + before, around.end - after))
}

/// The words as the record shows them: without what only helps to find them.
fn unbracketed(words: &str) -> String {
    let inside = words.split_once('[').map_or(words, |(_, inside)| inside);
    let (kept, after) = inside.split_once(']').unwrap_or((inside, ""));
    let last = after.find(" … ").map_or("", |at| &after[at..]);
    format!("{kept}{last}")
}

fn only(words: &str, article: &str) -> Result<Span, String> {
    let mut found = article.match_indices(words).filter(|(at, _)| whole(Span::new(*at, at + words.len()), article));
    match (found.next(), found.next()) {
        (None, _) => Err(format!("`{words}` does not stand in the article")),
        (Some(_), Some(_)) => Err(format!("`{words}` stands more than once in the article: lengthen it")),
        (Some((at, _)), None) => Ok(Span::new(at, at + words.len())),
    }
}

fn whole(span: Span, article: &str) -> bool {
    let before = article[..span.start].chars().next_back();
    let after = article[span.end..].chars().next();
    let inside = |ch: Option<char>| ch.is_some_and(char::is_alphanumeric);
    let begins = inside(span.of(article).chars().next());
    let ends = inside(span.of(article).chars().next_back());
    !(begins && inside(before) || ends && inside(after))
}
