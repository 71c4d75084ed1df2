//! Dates in data files: ISO 8601, with or without a time of the day.

use crate::series::Day;

/// The day that `text` names: `2024-01-31`, or the same with a time behind a `T` or a blank, such as `2024-01-31T15:00:00+09:00`.
///
/// The day is the one that is written: a time and an offset are held to their form and then left out, because whoever writes a
/// daily series with midnight or a closing time in it means the day he writes, in his own zone.
pub fn date(text: &str) -> Option<Day> {
    let (day, time) = match text.find(['T', 't', ' ']) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let day = Day::parse(day).ok()?;
    time.is_none_or(is_time).then_some(day)
}

/// `HH:MM`, seconds with a fraction on request, and nothing, `Z` or an offset behind it.
fn is_time(text: &str) -> bool {
    let (clock, offset) = match text.find(['Z', 'z', '+', '-']) {
        Some(at) => (&text[..at], Some(&text[at..])),
        None => (text, None),
    };
    let mut parts = clock.split(':');
    let hour = parts.next().is_some_and(|part| two_digits(part, 24));
    let minute = parts.next().is_some_and(|part| two_digits(part, 59));
    let second = parts.next().is_none_or(|part| {
        let (whole, fraction) = part.split_once('.').unwrap_or((part, "0"));
        two_digits(whole, 60) && !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit())
    });
    hour && minute && second && parts.next().is_none() && offset.is_none_or(is_offset)
}

/// `Z`, `+09`, `+0900` or `+09:00`.
fn is_offset(text: &str) -> bool {
    match text.as_bytes() {
        [b'Z' | b'z'] => true,
        [b'+' | b'-', _, _] => two_digits(&text[1..], 14),
        [b'+' | b'-', _, _, _, _] => two_digits(&text[1..3], 14) && two_digits(&text[3..], 59),
        [b'+' | b'-', _, _, b':', _, _] => two_digits(&text[1..3], 14) && two_digits(&text[4..], 59),
        _ => false,
    }
}

fn two_digits(text: &str, most: u32) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()) && text.parse().is_ok_and(|n: u32| n <= most)
}

/// `HH:MM` from `00:00` to `24:00`, the form in which a series says when its day closes.
pub fn is_clock(text: &str) -> bool {
    let minutes =
        |(hour, minute): (&str, &str)| two_digits(hour, 24) && two_digits(minute, 59) && (hour != "24" || minute == "00");
    text.split_once(':').is_some_and(minutes)
}

#[cfg(test)]
mod tests {
    use super::{date, is_clock};
    use crate::series::Day;
    use proptest::prelude::*;

    #[test]
    fn a_time_of_the_day_is_left_out() {
        let expected = Day::from_ymd(2024, 1, 31);
        for text in [
            "2024-01-31",
            "2024-01-31T00:00:00Z",
            "2024-01-31 00:00:00",
            "2024-01-31T15:00",
            "2024-01-31t23:59:59.999999",
            "2024-01-31T00:00:00+09:00",
            "2024-01-31T00:00:00-0500",
            "2024-01-31 00:00:00+00",
        ] {
            assert_eq!(date(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_iso_date_is_none() {
        for text in [
            "",
            "31.01.2024",
            "01/31/2024",
            "2024/01/31",
            "20240131",
            "2024-1-31",
            "2024-02-30",
            "2024-01-31T",
            "2024-01-31T1:00",
            "2024-01-31T25:00",
            "2024-01-31T00:60",
            "2024-01-31T00:00:00+9",
            "2024-01-31T00:00:00 JST",
            "2024-01-31T00:00:00.Z",
            "２０２４-01-31",
            "2024-01-31T00:00:00+円円",
            "2024-01-31T円",
            "1706659200",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn a_closing_time_ends_at_24() {
        assert!(is_clock("00:00") && is_clock("06:30") && is_clock("24:00"));
        assert!(!is_clock("24:01") && !is_clock("6:30") && !is_clock("06:60") && !is_clock("0630") && !is_clock(""));
    }

    proptest! {
        #[test]
        fn every_day_reads_back(count in -719_162..2_932_896_i32) {
            let day = Day::new(count).unwrap();
            prop_assert_eq!(date(&day.to_string()), Some(day));
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,40}", tail in "[-0-9TtZ:+. 円]{0,20}") {
            let _ = (date(&text), date(&format!("2024-01-31T{tail}")), is_clock(&text));
        }
    }
}
