//! A bar chart as SVG, coloured by the page's style sheet.

use indicatif::HumanCount;
use svg::node::element::{Group, Rectangle, Text, Title};
use svg::{Document, Node};

const WIDTH: f64 = 720.0;
const ROW: f64 = 26.0;
/// Where the bars begin; the labels stand left of it.
const LEFT: f64 = 250.0;
/// What the number after the longest bar needs.
const RIGHT: f64 = 70.0;
/// So many characters of a label fit.
const LABEL: usize = 34;

/// A name and its number.
pub(crate) struct Bar<'a> {
    pub(crate) label: &'a str,
    pub(crate) value: u64,
}

/// Horizontal bars in the order given; `name` is what a screen reader says of the chart.
pub(crate) fn bars(name: &str, bars: &[Bar<'_>]) -> String {
    let most = bars.iter().map(|bar| bar.value).max().unwrap_or_default().max(1);
    let height = ROW * bars.len() as f64;
    let mut chart = Document::new().set("viewBox", (0.0, 0.0, WIDTH, height)).set("role", "img");
    chart.append(Title::new(name));
    for (row, bar) in bars.iter().enumerate() {
        let length = (WIDTH - LEFT - RIGHT) * bar.value as f64 / most as f64;
        chart.append(drawn(bar, row as f64 * ROW, length.round()));
    }
    chart.to_string()
}

fn drawn(bar: &Bar<'_>, top: f64, length: f64) -> Group {
    let middle = top + ROW / 2.0;
    let text =
        |x: f64, content: String| Text::new(content).set("x", x).set("y", middle).set("dominant-baseline", "central");
    let rectangle =
        Rectangle::new().set("x", LEFT).set("y", top + 4.0).set("width", length).set("height", ROW - 8.0).set("rx", 2);
    Group::new()
        .add(Title::new(format!("{}: {}", bar.label, HumanCount(bar.value))))
        .add(text(LEFT - 8.0, shortened(bar.label)).set("text-anchor", "end"))
        .add(rectangle)
        .add(text(LEFT + length + 8.0, HumanCount(bar.value).to_string()))
}

fn shortened(label: &str) -> String {
    match label.char_indices().nth(LABEL) {
        Some((end, _)) => format!("{}…", label[..end].trim_end()),
        None => label.to_owned(),
    }
}
