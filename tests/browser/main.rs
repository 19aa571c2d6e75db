//! The built app in a real Chromium. Needs `dist/` (`make build`), chromium and chromedriver; fails without them.
//!
//! Every test has a server and a browser of its own, and only one runs at a time.

mod browser;
mod canary;
mod server;
mod site;

mod analysis;
mod boot;
mod faults;
mod network;
mod offline;
