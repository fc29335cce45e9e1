//! Exact amounts: decimal digits with a power of ten, over a small divisor.

use std::num::NonZeroU32;

/// `mantissa × 10^exponent ÷ divisor`, without rounding until [`Amount::value`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    mantissa: i128,
    exponent: i32,
    /// Of which the compiler knows that zero is free, so that an `Option<Amount>` takes no more room: amounts are copied a lot.
    divisor: NonZeroU32,
}

impl Amount {
    pub(super) const ONE: Amount = Amount { mantissa: 1, exponent: 0, divisor: NonZeroU32::MIN };

    pub(super) fn of(whole: u64) -> Self {
        Self { mantissa: i128::from(whole), ..Self::ONE }
    }

    /// `numerator ÷ divisor`: `2/3`.
    pub(super) fn fraction(numerator: u64, divisor: u32) -> Option<Self> {
        NonZeroU32::new(divisor).map(|divisor| Self { divisor, ..Self::of(numerator) }.reduced())
    }

    /// Digits with separators: `1,200.50`, `1 500`. `None` where there are more than fit.
    pub(super) fn parse(digits: &str) -> Option<Self> {
        if digits.len() < SHORT && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let whole = |whole, byte| whole * 10 + u64::from(byte - b'0');
            return (!digits.is_empty()).then(|| Self::of(digits.bytes().fold(0, whole)));
        }
        let (mut mantissa, mut exponent, mut decimals, mut any) = (0i128, 0i32, false, false);
        for ch in digits.chars() {
            match ch {
                '0'..='9' => {
                    let digit = i128::from(u32::from(ch) - u32::from('0'));
                    mantissa = mantissa.checked_mul(10)?.checked_add(digit)?;
                    exponent -= i32::from(decimals);
                    any = true;
                }
                '.' if !decimals => decimals = true,
                ',' | '\'' | '’' => {}
                ch if ch.is_whitespace() => {}
                _ => return None,
            }
        }
        any.then_some(Self { mantissa, exponent, ..Self::ONE })
    }

    /// The number as a float: the digit string is read once, so that decimals come out as written.
    pub(super) fn value(self) -> f64 {
        let read = || format!("{}e{}", self.mantissa, self.exponent).parse().unwrap_or_default();
        let whole: f64 = self.exact().unwrap_or_else(read);
        if self.is_undivided() { whole } else { whole / f64::from(self.divisor.get()) }
    }

    /// The value before division where a single operation on floats rounds as reading the digits would: where both mantissa
    /// and power of ten are floats without rounding (Clinger 1990), without a detour through text.
    fn exact(self) -> Option<f64> {
        const POWERS: [f64; 23] = [
            1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
            1e19, 1e20, 1e21, 1e22,
        ];
        if self.exponent == 0 {
            return Some(self.mantissa as f64);
        }
        let power = *POWERS.get(self.exponent.unsigned_abs() as usize)?;
        let mantissa = (self.mantissa.unsigned_abs() < 1 << f64::MANTISSA_DIGITS).then_some(self.mantissa as f64)?;
        Some(if self.exponent < 0 { mantissa / power } else { mantissa * power })
    }

    /// The number where it is whole, not negative and fits.
    pub(super) fn whole(self) -> Option<u64> {
        let scaled = match u32::try_from(self.exponent) {
            Ok(0) => self.mantissa,
            Ok(up) => self.mantissa.checked_mul(10i128.checked_pow(up)?)?,
            Err(_) => {
                let down = 10i128.checked_pow(self.exponent.unsigned_abs())?;
                (self.mantissa % down == 0).then_some(self.mantissa / down)?
            }
        };
        self.is_undivided().then_some(scaled).and_then(|whole| u64::try_from(whole).ok())
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        if other == Self::ONE {
            return Some(self); // as of nearly all numbers
        }
        Some(
            Self {
                mantissa: self.mantissa.checked_mul(other.mantissa)?,
                exponent: self.exponent.checked_add(other.exponent)?,
                divisor: self.divisor.checked_mul(other.divisor)?,
            }
            .reduced(),
        )
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let left = self.lowered(exponent)?.checked_mul(other.divisor.get().into())?;
        let right = other.lowered(exponent)?.checked_mul(self.divisor.get().into())?;
        let divisor = self.divisor.checked_mul(other.divisor)?;
        Some(Self { mantissa: left.checked_add(right)?, exponent, divisor }.reduced())
    }

    pub(super) fn negated(self) -> Self {
        Self { mantissa: -self.mantissa, ..self }
    }

    pub(super) fn divided(self, by: Self) -> Option<Self> {
        let divisor = u32::try_from(by.whole()?).ok().and_then(NonZeroU32::new)?;
        Some(Self { divisor: self.divisor.checked_mul(divisor)?, ..self }.reduced())
    }

    pub(super) fn less_than(self, other: Self) -> bool {
        self.value() < other.value()
    }

    fn lowered(self, exponent: i32) -> Option<i128> {
        let by = u32::try_from(self.exponent.checked_sub(exponent)?).ok()?;
        self.mantissa.checked_mul(10i128.checked_pow(by)?)
    }

    /// Without a divisor where the decimal expansion ends, so that `half a million` is as exact as `500,000`; else unchanged,
    /// so that the one division at the end rounds once.
    fn reduced(self) -> Self {
        if self.is_undivided() {
            return self;
        }
        self.without_divisor().unwrap_or(self)
    }

    fn without_divisor(self) -> Option<Self> {
        let (mut mantissa, mut exponent, mut divisor) = (self.mantissa, self.exponent, self.divisor.get());
        for (factor, cofactor) in [(2, 5), (5, 2)] {
            while divisor % factor == 0 {
                (mantissa, exponent, divisor) =
                    (mantissa.checked_mul(cofactor)?, exponent.checked_sub(1)?, divisor / factor);
            }
        }
        let rest = i128::from(divisor);
        (mantissa % rest == 0).then(|| Self { mantissa: mantissa / rest, exponent, ..Self::ONE })
    }

    fn is_undivided(self) -> bool {
        self.divisor == NonZeroU32::MIN
    }
}

/// So many digits need no more than 64 bits.
const SHORT: usize = 19;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_come_out_as_written() {
        let million = Amount::of(1_000_000);
        let of = |digits| Amount::parse(digits).unwrap();
        assert_eq!(of("1.1").times(million).unwrap().value(), 1_100_000.0);
        assert_eq!(of("0.29").times(Amount::of(100)).unwrap().value(), 29.0);
        assert_eq!(of("1,200.50").value(), 1200.5);
        assert_eq!(Amount::fraction(1, 2).unwrap().times(million).unwrap().whole(), Some(500_000));
        assert_eq!(Amount::fraction(2, 3).unwrap().value(), 2.0 / 3.0);
        assert_eq!(of("2").plus(Amount::fraction(1, 2).unwrap()).unwrap().value(), 2.5);
        assert_eq!(Amount::fraction(2, 3).unwrap().times(Amount::of(900)).unwrap().whole(), Some(600));
    }

    #[test]
    fn values_are_as_their_digits_are_read() {
        let mantissas = [0, 1, -7, 36, 123_456_789, (1 << 53) - 1, 1 << 53, (1 << 53) + 1, i128::from(u64::MAX)];
        for (mantissa, exponent) in mantissas.into_iter().flat_map(|mantissa| (-30..30).map(move |by| (mantissa, by))) {
            let read: f64 = format!("{mantissa}e{exponent}").parse().unwrap();
            assert_eq!(Amount { mantissa, exponent, ..Amount::ONE }.value(), read, "{mantissa}e{exponent}");
        }
    }

    #[test]
    fn nothing_is_divided_by_zero() {
        assert_eq!(Amount::fraction(1, 0), None);
        assert_eq!(Amount::of(6).divided(Amount::of(0)), None);
        assert_eq!(Amount::of(6).divided(Amount::of(4)).unwrap().value(), 1.5);
        assert_eq!(Amount::of(6).divided(Amount::of(7)).unwrap().value(), 6.0 / 7.0);
    }

    #[test]
    fn what_is_less_is_not_the_same() {
        assert!(Amount::parse("1.9").unwrap().less_than(Amount::of(2)));
        assert!(!Amount::of(2).less_than(Amount::of(2)));
        assert!(Amount::of(2).negated().less_than(Amount::ONE));
    }

    #[test]
    fn too_many_digits_are_no_number() {
        assert_eq!(Amount::parse(&"9".repeat(60)), None);
        assert_eq!(Amount::parse(""), None);
        assert_eq!(Amount::parse("1.2.3"), None);
    }
}
