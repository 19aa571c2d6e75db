//! The built app as files: what its code can call at all, and how large it is. Needs `dist/` (`make build`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use std::fs;

use serde_json::Value;
use wasmparser::{Parser, Payload};

#[path = "browser/sizes.rs"]
mod sizes;

use sizes::{dist, files};

/// What no import of the app's or the worker's wasm may be called: a module can call nothing but its imports.
const FORBIDDEN_IMPORTS: &[&str] = &[
    "fetch",
    "sendBeacon",
    "open",
    "assign",
    "submit",
    "importScripts",
    "eval",
    "indexedDB",
];

/// What no script may hold: classes that speak to other machines, which imports do not name, and code made of text,
/// which the policy would refuse.
const FORBIDDEN_CODE: &[&str] = &[
    "new XMLHttpRequest",
    "new WebSocket",
    "new EventSource",
    "new BroadcastChannel",
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "new Function",
    "eval(",
];

/// The names of everything that a wasm module calls from outside.
fn imports(wasm: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload.unwrap() {
            names.extend(
                section
                    .into_imports()
                    .map(|import| import.unwrap().name.to_owned()),
            );
        }
    }
    names
}

#[test]
fn the_code_cannot_call_the_network() {
    for (beginning, at_least) in [("app-", 50), ("worker-", 5)] {
        for file in files(beginning, ".wasm") {
            let names = imports(&fs::read(&file).unwrap());
            assert!(names.len() >= at_least, "{beginning} has imports");
            for name in names {
                let called = name
                    .split('_')
                    .any(|part| FORBIDDEN_IMPORTS.contains(&part));
                assert!(!called, "{} imports {name}", file.display());
            }
        }
    }
}

#[test]
fn no_script_reaches_out_or_makes_code_of_text() {
    for file in files("", ".js") {
        let script = fs::read_to_string(&file).unwrap();
        for word in FORBIDDEN_CODE {
            assert!(!script.contains(word), "{word} in {}", file.display());
        }
    }
}

#[test]
fn no_page_or_style_names_another_place() {
    let mut checked = files("", ".html");
    checked.extend(files("", ".css"));
    // A hash may hold any letters, `//` among them.
    let hash = regex::Regex::new("integrity=\"[^\"]*\"").unwrap();
    for file in checked {
        let text = fs::read_to_string(&file).unwrap();
        let text = hash.replace_all(&text, "");
        for word in ["http:", "https:", "//", "<style", " style=", " onload="] {
            let found = text.lines().find(|line| line.contains(word));
            assert_eq!(found, None, "{word} in {}", file.display());
        }
    }
}

#[test]
fn the_app_keeps_to_its_size() {
    let rows = [
        (
            "until the page answers, after brotli",
            sizes::page_bytes(),
            sizes::PAGE_BYTES,
        ),
        (
            "the worker's wasm",
            sizes::worker_bytes(),
            sizes::WORKER_BYTES,
        ),
    ];
    for (what, bytes, most) in rows {
        assert!(
            bytes <= most,
            "{what}: {bytes} bytes, and at most {most} are allowed"
        );
    }
}

#[test]
fn the_manifest_names_icons_that_are_there() {
    let root = dist();
    let manifest = fs::read_to_string(root.join("manifest.webmanifest")).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    for field in [
        "name",
        "short_name",
        "id",
        "start_url",
        "scope",
        "lang",
        "display",
    ] {
        assert!(manifest[field].is_string(), "{field}");
    }
    // A page that takes files by an HTTP request would give them to the host when the service worker is gone.
    assert_eq!(manifest.get("share_target"), None);
    let icons = manifest["icons"].as_array().unwrap();
    for (size, purpose) in [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ] {
        let found = icons
            .iter()
            .any(|icon| icon["sizes"] == size && icon["purpose"] == purpose);
        assert!(found, "an icon of {size} for {purpose}");
    }
    for icon in icons {
        let file = root.join(icon["src"].as_str().unwrap());
        let content = fs::read(&file).unwrap();
        if icon["type"] == "image/png" {
            let size = format!("{0}x{0}", png_width(&content));
            assert_eq!(icon["sizes"], size.as_str(), "{}", file.display());
        }
    }
}

/// The width that the header of a PNG file tells.
fn png_width(content: &[u8]) -> u32 {
    assert!(content.starts_with(b"\x89PNG"), "a PNG file");
    u32::from_be_bytes(content[16..20].try_into().unwrap())
}
