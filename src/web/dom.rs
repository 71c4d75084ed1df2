//! Nodes made and filled without ever parsing text as HTML.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::{Document, Element, HtmlElement, Node};

/// What the browser reports when a node cannot be made; in practice never.
pub type Dom<T> = Result<T, JsValue>;

/// The page's document.
pub fn document() -> Dom<Document> {
    web_sys::window().and_then(|w| w.document()).ok_or_else(|| JsValue::from_str("there is no document"))
}

/// A new element of that type.
pub fn element<T: JsCast>(tag: &str) -> Dom<T> {
    document()?.create_element(tag)?.dyn_into().map_err(|_| JsValue::from_str(tag))
}

/// A new element inside `parent`, with a class.
pub fn child<T: JsCast + AsRef<Node>>(parent: &Node, tag: &str, class: &str) -> Dom<T> {
    let made: T = element(tag)?;
    let node: &Node = made.as_ref();
    if let Some(element) = node.dyn_ref::<Element>()
        && !class.is_empty()
    {
        element.set_class_name(class);
    }
    parent.append_child(node)?;
    Ok(made)
}

/// A new element inside `parent`, named as a part for theming and tests.
pub fn part<T: JsCast + AsRef<Node>>(parent: &Node, tag: &str, name: &str) -> Dom<T> {
    let made: T = child(parent, tag, "")?;
    let node: &Node = made.as_ref();
    if let Some(element) = node.dyn_ref::<Element>() {
        element.set_attribute("part", name)?;
    }
    Ok(made)
}

/// The toggle of a `details`, made where there is none; `more` names what only the whole module does.
pub fn summary(details: &Element, text: &str, more: &str) -> Dom<()> {
    let summary = match details.query_selector("summary")? {
        Some(summary) => summary,
        None => child(details, "summary", "")?,
    };
    set_text(&summary, text);
    set_attribute(&summary, "data-more", Some(more));
    Ok(())
}

/// Sets the text where it differs, so that nothing is announced or laid out again without need.
pub fn set_text(node: &Node, text: &str) {
    if node.text_content().as_deref() != Some(text) {
        node.set_text_content(Some(text));
    }
}

/// Sets or removes an attribute where it differs.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    // Neither call can fail with the names used here.
    let _ = match value {
        Some(value) if element.get_attribute(name).as_deref() != Some(value) => element.set_attribute(name, value),
        None if element.has_attribute(name) => element.remove_attribute(name),
        _ => Ok(()),
    };
}

/// Shows or hides an element.
pub fn set_shown(element: &HtmlElement, shown: bool) {
    if element.hidden() == shown {
        element.set_hidden(!shown);
    }
}

/// Sets a style property.
pub fn set_style(element: &HtmlElement, property: &str, value: &str) {
    let _ = element.style().set_property(property, value);
}

/// Takes all children out.
pub fn clear(node: &Node) {
    node.set_text_content(None);
}
