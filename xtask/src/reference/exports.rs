//! The functions of JavaScript in `src/web/exports`, and which function of the library each of them calls.

use super::comments::{self, Comment};

/// One exported function.
#[derive(Debug)]
pub struct Export {
    /// Its name in JavaScript.
    pub name: String,
    /// Its own comment; the exports that only pass a call on have none.
    pub comment: Comment,
    /// Names called in it: `rolling::mean`, or `align`.
    pub calls: Vec<String>,
}

/// The exported functions of one file, in its order.
pub fn read(source: &str) -> Vec<Export> {
    let lines: Vec<&str> = source.lines().collect();
    let attributes = lines.iter().enumerate().filter(|(_, line)| line.starts_with("#[wasm_bindgen"));
    attributes.filter_map(|(at, attribute)| export(&lines, at, attribute)).collect()
}

fn export(lines: &[&str], at: usize, attribute: &str) -> Option<Export> {
    let item = at + lines.get(at..)?.iter().position(|line| !line.starts_with("#["))?;
    let name = lines.get(item)?.strip_prefix("pub fn ")?.split('(').next()?;
    let renamed = attribute.split_once("js_name = ").map(|(_, rest)| rest.split([',', ')']).next().unwrap_or(rest));
    let body: Vec<&str> = lines.get(item + 1..)?.iter().take_while(|line| **line != "}").copied().collect();
    Some(Export {
        name: renamed.unwrap_or(name).to_owned(),
        comment: comments::above(lines, at),
        calls: body.join("\n").split(|c: char| !(c.is_alphanumeric() || "_:".contains(c))).map(str::to_owned).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn exports_are_found_with_what_they_call() {
        let source = "//! Means.\n\n#[wasm_bindgen(typescript_custom_section)]\nconst TYPES: &str = \"\";\n\n\
            #[wasm_bindgen(js_name = rollingMean, skip_typescript)]\npub fn rolling_mean(x: &JsValue) -> Outcome<Vec<f64>> {\n    \
            rolling::mean(&column(\"x\", x)?)\n}\n\n/// The version.\n#[wasm_bindgen(skip_typescript)]\n#[must_use]\n\
            pub fn version() -> String {\n    V.to_owned()\n}\n";
        let found = read(source);
        let names: Vec<&str> = found.iter().map(|export| &*export.name).collect();
        assert_eq!(names, ["rollingMean", "version"]);
        assert!(found[0].calls.iter().any(|call| call == "rolling::mean"));
        assert_eq!(found[1].comment.text, ["The version."]);
    }
}
