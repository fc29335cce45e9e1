//! Shows how an article was read: each sentence with its shape, each quote with the rule that found it.

fn main() -> anyhow::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "-".to_owned());
    let text = if path == "-" { std::io::read_to_string(std::io::stdin())? } else { std::fs::read_to_string(path)? };
    for (sentence, shape) in pullquote::Extractor::built_in().shapes(&text) {
        println!("{shape:40} {}", sentence.text);
    }
    for quote in &pullquote::extract(&text).quotes {
        let speaker = quote.speaker.as_ref().map_or("nobody", |speaker| &speaker.name.text);
        println!("{:?} {:?} {speaker}: {}", quote.attribution.rule, quote.kind, quote.text());
    }
    Ok(())
}
