//! Passages that no cue attributes: those that go on with a quote, those that stand alone.

use std::ops::Range;

use super::{Article, Attributed, Piece, Rule, echo, may_speak};
use crate::lexicon::{Class, Form};
use crate::mention::{Mention, MentionKind, NameKind};
use crate::token::{Case, Kind};

/// Gives each passage that no quote has to the quote that it continues, or to a quote of its own.
pub(super) fn attribute(article: &Article<'_>, found: &mut Vec<Attributed>) {
    let alone = |sentence| article.own_tokens(sentence).all(|at| !article.tokens[at].wordlike());
    let alone = article.sentences.iter().map(alone).collect();
    let mut loose = Loose { article, owner: vec![None; article.passages.len()], alone, by_cue: found.len() };
    for (index, quote) in found.iter().enumerate() {
        for piece in &quote.content {
            for passage in article.passages_of(piece) {
                loose.owner[passage] = Some(index);
            }
        }
    }
    loose.join_forward(found);
    loose.join_backward(found);
    let is_transcript = loose.is_transcript();
    for (number, _) in article.sentences.iter().enumerate() {
        if is_transcript {
            loose.transcript(number, found);
        }
        for find in FINDERS {
            if !loose.has_free(number) {
                break;
            }
            find(&mut loose, number, found);
        }
    }
}

type Finder = fn(&mut Loose<'_>, usize, &mut Vec<Attributed>);

/// What finds speakers for the passages of a sentence that no quote has yet, the surest first.
const FINDERS: [Finder; 7] = [
    |loose, number, found| loose.before_colon(number, found),
    |loose, number, found| loose.after_colon(number, found),
    |loose, number, found| loose.before_dash(number, found),
    |loose, number, found| loose.before_verb(number, found),
    |loose, number, found| loose.stand_alone(number, found),
    |loose, number, found| loose.only_name(number, found),
    |loose, number, found| loose.inside(number, found),
];

struct Loose<'a> {
    article: &'a Article<'a>,
    /// The quote that each passage belongs to.
    owner: Vec<Option<usize>>,
    /// For each sentence, whether it holds nothing but passages.
    alone: Vec<bool>,
    /// How many quotes have a cue; they stand first and in text order.
    by_cue: usize,
}

impl Loose<'_> {
    /// `“A,” she said. “B.”`: a passage right after a quote, without other words between, continues it.
    fn join_forward(&mut self, found: &mut [Attributed]) {
        for passage in 1..self.owner.len() {
            self.join(passage, found);
        }
    }

    /// Gives a passage to the quote right before it.
    fn join(&mut self, passage: usize, found: &mut [Attributed]) {
        if self.owner[passage].is_some() || !self.stands_alone(passage) || self.is_heading(passage) {
            return;
        }
        let Some(before) = self.said_before(passage).filter(|&before| self.continues(before, passage)) else { return };
        let Some(owner) = self.owner[before] else { return };
        let quote = &mut found[owner];
        let last = quote.content.last();
        let ends_here = last.is_some_and(|piece| self.article.passages_of(piece).contains(&before));
        if ends_here && !quote.fragment {
            quote.content.push(Piece::Passage(passage));
            self.owner[passage] = Some(owner);
        }
    }

    /// The passage before that somebody says; scare quotes in its attribution do not count:
    /// `“A,” she said, waving a “Vote” sign. “B.”`
    fn said_before(&self, passage: usize) -> Option<usize> {
        let sentence = self.sentence(passage.checked_sub(1)?)?;
        let first = self.article.sentences[sentence].passages.start.max(passage.saturating_sub(NEAR_PASSAGES));
        let mut before = (first..passage).rev();
        before.find(|&before| self.owner[before].is_some() || self.alone[sentence])
    }

    /// `“A. ¶ “B,” she said.`: a passage left open at the end of its paragraph is continued by the next.
    fn join_backward(&mut self, found: &mut [Attributed]) {
        let mut next = self.owner.len();
        while next > 1 {
            next -= 1;
            let Some(owner) = self.owner[next] else { continue };
            let content = &mut found[owner].content;
            if content.first() != Some(&Piece::Passage(next)) {
                continue;
            }
            let leads =
                |&passage: &usize| self.owner[passage].is_none() && self.stands_alone(passage) && self.runs_on(passage);
            // All at once: one by one, each would move those behind it.
            let first = next - (0..next).rev().take_while(leads).count();
            content.splice(0..0, (first..next).map(Piece::Passage));
            self.owner[first..next].fill(Some(owner));
            next = first;
        }
    }

    /// Whether the passage leads over to the next: left open, or right before it in the same paragraph.
    fn runs_on(&self, passage: usize) -> bool {
        let (this, next) = (&self.article.passages[passage], &self.article.passages[passage + 1]);
        this.tokens.end == next.tokens.start && !self.is_heading(passage)
    }

    /// Whether the passage follows the one `before` with only the attribution between; the next paragraph does not go on
    /// with a question, it answers it.
    fn continues(&self, before: usize, passage: usize) -> bool {
        let (Some(from), Some(to)) = (self.sentence(before), self.sentence(passage)) else { return false };
        let sentences = self.article.sentences;
        let near = from == to || from + 1 == to;
        let same = sentences[from].paragraph == sentences[to].paragraph;
        let open = !self.article.passages[before].closed;
        near && (same || open || !self.asks(before))
    }

    /// Whether the passage ends in a question mark.
    fn asks(&self, passage: usize) -> bool {
        let tokens = &self.article.tokens[self.article.passages[passage].tokens.clone()];
        tokens.iter().rev().take(2).any(|token| token.sign(b'?'))
    }

    /// The sentence in which the passage stands.
    fn sentence(&self, passage: usize) -> Option<usize> {
        let after = self.article.sentences.partition_point(|sentence| sentence.passages.end <= passage);
        self.article.sentences.get(after).filter(|sentence| sentence.passages.contains(&passage)).map(|_| after)
    }

    /// Whether its sentence holds nothing but passages.
    fn stands_alone(&self, passage: usize) -> bool {
        self.sentence(passage).is_some_and(|number| self.alone[number])
    }

    fn is_heading(&self, passage: usize) -> bool {
        self.sentence(passage).is_some_and(|sentence| echo::is_heading(self.article, sentence))
    }

    /// A sentence of passages only, spoken by whom the sentence before is about, or by the last speaker.
    fn stand_alone(&mut self, number: usize, found: &mut Vec<Attributed>) {
        let sentence = &self.article.sentences[number];
        for passage in sentence.passages.clone() {
            self.join(passage, found);
        }
        let free: Vec<usize> = sentence.passages.clone().filter(|&passage| self.owner[passage].is_none()).collect();
        let Some(&first) = free.first() else { return };
        if !self.stands_alone(first) || self.words(first) < 3 || self.is_heading(first) {
            return;
        }
        let last = self.last_speaker(first, found);
        let (rule, who, understood) = match (self.sentence_before(number), last) {
            // `“A,” Ann Lee said. She laughed. “B.”`: she is who spoke before.
            (Some(who), Some(last)) if self.is_pronoun(&who) || self.speaks_in(number - 1, found) => {
                (Rule::FreeStanding, last, true)
            }
            (Some(who), _) => (Rule::SentenceThenQuote, who, false),
            (None, Some(last)) => (Rule::FreeStanding, last, true),
            (None, None) => return,
        };
        self.give(&free, found.len());
        let quote = self.spoken(rule, number, &free, who);
        let mention = quote.mention.clone().filter(|_| !understood);
        found.push(Attributed { understood, mention, ..quote });
    }

    /// `Lee: “We are ready.”`, `Lee summed it up: “We are ready.”`: the passages after a colon, said by the subject before it.
    fn after_colon(&mut self, number: usize, found: &mut Vec<Attributed>) {
        let free = self.free(number);
        let Some(&first) = free.first() else { return };
        let Some(colon) = self.article.passages[first].tokens.start.checked_sub(1) else { return };
        let sentence = self.article.sentence_of(colon);
        if !self.article.tokens[colon].sign(b':') || self.alone[sentence] {
            return;
        }
        let start = self.article.sentences[sentence].tokens.start;
        let name = self.adjacent(colon).map(|who| self.with_others(who));
        let name = name.filter(|who| self.opens(self.article.mentions[who.start].tokens.start, start));
        if let Some(who) = name.or_else(|| self.subject_before(sentence, colon)) {
            self.give(&free, found.len());
            found.push(self.spoken(Rule::NameColon, sentence, &free, who));
            return;
        }
        // `And then, after a pause: “We are ready.”`
        let adverbial = !self.article.tokens[start..colon].iter().any(|token| token.is(Class::VERB | Class::AUXILIARY));
        if let Some(who) = self.last_speaker(first, found).filter(|_| adverbial && colon - start <= LEAD) {
            self.give(&free, found.len());
            let quote = self.spoken(Rule::FreeStanding, number, &free, who);
            found.push(Attributed { understood: true, mention: None, ..quote });
        }
    }

    /// A name with the one that *and* joins to it: `Lee and Ray`.
    fn with_others(&self, who: Range<usize>) -> Range<usize> {
        let mentions = &self.article.mentions;
        let joined = |first: &usize| {
            let end = mentions[*first].tokens.end;
            let name = matches!(mentions[*first].kind, MentionKind::Name(_));
            name && end + 1 == mentions[who.start].tokens.start && self.article.tokens[end].is(Class::AND)
        };
        who.start.checked_sub(1).filter(joined).unwrap_or(who.start)..who.end
    }

    /// Whether a name at the token stands first, behind a dash, behind *from*, or behind a word that leads to it: `And to Ann
    /// Lee: “…”`.
    fn opens(&self, at: usize, start: usize) -> bool {
        let from = at > start && self.article.tokens[at - 1].span().of(self.article.text) == "from";
        let dash = at > start && self.article.tokens[at - 1].kind == Kind::Dash;
        let led = at > start && at - start <= 2 && self.article.tokens[at - 1].is(Class::PREPOSITION);
        at == start || dash || from || led
    }

    /// `‘We are ready’: Ann Lee on the flood`, a headline: the passages before a colon, and a name or a human being behind it.
    fn before_colon(&mut self, number: usize, found: &mut Vec<Attributed>) {
        let free = self.free(number);
        let sentence = &self.article.sentences[number];
        let Some(&last) = free.last() else { return };
        let colon = self.article.passages[last].tokens.end;
        let ends = self.article.tokens[sentence.tokens.end - 1].terminal();
        let alone = self.article.passages[free[0]].tokens.start == sentence.tokens.start && free.len() == 1;
        if ends || !alone || !self.article.tokens.get(colon).is_some_and(|token| token.sign(b':')) {
            return;
        }
        let mention = self.article.mentions.partition_point(|mention| mention.tokens.start <= colon);
        let Some(who) = self.article.mentions.get(mention).filter(|mention| mention.tokens.start == colon + 1) else {
            return;
        };
        if who.tokens.end <= sentence.tokens.end && self.is_person(who) {
            self.give(&free, found.len());
            found.push(self.spoken(Rule::QuoteColonName, number, &free, mention..mention + 1));
        }
    }

    /// `LEE (Moderator): We are ready.`: what follows a name in capitals at the start of a paragraph, up to its end.
    fn transcript(&mut self, number: usize, found: &mut Vec<Attributed>) {
        let Some((who, colon)) = self.turn(number) else { return };
        let paragraph = self.article.sentences[number].paragraph;
        let rest = self.article.sentences[number..].iter().take_while(|sentence| sentence.paragraph == paragraph);
        let end = rest.last().map_or(colon, |sentence| sentence.tokens.end);
        let words = self.article.tokens[colon + 1..end].iter().filter(|token| token.kind == Kind::Word).count();
        if words >= 2 {
            let quote = self.spoken(Rule::Transcript, number, &[], who);
            found.push(Attributed { content: vec![Piece::Clause(colon + 1..end)], ..quote });
        }
    }

    /// Whether there are two turns at least; a single one is a dateline: `LUCKNOW: The Assembly met on Monday.`
    fn is_transcript(&self) -> bool {
        (0..self.article.sentences.len()).filter(|&number| self.turn(number).is_some()).nth(1).is_some()
    }

    /// The name that begins a turn, and its colon.
    fn turn(&self, number: usize) -> Option<(Range<usize>, usize)> {
        let (tokens, sentence) = (self.article.tokens, &self.article.sentences[number]);
        let first = self.article.mentions.partition_point(|mention| mention.tokens.start < sentence.tokens.start);
        let mention = self.article.mentions.get(first)?;
        let opens = number == 0 || self.article.sentences[number - 1].paragraph != sentence.paragraph;
        let named = mention.tokens.start == sentence.tokens.start && matches!(mention.kind, MentionKind::Name(_));
        let loud =
            tokens[mention.tokens.clone()].iter().all(|token| token.case == Case::Upper && token.span().len() > 1);
        if !(opens && named && loud) {
            return None;
        }
        let mut colon = mention.tokens.end;
        if tokens.get(colon).is_some_and(|token| token.sign(b'(')) {
            let role = tokens[colon..sentence.tokens.end].iter().take(ROLE);
            colon += role.take_while(|token| !token.sign(b')')).count() + 1;
        }
        let led = colon < sentence.tokens.end && tokens[colon].sign(b':') && sentence.passages.is_empty();
        led.then_some((first..first + 1, colon))
    }

    /// `“We are ready.” — Ann Lee`, the name in the same paragraph or in the next.
    fn before_dash(&mut self, number: usize, found: &mut Vec<Attributed>) {
        let free = self.free(number);
        let Some(&last) = free.last() else { return };
        let dash = self.article.passages[last].tokens.end;
        let is_dash = self.article.tokens.get(dash).is_some_and(|token| token.kind == Kind::Dash || token.sign(b'-'));
        if !is_dash || free.len() != self.article.sentences[number].passages.len() {
            return;
        }
        let mention = self.article.mentions.partition_point(|mention| mention.tokens.start <= dash);
        let named = self.article.mentions.get(mention).is_some_and(|mention| {
            mention.tokens.start == dash + 1 && matches!(mention.kind, MentionKind::Name(_)) && self.ends(mention)
        });
        if named {
            self.give(&free, found.len());
            found.push(self.spoken(Rule::QuoteDashName, number, &free, mention..mention + 1));
        }
    }

    /// `“We are ready,” Ann Lee laughed.`: a sentence that begins with the passage, whose comma or question leads over to a
    /// name and a verb, in either order.
    fn before_verb(&mut self, number: usize, found: &mut Vec<Attributed>) {
        let free = self.free(number);
        let sentence = &self.article.sentences[number];
        let Some(passage) = free.last().map(|&last| &self.article.passages[last]) else { return };
        let (first, end) = (self.article.passages[free[0]].tokens.start, passage.tokens.end);
        let leads =
            self.article.tokens[passage.tokens.clone()].iter().rev().find(|token| !matches!(token.kind, Kind::Mark(_)));
        let leads = leads.is_some_and(|last| [b',', b'?', b'!'].iter().any(|sign| last.sign(*sign)));
        if first != sentence.tokens.start || !leads || free.len() != sentence.passages.len() {
            return;
        }
        let mention = self.article.mentions.partition_point(|mention| mention.tokens.start < end);
        let Some(who) = self.article.mentions.get(mention).filter(|who| self.is_person(who)) else { return };
        let verb = if who.tokens.start == end { who.tokens.end } else { end };
        let adjacent = who.tokens.start == end || who.tokens.start == end + 1;
        if adjacent && verb < sentence.tokens.end && self.is_finite(verb) {
            self.give(&free, found.len());
            let quote = self.spoken(Rule::QuoteNameVerb, number, &free, mention..mention + 1);
            found.push(Attributed { cue: Some(verb..verb + 1), ..quote });
        }
    }

    /// Whether the word is a finite verb, if no auxiliary.
    fn is_finite(&self, at: usize) -> bool {
        let token = &self.article.tokens[at];
        let small = token.kind == Kind::Word && !token.capital() && !token.is(Class::AUXILIARY);
        let cue = || token.word.cue().is_some_and(|cue| matches!(cue.form, Form::Past | Form::Third));
        small && (token.is(Class::VERB) || cue() || token.span().of(self.article.text).ends_with("ed"))
    }

    /// `Instead, “we are ready.”`, `It is “a matter of time and money.”`: a passage in a sentence without a subject of its own,
    /// right after words of the last speaker.
    fn inside(&mut self, number: usize, found: &mut Vec<Attributed>) {
        let free: Vec<usize> = self.free(number).into_iter().filter(|&passage| self.words(passage) >= SPOKEN).collect();
        let Some(&first) = free.first() else { return };
        let start = self.article.sentences[number].tokens.start;
        let before = self.article.passages[first].tokens.start;
        let mention = self.article.mentions.partition_point(|mention| mention.tokens.start < start);
        let mut subjects = self.article.mentions[mention..].iter().take_while(|mention| mention.tokens.start < before);
        if self.stands_alone(first) || subjects.any(|mention| self.is_person(mention)) {
            return;
        }
        let near = |who: &Range<usize>| {
            let spoke = self.article.sentence_of(self.article.mentions[who.start].tokens.start);
            number.saturating_sub(spoke) <= NEAR_SENTENCES
        };
        let Some(who) = self.last_speaker(first, found).filter(near) else { return };
        self.give(&free, found.len());
        let quote = self.spoken(Rule::Inside, number, &free, who);
        let parted = before == start || self.article.tokens[before - 1].sign(b',');
        found.push(Attributed { understood: true, mention: None, fragment: !parted, ..quote });
    }

    /// Whether a name after a dash signs: nothing goes on behind it but what is set off from it.
    fn ends(&self, mention: &Mention) -> bool {
        let next = self.article.tokens.get(mention.tokens.end);
        let sentence = &self.article.sentences.get(self.article.sentence_of(mention.tokens.start));
        let last = sentence.is_some_and(|sentence| sentence.tokens.end == mention.tokens.end);
        last || next.is_none_or(|token| !token.wordlike())
    }

    /// Whether a passage of the sentence belongs to no quote.
    fn has_free(&self, number: usize) -> bool {
        self.article.sentences[number].passages.clone().any(|passage| self.owner[passage].is_none())
    }

    /// The passages of the sentence that belong to nobody yet.
    fn free(&self, number: usize) -> Vec<usize> {
        let passages = self.article.sentences[number].passages.clone();
        passages.filter(|&passage| self.owner[passage].is_none() && !self.article.is_in_capitals(passage)).collect()
    }

    /// The mention that ends at the token.
    fn adjacent(&self, end: usize) -> Option<Range<usize>> {
        let before = self.article.mentions.partition_point(|mention| mention.tokens.end <= end).checked_sub(1)?;
        let mention = &self.article.mentions[before];
        (mention.tokens.end == end && may_speak(mention)).then_some(before..before + 1)
    }

    /// The subject of the last main clause before the token, else the first mention that may speak and that no preposition
    /// governs: `When Bob Ray left, Ann Lee wrote a note:`.
    fn subject_before(&self, number: usize, end: usize) -> Option<Range<usize>> {
        let start = self.article.sentences[number].tokens.start;
        let first = self.article.mentions.partition_point(|mention| mention.tokens.start < start);
        let inside = self.article.mentions[first..].iter().take_while(|mention| mention.tokens.start < end);
        let mut subjects = inside
            .enumerate()
            .filter(|(_, mention)| may_speak(mention) && !self.is_it(mention) && !self.is_governed(mention, start));
        let is_main = |mention: &Mention| self.begins_clause(mention, start) && self.has_verb(mention);
        let main = subjects.clone().filter(|(_, mention)| is_main(mention)).last();
        let (subject, _) = main.or_else(|| subjects.next())?;
        Some(first + subject..first + subject + 1)
    }

    /// Whether a main clause may begin with the mention: at the start of the sentence, behind a comma, a dash or *and*.
    fn begins_clause(&self, mention: &Mention, start: usize) -> bool {
        let before = mention.tokens.start.checked_sub(1).filter(|at| *at >= start).map(|at| &self.article.tokens[at]);
        let joins = Class::AND.union(Class::COORDINATES);
        before.is_none_or(|token| token.kind == Kind::Dash || token.sign(b',') || token.is(joins))
    }

    /// Whether a verb follows the mention, or an adverb that leads to one.
    fn has_verb(&self, mention: &Mention) -> bool {
        let Some(next) = self.article.tokens.get(mention.tokens.end) else { return false };
        next.is(Class::AUXILIARY.union(Class::ADVERB))
            || next.kind == Kind::Clitic
            || self.is_finite(mention.tokens.end)
    }

    /// A passage in a sentence without a cue that has a subject: `Ann Lee ran on the slogan “Forward”`.
    fn only_name(&mut self, number: usize, found: &mut Vec<Attributed>) {
        let free: Vec<usize> = self.free(number).into_iter().filter(|&passage| self.words(passage) >= SPOKEN).collect();
        let Some(&first) = free.first() else { return };
        let last = &self.article.tokens[self.article.sentences[number].tokens.end - 1];
        let headline = self.article.sentences[number].paragraph == 0 && !last.terminal();
        if headline || self.stands_alone(first) || self.adjacent(self.article.passages[first].tokens.start).is_some() {
            return;
        }
        let Some(who) = self.subject(number, first) else { return };
        self.give(&free, found.len());
        found.push(Attributed { fragment: true, ..self.spoken(Rule::OnlyName, number, &free, who) });
    }

    fn give(&mut self, passages: &[usize], quote: usize) {
        for &passage in passages {
            self.owner[passage] = Some(quote);
        }
    }

    /// A quote of passages without a cue.
    fn spoken(&self, rule: Rule, sentence: usize, passages: &[usize], who: Range<usize>) -> Attributed {
        let content = passages.iter().copied().map(Piece::Passage).collect();
        Attributed {
            mention: Some(self.article.mention_tokens(who.clone())),
            who: Some(who),
            ..Attributed::new(rule, sentence, content)
        }
    }

    /// The one mention of the sentence that may be its subject, before the passage.
    fn subject(&self, number: usize, passage: usize) -> Option<Range<usize>> {
        let sentence = &self.article.sentences[number].tokens;
        let end = self.article.passages[passage].tokens.start;
        let first = self.article.mentions.partition_point(|mention| mention.tokens.start < sentence.start);
        let inside = self.article.mentions[first..].iter().take_while(|mention| mention.tokens.start < end);
        let mut subjects = inside.enumerate().filter(|(_, mention)| {
            let quoted = self.article.is_quoted(mention.tokens.start);
            may_speak(mention) && !quoted && !self.is_it(mention) && !self.is_governed(mention, sentence.start)
        });
        let (subject, mention) = subjects.next()?;
        (subjects.next().is_none() && self.has_verb(mention)).then(|| first + subject..first + subject + 1)
    }

    /// Whether a preposition stands before the mention.
    fn is_governed(&self, mention: &Mention, start: usize) -> bool {
        let before = mention.tokens.start.checked_sub(1).filter(|at| *at >= start).map(|at| &self.article.tokens[at]);
        before.is_some_and(|token| token.is(Class::PREPOSITION | Class::OF | Class::TO))
    }

    fn is_pronoun(&self, who: &Range<usize>) -> bool {
        self.article.mentions[who.start].kind == MentionKind::Pronoun
    }

    fn words(&self, passage: usize) -> usize {
        let tokens = &self.article.tokens[self.article.passages[passage].tokens.clone()];
        tokens.iter().filter(|token| matches!(token.kind, Kind::Word | Kind::Number)).count()
    }

    /// The subject of the sentence before, in the same paragraph and without a passage.
    fn sentence_before(&self, number: usize) -> Option<Range<usize>> {
        let before = number.checked_sub(1).map(|at| &self.article.sentences[at])?;
        let same = before.paragraph == self.article.sentences[number].paragraph;
        if !same || !before.passages.is_empty() {
            return None;
        }
        let first = self.article.mentions.partition_point(|mention| mention.tokens.start < before.tokens.start);
        let subject = self.article.mentions[first..]
            .iter()
            .take_while(|mention| mention.tokens.start < before.tokens.end)
            .position(|mention| self.is_person(mention))?;
        Some(first + subject..first + subject + 1)
    }

    /// Whether somebody speaks in the sentence by a cue: `Bob Ray is late, Ann Lee said. “He always is.”`
    fn speaks_in(&self, sentence: usize, found: &[Attributed]) -> bool {
        found[..self.by_cue].binary_search_by_key(&sentence, |quote| quote.sentence).is_ok()
    }

    /// Whether the mention may be a human being: only they shake their head and then speak.
    fn is_person(&self, mention: &Mention) -> bool {
        match &mention.kind {
            MentionKind::Name(name) => !matches!(name.kind, NameKind::Organization | NameKind::Place),
            MentionKind::Nominal => mention.head_is(self.article.tokens, Class::ROLE | Class::HUMAN | Class::GROUP),
            MentionKind::Pronoun => !self.is_it(mention),
            MentionKind::Other | MentionKind::ObjectPronoun => false,
        }
    }

    fn is_it(&self, mention: &Mention) -> bool {
        self.article.tokens[mention.head].span().of(self.article.text).eq_ignore_ascii_case("it")
    }

    /// The speaker of the nearest quote before the passage, whether in quotation marks or not.
    fn last_speaker(&self, passage: usize, found: &[Attributed]) -> Option<Range<usize>> {
        let here = self.sentence(passage)?;
        let marked =
            self.owner[..passage].iter().rev().take(NEAR_PASSAGES).flatten().next().map(|&owner| &found[owner]);
        let by_cue = &found[..self.by_cue];
        let reported = by_cue[..by_cue.partition_point(|quote| quote.sentence < here)].last();
        let nearest = marked.into_iter().chain(reported).max_by_key(|quote| quote.sentence)?;
        nearest.who.clone().filter(|_| here.saturating_sub(nearest.sentence) <= 3)
    }
}

/// How many tokens the brackets behind a name in a transcript may hold.
const ROLE: usize = 8;

/// How many tokens may lead up to the words of whoever spoke last.
const LEAD: usize = 8;

/// How many words a passage has that is more than a term in quotation marks.
const SPOKEN: usize = 5;

/// How many sentences back the last speaker may be named.
const NEAR_SENTENCES: usize = 2;

/// How many passages back the last speaker is looked for.
const NEAR_PASSAGES: usize = 16;
