//! The import rule: modules import only from layers to their left, and only `web` names the browser.

#![allow(clippy::expect_used)]

use std::path::{Path, PathBuf};
use std::process::Command;

/// The layers in the order in which data flows. `cli` stands beside `web`.
const LAYERS: [&str; 7] = ["text", "words", "measures", "report", "engine", "web", "ui"];
/// Crates that only `web` may name.
const BROWSER: [&str; 5] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The lines of a file that are code.
fn code(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("source");
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(str::to_owned)
        .collect()
}

/// What a file in `layer` may not say.
fn forbidden(layer: &str) -> Vec<String> {
    let mut words = Vec::new();
    match LAYERS.iter().position(|other| *other == layer) {
        Some(place) => words.extend(
            LAYERS[place + 1..]
                .iter()
                .map(|right| format!("crate::{right}")),
        ),
        None => words.extend(["crate::web".to_owned(), "crate::ui".to_owned()]),
    }
    if layer != "web" {
        words.extend(BROWSER.iter().map(|name| format!("{name}::")));
    }
    if layer != "ui" {
        words.push("yew::".to_owned());
    }
    if layer == "ui" {
        // The dictionary must stay out of the page's WebAssembly.
        words.extend(["crate::words".to_owned(), "crate::measures".to_owned()]);
    }
    words
}

#[test]
fn layers_import_only_from_their_left() {
    let mut wrong = Vec::new();
    for layer in LAYERS.into_iter().chain(["cli"]) {
        let forbidden = forbidden(layer);
        for path in sources(&root().join("src").join(layer)) {
            for (number, line) in code(&path).iter().enumerate() {
                for word in forbidden.iter().filter(|word| line.contains(word.as_str())) {
                    wrong.push(format!(
                        "{}: line {}: {layer} names {word}",
                        path.display(),
                        number + 1
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_segmenter_and_its_tests_name_jieba() {
    let naming: Vec<PathBuf> = sources(&root().join("src"))
        .into_iter()
        .filter(|path| code(path).iter().any(|line| line.contains("jieba_rs")))
        .collect();
    assert_eq!(
        naming,
        [
            root().join("src/words/segment/tests.rs"),
            root().join("src/words/segment.rs")
        ]
    );
}

#[test]
fn the_pure_layers_need_no_browser() {
    let cargo = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--edges",
            "normal",
            "--no-default-features",
            "--prefix",
            "none",
            "--offline",
            "--locked",
        ])
        .current_dir(root())
        .output()
        .expect("cargo tree");
    assert!(
        cargo.status.success(),
        "{}",
        String::from_utf8_lossy(&cargo.stderr)
    );
    let tree = String::from_utf8_lossy(&cargo.stdout);
    assert!(
        tree.contains("jieba-rs"),
        "an empty tree proves nothing: {tree}"
    );
    for name in ["yew", "web-sys", "js-sys", "wasm-bindgen", "gloo"] {
        let found = tree
            .lines()
            .any(|line| line.split(' ').next() == Some(name));
        assert!(
            !found,
            "{name} is among the dependencies of the pure layers"
        );
    }
}
