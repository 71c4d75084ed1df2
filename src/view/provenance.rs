//! What a saved table says about itself: the words of the footer as lines before the rows, and the same for programs as a file beside it.
//!
//! The file follows the W3C's "CSV on the Web": its name is that of the table with `-metadata.json` behind it, and it says where the
//! comment lines are. `dc` and `schema` are the prefixes that standard knows.

use super::credits::Credits;
use super::figures;
use super::scene::Scene;
use super::table::Table;
use crate::series::{SeriesMeta, Store};
use crate::spec::Spec;

/// The lines before the rows of a saved table, each with `# ` before it: heading, finding, publishers and date, then a line for every
/// series with its publisher, licence, last date, close and address, and the breaks.
#[must_use]
pub fn comment(scene: &Scene, credits: &Credits) -> String {
    let mut out = String::new();
    let mut line = |words: &[&str]| {
        out.push('#');
        for word in words.iter().filter(|word| !word.is_empty()) {
            out.push(' ');
            // An author's own words may hold what would end the line.
            out.extend(word.chars().map(|c| if c.is_control() { ' ' } else { c }));
        }
        out.push_str("\r\n");
    };
    line(&[&scene.heading]);
    line(&[&scene.finding]);
    line(&[&credits.line]);
    for credit in &credits.series {
        line(&[&credit.text, &credit.url]);
    }
    for note in &credits.notes {
        line(&[note]);
    }
    out
}

/// The file beside a table that is saved as `file`, as JSON.
#[must_use]
pub fn metadata(file: &str, scene: &Scene, credits: &Credits, table: &Table, spec: &Spec, store: &Store) -> String {
    let mut json = Json(String::new());
    json.open('{', None);
    json.text("@context", "http://www.w3.org/ns/csvw");
    json.text("url", file);
    json.text("dc:title", &scene.heading);
    json.text("dc:description", &scene.finding);
    json.text("dc:rights", &credits.line);
    json.open('{', Some("dialect"));
    json.text("commentPrefix", "#");
    json.close('}');
    json.open('{', Some("tableSchema"));
    json.open('[', Some("columns"));
    for name in table.csv_header() {
        json.open('{', None);
        json.text("titles", name);
        json.close('}');
    }
    json.close(']');
    json.close('}');
    json.open('[', Some("dc:source"));
    for id in figures::needs(spec, store) {
        if let Some(meta) = store.meta(&id) {
            series(&mut json, meta);
        }
    }
    json.close(']');
    json.close('}');
    json.0.push('\n');
    json.0
}

fn series(json: &mut Json, meta: &SeriesMeta) {
    json.open('{', None);
    json.text("dc:identifier", &meta.id);
    json.text("dc:title", &meta.label);
    json.text("dc:publisher", &meta.source);
    json.text("schema:url", &meta.source_url);
    json.text("dc:license", &meta.license);
    json.text("schema:unitText", meta.unit.code());
    json.text("schema:closes", &[&meta.closes_at_utc, "Z"].concat());
    json.text("dc:modified", &meta.last.to_string());
    json.open('[', Some("dc:provenance"));
    for change in &meta.breaks {
        json.open('{', None);
        json.text("dc:date", &change.day.to_string());
        json.text("dc:description", &change.note);
        json.close('}');
    }
    json.close(']');
    json.close('}');
}

/// A document that grows. What is not known is left out.
struct Json(String);

impl Json {
    fn member(&mut self, name: Option<&str>) {
        if !self.0.is_empty() && !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
        if let Some(name) = name {
            self.quote(name);
            self.0.push(':');
        }
    }

    fn open(&mut self, bracket: char, name: Option<&str>) {
        self.member(name);
        self.0.push(bracket);
    }

    fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.member(Some(name));
            self.quote(value);
        }
    }

    fn quote(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => self.0.extend(['\\', c]),
                // Letters of any script may stand as they are, but no character that moves the cursor.
                c if c.is_control() => self.0.push(' '),
                c => self.0.push(c),
            }
        }
        self.0.push('"');
    }
}
