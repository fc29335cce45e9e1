//! A hasher for the maps that live as long as one article: the standard one takes a tenth of an extraction.

use std::hash::{BuildHasher, Hasher, RandomState};

use once_cell::sync::Lazy;

/// A map by quick hashes.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, Quick>;

/// Builds hashers from a number that is drawn once a process, so that no text can be written to collide.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Quick(u64);

impl Default for Quick {
    fn default() -> Self {
        static SEED: Lazy<u64> = Lazy::new(|| RandomState::new().hash_one(0));
        Quick(*SEED)
    }
}

impl BuildHasher for Quick {
    type Hasher = QuickHasher;
    fn build_hasher(&self) -> QuickHasher {
        QuickHasher(self.0)
    }
}

/// Multiplies what it is given into 128 bits and folds them, as wyhash does.
#[derive(Debug)]
pub(crate) struct QuickHasher(u64);

impl QuickHasher {
    fn mix(&mut self, part: u64) {
        let product = u128::from(self.0 ^ part) * u128::from(SPREAD);
        self.0 = product as u64 ^ (product >> 64) as u64;
    }
}

/// An odd number without a pattern: 2^64 over the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        for eight in bytes.chunks(8) {
            self.mix(eight.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(byte.into()); // the end of a string
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn hashes_of_like_keys_differ_in_all_bits() {
        let keys: Vec<String> = (0..10_000).map(|number| format!("name{number}")).collect();
        let hashes: HashSet<u64> = keys.iter().map(|key| Quick(7).hash_one(&**key)).collect();
        assert_eq!(hashes.len(), keys.len());
        for bit in 0..64 {
            let set = hashes.iter().filter(|hash| *hash >> bit & 1 == 1).count();
            assert!((4_500..5_500).contains(&set), "bit {bit} is set in {set} of {}", keys.len());
        }
    }
}
