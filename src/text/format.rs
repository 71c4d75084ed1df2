//! Numbers and dates as text. The four languages write digits, the decimal point and the thousands comma alike; they
//! differ in how a date is put together.

use super::{DateOrder, Phrases};
use crate::decimal::fixed;
use crate::series::Day;

/// A number with a true minus sign, thousands in threes and so many decimals; missing is an en dash.
///
/// ```
/// use yenlens::text::number;
/// assert_eq!(number(-1234.5, 1), "\u{2212}1,234.5");
/// assert_eq!(number(-0.001, 2), "0.00");
/// assert_eq!(number(f64::NAN, 2), "\u{2013}");
/// ```
#[must_use]
pub fn number(value: f64, decimals: u8) -> String {
    if !value.is_finite() {
        return "\u{2013}".to_owned();
    }
    let plain = fixed(value.abs(), decimals);
    let mut out = String::with_capacity(plain.len() + 8);
    if value < 0.0 && plain.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        out.push('\u{2212}');
    }
    let whole = plain.find('.').unwrap_or(plain.len());
    for (at, digit) in plain.char_indices() {
        if at > 0 && at < whole && (whole - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// As [`number`], with a plus sign where it is positive.
#[must_use]
pub fn signed(value: f64, decimals: u8) -> String {
    let text = number(value, decimals);
    let zero = !text.bytes().any(|b| (b'1'..=b'9').contains(&b));
    if value > 0.0 && !zero { format!("+{text}") } else { text }
}

/// A share as a percentage without a sign: whole numbers from 10 %, one decimal below, `under 0.1` at the bottom.
#[must_use]
pub fn percent(share: f64) -> String {
    let value = share * 100.0;
    number(value, u8::from(value < 9.95))
}

/// A full date: `21 Aug 2026`, `2026年8月21日`.
#[must_use]
pub fn date(phrases: &Phrases, day: Day) -> String {
    let (year, month, of_month) = day.ymd();
    match phrases.date {
        DateOrder::DayMonthYear => format!("{of_month}\u{a0}{}\u{a0}{year}", phrases.months[month as usize - 1]),
        DateOrder::YearMonthDay { year: y, month: m, day: d } => format!("{year}{y}{month}{m}{of_month}{d}"),
    }
}

/// The first letter as a capital, for names that begin a line. Our own names are English where they begin with a small
/// letter, so the capitals of all other scripts are not shipped; an author's label in one of those stays as it was written.
///
/// ```
/// use yenlens::text::capitalised;
/// assert_eq!((capitalised("yen strength"), capitalised("円高")), ("Yen strength".into(), "円高".into()));
/// ```
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The year, as it stands on an axis.
#[must_use]
pub fn year(day: Day) -> String {
    day.ymd().0.to_string()
}

/// The month, as it stands on an axis.
#[must_use]
pub fn month(phrases: &Phrases, day: Day) -> String {
    phrases.months[day.ymd().1 as usize - 1].to_owned()
}

/// The day of the month, as it stands on an axis.
#[must_use]
pub fn day_of_month(day: Day) -> String {
    day.ymd().2.to_string()
}

/// Day and month, as they stand on an axis: `5 Feb`, `2月5日`.
#[must_use]
pub fn day_and_month(phrases: &Phrases, day: Day) -> String {
    let (_, month, of_month) = day.ymd();
    match phrases.date {
        DateOrder::DayMonthYear => format!("{of_month} {}", phrases.months[month as usize - 1]),
        DateOrder::YearMonthDay { month: m, day: d, .. } => format!("{month}{m}{of_month}{d}"),
    }
}
