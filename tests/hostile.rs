//! Texts that nobody writes, and texts that are no English: whatever they are, the result is a possible one.

mod check;
#[path = "../benches/text/mod.rs"]
mod text;

use std::fs;
use std::path::Path;

use text::hostile::FAMILIES;

const SENTENCE: &str = "“We lost at least 36 boats,” said Maria Ortega, the regional energy minister, on Monday.";

/// Marks of quotation in every style, with those that only look like one.
const MARKS: [&str; 26] = [
    "“", "”", "„", "‟", "\"", "''", "``", "‘", "’", "‚", "‛", "'", "`", "´", "«", "»", "‹", "›", "「", "」", "『",
    "』", "〝", "＂", "′", "″",
];

/// What stands between words and is no word: controls, ends of lines, marks of direction, and code points without a meaning.
fn controls() -> impl Iterator<Item = char> {
    let ranges = ['\0'..='\u{1f}', '\u{7f}'..='\u{a0}', '\u{2000}'..='\u{200f}', '\u{2028}'..='\u{202f}'];
    let others = ['\u{ad}', '\u{61c}', '\u{180e}', '\u{2060}', '\u{2066}', '\u{2069}', '\u{3000}', '\u{e000}'];
    let no_characters = ['\u{feff}', '\u{fffc}', '\u{fffd}', '\u{fffe}', '\u{ffff}', '\u{e0041}', '\u{10ffff}'];
    ranges.into_iter().flatten().chain(others).chain(no_characters)
}

fn check(text: &str) {
    check::check(text, &pullquote::extract(text));
}

/// The quotes of a text, each as speaker and words.
fn quotes(text: &str) -> Vec<(String, String)> {
    let extraction = pullquote::extract(text);
    check::check(text, &extraction);
    let speaker = |quote: &pullquote::Quote<'_>| quote.speaker.as_ref().map(|speaker| speaker.name.to_string());
    extraction.quotes.iter().map(|quote| (speaker(quote).unwrap_or_default(), quote.text())).collect()
}

#[test]
fn the_families_of_the_benches() {
    for (name, family) in FAMILIES {
        println!("{name}");
        for bytes in [1, 100, 20_000] {
            check(&family(bytes));
        }
    }
}

#[test]
fn lone_marks_of_every_style() {
    for mark in MARKS {
        for text in
            [mark.to_owned(), mark.repeat(3), format!("{mark}\n\n{mark}"), format!(" {mark} "), format!("a{mark}b")]
        {
            check(&text);
        }
        for (at, _) in SENTENCE.match_indices(' ') {
            check(&format!("{}{mark}{}", &SENTENCE[..at], &SENTENCE[at..]));
            check(&format!("{} {mark}{}", &SENTENCE[..at], &SENTENCE[at + 1..]));
        }
    }
}

#[test]
fn marks_of_two_styles() {
    for open in MARKS {
        for close in MARKS {
            check(&format!(
                "{open}We are ready,{close} said Ann Lee. {open}It is late.\n{open}No,{close} she said{close}."
            ));
        }
    }
}

#[test]
fn controls_between_words_and_inside_them() {
    for control in controls() {
        check(&control.to_string());
        check(&SENTENCE.replace(' ', &control.to_string()));
        check(&SENTENCE.replace(' ', &format!(" {control}")));
        check(&SENTENCE.chars().flat_map(|letter| [letter, control]).collect::<String>());
    }
}

#[test]
fn nul_is_no_end() {
    let text = format!("\0{SENTENCE}\0\n\0\n{}", SENTENCE.replace("Maria Ortega", "Ann Lee"));
    let speakers: Vec<String> = quotes(&text).into_iter().map(|(speaker, _)| speaker).collect();
    assert_eq!(speakers, ["Maria Ortega", "Ann Lee"]);
}

#[test]
fn text_from_right_to_left() {
    for text in [
        "«שלום לכולם», אמרה נועה כהן. “שלום,” אמר דוד לוי ב־3 במאי.",
        "قال أحمد سالم: «نحن جاهزون». وأضاف أن ٣٦ قاربًا غرقت.",
        "\u{202b}“We are ready,” said نور خليل, the mayor of القدس.\u{202c}",
        "\u{2067}دخلنا\u{2069} “كنا هنا,” said Ann Lee. She added: \u{200f}“לא”\u{200e}.",
    ] {
        check(text);
    }
    let wrapped = quotes(&format!("\u{202a}{SENTENCE}\u{202c}"));
    assert_eq!(wrapped, quotes(SENTENCE), "marks of direction change no words");
    let quoted = quotes("“نحن جاهزون,” said Ann Lee.");
    assert_eq!(quoted, [("Ann Lee".to_owned(), "نحن جاهزون,".to_owned())]);
}

#[test]
fn emoji_of_every_make() {
    for emoji in [
        "🎉",
        "👩‍🚀",
        "👍🏽",
        "🇺🇦",
        "🏴\u{e0067}\u{e0062}\u{e007f}",
        "3\u{fe0f}\u{20e3}",
        "❤\u{fe0f}",
        "🇺",
        "\u{1f3fd}",
        "\u{200d}",
    ] {
        check(&emoji.repeat(50));
        check(&SENTENCE.replace(' ', emoji));
        check(&SENTENCE.replace("36", emoji));
        check(&SENTENCE.replace("Ortega", &format!("{emoji}Ortega{emoji}")));
        check(&SENTENCE.replace('“', &format!("“{emoji}")).replace('”', &format!("{emoji}”")));
    }
    let quoted = quotes("“We won 🎉👩‍🚀,” said Ann Lee.");
    assert_eq!(quoted, [("Ann Lee".to_owned(), "We won 🎉👩‍🚀,".to_owned())]);
}

#[test]
fn storms_of_combining_marks() {
    let storm = "\u{301}\u{323}\u{489}\u{20dd}".repeat(40);
    check(&storm);
    check(&format!("{storm}{SENTENCE}{storm}"));
    check(&SENTENCE.replace('“', &format!("“{storm}")).replace('”', &format!("{storm}”")));
    check(&SENTENCE.chars().map(|letter| format!("{letter}{storm}")).collect::<String>());
    check(&format!("a{} said Ann Lee.", "\u{301}".repeat(100_000)));
}

/// Our own sentences, with somebody who speaks and a number in each.
#[test]
fn other_languages() {
    for text in [
        "„Wir haben 36 Boote verloren“, sagte die Ministerin Eva Brandt am Montag. Sie fügte hinzu: „Mehr wissen wir nicht.“",
        "« Nous avons perdu 36 bateaux », a déclaré lundi la ministre Claire Dumas. Selon elle, l’eau monte.",
        "«Perdimos 36 barcos», dijo el lunes la ministra Ana Robles. ¿Y ahora? ¡Nada!",
        "— Мы потеряли 36 лодок, — сказала в понедельник министр Анна Лис. «Вода прибывает», — добавила она.",
        "「船を36隻失いました」と大臣の山本花子氏は月曜日に語った。『水が増えている』とも述べた。",
        "部长李华周一说：“我们失去了36条船。”他还说，水位正在上升。",
        "장관 김하나는 월요일 “배 36척을 잃었다”고 말했다.",
        "मंत्री आशा राव ने सोमवार को कहा, “हमने ३६ नावें खो दीं।”",
        "«Χάσαμε 36 βάρκες», είπε τη Δευτέρα η υπουργός Άννα Λέκκα.",
        "“36 tekne kaybettik,” dedi Bakan İpek Işık pazartesi günü. ISPARTA’DA SU YÜKSELİYOR.",
        "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่า “เราเสียเรือไป ๓๖ ลำ”",
        "”Förlorade 36 båtar”, sade ministern Åsa Öberg. »Vattnet stiger», sade hon.",
    ] {
        check(text);
        check(&text.replace([' ', '\u{a0}'], ""));
        check(&text.to_uppercase());
        check(&text.repeat(20));
    }
}

/// Sentences of the cases in `tests/spec`, in which every construction occurs, without their marks.
fn sentences() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the cases are there").flatten().map(|file| file.path()).collect();
    files.sort();
    let mut sentences = Vec::new();
    for file in files {
        let cases = fs::read_to_string(file).expect("a file of cases can be read");
        let lines = cases.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '=']));
        sentences.extend(lines.map(|line| {
            let parts = line.split('{').enumerate();
            let words = parts
                .map(|(n, part)| if n == 0 { part } else { part.split_once(' ').map_or(part, |(_, words)| words) });
            words.collect::<String>().replace('}', "")
        }));
    }
    sentences
}

#[test]
fn text_that_stops_anywhere() {
    let sentences = sentences();
    assert!(sentences.len() > 1000);
    for sentence in sentences {
        for (at, sign) in sentence.char_indices().filter(|(_, sign)| !sign.is_alphanumeric()) {
            // With a quote: where nobody speaks, no speakers are looked for.
            for end in [at, at + sign.len_utf8()] {
                check(&format!("“We left,” said Bo Ek.\n\n{}", &sentence[..end]));
            }
        }
    }
}

#[test]
fn ten_megabytes_are_read_to_the_end() {
    let half = text::one(text::Sort::Wire, 5 << 20, 11).text;
    let whole = half.clone() + &half.replace('\n', " ");
    let extraction = pullquote::extract(&whole);
    extraction.check(&whole).expect("the result is a possible one");
    let last = extraction.quotes.last().expect("somebody speaks").span();
    assert!(last.end > whole.len() - whole.len() / 1000, "the last quote ends at byte {}", last.end);
}

#[test]
fn articles_without_a_line_break() {
    for article in ["agency", "broadsheet", "radio_transcript"] {
        let path = format!("{}/tests/articles/{article}.txt", env!("CARGO_MANIFEST_DIR"));
        let article = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        for between in [" ", "", "\r", "\u{b}", "\u{85}", "\u{2029}"] {
            check(&article.replace('\n', between));
        }
    }
}
