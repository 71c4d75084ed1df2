//! Agreement with scipy, pandas, statsmodels, arch and TA-Lib, on tables that `conformance/make_tables.py` computed.
//!
//! Each test prints how many figures it compared (`cargo test --test conformance -- --nocapture`).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, helpers included")]

#[path = "conformance/checks/bootstrap.rs"]
mod bootstrap;
#[path = "conformance/checks/correlation.rs"]
mod correlation;
#[path = "conformance/checks/distributions.rs"]
mod distributions;
#[path = "conformance/checks/dynamics.rs"]
mod dynamics;
#[path = "conformance/checks/events.rs"]
mod events;
#[path = "conformance/checks/levels.rs"]
mod levels;
#[path = "conformance/checks/market.rs"]
mod market;
#[path = "conformance/checks/nist.rs"]
mod nist;
#[path = "conformance/checks/overlays.rs"]
mod overlays;
#[path = "conformance/checks/rank.rs"]
mod rank;
#[path = "conformance/checks/regression.rs"]
mod regression;
#[path = "conformance/checks/rolling.rs"]
mod rolling;
#[path = "conformance/checks/table.rs"]
mod table;
#[path = "conformance/checks/transforms.rs"]
mod transforms;
