//! The figures that the package holds, all of them.

use std::fs;
use std::path::Path;

use yenlens::series::{Store, snapshot};

/// A store with every chunk of the snapshot, its titles in every language among them.
pub fn store() -> Store {
    let mut store = Store::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg/data")).unwrap() {
        store.add(snapshot::decode(&fs::read(entry.unwrap().path()).unwrap()).unwrap());
    }
    store
}
