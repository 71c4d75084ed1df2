//! What if Japan sells: the implied move of US yields, and the spread of what crypto did when the factors moved like that.
//!
//! There is no outcome without a spread: a regression with its prediction interval, and the past windows most alike.

use crate::error::{Error, ErrorKind};
use crate::stats::distributions::student_quantile;
use crate::stats::least_squares::Design;
use crate::stats::moments;

/// The published range of the effect of foreign sales on US yields, in basis points per 100 billion dollars: about 20 once other
/// investors have adjusted, up to 60 on the 5-year within a month (Beltran, Kretchmer, Marquez and Thomas 2013; Warnock and
/// Warnock 2009 find effects of the same order).
pub const IMPACT_RANGE_BP: (f64, f64) = (20.0, 60.0);
/// The impact unless told: after other investors have adjusted.
pub const IMPACT_BP: f64 = 20.0;

/// The change of the US yield that a sale implies, in basis points: the share sold (0 to 1) of the holdings in billions of
/// dollars, at `impact_bp` per 100 billion.
///
/// ```
/// assert_eq!(yenlens::market::implied_yield_bp(0.10, 1_100.0, 20.0), 22.0);
/// ```
#[must_use]
pub fn implied_yield_bp(share: f64, holdings_bn: f64, impact_bp: f64) -> f64 {
    share * holdings_bn / 100.0 * impact_bp
}

/// A past window and how alike it was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Analogue {
    /// The index of the window's first change.
    pub start: usize,
    /// The distance of its factor moves from the scenario's, each in its own standard deviations.
    pub distance: f64,
    /// What the asset returned over it.
    pub outcome: f64,
}

/// The spread of outcomes for one scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What the regression expects, in the unit of the asset's changes.
    pub expected: f64,
    /// The low end of the prediction interval.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// The share of the variance of the past outcomes that the factors explain.
    pub r_squared: f64,
    /// How many windows the regression rests on; they overlap.
    pub windows: usize,
    /// How many of them fit side by side, which is what the interval's width is reckoned with.
    pub independent: usize,
    /// Degrees of freedom of the interval.
    pub degrees_of_freedom: usize,
    /// The lowest and the highest move that each factor had over one of the windows.
    pub seen: Vec<(f64, f64)>,
    /// Whether the moves together lie farther from the mean of the windows' moves than those of any window do, by the leverage
    /// of the regression: even where each move has been seen, the interval is then an extrapolation.
    pub is_beyond: bool,
    /// What the asset returned over each of the windows, in time order.
    pub outcomes: Vec<f64>,
    /// The nearest past windows, nearest first, none overlapping another.
    pub analogues: Vec<Analogue>,
}

/// Spreads the outcomes of a scenario: the asset's change and those of the factors day by day on common days, the factor moves over
/// the horizon, and how many past windows to name.
///
/// All windows of `horizon` days enter the regression. Because they overlap, the interval counts only as many degrees of
/// freedom as windows fit side by side, and widens the uncertainty of the fit by the horizon. Windows with a missing change are
/// passed over. O(n · factors²), and O(n · factors) more to say what lies beyond.
///
/// # Errors
/// When columns differ in length or from the number of moves, `horizon` is 0, the factors are dependent, `confidence` is not
/// within (0, 1), or fewer windows fit side by side than the regression needs.
///
/// ```
/// use yenlens::market::outcome;
/// let yen: Vec<f64> = (0..300).map(|t| f64::from(t * t % 11) - 5.0).collect();
/// let btc: Vec<f64> = yen.iter().zip(0..).map(|(v, t)| f64::from(t * 7 % 3) - 1.0 - v).collect();
/// let o = outcome(&btc, &[&yen], &[10.0], 5, 3, 0.95)?;
/// assert!(o.low < o.expected && o.expected < o.high && o.expected < 0.0);
/// assert_eq!(o.analogues.len(), 3);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn outcome(
    asset: &[f64],
    factors: &[&[f64]],
    moves: &[f64],
    horizon: usize,
    nearest: usize,
    confidence: f64,
) -> Result<Outcome, Error> {
    if factors.len() != moves.len() || factors.iter().any(|f| f.len() != asset.len()) {
        return Err(Error::new(
            ErrorKind::UnequalLength,
            "scenario: expected one move per factor, and factors as long as the asset",
        ));
    }
    if !(confidence > 0.0 && confidence < 1.0) || moves.iter().any(|m| !m.is_finite()) {
        return Err(Error::invalid("scenario: expected finite moves and a confidence above 0 and below 1"));
    }
    if horizon == 0 || horizon > asset.len() {
        return Err(Error::invalid(format!("horizon: expected 1 to {} days, got {horizon}", asset.len())));
    }
    let sums = |x: &[f64]| x.windows(horizon).map(|w| w.iter().sum::<f64>()).collect::<Vec<f64>>();
    let (outcomes, factors): (Vec<f64>, Vec<Vec<f64>>) = (sums(asset), factors.iter().map(|f| sums(f)).collect());
    let complete = |t: &usize| outcomes[*t].is_finite() && factors.iter().all(|f| f[*t].is_finite());
    let starts: Vec<usize> = (0..outcomes.len()).filter(complete).collect();
    let pick = |x: &[f64]| starts.iter().map(|t| x[*t]).collect::<Vec<f64>>();
    let (y, columns): (Vec<f64>, Vec<Vec<f64>>) = (pick(&outcomes), factors.iter().map(|f| pick(f)).collect());
    let independent = starts.len() / horizon;
    if independent <= moves.len() + 1 {
        let need = moves.len() + 2;
        return Err(Error::new(
            ErrorKind::TooFewObservations,
            format!("horizon: expected at least {need} windows of {horizon} days side by side, got {independent}"),
        ));
    }
    let scales: Vec<f64> = columns.iter().map(|c| moments::deviation(c).unwrap_or(f64::NAN)).collect();
    let distance = |t: usize| {
        let squares = factors.iter().zip(moves).zip(&scales).map(|((f, m), s)| (f[t] - m) / s).map(|d| d * d);
        f64::sqrt(squares.sum())
    };
    let mut candidates: Vec<Analogue> =
        starts.iter().map(|t| Analogue { start: *t, distance: distance(*t), outcome: outcomes[*t] }).collect();
    let ends = |c: &Vec<f64>| c.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(*v), high.max(*v)));
    let seen: Vec<(f64, f64)> = columns.iter().map(ends).collect();
    let past = columns.clone();
    let design = Design::new(columns, y.len(), true)?;
    let fit = design.fit(&y);
    let expected = fit.coefficients[0] + fit.coefficients[1..].iter().zip(moves).map(|(b, m)| b * m).sum::<f64>();
    let variance = fit.rss / design.degrees_of_freedom();
    let leverage = design.leverage(moves);
    let spread = f64::sqrt(variance * (1.0 + leverage * horizon as f64));
    let mut window = vec![0.0; past.len()];
    let is_beyond = (0..y.len()).all(|t| {
        window.iter_mut().zip(&past).for_each(|(at, column)| *at = column[t]);
        design.leverage(&window) < leverage
    });
    let degrees_of_freedom = independent - moves.len() - 1;
    let half = student_quantile(confidence, degrees_of_freedom as f64) * spread;
    candidates.sort_by(|a, b| a.distance.total_cmp(&b.distance));
    let mut analogues: Vec<Analogue> = Vec::with_capacity(nearest.min(independent));
    for candidate in candidates {
        if analogues.len() >= nearest {
            break;
        }
        if analogues.iter().all(|a| a.start.abs_diff(candidate.start) >= horizon) {
            analogues.push(candidate);
        }
    }
    Ok(Outcome {
        expected,
        low: expected - half,
        high: expected + half,
        r_squared: if fit.tss > 0.0 { 1.0 - fit.rss / fit.tss } else { f64::NAN },
        windows: y.len(),
        independent,
        degrees_of_freedom,
        seen,
        is_beyond,
        outcomes: y,
        analogues,
    })
}
