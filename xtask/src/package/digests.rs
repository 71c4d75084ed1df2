//! The digests that README.md tells for the attribute `integrity`: between two marks that no reader sees, written by the build. They are
//! of programs alone, so that the digest of README.md itself does not depend on itself.

use std::path::Path;

use super::manifest::integrity;
use crate::workspace::Outcome;

/// The file that tells them.
pub const README: &str = "README.md";

const BEGIN: &str = "<!-- digests, written by the build -->\n";
const END: &str = "<!-- end of digests -->\n";

/// What an author may name in a tag, and what that fetches.
const FILES: [&str; 6] = ["embed.js", "widget.js", "widget_bg.wasm", "widget_later.wasm", "yenlens.js", "yenlens_bg.wasm"];

/// The text before and after the place of the digests.
fn around(text: &str) -> Option<(&str, &str)> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some((before, after))
}

/// README.md with the digests of the files in `package`.
pub fn written(text: &str, version: &str, package: &Path) -> Outcome<String> {
    let (before, after) = around(text).ok_or_else(|| format!("{README} has no place for digests, between {BEGIN} and {END}."))?;
    let rows = FILES.iter().map(|file| Ok(format!("| `{file}` | `{}` |\n", integrity(&package.join(file))?)));
    let rows = rows.collect::<Outcome<String>>()?;
    let table = format!("\n| {version} | `integrity` |\n|---|---|\n{rows}");
    Ok([before, BEGIN, &table, "\n", END, after].concat())
}

/// README.md as it is written by hand.
pub fn removed(content: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(content);
    around(&text).map_or_else(|| content.to_vec(), |(before, after)| [before, after].concat().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, FILES, integrity, removed, written};
    use crate::workspace::{TemporaryFolder, write};

    #[test]
    fn digests_are_written_in_their_place_and_what_is_around_stays() {
        let folder = TemporaryFolder::new("digests").unwrap();
        for file in FILES {
            write(&folder.path().join(file), file.as_bytes()).unwrap();
        }
        let plain = format!("one\n{BEGIN}old\n{END}two\n");
        let text = written(&plain, "1.2.3", folder.path()).unwrap();
        assert!(text.starts_with("one\n") && text.ends_with("two\n") && !text.contains("old"));
        for file in FILES {
            assert!(text.contains(&format!("| `{file}` | `{}` |", integrity(&folder.path().join(file)).unwrap())));
        }
        assert_eq!(written(&text, "1.2.3", folder.path()).unwrap(), text, "writing again changes nothing");
        assert_eq!(removed(text.as_bytes()), b"one\ntwo\n");
    }

    #[test]
    fn text_without_the_place_is_refused() {
        let folder = TemporaryFolder::new("no-digests").unwrap();
        assert!(written("one\n", "1.2.3", folder.path()).is_err());
    }
}
