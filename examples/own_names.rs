//! A newsroom's own names beside the built-in ones: `cargo run --example own_names`.
//!
//! The table stands in the program. One in a file is read with [`Gazetteer::from_reader`], which refuses a table that is not
//! UTF-8 and names the line.

use pullquote::{Extractor, Gazetteer};

const NAMES: &str = "\
kind\tname\taliases\ttitle\tid\tcountry
person\tMaria Ortega\tM. Ortega\tregional energy minister\tdesk:17\tES
person\tReading Okafor\t\tmayor of Springvale\tdesk:18\t
organization\tSpringvale Courier\tthe Courier\t\tdesk:19\t
place\tSpringvale\tOld Springvale\t\tdesk:20\t
";

const ARTICLE: &str = "\
SPRINGVALE (Springvale Courier) - Maria Ortega flew in from Kyiv on Monday to meet Reading Okafor.
“The lights are on again,” Ortega said in Old Springvale. Reading the papers, she left for Paris.
";

fn main() -> Result<(), pullquote::Error> {
    let own = Gazetteer::from_tsv(NAMES)?;
    let extractor = Extractor::builder().gazetteer(own).build()?;
    for found in extractor.extract(ARTICLE).entities {
        let (entity, id) = (&found.entity, found.entity.id.as_deref().unwrap_or("-"));
        println!("{:<20} {:?} {} ({id})", found.mention.text, entity.kind, entity.name);
    }
    let mistake = Gazetteer::from_tsv("kind\tname\nplanet\tMars\n").unwrap_err();
    println!("{mistake}");
    Ok(())
}
