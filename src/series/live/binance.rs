//! Daily candles of Binance, from its host for public market data.
//!
//! `/api/v3/klines?symbol=BTCUSDT&interval=1d&startTime=...&endTime=...&limit=1000` answers with rows `[open time, "open", "high", "low",
//! "close", "volume", close time, "quote volume", trades, "taker base", "taker quote", "unused"]`, by time, at most 1,000, times in
//! milliseconds. Prices in USDT, a token that is meant to be worth a dollar; days end at 24:00 UTC.

use super::answer::Answer;
use super::{Close, PRICE, Service, changed, day_at, seconds, stretches};
use crate::error::Error;
use crate::series::Day;

pub static SERVICE: Service = Service {
    name: "binance",
    venue: "Binance",
    host: "data-api.binance.vision",
    product: |id| PRODUCTS.iter().find(|(known, _)| *known == id).map(|(_, product)| *product),
    pages,
    read,
    bounds: PRICE,
};

const PRODUCTS: [(&str, &str); 6] =
    [("btc", "BTCUSDT"), ("eth", "ETHUSDT"), ("sol", "SOLUSDT"), ("xrp", "XRPUSDT"), ("bnb", "BNBUSDT"), ("doge", "DOGEUSDT")];

const MOST_ROWS: i32 = 1_000;

fn pages(product: &str, from: Day, to: Day) -> Vec<String> {
    let page = |(from, to)| {
        let (from, to) = (seconds(from) * 1_000, seconds(to) * 1_000);
        format!(
            "https://data-api.binance.vision/api/v3/klines?symbol={product}&interval=1d&startTime={from}&endTime={to}&limit={MOST_ROWS}"
        )
    };
    stretches(from, to, MOST_ROWS).map(page).collect()
}

fn read(_: &str, answer: &Answer) -> Result<Vec<Close>, Error> {
    let close = |row: &Answer| match row.list()? {
        [time, open, high, low, close, _volume, until, ..] => {
            let (time, low, high) = (time.number()?, low.number()?, high.number()?);
            let close = close.number()?;
            // A bar of a day ends a millisecond before the next.
            let is_day = (until.number()? - time - 86_399_999.0).abs() <= 0.0;
            (is_day && open.number()? >= low && close >= low && close <= high).then_some((day_at(time / 1_000.0)?, close))
        }
        _ => None,
    };
    let rows = answer.list().and_then(|rows| rows.iter().map(close).collect());
    rows.ok_or_else(|| changed("rows of open time, open, high, low, close, volume and close time"))
}
