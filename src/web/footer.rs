//! The sources of the figures: words of the core put into nodes.

#[cfg(feature = "extras")]
use web_sys::HtmlAnchorElement;
use web_sys::HtmlElement;

use super::dom::{self, Dom, child};
use super::stage::Stage;
use crate::text::Phrases;
use crate::view::credits::Credits;

/// Writes the footer.
pub fn credits(stage: &Stage, credits: &Credits, phrases: &Phrases) -> Dom<()> {
    dom::clear(&stage.credits);
    let line: HtmlElement = child(&stage.credits, "p", "")?;
    line.set_text_content(Some(&credits.line));
    let details: HtmlElement = child(&stage.credits, "details", "")?;
    dom::summary(&details, phrases.about_data, "data")?;
    #[cfg(feature = "extras")]
    list(&details, credits)?;
    Ok(())
}

/// The sources one by one, and what has to be known of them.
#[cfg(feature = "extras")]
fn list(details: &HtmlElement, credits: &Credits) -> Dom<()> {
    let list: HtmlElement = child(details, "ul", "")?;
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
