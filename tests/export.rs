//! The exports against the rules of the formats: required members, contexts, and offsets that lead back to the words.

mod check;

use std::collections::HashSet;

use pullquote::export::{OffsetUnit, brat, rows, schema_org, web_annotation};
use pullquote::{Extraction, SpeakerKind};
use serde_json::Value;

const SOURCE: &str = "https://news.example/a1";

/// Has every kind of quote and claim, characters of one to four bytes, and an interrupted quote.
const ARTICLE: &str = "Curaçao 👍 opens its harbour

“We have restored power to at least 36 villages,” said Maria Ortega, the regional energy minister. “It cost €3–5 million.”

Ortega denied that nine workers were hurt. A senior official called it a “naïve 👍 plan”, and residents said they had waited 12 days.

“No.”

According to the Institute for Sea Ice, up to 40 ships a day would come to Kyiv.
";

fn article() -> Extraction<'static> {
    let extraction = pullquote::extract(ARTICLE);
    check::check(ARTICLE, &extraction);
    assert!(extraction.quotes.len() >= 5, "{extraction:#?}");
    assert!(extraction.quotes.iter().any(|quote| quote.content.len() > 1), "an interrupted quote");
    extraction
}

fn json(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).expect("an export can be written as JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no string"))
}

fn number(value: &Value) -> usize {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no offset")) as usize
}

/// What Python reads at these offsets.
fn code_points(start: usize, end: usize) -> String {
    ARTICLE.chars().skip(start).take(end - start).collect()
}

/// What JavaScript reads at these offsets.
fn utf16(start: usize, end: usize) -> String {
    let units: Vec<u16> = ARTICLE.encode_utf16().collect();
    String::from_utf16(&units[start..end]).expect("offsets do not cut a character")
}

#[test]
fn web_annotation_has_what_the_model_requires() {
    let extraction = article();
    let page = json(&web_annotation::page(ARTICLE, &extraction, SOURCE));
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(page["type"], "AnnotationPage");
    let items = list(&page["items"]);
    let expected = extraction.quotes.len() + extraction.all_claims().len() + extraction.entities.len();
    assert_eq!(items.len(), expected, "every quote, claim and entity has its annotation");
    let ids: HashSet<&str> = items.iter().map(|item| text(&item["id"])).chain([text(&page["id"])]).collect();
    assert_eq!(ids.len(), items.len() + 1, "each id is used once");
    assert!(ids.iter().all(|id| id.starts_with(SOURCE)));
    items.iter().for_each(check_annotation);
}

fn check_annotation(item: &Value) {
    const MOTIVATIONS: [&str; 4] = ["identifying", "describing", "tagging", "linking"];
    assert_eq!(item["type"], "Annotation");
    assert!(MOTIVATIONS.contains(&text(&item["motivation"])), "{item}");
    for body in list(&item["body"]) {
        assert_eq!(body["type"], "TextualBody");
        assert!(!text(&body["value"]).is_empty() && MOTIVATIONS.contains(&text(&body["purpose"])), "{body}");
    }
    assert!(!list(&item["target"]).is_empty(), "an annotation has one target or more");
    list(&item["target"]).iter().for_each(check_target);
}

fn check_target(target: &Value) {
    assert_eq!((&target["type"], &target["source"]), (&"SpecificResource".into(), &SOURCE.into()));
    let [quote, position] = list(&target["selector"]) else { panic!("{target}") };
    assert_eq!((&quote["type"], &position["type"]), (&"TextQuoteSelector".into(), &"TextPositionSelector".into()));
    let (start, end) = (number(&position["start"]), number(&position["end"]));
    assert_eq!(code_points(start, end), text(&quote["exact"]), "both selectors select the same words");
    assert_eq!(code_points(start.saturating_sub(32), start), text(&quote["prefix"]));
    assert_eq!(code_points(end, end + 32), text(&quote["suffix"]));
}

#[test]
fn web_annotation_has_one_target_a_stretch() {
    let extraction = article();
    let page = json(&web_annotation::page(ARTICLE, &extraction, SOURCE));
    for (quote, item) in extraction.quotes.iter().zip(list(&page["items"])) {
        let exact: Vec<&str> =
            list(&item["target"]).iter().map(|target| text(&target["selector"][0]["exact"])).collect();
        let content: Vec<&str> = quote.content.iter().map(|fragment| &*fragment.text).collect();
        assert_eq!(exact, content);
    }
}

#[test]
fn web_annotation_keeps_the_fragment_of_a_source() {
    let page = json(&web_annotation::page("", &Extraction::default(), "https://news.example/a1#story"));
    assert_eq!(page["id"], "https://news.example/a1#story-page-0");
    assert!(list(&page["items"]).is_empty());
}

/// The properties that schema.org defines for each type, itself or by inheritance, as far as they are used.
fn properties(kind: &str) -> &'static [&'static str] {
    match kind {
        "Person" => &["name", "description", "jobTitle", "alternateName", "identifier"],
        "Organization" => &["name", "description", "alternateName", "identifier"],
        "Quotation" => &["text", "spokenByCharacter", "isPartOf", "inLanguage"],
        "Claim" => &["text", "author", "appearance", "about", "inLanguage"],
        "QuantitativeValue" => &["value", "minValue", "maxValue", "unitText", "name"],
        "MonetaryAmount" => &["value", "minValue", "maxValue", "currency", "name"],
        "PropertyValue" => &["propertyID", "value"],
        other => panic!("schema.org export has no type {other}"),
    }
}

#[test]
fn schema_org_uses_its_types_and_properties() {
    let extraction = article();
    let document = json(&schema_org::graph(&extraction, SOURCE));
    assert_eq!(document["@context"], "https://schema.org");
    let nodes = list(&document["@graph"]);
    nodes.iter().for_each(check_node);
    let ids: HashSet<&str> = nodes.iter().map(|node| text(&node["@id"])).collect();
    assert_eq!(ids.len(), nodes.len(), "each @id is used once");
    for (property, node) in nodes.iter().flat_map(references) {
        let known = ids.contains(node) || (matches!(property, "isPartOf" | "appearance") && node == SOURCE);
        assert!(known, "{property} names {node}, which is not there");
    }
}

fn check_node(node: &Value) {
    let members = node.as_object().unwrap_or_else(|| panic!("{node} is no node"));
    let known = properties(text(&node["@type"]));
    for (name, value) in members {
        assert!(name.starts_with('@') || known.contains(&name.as_str()), "{name} in {node}");
        assert!(!value.is_null(), "{name} is null in {node}");
        if value.get("@type").is_some() {
            check_node(value);
        }
    }
}

fn references(node: &Value) -> Vec<(&str, &str)> {
    let members = node.as_object().into_iter().flatten();
    members.filter_map(|(name, value)| Some((name.as_str(), value.get("@id")?.as_str()?))).collect()
}

#[test]
fn schema_org_names_nobody_as_author_of_what_they_deny() {
    let article = "Ann Lee denied that nine workers were hurt.";
    let extraction = pullquote::extract(article);
    assert!(extraction.quotes[0].attribution.negated);
    assert_eq!(extraction.quotes[0].claims.len(), 1);
    assert!(schema_org::graph(&extraction, SOURCE).graph.is_empty());
}

#[test]
fn schema_org_gives_reported_speech_as_claims_and_descriptions_as_no_names() {
    let extraction = pullquote::extract("A senior official told reporters that the dam had burst.");
    let speaker = extraction.quotes[0].speaker.as_ref().expect("it has a speaker");
    assert_eq!(speaker.kind, SpeakerKind::Unnamed);
    let graph = json(&schema_org::graph(&extraction, SOURCE));
    let [speaker, claim] = list(&graph["@graph"]) else { panic!("{graph}") };
    assert_eq!(speaker["@type"], "Person");
    assert!(text(&speaker["description"]).ends_with("senior official"));
    assert!(speaker.get("name").is_none());
    assert_eq!((&claim["@type"], &claim["text"]), (&"Claim".into(), &"the dam had burst".into()));
}

#[test]
fn schema_org_gives_money_and_bounds() {
    let extraction = pullquote::extract("“It cost $3-5 million and took at least nine days,” said Ann Lee.");
    let graph = json(&schema_org::graph(&extraction, SOURCE));
    let [.., money, days] = list(&graph["@graph"]) else { panic!("{graph}") };
    assert_eq!(money["about"]["@type"], "MonetaryAmount");
    assert_eq!((&money["about"]["minValue"], &money["about"]["maxValue"]), (&3e6.into(), &5e6.into()));
    assert_eq!(money["about"]["currency"], "USD");
    assert_eq!((&days["about"]["minValue"], &days["about"]["unitText"]), (&9.0.into(), &"day".into()));
    assert!(days["about"].get("maxValue").is_none());
}

/// `T1 <tab> Content 1 14;31 46 <tab> words`, taken apart as brat does.
fn check_text_bound(line: &str) {
    let [_, place, words] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
    let (role, spans) = place.split_once(' ').expect("a type and spans");
    assert!(["Content", "Cue", "Source"].contains(&role), "{line}");
    let stretches: Vec<String> = spans.split(';').map(stretch).collect();
    assert_eq!(stretches.join(" "), words, "the words are those at the offsets");
}

fn stretch(span: &str) -> String {
    let (start, end) = span.split_once(' ').expect("start and end");
    code_points(start.parse().expect("an offset"), end.parse().expect("an offset"))
}

#[test]
fn brat_lines_are_well_formed() {
    let standoff = brat::standoff(ARTICLE, &article()).to_string();
    let ids: Vec<&str> = standoff.lines().filter_map(|line| line.split('\t').next()).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "each id is used once");
    for line in standoff.lines() {
        match line.as_bytes()[0] {
            b'T' => check_text_bound(line),
            b'R' => check_relation(line, &ids),
            b'A' => assert!(ids.contains(&line.split(' ').nth(1).expect("an attribute is of something")), "{line}"),
            b'#' => assert!(line.contains("\tAnnotatorNotes T") && line.split('\t').count() == 3, "{line}"),
            _ => panic!("brat knows no such line: {line}"),
        }
    }
}

fn check_relation(line: &str, ids: &[&str]) {
    let (_, relation) = line.split_once('\t').expect("an id");
    let [name, content, other] = relation.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
    assert_eq!(name, "Attribution");
    let named = [content.strip_prefix("Arg1:"), other.strip_prefix("Arg2:")];
    assert!(named.iter().all(|id| id.is_some_and(|id| ids.contains(&id))), "{line}");
}

/// Two quotes of one source, the first over the end of a line.
const TWO_QUOTES: &str = r#"{"quotes": [
    {"kind": "indirect", "content": [{"start": 13, "end": 33, "text": "the dam\u2028 had burst"}], "speaker": null, "claims": [],
     "attribution": {"rule": "name_cue_clause", "confidence": 0.8, "cue": {"start": 8, "end": 12, "text": "said"},
                     "mention": {"start": 0, "end": 7, "text": "Ann Lee"}, "negated": false}},
    {"kind": "direct", "content": [{"start": 48, "end": 56, "text": "We left."}], "speaker": null, "claims": [],
     "attribution": {"rule": "and_cue_quote", "confidence": 0.8, "cue": {"start": 38, "end": 43, "text": "added"},
                     "mention": {"start": 0, "end": 7, "text": "Ann Lee"}, "negated": true}}],
    "claims": [], "entities": []}"#;

#[test]
fn brat_cuts_a_quote_where_a_line_ends_and_keeps_one_source() {
    let article = "Ann Lee said the dam\u{2028} had burst and added: “We left.”";
    let extraction: Extraction<'static> = serde_json::from_str(TWO_QUOTES).expect("a possible result");
    let expected = "\
T1\tContent 13 20;22 31\tthe dam had burst
T2\tSource 0 7\tAnn Lee
T3\tCue 8 12\tsaid
T4\tContent 44 52\tWe left.
T5\tCue 36 41\tadded
R1\tAttribution Arg1:T1 Arg2:T2
R2\tAttribution Arg1:T1 Arg2:T3
R3\tAttribution Arg1:T4 Arg2:T2
R4\tAttribution Arg1:T4 Arg2:T5
A1\tKind T1 Indirect
A2\tKind T4 Direct
A3\tNegated T4
#1\tAnnotatorNotes T1\tname_cue_clause 0.8
#2\tAnnotatorNotes T4\tand_cue_quote 0.8
";
    assert_eq!(brat::standoff(article, &extraction).to_string(), expected);
}

#[test]
fn brat_configuration_declares_what_is_written() {
    let standoff = brat::standoff(ARTICLE, &article());
    for attribute in &standoff.attributes {
        let declared = brat::CONFIGURATION.lines().find(|line| line.starts_with(&format!("{}\t", attribute.name)));
        let declared = declared.unwrap_or_else(|| panic!("{} is not declared", attribute.name));
        assert!(attribute.value.is_none_or(|value| declared.contains(value)), "{declared}");
    }
}

#[test]
fn rows_lead_back_to_the_words_in_every_unit() {
    let extraction = article();
    let read = |unit, start: usize, end: usize| match unit {
        OffsetUnit::Bytes => ARTICLE[start..end].to_owned(),
        OffsetUnit::CodePoints => code_points(start, end),
        OffsetUnit::Utf16 => utf16(start, end),
        _ => panic!("a unit without a test"),
    };
    for unit in [OffsetUnit::Bytes, OffsetUnit::CodePoints, OffsetUnit::Utf16] {
        for (row, quote) in rows::quotes(ARTICLE, &extraction, unit).iter().zip(&extraction.quotes) {
            assert_eq!(read(unit, row.start, row.end), quote.span().of(ARTICLE));
            let stretches = row.content_at.split(';').map(|span| span.split_once('-').expect("start-end"));
            let words: Vec<String> =
                stretches.map(|(start, end)| read(unit, start.parse().unwrap(), end.parse().unwrap())).collect();
            assert_eq!(words.join(" "), row.text);
        }
        for (row, (_, claim)) in rows::claims(ARTICLE, &extraction, unit).iter().zip(extraction.all_claims()) {
            assert_eq!(read(unit, row.start, row.end), claim.span().of(ARTICLE));
        }
    }
}

#[test]
fn rows_are_one_a_quote_and_one_a_claim() {
    let extraction = article();
    assert_eq!(rows::quotes(ARTICLE, &extraction, OffsetUnit::Bytes).len(), extraction.quotes.len());
    let claims = rows::claims(ARTICLE, &extraction, OffsetUnit::Bytes);
    assert_eq!(claims.len(), extraction.all_claims().len());
    for (row, (quote, _)) in claims.iter().zip(extraction.all_claims()) {
        assert_eq!(row.quote.map(|number| &extraction.quotes[number]), quote);
    }
}

#[test]
fn rows_are_flat_csv() {
    let extraction = article();
    let mut csv = csv::Writer::from_writer(Vec::new());
    for row in rows::quotes(ARTICLE, &extraction, OffsetUnit::Utf16) {
        csv.serialize(row).expect("a row has no nested fields");
    }
    let bytes = csv.into_inner().expect("it is written");
    let mut reader = csv::Reader::from_reader(&bytes[..]);
    let column = reader.headers().expect("a header").iter().position(|name| name == "speaker");
    let speakers: Vec<String> = reader
        .records()
        .map(|record| record.expect("as many cells as columns")[column.expect("a column of speakers")].to_owned())
        .collect();
    assert_eq!(speakers.len(), extraction.quotes.len());
    assert_eq!(speakers[0], "Maria Ortega");
}
