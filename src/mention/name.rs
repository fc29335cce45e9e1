//! Names and the titles before them.

use std::ops::Range;

use super::KnownName;
use crate::extraction::EntityKind;
use crate::lexicon::Class;
use crate::token::{Case, Kind, Token};

/// A proper name with what stands before it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Name {
    /// Title and name.
    pub(crate) tokens: Range<usize>,
    /// The name proper: no title, no honorific.
    pub(crate) core: Range<usize>,
    /// The role or office before it.
    pub(crate) title: Option<Range<usize>>,
    /// `Mr.`, `Lady`: whose it is.
    pub(crate) honorific: Option<usize>,
    /// What sort of thing it seems to name.
    pub(crate) kind: NameKind,
}

/// What sort of thing a name seems to name, by its own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameKind {
    /// It has a title, an honorific or a given name.
    Person,
    /// It has a word such as `University`, or is an acronym.
    Organization,
    /// The gazetteer has it as a place.
    Place,
    /// Its words do not tell.
    Unknown,
}

/// Parts the words `run`, which end in a name, into title, honorific and name.
pub(crate) fn parse(tokens: &[Token], known: &[KnownName], run: Range<usize>) -> Name {
    let letters =
        run.clone().rev().take_while(|&at| tokens[at].is(Class::POSTNOMINAL) && tokens[at].case == Case::Upper);
    let letters = letters.count();
    let whole_run = run.clone();
    let run = if run.len() > letters + 1 { run.start..run.end - letters } else { run };
    let names = known;
    let known = known_end(known, run.end).filter(|known| known.tokens.start >= run.start);
    let core_start = match known {
        Some(known) if known.tokens.len() > 1 => {
            // The gazetteer has `Prince Harald` as his name.
            let styled = |at: &usize| tokens[*at].is(Class::ROLE) && tokens[*at].is(Class::RANK);
            let styled = known.kind == EntityKind::Person && styled(&known.tokens.start);
            known.tokens.start + usize::from(styled)
        }
        _ => core_start(tokens, run.clone()),
    };
    let core_start = country_of(tokens, names, run.start, core_start).unwrap_or(core_start);
    let whole = known.filter(|known| known.tokens.start == core_start).map(|known| known.kind);
    let core = core_start..run.end;
    let before = run.start..core_start;
    let honorific = before.clone().rev().find(|&at| tokens[at].is(Class::HONORIFIC));
    let title_end = honorific.unwrap_or(core_start);
    // `the rail operator Northway`, but `the telephone operator Ann Lee`
    let given = core.len() > 1 && tokens[core.start].is(Class::FEMALE | Class::MALE);
    let agent = |title: &Range<usize>| given && title.end > title.start && is_agent(&tokens[title.end - 1]);
    let initials = |_: &Range<usize>| title_end > before.start && is_short_office(tokens, title_end - 1, run.end);
    let title = title(tokens, before.start..title_end).or_else(|| {
        let whole = title_start(tokens, before.start..title_end)..title_end;
        Some(whole).filter(|title| agent(title) || initials(title))
    });
    // `pollsters Quorum`, but `presidents Lee and Ray`
    let several = || tokens.get(core.end).is_some_and(|next| next.is(Class::AND) || next.sign(b',') || next.sign(b'('));
    let collective = |role: &Token| {
        role.is(Class::COLLECTIVE)
            || role.is(Class::PLURAL) && !role.is(Class::ABBREVIATION) && !role.capital() && !several()
    };
    let business = !given && title.as_ref().is_some_and(|title| collective(&tokens[title.end - 1]));
    let title = title.filter(|_| !business).or_else(|| judge(tokens, honorific?, core_start));
    // `rights group Hands`
    let body = before.end > before.start && !given && {
        let noun = &tokens[before.end - 1];
        noun.is(Class::COLLECTIVE) && !noun.is(Class::ROLE | Class::HUMAN) && !noun.capital()
    };
    let person = title.is_some() || honorific.is_some();
    let kind = match kind_of(tokens, core.clone(), person, whole) {
        NameKind::Unknown if business || body => NameKind::Organization,
        kind => kind,
    };
    Name { tokens: whole_run, kind, core, title, honorific }
}

/// Where the place starts whose ministry or the like it is: `Ghana’s Ministry of Roads`.
fn country_of(tokens: &[Token], known: &[KnownName], first: usize, core: usize) -> Option<usize> {
    let clitic = core.checked_sub(1).filter(|&at| at > first && tokens[at].kind == Kind::Clitic)?;
    let place = known_end(known, clitic).filter(|known| known.kind == EntityKind::Place)?.tokens.start;
    (tokens[core].is(Class::ORGANIZATION_WORD) && place >= first).then_some(place)
}

/// The known name that ends before the token.
pub(super) fn known_end(known: &[KnownName], end: usize) -> Option<&KnownName> {
    let at = known.partition_point(|known| known.tokens.end < end);
    known.get(at).filter(|known| known.tokens.end == end)
}

/// The names inside a phrase that is no name itself: known ones, and other runs of capitals.
pub(super) fn inside(tokens: &[Token], known: &[KnownName], phrase: Range<usize>) -> impl Iterator<Item = Name> {
    let mut at = phrase.start;
    std::iter::from_fn(move || {
        while let Some(ahead) = tokens[at..phrase.end].iter().position(Token::may_start_name) {
            at += ahead;
            let first = known.partition_point(|known| known.tokens.start < at);
            let hit = known.get(first).filter(|known| known.tokens.start == at && known.tokens.end <= phrase.end);
            let proper = |token: &Token| token.capital() && !token.is(NO_NAME);
            // `the Farmers’ Union`
            let owners = tokens[at].capital()
                && tokens[at].is(Class::GROUP)
                && at + 2 < phrase.end
                && matches!(tokens[at + 1].kind, Kind::Mark(_))
                && proper(&tokens[at + 2]);
            let end = match hit {
                Some(known) => known.tokens.end,
                None if owners => run_end(tokens, at + 2, phrase.end, proper),
                None => run_end(tokens, at, phrase.end, proper),
            };
            let titled =
                |token: &&Token| token.capital() && token.is(Class::ROLE | Class::ROLE_MODIFIER | Class::HONORIFIC);
            let before = tokens[phrase.start..at].iter().rev().take_while(titled).count();
            let run = if end > at { at - before..end } else { at..end };
            at = end.max(at + 1);
            if !run.is_empty() {
                return Some(parse(tokens, known, run));
            }
        }
        None
    })
}

/// Where a run of proper words ends; the apostrophe of `the Dockers’ Guild` does not end it.
fn run_end(tokens: &[Token], start: usize, end: usize, proper: impl Fn(&Token) -> bool) -> usize {
    let mut at = start;
    while at < end {
        let joint = at > start && matches!(tokens[at].kind, Kind::Mark(_)) && at + 1 < end && proper(&tokens[at + 1]);
        if !proper(&tokens[at]) && !joint {
            break;
        }
        at += 1;
    }
    at
}

/// Words with a capital that are no name by themselves.
const NO_NAME: Class = Class::DETERMINER
    .union(Class::POSSESSIVE)
    .union(Class::DEMONYM)
    .union(Class::ROLE)
    .union(Class::HONORIFIC)
    .union(Class::GROUP);

/// Where the name proper starts: after the last role, honorific, demonym, possessive or small word.
fn core_start(tokens: &[Token], run: Range<usize>) -> usize {
    let mut start = run.end - 1;
    let first = run.start + usize::from(run.len() > 1 && tokens[run.start].is(Class::ALTERS_OFFICE));
    while start > first {
        let before = &tokens[start - 1];
        let particle = before.is(Class::PARTICLE) && (!before.capital() || start >= run.start + 2);
        let ampersand = before.sign(b'&') || joins_organisation(tokens, run.clone(), start - 1);
        let part = before.capital() && !ends_title(tokens, run.clone(), start - 1);
        if !(part || particle || ampersand) {
            break;
        }
        start -= 1;
    }
    start
}

/// Whether the token is the apostrophe of `Workers’ Federation`, `Women’s Institute`, `Fire Marshal’s Office`, `St Mary’s
/// Hospital` or `Carers’ Voice`, not of `Leeds’s Labour Party`.
fn joins_organisation(tokens: &[Token], run: Range<usize>, at: usize) -> bool {
    let plural = matches!(tokens[at].kind, Kind::Mark(_));
    if !(plural || tokens[at].kind == Kind::Clitic) || at == run.start {
        return false;
    }
    let (owner, last) = (&tokens[at - 1], &tokens[run.end - 1]);
    let people = owner.is(Class::GROUP | Class::PLURAL);
    if !last.is(Class::ORGANIZATION_WORD) {
        return plural && people && last.is(Class::COMMON) && !last.is(Class::ROLE | Class::GROUP | Class::HUMAN);
    }
    let saint = |before: &Token| before.is(Class::ABBREVIATION) && !before.is(Class::HONORIFIC | Class::ROLE);
    let saint = at >= run.start + 2 && saint(&tokens[at - 2]);
    let common = people || owner.is(Class::COMMON);
    plural && !owner.is(Class::FEMALE | Class::MALE)
        || common && (!owner.is(Class::FAMILY) || owner.is(Class::ROLE))
        || saint
}

/// Whether the capitalised token closes what stands before a name.
fn ends_title(tokens: &[Token], run: Range<usize>, at: usize) -> bool {
    let token = &tokens[at];
    let given = tokens[at + 1].is(Class::FEMALE | Class::MALE) && run.end - at > 2;
    // `Grandmother Ann Lee`, but not `Mother Teresa`
    let relation = Class::ALTERS_OFFICE | Class::KIN;
    if token.is(Class::HONORIFIC) || token.is(relation) && given || is_short_office(tokens, at, run.end) {
        return true;
    }
    let organisation = tokens[at..run.end].iter().any(|token| token.is(Class::ORGANIZATION_WORD));
    // `Citizens Advice`, but not `Presidents Lee and Ray`
    let named = Class::FEMALE | Class::MALE | Class::FAMILY;
    if token.is(Class::GROUP) && run.end - at == 2 && tokens[at + 1].is(Class::COMMON) && !tokens[at + 1].is(named) {
        return false;
    }
    if token.is(Class::ROLE | Class::HUMAN) && !token.is(Class::KIN) {
        // `Author Ann Lee`, but not `Dean Lee`
        let borne = run.end - at > 2 && tokens[at + 1].is(Class::FEMALE | Class::MALE);
        let given = token.is(Class::FEMALE | Class::MALE)
            && !token.is(Class::RANK)
            && !borne
            && (at == run.start || !tokens[at - 1].capital());
        // `United Nations Children’s Fund`, `Carers’ Voice`
        let owner = !tokens[at + 1].wordlike() && (organisation || joins_organisation(tokens, run.clone(), at + 1));
        return !(given || owner || organisation && at == run.start);
    }
    // `Ukrainian Volodymyr Zelensky`, but `American Airlines`.
    token.is(Class::DEMONYM) && !organisation && run.end - at > 2
}

/// Whether the token is an office by its initials only, as a given name and a surname follow: `Health CS Ann Lee`, `DGP Ann
/// Lee`, but not `JP Morgan`; or it is one before a surname too: `PM Lee`.
fn is_short_office(tokens: &[Token], at: usize, end: usize) -> bool {
    let token = &tokens[at];
    let personal = Class::FEMALE | Class::MALE | Class::FAMILY;
    let initials = token.case == Case::Upper && SHORT_OFFICE.contains(&token.span().len()) && !token.is(personal);
    if initials && token.is(Class::RANK) && end == at + 2 {
        return true;
    }
    initials && end == at + 3 && {
        let [given, surname] = [&tokens[at + 1], &tokens[at + 2]];
        let name = |token: &Token| token.kind == Kind::Word && token.capital() && token.case != Case::Upper;
        let family = surname.is(Class::FAMILY) || !surname.is(Class::COMMON);
        let known = given.is(Class::FEMALE | Class::MALE) && family;
        name(given) && name(surname) && known
    }
}

/// How many letters the initials of an office have.
const SHORT_OFFICE: std::ops::RangeInclusive<usize> = 2..=4;

/// `playmaker`, in small letters before a given name.
fn is_agent(token: &Token) -> bool {
    token.is(Class::AGENT) && !token.capital()
}

/// The role that ends before the name: `Finance Minister`, not `delegates than`.
fn title(tokens: &[Token], before: Range<usize>) -> Option<Range<usize>> {
    let is_role = |at: &usize| tokens[*at].is(Class::ROLE | Class::HUMAN) && !tokens[*at].is(Class::KIN);
    let last = before.clone().rev().find(is_role)?;
    let ends = before.end - last <= 1 + usize::from(tokens[before.end - 1].is(Class::TIME | Class::DEMONYM));
    ends.then(|| title_start(tokens, before.clone())..before.end)
}

/// `Lord Justice` and `Justice` of `Mr Justice Lee`: the rank behind an honorific.
fn judge(tokens: &[Token], honorific: usize, core: usize) -> Option<Range<usize>> {
    let mut rank = tokens[honorific + 1..core].iter();
    let mere = tokens[honorific].is(Class::ABBREVIATION);
    rank.any(|token| token.is(Class::ROLE)).then(|| honorific + usize::from(mere)..core)
}

/// A possessive before the role belongs to it only where it is short: the title starts after the last but one.
fn title_start(tokens: &[Token], before: Range<usize>) -> usize {
    let determined = before.start;
    let first =
        tokens[determined..before.end].iter().position(|token| !token.is(Class::DETERMINER | Class::POSSESSIVE));
    determined + first.unwrap_or(0)
}

fn kind_of(tokens: &[Token], core: Range<usize>, person: bool, known: Option<EntityKind>) -> NameKind {
    let words = &tokens[core];
    match known {
        _ if person => return NameKind::Person,
        Some(EntityKind::Person) => return NameKind::Person,
        Some(EntityKind::Organization) => return NameKind::Organization,
        Some(EntityKind::Place) => return NameKind::Place,
        _ => {}
    }
    if words.iter().any(|token| token.is(Class::ORGANIZATION_WORD)) {
        return NameKind::Organization;
    }
    let last = &words[words.len() - 1];
    let work = Class::MEDIUM | Class::DOCUMENT | Class::COLLECTIVE;
    let common = last.is(Class::COMMON) && (last.is(work) || !last.is(Class::FAMILY | Class::FEMALE | Class::MALE));
    let thing = words.len() > 2 && common;
    if thing && last.is(work) {
        return NameKind::Organization; // `the Ann Lee Show`
    }
    if words.len() > 1 && words[0].is(Class::FEMALE | Class::MALE) && !thing {
        return NameKind::Person;
    }
    // `NHTSA`, but not `SMITH`, nor `UPDATE`
    if words.len() == 1
        && words[0].case == Case::Upper
        && !(last.is(Class::FAMILY | Class::COMMON) && last.span().len() > LONGEST_ACRONYM)
    {
        return NameKind::Organization;
    }
    NameKind::Unknown
}

/// A word in capitals that is a known surname or a common word may be an acronym up to so many letters.
const LONGEST_ACRONYM: usize = 4;
