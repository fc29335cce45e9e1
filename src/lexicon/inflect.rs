//! English inflection by rule: what a table need not list.

use super::Form;

/// The forms of a verb. `past` and `participle` are given where they are irregular, else empty. Of a verb of several
/// words (`point out`) only the first is inflected.
pub(super) fn verb(lemma: &str, past: &str, participle: &str) -> Vec<(Form, String)> {
    let regular = past_of(lemma);
    let past = if past.is_empty() { &regular } else { past };
    let mut forms = vec![
        (Form::Past, past.to_owned()),
        (Form::Base, lemma.to_owned()),
        (Form::Third, with_s(lemma)),
        (Form::Present, ing_of(lemma)),
    ];
    if !participle.is_empty() && participle != past {
        forms.push((Form::Participle, participle.to_owned()));
    }
    if has_british_forms(lemma) {
        forms.extend([(Form::Past, format!("{lemma}led")), (Form::Present, format!("{lemma}ling"))]);
    }
    forms
}

/// Whether the last `l` is doubled in British spelling: `signalled`, `labelling`.
fn has_british_forms(lemma: &str) -> bool {
    let mut last = lemma.chars().rev();
    let short =
        last.next() == Some('l') && last.next().is_some_and(is_vowel) && last.next().is_some_and(|ch| !is_vowel(ch));
    short && doubled(lemma) == lemma
}

/// The regular plural of a noun: `ministry` → `ministries`, `spokesman` → `spokesmen`, `vice president` → `vice presidents`.
pub(crate) fn plural(noun: &str) -> String {
    match noun.strip_suffix("man") {
        Some(stem) => format!("{stem}men"),
        None => with_s(noun),
    }
}

fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        return format!("{stem}ies");
    }
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    format!("{word}{}", if sibilant { "es" } else { "s" })
}

fn past_of(lemma: &str) -> String {
    if lemma.ends_with('e') {
        format!("{lemma}d")
    } else if let Some(stem) = consonant_y(lemma) {
        format!("{stem}ied")
    } else {
        format!("{}ed", doubled(lemma))
    }
}

fn ing_of(lemma: &str) -> String {
    if let Some(stem) = lemma.strip_suffix("ie") {
        format!("{stem}ying")
    } else if let Some(stem) = lemma.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y'])) {
        format!("{stem}ing")
    } else {
        format!("{}ing", doubled(lemma))
    }
}

/// The stem of a word that ends in a consonant and `y`.
fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !stem.ends_with(is_vowel) && !stem.is_empty())
}

/// The verb with its last consonant doubled where it is one stressed short syllable: `quip` → `quipp`, `admit` → `admitt`.
fn doubled(lemma: &str) -> String {
    let mut last = lemma.chars().rev();
    let ends = (last.next(), last.next(), last.next());
    let (Some(end), Some(vowel), Some(before)) = ends else { return lemma.to_owned() };
    let short = !is_vowel(end)
        && !matches!(end, 'w' | 'x' | 'y')
        && is_vowel(vowel)
        && (!is_vowel(before) || lemma.contains("qu"));
    let syllables = lemma.split(|ch| !is_vowel(ch)).filter(|vowels| !vowels.is_empty()).count();
    let stressed = syllables == 1 || ["mit", "fer", "cur", "pel", "gret"].iter().any(|end| lemma.ends_with(end));
    if short && stressed && !lemma.ends_with("ffer") { format!("{lemma}{end}") } else { lemma.to_owned() }
}

fn is_vowel(ch: char) -> bool {
    matches!(ch, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(lemma: &str) -> Vec<String> {
        verb(lemma, "", "").into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn regular_verbs() {
        assert_eq!(forms("deny"), ["denied", "deny", "denies", "denying"]);
        assert_eq!(forms("admit"), ["admitted", "admit", "admits", "admitting"]);
        assert_eq!(forms("quip"), ["quipped", "quip", "quips", "quipping"]);
        assert_eq!(forms("offer"), ["offered", "offer", "offers", "offering"]);
        assert_eq!(forms("argue"), ["argued", "argue", "argues", "arguing"]);
        assert_eq!(forms("explain"), ["explained", "explain", "explains", "explaining"]);
        assert_eq!(forms("stress"), ["stressed", "stress", "stresses", "stressing"]);
        assert_eq!(forms("answer"), ["answered", "answer", "answers", "answering"]);
        assert_eq!(forms("signal"), ["signaled", "signal", "signals", "signaling", "signalled", "signalling"]);
        assert_eq!(forms("reveal"), ["revealed", "reveal", "reveals", "revealing"]);
    }

    #[test]
    fn plurals() {
        assert_eq!(
            ["ministry", "spokeswoman", "boss", "aide"].map(plural),
            ["ministries", "spokeswomen", "bosses", "aides"]
        );
    }
}
