//! From a number to its digits.

/// From this size on a number is written by doubling its digits, below it by way of one whole number and one fraction.
const LARGE: f64 = 18_446_744_073_709_551_616.0;
/// So many binary digits of a fraction are kept: all of them from 2^-71 on, and below that more decimals than are ever written.
const FRACTION_BITS: u32 = 124;
/// Two to that power.
const FRACTION_UNIT: f64 = 21_267_647_932_558_653_966_460_912_964_485_513_216.0;
/// The bits of a significand behind its leading one, and what an exponent is stored with.
const SIGNIFICAND_BITS: u32 = 52;
const EXPONENT_BIAS: u32 = 1023;
/// The most decimals that [`shortest`] tries.
const MOST_DECIMALS: u8 = 17;

/// The number with so many decimals, at most 20, rounded to the nearest and halfway to the even digit; as the standard library writes it,
/// digit for digit. A number that is not finite is `NaN`.
///
/// ```
/// use yenlens::decimal::fixed;
/// assert_eq!((fixed(-1234.567, 1), fixed(0.125, 2), fixed(2.5, 0)), ("-1234.6".into(), "0.12".into(), "2".into()));
/// ```
#[must_use]
pub fn fixed(value: f64, decimals: u8) -> String {
    let size = value.abs();
    if !size.is_finite() {
        return "NaN".to_owned();
    }
    let decimals = usize::from(decimals.min(20));
    let mut digits = if size < LARGE { rounded(size, decimals) } else { doubled(size, decimals) };
    if decimals > 0 {
        digits.insert(digits.len() - decimals, b'.');
    }
    if value.is_sign_negative() {
        digits.insert(0, b'-');
    }
    digits.into_iter().map(char::from).collect()
}

/// The number with the fewest decimals from which it can be read again, or with 17 where there are none.
///
/// ```
/// use yenlens::decimal::shortest;
/// assert_eq!((shortest(0.95), shortest(-60.0), shortest(1e21)), ("0.95".into(), "-60".into(), "1000000000000000000000".into()));
/// ```
#[must_use]
pub fn shortest(value: f64) -> String {
    let mut text = fixed(value, 0);
    let mut decimals = 0;
    while value.fract() != 0.0
        && decimals < MOST_DECIMALS
        && super::decimal(&text).is_some_and(|read| read.to_bits() != value.to_bits())
    {
        decimals += 1;
        text = fixed(value, decimals);
    }
    text
}

/// The digits of a whole number.
fn whole(mut number: u64) -> Vec<u8> {
    let mut digits = Vec::new();
    while digits.is_empty() || number > 0 {
        digits.insert(0, b'0' + (number % 10) as u8);
        number /= 10;
    }
    digits
}

/// The digits of a number that fits into 64 bits, without a point.
fn rounded(size: f64, decimals: usize) -> Vec<u8> {
    let mut digits = whole(size as u64);
    // Exact, each of them: what is left of the point goes, and the point moves.
    let mut rest = ((size - size.floor()) * FRACTION_UNIT) as u128;
    for _ in 0..decimals {
        rest *= 10;
        digits.push(b'0' + (rest >> FRACTION_BITS) as u8);
        rest &= (1 << FRACTION_BITS) - 1;
    }
    let half = 1 << (FRACTION_BITS - 1);
    let is_odd = digits.last().is_some_and(|digit| digit % 2 == 1);
    if rest > half || rest == half && is_odd {
        carry(&mut digits);
    }
    digits
}

/// Adds one to the last digit.
fn carry(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return;
        }
        *digit = b'0';
    }
    digits.insert(0, b'1');
}

/// The digits of a number too large to have a fraction.
fn doubled(size: f64, decimals: usize) -> Vec<u8> {
    let bits = size.to_bits();
    let leading = 1 << SIGNIFICAND_BITS;
    let mut digits = whole(bits % leading + leading);
    for _ in 0..(bits >> SIGNIFICAND_BITS) as u32 - EXPONENT_BIAS - SIGNIFICAND_BITS {
        let mut over = 0;
        for digit in digits.iter_mut().rev() {
            let twice = 2 * (*digit - b'0') + over;
            (*digit, over) = (b'0' + twice % 10, twice / 10);
        }
        if over > 0 {
            digits.insert(0, b'0' + over);
        }
    }
    digits.resize(digits.len() + decimals, b'0');
    digits
}

#[cfg(test)]
mod tests {
    use super::{fixed, shortest};
    use proptest::prelude::*;

    /// Halves, carries, the edges of the two ways, and numbers with hardly a digit before the last bit.
    const HARD: [f64; 22] = [
        0.0,
        -0.0,
        0.5,
        1.5,
        2.5,
        0.25,
        0.125,
        0.375,
        0.05,
        0.95,
        9.995,
        99.95,
        999_999.999_5,
        0.000_5,
        0.001,
        1e-7,
        1e-300,
        18_446_744_073_709_549_568.0,
        18_446_744_073_709_551_616.0,
        1e21,
        1e300,
        f64::MAX,
    ];

    #[test]
    fn halves_and_edges_are_written_as_the_standard_library_writes_them() {
        for value in HARD {
            for decimals in 0..=20 {
                assert_eq!(fixed(value, decimals), format!("{value:.*}", usize::from(decimals)), "{value:e}, {decimals}");
            }
        }
    }

    #[test]
    fn what_is_not_finite_has_no_digits() {
        assert_eq!([f64::NAN, f64::INFINITY, f64::NEG_INFINITY].map(|value| fixed(value, 1)), ["NaN"; 3]);
        assert_eq!(shortest(f64::NAN), "NaN");
    }

    proptest! {
        #[test]
        fn any_number_is_written_as_the_standard_library_writes_it(value in any::<f64>(), decimals in 0u8..=12) {
            prop_assume!(value.is_finite());
            prop_assert_eq!(fixed(value, decimals), format!("{value:.*}", usize::from(decimals)));
        }

        #[test]
        fn numbers_of_a_chart_are_too(value in -1e6..1e6, decimals in 0u8..=12) {
            prop_assert_eq!(fixed(value, decimals), format!("{value:.*}", usize::from(decimals)));
        }

        #[test]
        fn decimals_of_fifteen_digits_are_written_as_they_were_meant(units in -999_999_999_999_999_i64..=999_999_999_999_999, places in 0usize..=14) {
            let value: f64 = format!("{units}e-{places}").parse().unwrap();
            prop_assert_eq!(shortest(value), value.to_string());
        }

        #[test]
        fn what_is_written_shortest_is_read_as_the_same_number(value in prop_oneof![1e-1..1e15, -1e15..-1e-1]) {
            prop_assert_eq!(shortest(value).parse::<f64>().unwrap().to_bits(), value.to_bits());
        }
    }
}
