//! Which words of a sentence are cues, and of which letter: `said`, `saying`, `to say`, `quoted`.

use super::shape::{Reader, word_letter};
use crate::lexicon::{Class, Cue, CueClass, CueForm, Form, Takes};
use crate::token::{Kind, Token};

impl Reader<'_> {
    /// The cue at this place: its letter, its form, and how many tokens it has.
    pub(super) fn cue(&mut self, before: &str) -> Option<(u8, CueForm, usize)> {
        let token = self.token(self.at)?;
        let form = token.word.cue()?;
        let cue = self.article.lexicon.cue(form);
        let len = self.cue_len(cue)?;
        let letter = self.cue_letter(form, before)?;
        // `promised her in writing`
        if before.ends_with('i') && self.word(self.at) == "writing" && self.word(self.at - 1) == "in" {
            return None;
        }
        if cue.class == CueClass::Hears && (letter != b'C' || !self.follows_court()) {
            return None; // `was heard shouting`, `the hearing`, `Ann Lee heard`
        }
        self.plural |= letter == b'C' && form.form == Form::Base;
        Some((letter, form, len))
    }

    /// Whether the last mention is a court or the like, which hears what others say.
    fn follows_court(&self) -> bool {
        let Some(mention) = self.mention.checked_sub(1).map(|at| &self.article.mentions[at]) else { return false };
        self.article.lexicon.other_heads("hearing").have(self.word_of(&self.article.tokens[mention.head]))
    }

    /// One, or two where the cue has its particle; `None` where the particle is missing.
    fn cue_len(&self, cue: &Cue) -> Option<usize> {
        let Some(particle) = &cue.particle else { return Some(1) };
        // `pointed out`, `made it clear`, `made clear`
        if self.word(self.at + 1).eq_ignore_ascii_case(particle) {
            return Some(2);
        }
        (self.token(self.at + 1)?.is(Class::SUBJECT | Class::OBJECT | Class::THAT)
            && self.word(self.at + 2).eq_ignore_ascii_case(particle))
        .then_some(3)
    }

    fn cue_letter(&self, form: CueForm, before: &str) -> Option<u8> {
        let verbs = before.trim_end_matches('R');
        let last = verbs.bytes().next_back();
        let auxiliary = last == Some(b'V');
        let passive = auxiliary && self.last_auxiliary_is_be();
        Some(match form.form {
            Form::Past | Form::Participle if passive => b'E',
            // `when asked about it`
            Form::Past if last == Some(b'b') && !self.is_joined(before.len() - verbs.len()) => b'E',
            // `Lee’s proposed law`, but not `Lee’s proposed a law`
            Form::Past | Form::Participle if auxiliary && self.follows_owner() => return None,
            Form::Past => b'C',
            Form::Participle => {
                if auxiliary {
                    b'C'
                } else {
                    b'E'
                }
            }
            // `was quoted as saying`, `could be heard asking`
            Form::Present if passive || before.ends_with("Ea") || self.is_noticed(verbs) => b'C',
            // `a full listing was`
            Form::Present if before.ends_with('D') && self.is_finite(self.at + 1) => return None,
            // `Whooping cough spreads`
            Form::Present if before.is_empty() && self.is_attribute(form) => return None,
            // `familiar with the mayor’s thinking`
            Form::Present if self.follows_possessive(before) => return None,
            Form::Present => b'c',
            // `Claims are made`, `Police reports were lost`, `The police report was lost`; but `a man police say is armed`
            Form::Third if matches!(before, "" | "G") && self.precedes(Class::AUXILIARY) => return None,
            Form::Base if before == "G" && self.precedes(Class::BE) => return None,
            Form::Base if auxiliary => b'C',
            Form::Base if last == Some(b'x') => b'B',
            Form::Base if last == Some(b'&') && self.plural => b'C',
            Form::Base => {
                let subject = self.plural_subject(last) || self.ends_relative(before) || self.is_said_by_body(before);
                return (subject && !self.is_source(before)).then_some(b'C');
            }
            // `police reports`
            Form::Third if last == Some(b'G') && (self.is_plural(self.mention - 1) || self.is_source(before)) => {
                return None;
            }
            // `backs it but | says it is late`, but not `but claims of fraud`
            Form::Third if last == Some(b'b') => return self.goes_on_after_but().then_some(b'C'),
            // `executive orders`, `22 Lee emails`
            Form::Third if self.is_modifier(before) => return None,
            Form::Third => {
                return matches!(
                    last,
                    None | Some(b'N' | b'G' | b'D' | b'P' | b'W' | b',' | b')' | b'Q' | b'&' | b'T' | b'-')
                )
                .then_some(b'C');
            }
        })
    }

    fn precedes(&self, class: Class) -> bool {
        self.token(self.at + 1).is_some_and(|next| next.is(class))
    }

    /// Whether the conjunction before so many adverbs joins main clauses: `but now | said`.
    fn is_joined(&self, adverbs: usize) -> bool {
        self.at.checked_sub(adverbs + 1).is_some_and(|at| self.article.tokens[at].is(Class::COORDINATES))
    }

    /// Whether the word in *-ing* goes with the noun behind it, as its verb takes no object.
    fn is_attribute(&self, form: CueForm) -> bool {
        let takes = self.article.lexicon.cue(form).takes;
        let plain = |next: &Token| next.kind == Kind::Word && word_letter(next, self.word(self.at + 1)) == b'w';
        let bare = !takes.has(Takes::CLAUSE) && !takes.has(Takes::OBJECT) && !takes.has(Takes::FRAGMENT);
        bare && self.token(self.at + 1).is_some_and(plain)
    }

    /// Whether *’s* stands before and a mere noun behind, so that it tells an owner: `Lee’s | proposed law`.
    fn follows_owner(&self) -> bool {
        let clitic = self.at.checked_sub(1).is_some_and(|at| self.article.tokens[at].kind == Kind::Clitic);
        let noun = |next: &Token| next.kind == Kind::Word && word_letter(next, self.word(self.at + 1)) == b'w';
        // `Lee’s repeated assurance that it was late`
        let that = self.token(self.at + 2).is_some_and(|next| next.is(Class::THAT));
        clitic && !that && self.word(self.at).ends_with("ed") && self.token(self.at + 1).is_some_and(noun)
    }

    /// Whether the word before owns this one: `the mayor’s | thinking`.
    fn follows_possessive(&self, before: &str) -> bool {
        let Some(last) = self.at.checked_sub(1).map(|at| &self.article.tokens[at]) else { return false };
        last.kind == Kind::Clitic && before.ends_with('w') || last.is(Class::POSSESSIVE) && !last.is(Class::OBJECT)
    }

    /// Whether a passive verb leads to the cue: `could be heard | asking`, `was caught | saying`.
    fn is_noticed(&self, verbs: &str) -> bool {
        let participle = self.at.checked_sub(1).is_some_and(|at| self.word(at).ends_with("ed"));
        (verbs.ends_with("Vv") || verbs.ends_with("Vw") && participle) && self.last_auxiliary_is_be()
    }

    /// Whether the nearest auxiliary before this place is a form of *be*.
    fn last_auxiliary_is_be(&self) -> bool {
        let before = self.article.tokens[..self.at]
            .iter()
            .rev()
            .take(6)
            .find(|token| token.is(Class::AUXILIARY) || token.kind == Kind::Clitic);
        before.is_some_and(|token| token.is(Class::BE))
    }

    /// Whether the mention before goes with a noun behind it and has no verb: a governed noun without a determiner, or a
    /// name behind a number.
    fn is_modifier(&self, before: &str) -> bool {
        let Some(mention) = self.mention.checked_sub(1).map(|at| &self.article.mentions[at]) else { return false };
        let bare = mention.tokens.len() == 1 && !self.article.tokens[mention.head].capital();
        (before.ends_with("oG") || before.ends_with("iG")) && bare || before.ends_with("9N")
    }

    /// Whether the noun stands for several people.
    fn is_plural(&self, mention: usize) -> bool {
        self.article.mentions[mention].head_is(self.article.tokens, Class::PLURAL)
    }

    /// Whether what stands between a plural subject and its verb ends here: `Clerks who knew the file | say the reasons`,
    /// `Friends of the bill, however, | say it works`, `Villagers displaced by the war | say the road is shut`, `Republicans, who
    /// lost, | say the law is bad`.
    fn ends_relative(&self, before: &str) -> bool {
        let object =
            self.token(self.at + 1).is_some_and(|next| next.is(Class::DETERMINER | Class::SUBJECT | Class::THAT));
        let first = self.mention - before.bytes().filter(|letter| b"NGDKPp".contains(letter)).count().min(self.mention);
        let driven = before.starts_with("Gvi") && !before[2..].contains([',', 'V', 'v']);
        let aside = before.strip_prefix("G,").and_then(|aside| aside.strip_suffix(','));
        let described = aside.is_some_and(|aside| aside.starts_with(['W', 'v']) && !aside.contains(','));
        let relative = before.starts_with("GW") && !before.contains(',');
        let apart = relative || driven || described || !before.contains(['V', 'v']);
        object && apart && before.starts_with('G') && !before.contains('C') && self.is_plural(first)
    }

    /// `according to a police | report`
    fn is_source(&self, before: &str) -> bool {
        before.ends_with("AG")
    }

    /// Whether what begins behind the verb is an object or a clause, so that it is no noun.
    fn has_complement(&self) -> bool {
        let begins = Class::DETERMINER | Class::POSSESSIVE | Class::SUBJECT | Class::OBJECT | Class::THAT;
        self.token(self.at + 1).is_some_and(|next| next.is(begins) || matches!(next.kind, Kind::Mark(_)))
    }

    /// Whether a name or a body with a plural verb is the subject, as in Britain: `Labour | say the bill is dead`, but not
    /// `let Lee say the`.
    fn is_said_by_body(&self, before: &str) -> bool {
        let Some(mention) = self.mention.checked_sub(1).and_then(|at| self.article.mentions.get(at)) else {
            return false;
        };
        let body = mention.name().is_some_and(|name| name.honorific.is_none())
            || mention.head_is(self.article.tokens, Class::COLLECTIVE);
        let Some(lead) = before.strip_suffix(['N', 'G']) else { return false };
        body && (lead.is_empty() || lead.ends_with([',', '&', 'b', 't', ':', ';', '-', 'C'])) && self.has_complement()
    }

    /// Whether the verb is a second one behind *but*.
    fn goes_on_after_but(&self) -> bool {
        self.is_joined(0) && self.has_complement()
    }

    fn plural_subject(&self, last: Option<u8>) -> bool {
        if matches!(last, Some(b'W')) {
            return true;
        }
        let Some(mention) = self.mention.checked_sub(1).and_then(|at| self.article.mentions.get(at)) else {
            return false;
        };
        let adjacent = matches!(last, Some(b'N' | b'G' | b'D' | b'P' | b')' | b','));
        let head = &self.article.tokens[mention.head];
        adjacent
            && (head.is(Class::PLURAL | Class::GROUP | Class::NUMBER)
                || head.kind == Kind::Number
                || self.word_of(head).ends_with('s')
                || head.is(Class::SUBJECT) && !head.is(Class::MASCULINE | Class::FEMININE))
    }
}
