//! Labels that must not overlap: pushed apart along one axis, each as near to where it belongs as the others allow.

/// Moves `wanted` positions apart by at least `gap`, inside `low..=high`, keeping their order.
///
/// Positions are returned in the order they were given. When they cannot all fit, they are spread evenly.
///
/// ```
/// let placed = yenlens::view::labels::spread(&[50.0, 52.0], 10.0, 0.0, 100.0);
/// assert_eq!(placed, [46.0, 56.0]);
/// ```
#[must_use]
pub fn spread(wanted: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let n = wanted.len();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_unstable_by(|a, b| wanted[*a].total_cmp(&wanted[*b]).then(a.cmp(b)));
    // Runs of labels that touch move as one: each run sits where its members' wishes average, then swallows neighbours.
    let gap = if n > 1 { gap.min((high - low).max(0.0) / (n - 1) as f64) } else { gap };
    let mut runs: Vec<(f64, usize)> = Vec::new(); // start of the run, labels in it
    for at in &order {
        runs.push((wanted[*at].clamp(low, high), 1));
        while let [.., (before, m), (start, k)] = runs[..]
            && before + gap * m as f64 > start
        {
            let merged = (before * m as f64 + (start - gap * m as f64) * k as f64) / (m + k) as f64;
            let longest = (high - gap * (m + k - 1) as f64).max(low);
            runs.truncate(runs.len() - 2);
            runs.push((merged.clamp(low, longest), m + k));
        }
    }
    let mut placed = vec![0.0; n];
    let positions = runs.iter().flat_map(|(start, k)| (0..*k).map(move |i| start + gap * i as f64));
    for (at, position) in order.iter().zip(positions) {
        placed[*at] = position;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::spread;
    use proptest::prelude::*;

    #[test]
    fn labels_with_room_stay_where_they_belong() {
        assert_eq!(spread(&[80.0, 10.0, 40.0], 12.0, 0.0, 100.0), [80.0, 10.0, 40.0]);
    }

    proptest! {
        #[test]
        fn spread_labels_keep_their_order_their_gap_and_their_bounds(
            wanted in prop::collection::vec(-50.0..250.0f64, 0..9), gap in 1.0..20.0f64,
        ) {
            let placed = spread(&wanted, gap, 0.0, 200.0);
            prop_assert_eq!(placed.len(), wanted.len());
            let mut pairs: Vec<(f64, f64)> = wanted.iter().copied().zip(placed.iter().copied()).collect();
            pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
            for pair in pairs.windows(2) {
                prop_assert!(pair[1].1 - pair[0].1 >= gap - 1e-9);
            }
            for (_, p) in pairs {
                prop_assert!((-1e-9..=200.0 + 1e-9).contains(&p));
            }
        }
    }
}
