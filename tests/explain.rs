//! Who is refused as a speaker, and why.

use pullquote::{Extractor, Refusal, Resolution, Sieve};

/// How the speaker of the last quote was found.
fn last(text: &str) -> Resolution<'_> {
    Extractor::built_in().explain(text).speakers.pop().expect("there is a quote")
}

fn refused(text: &str) -> Vec<(String, Refusal, Option<Sieve>)> {
    last(text).refused.iter().map(|refused| (refused.name.to_string(), refused.why, refused.sieve)).collect()
}

fn loses(text: &str, name: &str, why: Refusal) {
    let refused = refused(text);
    assert!(refused.iter().any(|(who, reason, _)| who == name && *reason == why), "{text}\n{refused:?}");
}

#[test]
fn a_pronoun_refuses_for_its_reasons() {
    loses("Ann Lee met Tom Reed. “We are ready,” she said.", "Tom Reed", Refusal::Gender);
    loses("Ann Lee left Springvale. “We are ready,” she said.", "Springvale", Refusal::Kind);
    loses("Ann Lee met Maria Ortega. “Ortega is ready,” she said.", "Maria Ortega", Refusal::NamedInside);
    loses("Maria Ortega came. Ann Lee came too. “We are ready,” she said.", "Maria Ortega", Refusal::Farther);
    loses("Ann Lee rose. “I miss Maria Ortega,” she said. “We are ready,” she said.", "Maria Ortega", Refusal::Quoted);
}

#[test]
fn a_noun_refuses_for_its_reasons() {
    let text = "Mayor Ann Lee met Maria Ortega, the judge. “We are ready,” the mayor said.";
    loses(text, "Maria Ortega", Refusal::Role);
    loses("Mayor Ann Lee met the Port Velin Board. “We are ready,” the mayor said.", "Port Velin Board", Refusal::Kind);
    // Of two with the title nobody is guessed.
    let two = "Mayor Ann Lee met Mayor Maria Ortega. “We are ready,” the mayor said.";
    loses(two, "Ann Lee", Refusal::Rival);
    loses(two, "Maria Ortega", Refusal::Rival);
    loses("The mayor, Ann Lee, met Tom Reed. The mayor said it was late.", "Tom Reed", Refusal::Role);
    let titled = "The mayor, Ann Lee, came. Then Tom Reed came. The mayor said it was late.";
    loses(titled, "Tom Reed", Refusal::LessSure);
}

#[test]
fn a_name_refuses_its_namesakes() {
    loses("Ann Lee met Tom Lee. “We are ready,” Ann Lee said.", "Tom Lee", Refusal::Namesake);
    assert_eq!(refused("Ann Lee met Tom Reed. “We are ready,” Lee said."), []);
}

#[test]
fn where_nobody_is_chosen_the_refused_are_still_told() {
    let resolution = last("The Port Velin Board met. “We are ready,” she said.");
    assert_eq!(resolution.sieve, None);
    assert_eq!(resolution.refused.len(), 1);
    assert_eq!(resolution.refused[0].why.to_string(), "another kind of speaker");
}

#[test]
fn a_mention_that_brings_somebody_in_refuses_nobody() {
    assert_eq!(refused("Ann Lee met Tom Reed. A spokesman said they were ready."), []);
}

#[test]
fn explaining_changes_no_result() {
    for article in ["agency", "interview_chef", "court_lagos"] {
        let path = format!("{}/tests/articles/{article}.txt", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("the article is there");
        let explanation = Extractor::built_in().explain(&text);
        assert_eq!(explanation.extraction, pullquote::extract(&text));
        for (quote, resolution) in explanation.extraction.quotes.iter().zip(&explanation.speakers) {
            assert_eq!(quote.speaker.is_some(), resolution.sieve.is_some());
            for refused in &resolution.refused {
                assert_eq!(refused.mention.span.of(&text), refused.mention.text);
                assert_ne!(Some(&refused.name), quote.speaker.as_ref().map(|speaker| &speaker.name));
            }
        }
    }
}

#[test]
fn fragments_of_a_cleaned_text_are_of_the_original() {
    let text = "Ann\u{ad} Lee  met Tom\u{a0}\u{a0}Reed. “We are ready,” she said.";
    let resolution = last(text);
    let refused = &resolution.refused[0];
    assert_eq!(refused.name.text, "Tom\u{a0}\u{a0}Reed");
    assert_eq!(refused.name.span.of(text), refused.name.text);
}
