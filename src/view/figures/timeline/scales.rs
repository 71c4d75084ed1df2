//! Price and yen over one axis, and the controls of what is drawn how.

use std::rc::Rc;

use super::{Timeline, first_and_last, visible};
use crate::series::{Day, Series};
use crate::spec::{Scale, Spec, TENORS};
use crate::text::{self, Phrases, capitalised, fill};
use crate::view::choices;
use crate::view::controls::Control;
use crate::view::scale::{Domain, Kind};
use crate::view::scene::{Dash, Format, Ink, Line, Panel};

/// Whether any of them is not as it is unless told.
pub(super) fn are_set(spec: &Spec) -> bool {
    let usual = Spec::default();
    (spec.scale, &spec.tenors, spec.weekdays) != (usual.scale, &usual.tenors, usual.weekdays)
}

/// How prices are drawn, the yields of which bonds, and whether weekends have room.
pub(super) fn controls(spec: &Spec, phrases: &Phrases) -> [Control; 3] {
    let (words, named) = (phrases.scales(), |name: &str| name.to_owned());
    [
        Control::Switch {
            name: "scale",
            label: words.scale,
            choices: Scale::ALL.iter().zip(words.scales).map(|((value, _), name)| (named(value), named(name))).collect(),
            value: spec.text("scale").unwrap_or_default(),
        },
        Control::Toggle {
            name: "tenors",
            label: words.tenors,
            choices: TENORS.map(|(years, _)| (named(years), fill(phrases.timeline.tenor, &[("tenor", years)]))).into(),
            values: spec.tenors.iter().map(ToString::to_string).collect(),
        },
        choices::days(spec, phrases),
    ]
}

impl Timeline {
    /// Price and yen over one axis, from the first day of the range that has both; `None` where each is shown in its own unit.
    pub(super) fn rebased(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Panel> {
        let words = phrases.scales();
        let first = |column: &Series| first_and_last(column, x).map(|ends| f64::from(ends.first.0.count()));
        let from = first(&self.asset)?.max(first(&self.yen)?);
        let shown = (from < x.hi()).then(|| Domain::new(from, x.hi()))?;
        let (title, kind, format) = match spec.scale {
            Scale::Log => return None,
            Scale::Index => (words.panel_index, Kind::Log, Format::plain(1)),
            Scale::Percent => (words.panel_percent, Kind::Linear, Format { suffix: "%", signed: true, ..Format::plain(1) }),
        };
        let rebased = |column: &Series, power: f64| {
            let base = first_and_last(column, shown)?.first.1;
            let told = |v: f64| {
                let share = if power > 0.0 { v / base } else { base / v };
                if spec.scale == Scale::Index { 100.0 * share } else { 100.0 * (share - 1.0) }
            };
            Series::new(column.days().to_vec(), column.values().iter().map(|v| told(*v)).collect()).ok().map(Rc::new)
        };
        let name = capitalised(phrases.name(&self.asset_id, &self.asset_label));
        let yen = capitalised(phrases.name("yen", "yen"));
        let asset = Line::new(&self.asset_id, name.clone(), &rebased(&self.asset, 1.0)?, Ink::Asset);
        let lines = vec![
            Line { breaks: self.breaks.clone(), tag: name.clone(), ..asset },
            Line { tag: yen.clone(), dash: Dash::Long, ..Line::new("yen", yen.clone(), &rebased(&self.yen, -1.0)?, Ink::Yen) },
        ];
        let day = text::date(phrases, Day::saturating(from as i64));
        let y = visible(&lines, shown);
        Some(Panel {
            kind,
            fit: Some(0.06),
            rules: vec![if kind == Kind::Log { 100.0 } else { 0.0 }],
            y: if kind == Kind::Log { y.padded_log(0.06) } else { y.padded(0.06) },
            ..Panel::new(fill(title, &[("asset", &name), ("date", &day)]), y, format)
        })
        .map(|panel| Panel { lines, ..panel })
    }
}
