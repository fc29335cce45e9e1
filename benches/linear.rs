//! Four times the text may take 4.6 times the time and no more, on every hostile family: see README.md beside this file.
//!
//! `cargo bench --bench linear -- dots commas` runs the families whose name holds one of the words.

mod text;

use std::hint::black_box;
use std::time::{Duration, Instant};

use text::hostile::{FAMILIES, Family};

const SMALL: usize = 256 << 10;
const LARGE: usize = 1 << 20;
/// The most that four times the text may take.
const MOST: f64 = 4.6;
const ROUNDS: usize = 5;
/// A text that takes longer is not tried again: its ratio tells enough.
const PATIENCE: Duration = Duration::from_secs(5);

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    pullquote::extract("“Ready,” said Ann Lee.");
    println!("{:28} {:>10} {:>10} {:>7}", "family", "256 KiB", "1 MiB", "ratio");
    let chosen = FAMILIES.iter().filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|word| name.contains(word)));
    let slow: Vec<&str> = chosen.filter(|family| measured(family) > MOST).map(|(name, _)| *name).collect();
    assert!(slow.is_empty(), "more than {MOST} times as long: {slow:?}");
}

/// How many times as long the large text takes: the least of the rounds, because what disturbs only ever adds.
fn measured((name, make): &Family) -> f64 {
    let (small, large) = (make(SMALL), make(LARGE));
    let mut best = [Duration::MAX; 2];
    for _ in 0..ROUNDS {
        best = [best[0].min(time(&small)), best[1].min(time(&large))];
        if best[1] > PATIENCE {
            break;
        }
    }
    let per_byte = [best[0].as_secs_f64() / small.len() as f64, best[1].as_secs_f64() / large.len() as f64];
    let ratio = 4.0 * per_byte[1] / per_byte[0];
    println!("{name:28} {:>10.1?} {:>10.1?} {ratio:>7.2}", best[0], best[1]);
    ratio
}

fn time(text: &str) -> Duration {
    let start = Instant::now();
    black_box(pullquote::extract(black_box(text)));
    start.elapsed()
}
