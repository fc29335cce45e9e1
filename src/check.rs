//! What holds of every extraction, whatever the text: [`Extraction::check`].

use std::fmt;

use crate::claim::{NumericClaim, Quantity};
use crate::error::{Error, ErrorKind};
use crate::extraction::{Extraction, Quote, Speaker};
use crate::span::{Fragment, Span};

impl Extraction<'_> {
    /// Proves that this is a possible result for `text`.
    ///
    /// Every fragment is the slice of `text` at its span; quotes, their content and entities stand in text order; quotes
    /// are apart or one inside the other; attributing words stand outside of what is said; each claim stands in the content
    /// of its quote, or in none; values are finite and no range runs backwards; one id is one speaker, counted from 0.
    /// Whatever [`extract`](crate::extract) returns passes. Use it where a result comes from elsewhere, such as JSON that was
    /// stored, or goes with a text that may have changed since.
    ///
    /// # Errors
    ///
    /// The first fault, with the quote, claim or entity, the part of it, and the words.
    ///
    /// ```
    /// let article = "“We are ready,” said Maria Ortega.";
    /// let extraction = pullquote::extract(article);
    /// assert!(extraction.check(article).is_ok());
    ///
    /// let edited = article.replace("Maria", "Marta");
    /// let error = extraction.check(&edited).unwrap_err();
    /// assert_eq!(error.to_string(), "quote 1, mention `Maria Ortega` at 25..37: the text has `Marta Ortega` there");
    /// ```
    pub fn check(&self, text: &str) -> Result<(), Error> {
        self.check_fragments(text)?;
        self.check_order()?;
        self.check_levels()?;
        self.check_claims(text)?;
        self.check_speakers()?;
        Ok(())
    }

    fn check_fragments(&self, text: &str) -> Result<(), ErrorKind> {
        for (number, quote) in self.quotes.iter().enumerate() {
            Place::of("quote", number).quote(text, quote)?;
        }
        for (number, mention) in self.entities.iter().enumerate() {
            Place::of("entity", number).part("mention").slice(text, &mention.mention)?;
        }
        Ok(())
    }

    fn check_order(&self) -> Result<(), ErrorKind> {
        for (number, pair) in self.quotes.windows(2).enumerate() {
            if pair[0].span().start > pair[1].span().start {
                return Err(Place::of("quote", number + 1).fault("it stands before the one listed before it"));
            }
        }
        for (number, pair) in self.entities.windows(2).enumerate() {
            if pair[0].mention.span.end > pair[1].mention.span.start {
                return Err(Place::of("entity", number + 1).fault("it overlaps or precedes the one listed before it"));
            }
        }
        Ok(())
    }

    /// Content of two quotes is apart, or that of one lies inside that of the other.
    fn check_levels(&self) -> Result<(), ErrorKind> {
        let mut open: Vec<(Span, usize)> = Vec::new();
        for (span, quote) in self.contents() {
            while open.last().is_some_and(|(outer, _)| outer.end <= span.start) {
                open.pop();
            }
            let crossed = open.last().filter(|(outer, _)| !outer.contains(span) || *outer == span);
            if let Some((_, other)) = crossed {
                return Err(Place::of("quote", quote).fault(format!("it overlaps quote {}", other + 1)));
            }
            open.push((span, quote));
        }
        Ok(())
    }

    /// The content of all quotes in text order, the longer first.
    fn contents(&self) -> Vec<(Span, usize)> {
        let each = self.quotes.iter().enumerate();
        let mut contents: Vec<_> =
            each.flat_map(|(number, quote)| quote.content.iter().map(move |part| (part.span, number))).collect();
        contents.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        contents
    }

    fn check_claims(&self, text: &str) -> Result<(), ErrorKind> {
        for (number, quote) in self.quotes.iter().enumerate() {
            for claim in &quote.claims {
                let place = Place::of("quote", number).part("claim");
                if !quote.content.iter().any(|part| part.span.contains(claim.number.span)) {
                    return Err(place.fault(format!("`{claim}` stands outside the quote")));
                }
                place.claim(text, claim)?;
            }
        }
        let said = Reach::new(&self.contents());
        for (number, claim) in self.claims.iter().enumerate() {
            let place = Place::of("claim", number);
            place.claim(text, claim)?;
            if said.contains(claim.number.span) {
                return Err(place.fault(format!("`{claim}` stands in a quote, yet in the article's own voice")));
            }
        }
        self.check_claims_apart()
    }

    fn check_claims_apart(&self) -> Result<(), ErrorKind> {
        for (number, pair) in self.all_claims().windows(2).enumerate() {
            let (first, second) = (&pair[0].1.number, &pair[1].1.number);
            if first.span.overlaps(second.span) {
                let problem = format!("`{first}` and `{second}` are claimed from the same words");
                return Err(Place::of("claim", number + 1).fault(problem));
            }
        }
        Ok(())
    }

    fn check_speakers(&self) -> Result<(), ErrorKind> {
        let mut known: Vec<&Speaker<'_>> = Vec::new();
        for (number, quote) in self.quotes.iter().enumerate() {
            let Some(speaker) = &quote.speaker else { continue };
            let place = Place::of("quote", number).part("speaker");
            match known.get(speaker.id) {
                Some(before) if *before != speaker => {
                    let problem = format!("`{}` has the id {} of `{}`", speaker.name, speaker.id, before.name);
                    return Err(place.fault(problem));
                }
                Some(_) => {}
                None if speaker.id == known.len() => known.push(speaker),
                None => {
                    return Err(place.fault(format!(
                        "`{}` has the id {} before {}",
                        speaker.name,
                        speaker.id,
                        known.len()
                    )));
                }
            }
        }
        Ok(())
    }
}

/// Which spans lie inside one of many.
struct Reach {
    /// Each start, with the furthest end of all that start there or before.
    ends: Vec<(usize, usize)>,
}

impl Reach {
    fn new(sorted: &[(Span, usize)]) -> Reach {
        let furthest = sorted.iter().scan(0, |end, (span, _)| {
            *end = span.end.max(*end);
            Some((span.start, *end))
        });
        Reach { ends: furthest.collect() }
    }

    fn contains(&self, span: Span) -> bool {
        let before = self.ends.partition_point(|(start, _)| *start <= span.start);
        before.checked_sub(1).is_some_and(|last| self.ends[last].1 >= span.end)
    }
}

/// Where in a result something stands: `quote 2, cue`.
#[derive(Debug, Clone, Copy)]
struct Place {
    of: &'static str,
    number: usize,
    part: Option<&'static str>,
}

impl Place {
    fn of(of: &'static str, number: usize) -> Place {
        Place { of, number, part: None }
    }

    fn part(self, part: &'static str) -> Place {
        Place { part: Some(part), ..self }
    }

    fn fault(self, problem: impl Into<String>) -> ErrorKind {
        ErrorKind::Result { place: self.to_string(), problem: problem.into() }
    }

    fn quote(self, text: &str, quote: &Quote<'_>) -> Result<(), ErrorKind> {
        if quote.content.is_empty() {
            return Err(self.fault("it has no content"));
        }
        if !(0.0..=1.0).contains(&quote.attribution.confidence) {
            return Err(self.fault(format!("its confidence is {}", quote.attribution.confidence)));
        }
        for fragment in &quote.content {
            self.part("content").slice(text, fragment)?;
        }
        if quote.content.windows(2).any(|pair| pair[0].span.end > pair[1].span.start) {
            return Err(self.part("content").fault("its fragments are out of order"));
        }
        for (part, slot) in slots(quote) {
            self.part(part).slice(text, slot)?;
            if quote.content.iter().any(|fragment| fragment.span.overlaps(slot.span)) {
                return Err(self.part(part).fault(format!("`{slot}` attributes, yet stands in the content")));
            }
        }
        self.speaker(text, quote.speaker.as_ref())
    }

    fn speaker(self, text: &str, speaker: Option<&Speaker<'_>>) -> Result<(), ErrorKind> {
        let Some(speaker) = speaker else { return Ok(()) };
        self.part("name").slice(text, &speaker.name)?;
        speaker.title.iter().try_for_each(|title| self.part("title").slice(text, title))
    }

    fn slice(self, text: &str, fragment: &Fragment<'_>) -> Result<(), ErrorKind> {
        let Span { start, end } = fragment.span;
        let fault = |problem: String| {
            let place = format!("{self} `{fragment}` at {start}..{end}");
            Err(ErrorKind::Result { place, problem })
        };
        match text.get(start..end) {
            Some("") => fault("it is empty".to_owned()),
            Some(slice) if slice == fragment.text => Ok(()),
            Some(slice) => fault(format!("the text has `{slice}` there")),
            None if end > text.len() => fault(format!("the text ends at {}", text.len())),
            None => fault("it begins after its end, or cuts a character".to_owned()),
        }
    }

    fn claim(self, text: &str, claim: &NumericClaim<'_>) -> Result<(), ErrorKind> {
        self.part("number").slice(text, &claim.number)?;
        for (part, slot) in [("qualifier", &claim.qualifier), ("object", &claim.object)] {
            slot.iter().try_for_each(|fragment| self.part(part).slice(text, fragment))?;
        }
        let sound = match claim.quantity {
            Quantity::Range { low, high } => low.is_finite() && high.is_finite() && low <= high,
            other => other.value().is_some_and(f64::is_finite),
        };
        if sound { Ok(()) } else { Err(self.fault(format!("`{claim}` has no sound value: {:?}", claim.quantity))) }
    }
}

fn slots<'q, 't>(quote: &'q Quote<'t>) -> impl Iterator<Item = (&'static str, &'q Fragment<'t>)> {
    let attribution = &quote.attribution;
    let slots = [
        ("cue", &attribution.cue),
        ("mention", &attribution.mention),
        ("addressee", &attribution.addressee),
        ("medium", &attribution.medium),
        ("time", &attribution.time),
    ];
    slots.into_iter().filter_map(|(part, slot)| Some((part, slot.as_ref()?)))
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.of, self.number + 1)?;
        self.part.map_or(Ok(()), |part| write!(f, ", {part}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“We have 36 boats,” said Ewa Lis, the mayor.\n“We have 40,” said Tom Reed.";

    /// The message for a result that was changed.
    fn fault(change: impl FnOnce(&mut Extraction<'_>)) -> String {
        let mut extraction = crate::extract(TEXT);
        extraction.check(TEXT).expect("what was extracted is sound");
        change(&mut extraction);
        extraction.check(TEXT).expect_err("what was changed is not").to_string()
    }

    #[test]
    fn a_fault_names_its_place() {
        assert_eq!(fault(|e| e.quotes[0].content.clear()), "quote 1: it has no content");
        assert_eq!(fault(|e| e.quotes[1].attribution.confidence = 2.0), "quote 2: its confidence is 2");
        assert_eq!(
            fault(|e| e.quotes[0].attribution.cue.as_mut().unwrap().span.end = 999),
            "quote 1, cue `said` at 24..999: the text ends at 81"
        );
        assert_eq!(
            fault(|e| e.quotes[0].content[0].span.start = 1),
            "quote 1, content `We have 36 boats,` at 1..20: it begins after its end, or cuts a character"
        );
    }

    #[test]
    fn order_and_levels_are_checked() {
        assert!(fault(|e| e.quotes.swap(0, 1)).starts_with("quote 2: it stands before"));
        assert!(
            fault(|e| e.quotes[1].content = e.quotes[0].content.clone()).starts_with("quote 2: it overlaps quote 1")
        );
        assert!(fault(|e| e.quotes[0].attribution.cue = e.quotes[0].content.first().cloned()).contains("attributes"));
        let twice = |e: &mut Extraction<'_>| e.quotes[0].content = vec![e.quotes[0].content[0].clone(); 2];
        assert_eq!(fault(twice), "quote 1, content: its fragments are out of order");
    }

    #[test]
    fn entities_are_checked() {
        let text = "They moved from Kyiv to Warsaw.";
        let mut extraction = crate::extract(text);
        extraction.entities.swap(0, 1);
        let message = extraction.check(text).expect_err("it was changed").to_string();
        assert_eq!(message, "entity 2: it overlaps or precedes the one listed before it");
    }

    #[test]
    fn claims_are_checked() {
        assert!(fault(|e| e.claims = e.quotes[0].claims.clone()).contains("in the article's own voice"));
        assert!(fault(|e| e.quotes[0].claims = e.quotes[1].claims.clone()).contains("stands outside the quote"));
        let backwards = Quantity::Range { low: 2.0, high: 1.0 };
        assert!(fault(|e| e.quotes[0].claims[0].quantity = backwards).contains("no sound value"));
        let endless = Quantity::Exact { value: f64::NAN };
        assert!(fault(|e| e.quotes[0].claims[0].quantity = endless).contains("no sound value"));
        let twice = |e: &mut Extraction<'_>| e.quotes[0].claims = vec![e.quotes[0].claims[0].clone(); 2];
        assert_eq!(fault(twice), "claim 2: `36` and `36` are claimed from the same words");
    }

    #[test]
    fn ids_are_checked() {
        assert!(fault(|e| e.quotes[0].speaker.as_mut().unwrap().id = 1).contains("has the id 1 before 0"));
        assert!(fault(|e| e.quotes[1].speaker.as_mut().unwrap().id = 0).contains("has the id 0 of `Ewa Lis`"));
    }
}
