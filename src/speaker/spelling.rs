//! When two spellings are one name.

/// The letters of a word as names are compared: lower case, straight apostrophes, no dots, no accents on Latin letters.
pub(super) fn folded(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(counts).flat_map(char::to_lowercase).map(plain)
}

/// Whether the character is no dot and not invisible.
fn counts(ch: &char) -> bool {
    !matches!(ch, '.' | '\u{ad}' | '\u{200b}'..='\u{200d}')
}

/// The same of a word in ASCII, as most are, byte by byte.
fn plain_letters(word: &str) -> Option<impl Iterator<Item = char>> {
    let letters = word.bytes().filter(|byte| *byte != b'.').map(|byte| byte.to_ascii_lowercase() as char);
    word.is_ascii().then_some(letters)
}

/// Whether two words have the same letters; mostly their first letters tell.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let folds = || !one.is_ascii() || one.bytes().any(|byte| byte == b'\'');
    !begin_apart(one, other) && (one.eq_ignore_ascii_case(other) || folds() && folded(one).eq(folded(other)))
}

/// How many letters a folded word has.
pub(super) fn letters_of(word: &str) -> usize {
    plain_letters(word).map_or_else(|| folded(word).count(), Iterator::count)
}

/// A folded word, or several, as a hash: names are looked up by it many times, and nobody needs the letters again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Key(u64);

impl Key {
    /// The key of one word.
    pub(super) fn of(word: &str) -> Key {
        match plain_letters(word) {
            Some(letters) => Key::spelled(letters),
            // As of `folded`, but few letters need the tables of Unicode.
            None => word.chars().filter(counts).fold(Key::EMPTY, |key, ch| match plain(ch.to_ascii_lowercase()) {
                letter if letter.is_ascii() => key.with(letter),
                other => other.to_lowercase().map(plain).fold(key, Key::with),
            }),
        }
    }

    /// The key of a word with these letters (FNV-1a).
    pub(super) fn spelled(letters: impl Iterator<Item = char>) -> Key {
        letters.fold(Key::EMPTY, Key::with)
    }

    /// Of no letters.
    const EMPTY: Key = Key(0xcbf2_9ce4_8422_2325);

    fn with(self, letter: char) -> Key {
        Key((self.0 ^ u64::from(u32::from(letter))).wrapping_mul(0x0000_0100_0000_01b3))
    }
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

/// Whether two words differ by one typing error, or by two where they are long: `Kostin`, `Koston`; `Zelensky`,
/// `Zelenskyy`. The first letters must agree, and short words must be the same.
pub(super) fn alike(one: &str, other: &str) -> bool {
    if surely_differ(one, other) {
        return false;
    }
    let (mut letters, mut other_letters) = (['\0'; LONGEST], ['\0'; LONGEST]);
    let (Some(some), Some(others)) = (spread(one, &mut letters), spread(other, &mut other_letters)) else {
        return folded(one).eq(folded(other));
    };
    let shorter = some.len().min(others.len());
    if shorter < 5 || some[0] != others[0] {
        return some == others;
    }
    distance(some, others) <= if shorter >= 8 { 2 } else { 1 }
}

/// The first words by their first letters, a bit each: those that may be alike stand under one letter.
#[derive(Debug, Default)]
pub(super) struct Initials {
    /// For each letter from `a` on.
    of_letter: [u128; 26],
    /// Of words that begin with anything else.
    other: u128,
}

impl Initials {
    /// Adds a word of this number; what has a number from 128 on is left out.
    pub(super) fn add(&mut self, word: &str, number: usize) {
        let letter =
            plain_initial(word).and_then(|letter| self.of_letter.get_mut(usize::from(letter) - usize::from(b'a')));
        *letter.unwrap_or(&mut self.other) |= 1u128.checked_shl(number as u32).unwrap_or_default();
    }

    /// The numbers of the words that may be alike, in their order.
    pub(super) fn of(&self, word: &str) -> impl Iterator<Item = usize> + use<> {
        let letter = plain_initial(word).and_then(|letter| self.of_letter.get(usize::from(letter) - usize::from(b'a')));
        let mut left = match letter {
            Some(same) => same | self.other,
            None => self.of_letter.iter().fold(self.other, |all, some| all | some),
        };
        std::iter::from_fn(move || {
            let next = (left != 0).then(|| left.trailing_zeros() as usize);
            left &= left.wrapping_sub(1);
            next
        })
    }
}

/// The letter with which a word begins, if it is plain.
fn plain_initial(word: &str) -> Option<u8> {
    word.bytes().next().filter(u8::is_ascii_alphabetic).map(|byte| byte.to_ascii_lowercase())
}

/// A glance at two words: whether plain first letters differ, or one has too many letters more. It spares the comparison of
/// nearly all pairs.
fn surely_differ(one: &str, other: &str) -> bool {
    let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    begin_apart(one, other) || one.len().abs_diff(other.len()) > 2 && plain(one) && plain(other)
}

/// Whether the words begin with different letters or digits in ASCII.
fn begin_apart(one: &str, other: &str) -> bool {
    let first =
        |word: &str| word.bytes().next().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase());
    matches!((first(one), first(other)), (Some(one), Some(other)) if one != other)
}

/// The longest word, in letters, that is compared letter by letter.
const LONGEST: usize = 24;

/// The letters of a word, unless there are too many.
fn spread<'b>(word: &str, buffer: &'b mut [char; LONGEST]) -> Option<&'b [char]> {
    let mut len = 0;
    let mut push = |letter| {
        *buffer.get_mut(len)? = letter;
        len += 1;
        Some(())
    };
    match plain_letters(word) {
        Some(mut letters) => letters.try_for_each(&mut push)?,
        None => folded(word).try_for_each(&mut push)?,
    }
    Some(&buffer[..len])
}

/// Edit distance (Levenshtein 1966) by dynamic programming over two rows.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: [usize; LONGEST + 1] = std::array::from_fn(|at| at);
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
        assert!(alike("McClenney", "MCLENNEY"));
        assert!(alike("smith", "smyth"));
        assert!(alike("poroshenko", "porochenka"));
    }

    #[test]
    fn short_and_different_words_are_not() {
        assert!(!alike("lee", "lea"));
        assert!(!alike("kostin", "rostin"));
        assert!(!alike("miller", "millions"));
        assert!(!alike("Miller", "Millers-Petersen"));
    }

    #[test]
    fn two_errors_are_too_many_for_a_word_of_seven_letters() {
        assert!(!alike("kostin", "kastan"));
        assert!(!alike("kostinov", "kostin"));
        assert!(!alike("aaronsen", "aronson"));
    }

    #[test]
    fn accents_and_apostrophes_fold() {
        assert_eq!(Key::of("O’Neill"), Key::of("O'NEILL"));
        assert!(folded("Müller").eq("muller".chars()));
        assert_eq!(Key::of("ŁÓDŹ."), Key::of("lodz"));
        assert!(is_same("Müller", "Muller"));
        assert!(is_same("O'Neill", "O’Neill"));
        assert!(!is_same("Müller", "Miller"));
    }

    #[test]
    fn words_stand_under_their_first_letters() {
        let mut initials = Initials::default();
        for (number, word) in ["kostin", "lee", "éluard"].into_iter().enumerate() {
            initials.add(word, number);
        }
        initials.add("lis", 1);
        initials.add("élan", 1);
        let under = |word| initials.of(word).collect::<Vec<_>>();
        assert_eq!(under("Koston"), [0, 1, 2], "what begins with no plain letter may be alike");
        assert_eq!(under("lea"), [1, 2]);
        assert_eq!(under("moss"), [1, 2]);
        assert_eq!(under("éva"), [0, 1, 2]);
    }
}
