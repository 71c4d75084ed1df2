//! What a reader takes along: the tag that shows the same figure elsewhere, and names for the files.

use crate::spec::Spec;

/// The one tag that shows a figure in this state; `base` is the folder of the package, with a slash at its end.
///
/// ```
/// use yenlens::view::share::tag;
/// let text = tag("https://example.com/yenlens/", &[("view", "beta".to_owned()), ("heading", "\"A\" & b".to_owned())]);
/// assert_eq!(
///     text,
///     "<script async src=\"https://example.com/yenlens/embed.js\" fetchpriority=\"high\" data-view=\"beta\" data-heading=\"&quot;A&quot; &amp; b\"></script>"
/// );
/// ```
#[must_use]
pub fn tag(base: &str, state: &[(&str, String)]) -> String {
    let mut out = ["<script async src=\"", &escaped(base), "embed.js\" fetchpriority=\"high\""].concat();
    for (name, value) in state {
        out.push_str(&[" data-", name, "=\"", &escaped(value), "\""].concat());
    }
    out.push_str("></script>");
    out
}

/// The name of a file with this figure, without its ending: `yenlens-correlation-btc-yen`.
#[must_use]
pub fn file_name(spec: &Spec) -> String {
    ["yenlens", spec.view.name(), &spec.asset, &spec.driver].join("-")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
