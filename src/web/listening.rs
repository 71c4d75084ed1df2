//! What a widget listens to: its own nodes, the size of its chart, the ratio of the screen, and whatever may change its colours.
//!
//! Every callback holds the widget weakly, so that none of them keeps it alive; all are let go of with [`Listening`].

use std::rc::Rc;

use super::app::App;
use super::brush::Brush;
use super::dom::Dom;
use super::guards::{Listener, MediaWatch, SizeObserver};
use super::input;
use super::looks::Looks;
use super::turn;
use crate::decimal::shortest;
use crate::view::state::Msg;

/// The guards of one widget that belong to no part of it.
#[derive(Default)]
pub(super) struct Listening {
    _listeners: Vec<Listener>,
    _size: Option<SizeObserver>,
    resolution: Option<MediaWatch>,
}

impl App {
    /// Begins to listen.
    pub(super) fn listen(self: &Rc<Self>) -> Dom<()> {
        let weak = Rc::downgrade(self);
        let mut listeners = input::listeners(&self.stage, &weak)?;
        // Opening the table or the method fills it.
        #[cfg(feature = "extras")]
        {
            let fill: [fn(&Self); 2] = [Self::show_table, Self::show_method];
            for (toggled, fill) in [&self.stage.table, &self.stage.method].into_iter().zip(fill) {
                let of = weak.clone();
                listeners.push(Listener::passive(toggled, "toggle", move |_| {
                    if let Some(app) = of.upgrade() {
                        fill(&app);
                    }
                })?);
            }
        }
        for (kind, printed) in [("beforeprint", true), ("afterprint", false)] {
            let of = weak.clone();
            listeners.push(Listener::passive(&self.window, kind, move |_| {
                if let Some(app) = of.upgrade() {
                    app.print(printed);
                }
            })?);
        }
        let of = weak.clone();
        let size = SizeObserver::new(&self.stage.chart, move |device| {
            if let Some(app) = of.upgrade() {
                app.resized(device);
            }
        })?;
        let of = weak.clone();
        let looks = Looks::new(&self.window, &self.host, &self.stage.root, move || {
            if let Some(app) = of.upgrade() {
                app.looked.set(None);
                app.dispatch(Msg::Repaint);
            }
        })?;
        *self.looks.borrow_mut() = Some(looks);
        *self.brush.borrow_mut() = Some(Brush::new(&self.stage.brush, &weak)?);
        *self.listening.borrow_mut() = Listening { _listeners: listeners, _size: Some(size), resolution: None };
        self.watch_resolution();
        Ok(())
    }

    /// A media query holds for one ratio only, so it is set anew after every change.
    fn watch_resolution(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let query = ["(resolution: ", &shortest(self.window.device_pixel_ratio()), "dppx)"].concat();
        let watch = MediaWatch::new(&self.window, &query, move || {
            let weak = weak.clone();
            // Not from inside the old watch's own call: it is about to be dropped.
            turn::spawn(async move {
                if let Some(app) = weak.upgrade() {
                    app.watch_resolution();
                    app.resized(None);
                }
            });
        });
        self.listening.borrow_mut().resolution = watch.ok();
    }
}
