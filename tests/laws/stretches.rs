use proptest::prelude::*;
use yenlens::stats::correlation::pearson;
use yenlens::stats::stretches::Stretches;

fn cell() -> impl Strategy<Value = f64> {
    prop_oneof![12 => -1.0..1.0_f64, 1 => Just(f64::NAN)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Against the correlation of the very values, computed by two passes over the stretch.
    #[test]
    fn a_stretch_correlates_as_its_values_do(
        pairs in prop::collection::vec((cell(), cell()), 0..10_000),
        share in -1.0..1.0_f64,
        offset in prop_oneof![Just(0.0), -1e6..1e6_f64],
        ends in prop::collection::vec((0.0..1.05, 0.0..1.05), 1..20),
    ) {
        let x: Vec<f64> = pairs.iter().map(|p| p.0 + offset).collect();
        let y: Vec<f64> = pairs.iter().map(|p| share * p.0 + p.1).collect();
        let columns = [x.as_slice(), &y];
        let stretches = Stretches::new(&columns);
        prop_assert_eq!(stretches.complete(), pearson(&x, &y).unwrap().n);
        for (a, b) in ends {
            let at = |share: f64| (share * x.len() as f64) as usize;
            let (from, to) = (at(a).min(at(b)), at(a).max(at(b)));
            let cut = from.min(x.len())..to.min(x.len());
            let whole = pearson(&x[cut.clone()], &y[cut]).unwrap();
            let joined = stretches.correlation(&columns, from..to);
            prop_assert_eq!(joined.n, whole.n);
            prop_assert_eq!(joined.estimate.is_nan(), whole.estimate.is_nan());
            if !whole.estimate.is_nan() {
                // An offset costs both the digits it takes.
                let tolerance = 1e-13 + 1e-15 * offset.abs();
                prop_assert!((joined.estimate - whole.estimate).abs() <= tolerance, "{} for {}", joined.estimate, whole.estimate);
            }
        }
    }
}

#[test]
fn a_flat_stretch_has_no_correlation() {
    let x: Vec<f64> = (0..900).map(|i| if i < 600 { 0.1 } else { f64::from(i) }).collect();
    let y: Vec<f64> = (0..900).map(|i| f64::from(i % 7)).collect();
    let columns = [x.as_slice(), &y];
    let stretches = Stretches::new(&columns);
    assert!(stretches.correlation(&columns, 3..600).estimate.is_nan());
    assert!(!stretches.correlation(&columns, 3..700).estimate.is_nan());
}
