//! The attribution rules: one table, in order of priority.
//!
//! A shape is a regular expression over the letters of [`super::shape`], white space ignored, with `<…>` for the cue's
//! own letters and `{…}` for the parts that many rules share. What stands left of the cue must end at it, what stands
//! right of it must begin there.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::needed::Letters;
use super::side::{Captured, Scratch, Side, Sides};
use crate::lexicon::Takes;

/// Declares the rules: name, shape, what the cue must take, confidence, example.
macro_rules! rules {
    (with_cue { $($(#[$doc:meta])* $rule:ident: $shape:literal, $takes:expr, $confidence:literal, $example:literal;)* }
     without_cue { $($(#[$other_doc:meta])* $other:ident, $other_confidence:literal;)* }) => {
        /// Which pattern attributed a quote.
        ///
        /// ```
        /// use pullquote::Rule;
        /// let extraction = pullquote::extract("“We are ready,” said Ann Lee.");
        /// assert_eq!(extraction.quotes[0].attribution.rule, Rule::QuoteCueName);
        /// assert!(Rule::QuoteCueName.confidence() > Rule::FreeStanding.confidence());
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$doc])* #[doc = concat!("\n\n", $example)] $rule,)*
            $($(#[$other_doc])* $other,)*
        }

        impl Rule {
            /// How often the rule is right, from 0 to 1: the share of its quotes with the right words and the right
            /// mention of the speaker, measured by `tools/confidence/measure.py`, which also writes the figures. A rule
            /// that was never seen there has the figure of the rule most like it.
            ///
            /// ```
            /// use pullquote::Rule;
            /// assert!(Rule::QuoteCueName.confidence() > Rule::OnlyName.confidence());
            /// ```
            pub fn confidence(self) -> f64 {
                match self { $(Rule::$rule => $confidence,)* $(Rule::$other => $other_confidence,)* }
            }
        }

        pub(super) const ROWS: &[Row] = &[
            $(Row { rule: Rule::$rule, shape: $shape, takes: $takes, #[cfg(test)] example: $example },)*
        ];
    };
}

const ANY: Takes = Takes::NONE;

rules! {
    with_cue {
    /// A passage, its speaker, the cue; the passage may go on afterwards.
    QuoteNameCue: "{quote}[,-]? (?:Vh|[NDGTpw]{0,3}?) {subject},?{verb} <CB> {to}(?:(?:{slots}|[^QCt]{1,24}?)[,:-]&?(?<more>Q(?:[,&]?Q)*)|$|[^t].*$)", Takes::QUOTE, 0.97, "“We are ready,” Ann Lee said.";
    /// A passage, the cue, its speaker; the passage may go on afterwards.
    QuoteCueName: "{quote}[,-]? [VR]* <C> {whom}(?:(?:{aside}*{slots}|[^CvV&Qt][^QCt]{0,24}?)[,:-]&?(?<more>Q(?:[,&]?Q)*)|$|[^CvV&].*$|v[iR].*$|&[^vC].*$)", Takes::QUOTE, 0.97, "“We are ready,” said Ann Lee.";
    /// A speaker, the cue, *that* and a clause.
    NameCueThat: "{speaker}{verb} <CB> {to}{gap},?R?(?<that>t)(?<clause>.+)$", Takes::THAT, 0.86, "Ann Lee told reporters that they were ready.";
    /// A clause, its speaker, the cue, and a passage that goes on with the clause.
    ClauseNameCueQuote: "^(?<before>[^?!;:]+?),{subject}{verb} <C> {to}{slots}[,:](?<resumed>[xb&]?[^Q.;:Cc]{0,8}Q.*)$", Takes::QUOTE, 0.80, "They had waited for years, Ann Lee said, and “we are ready.”";
    /// A speaker, the cue, a passage.
    NameCueQuote: "{speaker}{verb} <CB> {to}(?:{slots}|,?(?:[iTab&]|o[^QCcxv:;.])[^QCcxv:;.]{0,17}|w(?:[ix][NGDp])?[,:]|{slots},[bW][^QCc,:;.]{1,12},)[,:-]?(?<after>Q.*)$", Takes::QUOTE, 0.86, "Ann Lee said: “We are ready.”";
    /// A passage, the cue, the role of a speaker and the name.
    QuoteCueRoleName: "{quote}[,-]? [VR]* <C> [wo9]{1,3}(?<who>N)(?:{aside}*{slots}[,:-]&?(?<more>Q(?:[,&]?Q)*)|[,.].*|$)", Takes::QUOTE, 0.84, "“We are ready,” said master of ceremonies Ann Lee.";
    /// The cue, its speaker, a passage.
    CueNameQuote: "(?:^|[,;:b&T])R? <C> {whom}{aside}*{slots}[,:](?<after>Q.*)$", Takes::QUOTE, 0.91, "Added Ann Lee: “We are ready.”";
    /// A clause, its speaker, the cue at the end or as an insertion.
    ClauseNameCue: "^(?<before>[^?!;]+?),(?:[&ba]?[GDTw]{0,2}?{subject}){verb} <C> {to}{slots}(?:[ab][^,Q]{1,16})?(?:[.]?$|,(?<rest>.*)$|;.*$)", Takes::CLAUSE_BEFORE, 0.78, "They were ready, Ann Lee said on Monday.";
    /// A clause, the cue, its speaker.
    ClauseCueName: "^(?<before>[^?!;]{2,}|[NGD]),R* <C> {whom}(?:(?:,[^,.:;?!QC]{1,16})?,(?<rest>V.*)$|{aside}*{slots}(?:[.]?$|,.*$))", Takes::CLAUSE, 0.80, "They were ready, said Ann Lee.";
    /// A speaker, the cue with its addressee, a clause without *that*.
    NameCueAddresseeClause: "{speaker}{verb} <CB> (?<to>[NGDp](?:o9|&[NGD])?){slots}(?<clause>(?:[NGPDK].*[VvCwEQ]|[w9]{1,2}[VvC]).*)$", Takes::ADDRESSEE.and(Takes::CLAUSE), 0.71, "Ann Lee told reporters they were ready.";
    /// A speaker, the cue, a clause without *that*.
    NameCueClause: "{speaker}{verb} <CB> {slots}(?:b[NGDKw9](?:[oi][NGDT])?)??(?<clause>{clause}.*)$", Takes::CLAUSE, 0.88, "Ann Lee said they were ready.";
    /// A speaker, the cue, any words with a passage among them.
    NameCueMixed: "{speaker}{verb} <CB> {slots}(?<clause>(?:[wNGDKTg9][^.;:QtCcbWP]*[^.;:QotCcbWP]|P(?:[^,.;:QtCcbWP][^.;:QtCcbWP]*)?[^,.;:QotCcbWP])Q.*)$", Takes::CLAUSE, 0.62, "Ann Lee said places such as this “need help”.";
    /// A speaker and the cue after *as*, a clause.
    AsNameCueClause: "(?:^|[,&b;])a[NGDw]{0,2}?{subject}{verb} <C> {slots},(?<clause>{clause}.*)$", Takes::CLAUSE, 0.75, "As Ann Lee explained, they were ready.";
    /// A relative clause whose verb somebody says, with its pronoun or without: `which the judge said was “careless”`, `a move the
    /// judge said was “careless”`.
    RelativeNameCueVerb: "(?:W|.h|[NGDw]t|[NGDw]){subject}{verb} <CB> {slots}(?<clause>[Vv][^,;.]+).*$", Takes::CLAUSE, 0.41, "They left the hall, which Ann Lee said was a “disgrace”.";
    /// A speaker, the cue, a question.
    NameCueQuestion: "{speaker}{verb} <CB> {to}(?:T|R)*(?<clause>[hW].+)$", Takes::QUESTION, 0.71, "Ann Lee did not say how they had got ready.";
    /// A passive cue, by whom, a question, and the main clause.
    AskedByQuestion: "(?:^|[,&b;]) <CE> (?<by>i)(?<who>[NGD])(?:T|R)*(?<question>[th].+)$", Takes::QUESTION, 0.90, "Asked by Ann Lee whether they were ready, Bob Ray left.";
    /// A speaker, the cue, an infinitive.
    NameCueInfinitive: "{speaker}{verb} <C> (?:{slots})??(?<infinitive>(?<patient>{patient})?{infinitive}.*)$", Takes::INFINITIVE, 0.68, "Ann Lee promised to resign.";
    /// A speaker, the cue, the accused and the accusation.
    NameCueAccusation: "{speaker}{verb} <C> (?<infinitive>[NGDp].*?(?<accusation>o).+)$", Takes::ACCUSATION, 0.75, "Ann Lee accused the club of lying.";
    /// A speaker, the cue, somebody and what that one did.
    NameCueReproach: "{speaker}{verb} <C> (?<infinitive>[NGDpw][^,.;:CVvQ]{0,6}?(?<for>i)[gcv].+)$", Takes::REPROACH, 0.63, "Ann Lee criticised the club for lying.";
    /// A speaker, the cue, a preposition, who is to act, an infinitive.
    NameCueForInfinitive: "{speaker}{verb} <C> (?:T|R)*(?<with>[ix])(?<infinitive>(?<patient>{patient}){infinitive}.*)$", Takes::FOR_INFINITIVE, 0.55, "Ann Lee called on the club to resign.";
    /// A passive cue, by whom, a passage.
    CueByNameFragment: "[NGDKPpw](?:,|{brief})?[VRT]* <CE> (?<by>i)(?<who>(?:N,)*N,?&[NG]|G&[GN]|[NGK])(?:[oi][NGDw]){0,2},?T?a?[NGDw]{0,2}{fragment}", Takes::FRAGMENT, 0.60, "The plan was described by Ann Lee as “a disgrace”.";
    /// A passive cue, a passage, by whom.
    FragmentByName: "[NGDKPpw](?:,|{brief})?[VRT]* <CE> a?[NGDw]{0,2}(?<fragment>Q),?(?<by>i)(?<who>[NGK])", Takes::FRAGMENT, 0.70, "The plan was called “a disgrace” by Ann Lee.";
    /// A speaker, the cue, a passage inside its object.
    NameCueFragment: "{speaker}{verb} <CB> {object}{fragment}", Takes::FRAGMENT, 0.78, "Ann Lee called it a “disgrace”.";
    /// What somebody calls by a passage: not `a group called “Forward”`.
    WhatNameCueFragment: "(?:[hWt]|,[DGK]){subject}{verb} <CB> (?:a?[wGD]?){fragment}", Takes::FRAGMENT, 0.63, "They fought what Ann Lee called “a disgrace”.";
    /// A speaker, the cue, a gerund.
    NameCueGerund: "{speaker}{verb} <C> (?<infinitive>[gV].+)$", Takes::GERUND, 0.71, "Ann Lee denied taking the money.";
    /// A speaker, the cue, a preposition and a gerund.
    NameCueToGerund: "{speaker}{verb} <C> (?:T|R)*(?<with>[xio])(?<infinitive>[gvV].+)$", Takes::TO_GERUND, 0.84, "Ann Lee admitted to taking the money.";
    /// A speaker, the cue, an object and what it is called.
    NameCueLabel: "{speaker}{verb} <CB> (?<infinitive>(?:[NGDp]|w{1,3})(?:[oi][NGD])?(?<label>[DG])[^Q,;:]*)", Takes::OBJECT.and(Takes::FRAGMENT), 0.64, "Ann Lee called the plan a disgrace.";
    /// A speaker, the cue, an object and as what it is described.
    NameCueAs: "{speaker}{verb} <CB> (?<infinitive>(?:[NGDp]|w{1,3})(?:[oi][NGD])?a(?:[gDGwVR])[^Q,;:]*)", Takes::AS, 0.66, "Ann Lee described the plan as useless.";
    /// *adding*, *saying* with a clause.
    ParticipleThat: " <c> {to}{gap},?R?(?<that>t)(?<clause>.+)$", Takes::THAT, 0.74, "Ann Lee left, adding that they were ready.";
    /// *adding*, *saying* with a passage.
    ParticipleQuote: " <c> {to}{slots}[,:-]?(?<after>Q.*)$", Takes::QUOTE, 0.80, "Ann Lee left, saying: “We are ready.”";
    /// *saying* with a clause without *that*.
    ParticipleClause: " <c> {slots}(?<clause>{clause}.*)$", Takes::CLAUSE, 0.73, "Ann Lee left, saying they were ready.";
    /// *telling* with its addressee and a clause without *that*.
    ParticipleAddresseeClause: " <c> (?<to>[NGDp](?:o9|&[NGD])?){slots}(?<clause>(?:[NGPDK].*[VvCwEQ]|[w9]{1,2}[VvC]).*)$", Takes::ADDRESSEE.and(Takes::CLAUSE), 0.65, "Ann Lee left, telling reporters they were ready.";
    /// *urging* with an infinitive.
    ParticipleInfinitive: " <c> (?:{slots})??(?<infinitive>(?<patient>{patient})?{infinitive}.*)$", Takes::INFINITIVE, 0.44, "Ann Lee left, urging the club to resign.";
    /// *denying* with a gerund.
    ParticipleGerund: " <c> (?<infinitive>[gV].+)$", Takes::GERUND, 0.64, "Ann Lee left, denying taking the money.";
    /// *explaining* with a question.
    ParticipleQuestion: " <c> {to}(?:T|R)*(?<clause>h.+)$", Takes::QUESTION, 0.68, "Ann Lee spoke for hours, explaining how they had got ready.";
    /// *accusing* with the accused and the accusation.
    ParticipleAccusation: " <c> (?<infinitive>[NGDp].*?(?<accusation>o).+)$", Takes::ACCUSATION, 0.87, "Ann Lee left, accusing the club of lying.";
    /// *calling on* with who is to act and an infinitive.
    ParticipleForInfinitive: " <c> (?:T|R)*(?<with>[ix])(?<infinitive>(?<patient>{patient}){infinitive}.*)$", Takes::FOR_INFINITIVE, 0.57, "Ann Lee left, calling on the club to resign.";
    /// *calling it* with a passage inside the object.
    ParticipleFragment: " <c> {object}{fragment}", Takes::FRAGMENT, 0.60, "Ann Lee left, calling it a “disgrace”.";
    /// A second cue of the same speaker, with a passage.
    AndCueQuote: "{and} <C> {to}{slots}[,:-]?(?<after>Q.*)$", Takes::QUOTE, 0.70, "Ann Lee smiled and added: “We are ready.”";
    /// A second cue of the same speaker, with *that* and a clause.
    AndCueThat: "{and} <C> {to}{gap},?R?(?<that>t)(?<clause>.+)$", Takes::THAT, 0.74, "Ann Lee smiled and said that they were ready.";
    /// A second cue of the same speaker, with a clause without *that*.
    AndCueClause: "{and} <C> {slots}(?<clause>{clause}.*)$", Takes::CLAUSE, 0.73, "Ann Lee smiled and said they were ready.";
    /// A second cue of the same speaker, with the accused and the accusation.
    AndCueAccusation: "{and} <C> (?<infinitive>(?:p|[^QCcvVPtWb.;:,]{1,10}?)(?<accusation>o).+)$", Takes::ACCUSATION, 0.88, "Ann Lee smiled and accused the club of lying.";
    /// A second cue of the same speaker, with a preposition, who is to act and an infinitive.
    AndCueForInfinitive: "{and} <C> (?:T|R)*(?<with>[ix])(?<infinitive>(?<patient>{patient}){infinitive}.*)$", Takes::FOR_INFINITIVE, 0.84, "Ann Lee smiled and called on the club to resign.";
    /// A second cue of the same speaker, with an infinitive.
    AndCueInfinitive: "{and} <C> (?:{slots})??(?<infinitive>(?<patient>{patient})?{infinitive}.*)$", Takes::INFINITIVE, 0.70, "Ann Lee smiled and promised to resign.";
    /// A second cue of the same speaker, with a gerund.
    AndCueGerund: "{and} <C> (?<infinitive>[gV].+)$", Takes::GERUND, 0.53, "Ann Lee smiled and denied taking the money.";
    /// A second cue of the same speaker, with a question.
    AndCueQuestion: "{and} <C> {to}(?:T|R)*(?<clause>h.+)$", Takes::QUESTION, 0.73, "Ann Lee smiled and explained how they had got ready.";
    /// A second cue of the same speaker, with a passage inside the object.
    AndCueFragment: "{and} <C> {object}{fragment}", Takes::FRAGMENT, 0.73, "Ann Lee smiled and called it a “disgrace”.";
    /// Nobody in particular announces, with *that* and a clause.
    PassiveThat: "(?<nobody>P)R?[V]+R? <E> {slots}(?<that>t)(?<clause>.+)$", Takes::THAT, 0.82, "It was announced on Monday that they were ready.";
    /// Whoever is told, by whom if it is said, and a clause.
    PassiveTold: "(?<to>[NGDP])R?[V]+R? <E> (?:i(?<who>[NG]))?{slots}(?:(?<that>t)(?<clause>.+)|(?<infinitive>x.+))$", Takes::ADDRESSEE, 0.48, "Residents were told by Ann Lee to boil their water.";
    /// Whoever is asked, by whom if it is said, and a passage.
    PassiveToldQuote: "(?<to>[NGDP]){brief}?R?[V]+R? <E> (?:i(?<who>[NG]))?{slots}[,:](?<after>Q.*)$", Takes::ADDRESSEE.and(Takes::QUOTE), 0.88, "Ann Lee was asked: “Are you ready?”";
    /// Whoever is told, and a clause without *that*.
    PassiveToldClause: "(?:(?<to>[NGDP])|[&,])R?[V]+R? <E> (?:i(?<who>[NG]))?{slots}(?<clause>{clause}.+)$", Takes::ADDRESSEE, 0.71, "Residents were told they could go home.";
    /// A clause, and whoever is told it, or *it was announced*.
    ClauseTold: "^(?<before>[^?!;]+?),(?<to>[NGDP])R?[V]+R? <E> {slots}(?:[.]?$|,(?<rest>.*)$)", Takes::THAT, 0.84, "Bob Ray had left the house, the jury was told on Monday.";
    /// A possessor, a noun of speech, *that* and a clause.
    NameNounCue: "{who} <k> (?:[io][NGD])?(?:R?VR?)?(?<that>t)(?<clause>.+)$", ANY, 0.41, "Nobody believes Ann Lee’s claim that they were ready.";
    /// A noun of speech with its possessor, or as the object of its speaker’s verb, *that* and a clause.
    NounCue: " <K> (?:(?<from>[iob])(?<source>[NGD]))?(?:R?VR?)?(?<that>t)(?<clause>.+)$", ANY, 0.61, "Ann Lee repeated her claim that they were ready.";
    /// A noun of speech, a preposition, a passage.
    NounCueFragment: " <K> (?<of>[io])w?{fragment}", ANY, 0.74, "Her call for a “new hall” came late.";
    /// A viewpoint with its possessor, and a clause.
    InView: "(?:^|[b&tW:;]),?i <K> ,(?<clause>.+)$", ANY, 0.52, "In Ann Lee’s view, they were ready.";
    /// A noun of speech with an infinitive, and who is to act.
    NounCueInfinitive: " <K> (?<with>i)?(?<infinitive>(?<patient>{patient})?{infinitive}.*)$", ANY, 0.48, "Ann Lee repeated her call for the club to resign.";
    /// *according to*, before the clause, with an apposition.
    AccordingToDescribed: "(?:^|[b&tW:]),? <A> {whom},(?<apposition>[GD](?:[oiw][NGD9wT]{0,3}){0,4}),(?<clause>{clause}.*)$", ANY, 0.84, "According to Ann Lee, a doctor in Leeds, they were ready.";
    /// *according to*, before the clause.
    AccordingToClause: "(?:^|[b&tW:]|^[giTR][^VvCPQ.;:,]{0,6},),? <A> w{0,2}{whom}w?(?:{aside}|v[iT][^,.:;QVvC]{0,5}|,(?:9|R|W[^,.:;Q]{1,16}|v[^,.:;Q]{1,16})|,?{slot}){0,2}?[,:](?<clause>{said})$", ANY, 0.79, "According to Ann Lee, they were ready.";
    /// *according to*, after the clause.
    ClauseAccordingTo: "^(?<before>.+?),? <A> w{0,2}{whom}[^,CVQ]{0,8}{aside}*{slots}(?:[.]?$|,(?<rest>.*)$)", ANY, 0.80, "They were ready, according to Ann Lee.";
    /// A noun of speech with its possessor, and a passage.
    NounCueQuote: " <K> (?:[io][NGDKp])?(?:R?VR?(?:R*w:)?)?[,:]?(?<after>Q.*)$", ANY, 0.55, "In Ann Lee’s words, “we are ready.”";
    }
    without_cue {
    /// A clause after a colon and a name in capitals, as in transcripts: `LEE: We are ready.`
    Transcript, 0.88;
    /// A paragraph behind a letter, as in interviews: `Q. Are you ready?`
    QuestionAnswer, 0.31;
    /// A passage with a dash and a name behind it: `“We are ready.” — Ann Lee`
    QuoteDashName, 0.93;
    /// A passage before a colon and a name, in a headline: `‘We are ready’: Ann Lee on the flood`
    QuoteColonName, 0.50;
    /// A passage after a colon and a name: `Lee: “We are ready.”`
    NameColon, 0.87;
    /// A passage in a sentence of its own, after a sentence about its speaker: `Ann Lee smiled. “We are ready.”`
    SentenceThenQuote, 0.56;
    /// A passage in a sentence of its own, near other words of the same speaker.
    FreeStanding, 0.69;
    /// A passage in a sentence that names one possible speaker.
    OnlyName, 0.59;
    /// A passage, its speaker, a verb that is no cue by itself: `“We are ready,” Ann Lee laughed.`
    QuoteNameVerb, 0.77;
    /// A passage in a sentence of the writer's, after words of the same speaker: `Instead, “we are ready.”`
    Inside, 0.53;
    /// An embedded post, signed with name and account: `We are ready. — Ann Lee (@annlee) March 3, 2016`
    Post, 0.42;
    /// A paragraph without quotation marks behind a colon: `Ann Lee wrote: ¶ We are ready.`
    Block, 0.49;
    /// A headline behind its source and a colon: `Police: Driver was drunk`
    HeadlineOfSource, 0.89;
    /// A headline with a colon or a dash and its source behind it: `Half of all bees gone – study`
    HeadlineBySource, 0.70;
    /// A headline in quotation marks whose words somebody says below: `‘They sent a bill’: life by the canal`
    Heading, 0.67;
    }
}

/// A rule as the table has it.
pub(super) struct Row {
    pub(super) rule: Rule,
    shape: &'static str,
    pub(super) takes: Takes,
    #[cfg(test)]
    pub(super) example: &'static str,
}

/// What the rules share, and what it stands for.
const PARTS: &[(&str, &str)] = &[
    ("{quote}", "(?<quote>Q(?:[,&.?!-]?Q)*)"),
    // `The governor of Luhansk, Serhiy Haidai, said`; `Ann Lee, a doctor, said`
    (
        "{subject}",
        "(?: [GDK]R?,(?<named>N)(?:o[NGD9w]{1,4})?,?{aside}? | {who}(?:{aside}{1,2},?|wa[NG](?:&[NG])?|[wvgEC][iox][NGDT9wg]{1,4}|[wvE]T(?:[iox][NGDT9w]{1,3})?|g[NGDw9][NGDwiox9]{0,3}|p)?)",
    ),
    // What stands before an apposition or a relative pronoun may be governed: `an aide from Leeds, Ann Lee, said`, `turned to Ann Lee, who said`.
    (
        "{speaker}",
        "(?:(?:{free}|{share}){subject}|[NGDwT9)xi],(?<apposed>N),|(?<antecedent>[NG])(?:w?[iox][DTw9]{1,2})?[,-]?W)",
    ),
    // Of whom it is a part that speaks: `Two of the residents said`
    ("{share}", "(?:^|[,tbWT&;:-])i?(?<share>(?:9w?|w)o)"),
    // No preposition governs what follows: `Of Lee, the mayor said`.
    ("{free}", "(?:^|[^ioxAg])"),
    // What may part a cue from its *that*: `said on Monday in Leeds that`
    ("{gap}", "(?:(?:,?[iTRxwo(]|b)(?:[^tQCcgvV&:;]|&i|vT){0,12}?|,[vgGWN][^,tQCc&:;.]{0,12},)?"),
    // Between a subject and its verb: `Ann Lee, 44, was called`
    ("{brief}", "(?:,(?:9|T|W[^,.;:CQ]{1,8}),)"),
    // What leads to a second verb: `, and on Monday`, `and at one stage`
    ("{and}", "[,&b)](?:[VRT]|i[Dw9]w?)*"),
    // What is called so, up to the quoted words: `the ruling of the court a `
    ("{object}", "(?:[Pt]|h[NGP]v|[NGDp],[iRGD][^,.:;QC]{0,8},)?(?:[^QCcvVPtWb.;:,]|x[vBV]|iW|W[vV]){0,12}?"),
    // Who is to act: `called on the club to resign`
    ("{patient}", "w?[NGDpw](?:[oi][NGD])?(?:&[NGD])?"),
    ("{infinitive}", "R?xR{0,2}[wBvVCcEhQ]"),
    ("{fragment}", "(?<fragment>Q(?:[^CcVvQ.;:]{0,6}Q|,?&[^QCcv.;:]{0,8}Q|,?W?[VRvx]{1,3}[^CcVvQ.;:]{0,3}Q)*)"),
    // A subject with its verb, also `between 30 and 40 mines are`; not the object of a relative clause: `noted the damage Rome did`.
    (
        "{clause}",
        "(?: b[^,Q.;:]{1,14}, | (?:b|R)o[NGDKw9]{1,2} )? (?:i9&9)? (?: {plain}{inserted}? (?:R*[vVCEQ]|Rw|W[^,.;:QVvC]{0,3}(?:V[vR]*|v)[^,.;:QVvC]{0,4}[VC]) | (?:{act}|{known}){inserted}? R*V )",
    ),
    (
        "{plain}",
        "(?: (?:[NGDKw9pQ][owRiNGDT9KgWQk]|[NGDK]&[NGDKw9])(?:[^,CVvtabxWh.;:()]|x[NGDKT9pw]){0,5} | [NGDKw9pQ] | w?P&[NGDPw] | [NGD]&P | P )",
    ),
    // `closing the road would`, `the decision to close the road had`
    ("{act}", "(?: g | [DGKw9](?:o[NGD])?x[wBvVCg] )(?:[^,CVvtabxWhPQ&.;:()]|x[NGDKT9pw]|b[NTD9]){0,6}"),
    // `the man they shot was`
    ("{known}", "[NGDK]P[VR]{0,3}[vC][ix]?"),
    ("{inserted}", r"(?:,W[^,.;:]{1,16},|,[^,.;:CQ]{1,16},|-[^-Q.;:]{1,16}-|\([^()]{1,16}\))"),
    // What may follow *according to Ann Lee,*: no more of her description, as in `44, they were ready`, `who was there, they were ready`
    ("{said}", "(?:[^9RWvGD]|9[^,]|R[^,]|vw|[GD](?:[^,]|,[^vV])).*"),
    ("{who}", "(?<who>(?:N,)*N,?&[NG]|G&[GND]|[NGPDK])"),
    ("{whom}", "(?:[GDK],(?<named>N) | (?<who>(?:N,)*N,?&[NG]|G&[GN]|[NGPDKp]))"),
    (
        "{aside}",
        r"(?: (?:,[^,.:;?!QC]{1,16}\.?){1,3}, | ,[gv][^,.:;?!C]{1,16}, | ,W[^.:;Q]{1,24}?, | ,W[^.:;Q]{1,24}Q | W[^,.:;Q]{1,18} | ,?W | \([^)]{1,12}\) | -[^-Q]{1,16}- | [oi][NGD9wRTp]{1,5} | w[iox][NGDK]{1,3} | ,9 )",
    ),
    (
        "{verb}",
        "(?: [VRT] | ,T, | ,R{1,2}, | ,i[^,Q]{1,8}, | E[ax] | V[vw] | [Cv][iR]?x?N?R?x | v(?:i[NGDKTw]|[DKTpwR]){1,3}a?x )*",
    ),
    ("{to}", "(?:x?(?<to>[NGDp](?:&[NGD])?))?"),
    ("{slots}", "(?:,?{slot})*"),
    ("{slot}", "(?: T | R | i[NGDKw9]w?(?:[oi][NGD])? | x[NGDp] )"),
];

/// A rule ready to match.
#[derive(Debug, Clone)]
pub(super) struct Compiled {
    pub(super) rule: Rule,
    pub(super) takes: Takes,
    /// The letters that its cue may have.
    pub(super) cue: Letters,
    /// What ends at the cue.
    left: Arc<Side>,
    /// What begins after it.
    right: Arc<Side>,
}

impl Compiled {
    /// Whether both sides match; what has not the letters that the rule needs is not searched.
    pub(super) fn fits(&self, before: &str, after: &str, letters: [Letters; 2]) -> bool {
        let Compiled { left, right, .. } = self;
        let known = left.needed.are_in(letters[0]) && right.needed.are_in(letters[1]);
        known && right.matches(after) && left.matches(before)
    }

    /// Where its groups stand around the cue, if both sides match.
    pub(super) fn captured(&self, before: &str, after: &str, scratch: &mut Scratch) -> Option<Captured> {
        let mut captured = Captured::new();
        let both = self.left.capture(before, 0, &mut captured, scratch)
            && self.right.capture(after, before.len() + 1, &mut captured, scratch);
        both.then_some(captured)
    }
}

/// Compiles the table.
pub(super) fn compile() -> Vec<Compiled> {
    let mut sides = Sides::default();
    ROWS.iter().map(|row| compiled(row, &mut sides)).collect()
}

fn compiled(row: &Row, sides: &mut Sides) -> Compiled {
    // A named group is `(?<name>…)`: the cue is the `<` after a space.
    let (left, rest) =
        row.shape.split_once(" <").expect("every shape has a cue: tested by every_row_takes_its_example");
    let (cue, right) = rest.split_once('>').expect("every cue is closed: same test");
    let (left, right) = (expanded(left), expanded(right));
    Compiled {
        rule: row.rule,
        takes: row.takes,
        cue: Letters::of(cue),
        left: sides.side(format!("(?x)(?:{left}) $"), &left),
        right: sides.side(format!("(?x)^ (?:{right})"), &right),
    }
}

fn expanded(shape: &str) -> String {
    let mut shape = shape.to_owned();
    while shape.contains('{') {
        let before = shape.clone();
        for (part, meaning) in PARTS {
            shape = shape.replace(part, meaning);
        }
        if shape == before {
            break;
        }
    }
    shape
}
