//! Which stretches of the article are marked, cut where marks begin and end, so that they may overlap in any way.

use pullquote::{EntityKind, Extraction, Span};

/// What a stretch is marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Layer {
    Quote,
    Cue,
    Speaker,
    Title,
    Claim,
    Place,
}

impl Layer {
    /// Its class in the style sheet.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Layer::Quote => "quote",
            Layer::Cue => "cue",
            Layer::Speaker => "speaker",
            Layer::Title => "title",
            Layer::Claim => "claim",
            Layer::Place => "place",
        }
    }
}

/// A marked stretch and the thing in the side panel that tells about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Mark {
    pub(crate) span: Span,
    pub(crate) layer: Layer,
    pub(crate) about: Option<About>,
}

/// An entry of the side panel, by its number in the extraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum About {
    Quote(usize),
    Claim(usize),
    Place(usize),
}

impl About {
    /// Its id in the page.
    pub(crate) fn id(self) -> String {
        match self {
            About::Quote(number) => format!("q{number}"),
            About::Claim(number) => format!("c{number}"),
            About::Place(number) => format!("p{number}"),
        }
    }
}

/// A stretch without the beginning or end of a mark inside.
#[derive(Debug)]
pub(crate) struct Stretch<'m> {
    pub(crate) span: Span,
    pub(crate) marks: Vec<&'m Mark>,
}

/// Everything to be marked, in text order.
pub(crate) fn marks(extraction: &Extraction<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (number, quote) in extraction.quotes.iter().enumerate() {
        let about = Some(About::Quote(number));
        marks.extend(quote.content.iter().map(|part| Mark { span: part.span, layer: Layer::Quote, about }));
        let (cue, mention) = (&quote.attribution.cue, &quote.attribution.mention);
        marks.extend(cue.iter().map(|cue| Mark { span: cue.span, layer: Layer::Cue, about }));
        marks.extend(mention.iter().map(|mention| Mark { span: mention.span, layer: Layer::Speaker, about }));
        let speaker = quote.speaker.iter();
        marks.extend(speaker.clone().map(|speaker| plain(speaker.name.span, Layer::Speaker)));
        marks.extend(speaker.filter_map(|speaker| Some(plain(speaker.title.as_ref()?.span, Layer::Title))));
    }
    for (number, (_, claim)) in extraction.all_claims().into_iter().enumerate() {
        marks.push(Mark { span: claim.span(), layer: Layer::Claim, about: Some(About::Claim(number)) });
    }
    for (number, found) in extraction.entities.iter().enumerate() {
        if found.entity.kind == EntityKind::Place {
            marks.push(Mark { span: found.mention.span, layer: Layer::Place, about: Some(About::Place(number)) });
        }
    }
    marks.sort_unstable();
    marks.dedup();
    marks
}

fn plain(span: Span, layer: Layer) -> Mark {
    Mark { span, layer, about: None }
}

/// `line` in stretches, the unmarked ones too.
pub(crate) fn stretches(line: Span, marks: &[Mark]) -> Vec<Stretch<'_>> {
    let marks: Vec<&Mark> = marks.iter().filter(|mark| mark.span.overlaps(line)).collect();
    let ends = marks.iter().flat_map(|mark| [mark.span.start, mark.span.end]);
    let mut cuts: Vec<usize> = ends.filter(|at| line.start < *at && *at < line.end).collect();
    cuts.extend([line.start, line.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let spans = cuts.windows(2).map(|pair| Span::new(pair[0], pair[1]));
    spans.map(|span| Stretch { span, marks: over(span, &marks) }).collect()
}

/// The marks on all of `span`, quotes before what stands in them.
fn over<'m>(span: Span, marks: &[&'m Mark]) -> Vec<&'m Mark> {
    let mut over: Vec<&Mark> = marks.iter().copied().filter(|mark| mark.span.contains(span)).collect();
    over.sort_by_key(|mark| mark.layer);
    over
}
