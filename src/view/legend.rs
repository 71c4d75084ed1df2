//! What a reader can take out of a figure: its lines over time, by their keys, and what is left when some are hidden.
//!
//! Not for what the figure says: its sentence stays that of the whole. The invariant: a panel that is left over has its values
//! fitted to the lines it still shows, and no view has to know of any of this.

use std::ops::Range;

use super::scale::{Domain, Kind};
use super::scene::{Dash, Ink, Panel, Scene};
use crate::series::{Extent, Series};

/// One line of the figure, shown or hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The key of the line.
    pub key: String,
    /// Its name.
    pub label: String,
    /// Its colour.
    pub ink: Ink,
    /// Its dash.
    pub dash: Dash,
    /// Whether it is shown.
    pub shown: bool,
}

/// Takes the lines with these keys out of a scene and lists all that it had, in the order of the panels.
///
/// A band goes with the last line of its colour. A panel over time that has lost all its lines goes too, but where nothing
/// would be left all stay as they are: an empty figure says nothing. Costs nothing for a scene of which nothing is hidden.
pub fn apply(scene: &mut Scene, hide: &[String]) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    for line in scene.panels.iter().flat_map(|panel| &panel.lines) {
        if !keys.iter().any(|known| known.key == line.key) {
            let shown = !hide.contains(&line.key);
            keys.push(Key { key: line.key.clone(), label: line.label.clone(), ink: line.ink, dash: line.dash, shown });
        }
    }
    if keys.iter().all(|key| key.shown) {
        return keys;
    }
    if keys.iter().all(|key| !key.shown) {
        for key in &mut keys {
            key.shown = true;
        }
        return keys;
    }
    let x = scene.x;
    let mut left = Vec::with_capacity(scene.panels.len());
    for panel in &mut scene.panels {
        let before = panel.lines.len();
        panel.lines.retain(|line| !hide.contains(&line.key));
        let lost = panel.lines.len() < before;
        if lost {
            let lines = &panel.lines;
            panel.bands.retain(|band| lines.iter().any(|line| line.ink == band.ink));
            refit(panel, x);
        }
        left.push(!lost || !panel.lines.is_empty());
    }
    // Stops name their panel by its place.
    let places: Vec<usize> =
        left.iter().scan(0, |next, stays| Some(std::mem::replace(next, *next + usize::from(*stays)))).collect();
    if places.len() > left.iter().filter(|stays| **stays).count() && !scene.stops.is_empty() {
        let mut stops = (*scene.stops).clone();
        for stop in &mut stops {
            stop.panel = places.get(stop.panel).copied().unwrap_or(stop.panel);
        }
        scene.stops = stops.into();
    }
    let mut stays = left.into_iter();
    scene.panels.retain(|_| stays.next().unwrap_or(true));
    keys
}

/// Fits the values to the lines and bands that are left, with the panel's own margin.
fn refit(panel: &mut Panel, x: Domain) {
    let Some(margin) = panel.fit else { return };
    let lines = panel.lines.iter().filter_map(|line| line.column.extent(inside(&line.column, x)));
    let bands = panel.bands.iter().filter_map(|band| {
        let [low, high] = band.edges.columns().map(|column| column.extent(inside(column, x)));
        let (low, high) = band.edges.between(low?.low, high?.high);
        Some(Extent { low, high })
    });
    // All values at once: a flat column alone would be opened on both sides.
    if let Some(all) = Domain::of(lines.chain(bands).flat_map(|extent| [extent.low, extent.high])) {
        panel.y = match panel.kind {
            Kind::Log => all.padded_log(margin),
            Kind::Linear => all.padded(margin),
        };
    }
}

fn inside(series: &Series, x: Domain) -> Range<usize> {
    let from = series.days().partition_point(|d| f64::from(d.count()) < x.lo());
    let to = series.days().partition_point(|d| f64::from(d.count()) <= x.hi());
    from..to.max(from)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::series::Day;
    use crate::view::scene::{Band, Edges, Format, Line, Stop};

    fn series(values: [f64; 3]) -> Rc<Series> {
        let days = [10, 11, 12].map(|day| Day::new(day).unwrap()).to_vec();
        Rc::new(Series::new(days, values.to_vec()).unwrap())
    }

    fn line(key: &str, ink: Ink, values: [f64; 3]) -> Line {
        Line::new(key, key.to_uppercase(), &series(values), ink)
    }

    /// A panel of two yields with a band around the second, one of the yen alone, one over values with a stop.
    fn scene() -> Scene {
        let panel = |lines| Panel { lines, fit: Some(0.5), ..Panel::new(String::new(), Domain::new(0.0, 9.0), Format::plain(0)) };
        let band = Band {
            label: String::new(),
            bounds: Default::default(),
            edges: Edges::Columns(series([1.0, 1.0, 1.0]), series([5.0, 6.0, 7.0])),
            quiet_over: None,
            ink: Ink::YieldB,
        };
        let yields = panel(vec![line("a", Ink::YieldA, [2.0, f64::NAN, 4.0]), line("b", Ink::YieldB, [2.0, 3.0, 8.0])]);
        let stop =
            Stop { panel: 2, x: 0.0, y: 0.0, interval: (f64::NAN, f64::NAN), day: None, name: String::new(), ink: Ink::Quiet };
        Scene {
            heading: String::new(),
            finding: String::new(),
            story: String::new(),
            more: Vec::new(),
            x: Domain::new(10.0, 12.0),
            panels: vec![
                Panel { bands: vec![band], ..yields },
                panel(vec![line("yen", Ink::Yen, [1.0, 2.0, 3.0])]),
                panel(vec![]),
            ],
            pins: Vec::new(),
            legend: Rc::default(),
            walk: Rc::default(),
            stops: vec![stop].into(),
            overview: series([1.0, 2.0, 3.0]),
            weekdays: false,
        }
    }

    fn hidden(keys: &[&str]) -> (Scene, Vec<(String, bool)>) {
        let mut scene = scene();
        let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
        let all = apply(&mut scene, &keys).into_iter().map(|key| (key.key, key.shown)).collect();
        (scene, all)
    }

    fn owned<const N: usize>(pairs: [(&str, bool); N]) -> Vec<(String, bool)> {
        pairs.map(|(key, shown)| (key.to_owned(), shown)).to_vec()
    }

    #[test]
    fn what_is_left_is_fitted_with_the_panels_margin() {
        let (scene, keys) = hidden(&["b"]);
        assert_eq!(keys, owned([("a", true), ("b", false), ("yen", true)]));
        assert_eq!(scene.panels[0].y, Domain::new(2.0, 4.0).padded(0.5));
        assert!(scene.panels[0].bands.is_empty(), "the band goes with the last line of its colour");
        let (scene, _) = hidden(&["a"]);
        assert_eq!(scene.panels[0].y, Domain::new(1.0, 8.0).padded(0.5), "the band that stays counts");
    }

    #[test]
    fn a_panel_without_lines_goes_and_stops_keep_their_panel() {
        let (scene, _) = hidden(&["yen"]);
        assert_eq!((scene.panels.len(), scene.stops[0].panel), (2, 1));
        assert_eq!(scene.panels[0].y, Domain::new(0.0, 9.0), "the others stay as they were");
    }

    #[test]
    fn a_figure_is_never_emptied() {
        let (scene, keys) = hidden(&["a", "b", "yen"]);
        assert_eq!((scene.panels.len(), scene.panels[0].lines.len()), (3, 2));
        assert!(keys.iter().all(|(_, shown)| *shown));
        let (scene, keys) = hidden(&["other"]);
        assert_eq!((scene.panels.len(), keys.iter().all(|(_, shown)| *shown)), (3, true));
    }
}
