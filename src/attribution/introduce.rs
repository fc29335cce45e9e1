//! Whether a cue goes with the rule that fits its place.

use std::ops::Range;

use super::rules::Compiled;
use super::shape::What;
use super::side::Group;
use super::site::Site;
use super::{Rule, clause};
use crate::lexicon::{Class, CueClass, Takes};
use crate::mention::{Mention, MentionKind};

impl Site<'_> {
    /// Whether the cue goes with the rule in ways that its letter does not tell: only a viewpoint has a whole clause after it,
    /// `in her view, …`, an apposition is indefinite, `a doctor`, and what is called so by somebody does not call:
    /// `a plan called “absurd” by Ann Lee`.
    pub(super) fn may_introduce(&self, row: &Compiled, group: &impl Fn(Group) -> Option<Range<usize>>) -> bool {
        let clause = group(Group::Clause).filter(|_| row.takes == Takes::CLAUSE);
        if clause.is_some_and(|clause| self.is_described_thing(&clause)) {
            return false;
        }
        match row.rule {
            // `in her view`, but not `despite her views`
            Rule::InView => {
                let led =
                    self.cue.checked_sub(1).is_some_and(|at| ["in", "from"].iter().any(|word| self.is_word(at, word)));
                let named = |noun: &Mention, class| noun.head_is(self.article.tokens, class);
                let viewpoint = |noun: &Mention| named(noun, Class::VOICED) && named(noun, Class::NOUN_CUE);
                led && self.noun_of_speech().is_some_and(viewpoint)
            }
            // `It was announced`, but not `They are worried`, nor `It should be noted`, which the writer says
            Rule::PassiveThat => group(Group::Nobody).is_some_and(|nobody| {
                let verbs = self.shape.tokens(nobody.start + 1..self.cue);
                let duty =
                    |at: usize| ["should", "must"].contains(&self.article.tokens[at].span().of(self.article.text));
                self.is_word(nobody.start, "it") && !verbs.into_iter().any(duty)
            }),
            // `asked if they were ready`, `said if it rained they would wait`, but not `continued if they were ready`
            Rule::NameCueThat | Rule::AndCueThat => group(Group::That).is_none_or(|that| {
                !self.is_word(that.start, "if") || self.takes(Takes::QUESTION) || self.takes(Takes::NO_NOUN)
            }),
            // `The jury was told that`, `it was announced`
            Rule::ClauseTold => group(Group::To).is_some_and(|to| {
                // not `it is written on the wall`
                let announced = || self.is_word(to.start, "it") && !self.shape.letters[self.cue + 1..].starts_with('i');
                self.takes(Takes::ADDRESSEE.and(Takes::CLAUSE)) || announced()
            }),
            // `was told to leave`, `was asked by Ann Lee to leave`, but not `was asked to leave`
            Rule::PassiveTold => {
                group(Group::Infinitive).is_none()
                    || group(Group::Who).is_some()
                    || self.class() == Some(CueClass::Tells)
            }
            // `a move she said was wrong`, `a move Lee said was wrong`, but not `people the club admitted are safe`
            Rule::RelativeNameCueVerb => group(Group::Who).is_none_or(|who| {
                let relative = self.shape.letters[..who.start].ends_with(['W', 't']);
                let pronoun = self.shape.letter(who.start) == b'P';
                let finite = group(Group::Clause).is_some_and(|clause| self.shape.letter(clause.start) == b'V');
                relative || finite && (pronoun || self.takes(Takes::NO_NOUN))
            }),
            // `, a move she called “wrong”`, but not `, a text the pilots call “law”`
            Rule::WhatNameCueFragment => group(Group::Who).is_none_or(|who| {
                let bare = !self.shape.letters[..who.start].ends_with(['h', 'W', 't']);
                !bare || matches!(self.shape.letter(who.start), b'N' | b'P')
            }),
            // `said that, while she agreed with them, “they are wrong”`
            Rule::NameCueQuote => {
                let who = group(Group::Who).map_or(0, |who| who.start);
                let depends = who > 0 && self.shape.letter(who - 1) == b'b' && !self.coordinates(who - 1);
                let goes_on = |after: Range<usize>| {
                    self.shape.letter(after.start - 1) == b',' && clause::goes_on(self.article, self.shape, after.start)
                };
                let led = |after: Range<usize>| self.is_in_clause(after.start);
                !(depends && group(Group::After).is_some_and(goes_on) || group(Group::After).is_some_and(led))
            }
            // `did not say who`, but not `told the woman who`
            // nor `did not say how many`, which says nothing
            Rule::NameCueQuestion | Rule::AndCueQuestion => group(Group::Clause).is_none_or(|clause| {
                let told = self.shape.letter(clause.start) != b'W' || group(Group::To).is_none();
                told && self.shape.letters[clause].contains(['v', 'V', 'C', 'B', 'c', 'E', 'g', 'x', 'Q'])
            }),
            // `reminded her of “a harbour”`, `announced the deal and he left`
            Rule::NameCueClause => group(Group::Clause).is_none_or(|clause| {
                let letters = &self.shape.letters[clause];
                if !letters.starts_with('P')
                    && letters.get(1..).is_some_and(|rest| rest.starts_with("&P"))
                    && !self.takes(Takes::NO_NOUN)
                {
                    return false;
                }
                letters.get(1..).is_none_or(|rest| !rest.starts_with("oQ")) || letters.contains(['V', 'v', 'C'])
            }),
            // `warned against leaving`, but not `agreed to be`
            Rule::NameCueToGerund => group(Group::Infinitive).is_some_and(|deed| self.is_in_ing(deed.start)),
            // `admitted being late`, but not `the people Lee admitted are safe`
            Rule::NameCueGerund | Rule::AndCueGerund | Rule::ParticipleGerund => group(Group::Infinitive)
                .is_some_and(|deed| self.shape.letter(deed.start) == b'g' || self.is_in_ing(deed.start)),
            Rule::NameCueFragment => !self.is_word(self.cue + 1, "by"),
            // `her call for a “new hall”`, not `her views on taxes “…”`
            Rule::NounCueFragment => group(Group::Of).is_none_or(|of| {
                let led = ["of", "for"].iter().any(|word| self.is_word(of.start, word));
                led && (self.shape.letter(of.end) != b'w' || self.is_determiner(of.end))
            }),
            // `told Ann Lee: “…”`: she is told; `and recalled the freeze: “…”`: it is recalled
            Rule::CueNameQuote => {
                let thing = |who: Range<usize>| matches!(self.shape.letter(who.start), b'D' | b'K');
                let object = || self.takes(Takes::ADDRESSEE) || group(Group::Who).is_some_and(thing);
                self.cue == 0 || !object()
            }
            // `“…,” said an expert who advised the court`
            // nor `…, a charge Lee denied`, `…, he found`
            Rule::ClauseNameCue => {
                let found = !self.takes(Takes::CLAUSE)
                    && group(Group::Who).is_some_and(|who| self.shape.letter(who.start) == b'P');
                if found || self.class() == Some(CueClass::Denies) {
                    return false;
                }
                let verb = self.shape.letters[..self.cue].trim_end_matches(['V', 'R']);
                // `With the “old pier” gone, Lee wrote a song`
                let thing = |to: Range<usize>| self.shape.letter(to.start) == b'D' && self.begins_indefinite(to.start);
                // `Ray, who lives here and advised the court`
                !verb.ends_with('&')
                    && (!verb.ends_with('W') || verb.ends_with(",W"))
                    && (self.takes(Takes::ADDRESSEE) || !group(Group::To).is_some_and(thing))
            }
            // `…, and then tweeted a warning`: it is tweeted
            Rule::ClauseCueName => group(Group::Who)
                .is_none_or(|who| self.shape.letter(who.start) != b'K' || !self.begins_indefinite(who.start)),
            // `the “Go Now” crowd said`: a term and its noun
            Rule::QuoteNameCue => group(Group::Quote)
                .is_none_or(|quote| !(self.is_term(&quote) || self.is_said_already(&quote) || self.is_in_lead(&quote))),
            Rule::QuoteCueName => group(Group::Quote).is_none_or(|quote| !self.is_term(&quote)),
            // `As the interview ended, Lee said`
            Rule::AsNameCueClause => group(Group::Who).is_none_or(|who| self.shape.letter(who.start) != b'D'),
            Rule::AccordingToDescribed => {
                // `a doctor in Leeds`, `head of research at Acme`
                group(Group::Apposition).is_some_and(|apposition| {
                    self.begins_indefinite(apposition.start) || self.is_bare_role(apposition.start)
                })
            }
            _ => true,
        }
    }

    /// Whether the words are a thing and what describes it or a second verb, and no clause: `a deal valued at £4m`, `a law that
    /// would ban it`, `a loss of £4m and cut jobs`.
    fn is_described_thing(&self, clause: &Range<usize>) -> bool {
        let letters = &self.shape.letters[clause.clone()];
        let Some(verb) = letters.find(['V', 'v', 'C', 'E', 'Q']).filter(|_| !self.takes(Takes::NO_NOUN)) else {
            return false;
        };
        let (thing, rest) = letters.split_at(verb);
        let thing = thing.trim_end_matches('R');
        let again = |rest: &str| rest.contains(['V', 'v', 'C', 'E', 'Q']);
        if thing.ends_with('W') {
            let verbs = rest.trim_start_matches(['V', 'R']);
            return !again(verbs.get(1..).unwrap_or_default());
        }
        let indefinite =
            thing.starts_with('9') || thing.starts_with(['D', 'K', 'w']) && self.begins_indefinite(clause.start);
        let participle = matches!(rest.as_bytes(), [b'v' | b'C', b'i' | b'x', ..]);
        // `announced a deal and the club rose`
        let joined = thing.contains('&') && !rest.starts_with('V');
        thing.ends_with('&') || joined || indefinite && participle && !again(&rest[1..])
    }

    /// Whether the passage goes on with a clause whose subject stands between it and the cue: `said Friday the plan was “sound”`,
    /// but not `said in the hall “we are ready”`.
    fn is_in_clause(&self, passage: usize) -> bool {
        let between = &self.shape.letters[self.cue + 1..passage];
        let verbs = between.trim_end_matches(['V', 'v', 'R']);
        let Some(before) = verbs.strip_suffix(['N', 'G', 'D', 'P', 'K']) else { return false };
        let slot = before.ends_with(['T', 'N', 'G', 'D', 'p']);
        slot && clause::goes_on(self.article, self.shape, passage)
    }

    /// Whether a cue stands right before the passage and only a phrase behind it: `Lee said “it is late” every time he spoke`.
    fn is_said_already(&self, quote: &Range<usize>) -> bool {
        self.shape.letters[..quote.start].ends_with('C')
            && matches!(self.shape.letters.as_bytes()[quote.end], b'D' | b'T')
    }

    /// Whether the passage ends a phrase in front of the main clause, whose cue has its own content: `To a question on the
    /// “merger,” Lee said the firm was ready`, `Citing the “merger,” Lee told them to wait`; not `Saying “no,” she said, is hard`.
    fn is_in_lead(&self, quote: &Range<usize>) -> bool {
        let letters = self.shape.letters.as_bytes();
        let finite = |at: usize| matches!(letters[at], b'V' | b'v' | b'C') && letters[at - 1] != b'W';
        if (1..quote.start).any(finite) {
            return false;
        }
        let behind = &letters[self.cue + 1..];
        match letters[0] {
            b'i' | b'x' if self.takes(Takes::ADDRESSEE) => false,
            b'i' | b'x' => matches!(behind, [b'N' | b'G' | b'D' | b'K' | b'P' | b'9' | b't', ..]),
            b'c' => !behind.starts_with(b",") || behind.starts_with(b",Q"),
            // `Being “old,” she said` may be her words.
            b'g' => matches!(behind, [b':' | b',', b'Q', ..]),
            _ => false,
        }
    }

    /// Whether a role stands without an article: `head of research`.
    fn is_bare_role(&self, element: usize) -> bool {
        let What::Mention(mention) = self.shape.elements[element].what else { return false };
        let mention = &self.article.mentions[mention];
        let first = &self.article.tokens[mention.tokens.start];
        let bare = !first.is(Class::DETERMINER | Class::POSSESSIVE) && !first.is(Class::GROUP | Class::PLURAL);
        mention.kind == MentionKind::Nominal && mention.head_is(self.article.tokens, Class::ROLE) && bare
    }
}
