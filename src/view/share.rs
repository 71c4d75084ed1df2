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
    script(base, &attributes("data-", state))
}

/// The element that shows a figure in this state from the data inside it, as HTML, with the script that draws it.
///
/// ```
/// use yenlens::view::share::element;
/// let text = element("p/", &[("view", "beta".to_owned())], "<script type=\"text/csv\">date,a\n</script>");
/// assert!(text.starts_with("<yen-lens view=\"beta\"><script type=\"text/csv\">date,a\n</script></yen-lens>\n<script async src=\"p/embed.js\""));
/// ```
#[must_use]
pub fn element(base: &str, state: &[(&str, String)], inside: &str) -> String {
    ["<yen-lens", &attributes("", state), ">", inside, "</yen-lens>\n", &script(base, "")].concat()
}

fn script(base: &str, attributes: &str) -> String {
    ["<script async src=\"", &escaped(base), "embed.js\" fetchpriority=\"high\"", attributes, "></script>"].concat()
}

fn attributes(prefix: &str, state: &[(&str, String)]) -> String {
    state.iter().map(|(name, value)| [" ", prefix, name, "=\"", &escaped(value), "\""].concat()).collect()
}

/// The name of a file with this figure, without its ending: `yenlens-correlation-btc-yen`.
#[must_use]
pub fn file_name(spec: &Spec) -> String {
    ["yenlens", spec.view.name(), &spec.asset, &spec.driver].join("-")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
