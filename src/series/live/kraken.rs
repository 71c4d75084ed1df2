//! Daily candles of Kraken.
//!
//! `/0/public/OHLC?pair=XBTUSD&interval=1440&since=...` answers with `{"error": [], "result": {"XXBTZUSD": [[time, "open", "high", "low",
//! "close", "vwap", "volume", count], ...], "last": ...}}`: at most the latest 720 days whatever `since` says, the last of them not
//! over. Prices in US dollars, days end at 24:00 UTC. Too many requests are an error in the body, not in the status.

use super::answer::Answer;
use super::{Close, PRICE, Service, changed, day_at, seconds, unfit};
use crate::error::Error;
use crate::error::quoted;
use crate::series::Day;

pub static SERVICE: Service = Service {
    name: "kraken",
    venue: "Kraken",
    host: "api.kraken.com",
    product: |id| PRODUCTS.iter().find(|(known, _)| *known == id).map(|(_, product)| *product),
    pages,
    read,
    bounds: PRICE,
};

const PRODUCTS: [(&str, &str); 5] =
    [("btc", "XBTUSD"), ("eth", "ETHUSD"), ("sol", "SOLUSD"), ("xrp", "XRPUSD"), ("doge", "XDGUSD")];

/// One page: what it does not hold cannot be had.
fn pages(product: &str, from: Day, _: Day) -> Vec<String> {
    // `since` leaves out the candle that begins at it.
    let since = seconds(from) - 1;
    vec![format!("https://api.kraken.com/0/public/OHLC?pair={product}&interval=1440&since={since}")]
}

fn read(_: &str, answer: &Answer) -> Result<Vec<Close>, Error> {
    if let Some(error) = answer.get("error").and_then(Answer::list).and_then(|errors| errors.first()?.text()) {
        return Err(unfit(format_args!("the error {}", quoted(error))));
    }
    let close = |row: &Answer| match row.list()? {
        [time, open, high, low, close, _vwap, _volume, _count] => {
            let (low, high) = (low.number()?, high.number()?);
            let close = close.number()?;
            (open.number()? >= low && close >= low && close <= high).then_some((day_at(time.number()?)?, close))
        }
        _ => None,
    };
    // The pair comes back under Kraken's own name for it.
    let rows = answer.get("result").and_then(|result| match result {
        Answer::Object(fields) => fields.iter().find(|(name, _)| name != "last").and_then(|(_, rows)| rows.list()),
        _ => None,
    });
    let rows = rows.and_then(|rows| rows.iter().map(close).collect());
    rows.ok_or_else(|| changed("result with rows of time, open, high, low, close, vwap, volume and count"))
}
