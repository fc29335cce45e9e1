//! Linguistic rules, tested by marked-up sentences: `tests/spec/*.txt`, one file a subject.
//!
//! A case is a block of lines; blank lines part the cases.
//!
//! ```text
//! # Inverted order, title after the name.
//! “{quote We are ready,}” {cue said} {who Andriy Kostin}, {title prosecutor general of Ukraine}.
//! = direct | Andriy Kostin | prosecutor general of Ukraine | person
//! ```
//!
//! - `#` lines come first and say why the case is there.
//! - Then the text, with marks. Its lines are joined by a space; a line that holds only `¶` starts a new paragraph.
//! - `{quote …}` is the first fragment of a quote's content, `{more …}` a further fragment of the same quote.
//!   Both are always compared: **a case without marks says that nothing may be found**.
//! - `{cue …}`, `{who …}` (the mention), `{title …}` (the title of a quote's speaker), `{to …}` (addressee),
//!   `{via …}` (medium) and `{when …}` (time) are compared **only in a case that writes at least one of the same kind**;
//!   then all of that kind must be marked.
//! - `=` lines give each quote in text order, `kind | speaker | title | speaker kind`; `-` stands for none. Where there
//!   are any, there must be as many as quotes. The last columns may be left out in all lines of a case: then they are not
//!   compared. `indirect negated` in one line makes all lines compare whether the cue is negated.
//! - `# gap: …`, as the first line, marks what is known not to work. Such a case must fail: once it passes, the run fails until the mark goes.
//!
//! `SPEC=titles cargo test --test spec` runs one file. `UPDATE_GAPS=1 cargo test --test spec` puts the `gap:` marks where
//! cases fail and takes them off where they pass; read the difference before you commit it.

mod check;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use pullquote::{Extraction, Fragment, Quote, QuoteKind, Span, SpeakerKind};

const GAP: &str = "# gap: ";

#[test]
fn cases() {
    let mut failures = Vec::new();
    let (mut count, mut gaps) = (0, 0);
    for file in files() {
        let source = fs::read_to_string(&file).expect("a file of cases can be read");
        let cases = cases_of(&file, &source);
        count += cases.len();
        gaps += cases.iter().filter(|case| case.gap).count();
        let wrong: Vec<(&Case, String)> = cases.iter().filter_map(|case| Some((case, case.failure()?))).collect();
        if std::env::var_os("UPDATE_GAPS").is_some() {
            let lines: Vec<usize> = wrong.iter().map(|(case, _)| case.line).collect();
            fs::write(&file, with_gaps_turned(&source, &lines)).expect("a file of cases can be written");
        } else {
            failures.extend(wrong.into_iter().map(|(_, failure)| failure));
        }
    }
    println!("{count} cases, {gaps} of them known gaps");
    assert!(failures.is_empty(), "{} of {count} cases fail\n\n{}\n", failures.len(), failures.join("\n\n"));
}

#[test]
fn every_subject_has_something_to_leave() {
    for file in files() {
        let source = fs::read_to_string(&file).expect("a file of cases can be read");
        let leaves = cases_of(&file, &source).iter().any(|case| case.wanted.places.is_empty());
        assert!(leaves, "{}: add a case in which nothing is found", file.display());
    }
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let only = std::env::var("SPEC").ok();
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("tests/spec is there")
        .map(|entry| entry.expect("tests/spec can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .filter(|path| only.as_deref().is_none_or(|only| path.file_stem().is_some_and(|stem| stem == only)))
        .collect();
    files.sort();
    files
}

/// One block of a file.
struct Case {
    /// File and line, as an editor opens it.
    place: String,
    /// Line of its first comment, counted from 0.
    line: usize,
    gap: bool,
    wanted: Marked,
    resolutions: Vec<Vec<String>>,
}

/// A text and what is marked in it.
#[derive(Debug, PartialEq)]
struct Marked {
    text: String,
    places: BTreeSet<Place>,
}

/// A stretch with its mark. The order is that of the opening braces: the longer first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    start: usize,
    end: Reverse<usize>,
    mark: Mark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Quote,
    More,
    Cue,
    Who,
    Title,
    To,
    Via,
    When,
}

const MARKS: [(&str, Mark); 8] = [
    ("quote", Mark::Quote),
    ("more", Mark::More),
    ("cue", Mark::Cue),
    ("who", Mark::Who),
    ("title", Mark::Title),
    ("to", Mark::To),
    ("via", Mark::Via),
    ("when", Mark::When),
];

impl Mark {
    fn named(name: &str) -> Option<Mark> {
        MARKS.iter().find(|(known, _)| *known == name).map(|(_, mark)| *mark)
    }

    fn name(self) -> &'static str {
        MARKS.iter().find(|(_, mark)| *mark == self).map_or("", |(name, _)| name)
    }

    fn is_content(self) -> bool {
        matches!(self, Mark::Quote | Mark::More)
    }
}

fn cases_of(file: &Path, source: &str) -> Vec<Case> {
    let name = Path::new("tests/spec").join(file.file_name().unwrap_or_default());
    let lines: Vec<&str> = source.lines().collect();
    let mut cases = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let end = (start..lines.len()).find(|&line| lines[line].trim().is_empty()).unwrap_or(lines.len());
        if start < end {
            let place = format!("{}:{}", name.display(), start + 1);
            cases.push(Case::parse(place, start, &lines[start..end]));
        }
        start = end + 1;
    }
    cases
}

impl Case {
    fn parse(place: String, line: usize, lines: &[&str]) -> Case {
        let comments = lines.iter().take_while(|line| line.starts_with('#')).count();
        assert!(comments > 0, "{place}: begin the case with a comment that says why it is there");
        let gap = lines[0].starts_with(GAP);
        let answers = lines.iter().position(|line| line.starts_with("= ")).unwrap_or(lines.len());
        let markup = lines[comments..answers].join(" ").replace(" ¶ ", "\n\n");
        let wanted = Marked::parse(&markup).unwrap_or_else(|problem| panic!("{place}: {problem}"));
        let resolutions: Vec<Vec<String>> = lines[answers..].iter().map(|line| columns(&line[2..])).collect();
        assert!(
            resolutions.windows(2).all(|pair| pair[0].len() == pair[1].len()),
            "{place}: as many columns in each `=`"
        );
        Case { place, line, gap, wanted, resolutions }
    }

    /// What is wrong, in the mark-up of the file, or `None` where all is as the case says.
    fn failure(&self) -> Option<String> {
        let extraction = pullquote::extract(&self.wanted.text);
        check::check(&self.wanted.text, &extraction);
        let wanted = answer(&self.wanted, self.resolutions.clone());
        let got = answer(&self.found_in(&extraction), self.resolutions_of(&extraction));
        match (wanted == got, self.gap) {
            (true, false) | (false, true) => None,
            (true, true) => Some(format!("{}: this works now: take the `gap:` mark off\n  {got}", self.place)),
            (false, false) => Some(format!("{}\n  wanted  {wanted}\n  got     {got}", self.place)),
        }
    }

    /// What the crate finds, with marks of the kinds that this case compares.
    fn found_in(&self, extraction: &Extraction<'_>) -> Marked {
        let kinds: BTreeSet<Mark> = self.wanted.places.iter().map(|place| place.mark).collect();
        let mut places: BTreeSet<Place> = extraction.quotes.iter().flat_map(places_of).collect();
        places.retain(|place| place.mark.is_content() || kinds.contains(&place.mark));
        Marked { text: self.wanted.text.clone(), places }
    }

    fn resolutions_of(&self, extraction: &Extraction<'_>) -> Vec<Vec<String>> {
        let Some(first) = self.resolutions.first() else { return Vec::new() };
        let negation = self.resolutions.iter().any(|line| line[0].ends_with(" negated"));
        let resolved = |quote| resolution(quote, negation).into_iter().take(first.len()).collect();
        extraction.quotes.iter().map(resolved).collect()
    }
}

fn columns(line: &str) -> Vec<String> {
    let filled = |column: &str| if column.is_empty() { "-".to_owned() } else { column.to_owned() };
    line.split('|').map(|column| filled(column.trim())).collect()
}

fn answer(marked: &Marked, resolutions: Vec<Vec<String>>) -> String {
    let lines = resolutions.into_iter().map(|columns| format!("\n          = {}", columns.join(" | ")));
    std::iter::once(marked.render()).chain(lines).collect()
}

fn places_of(quote: &Quote<'_>) -> Vec<Place> {
    let attribution = &quote.attribution;
    let title = quote.speaker.as_ref().and_then(|speaker| speaker.title.as_ref());
    let slots = [
        (Mark::Cue, attribution.cue.as_ref()),
        (Mark::Who, attribution.mention.as_ref()),
        (Mark::Title, title),
        (Mark::To, attribution.addressee.as_ref()),
        (Mark::Via, attribution.medium.as_ref()),
        (Mark::When, attribution.time.as_ref()),
    ];
    let content = quote.content.iter().enumerate();
    let content = content.map(|(n, fragment)| place(if n == 0 { Mark::Quote } else { Mark::More }, fragment));
    content.chain(slots.into_iter().filter_map(|(mark, fragment)| Some(place(mark, fragment?)))).collect()
}

fn place(mark: Mark, fragment: &Fragment<'_>) -> Place {
    let Span { start, end } = fragment.span;
    Place { start, end: Reverse(end), mark }
}

fn resolution(quote: &Quote<'_>, negation: bool) -> Vec<String> {
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        QuoteKind::Indirect => "indirect",
        _ => "?",
    };
    let negated = if negation && quote.attribution.negated { " negated" } else { "" };
    let Some(speaker) = &quote.speaker else {
        return vec![format!("{kind}{negated}"), "-".to_owned(), "-".to_owned(), "-".to_owned()];
    };
    let speaker_kind = match speaker.kind {
        SpeakerKind::Person => "person",
        SpeakerKind::Organization => "organization",
        SpeakerKind::Group => "group",
        SpeakerKind::Unnamed => "unnamed",
        _ => "?",
    };
    let title = speaker.title.as_ref().map_or("-", |title| &title.text);
    vec![format!("{kind}{negated}"), speaker.name.to_string(), title.to_owned(), speaker_kind.to_owned()]
}

impl Marked {
    fn parse(markup: &str) -> Result<Marked, String> {
        let (mut text, mut places, mut open) = (String::new(), BTreeSet::new(), Vec::new());
        let mut rest = markup;
        while let Some(at) = rest.find(['{', '}']) {
            text.push_str(&rest[..at]);
            let after = &rest[at + 1..];
            if rest[at..].starts_with('{') {
                let (name, inside) = after.split_once(' ').ok_or("a mark without a space after its name")?;
                let mark = Mark::named(name).ok_or_else(|| format!("`{name}` is no mark"))?;
                open.push((mark, text.len()));
                rest = inside;
            } else {
                let (mark, start) = open.pop().ok_or("a `}` that closes nothing")?;
                places.insert(Place { start, end: Reverse(text.len()), mark });
                rest = after;
            }
        }
        text.push_str(rest);
        match open.last() {
            Some((mark, _)) => Err(format!("`{{{}` is never closed", mark.name())),
            None => Ok(Marked { text, places }),
        }
    }

    fn render(&self) -> String {
        let opened = self.places.iter().map(|place| (place.start, format!("{{{} ", place.mark.name())));
        let closed = self.places.iter().map(|place| (place.end.0, "}".to_owned()));
        let mut braces: Vec<(usize, String)> = closed.chain(opened).collect();
        braces.sort_by_key(|(at, _)| *at);
        let mut rendered = String::new();
        let mut done = 0;
        for (at, brace) in braces {
            rendered.push_str(&self.text[done..at]);
            rendered.push_str(&brace);
            done = at;
        }
        rendered.push_str(&self.text[done..]);
        rendered.replace("\n\n", " ¶ ")
    }
}

/// The source with the `gap:` mark put on, or taken off, in the cases that begin at these lines.
fn with_gaps_turned(source: &str, lines: &[usize]) -> String {
    let turned = |line: &str| match line.strip_prefix(GAP) {
        Some(reason) => format!("# {reason}\n"),
        None => format!("{GAP}{}\n", line.trim_start_matches('#').trim_start()),
    };
    let lines_of = source.lines().enumerate();
    lines_of.map(|(n, line)| if lines.contains(&n) { turned(line) } else { format!("{line}\n") }).collect()
}

#[test]
fn marks_go_and_come_back() {
    for markup in [
        "“{quote We are ready,}” {cue said} {who {title mayor} Ann Lee}.",
        "“{quote A,}” she {cue said}.\u{20}“{more B.}”",
        "{who Lee} {cue said} {quote Roe had {cue told} him {quote it was “over”}}.",
        "Nothing. ¶ Nothing.",
    ] {
        let marked = Marked::parse(&markup.replace(" ¶ ", "\n\n")).expect("well formed");
        assert!(!marked.text.contains(['{', '}']));
        assert_eq!(marked.render(), markup);
    }
}

#[test]
fn wrong_marks_are_named() {
    let problem = |markup| Marked::parse(markup).expect_err("not well formed");
    assert_eq!(problem("{speaker Ann}"), "`speaker` is no mark");
    assert_eq!(problem("{who Ann"), "`{who` is never closed");
    assert_eq!(problem("Ann} said"), "a `}` that closes nothing");
}

#[test]
fn a_case_has_place_text_and_answers() {
    let source = "# Why.\n“{quote No,}”\nshe said.\n¶\nNext.\n= direct | | mayor\n\n# gap: Why not.\nNothing.\n";
    let cases = cases_of(Path::new("tests/spec/x.txt"), source);
    assert_eq!(cases.len(), 2);
    assert_eq!(cases[0].place, "tests/spec/x.txt:1");
    assert_eq!(cases[0].wanted.text, "“No,” she said.\n\nNext.");
    assert_eq!(cases[0].resolutions, [["direct", "-", "mayor"]]);
    assert!(cases[1].gap && cases[1].line == 7);
}

#[test]
fn gap_marks_are_put_on_and_taken_off() {
    let source = "# Why.\nA.\n\n# gap: Why not.\nB.\n";
    let turned = with_gaps_turned(source, &[0, 3]);
    assert_eq!(turned, "# gap: Why.\nA.\n\n# Why not.\nB.\n");
    assert_eq!(with_gaps_turned(&turned, &[0, 3]), source);
}

#[test]
fn a_failure_shows_both_sides() {
    let source = "# An empty article has no quote.\n“{quote No,}” {cue said} Ann.\n= direct | Ann\n";
    let case = cases_of(Path::new("x.txt"), source).remove(0);
    let none = Extraction::default();
    assert_eq!(case.found_in(&none).render(), "“No,” said Ann.");
    assert_eq!(
        answer(&case.wanted, case.resolutions.clone()),
        "“{quote No,}” {cue said} Ann.\n          = direct | Ann"
    );
    assert!(case.resolutions_of(&none).is_empty());
}
