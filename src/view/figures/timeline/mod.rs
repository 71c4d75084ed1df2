//! What happened? The price, the yen, yields and the spread over one time axis, with the events.

#[cfg(feature = "figures")]
mod scales;

use std::ops::Range;
use std::rc::Rc;

#[cfg(feature = "extras")]
use super::confidence_text;
use super::{Entry, Figure, Source, Told, correlate, heading, verdict};
use crate::error::Error;
#[cfg(feature = "extras")]
use crate::market::Change;
use crate::market::Measure;
use crate::series::{Day, Series, Store, Titles, align};
#[cfg(feature = "extras")]
use crate::spec::Scale;
use crate::spec::{Spec, TENORS, ViewName};
use crate::text::{self, Phrases, capitalised, fill};
use crate::view::choices;
use crate::view::controls::Control;
#[cfg(feature = "extras")]
use crate::view::method::Method;
use crate::view::sample::{Sample, loaded};
use crate::view::scale::{Domain, Kind};
use crate::view::scene::{Dash, Format, Ink, Line, Note, Panel, Pin, Scene, Sign};

/// In the order of [`TENORS`].
const YIELDS: [(&str, Ink, Dash); TENORS.len()] = [
    ("jgb2y", Ink::YieldC, Dash::Solid),
    ("jgb5y", Ink::YieldB, Dash::Short),
    ("jgb10y", Ink::YieldA, Dash::Solid),
    ("jgb20y", Ink::YieldA, Dash::Long),
    ("jgb30y", Ink::YieldB, Dash::Long),
    ("jgb40y", Ink::YieldC, Dash::Short),
];
/// The yield that the sentence speaks of.
const SPOKEN: &str = "jgb10y";

pub(super) const ENTRY: Entry = Entry {
    name: ViewName::Timeline,
    measures: |spec| {
        let yields = YIELDS.iter().zip(TENORS).filter(|(_, (_, years))| spec.tenors.contains(years)).map(|((id, ..), _)| *id);
        [spec.asset.as_str(), "yen", SPOKEN, "spread10y"].into_iter().chain(yields).collect()
    },
    make: |source, spec| Ok(Box::new(Timeline::new(source, spec)?)),
    controls,
    label: |phrases| phrases.timeline.name,
};

fn controls(spec: &Spec, store: &Store, phrases: &Phrases) -> Vec<Control> {
    #[cfg(feature = "figures")]
    let (open, more) = (scales::are_set(spec), scales::controls(spec, phrases));
    #[cfg(not(feature = "figures"))]
    let (open, more) = (false, []);
    let label = phrases.timeline.more;
    [choices::asset(spec, store, phrases), Control::More { label, open }].into_iter().chain(more).collect()
}

/// The columns of the timeline, all of time.
#[derive(Debug)]
pub struct Timeline {
    asset_id: String,
    asset_label: String,
    breaks: Vec<Day>,
    asset: Rc<Series>,
    /// Where the price stands on a day that is not over.
    open: Option<(Day, f64)>,
    yen: Rc<Series>,
    /// Years and values of the bonds that are shown.
    yields: Vec<(u8, Rc<Series>)>,
    spoken: Rc<Series>,
    spread: Rc<Series>,
    walk: Rc<Vec<Day>>,
    sample: Sample,
    /// Days of a new source of price or yen, across which no change is taken; `None` where the asset is no price.
    #[cfg(feature = "extras")]
    change_breaks: Option<Vec<Day>>,
    events: Vec<(Day, &'static str, Titles)>,
}

impl Timeline {
    /// Takes the columns from the data.
    ///
    /// # Errors
    /// When a series does not exist or is not loaded.
    fn new(Source { store, .. }: Source<'_>, spec: &Spec) -> Result<Self, Error> {
        let meta = |id: &str| store.meta(id);
        let asset = Measure::of(&spec.asset, meta).map_err(|error| error.about("asset"))?;
        let yen = Measure::of("yen", meta)?;
        let spread = Measure::of("spread10y", meta)?;
        let sample = Sample::new(store, &asset, &yen)?;
        let shared = |id: &str| loaded(store, id).map(|s| Rc::new(s.clone()));
        let inputs: Vec<&Series> = spread.inputs().iter().map(|id| loaded(store, id)).collect::<Result<_, _>>()?;
        let aligned = align(&inputs);
        let spread = Series::new(aligned.days, spread.level(&aligned.columns))?;
        let mut this = Self {
            asset_id: spec.asset.clone(),
            asset_label: store.meta(&spec.asset).map_or_else(|| spec.asset.clone(), |m| m.label.clone()),
            breaks: asset.inputs().iter().filter_map(|id| store.meta(id)).flat_map(|m| m.breaks.iter().map(|b| b.day)).collect(),
            asset: shared(&spec.asset)?,
            open: store.open(&spec.asset).map(|open| (open.day, open.value)),
            yen: shared("usdjpy")?,
            yields: YIELDS
                .iter()
                .zip(TENORS)
                .filter(|(_, (_, years))| spec.tenors.contains(years))
                .map(|((id, ..), (_, years))| Ok((years, shared(id)?)))
                .collect::<Result<_, Error>>()?,
            spoken: shared(SPOKEN)?,
            spread: Rc::new(spread),
            walk: Rc::default(),
            sample,
            #[cfg(feature = "extras")]
            change_breaks: (asset.change() == Change::LogReturn).then(|| {
                let metas = asset.inputs().iter().chain(yen.inputs()).filter_map(|id| store.meta(id));
                metas.flat_map(|meta| meta.breaks.iter().map(|b| b.day)).collect()
            }),
            events: store.events().iter().enumerate().map(|(at, e)| (e.day, e.kind.code(), store.titles(at))).collect(),
        };
        this.walk = Rc::new(this.days());
        Ok(this)
    }

    /// Days from the price's first on, on which anything but the price was published: a reader who walks them does not
    /// stand on weekends, where all else is missing.
    fn days(&self) -> Vec<Day> {
        let Some(first) = self.asset.days().first() else { return Vec::new() };
        let columns = [&self.yen, &self.spread].into_iter().chain(self.yields.iter().map(|(_, column)| column));
        let mut days: Vec<Day> = columns.flat_map(|s| s.days()).copied().filter(|day| day >= first).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// What the rings are: where the price has another source from then on, and where it stands on a day that is not over.
    fn notes(&self, x: Domain, name: &str, phrases: &Phrases) -> Vec<Note> {
        let mut notes = Vec::new();
        if self.breaks.iter().any(|day| x.contains(f64::from(day.count()))) {
            notes.push(Note::new(Sign::Ring, Ink::Asset, phrases.timeline.ring));
        }
        #[cfg(feature = "feeds")]
        if let Some((day, value)) = self.open {
            let (date, value) = (crate::text::date(phrases, day), crate::text::number(value, price_decimals(&self.asset)));
            let blanks = [("asset", &*capitalised(name)), ("date", &date), ("value", &value)];
            notes.push(Note::new(Sign::Ring, Ink::Quiet, &fill(crate::text::feed_words(phrases.lang).open_ring, &blanks)));
        }
        let _ = name;
        notes
    }

    fn pins(&self, phrases: &Phrases) -> Vec<Pin> {
        let pin = |(day, kind, titles): &(Day, &str, Titles)| Pin {
            day: *day,
            kind: phrases.event_kind(kind).to_owned(),
            title: titles.within(phrases.lang).to_owned(),
        };
        self.events.iter().map(pin).collect()
    }

    /// First and last values of price, yen, 10-year yield and spread over the days of `x` that all four cover, so that one
    /// sentence speaks of one stretch of time.
    fn common_ends(&self, x: Domain) -> Option<[Ends; 4]> {
        let columns = [&self.asset, &self.yen, &self.spoken, &self.spread];
        let mut common = (x.lo(), x.hi());
        for column in columns {
            let ends = first_and_last(column, x)?;
            common = (common.0.max(f64::from(ends.first.0.count())), common.1.min(f64::from(ends.last.0.count())));
        }
        let common = (common.0 < common.1).then(|| Domain::new(common.0, common.1))?;
        let [a, b, c, d] = columns.map(|column| first_and_last(column, common));
        Some([a?, b?, c?, d?])
    }

    /// Where yields and spread went over the days of the sentence.
    fn more(&self, x: Domain, phrases: &Phrases) -> Vec<String> {
        let told = |[.., jgb, spread]: [Ends; 4]| {
            let two = |v: f64| text::number(v, 2);
            fill(
                phrases.timeline.more_yields,
                &[
                    ("jgb_from", &two(jgb.first.1)),
                    ("jgb_to", &two(jgb.last.1)),
                    ("spread_from", &two(spread.first.1)),
                    ("spread_to", &two(spread.last.1)),
                ],
            )
        };
        self.common_ends(x).map(told).into_iter().collect()
    }

    /// What moved from end to end, then how the daily changes went together, with their band.
    fn finding(&self, spec: &Spec, x: Domain, phrases: &Phrases, name: &str) -> String {
        let Some([asset, yen, jgb, spread]) = self.common_ends(x) else {
            return phrases
                .fill(phrases.finding_too_few, &[("asset", name), ("driver", phrases.name("yen", "yen")), ("window", "2")]);
        };
        let moved = |ratio: f64, up: &str, down: &str| {
            let percent = 100.0 * (ratio - 1.0);
            fill(if percent < 0.0 { down } else { up }, &[("x", &text::number(percent.abs(), u8::from(percent.abs() < 10.0)))])
        };
        let from = asset.first.0.max(yen.first.0).max(jgb.first.0).max(spread.first.0);
        let to = asset.last.0.min(yen.last.0).min(jgb.last.0).min(spread.last.0);
        let mut told = fill(
            phrases.timeline.finding,
            &[
                ("from", &text::date(phrases, from)),
                ("to", &text::date(phrases, to)),
                ("asset", name),
                ("asset_move", &moved(asset.last.1 / asset.first.1, phrases.timeline.rose, phrases.timeline.fell)),
                ("yen_move", &moved(yen.first.1 / yen.last.1, phrases.timeline.yen_gained, phrases.timeline.yen_lost)),
                ("usdjpy", &text::number(yen.last.1, 2)),
            ],
        );
        if let Some((c, ..)) = correlate(&self.sample, x, spec.confidence) {
            let t = Told::new(phrases, c.estimate, c.low, c.high, c.n, spec.confidence);
            told.push_str(phrases.sentence_gap);
            told.push_str(&phrases.fill(
                phrases.timeline.finding_changes,
                &[
                    ("asset", name),
                    ("r", &t.r),
                    ("confidence", &t.confidence),
                    ("interval", &t.interval),
                    ("n", &t.n),
                    ("verdict", verdict(phrases, c.low, c.high)),
                ],
            ));
        }
        told
    }
}

impl Figure for Timeline {
    fn fits(&self, spec: &Spec) -> bool {
        self.asset_id == spec.asset && self.yields.iter().map(|(years, _)| *years).eq(spec.tenors.iter().copied())
    }

    fn recompute(&mut self, _spec: &Spec) -> Result<(), Error> {
        Ok(())
    }

    #[cfg(feature = "extras")]
    fn sampled(&self) -> &[Day] {
        &self.sample.days
    }

    /// From the price's first day to the last day of any series.
    fn extent(&self) -> Option<(Day, Day)> {
        let (first, last) = (*self.asset.days().first()?, *self.asset.days().last()?);
        Some((first, self.walk.last().copied().unwrap_or(last).max(last)))
    }

    fn scene(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Scene {
        let name = phrases.name(&self.asset_id, &self.asset_label);
        let words = &phrases.timeline;
        let asset = Line {
            breaks: self.breaks.clone(),
            open: self.open,
            ..Line::new(&self.asset_id, capitalised(name), &self.asset, Ink::Asset)
        };
        let looks = YIELDS.iter().zip(TENORS).filter(|(_, (_, years))| spec.tenors.contains(years));
        let yields = looks.zip(&self.yields).map(|(((id, ink, dash), (tenor, _)), (_, column))| Line {
            tag: fill(words.tenor, &[("tenor", tenor)]),
            dash: *dash,
            ..Line::new(id, phrases.label(id, id), column, *ink)
        });
        let panel = |title: String, weight: f64, format: Format, lines: Vec<Line>| Panel {
            weight,
            lines: lines.clone(),
            fit: Some(0.06),
            ..Panel::new(title, visible(&lines, x).padded(0.06), format)
        };
        let dollars = Format { decimals: price_decimals(&self.asset), prefix: "$", suffix: "", signed: false };
        let price = panel(fill(words.panel_price, &[("asset", &capitalised(name))]), 1.5, dollars, vec![asset]);
        let price = Panel { kind: Kind::Log, y: visible(&price.lines, x).padded_log(0.06), ..price };
        let yen = panel(
            words.panel_yen.to_owned(),
            1.0,
            Format { prefix: "¥", ..Format::plain(2) },
            vec![Line::new("yen", words.yen_per_dollar.to_owned(), &self.yen, Ink::Yen)],
        );
        let spread = panel(
            words.panel_spread.to_owned(),
            0.8,
            Format::plain(2),
            vec![Line::new("spread10y", words.spread.to_owned(), &self.spread, Ink::Spread)],
        );
        let percent = Format { suffix: "%", ..Format::plain(2) };
        let yields: Vec<Line> = yields.collect();
        #[cfg(feature = "figures")]
        let both = self.rebased(spec, x, phrases);
        #[cfg(not(feature = "figures"))]
        let both: Option<Panel> = None;
        let mut panels = match both {
            Some(both) => vec![Panel { weight: 2.2, ..both }],
            None => vec![price, Panel { inverted: true, ..yen }],
        };
        if !yields.is_empty() {
            panels.push(panel(words.panel_yields.to_owned(), 1.2, percent, yields));
        }
        panels.push(spread);
        Scene {
            heading: heading(spec, fill(words.heading, &[("asset", &capitalised(name))])),
            finding: self.finding(spec, x, phrases, name),
            story: String::new(),
            more: self.more(x, phrases),
            x,
            panels,
            pins: self.pins(phrases),
            legend: self.notes(x, name, phrases).into(),
            walk: Rc::clone(&self.walk),
            stops: Rc::default(),
            overview: Rc::clone(&self.asset),
            weekdays: spec.weekdays,
        }
    }

    #[cfg(feature = "extras")]
    fn method(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        // The program takes the first two columns; a reader who hides one of them has no such CSV.
        if spec.hide.iter().any(|key| *key == self.asset_id || key == "yen") {
            return None;
        }
        let breaks: Vec<String> = self.change_breaks.as_ref()?.iter().map(|day| format!("\"{day}\"")).collect();
        let (c, first, last) = correlate(&self.sample, x, spec.confidence)?;
        let confidence = confidence_text(spec.confidence);
        let blanks = [
            ("asset", phrases.name(&self.asset_id, &self.asset_label)),
            ("driver", phrases.name("yen", "yen")),
            ("confidence", &confidence),
            ("n", &text::number(c.n as f64, 0)),
            ("from", &text::date(phrases, first)),
            ("to", &text::date(phrases, last)),
        ];
        let sample =
            [&phrases.fill(phrases.moves.sample, &blanks), phrases.sentence_gap, &self.sample.alignment.told(phrases)].concat();
        Some(Method {
            paragraphs: vec![phrases.fill(phrases.correlation.method[0], &blanks), sample, phrases.timeline.method.to_owned()],
            snippet: fill(
                SNIPPET,
                &[
                    ("breaks", &breaks.join(", ")),
                    ("confidence", &spec.confidence.to_string()),
                    ("levels", levels(spec)),
                    ("sign", if spec.scale == Scale::Log { "-" } else { "" }),
                ],
            ),
            figures: vec![("r", c.estimate), ("low", c.low), ("high", c.high), ("n", c.n as f64)],
        })
    }
}

/// The columns of the CSV as levels.
#[cfg(feature = "extras")]
const fn levels(spec: &Spec) -> &'static str {
    if matches!(spec.scale, Scale::Percent) { "1 + data.iloc[:, 1:3] / 100" } else { "data.iloc[:, 1:3]" }
}

#[cfg(feature = "extras")]
const SNIPPET: &str = r#"import numpy as np
import pandas as pd
from scipy.stats import pearsonr

data = pd.read_csv("yenlens.csv", comment='#', parse_dates=["date"])  # date, price, yen, the other lines
data = data.dropna(subset=data.columns[1:3])
changes = np.log({levels}).diff()
for day in [{breaks}]:  # another source begins: no change is taken across
    at = data["date"].searchsorted(pd.Timestamp(day))
    changes.iloc[at : at + 1] = np.nan
changes = changes.dropna()
r = pearsonr(changes.iloc[:, 0], {sign}changes.iloc[:, 1])
low, high = r.confidence_interval({confidence})
print("r", float(r.statistic))
print("low", float(low))
print("high", float(high))
print("n", len(changes))
"#;

/// The values inside `x` of all lines; a unit interval when there is none.
fn visible(lines: &[Line], x: Domain) -> Domain {
    let extents = lines.iter().filter_map(|line| line.column.extent(inside(&line.column, x)));
    Domain::of(extents.flat_map(|extent| [extent.low, extent.high])).unwrap_or_else(|| Domain::new(0.0, 1.0))
}

/// Where the days inside `x` are.
fn inside(series: &Series, x: Domain) -> Range<usize> {
    let from = series.days().partition_point(|d| f64::from(d.count()) < x.lo());
    let to = series.days().partition_point(|d| f64::from(d.count()) <= x.hi());
    from..to.max(from)
}

struct Ends {
    first: (Day, f64),
    last: (Day, f64),
}

fn first_and_last(series: &Series, x: Domain) -> Option<Ends> {
    let at = inside(series, x);
    let (days, values) = (&series.days()[at.clone()], &series.values()[at]);
    let mut present = days.iter().copied().zip(values.iter().copied()).filter(|(_, v)| !v.is_nan());
    let first = present.next()?;
    Some(Ends { first, last: present.next_back().unwrap_or(first) })
}

/// Whole dollars for coins above a hundred, more for the small ones.
fn price_decimals(series: &Series) -> u8 {
    match series.values().iter().rev().find(|v| !v.is_nan()) {
        Some(v) if *v >= 1000.0 => 0,
        Some(v) if *v >= 10.0 => 2,
        _ => 4,
    }
}
