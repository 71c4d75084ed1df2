use proptest::prelude::*;
use yenlens::view::polyline::{Cut, Draw, Rect, band};

type Point = (f64, f64);

const PLOT: Rect = Rect { left: 10.0, top: 20.0, right: 110.0, bottom: 80.0 };
const OPEN: Rect = Rect { left: -1e4, top: -1e4, right: 1e4, bottom: 1e4 };

fn drawn(cuts: &[Cut], clip: &Rect, column_px: f64) -> Vec<Vec<Point>> {
    let mut polygons = Vec::new();
    let mut draw = Draw { corner: &|x, y| (x, y), room: 0, polygon: &mut |polygon| polygons.push(polygon) };
    band(&|take| cuts.iter().copied().for_each(take), clip, column_px, &mut draw);
    polygons
}

/// Cuts with x that increase, in and around the plot, some missing.
fn cuts() -> impl Strategy<Value = Vec<Cut>> {
    let cut = (0.01..1.0, prop_oneof![7 => -40.0..140.0, 1 => Just(f64::NAN)], 0.0..60.0);
    (0.05..20.0, prop::collection::vec(cut, 0..60)).prop_map(|(pace, steps): (f64, Vec<Cut>)| {
        let mut x = -20.0;
        let walk = steps.into_iter().map(|(step, upper, height)| {
            x += step * pace;
            (x, upper, upper + height)
        });
        walk.collect()
    })
}

fn runs(cuts: &[Cut]) -> Vec<&[Cut]> {
    cuts.split(|c| c.1.is_nan() || c.2.is_nan()).filter(|run| !run.is_empty()).collect()
}

/// Even-odd rule: how often a ray to the right meets the sides.
fn is_in_polygon((x, y): Point, polygon: &[Point]) -> bool {
    let sides = polygon.iter().zip(polygon.iter().cycle().skip(1));
    let meets = |(a, b): &(&Point, &Point)| (a.1 > y) != (b.1 > y) && x < a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0);
    sides.filter(meets).count() % 2 == 1
}

/// The edges of the band at `x`, if a stretch of it reaches there.
fn edges_at(x: f64, cuts: &[Cut]) -> Option<Point> {
    runs(cuts).into_iter().flat_map(|run| run.windows(2)).find(|pair| pair[0].0 <= x && x <= pair[1].0).map(|pair| {
        let t = (x - pair[0].0) / (pair[1].0 - pair[0].0);
        (pair[0].1 + t * (pair[1].1 - pair[0].1), pair[0].2 + t * (pair[1].2 - pair[0].2))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn no_corner_leaves_the_frame(
        cuts in prop::collection::vec(prop::array::uniform3(prop_oneof![proptest::num::f64::ANY, -50.0..150.0]), 0..40),
        width in proptest::num::f64::ANY,
        wide in -5.0..200.0,
        high in -5.0..200.0,
    ) {
        let frame = Rect { left: 10.0, top: 20.0, right: 10.0 + wide, bottom: 20.0 + high };
        let cuts: Vec<Cut> = cuts.into_iter().map(|[x, a, b]| (x, a, b)).collect();
        for width in [width, 0.0, 1.0] {
            for polygon in drawn(&cuts, &frame, width) {
                prop_assert!(polygon.iter().all(|p| frame.contains(*p)), "{polygon:?}");
            }
        }
    }

    #[test]
    fn the_polygons_cover_the_band_inside_the_frame_and_nothing_else(cuts in cuts(), at in prop::collection::vec((-30.0..150.0_f64, 0.0..100.0_f64), 60)) {
        let polygons = drawn(&cuts, &PLOT, 0.0);
        for (x, y) in at {
            let near_an_edge = edges_at(x, &cuts).is_some_and(|(upper, lower): Point| (y - upper).abs() < 1e-6 || (y - lower).abs() < 1e-6);
            if !near_an_edge {
                let in_band = edges_at(x, &cuts).is_some_and(|(upper, lower)| upper < y && y < lower);
                let covered = polygons.iter().any(|polygon| is_in_polygon((x, y), polygon));
                prop_assert_eq!(covered, in_band && PLOT.contains((x, y)), "at {:?}", (x, y));
            }
        }
    }

    #[test]
    fn without_columns_and_inside_the_frame_nothing_is_changed(cuts in cuts()) {
        let expected: Vec<Vec<Point>> = runs(&cuts).into_iter().map(|run| {
            let mut polygon: Vec<Point> = run.iter().map(|c| (c.0, c.1)).chain(run.iter().rev().map(|c| (c.0, c.2))).collect();
            polygon.dedup();
            polygon
        }).collect();
        prop_assert_eq!(drawn(&cuts, &OPEN, 0.0), expected);
    }

    #[test]
    fn thinning_keeps_the_outermost_edges_of_a_column(cuts in cuts(), width in 0.2..6.0) {
        let polygons = drawn(&cuts, &OPEN, width);
        let runs = runs(&cuts);
        prop_assert_eq!(polygons.len(), runs.len());
        let column = |x: f64| ((x - OPEN.left) / width).floor() as i64;
        for (polygon, run) in polygons.iter().zip(runs) {
            for whole in run.chunk_by(|a, b| column(a.0) == column(b.0)) {
                let kept: Vec<&Point> = polygon.iter().filter(|p| column(p.0) == column(whole[0].0)).collect();
                prop_assert!(kept.len() <= 4);
                let upper = kept.iter().map(|p| p.1).reduce(f64::min);
                let lower = kept.iter().map(|p| p.1).reduce(f64::max);
                prop_assert_eq!(upper, whole.iter().map(|c| c.1).reduce(f64::min));
                prop_assert_eq!(lower, whole.iter().map(|c| c.2).reduce(f64::max));
            }
        }
    }
}

#[test]
fn edges_leave_the_frame_at_their_own_slope() {
    let polygons = drawn(&[(20.0, 50.0, 60.0), (40.0, -10.0, 60.0)], &PLOT, 1.0);
    assert_eq!(polygons, [[(20.0, 50.0), (30.0, 20.0), (40.0, 20.0), (40.0, 60.0), (20.0, 60.0)]]);
}

#[test]
fn a_band_is_split_at_missing_values_and_at_the_sides() {
    let polygons = drawn(&[(0.0, 30.0, 40.0), (20.0, 50.0, 60.0), (30.0, f64::NAN, 5.0), (50.0, 30.0, 40.0)], &PLOT, 1.0);
    assert_eq!(polygons[0], [(10.0, 40.0), (20.0, 50.0), (20.0, 60.0), (10.0, 50.0)]);
    assert_eq!(polygons[1], [(50.0, 30.0), (50.0, 40.0)]);
    assert_eq!(polygons.len(), 2);
}

#[test]
fn a_band_outside_the_frame_leaves_nothing() {
    assert!(drawn(&[(20.0, 0.0, 10.0), (40.0, -10.0, 5.0)], &PLOT, 1.0).is_empty());
    assert!(drawn(&[(20.0, 90.0, 100.0), (40.0, 95.0, 105.0)], &PLOT, 1.0).is_empty());
    assert!(drawn(&[(0.0, 30.0, 40.0), (5.0, 30.0, 40.0)], &PLOT, 1.0).is_empty());
}
