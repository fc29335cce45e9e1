//! The passage finder against a slow reference on random strings of marks and words.

use crate::lexicon::Lexicon;
use crate::{quotation, segment, token};

/// A word with the marks that touch it.
type Marked = (&'static str, &'static str, &'static str);

/// By the words one after the other: a mark before a word opens, and ends what is still open; a mark after a word closes.
fn reference(words: &[Marked]) -> Vec<String> {
    let (mut passages, mut open): (Vec<String>, Option<String>) = (Vec::new(), None);
    for (before, word, after) in words {
        if !before.is_empty() {
            passages.extend(open.replace(String::new()));
        }
        let Some(said) = &mut open else { continue };
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(word);
        if !after.is_empty() {
            passages.extend(open.take());
        }
    }
    passages.extend(open);
    passages
}

fn found(text: &str, lexicon: &Lexicon) -> Vec<String> {
    let (mut tokens, mut passages) = (Vec::new(), Vec::new());
    for span in segment::paragraphs(text) {
        let paragraph = token::tokenize(text, span, lexicon, &mut tokens);
        quotation::passages(&tokens, paragraph, &mut passages);
    }
    passages.iter().map(|passage| passage.content.of(text).to_owned()).collect()
}

#[test]
fn passages_agree_with_a_slow_reference() {
    let lexicon = Lexicon::built_in().expect("the built-in tables load");
    let mut rng = fastrand::Rng::with_seed(8);
    let mut any = |words: &[&'static str]| words[rng.usize(..words.len())];
    for _ in 0..20_000 {
        let words: Vec<Marked> = (0..7)
            .map(|_| (any(&["", "", "“", "\""]), any(&["boats", "rain", "left", "dry"]), any(&["", "", "”", "\""])))
            .collect();
        let text = words.iter().map(|(before, word, after)| format!("{before}{word}{after}")).collect::<Vec<_>>();
        let text = text.join(" ");
        assert_eq!(found(&text, &lexicon), reference(&words), "in {text:?}");
    }
}
