//! The only layer that names the browser: the worker, the bridge to it, files, downloads and the service worker.

pub mod bridge;
pub mod panic;
pub mod worker;

mod content;
