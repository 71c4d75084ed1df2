use proptest::prelude::*;
use yenlens::view::scale::{Domain, Kind, Scale};
use yenlens::view::ticks::{MOST, Ticks, linear, log};

use super::{ends, lengths};

fn values(ticks: &Ticks) -> Vec<f64> {
    ticks.ticks.iter().map(|t| t.value).collect()
}

/// What every axis promises, whatever its kind.
fn keeps_the_promises(ticks: &Ticks, scale: &Scale, gap: f64) -> Result<(), TestCaseError> {
    prop_assert!(ticks.ticks.len() <= MOST);
    for tick in &ticks.ticks {
        prop_assert!(scale.domain().contains(tick.value), "{} in {:?}", tick.value, scale.domain());
        prop_assert!(tick.value != 0.0 || tick.value.is_sign_positive());
        prop_assert!(tick.decimals <= ticks.decimals);
    }
    for pair in ticks.ticks.windows(2) {
        prop_assert!(pair[0].value < pair[1].value);
        let px = scale.px(pair[1].value) - scale.px(pair[0].value);
        prop_assert!(px >= gap * (1.0 - 1e-6), "{px} px from {} to {}, asked {gap}", pair[0].value, pair[1].value);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn linear_ticks_keep_the_promises_of_an_axis((a, b) in ends(), (length, gap) in lengths()) {
        let domain = Domain::new(a, b);
        let ticks = linear(domain, length, gap);
        keeps_the_promises(&ticks, &Scale::new(Kind::Linear, domain, 0.0, length), gap)?;
    }

    #[test]
    fn logarithmic_ticks_keep_the_promises_of_an_axis((a, b) in ends(), (length, gap) in lengths()) {
        let domain = Domain::new(a, b);
        let ticks = log(domain, length, gap);
        keeps_the_promises(&ticks, &Scale::new(Kind::Log, domain, 0.0, length), gap)?;
    }

    #[test]
    fn an_axis_with_room_for_five_gaps_has_two_ticks((a, b) in ends(), gap in 1.0..100.0, room in 5.0..100.0_f64) {
        let domain = Domain::new(a, b);
        prop_assert!(linear(domain, gap * room, gap).ticks.len() >= 2, "linear {domain:?}");
        prop_assert!(log(domain, gap * room, gap).ticks.len() >= 2, "log {domain:?}");
    }

    #[test]
    fn a_linear_tick_is_the_double_nearest_to_a_short_decimal(lo in -1e6..1e6_f64, span in 1e-4..1e7_f64, (length, gap) in lengths()) {
        let domain = Domain::new(lo, lo + span);
        let ticks = linear(domain, length, gap);
        for tick in &ticks.ticks {
            // The text with the promised decimals reads back as the very same double.
            let text = format!("{:.*}", usize::from(ticks.decimals), tick.value);
            prop_assert_eq!(text.parse::<f64>().unwrap().to_bits(), tick.value.to_bits(), "{}", text);
        }
    }

    #[test]
    fn a_logarithmic_tick_needs_the_decimals_it_says(lo in -9.0..9.0_f64, decades in 0.01..12.0_f64, (length, gap) in lengths()) {
        let domain = Domain::new(10f64.powf(lo), 10f64.powf(lo + decades));
        for tick in log(domain, length, gap).ticks {
            let text = format!("{:.*}", usize::from(tick.decimals), tick.value);
            prop_assert_eq!(text.parse::<f64>().unwrap().to_bits(), tick.value.to_bits(), "{}", text);
        }
    }

    #[test]
    fn over_decades_the_major_ticks_are_powers_of_ten(lo in -200.0..200.0_f64, decades in 1.0..90.0_f64, room in 8.0..40.0_f64) {
        let ticks = log(Domain::new(10f64.powf(lo), 10f64.powf(lo + decades)), room * 30.0, 30.0).ticks;
        prop_assert!(ticks.iter().any(|t| t.major));
        for tick in ticks {
            let power = tick.value.log10();
            prop_assert_eq!(tick.major, (power - power.round()).abs() < 1e-9, "{}", tick.value);
        }
    }

    #[test]
    fn linear_steps_are_even_and_one_two_or_five(lo in -1e3..1e3_f64, span in 1e-3..1e6_f64, gap in 10.0..80.0_f64) {
        let ticks = linear(Domain::new(lo, lo + span), 500.0, gap);
        let values = values(&ticks);
        let step = (values[values.len() - 1] - values[0]) / (values.len() - 1) as f64;
        prop_assert!(values.windows(2).all(|pair| ((pair[1] - pair[0]) / step - 1.0).abs() < 1e-9));
        let leading = step / 10f64.powf((step * 1.000_001).log10().floor());
        prop_assert!([1.0, 2.0, 5.0].iter().any(|digit| (leading / digit - 1.0).abs() < 1e-9), "{step}");
    }

    #[test]
    fn no_length_or_gap_makes_ticks_panic((a, b) in ends(), length in proptest::num::f64::ANY, gap in proptest::num::f64::ANY) {
        let domain = Domain::new(a, b);
        prop_assert!(linear(domain, length, gap).ticks.len() <= MOST);
        prop_assert!(log(domain, length, gap).ticks.len() <= MOST);
    }
}

#[test]
fn axes_read_as_a_person_would_write_them() {
    let cases: [(f64, f64, f64, f64, &[f64]); 6] = [
        (0.0, 1.0, 300.0, 40.0, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (-1.0, 1.0, 160.0, 40.0, &[-1.0, -0.5, 0.0, 0.5, 1.0]),
        (101.3, 161.9, 200.0, 40.0, &[120.0, 140.0, 160.0]),
        (-0.31, 2.4, 150.0, 24.0, &[0.0, 0.5, 1.0, 1.5, 2.0]),
        // One multiple of 1 only: the outermost of the finer step.
        (1.1, 2.9, 60.0, 30.0, &[1.5, 2.5]),
        (97.0, 103.0, 100.0, 1e9, &[100.0]),
    ];
    for (lo, hi, length, gap, expected) in cases {
        assert_eq!(values(&linear(Domain::new(lo, hi), length, gap)), expected, "{lo} to {hi}");
    }
    let cases: [(f64, f64, f64, f64, &[f64]); 7] = [
        (300.0, 110_000.0, 240.0, 30.0, &[3e2, 1e3, 3e3, 1e4, 3e4, 1e5]),
        (2_000.0, 70_000.0, 240.0, 40.0, &[2e3, 5e3, 1e4, 2e4, 5e4]),
        (25_000.0, 75_000.0, 200.0, 30.0, &[4e4, 6e4]),
        // One power of ten and no room for all of 1, 2, 5: the outermost of them.
        (12_000.0, 95_000.0, 80.0, 30.0, &[2e4, 5e4]),
        (0.002, 1.3, 200.0, 60.0, &[0.01, 0.1, 1.0]),
        (1e-9, 1e9, 200.0, 30.0, &[1e-9, 1e-6, 1e-3, 1.0, 1e3, 1e6, 1e9]),
        (0.5, 2.0, 200.0, 50.0, &[0.5, 1.0, 2.0]),
    ];
    for (lo, hi, length, gap, expected) in cases {
        assert_eq!(values(&log(Domain::new(lo, hi), length, gap)), expected, "{lo} to {hi}");
    }
}

#[test]
fn powers_of_ten_are_exact() {
    for exponent in -22..=22 {
        let power: f64 = format!("1e{exponent}").parse().unwrap();
        let ticks = log(Domain::new(power / 3.0, power * 3.0), 100.0, 20.0);
        assert!(ticks.ticks.iter().any(|t| t.value.to_bits() == power.to_bits() && t.major), "{exponent}: {ticks:?}");
    }
}
