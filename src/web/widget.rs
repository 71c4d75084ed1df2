//! What the shim sees: a handle on one widget. Every method takes `&self`, answers with plain values and never throws but for
//! a bad argument of the caller's own.

use std::rc::Rc;

#[cfg(feature = "headless")]
use js_sys::Int32Array;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use web_sys::HtmlElement;

use super::app::App;
use super::dom::set;
use super::turn;
use crate::decimal::shortest;
use crate::error::{Error, quoted};
use crate::series::{Day, Kind, Series, SeriesMeta, Unit};
use crate::spec::{Options, Spec};

/// One widget on the page.
#[wasm_bindgen(skip_typescript)]
pub struct Widget {
    app: Rc<App>,
}

#[wasm_bindgen]
impl Widget {
    /// Builds the widget inside `frame`, which belongs to the element `host`; the figures are under `base`. The number is its own on
    /// the page, and not 0.
    #[wasm_bindgen(constructor)]
    pub fn new(host: &HtmlElement, frame: &HtmlElement, base: &str, number: u32) -> Result<Self, JsValue> {
        turn::of(number, || App::new(host, frame, base)).map(|app| Self { app })
    }

    /// Takes in the author's options: text under the names of the attributes.
    pub fn configure(&self, options: &Object, language: &str) -> Result<(), JsError> {
        let mut texts = Options::default();
        // Pairs, not a struct: serde would pass over a name it does not know.
        for pair in Object::entries(options) {
            let pair: Array = pair.unchecked_into();
            let (name, value) = (pair.get(0).as_string().unwrap_or_default(), pair.get(1));
            let text = value.as_string();
            if text.is_none() && !value.is_null() && !value.is_undefined() {
                return Err(thrown(&Error::invalid(format!("{name}: expected a text"))));
            }
            texts.set(&name, text).map_err(|error| thrown(&error))?;
        }
        turn::of(self.app.turn, || self.app.configure(&texts, language));
        Ok(())
    }

    /// The state as an object of texts.
    #[must_use]
    pub fn save(&self) -> Object {
        let object = Object::new();
        for (name, value) in self.app.save() {
            set(&object, name, &value.into());
        }
        object
    }

    /// The rows that are drawn, as CSV.
    #[cfg(feature = "extras")]
    #[wasm_bindgen(js_name = exportCsv)]
    #[must_use]
    pub fn export_csv(&self) -> String {
        self.taken(App::csv)
    }

    /// The figure as SVG text.
    #[cfg(feature = "extras")]
    #[wasm_bindgen(js_name = exportSvg)]
    #[must_use]
    pub fn export_svg(&self) -> String {
        self.taken(App::svg)
    }

    /// A promise of the figure as a PNG blob.
    #[cfg(feature = "extras")]
    #[wasm_bindgen(js_name = exportPng)]
    pub fn export_png(&self) -> js_sys::Promise {
        self.taken(App::png)
    }

    /// Puts a series in the place of the snapshot's, or beside them.
    #[wasm_bindgen(js_name = setSeries)]
    pub fn set_series(&self, id: &str, values: Vec<f64>, days: Days, meta: &JsValue) -> Result<(), JsError> {
        // The values were copied for this call, and stay where they are.
        let days = self.days(days).map_err(|error| thrown(&error))?;
        let series = Series::shared(days, Rc::new(values)).map_err(|error| thrown(&error))?;
        let last =
            series.days().last().copied().ok_or_else(|| thrown(&Error::invalid("setSeries: expected at least one day")))?;
        let text = |name: &str, default: &str| {
            let value = Reflect::get(meta, &name.into()).ok().and_then(|value| value.as_string());
            value.unwrap_or_else(|| default.to_owned())
        };
        let refused = |sentence: String| thrown(&Error::invalid(format!("setSeries: {sentence}")));
        // As attributes write it, or no attribute could name it.
        let mut spec = Spec::default();
        if spec.set("asset", id, &mut Vec::new()).is_err() {
            return Err(refused(format!("id: expected at most 40 letters, digits, - and _, got {}", quoted(id))));
        }
        let id = spec.asset;
        let (unit, kind) = (text("unit", ""), text("kind", ""));
        let named_unit = Unit::parse(&unit);
        let named_kind = Kind::parse(&kind);
        if named_unit.is_none() && !unit.is_empty() {
            return Err(refused(format!("unit: expected one of {}, got {}", Unit::codes().join(", "), quoted(&unit))));
        }
        if named_kind.is_none() && !kind.is_empty() {
            return Err(refused(format!("kind: expected one of {}, got {}", Kind::codes().join(", "), quoted(&kind))));
        }
        let kind = named_kind.or_else(|| named_unit.map(Unit::kind)).unwrap_or(Kind::Price);
        let at = series.values().iter().position(|value| *value <= 0.0).filter(|_| kind.needs_values_above_zero());
        if let Some(at) = at {
            let (value, day) = (series.values()[at], series.days()[at]);
            return Err(refused(format!("a value of the kind {} is above zero, got {} on {day}", kind.code(), shortest(value))));
        }
        let meta = SeriesMeta {
            label: text("label", &id),
            id,
            unit: named_unit.unwrap_or(kind.unit()),
            kind,
            closes_at_utc: text("closesAtUtc", "24:00"),
            source: text("source", ""),
            source_url: text("sourceUrl", ""),
            license: text("license", ""),
            last,
            breaks: Vec::new(),
        };
        turn::of(self.app.turn, || self.app.insert(meta, series));
        Ok(())
    }

    /// Tries again what failed.
    pub fn refresh(&self) {
        turn::of(self.app.turn, || self.app.retry());
    }

    /// Takes in where the figures are to come from besides the snapshot: the address of a file, the text of one, names of live services.
    #[cfg(feature = "feeds")]
    pub fn feed(&self, src: Option<String>, inline: Option<String>, live: Option<String>) {
        turn::of(self.app.turn, || self.app.feed(super::feed::Feed { src, inline, live }));
    }

    /// Lets go of everything; the handle is of no use after.
    pub fn destroy(&self) {
        self.app.tear_down();
    }
}

#[cfg(test)]
impl Widget {
    /// A way to see whether anything else still holds the widget.
    pub(super) fn downgrade(&self) -> std::rc::Weak<App> {
        Rc::downgrade(&self.app)
    }
}

#[cfg(feature = "extras")]
impl Widget {
    /// What is taken along of the figure as it is by now: what is due is done first, without waiting for a frame.
    fn taken<T>(&self, what: fn(&App) -> T) -> T {
        turn::of(self.app.turn, || {
            self.app.settle();
            what(&self.app)
        })
    }
}

/// Days as the page gives them: columns of millions of them are not copied before it is known whether they are needed.
#[cfg(feature = "headless")]
type Days = JsValue;
#[cfg(not(feature = "headless"))]
type Days = Vec<i32>;

impl Widget {
    /// Those days, shared with another series that has the same. The memory never shrinks, so that a copy would stay in it as a hole.
    #[cfg(feature = "headless")]
    fn days(&self, days: Days) -> Result<Rc<Vec<Day>>, Error> {
        let days = days.dyn_into().unwrap_or_else(|list| Int32Array::new(&list));
        match self.app.days_like(|known| is_same(known, &days)) {
            Some(known) => Ok(known),
            None => days.to_vec().into_iter().map(Day::new).collect::<Result<_, _>>().map(Rc::new),
        }
    }

    #[cfg(not(feature = "headless"))]
    #[expect(clippy::unused_self, reason = "the whole module asks the widget for days that it has")]
    fn days(&self, days: Days) -> Result<Rc<Vec<Day>>, Error> {
        days.into_iter().map(Day::new).collect::<Result<_, _>>().map(Rc::new)
    }
}

/// Whether a column of the page's holds these days; read a part at a time.
#[cfg(feature = "headless")]
fn is_same(known: &[Day], days: &Int32Array) -> bool {
    let mut part = [0; 1024];
    let mut from = 0;
    known.len() == days.length() as usize
        && known.chunks(part.len()).all(|known| {
            let part = &mut part[..known.len()];
            let to = from + part.len() as u32;
            days.subarray(from, to).copy_to(part);
            from = to;
            known.iter().zip(part).all(|(day, count)| day.count() == *count)
        })
}

fn thrown(error: &Error) -> JsError {
    JsError::new(error.message())
}
