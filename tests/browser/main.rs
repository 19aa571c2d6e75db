//! The built app in a real Chromium. Needs `dist/` (`make build`), chromium and chromedriver; fails without them.
//!
//! Every test has a server and a browser of its own, and only one runs at a time.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

mod browser;
mod canary;
mod duplicates;
mod server;
mod site;
#[allow(dead_code, reason = "the sizes are judged in tests/dist.rs")]
mod sizes;
#[path = "../workbook/mod.rs"]
#[allow(dead_code, reason = "most of it is for tests/workbooks.rs")]
mod workbook;

mod analysis;
mod boot;
mod faults;
mod measures;
mod mending;
mod metadata;
mod network;
mod offline;
mod results;
mod words;
