//! Reading a table and comparing with it.

use std::path::Path;

use serde_json::Value;
use yenlens::series::{Day, Series};

/// The accuracy asked of every figure.
pub const FIGURE: f64 = 1e-9;
/// The accuracy asked of p-values.
pub const P_VALUE: f64 = 1e-7;

/// A table of references, counting what was compared with it.
pub struct Table {
    name: &'static str,
    root: Value,
    compared: std::cell::Cell<usize>,
}

impl Table {
    pub fn load(name: &'static str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/conformance/tables/{name}.json"));
        let root = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        Self { name, root, compared: std::cell::Cell::new(0) }
    }

    /// The rows under a key.
    pub fn rows(&self, key: &str) -> &[Value] {
        list(&self.root[key])
    }

    /// Whatever stands under a key.
    pub fn at(&self, key: &str) -> &Value {
        &self.root[key]
    }

    /// That `got` is `expected` within a relative `tolerance`, or missing where it is missing.
    pub fn close(&self, what: &str, got: f64, expected: f64, tolerance: f64) {
        self.close_to_size(what, got, expected, tolerance * expected.abs());
    }

    /// The same with an absolute tolerance, for figures whose own size says nothing (a correlation near zero).
    pub fn close_to_size(&self, what: &str, got: f64, expected: f64, tolerance: f64) {
        self.compared.set(self.compared.get() + 1);
        let agrees = (got.is_nan() && expected.is_nan()) || (got - expected).abs() <= tolerance;
        assert!(agrees, "{} {what}: expected {expected:e}, got {got:e}, off by {:e}", self.name, (got - expected).abs());
    }
}

impl Drop for Table {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert!(self.compared.get() > 0, "{}: nothing was compared", self.name);
            println!("{}: {} figures agree", self.name, self.compared.get());
        }
    }
}

/// A number, NaN where the table has none.
pub fn num(v: &Value) -> f64 {
    if v.is_null() { f64::NAN } else { v.as_f64().unwrap() }
}

pub fn int(v: &Value) -> usize {
    // Counts that a float type carried are whole all the same.
    v.as_f64().unwrap() as usize
}

pub fn list(v: &Value) -> &[Value] {
    v.as_array().unwrap()
}

pub fn nums(v: &Value) -> Vec<f64> {
    list(v).iter().map(num).collect()
}

/// One column of a sample of the tables.
pub fn column(sample: &Value, name: &Value) -> Vec<f64> {
    column_named(sample.as_str().unwrap(), name.as_str().unwrap())
}

pub fn column_named(sample: &str, name: &str) -> Vec<f64> {
    let rows = rows(&format!("tests/conformance/{sample}.csv"));
    let at = rows[0].iter().position(|c| c == name).unwrap();
    rows[1..].iter().map(|row| row[at].parse().unwrap_or(f64::NAN)).collect()
}

/// One series of the snapshot; `id` picks the rows of a file that holds several under one another.
pub fn snapshot(file: &str, name: &str, id: &str) -> Series {
    let rows = rows(&format!("data/{file}.csv"));
    let at = rows[0].iter().position(|c| c == name).unwrap();
    let kept = rows[1..].iter().filter(|row| id.is_empty() || row[1] == id);
    let (days, values) = kept.map(|row| (Day::parse(&row[0]).unwrap(), row[at].parse().unwrap_or(f64::NAN))).unzip();
    Series::new(days, values).unwrap()
}

/// The cells of a file without quotes.
fn rows(path: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}
