//! `cargo xtask site`: the site and the package in one folder that any static host can serve, with the addresses that only its
//! owner knows written in.

use std::path::Path;

use crate::package;
use crate::workspace::{Outcome, copy, create_folder, files_under, read_text, root, write};

/// What stands in the sources for the addresses of the pages and of the package.
const PAGES_AT: &str = "https://YOUR-SITE/";
const PACKAGE_AT: &str = "https://YOUR-HOST/yenlens/";
/// The picture of the site that previews of links show, in `www/`.
const PREVIEW: &str = "preview.png";
/// Its width and height.
const PREVIEW_PX: [u32; 2] = [1200, 630];

/// Writes the folder `out` for the address `at`.
pub fn write_folder(at: &str, out: &Path) -> Outcome {
    let base = base(at)?;
    let root = root()?;
    package::ensure_fresh(&root)?;
    if out.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(format!("{} is not empty; name a folder that is new.", out.display()));
    }
    create_folder(out)?;
    for path in files_under(&root.join("www"), "")? {
        place(&root.join("www").join(&path), &out.join(&path), &base)?;
    }
    for path in files_under(&root.join("pkg"), "")? {
        // The package stays as it is, byte for byte: its digests are published. Only the answer of oEmbed names a host.
        let (from, to) = (root.join("pkg").join(&path), out.join("pkg").join(&path));
        if path == "oembed.json" {
            write(&to, with_thumbnail(&addressed(&read_text(&from)?, &base), &base).as_bytes())?;
        } else {
            copy(&from, &to)?;
        }
    }
    println!("{} is ready for {base}", out.display());
    Ok(())
}

/// An address with a slash at its end; a sentence if it is none, or would break out of an attribute.
fn base(at: &str) -> Outcome<String> {
    let is_address = at.starts_with("https://") || at.starts_with("http://");
    if !is_address || at.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '&' | '?' | '#')) {
        return Err(format!("--at: expected an address such as https://example.org/yenlens/, got `{at}`."));
    }
    Ok(if at.ends_with('/') { at.to_owned() } else { format!("{at}/") })
}

/// Copies a file; into texts the addresses are written.
fn place(from: &Path, to: &Path, base: &str) -> Outcome {
    let ending = from.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if !["html", "js", "json", "txt", "xml"].contains(&ending) {
        return copy(from, to);
    }
    write(to, addressed(&read_text(from)?, base).as_bytes())
}

fn addressed(text: &str, base: &str) -> String {
    // The pages lie beside the package here, not beside a folder that holds them.
    text.replace(PAGES_AT, base).replace(PACKAGE_AT, &format!("{base}pkg/")).replace("../pkg/", "pkg/")
}

/// The answer of oEmbed with the picture that the site has and the package alone has not.
fn with_thumbnail(answer: &str, base: &str) -> String {
    let [width, height] = PREVIEW_PX;
    let fields = format!(
        "\"thumbnail_url\": \"{base}{PREVIEW}\",\n  \"thumbnail_width\": {width},\n  \"thumbnail_height\": {height},\n  "
    );
    answer.replacen("\"html\"", &format!("{fields}\"html\""), 1)
}

#[cfg(test)]
mod tests {
    use super::{PREVIEW, PREVIEW_PX, addressed, base, with_thumbnail};
    use crate::workspace::{read, read_text, root};

    #[test]
    fn addresses_are_written_in_and_the_package_is_found_beside_the_pages() {
        let text = r#"<link href="https://YOUR-SITE/a.html"><script src="../pkg/embed.js"> https://YOUR-HOST/yenlens/embed.js"#;
        let base = base("https://example.org/notes").unwrap();
        assert_eq!(
            addressed(text, &base),
            r#"<link href="https://example.org/notes/a.html"><script src="pkg/embed.js"> https://example.org/notes/pkg/embed.js"#
        );
    }

    #[test]
    fn the_answer_of_oembed_names_the_picture_with_its_size() {
        let root = root().unwrap();
        let answer = read_text(&root.join("src/web/page/oembed.json")).unwrap();
        let answer = with_thumbnail(&answer, "https://example.org/");
        for field in ["thumbnail_url\": \"https://example.org/preview.png", "thumbnail_width\": 1200", "thumbnail_height\": 630"]
        {
            assert_eq!(answer.matches(field).count(), 1, "{answer}");
        }
        // A PNG tells its size behind its first sixteen bytes.
        let picture = read(&root.join("www").join(PREVIEW)).unwrap();
        let size = [16, 20].map(|at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap()));
        assert_eq!(size, PREVIEW_PX);
    }

    #[test]
    fn an_address_that_is_none_or_breaks_out_is_refused() {
        for at in ["example.org", "https://a\" onload=\"", "https://a/?b", "javascript:alert(1)"] {
            assert!(base(at).unwrap_err().contains("--at"), "{at}");
        }
    }
}
