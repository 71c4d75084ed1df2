//! Legend, sources, and the readout: words of the core put into nodes.

use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, HtmlElement, Node};

use super::dom::{self, Dom, child, set_attribute, set_shown, set_style, set_text};
use super::stage::Stage;
use crate::paint::Palette;
use crate::text::Phrases;
use crate::view::credits::Credits;
use crate::view::readout::Readout;

/// Writes the footer.
pub fn credits(stage: &Stage, credits: &Credits, phrases: &Phrases) -> Dom<()> {
    dom::clear(&stage.credits);
    let line: HtmlElement = child(&stage.credits, "p", "")?;
    line.set_text_content(Some(&credits.line));
    let details: HtmlElement = child(&stage.credits, "details", "")?;
    let summary: HtmlElement = child(&details, "summary", "")?;
    summary.set_text_content(Some(phrases.about_data));
    let list: HtmlElement = child(&details, "ul", "")?;
    for credit in &credits.series {
        let item: HtmlElement = child(&list, "li", "")?;
        let text: HtmlElement = child(&item, "span", "")?;
        text.set_text_content(Some(&credit.text));
        if let Some(place) = credit.url.strip_prefix("https://") {
            item.append_with_str_1(" ")?;
            let link: HtmlAnchorElement = child(&item, "a", "")?;
            link.set_href(&credit.url);
            link.set_rel("noopener noreferrer");
            link.set_target("_blank");
            link.set_text_content(place.split('/').next());
        }
    }
    for note in &credits.notes {
        let item: HtmlElement = child(&list, "li", "")?;
        item.set_text_content(Some(note));
    }
    Ok(())
}

/// Writes the readout and puts it on the side of the crosshair that has room.
pub fn readout(stage: &Stage, readout: Option<&Readout>, palette: &Palette, x_px: f64, width_px: f64) -> Dom<()> {
    let Some(readout) = readout else {
        set_shown(&stage.readout, false);
        return Ok(());
    };
    let mut place = Place::first(&stage.readout);
    place.text("b", "", &readout.title)?;
    for row in &readout.rows {
        let line = place.element("div", "row")?;
        let mut inside = Place::first(&line);
        let swatch = inside.element("span", "swatch")?;
        shade(&swatch, &row.ink.map(|ink| palette.ink(ink).hex()).unwrap_or_default());
        for text in [&row.label, &row.value] {
            inside.text("span", "", text)?;
        }
        inside.end();
    }
    for event in &readout.events {
        place.text("span", "event", event)?;
    }
    place.end();
    let (left, right) = if x_px < width_px / 2.0 {
        (format!("{:.0}px", x_px + 14.0), "auto".to_owned())
    } else {
        ("auto".to_owned(), format!("{:.0}px", width_px - x_px + 14.0))
    };
    set_style(&stage.readout, "left", &left);
    set_style(&stage.readout, "right", &right);
    set_shown(&stage.readout, true);
    Ok(())
}

/// Colours a swatch where it has another colour; empty for none.
fn shade(swatch: &HtmlElement, colour: &str) {
    // What the browser gives back is written in another way, so the colour as it was set is kept beside it.
    if swatch.get_attribute("data-colour").as_deref() != Some(colour) {
        set_style(swatch, "background", colour);
        set_attribute(swatch, "data-colour", Some(colour));
    }
}

/// A place among the children of a node that is written anew: what is there and fits is used again, since making nodes costs
/// more than the words in them.
struct Place<'a> {
    parent: &'a Node,
    next: Option<Node>,
}

impl<'a> Place<'a> {
    fn first(parent: &'a Node) -> Self {
        Self { parent, next: parent.first_child() }
    }

    /// The element here, of that type and class, and goes on to the next.
    fn element(&mut self, tag: &str, class: &str) -> Dom<HtmlElement> {
        let fits = |node: &Node| {
            let element = node.dyn_ref::<HtmlElement>()?;
            (element.local_name() == tag && element.class_name() == class).then(|| element.clone())
        };
        if let Some(here) = self.next.as_ref().and_then(fits) {
            self.next = here.next_sibling();
            return Ok(here);
        }
        let made: HtmlElement = dom::element(tag)?;
        if !class.is_empty() {
            made.set_class_name(class);
        }
        self.parent.insert_before(&made, self.next.as_ref())?;
        Ok(made)
    }

    /// The element here with that text, and goes on to the next.
    fn text(&mut self, tag: &str, class: &str, text: &str) -> Dom<()> {
        let here = self.element(tag, class)?;
        set_text(&here, text);
        Ok(())
    }

    /// Takes out what is left from before.
    fn end(self) {
        let mut next = self.next;
        while let Some(old) = next {
            next = old.next_sibling();
            let _ = self.parent.remove_child(&old);
        }
    }
}
