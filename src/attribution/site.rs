//! One rule at one cue: what it takes for speaker, content and slots.

use std::ops::Range;

use super::rules::Compiled;
use super::shape::{Element, Shape, What};
use super::side::{Group, Scratch};
use super::{Article, Attributed, Piece, Rule, slots};
use crate::lexicon::{Class, CueClass, Takes};
use crate::mention::{Mention, MentionKind};
use crate::token::{Kind, Token};

/// A cue in the shape of its sentence.
pub(super) struct Site<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) shape: &'a Shape,
    pub(super) number: usize,
    pub(super) cue: usize,
}

impl Site<'_> {
    /// The quote that the rule finds around the cue. `earlier` is the attribution before in the sentence.
    pub(super) fn matched(
        &self,
        row: &Compiled,
        earlier: Option<&Attributed>,
        scratch: &mut Scratch,
    ) -> Option<Attributed> {
        let (before, after) = (&self.shape.letters[..self.cue], &self.shape.letters[self.cue + 1..]);
        let captured = row.captured(before, after, scratch)?;
        let group = |group: Group| captured.group(group);
        let own = group(Group::Named)
            .or_else(|| group(Group::Who).map(|who| self.relative_to(self.nearest_to(who))))
            .or_else(|| group(Group::Antecedent));
        // `the suggestion by a clerk that …`
        let giver =
            group(Group::From).filter(|from| ["by", "from", "of"].iter().any(|word| self.is_word(from.start, word)));
        let own = own.or_else(|| giver.and_then(|_| group(Group::Source)));
        if self.is_mere_name(row, group(Group::Fragment))
            || group(Group::After).is_some_and(|after| self.is_slogan(&after))
        {
            return None;
        }
        if group(Group::Quote).is_some_and(|quote| earlier.is_some_and(|earlier| self.is_said_before(earlier, &quote)))
        {
            return None;
        }
        let told = own.as_ref().filter(|_| self.is_told(row, &group)).cloned();
        if self.class() == Some(CueClass::Hears) && told.is_none() {
            return None;
        }
        if group(Group::By).is_some_and(|by| !self.is_word(by.start, "by")) || !self.may_introduce(row, &group) {
            return None;
        }
        let (possessor, letter) = (self.possessor(), self.shape.letter(self.cue));
        // `a request from growers to restore it`
        let asked_by = group(Group::Patient)
            .filter(|_| letter == b'K' && group(Group::With).is_some_and(|with| self.is_word(with.start, "from")));
        let understood = asked_by.is_none() && own.is_none() && letter != b'E' && possessor.is_none();
        let who = match own {
            Some(elements) if told.is_some() || self.is_labelled(row, &elements) => None,
            Some(elements) => Some(self.mentions(elements)?),
            None if asked_by.is_some() => asked_by.clone().map(|elements| self.mentions(elements)).unwrap_or_default(),
            None if letter == b'E' => None,
            None if possessor.is_some() => self.possessor_mention().or_else(|| self.claimant()),
            None if letter == b'K' && group(Group::Of).is_some() => self.claimant(),
            None if letter == b'K' && !self.is_object_noun() => return None,
            None => match self.understood(earlier) {
                // `after repeatedly calling it “a disgrace”`: the words tell that somebody said it, if not who
                None if letter == b'c' && (group(Group::Fragment).is_some() || group(Group::After).is_some()) => None,
                understood => Some(understood?),
            },
        };
        let nickname = |fragment| who.as_ref().is_some_and(|who| self.is_nickname(who, fragment));
        if group(Group::Fragment).is_some_and(nickname)
            || group(Group::Infinitive).is_some_and(|_| !self.takes_infinitive(row, &group))
        {
            return None;
        }
        let content = self.content(&group)?;
        if group(Group::After).is_some() && group(Group::To).is_some_and(|to| self.is_subject_of_passage(&to)) {
            return None;
        }
        let slots = slots::after(self.article, self.shape, self.cue, &content);
        let mention = match (group(Group::Named).or_else(|| group(Group::Share)), &who) {
            _ if told.is_some() => None,
            (Some(named), Some(_)) if group(Group::Named).is_some() => {
                Some(self.shape.tokens(self.described(named.clone()).unwrap_or(named.start)..named.end))
            }
            // `Two of the residents`
            (Some(share), Some(who)) => {
                Some(self.shape.tokens(share).start..self.article.mention_tokens(who.clone()).end)
            }
            _ if possessor.is_some() => possessor,
            (_, Some(who)) => Some(self.written(who)),
            _ => None,
        };
        // `it was announced`
        let addressed = |to: &Range<usize>| row.rule != Rule::ClauseTold || !self.is_word(to.start, "it");
        let addressee = group(Group::To).filter(addressed).or(told).map(|elements| self.shape.tokens(elements));
        let fragment = group(Group::Fragment).is_some();
        Some(Attributed {
            rule: row.rule,
            sentence: self.number,
            content,
            fragment,
            cue: Some(self.cue_tokens(group(Group::With).is_some())),
            who,
            mention,
            understood,
            addressee,
            medium: slots.medium,
            time: slots.time,
            negated: self.is_negated(),
            echo: None,
        })
    }

    /// Whether the passage ends a clause before the main one, whose speaker says it, and the cue has its own clause:
    /// `Though Lee claimed that it was “over,” he said it went on`.
    fn is_said_before(&self, earlier: &Attributed, quote: &Range<usize>) -> bool {
        let What::Passage(passage) = self.shape.elements[quote.end - 1].what else { return false };
        let said =
            |piece: &Piece| matches!(piece, Piece::Clause(_)) && self.article.passages_of(piece).contains(&passage);
        let mut lead = self.shape.letters.bytes().take(3).enumerate();
        let dependent = lead.any(|(at, letter)| matches!(letter, b'a' | b'b') && !self.coordinates(at));
        let after = &self.shape.letters[self.cue + 1..];
        let clause = after.split(['.', ',']).next().is_some_and(|clause| clause.contains(['V', 'v']));
        dependent && clause && earlier.content.iter().any(said)
    }

    /// Whether the subject of a headline is called something and does not call: `Lee accused of ‘lying’`, `Lee hailed as ‘hero’`.
    fn is_labelled(&self, row: &Compiled, who: &Range<usize>) -> bool {
        let label = [Takes::ACCUSATION, Takes::REPROACH, Takes::AS].iter().any(|takes| self.takes(*takes));
        let governed = self.shape.letters[self.cue + 1..].starts_with(['o', 'a', 'i']);
        let headline = who.start == 0 && !self.shape.letters.ends_with('.');
        row.rule == Rule::NameCueFragment && label && !self.takes(Takes::QUOTE) && governed && headline
    }

    /// Whether the subject is told what is said and does not say it: `…, the court heard`, and in headlines `…, jury told`.
    fn is_told(&self, row: &Compiled, group: &impl Fn(Group) -> Option<Range<usize>>) -> bool {
        match self.class() {
            // `Family told ‘no hope’`
            Some(CueClass::Tells) => {
                let passive = row.rule == Rule::ClauseNameCue
                    || row.rule == Rule::NameCueQuote && self.shape.letters[self.cue + 1..].starts_with('Q');
                passive && group(Group::To).is_none()
            }
            Some(CueClass::Hears) => true,
            _ => false,
        }
    }

    pub(super) fn class(&self) -> Option<CueClass> {
        self.shape.cue(self.cue).map(|form| self.article.lexicon.cue(form).class)
    }

    /// Whether the lexicon says that the cue takes it.
    pub(super) fn takes(&self, complement: Takes) -> bool {
        let cue = self.shape.cue(self.cue);
        cue.is_some_and(|form| self.article.lexicon.cue(form).takes.has(complement))
    }

    /// Whether the passage only names what follows: led up to by an article, an adjective or a preposition, and not parted
    /// from the next word.
    pub(super) fn is_term(&self, quote: &Range<usize>) -> bool {
        let letters = self.shape.letters.as_bytes();
        let led = quote.start.checked_sub(1).is_some_and(|at| matches!(letters[at], b'w' | b'i' | b'o' | b'a'));
        let What::Passage(passage) = self.shape.elements[quote.end - 1].what else { return false };
        let mut words = self.article.tokens[self.article.passages[passage].tokens.clone()].iter().rev();
        let stops = words.find(|token| !matches!(token.kind, Kind::Mark(_))).is_some_and(|last| !last.wordlike());
        led && !stops && !matches!(letters.get(quote.end), Some(b',' | b'-'))
    }

    /// Whether what could be the person spoken to rather begins the clause: `said the group “must leave”`, not `told the
    /// group “we must leave”`.
    fn is_subject_of_passage(&self, to: &Range<usize>) -> bool {
        let addresses = self.takes(Takes::ADDRESSEE);
        let led = to.start.checked_sub(1).is_some_and(|at| self.shape.letter(at) == b'x');
        let parted = matches!(self.shape.letters.as_bytes().get(to.end), Some(b':' | b','));
        !addresses && !led && !parted
    }

    /// The words of the mentions, with the day that is a part of them: `a Wednesday letter`.
    fn written(&self, who: &Range<usize>) -> Range<usize> {
        let tokens = self.article.mention_tokens(who.clone());
        let of_first = |element: &&Element| element.what == What::Mention(who.start);
        let element = self.shape.elements.iter().find(of_first);
        let start = element.map_or(tokens.start, |element| element.tokens.start.min(tokens.start));
        // `a delighted | Ann Lee`
        let name = self.article.mentions[who.start].name().filter(|name| {
            let first = &self.article.tokens[start];
            name.title.is_none() && name.honorific.is_none() && first.is(Class::ARTICLE) && !first.is(Class::DEFINITE)
        });
        name.map_or(start, |name| name.core.start)..tokens.end
    }

    /// The words that own a noun of speech: `her` of `her claim`, `Ann Lee` of `Ann Lee’s latest claim`.
    fn possessor(&self) -> Option<Range<usize>> {
        let mention = self.noun_of_speech()?;
        let tokens = &self.article.tokens;
        let clitic = mention.tokens.clone().rev().find(|&at| tokens[at].kind == Kind::Clitic);
        let pronoun = tokens[mention.tokens.start].is(Class::POSSESSIVE);
        match clitic {
            Some(clitic) => Some(mention.tokens.start..clitic).filter(|owner| !owner.is_empty()),
            None => pronoun.then_some(mention.tokens.start..mention.tokens.start + 1),
        }
    }

    /// The noun of speech as the mention that speaks, where a name owns it; a pronoun is left open.
    fn possessor_mention(&self) -> Option<Range<usize>> {
        let What::Mention(mention) = self.shape.elements[self.cue].what else { return None };
        let owned =
            self.article.mentions[mention].tokens.clone().any(|at| self.article.tokens[at].kind == Kind::Clitic);
        owned.then_some(mention..mention + 1)
    }

    /// Whose claim it is that a pronoun owns: of the subject that makes it, `repeated her claim`, not `denied her claim`.
    fn claimant(&self) -> Option<Range<usize>> {
        let verb = self.cue.checked_sub(1).filter(|_| self.is_object_noun())?;
        let denies = self.shape.cue(verb).is_some_and(|form| self.article.lexicon.cue(form).class == CueClass::Denies);
        if denies { None } else { self.main_subject(0) }
    }

    pub(super) fn noun_of_speech(&self) -> Option<&Mention> {
        match self.shape.elements[self.cue].what {
            What::Mention(mention) => Some(&self.article.mentions[mention]),
            _ => None,
        }
    }

    /// Whether the conjunction is `whether` or `if`, a part of the question, and not `that`.
    pub(super) fn asks_whether(&self, element: usize) -> bool {
        // A *that* that is left out has no words.
        let tokens = &self.article.tokens[self.shape.elements[element].tokens.clone()];
        tokens.first().is_some_and(|token| !token.span().of(self.article.text).eq_ignore_ascii_case("that"))
    }

    /// Whether the passage is a name that something has: `a group called “Forward”`, but not `called it “a disgrace”`.
    fn is_mere_name(&self, row: &Compiled, fragment: Option<Range<usize>>) -> bool {
        let fragment = fragment.as_ref();
        let adjacent = fragment.is_some_and(|fragment| fragment.start == self.cue + 1);
        // `called the “Free State”`
        let determined =
            fragment.is_some_and(|fragment| fragment.start == self.cue + 2 && self.is_determiner(self.cue + 1));
        (adjacent || determined)
            && self.takes(Takes::OBJECT)
            && !matches!(row.rule, Rule::WhatNameCueFragment | Rule::FragmentByName)
    }

    /// Whether the passage is what many call something by, in capitals: `Locals call the tram “Grandma”`.
    fn is_nickname(&self, who: &Range<usize>, fragment: Range<usize>) -> bool {
        let caller = &self.article.mentions[who.start];
        let many = caller.kind == MentionKind::Nominal
            && caller.head_is(self.article.tokens, Class::PLURAL.union(Class::GROUP));
        let What::Passage(passage) = self.shape.elements[fragment.start].what else { return false };
        let tokens = &self.article.tokens[self.article.passages[passage].tokens.clone()];
        let name = tokens.iter().find(|token| token.wordlike()).is_some_and(Token::capital);
        many && name && self.takes(Takes::OBJECT) && self.article.is_in_capitals(passage)
    }

    /// Whether the cue takes what the rule found behind it: `promised to`, `urged her to`, `called on her to`.
    fn takes_infinitive(&self, row: &Compiled, group: &impl Fn(Group) -> Option<Range<usize>>) -> bool {
        if let Some(label) = group(Group::Label) {
            return self.begins_indefinite(label.start);
        }
        if let Some(accusation) = group(Group::Accusation) {
            return self.is_deed(accusation.end);
        }
        if let Some(preposition) = group(Group::For) {
            return ["for", "against"].iter().any(|word| self.is_word(preposition.start, word));
        }
        if let Some(noun) = self.noun_of_speech() {
            let led =
                |with: Range<usize>| ["for", "from", "on", "to"].iter().any(|word| self.is_word(with.start, word));
            return noun.head_is(self.article.tokens, Class::URGES) && group(Group::With).is_none_or(led);
        }
        let Some(form) = self.shape.cue(self.cue).filter(|_| row.takes == Takes::INFINITIVE) else { return true };
        if self.defines_speaker() || group(Group::Patient).is_none() && self.asks_for_anonymity(group) {
            return false;
        }
        let own = if group(Group::Patient).is_none() { Takes::OWN_INFINITIVE } else { Takes::OBJECT_INFINITIVE };
        self.article.lexicon.cue(form).takes.has(own)
    }

    /// Whether the cue only tells, in a relative clause, who it is that speaks: `a medic who asked not to be named said`.
    fn defines_speaker(&self) -> bool {
        let (before, after) = (&self.shape.letters[..self.cue], &self.shape.letters[self.cue + 1..]);
        let relative = before.ends_with('W') && !before.ends_with(",W");
        relative && after.split(',').next().is_some_and(|clause| clause.contains('C'))
    }

    /// Whether the infinitive is a passive that is denied: `asked not to be named`.
    fn asks_for_anonymity(&self, group: &impl Fn(Group) -> Option<Range<usize>>) -> bool {
        let Some(infinitive) = group(Group::Infinitive) else { return false };
        let denied = self.is_negation(infinitive.start) || self.is_negation(infinitive.start + 1);
        denied && matches!(&self.shape.letters.as_bytes()[infinitive], [b'R', b'x', b'V', ..] | [b'x', b'R', b'V', ..])
    }

    /// Whether a gerund begins there, quoted or not, or whatever else is in the writer's words: not `accused of “sabotage”`.
    fn is_deed(&self, element: usize) -> bool {
        let Some(What::Passage(passage)) = self.shape.elements.get(element).map(|element| element.what) else {
            return true;
        };
        let mut words = self.article.tokens[self.article.passages[passage].tokens.clone()].iter();
        words.find(|token| token.wordlike()).is_some_and(|token| token.span().of(self.article.text).ends_with("ing"))
    }

    pub(super) fn is_in_ing(&self, element: usize) -> bool {
        let tokens = &self.shape.elements[element].tokens;
        self.article.tokens[tokens.start].span().of(self.article.text).ends_with("ing")
    }

    pub(super) fn is_word(&self, element: usize, word: &str) -> bool {
        let tokens = &self.article.tokens[self.shape.elements[element].tokens.clone()];
        !tokens.is_empty() && tokens.iter().all(|token| token.span().of(self.article.text).eq_ignore_ascii_case(word))
    }

    /// Whether the element is nothing but an article: not `the plan`.
    pub(super) fn is_determiner(&self, element: usize) -> bool {
        let tokens = &self.shape.elements[element].tokens;
        tokens.len() == 1 && self.article.tokens[tokens.start].is(Class::DETERMINER)
    }

    /// Whether the element begins with *a* or *an*.
    pub(super) fn begins_indefinite(&self, element: usize) -> bool {
        let first = &self.article.tokens[self.shape.elements[element].tokens.start];
        first.is(Class::ARTICLE) && !first.is(Class::DEFINITE)
    }

    /// Whether the passage is what a sign bears, in capitals: `banners that read “Bread and Work”`.
    fn is_slogan(&self, after: &Range<usize>) -> bool {
        let What::Passage(passage) = self.shape.elements[after.start].what else { return false };
        self.takes(Takes::OBJECT) && after.start == self.cue + 1 && self.article.is_in_capitals(passage)
    }

    /// Whether the noun of speech is the object of a verb, whose subject then speaks: `repeated the claim that …`.
    fn is_object_noun(&self) -> bool {
        let before = self.cue.checked_sub(1);
        before.is_some_and(|at| match self.shape.letter(at) {
            // `said the claim was false`: the subject of what is said
            b'C' | b'c' if matches!(self.shape.letters.as_bytes().get(self.cue + 1), Some(b'V')) => {
                let cue = self.shape.cue(at);
                !cue.is_some_and(|form| self.article.lexicon.cue(form).takes.has(Takes::CLAUSE))
            }
            b'v' | b'C' | b'c' => true,
            // `has a claim`, but not `was the claim`
            b'V' => !self.article.tokens[self.shape.elements[at].tokens.start].is(Class::BE),
            _ => false,
        })
    }

    /// Whether the cue stands before the main clause: `Arguing that it is late, Ann Lee left`, `While Roth argued that it
    /// was late, Ann Lee left`.
    pub(super) fn is_fronted(&self) -> bool {
        let before = &self.shape.letters[..self.cue];
        let nominal = matches!(self.shape.letter(self.cue), b'K' | b'k' | b'c');
        let phrase = nominal && !before.bytes().skip(1).any(|letter| matches!(letter, b'v' | b'C' | b'V'));
        // `And although`, `Last week, when`, `Hours after`
        let lead =
            if before.starts_with("T,") { 2 } else { usize::from(before.starts_with('&') || before.starts_with("Tb")) };
        let subordinate = before[lead..].starts_with(['a', 'b', 't']) && !self.coordinates(lead);
        phrase || subordinate && ![",N", ",G", ",P"].iter().any(|begins| before.contains(begins))
    }

    /// Whether the noun of speech is the subject of its sentence: `The claim that …`.
    pub(super) fn is_subject_noun(&self) -> bool {
        let possessed = usize::from(self.shape.letter(self.cue) == b'k');
        let before = &self.shape.letters[..self.cue - possessed];
        before.ends_with(['t', 'b', 'W']) || !before.contains(['v', 'C', 'V'])
    }

    /// The mentions among the elements.
    pub(super) fn mentions(&self, elements: Range<usize>) -> Option<Range<usize>> {
        let mut mentions = self.shape.elements[elements].iter().filter_map(|element| match element.what {
            What::Mention(mention) => Some(mention),
            _ => None,
        });
        let first = mentions.next()?;
        Some(first..mentions.next_back().unwrap_or(first) + 1)
    }

    /// Where the description starts that stands before a name: `The coach, Bertil Holm,`, but not `In the interview, Holm`.
    fn described(&self, named: Range<usize>) -> Option<usize> {
        let letters = self.shape.letters.as_bytes();
        let start = named.start.checked_sub(2).filter(|&at| letters[at] == b'G')?;
        let opens = start == 0 || matches!(letters[start - 1], b',' | b'&' | b'b' | b't' | b'T' | b'R' | b'-');
        opens.then_some(start)
    }

    /// The cue with the verbs before it: `has denied`, `did not say`, `never said`, `declined to say`, `was quoted as saying`.
    fn cue_tokens(&self, with_preposition: bool) -> Range<usize> {
        if let Some(noun) = self.noun_of_speech() {
            return noun.head..noun.head + 1;
        }
        if self.shape.letter(self.cue) == b'k' {
            let noun = self.shape.elements[self.cue].tokens.end;
            return noun - 1..noun;
        }
        let letters = &self.shape.letters.as_bytes()[..self.cue];
        let verb_group =
            letters.iter().rev().take_while(|letter| matches!(letter, b'V' | b'R' | b'x' | b'E' | b'a')).count();
        let mut start = self.cue - verb_group;
        let infinitive = letters[start..].contains(&b'x');
        if infinitive && start > 0 && matches!(letters[start - 1], b'C' | b'v' | b'N') {
            start -= 1 + letters[..start - 1]
                .iter()
                .rev()
                .take_while(|letter| matches!(letter, b'x' | b'i' | b'C' | b'v'))
                .count();
        }
        let first =
            (start..self.cue).find(|&at| matches!(letters[at], b'V' | b'E' | b'C' | b'v') || self.is_negation(at));
        self.shape.tokens(first.unwrap_or(self.cue)..self.cue + 1 + usize::from(with_preposition))
    }

    pub(super) fn is_negation(&self, element: usize) -> bool {
        self.shape.elements[element].tokens.clone().any(|at| self.article.tokens[at].is(Class::NEGATION))
    }

    fn is_negated(&self) -> bool {
        self.article.tokens[self.cue_tokens(false)].iter().any(|token| {
            token.is(Class::NEGATION)
                || token.word.cue().is_some_and(|form| self.article.lexicon.cue(form).class == CueClass::Denies)
        })
    }
}
