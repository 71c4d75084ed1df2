//! The files themselves: from a folder, or from the publishers, one at a time and no faster than they would like.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use ureq::http::{HeaderMap, StatusCode};

use super::run::Files;
use crate::pack::sheet::Outcome;
use crate::publishers::Request;

/// How the program names itself.
const AGENT: &str = concat!("yenlens-refresh/", env!("CARGO_PKG_VERSION"), " (daily figures for a chart; one request at a time)");
/// How often a file is asked for at most.
const MOST_TRIES: u32 = 3;
/// The longest that a publisher may ask us to wait; after that it is another day's work.
const LONGEST_WAIT: Duration = Duration::from_mins(1);
/// The most bytes of a file.
const MOST_BYTES: u64 = 64 << 20;

/// Files that somebody has saved in a folder.
pub struct Offline {
    /// The folder.
    pub folder: PathBuf,
}

impl Files for Offline {
    fn get(&mut self, request: &Request) -> Outcome<Option<Vec<u8>>> {
        let path = self.folder.join(&request.file);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(format!("{}: {error}", path.display())),
        }
    }
}

/// How to ask.
#[derive(Debug, Clone)]
pub struct WebOptions {
    /// Where files are kept between runs, whole and in part.
    pub cache: PathBuf,
    /// An address to ask in place of `https://`, followed by the host and the path.
    pub mirror: Option<String>,
    /// The time between one request and the next.
    pub delay: Duration,
}

/// The publishers' servers.
pub struct Web {
    agent: ureq::Agent,
    options: WebOptions,
    asked: Option<Instant>,
    bar: ProgressBar,
}

/// What one try came to.
enum Tried {
    Whole,
    /// It may be better after that long.
    Later(String, Option<Duration>),
}

impl Web {
    /// Nothing is asked before the first file is wanted. The bar is drawn where a person is looking.
    ///
    /// # Errors
    /// When the cache cannot be made.
    pub fn new(options: WebOptions) -> Outcome<Self> {
        fs::create_dir_all(&options.cache).map_err(|error| format!("{}: {error}", options.cache.display()))?;
        let config = ureq::Agent::config_builder()
            .user_agent(AGENT)
            .http_status_as_error(false)
            .timeout_connect(Some(Duration::from_secs(20)))
            .timeout_global(Some(Duration::from_mins(5)));
        let bar = ProgressBar::no_length();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {bytes}/{total_bytes} {bar:30}") {
            bar.set_style(style);
        }
        Ok(Self { agent: config.build().into(), options, asked: None, bar })
    }

    fn wait(&mut self, at_least: Duration) {
        if let Some(asked) = self.asked {
            std::thread::sleep(at_least.saturating_sub(asked.elapsed()));
        }
        self.asked = Some(Instant::now());
    }

    /// Asks once, with what is known of an earlier answer, whole or in part.
    fn once(&self, url: &str, kept: &Kept) -> Outcome<Tried> {
        let mut request = self.agent.get(url);
        let part = kept.part_length();
        match (&part, kept.tags()) {
            (Some((length, tag)), _) => {
                request = request.header("Range", format!("bytes={length}-")).header("If-Range", tag.trim_end());
            }
            (None, Some((tag, date))) => {
                for (name, value) in [("If-None-Match", tag), ("If-Modified-Since", date)] {
                    if !value.is_empty() {
                        request = request.header(name, value);
                    }
                }
            }
            (None, None) => {}
        }
        let response = match request.call() {
            Ok(response) => response,
            Err(error) => return Ok(Tried::Later(error.to_string(), None)),
        };
        let (parts, body) = response.into_parts();
        let (status, headers) = (parts.status, parts.headers);
        match status {
            StatusCode::NOT_MODIFIED if kept.whole.is_file() => return Ok(Tried::Whole),
            StatusCode::OK | StatusCode::PARTIAL_CONTENT => {}
            StatusCode::RANGE_NOT_SATISFIABLE => {
                kept.forget_part();
                return Ok(Tried::Later(status.to_string(), Some(Duration::ZERO)));
            }
            _ if matches!(status.as_u16(), 408 | 425 | 429 | 500..=599) => {
                let wait = text(&headers, "retry-after").parse().ok().map(Duration::from_secs);
                return Ok(Tried::Later(status.to_string(), wait));
            }
            _ => return Err(status.to_string()),
        }
        let start = match part {
            Some((length, _)) if status == StatusCode::PARTIAL_CONTENT => {
                if !text(&headers, "content-range").starts_with(&format!("bytes {length}-")) {
                    kept.forget_part();
                    return Ok(Tried::Later("another part than was asked for".to_owned(), Some(Duration::ZERO)));
                }
                length
            }
            _ if status == StatusCode::PARTIAL_CONTENT => return Err("a part that was not asked for".to_owned()),
            _ => 0,
        };
        self.take(kept, start, &headers, &mut body.into_with_config().limit(MOST_BYTES).reader())
    }

    /// Writes what comes behind what is there, and gives the file its name when it is whole.
    fn take(&self, kept: &Kept, start: u64, headers: &HeaderMap, body: &mut dyn Read) -> Outcome<Tried> {
        let cannot = |error: std::io::Error| format!("{}: {error}", kept.part.display());
        let (tag, date) = (text(headers, "etag"), text(headers, "last-modified"));
        // A weak tag does not promise the same bytes, so nothing can be put behind them.
        let promise = if tag.is_empty() || tag.starts_with("W/") { date } else { tag };
        if start == 0 {
            fs::write(&kept.part_tag, promise).map_err(cannot)?;
        }
        let mut file = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(start == 0)
            .append(start > 0)
            .open(&kept.part)
            .map_err(cannot)?;
        let length: Option<u64> = text(headers, "content-length").parse().ok();
        if let Some(length) = length {
            self.bar.set_length(start + length);
        }
        let (mut got, mut piece) = (0, vec![0; 64 << 10]);
        loop {
            let read = match body.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) => return Ok(Tried::Later(format!("it broke off ({error})"), None)),
            };
            file.write_all(&piece[..read]).map_err(cannot)?;
            got += read as u64;
            self.bar.set_position(start + got);
        }
        if length.is_some_and(|length| got < length) {
            return Ok(Tried::Later("it broke off".to_owned(), None));
        }
        fs::rename(&kept.part, &kept.whole).map_err(cannot)?;
        kept.forget_part();
        fs::write(&kept.tag, format!("{tag}\n{date}\n")).map_err(cannot)?;
        Ok(Tried::Whole)
    }
}

impl Files for Web {
    fn get(&mut self, request: &Request) -> Outcome<Option<Vec<u8>>> {
        let url = match &self.options.mirror {
            Some(mirror) => format!("{}/{}", mirror.trim_end_matches('/'), request.url.trim_start_matches("https://")),
            None => request.url.clone(),
        };
        self.bar.set_message(request.file.clone());
        let kept = Kept::of(&self.options.cache, &request.file);
        let mut fault = String::new();
        let mut pause = self.options.delay;
        for tries in 1..=MOST_TRIES {
            self.wait(pause);
            match self.once(&url, &kept).map_err(|reason| format!("{url}: {reason}"))? {
                Tried::Whole => {
                    self.bar.set_message("");
                    return fs::read(&kept.whole).map(Some).map_err(|error| format!("{}: {error}", kept.whole.display()));
                }
                Tried::Later(reason, wait) => {
                    fault = reason;
                    pause = wait.unwrap_or(self.options.delay * 2_u32.pow(tries)).max(self.options.delay);
                    if pause > LONGEST_WAIT {
                        break;
                    }
                }
            }
        }
        Err(format!("{url}: {fault}"))
    }
}

/// Where a file is between runs.
struct Kept {
    whole: PathBuf,
    tag: PathBuf,
    part: PathBuf,
    part_tag: PathBuf,
}

impl Kept {
    fn of(cache: &Path, file: &str) -> Self {
        let name = |ending: &str| cache.join(format!("{file}{ending}"));
        Self { whole: name(""), tag: name(".tag"), part: name(".part"), part_tag: name(".part.tag") }
    }

    /// How much of a part is there and what promises that the rest is of the same file.
    fn part_length(&self) -> Option<(u64, String)> {
        let tag = fs::read_to_string(&self.part_tag).ok().filter(|tag| !tag.is_empty())?;
        let length = File::open(&self.part).and_then(|file| file.metadata()).ok()?.len();
        (length > 0).then_some((length, tag))
    }

    /// Tag and date of the whole file.
    fn tags(&self) -> Option<(String, String)> {
        if !self.whole.is_file() {
            return None;
        }
        let text = fs::read_to_string(&self.tag).ok()?;
        let mut lines = text.lines();
        Some((lines.next()?.to_owned(), lines.next()?.to_owned()))
    }

    fn forget_part(&self) {
        let _ = fs::remove_file(&self.part);
        let _ = fs::remove_file(&self.part_tag);
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
