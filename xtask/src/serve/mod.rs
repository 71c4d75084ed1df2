//! `cargo xtask serve`: the site and the package on this machine, as a careful host would serve them.
//!
//! Only `www/` and `pkg/` are served, under these names, so that a page refers to the package by the same relative address
//! here, on any other static server and in a sub-folder.

mod connection;
mod site;

use std::net::{Ipv4Addr, TcpListener};

use site::Site;

use crate::package;
use crate::workspace::{Outcome, root};

/// The port tried first.
const FIRST_PORT: u16 = 8080;

/// How many ports are tried in all.
const PORTS_TRIED: u16 = 20;

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    port: u16,
    strict: bool,
}

impl Options {
    pub fn parse(words: &[&str]) -> Outcome<Self> {
        let mut options = Self { port: FIRST_PORT, strict: true };
        let mut words = words.iter();
        while let Some(&word) = words.next() {
            match word {
                "--no-csp" => options.strict = false,
                "--port" => {
                    let value = words.next().copied().unwrap_or_default();
                    options.port =
                        value.parse().map_err(|_| format!("--port: expected a number from 0 to 65535, got `{value}`."))?;
                }
                _ => return Err(format!("`{word}` is not an option of serve; it takes --port N and --no-csp.")),
            }
        }
        Ok(options)
    }
}

/// Serves until it is ended from outside.
pub fn run(options: &Options) -> Outcome {
    let root = root()?;
    package::ensure_fresh(&root)?;
    let listener = listen(options.port)?;
    let address = listener.local_addr().map_err(|e| format!("The address of the server is not known: {e}."))?;
    println!("YenLens is at http://{address}/ (Ctrl-C ends it).");
    connection::serve(listener, Site::new(&root, options.strict)?)
}

/// Takes the port asked for, or the next that is free.
fn listen(first: u16) -> Outcome<TcpListener> {
    let last = first.saturating_add(PORTS_TRIED - 1);
    for port in first..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(e) if e.kind() == std::io::ErrorKind::AddrInUse => println!("Port {port} is in use; trying the next one."),
            Err(e) => return Err(format!("Port {port} cannot be opened: {e}.")),
        }
    }
    Err(format!("The ports {first} to {last} are all in use; choose another with --port N."))
}

#[cfg(test)]
mod tests {
    use super::{Options, listen};

    #[test]
    fn options_are_taken_in_any_order_and_faults_are_named() {
        assert_eq!(Options::parse(&["--no-csp", "--port", "9000"]), Ok(Options { port: 9000, strict: false }));
        assert!(Options::parse(&["--port", "many"]).unwrap_err().contains("`many`"));
        assert!(Options::parse(&["--open"]).unwrap_err().contains("`--open`"));
    }

    #[test]
    fn a_port_in_use_gives_way_to_the_next() {
        let taken = listen(18_480).unwrap();
        let next = listen(taken.local_addr().unwrap().port()).unwrap();
        assert!(next.local_addr().unwrap().port() > taken.local_addr().unwrap().port());
    }
}
