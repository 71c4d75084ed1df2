//! The strip of steps above the chart: an ordered list, so that it is a picture for the eye and a list for the ear.

use web_sys::{Element, HtmlElement};

use super::dom::{self, Dom, child, set_shown, set_text};
use super::stage::Stage;
use crate::market::State;
use crate::view::steps::{Step, Steps};

/// The lines of one step, top to bottom.
const LINES: [&str; 4] = ["link", "state", "value", "note"];

/// Writes the strip; nothing is shown where there is none. Nodes stay while there are as many steps.
pub fn show(stage: &Stage, steps: Option<&Steps>) -> Dom<()> {
    set_shown(&stage.steps, steps.is_some());
    let Some(steps) = steps else { return Ok(()) };
    let there = stage.steps.query_selector("ol")?.map_or(0, |list| list.child_element_count());
    if there as usize != steps.steps.len() {
        build(stage, steps.steps.len())?;
    }
    for (place, text) in [(".days", &steps.caption), (".move", &steps.hint)] {
        if let Some(node) = stage.steps.query_selector(place)? {
            set_text(&node, text);
        }
    }
    let mut item = stage.steps.query_selector("li")?;
    for step in &steps.steps {
        let Some(node) = item else { break };
        write(&node, step);
        item = node.next_element_sibling();
    }
    Ok(())
}

fn build(stage: &Stage, count: usize) -> Dom<()> {
    dom::clear(&stage.steps);
    let caption: HtmlElement = child(&stage.steps, "p", "")?;
    for place in ["days", "move"] {
        let _: HtmlElement = child(&caption, "span", place)?;
    }
    let list: HtmlElement = child(&stage.steps, "ol", "")?;
    // Without marks WebKit no longer takes it for a list.
    list.set_attribute("role", "list")?;
    for _ in 0..count {
        let item: HtmlElement = child(&list, "li", "")?;
        for line in LINES {
            let _: HtmlElement = child(&item, if line == "link" { "b" } else { "span" }, line)?;
        }
    }
    Ok(())
}

fn write(item: &Element, step: &Step) {
    item.set_class_name(match step.state {
        Some(State::Holding) => "holding",
        Some(State::Reversed) => "reversed",
        Some(State::Weak) | None => "weak",
    });
    let mut line = item.first_element_child();
    for text in [&step.title, &step.told, &step.value, &step.note] {
        let Some(node) = line else { break };
        set_text(&node, text);
        line = node.next_element_sibling();
    }
}
