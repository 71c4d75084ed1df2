//! One step of the test run: a program whose output goes to a log, shown only if something failed.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::count::{Count, Tally};
use crate::workspace::{Outcome, create_folder, read};

/// A browser that hangs must not hold the run for ever; no step takes a third of this on two cores.
const LONGEST: Duration = Duration::from_mins(40);

/// A program and how its tests are counted.
pub struct Step {
    pub name: &'static str,
    pub command: Command,
    pub count: Count,
}

impl Step {
    /// Runs the program to its end and says on one line how it went.
    pub fn run(mut self, logs: &Path) -> Outcome<Tally> {
        print!("{:<42}", self.name);
        // Nothing but the look of the terminal depends on it.
        let _ = io::stdout().flush();
        let start = Instant::now();
        create_folder(logs)?;
        let log = logs.join(format!("{}.log", self.name.replace(|c: char| !c.is_ascii_alphanumeric(), "-")));
        let (succeeded, note) = match self.follow(&log) {
            Ok(succeeded) => (succeeded, None),
            Err(sentence) => (false, Some(sentence)),
        };
        let output = read(&log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
        let tally = self.count.tally(&output, succeeded);
        println!("{:>7.1} s  {tally}", start.elapsed().as_secs_f64());
        if tally.failed > 0 {
            println!("--- {} said:", self.name);
            // What cargo has compiled on the way is in the log for those who look for it.
            for line in output.trim_end().lines().filter(|line| !is_progress(line)) {
                println!("{line}");
            }
            if let Some(sentence) = note {
                println!("{sentence}");
            }
            println!("--- end of {}", self.name);
        }
        Ok(tally)
    }

    fn follow(&mut self, log: &Path) -> Outcome<bool> {
        let cannot = |e: io::Error| format!("The step cannot be run: {e}.");
        let file = File::create(log).map_err(cannot)?;
        self.command.stdin(Stdio::null()).stderr(file.try_clone().map_err(cannot)?).stdout(file);
        let mut child = self.command.spawn().map_err(cannot)?;
        let start = Instant::now();
        loop {
            if let Some(status) = child.try_wait().map_err(cannot)? {
                return Ok(status.success());
            }
            if start.elapsed() > LONGEST {
                end(&mut child);
                return Err(format!("It was ended after {} minutes.", LONGEST.as_secs() / 60));
            }
            sleep(Duration::from_millis(50));
        }
    }
}

fn is_progress(line: &str) -> bool {
    ["Compiling ", "Checking ", "Blocking ", "Documenting "].iter().any(|word| line.trim_start().starts_with(word))
}

/// Ends a program and everything it started: a driver left alone keeps its browser.
fn end(child: &mut Child) {
    let mut doomed = vec![child.id()];
    let mut next = 0;
    while let Some(&parent) = doomed.get(next) {
        doomed.extend(children_of(parent));
        next += 1;
    }
    for id in doomed {
        let _ = Command::new("kill").args(["-9", &id.to_string()]).stderr(Stdio::null()).status();
    }
    let _ = child.wait();
}

/// The processes a process has started, where the system tells (Linux).
fn children_of(parent: u32) -> Vec<u32> {
    let path = format!("/proc/{parent}/task/{parent}/children");
    fs::read_to_string(path).unwrap_or_default().split_whitespace().filter_map(|id| id.parse().ok()).collect()
}
