use std::rc::Rc;

use proptest::prelude::*;
use yenlens::series::Day;
use yenlens::view::scale::{Domain, Kind, Scale};

use super::ends;

fn range() -> impl Strategy<Value = (f64, f64)> {
    (-5e3..5e3, 1.0..5e3, any::<bool>()).prop_map(|(from, length, back)| (from, if back { from - length } else { from + length }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_domain_is_finite_and_ordered((a, b) in ends()) {
        let domain = Domain::new(a, b);
        prop_assert!(domain.lo().is_finite() && domain.hi().is_finite() && domain.lo() < domain.hi());
        prop_assert!(domain.span().is_finite() && domain.span() > 0.0);
        if a.abs() <= 1e300 && b.abs() <= 1e300 {
            prop_assert!(domain.contains(a) && domain.contains(b));
        }
        let positive = domain.positive();
        prop_assert!(0.0 < positive.lo() && positive.lo() < positive.hi());
    }

    #[test]
    fn stretching_only_adds((a, b) in ends(), (c, d) in ends(), share in proptest::num::f64::ANY) {
        let domain = Domain::new(a, b);
        let other = Domain::new(c, d);
        for wider in [domain.union(&other), domain.including(c), domain.padded(share)] {
            prop_assert!(wider.contains(domain.lo()) && wider.contains(domain.hi()));
        }
        prop_assert!(domain.union(&other).contains(other.lo()) && domain.union(&other).contains(other.hi()));
        let positive = domain.positive();
        let wider = domain.padded_log(share);
        prop_assert!(wider.contains(positive.lo()) && wider.contains(positive.hi()));
    }

    #[test]
    fn a_domain_of_values_runs_from_the_least_to_the_greatest(
        values in prop::collection::vec(prop_oneof![4 => -1e6..1e6_f64, 1 => Just(f64::NAN), 1 => Just(f64::INFINITY)], 0..20),
    ) {
        let mut present: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
        present.sort_by(f64::total_cmp);
        let expected = present.first().zip(present.last()).map(|(lo, hi)| Domain::new(*lo, *hi));
        prop_assert_eq!(Domain::of(values.into_iter()), expected);
    }

    #[test]
    fn a_value_comes_back_from_its_pixel((a, b) in ends(), (from, to) in range(), along in -0.5..1.5_f64) {
        let domain = Domain::new(a, b);
        let magnitude = domain.lo().abs().max(domain.hi().abs());
        let value = domain.lo() + along * domain.span();
        let scale = Scale::new(Kind::Linear, domain, from, to);
        // The pixel itself is rounded at the size of the coordinates, the value at its own.
        let pixel_share = 1e4 / (to - from).abs();
        let rounding = 8.0 * f64::EPSILON * (pixel_share * domain.span() + magnitude);
        prop_assert!((scale.value(scale.px(value)) - value).abs() <= rounding);

        let scale = Scale::new(Kind::Log, domain, from, to);
        let lo = scale.domain().lo();
        let length = (scale.domain().hi() / 1e150).ln() - (lo / 1e150).ln();
        let value = lo * (0.5 * along * length).exp() * (0.5 * along * length).exp();
        if value > 0.0 && value.is_finite() {
            let back = scale.value(scale.px(value));
            let rounding = 8.0 * f64::EPSILON * ((pixel_share + 2.0) * length + 2.0);
            prop_assert!((back / value - 1.0).abs() <= rounding, "{back} for {value}");
        }
    }

    #[test]
    fn the_ends_of_the_domain_stand_at_the_ends_of_the_range((a, b) in ends(), (from, to) in range()) {
        for kind in [Kind::Linear, Kind::Log] {
            let scale = Scale::new(kind, Domain::new(a, b), from, to);
            prop_assert!((scale.px(scale.domain().lo()) - from).abs() < 1e-9);
            prop_assert!((scale.px(scale.domain().hi()) - to).abs() < 1e-9);
        }
    }

    #[test]
    fn greater_values_stand_further_along((a, b) in ends(), (from, to) in range(), s in 0.0..1.0_f64, t in 0.0..1.0_f64) {
        for kind in [Kind::Linear, Kind::Log] {
            let scale = Scale::new(kind, Domain::new(a, b), from, to);
            let domain = scale.domain();
            let (s, t) = if s <= t { (s, t) } else { (t, s) };
            let near = scale.px(domain.lo() + s * domain.span());
            let far = scale.px(domain.lo() + t * domain.span());
            prop_assert!((far - near) * (to - from).signum() >= -1e-9);
        }
    }

    #[test]
    fn no_pixel_or_value_makes_a_scale_panic((a, b) in ends(), px in proptest::num::f64::ANY, from in proptest::num::f64::ANY) {
        for kind in [Kind::Linear, Kind::Log] {
            let scale = Scale::new(kind, Domain::new(a, b), from, px);
            let _ = (scale.px(a), scale.value(px), scale.length_px());
            prop_assert!(scale.px(f64::NAN).is_nan() && scale.value(f64::NAN).is_nan());
        }
    }
}

#[test]
fn a_flat_domain_is_opened_around_its_value() {
    assert_eq!(Domain::new(2.0, 2.0), Domain::new(1.9, 2.1));
    assert_eq!(Domain::new(0.0, 0.0), Domain::new(-1.0, 1.0));
    assert_eq!(Domain::new(f64::NAN, 3.0), Domain::new(0.0, 1.0));
    assert_eq!(Domain::of([f64::NAN].into_iter()), None);
}

#[test]
fn a_logarithmic_domain_starts_above_zero() {
    assert_eq!(Domain::new(-5.0, 1_000.0).positive(), Domain::new(1.0, 1_000.0));
    assert_eq!(Domain::new(-5.0, -1.0).positive(), Domain::new(1.0, 10.0));
    let scale = Scale::new(Kind::Log, Domain::new(0.0, 100.0), 0.0, 100.0);
    assert!(scale.px(0.0).is_nan() && scale.px(-1.0).is_nan());
}

#[test]
fn pixels_agree_with_the_definition() {
    let yen = Scale::new(Kind::Linear, Domain::new(100.0, 160.0), 20.0, 320.0);
    assert!((yen.px(130.0) - 170.0).abs() < 1e-12);
    let price = Scale::new(Kind::Log, Domain::new(1e-300, 1e300), 600.0, 0.0);
    assert!((price.px(1.0) - 300.0).abs() < 1e-9);
    assert!((price.value(150.0) / 1e150 - 1.0).abs() < 1e-12);
}

/// Days of trading: of so many in a row those that are marked, two at least.
fn trading() -> impl Strategy<Value = Rc<Vec<Day>>> {
    (-20_000..20_000_i64, prop::collection::vec(prop::bool::weighted(0.7), 2..3_000)).prop_map(|(lo, open)| {
        let last = open.len() as i64 - 1;
        let days = (0..=last).filter(|at| *at == 0 || *at == last || open[*at as usize]);
        Rc::new(days.map(|at| Day::saturating(lo + at)).collect())
    })
}

proptest! {
    #[test]
    fn days_of_trading_are_equally_far_apart_and_what_is_between_stands_between(days in trading()) {
        let count = |day: &Day| f64::from(day.count());
        let domain = Domain::new(count(&days[0]), count(&days[days.len() - 1]));
        let scale = Scale::over_days(&days, domain, 12.0, 712.0);
        prop_assert!((scale.px(domain.lo()) - 12.0).abs() < 1e-9 && (scale.px(domain.hi()) - 712.0).abs() < 1e-9);
        let step = 700.0 / (days.len() - 1) as f64;
        for (at, day) in days.iter().enumerate() {
            let px = scale.px(count(day));
            prop_assert!((px - 12.0 - step * at as f64).abs() < 1e-6, "{day}");
            prop_assert!((scale.value(px) - count(day)).abs() < 1e-6, "{day}");
            prop_assert!(scale.has_room_for(*day));
        }
        for pair in days.windows(2).filter(|pair| pair[1].count() - pair[0].count() > 1) {
            let between = scale.px(count(&pair[0]) + 1.0);
            prop_assert!(scale.px(count(&pair[0])) < between && between < scale.px(count(&pair[1])));
            prop_assert!(!scale.has_room_for(Day::saturating(i64::from(pair[0].count()) + 1)));
        }
    }

    #[test]
    fn no_two_days_change_places(days in trading(), a in -1e5..1e5_f64, b in -1e5..1e5_f64, (lo, span) in (-2e4..2e4_f64, 1.0..9e3_f64)) {
        let scale = Scale::over_days(&days, Domain::new(lo, lo + span), 0.0, 500.0);
        prop_assert!(scale.px(a.min(b)) <= scale.px(a.max(b)) + 1e-9);
        prop_assert!((scale.value(scale.px(a)) - a).abs() < 1e-5, "{a} came back as {}", scale.value(scale.px(a)));
    }
}

#[test]
fn without_days_of_trading_time_runs_as_it_does() {
    let domain = Domain::new(10.0, 20.0);
    let scale = Scale::over_days(&Rc::new(Vec::new()), domain, 0.0, 100.0);
    assert_eq!((scale.px(15.0), scale.value(50.0)), (50.0, 15.0));
    // A range within a closed week has a length too.
    let far: Rc<Vec<Day>> = Rc::new([0, 100].map(Day::saturating).to_vec());
    assert!((Scale::over_days(&far, domain, 0.0, 100.0).px(15.0) - 50.0).abs() < 1e-9);
}
