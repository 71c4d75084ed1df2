//! From what an author writes to a number.

/// The powers of ten up to this one are exact in an `f64`.
const EXACT_POWER: i32 = 22;
/// So many digits always fit into the 53 bits of an `f64`.
const EXACT_DIGITS: u32 = 15;

/// The number that `text` writes in decimal, with or without a fraction and an exponent; `None` when it is no number or, with
/// the point moved to its end, has more than 22 noughts to add or take away.
///
/// Up to 15 significant digits the answer is the nearest `f64`: digits and power are exact, and there is one operation to
/// round. Digits after the fifteenth are dropped, which moves the answer by less than one part in 10^14.
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    let (sign, text) = match text.as_bytes() {
        [b'-', rest @ ..] => (-1.0, rest),
        [b'+', rest @ ..] => (1.0, rest),
        all => (1.0, all),
    };
    let (mut digits, mut significant, mut exponent) = (0u64, 0, 0i32);
    let (mut any, mut after_point) = (false, false);
    let mut rest = text;
    while let [byte, tail @ ..] = rest {
        match byte {
            b'0'..=b'9' if significant < EXACT_DIGITS => {
                digits = digits * 10 + u64::from(byte - b'0');
                significant += u32::from(digits > 0);
                exponent -= i32::from(after_point);
            }
            b'0'..=b'9' => exponent += i32::from(!after_point),
            b'.' if !after_point => after_point = true,
            b'e' | b'E' => {
                exponent += whole(tail)?;
                break;
            }
            _ => return None,
        }
        any |= byte.is_ascii_digit();
        rest = tail;
    }
    if !any || exponent.abs() > EXACT_POWER {
        return None;
    }
    let power = (0..exponent.abs()).fold(1.0, |power, _| power * 10.0);
    Some(sign * if exponent < 0 { digits as f64 / power } else { digits as f64 * power })
}

/// A whole number of at most three digits.
fn whole(text: &[u8]) -> Option<i32> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        all => (false, all),
    };
    if digits.is_empty() || digits.len() > 3 {
        return None;
    }
    let size = digits.iter().try_fold(0, |n, byte| byte.is_ascii_digit().then(|| n * 10 + i32::from(byte - b'0')))?;
    Some(if negative { -size } else { size })
}

#[cfg(test)]
mod tests {
    use super::decimal;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_number_is_none() {
        for text in
            ["", ".", "-", "+-1", "1.2.3", "e5", ".e5", "1e", "1e+", "1e1.5", "1 ", "NaN", "inf", "0x10", "1e9999", "1e-40"]
        {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_may_begin_or_end_with_the_point() {
        assert_eq!((decimal(".5"), decimal("5."), decimal("-0.0")), (Some(0.5), Some(5.0), Some(0.0)));
    }

    proptest! {
        #[test]
        fn fifteen_digits_are_read_as_the_standard_library_reads_them(text in "[-+]?(0{0,3}[0-9]{1,8}|[0-9]{0,7}\\.0{0,2}[0-9]{1,6})([eE][-+]?[0-8])?") {
            prop_assert_eq!(decimal(&text), text.parse::<f64>().ok());
        }

        #[test]
        fn more_digits_move_it_by_less_than_a_part_in_ten_to_the_fourteenth(text in "[1-9][0-9]{0,18}\\.[0-9]{0,20}") {
            let expected: f64 = text.parse().unwrap();
            prop_assert!((decimal(&text).unwrap() - expected).abs() <= 1e-14 * expected);
        }

        #[test]
        fn no_text_panics(text in "[-+.eE0-9]{0,60}") {
            let _ = decimal(&text);
        }
    }
}
