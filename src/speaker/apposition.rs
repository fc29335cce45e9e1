//! A noun and the name that stands between commas behind it: `A youth group, Light for All, said …`.

use super::Gender;
use super::cast::Cast;
use super::title;
use crate::extraction::SpeakerKind;
use crate::lexicon::Class;
use crate::mention::{Mention, MentionKind};
use crate::token::Token;

/// Gives the bearer of a name between commas the noun before it: `The company that runs the awards, Northgate Records, said`,
/// `His wife, Ann Lee, said`; nothing of `The mayor, Ann Lee said, is ill` and of `The club, Northgate Records and Ann Lee`.
pub(super) fn link(cast: &mut Cast<'_>) {
    for index in 1..cast.article.mentions.len() {
        let Some(id) = cast.of_mention[index].filter(|_| is_between_commas(cast, index)) else { continue };
        let Some(noun) = noun_before(cast, index).filter(|&noun| cast.of_mention[noun].is_none()) else { continue };
        if !is_one_kind(cast, &cast.article.mentions[noun], id) {
            continue;
        }
        cast.of_mention[noun] = Some(id);
        let head = cast.article.mentions[noun].head;
        if cast.token(head).is(Class::COLLECTIVE) && !cast.token(head).is(Class::ROLE) {
            let identity = &mut cast.identities[id];
            identity.called = identity.called.or(Some(head));
            (identity.kind, identity.certain, identity.gender) = (SpeakerKind::Organization, true, None);
        } else {
            let gender = Gender::marked(cast.token(head));
            cast.identities[id].gender = cast.identities[id].gender.or(gender);
            if let Some(role) = title::role(cast, &cast.article.mentions[noun]) {
                title::give(cast, id, role);
            }
        }
    }
}

/// Whether commas stand around the name, and no `and` behind it.
fn is_between_commas(cast: &Cast<'_>, index: usize) -> bool {
    let mention = &cast.article.mentions[index];
    let comma = |at: usize| cast.article.tokens.get(at).is_some_and(|token| token.sign(b','));
    let joined = |token: &Token| token.is(Class::AND) || token.is(Class::RELATIVE);
    mention.name().is_some()
        && mention.tokens.start > 0
        && comma(mention.tokens.start - 1)
        && comma(mention.tokens.end)
        && cast
            .article
            .tokens
            .get(mention.tokens.end + 1)
            .is_some_and(|next| next.wordlike() && !next.capital() && !joined(next))
}

/// The noun that the name renames: right before the comma, or first in its sentence with `that …` or `in …` behind it.
fn noun_before(cast: &Cast<'_>, index: usize) -> Option<usize> {
    let article = cast.article;
    let comma = before_bracket(cast, article.mentions[index].tokens.start - 1);
    let sentence = &article.sentences[article.sentence_of(comma)];
    let noun = |at: usize| article.mentions[at].kind == MentionKind::Nominal;
    let before = article.mentions.partition_point(|mention| mention.tokens.end < comma);
    if article.mentions.get(before).is_some_and(|mention| mention.tokens.end == comma) && noun(before) {
        return Some(before);
    }
    let first = article.mentions.partition_point(|mention| mention.tokens.start < sentence.tokens.start);
    let subject = article.mentions.get(first).filter(|_| first < index && noun(first))?;
    let (start, behind) = (subject.tokens.start, subject.tokens.end);
    let qualifies = Class::RELATIVE | Class::THAT | Class::PREPOSITION | Class::LOCATIVE | Class::OF;
    let relative = behind < comma && cast.token(behind).is(Class::RELATIVE | Class::THAT);
    let speaks = |at: usize| cast.token(at).word.cue().is_some() && !relative;
    let plain = behind < comma
        && comma - behind <= LONGEST
        && (behind..comma).all(|at| cast.token(at).wordlike() && !speaks(at));
    (start == sentence.tokens.start && plain && cast.token(behind).is(qualifies)).then_some(first)
}

/// Where `(DENR)` before the comma opens.
fn before_bracket(cast: &Cast<'_>, comma: usize) -> usize {
    let bracket = comma >= 3 && cast.token(comma - 1).sign(b')') && cast.token(comma - 3).sign(b'(');
    if bracket { comma - 3 } else { comma }
}

/// Whether a noun of this sort can be the bearer's: a body’s for a body, a person’s for a person.
fn is_one_kind(cast: &Cast<'_>, noun: &Mention, id: usize) -> bool {
    let (head, bearer) = (cast.token(noun.head), &cast.identities[id]);
    let person = head.is(Class::ROLE | Class::HUMAN) && !head.is(Class::PLURAL);
    let personal = bearer.kind == SpeakerKind::Person && !bearer.place;
    let last = cast.token(bearer.name.end - 1);
    let common = last.is(Class::COMMON) && !last.is(Class::FAMILY);
    let body = bearer.kind != SpeakerKind::Person || !bearer.certain || bearer.title.is_none() && common;
    // `According to police, Bell, 44, drove off`: Bell is no police
    let body = body && head.is(Class::COLLECTIVE) && !head.is(Class::PLURAL | Class::GROUP);
    !bearer.place && (person && personal || body)
}

/// The most words between the noun and its comma.
const LONGEST: usize = 12;
