//! What a change of the text must and must not change in the result, on the articles of the tests.
//!
//! What does not hold yet is listed in `metamorphic_gaps.txt`, one `change: article` a line. A listed one that holds fails
//! the test, so that the list stays honest.

mod check;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use pullquote::{Extraction, Fragment, Span, Speaker};

/// A text and what is to be compared of its result: one line a quote or claim.
struct Changed {
    text: String,
    lines: Vec<String>,
    /// Whether titles count: another may be found where one goes.
    titled: bool,
}

/// A change of an article: its name, and what it makes of text and lines; `None` where it does not apply.
type Change = (&'static str, fn(&str) -> Option<Changed>);

const CHANGES: [Change; 17] = [
    ("a speaker renamed", renamed_speaker),
    ("straight marks", straight_marks),
    ("a paragraph added before", paragraph_before),
    ("a paragraph added behind", paragraph_behind),
    ("double spaces", |text| respelled(text, &text.replace(' ', "  "))),
    ("no-break spaces", |text| respelled(text, &text.replace(' ', "\u{a0}"))),
    ("tabs", |text| respelled(text, &text.replace(' ', "\t"))),
    ("space at the end of lines", |text| respelled(text, &text.replace('\n', " \t\n"))),
    ("Windows line ends", |text| respelled(text, &text.replace('\n', "\r\n"))),
    ("old Mac line ends", |text| respelled(text, &text.replace('\n', "\r"))),
    ("byte-order mark", |text| respelled(text, &format!("\u{feff}{text}"))),
    ("soft hyphens", |text| respelled(text, &inside_words(text, '\u{ad}'))),
    ("zero-width spaces", |text| respelled(text, &inside_words(text, '\u{200b}'))),
    ("zero-width joiners", |text| respelled(text, &inside_words(text, '\u{200d}'))),
    ("decomposed accents", |text| respelled(text, &decomposed(text))),
    ("no title behind a name", no_title_behind),
    ("no title before a name", no_title_before),
];

#[test]
fn changes_change_nothing_else() {
    let known = gaps();
    let mut failed = BTreeSet::new();
    for path in articles() {
        let article = fs::read_to_string(&path).expect("the article can be read");
        let name = path.file_stem().expect("an article has a name").to_string_lossy().into_owned();
        for (change, make) in CHANGES {
            let Some(wanted) = make(&article) else { continue };
            let extraction = pullquote::extract(&wanted.text);
            check::check(&wanted.text, &extraction);
            if let Some(difference) = difference(&wanted.lines, &lines(&extraction, wanted.titled)) {
                let gap = format!("{change}: {name}");
                if !known.contains(&gap) {
                    eprintln!("{gap}\n{difference}");
                }
                failed.insert(gap);
            }
        }
    }
    let new: Vec<_> = failed.difference(&known).collect();
    let mended: Vec<_> = known.difference(&failed).collect();
    assert!(new.is_empty(), "these changed more than they should: {new:#?}");
    assert!(mended.is_empty(), "these hold now; take them out of metamorphic_gaps.txt: {mended:#?}");
}

fn gaps() -> BTreeSet<String> {
    let lines = include_str!("metamorphic_gaps.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

fn articles() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = ["tests/articles", "examples/articles"].into_iter().flat_map(|directory| {
        fs::read_dir(root.join(directory)).expect("the directory is there").map(|file| file.expect("a file").path())
    });
    let mut articles: Vec<_> = files.filter(|path| is_article(path)).collect();
    articles.sort();
    articles
}

fn is_article(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "txt") && !path.ends_with("score.txt")
}

/// A result without its offsets.
fn lines(extraction: &Extraction<'_>, titled: bool) -> Vec<String> {
    let quotes = extraction.quotes.iter().map(|quote| {
        let speaker = quote.speaker.as_ref();
        let name = speaker.map_or("-", |speaker| &speaker.name.text);
        let title =
            speaker.and_then(|speaker| speaker.title.as_ref()).filter(|_| titled).map_or("-", |title| &title.text);
        let cue = quote.attribution.cue.as_ref().map_or("-", |cue| &cue.text);
        let claims: Vec<_> = quote.claims.iter().map(ToString::to_string).collect();
        plain(&format!("{:?} | {name} | {title} | {cue} | {} | {}", quote.kind, quote.text(), claims.join("; ")))
    });
    let claims = extraction.claims.iter().map(|claim| plain(&format!("claim | {claim}")));
    quotes.chain(claims).collect()
}

/// The words with what does not count taken out: invisible characters, widths of space, glyphs of marks.
fn plain(line: &str) -> String {
    let composed = line.replace("e\u{301}", "é").replace("n\u{303}", "ñ").replace("u\u{308}", "ü");
    let glyphs = composed.chars().filter_map(|ch| match ch {
        '\u{ad}' | '\u{200b}' | '\u{200d}' | '\u{feff}' => None,
        '“' | '”' => Some('"'),
        '’' | '‘' => Some('\''),
        ch if ch.is_whitespace() => Some(' '),
        ch => Some(ch),
    });
    glyphs.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn difference(wanted: &[String], got: &[String]) -> Option<String> {
    let only = |these: &[String], those: &[String], sign: &str| -> Vec<String> {
        these.iter().filter(|line| !those.contains(line)).map(|line| format!("    {sign} {line}")).collect()
    };
    let all = [only(wanted, got, "-"), only(got, wanted, "+")].concat();
    (wanted != got).then(|| all.join("\n"))
}

/// The same words written otherwise: the result is the same.
fn respelled(text: &str, changed: &str) -> Option<Changed> {
    let lines = lines(&pullquote::extract(text), true);
    (text != changed).then(|| Changed { text: changed.to_owned(), lines, titled: true })
}

fn straight_marks(text: &str) -> Option<Changed> {
    respelled(text, &text.replace(['“', '”'], "\"").replace(['’', '‘'], "'"))
}

fn inside_words(text: &str, invisible: char) -> String {
    let mut changed = String::new();
    let mut letters = 0;
    for ch in text.chars() {
        letters = if ch.is_ascii_lowercase() { letters + 1 } else { 0 };
        if letters == 4 {
            changed.push(invisible);
        }
        changed.push(ch);
    }
    changed
}

fn decomposed(text: &str) -> String {
    text.replace('é', "e\u{301}").replace('ñ', "n\u{303}").replace('ü', "u\u{308}")
}

/// Nobody speaks here, and nobody of the articles is named.
const UNRELATED: &str = "The lake froze early, and the ferries stayed in the harbour.";

fn paragraph_before(text: &str) -> Option<Changed> {
    respelled(text, &format!("{UNRELATED}\n\n{text}"))
}

fn paragraph_behind(text: &str) -> Option<Changed> {
    respelled(text, &format!("{text}\n\n{UNRELATED}\n"))
}

/// The first named person, with another family name in every place; the given name stays, and the pronouns with it.
fn renamed_speaker(text: &str) -> Option<Changed> {
    let extraction = pullquote::extract(text);
    let mut speakers = extraction.quotes.iter().filter_map(|quote| quote.speaker.as_ref());
    let named = speakers.find(|speaker| {
        let words = speaker.name.text.split(' ').count();
        speaker.kind == pullquote::SpeakerKind::Person && words == 2 && speaker.entity.is_none()
    })?;
    let (_, family) = named.name.text.split_once(' ')?;
    let shouted = family.to_uppercase();
    let renamed = |line: &str| line.replace(family, "Okonedo").replace(&shouted, "OKONEDO");
    let lines = lines(&extraction, true).iter().map(|line| renamed(line)).collect();
    Some(Changed { text: renamed(text), lines, titled: true })
}

/// The first title behind its name goes: `Ann Lee, the mayor, said` becomes `Ann Lee said`.
fn no_title_behind(text: &str) -> Option<Changed> {
    without_title(text, |name, title| {
        let ends = text[title.end..].starts_with([',', '.']);
        let head = before_determiner(&text[..title.start]).unwrap_or(&text[..title.start]);
        let rest = text[title.end..].trim_start_matches(',');
        (ends && head.len() == name.end + 2 && head.ends_with(", ")).then(|| text[..name.end].to_owned() + rest)
    })
}

/// The first title before its name goes: `The mayor, Ann Lee, said` becomes `Ann Lee said`. A title without `the` stays, for
/// what stands before it may belong to it.
fn no_title_before(text: &str) -> Option<Changed> {
    without_title(text, |name, title| {
        let head = before_determiner(&text[..title.start])?;
        let between = text.get(title.end..name.start)?.strip_prefix(", ")?;
        let named = between.is_empty() || between.ends_with(". ") && !between.contains(',');
        let rest = text[name.end..].strip_prefix(',')?;
        named.then(|| head.to_owned() + &text[title.end + 2..name.end] + rest)
    })
}

/// The article as `cut` makes it from name and title, for the first title that it takes; a claim in the title goes with it.
/// The title stands once in the article and in nobody's words, and names nobody further on: `the council` may be the one of
/// `chair of Leeds Council`, and nothing else tells that `the commissioner` is whoever has that title.
fn without_title(text: &str, cut: impl Fn(Span, Span) -> Option<String>) -> Option<Changed> {
    let mut extraction = pullquote::extract(text);
    let speakers = || extraction.quotes.iter().filter_map(|quote| quote.speaker.as_ref());
    let called_so = |speaker: &Speaker<'_>, title: &Fragment<'_>| {
        let own =
            extraction.quotes.iter().filter(|quote| quote.speaker.as_ref().is_some_and(|own| own.id == speaker.id));
        let mut mentions = own.filter_map(|quote| quote.attribution.mention.as_ref());
        mentions.any(|mention| !mention.span.overlaps(title.span) && calls(&mention.text, &title.text))
    };
    let is_alone = |title: &Fragment<'_>| {
        let mut said = extraction.quotes.iter().flat_map(|quote| &quote.content);
        text.matches(&*title.text).count() == 1
            && !title.text.contains(|ch: char| ch.is_ascii_digit())
            && !said.any(|part| part.span.contains(title.span))
            && !speakers().any(|other| title.text.contains(&*other.name.text))
    };
    let mut texts = speakers().filter_map(|speaker| {
        let title = speaker.title.as_ref().filter(|title| is_alone(title) && !called_so(speaker, title))?;
        Some((title.span, cut(speaker.name.span, title.span)?))
    });
    let (title, text) = texts.next()?;
    extraction.claims.retain(|claim| !title.contains(claim.number.span));
    Some(Changed { text, lines: lines(&extraction, false), titled: false })
}

/// Whether the last word of a mention is one of the title's.
fn calls(mention: &str, title: &str) -> bool {
    let last = mention.rsplit(' ').next().unwrap_or_default().to_lowercase();
    title.split(' ').any(|word| word.to_lowercase() == last)
}

/// The text before `the`, `a`, `her` at its end.
fn before_determiner(text: &str) -> Option<&str> {
    let head = text.strip_suffix(' ')?;
    let word = head.rsplit([' ', '\n']).next()?;
    let determiners = ["the", "a", "an", "its", "his", "her", "their"];
    determiners.contains(&&*word.to_lowercase()).then(|| &head[..head.len() - word.len()])
}
