//! What the page tells about a quote, a claim, a place: plain text in one line.

use indicatif::HumanFloatCount;
use pullquote::{Attribution, Entity, Fragment, NumericClaim, Quantity, Quote, QuoteKind, Speaker, SpeakerKind};

/// `direct`.
pub(crate) fn kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        _ => "indirect",
    }
}

/// `person`.
pub(crate) fn speaker_kind(kind: SpeakerKind) -> &'static str {
    match kind {
        SpeakerKind::Person => "person",
        SpeakerKind::Organization => "organisation",
        SpeakerKind::Group => "group",
        _ => "unnamed",
    }
}

/// `Oksana Dral, Deputy Prime Minister`.
pub(crate) fn speaker(speaker: Option<&Speaker<'_>>) -> String {
    let Some(speaker) = speaker else { return "Nobody named".to_owned() };
    match &speaker.title {
        Some(title) => format!("{}, {title}", speaker.name),
        None => speaker.name.to_string(),
    }
}

/// The words, in quotation marks where they are the speaker's own; ` … ` where the article interrupts them.
pub(crate) fn content(quote: &Quote<'_>) -> String {
    let parts: Vec<&str> = quote.content.iter().map(words).collect();
    match quote.kind {
        QuoteKind::Direct => format!("“{}”", parts.join("” … “")),
        _ => parts.join(" … "),
    }
}

/// `direct · said to reporters on Friday · rule quote_cue_name · confidence 0.98`.
pub(crate) fn quote(quote: &Quote<'_>) -> String {
    let Attribution { cue, addressee, medium, time, .. } = &quote.attribution;
    let slots: Vec<&str> = [cue, addressee, medium, time].into_iter().flatten().map(words).collect();
    let negated = if quote.attribution.negated { "negated" } else { "" };
    let rule = serde_json::to_value(quote.attribution.rule).unwrap_or_default();
    let rule = format!("rule {}", rule.as_str().unwrap_or_default());
    let confidence = format!("confidence {}", quote.attribution.confidence);
    let parts = [kind(quote.kind), &slots.join(" "), negated, &rule, &confidence];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn words<'f>(fragment: &'f Fragment<'_>) -> &'f str {
    &fragment.text
}

/// `at least 36`, `7 to 8 percent`.
pub(crate) fn value(claim: &NumericClaim<'_>) -> String {
    let number = match claim.quantity {
        Quantity::Exact { value } => HumanFloatCount(value).to_string(),
        Quantity::Approx { value } => format!("about {}", HumanFloatCount(value)),
        Quantity::AtLeast { value } => format!("at least {}", HumanFloatCount(value)),
        Quantity::AtMost { value } => format!("at most {}", HumanFloatCount(value)),
        Quantity::Range { low, high } => format!("{} to {}", HumanFloatCount(low), HumanFloatCount(high)),
        _ => String::new(),
    };
    claim.unit.iter().fold(number, |number, unit| format!("{number} {unit}"))
}

/// `at least 36 · claimed by Maria Ortega`.
pub(crate) fn claim(claim: &NumericClaim<'_>, quote: Option<&Quote<'_>>) -> String {
    let claimant = match quote {
        None => "in the article's own voice".to_owned(),
        Some(quote) => match (&quote.speaker, quote.attribution.negated) {
            (None, _) => "claimed by nobody named".to_owned(),
            (Some(speaker), false) => format!("claimed by {}", speaker.name),
            (Some(speaker), true) => format!("denied by {}", speaker.name),
        },
    };
    format!("{} · {claimant}", value(claim))
}

/// `Kyiv · geonames:703448 · UA`.
pub(crate) fn entity(entity: &Entity) -> String {
    let parts = [Some(&entity.name), entity.id.as_ref(), entity.country.as_ref()];
    parts.into_iter().flatten().map(|part| &**part).collect::<Vec<_>>().join(" · ")
}
