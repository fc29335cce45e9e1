//! The fullest title of each person: before the name, or in an apposition on either side of it.

use std::ops::Range;

use super::Gender;
use super::cast::Cast;
use crate::extraction::SpeakerKind;
use crate::lexicon::Class;
use crate::mention::{Mention, MentionKind, Name};
use crate::token::Kind;

/// Gives every person the fullest title that stands at one of their mentions.
pub(super) fn collect(cast: &mut Cast<'_>) {
    for (index, name) in cast.names() {
        let Some(id) = cast.of_mention[index] else { continue };
        cast.identities[id].age = cast.identities[id].age.or(age(cast, index));
        if !cast.identities[id].certain && is_organization(cast, index) {
            (cast.identities[id].kind, cast.identities[id].certain) = (SpeakerKind::Organization, true);
        }
        for title in titles(cast, index, name).into_iter().flatten() {
            give(cast, id, title);
        }
    }
}

/// Gives a person a title, unless a fuller one is known.
pub(super) fn give(cast: &mut Cast<'_>, id: usize, title: Range<usize>) {
    let marked = title.clone().find_map(|at| Gender::marked(cast.token(at)));
    let identity = &mut cast.identities[id];
    if identity.title.as_ref().is_none_or(|known| title.len() > known.len()) {
        (identity.kind, identity.certain) = (SpeakerKind::Person, true);
        identity.gender = identity.gender.or(marked);
        identity.title = Some(title);
    }
}

/// `Peepr, the startup behind it,`: an apposition calls it a collective.
fn is_organization(cast: &Cast<'_>, index: usize) -> bool {
    let at = cast.article.mentions[index].tokens.end;
    let next = cast.article.mentions.get(index + 1).filter(|next| is_comma(cast, at) && next.tokens.start == at + 1);
    next.is_some_and(|next| next.kind == MentionKind::Nominal && next.head_is(cast.article.tokens, Class::COLLECTIVE))
}

/// The number of `Ann Lee, 44,`.
fn age(cast: &Cast<'_>, index: usize) -> Option<usize> {
    let at = cast.article.mentions[index].tokens.end;
    let number = cast.article.tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Number);
    (is_comma(cast, at) && number).then_some(at + 1)
}

fn titles(cast: &Cast<'_>, index: usize, name: &Name) -> [Option<Range<usize>>; 3] {
    [name.title.clone(), after(cast, index), before(cast, index)]
}

/// `Ann Lee, the mayor of Leeds,` and `Ann Lee, 44, a nurse,`
fn after(cast: &Cast<'_>, index: usize) -> Option<Range<usize>> {
    let mut at = cast.article.mentions[index].tokens.end;
    if !is_comma(cast, at) {
        return None;
    }
    at += 1;
    if age(cast, index).is_some() && is_comma(cast, at + 1) {
        at += 2;
    }
    let next = cast.article.mentions.get(index + 1..)?.iter().find(|mention| mention.tokens.start >= at)?;
    let title = (next.tokens.start == at && closes(cast, next.tokens.end)).then(|| role(cast, next)).flatten()?;
    Some(title.start..joined_role(cast, title.end).unwrap_or(title.end))
}

/// Where a second role ends: `a doctor at the clinic and the author of the study`.
fn joined_role(cast: &Cast<'_>, end: usize) -> Option<usize> {
    cast.article.tokens.get(end).filter(|token| token.is(Class::AND))?;
    let next = cast.article.mentions.partition_point(|mention| mention.tokens.start <= end);
    let next = cast.article.mentions.get(next).filter(|mention| mention.tokens.start == end + 1)?;
    role(cast, next).map(|role| role.end)
}

/// `the governor of Luhansk, Serhiy Haidai,`
fn before(cast: &Cast<'_>, index: usize) -> Option<Range<usize>> {
    let mention = &cast.article.mentions[index];
    let before = &cast.article.mentions[index.checked_sub(1)?];
    let adjacent = before.tokens.end + 1 == mention.tokens.start && is_comma(cast, before.tokens.end);
    (adjacent && closes(cast, mention.tokens.end)).then(|| role(cast, before)).flatten()
}

fn is_comma(cast: &Cast<'_>, at: usize) -> bool {
    cast.article.tokens.get(at).is_some_and(|token| token.sign(b','))
}

/// Whether an apposition may end before the token.
fn closes(cast: &Cast<'_>, at: usize) -> bool {
    cast.article.tokens.get(at).is_none_or(|token| {
        let goes_on =
            Class::RELATIVE | Class::AND | Class::AUXILIARY | Class::PREPOSITION | Class::CONJUNCTION | Class::TIME;
        !token.wordlike() || token.word.cue().is_some() || token.is(goes_on)
    })
}

/// Whether the ending makes an unknown noun somebody who does something: `glaciologist`, `beekeeper`.
fn is_agent(noun: &str) -> bool {
    ["er", "or", "ist", "ian", "eer", "man", "woman", "person"]
        .iter()
        .any(|end| noun.len() > end.len() + 2 && noun.ends_with(end))
}

/// The words of a noun phrase that names one person's role, without its determiner.
fn role(cast: &Cast<'_>, mention: &Mention) -> Option<Range<usize>> {
    let head = cast.token(mention.head);
    let known = mention.kind == MentionKind::Nominal && head.is(Class::ROLE);
    let determined = cast.token(mention.tokens.start).is(Class::ARTICLE);
    let agent = head.word.unknown() && determined && is_agent(cast.word(mention.head));
    let one = (known || agent) && !head.is(Class::PLURAL);
    one.then(|| cast.without_determiner(&mention.tokens))
}
