//! The letters without which a pattern cannot match: a glance at them spares most searches.

/// A set of ASCII letters and signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Letters(u128);

impl Letters {
    /// The letters of a shape.
    pub(super) fn of(shape: &str) -> Letters {
        Letters(shape.bytes().fold(0, |all, letter| all | bit(letter)))
    }

    /// Whether the letter is one of these.
    pub(super) fn has(self, letter: u8) -> bool {
        self.0 & bit(letter) != 0
    }

    /// Whether all of these are among the others.
    pub(super) fn are_in(self, others: Letters) -> bool {
        self.0 & !others.0 == 0
    }

    /// The letters that stand in every text that the pattern matches, as far as its groups tell. White space in the pattern
    /// means nothing.
    pub(super) fn needed(pattern: &str) -> Letters {
        let pattern: Vec<u8> = pattern.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
        Letters(Reader { pattern: &pattern, at: 0 }.alternatives())
    }
}

fn bit(letter: u8) -> u128 {
    1u128.checked_shl(letter.into()).unwrap_or_default()
}

struct Reader<'p> {
    pattern: &'p [u8],
    at: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<u8> {
        self.at += 1;
        self.pattern.get(self.at - 1).copied()
    }

    fn passes(&mut self, text: &[u8]) -> bool {
        let passes = self.pattern.get(self.at..).is_some_and(|rest| rest.starts_with(text));
        self.at += if passes { text.len() } else { 0 };
        passes
    }

    /// Up to the end of the group: what all alternatives need.
    fn alternatives(&mut self) -> u128 {
        let (mut all, mut one) = (u128::MAX, 0);
        while let Some(byte) = self.next() {
            match byte {
                b')' => break,
                b'|' => (all, one) = (all & one, 0),
                byte => {
                    let needed = self.piece(byte);
                    one |= if self.may_lack() { 0 } else { needed };
                }
            }
        }
        all & one
    }

    fn piece(&mut self, first: u8) -> u128 {
        match first {
            b'(' => {
                if self.passes(b"?<") {
                    while self.next().is_some_and(|byte| byte != b'>') {}
                } else {
                    self.passes(b"?:");
                }
                self.alternatives()
            }
            b'[' => self.class(),
            b'\\' => self.next().map_or(0, bit),
            b'^' | b'$' | b'.' => 0,
            letter => bit(letter),
        }
    }

    /// The letter of a class that has but one.
    fn class(&mut self) -> u128 {
        let first = self.at;
        while self.next().is_some_and(|byte| byte != b']') {}
        match self.pattern.get(first..self.at) {
            Some([letter, b']']) => bit(*letter),
            _ => 0,
        }
    }

    /// Passes over what says how often; whether that may be never.
    fn may_lack(&mut self) -> bool {
        let often = self.pattern.get(self.at..).unwrap_or_default();
        match often.first() {
            Some(b'*' | b'?' | b'+') => self.at += 1,
            Some(b'{') => while self.next().is_some_and(|byte| byte != b'}') {},
            _ => return false,
        }
        self.passes(b"?"); // rather seldom
        matches!(often, [b'*' | b'?', ..] | [b'{', b'0', ..])
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn what_every_match_has() {
        let needed = |pattern| Letters::needed(pattern);
        assert_eq!(needed("^ (?<who>N) [,] C+? x{2,3} $"), Letters::of("N,Cx"));
        assert_eq!(needed("(?:NQ|Q.,)"), Letters::of("Q"));
        assert_eq!(needed(r"a* b? c?? d{0,3}? [ef] [^g] (?:h|) (?:i\.)* \(j"), Letters::of("(j"));
        assert_eq!(needed("(?:(?:aQ)?|b)|c"), Letters::default());
    }

    #[test]
    fn a_set_is_in_another() {
        assert!(Letters::of("QN").are_in(Letters::of("NVQ.")));
        assert!(!Letters::of("QN").are_in(Letters::of("NV.")));
        assert!(Letters::default().are_in(Letters::default()));
    }
}
