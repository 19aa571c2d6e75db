//! What a person takes away, and what follows a choice.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use crate::analysis::{assert_discreet, bars, drop_and_read, open, sample, write};
use crate::browser::{Browser, in_browser};
use crate::site::serve;

/// The button that keeps words of one character.
const SHORTEST_ONE: &str = "[data-testid=setting-shortest] [data-value='1']";

#[test]
fn exports_are_byte_for_byte_those_of_the_command_line() {
    in_browser(async |browser| {
        let folder = TempDir::new().unwrap();
        let downloads = TempDir::new().unwrap();
        let prose = fs::read(root().join("tests/data/prose.txt")).unwrap();
        let files = [sample(), write(&folder, "prose.txt", &prose)];
        let server = serve();
        let url = open(browser, &server).await;
        save_downloads_to(browser, downloads.path()).await;
        drop_and_read(browser, &files.each_ref().map(PathBuf::as_path)).await;
        for (button, format) in [("export-words-json", "json"), ("export-words-csv", "csv")] {
            browser.click(&format!("[data-testid={button}]")).await;
            let saved = downloaded(downloads.path(), format).await;
            let arguments = ["words".as_ref(), "--format".as_ref(), format.as_ref()];
            let printed = cijing(
                arguments
                    .into_iter()
                    .chain(files.iter().map(|file| file.as_os_str())),
            );
            assert!(
                saved == printed,
                "{format}: the page and the command line differ"
            );
        }
        browser.click("[data-testid=export-page-json]").await;
        let saved = downloaded(downloads.path(), "json").await;
        assert!(
            files
                .iter()
                .any(|file| saved == cijing(["read".as_ref(), file.as_os_str()])),
            "the page JSON of the page and the command line differ"
        );
        for (button, ending, beginning) in [
            ("export-clean", "txt", &b""[..]),
            ("export-chart-svg", "svg", b"<"),
            ("export-chart-png", "png", b"\x89PNG"),
        ] {
            browser.click(&format!("[data-testid={button}]")).await;
            let saved = downloaded(downloads.path(), ending).await;
            assert!(
                saved.len() > 1000 && saved.starts_with(beginning),
                "{button}: {} bytes",
                saved.len()
            );
        }
        assert_discreet(browser, &url).await;
    });
}

#[test]
fn a_choice_counts_again_and_undo_takes_it_back() {
    in_browser(async |browser| {
        let server = serve();
        let url = open(browser, &server).await;
        drop_and_read(browser, &[&sample()]).await;
        // Words of one character: most of the built-in stop words are.
        let before = bars(browser, 20).await;
        browser.click(SHORTEST_ONE).await;
        wait_for_bars(browser, SHORTEST_ONE, |bars| bars != before).await;
        let before = bars(browser, 20).await;
        for choice in [
            "[data-testid=setting-builtin-stopwords]",
            "[data-testid=setting-hmm]",
            "[data-testid=setting-headlines]",
            "[data-testid=article-counted]",
            "[data-testid=part-of-speech]",
        ] {
            browser.click(choice).await;
            wait_for_bars(browser, choice, |bars| bars != before).await;
            browser.click("[data-testid=undo]").await;
            wait_for_bars(browser, choice, |bars| bars == before).await;
        }
        assert_discreet(browser, &url).await;
    });
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a command prints.
fn cijing<'a>(arguments: impl IntoIterator<Item = &'a std::ffi::OsStr>) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_cijing"))
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

pub async fn save_downloads_to(browser: &Browser, folder: &Path) {
    let parameters = json!({ "behavior": "allow", "downloadPath": folder });
    browser
        .devtools("Page.setDownloadBehavior", parameters)
        .await;
}

/// Waits for a file with this ending, takes it out of the folder, and gives its bytes.
pub async fn downloaded(folder: &Path, ending: &str) -> Vec<u8> {
    let start = Instant::now();
    loop {
        let entries = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        // The browser reserves the name with an empty file and puts the whole
        // one in its place when all has arrived.
        if let Some((file, bytes)) = entries
            .filter(|path| path.extension().is_some_and(|found| found == ending))
            .map(|path| (path.clone(), fs::read(path).unwrap_or_default()))
            .find(|(_, bytes)| !bytes.is_empty())
        {
            fs::remove_file(file).unwrap();
            return bytes;
        }
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "no {ending} file was saved"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn wait_for_bars(browser: &Browser, after: &str, fits: impl Fn(Vec<(String, u32)>) -> bool) {
    let start = Instant::now();
    while !fits(bars(browser, 20).await) {
        assert!(
            start.elapsed() < Duration::from_secs(10),
            "the chart did not follow {after}"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
