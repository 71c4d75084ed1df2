//! Agreement with scipy, pandas, statsmodels, arch and TA-Lib, on tables that `conformance/make_tables.py` computed.
//!
//! Each test prints how many figures it compared (`cargo test --test conformance -- --nocapture`).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, helpers included")]

#[path = "conformance/checks/correlation.rs"]
mod correlation;
#[path = "conformance/checks/distributions.rs"]
mod distributions;
#[path = "conformance/checks/levels.rs"]
mod levels;
#[path = "conformance/checks/rolling.rs"]
mod rolling;
#[path = "conformance/checks/table.rs"]
mod table;
