//! What happens in a frame: numbers, scene, words, places, picture, crosshair, each only when it is due.

use std::rc::Rc;

use super::app::App;
use super::dom::{self, Dom};
use super::footer;
use super::model::Model;
use super::screen::Screen;
use super::surface::{self, Place};
#[cfg(feature = "extras")]
use super::{steps, table};
use crate::paint::{self, Palette};
use crate::series::{Day, Series};
use crate::spec::Theme;
use crate::text::fill;
#[cfg(feature = "extras")]
use crate::view::credits::Credits;
use crate::view::readout::Readout;
use crate::view::scale::{Domain, Kind, Scale};
use crate::view::state::{Dirty, Msg, Spot};

const BRUSH_HEIGHT_PX: f64 = 40.0;
/// Pixels of a picture on paper in a CSS pixel, unless the screen has more.
const PAPER_RATIO: f64 = 2.0;
/// How far the dots of a crosshair reach to either side of it, with a pixel to spare.
const CROSSHAIR_REACH_PX: f64 = 8.0;

impl App {
    /// Does what is due, then tells the page.
    pub(super) fn render(self: &Rc<Self>) {
        // One of them is running: the glue counts that, and lets go of it afterwards.
        self.frame.borrow_mut().take();
        self.soon.borrow_mut().take();
        let dirty = self.dirty.take();
        let Ok(mut model) = self.model.try_borrow_mut() else {
            self.dirty.set(dirty);
            return;
        };
        // The swatches in the legend have colours too.
        let dirty = if dirty >= Dirty::Paint && self.look(&mut model) { Dirty::Layout.max(dirty) } else { dirty };
        if dirty == Dirty::Data && !model.is_waiting {
            let missing = model.missing_chunks();
            if !missing.is_empty() {
                self.load(Rc::clone(&model.library), missing);
            } else if model.compute() {
                // What went back by itself is not the reader's change.
                *self.announced.borrow_mut() = Some(model.state.spec().clone());
            }
            #[cfg(feature = "feeds")]
            if model.prepared.is_some() {
                self.extend(&model);
            }
        }
        let first = self.first.get();
        if dirty == Dirty::Data && first == First::Awaited && model.prepared.is_some() {
            self.first.set(First::Computed);
            drop(model);
            return self.go_on(Dirty::Layout);
        }
        // A sentence takes its line from the chart's height.
        let noted = self.stage.set_note(&model.note());
        let faulted = self.stage.set_fault(model.fault().map(|fault| fault.message.as_str()));
        let dirty = if noted || faulted { dirty.max(Dirty::Layout) } else { dirty };
        if dirty >= Dirty::Layout {
            model.build();
            // Nodes of a page that is being torn down may refuse; the figure stays as it is.
            let _ = self.write(&model);
            if first == First::Computed {
                self.stage.reveal();
            }
            // The words have their lines now, so the chart has the height it keeps in this very frame.
            self.measure(&mut model);
            model.place();
            self.show_range(&model);
        }
        if first == First::Computed {
            self.first.set(First::Placed);
            drop(model);
            return self.ask(Dirty::Paint);
        }
        if dirty >= Dirty::Paint {
            self.paint(&model);
        }
        self.point(&model, dirty);
        drop(model);
        if first == First::Placed {
            self.first.set(First::Shown);
        }
        self.tell(first == First::Placed, dirty);
    }

    /// Paints for paper, which is light and shows finer lines than most screens, or for the screen again; at once, for no frame comes
    /// between.
    pub(super) fn print(self: &Rc<Self>, begins: bool) {
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        match self.printed.take() {
            None if begins && self.first.get() == First::Shown => {
                let Screen { css, ratio, .. } = model.screen;
                self.printed.set(Some(model.screen));
                model.screen = Screen::new(css, None, ratio.max(PAPER_RATIO));
            }
            Some(screen) if !begins => model.screen = screen,
            as_it_was => return self.printed.set(as_it_was),
        }
        drop(model);
        self.dirty.set(self.dirty.get().max(Dirty::Paint));
        self.render();
    }

    /// Does what is due without waiting for a frame, once the page has had its turn.
    fn go_on(self: &Rc<Self>, dirty: Dirty) {
        self.dirty.set(self.dirty.get().max(dirty));
        let weak = Rc::downgrade(self);
        let timer = self.after(0, move || {
            if let Some(app) = weak.upgrade() {
                app.render();
            }
        });
        match timer {
            Ok(timer) => *self.soon.borrow_mut() = Some(timer),
            Err(_) => self.ask(dirty),
        }
    }

    /// Brings the colours up to date, when one may be another than it was; whether one is.
    fn look(&self, model: &mut Model) -> bool {
        let theme = if self.printed.get().is_some() { Theme::Light } else { model.state.spec().theme };
        if self.looked.replace(Some(theme)) == Some(theme) {
            return false;
        }
        let looks = self.looks.borrow();
        let Some((palette, dark)) = looks.as_ref().map(|looks| looks.palette(&self.window, &self.host, theme)) else {
            return false;
        };
        self.stage.set_ground(dark);
        let changed = model.palette != palette;
        model.palette = palette;
        changed
    }

    /// Reads the chart's size, which the observer would tell a frame too late.
    fn measure(&self, model: &mut Model) {
        let css = (f64::from(self.stage.chart.client_width()), f64::from(self.stage.chart.client_height()));
        let ratio = self.window.device_pixel_ratio();
        // What the observer told of a size that still holds is finer than what can be computed here; paper has a ratio of its own.
        if css != model.screen.css || (self.printed.get().is_none() && (ratio - model.screen.ratio).abs() > 0.0) {
            model.screen = Screen::new(css, None, ratio);
        }
        model.update(Msg::Resize { width_css: css.0, height_css: css.1 });
        let style = self.window.get_computed_style(&self.stage.root).ok().flatten();
        if let Some(font) = style.and_then(|style| style.get_property_value("font-family").ok()).filter(|font| !font.is_empty()) {
            model.font = font;
        }
    }

    pub(super) fn resized(self: &Rc<Self>, device: Option<(f64, f64)>) {
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        if model.prepared.is_none() {
            return;
        }
        let before = model.screen;
        self.measure(&mut model);
        // Without word from the observer, what it told of this size and ratio stands.
        if device.is_some() {
            model.screen = Screen::new(model.screen.css, device, model.screen.ratio);
        }
        let screen = model.screen;
        drop(model);
        if screen.css != before.css {
            self.ask(Dirty::Layout);
        } else if screen != before {
            self.ask(Dirty::Paint);
        }
    }

    /// Puts the words and controls in their places.
    fn write(self: &Rc<Self>, model: &Model) -> Dom<()> {
        let Some(scene) = &model.scene else { return Ok(()) };
        let (stage, phrases, spec) = (&self.stage, model.phrases, model.state.spec());
        stage.set_words(scene);
        #[cfg(feature = "extras")]
        stage.set_claim(spec, phrases)?;
        dom::set_attribute(&stage.root, "lang", Some(phrases.lang));
        dom::set_attribute(&stage.chart, "aria-label", Some(&fill(phrases.chart, &[("finding", &scene.finding)])));
        dom::set_attribute(&stage.chart, "aria-description", Some(phrases.chart_help));
        let weak = Rc::downgrade(self);
        self.controls.borrow_mut().show(stage, &weak, model.offer(), spec, model.state.is_zoomed(), phrases)?;
        self.actions.borrow_mut().show(
            stage,
            #[cfg(feature = "extras")]
            &weak,
            phrases,
        )?;
        #[cfg(feature = "figures")]
        self.offer_sound(model)?;
        self.legend.borrow_mut().show(stage, &weak, &model.keys, scene, &model.palette, phrases)?;
        #[cfg(feature = "extras")]
        steps::show(stage, model.prepared.as_ref().and_then(|prepared| prepared.steps(spec, scene.x, phrases)).as_ref())?;
        let credits = model.credits(Some(today()));
        #[cfg(feature = "extras")]
        self.show_method_of(model, &credits)?;
        // Written only when it differs, or the list would close under the reader with every step of a slider.
        if self.credited.borrow().as_ref() != Some(&credits) {
            footer::credits(stage, &credits, phrases)?;
            *self.credited.borrow_mut() = Some(credits);
        }
        #[cfg(feature = "extras")]
        self.show_table_of(model)?;
        // The element takes the whole module when one of them is opened.
        #[cfg(not(feature = "extras"))]
        {
            dom::summary(&stage.method, phrases.method, "method")?;
            dom::summary(&stage.table, phrases.table, "table")?;
            dom::set_shown(&stage.method, true);
        }
        Ok(())
    }

    #[cfg(feature = "extras")]
    fn show_method_of(&self, model: &Model, credits: &Credits) -> Dom<()> {
        self.method.borrow_mut().show(&self.stage, &self.window, model.method(), &credits.series, model.phrases)
    }

    #[cfg(feature = "extras")]
    fn show_table_of(&self, model: &Model) -> Dom<()> {
        table::show(&self.stage, || model.table(), model.phrases)
    }

    /// Moves the brush to the range that is shown.
    fn show_range(&self, model: &Model) {
        if let (Some(brush), Some(layout), Some(all)) = (&*self.brush.borrow(), &model.layout, whole(model)) {
            let (left, right) = layout.strip;
            brush.show(Scale::new(Kind::Linear, all, left, right), model.state.domain(), model.phrases);
        }
    }

    #[cfg(feature = "extras")]
    pub(super) fn show_table(&self) {
        if let Ok(model) = self.model.try_borrow() {
            let _ = self.show_table_of(&model);
        }
    }

    #[cfg(feature = "extras")]
    pub(super) fn show_method(&self) {
        if let (Ok(model), Some(credits)) = (self.model.try_borrow(), &*self.credited.borrow()) {
            let _ = self.show_method_of(&model, credits);
        }
    }

    fn paint(&self, model: &Model) {
        let (Some(scene), Some(layout)) = (&model.scene, &model.layout) else { return };
        let palette = &model.palette;
        surface::paint(&self.stage.base, model.screen, palette, &model.font, |brushes| paint::figure(brushes, scene, layout));
        if let (Some(brush), Some(all)) = (&*self.brush.borrow(), whole(model)) {
            let css = (f64::from(self.stage.brush.client_width()), BRUSH_HEIGHT_PX);
            let screen = Screen::new(css, None, self.window.device_pixel_ratio());
            let x = Scale::new(Kind::Linear, all, layout.strip.0, layout.strip.1);
            // All of time looks the same whatever part of it is shown, and whatever is computed from it.
            let strip = Strip { series: Rc::clone(&scene.overview), x: x.clone(), screen, palette: palette.clone() };
            if self.strip.borrow().as_ref() == Some(&strip) {
                return;
            }
            *self.strip.borrow_mut() = Some(strip);
            surface::paint(&brush.canvas, screen, palette, &model.font, |brushes| {
                paint::overview(brushes, &scene.overview, &x, BRUSH_HEIGHT_PX)
            });
        }
    }

    /// The crosshair and its readout.
    fn point(&self, model: &Model, dirty: Dirty) {
        let (Some(scene), Some(layout)) = (&model.scene, &model.layout) else { return };
        if dirty < Dirty::Cursor {
            return;
        }
        let (palette, cursor, highlight) = (&model.palette, model.state.cursor(), model.state.highlight());
        let x_px = match cursor {
            Some(Spot::Day(day)) => layout.x.px(f64::from(day.count())),
            Some(Spot::Stop(at)) => scene.stops.get(at).and_then(|stop| layout.stop_px(stop)).map_or(0.0, |(x_px, _)| x_px),
            None => 0.0,
        };
        let (screen, drawn) = (model.screen, highlight.is_some() || cursor.is_some());
        let mut over = self.over.borrow_mut();
        let place = if highlight.is_some() { Place::whole(screen) } else { Place::around(screen, x_px, CROSSHAIR_REACH_PX) };
        // An overlay that is bare already is left alone: clearing it costs as much as drawing on it.
        if drawn || !over.is_bare(screen) {
            over.paint((&self.stage.overlay, &self.stage.cursor), (screen, place), (palette, &model.font), drawn, |brushes| {
                if let Some(key) = highlight {
                    paint::highlight(brushes, scene, layout, key)?;
                }
                cursor.map_or(Ok(()), |spot| paint::cursor(brushes, scene, layout, spot))
            });
        }
        let origin_px = over.left_px();
        let x_px = if highlight.is_some() { x_px } else { origin_px + CROSSHAIR_REACH_PX };
        let words = cursor.and_then(|spot| Readout::new(scene, spot, reach_days(layout), model.phrases));
        let mut tip = self.tip.borrow_mut();
        if dirty >= Dirty::Layout {
            tip.loosen();
        }
        let _ = tip.show(&self.stage.readout, words.as_ref(), palette, (x_px, origin_px), layout.width);
    }
}

/// How far a widget is with its first figure. That is made in three turns, so that the page's own work has its place between them: the
/// numbers; the words, with the places of everything; the picture, in the frame that shows both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum First {
    #[default]
    Awaited,
    Computed,
    Placed,
    Shown,
}

/// What the strip under the chart shows.
pub(super) struct Strip {
    series: Rc<Series>,
    x: Scale,
    screen: Screen,
    palette: Palette,
}

impl PartialEq for Strip {
    fn eq(&self, o: &Self) -> bool {
        Rc::ptr_eq(&self.series, &o.series) && self.x == o.x && self.screen == o.screen && self.palette == o.palette
    }
}

/// The day that is not over, in UTC.
pub(super) fn today() -> Day {
    Day::saturating((js_sys::Date::now() / 86_400_000.0) as i64)
}

/// All days there are.
fn whole(model: &Model) -> Option<Domain> {
    model.state.extent().map(|(first, last)| Domain::new(f64::from(first.count()), f64::from(last.count())))
}

/// How far from the crosshair an event may be to be named: some pixels, in days.
fn reach_days(layout: &crate::view::layout::Layout) -> f64 {
    let (left, right) = layout.x.range();
    6.0 * layout.x.domain().span() / (right - left).max(1.0)
}
