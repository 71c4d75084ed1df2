//! Every view over every range at every width, a line of digests each: too many pictures to be kept whole, and none of them unseen.
//!
//! After an intended change: `YENLENS_BLESS=1 cargo test --test scenes every_view`. A line says which of the words above the chart, of
//! the texts in it and of the marks differ. To see how, `YENLENS_SCENES=DIR cargo test --test scenes every_view` writes all pictures as text
//! and as SVG, here and in a checkout of the commit that made the digests, for `diff -r`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use plotters::prelude::IntoDrawingArea;
use yenlens::paint::{self, Brushes, Palette, Resolution, Svg};
use yenlens::spec::ViewName;
use yenlens::text::phrases;
use yenlens::view::figures::Prepared;
use yenlens::view::layout::Layout;
use yenlens::view::scene::Scene;
use yenlens::view::state::{Msg, State, Walk};

use super::recorder::Recorder;
use crate::{measure, said, spec, store};

const RANGES: [&str; 5] = ["6m", "1y", "3y", "5y", "max"];
/// Width and height in CSS pixels, as the element gives them.
const SIZES: [(f64, f64); 5] = [(280.0, 420.0), (360.0, 420.0), (700.0, 420.0), (1200.0, 480.0), (2000.0, 640.0)];

/// FNV-1a of lines.
fn digest<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let bytes = lines.flat_map(|line| line.bytes().chain([b'\n']));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{:08x}", hash >> 32)
}

/// A scene as text: what is said above the chart, and what is drawn.
struct Told {
    words: String,
    drawn: String,
}

impl Told {
    fn new(scene: &Scene, layout: &Layout, (width, height): (f64, f64)) -> Self {
        let words = format!(
            "{}\n{}\n{}\n",
            scene.heading,
            said(scene),
            scene.legend.iter().map(|note| note.text.as_str()).collect::<Vec<_>>().join("\n")
        );
        Self { words, drawn: Recorder::record(width, height, 1.0, |brushes| paint::figure(brushes, scene, layout)) }
    }

    fn digests(&self) -> String {
        let is_text = |line: &&str| line.starts_with("text ");
        let [texts, marks] = [true, false].map(|text| {
            let lines = || self.drawn.lines().filter(move |line| is_text(line) == text);
            format!("{} {}", lines().count(), digest(lines()))
        });
        format!("words {}, texts {texts}, marks {marks}", digest(self.words.lines()))
    }

    /// Puts it beside the others, to be read and to be looked at.
    fn write(&self, folder: &Path, name: &str, scene: &Scene, layout: &Layout, (width, height): (f64, f64)) {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join(name).with_extension("txt"), [self.words.as_str(), &self.drawn].concat()).unwrap();
        let page = Svg::new(width, height);
        let area = page.clone().into_drawing_area();
        let (palette, resolution) = (Palette::LIGHT, Resolution::new(1.0));
        let brushes = Brushes { area: &area, strokes: &page, palette: &palette, resolution, font: "sans-serif" };
        assert!(paint::figure(&brushes, scene, layout).is_ok());
        fs::write(folder.join(name).with_extension("svg"), page.finish(name, &scene.finding, "sans-serif")).unwrap();
    }
}

#[test]
fn every_view_over_every_range_at_every_width_is_as_it_was() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenes/golden/every.txt");
    let asked = std::env::var_os("YENLENS_SCENES").map(PathBuf::from);
    let fallback = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/scenes");
    let before: BTreeMap<String, String> = fs::read_to_string(&kept)
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(name, digests)| (name.to_owned(), digests.to_owned()))
        .collect();
    let blessing = std::env::var_os("YENLENS_BLESS").is_some();
    let (store, words) = (store(), phrases("en"));
    let (mut lines, mut other) = (String::new(), Vec::new());
    for (view, _) in ViewName::ALL.map(|(view, name)| (name, view)) {
        let mut prepared = None;
        for range in RANGES {
            let spec = spec(&[("view", view), ("range", range)]);
            Prepared::refresh(&mut prepared, &store, 1, &spec).unwrap();
            let prepared = prepared.as_ref().unwrap();
            let mut state = State::new(spec);
            state.update(Msg::Extent(prepared.extent()), Walk::default());
            let scene = prepared.scene(state.spec(), state.domain(), words);
            for size in SIZES {
                let layout = Layout::new(&scene, size.0, size.1, words, &measure);
                let told = Told::new(&scene, &layout, size);
                let (name, digests) = (format!("{view}-{range}-{}", size.0), told.digests());
                let differs = !blessing && before.get(&name) != Some(&digests);
                if differs {
                    other.push(format!("{name}: {} became {digests}", before.get(&name).map_or("nothing", String::as_str)));
                }
                let folder = asked.as_deref().or(differs.then_some(fallback.as_path()));
                if let Some(folder) = folder {
                    told.write(folder, &name, &scene, &layout, size);
                }
                let _ = writeln!(lines, "{name}: {digests}");
            }
        }
    }
    if blessing {
        return fs::write(&kept, lines).unwrap();
    }
    assert_eq!(before.len(), lines.lines().count(), "as many pictures as there are digests");
    assert!(other.is_empty(), "{} pictures differ, they are in {}:\n{}", other.len(), fallback.display(), other.join("\n"));
}
