//! The readout beside the crosshair: its nodes, and what stands in them.
//!
//! It changes with every move of the pointer. So nothing is read back from the page, a text that stays is not written again,
//! the box goes along with the crosshair, moved only where it changes sides, by a transform, which lays nothing out, and keeps the size
//! it was once given. So does the place of each value, and the value lies over it, out of the flow: a new one concerns nothing but itself.

use web_sys::{HtmlElement, Node};

use super::dom::{self, Dom, child, set_shown, set_style};
use crate::decimal::{fixed, shortest};
use crate::paint::Palette;
use crate::view::readout::Readout;

/// What a value has in its style that is one line: the next may be a little longer, but goes into none of two.
const UNBROKEN: (&str, &str) = ("white-space", "nowrap");
/// A value as high as this is longer than the widest box.
const TWO_LINES_PX: i32 = 26;
/// From the crosshair to the box.
const BESIDE_PX: f64 = 14.0;
/// What a box of a fixed size has in its style.
const FIXED: [&str; 3] = ["inline-size", "block-size", "contain"];
/// What a value has in its style once its place has a size.
const APART: [(&str, &str); 3] = [("position", "absolute"), ("inset", "0"), ("contain", "layout size")];

/// The nodes with what was last written in them.
#[derive(Default)]
pub struct Tip {
    /// How many rows and events there are nodes for.
    shape: (usize, usize),
    texts: Vec<Line>,
    swatches: Vec<(HtmlElement, String)>,
    /// The value of each row with its place.
    values: Vec<[HtmlElement; 2]>,
    /// The width of the box in CSS pixels; none when it has to be measured.
    width_px: Option<f64>,
    place: String,
    shown: bool,
}

/// A text with its node.
struct Line {
    node: Node,
    text: String,
    /// The length of the longest text, in bytes, that the box is known to have room for.
    room: usize,
}

impl Tip {
    /// Writes the readout and puts it on the side of the crosshair that has room; hides it when there is none. The box is in a node that
    /// has been moved to `origin_px`, with the crosshair; both are CSS pixels from the left edge of the chart, which is `width_px` wide.
    pub fn show(
        &mut self,
        node: &HtmlElement,
        readout: Option<&Readout>,
        palette: &Palette,
        (x_px, origin_px): (f64, f64),
        width_px: f64,
    ) -> Dom<()> {
        if self.shown != readout.is_some() {
            self.shown = readout.is_some();
            set_shown(node, self.shown);
            self.loosen();
        }
        readout.map_or(Ok(()), |readout| self.write(node, readout, palette, (x_px, origin_px), width_px))
    }

    // Apart, because no first picture needs it.
    #[inline(never)]
    fn write(
        &mut self,
        node: &HtmlElement,
        readout: &Readout,
        palette: &Palette,
        (x_px, origin_px): (f64, f64),
        width_px: f64,
    ) -> Dom<()> {
        let shape = (readout.rows.len(), readout.events.len());
        let is_new = self.width_px.is_none() || self.shape != shape;
        if is_new {
            self.build(node, shape)?;
        }
        self.put_all(readout, palette);
        // Nodes that are laid out anew from what they had come out wrong in WebKit now and then.
        if self.width_px.is_none() && !is_new {
            self.build(node, shape)?;
            self.put_all(readout, palette);
        }
        let own_px = self.width_px.unwrap_or_else(|| self.fit(node));
        self.width_px = Some(own_px);
        // It may stand before the crosshair, but never beyond the chart's edge.
        let left_px =
            if x_px < width_px / 2.0 { (x_px + BESIDE_PX).min(width_px - own_px) } else { (x_px - BESIDE_PX - own_px).max(0.0) };
        let place = ["translateX(", &fixed(left_px - origin_px, 0), "px)"].concat();
        if self.place != place {
            set_style(node, "transform", &place);
            self.place = place;
        }
        Ok(())
    }

    /// Writes what is another than it was.
    fn put_all(&mut self, readout: &Readout, palette: &Palette) {
        self.put(0, &readout.title);
        for (at, row) in readout.rows.iter().enumerate() {
            let colour = row.ink.map(|ink| palette.ink(ink).hex()).unwrap_or_default();
            if let Some((swatch, before)) = self.swatches.get_mut(at)
                && *before != colour
            {
                set_style(swatch, "background", &colour);
                *before = colour;
            }
            self.put(2 * at + 1, &row.label);
            self.put(2 * at + 2, &row.value);
        }
        for (at, event) in readout.events.iter().enumerate() {
            // A sentence of the same length may need a line more.
            if self.put(2 * self.shape.0 + 1 + at, event) {
                self.width_px = None;
            }
        }
    }

    /// Writes a text where it is another; whether it is.
    fn put(&mut self, at: usize, now: &str) -> bool {
        let Some(line) = self.texts.get_mut(at) else { return false };
        let is_new = line.text != now;
        if is_new {
            line.node.set_node_value(Some(now));
            now.clone_into(&mut line.text);
            if now.len() > line.room {
                line.room = now.len();
                self.width_px = None;
            }
        }
        is_new
    }

    /// Has the box measured before it is shown next: its font or the chart's width may be others.
    pub fn loosen(&mut self) {
        self.width_px = None;
    }

    /// New nodes for so many rows and events, in a box of no fixed size.
    fn build(&mut self, node: &HtmlElement, shape: (usize, usize)) -> Dom<()> {
        dom::clear(node);
        for property in FIXED {
            set_style(node, property, "");
        }
        self.shape = shape;
        self.width_px = None;
        self.texts.clear();
        self.swatches.clear();
        self.values.clear();
        self.text(node, "b", "")?;
        for _ in 0..shape.0 {
            let row: HtmlElement = child(node, "div", "row")?;
            self.swatches.push((child(&row, "span", "swatch")?, String::new()));
            self.text(&row, "span", "label")?;
            let place: HtmlElement = child(&row, "span", "")?;
            let value = self.text(&place, "span", "")?;
            self.values.push([place, value]);
        }
        (0..shape.1).try_for_each(|_| self.text(node, "span", "event").map(drop))
    }

    /// An element for a text.
    fn text(&mut self, parent: &Node, tag: &str, class: &str) -> Dom<HtmlElement> {
        let holder: HtmlElement = child(parent, tag, class)?;
        // An empty text would make no node.
        holder.set_text_content(Some(" "));
        self.texts.extend(holder.first_child().map(|node| Line { node, text: " ".to_owned(), room: 0 }));
        Ok(holder)
    }

    /// Gives a box of new nodes the size its texts take, and returns the width.
    fn fit(&self, node: &HtmlElement) -> f64 {
        let [across, down, _] = FIXED;
        // What is told is rounded.
        let px = |px: i32| shortest(f64::from(px)) + "px";
        let mut sizes = Vec::new();
        for [place, _] in &self.values {
            sizes.push((place.offset_width(), place.offset_height()));
        }
        for ([place, value], (width, height)) in self.values.iter().zip(sizes) {
            set_style(place, across, &px(width + 1));
            set_style(place, down, &px(height));
            if height < TWO_LINES_PX {
                set_style(place, UNBROKEN.0, UNBROKEN.1);
            }
            for (property, how) in APART {
                set_style(value, property, how);
            }
        }
        let (width, height) = (node.offset_width(), node.offset_height());
        for (property, size) in FIXED.into_iter().zip([px(width + 1), px(height + 1), "strict".to_owned()]) {
            set_style(node, property, &size);
        }
        f64::from(width + 1)
    }
}
