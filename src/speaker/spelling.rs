//! When two spellings are one name.

/// The word as names are compared: lower case, straight apostrophes, no dots, no accents on Latin letters.
pub(super) fn folded(word: &str) -> String {
    word.chars()
        .filter(|ch| !matches!(ch, '.' | '\u{ad}' | '\u{200b}'..='\u{200d}'))
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect()
}

fn plain(ch: char) -> char {
    match ch {
        '’' | '\u{2bc}' | '‘' => '\'',
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ō' | 'ő' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ñ' | 'ń' | 'ň' => 'n',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ý' | 'ÿ' => 'y',
        'ł' => 'l',
        'ğ' => 'g',
        'ť' | 'ţ' | 'ț' => 't',
        'ď' | 'đ' => 'd',
        'ř' => 'r',
        other => other,
    }
}

/// Whether two folded words differ by one typing error, or by two where they are long: `Kostin`, `Koston`; `Zelensky`,
/// `Zelenskyy`. The first letters must agree, and short words must be the same.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    if shorter < 5 || one[0] != other[0] || one.len().max(other.len()) > 24 {
        return one == other;
    }
    distance(&one, &other) <= if shorter >= 8 { 2 } else { 1 }
}

/// Edit distance (Levenshtein 1966) by dynamic programming over two rows.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let substituted = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_typing_error_and_transliteration_are_alike() {
        assert!(alike("kostin", "koston"));
        assert!(alike("zelensky", "zelenskyy"));
        assert!(alike("mcclenney", "mclenney"));
    }

    #[test]
    fn short_and_different_words_are_not() {
        assert!(!alike("lee", "lea"));
        assert!(!alike("kostin", "rostin"));
        assert!(!alike("miller", "millions"));
    }

    #[test]
    fn accents_and_apostrophes_fold() {
        assert_eq!(folded("O’Neill"), folded("O'NEILL"));
        assert_eq!(folded("Müller"), "muller");
    }
}
