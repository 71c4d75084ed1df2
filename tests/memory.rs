//! What a figure takes while it is computed and painted, beside its own columns: the memory of WebAssembly never shrinks, so that every
//! column held for a moment is held for good.

#![expect(clippy::unwrap_used, reason = "a figure that cannot be made is a failed test")]

use std::convert::Infallible;
use std::rc::Rc;

use plotters::prelude::{DrawingBackend, IntoDrawingArea};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind};
use yenlens::paint::{self, Brushes, Palette, Resolution, Strokes, UNITS_PER_PIXEL};
use yenlens::series::{Day, Kind, Series, SeriesMeta, Store, Unit};
use yenlens::spec::{Options, Parsed, Spec};
use yenlens::text::phrases;
use yenlens::view::figures::Prepared;
use yenlens::view::layout::Layout;
use yenlens::view::state::{Msg, State, Walk};

#[global_allocator]
static COUNTED: dhat::Alloc = dhat::Alloc;

/// A day, two prices, and the two correlations.
const BYTES_PER_DAY: usize = 4 + 2 * 8 + 2 * 8;
/// The table of the odds of chance, 60 KB of it, what a frame holds, and a third above that.
const MOST: usize = 256 << 10;

/// A place to paint on that holds nothing.
struct Nowhere((u32, u32));

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Nowhere {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.0
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, _: I, _: &S) -> Drawn {
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, _: I, _: &S) -> Drawn {
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, _: &str, _: &S, _: BackendCoord) -> Drawn {
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, _: BackendCoord, _: u32, _: &S, _: bool) -> Drawn {
        Ok(())
    }
}

/// The strokes of a canvas: long lines are filled as what they cover.
struct Covering;

impl Strokes for Covering {
    fn set_dash(&self, _: &[f64]) {}

    fn dense_per_px(&self, _: f64) -> f64 {
        2.0
    }
}

/// Two prices of so many days, that move and come back.
fn store(n: usize) -> Store {
    let mut state = 1_u64;
    let mut noise = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
    };
    let days: Vec<Day> = (0..n as i32).map(|day| Day::new(day).unwrap()).collect();
    let shared = Rc::new(days);
    let mut store = Store::new();
    for id in ["first", "second"] {
        let mut log = 0.0;
        let price = std::iter::repeat_with(|| {
            log = 0.999 * log + 0.05 * noise();
            100.0 * f64::exp(log)
        });
        let series = Series::shared(Rc::clone(&shared), Rc::new(price.take(n).collect())).unwrap();
        let meta = SeriesMeta {
            id: id.into(),
            label: id.into(),
            unit: Unit::Usd,
            kind: Kind::Price,
            closes_at_utc: "24:00".into(),
            source: String::new(),
            source_url: String::new(),
            license: String::new(),
            last: *shared.last().unwrap(),
            breaks: Vec::new(),
        };
        store.insert(meta, series);
    }
    store
}

/// Computes the correlation of changes and of levels, and paints both lines with the band.
fn draw(store: &Store, ratio: f64) {
    let mut options = Options::default();
    for (name, value) in [("view", "correlation"), ("basis", "levels"), ("asset", "first"), ("driver", "second")] {
        options.set(name, Some(value.into())).unwrap();
    }
    let Parsed { spec, faults, .. } = Spec::parse(&options, &Spec::default());
    assert!(faults.is_empty());
    let mut prepared = None;
    Prepared::refresh(&mut prepared, store, 1, &spec).unwrap();
    let prepared = prepared.as_ref().unwrap();
    let mut state = State::new(spec);
    state.update(Msg::Extent(prepared.extent()), Walk::default());
    let scene = prepared.scene(state.spec(), state.domain(), phrases("en"));
    let measure = |text: &str, size_px: f64| text.chars().count() as f64 * 0.55 * size_px;
    let layout = Layout::new(&scene, 1000.0, 500.0, phrases("en"), &measure);
    let units = |css: f64| (css * UNITS_PER_PIXEL * ratio) as u32;
    let area = Nowhere((units(1000.0), units(500.0))).into_drawing_area();
    let (palette, resolution) = (Palette::LIGHT, Resolution::new(ratio));
    let brushes = Brushes { area: &area, strokes: &Covering, palette: &palette, resolution, font: "sans-serif" };
    assert!(paint::figure(&brushes, &scene, &layout).is_ok());
}

#[test]
fn a_figure_takes_little_beside_its_columns_however_long_they_are() {
    for (days, ratio) in [(2_600, 1.0), (2_600, 2.0), (26_000, 2.0), (260_000, 2.0)] {
        let profiler = dhat::Profiler::builder().testing().build();
        draw(&store(days), ratio);
        let most = dhat::HeapStats::get().max_bytes;
        drop(profiler);
        let beside = most - days * BYTES_PER_DAY;
        println!("{days} days at {ratio}: {beside} bytes");
        assert!(beside <= MOST, "{days} days at {ratio}: {beside} bytes beside the columns");
    }
}
