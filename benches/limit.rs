//! Extraction beside what no extractor can do without, in turn, round by round: see README.md beside this file.

mod text;

use std::hint::black_box;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use pullquote::{Extractor, Gazetteer};
use text::{Sort, Text};

/// Bytes of each sort of article.
const BYTES: usize = 1 << 20;

/// A limit: what it is called, and what it does to a text.
type Limit<'a> = (&'a str, Box<dyn Fn(&str) -> usize + 'a>);

fn main() {
    let first = time(|| pullquote::extract("“We are ready,” said Maria Ortega.").quotes.len());
    println!("first extraction after the start of the process: {first:.1?}");
    let rounds = std::env::var("ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(15);
    let scan = scan();
    let limits: [Limit<'_>; 3] = [
        ("Aho-Corasick", Box::new(|text| scan.find_iter(text).count())),
        ("UTF-8", Box::new(|text| std::str::from_utf8(black_box(text.as_bytes())).map_or(0, str::len))),
        ("memchr", Box::new(|text| marks(text.as_bytes()))),
    ];
    for sort in [Sort::Wire, Sort::Feature, Sort::NoQuotes] {
        compare(sort, &limits, rounds);
    }
}

/// A bare scan of all bytes for all names of the built-in gazetteer.
fn scan() -> AhoCorasick {
    let names = Gazetteer::built_in();
    let scan = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(names.names());
    scan.expect("the names fit into an automaton")
}

/// Quotation marks: straight ones, and the lead byte that all typographic ones share.
fn marks(text: &[u8]) -> usize {
    memchr::memchr2_iter(b'"', 0xe2, text).count()
}

fn compare(sort: Sort, limits: &[Limit<'_>], rounds: usize) {
    let articles = text::articles(sort, BYTES, 1);
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    assert_quotes(sort, &articles);
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); limits.len() + 1];
    for _ in 0..rounds {
        times[0].push(over(&articles, |text| Extractor::built_in().extract(text).quotes.len()));
        for (limit, times) in limits.iter().zip(&mut times[1..]) {
            times.push(over(&articles, &limit.1));
        }
    }
    println!("\n{sort:?}: {} articles, {bytes} bytes, {rounds} rounds", articles.len());
    let rate = |time: f64| bytes as f64 / time / 1e6;
    println!("  extraction {:26.1} MB/s", rate(quartiles(times[0].iter().map(Duration::as_secs_f64))[1]));
    for (limit, own) in limits.iter().zip(&times[1..]) {
        let pairs = times[0].iter().zip(own);
        let [low, middle, high] = quartiles(pairs.map(|(ours, own)| ours.as_secs_f64() / own.as_secs_f64()));
        let rate = rate(quartiles(own.iter().map(Duration::as_secs_f64))[1]);
        println!(
            "  {:14} {rate:22.1} MB/s   extraction takes {middle:.2} times as long ({low:.2} to {high:.2})",
            limit.0
        );
    }
}

/// The articles hold the quotes that were written into them, or the times mean nothing.
fn assert_quotes(sort: Sort, articles: &[Text]) {
    let planted: usize = articles.iter().map(|article| article.planted).sum();
    let found: usize = articles.iter().map(|article| pullquote::extract(&article.text).quotes.len()).sum();
    println!("\n{sort:?}: {planted} quotes written, {found} found");
    text::assert_near(planted, found);
}

fn over(articles: &[Text], work: impl Fn(&str) -> usize) -> Duration {
    time(|| articles.iter().map(|article| work(black_box(&article.text))).sum())
}

fn time(work: impl FnOnce() -> usize) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

/// Lower quartile, median, upper quartile.
fn quartiles(values: impl Iterator<Item = f64>) -> [f64; 3] {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| values[(values.len() - 1) * quarter / 4])
}
