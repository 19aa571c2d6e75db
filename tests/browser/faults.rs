//! A worker that throws, drops a promise or never answers costs one file; the page and the other files go on.
//!
//! The faults are put into the worker from outside: no command of the app causes one.

use serde_json::json;
use tempfile::TempDir;

use crate::analysis::{assert_discreet, bars, document, open, write};
use crate::browser::in_browser;
use crate::site::serve;

/// The name of the file that brings the worker down.
const FATAL: &str = "m-fatal.txt";

/// What the worker does when it is handed the fatal file.
const FAULTS: [(&str, &str); 3] = [
    ("throws", "throw new Error('金丝雀')"),
    ("drops a promise", "Promise.reject(new Error('金丝雀'))"),
    ("never answers", "for (;;);"),
];

#[test]
fn a_fault_costs_one_file() {
    for (name, code) in FAULTS {
        in_browser(async |browser| {
            let trap = format!(
                "self.addEventListener('message', (event) => {{
                     const parts = Array.isArray(event.data) ? event.data : [event.data];
                     if (!parts.some((part) => part?.name === {})) return;
                     event.stopImmediatePropagation();
                     {code};
                 }});",
                json!(FATAL)
            );
            browser.before_every_worker(&trap).await;
            let server = serve();
            let url = open(browser, &server).await;
            let folder = TempDir::new().unwrap();
            let first = write(&folder, "a-first.txt", "晚报记者采访晚报读者。".as_bytes());
            let fatal = write(&folder, FATAL, "金丝雀飞过。".as_bytes());
            let last = write(&folder, "z-last.txt", "日报读者写信给晚报。".as_bytes());
            browser.drop_files(&[&first, &fatal, &last]).await;
            browser.wait_for(&document(&fatal, "failed")).await;
            for file in [&first, &last] {
                browser.wait_for(&document(file, "ready")).await;
            }
            browser.wait_for("[data-testid=document-error]").await;
            browser
                .wait_until(
                    "document.querySelector('[data-testid=keyword-bar]')?.dataset.count === '3'",
                )
                .await;
            assert_eq!(bars(browser, 1).await, [("晚报".to_owned(), 3)], "{name}");
            assert_discreet(browser, &url).await;
        });
    }
}
