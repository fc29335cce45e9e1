//! Verbs that introduce speech, and what they take.

/// A verb that introduces speech.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cue {
    /// What it may take.
    pub(crate) takes: Takes,
    /// The word that must follow it: `out` of `point out`.
    pub(crate) particle: Option<Box<str>>,
    pub(crate) class: CueClass,
}

/// What the verb does with its words, where that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CueClass {
    /// `ask`
    Asks,
    /// `reply`
    Answers,
    /// `deny`, `decline`
    Denies,
    /// `hear`: the subject is told by others, if it is a court or the like.
    Hears,
    /// `tell`, `inform`: somebody is told.
    Tells,
    Says,
}

impl CueClass {
    pub(super) fn named(word: &str) -> CueClass {
        match word {
            "ask" => CueClass::Asks,
            "answer" => CueClass::Answers,
            "deny" => CueClass::Denies,
            "hear" => CueClass::Hears,
            "tell" => CueClass::Tells,
            _ => CueClass::Says,
        }
    }
}

/// The complements of a cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Takes(pub(super) u32);

impl Takes {
    /// A quotation: `“…,” she said`.
    pub(crate) const QUOTE: Takes = Takes(1);
    /// A clause with `that` or `whether`.
    pub(crate) const THAT: Takes = Takes(2);
    /// A clause without `that`.
    pub(crate) const CLAUSE: Takes = Takes(4);
    /// An infinitive as what is said, of one of the three kinds below.
    pub(crate) const INFINITIVE: Takes = Takes(8);
    /// The infinitive right after the cue: `promised to resign`.
    pub(crate) const OWN_INFINITIVE: Takes = Takes(1024);
    /// Whoever is to act, and the infinitive: `urged them to stop`.
    pub(crate) const OBJECT_INFINITIVE: Takes = Takes(2048);
    /// The same behind a preposition: `called on them to stop`.
    pub(crate) const FOR_INFINITIVE: Takes = Takes(4096);
    /// A predicate with *as*: `described him as lazy`.
    pub(crate) const AS: Takes = Takes(8192);
    /// A person spoken to: `told reporters`.
    pub(crate) const ADDRESSEE: Takes = Takes(16);
    /// Quoted words inside its object: `called it a “disgrace”`.
    pub(crate) const FRAGMENT: Takes = Takes(32);
    /// A following preposition and gerund: `accused X of lying`.
    pub(crate) const ACCUSATION: Takes = Takes(64);
    /// A gerund as what is said: `denied taking`.
    pub(crate) const GERUND: Takes = Takes(128);
    /// A question as what is said: `did not say how`, `explained why`.
    pub(crate) const QUESTION: Takes = Takes(256);
    /// What is named, before the name: `called it`, so that `a group called “…”` is no quote.
    pub(crate) const OBJECT: Takes = Takes(512);
    /// A person, *for* and a gerund: `criticised them for lying`.
    pub(crate) const REPROACH: Takes = Takes(16384);
    /// Never a noun alone: `said`, not `announced the news`.
    pub(crate) const NO_NOUN: Takes = Takes(32768);
    /// A preposition and a gerund: `admitted to taking`.
    pub(crate) const TO_GERUND: Takes = Takes(65536);
    /// A clause before it: `…, a study found`, as after all that take a clause.
    pub(crate) const CLAUSE_BEFORE: Takes = Takes(131_072);
    /// No complement.
    pub(crate) const NONE: Takes = Takes(0);

    /// Both complements.
    pub(crate) const fn and(self, other: Takes) -> Takes {
        Takes(self.0 | other.0)
    }

    /// Whether the verb takes all of these.
    pub(crate) fn has(self, other: Takes) -> bool {
        self.0 & other.0 == other.0
    }

    pub(super) fn named(word: &str) -> Option<Takes> {
        Some(match word {
            "quote" => Takes::QUOTE,
            "that" => Takes::THAT,
            "clause" => Takes::CLAUSE.and(Takes::CLAUSE_BEFORE),
            "clause_before" => Takes::CLAUSE_BEFORE,
            "infinitive" => Takes::INFINITIVE.and(Takes::OWN_INFINITIVE),
            "object_infinitive" => Takes::INFINITIVE.and(Takes::OBJECT_INFINITIVE),
            "for_infinitive" => Takes::INFINITIVE.and(Takes::FOR_INFINITIVE),
            "reproach" => Takes::REPROACH,
            "as" => Takes::AS,
            "addressee" => Takes::ADDRESSEE,
            "fragment" => Takes::FRAGMENT,
            "accusation" => Takes::ACCUSATION,
            "gerund" => Takes::GERUND,
            "to_gerund" => Takes::TO_GERUND,
            "question" => Takes::QUESTION,
            "object" => Takes::OBJECT,
            "no_noun" => Takes::NO_NOUN,
            _ => return None,
        })
    }
}
