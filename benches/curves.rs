//! Curves with criterion: see README.md beside this file.

mod text;

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use pullquote::stages::{Stage, Stages};
use pullquote::{Extractor, Gazetteer};
use rayon::prelude::*;
use text::{Sort, Text};

const SIZES: [usize; 4] = [1 << 10, 10 << 10, 100 << 10, 1 << 20];

fn extract(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("extract");
    for sort in [Sort::NoQuotes, Sort::Wire, Sort::Feature] {
        for bytes in SIZES {
            let Text { text, planted } = text::one(sort, bytes, 1);
            text::assert_near(planted, pullquote::extract(&text).quotes.len());
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(BenchmarkId::new(format!("{sort:?}"), bytes), |bench| {
                bench.iter(|| pullquote::extract(black_box(&text)));
            });
        }
    }
    let own = text::own_articles();
    group.throughput(Throughput::Bytes(own.len() as u64));
    group.bench_function("our own articles", |bench| bench.iter(|| pullquote::extract(black_box(&own))));
    group.finish();
}

fn stages(criterion: &mut Criterion) {
    let articles = text::articles(Sort::Wire, 1 << 20, 1);
    let all: Vec<_> = articles.iter().map(|article| Stages::new(Extractor::built_in(), &article.text)).collect();
    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Bytes(articles.iter().map(|article| article.text.len() as u64).sum()));
    for stage in Stage::ALL {
        let run = || all.iter().map(|stages| stages.run(stage)).sum::<usize>();
        assert!(run() > 0, "{stage:?} finds something");
        group.bench_function(format!("{stage:?}"), |bench| bench.iter(run));
    }
    group.finish();
}

/// A table of this many people whom the articles do not name.
fn people(rows: usize) -> String {
    let row = |at: usize| format!("person\t{} {}\n", syllables(at), syllables(at * 7 + 3));
    "kind\tname\n".to_owned() + &(0..rows).map(row).collect::<String>()
}

/// A made-up word that tells the number.
fn syllables(mut number: usize) -> String {
    const PARTS: [&str; 10] = ["ba", "do", "fi", "gu", "ke", "lo", "mi", "nu", "ra", "so"];
    let mut word = "Z".to_owned();
    while number > 0 {
        word += PARTS[number % 10];
        number /= 10;
    }
    word + "x"
}

fn gazetteer(criterion: &mut Criterion) {
    let Text { text, .. } = text::one(Sort::Wire, 100 << 10, 1);
    let mut group = criterion.benchmark_group("gazetteer");
    group.throughput(Throughput::Bytes(text.len() as u64));
    for rows in [1_000, 10_000, 100_000] {
        let names = Gazetteer::from_tsv(&people(rows)).expect("the table is well made");
        let extractor = Extractor::builder().gazetteer_only(names).build().expect("the lists load");
        group.bench_function(BenchmarkId::from_parameter(rows), |bench| {
            bench.iter(|| extractor.extract(black_box(&text)));
        });
    }
    group.finish();
}

fn build(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("build");
    group.bench_function("built-in lists", |bench| bench.iter(|| Extractor::builder().build()));
    let table = people(100_000);
    group.bench_function("a table of 100,000", |bench| {
        bench.iter(|| {
            let names = Gazetteer::from_tsv(&table).expect("the table is well made");
            Extractor::builder().gazetteer(names).build()
        });
    });
    group.finish();
}

fn hostile(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("hostile");
    for (name, make) in text::hostile::FAMILIES {
        let text = make(64 << 10);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bench| bench.iter(|| pullquote::extract(black_box(&text))));
    }
    group.finish();
}

fn parallel(criterion: &mut Criterion) {
    let articles = text::articles(Sort::Wire, 1 << 20, 1);
    let planted = articles.iter().map(|article| article.planted).sum();
    let mut group = criterion.benchmark_group("parallel");
    group.throughput(Throughput::Bytes(articles.iter().map(|article| article.text.len() as u64).sum()));
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads start");
        let quotes = |article: &Text| pullquote::extract(&article.text).quotes.len();
        let run = || pool.install(|| articles.par_iter().map(quotes).sum::<usize>());
        text::assert_near(planted, run());
        group.bench_function(BenchmarkId::new("threads", threads), |bench| bench.iter(run));
    }
    group.finish();
}

criterion_group! {
    name = curves;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    targets = extract, stages, gazetteer, build, hostile, parallel
}
criterion_main!(curves);
