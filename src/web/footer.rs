//! Legend, sources, and the readout: words of the core put into nodes.

use web_sys::{HtmlAnchorElement, HtmlElement};

use super::dom::{self, Dom, child, set_shown, set_style};
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
    dom::clear(&stage.readout);
    let title: HtmlElement = child(&stage.readout, "b", "")?;
    title.set_text_content(Some(&readout.title));
    for row in &readout.rows {
        let line: HtmlElement = child(&stage.readout, "div", "row")?;
        let swatch: HtmlElement = child(&line, "span", "swatch")?;
        if let Some(ink) = row.ink {
            set_style(&swatch, "background", &palette.ink(ink).hex());
        }
        for text in [&row.label, &row.value] {
            let cell: HtmlElement = child(&line, "span", "")?;
            cell.set_text_content(Some(text));
        }
    }
    for event in &readout.events {
        let line: HtmlElement = child(&stage.readout, "span", "event")?;
        line.set_text_content(Some(event));
    }
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
