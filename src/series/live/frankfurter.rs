//! The ECB's euro reference rates, passed on by Frankfurter (`frankfurter.dev`, API v2).
//!
//! `/v2/rates?providers=ecb&base=EUR&quotes=...&from=...&to=...` answers with one object for each day and currency, `{"date", "base",
//! "quote", "rate"}`, any number of days at once. Without `providers=ecb` it would be a blend of many banks, which is another
//! series. The rates are fixed at 14:15 in Frankfurt, published at about 16:00, and final.

use super::answer::Answer;
use super::{Bounds, Close, Service, changed};
use crate::error::Error;
use crate::series::Day;
use crate::series::import::date;

pub static SERVICE: Service = Service {
    name: "ecb",
    venue: "European Central Bank by Frankfurter",
    host: "api.frankfurter.dev",
    // The dollar in yen is the quotient of two.
    product: |id| match id {
        "usdjpy" => Some("JPY/USD"),
        _ => EURO_RATES.iter().find(|(known, _)| *known == id).map(|(_, currency)| *currency),
    },
    pages,
    read,
    // The rates are quoted in five digits, of which the quotient of two keeps a part in ten thousand.
    bounds: Bounds { is_same_source: true, apart: 0.000_3, jump: 0.1 },
};

/// The euro reference rates that the snapshot has: series and currencies, the dollar and the yen first.
pub const EURO_RATES: [(&str, &str); 14] = [
    ("eurusd", "USD"),
    ("eurjpy", "JPY"),
    ("eurgbp", "GBP"),
    ("eurchf", "CHF"),
    ("euraud", "AUD"),
    ("eurcad", "CAD"),
    ("eurcny", "CNY"),
    ("eurhkd", "HKD"),
    ("euridr", "IDR"),
    ("eurinr", "INR"),
    ("eurkrw", "KRW"),
    ("eurmyr", "MYR"),
    ("eursgd", "SGD"),
    ("eurthb", "THB"),
];

/// The same address whichever currency is asked for, so that all of them come with one request.
fn pages(_: &str, from: Day, to: Day) -> Vec<String> {
    let quotes = EURO_RATES.iter().map(|(_, quote)| *quote).collect::<Vec<_>>().join(",");
    vec![format!("https://api.frankfurter.dev/v2/rates?providers=ecb&base=EUR&quotes={quotes}&from={from}&to={to}")]
}

fn read(product: &str, answer: &Answer) -> Result<Vec<Close>, Error> {
    let expected = || changed("rows with date, base, quote and rate");
    let rows = answer.list().ok_or_else(expected)?;
    let (quote, divisor) = product.split_once('/').map_or((product, None), |(a, b)| (a, Some(b)));
    let (mut closes, mut divisors) = (Vec::new(), Vec::new());
    for row in rows {
        let text = |name| row.get(name).and_then(Answer::text);
        let (Some(day), Some("EUR"), Some(currency)) = (text("date").and_then(date), text("base"), text("quote")) else {
            return Err(expected());
        };
        let rate = row.get("rate").and_then(Answer::number).ok_or_else(expected)?;
        if currency == quote {
            closes.push((day, rate));
        } else if Some(currency) == divisor {
            divisors.push((day, rate));
        }
    }
    if divisor.is_some() {
        // Rounded as the snapshot's own are. A rate of zero is left for the check of all closes to find.
        let quotient = |(day, rate): Close| {
            let (_, divisor) = divisors.iter().find(|(other, _)| *other == day)?;
            Some((day, (rate / divisor * 100.0).round() / 100.0))
        };
        closes = closes.into_iter().filter_map(quotient).collect();
    }
    Ok(closes)
}
