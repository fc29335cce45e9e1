//! The page that `examples/report` writes, as text and in a browser.

mod browser;
mod program;

use std::path::{Path, PathBuf};

use browser::Browser;
use program::{example, message, with_input};
use serde_json::json;

const TAB: char = '\u{e004}';
const ESCAPE: char = '\u{e00c}';

/// Tries to leave the text by every door of a page.
const HOSTILE: &str = "</title><script>window.broken = 1</script> at the ministry

“<img src=x onerror='window.broken = 2'>We lost 36 </span></mark></style><script>window.broken = 3</script> houses,” \
said Ann \"onmouseover=window.broken=4 Lee, the <b>mayor</b> of Kyiv. “--> &lt;script&gt; ]]> &amp;”

Bob Moore said that </script><script>window.broken = 5</script> had failed.
";

fn page(arguments: &[&str], article: &str) -> String {
    let mut command = example("report");
    let output = with_input(
        {
            command.args(arguments).arg("-");
            command
        },
        article.as_bytes(),
    );
    assert!(output.status.success(), "{}", message(&output));
    String::from_utf8(output.stdout).expect("a page is UTF-8")
}

/// Writes the page of an article where a browser can open it.
fn saved(name: &str, article: Option<&str>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.html"));
    let mut command = example("report");
    command.arg("--output").arg(&path).args(article.map(|_| "-"));
    let output = with_input(command, article.unwrap_or_default().as_bytes());
    assert!(output.status.success(), "{}", message(&output));
    path
}

#[test]
fn page_loads_nothing_from_elsewhere() {
    let page = page(&[], "“We are ready,” said Ann Lee.");
    assert!(page.starts_with("<!DOCTYPE html>"));
    for loads in ["http:", "https:", "src=", "@import", "url("] {
        assert!(!page.contains(loads), "the page has {loads}");
    }
}

#[test]
fn page_has_the_text_and_what_was_found() {
    let text = "“We lost 36 houses,” said Ann Lee, mayor of Leeds.";
    let page = page(&[], text);
    let confidence = format!("confidence {}", pullquote::extract(text).quotes[0].attribution.confidence);
    for part in ["rule quote_cue_name", &confidence, "Ann Lee, mayor of Leeds", "36 · claimed by Ann Lee"] {
        assert!(page.contains(part), "{part} is missing from {page}");
    }
}

#[test]
fn page_of_an_empty_article_says_so() {
    assert!(page(&[], "").contains("Nobody is quoted."));
}

#[test]
fn page_escapes_hostile_text() {
    let page = page(&[], HOSTILE);
    assert_eq!(page.matches("<script>").count(), 1, "the page's own script and no other");
    assert_eq!(page.matches("<img").count() + page.matches("<b>").count(), 0);
}

#[test]
fn report_names_what_it_cannot_read_or_write() {
    let output = example("report").arg("no/such/article.txt").output().expect("the example runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(message(&output).starts_with("report: cannot read no/such/article.txt: "), "{}", message(&output));
    let output = example("report").args(["--output", "no/such/page.html"]).output().expect("the example runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(message(&output).starts_with("report: cannot write no/such/page.html: "), "{}", message(&output));
}

#[test]
fn browser_filters_by_speaker_and_kind() {
    let Some(browser) = Browser::open("filter") else { return };
    browser.load(&saved("filter", None));
    let shown = || browser.run("return document.querySelectorAll('li[data-of]:not([hidden])').length");
    let others =
        "return [...document.querySelectorAll('li[data-of]:not([hidden])')].filter(e => e.dataset.of !== '0').length";
    let dimmed = || browser.run("return document.querySelectorAll('mark.quote.off').length");
    let (all, none) = (shown(), dimmed());
    assert_eq!(none, 0);

    browser.click("button[data-speaker='0']");
    assert!(shown().as_u64() < all.as_u64() && shown().as_u64() > Some(0), "{} of {all}", shown());
    assert_eq!(browser.run(others), 0, "only quotes of the chosen speaker are left");
    assert!(dimmed().as_u64() > Some(0), "the others are not highlighted");

    browser.click("#all");
    assert_eq!((shown(), dimmed()), (all.clone(), none));
    browser.click("button[data-kind='direct']");
    assert!(shown().as_u64() < all.as_u64());
    assert_eq!(browser.run("return document.querySelectorAll('li[data-is=indirect]:not([hidden])').length"), 0);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn browser_tells_rule_and_confidence_by_keyboard_and_pointer() {
    let Some(browser) = Browser::open("keyboard") else { return };
    let text = "“We are ready,” said Ann Lee.";
    browser.load(&saved("keyboard", Some(text)));
    let tip = || browser.run("const tip = document.getElementById('tip'); return tip.hidden ? '' : tip.innerText");
    assert_eq!(tip(), "");
    browser.press(TAB);
    let confidence = pullquote::extract(text).quotes[0].attribution.confidence;
    let told = format!("Ann Lee · direct · said · rule quote_cue_name · confidence {confidence}");
    assert_eq!(tip(), told);
    browser.press(ESCAPE);
    assert_eq!(tip(), "");
    browser.run("document.querySelector('mark.cue[data-about]').dispatchEvent(new MouseEvent('mouseenter'))");
    assert_eq!(tip(), told, "the pointer on the cue tells of its quote");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn browser_leaves_hostile_text_as_text() {
    let Some(browser) = Browser::open("hostile") else { return };
    browser.load(&saved("hostile", Some(HOSTILE)));
    assert_eq!(browser.run("return window.broken ?? null"), json!(null));
    assert_eq!(browser.run("return document.scripts.length"), 1);
    assert_eq!(browser.run("return document.querySelectorAll('img, b').length"), 0);
    let text = browser.run("return document.querySelector('article').textContent");
    let expected: String = HOSTILE.lines().collect();
    assert_eq!(text, expected, "every character of the article is there");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn browser_needs_no_scrolling_sideways() {
    let Some(browser) = Browser::open("width") else { return };
    browser.load(&saved("width", None));
    for width in [400, 1400] {
        browser.resize(width, 900);
        let needed = browser.run("return document.documentElement.scrollWidth");
        assert!(needed.as_u64() <= Some(width.into()), "{needed} pixels in a window of {width}");
    }
}
