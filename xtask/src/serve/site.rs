//! Which file answers which address, and with which headers. No sockets here: a request is a method, a target and the tag the
//! browser already holds.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{self, HeaderValue};
use hyper::http::response::Builder;
use hyper::{Method, Response, StatusCode};
use sha2::{Digest, Sha256};

use crate::workspace::Outcome;

/// The folders that can be seen.
const FOLDERS: [&str; 2] = ["www", "pkg"];

/// The strictest policy the widget promises to work under.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; \
                      img-src 'self' blob: data:; base-uri 'none'; form-action 'none'";

pub type Answer = Response<Full<Bytes>>;

/// The two folders and the policy.
pub struct Site {
    root: PathBuf,
    strict: bool,
}

impl Site {
    pub fn new(root: &Path, strict: bool) -> Outcome<Self> {
        let root = root.canonicalize().map_err(|e| format!("The folder {} cannot be opened: {e}.", root.display()))?;
        Ok(Self { root, strict })
    }

    /// Answers a request for `target` (a path, percent-encoded, without query) from a browser that may hold the version `known`.
    pub fn answer(&self, method: &Method, target: &str, known: Option<&str>) -> Answer {
        if method != Method::GET && method != Method::HEAD {
            return text(
                self.head(StatusCode::METHOD_NOT_ALLOWED).header(header::ALLOW, "GET, HEAD"),
                "Only GET and HEAD are answered here.",
            );
        }
        match self.find(target) {
            Found::File(path) => self.file(&path, known),
            Found::Elsewhere(address) => {
                let head = self.head(StatusCode::FOUND).header(header::LOCATION, address);
                text(head, "It is at another address.")
            }
            Found::Nothing => text(self.head(StatusCode::NOT_FOUND), "There is nothing at this address."),
        }
    }

    fn find(&self, target: &str) -> Found {
        if target == "/" {
            return Found::Elsewhere("/www/".to_owned());
        }
        let Some(relative) = decode(target).and_then(|path| safe_relative(&path)) else { return Found::Nothing };
        let Ok(path) = self.root.join(relative).canonicalize() else { return Found::Nothing };
        // A symbolic link may lead out of the two folders; what it leads to is not shown.
        if !FOLDERS.iter().any(|folder| path.starts_with(self.root.join(folder))) {
            return Found::Nothing;
        }
        match (path.is_dir(), target.ends_with('/')) {
            (false, false) => Found::File(path),
            (false, true) => Found::Nothing,
            // Without the slash the relative addresses of the page would lead astray.
            (true, false) => Found::Elsewhere(format!("{target}/")),
            (true, true) => Some(path.join("index.html")).filter(|index| index.is_file()).map_or(Found::Nothing, Found::File),
        }
    }

    fn file(&self, path: &Path, known: Option<&str>) -> Answer {
        let Ok(content) = fs::read(path) else {
            return text(self.head(StatusCode::NOT_FOUND), "The file cannot be read.");
        };
        let tag = format!("\"{}\"", STANDARD.encode(Sha256::digest(&content)));
        let is_known =
            known.is_some_and(|tags| tags == "*" || tags.split(',').any(|held| held.trim().trim_start_matches("W/") == tag));
        let status = if is_known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
        let head = self.head(status).header(header::ETAG, tag).header(header::CONTENT_TYPE, media_type(path));
        finish(head, if is_known { Bytes::new() } else { Bytes::from(content) })
    }

    /// The headers of every answer. The browser keeps files but asks each time, so that a rebuilt package is seen at once.
    fn head(&self, status: StatusCode) -> Builder {
        let head = Response::builder()
            .status(status)
            .header(header::CACHE_CONTROL, "no-cache")
            .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
            .header(header::REFERRER_POLICY, "no-referrer");
        if self.strict { head.header(header::CONTENT_SECURITY_POLICY, POLICY) } else { head }
    }
}

enum Found {
    File(PathBuf),
    Elsewhere(String),
    Nothing,
}

fn text(head: Builder, sentence: &'static str) -> Answer {
    finish(head.header(header::CONTENT_TYPE, "text/plain; charset=utf-8"), Bytes::from_static(sentence.as_bytes()))
}

fn finish(head: Builder, content: Bytes) -> Answer {
    head.body(Full::new(content)).unwrap_or_else(|_| {
        // Only a header that is no header could lead here: a redirect to an address with odd bytes.
        let mut answer = Response::new(Full::default());
        *answer.status_mut() = StatusCode::BAD_REQUEST;
        answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        answer
    })
}

/// Undoes percent-encoding; nothing if it is broken or no text.
fn decode(target: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(target.len());
    let mut rest = target.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        if first == b'%' {
            let digits = rest.get(..2).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = &rest[2..];
        } else {
            bytes.push(first);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The path below the root, if every step goes down into a visible file or folder.
fn safe_relative(path: &str) -> Option<PathBuf> {
    let steps = path.strip_prefix('/')?;
    let steps = steps.strip_suffix('/').unwrap_or(steps);
    let is_safe = |step: &str| !step.is_empty() && !step.starts_with('.') && !step.contains(['\\', '\0', ':']);
    let steps: Vec<&str> = steps.split('/').collect();
    (FOLDERS.contains(steps.first()?) && steps.iter().all(|step| is_safe(step))).then(|| steps.iter().collect())
}

/// The media type by the file's ending; browsers refuse modules and stylesheets with a wrong one.
fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use hyper::Method;

    use super::{Answer, Site};
    use crate::workspace::{TemporaryFolder, write};

    fn site() -> (TemporaryFolder, Site) {
        let folder = TemporaryFolder::new(&format!("site-{:?}", std::thread::current().id()));
        let folder = folder.unwrap();
        let files =
            [("www/index.html", "<p>"), ("www/a b/index.html", "<p>"), ("pkg/yenlens_bg.wasm", "\0asm"), ("secret.txt", "x")];
        for (path, text) in files {
            write(&folder.path().join(path), text.as_bytes()).unwrap();
        }
        let site = Site::new(folder.path(), true).unwrap();
        (folder, site)
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
        answer.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[test]
    fn files_come_with_their_type_policy_and_tag() {
        let (_folder, site) = site();
        let answer = site.answer(&Method::GET, "/pkg/yenlens_bg.wasm", None);
        assert_eq!(answer.status(), 200);
        assert_eq!(header(&answer, "content-type"), "application/wasm");
        assert_eq!(header(&answer, "x-content-type-options"), "nosniff");
        assert!(
            header(&answer, "content-security-policy").starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; ")
        );
        let tag = header(&answer, "etag").to_owned();
        let again = site.answer(&Method::GET, "/pkg/yenlens_bg.wasm", Some(&format!("\"other\", W/{tag}")));
        assert_eq!(again.status(), 304);
        assert_eq!(site.answer(&Method::GET, "/pkg/yenlens_bg.wasm", Some("\"other\"")).status(), 200);
    }

    #[test]
    fn folders_lead_to_their_page() {
        let (_folder, site) = site();
        assert_eq!(header(&site.answer(&Method::GET, "/", None), "location"), "/www/");
        assert_eq!(header(&site.answer(&Method::GET, "/www", None), "location"), "/www/");
        assert_eq!(header(&site.answer(&Method::GET, "/www/a%20b", None), "location"), "/www/a%20b/");
        assert_eq!(site.answer(&Method::GET, "/www/a%20b/", None).status(), 200);
        assert_eq!(site.answer(&Method::GET, "/pkg/", None).status(), 404);
        assert_eq!(site.answer(&Method::POST, "/www/", None).status(), 405);
    }

    #[test]
    fn nothing_outside_the_two_folders_is_served() {
        let (folder, site) = site();
        let outside = [
            "/secret.txt",
            "/www/../secret.txt",
            "/www/%2e%2e/secret.txt",
            "/www/..%2fsecret.txt",
            "/www/%2e%2e%5csecret.txt",
            "/www//../secret.txt",
            "//etc/passwd",
            "/www/index.html/",
            "/www/%00",
            "/www/%zz",
            "/www/%",
            "",
        ];
        for target in outside {
            assert_eq!(site.answer(&Method::GET, target, None).status(), 404, "{target}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(folder.path().join("secret.txt"), folder.path().join("www/link.txt")).unwrap();
            assert_eq!(site.answer(&Method::GET, "/www/link.txt", None).status(), 404);
        }
    }

    #[test]
    fn policy_can_be_left_out() {
        let (folder, _) = site();
        let site = Site::new(folder.path(), false).unwrap();
        assert_eq!(header(&site.answer(&Method::GET, "/www/", None), "content-security-policy"), "");
    }
}
