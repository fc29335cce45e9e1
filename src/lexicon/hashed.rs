//! Words by their hash: a look-up reads a word once, eight bytes at a time, and compares no strings.

/// The longest word, in bytes, that is looked up; longer ones are no words.
const LONGEST: usize = 40;

/// An open hash table from words to numbers below 2^20. It keeps 44 bits of a word's hash with the number: two words of
/// one hash would share it, which tests rule out for the words of the tables.
#[derive(Debug, Clone)]
pub(crate) struct HashedWords {
    groups: Vec<Group>,
    used: usize,
}

/// Zeros, or hashes with the number in their lowest bits, in one line of the cache. All are looked at together: how far a
/// word stands from its place cannot be foretold, and processors wait for the memory where they foretell it wrong.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(32))]
struct Group([u64; GROUP]);

/// How many slots a group has.
const GROUP: usize = 4;

impl Group {
    /// The slot with the hash, else the first that is free.
    #[inline]
    fn slot(&self, hash: u64) -> Option<usize> {
        let fits = |slot: u64| (slot <= NUMBER) | (slot ^ hash <= NUMBER);
        let all = self.0.iter().rev().fold(0, |all, slot| all << 1 | u32::from(fits(*slot)));
        (all != 0).then_some(all.trailing_zeros() as usize)
    }
}

/// The lowest bits of a slot, which hold the number.
const NUMBER: u64 = (1 << 20) - 1;

impl HashedWords {
    /// A table with room for three quarters of `slots` words, a power of two.
    pub(crate) fn with_slots(slots: usize) -> HashedWords {
        HashedWords { groups: vec![Group::default(); slots.next_power_of_two().div_ceil(GROUP)], used: 0 }
    }

    /// The number of a word as the text writes it, in any case; 0 where the table lacks it, `None` where it is too long to
    /// be a word.
    pub(crate) fn get(&self, written: &str) -> Option<u64> {
        hash_of(written).map(|hash| self.found(hash))
    }

    /// The same of a word whose hash is known.
    pub(crate) fn get_plain(&self, word: PlainWord) -> Option<u64> {
        (word.len <= LONGEST).then(|| self.found(word.hash))
    }

    /// Changes the number of a word in small letters; what was not there is 0.
    pub(crate) fn update(&mut self, word: &str, change: impl FnOnce(u64) -> u64) {
        let Some(hash) = hash_of(word) else { return };
        if (self.used + 1) * 4 > self.groups.len() * GROUP * 3 {
            self.grow();
        }
        let (group, slot) = self.place(hash);
        let slot = &mut self.groups[group].0[slot];
        self.used += usize::from(*slot == 0);
        *slot = hash | change(*slot & NUMBER);
    }

    /// As by `place`, which also tells where: without it a look-up takes a third fewer instructions, an extraction 1 %.
    fn found(&self, hash: u64) -> u64 {
        let last = self.groups.len() - 1;
        let mut group = (hash >> 24) as usize & last;
        loop {
            let slots = self.groups[group].0;
            let fitting = slots.map(|slot| if slot ^ hash <= NUMBER { slot } else { 0 });
            let found = fitting.iter().fold(0, |all, slot| all | slot);
            // Slots are filled in their order.
            if (found != 0) | (slots[GROUP - 1] == 0) {
                return found & NUMBER;
            }
            group = (group + 1) & last;
        }
    }

    /// The group and the slot where the hash stands or would stand; the table is never full.
    fn place(&self, hash: u64) -> (usize, usize) {
        let last = self.groups.len() - 1;
        let mut group = (hash >> 24) as usize & last;
        loop {
            if let Some(slot) = self.groups[group].slot(hash) {
                return (group, slot);
            }
            group = (group + 1) & last;
        }
    }

    fn grow(&mut self) {
        let larger = vec![Group::default(); self.groups.len() * 2];
        let before = std::mem::replace(&mut self.groups, larger);
        for found in before.into_iter().flat_map(|group| group.0).filter(|found| *found != 0) {
            let (group, slot) = self.place(found);
            self.groups[group].0[slot] = found;
        }
    }
}

/// The hash of a word, with nothing in the bits of its number; `None` where it is too long to be a word.
fn hash_of(written: &str) -> Option<u64> {
    let bytes = written.as_bytes();
    let bytes = bytes.strip_suffix(b".").unwrap_or(bytes);
    let (hash, ascii) = hashed(bytes.get(..LONGEST).unwrap_or(bytes), SMALL);
    match ascii {
        true => (bytes.len() <= LONGEST).then_some(hash),
        false => hash_of_clitic(written).or_else(|| hash_of_folded(written)),
    }
}

/// The same of what a typographic apostrophe parts from a word: `’s`, far more often than any other word outside ASCII.
fn hash_of_clitic(written: &str) -> Option<u64> {
    let letters = written.strip_prefix('’').map(str::as_bytes).filter(|letters| letters.len() < 8)?;
    let eight = letters.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)) << 8 | u64::from(b'\'');
    letters.is_ascii().then(|| mixed(SPREAD, eight | SMALL & first_bytes(letters.len() + 1)) & !NUMBER)
}

/// The same of a word with letters outside ASCII.
#[inline(never)] // its buffer would burden the look-up of all other words
fn hash_of_folded(written: &str) -> Option<u64> {
    let mut buffer = [0; LONGEST];
    let word = folded(written, &mut buffer)?.as_bytes();
    Some(hashed(word, if word.is_ascii() { SMALL } else { 0 }).0)
}

/// The bit that makes an ASCII letter small, in each of eight bytes. What else stands in words has it, but `@` and `_`,
/// which stand in no word of the tables.
const SMALL: u64 = each(0x20);

/// An odd number without a pattern: 2^64 over the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// The hash of a word, and whether it is ASCII. Reads eight bytes at a time with further bits `set`. Each step spreads over
/// all bits: neighbouring words must not stand in neighbouring slots.
fn hashed(word: &[u8], set: u64) -> (u64, bool) {
    let mut all = 0;
    let mut mix = |hash: u64, eight: u64, len: usize| {
        all |= eight;
        mixed(hash, eight | set & first_bytes(len))
    };
    let four = |bytes: &[u8]| u64::from(u32::from_le_bytes(bytes.try_into().expect("four bytes were cut")));
    let (len, rest) = (word.len(), word.len() % 8);
    let hash = word.chunks_exact(8).fold(SPREAD, |hash, bytes| mix(hash, eight(bytes), 8));
    // The last bytes are put together without a loop, where there are others with those before them.
    let hash = match len {
        _ if rest == 0 => hash,
        1..4 => {
            let byte = |at: usize| u64::from(word[at]) << (8 * at);
            mix(hash, byte(0) | byte(len / 2) | byte(len - 1), rest)
        }
        4..8 => mix(hash, four(&word[..4]) | four(&word[len - 4..]) << (8 * (len - 4)), rest),
        _ => mix(hash, eight(&word[len - 8..]) >> (8 * (8 - rest)), rest),
    };
    (hash & !NUMBER, all & HIGHEST == 0)
}

fn eight(bytes: &[u8]) -> u64 {
    u64::from_le_bytes(bytes.try_into().expect("eight bytes were cut"))
}

fn mixed(hash: u64, eight: u64) -> u64 {
    let hash = (hash ^ eight).wrapping_mul(SPREAD);
    hash ^ hash >> 32
}

/// The bits of so many bytes, up to eight, as the first of eight are read.
fn first_bytes(len: usize) -> u64 {
    !(!0u64).checked_shl(8 * len as u32).unwrap_or_default()
}

/// The highest bit of each of eight bytes.
const HIGHEST: u64 = each(0x80);

/// The same bits in each of eight bytes.
const fn each(bits: u8) -> u64 {
    u64::from_ne_bytes([bits; 8])
}

/// How many of eight bytes, from the first on, are ASCII letters.
fn letters(eight: u64) -> usize {
    // Without the highest bits nothing is carried from one byte to the next.
    let small = (eight | SMALL) & !HIGHEST;
    let from_a = small + each(0x80 - b'a');
    let after_z = small + each(0x7f - b'z');
    let letters = from_a & !after_z & !eight & HIGHEST;
    (!letters & HIGHEST).trailing_zeros() as usize / 8
}

/// A run of ASCII letters, as most words are: measured and hashed in one look, eight bytes at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PlainWord {
    /// In bytes.
    pub(crate) len: usize,
    /// Whether all letters are capitals.
    pub(crate) capitals: bool,
    /// Whether all are small.
    pub(crate) small: bool,
    hash: u64,
}

impl PlainWord {
    /// The letters at the start, if any; `None` too where the text ends within eight bytes of them.
    pub(crate) fn starts(bytes: &[u8]) -> Option<PlainWord> {
        let (mut len, mut hash, mut capitals, mut small) = (0, SPREAD, true, true);
        loop {
            let next = eight(bytes.get(len..len + 8)?);
            let more = letters(next);
            let next = next & first_bytes(more);
            if more > 0 {
                let lower = next | SMALL & first_bytes(more);
                hash = mixed(hash, lower);
                capitals &= next & SMALL == 0;
                small &= next == lower;
            }
            len += more;
            if more < 8 {
                return (len > 0).then_some(PlainWord { len, capitals, small, hash: hash & !NUMBER });
            }
        }
    }
}

/// The word in the form in which it is looked up: lower case, straight apostrophes, no final dot, nothing invisible.
/// `None` where it is too long to be a word.
fn folded<'b>(written: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    let written = written.strip_suffix('.').unwrap_or(written);
    if written.is_ascii() {
        let room = buffer.get_mut(..written.len())?;
        room.copy_from_slice(written.as_bytes());
        room.make_ascii_lowercase();
        return std::str::from_utf8(room).ok();
    }
    let mut len = 0;
    for ch in written.chars() {
        let ch = match ch {
            '’' | '\u{2bc}' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => continue,
            ch if ch.is_ascii() => ch.to_ascii_lowercase(),
            ch => ch.to_lowercase().next().unwrap_or(ch),
        };
        let room = buffer.get_mut(len..len + ch.len_utf8())?;
        ch.encode_utf8(room);
        len += ch.len_utf8();
    }
    std::str::from_utf8(&buffer[..len]).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_written() {
        let mut table = HashedWords::with_slots(2);
        let words = ["'s", "a", "as", "act", "mayor", "don't", "minister", "spokeswoman", "prime-ministerial", "côte"];
        for (number, word) in (1..).zip(words) {
            table.update(word, |_| number);
            table.update(word, |known| known + 100);
        }
        let written =
            ["’S", "A", "As.", "ACT", "ma\u{ad}yor", "Don’t", "Minister", "SpokesWoman.", "prime‑ministerial", "CÔTE"];
        for (number, word) in (101..).zip(written) {
            assert_eq!(table.get(word), Some(number), "{word}");
        }
        for other in ["", ".", "act s", "mayo", "ministers", "cote"] {
            assert_eq!(table.get(other), Some(0), "{other}");
        }
        assert_eq!(table.get(&"a".repeat(LONGEST + 1)), None);
    }

    #[test]
    fn plain_words_are_measured_and_have_the_hash_of_all_words() {
        let letters = "SpokesWomanship".repeat(3);
        for len in 1..=letters.len() {
            for end in [" ", "\0", "@", "[", "`", "{", "é", "-", "9", "\u{10ffff}"] {
                let text = format!("{}{end}.......", &letters[..len]);
                let word = PlainWord::starts(text.as_bytes()).unwrap();
                assert_eq!((word.len, word.capitals), (len, len == 1), "{text}");
                assert_eq!(Some(word.hash), hash_of(&text[..len]).or((len > LONGEST).then_some(word.hash)), "{text}");
            }
        }
        assert!(PlainWord::starts(b"OPEC......").unwrap().capitals);
        assert!(PlainWord::starts(b"ministers ......").unwrap().small);
        assert!(!PlainWord::starts(b"ministerS ......").unwrap().small);
        assert_eq!(PlainWord::starts("é.......".as_bytes()), None);
        assert_eq!(PlainWord::starts(b"too few"), None);
    }
}
