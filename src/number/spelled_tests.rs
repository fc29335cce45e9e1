//! Random numbers, written in every form and read back.

use proptest::prelude::*;

use crate::claim::Quantity;
use crate::extractor::Extractor;

const BELOW_TWENTY: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const MAGNITUDES: [(&str, u64); 4] =
    [("trillion", 1_000_000_000_000), ("billion", 1_000_000_000), ("million", 1_000_000), ("thousand", 1_000)];

/// How a number is spelled: what stands between tens and ones, and before what is below a hundred.
#[derive(Debug, Clone, Copy)]
struct Spelling {
    hyphen: &'static str,
    and: &'static str,
}

fn below_thousand(value: u64, spelling: Spelling) -> String {
    match value {
        0..20 => BELOW_TWENTY[value as usize].to_owned(),
        20..100 if value % 10 == 0 => TENS[value as usize / 10].to_owned(),
        20..100 => format!("{}{}{}", TENS[value as usize / 10], spelling.hyphen, BELOW_TWENTY[value as usize % 10]),
        _ if value % 100 == 0 => format!("{} hundred", BELOW_TWENTY[value as usize / 100]),
        _ => {
            let hundreds = BELOW_TWENTY[value as usize / 100];
            format!("{hundreds} hundred{}{}", spelling.and, below_thousand(value % 100, spelling))
        }
    }
}

fn spelled(value: u64, spelling: Spelling) -> String {
    let mut rest = value;
    let mut groups = Vec::new();
    for (name, magnitude) in MAGNITUDES {
        if rest >= magnitude {
            groups.push(format!("{} {name}", below_thousand(rest / magnitude, spelling)));
            rest %= magnitude;
        }
    }
    let and = if groups.is_empty() || rest >= 100 { " " } else { spelling.and };
    if rest > 0 || groups.is_empty() {
        let last = below_thousand(rest, spelling);
        return if groups.is_empty() { last } else { format!("{}{and}{last}", groups.join(" ")) };
    }
    groups.join(" ")
}

fn grouped(value: u64, separator: &str) -> String {
    let digits = value.to_string();
    let groups: Vec<_> =
        digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    groups.join(separator)
}

/// A number as written, and what it is worth.
type Written = (String, f64);

fn magnitude() -> impl Strategy<Value = (&'static str, u64)> {
    prop::sample::select(MAGNITUDES.to_vec())
}

fn counts() -> BoxedStrategy<Written> {
    let value = prop_oneof![2u64..1000, 2_151u64..1_000_000, 1_000_000u64..999_999_999_999_999];
    let spelling = prop::sample::select(vec![
        Spelling { hyphen: "-", and: " " },
        Spelling { hyphen: "-", and: " and " },
        Spelling { hyphen: " ", and: " and " },
        Spelling { hyphen: "\u{2011}", and: " " },
    ]);
    prop_oneof![
        (value.clone(), prop::sample::select(vec![",", "\u{a0}", "\u{202f}", " "]))
            .prop_map(|(v, by)| (grouped(v, by), v as f64)),
        (2_151u64..9_999_999).prop_map(|v| (v.to_string(), v as f64)),
        (value, spelling).prop_map(|(v, spelling)| (spelled(v, spelling), v as f64)),
        (2u64..13).prop_map(|n| (
            format!("{} dozen", below_thousand(n, Spelling { hyphen: "-", and: " " })),
            12.0 * n as f64
        )),
        prop::sample::select(vec![
            ("a hundred", 100.0),
            ("a dozen", 12.0),
            ("half a dozen", 6.0),
            ("a thousand", 1e3),
            ("half a million", 5e5)
        ])
        .prop_map(|(text, v)| (text.to_owned(), v)),
    ]
    .boxed()
}

/// Decimals are compared with what Rust reads from the same digits shifted, so that not one bit may be lost.
fn scaled() -> BoxedStrategy<Written> {
    let decimal = (1u64..1000, 0u64..1000, magnitude())
        .prop_map(|(whole, part, (name, by))| {
            let digits = format!("{whole}.{part:03}");
            let exact = (whole * 1000 + part) as f64 * (by / 1000) as f64;
            (digits, name, exact)
        })
        .boxed();

    prop_oneof![
        decimal.clone().prop_map(|(digits, name, exact)| (format!("{digits} {name}"), exact)),
        decimal.prop_map(|(digits, name, exact)| (format!("{digits}-{name}"), exact)),
        (2u64..20, magnitude()).prop_map(|(n, (name, by))| {
            (format!("{} and a half {name}", BELOW_TWENTY[n as usize]), n as f64 * by as f64 + by as f64 / 2.0)
        }),
        (2u64..500, magnitude())
            .prop_map(|(n, (name, by))| (format!("{n}½ {name}"), n as f64 * by as f64 + by as f64 / 2.0)),
    ]
    .boxed()
}

fn money() -> BoxedStrategy<Written> {
    let sign = prop::sample::select(vec!["$", "£", "€", "US$", "A$", "¥", "EUR ", "Rs "]);
    let suffix = prop::sample::select(vec![("m", 6), ("bn", 9), (" million", 6), ("k", 3), (" trillion", 12), ("", 0)]);
    (sign, 1u64..100_000, 0u64..100, suffix)
        .prop_map(|(sign, whole, cents, (suffix, by))| {
            let value: f64 = format!("{whole}.{cents:02}e{}", by).parse().unwrap_or_default();
            (format!("{sign}{whole}.{cents:02}{suffix}"), value)
        })
        .boxed()
}

/// Words around numbers in any order.
fn word_salad() -> BoxedStrategy<String> {
    let words = "one two a an half third thirds of the in and to or at age aged 5 12 1,000 2016 3.5 5-4 17-year-old $ £3bn 60% , . ( ) \
                 years old million dozen dozens hundreds as many than more at least under over Ann people No. May from between twice \
                 doubled times five-four vote won per hour every minus − ½ 5km pounds was rose percent out 'S – -";
    let words: Vec<_> = words.split_whitespace().collect();
    prop::collection::vec(prop::sample::select(words), 0..14).prop_map(|words| words.join(" ")).boxed()
}

/// The one value that is read in the sentence.
fn read(sentence: &str) -> Option<Quantity> {
    let claims = Extractor::built_in().extract(sentence).claims;
    (claims.len() == 1).then(|| claims[0].quantity)
}

fn value(sentence: &str) -> Option<f64> {
    read(sentence)?.value()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_500))]

    #[test]
    fn counts_come_back((written, worth) in prop_oneof![counts(), scaled()]) {
        prop_assert_eq!(value(&format!("The storm cut off {written} villages.")), Some(worth), "{}", written);
    }

    #[test]
    fn money_comes_back((written, worth) in money()) {
        prop_assert_eq!(value(&format!("The board spent {written} on a roof.")), Some(worth), "{}", written);
    }

    #[test]
    fn bounds_come_back((written, worth) in counts(), bound in 0usize..4) {
        let (phrase, wanted) = [
            ("at least", Quantity::AtLeast { value: worth }),
            ("fewer than", Quantity::AtMost { value: worth }),
            ("roughly", Quantity::Approx { value: worth }),
            ("just", Quantity::Exact { value: worth }),
        ][bound];
        prop_assert_eq!(read(&format!("The storm cut off {phrase} {written} villages.")), Some(wanted), "{}", written);
    }

    #[test]
    fn ranges_come_back(low in 2u64..200, more in 1u64..200, form in 0usize..5) {
        let high = low + more;
        let spelling = Spelling { hyphen: "-", and: " " };
        let (one, two) = (spelled(low, spelling), spelled(high, spelling));
        let written = [
            format!("{low} to {high} percent"),
            format!("{low}-{high} percent"),
            format!("between {low} and {high} villages"),
            format!("between {one} and {two} villages"),
            format!("{one} to {two} villages"),
        ][form].clone();
        let wanted = Quantity::Range { low: low as f64, high: high as f64 };
        prop_assert_eq!(read(&format!("The storm hit {written}.")), Some(wanted), "{}", written);
    }

    #[test]
    fn shares_come_back(part in 2u64..10, whole in 11u64..100, form in 0usize..5) {
        let nth = [("thirds", 3.0), ("fifths", 5.0), ("tenths", 10.0), ("twentieths", 20.0)][whole as usize % 4];
        let (one, two) = (BELOW_TWENTY[part as usize], spelled(whole, Spelling { hyphen: "-", and: " " }));
        let (written, worth) = [
            (format!("{one}-{} of the villages", nth.0), part as f64 / nth.1),
            (format!("{part} of the {whole} villages"), part as f64 / whole as f64),
            (format!("{one} out of {two} villages"), part as f64 / whole as f64),
            (format!("one in {two} villages"), 1.0 / whole as f64),
            (format!("{one} times as many villages"), part as f64),
        ][form].clone();
        prop_assert_eq!(value(&format!("The storm cut off {written}.")), Some(worth), "{}", written);
    }

    #[test]
    fn any_text_is_read_without_panic(text in prop_oneof!["[-–0-9a-z $£½%.,/()'’\\n]{0,60}|\\PC{0,60}", word_salad()]) {
        let claims = Extractor::built_in().extract(&text).claims;
        for (n, claim) in claims.iter().enumerate() {
            prop_assert_eq!(claim.number.span.of(&text), claim.number.text.as_ref());
            prop_assert!(!claim.number.text.is_empty());
            prop_assert!(!matches!(claim.quantity, Quantity::Range { low, high } if low > high), "{}", text);
            prop_assert!(n == 0 || claims[n - 1].number.span.end <= claim.number.span.start);
        }
    }
}

#[test]
fn the_ends_of_a_range_stand_in_order_whatever_their_units() {
    let Some(Quantity::Range { low, high }) = read("10p-1") else { panic!("10p-1 is a range") };
    assert!(low <= high, "{low} to {high}");
}
