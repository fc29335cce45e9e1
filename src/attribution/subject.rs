//! Whom a cue without a speaker of its own goes with.

use std::ops::Range;

use super::shape::What;
use super::site::Site;
use super::{Attributed, Piece, clause};
use crate::lexicon::Class;
use crate::token::Kind;

impl Site<'_> {
    /// Whom a cue without a subject of its own goes with: the word right before a participle (`with Ann Lee saying`), the
    /// nearest subject since the attribution before in the sentence, else the speaker of that attribution.
    pub(super) fn understood(&self, earlier: Option<&Attributed>) -> Option<Range<usize>> {
        let before = self.shape.letters[..self.cue].trim_end_matches('R').len();
        let participle = self.shape.letter(self.cue) == b'c';
        // `wore a hat | reading`
        let reads =
            |at: usize| self.is_word(self.cue, "reading") && matches!(self.shape.letter(at), b'G' | b'D' | b'N');
        let own = |at: usize| self.may_be_subject(at) && self.is_own_subject(at);
        if let Some(at) = before.checked_sub(1).filter(|&at| participle && (own(at) || reads(at))) {
            return self.mentions(at..at + 1);
        }
        if let Some(subject) = self.subject_of_place(before).filter(|_| participle) {
            return self.mentions(subject..subject + 1);
        }
        if let Some(quoted) = self.quoted_before(before).filter(|_| participle) {
            return self.mentions(quoted..quoted + 1);
        }
        let Some(earlier) = earlier else {
            let follows = || {
                let rest = self.cue + 1..self.shape.elements.len();
                let behind = || clause::subject_behind(self.article, self.shape, rest.clone());
                let main = clause::main_clause(self.shape, &rest).map(|comma| comma + 1).or_else(behind);
                let subject = main.filter(|_| participle && self.is_fronted())?;
                self.mentions(subject..subject + 1)
            };
            return self.nearest_subject(0).or_else(follows);
        };
        let said = earlier
            .content
            .iter()
            .chain(earlier.cue.clone().map(Piece::Clause).iter())
            .map(|piece| self.article.tokens_of(piece).end)
            .max()?;
        let since = |token: usize| self.shape.elements.partition_point(|element| element.tokens.start < token);
        // `adding that hundreds signed a petition calling for …`: inside the words of the attribution before
        let cue = self.shape.elements[self.cue].tokens.start;
        let inside = earlier.content.iter().map(|piece| self.article.tokens_of(piece)).find(|own| own.contains(&cue));
        let text = before.checked_sub(1).is_some_and(|at| self.is_document(at));
        let within = inside.filter(|_| participle && text).and_then(|own| self.nearest_subject(since(own.start)));
        within.or_else(|| self.main_subject(since(said))).or_else(|| earlier.who.clone())
    }

    /// The subject right before the verb, where the mention only belongs to a clause or phrase before it: `Ray met Lee
    /// during a talk on Monday | Berg said`, `The deal is off, while | Berg, the mayor, said`.
    pub(super) fn nearest_to(&self, who: Range<usize>) -> Range<usize> {
        let letters = self.shape.letters.as_bytes();
        let verbs = letters[..self.cue].iter().rev().take_while(|letter| matches!(letter, b'V' | b'R' | b'T')).count();
        let Some(last) = (self.cue - verbs).checked_sub(1) else { return who };
        let subject = |at: usize| at >= who.end && matches!(letters[at], b'N' | b'G' | b'P');
        // `on Monday | Berg said`
        let free = |at: usize| {
            matches!(letters[at - 1], b'T' | b'D' | b'K')
                && letters[who.end..at].iter().any(|letter| matches!(letter, b'i' | b'o' | b'T'))
        };
        if subject(last) && free(last) {
            return last..last + 1;
        }
        // `while | Berg, the mayor, said`
        let begins =
            |at: &usize| subject(*at) && letters[at - 1] == b'b' && letters[at + 1] == b',' && letters[at - 2] == b',';
        let apposed = (who.end + 2..last).rev().find(begins).filter(|_| letters[last] == b',');
        apposed.map_or(who, |at| at..at + 1)
    }

    /// The word right before a relative pronoun, where the one taken for it cannot be meant: of `posted her reply under a notice
    /// that said` the notice, of `a lecture from the minister, who said` the minister.
    pub(super) fn relative_to(&self, who: Range<usize>) -> Range<usize> {
        let letters = self.shape.letters.as_bytes();
        let verbs = letters[..self.cue].iter().rev().take_while(|letter| matches!(letter, b'V' | b'R')).count();
        let Some(pronoun) = (self.cue - verbs).checked_sub(1).filter(|&at| letters[at] == b'W') else { return who };
        let comma = usize::from(pronoun > 0 && letters[pronoun - 1] == b',');
        let Some(near) = pronoun.checked_sub(1 + comma).filter(|&at| at >= who.end) else { return who };
        let person = letters[near] == b'N' || letters[near] == b'G' && !self.is_document(near);
        let thing = matches!(letters[who.start], b'D' | b'K');
        let meant = if self.is_word(pronoun, "who") { person && thing } else { thing && self.is_document(near) };
        if meant { near..near + 1 } else { who }
    }

    /// Who is somewhere, where the participle only goes on: `the hotel where | protesters had gathered, chanting “…”`.
    fn subject_of_place(&self, before: usize) -> Option<usize> {
        let clause = self.shape.letters[..before].strip_suffix(',')?;
        let place = clause.rfind('b').filter(|&at| self.is_word(at, "where") && !clause[at..].contains(','))?;
        clause[place + 1..].starts_with(['N', 'G']).then_some(place + 1)
    }

    /// Whether the mention right before a participle is its subject, and no object: not `issued a statement saying`.
    fn is_own_subject(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        match self.shape.letter(before) {
            b'C' | b'c' | b'v' | b'o' | b'x' | b'g' => false,
            b'i' => self.article.tokens[self.shape.elements[before].tokens.start]
                .span()
                .of(self.article.text)
                .eq_ignore_ascii_case("with"),
            _ => true,
        }
    }

    /// `a petition`
    fn is_document(&self, at: usize) -> bool {
        let What::Mention(mention) = self.shape.elements[at].what else { return false };
        self.article.mentions[mention].head_is(self.article.tokens, Class::DOCUMENT)
    }

    /// Who is quoted where the words before the element end in *as*: `quoted Ann Lee as | saying`.
    fn quoted_before(&self, element: usize) -> Option<usize> {
        let quoted = element.checked_sub(2).filter(|_| self.shape.letter(element - 1) == b'a')?;
        let verb = &self.shape.elements[quoted.checked_sub(1)?].tokens;
        let word = self.article.tokens[verb.end - 1].span().of(self.article.text);
        let somebody = matches!(self.shape.letter(quoted), b'N' | b'G' | b'p');
        (somebody && word.starts_with("quot")).then_some(quoted)
    }

    fn may_be_subject(&self, at: usize) -> bool {
        matches!(self.shape.letter(at), b'N' | b'G' | b'P')
    }

    /// The nearest mention before the cue that has a verb, else the first that no preposition governs.
    fn nearest_subject(&self, since: usize) -> Option<Range<usize>> {
        let embedded = || (since..self.cue).rev().filter(|&at| self.is_subject(at)).find(|&at| self.has_verb(at));
        let first = || (since..self.cue).find(|&at| self.is_subject(at));
        self.main_subject(since).or_else(|| {
            let found = embedded().or_else(first)?;
            self.mentions(self.with_others(found))
        })
    }

    /// The nearest mention that has a verb and is in no dependent clause: not `she` of `Lee said that she left, adding`;
    /// one that begins a clause before one that only follows a noun: not `he` of `Lee met the man he knew, adding`.
    pub(super) fn main_subject(&self, since: usize) -> Option<Range<usize>> {
        let letters = self.shape.letters.as_bytes();
        let before = |at: usize| self.shape.letters[..at].trim_end_matches(['R', 'T']).len();
        let dependent = |at: usize| {
            let before = before(at);
            before > 0
                && matches!(letters[before - 1], b't' | b'W' | b'h' | b'b' | b'a')
                && !self.coordinates(before - 1)
        };
        let begins = |at: usize| {
            // `and the club | Harbour Watch denounced`
            let described = at > since && letters[at] == b'N' && letters[at - 1] == b'G';
            let before = before(at - usize::from(described));
            before == 0
                || matches!(letters[before - 1], b',' | b'&' | b'-' | b':' | b';' | b')' | b'Q')
                || self.coordinates(before - 1)
        };
        let subjects =
            || (since..self.cue).rev().filter(|&at| self.is_subject(at) && self.has_verb(at) && !dependent(at));
        let found = subjects().find(|&at| begins(at)).or_else(|| subjects().next())?;
        self.mentions(self.with_others(found))
    }

    /// The name with those that *and* joins to it before the verb: `Ann Lee and Bob Ray | smiled and said`.
    fn with_others(&self, at: usize) -> Range<usize> {
        let letters = self.shape.letters.as_bytes();
        if letters[at] != b'N' {
            return at..at + 1;
        }
        let (mut start, mut end) = (at, at + 1);
        if let [.., b'N', b'&'] = letters[..start] {
            start -= 2;
            while let [.., b'N', b','] = letters[..start] {
                start -= 2;
            }
        }
        if let [b'&', b'N', ..] = letters[end..] {
            end += 2;
        }
        // `told Ray and | Lee left`: the first is somebody else's object
        let governed = start.checked_sub(1).is_some_and(|before| b"ioxACcv".contains(&letters[before]));
        if governed { at..at + 1 } else { start..end }
    }

    /// Whether the conjunction joins main clauses: `but`.
    pub(super) fn coordinates(&self, element: usize) -> bool {
        self.article.tokens[self.shape.elements[element].tokens.start].is(Class::COORDINATES)
    }

    fn is_subject(&self, at: usize) -> bool {
        let letters = &self.shape.letters[..at];
        // `When she returned | she began`
        let main = self.shape.letter(at) == b'P' && letters.ends_with('v') && letters.starts_with('b');
        // `Leaving | one of the halls, she said`
        let governed = letters.ends_with(['i', 'o', 'x', 'A', 'C', 'v']) && !main;
        let governed = governed || letters == "g" && self.shape.letter(at) == b'G';
        // `Hundreds of residents marched`
        let counted = letters.strip_suffix('o').and_then(|part| {
            let quantity = |at: usize| self.article.tokens[self.shape.elements[at].tokens.start].is(Class::QUANTITY);
            part.len()
                .checked_sub(1)
                .map(|part| self.shape.letter(part) == b'9' || self.shape.letter(part) == b'w' && quantity(part))
        });
        // `Lee’s | comments`
        let owns = self.shape.elements.get(at + 1).is_some_and(|next| {
            self.shape.letter(at + 1) == b'w' && self.article.tokens[next.tokens.start].kind == Kind::Clitic
        });
        self.may_be_subject(at) && !owns && (!governed || counted.unwrap_or(false))
    }

    /// Whether a verb follows, at once or behind what belongs to the subject: `One clerk in the tower | tried`, `Berg, the mayor, |
    /// also left`.
    fn has_verb(&self, at: usize) -> bool {
        let rest = &self.shape.letters[at + 1..];
        let tail = rest.len() >= 3
            && rest.starts_with(['i', 'o'])
            && match rest.as_bytes()[1] {
                b'N' | b'G' | b'D' => true,
                // `the minister from abroad | spoke`
                word => word == b'w' && self.shape.letter(at) == b'G',
            };
        let apposition = rest.strip_prefix(',').and_then(|rest| rest.split_once(','));
        let apposition = apposition.filter(|(inside, _)| inside.starts_with(['G', 'D', 'w', '9', 'v', 'R', 'W']));
        let rest = match apposition {
            Some((inside, rest)) if inside.len() <= LONGEST_ASIDE => rest,
            _ if tail => &rest[2..],
            _ => rest,
        };
        rest.starts_with(['V', 'v', 'C', 'R', 'E']) || self.is_verb_with_object(at + 1) || self.holds_verb(at + 1)
    }

    /// Whether the verb was read as a part of its object: `Lee’s adviser | rallied supporters`.
    fn holds_verb(&self, at: usize) -> bool {
        let Some(element) = self.shape.elements.get(at).filter(|element| element.tokens.len() > 1) else {
            return false;
        };
        let first = &self.article.tokens[element.tokens.start];
        let does = first.word.unknown() && !first.capital() && first.span().of(self.article.text).ends_with("ed");
        matches!(self.shape.letter(at), b'G' | b'D' | b'K') && does
    }

    /// Whether an unlisted word is a verb of the third person by its ending and its object: `wears | a suit`.
    fn is_verb_with_object(&self, at: usize) -> bool {
        let letters = self.shape.letters.as_bytes();
        let objective = matches!(letters.get(at..at + 2), Some([b'w', b'D' | b'G' | b'p']));
        let word = || self.article.tokens[self.shape.elements[at].tokens.start].span().of(self.article.text);
        objective && letters[at - 1] == b'N' && word().len() > 3 && word().ends_with('s')
    }
}

/// How many elements may stand between a subject and its verb.
const LONGEST_ASIDE: usize = 16;
