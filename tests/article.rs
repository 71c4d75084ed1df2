//! The articles under `www/`: the text that stands where there is no JavaScript is what the figures say of the data.
//!
//! After a change of the data or the text: `YENLENS_BLESS=1 cargo test --test article` writes the texts, and the diff is to be read.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read its data has failed")]

mod held;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use held::store;
use yenlens::series::Store;
use yenlens::spec::{Options, Spec};
use yenlens::text::phrases;
use yenlens::view::bound;
use yenlens::view::controls::Control;
use yenlens::view::figures::{self, Prepared};
use yenlens::view::state::{Msg, State, Walk};

const ARTICLES: [&str; 2] = ["article.html", "article.ja.html"];
/// Every page with bound elements, and how many it has at least.
const BOUND: [(&str, usize); 3] = [(ARTICLES[0], 30), (ARTICLES[1], 30), ("gallery.html", 3)];
/// What an element does not take from its group's widget.
const OWN: [&str; 5] = ["view", "theme", "heading", "controls-visible", "height"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// An element of the page: its tag, its attributes, and where its text stands in the source.
struct Element {
    tag: String,
    attributes: BTreeMap<String, String>,
    text: std::ops::Range<usize>,
}

/// The elements of a page whose names begin like ours, in order. Attributes are all in double quotes in these pages.
fn elements(page: &str) -> Vec<Element> {
    let mut found = Vec::new();
    for (at, _) in page.match_indices("<yen-lens") {
        let rest = &page[at + 1..];
        let end = rest.find('>').unwrap();
        let (tag, list) = rest[..end].split_once(char::is_whitespace).unwrap_or((&rest[..end], ""));
        let parts: Vec<&str> = list.split('"').collect();
        let attributes = parts.chunks_exact(2).map(|pair| (pair[0].trim().trim_end_matches('=').to_owned(), pair[1].to_owned()));
        let from = at + 1 + end + 1;
        let to = from + page[from..].find(&format!("</{tag}>")).unwrap();
        found.push(Element { tag: tag.to_owned(), attributes: attributes.collect(), text: from..to });
    }
    found
}

fn language(page: &str) -> &str {
    page.split("lang=\"").nth(1).unwrap().split('"').next().unwrap()
}

/// What an element says, by the rule of `src/web/bound.rs` in words of its own: own attributes, then those of the group's first
/// widget; the view the element names, or the one the name belongs to, or the widget's.
fn said(element: &Element, all: &[Element], store: &Store, lang: &str, made: &mut BTreeMap<String, (Prepared, State)>) -> String {
    let own = &element.attributes;
    let widget =
        own.get("group").and_then(|group| all.iter().find(|e| e.tag == "yen-lens" && e.attributes.get("group") == Some(group)));
    let mut options = Options::default();
    for name in Options::NAMES {
        let theirs = widget.filter(|_| !OWN.contains(name)).and_then(|widget| widget.attributes.get(*name));
        options.set(name, own.get(*name).or(theirs).cloned()).unwrap();
    }
    let of = own.get("of").map_or("", String::as_str);
    let theirs = widget.and_then(|widget| widget.attributes.get("view")).map_or("correlation", String::as_str);
    let named = bound::view_of(of).map_or_else(|| theirs.to_owned(), |view| view.name().to_owned());
    options.view = Some(own.get("view").cloned().unwrap_or(named));
    let key: Vec<&str> = Options::NAMES.iter().map(|name| options.get(name).unwrap_or("")).collect();
    let (prepared, state) = made.entry(key.join("\n")).or_insert_with(|| {
        let parsed = Spec::parse(&options, &Spec::default());
        assert!(parsed.faults.is_empty() && parsed.notes.is_empty(), "{:?} {:?}", parsed.faults, parsed.notes);
        let mut slot = None;
        Prepared::refresh(&mut slot, store, 1, &parsed.spec).unwrap();
        let prepared = slot.unwrap();
        let mut state = State::new(parsed.spec);
        state.update(Msg::Extent(prepared.extent()), Walk::default());
        (prepared, state)
    });
    let words = phrases(lang);
    if let Some(name) = own.get("bind") {
        let Some(Control::Slide { text, .. }) = figures::slider(name, state.spec(), store, words) else {
            panic!("no slider {name}")
        };
        return text;
    }
    let value = bound::value(of, prepared, store, state.spec(), state.domain(), words);
    value.unwrap_or_else(|| panic!("no value {of} in {:?}", element.attributes))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn the_text_without_javascript_is_what_the_figures_say() {
    let store = store();
    for (article, least) in BOUND {
        let path = root().join("www").join(article);
        let page = fs::read_to_string(&path).unwrap();
        let (all, lang) = (elements(&page), language(&page));
        let mut made = BTreeMap::new();
        let mut written = page.clone();
        let mut count = 0;
        for element in all.iter().filter(|element| element.tag != "yen-lens").rev() {
            let text = escaped(&said(element, &all, &store, lang, &mut made));
            if std::env::var_os("YENLENS_BLESS").is_some() {
                written.replace_range(element.text.clone(), &text);
            } else {
                assert_eq!(page[element.text.clone()], text, "{article}: {:?}", element.attributes);
            }
            count += 1;
        }
        assert!(count >= least, "{article}: {count} bound elements");
        if written != page {
            fs::write(&path, written).unwrap();
        }
    }
}

#[test]
fn both_articles_show_the_same_figures_and_bind_the_same_numbers() {
    let shown = |article: &str| {
        let page = fs::read_to_string(root().join("www").join(article)).unwrap();
        let figures = elements(&page).into_iter().filter(|e| e.tag == "yen-lens").map(|mut e| {
            e.attributes.retain(|name, _| !name.starts_with("claim"));
            e.attributes
        });
        figures.collect::<Vec<_>>()
    };
    assert_eq!(shown(ARTICLES[0]), shown(ARTICLES[1]));
}

#[test]
fn every_article_carries_the_disclaimer_in_its_language() {
    for article in ARTICLES {
        let page = fs::read_to_string(root().join("www").join(article)).unwrap();
        let words = phrases(language(&page));
        let foot = page.rsplit_once("<footer>").unwrap().1;
        assert!(foot.contains(words.disclaimer.trim_end_matches(['.', '。'])), "{article}: {foot}");
    }
}
