//! The edges of an apposition: what may stand behind it, and what before it shows that it is none.

use super::cast::Cast;
use crate::lexicon::{Class, Form};
use crate::token::{Kind, Token};

/// Words that lead on to something else about the same.
const LEADS_ON: Class = Class::PREPOSITION.union(Class::LOCATIVE).union(Class::TO).union(Class::AS).union(Class::OF);

/// Whether an apposition may end before the token.
pub(super) fn closes(cast: &Cast<'_>, at: usize) -> bool {
    cast.article.tokens.get(at).is_none_or(|token| {
        let goes_on =
            Class::RELATIVE | Class::AND | Class::AUXILIARY | Class::PREPOSITION | Class::CONJUNCTION | Class::TIME;
        !token.wordlike() || token.word.cue().is_some() || token.is(goes_on)
    })
}

/// Whether the words from the token on tell more of somebody whose role stands before them: `a lawyer | representing the
/// family`, `a scientist | not involved in the study`, `a minister | responsible for rail`, `head of the unit | that runs the
/// trains`, `a teacher | whose house …`.
pub(super) fn describes(cast: &Cast<'_>, at: usize) -> bool {
    let token = |at: usize| cast.article.tokens.get(at).filter(|token| token.kind == Kind::Word && !token.capital());
    let small = |at: usize| token(at).is_some_and(|token| token.is(Class::ADVERB | Class::NEGATION));
    let at = at + usize::from(small(at));
    if is_span_of_time(cast, at) {
        return true;
    }
    let Some(first) = token(at) else { return false };
    let word = cast.word(at);
    let leads_on = token(at + 1).is_some_and(|next| next.is(LEADS_ON)) && !first.is(Class::PLURAL);
    first.is(Class::THAT)
        || matches!(word, "whose" | "turned")
        || is_gerund(word)
        // `involved in the case,`: not `the mayor went to Leeds`
        || leads_on && (!first.is(Class::VERB) || is_enclosed(cast, at + 1))
}

/// `four years ago`
fn is_span_of_time(cast: &Cast<'_>, at: usize) -> bool {
    let is = |at: usize, class: Class| cast.article.tokens.get(at).is_some_and(|token| token.is(class));
    is(at, Class::NUMBER) && is(at + 1, Class::TIME)
}

fn is_gerund(word: &str) -> bool {
    word.len() > "king".len() && word.ends_with("ing")
}

/// Whether what starts at the token belongs to a phrase in front of its sentence, as an object or a complement: `After meeting |
/// the mayor, Ann Lee left`, `Asked about | the mayor, …`, `According to | his lawyer, …`; not `She met | the mayor`, and not
/// what the subject is: `As | mayor, Ann Lee left`, `After becoming | mayor, …`
pub(super) fn is_fronted(cast: &Cast<'_>, at: usize) -> bool {
    let article = cast.article;
    let start = article.sentences[article.sentence_of(at)].tokens.start;
    let Some(opener) = (start..at.min(start + LONGEST)).find(|&at| cast.token(at).wordlike()) else { return false };
    let before = cast.token(at - 1);
    let apart = (opener..at).any(|at| !cast.token(at).wordlike() && cast.token(at).kind != Kind::Clitic);
    let (token, word) = (cast.token(opener), cast.word(opener));
    let conjunction = token.is(Class::CONJUNCTION) && !token.is(Class::PREPOSITION) && opener + 1 == at;
    let office = token.is(Class::AS) && (opener + 1 == at || before.is(Class::AND));
    let held = before.is(Class::HOLDS) && !is_word(cast, opener, "before");
    // `At the table was Ann Lee, the mayor.`
    let inverted = before.is(Class::AUXILIARY) || before.word.cue().is_some_and(|cue| cue.form == Form::Past);
    if apart || conjunction || office || held || inverted || at - opener > LONGEST {
        return false;
    }
    let participle = || word.ends_with("ed") || token.word.cue().is_some() || token.is(Class::VERB);
    token.is(LEADS_ON | Class::CONJUNCTION)
        || is_gerund(word)
        || is_word(cast, opener, "according")
        || cast.token(opener + 1).is(LEADS_ON) && participle()
}

fn is_word(cast: &Cast<'_>, at: usize, word: &str) -> bool {
    cast.word(at).eq_ignore_ascii_case(word)
}

/// Whether a sign ends what goes before: nothing goes on there as a clause of its own.
pub(super) fn is_parted(cast: &Cast<'_>, at: usize) -> bool {
    cast.article.tokens.get(at).is_none_or(|token| !token.wordlike() && token.kind != Kind::Clitic)
}

/// Whether a comma stands behind an apposition and what tells more of it, before any verb of a clause: `According to Ann Lee,
/// a nurse | at a school in Leeds, …`, and not `After meeting Ann Lee, the mayor | of Leeds went home.`
pub(super) fn is_enclosed(cast: &Cast<'_>, end: usize) -> bool {
    let tokens = &cast.article.tokens[end..];
    let clause = |token: &Token| token.word.cue().is_some() || token.is(Class::VERB | Class::AUXILIARY);
    let words = tokens.iter().take(LONGEST).take_while(|token| token.wordlike() || token.kind == Kind::Clitic);
    let words = words.enumerate().take_while(|(at, token)| *at > 0 && tokens[0].is(Class::RELATIVE) || !clause(token));
    tokens.get(words.count()).is_none_or(|token| token.sign(b',')) || is_parted(cast, end)
}

/// Whether a second dash ends the apposition behind a first: `Ann Lee – a nurse | from Leeds – said`, and not `Ann Lee left – a
/// nurse | wept.`
pub(super) fn is_between_dashes(cast: &Cast<'_>, end: usize) -> bool {
    let tokens = &cast.article.tokens[end..];
    let words = tokens.iter().take(LONGEST).take_while(|token| token.wordlike() && token.word.cue().is_none());
    tokens.get(words.count()).is_some_and(|token| token.kind == Kind::Dash)
}

/// The most words of a phrase in front of a clause.
const LONGEST: usize = 16;
