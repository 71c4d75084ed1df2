//! Tail probabilities and quantiles of the normal, t, F and chi-squared distributions.
//!
//! The incomplete beta function and the error function are those of the crate `special`, which calls `libm` alone and so
//! gives the same bits everywhere. Every function returns NaN for NaN.

use special::{Beta as _, Error as _};

/// From so many degrees of freedom on, the t distribution is reached through the normal: the series for the incomplete
/// beta function would need about that many terms.
const NORMAL_FROM: f64 = 4_000.0;

/// The most degrees of freedom the F distribution is given.
const MOST_DEGREES: f64 = 1e8;

/// P(Z <= z) of the standard normal. Accurate in both tails.
///
/// ```
/// assert_eq!(yenlens::stats::distributions::normal_cdf(0.0), 0.5);
/// ```
#[must_use]
pub fn normal_cdf(z: f64) -> f64 {
    0.5 * (-z * std::f64::consts::FRAC_1_SQRT_2).compl_error()
}

/// The z for which P(|Z| <= z) is `confidence`, above 0 and below 1: 1.96 for 0.95.
///
/// ```
/// let z = yenlens::stats::distributions::normal_two_sided(0.95);
/// assert!((z - 1.959_963_984_540_054).abs() < 1e-14);
/// ```
#[must_use]
pub fn normal_two_sided(confidence: f64) -> f64 {
    if !(confidence > 0.0 && confidence < 1.0) {
        return f64::NAN;
    }
    std::f64::consts::SQRT_2 * confidence.inv_error()
}

/// P(|T| >= |t|) of Student's t with `df` degrees of freedom.
///
/// ```
/// let p = yenlens::stats::distributions::student_two_sided(2.228_138_851_986_274, 10.0);
/// assert!((p - 0.05).abs() < 1e-12);
/// ```
#[must_use]
pub fn student_two_sided(t: f64, df: f64) -> f64 {
    if t.is_nan() || df.is_nan() || df <= 0.0 {
        return f64::NAN;
    }
    let t2 = t * t;
    if !t2.is_finite() {
        return 0.0;
    }
    if df >= NORMAL_FROM {
        return 2.0 * normal_cdf(-student_to_normal(t2, df));
    }
    regularized_beta(df / (df + t2), t2 / (df + t2), 0.5 * df, 0.5)
}

/// The normal deviate that leaves the same tail as t (Hill 1970, the expansion of algorithm 395).
fn student_to_normal(t2: f64, df: f64) -> f64 {
    let a = df - 0.5;
    let b = 48.0 * a * a;
    let z2 = a * libm::log1p(t2 / df);
    let z = z2.sqrt();
    z + z * (z2 + 3.0) / b - z * (((4.0 * z2 + 33.0) * z2 + 240.0) * z2 + 855.0) / (10.0 * b * (b + 0.8 * z2 * z2 + 100.0))
}

/// The t for which P(|T| <= t) is `confidence`, above 0 and below 1, with `df` degrees of freedom. By halving, so that it is
/// the inverse of [`student_two_sided`] to rounding.
///
/// ```
/// let t = yenlens::stats::distributions::student_quantile(0.95, 10.0);
/// assert!((t - 2.228_138_851_986_274).abs() < 1e-9);
/// ```
#[must_use]
pub fn student_quantile(confidence: f64, df: f64) -> f64 {
    if !(confidence > 0.0 && confidence < 1.0 && df > 0.0) {
        return f64::NAN;
    }
    let beyond = |t: f64| student_two_sided(t, df) > 1.0 - confidence;
    let (mut low, mut high) = (0.0, 1.0);
    while beyond(high) && high < 1e150 {
        high *= 2.0;
    }
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if beyond(middle) { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

/// P(F >= f) of the F distribution with `d1` and `d2` degrees of freedom; NaN above 10^8 of either, where the series would
/// take too long and lose its digits.
///
/// ```
/// let p = yenlens::stats::distributions::f_upper(4.964_602_743_730_709, 1.0, 10.0);
/// assert!((p - 0.05).abs() < 1e-12);
/// ```
#[must_use]
pub fn f_upper(f: f64, d1: f64, d2: f64) -> f64 {
    if [f, d1, d2].iter().any(|v| v.is_nan()) || d1 <= 0.0 || d2 <= 0.0 || d1.max(d2) > MOST_DEGREES {
        return f64::NAN;
    }
    if f <= 0.0 {
        return 1.0;
    }
    let scaled = d1 * f;
    if !scaled.is_finite() {
        return 0.0;
    }
    regularized_beta(d2 / (d2 + scaled), scaled / (d2 + scaled), 0.5 * d2, 0.5 * d1)
}

/// The x above which the chi-squared distribution with `df` degrees of freedom, a whole number from 1, leaves the share
/// `upper`: the inverse of [`chi_squared_upper`] to rounding. NaN when `upper` is not within (0, 1). O(df).
///
/// ```
/// let x = yenlens::stats::distributions::chi_squared_quantile(0.05, 5);
/// assert!((x - 11.070_497_693_516_351).abs() < 1e-9);
/// ```
#[must_use]
pub fn chi_squared_quantile(upper: f64, df: u32) -> f64 {
    if !(upper > 0.0 && upper < 1.0 && df > 0) {
        return f64::NAN;
    }
    let beyond = |x: f64| chi_squared_upper(x, df) > upper;
    let (mut low, mut high) = (0.0, f64::from(df));
    while beyond(high) && high < 1e150 {
        high *= 2.0;
    }
    for _ in 0..80 {
        let middle = 0.5 * (low + high);
        if beyond(middle) { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

/// P(X >= x) of the chi-squared distribution with `df` degrees of freedom, a whole number from 1.
///
/// The finite sum over the degrees of freedom (all its terms are positive) keeps the small tail that a complement to 1
/// would lose. O(df).
///
/// ```
/// let p = yenlens::stats::distributions::chi_squared_upper(11.070_497_693_516_351, 5);
/// assert!((p - 0.05).abs() < 1e-12);
/// ```
#[must_use]
pub fn chi_squared_upper(x: f64, df: u32) -> f64 {
    if x.is_nan() || df == 0 {
        return f64::NAN;
    }
    if x <= 0.0 {
        return 1.0;
    }
    let half = 0.5 * x;
    // ln of half^a e^-half / gamma(a + 1), carried from one a to the next, so that a large x does not underflow early.
    let (mut tail, mut a, mut ln_term) = if df % 2 == 1 {
        (half.sqrt().compl_error(), 0.5, 0.5 * libm::log(half) - half - 0.5 * libm::log(std::f64::consts::FRAC_PI_4))
    } else {
        (libm::exp(-half), 1.0, libm::log(half) - half)
    };
    while 2.0 * a < f64::from(df) {
        tail += libm::exp(ln_term);
        a += 1.0;
        ln_term += libm::log(half / a);
    }
    tail.min(1.0)
}

/// The regularized incomplete beta function `I_x(a, b)`, with `rest` = 1 - x as exactly as the caller knows it. Whichever
/// tail is the smaller is the one summed, so that neither loses its digits.
fn regularized_beta(x: f64, rest: f64, a: f64, b: f64) -> f64 {
    let ln_beta = a.ln_beta(b);
    let share = if x * (a + b) <= a { x.inc_beta(a, b, ln_beta) } else { 1.0 - rest.inc_beta(b, a, ln_beta) };
    share.clamp(0.0, 1.0)
}
