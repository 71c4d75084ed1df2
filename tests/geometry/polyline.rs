use proptest::prelude::*;
use yenlens::view::polyline::{Paths, Rect, polyline};

type Point = (f64, f64);

const PLOT: Rect = Rect { left: 10.0, top: 20.0, right: 110.0, bottom: 80.0 };
/// So large that nothing is cut.
const OPEN: Rect = Rect { left: -1e4, top: -1e4, right: 1e4, bottom: 1e4 };

fn drawn(points: &[Point], clip: &Rect, column_px: f64) -> Vec<Vec<Point>> {
    let mut paths = Paths::default();
    polyline(points.iter().copied(), clip, column_px, &mut paths);
    paths.iter().map(<[Point]>::to_vec).collect()
}

/// Points with x that do not decrease, in and around the plot, some missing.
fn series() -> impl Strategy<Value = Vec<Point>> {
    let y = prop_oneof![6 => -40.0..140.0, 1 => Just(f64::NAN), 1 => Just(20.0), 1 => Just(80.0)];
    (0.05..12.0, prop::collection::vec((0.0..1.0, y), 0..120)).prop_map(|(pace, steps): (f64, Vec<Point>)| {
        let mut x = -20.0;
        let walk = steps.into_iter().map(|(step, y)| {
            x += step * pace;
            (x, y)
        });
        walk.collect()
    })
}

fn anything() -> impl Strategy<Value = Vec<Point>> {
    let coordinate = || prop_oneof![proptest::num::f64::ANY, -50.0..150.0, Just(f64::INFINITY), Just(f64::NEG_INFINITY)];
    prop::collection::vec((coordinate(), coordinate()), 0..40)
}

/// The stretches between missing values.
fn runs(points: &[Point]) -> Vec<&[Point]> {
    points.split(|p| p.0.is_nan() || p.1.is_nan()).filter(|run| !run.is_empty()).collect()
}

/// How far `p` is from the segment from `a` to `b`.
fn distance(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let t = if length > 0.0 { (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (p.0 - a.0 - t * dx).hypot(p.1 - a.1 - t * dy)
}

fn is_on(p: Point, path: &[Point]) -> bool {
    path.windows(2).any(|s| distance(p, s[0], s[1]) < 1e-5) || path.iter().any(|v| distance(p, *v, *v) < 1e-5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_vertex_leaves_the_frame(points in anything(), width in proptest::num::f64::ANY, wide in -5.0..200.0, high in -5.0..200.0) {
        let frame = Rect { left: 10.0, top: 20.0, right: 10.0 + wide, bottom: 20.0 + high };
        for width in [width, 0.0, 1.0] {
            for path in drawn(&points, &frame, width) {
                prop_assert!(!path.is_empty());
                prop_assert!(path.iter().all(|p| frame.contains(*p)), "{path:?}");
            }
        }
    }

    #[test]
    fn no_frame_makes_a_line_panic(points in anything(), edges in prop::array::uniform4(proptest::num::f64::ANY)) {
        let [left, top, right, bottom] = edges;
        let frame = Rect { left, top, right, bottom };
        for path in drawn(&points, &frame, 1.0) {
            prop_assert!(path.iter().all(|p| frame.contains(*p)));
        }
    }

    #[test]
    fn x_never_runs_backwards(points in series(), width in 0.0..3.0) {
        for path in drawn(&points, &PLOT, width) {
            prop_assert!(path.windows(2).all(|pair| pair[0].0 <= pair[1].0), "{path:?}");
            prop_assert!(path.windows(2).all(|pair| pair[0] != pair[1]), "{path:?}");
        }
    }

    #[test]
    fn without_columns_and_inside_the_frame_nothing_is_changed(points in series()) {
        let mut expected: Vec<Vec<Point>> = runs(&points).into_iter().map(<[Point]>::to_vec).collect();
        expected.iter_mut().for_each(Vec::dedup);
        prop_assert_eq!(drawn(&points, &OPEN, 0.0), expected);
    }

    #[test]
    fn a_line_never_bridges_a_missing_value(points in series(), width in 0.0..3.0) {
        // Each stretch gets an x of its own, so that a bridge would show as a path over two of them.
        let mut stretch = 0.0;
        let apart: Vec<Point> = points.iter().map(|(x, y)| {
            stretch += if y.is_nan() { 1.0 } else { 0.0 };
            (x + 1e3 * stretch, *y)
        }).collect();
        let frame = Rect { left: -1e6, right: 1e6, ..PLOT };
        for path in drawn(&apart, &frame, width) {
            let inside_one = runs(&apart).iter().any(|run| path.iter().all(|p| run[0].0 <= p.0 && p.0 <= run[run.len() - 1].0));
            prop_assert!(inside_one, "{path:?}");
        }
    }

    #[test]
    fn a_cut_line_is_what_was_inside_the_frame(points in series()) {
        let paths = drawn(&points, &PLOT, 0.0);
        let runs = runs(&points);
        for path in &paths {
            let middles = path.windows(2).map(|s| (s[0].0.midpoint(s[1].0), s[0].1.midpoint(s[1].1)));
            for p in path.iter().copied().chain(middles) {
                prop_assert!(runs.iter().any(|run| is_on(p, run)), "{p:?} is not on the line");
            }
        }
        for run in runs {
            for pair in run.windows(2) {
                for t in 0..=16 {
                    let t = f64::from(t) / 16.0;
                    let p = (pair[0].0 + t * (pair[1].0 - pair[0].0), pair[0].1 + t * (pair[1].1 - pair[0].1));
                    let well_inside = PLOT.left + 1e-3 < p.0 && p.0 < PLOT.right - 1e-3 && PLOT.top + 1e-3 < p.1 && p.1 < PLOT.bottom - 1e-3;
                    prop_assert!(!well_inside || paths.iter().any(|path| is_on(p, path)), "{p:?} is lost");
                }
            }
        }
    }

    #[test]
    fn thinning_keeps_the_first_last_lowest_and_highest_of_a_column(points in series(), width in 0.2..6.0) {
        let paths = drawn(&points, &OPEN, width);
        let runs = runs(&points);
        prop_assert_eq!(paths.len(), runs.len());
        let column = |p: &Point| ((p.0 - OPEN.left) / width).floor() as i64;
        for (path, run) in paths.iter().zip(runs) {
            for whole in run.chunk_by(|a, b| column(a) == column(b)) {
                let kept: Vec<Point> = path.iter().filter(|p| column(p) == column(&whole[0])).copied().collect();
                prop_assert!(kept.len() <= 4);
                prop_assert!(whole.len() > 2 || kept.len() == whole.len() || whole[0] == whole[1]);
                prop_assert_eq!((kept[0], kept[kept.len() - 1]), (whole[0], whole[whole.len() - 1]));
                for least in [|a: f64, b: f64| a.min(b), |a: f64, b: f64| a.max(b)] {
                    let extreme = |of: &[Point]| of.iter().map(|p| p.1).reduce(least);
                    prop_assert_eq!(extreme(&kept), extreme(whole));
                }
                let mut rest = whole.iter();
                prop_assert!(kept.iter().all(|p| rest.any(|q| p == q)), "the order of the series");
            }
        }
    }

    #[test]
    fn a_buffer_used_again_holds_only_the_new_paths(old in series(), new in series()) {
        let mut paths = Paths::default();
        polyline(old.into_iter(), &PLOT, 1.0, &mut paths);
        polyline(new.iter().copied(), &PLOT, 1.0, &mut paths);
        prop_assert_eq!(paths.len(), paths.iter().count());
        prop_assert_eq!(paths.iter().map(<[Point]>::to_vec).collect::<Vec<_>>(), drawn(&new, &PLOT, 1.0));
    }
}

#[test]
fn a_line_leaves_the_frame_at_its_own_slope() {
    let points = [(50.0, 50.0), (70.0, 110.0), (90.0, 50.0), (90.0, f64::INFINITY)];
    assert_eq!(drawn(&points, &PLOT, 1.0), [vec![(50.0, 50.0), (60.0, 80.0)], vec![(80.0, 80.0), (90.0, 50.0), (90.0, 80.0)]]);
    assert_eq!(drawn(&[(0.0, 50.0), (200.0, 50.0)], &PLOT, 1.0), [[(10.0, 50.0), (110.0, 50.0)]]);
}

#[test]
fn a_point_alone_is_a_path_of_one() {
    let missing = (0.0, f64::NAN);
    assert_eq!(drawn(&[missing, (50.0, 50.0), missing, (0.0, 50.0), missing], &PLOT, 1.0), [[(50.0, 50.0)]]);
    assert_eq!(drawn(&[(50.0, 50.0), (50.0, 50.0)], &PLOT, 1.0), [[(50.0, 50.0)]]);
}

#[test]
fn a_line_that_grazes_a_corner_leaves_no_dot() {
    assert!(drawn(&[(0.0, 30.0), (20.0, 10.0)], &PLOT, 1.0).is_empty());
}

#[test]
fn a_peak_a_rounding_error_above_the_frame_is_not_cut() {
    let points = [(40.0, 50.0), (50.0, 20.0 - 1e-13), (60.0, 50.0)];
    assert_eq!(drawn(&points, &PLOT, 1.0), [[(40.0, 50.0), (50.0, 20.0), (60.0, 50.0)]]);
}

#[test]
fn what_a_long_series_costs_follows_the_width() {
    let points: Vec<Point> =
        (0..200_000).map(|i| (10.0 + f64::from(i) / 2_000.0, if i % 2 == 0 { 0.0 } else { 100.0 })).collect();
    let vertices: usize = drawn(&points, &PLOT, 1.0).iter().map(Vec::len).sum();
    assert!(vertices <= 101 * 8, "{vertices}");
}
