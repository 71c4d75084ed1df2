use yenlens::stats::levels::{MAX_STEPS, Walks, odds};

#[test]
fn odds_fall_as_the_correlation_asked_for_grows() {
    let walks = Walks::simulate(60, 2_000, 7).unwrap();
    let shares: Vec<f64> = (0..=10).map(|tenth| walks.odds(f64::from(tenth) / 10.0)).collect();
    assert_eq!(shares[0], 1.0);
    assert!(shares.windows(2).all(|pair| pair[0] >= pair[1]));
    assert_eq!(walks.odds(-0.6), walks.odds(0.6));
    assert!(walks.odds(f64::NAN).is_nan());
}

#[test]
fn the_same_seed_gives_the_same_bits_and_another_seed_nearly_the_same_share() {
    let first = odds(52, 0.7, 10_000, 1).unwrap();
    assert_eq!(first.to_bits(), odds(52, 0.7, 10_000, 1).unwrap().to_bits());
    // Five standard errors of a share near 0.17 in 10,000 draws.
    assert!((first - odds(52, 0.7, 10_000, 2).unwrap()).abs() < 5.0 * (2.0 * 0.17 * 0.83 / 10_000.0_f64).sqrt());
}

#[test]
fn work_above_the_bound_is_refused_with_its_size() {
    let fault = odds(1_000_000, 0.5, 1_000, 1).unwrap_err();
    assert_eq!(fault.kind(), yenlens::ErrorKind::TooLarge);
    assert!(fault.message().contains(&MAX_STEPS.to_string()));
    for (n, r, simulations) in [(2, 0.5, 10), (10, 1.5, 10), (10, f64::NAN, 10), (10, 0.5, 0), (usize::MAX, 0.5, usize::MAX)] {
        assert!(odds(n, r, simulations, 1).is_err());
    }
}
