//! Nodes made and filled without ever parsing text as HTML.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::{Document, Element, HtmlElement, Node};

/// What the browser reports when a node cannot be made; in practice never.
pub type Dom<T> = Result<T, JsValue>;

/// The page's document.
pub fn document() -> Dom<Document> {
    web_sys::window().and_then(|w| w.document()).ok_or_else(|| JsValue::from_str("there is no document"))
}

/// A new element of that type, which is the one that HTML gives the tag.
pub fn element<T: JsCast>(tag: &str) -> Dom<T> {
    // Not asked of the browser for every type there is: each question would be a function of its own on either side.
    document()?.create_element(tag).map(JsCast::unchecked_into)
}

/// A new element inside `parent`, with a class.
pub fn child<T: JsCast>(parent: &Node, tag: &str, class: &str) -> Dom<T> {
    classed(parent, tag, class).map(JsCast::unchecked_into)
}

// Compiled once for all types of elements.
fn classed(parent: &Node, tag: &str, class: &str) -> Dom<Element> {
    let made: Element = element(tag)?;
    if !class.is_empty() {
        made.set_attribute("class", class)?;
    }
    parent.append_child(&made)?;
    Ok(made)
}

/// Whether an attribute that says yes by being there is to be there.
pub fn flag(element: &Element, name: &str, on: bool) {
    set_attribute(element, name, on.then_some(""));
}

/// One of several nodes that are made together: the place in the row of the one it goes into, its tag and its attributes. The
/// first goes into none.
pub struct Plan(pub usize, pub &'static str, pub &'static [(&'static str, &'static str)]);

/// Makes the nodes of a plan, in its order.
pub fn build(plan: &[Plan]) -> Dom<Vec<HtmlElement>> {
    let mut made: Vec<HtmlElement> = Vec::with_capacity(plan.len());
    for Plan(inside, tag, attributes) in plan {
        let node: HtmlElement = element(tag)?;
        for (name, value) in *attributes {
            node.set_attribute(name, value)?;
        }
        if let Some(parent) = made.get(*inside) {
            parent.append_child(&node)?;
        }
        made.push(node);
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
    flag(element, "hidden", !shown);
}

/// Sets a style property.
pub fn set_style(element: &HtmlElement, property: &str, value: &str) {
    let _ = element.style().set_property(property, value);
}

/// Sets a property of a plain object, which takes any.
pub fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// What a function of the browser's takes as settings by name. The types of the bindings for these bring a function for every name.
pub fn settings(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        set(&object, name, value);
    }
    object
}

/// Takes all children out.
pub fn clear(node: &Node) {
    node.set_text_content(None);
}
