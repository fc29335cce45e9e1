//! The passage finder against a slow reference on random strings of marks and words.

use crate::lexicon::Lexicon;
use crate::{quotation, segment, token};

/// A word with the marks that touch it.
type Marked = (&'static str, &'static str, &'static str);

/// By the words one after the other: a mark before a word opens, and ends what is still open, unless all that is open
/// closes in the words to come; a mark after a word closes what opened last.
fn reference(words: &[Marked]) -> Vec<String> {
    let (mut passages, mut open): (Vec<String>, Option<String>) = (Vec::new(), None);
    let mut inner = 0;
    for (at, (before, word, after)) in words.iter().enumerate() {
        let count = |marks: fn(&Marked) -> bool| words[at..].iter().filter(|marked| marks(marked)).count();
        let (opening, closing) = (count(|marked| !marked.0.is_empty()), count(|marked| !marked.2.is_empty()));
        let nested = !before.is_empty() && open.is_some() && closing > opening + inner;
        if nested {
            inner += 1;
        } else if !before.is_empty() {
            passages.extend(open.replace(String::new()));
            inner = 0;
        }
        let Some(said) = &mut open else { continue };
        if !said.is_empty() {
            said.push(' ');
        }
        if nested {
            said.push_str(before);
        }
        said.push_str(word);
        if !after.is_empty() && inner > 0 {
            inner -= 1;
            said.push_str(after);
        } else if !after.is_empty() {
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
