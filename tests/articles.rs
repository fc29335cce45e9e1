//! Whole articles: `tests/articles/*.txt`, each beside what an annotator expects and what the crate gives.
//!
//! - `NAME.expected` is the truth, written by hand from the article alone: one line a quote,
//!   `kind | speaker | title | cue | first words … last words`, and one a claim,
//!   `claim | number | bound value | unit | object | claimant`. `-` stands for none. The first words of a quote and the
//!   number must occur once in the article; where they occur more often, write the words around them too and put what is
//!   meant in brackets (`the [12] boats`).
//!   Values are given to four decimals.
//! - `NAME.actual` records what the crate gives today, each line with its verdict: `=` right, `~` found but not right in
//!   all (the line after it, `<`, is what should stand there), `+` not expected, `-` missed. The test fails where the
//!   record differs, so every changed result shows as a changed line.
//! - `score.txt` sums up all articles.
//!
//! `UPDATE_EXPECT=1 cargo test --test articles` rewrites the records; `cargo test --test articles -- --nocapture` prints the
//! score. A quote counts as found where at least half of both stretches is shared.

mod check;
mod truth;

use std::fmt;
use std::fs;
use std::ops::AddAssign;
use std::path::{Path, PathBuf};

use pullquote::{Extraction, NumericClaim, Quantity, Quote, QuoteKind, Span};
use truth::{Truth, WantedClaim, WantedQuote};

#[test]
fn records() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut total = Score::default();
    let mut changed = Vec::new();
    for path in articles(&folder) {
        let article = read(&path);
        let expected = path.with_extension("expected");
        let truth = match Truth::parse(&read(&expected), &article) {
            Ok(truth) => truth,
            Err(problems) => {
                changed.push(format!("{}\n{problems}", expected.display()));
                continue;
            }
        };
        let extraction = pullquote::extract(&article);
        check::check(&article, &extraction);
        let report = Report::new(&truth, &extraction);
        total += report.score;
        changed.extend(difference(&path.with_extension("actual"), &report.to_string()));
    }
    println!("{total}");
    changed.extend(difference(&folder.join("score.txt"), &total.to_string()));
    let remedy = "if the new lines are better, run `UPDATE_EXPECT=1 cargo test --test articles`";
    assert!(changed.is_empty(), "results or expectations have changed; {remedy}\n\n{}", changed.join("\n"));
}

fn articles(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("tests/articles is there");
    let mut expected: Vec<PathBuf> = entries
        .map(|entry| entry.expect("tests/articles can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "expected"))
        .collect();
    expected.sort();
    expected.into_iter().map(|path| path.with_extension("txt")).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Which lines of the record have changed, or nothing; with `UPDATE_EXPECT` the record is rewritten instead.
fn difference(record: &Path, now: &str) -> Option<String> {
    let before = fs::read_to_string(record).unwrap_or_default();
    if before == now {
        return None;
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(record, now).expect("a record can be written");
        return None;
    }
    let gone =
        before.lines().filter(|line| !now.lines().any(|other| other == *line)).map(|line| format!("  was  {line}"));
    let come =
        now.lines().filter(|line| !before.lines().any(|other| other == *line)).map(|line| format!("  now  {line}"));
    let name = record.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Some(std::iter::once(name).chain(gone).chain(come).collect::<Vec<_>>().join("\n"))
}

/// Results of one article against the truth, line by line.
struct Report {
    /// With the place that each stands at, so that what is missed stands where it was missed.
    lines: Vec<(Span, String)>,
    score: Score,
}

impl Report {
    fn new(truth: &Truth, extraction: &Extraction<'_>) -> Report {
        let mut report = Report { lines: Vec::new(), score: Score { articles: 1, ..Score::default() } };
        report.compare_quotes(&truth.quotes, &extraction.quotes);
        report.lines.sort_by_key(|(span, _)| *span);
        let quotes = report.lines.len();
        report.compare_claims(&truth.claims, extraction);
        report.lines[quotes..].sort_by_key(|(span, _)| *span);
        report
    }

    fn compare_quotes(&mut self, wanted: &[WantedQuote], got: &[Quote<'_>]) {
        self.score.quotes += Hits { right: 0, wanted: wanted.len(), got: got.len() };
        let mut left: Vec<&WantedQuote> = wanted.iter().collect();
        for quote in got {
            let nearest = nearest(quote.span(), &left, |wanted| wanted.span, 0.5);
            let found = nearest.map(|at| left.remove(at));
            self.compare_quote(found, quote);
        }
        let missed = left.iter().map(|quote| (quote.span, format!("- {}", wanted_line(quote))));
        self.lines.extend(missed);
    }

    fn compare_quote(&mut self, wanted: Option<&WantedQuote>, got: &Quote<'_>) {
        let line = quote_line(got);
        let Some(wanted) = wanted else { return self.lines.push((got.span(), format!("+ {line}"))) };
        let columns: Vec<&str> = line.split(" | ").collect();
        let exact = wanted.span == got.span();
        let speaker = same(columns[1], &wanted.speaker);
        let title = same(columns[2], &wanted.title);
        let right = exact && speaker && title && columns[0] == wanted.kind && same(columns[3], &wanted.cue);
        self.score.quotes.right += 1;
        self.score.exact += usize::from(exact);
        self.score.speakers += usize::from(speaker);
        self.score.titles +=
            Hits { right: usize::from(speaker && title), wanted: usize::from(speaker), got: usize::from(speaker) };
        self.push(right, got.span(), &line, &wanted_line(wanted));
    }

    fn compare_claims(&mut self, wanted: &[WantedClaim], extraction: &Extraction<'_>) {
        let got = extraction.all_claims();
        self.score.claims += Hits { right: 0, wanted: wanted.len(), got: got.len() };
        let mut left: Vec<&WantedClaim> = wanted.iter().collect();
        for (quote, claim) in got {
            let span = claim.number.span;
            let nearest = nearest(span, &left, |wanted| wanted.span, 0.3);
            let line = claim_line(claim, quote);
            match nearest.map(|at| left.remove(at)) {
                Some(wanted) => self.compare_claim(wanted, &line, span),
                None => self.lines.push((span, format!("+ {line}"))),
            }
        }
        let missed = left.iter().map(|claim| (claim.span, format!("- {}", wanted_claim_line(claim))));
        self.lines.extend(missed);
    }

    fn compare_claim(&mut self, wanted: &WantedClaim, line: &str, span: Span) {
        let columns: Vec<&str> = line.split(" | ").collect();
        let value = columns[2] == wanted.quantity && columns[3] == wanted.unit;
        let object = same(columns[4], &wanted.object);
        let claimant = same(columns[5], &wanted.claimant);
        self.score.claims.right += 1;
        self.score.values += usize::from(value);
        self.score.objects += usize::from(object);
        self.score.claimants += usize::from(claimant);
        let right = value && object && claimant && wanted.span == span;
        self.push(right, span, line, &wanted_claim_line(wanted));
    }

    fn push(&mut self, right: bool, span: Span, got: &str, wanted: &str) {
        let line = if right { format!("= {got}") } else { format!("~ {got}\n< {wanted}") };
        self.lines.push((span, line));
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (_, line) in &self.lines {
            writeln!(f, "{line}")?;
        }
        writeln!(f, "\n{}", self.score.brief())
    }
}

/// Where in `left` the stretch stands that shares most with `span`, if it shares enough.
fn nearest<T>(span: Span, left: &[&T], span_of: impl Fn(&T) -> Span, enough: f64) -> Option<usize> {
    let shares = left.iter().enumerate().map(|(at, wanted)| (at, shared(span, span_of(wanted))));
    let best = shares.max_by(|a, b| a.1.total_cmp(&b.1))?;
    (best.1 >= enough).then_some(best.0)
}

/// Length of what two stretches share over the length of the longer.
fn shared(a: Span, b: Span) -> f64 {
    let both = Span::new(a.start.max(b.start), a.end.min(b.end));
    both.len() as f64 / a.len().max(b.len()).max(1) as f64
}

fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

fn wanted_line(quote: &WantedQuote) -> String {
    format!("{} | {} | {} | {} | {}", quote.kind, quote.speaker, quote.title, quote.cue, quote.words)
}

fn wanted_claim_line(claim: &WantedClaim) -> String {
    let WantedClaim { number, quantity, unit, object, claimant, .. } = claim;
    format!("claim | {number} | {quantity} | {unit} | {object} | {claimant}")
}

fn quote_line(quote: &Quote<'_>) -> String {
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        _ => "indirect",
    };
    let name = quote.speaker.as_ref().map_or("-", |speaker| &speaker.name.text);
    let title = quote.speaker.as_ref().and_then(|speaker| speaker.title.as_ref()).map_or("-", |title| &title.text);
    let cue = quote.attribution.cue.as_ref().map_or("-", |cue| &cue.text);
    format!("{kind} | {name} | {title} | {cue} | {}", excerpt(&quote.text()))
}

fn claim_line(claim: &NumericClaim<'_>, quote: Option<&Quote<'_>>) -> String {
    let short = |value: f64| (value * 1e4).round() / 1e4;
    let quantity = match claim.quantity {
        Quantity::Exact { value } => format!("exact {}", short(value)),
        Quantity::Approx { value } => format!("approx {}", short(value)),
        Quantity::AtLeast { value } => format!("at_least {}", short(value)),
        Quantity::AtMost { value } => format!("at_most {}", short(value)),
        Quantity::Range { low, high } => format!("range {} {}", short(low), short(high)),
        _ => "?".to_owned(),
    };
    let unit = claim.unit.as_ref().map_or("-", |unit| unit.code());
    let object = claim.object.as_ref().map_or("-", |object| &object.text);
    let claimant = quote.and_then(|quote| quote.speaker.as_ref()).map_or("-", |speaker| &speaker.name.text);
    format!("claim | {} | {quantity} | {unit} | {object} | {claimant}", claim.number)
}

/// The first four words and the last four, on one line.
fn excerpt(content: &str) -> String {
    let words: Vec<&str> = content.split_whitespace().collect();
    if words.len() <= 8 {
        return words.join(" ");
    }
    format!("{} … {}", words[..4].join(" "), words[words.len() - 4..].join(" "))
}

/// How many are right, of how many that should be there and of how many that are.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Hits {
    right: usize,
    wanted: usize,
    got: usize,
}

/// Counts over one article or all.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Score {
    articles: usize,
    quotes: Hits,
    exact: usize,
    speakers: usize,
    titles: Hits,
    claims: Hits,
    values: usize,
    objects: usize,
    claimants: usize,
}

impl AddAssign for Hits {
    fn add_assign(&mut self, other: Hits) {
        *self = Hits { right: self.right + other.right, wanted: self.wanted + other.wanted, got: self.got + other.got };
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Score) {
        self.articles += other.articles;
        self.quotes += other.quotes;
        self.exact += other.exact;
        self.speakers += other.speakers;
        self.titles += other.titles;
        self.claims += other.claims;
        self.values += other.values;
        self.objects += other.objects;
        self.claimants += other.claimants;
    }
}

impl Score {
    /// One line for one article.
    fn brief(&self) -> String {
        let Score { quotes, exact, speakers, titles, claims, values, objects, claimants, .. } = self;
        let found =
            |hits: &Hits| format!("{} of {} found, {} too many", hits.right, hits.wanted, hits.got - hits.right);
        format!(
            "quotes: {}; {exact} exact, {speakers} with the right speaker, {} with the right title\n\
             claims: {}; {values} with the right value, {objects} with the right object, {claimants} with the right claimant",
            found(quotes),
            titles.right,
            found(claims),
        )
    }
}

impl fmt::Display for Hits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |of: usize| if of == 0 { 1.0 } else { self.right as f64 / of as f64 };
        let (recall, precision) = (share(self.wanted), share(self.got));
        let Hits { right, wanted, got } = self;
        write!(f, "recall {right:>3}/{wanted:<3} {recall:.3}  precision {right:>3}/{got:<3} {precision:.3}")
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quotes = |right| Hits { right, ..self.quotes };
        let claims = |right| Hits { right, ..self.claims };
        let rows = [
            ("quotes", self.quotes),
            ("  extent", quotes(self.exact)),
            ("  speaker", quotes(self.speakers)),
            ("  title", self.titles),
            ("claims", self.claims),
            ("  value", claims(self.values)),
            ("  object", claims(self.objects)),
            ("  claimant", claims(self.claimants)),
        ];
        writeln!(f, "articles {}", self.articles)?;
        rows.iter().try_for_each(|(name, hits)| writeln!(f, "{name:<10} {hits}"))
    }
}

#[test]
fn excerpts_show_both_ends() {
    assert_eq!(excerpt("one two\nthree"), "one two three");
    assert_eq!(excerpt("a b c d e f g h i"), "a b c d … f g h i");
}

#[test]
fn places_in_the_truth_are_unambiguous() {
    let article = "Ann said 12 boats sank. “The 12 boats,” she said.";
    let claim = |place: &str| Truth::parse(&format!("claim | {place} | exact 12 | - | boats | -"), article);
    assert_eq!(claim("The [12]").map(|truth| truth.claims[0].span.start).ok(), article.rfind("12"));
    assert_eq!(claim("12").err().as_deref(), Some("line 1: `12` stands more than once in the article: lengthen it"));
    let quote = |words: &str| {
        let truth = Truth::parse(&format!("# x\ndirect | Ann | - | said | {words}"), article)?;
        Ok::<_, String>(truth.quotes[0].span.of(article))
    };
    assert_eq!(quote("12 boats sank"), Ok("12 boats sank"));
    assert_eq!(quote("Ann said … sank."), Ok("Ann said 12 boats sank."));
    assert_eq!(quote("dogs"), Err("line 2: `dogs` does not stand in the article".to_owned()));
}

#[test]
fn a_record_tells_right_from_missed() {
    let article = "“No,” Ann said. 12 boats sank.";
    let truth = Truth::parse("direct | Ann | - | said | No,\nclaim | 12 | exact 12 | - | boats | -", article).unwrap();
    let report = Report::new(&truth, &Extraction::default()).to_string();
    let lines: Vec<&str> = report.lines().collect();
    assert_eq!(lines[..3], ["- direct | Ann | - | said | No,", "- claim | 12 | exact 12 | - | boats | -", ""]);
    assert!(lines[3].starts_with("quotes: 0 of 1 found, 0 too many"), "{}", lines[3]);
}
