//! Noun phrases without a parser: word classes tell where one starts, where it ends and which word is its head.

use super::elsewhere::Elsewhere;
use super::{KnownName, Mention, MentionKind};
use crate::extraction::EntityKind;
use crate::lexicon::{Class, Form};
use crate::token::{Case, Kind, Mark, Token};

/// Nouns that may speak.
pub(super) const SPEAKING: Class =
    Class::ROLE.union(Class::HUMAN).union(Class::GROUP).union(Class::COLLECTIVE).union(Class::DOCUMENT);

/// Words that are no part of a noun phrase but may come before or after one.
pub(super) const FUNCTION: Class = Class::DETERMINER
    .union(Class::POSSESSIVE)
    .union(Class::SUBJECT)
    .union(Class::OBJECT)
    .union(Class::AUXILIARY)
    .union(Class::ADVERB)
    .union(Class::OF)
    .union(Class::TO)
    .union(Class::PREPOSITION)
    .union(Class::AS)
    .union(Class::THAT)
    .union(Class::AND)
    .union(Class::CONJUNCTION)
    .union(Class::RELATIVE)
    .union(Class::TIME);

/// Words in small letters that may begin a noun phrase whatever stands around them.
const STARTS: Class = SPEAKING
    .union(Class::ROLE_MODIFIER)
    .union(Class::DEMONYM)
    .union(Class::ORGANIZATION_WORD)
    .union(Class::PLACE_WORD)
    .union(Class::DIRECTION)
    .union(Class::MEDIUM);

pub(super) const PERSONAL: Class = Class::FEMALE.union(Class::MALE).union(Class::FAMILY);

/// A form of a verb that may be a noun in the plural: `Claims`, not `Says`.
pub(super) const NOUNS: Class =
    Class::PLURAL.union(Class::NOUN_CUE).union(Class::MEDIUM).union(Class::DOCUMENT).union(Class::PLACE_WORD);

/// The most words of a noun phrase without its prepositional phrases.
const LONGEST: usize = 14;

/// Reads phrases inside one sentence.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) known: &'a [KnownName],
    pub(super) elsewhere: &'a Elsewhere<'a>,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Reader<'_> {
    /// The noun phrase that starts at the token, if one does.
    pub(super) fn phrase(&self, at: usize) -> Option<Mention> {
        if self.is_one(at) {
            return self.some_people(at).or_else(|| self.one_noun(at));
        }
        if !self.may_start(at) {
            return None;
        }
        self.started(at)
    }

    /// The phrase that may start at the token. In a function of its own, so that the tokens at which none does, which are
    /// most, are passed over without its burden.
    #[inline(never)]
    fn started(&self, at: usize) -> Option<Mention> {
        let determined = self.is_determiner(at);
        let first = if determined { at + 1 } else { at };
        if let Some(body) = self.body_of_people(at, first) {
            return Some(body);
        }
        let office = self.subjects_before_office(first);
        let end = self.nominal_end(office.unwrap_or(first), determined);
        if end == first {
            return self.lone_determiner(at, determined);
        }
        let name = self.office_of(at, first..end).or_else(|| self.bracketed(at, first..end));
        if let Some(name) = name.or_else(|| self.member_for(first)) {
            return Some(Mention { tokens: at..name.core.end, head: name.core.end - 1, kind: MentionKind::Name(name) });
        }
        let mention = self.classified(at, first..end, determined)?;
        match mention.kind {
            MentionKind::Name(_) => Some(self.with_region(mention)),
            _ => Some(self.with_prepositional_phrases(mention)),
        }
    }

    /// Whether `one` or `another` stands for somebody who speaks: `one said`.
    pub(super) fn is_lone(&self, at: usize) -> bool {
        let speaks = |token: &Token| token.word.cue().is_some_and(|cue| matches!(cue.form, Form::Past | Form::Third));
        let free =
            || at == self.start || !self.tokens[at - 1].is(FUNCTION) || self.tokens[at - 1].is(Class::CONJUNCTION);
        let before_verb = || free() && self.token(at + 1).is_some_and(speaks);
        self.tokens[at].is(Class::LONE) && (before_verb() || self.is_inverted(at)) || free() && self.are_several(at)
    }

    pub(super) fn is_known_place(&self, at: usize) -> bool {
        let first = self.known.partition_point(|known| known.tokens.end <= at);
        self.known.get(first).is_some_and(|known| known.kind == EntityKind::Place && known.tokens.contains(&at))
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at).filter(|_| at < self.end)
    }

    /// Whether the token opens its sentence, so that its capital tells nothing.
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        at == self.start || (at == self.start + 1 && matches!(self.tokens[at - 1].kind, Kind::Mark(_)))
    }

    pub(super) fn is_determiner(&self, at: usize) -> bool {
        self.tokens[at].is(Class::DETERMINER | Class::POSSESSIVE)
    }

    /// Whether `a` or `an` stands before the token: no name follows.
    fn indefinite(&self, first: usize) -> bool {
        first > self.start
            && matches!(self.tokens[first - 1].span().of(self.text), "a" | "an" | "A" | "An" | "one" | "One")
    }

    fn may_start(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if self.is_determiner(at) {
            // `Ann Lee and Bob Ray | both said`
            let named = at > self.start && self.tokens[at - 1].capital();
            let said = |next: &Token| next.word.cue().is_some() || next.is(Class::AUXILIARY | Class::VERB);
            return !(token.is(Class::GROUP) && named && self.token(at + 1).is_some_and(said));
        }
        // `05.00 BST`
        let zone = token.is(Class::TIME_SIDE) && token.case == Case::Upper;
        if zone || token.is(FUNCTION) && !self.capital_inside(at) || token.is_party(self.text) {
            return false;
        }
        if token.capital() {
            return self.is_name_like(at) || self.known_at(at).is_some() || self.subjects_before_office(at).is_some();
        }
        self.is_plain_start(at) && self.leads_to_speaking_noun(at)
    }

    /// Whether a word in small letters may begin a phrase without a determiner. The verb of what stands before may not
    /// (`to recruit pastors`, `who face a challenger`), nor one right before a name (`hold Secretary Ann Lee`).
    fn is_plain_start(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if token.is(Class::HOLDS) && at > self.start && self.tokens[at - 1].is(Class::AUXILIARY) {
            return false; // `was elected mayor`
        }
        if token.kind == Kind::Number {
            return at == self.start || !self.tokens[at - 1].is(Class::MONTH); // `On June 4 Senator Ann Lee left.`
        }
        if token.is(STARTS) {
            return true;
        }
        let verb_due = at > self.start
            && token.spaced
            && self.tokens[at - 1].is(Class::TO | Class::SUBJECT | Class::RELATIVE | Class::AUXILIARY)
            && !self.tokens[at - 1].is(Class::BE);
        let capital_next = self.token(at + 1).is_some_and(|next| next.capital() && next.spaced);
        let word = token.span().of(self.text);
        let gerund = word.ends_with("ing") && !self.is_before_role(at);
        // `whose team studied 260 reports`
        let counts = word.ends_with("ed") && self.token(at + 1).is_some_and(|next| next.kind == Kind::Number);
        // `Lee rallied supporters`
        let named = at > self.start && self.tokens[at - 1].capital() && !self.opens_sentence(at - 1);
        let does = named && token.spaced && word.ends_with("ed") && self.is_subject_before(at);
        !(verb_due || capital_next || gerund || counts || does || word.ends_with("ly"))
    }

    /// `sporting director`, but not `after beating rival`.
    fn is_before_role(&self, at: usize) -> bool {
        let governed = at > self.start
            && self.tokens[at - 1].is(Class::PREPOSITION | Class::OF | Class::AUXILIARY | Class::CONJUNCTION);
        !governed && self.token(at + 1).is_some_and(|next| next.is(Class::ROLE | Class::HUMAN) && next.spaced)
    }

    /// Whether a noun that speaks follows within three words: `local residents`, `law enforcement officials`.
    pub(super) fn leads_to_speaking_noun(&self, at: usize) -> bool {
        let near = self.tokens[at..self.end.min(at + 4)].iter().enumerate();
        let mut run = near.take_while(|(n, token)| {
            let joined = *n == 0 || token.spaced;
            joined
                && matches!(token.kind, Kind::Word | Kind::Number)
                && !token.is(FUNCTION | Class::VERB)
                && (token.word.cue().is_none() || token.is(Class::ROLE))
        });
        run.any(|(n, token)| token.is(SPEAKING) || self.are_agents(at + n))
    }

    /// Whether an unlisted plural speaks by its ending and its place: `Skydivers said`.
    pub(super) fn are_agents(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let said = self.token(at + 1).is_some_and(|next| next.word.cue().is_some_and(|cue| cue.form == Form::Past));
        token.is(Class::AGENT) && token.span().of(self.text).ends_with('s') && said
    }

    /// Where the run of nominal words from `first` ends.
    pub(super) fn nominal_end(&self, first: usize, determined: bool) -> usize {
        let mut at = first;
        while at - first < LONGEST {
            if at > first && self.body_of_people(at, at).is_some() {
                break; // `a new group Doctors for Clean Air`
            }
            if let Some(known) = self.known_at(at).filter(|_| at == first || self.continues(first, at, determined)) {
                at = known.tokens.end;
            } else if self.continues(first, at, determined) {
                at += 1;
            } else {
                break;
            }
        }
        // A possessive at the end belongs to what follows, or is a verb.
        if at > first && matches!(self.tokens[at - 1].kind, Kind::Clitic | Kind::Mark(_)) { at - 1 } else { at }
    }

    /// The name of several words that the gazetteer knows and that starts here.
    pub(super) fn known_at(&self, at: usize) -> Option<&KnownName> {
        if !self.tokens.get(at)?.may_start_name() {
            return None;
        }
        let first = self.known.partition_point(|known| known.tokens.start < at);
        self.known
            .get(first)
            .filter(|known| known.tokens.start == at && known.tokens.len() > 1 && known.tokens.end <= self.end)
    }

    fn continues(&self, first: usize, at: usize, determined: bool) -> bool {
        let Some(token) = self.token(at) else { return false };
        let begins = at == first;
        let before = (!begins).then(|| &self.tokens[at - 1]);
        match token.kind {
            Kind::Clitic => return before.is_some_and(|_| self.is_possessive(at)),
            Kind::Mark(Mark::CloseSingle | Mark::StraightSingle) => return self.is_plural_possessive(at),
            Kind::Number => {
                return token.spaced && (begins || !self.tokens[at - 1].capital() || self.is_numbered(at));
            }
            Kind::Sign(b'&') => {
                return before.is_some_and(Token::capital) && self.token(at + 1).is_some_and(Token::capital);
            }
            Kind::Word => {}
            _ => return false,
        }
        if !(token.spaced || begins) {
            return false;
        }
        if begins && determined && token.is(Class::TIME) {
            // `The Sunday Times`
            return token.capital() && self.token(at + 1).is_some_and(|next| next.capital() && !next.is(Class::TIME));
        }
        if begins && token.capital() {
            return true;
        }
        if token.is(Class::PARTICLE) && !token.capital() {
            return self.joins_names(at);
        }
        if let Some(before) = before {
            if token.capital() {
                return self.capital_continues(before, token) || self.is_ours(at);
            }
            if !self.indefinite(first) && self.is_proper(at - 1) {
                // `Harbour Watch first reported`
                let adverb =
                    token.is(Class::ROLE_MODIFIER) && self.token(at + 1).is_some_and(|next| next.word.cue().is_some());
                let noun = self.extends_name(token) && !token.is(Class::DETERMINER) && !adverb && !self.has_object(at);
                let cue = token.word.cue();
                return cue.is_none() && noun || cue.is_none_or(|cue| cue.form == Form::Base) && self.leads_to_role(at);
            }
        }
        // `the club’s | newly elected chairman`
        let owned = |at: usize| at > first && self.tokens[at - 1].kind == Kind::Clitic && self.is_deed_done(at);
        if owned(at) || at > first && owned(at - 1) {
            return true;
        }
        let styled = |next: &Token| next.is(Class::ROLE) && next.spaced;
        if token.is(Class::HONORIFIC) && !token.capital() && self.token(at + 1).is_some_and(styled) {
            return true; // `lord chancellor`
        }
        if token.is(FUNCTION | Class::HONORIFIC) && !token.capital() {
            let seasonal = token.is(Class::TIME) && before.is_some_and(|before| before.kind == Kind::Clitic);
            // `the clerk first said`
            let said = |next: &Token| next.word.cue().is_some_and(|cue| cue.form == Form::Past);
            let adverb = !begins && token.is(Class::ADVERB) && self.token(at + 1).is_some_and(said);
            return token.is(Class::ROLE_MODIFIER) && !adverb || seasonal;
        }
        if !begins && token.is(Class::TIME_SIDE) && self.token(at + 1).is_some_and(|next| next.is(Class::TIME)) {
            return false; // `the board last year said`
        }
        if token.word.cue().is_some() {
            return self.is_noun_here(first, at, determined);
        }
        if !begins && (self.is_verb_after_head(first, at) || self.is_finite_with_object(at)) {
            return false;
        }
        !token.is(Class::VERB) || begins
    }

    /// Whether the number tells which of several an office is of, or belongs to the name of a body: `District | 4 Councilwoman`,
    /// `the Save Our | 41 group`.
    fn is_numbered(&self, at: usize) -> bool {
        let body = |next: &Token| next.is(Class::COLLECTIVE) && !next.capital();
        self.token(at + 1).is_some_and(|next| next.is(Class::ROLE | Class::HUMAN) || body(next))
    }

    /// Whether the word is an adverb in *-ly* before a participle: `newly | elected`.
    fn is_deed_done(&self, at: usize) -> bool {
        let word = |at: usize| self.token(at).map_or("", |token| token.span().of(self.text));
        word(at).ends_with("ly") && word(at + 1).ends_with("ed")
    }

    /// Whether a word with a capital is a part of a name: no role, no adjective, and no mere start of a sentence.
    pub(super) fn is_proper(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let starts = self.opens_sentence(at) && token.is(Class::COMMON) && !token.is(Class::FAMILY);
        token.capital()
            && !starts
            && !token.is(SPEAKING | Class::DEMONYM | Class::ROLE_MODIFIER | Class::MONTH | Class::TIME)
    }

    /// `the Clinton campaign`, `Leeds police`: a noun that goes with a name before it.
    fn extends_name(&self, token: &Token) -> bool {
        token.is(SPEAKING | Class::MEDIUM | Class::ORGANIZATION_WORD | Class::ROLE_MODIFIER | Class::PLACE_WORD)
    }

    /// `Baltic Capital portfolio manager Ann Lee`, `Kilindi branch secretary of the union`, `BJP state unit chief Ann Lee`: up to
    /// three words and a role follow, and a name, or one word and a role, and `of`.
    pub(super) fn leads_to_role(&self, at: usize) -> bool {
        let plain = |token: &&Token| {
            token.kind == Kind::Word && token.spaced && !token.capital() && !token.is(FUNCTION | Class::VERB)
        };
        let run = self.tokens[at..self.end.min(at + 4)].iter().take_while(plain).count();
        let word = self.tokens[at].span().of(self.text);
        let verb = ["ed", "ing", "s"].iter().any(|end| word.ends_with(end));
        (at + 1..at + run).any(|role| {
            let next = self.token(role + 1).filter(|_| self.tokens[role].is(Class::ROLE | Class::HUMAN));
            let near = role == at + 1;
            next.is_some_and(|next| {
                next.capital() && next.kind == Kind::Word && (near || !verb)
                    || near && !verb && next.is(Class::OF) && !self.tokens[role].is(Class::PLURAL)
            })
        })
    }

    /// `Save | Our Park`
    fn is_ours(&self, at: usize) -> bool {
        let ours = ["Our", "Your"].contains(&self.tokens[at].span().of(self.text));
        let named = |next: &Token| next.spaced && (next.capital() || next.kind == Kind::Number);
        ours && self.tokens[at - 1].capital() && self.token(at + 1).is_some_and(named)
    }

    fn capital_continues(&self, before: &Token, token: &Token) -> bool {
        if token.is(FUNCTION.without(Class::AUXILIARY).without(Class::ADVERB)) {
            return false;
        }
        // `Ann Lee Is Right`, `Ann Lee Says`
        let verb = token.is(Class::AUXILIARY | Class::ADVERB)
            || token.word.cue().is_some_and(|cue| cue.form == Form::Third) && (before.is(PERSONAL) || !token.is(NOUNS));
        if verb && !token.is(PERSONAL) {
            return false;
        }
        // `told reporters Clinton would`: a plural noun ends its phrase before a name.
        !before.is(Class::PLURAL | Class::GROUP) || before.capital()
    }

    /// Whether the apostrophe after a plural joins it to what follows: `the Dockers’ Guild president`.
    pub(super) fn is_plural_possessive(&self, at: usize) -> bool {
        let before = &self.tokens[at - 1];
        let plural = !self.tokens[at].spaced
            && before.span().of(self.text).ends_with('s')
            && (before.capital() || before.is(Class::PLURAL));
        let next = self.token(at + 1);
        plural
            && next.is_some_and(|next| {
                next.kind == Kind::Word && next.spaced && (next.capital() || next.is(SPEAKING)) && !next.is(FUNCTION)
            })
    }

    /// Whether the clitic is a possessive that joins what stands around it.
    fn is_possessive(&self, at: usize) -> bool {
        let Some(next) = self.token(at + 1) else { return false };
        let possessive = self.tokens[at].span().of(self.text).ends_with(['s', 'S']);
        // `the club’s 78-year-old president`
        let number = next.kind == Kind::Number && next.hyphened;
        possessive
            && (next.kind == Kind::Word || number)
            && next.spaced
            && (!next.is(FUNCTION.without(Class::TIME) | Class::VERB) || self.is_deed_done(at + 1))
            && next.word.cue().is_none_or(|cue| cue.form == Form::Base)
    }

    /// Whether a lower-case particle joins two parts of a name: `Ursula von der Leyen`.
    pub(super) fn joins_names(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|at| &self.tokens[at]);
        let after = (at + 1..self.end.min(at + 3))
            .map(|next| &self.tokens[next])
            .find(|token| !token.is(Class::PARTICLE) || token.capital());
        before.is_some_and(|token| token.capital() || token.is(Class::PARTICLE))
            && after.is_some_and(|token| token.capital() && token.spaced)
    }

    pub(super) fn has_head(&self, first: usize, at: usize) -> bool {
        self.tokens[first..at].iter().any(|token| token.is(SPEAKING) || token.is(Class::PLURAL))
    }
}
