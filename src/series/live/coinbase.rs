//! Daily candles of Coinbase Exchange.
//!
//! `/products/BTC-USD/candles?granularity=86400&start=...&end=...` answers with rows `[time, low, high, open, close, volume]`, the latest
//! first, at most 300, the time in seconds; a day without a trade has no row, and rows before `start` may come along. Prices in US
//! dollars, days end at 24:00 UTC.

use super::answer::Answer;
use super::{Close, PRICE, Service, changed, day_at, stretches};
use crate::error::Error;
use crate::series::Day;

pub static SERVICE: Service = Service {
    name: "coinbase",
    venue: "Coinbase Exchange",
    host: "api.exchange.coinbase.com",
    product: |id| PRODUCTS.iter().find(|(known, _)| *known == id).map(|(_, product)| *product),
    pages,
    read,
    bounds: PRICE,
};

const PRODUCTS: [(&str, &str); 5] =
    [("btc", "BTC-USD"), ("eth", "ETH-USD"), ("sol", "SOL-USD"), ("xrp", "XRP-USD"), ("doge", "DOGE-USD")];

const MOST_ROWS: i32 = 300;

fn pages(product: &str, from: Day, to: Day) -> Vec<String> {
    let page = |(from, to)| {
        format!(
            "https://api.exchange.coinbase.com/products/{product}/candles?granularity=86400&start={from}T00:00:00Z&end={to}T00:00:00Z"
        )
    };
    stretches(from, to, MOST_ROWS).map(page).collect()
}

fn read(_: &str, answer: &Answer) -> Result<Vec<Close>, Error> {
    let close = |row: &Answer| match row.list()? {
        [time, low, high, open, close, _volume] => {
            let (low, high) = (low.number()?, high.number()?);
            let close = close.number()?;
            // Were the fields in another order, this would not hold.
            (open.number()? >= low && close >= low && close <= high).then_some((day_at(time.number()?)?, close))
        }
        _ => None,
    };
    let rows = answer.list().and_then(|rows| rows.iter().map(close).collect());
    rows.ok_or_else(|| changed("rows of time, low, high, open, close and volume"))
}
