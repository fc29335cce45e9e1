//! Where the content of a quote starts and ends.

use std::ops::Range;

use super::ends::{is_past_verb, returns_to_present};
use super::shape::{Shape, What};
use super::{Article, Attributed, Piece, Rule};
use crate::lexicon::{Class, Form};
use crate::token::{Kind, Token};

/// The passages among the elements.
pub(super) fn passages(shape: &Shape, elements: Range<usize>) -> impl Iterator<Item = Piece> {
    shape.elements[elements].iter().filter_map(|element| match element.what {
        What::Passage(passage) => Some(Piece::Passage(passage)),
        What::Block => Some(Piece::Clause(element.tokens.clone())),
        _ => None,
    })
}

/// The passages among the elements up to one whose comma ends the clause: not `“right”` of `called it “wrong,” Lee found
/// it “right”`.
pub(super) fn fragments(article: &Article<'_>, shape: &Shape, elements: Range<usize>) -> Vec<Piece> {
    let ends = |at: &usize| {
        let subject = matches!(shape.letters.as_bytes().get(at + 1), Some(b'N' | b'G' | b'P'));
        shape.letter(*at) == b'Q' && subject && ends_in_comma(article, shape, *at)
    };
    let end = elements.clone().find(ends).map_or(elements.end, |at| at + 1);
    passages(shape, elements.start..end).collect()
}

/// The passages before their attribution; with the clause that leads up to them where they only finish it:
/// `The plan was “a disgrace,” she said.`
pub(super) fn quoted_before(article: &Article<'_>, shape: &Shape, elements: Range<usize>) -> Option<Vec<Piece>> {
    let lead = clause_start(shape, elements.start);
    if lead == elements.start || !continues_sentence(article, shape, elements.start) {
        return Some(passages(shape, elements).collect());
    }
    Some(vec![Piece::Clause(trimmed(article, shape.tokens(lead..elements.end)))])
}

/// Where the clause that ends before the element starts.
fn clause_start(shape: &Shape, end: usize) -> usize {
    let letters = &shape.letters.as_bytes()[..end];
    let cut = letters.iter().rposition(|letter| matches!(letter, b':' | b';' | b'.' | b'?' | b'!'));
    cut.map_or(0, |at| at + 1)
}

/// Whether the passage goes on with a sentence of the article's own words: it starts with a small letter, or no
/// punctuation parts it from the words before.
fn continues_sentence(article: &Article<'_>, shape: &Shape, passage: usize) -> bool {
    let small = goes_on(article, shape, passage);
    let before = passage.checked_sub(1).map(|at| shape.letter(at));
    small && !matches!(before, None | Some(b':'))
        || matches!(before, Some(b'V' | b'v' | b'i' | b'o' | b'w' | b'D' | b'C' | b't' | b'x' | b'a' | b'R'))
}

/// A clause around its attribution that ends in a quotation: `They had waited, she said, and “we are ready.”`
pub(super) fn around(
    article: &Article<'_>,
    shape: &Shape,
    before: Range<usize>,
    resumed: Range<usize>,
) -> Option<Vec<Piece>> {
    let whole = !matches!(shape.letter(before.start), b'b' | b'a' | b'i' | b'g' | b'c' | b'R' | b'T' | b'v' | b'E');
    let verb = shape.letters.as_bytes()[before.clone()].iter().any(|letter| matches!(letter, b'V' | b'v' | b'Q'));
    let colon = resumed.start > 0 && shape.letter(resumed.start - 1) == b':';
    let small = colon || shape.letter(resumed.start) != b'Q' || goes_on(article, shape, resumed.start);
    // `Selling it, she said, “is easy.”`
    let subject = is_predicate(article, shape, resumed.start);
    if !(whole && verb && small || subject) {
        return None;
    }
    let mut content = if subject {
        vec![Piece::Clause(trimmed(article, shape.tokens(before)))]
    } else {
        self::before(article, shape, before, true)?
    };
    content.extend(after(article, shape, resumed)?);
    Some(content)
}

/// Whether the element is a passage that begins with a verb, whose subject then stands before it.
fn is_predicate(article: &Article<'_>, shape: &Shape, element: usize) -> bool {
    goes_on(article, shape, element)
        && first_word(article, shape, element).is_some_and(|token| token.is(Class::AUXILIARY))
}

/// The first word of the passage.
fn first_word<'a>(article: &Article<'a>, shape: &Shape, element: usize) -> Option<&'a Token> {
    let What::Passage(index) = shape.elements.get(element)?.what else { return None };
    article.tokens[article.passages[index].tokens.clone()].iter().find(|token| token.wordlike())
}

/// Whether the element is a passage that begins with a small letter.
pub(super) fn goes_on(article: &Article<'_>, shape: &Shape, element: usize) -> bool {
    first_word(article, shape, element).is_some_and(|token| !token.capital())
}

/// Whether the elements only say where, when or what for, or lead over: `In contrast`, `Instead`, `Six months ago`, `To win`.
pub(super) fn is_adverbial(shape: &Shape, elements: Range<usize>) -> bool {
    let letters = &shape.letters.as_bytes()[elements];
    matches!(letters.first(), Some(b'i' | b'R' | b'T' | b'&' | b'b' | b'x'))
        && !letters.iter().any(|letter| matches!(letter, b'V' | b'v' | b'C' | b'E' | b'Q' | b'P'))
}

/// The whole clause behind an attribution that only an adverbial precedes: `Instead, she said, they would leave`.
pub(super) fn behind(article: &Article<'_>, shape: &Shape, elements: Range<usize>) -> Option<Vec<Piece>> {
    let letters = &shape.letters.as_bytes()[elements.clone()];
    let clause =
        matches!(letters.first(), Some(b'N' | b'G' | b'D' | b'P' | b'K' | b'V' | b'w' | b'9' | b'Q' | b'T' | b'R'));
    let verb = letters.iter().any(|letter| matches!(letter, b'V' | b'v' | b'w' | b'C' | b'Q'));
    after(article, shape, elements).filter(|_| clause && verb)
}

/// The clause before its attribution; nothing where it holds no verb and so only says where or when.
pub(super) fn before(
    article: &Article<'_>,
    shape: &Shape,
    elements: Range<usize>,
    resumed: bool,
) -> Option<Vec<Piece>> {
    let start = clause_start(shape, elements.end).max(elements.start);
    let letters = &shape.letters.as_bytes()[start..elements.end];
    // `While it may rain, she said, they will wait`: the conjunction goes with what is said.
    let keeps = resumed && depends(article, shape, &(start..elements.end));
    let lead = letters.iter().take_while(|letter| matches!(letter, b'&' | b',') || !keeps && **letter == b'b');
    let start = start + lead.count();
    if letters.iter().all(|letter| matches!(letter, b'Q' | b',')) {
        return Some(passages(shape, start..elements.end).collect());
    }
    let gerund =
        !resumed && shape.letter(start.min(elements.end - 1)) == b'g' && !is_subject_gerund(&shape.letters[start..]);
    if start >= elements.end || gerund || matches!(shape.letter(start), b'E' | b'C' | b'c') {
        return None;
    }
    let verb = shape.letters.as_bytes()[start..elements.end]
        .iter()
        .any(|letter| matches!(letter, b'V' | b'v' | b'C' | b'w' | b'E' | b'Q'));
    let tokens = trimmed(article, shape.tokens(start..elements.end));
    (!tokens.is_empty() && (verb || resumed)).then_some(vec![Piece::Clause(tokens)])
}

/// Whether a gerund is the subject of a clause, `Selling it is hard`, and not `Speaking in Rome`.
fn is_subject_gerund(letters: &str) -> bool {
    let first = letters.split(',').next().unwrap_or_default();
    first.contains(['V', 'v'])
}

/// Where the clause of a noun of speech ends that is the subject of its sentence: `The claim that it was sold | was false`.
pub(super) fn subject_end(shape: &Shape, elements: &Range<usize>) -> usize {
    match verb_groups(&shape.letters[elements.clone()])[..] {
        [_, .., last] => elements.start + last,
        _ => elements.end,
    }
}

/// Where the verbs of the letters begin, each with its auxiliaries.
fn verb_groups(letters: &str) -> Vec<usize> {
    let letters = letters.as_bytes();
    let verb = |at: usize| matches!(letters[at], b'V' | b'v' | b'C' | b'E');
    // `was sold | was kept`
    let again = |at: usize| letters[at] == b'V' && letters[at - 1] == b'v';
    let begins = |at: usize| at == 0 || again(at) || !(verb(at - 1) || letters[at - 1] == b'R');
    (0..letters.len()).filter(|&at| verb(at) && begins(at)).collect()
}

/// The second verb of the elements, where there are two, and it is no verb of a clause inside them: `she saw it | has left`,
/// but not `she left when he came`.
pub(super) fn only_second_verb(shape: &Shape, elements: &Range<usize>) -> Option<usize> {
    let letters = &shape.letters[elements.clone()];
    match verb_groups(letters)[..] {
        [first, second] if !letters[first..second].contains(['P', 't', 'W', 'b', 'a', 'h', '&', ',']) => {
            Some(elements.start + second)
        }
        _ => None,
    }
}

/// Where the infinitive of a noun of speech ends that is the subject of its sentence: `His promise to sell it | was kept`.
pub(super) fn infinitive_end(shape: &Shape, elements: &Range<usize>) -> usize {
    let letters = &shape.letters.as_bytes()[elements.clone()];
    let verb = letters.iter().skip(3).position(|letter| matches!(letter, b'V' | b'v' | b'C'));
    verb.map_or(elements.end, |at| elements.start + 3 + at)
}

/// Where an infinitive or a gerund ends because its subject does something else: `denies taking it | , but has left`.
pub(super) fn predicate_end(article: &Article<'_>, shape: &Shape, elements: &Range<usize>) -> usize {
    let letters = &shape.letters.as_bytes()[elements.clone()];
    let finite = |at: usize| {
        let base =
            ["be", "have", "do"].contains(&article.tokens[shape.elements[at].tokens.start].span().of(article.text));
        shape.letter(at) == b'V' && !base
    };
    let goes_on = |at: &usize| {
        let next = letters[at + 1..].iter().take_while(|letter| **letter == b'R').count() + at + 1;
        let joins = letters[*at] == b'b' || letters[*at] == b'&' && letters[at - 1] == b',';
        // `of lying | and stormed out`, but not `of being bribed and paid`
        let deed = letters[*at] == b'&'
            && !letters[..*at].contains(&b'V')
            && is_past_verb(article, shape, elements.start + at + 1);
        deed || joins && next < letters.len() && finite(elements.start + next)
    };
    let end = (1..letters.len()).take_while(|&at| !matches!(letters[at], b'W' | b't')).find(goes_on);
    let end = end.map(|at| if letters[at - 1] == b',' { at - 1 } else { at });
    end.map_or(elements.end, |at| elements.start + at)
}

/// The comma behind which the main clause of a sentence begins: `Arguing that it is late | , Ann Lee left`.
pub(super) fn main_clause(shape: &Shape, elements: &Range<usize>) -> Option<usize> {
    let letters = &shape.letters.as_bytes()[elements.clone()];
    let begins = |at: usize| {
        let verb = letters[at + 2..].iter().find(|letter| **letter != b'R');
        matches!(letters[at..], [b',', b'N' | b'G' | b'P' | b'D', ..]) && matches!(verb, Some(b'V' | b'v' | b'C'))
    };
    (0..letters.len().saturating_sub(2)).find(|&at| begins(at)).map(|at| elements.start + at)
}

/// Where a dependent clause ends: before the comma of the main clause, or with a passage that holds the comma:
/// `Though Lee said it was “over,” | Ray waited`.
pub(super) fn dependent_end(article: &Article<'_>, shape: &Shape, elements: &Range<usize>) -> usize {
    let end = main_clause(shape, elements).unwrap_or(elements.end);
    subject_behind(article, shape, elements.start..end).unwrap_or(end)
}

/// The subject of the main clause behind a passage that holds its comma: `Calling it “a disgrace,” | Ann Lee left`.
pub(super) fn subject_behind(article: &Article<'_>, shape: &Shape, elements: Range<usize>) -> Option<usize> {
    let letters = &shape.letters.as_bytes()[..elements.end];
    let begins = |at: usize| {
        let subject = matches!(letters.get(at + 1), Some(b'N' | b'G' | b'P' | b'D'));
        let verb = letters.iter().skip(at + 2).find(|letter| **letter != b'R');
        subject && matches!(verb, Some(b'V' | b'v' | b'C')) && ends_in_comma(article, shape, at)
    };
    elements.clone().find(|&at| letters[at] == b'Q' && begins(at)).map(|at| at + 1)
}

/// The passages after a cue: as they are where they stand alone, with their clause where it goes on in the article's words.
pub(super) fn quoted_after(article: &Article<'_>, shape: &Shape, elements: Range<usize>) -> Vec<Piece> {
    let letters = &shape.letters.as_bytes()[elements.clone()];
    let alone = letters.iter().take_while(|letter| matches!(letter, b'Q' | b',' | b'.' | b'?' | b'!' | b'&')).count();
    let joined = alone > 0 && letters[alone - 1] == b'Q';
    // `“it was late” and that nobody slept`, `“it was late”, but that nobody slept`
    let also = matches!(letters[alone..], [b't', ..]) && letters[..alone].ends_with(b"&")
        || letters[alone..].starts_with(b"bt");
    let mut rest = letters[alone..]
        .iter()
        .take_while(|letter| !matches!(letter, b',' | b'c' | b'b' | b'-' | b'(' | b';' | b'W' | b'Q'));
    if matches!(letters[alone..], [b'P', b'C', ..]) {
        return Vec::new(); // `She hit back: “No,” she said.`
    }
    let attributed = matches!(letters[alone..], [b'N' | b'G', b'C', ..]);
    let subject = letters[alone..].iter().take_while(|letter| matches!(letter, b'N' | b'G' | b'P' | b'D')).count();
    let resumed = subject > 0 && letters.get(alone + subject) == Some(&b'Q');
    let goes_on = joined && !attributed && (resumed || rest.any(|letter| matches!(letter, b'V' | b'v' | b'C')));
    if goes_on || also {
        let end = clause_end(letters) + elements.start;
        return vec![Piece::Clause(trimmed(article, shape.tokens(elements.start..end)))];
    }
    passages(shape, elements.start..elements.start + alone).collect()
}

/// The clause after a cue.
pub(super) fn after(article: &Article<'_>, shape: &Shape, elements: Range<usize>) -> Option<Vec<Piece>> {
    let letters = &shape.letters.as_bytes()[elements.clone()];
    let end = elements.start + clause_end(letters);
    let end = returns_to_present(article, shape, &(elements.start..end)).unwrap_or(end);
    let elements = elements.start..returns_to_writer(article, shape, elements.start..end);
    if elements.is_empty() {
        return None;
    }
    if letters[..elements.len()].iter().all(|letter| matches!(letter, b'Q' | b',' | b'.')) {
        return Some(passages(shape, elements).collect());
    }
    // `Writing on Facebook, she said`, `signalled on Tuesday, saying`: only where or when
    let letters = &letters[..elements.len()];
    if is_adverbial(shape, elements.clone()) && letters.iter().all(|letter| b"iTRNGDPpo9,".contains(letter)) {
        return None;
    }
    let tokens = trimmed(article, shape.tokens(elements));
    (tokens.len() > 1).then(|| vec![Piece::Clause(tokens)])
}

/// Where the writer takes over again behind the last passage of a clause: `said it was “safe,” but two houses fell`.
fn returns_to_writer(article: &Article<'_>, shape: &Shape, elements: Range<usize>) -> usize {
    let letters = &shape.letters.as_bytes()[elements.clone()];
    let Some(last) = letters.iter().rposition(|letter| *letter == b'Q').map(|at| elements.start + at) else {
        return elements.end;
    };
    let rest = &shape.letters[last + 1..elements.end];
    let parted = rest.starts_with(',') || ends_in_comma(article, shape, last);
    let own = matches!(rest.trim_start_matches(',').bytes().next(), Some(b'b' | b'W' | b'c' | b'g' | b'a' | b'-'));
    let said = rest.trim_start_matches(',').starts_with("bt");
    if parted && own && !said { last + 1 } else { elements.end }
}

/// Whether the passage has a comma before its closing mark.
fn ends_in_comma(article: &Article<'_>, shape: &Shape, element: usize) -> bool {
    let What::Passage(index) = shape.elements[element].what else { return false };
    article.tokens[article.passages[index].tokens.clone()].iter().rev().take(2).any(|token| token.sign(b','))
}

/// What stands behind an attribution that interrupts a sentence: the rest of the clause, the main clause behind one that
/// depends on it (`If it rains, she said, they will wait`), or nothing where the writer goes on.
pub(super) fn resumed(
    article: &Article<'_>,
    shape: &Shape,
    before: Option<Range<usize>>,
    elements: Range<usize>,
) -> Option<Piece> {
    let letters = &shape.letters.as_bytes()[elements.clone()];
    // `It is, she said, one of the best`
    let bare = |before: &Range<usize>| {
        matches!(shape.letters.as_bytes()[before.clone()], [.., b'N' | b'G' | b'D' | b'P' | b'K', b'V'])
    };
    // `It is late, she said, because it rained`
    let reason = || {
        let first = article.tokens[shape.elements[elements.start].tokens.start].span().of(article.text);
        ["because", "unless"].contains(&first)
    };
    let goes_on = matches!(letters, [b'V' | b'v' | b'Q' | b't', ..] | [b'&', b'V', ..])
        || matches!(letters, [b'b', ..]) && reason()
        || joins_clause(letters)
        || before.as_ref().is_some_and(bare);
    // `failing which, she said, they will wait`
    let open = |before: &Range<usize>| shape.letters[..before.end].ends_with('W') || depends(article, shape, before);
    if !(goes_on || is_clause(letters) && before.as_ref().is_some_and(open)) {
        return None;
    }
    let tokens = trimmed(article, shape.tokens(elements.start..elements.start + clause_end(letters)));
    (tokens.len() > 1).then_some(Piece::Clause(tokens))
}

/// Whether *and* joins a further clause that has its own subject, behind where or when at most: `and for two winters she had`.
fn joins_clause(letters: &[u8]) -> bool {
    let [b'&', rest @ ..] = letters else { return false };
    let run = |from: usize, pass: &[u8]| rest[from..].iter().take_while(|letter| pass.contains(letter)).count();
    let lead = run(0, b"RT");
    // `for the first two winters`
    let governed = if rest.get(lead) == Some(&b'i') { 1 + run(lead + 1, b"DGKTw9,") } else { 0 };
    let subject = matches!(rest.get(lead + governed), Some(b'N' | b'G' | b'D' | b'P' | b'K'));
    subject && matches!(rest.get(lead + governed + 1), Some(b'V' | b'v'))
}

/// Whether the letters begin with a subject and hold a verb.
fn is_clause(letters: &[u8]) -> bool {
    let subject = matches!(letters.first(), Some(b'N' | b'G' | b'D' | b'P' | b'K' | b'w' | b'9' | b'g'));
    subject && letters.iter().any(|letter| matches!(letter, b'V' | b'v'))
}

/// Whether the elements are a clause that cannot stand alone: `if it rains`, `while they wait`, but not `but it rained`.
fn depends(article: &Article<'_>, shape: &Shape, elements: &Range<usize>) -> bool {
    let coordinates = |at: &usize| {
        let first = &article.tokens[shape.elements[*at].tokens.start];
        matches!(shape.letter(*at), b'&' | b',') || first.is(Class::COORDINATES)
    };
    let Some(first) = elements.clone().find(|at| !coordinates(at)) else { return false };
    matches!(shape.letter(first), b'b' | b't') && main_clause(shape, elements).is_none()
}

/// How many of the letters belong to the clause that starts with them.
fn clause_end(letters: &[u8]) -> usize {
    let end = letters.iter().position(|letter| matches!(letter, b';' | b'A')).unwrap_or(letters.len());
    let end = outer_bracket(&letters[..end]).unwrap_or(end);
    let closed = |at: &usize| {
        matches!(
            letters[*at..],
            [b'Q', b'N' | b'G' | b'P', b'C'] | [b'Q', b'N' | b'G' | b'P', b'C', b'.' | b',' | b'T', ..]
        )
    };
    let end = (0..end).find(closed).map_or(end, |at| at + 1);
    let end = spoken_again(&letters[..end]).unwrap_or(end);
    attributed_again(letters).filter(|&at| at <= end).unwrap_or(end)
}

/// The closing bracket whose opening one stands before the letters: `(Lee said it was late | )`.
fn outer_bracket(letters: &[u8]) -> Option<usize> {
    let mut open = 0_usize;
    letters.iter().position(|letter| {
        let closes = *letter == b')' && open == 0;
        open = (open + usize::from(*letter == b'(')).saturating_sub(usize::from(*letter == b')'));
        closes
    })
}

/// Where the speaker of the clause speaks again: `said the plan was sound, and denied …`.
fn spoken_again(letters: &[u8]) -> Option<usize> {
    (1..letters.len())
        .find(|&at| {
            let rest = letters[at + 1..].iter().find(|letter| **letter != b'R');
            letters[at] == b'&' && letters[at - 1] == b',' && rest == Some(&b'C')
        })
        .map(|at| at - 1)
}

/// Where the sentence goes on with a quotation that has its own attribution: `the plan failed, Lee said: “…”`,
/// `the plan failed: “…,” Lee said`.
fn attributed_again(letters: &[u8]) -> Option<usize> {
    (0..letters.len()).filter(|&at| matches!(letters[at], b',' | b':')).find(|&at| {
        let rest = &letters[at + 1..];
        let quoted = usize::from(rest.first() == Some(&b'Q'));
        let (Some(b'N' | b'G' | b'P'), Some(b'C')) = (rest.get(quoted), rest.get(quoted + 1)) else { return false };
        let behind = &rest[quoted + 2..];
        if quoted == 1 {
            let addressee = usize::from(matches!(behind.first(), Some(b'N' | b'G' | b'p')));
            matches!(behind.get(addressee), None | Some(b'.' | b',' | b'T' | b'i'))
        } else {
            let slots = behind.iter().take_while(|letter| matches!(letter, b'T' | b'R' | b'p')).count();
            matches!(behind[slots..], [b',' | b':', b'Q', ..] | [b'Q', ..])
        }
    })
}

/// The tokens without punctuation at their ends.
pub(super) fn trimmed(article: &Article<'_>, tokens: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (tokens.start, tokens.end);
    while start < end && parts(&article.tokens[start]) {
        start += 1;
    }
    while start < end && parts(&article.tokens[end - 1]) {
        end -= 1;
    }
    start..end
}

/// Whether the token parts clauses and belongs to none.
pub(super) fn parts(token: &Token) -> bool {
    [b',', b'.', b':', b';', b'?', b'!'].iter().any(|sign| token.sign(*sign)) || token.kind == Kind::Dash
}

/// Ends each clause of a sentence where a further attribution, beside it and not inside it, begins:
/// `said they were ready, adding that …`, `said it was lame, while the owner said …`.
pub(super) fn part(article: &Article<'_>, quotes: &mut [Attributed]) {
    for later in 1..quotes.len() {
        let Some(cut) = beginning(article, &quotes[later]) else { continue };
        for earlier in &mut quotes[..later] {
            for piece in &mut earlier.content {
                if let Piece::Clause(tokens) = piece {
                    if tokens.start < cut && cut < tokens.end {
                        *tokens = trimmed(article, tokens.start..cut);
                    }
                }
            }
        }
    }
}

/// Where an attribution begins that stands beside the one before it.
fn beginning(article: &Article<'_>, quote: &Attributed) -> Option<usize> {
    let cue = quote.cue.clone()?;
    if quote.rule == Rule::ClauseAccordingTo {
        return None;
    }
    let own = quote.mention.as_ref().is_some_and(|mention| mention.end == cue.start);
    if quote.understood && !own {
        return Some(lead_in(article, cue.start));
    }
    // `Lee said he knew Ray, | whom he called “a miser”`
    if let Some(relative) = quote.relative(article).filter(|&at| at > 0 && article.tokens[at - 1].sign(b',')) {
        return Some(relative);
    }
    let mention = article.mentions[quote.who.clone()?.start].tokens.start;
    // `with Lee saying it was over and Roth calling it a start`
    let participle = article.tokens[cue.start].word.cue().is_some_and(|cue| cue.form == Form::Present);
    let with = |at: &usize| article.tokens[*at].span().of(article.text) == "with";
    if let Some(with) = mention.checked_sub(1).filter(|at| participle && mention < cue.start && with(at)) {
        return Some(lead_in(article, with));
    }
    // `, | to which Ray replied: “No.”`
    let behind = |at: &usize| {
        let [comma, lead, which] = &article.tokens[*at..*at + 3] else { return false };
        comma.sign(b',') && lead.is(Class::TO | Class::PREPOSITION) && which.is(Class::RELATIVE)
    };
    if let Some(comma) = mention.checked_sub(3).filter(|at| mention < cue.start && behind(at)) {
        return Some(comma);
    }
    let lead = lead_in(article, mention);
    let parted = article.tokens[lead..mention].iter().any(|token| token.sign(b',') || token.sign(b';'));
    let joined = article.tokens[lead..mention].iter().any(|token| token.is(JOINS));
    (joined && (parted || participle) && mention < cue.start).then_some(lead)
}

/// What joins a further clause.
const JOINS: Class = Class::AND.union(Class::CONJUNCTION).union(Class::AS);

/// Where the words start that lead to a further cue: `, and also` of `…, and also said`.
fn lead_in(article: &Article<'_>, cue: usize) -> usize {
    let lead = |at: &usize| {
        let token = &article.tokens[*at];
        token.sign(b',') || token.is(JOINS.union(Class::ADVERB).union(Class::AUXILIARY))
    };
    let before = (0..cue).rev().take_while(lead).count();
    cue - before
}
