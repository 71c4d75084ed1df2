//! The publishers' files: read, compared, fetched and written.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its files has failed")]

mod any_file;
mod forms;
mod made;
mod network;
mod refreshing;
