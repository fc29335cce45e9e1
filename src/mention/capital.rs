//! Whether a capital tells that a word is a name, also where it opens its sentence.

use super::phrase::{FUNCTION, NOUNS, PERSONAL, Reader, SPEAKING};
use crate::lexicon::{Class, Form};
use crate::token::{Case, Kind, Token};

impl Reader<'_> {
    /// A function word with a capital in the middle of a sentence may be a name: `Theresa May`, `Will Smith`; or the first
    /// word of an office: `First Minister`.
    pub(super) fn capital_inside(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let office = |next: &Token| next.capital() && next.is(Class::ROLE) && next.spaced;
        if token.capital() && token.is(Class::ROLE_MODIFIER) && self.token(at + 1).is_some_and(office) {
            return true;
        }
        // `“It is late,” | Will wrote`
        let says = |next: &Token| next.word.cue().is_some_and(|cue| matches!(cue.form, Form::Past | Form::Third));
        let quoted = at > self.start && matches!(self.tokens[at - 1].kind, Kind::Mark(_));
        if token.case == Case::Capital && quoted && self.token(at + 1).is_some_and(says) {
            return !self.opens_sentence(at) && token.is(Class::AUXILIARY | Class::PREPOSITION);
        }
        token.case == Case::Capital
            && !self.opens_sentence(at)
            && !(self.tokens[at - 1].is(Class::SUBJECT)
                || self.tokens[at - 1].is(PERSONAL) && self.tokens[at - 1].capital())
            && token.is(Class::AUXILIARY | Class::ADVERB)
            && self.token(at + 1).is_some_and(|next| next.capital() && next.kind == Kind::Word && next.spaced)
    }

    pub(super) fn is_name_like(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let given = || self.token(at + 1).is_some_and(|next| next.capital() && next.kind == Kind::Word && next.spaced);
        // `Jun wrote`, but not `in June said`
        let governed = || at > self.start && self.tokens[at - 1].is(FUNCTION);
        let writes = || self.token(at + 1).and_then(|next| next.word.cue()).is_some_and(|cue| cue.form == Form::Past);
        if token.kind != Kind::Word || (token.is(Class::MONTH) && !given() && (governed() || !writes())) {
            return false;
        }
        // `Ann Lee Says`
        let verb = token.word.cue().is_some_and(|cue| cue.form == Form::Third) && !token.is(NOUNS.union(PERSONAL));
        if verb && at > self.start && self.tokens[at - 1].capital() {
            return false;
        }
        if !self.opens_sentence(at) {
            return true;
        }
        let verb = token.is(Class::VERB) || token.word.cue().is_some();
        let ordinary = token.is(Class::COMMON) || verb;
        // `Parish clerk Ann Lee`
        let gerund = token.span().of(self.text).ends_with("ing");
        if ordinary && !verb && !gerund && token.case == Case::Capital && self.leads_to_speaking_noun(at) {
            return true;
        }
        let word = token.span().of(self.text);
        let adverb = word.ends_with("ly") && !token.is(PERSONAL);
        if adverb || token.is(Class::QUESTION) || self.is_opening_participle(at) {
            return false;
        }
        let named = token.is(Class::DEMONYM | Class::HONORIFIC | SPEAKING | Class::ROLE_MODIFIER);
        named || token.case == Case::Upper || !ordinary || self.starts_with_name(at)
    }

    /// `Cross-examined by her lawyer, he said`, `Quizzed on the plan, she said`, `Reprising one of his songs, she said`
    fn is_opening_participle(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let (word, Some(next)) = (token.span().of(self.text), self.token(at + 1)) else { return false };
        if token.is(PERSONAL) {
            return false;
        }
        // `Reprising one of his songs`, `Reprising the song`, but not `Beijing this week said`
        let behind = |class| self.token(at + 2).is_some_and(|token| token.is(class));
        let object = || match next.is(Class::LONE) {
            true => behind(Class::OF),
            false => next.is(Class::DETERMINER | Class::POSSESSIVE) && !behind(Class::TIME | Class::MONTH),
        };
        word.ends_with("ed") && next.is(Class::PREPOSITION | Class::CONJUNCTION)
            || word.ends_with("ing") && token.case == Case::Capital && !next.capital() && object()
    }

    /// Whether an ordinary word at the start of a sentence is a name all the same: another capital follows, or a verb to
    /// which somebody's name is the subject (`Brown said`, but not `Born in Riga`).
    fn starts_with_name(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let Some(next) = self.token(at + 1) else { return false };
        // `Red Bull` has none.
        let word = token.span().of(self.text);
        let participle = word.len() > "King".len() && ["ing", "ed"].iter().any(|end| word.ends_with(end));
        let capital_follows = next.capital() && next.kind == Kind::Word && next.spaced && !next.is(FUNCTION);
        // `Mark van der Berg`
        if token.is(PERSONAL) && next.is(Class::PARTICLE) && !next.capital() && self.joins_names(at + 1) {
            return true;
        }
        let possessive = next.kind == Kind::Clitic || self.is_plural_possessive(at + 1);
        let verb_follows = next.word.cue().is_some()
            || next.is(Class::AUXILIARY | Class::VERB)
            || possessive
            || self.is_told_of(at + 1);
        if capital_follows && !token.is(PERSONAL) && self.is_given_name(at + 1) {
            return false; // `Imagine Ann Lee`
        }
        if token.word.cue().is_some() && !verb_follows && self.token(at + 2).is_none_or(|next| !next.capital()) {
            return false; // `Said Lee: …`
        }
        // `Brown: “We are ready.”`
        let quoted = next.sign(b':') && self.token(at + 2).is_some_and(|mark| matches!(mark.kind, Kind::Mark(_)));
        let named = || token.is(PERSONAL) || self.elsewhere.has(word);
        (capital_follows && !participle) || (verb_follows || quoted) && named()
    }

    /// Whether the token is a given name, no word, and a surname follows.
    fn is_given_name(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let surname = self.token(at + 1).is_some_and(|next| next.capital() && next.kind == Kind::Word && next.spaced);
        token.is(Class::FEMALE | Class::MALE) && !token.is(Class::COMMON | SPEAKING) && surname
    }
}
