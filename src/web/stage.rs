//! The nodes of one widget: what stands where, and how text gets in.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlCanvasElement, HtmlElement, Node};

#[cfg(feature = "extras")]
use super::dom::child;
use super::dom::{self, Dom, Plan, set_shown, set_text};
#[cfg(feature = "extras")]
use crate::spec::Spec;
#[cfg(feature = "extras")]
use crate::text::Phrases;
use crate::view::scene::Scene;

/// The nodes inside the frame that the shim made.
pub struct Stage {
    /// The shim's frame.
    frame: HtmlElement,
    /// The author's fallback, shown until there is a figure.
    waiting: Option<HtmlElement>,
    /// All of it.
    pub root: HtmlElement,
    #[cfg_attr(not(feature = "extras"), expect(dead_code, reason = "shown by the whole module alone"))]
    caption: HtmlElement,
    heading: HtmlElement,
    #[cfg_attr(not(feature = "extras"), expect(dead_code, reason = "shown by the whole module alone"))]
    claim: HtmlElement,
    #[cfg_attr(not(feature = "extras"), expect(dead_code, reason = "shown by the whole module alone"))]
    says: HtmlElement,
    finding: HtmlElement,
    story: HtmlElement,
    more: HtmlElement,
    note: HtmlElement,
    /// Tabs, when there are several views.
    pub tabs: HtmlElement,
    /// Sliders, selects, buttons.
    pub controls: HtmlElement,
    /// What the labels at the lines leave open.
    pub legend: HtmlElement,
    /// The steps of a story, above the chart.
    #[cfg_attr(not(feature = "extras"), expect(dead_code, reason = "shown by the whole module alone"))]
    pub steps: HtmlElement,
    /// The focusable chart that holds the canvases.
    pub chart: HtmlElement,
    /// The figure.
    pub base: HtmlCanvasElement,
    /// What goes along with the pointer: the crosshair and its readout, moved as one.
    pub cursor: HtmlElement,
    /// The crosshair.
    pub overlay: HtmlCanvasElement,
    /// What stands at the crosshair.
    pub readout: HtmlElement,
    /// What a plain turn of the wheel is answered with.
    pub hint: HtmlElement,
    /// The strip under the chart.
    pub brush: HtmlElement,
    /// The table behind a toggle.
    pub table: HtmlElement,
    /// Sources, date, disclaimer.
    pub credits: HtmlElement,
    /// The row of buttons that save and share.
    pub actions: HtmlElement,
    /// How the figures come about, behind a toggle.
    pub method: HtmlElement,
    spoken: HtmlElement,
    /// The note and the fault that stand there: every frame brings them, and the page is slow to tell.
    told: RefCell<(String, Option<String>)>,
}

/// The nodes in the order in which they are made and read.
const NODES: [Plan; 27] = [
    Plan(0, "figure", &[("class", "stage"), ("hidden", "")]),
    Plan(0, "figcaption", &[("class", "caption")]),
    Plan(1, "div", &[("part", "heading"), ("role", "heading")]),
    Plan(1, "blockquote", &[("part", "claim"), ("hidden", "")]),
    Plan(1, "p", &[("class", "says"), ("hidden", "")]),
    Plan(1, "p", &[("part", "finding")]),
    Plan(1, "p", &[("class", "story")]),
    Plan(0, "p", &[("class", "note"), ("hidden", "")]),
    Plan(0, "div", &[("part", "tabs"), ("role", "tablist")]),
    Plan(0, "div", &[("part", "controls")]),
    Plan(0, "div", &[("part", "legend")]),
    Plan(0, "div", &[("part", "steps"), ("hidden", "")]),
    Plan(0, "div", &[("class", "plot")]),
    Plan(12, "div", &[("part", "chart"), ("role", "group"), ("tabindex", "0")]),
    Plan(13, "canvas", &[("aria-hidden", "true")]),
    Plan(13, "div", &[("class", "cursor")]),
    Plan(15, "canvas", &[("aria-hidden", "true")]),
    Plan(15, "div", &[("part", "readout"), ("hidden", "")]),
    Plan(13, "div", &[("class", "hint"), ("aria-hidden", "true")]),
    Plan(0, "div", &[("class", "brush")]),
    Plan(0, "p", &[("part", "more")]),
    Plan(0, "details", &[("part", "table")]),
    Plan(0, "footer", &[("part", "footer")]),
    Plan(22, "div", &[]),
    Plan(22, "div", &[("class", "actions"), ("role", "group")]),
    Plan(22, "details", &[("part", "method"), ("hidden", "")]),
    Plan(0, "div", &[("class", "spoken"), ("role", "status"), ("aria-live", "polite")]),
];

impl Stage {
    /// Builds the nodes, hidden.
    pub fn new(host: &HtmlElement, frame: &HtmlElement) -> Dom<Self> {
        let waiting = frame.query_selector(".waiting")?.map(JsCast::unchecked_into);
        let nodes: [HtmlElement; NODES.len()] = dom::build(&NODES)?.try_into().map_err(|_| JsValue::NULL)?;
        let [
            root,
            caption,
            heading,
            claim,
            says,
            finding,
            story,
            note,
            tabs,
            controls,
            legend,
            steps,
            _,
            chart,
            base,
            cursor,
            overlay,
            readout,
            hint,
            brush,
            more,
            table,
            _,
            credits,
            actions,
            method,
            spoken,
        ] = nodes;
        heading.set_attribute("aria-level", &heading_level(host).unwrap_or(2).to_string())?;
        frame.append_child(&root)?;
        Ok(Self {
            frame: frame.clone(),
            waiting,
            root,
            caption,
            heading,
            claim,
            says,
            finding,
            story,
            more,
            note,
            tabs,
            controls,
            legend,
            steps,
            chart,
            base: base.unchecked_into(),
            cursor,
            overlay: overlay.unchecked_into(),
            readout,
            hint,
            brush,
            table,
            credits,
            actions,
            method,
            spoken,
            told: RefCell::default(),
        })
    }

    /// Shows the figure in the fallback's place.
    pub fn reveal(&self) {
        if let Some(waiting) = &self.waiting {
            set_shown(waiting, false);
        }
        set_shown(&self.root, true);
    }

    /// Brings the words' colours to the ground.
    pub fn set_ground(&self, dark: bool) {
        dom::set_attribute(&self.frame, "data-ground", Some(if dark { "dark" } else { "light" }));
    }

    /// Heading and finding, and what is told beyond it.
    pub fn set_words(&self, scene: &Scene) {
        set_text(&self.heading, &scene.heading);
        set_text(&self.finding, &scene.finding);
        set_text(&self.story, &scene.story);
        set_shown(&self.story, !scene.story.is_empty());
        set_text(&self.more, &scene.more.join("\n"));
        set_shown(&self.more, !scene.more.is_empty());
    }

    /// What somebody claims, beside the finding: the two are set under their names and nothing is said of who is right.
    #[cfg(feature = "extras")]
    pub fn set_claim(&self, spec: &Spec, phrases: &Phrases) -> Dom<()> {
        let claimed = spec.claim.is_some();
        dom::set_attribute(&self.caption, "class", Some(if claimed { "caption claimed" } else { "caption" }));
        set_shown(&self.claim, claimed);
        set_shown(&self.says, claimed);
        set_text(&self.says, phrases.extras.data_say);
        let Some(claim) = spec.claim.as_deref() else { return Ok(()) };
        #[cfg(feature = "figures")]
        let listed = crate::view::claims::named(claim, phrases);
        #[cfg(not(feature = "figures"))]
        let listed: Option<(&str, String)> = None;
        let (claim, source) = match listed {
            Some((claim, source)) => (claim, Some(source)),
            None => (claim, spec.claim_source.clone()),
        };
        // Not written anew with every step of a slider: a reader may have selected it.
        let whole = [phrases.extras.claim, claim, source.as_deref().unwrap_or_default()].concat();
        if self.claim.text_content().as_deref() == Some(&whole) {
            return Ok(());
        }
        dom::clear(&self.claim);
        let label: HtmlElement = child(&self.claim, "p", "says")?;
        label.set_text_content(Some(phrases.extras.claim));
        let text: HtmlElement = child(&self.claim, "p", "")?;
        text.set_text_content(Some(claim));
        if let Some(source) = &source {
            let cite: HtmlElement = child(&self.claim, "cite", "")?;
            cite.set_text_content(Some(source));
        }
        Ok(())
    }

    /// Something that was put right; empty for nothing. Whether it differs from before.
    pub fn set_note(&self, text: &str) -> bool {
        let mut told = self.told.borrow_mut();
        if told.0 == text {
            return false;
        }
        text.clone_into(&mut told.0);
        self.note.set_text_content(Some(text));
        set_shown(&self.note, !text.is_empty());
        true
    }

    /// Says it to those who hear the page.
    pub fn speak(&self, text: &str) {
        set_text(&self.spoken, text);
    }

    /// One sentence on what is wrong, above everything; the part exists only while there is one. Whether it differs from
    /// before.
    pub fn set_fault(&self, sentence: Option<&str>) -> bool {
        let mut told = self.told.borrow_mut();
        if told.1.as_deref() == sentence {
            return false;
        }
        told.1 = sentence.map(str::to_owned);
        let place: Option<Element> = self.frame.query_selector("[part=error]").ok().flatten();
        match (sentence, place) {
            (Some(text), Some(place)) => set_text(&place, text),
            (Some(text), None) => {
                if let Ok(place) = dom::element::<HtmlElement>("p") {
                    dom::set_attribute(&place, "part", Some("error"));
                    dom::set_attribute(&place, "role", Some("alert"));
                    place.set_text_content(Some(text));
                    let first: Option<Node> = self.frame.first_child();
                    let _ = self.frame.insert_before(&place, first.as_ref());
                }
            }
            (None, Some(place)) => place.remove(),
            (None, None) => {}
        }
        true
    }

    /// Gives the canvases' memory back and takes the nodes out.
    pub fn tear_down(&self) {
        for canvas in [&self.base, &self.overlay] {
            canvas.set_width(1);
            canvas.set_height(1);
        }
        self.set_fault(None);
        dom::set_attribute(&self.frame, "data-ground", None);
        self.root.remove();
        if let Some(waiting) = &self.waiting {
            set_shown(waiting, true);
        }
    }
}

/// One below the heading that stands last before the figure, so that the page's outline has no gap; `None` where there is none.
fn heading_level(host: &HtmlElement) -> Option<u8> {
    let headings = dom::document().ok()?.query_selector_all("h1,h2,h3,h4,h5,h6").ok()?;
    let all = (0..headings.length()).filter_map(|at| headings.get(at));
    let before =
        all.take_while(|heading| heading.compare_document_position(host) & Node::DOCUMENT_POSITION_FOLLOWING != 0).last()?;
    let level = before.node_name().as_bytes().get(1)?.wrapping_sub(b'0');
    Some((level + 1).min(6))
}
