//! The only layer that names the browser: the worker, the bridge to it, files, downloads and the service worker.

pub mod appearance;
pub mod bridge;
pub mod caret;
pub mod clipboard;
pub mod dom;
pub mod download;
pub mod element;
pub mod files;
pub mod leave;
pub mod offline;
pub mod panic;
pub mod sample;
pub mod worker;

mod content;
