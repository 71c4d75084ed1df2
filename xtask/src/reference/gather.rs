//! From the sources to the entries of the reference: each exported function with its signature, the comment of the function
//! of the library that it calls, and the example that runs as a test. What is not documented is an error that names it.

use std::collections::BTreeMap;

use super::comments::{self, Comment};
use super::declarations::{Declaration, Declarations};
use super::exports::{self, Export};
use crate::workspace::Outcome;

/// The texts that the page is made from.
#[derive(Default)]
pub struct Sources {
    /// The files of `src/web/exports` under the names of their modules.
    pub exports: BTreeMap<String, String>,
    /// `types.d.ts`.
    pub declarations: String,
    /// The files of the library under the names of their modules: `rolling`, `align`.
    pub library: BTreeMap<String, String>,
    /// `src/error.rs`.
    pub errors: String,
    /// The tests that are the examples.
    pub examples: String,
}

/// All that the page says.
pub struct Reference {
    pub subjects: Vec<Subject>,
    pub shapes: Vec<Declaration>,
    /// Codes of errors with their meanings.
    pub errors: Vec<(String, String)>,
}

/// The functions of one file of exports.
pub struct Subject {
    pub heading: String,
    pub entries: Vec<Entry>,
}

/// One function.
pub struct Entry {
    pub declaration: Declaration,
    pub comment: Comment,
    /// What is said of all functions of its module.
    pub family: Vec<String>,
    pub example: String,
}

/// Subjects and functions come in the order in which `types.d.ts` declares them.
pub fn gather(sources: &Sources) -> Outcome<Reference> {
    let Declarations { functions, shapes } = Declarations::parse(&sources.declarations)?;
    let files: Vec<(String, Vec<Export>)> =
        sources.exports.iter().map(|(module, text)| (heading(module, text), exports::read(text))).collect();
    if let Some(export) =
        files.iter().flat_map(|(_, exports)| exports).find(|export| functions.iter().all(|function| function.name != export.name))
    {
        return Err(format!("`{}` is exported but not declared in src/web/exports/types.d.ts.", export.name));
    }
    let mut subjects: Vec<Subject> = Vec::new();
    for declaration in functions {
        let name = &declaration.name;
        let (heading, export) = files
            .iter()
            .find_map(|(heading, exports)| Some((heading, exports.iter().find(|export| export.name == *name)?)))
            .ok_or_else(|| format!("`{name}` is declared in src/web/exports/types.d.ts but not exported."))?;
        let entry = entry(sources, declaration, export)?;
        match subjects.iter_mut().find(|subject| subject.heading == *heading) {
            Some(subject) => subject.entries.push(entry),
            None => subjects.push(Subject { heading: heading.clone(), entries: vec![entry] }),
        }
    }
    Ok(Reference { subjects, shapes, errors: codes(&sources.errors) })
}

/// The first sentence of a file's comment, up to a colon. The root of the exports speaks of all of them and holds what belongs
/// to no subject.
fn heading(module: &str, source: &str) -> String {
    if module == "mod" {
        return "The package itself".to_owned();
    }
    let first = comments::of_module(source).text.into_iter().next().unwrap_or_default();
    first.split([':', '.']).next().unwrap_or_default().to_owned()
}

fn entry(sources: &Sources, declaration: Declaration, export: &Export) -> Outcome<Entry> {
    let name = &declaration.name;
    let (comment, family) = if export.comment.text.is_empty() {
        let (module, function) = called(sources, export)
            .ok_or_else(|| format!("`{name}` has no comment and calls no function of the library that could have one."))?;
        let source = sources.library.get(module).map_or("", String::as_str);
        let comment = comments::of_function(source, function).unwrap_or_default();
        if comment.text.is_empty() {
            return Err(format!("`{module}::{function}`, which `{name}` calls, has no doc comment."));
        }
        (followed(source, comment), comments::of_module(source).beyond_subject().to_vec())
    } else {
        (export.comment.clone(), Vec::new())
    };
    let example = example(&sources.examples, name)
        .ok_or_else(|| format!("`{name}` has no example: a test of that name in {}.", super::EXAMPLES))?;
    Ok(Entry { declaration, comment, family, example })
}

/// A comment with what it links to: the page has no other place for it.
fn followed(source: &str, mut comment: Comment) -> Comment {
    let mut paths: Vec<String> = Vec::new();
    for path in comment.text.iter().chain(&comment.errors).flat_map(|text| comments::links(text)) {
        if !paths.iter().any(|known| known == path) {
            paths.push(path.to_owned());
        }
    }
    for path in paths {
        if let Some(linked) = comments::of_method(source, &path) {
            comment.text.extend(linked.text.iter().map(|text| format!("`{path}`: {text}")));
            comment.errors.extend(linked.errors.iter().map(|text| format!("as `{path}` {}", lower_first(text))));
        }
    }
    for text in comment.text.iter_mut().chain(&mut comment.errors) {
        for name in comments::links(&text.clone()) {
            if let Some(value) = comments::of_constant(source, name) {
                *text = text.replace(&format!("[`{name}`]"), &value);
            }
        }
    }
    comment.errors.iter_mut().for_each(|text| *text = lower_first(text));
    comment
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The module and the function of the library that an exported function passes its call on to.
fn called<'a>(sources: &'a Sources, export: &'a Export) -> Option<(&'a str, &'a str)> {
    export.calls.iter().find_map(|call| {
        // A function that is called without its module lies in the module of its own name.
        let (module, function) = call.split_once("::").unwrap_or((call, call));
        let source = sources.library.get(module)?;
        // One that writes into a given column is told by the one that returns it.
        let function = function.strip_suffix("_into").unwrap_or(function);
        comments::of_function(source, function).map(|_| (module, function))
    })
}

/// The body of a test.
fn example(tests: &str, name: &str) -> Option<String> {
    let (_, rest) = tests.split_once(&format!("\ntest(\"{name}\", () => {{\n"))?;
    let body = rest.split_once("\n});")?.0;
    Some(body.lines().map(|line| line.strip_prefix("  ").unwrap_or(line)).collect::<Vec<_>>().join("\n"))
}

/// The kinds of errors: each variant's comment and its text form.
fn codes(source: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let arms = lines.iter().filter_map(|line| line.strip_prefix("Self::")?.trim_end_matches("\",").split_once(" => \""));
    let meaning = |variant: &str| {
        let at = lines.iter().position(|line| line.strip_suffix(',') == Some(variant))?;
        let start = lines.get(..at)?.iter().rposition(|line| !line.starts_with("///")).map_or(0, |end| end + 1);
        Some(lines.get(start..at)?.iter().map(|line| line.trim_start_matches("/// ")).collect::<Vec<_>>().join(" "))
    };
    arms.filter_map(|(variant, code)| Some((code.to_owned(), meaning(variant)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Sources, gather};

    fn sources() -> Sources {
        Sources {
            exports: [("averages".to_owned(), "//! Means: all of them.\n\n#[wasm_bindgen(js_name = meanOf, skip_typescript)]\npub fn mean_of(x: &J) -> O {\n    \
                 means::mean(&column(\"x\", x)?)\n}\n"
                    .to_owned(),
            )].into(),
            declarations: "export function meanOf(x: Float64Array): number;\n".to_owned(),
            library: [("means".to_owned(), "//! Means.\n//!\n//! O(n).\n\n/// The mean.\npub fn mean(x: &[f64]) {}\n".to_owned())].into(),
            errors: "    /// Not good.\n    Bad,\n}\n        Self::Bad => \"bad\",\n".to_owned(),
            examples: "\ntest(\"meanOf\", () => {\n  meanOf(x);\n});\n".to_owned(),
        }
    }

    #[test]
    fn an_export_is_told_by_the_function_it_calls() {
        let reference = gather(&sources()).unwrap();
        let [subject] = &reference.subjects[..] else { panic!("one subject") };
        let [entry] = &subject.entries[..] else { panic!("one function") };
        assert_eq!((&*subject.heading, &*entry.example), ("Means", "meanOf(x);"));
        assert_eq!((&entry.comment.text[..], &entry.family[..]), (&["The mean.".to_owned()][..], &["O(n).".to_owned()][..]));
        assert_eq!(reference.errors, [("bad".to_owned(), "Not good.".to_owned())]);
    }

    #[test]
    fn a_function_that_fills_a_column_is_told_by_the_one_that_returns_it() {
        let mut sources = sources();
        let export = sources.exports.get_mut("averages").unwrap();
        *export = export.replace("means::mean(", "means::mean_into(");
        assert_eq!(gather(&sources).unwrap().subjects[0].entries[0].comment.text, ["The mean."]);
    }

    #[test]
    fn what_a_comment_links_to_is_told_in_its_place() {
        let mut sources = sources();
        let text = "\npub const MAX: usize = 5_000;\n\nimpl All {\n    /// Adds. O(n).\n    ///\n    /// # Errors\n    \
            /// When n exceeds [`MAX`].\n    pub fn of() {}\n}\n\n/// The mean.\n///\n/// # Errors\n/// As [`All::of`].\n\
            pub fn mean(x: &[f64]) {}\n";
        sources.library.insert("means".to_owned(), text.to_owned());
        let comment = &gather(&sources).unwrap().subjects[0].entries[0].comment;
        assert_eq!(comment.text, ["The mean.", "`All::of`: Adds. O(n)."]);
        assert_eq!(comment.errors, ["as [`All::of`].", "as `All::of` when n exceeds 5,000."]);
    }

    #[test]
    fn what_is_missing_is_named() {
        let fault = |change: fn(&mut Sources)| {
            let mut sources = sources();
            change(&mut sources);
            gather(&sources).err().unwrap()
        };
        let undocumented = fault(|sources| *sources.library.get_mut("means").unwrap() = "pub fn mean(x: &[f64]) {}\n".to_owned());
        assert_eq!(undocumented, "`means::mean`, which `meanOf` calls, has no doc comment.");
        assert!(fault(|sources| sources.library.clear()).starts_with("`meanOf` has no comment"));
        assert!(fault(|sources| sources.examples.clear()).starts_with("`meanOf` has no example"));
        assert!(fault(|sources| sources.declarations.clear()).starts_with("`meanOf` is exported but not declared"));
        assert!(fault(|sources| sources.exports.clear()).starts_with("`meanOf` is declared"));
    }
}
