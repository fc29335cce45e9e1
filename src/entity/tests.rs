//! Sentences with the entities marked: `{place Kyiv}`, `{person Ann Lee}`, `{org UN}`.

use crate::extraction::{EntityKind, Extraction};
use crate::{Extractor, Gazetteer, Span};

/// Takes the marks out, extracts, puts the marks found back in, and compares.
fn check(marked: &str) {
    let text = plain(marked);
    assert_eq!(with_marks(&text, &crate::extract(&text)), marked);
}

fn plain(marked: &str) -> String {
    let mut text = String::new();
    for part in marked.split('{') {
        match part.split_once('}') {
            Some((inside, after)) => {
                text.push_str(inside.split_once(' ').expect("a mark holds a kind and a name").1);
                text.push_str(after);
            }
            None => text.push_str(part),
        }
    }
    text
}

fn with_marks(text: &str, extraction: &Extraction<'_>) -> String {
    let (mut marked, mut at) = (String::new(), 0);
    for found in &extraction.entities {
        let span = found.mention.span;
        let kind = match found.entity.kind {
            EntityKind::Person => "person",
            EntityKind::Place => "place",
            EntityKind::Organization => "org",
        };
        marked += Span::new(at, span.start).of(text);
        marked += &format!("{{{kind} {}}}", found.mention.text);
        at = span.end;
    }
    marked + &text[at..]
}

#[test]
fn common_words_at_the_start_of_a_sentence_are_no_places() {
    check("Reading the report took hours. They met in {place Reading} afterwards.");
    check("Mobile phones were banned. The storm hit {place Mobile}, {place Alabama}.");
    check("Nice weather helped. The mayor of {place Nice} said so.");
    check("In March they came. March was wet.");
    check("It was made in {place China}. {place China} denied it, and {place Turkey} too.");
    check("To win, he must wait. Than they knew, it was more.");
}

#[test]
fn names_of_people_that_are_also_places_are_told_by_their_neighbours() {
    check("{person Hillary Clinton} spoke. {person Clinton} left early.");
    check("Paris Hilton flew to {place Paris}.");
    check("Michael Jordan flew to {place Jordan}. Jordan stayed a week.");
    check("Chad Miller will travel to {place Chad}.");
    check("The senator from {place Georgia} thanked Georgia Smith.");
    check("Mr. Washington will fly to {place Washington}.");
}

#[test]
fn what_a_noun_is_called_is_no_place() {
    check("They raised the trawler Aurora, which had sunk.");
    check("They moved to {place Aurora}, and the city of {place Aurora} grew. The suburb {place Aurora} grew too.");
    check("The northern {place Aurora} grew. They want a united {place Aurora}. The trawler {place London} sank.");
}

#[test]
fn places_inside_longer_names_are_none() {
    check("The {org Bank of England} raised rates in {place England}.");
    check("She teaches at the {org University of Kansas}, in {place Kansas}.");
    check("The Duke of Sussex lives in {place California}.");
    check("The Ohio Historical Society will always meet somewhere in {place Ohio}.");
    check("The Ohio {org Democratic Party} met in {place Ohio}, and so did {place Ohio} {org Republicans}.");
    check("The Boston Marathon Committee thanked {place Boston}.");
}

#[test]
fn several_places_of_one_name_are_told_by_the_countries_named() {
    let country = |text: &str| {
        let found = crate::extract(text).entities;
        let last = found.last().expect("a place is named");
        (last.entity.name.to_string(), last.entity.country.as_deref().unwrap_or_default().to_owned())
    };
    assert_eq!(country("In Canada, the mayor spoke. He lives in London."), ("London".into(), "CA".into()));
    assert_eq!(country("The mayor spoke. He lives in London."), ("London".into(), "GB".into()));
    assert_eq!(country("He flew from Tbilisi to Georgia."), ("Georgia".into(), "GE".into()));
    let first = |text: &str| crate::extract(text).entities[0].entity.country.as_deref().unwrap_or_default().to_owned();
    for (text, there) in [
        ("She was born in London, Ontario, and lives in England.", "CA"),
        ("BIRMINGHAM, Ala. (AP) — She came from England.", "US"),
        ("She was born in London, Canada was home to her.", "CA"),
        ("She was born in London. Ontario was home to her.", "GB"),
        ("She flew from London to Ontario, and England, she said, was far.", "GB"),
    ] {
        assert_eq!(first(text), there, "{text}");
    }
    assert_eq!(country("He flew from Alabama to Georgia.").1, "US");
}

#[test]
fn spellings_lead_to_one_entity() {
    for text in
        ["He is in Kiev.", "He is in Kyiv.", "KYIV, Ukraine — He came.", "the Kyiv-based firm", "He is in Kyiv’s zoo."]
    {
        let found = crate::extract(text).entities;
        assert_eq!(found[0].entity.id.as_deref(), Some("geonames:703448"), "in {text:?}");
    }
    for text in ["in São Paulo", "in Sao\u{a0}Paulo", "in SÃO PAULO", "SAO PAULO (Agency)"] {
        assert_eq!(&*crate::extract(text).entities[0].entity.name, "São Paulo", "in {text:?}");
    }
}

#[test]
fn abbreviations_of_states_follow_a_town() {
    check("{place Tampa}, {place FL}, and {place Columbia}, {place S.C.}, agreed.");
    check("Sen. Ann Lee (R-{place Ky.}) met Bob Ray, D-{place Ohio}.");
    check("ALL WENT WELL IN THE END, OR SO");
    check("He said OK. PA systems failed, OR so it seems.");
}

#[test]
fn a_surname_alone_means_the_person_named_before() {
    check("Kostin arrived late. {person Andriy Kostin} spoke, and {person Kostin} left. Maria Kostin stayed.");
    check("{person Bill de Blasio} came. {person De Blasio} sat. The mayor, {person de Blasio}, stood.");
    check("Fighters of {org al-Qaida} shop at {org eBay}, said {person Ursula von der Leyen}.");
    check("{person John Kerry} met {person Sergei Lavrov}. {person Kerry} smiled.");
}

#[test]
fn capitals_of_headlines_are_no_acronyms() {
    check("WHO WON THE RACE");
    check("The {org WHO} said so.");
}

#[test]
fn names_of_a_user_come_first() {
    let own = "kind\tname\taliases\tid\nplace\tSpringfield\t\tdesk:1\nperson\tReading Okafor\tR. Okafor\tdesk:2\n";
    let extractor = Extractor::builder().gazetteer(Gazetteer::from_tsv(own).unwrap()).build().unwrap();
    let found = extractor.extract("Reading Okafor, of Springfield, flew to Kyiv. Okafor slept.").entities;
    let ids: Vec<_> = found.iter().map(|found| found.entity.id.as_deref().unwrap_or_default()).collect();
    assert_eq!(ids, ["desk:2", "desk:1", "geonames:703448", "desk:2"]);
    let only = Extractor::builder().gazetteer_only(Gazetteer::from_tsv(own).unwrap()).build().unwrap();
    assert_eq!(only.extract("Springfield is not Kyiv.").entities.len(), 1);
}

#[test]
fn any_text_is_taken() {
    for text in [
        "",
        " ",
        "São",
        "ÀÀÀÀ",
        "Kyiv",
        "KYIV-",
        "Kyiv-\u{301}",
        "D.C",
        "U.S.",
        "“Paris",
        "Bank of ",
        "New\nYork",
        "İ",
        "ﬁ",
    ] {
        for found in crate::extract(text).entities {
            assert_eq!(found.mention.span.of(text), found.mention.text);
        }
    }
}
