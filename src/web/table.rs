//! The data table behind its toggle: made when it is opened, kept to the latest rows, the whole is in the CSV.

use web_sys::{HtmlDetailsElement, HtmlElement};

use super::dom::{self, Dom, child};
use super::stage::Stage;
use crate::text::{self, Phrases, fill};
use crate::view::scene::Scene;
use crate::view::table::Table;

/// Rows that are shown; more would make the page slow and nobody reads them.
const ROWS: usize = 250;

/// Writes the toggle, and the rows when it is open.
pub fn show(stage: &Stage, scene: &Scene, phrases: &Phrases) -> Dom<()> {
    let details: &HtmlDetailsElement = wasm_bindgen::JsCast::unchecked_ref(&stage.table);
    if let Some(summary) = stage.table.query_selector("summary")? {
        dom::set_text(&summary, phrases.table);
    } else {
        let summary: HtmlElement = child(&stage.table, "summary", "")?;
        summary.set_text_content(Some(phrases.table));
    }
    while let Some(old) = stage.table.query_selector(".rows")? {
        old.remove();
    }
    if !details.open() {
        return Ok(());
    }
    let rows: HtmlElement = child(&stage.table, "div", "rows")?;
    let data = Table::new(scene);
    let shown = &data.days()[data.days().len().saturating_sub(ROWS)..];
    if shown.len() < data.days().len() {
        let (shown, all) = (text::number(shown.len() as f64, 0), text::number(data.days().len() as f64, 0));
        let note: HtmlElement = child(&rows, "p", "note")?;
        note.set_text_content(Some(&fill(phrases.table_part, &[("shown", &shown), ("all", &all)])));
    }
    let scroll: HtmlElement = child(&rows, "div", "scroll")?;
    scroll.set_tab_index(0);
    scroll.set_attribute("role", "region")?;
    scroll.set_attribute("aria-label", phrases.table)?;
    let table: HtmlElement = child(&scroll, "table", "")?;
    let head: HtmlElement = child(&table, "thead", "")?;
    let line: HtmlElement = child(&head, "tr", "")?;
    for name in std::iter::once(&phrases.day).chain(&data.header) {
        let cell: HtmlElement = child(&line, "th", "")?;
        cell.set_attribute("scope", "col")?;
        cell.set_text_content(Some(name));
    }
    let body: HtmlElement = child(&table, "tbody", "")?;
    for day in shown.iter().rev() {
        let line: HtmlElement = child(&body, "tr", "")?;
        let first: HtmlElement = child(&line, "th", "")?;
        first.set_attribute("scope", "row")?;
        first.set_text_content(Some(&text::date(phrases, *day)));
        for text in data.row(*day) {
            let cell: HtmlElement = child(&line, "td", "")?;
            cell.set_text_content(Some(&text));
        }
    }
    Ok(())
}
