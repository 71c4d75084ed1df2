//! The program against a server on this machine that answers as the publishers' do, well and badly.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};

use crate::made::{Folder, World, day};

/// What is wrong with the next answers for a file.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    /// Half of it, then the connection is closed.
    Cut,
    /// A status, with a moment to wait.
    Status(u16),
    /// A page in its place.
    Page,
}

#[derive(Default)]
struct Shared {
    /// Bytes by host and path.
    files: HashMap<String, Vec<u8>>,
    faults: HashMap<String, Vec<Fault>>,
    /// Host and path, and the headers.
    asked: Vec<(String, String)>,
    at_once: usize,
    most_at_once: usize,
}

#[derive(Clone)]
struct Server {
    shared: Arc<Mutex<Shared>>,
    address: String,
}

impl Server {
    fn start(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let shared = Arc::new(Mutex::new(Shared { files: files.into_iter().collect(), ..Shared::default() }));
        let of_thread = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let shared = Arc::clone(&of_thread);
                std::thread::spawn(move || drop(answer(&stream.unwrap(), &shared)));
            }
        });
        Self { shared, address }
    }

    fn asked(&self, part: &str) -> Vec<(String, String)> {
        self.shared.lock().unwrap().asked.iter().filter(|(path, _)| path.contains(part)).cloned().collect()
    }

    fn fault(&self, part: &str, faults: &[Fault]) {
        let mut shared = self.shared.lock().unwrap();
        let path = shared.files.keys().find(|path| path.contains(part)).unwrap().clone();
        shared.faults.insert(path, faults.to_vec());
    }
}

fn tag(bytes: &[u8]) -> String {
    let sum = bytes.iter().fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(*byte)));
    format!("\"{sum:x}\"")
}

fn answer(stream: &TcpStream, shared: &Mutex<Shared>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            if line.trim().is_empty() {
                break;
            }
            lines.push(line.trim().to_owned());
        }
        let path = lines[0].split(' ').nth(1).unwrap()[1..].to_owned();
        let headers = lines[1..].join("\n").to_lowercase();
        let (bytes, fault) = {
            let mut shared = shared.lock().unwrap();
            shared.asked.push((path.clone(), headers.clone()));
            shared.at_once += 1;
            shared.most_at_once = shared.most_at_once.max(shared.at_once);
            let fault = shared.faults.get_mut(&path).filter(|list| !list.is_empty()).map(|list| list.remove(0));
            (shared.files.get(&path).cloned(), fault)
        };
        let header = |name: &str| headers.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")).map(str::to_owned));
        let mut stream = stream;
        let mut write = |head: &str, body: &[u8]| -> std::io::Result<()> {
            stream.write_all(format!("HTTP/1.1 {head}\r\nContent-Length: {}\r\n\r\n", body.len()).as_bytes())?;
            stream.write_all(body)
        };
        let outcome = match (bytes, fault) {
            (None, _) => write("404 Not Found", b"no such file"),
            (_, Some(Fault::Status(status))) => write(&format!("{status} Later\r\nRetry-After: 0"), b"later"),
            (_, Some(Fault::Page)) => {
                write("200 OK\r\nContent-Type: text/html", b"<!DOCTYPE html><title>Down for repairs</title>")
            }
            (Some(bytes), Some(Fault::Cut)) => {
                let head = format!("HTTP/1.1 200 OK\r\nETag: {}\r\nContent-Length: {}\r\n\r\n", tag(&bytes), bytes.len());
                stream.write_all(head.as_bytes())?;
                stream.write_all(&bytes[..bytes.len() / 2])?;
                stream.flush()?;
                shared.lock().unwrap().at_once -= 1;
                return stream.shutdown(std::net::Shutdown::Both);
            }
            (Some(bytes), None) => {
                let tag = tag(&bytes);
                let from =
                    header("range").and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse::<usize>().ok());
                if header("if-none-match").as_deref() == Some(&tag) {
                    write(&format!("304 Not Modified\r\nETag: {tag}"), b"")
                } else if let Some(from) = from.filter(|_| header("if-range").as_deref() == Some(&tag)) {
                    let range = format!("bytes {from}-{}/{}", bytes.len() - 1, bytes.len());
                    write(&format!("206 Partial Content\r\nETag: {tag}\r\nContent-Range: {range}"), &bytes[from..])
                } else {
                    write(&format!("200 OK\r\nETag: {tag}"), &bytes)
                }
            }
        };
        shared.lock().unwrap().at_once -= 1;
        outcome?;
    }
}

fn server() -> Server {
    let files = World::until(day("2026-11-24")).files();
    Server::start(files.into_iter().map(|(request, bytes)| (request.url.trim_start_matches("https://").to_owned(), bytes)))
}

fn refresh(folder: &Folder, server: &Server, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yenlens-refresh"));
    command.args(["refresh", "--today", "2026-11-24", "--delay", "1", "--mirror", &server.address]);
    command.arg("--data").arg(folder.data()).arg("--cache").arg(folder.0.join("cache"));
    command.arg("--snapshot").arg(folder.0.join("snapshot")).args(more).output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn everything_is_fetched_one_at_a_time_and_written() {
    let (folder, server) = (Folder::with_data("network"), server());
    let output = refresh(&folder, &server, &[]);
    assert!(output.status.success(), "{}", told(&output));
    assert!(
        told(&output).contains("added    jgb10y: 29, 2026-10-09 to 2026-11-20") && told(&output).ends_with("Written.\n"),
        "{}",
        told(&output)
    );
    assert!(folder.0.join("snapshot/core.bin").is_file());
    let asked = server.asked("");
    assert!(asked.iter().all(|(_, headers)| headers.contains("user-agent: yenlens-refresh/")));
    assert_eq!(server.shared.lock().unwrap().most_at_once, 1);
    let mut paths: Vec<&String> = asked.iter().map(|(path, _)| path).collect();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), asked.len(), "nothing is asked for twice");
    // The list of what was looked at no longer needs the day that was missing.
    assert!(told(&output).contains("reviewed 1 entries taken out") || !told(&output).contains("reviewed"), "{}", told(&output));
    let check =
        Command::new(env!("CARGO_BIN_EXE_yenlens-refresh")).arg("check").arg("--data").arg(folder.data()).output().unwrap();
    assert!(check.status.success(), "{}", told(&check));
}

#[test]
fn what_has_not_changed_is_not_sent_again() {
    let (folder, server) = (Folder::with_data("conditional"), server());
    refresh(&folder, &server, &["--only", "mof", "--dry-run"]);
    let output = refresh(&folder, &server, &["--only", "mof"]);
    assert!(output.status.success(), "{}", told(&output));
    let asked = server.asked("jgbcm_all.csv");
    assert_eq!(asked.len(), 2);
    assert!(!asked[0].1.contains("if-none-match") && asked[1].1.contains("if-none-match"));
    assert!(told(&output).contains("added    jgb10y"));
}

#[test]
fn a_file_that_broke_off_goes_on_where_it_ended() {
    let (folder, server) = (Folder::with_data("resumed"), server());
    server.fault("eurofxref", &[Fault::Cut]);
    let output = refresh(&folder, &server, &["--only", "ecb"]);
    assert!(output.status.success(), "{}", told(&output));
    let asked = server.asked("eurofxref");
    assert_eq!(asked.len(), 2);
    assert!(asked[1].1.contains("range: bytes=") && asked[1].1.contains("if-range: \""), "{}", asked[1].1);
}

#[test]
fn a_run_that_ended_in_the_middle_goes_on_in_the_next() {
    let (folder, server) = (Folder::with_data("resumable"), server());
    server.fault("jgbcm_all", &[Fault::Cut, Fault::Status(503), Fault::Status(503)]);
    let output = refresh(&folder, &server, &["--only", "mof"]);
    assert!(!output.status.success());
    assert!(told(&output).contains("kept     mof as it was: ") && told(&output).contains("503"), "{}", told(&output));
    assert!(folder.0.join("cache/jgbcm_all.csv.part").is_file());
    let output = refresh(&folder, &server, &["--only", "mof"]);
    assert!(output.status.success(), "{}", told(&output));
    assert!(server.asked("jgbcm_all").last().unwrap().1.contains("range: bytes="));
    assert!(!folder.0.join("cache/jgbcm_all.csv.part").exists());
}

#[test]
fn a_part_of_a_file_that_has_changed_since_is_thrown_away() {
    let (folder, server) = (Folder::with_data("changed"), server());
    server.fault("jgbcm_all", &[Fault::Cut, Fault::Status(429), Fault::Status(429)]);
    assert!(!refresh(&folder, &server, &["--only", "mof"]).status.success());
    {
        let mut shared = server.shared.lock().unwrap();
        let path = shared.files.keys().find(|path| path.contains("jgbcm_all")).unwrap().clone();
        shared.files.get_mut(&path).unwrap().extend(b"\r\n");
    }
    let output = refresh(&folder, &server, &["--only", "mof"]);
    assert!(output.status.success(), "{}", told(&output));
}

#[test]
fn trouble_of_a_moment_is_tried_again_and_lasting_trouble_is_said() {
    for (faults, asked, is_well) in [
        (vec![Fault::Status(429)], 2, true),
        (vec![Fault::Status(503), Fault::Status(408)], 3, true),
        (vec![Fault::Status(503); 3], 3, false),
        (vec![Fault::Status(403)], 1, false),
        (vec![Fault::Page], 1, false),
    ] {
        let (folder, server) = (Folder::with_data("trouble"), server());
        server.fault("DGS2", &faults);
        let output = refresh(&folder, &server, &["--only", "treasury"]);
        assert_eq!(output.status.success(), is_well, "{}", told(&output));
        assert_eq!(server.asked("DGS2").len(), asked);
        assert_eq!(told(&output).contains("kept     treasury as it was"), !is_well);
        let sheet = std::fs::read(crate::made::data().join("ust.csv")).unwrap();
        assert_eq!(std::fs::read(folder.data().join("ust.csv")).unwrap() == sheet, !is_well);
    }
}

#[test]
fn no_server_is_said_in_one_sentence() {
    let folder = Folder::with_data("nobody");
    let nobody = Server { shared: Arc::default(), address: "http://127.0.0.1:9".to_owned() };
    let output = refresh(&folder, &nobody, &["--only", "vix"]);
    assert!(!output.status.success());
    assert!(told(&output).contains("kept     vix as it was: http://127.0.0.1:9/fred.stlouisfed.org/"), "{}", told(&output));
}

#[test]
fn saved_files_do_as_well_and_nobody_is_asked() {
    let folder = Folder::with_data("offline");
    let saved = folder.0.join("saved");
    std::fs::create_dir(&saved).unwrap();
    for (request, bytes) in World::until(day("2026-11-24")).files() {
        if request.file != "h10.csv" {
            std::fs::write(saved.join(&request.file), bytes).unwrap();
        }
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_yenlens-refresh"));
    command.args(["refresh", "--today", "2026-11-24", "--dry-run", "--mirror", "http://127.0.0.1:9"]);
    let output = command.arg("--data").arg(folder.data()).arg("--offline").arg(&saved).output().unwrap();
    assert!(output.status.success(), "{}", told(&output));
    assert!(
        told(&output).contains("absent   h10\n")
            && told(&output).contains("added    btc: ")
            && told(&output).ends_with("Nothing written.\n")
    );
}

#[test]
fn a_word_that_is_no_option_is_refused() {
    let run = |words: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_yenlens-refresh"))
            .args(words)
            .arg("--data")
            .arg(crate::made::data())
            .output()
            .unwrap();
        assert!(!output.status.success());
        told(&output)
    };
    assert!(run(&["refresh", "--dryrun"]).contains("--dryrun is not an option"));
    assert!(run(&["refresh", "--offline", "/nonexistent"]).contains("no such folder"));
    assert!(run(&["refresh", "--today", "tomorrow"]).contains("expected YYYY-MM-DD"));
    let folder = Folder::new("nothing");
    assert!(
        run(&["refresh", "--only", "boj", "--offline", folder.0.to_str().unwrap()])
            .contains("boj is no source; there are mof, treasury")
    );
    assert!(run(&["improve"]).contains("is not a command"));
}
