//! The data table behind its toggle: made when it is opened, kept to the latest rows, the whole is in the CSV.

use web_sys::{HtmlDetailsElement, HtmlElement};

use super::dom::{self, Dom, child};
use super::stage::Stage;
use crate::text::{self, Phrases, fill};
use crate::view::table::Table;

/// Rows that are shown; more would make the page slow and nobody reads them.
const ROWS: usize = 250;

/// Writes the toggle, and the rows when it is open; `table` is asked only then.
pub fn show<'a>(stage: &Stage, table: impl FnOnce() -> Option<Table<'a>>, phrases: &Phrases) -> Dom<()> {
    let details: &HtmlDetailsElement = wasm_bindgen::JsCast::unchecked_ref(&stage.table);
    dom::summary(&stage.table, phrases.table, "table")?;
    while let Some(old) = stage.table.query_selector(".rows")? {
        old.remove();
    }
    if !details.open() {
        return Ok(());
    }
    let Some(data) = table() else { return Ok(()) };
    let rows: HtmlElement = child(&stage.table, "div", "rows")?;
    let first = data.rows().saturating_sub(ROWS);
    if first > 0 {
        let (shown, all) = (text::number(ROWS as f64, 0), text::number(data.rows() as f64, 0));
        let note: HtmlElement = child(&rows, "p", "note")?;
        note.set_text_content(Some(&fill(phrases.extras.table_part, &[("shown", &shown), ("all", &all)])));
    }
    let scroll: HtmlElement = child(&rows, "div", "scroll")?;
    scroll.set_tab_index(0);
    scroll.set_attribute("role", "region")?;
    scroll.set_attribute("aria-label", phrases.table)?;
    let table: HtmlElement = child(&scroll, "table", "")?;
    let head: HtmlElement = child(&table, "thead", "")?;
    let line: HtmlElement = child(&head, "tr", "")?;
    for name in data.header() {
        let cell: HtmlElement = child(&line, "th", "")?;
        cell.set_attribute("scope", "col")?;
        cell.set_text_content(Some(name));
    }
    let body: HtmlElement = child(&table, "tbody", "")?;
    for row in (first..data.rows()).rev() {
        let line: HtmlElement = child(&body, "tr", "")?;
        for (column, text) in data.row(row, phrases).enumerate() {
            let cell: HtmlElement = child(&line, if column == 0 { "th" } else { "td" }, "")?;
            if column == 0 {
                cell.set_attribute("scope", "row")?;
            }
            cell.set_text_content(Some(&text));
        }
    }
    Ok(())
}
