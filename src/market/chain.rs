//! The story link by link: JGB yield, spread, yen, US yields, risk, crypto; and where it breaks.

use crate::error::Error;
use crate::stats::distributions::student_quantile;
use crate::stats::regression::{Errors, Lags, ols};
use crate::stats::rolling;

/// One step of the story: a change of the one is said to move the other in a certain direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The measure that moves first.
    pub from: &'static str,
    /// The measure that is said to follow.
    pub to: &'static str,
    /// Whether the story has them move together; otherwise against each other.
    pub together: bool,
}

/// The links as the story tells them: a higher JGB yield narrows the US-Japan spread; a narrower spread strengthens the yen; with
/// a stronger yen money comes home and US yields rise; with them fear; with fear crypto falls.
pub const CHAIN: [Link; 5] = [
    Link { from: "jgb10y", to: "spread10y", together: false },
    Link { from: "spread10y", to: "yen", together: false },
    Link { from: "yen", to: "ust10y", together: true },
    Link { from: "ust10y", to: "vix", together: true },
    Link { from: "vix", to: "btc", together: false },
];

/// Whether a link does what the story says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The slope has the story's sign and its interval excludes 0.
    Holding,
    /// The interval holds 0.
    Weak,
    /// The interval excludes 0 on the other side.
    Reversed,
}

impl State {
    /// What the interval of a link's slope says; weak where it is missing.
    #[must_use]
    pub fn of(link: Link, low: f64, high: f64) -> Self {
        let (low, high) = if link.together { (low, high) } else { (-high, -low) };
        if low > 0.0 {
            Self::Holding
        } else if high < 0.0 {
            Self::Reversed
        } else {
            Self::Weak
        }
    }
}

/// A link over the last window.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Change of the follower per unit of the mover's change.
    pub beta: f64,
    /// The low end of the interval, by Newey-West errors and Student's t.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// The share of the follower's variance that the mover explains.
    pub r_squared: f64,
    /// How many pairs had both values.
    pub n: usize,
    /// What that says of the link.
    pub state: State,
    /// The slope of each window up to now, for a sparkline: as long as the columns, NaN until the window is full.
    pub path: Vec<f64>,
}

/// Reads one link from the changes of both ends on common days, over the last `window` of them; `None` when the mover stood
/// still or too few pairs are complete. O(n + window · lags).
///
/// # Errors
/// When the columns differ in length, `window` is below 4 or above it, or `confidence` is not within (0, 1).
///
/// ```
/// use yenlens::market::{read_link, State, CHAIN};
/// let jgb: Vec<f64> = (0..40).map(|t| f64::from(t * t % 7) - 3.0).collect();
/// let spread: Vec<f64> = jgb.iter().zip(0..).map(|(v, t)| f64::from(t * 5 % 3) * 0.1 - v).collect();
/// let reading = read_link(CHAIN[0], &jgb, &spread, 30, 0.95)?;
/// assert_eq!(reading.map(|r| r.state), Some(State::Holding));
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn read_link(link: Link, from: &[f64], to: &[f64], window: usize, confidence: f64) -> Result<Option<Reading>, Error> {
    let path = rolling::beta(to, from, window)?;
    if window < 4 || !(confidence > 0.0 && confidence < 1.0) {
        return Err(Error::invalid("chain: expected a window of at least 4 and a confidence above 0 and below 1"));
    }
    let recent = from.len() - window..from.len();
    let errors = Errors::NeweyWest { lags: Lags::Auto, small_sample: true };
    // A mover that stood still, or too few complete pairs, settles nothing; that is no fault of the caller.
    let Ok(fit) = ols(&to[recent.clone()], &[&from[recent]], true, errors) else { return Ok(None) };
    let (beta, error) = (fit.coefficients[1], fit.standard_errors[1]);
    let half = student_quantile(confidence, fit.n as f64 - 2.0) * error;
    let (low, high) = (beta - half, beta + half);
    let state = State::of(link, low, high);
    Ok(Some(Reading { beta, low, high, r_squared: fit.r_squared, n: fit.n, state, path }))
}
