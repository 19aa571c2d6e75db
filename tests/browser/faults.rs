//! A worker that throws, drops a promise or never answers costs one file; the page and the other files go on.
//!
//! The faults are put into the worker from outside: no command of the app causes one.

use serde_json::json;
use tempfile::TempDir;

use crate::analysis::{assert_discreet, bars, document, one_line, open, write};
use crate::browser::in_browser;
use crate::site::serve;

/// The name of the file that brings the worker down.
const FATAL: &str = "m-fatal.txt";

/// What befalls the worker when it reads the fatal file. The clock is asked after every step of work, so its error
/// goes through the worker's wasm as a trap would.
const FAULTS: [(&str, &str); 3] = [
    (
        "throws",
        "performance.now = () => { throw new Error('金丝雀'); };",
    ),
    ("drops a promise", "Promise.reject(new Error('金丝雀'));"),
    ("never answers", "for (;;);"),
];

#[test]
fn a_fault_costs_one_file() {
    for (name, code) in FAULTS {
        in_browser(async |browser| {
            let trap = format!(
                "const slice = Blob.prototype.slice;
                 Blob.prototype.slice = function (...range) {{
                     if (this.name === {}) {{ {code} }}
                     return slice.apply(this, range);
                 }};",
                json!(FATAL)
            );
            browser.before_every_worker(&trap).await;
            let server = serve();
            let url = open(browser, &server).await;
            let folder = TempDir::new().unwrap();
            let first = write(&folder, "a-first.txt", "晚报记者采访晚报读者。".as_bytes());
            let fatal = write(&folder, FATAL, one_line(5_000_000).as_bytes());
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
