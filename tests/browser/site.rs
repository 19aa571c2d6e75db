//! The built app as the tests serve it: `dist`, or a changed copy of it that stands for a newer version.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::server::Server;

/// The path under which most tests serve the app: no host root, so that an absolute address would show.
pub const MOUNT: &str = "/a/b/";

/// The built app.
///
/// # Panics
///
/// When it is not built: the tests never pass for want of it.
pub fn dist() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(
        dist.join("index.html").is_file(),
        "there is no dist/; run `make build` first"
    );
    dist
}

/// Serves the built app under [`MOUNT`].
pub fn serve() -> Server {
    Server::start(&dist(), MOUNT, 0).unwrap()
}

/// The files of a build with their SHA-256, as its service worker lists them.
pub fn listed_files(root: &Path) -> BTreeMap<String, String> {
    let script = fs::read_to_string(root.join("service-worker.js")).unwrap();
    let (_, list) = script.split_once("new Map(/* */ [").unwrap();
    let (list, _) = list.split_once("] /* */)").unwrap();
    list.split("],")
        .filter(|row| !row.is_empty())
        .map(|row| {
            let row = row.trim_start_matches('[').replace('\'', "");
            let (file, hash) = row.split_once(',').unwrap();
            (file.to_owned(), hash.to_owned())
        })
        .collect()
}

/// SHA-256 of a file in hexadecimal.
pub fn sha256(file: &Path) -> String {
    let hash = Sha256::digest(fs::read(file).unwrap());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A newer version: a copy of the build in which `<html data-version="2">` tells it, stamped as the build stamps.
pub fn newer_version() -> TempDir {
    let folder = TempDir::new().unwrap();
    copy(&dist(), folder.path());
    let index = folder.path().join("index.html");
    let hash_before = sha256(&index);
    edit(&index, "<html ", "<html data-version=\"2\" ");
    let worker = folder.path().join("service-worker.js");
    edit(&worker, &hash_before, &sha256(&index));
    edit(&worker, "const BUILD_ID = '", "const BUILD_ID = 'newer-");
    folder
}

fn edit(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "no {from} in {}", file.display());
    fs::write(file, text.replacen(from, to, 1)).unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
