//! Putting what a service says behind what is held, or refusing to.

use super::{Close, Closes, Service};
use crate::error::{Error, ErrorKind};
use crate::series::{Break, Day, Series, SeriesMeta};

/// The least days that both have.
const LEAST_IN_COMMON: usize = 3;

/// A series with the days since.
#[derive(Debug, Clone)]
pub struct Extended {
    /// What is known about it, with the venue named and, where it is another one, the break.
    pub meta: SeriesMeta,
    /// The days that were held and those that are over since.
    pub series: Series,
    /// The day that is not over, which no figure is computed with.
    pub open: Option<Close>,
}

/// Puts the days after the last one held behind it.
///
/// The service is asked for days that are held too: on each of them the two have to agree within the bound of the service, which finds
/// another currency, another unit and another coin of the same name. No close may jump from the one before it beyond a bound. A service
/// that is another venue than the source held begins with a [`Break`], over which no change is taken.
///
/// # Errors
/// [`ErrorKind::MalformedData`] in one sentence that names the day: too few days in common, days that differ, a jump.
pub fn join(service: &Service, product: &str, held: &Series, meta: &SeriesMeta, closes: &Closes) -> Result<Extended, Error> {
    let refuse = |sentence: String| Err(Error::new(ErrorKind::MalformedData, sentence));
    let bounds = service.bounds;
    let in_common = closes.over.iter().filter_map(|(day, close)| Some((*day, *close, held.on(*day)?)));
    let mut common = 0;
    for (day, live, known) in in_common {
        if apart(live, known) > bounds.apart {
            // The publisher's own figures, or another venue's.
            let what = if bounds.is_same_source { "has revised" } else { "differs on" };
            return refuse(format!("{} {what} {day}: {live} where {known} is held", service.venue));
        }
        common += 1;
    }
    if common < LEAST_IN_COMMON {
        return refuse(format!("{} has {common} days in common with what is held, expected {LEAST_IN_COMMON}", service.venue));
    }
    if let Some(pair) = closes.over.windows(2).find(|pair| apart(pair[1].1, pair[0].1) > bounds.jump) {
        let ((_, before), (day, close)) = (pair[0], pair[1]);
        return refuse(format!("{} jumps on {day} from {before} to {close}", service.venue));
    }
    let new = closes.over.iter().filter(|(day, _)| *day > meta.last);
    let (new_days, new_values): (Vec<Day>, Vec<f64>) = new.copied().unzip();
    let mut meta = meta.clone();
    if let (Some(first), Some(last)) = (new_days.first(), new_days.last()) {
        let (publisher, series) = meta.source.split_once(", ").unwrap_or((&meta.source, ""));
        if bounds.is_same_source {
            meta.source = format!("{}, {series}", service.venue);
        } else {
            let note = format!("{publisher} before this day, {} {product} from it", service.venue);
            meta.breaks.push(Break { day: *first, note });
            meta.source = format!("{publisher}; {}, {series}, then {product}", service.venue);
        }
        meta.last = *last;
    }
    let days = [held.days(), &new_days].concat();
    let values = [held.values(), &new_values].concat();
    Ok(Extended { meta, series: Series::new(days, values)?, open: closes.open })
}

/// The ratio of the larger to the smaller, less one.
fn apart(a: f64, b: f64) -> f64 {
    (a / b).max(b / a) - 1.0
}
