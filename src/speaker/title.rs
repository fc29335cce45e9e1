//! The fullest title of each person: before the name, or in an apposition on either side of it.

use std::ops::Range;

use super::Gender;
use super::cast::Cast;
use super::edge::{closes, describes, is_between_dashes, is_enclosed, is_fronted, is_parted};
use crate::extraction::SpeakerKind;
use crate::lexicon::{Class, is_agent};
use crate::mention::{Mention, MentionKind, Name, NameKind};
use crate::token::{Case, Kind, Token};

/// Gives every person the fullest title that stands at one of their mentions.
pub(super) fn collect(cast: &mut Cast<'_>) {
    for (index, name) in cast.names() {
        let Some(id) = cast.of_mention[index] else { continue };
        cast.identities[id].age = cast.identities[id].age.or(age(cast, index));
        if let Some(noun) = collective(cast, index).filter(|_| name.kind != NameKind::Person) {
            let identity = &mut cast.identities[id];
            identity.called = identity.called.or(Some(noun));
            if !identity.certain && identity.title.is_none() {
                (identity.kind, identity.certain) = (SpeakerKind::Organization, true);
            }
        }
        for title in titles(cast, index, name).into_iter().flatten() {
            if let Some(apposition) = mention_of(cast, index, &title) {
                cast.of_mention[apposition] = cast.of_mention[apposition].or(Some(id));
            }
            give(cast, id, title);
        }
        if let Some(title) = name.title.clone().filter(|title| cast.token(title.end - 1).is(Class::PLURAL)) {
            share(cast, index, &title);
        }
    }
    for (index, inner) in cast.article.inner_names.iter().enumerate() {
        if let (Some(id), Some(title)) = (cast.of_inner_name[index], inner.name.title.clone()) {
            give(cast, id, title);
        }
    }
    for (index, _) in cast.names() {
        let Some(id) = cast.of_mention[index].filter(|&id| cast.identities[id].title.is_none()) else { continue };
        if let Some(title) = held(cast, index) {
            give(cast, id, title);
        }
    }
}

/// The mention beside the name that is its title: who speaks by it is the name's bearer.
fn mention_of(cast: &Cast<'_>, index: usize, title: &Range<usize>) -> Option<usize> {
    let near = index.saturating_sub(1)..cast.article.mentions.len().min(index + 3);
    near.filter(|&at| at != index).find(|&at| cast.article.mentions[at].tokens.contains(&title.start))
}

/// Gives the title of `Sens. Ann Lee (D-Ohio) and Bob Ray` to those named after the first too.
fn share(cast: &mut Cast<'_>, index: usize, title: &Range<usize>) {
    let article = cast.article;
    let mut end = article.mentions[index].tokens.end;
    for (at, mention) in article.mentions.iter().enumerate().skip(index + 1).take(MOST_SHARING) {
        let Some(name) = mention.name().filter(|_| joins(cast, end..mention.tokens.start)) else { break };
        if let Some(id) = cast.of_mention[at].filter(|_| name.title.is_none() && name.core.len() > 1) {
            give(cast, id, title.clone());
        }
        end = mention.tokens.end;
    }
}

/// Whether nothing but a comma, `and` and a bracket stands between two names.
fn joins(cast: &Cast<'_>, between: Range<usize>) -> bool {
    let mut bracket = false;
    let mut joint = false;
    let mut tokens = between.map(|at| cast.token(at));
    let passes = tokens.all(|token| {
        bracket = token.sign(b'(') || bracket && !token.sign(b')');
        joint |= token.sign(b',') || token.is(Class::AND);
        bracket || token.sign(b')') || token.sign(b',') || token.is(Class::AND)
    });
    passes && joint
}

/// How many titles of one person are kept beside the fullest.
const MOST_TITLES: usize = 12;

/// How many names may share a title.
const MOST_SHARING: usize = 12;

/// Gives a person a title, unless a fuller one is known. What surely is an organisation bears none.
pub(super) fn give(cast: &mut Cast<'_>, id: usize, title: Range<usize>) {
    let marked = title.clone().find_map(|at| Gender::marked(cast.token(at)));
    let weightier = |known: &Range<usize>| weight(cast, &title) > weight(cast, known);
    let fuller = cast.identities[id].title.as_ref().is_none_or(weightier);
    let identity = &mut cast.identities[id];
    // `the European Union, the country’s main partner,`
    if identity.place || identity.kind == SpeakerKind::Organization && identity.certain {
        return;
    }
    if identity.titles.len() < MOST_TITLES && !identity.titles.contains(&title) {
        identity.titles.push(title.clone());
    }
    if fuller {
        (identity.kind, identity.certain) = (SpeakerKind::Person, true);
        identity.gender = identity.gender.or(marked);
        identity.title = Some(title);
    }
}

/// An office goes before a mere style, a description or a party (`Dr.`, `member of the club`, `Republican`), what somebody is
/// before what they were once (`a former nurse`), and the longer before the shorter, where an abbreviated rank counts for one
/// word: `army spokesman` goes before `Brig. Gen.`
fn weight(cast: &Cast<'_>, title: &Range<usize>) -> (bool, bool, usize) {
    // `top Democrat on the Finance Committee` is one, and `cabinet member for transport`.
    let charged = |at: usize| at + 1 < title.end && matches!(cast.word(at + 1), "on" | "for");
    let lesser = |at: usize| cast.token(at).is(Class::ACADEMIC) || cast.token(at).is(Class::HUMAN) && !charged(at);
    let short = title.clone().filter(|&at| cast.token(at).is(Class::ABBREVIATION)).count();
    let words = title.len() - short.saturating_sub(1);
    (title.clone().any(|at| cast.token(at).is(Class::ROLE) && !lesser(at)), !is_past(cast, title.start), words)
}

/// Whether `a former`, `a retired` stands there: `Mayor Ann Lee, a | former nurse,`, not `Former mayor Ann Lee`.
fn is_past(cast: &Cast<'_>, at: usize) -> bool {
    let indefinite = at.checked_sub(1).is_some_and(|at| matches!(cast.word(at), "a" | "an"));
    indefinite && matches!(cast.word(at), "former" | "retired" | "onetime" | "longtime")
}

/// The collective that an apposition calls it: `Peepr, the startup behind it,`, `a youth group, Light for All,`; not the one of
/// `In Leeds, the hospital said`.
fn collective(cast: &Cast<'_>, index: usize) -> Option<usize> {
    let mentions = cast.article.mentions;
    let own = &mentions[index].tokens;
    let is_collective = |other: &Mention| {
        other.kind == MentionKind::Nominal
            && other.head_is(cast.article.tokens, Class::COLLECTIVE)
            && !other.head_is(cast.article.tokens, Class::PLURAL)
    };
    let next = mentions.get(index + 1).filter(|next| {
        is_comma(cast, own.end) && next.tokens.start == own.end + 1 && !is_opening_phrase(cast, own.start)
    });
    let before = index.checked_sub(1).map(|before| &mentions[before]);
    let before = before.filter(|before| {
        let comma = is_comma(cast, before.tokens.end) && before.tokens.end + 1 == own.start;
        (comma && closes(cast, own.end)) || before.tokens.end == own.start
    });
    next.into_iter().chain(before).find(|other| is_collective(other)).map(|other| other.head)
}

/// Whether a preposition that opens the sentence stands before the name.
fn is_opening_phrase(cast: &Cast<'_>, name: usize) -> bool {
    let article = cast.article;
    let Some(at) = name.checked_sub(1) else { return false };
    let opens = article.sentences[article.sentence_of(at)].tokens.start == at;
    opens && cast.token(at).is(Class::LOCATIVE | Class::PREPOSITION)
}

/// The number of `Ann Lee, 44,`.
fn age(cast: &Cast<'_>, index: usize) -> Option<usize> {
    let at = cast.article.mentions[index].tokens.end;
    let number = cast.article.tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Number);
    (is_comma(cast, at) && number).then_some(at + 1)
}

fn titles(cast: &Cast<'_>, index: usize, name: &Name) -> [Option<Range<usize>>; 4] {
    let own = name.title.clone().map(|title| without_age(cast, without_style(cast, title)));
    let start = |title: &Range<usize>| joined_before(cast, index, title).or_else(|| body_before(cast, index, title));
    let own = own.map(|title| start(&title).unwrap_or(title.start)..title.end);
    [own, after(cast, index), before(cast, index), before_bracket(cast, index)]
}

/// `District Medical Officer` of `District Medical Officer Dr.`
fn without_style(cast: &Cast<'_>, title: Range<usize>) -> Range<usize> {
    let (last, before) = (title.end - 1, title.start..title.end - 1);
    let style = cast.token(last).is(Class::ACADEMIC) && cast.token(last).is(Class::ABBREVIATION);
    let office = |at: usize| cast.token(at).is(Class::ROLE | Class::HUMAN) && !cast.token(at).is(Class::ACADEMIC);
    if style && before.clone().any(office) { before } else { title }
}

/// Where a first title of the same person starts: `Former champion and television pundit Ann Lee`. `The mayor and Councillor
/// Ann Lee` are two.
fn joined_before(cast: &Cast<'_>, index: usize, title: &Range<usize>) -> Option<usize> {
    let before = &cast.article.mentions[index.checked_sub(1)?];
    let and = title.start.checked_sub(1).filter(|&at| cast.token(at).is(Class::AND) && before.tokens.end == at)?;
    let bare = !cast.token(before.tokens.start).is(Class::DETERMINER | Class::POSSESSIVE);
    let opens = cast.article.sentences[cast.article.sentence_of(and)].tokens.start == and - 1;
    let small = (opens || !cast.token(and - 1).capital()) && !cast.token(title.end - 1).capital();
    (bare && small).then(|| role(cast, before)).flatten().map(|role| role.start)
}

/// Where the body of an office starts whose initials stand between the two: `National Rail Congress (NRC) president Ann Lee`.
fn body_before(cast: &Cast<'_>, index: usize, title: &Range<usize>) -> Option<usize> {
    let open = title.start.checked_sub(3)?;
    let [first, initials, last] = cast.article.tokens.get(open..title.start)? else { return None };
    let bracket = first.sign(b'(') && initials.case == Case::Upper && last.sign(b')');
    // The initials may be a mention too.
    let mut before = cast.article.mentions[index.saturating_sub(2)..index].iter();
    let body = before.find(|before| bracket && before.tokens.end == open)?;
    Some(cast.without_determiner(&body.tokens).start)
}

/// `Coach (Frank) Vogel`
fn before_bracket(cast: &Cast<'_>, index: usize) -> Option<Range<usize>> {
    let open = Some(cast.identities[cast.of_mention[index]?].name.start).filter(|&at| cast.token(at).sign(b'('))?;
    let mentions = cast.article.mentions;
    let before = mentions.partition_point(|mention| mention.tokens.end < open);
    let before = mentions.get(before).filter(|before| before.tokens.end == open)?;
    role(cast, before)
}

/// `Ann Lee is the mayor of Leeds`, `Ann Lee, who served as mayor,`, `Ann Lee was elected mayor`.
fn held(cast: &Cast<'_>, index: usize) -> Option<Range<usize>> {
    let article = cast.article;
    let mention = &article.mentions[index];
    let end = mention.tokens.end;
    let token = |at: usize| article.tokens.get(at);
    let start = end + usize::from(is_comma(cast, end) && token(end + 1)?.is(Class::RELATIVE));
    let start = start + usize::from(token(start)?.is(Class::RELATIVE));
    let between = (start..start + 4).take_while(|&at| {
        token(at).is_some_and(|token| token.is(Class::AUXILIARY | Class::ADVERB) && !token.is(Class::NEGATION))
    });
    let verb = start + between.count();
    let is = verb > start && token(verb - 1)?.is(Class::BE | Class::ADVERB) && token(start)?.is(Class::BE);
    let role_at = if token(verb)?.is(Class::HOLDS) {
        // `took over as mayor`, `succeeded Bo Ek as mayor`
        let plain = |at: &usize| token(*at).is_some_and(Token::wordlike);
        let as_at = (verb + 1..verb + LONGEST_OF_VERB).take_while(plain).find(|&at| cast.token(at).is(Class::AS));
        as_at.unwrap_or(verb) + 1
    } else if is {
        verb
    } else {
        return None;
    };
    if article.is_quoted(end) {
        return None;
    }
    let next = article.mentions.get(index + 1..)?.iter().find(|mention| mention.tokens.start >= role_at)?;
    let known = next.head_is(article.tokens, Class::ROLE) && next.tokens.start == role_at;
    // `who became mayor last year`
    let ends = closes(cast, next.tokens.end) || token(next.tokens.end).is_some_and(|token| token.is(Class::TIME_SIDE));
    (known && ends).then(|| role(cast, next)).flatten()
}

/// The most words from a verb to the `as` before an office.
const LONGEST_OF_VERB: usize = 6;

/// `Ann Lee, the mayor of Leeds,` and `Ann Lee, 44, a nurse,`
fn after(cast: &Cast<'_>, index: usize) -> Option<Range<usize>> {
    let mut at = cast.article.mentions[index].tokens.end;
    at = behind_home(cast, index, at).map_or(at, |behind| behind - 1);
    at = behind_bracket(cast, at).unwrap_or(at);
    let dash = cast.article.tokens.get(at).is_some_and(|token| token.kind == Kind::Dash);
    if !is_comma(cast, at) && !dash {
        return None;
    }
    at += 1;
    while is_comma(cast, at + 1) && (age(cast, index) == Some(at) || is_sign_of(cast, at)) {
        at += 2;
    }
    at = behind_home(cast, index, at).unwrap_or(at);
    // `, now an economist,`, `, then mayor of Leeds,`, and not `, then a clerk,`
    let word = |at: usize| cast.article.tokens.get(at).map_or("", |token| token.span().of(cast.article.text));
    let adverb = cast.article.tokens.get(at).is_some_and(|token| token.is(Class::ADVERB | Class::TIME));
    at += usize::from(adverb && !matches!([word(at), word(at + 1)], ["then", "a" | "an"]));
    let next = cast.article.mentions.get(index + 1..)?.iter().find(|mention| mention.tokens.start >= at)?;
    let end = next.tokens.end;
    let ends = next.tokens.start == at && (closes(cast, end) || describes(cast, end));
    // `After meeting Ann Lee, the mayor left`
    let own = || is_enclosed(cast, end) || !is_fronted(cast, cast.article.mentions[index].tokens.start);
    let own = || if dash { is_between_dashes(cast, end) } else { own() };
    let Some(title) = role(cast, next).filter(|_| ends && own()) else { return unlisted(cast, index, at) };
    Some(title.start..joined_role(cast, title.end).unwrap_or(title.end))
}

/// Where a short bracket ends: `Ann Lee (44), a nurse`, `Ann Lee (D-Ohio), chair of the panel`.
fn behind_bracket(cast: &Cast<'_>, at: usize) -> Option<usize> {
    let tokens = &cast.article.tokens[at..];
    tokens.first().filter(|token| token.sign(b'('))?;
    let close = tokens.iter().take(LONGEST_OF_BRACKET).position(|token| token.sign(b')'))?;
    Some(at + close + 1)
}

/// Whether the word is a party with its state, or a degree or suffix: `R-Texas`, `PhD`, `M.D.`, `Jr.`
fn is_sign_of(cast: &Cast<'_>, at: usize) -> bool {
    cast.article.tokens.get(at).is_some_and(|token| {
        let dotted = token.case == Case::Upper && cast.word(at).contains('.');
        token.is(Class::POSTNOMINAL | Class::SUFFIX) || dotted || token.is_party(cast.article.text)
    })
}

/// The most words of a bracket behind a name, with its signs.
const LONGEST_OF_BRACKET: usize = 8;

/// `harbour master of Port Velin` behind a name: two words in small letters, the last for one who acts, and `of` a name.
fn unlisted(cast: &Cast<'_>, index: usize, at: usize) -> Option<Range<usize>> {
    let plain = |at: usize| {
        let function = Class::PREPOSITION | Class::ADVERB | Class::VERB | Class::AUXILIARY | Class::AND | Class::KIN;
        cast.article.tokens.get(at).is_some_and(|token| {
            token.kind == Kind::Word && !token.capital() && !token.is(function) && token.word.cue().is_none()
        })
    };
    let (agent, of) = (at + 1, at + 2);
    if !(plain(at) && plain(agent) && is_agent(cast.word(agent)) && cast.article.tokens.get(of)?.is(Class::OF)) {
        return None;
    }
    let place = cast.article.mentions.get(index + 1..)?.iter().find(|mention| mention.tokens.start > of)?;
    (place.tokens.start == of + 1 && place.name().is_some() && closes(cast, place.tokens.end))
        .then_some(at..place.tokens.end)
}

/// Where an apposition starts behind `of Leeds,`.
fn behind_home(cast: &Cast<'_>, index: usize, at: usize) -> Option<usize> {
    let of = |of: &&Token| of.is(Class::OF) || cast.word(at) == "from";
    cast.article.tokens.get(at).filter(of)?;
    let home = cast.article.mentions.get(index + 1..)?.iter().find(|mention| mention.tokens.start > at)?;
    (home.tokens.start == at + 1 && is_comma(cast, home.tokens.end)).then_some(home.tokens.end + 1)
}

/// Where a second role ends: `a doctor at the clinic and the author of the study`, `a teacher turned writer`.
fn joined_role(cast: &Cast<'_>, end: usize) -> Option<usize> {
    cast.article.tokens.get(end).filter(|token| token.is(Class::AND) || cast.word(end) == "turned")?;
    let next = cast.article.mentions.partition_point(|mention| mention.tokens.start <= end);
    let next = cast.article.mentions.get(next).filter(|mention| mention.tokens.start == end + 1)?;
    role(cast, next).map(|role| role.end)
}

/// `the governor of Luhansk, Serhiy Haidai,`; not `After meeting the governor, Serhiy Haidai left` and `the governor, Serhiy
/// Haidai and the clerk`.
fn before(cast: &Cast<'_>, index: usize) -> Option<Range<usize>> {
    let mention = &cast.article.mentions[index];
    let before = &cast.article.mentions[index.checked_sub(1)?];
    // `A curator there, Ann Lee,`
    let there = usize::from(matches!(cast.word(before.tokens.end), "here" | "there"));
    let comma = before.tokens.end + there;
    let adjacent = comma + 1 == mention.tokens.start && is_comma(cast, comma);
    let end = mention.tokens.end;
    let listed = cast.article.tokens.get(end).is_some_and(|token| token.is(Class::AND));
    let own = || closes(cast, end) && !listed && (is_parted(cast, end) || !is_fronted(cast, before.tokens.start));
    (adjacent && own()).then(|| role(cast, before)).flatten()
}

fn is_comma(cast: &Cast<'_>, at: usize) -> bool {
    cast.article.tokens.get(at).is_some_and(|token| token.sign(b','))
}

/// The words of a noun phrase that names one person's role, without its determiner.
pub(super) fn role(cast: &Cast<'_>, mention: &Mention) -> Option<Range<usize>> {
    let head = cast.token(mention.head);
    let known = mention.kind == MentionKind::Nominal && head.is(Class::ROLE);
    let determined = cast.token(mention.tokens.start).is(Class::ARTICLE);
    let agent = head.is(Class::AGENT) && determined && !cast.word(mention.head).ends_with('s');
    let one = (known || agent) && !head.is(Class::PLURAL);
    one.then(|| without_age(cast, cast.without_determiner(&mention.tokens)))
}

/// `grocer` of `58-year-old grocer`.
pub(super) fn without_age(cast: &Cast<'_>, title: Range<usize>) -> Range<usize> {
    let age = title.len() > 1 && cast.word(title.start).ends_with("-year-old");
    title.start + usize::from(age)..title.end
}
