//! Public services that know the days since the snapshot was made: what to ask, how to read the answer, and whether it may be joined to
//! the figures that are held.
//!
//! One file for each service. Nothing here asks the network or the clock. An answer is taken whole or not at all: whoever sends one
//! price of zero may have sent others that merely look right.

mod answer;
mod binance;
mod coinbase;
mod frankfurter;
mod join;
mod kraken;

use super::Day;
use crate::error::{Error, ErrorKind};
use answer::Answer;

pub use frankfurter::EURO_RATES;
pub use join::{Extended, join};

/// So many days that are held are asked for again, to compare.
pub const OVERLAP_DAYS: i32 = 14;
/// The most bytes of an answer.
pub const MOST_BYTES: usize = 2_000_000;

/// A service.
pub struct Service {
    /// Its name in the attribute `live`.
    pub name: &'static str,
    /// What readers are told it is called.
    pub venue: &'static str,
    /// The host it answers at, which a page's policy has to allow.
    pub host: &'static str,
    /// What it calls a series of ours; none where it has no such series.
    product: fn(&str) -> Option<&'static str>,
    /// The addresses of all pages from one day to another, by time.
    pages: fn(&str, Day, Day) -> Vec<String>,
    /// The closes in an answer, in any order.
    read: fn(&str, &Answer) -> Result<Vec<Close>, Error>,
    bounds: Bounds,
}

/// When an answer is believed to go on where the figures held end.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    /// Whether these are the very figures of the snapshot's publisher; otherwise the change of venue is a break.
    is_same_source: bool,
    /// How far apart, as a ratio less one, a day may be that both have.
    apart: f64,
    /// How far one close may be from the one before it, likewise.
    jump: f64,
}

/// A price of a venue against that of another: a dollar token may stand a percent off the dollar. No coin of the list has halved or
/// doubled in a day since 2022; whoever says so is not believed without a look.
const PRICE: Bounds = Bounds { is_same_source: false, apart: 0.03, jump: 1.0 };

/// The services, in the order of the documentation.
pub static SERVICES: [&Service; 4] = [&frankfurter::SERVICE, &coinbase::SERVICE, &kraken::SERVICE, &binance::SERVICE];

/// A day and its close.
pub type Close = (Day, f64);

/// What a service says of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Closes {
    /// Days that are over, increasing.
    pub over: Vec<Close>,
    /// The day that is not, and where it stands.
    pub open: Option<Close>,
}

impl Service {
    /// The service of that name.
    ///
    /// # Errors
    /// When there is none; the sentence lists those that there are.
    pub fn named(name: &str) -> Result<&'static Self, Error> {
        SERVICES.into_iter().find(|service| service.name == name).ok_or_else(|| {
            let names = SERVICES.map(|service| service.name).join(", ");
            Error::invalid(format!("live: expected {names}, got {}", crate::error::quoted(name)))
        })
    }

    /// What the service calls the series of that id; none where it has no such series.
    #[must_use]
    pub fn product(&self, id: &str) -> Option<&'static str> {
        (self.product)(id)
    }

    /// The addresses to ask, by time: from some days before the last that is held, for comparison, to today.
    #[must_use]
    pub fn pages(&self, product: &str, last: Day, today: Day) -> Vec<String> {
        (self.pages)(product, last.plus(-OVERLAP_DAYS), today)
    }

    /// Understands the answers that came, `today` being the day that is not over in UTC.
    ///
    /// # Errors
    /// [`ErrorKind::MalformedData`] in one sentence: no JSON, other fields than documented, two closes for a day, a close at or below
    /// zero, a day that has not come.
    pub fn closes(&self, product: &str, answers: &[Vec<u8>], today: Day) -> Result<Closes, Error> {
        let mut all = Vec::new();
        for bytes in answers {
            all.extend((self.read)(product, &Answer::parse(bytes)?)?);
        }
        // Some send the latest first.
        all.sort_by_key(|(day, _)| *day);
        all.dedup_by(|(day, close), (day_before, before)| day == day_before && (*close - *before).abs() <= 0.0);
        if let Some(pair) = all.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return Err(unfit(format!("two closes for {}, {} and {}", pair[0].0, pair[0].1, pair[1].1)));
        }
        if let Some((day, close)) = all.iter().find(|(_, close)| !close.is_finite() || *close <= 0.0) {
            return Err(unfit(format!("a close of {close} on {day}")));
        }
        let over = all.partition_point(|(day, _)| *day < today);
        if let Some((day, _)) = all.get(over + 1) {
            return Err(unfit(format!("a close for {day}, which has not come")));
        }
        let open = all.get(over).copied();
        match open {
            Some((day, _)) if day > today => Err(unfit(format!("a close for {day}, which has not come"))),
            // A reference rate is final when it is published.
            _ if self.bounds.is_same_source => Ok(Closes { over: all, open: None }),
            _ => {
                all.truncate(over);
                Ok(Closes { over: all, open })
            }
        }
    }
}

/// An answer that is not what the service documents.
fn unfit(what: impl std::fmt::Display) -> Error {
    Error::new(ErrorKind::MalformedData, format!("the answer holds {what}"))
}

/// An answer that has other fields than documented.
fn changed(expected: &str) -> Error {
    Error::new(ErrorKind::MalformedData, format!("the answer is not as documented, expected {expected}"))
}

/// The day that begins at this second since 1970; none when it is the midst of one.
fn day_at(seconds: f64) -> Option<Day> {
    let days = seconds / 86_400.0;
    (days.fract().abs() <= 0.0 && days.abs() < 1e7).then(|| Day::saturating(days as i64))
}

/// Midnight of a day in seconds since 1970.
fn seconds(day: Day) -> i64 {
    i64::from(day.count()) * 86_400
}

/// Stretches of at most so many days, by time, both ends included.
fn stretches(from: Day, to: Day, most: i32) -> impl Iterator<Item = (Day, Day)> {
    let starts = std::iter::successors(Some(from), move |start| Some(start.plus(most))).take_while(move |start| *start <= to);
    starts.map(move |start| (start, start.plus(most - 1).min(to)))
}
