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
mod server;
mod site;
#[allow(dead_code, reason = "the sizes are judged in tests/dist.rs")]
mod sizes;

mod analysis;
mod boot;
mod faults;
mod network;
mod offline;
mod results;
