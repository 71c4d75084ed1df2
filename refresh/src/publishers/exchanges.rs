//! Daily closes of the coins: each goes on at the venue at which it is held, and is held against another exchange.
//!
//! Bitstamp: `/api/v2/ohlc/btcusd/?step=86400&limit=1000` answers with `{"data": {"pair": "BTC/USD", "ohlc": [{"timestamp": "...", "open": "...", "high":
//! "...", "low": "...", "close": "...", "volume": "..."}, ...]}}`, by time, at most 1,000 days, the last of them not over. Binance and Coinbase Exchange
//! are read as the widget reads them.

use serde_json::Value;
use yenlens::series::Day;
use yenlens::series::live::Service;

use super::text::{number, refuse_page};
use super::{Answer, Column, Request, Rules, Source};
use crate::pack::sheet::Outcome;

/// How far two exchanges may be apart at the end of a day.
const APART: f64 = 0.03;

const RULES: Rules = Rules { range: (1e-6, 1e8), common: 10, rounding: 0.000_5, revision: 0.002, revised: 3, jump: 0.7 };

macro_rules! coin {
    ($name:literal, $venue:literal, $publisher:literal, $id:literal, $requests:expr, $read:expr) => {
        Source {
            name: $name,
            publisher: $publisher,
            ids: &[$id],
            requests: |last, today| $requests($id, last, today),
            read: |answers, today| $read($id, answers, today),
            rules: RULES,
            venue: $venue,
        }
    };
}

pub fn sources() -> [Source; 6] {
    [
        coin!("btc", "bitstamp_usd", "Bitstamp", "btc", bitstamp_requests, bitstamp),
        coin!("eth", "bitstamp_usd", "Bitstamp", "eth", bitstamp_requests, bitstamp),
        coin!("xrp", "bitstamp_usd", "Bitstamp", "xrp", bitstamp_requests, bitstamp),
        coin!("sol", "binance_usdt", "Binance", "sol", binance_requests, binance),
        coin!("bnb", "binance_usdt", "Binance", "bnb", binance_requests, binance),
        coin!("doge", "binance_usdt", "Binance", "doge", binance_requests, binance),
    ]
}

fn bitstamp_requests(id: &str, last: Day, today: Day) -> Vec<Request> {
    let url = format!("https://www.bitstamp.net/api/v2/ohlc/{id}usd/?step=86400&limit=1000");
    let mut requests = vec![Request { file: format!("bitstamp-{id}.json"), url }];
    requests.extend(pages("coinbase", id, last, today));
    requests
}

fn binance_requests(id: &str, last: Day, today: Day) -> Vec<Request> {
    let mut requests = pages("binance", id, last, today);
    requests.extend(pages("coinbase", id, last, today));
    requests
}

/// The pages of a service that the widget knows; none where it has no such coin.
fn pages(name: &str, id: &str, last: Day, today: Day) -> Vec<Request> {
    let Ok(service) = Service::named(name) else { return Vec::new() };
    let urls = service.product(id).map(|product| service.pages(product, last, today)).unwrap_or_default();
    let request = |(n, url)| Request { file: format!("{name}-{id}-{n}.json"), url };
    urls.into_iter().enumerate().map(request).collect()
}

fn bitstamp(id: &'static str, answers: &[Answer], today: Day) -> Outcome<Vec<Column>> {
    let (own, others) = answers.split_first().ok_or("expected a file")?;
    let what = &own.file;
    refuse_page(what, &own.bytes)?;
    let json: Value = serde_json::from_slice(&own.bytes).map_err(|error| format!("{what}: no JSON ({error})"))?;
    let data = json.get("data").ok_or_else(|| format!("{what}: the fields have changed, there is no data"))?;
    let pair = data.get("pair").and_then(Value::as_str).unwrap_or_default().replace('/', "");
    if !pair.eq_ignore_ascii_case(&format!("{id}usd")) {
        return Err(format!("{what}: of another pair than {id} in dollars"));
    }
    let rows =
        data.get("ohlc").and_then(Value::as_array).ok_or_else(|| format!("{what}: the fields have changed, there is no ohlc"))?;
    let mut values = Vec::new();
    for row in rows {
        let field = |name: &str| {
            let text = row
                .get(name)
                .and_then(Value::as_str)
                .ok_or_else(|| format!("{what}: the fields have changed, there is no {name}"))?;
            number(what, text)
        };
        let (time, open, high, low, close) =
            (field("timestamp")?, field("open")?, field("high")?, field("low")?, field("close")?);
        let days = time / 86_400.0;
        if days.fract() != 0.0 || !(0.0..1e6).contains(&days) {
            return Err(format!("{what}: {time} is not the beginning of a day"));
        }
        if open.min(close) < low || open.max(close) > high {
            return Err(format!("{what}: a close of {close} outside of its day's range"));
        }
        let day = Day::saturating(days as i64);
        if day < today {
            values.push((day, close));
        }
    }
    let column = Column::new(id, values, false)?;
    witness(&column, others, today)?;
    Ok(vec![column])
}

fn binance(id: &'static str, answers: &[Answer], today: Day) -> Outcome<Vec<Column>> {
    let (own, others): (Vec<Answer>, Vec<Answer>) =
        answers.iter().cloned().partition(|answer| answer.file.starts_with("binance-"));
    let column = Column::new(id, closes("binance", id, &own, today)?, false)?;
    witness(&column, &others, today)?;
    Ok(vec![column])
}

/// The closes of days that are over, as the widget reads them.
fn closes(name: &str, id: &str, answers: &[Answer], today: Day) -> Outcome<Vec<(Day, f64)>> {
    let service = Service::named(name).map_err(|error| error.message().to_owned())?;
    let product = service.product(id).ok_or_else(|| format!("{name} has no {id}"))?;
    let bytes: Vec<Vec<u8>> = answers.iter().map(|answer| answer.bytes.clone()).collect();
    let closes = service.closes(product, &bytes, today).map_err(|error| format!("{name}: {}", error.message()))?;
    Ok(closes.over)
}

/// Holds that another exchange, where one has the coin, says nearly the same of every day that both have.
fn witness(column: &Column, answers: &[Answer], today: Day) -> Outcome<()> {
    if answers.is_empty() {
        return Ok(());
    }
    let others = closes("coinbase", column.id, answers, today)?;
    for (day, value) in &column.values {
        let Ok(at) = others.binary_search_by_key(day, |(day, _)| *day) else { continue };
        let other = others[at].1;
        if (value / other).max(other / value) - 1.0 > APART {
            return Err(format!("{}: {value} on {day} where Coinbase Exchange has {other}", column.id));
        }
    }
    Ok(())
}
