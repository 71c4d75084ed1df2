//! What may import what: the sources are read as tokens, so that a path counts wherever it stands, in a `use`, in a body or in
//! a macro, and never in a comment or a string.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Each layer and the layers it may name. `error` and `decimal` are what all of them share; `web` stands on top of everything.
/// A day and a column, from `series`, are what `text` writes and `paint` draws, so both may name that layer too.
const LAYERS: [(&str, &[&str]); 10] = [
    ("error", &[]),
    ("decimal", &[]),
    ("series", &["error", "decimal"]),
    ("stats", &["series", "error", "decimal"]),
    ("market", &["stats", "series", "error", "decimal"]),
    ("spec", &["series", "market", "error", "decimal"]),
    ("text", &["series", "error", "decimal"]),
    ("view", &["spec", "market", "stats", "series", "text", "error", "decimal"]),
    ("paint", &["view", "series", "error", "decimal"]),
    ("web", &["paint", "view", "text", "spec", "market", "stats", "series", "error", "decimal"]),
];

/// Crates that only some places may name.
const GUARDED_CRATES: [(&str, &[&str]); 12] = [
    ("csv_core", &["series/import"]),
    ("json_event_parser", &["series/import", "series/live"]),
    ("plotters", &["paint", "web/surface"]),
    ("plotters_backend", &["paint", "web/surface"]),
    ("plotters_canvas", &["web/surface"]),
    ("wasm_bindgen", &["web"]),
    ("wasm_bindgen_futures", &["web"]),
    ("wasm_bindgen_test", &["web"]),
    ("js_sys", &["web"]),
    ("web_sys", &["web"]),
    ("serde_wasm_bindgen", &["web"]),
    ("gloo_net", &["web"]),
];

/// A source file, the layer it belongs to, and what is wrong with it so far.
struct Reader<'a> {
    file: &'a str,
    layer: &'a str,
    faults: Vec<String>,
}

/// Every path in `source` that breaks the layering; `file` is the path below `src`, separated by `/`.
fn faults(file: &str, source: &str) -> Vec<String> {
    let mut modules: Vec<String> = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    modules.pop_if(|last| last == "mod" || last == "lib");
    let Some(layer) = modules.first().cloned() else {
        // `lib.rs` lists the layers and re-exports from them.
        return Vec::new();
    };
    let tokens: TokenStream = match source.parse() {
        Ok(tokens) => tokens,
        Err(error) => return vec![format!("src/{file} cannot be read as Rust: {error}")],
    };
    let mut reader = Reader { file, layer: &layer, faults: Vec::new() };
    if LAYERS.iter().all(|(name, _)| *name != layer) {
        reader.faults.push(format!("src/{file}: `{layer}` is not a layer"));
    }
    reader.walk(tokens, &modules);
    reader.faults
}

impl Reader<'_> {
    /// Reads the tokens of the module `modules`, inline modules included.
    fn walk(&mut self, tokens: TokenStream, modules: &[String]) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Ident(ident) => {
                    let follows_path = is_separator(&tokens, at.wrapping_sub(2));
                    let name = ident.to_string();
                    let starts_path = is_separator(&tokens, at + 1);
                    let is_imported = at.checked_sub(1).is_some_and(|before| is_word(&tokens[before], "use"));
                    if !follows_path && (starts_path || is_imported) {
                        self.check_crate(&name, ident.span().start().line);
                    }
                    if !follows_path && starts_path && (name == "crate" || name == "super") {
                        let base = if name == "crate" { &[] } else { parent(modules) };
                        self.follow(&tokens[at + 3..], base);
                    }
                }
                TokenTree::Group(group) => {
                    let mut inner = modules.to_vec();
                    if let [.., TokenTree::Ident(word), TokenTree::Ident(name)] = &tokens[..at]
                        && word == "mod"
                        && group.delimiter() == Delimiter::Brace
                    {
                        inner.push(name.to_string());
                    }
                    self.walk(group.stream(), &inner);
                }
                _ => {}
            }
        }
    }

    /// Follows a path that goes on after `crate::` or `super::` from the module `base`, into every branch of `{a, b::c}`.
    fn follow(&mut self, rest: &[TokenTree], base: &[String]) {
        match rest.first() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let branches: Vec<TokenTree> = group.stream().into_iter().collect();
                for branch in branches.split(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',')) {
                    self.follow(branch, base);
                }
            }
            Some(TokenTree::Ident(ident)) if ident == "super" && is_separator(rest, 1) => self.follow(&rest[3..], parent(base)),
            Some(TokenTree::Ident(ident)) if ident == "self" => {}
            // Below a layer the path stays inside it.
            Some(TokenTree::Ident(ident)) if base.is_empty() => self.check_layer(&ident.to_string(), ident.span().start().line),
            Some(TokenTree::Punct(mark)) if mark.as_char() == '*' && base.is_empty() => {
                self.faults.push(format!("src/{}: a glob of the whole crate hides what is imported", self.file));
            }
            _ => {}
        }
    }

    fn check_layer(&mut self, target: &str, line: usize) {
        // The crate root re-exports these two.
        let target = if matches!(target, "Error" | "ErrorKind") { "error" } else { target };
        let may = LAYERS.iter().find(|(name, _)| *name == self.layer).map_or(&[][..], |(_, may)| may);
        if target != self.layer && !may.contains(&target) {
            self.faults.push(format!("src/{}:{line}: `{}` may not name `crate::{target}`", self.file, self.layer));
        }
    }

    fn check_crate(&mut self, name: &str, line: usize) {
        let Some((_, places)) = GUARDED_CRATES.iter().find(|(guarded, _)| *guarded == name) else { return };
        let is_inside = |place: &str| self.file.strip_prefix(place).is_some_and(|rest| rest.starts_with('/') || rest == ".rs");
        if !places.iter().any(|place| is_inside(place)) {
            self.faults.push(format!("src/{}:{line}: only {} may name the crate `{name}`", self.file, places.join(" and ")));
        }
    }
}

fn parent(modules: &[String]) -> &[String] {
    modules.split_last().map_or(&[], |(_, above)| above)
}

fn is_separator(tokens: &[TokenTree], at: usize) -> bool {
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ':');
    tokens.get(at).is_some_and(is_colon) && at.checked_add(1).and_then(|next| tokens.get(next)).is_some_and(is_colon)
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

fn rust_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(files)
}

#[test]
fn every_source_names_only_what_lies_below_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = rust_files(&root).unwrap();
    for (layer, _) in LAYERS {
        assert!(
            files.iter().any(|file| file.strip_prefix(&root).unwrap().to_str().unwrap().starts_with(layer)),
            "no source of {layer}"
        );
    }
    let mut found = Vec::new();
    for path in files {
        let file = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        found.extend(faults(&file, &fs::read_to_string(&path).unwrap()));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn an_import_from_above_is_found_wherever_it_stands() {
    let offending = [
        ("stats/mod.rs", "use crate::view::State;"),
        ("stats/rank.rs", "use crate::{series::Day, view};"),
        ("stats/rank.rs", "use super::super::view::State;"),
        ("stats/rank.rs", "use super::{super::view::State, moments};"),
        ("stats/rank.rs", "fn f() { let x = crate::market::carry(1.0); }"),
        ("stats/rank.rs", "fn f() { println!(\"{}\", crate::market::carry(1.0)); }"),
        ("stats/rank.rs", "mod tests { use super::super::super::paint::Painter; }"),
        ("series/day.rs", "use crate::*;"),
        ("view/scale.rs", "use crate::paint;"),
        ("paint/mod.rs", "use crate::text::Words;"),
        ("error.rs", "use crate::series::Day;"),
        ("view/figures/beta.rs", "use plotters::prelude::*;"),
        ("web/input.rs", "fn f(x: plotters::style::RGBColor) {}"),
        ("web/surfaces.rs", "use plotters_canvas::CanvasBackend;"),
        ("paint/text.rs", "use plotters_canvas::CanvasBackend;"),
        ("view/mod.rs", "use web_sys::Window;"),
        ("series/mod.rs", "use js_sys as js;"),
        ("common/mod.rs", "fn f() {}"),
    ];
    for (file, source) in offending {
        assert_eq!(faults(file, source).len(), 1, "{file}: {source}");
    }
}

#[test]
fn imports_from_below_and_mere_words_are_no_fault() {
    let fine = [
        ("lib.rs", "pub mod web; pub use error::{Error, ErrorKind};"),
        ("stats/rank.rs", "use crate::{Error, series::Day}; use super::moments; pub(crate) fn f() {}"),
        ("stats/rank.rs", "mod tests { use super::super::moments; use super::view; }"),
        ("stats/rank.rs", "//! See `crate::view`.\nconst TEXT: &str = \"use crate::view;\";"),
        ("paint/mod.rs", "use plotters::prelude::*; use crate::view::Scene;"),
        ("web/surface.rs", "use plotters_canvas::CanvasBackend; use web_sys::Window;"),
        ("web/surface/text.rs", "use plotters_backend::BackendStyle;"),
        ("web/input.rs", "use crate::{paint, view::State};"),
    ];
    for (file, source) in fine {
        assert_eq!(faults(file, source), Vec::<String>::new(), "{file}: {source}");
    }
}
