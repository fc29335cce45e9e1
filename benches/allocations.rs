//! Counts what extraction asks of the allocator: see README.md beside this file.
#![allow(unsafe_code, reason = "an allocator cannot be written without")]

mod text;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use text::Sort;

/// The system's allocator, with a count of what is asked of it.
struct Counting;

static CALLS: AtomicUsize = AtomicUsize::new(0);
static BYTES: AtomicUsize = AtomicUsize::new(0);

fn count(bytes: usize) {
    CALLS.fetch_add(1, Relaxed);
    BYTES.fetch_add(bytes, Relaxed);
}

// SAFETY: each call is handed on unchanged to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        unsafe { System.dealloc(ptr, layout) }
    }

    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        count(new_size);
        unsafe { System.realloc(ptr, layout, new_size) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

fn main() {
    let extractor = pullquote::Extractor::built_in();
    pullquote::extract("“Ready,” said Ann Lee.");
    let before = CALLS.load(Relaxed);
    std::hint::black_box(extractor.clone());
    assert_eq!(CALLS.load(Relaxed), before, "a clone of an extractor allocates nothing");
    println!(
        "{:10} {:>9} {:>8} {:>12} {:>12} {:>14}",
        "sort", "articles", "quotes", "calls each", "goal each", "bytes a byte"
    );
    for sort in [Sort::NoQuotes, Sort::Wire, Sort::Feature] {
        report(sort);
    }
}

/// Calls an article beside the goal: 40, and 6 for each quote.
fn report(sort: Sort) {
    let articles = text::articles(sort, 256 << 10, 2);
    // Entities, and what regexes keep, are made when they are first needed.
    articles.iter().for_each(|article| drop(pullquote::extract(&article.text)));
    let len: usize = articles.iter().map(|article| article.text.len()).sum();
    let before = [CALLS.load(Relaxed), BYTES.load(Relaxed)];
    let quotes: usize = articles.iter().map(|article| pullquote::extract(&article.text).quotes.len()).sum();
    let calls = (CALLS.load(Relaxed) - before[0]) / articles.len();
    let bytes = (BYTES.load(Relaxed) - before[1]) as f64 / len as f64;
    text::assert_near(articles.iter().map(|article| article.planted).sum(), quotes);
    let goal = 40 + 6 * quotes / articles.len();
    println!("{:10} {:>9} {quotes:>8} {calls:>12} {goal:>12} {bytes:>14.1}", format!("{sort:?}"), articles.len());
}
