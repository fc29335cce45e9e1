//! Hashes of names, eight bytes at a time, and a set of hashes small enough for the nearest cache.

use super::fold;

/// The hash of the letters read so far: what is read may go on, and be asked for its hash at any place.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameHash {
    /// Of all whole eights.
    whole: u64,
    /// The bytes behind them, the first in the lowest bits.
    rest: u64,
    /// How many these are: fewer than eight.
    len: u32,
}

/// An odd number without a pattern: 2^64 over the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl NameHash {
    pub(super) const EMPTY: NameHash = NameHash { whole: SPREAD, rest: 0, len: 0 };

    /// The hash of a name, folded.
    pub(super) fn of(name: &str) -> u64 {
        let mut hash = NameHash::EMPTY;
        match name.is_ascii() {
            true => hash.read_plain(name.as_bytes()),
            false => fold::letters(name).for_each(|letter| hash.read(letter)),
        }
        hash.value()
    }

    /// The hash of all that was read.
    pub(super) fn value(&self) -> u64 {
        // Fewer than eight bytes leave room for their number.
        mixed(self.whole, self.rest | u64::from(self.len) << 56)
    }

    /// Reads a folded letter.
    pub(super) fn read(&mut self, letter: char) {
        letter.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| self.push(byte));
    }

    /// Reads letters in ASCII, which fold to themselves.
    pub(super) fn read_plain(&mut self, letters: &[u8]) {
        if self.len > 0 {
            letters.iter().for_each(|byte| self.push(*byte));
            return;
        }
        let eights = letters.chunks_exact(8);
        let rest = eights.remainder();
        self.whole = eights.fold(self.whole, |hash, eight| mixed(hash, number(eight)));
        (self.rest, self.len) = (number(rest), rest.len() as u32);
    }

    fn push(&mut self, byte: u8) {
        self.rest |= u64::from(byte) << (8 * self.len);
        self.len += 1;
        if self.len == 8 {
            *self = NameHash { whole: mixed(self.whole, self.rest), rest: 0, len: 0 };
        }
    }
}

/// Up to eight bytes as a number, the first in the lowest bits.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte))
}

fn mixed(hash: u64, eight: u64) -> u64 {
    let hash = (hash ^ eight).wrapping_mul(SPREAD);
    hash ^ hash >> 32
}

/// A set of hashes that may hold others too: a bit for each value of a hash's first bits.
#[derive(Debug, Clone)]
pub(super) struct Hashes(Vec<u64>);

/// How many bits of a hash tell its place: the set takes 32 KiB.
const BITS: u32 = 18;

impl Hashes {
    pub(super) fn new(hashes: impl Iterator<Item = u64>) -> Hashes {
        let mut set = vec![0; 1 << (BITS - 6)];
        hashes.for_each(|hash| {
            let (at, bit) = Hashes::place(hash);
            set[at] |= bit;
        });
        Hashes(set)
    }

    /// Whether the hash may be in the set; most that are not are told so.
    pub(super) fn may_hold(&self, hash: u64) -> bool {
        let (at, bit) = Hashes::place(hash);
        self.0[at] & bit != 0
    }

    fn place(hash: u64) -> (usize, u64) {
        let first = hash >> (u64::BITS - BITS);
        ((first >> 6) as usize, 1 << (first & 63))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_same_however_the_letters_are_read() {
        let word = "Northumberland-Ost’s";
        for len in (0..=word.len()).filter(|len| word.is_char_boundary(*len)) {
            for cut in (0..=len).filter(|cut| word.is_char_boundary(*cut)) {
                let mut hash = NameHash::EMPTY;
                for part in [&word[..cut], &word[cut..len]] {
                    match part.is_ascii() {
                        true => hash.read_plain(part.as_bytes()),
                        false => fold::letters(part).for_each(|letter| hash.read(letter)),
                    }
                }
                assert_eq!(hash.value(), NameHash::of(&word[..len]), "{} cut at {cut}", &word[..len]);
            }
        }
        assert_ne!(NameHash::of("Ann"), NameHash::of("Ann\0"));
    }

    #[test]
    fn a_set_holds_its_hashes_and_few_others() {
        let hash = |number: u32| NameHash::of(&format!("Name{number}"));
        let set = Hashes::new((0..10_000).map(hash));
        assert!((0..10_000).all(|number| set.may_hold(hash(number))));
        assert!((10_000..20_000).filter(|number| set.may_hold(hash(*number))).count() < 1_000);
    }
}
