//! Mentions: names with their titles, noun phrases that may speak, pronouns.

mod capital;
mod elsewhere;
mod kind;
mod name;
mod office;
mod organisation;
mod people;
mod phrase;
mod share;
mod tail;
mod verb;

use std::ops::Range;

use crate::entity::Entities;
use crate::extraction::EntityKind;
use crate::lexicon::Class;
use crate::room;
use crate::segment::Sentence;
use crate::token::{Kind, Token};

pub(crate) use name::{Name, NameKind};

/// A phrase that may name a speaker.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mention {
    /// Its tokens, with determiner, title and prepositional phrases.
    pub(crate) tokens: Range<usize>,
    /// Its head word.
    pub(crate) head: usize,
    /// What it is.
    pub(crate) kind: MentionKind,
}

/// What sort of phrase a mention is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum MentionKind {
    /// `Prosecutor General Andriy Kostin`
    Name(Name),
    /// A noun that speaks: `his spokesman`, `a think tank`, `officials`
    Nominal,
    /// Any other noun phrase: `the talks`
    Other,
    /// `he`, `they`
    Pronoun,
    /// `him`, `them`
    ObjectPronoun,
}

impl Mention {
    /// The name, where it is one.
    pub(crate) fn name(&self) -> Option<&Name> {
        match &self.kind {
            MentionKind::Name(name) => Some(name),
            _ => None,
        }
    }

    /// Whether it is `she`, `them`.
    pub(crate) fn is_pronoun(&self) -> bool {
        matches!(self.kind, MentionKind::Pronoun | MentionKind::ObjectPronoun)
    }

    /// Whether its head belongs to the class.
    pub(crate) fn head_is(&self, tokens: &[Token], class: Class) -> bool {
        tokens[self.head].is(class)
    }
}

/// A name inside a longer mention: `Leeds` in `the mayor of Leeds`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct InnerName {
    pub(crate) name: Name,
    /// Index of the mention that it is a part of.
    pub(crate) mention: usize,
}

/// A name that the gazetteer knows, as tokens.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KnownName {
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: EntityKind,
}

/// The names that the gazetteer found, as tokens.
pub(crate) fn known_names(entities: &Entities<'_, '_>) -> Vec<KnownName> {
    let mut known = Vec::with_capacity(entities.mentions.len());
    let found = entities.mentions.iter().zip(&entities.facts).filter(|(_, facts)| !facts.tokens.is_empty());
    known.extend(found.map(|(mention, facts)| KnownName { tokens: facts.tokens.clone(), kind: mention.entity.kind }));
    known
}

/// The names inside mentions that are no names themselves.
pub(crate) fn inner_names(text: &str, tokens: &[Token], known: &[KnownName], mentions: &[Mention]) -> Vec<InnerName> {
    let elsewhere = elsewhere::Elsewhere::new(text, tokens);
    let mut inner = Vec::with_capacity(mentions.len() / 4);
    for (index, mention) in mentions.iter().enumerate() {
        if matches!(mention.kind, MentionKind::Nominal | MentionKind::Other) {
            let Range { start, end } = mention.tokens;
            let reader = phrase::Reader { text, tokens, known, elsewhere: &elsewhere, start, end };
            let mut free = start;
            for name in name::inside(tokens, known, start..end) {
                if name.tokens.start >= free {
                    let name = reader.extended(name);
                    free = name.tokens.end;
                    inner.push(InnerName { name, mention: index });
                }
            }
        }
    }
    inner
}

/// The mentions of all sentences, in text order and without overlap, those inside quotation marks too.
pub(crate) fn mentions(text: &str, tokens: &[Token], known: &[KnownName], sentences: &[Sentence]) -> Vec<Mention> {
    // In a text whose every sign is a token, few are words; a long text tells itself how many it has.
    let mut mentions = Vec::with_capacity((tokens.len() / 4).min(text.len() / 20).min(1024));
    let elsewhere = elsewhere::Elsewhere::new(text, tokens);
    for sentence in sentences {
        let Range { start, end } = sentence.tokens;
        let reader = phrase::Reader { text, tokens, known, elsewhere: &elsewhere, start, end };
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match mention_at(&reader, at) {
                Some(mention) => {
                    at = mention.tokens.end;
                    room::make(&mut mentions, at, tokens.len());
                    mentions.push(mention);
                }
                None => at += 1,
            }
        }
    }
    mentions
}

fn mention_at(reader: &phrase::Reader<'_>, at: usize) -> Option<Mention> {
    let token = &reader.tokens[at];
    if !matches!(token.kind, Kind::Word | Kind::Number) {
        return None;
    }
    if token.is(Class::SUBJECT) {
        return Some(Mention { tokens: at..at + 1, head: at, kind: MentionKind::Pronoun });
    }
    let counts = token.kind == Kind::Number || token.is(Class::NUMBER | Class::DEFINITE | Class::LONE);
    if let Some(share) = counts.then(|| reader.share(at)).flatten() {
        return Some(share);
    }
    // Two classes, which few words have, spare the look at what stands around: 0.7 % of the instructions of an extraction.
    if token.is(Class::LONE | Class::GROUP) {
        let lone = || Mention { tokens: at..at + 1, head: at, kind: MentionKind::Nominal };
        let some = reader.is_lone(at).then(lone).or_else(|| reader.some_told_apart(at));
        if some.is_some() {
            return some;
        }
    }
    let phrase = reader.phrase(at);
    if phrase.is_none() && token.is(Class::OBJECT) {
        return Some(Mention { tokens: at..at + 1, head: at, kind: MentionKind::ObjectPronoun });
    }
    phrase
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::span::Span;
    use crate::{segment, token};

    /// The mentions as `kind:text`, names as `title|name`.
    fn found(text: &str) -> Vec<String> {
        let lexicon = Lexicon::built_in().unwrap();
        let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
        let paragraph = token::tokenize(text, Span::new(0, text.len()), &lexicon, &mut tokens);
        segment::sentences(text, &tokens, 0, paragraph, &[], 0..0, &mut sentences);
        let words = |range: Range<usize>| {
            Span::new(tokens[range.start].span().start, tokens[range.end - 1].span().end).of(text)
        };
        mentions(text, &tokens, &[], &sentences)
            .into_iter()
            .map(|mention| match mention.kind {
                MentionKind::Name(name) => {
                    format!("{}|{}", name.title.map(words).unwrap_or_default(), words(name.core))
                }
                MentionKind::Nominal => format!("nominal:{}", words(mention.tokens)),
                MentionKind::Other => format!("other:{}", words(mention.tokens)),
                MentionKind::Pronoun | MentionKind::ObjectPronoun => words(mention.tokens).to_owned(),
            })
            .collect()
    }

    #[test]
    fn titles_part_from_names() {
        assert_eq!(
            found("Yesterday Latvian Finance Minister Ilze Berzina said"),
            ["Latvian Finance Minister|Ilze Berzina"]
        );
        assert_eq!(found("said project manager Livio Rossi."), ["project manager|Livio Rossi"]);
        assert_eq!(found("and Sen. Ann Lee said"), ["Sen.|Ann Lee"]);
        assert_eq!(found("when Mr. Lee said"), ["|Lee"]);
    }

    #[test]
    fn organisations_keep_their_inner_words() {
        assert_eq!(found("when the Institute for the Study of Rivers said"), ["|Institute for the Study of Rivers"]);
        assert_eq!(found("when the University of Riga said"), ["|University of Riga"]);
    }

    #[test]
    fn nouns_that_speak() {
        assert_eq!(found("when a Latvian think tank said"), ["nominal:a Latvian think tank"]);
        assert_eq!(found("when his spokesman said officials knew"), ["nominal:his spokesman", "nominal:officials"]);
        assert_eq!(found("when a spokeswoman for the ministry said"), ["nominal:a spokeswoman for the ministry"]);
        assert_eq!(found("when the report said"), ["nominal:the report"]);
    }

    #[test]
    fn pronouns() {
        assert_eq!(found("when he told them"), ["he", "them"]);
        assert_eq!(found("when she met her brother"), ["she", "nominal:her brother"]);
    }
}
