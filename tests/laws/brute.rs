//! The definitions, each window by itself in two passes about its mean, with sums in twice the precision.

/// A sum in about twice the precision of f64 (Neumaier's compensation).
pub fn sum(values: impl IntoIterator<Item = f64>) -> f64 {
    let (mut sum, mut rest) = (0.0_f64, 0.0_f64);
    for v in values {
        let next = sum + v;
        rest += if sum.abs() >= v.abs() { (sum - next) + v } else { (v - next) + sum };
        sum = next;
    }
    sum + rest
}

pub fn mean(x: &[f64]) -> f64 {
    let about = x[0];
    about + sum(x.iter().map(|v| v - about)) / x.len() as f64
}

/// Sum of products of deviations. The means are rounded, so that their error is taken out as well.
pub fn products(x: &[f64], y: &[f64]) -> f64 {
    let (mx, my) = (mean(x), mean(y));
    let (rx, ry) = (sum(x.iter().map(|v| v - mx)), sum(y.iter().map(|v| v - my)));
    sum(x.iter().zip(y).map(|(a, b)| (a - mx) * (b - my))) - rx * ry / x.len() as f64
}

/// The rule for a flat column: a deviation no larger than 1e-13 of the mean.
pub fn is_flat(x: &[f64]) -> bool {
    let deviation = (products(x, x) / x.len() as f64).sqrt();
    deviation <= 1e-13 * mean(x).abs()
}

/// `Some` of each full window without a missing value, `None` elsewhere.
pub fn windows<T>(n: usize, window: usize, figure: impl Fn(std::ops::Range<usize>) -> T) -> Vec<Option<T>> {
    (0..n).map(|t| (t + 1 >= window).then(|| figure(t + 1 - window..t + 1))).collect()
}

pub fn complete(x: &[f64]) -> bool {
    x.iter().all(|v| !v.is_nan())
}
