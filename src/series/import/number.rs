//! Numbers in data files, to the last bit in practice and without the tables of the standard library's parser, which weigh ten
//! kilobytes that do not compress.
//!
//! Up to 19 digits are kept as a whole number and moved by a power of ten in twice the precision of an `f64` (Dekker 1971),
//! so the one rounding at the end is the right one unless the exact value lies within a part in 2^45 of the middle between
//! two neighbours. Attributes are read by a smaller parser, which needs fewer digits.

/// The powers of ten up to this one are exact in an `f64`.
const EXACT_POWER: u32 = 22;
/// So many digits always fit into a `u64`.
const MOST_DIGITS: u32 = 19;
/// No `f64` needs a larger exponent with 19 digits before it; what is beyond is nothing or infinite.
const MOST_EXPONENT: i32 = 400;

/// The number that `text` writes in decimal, with `point` before the fraction, an optional sign and an optional exponent; `None`
/// when it is no such number, or too large for an `f64`.
///
/// Digits after the nineteenth are dropped, which moves the answer by less than one part in 10^18.
pub fn number(text: &[u8], point: u8) -> Option<f64> {
    let (negative, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        all => (false, all),
    };
    let (mut digits, mut significant, mut exponent) = (0_u64, 0, 0_i32);
    let (mut any, mut after_point) = (false, false);
    let mut rest = text;
    while let [byte, tail @ ..] = rest {
        match byte {
            b'0'..=b'9' if significant < MOST_DIGITS => {
                digits = digits * 10 + u64::from(byte - b'0');
                significant += u32::from(digits > 0);
                exponent = exponent.saturating_sub(i32::from(after_point));
            }
            b'0'..=b'9' => exponent = exponent.saturating_add(i32::from(!after_point)),
            b'e' | b'E' => {
                exponent = exponent.saturating_add(whole(tail)?);
                break;
            }
            _ if *byte == point && !after_point => after_point = true,
            _ => return None,
        }
        any |= byte.is_ascii_digit();
        rest = tail;
    }
    let size = any.then(|| scaled(digits, exponent.clamp(-MOST_EXPONENT, MOST_EXPONENT)))?;
    size.is_finite().then_some(if negative { -size } else { size })
}

/// A whole number with an optional sign, held within what an exponent can mean.
fn whole(text: &[u8]) -> Option<i32> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        all => (false, all),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let size = digits.iter().fold(0, |n: i32, byte| (n * 10 + i32::from(byte - b'0')).min(1_000_000));
    Some(if negative { -size } else { size })
}

/// `digits * 10^exponent`, rounded once.
fn scaled(digits: u64, exponent: i32) -> f64 {
    let high = digits as f64;
    // 2^64 is the one value of `high` that has no `u64`, and 19 digits stay below it.
    let mut value = Double { high, low: (digits as i64).wrapping_sub(high as u64 as i64) as f64 };
    let mut left = exponent.unsigned_abs();
    while left > 0 && value.high > 0.0 && value.high.is_finite() {
        let step = left.min(EXACT_POWER);
        let power = (0..step).fold(1.0, |power, _| power * 10.0);
        value = if exponent < 0 { value.over(power) } else { value.times(power) };
        left -= step;
    }
    // An infinite part has no remainder to add.
    if value.high.is_finite() { value.high + value.low } else { value.high }
}

/// A number as the sum of two, the second below the precision of the first.
#[derive(Clone, Copy)]
struct Double {
    high: f64,
    low: f64,
}

impl Double {
    fn times(self, factor: f64) -> Self {
        let product = exact_product(self.high, factor);
        Self::normal(product.high, product.low + self.low * factor)
    }

    fn over(self, divisor: f64) -> Self {
        let quotient = self.high / divisor;
        let back = exact_product(quotient, divisor);
        let left = (self.high - back.high) - back.low + self.low;
        Self::normal(quotient, left / divisor)
    }

    fn normal(high: f64, low: f64) -> Self {
        let sum = high + low;
        Self { high: sum, low: low - (sum - high) }
    }
}

/// The product and what its rounding left out.
fn exact_product(a: f64, b: f64) -> Double {
    let ((a1, a2), (b1, b2)) = (halves(a), halves(b));
    let high = a * b;
    Double { high, low: ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2 }
}

/// Two numbers of 26 bits that make up the one of 53 (Veltkamp).
fn halves(x: f64) -> (f64, f64) {
    let shifted = 134_217_729.0 * x;
    let high = shifted - (shifted - x);
    (high, x - high)
}

#[cfg(test)]
mod tests {
    use super::number;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<f64> {
        number(text.as_bytes(), b'.')
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "", ".", "-", "+-1", "1.2.3", "e5", ".e5", "1e", "1e+", "1e1.5", "1 ", " 1", "NaN", "inf", "0x10", "1,5", "1e999",
            "１",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_mark_before_the_fraction_is_the_one_that_was_named() {
        assert_eq!(number(b"-1234,5", b','), Some(-1234.5));
        assert_eq!(number(b"1.5", b','), None);
    }

    #[test]
    fn far_exponents_end_at_nothing_and_at_infinity() {
        assert_eq!((read("1e-999"), read("0e99999999999"), read("1e308")), (Some(0.0), Some(0.0), Some(1e308)));
        assert_eq!(read("1.8e308"), None);
        assert_eq!(read(&format!("1{}", "0".repeat(400))), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn prices_and_yields_are_read_to_the_last_bit(digits in "[1-9][0-9]{0,18}", places in 0..25_usize, sign in "-?") {
            let text = match digits.len().checked_sub(places) {
                Some(at) => format!("{sign}{}.{}", &digits[..at], &digits[at..]),
                None => format!("{sign}0.{}{digits}", "0".repeat(places - digits.len())),
            };
            prop_assert_eq!(read(&text).map(f64::to_bits), text.parse().ok().map(f64::to_bits), "{}", text);
        }

        #[test]
        fn what_programs_write_is_read_back_to_the_last_bit(value in -1e40..1e40_f64, down in 0..60_i32) {
            let value = value * 10_f64.powi(-down);
            for text in [format!("{value}"), format!("{value:e}")] {
                let digits = text.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
                if digits <= 19 {
                    prop_assert_eq!(read(&text).map(f64::to_bits), Some(value.to_bits()), "{}", text);
                }
            }
        }

        #[test]
        fn more_digits_move_it_by_less_than_a_part_in_ten_to_the_fifteenth(text in "[1-9][0-9]{0,30}\\.[0-9]{0,30}([eE][-+]?[0-9]{1,2})?") {
            let expected: f64 = text.parse().unwrap();
            prop_assert!((read(&text).unwrap() - expected).abs() <= 1e-15 * expected, "{}", text);
        }

        #[test]
        fn no_text_panics(text in "[-+.,eE0-9]{0,60}") {
            let _ = read(&text);
        }
    }
}
