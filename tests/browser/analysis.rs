//! A person drops files, and sees their words.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::browser::{Browser, in_browser};
use crate::server::Server;
use crate::site::serve;

/// Words of the tests' own, which no message, title or address may hold.
const CANARIES: [&str; 2] = ["金丝雀", "canary-name"];

/// A notice in traditional characters: for Big5.
const TRADITIONAL: &str = "本報訊　市立圖書館昨日開放新館。讀者服務從上午九時開始，讀者可以借閱報紙和期刊。\
圖書館說，新館的讀者座位增加一倍，讀者不必再排隊。金絲雀合唱團在新館演出。";

#[test]
fn the_chart_shows_what_the_command_line_counts() {
    in_browser(async |browser| {
        let server = serve();
        let url = open(browser, &server).await;
        drop_and_read(browser, &[&sample()]).await;
        assert_eq!(bars(browser, 10).await, words(&sample(), 10));
        browser.screenshot("overview").await;
        assert_discreet(browser, &url).await;
    });
}

#[test]
fn encodings_are_found_and_shown() {
    let text = fs::read_to_string(sample()).unwrap();
    let rows = [
        ("GB18030", encoding_rs::GB18030.encode(&text).0.into_owned()),
        ("Big5", encoding_rs::BIG5.encode(TRADITIONAL).0.into_owned()),
        (
            "UTF-16LE",
            text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ),
        ("UTF-8", text.clone().into_bytes()),
    ];
    for (name, bytes) in rows {
        in_browser(async |browser| {
            let folder = TempDir::new().unwrap();
            let file = write(&folder, "page.txt", &bytes);
            let server = serve();
            let url = open(browser, &server).await;
            drop_and_read(browser, &[&file]).await;
            let chip = browser
                .text("document.querySelector('[data-testid=encoding-chip]').innerText")
                .await;
            assert!(chip.contains(name), "the chip of a {name} file says {chip}");
            assert_eq!(bars(browser, 5).await, words(&file, 5), "{name}");
            assert_discreet(browser, &url).await;
        });
    }
}

#[test]
fn a_bar_leads_to_its_lines_and_a_line_to_its_source() {
    in_browser(async |browser| {
        let server = serve();
        open(browser, &server).await;
        drop_and_read(browser, &[&sample()]).await;
        let count = bars(browser, 1).await[0].1;
        click_bar(browser).await;
        browser.wait_for("[data-testid=line-row]").await;
        let lines = browser.count("[data-testid=line-row]").await;
        assert!(
            lines >= 1 && lines <= u64::from(count),
            "{lines} lines for {count} occurrences"
        );
        browser.click("[data-testid=line-row]").await;
        browser.wait_for("[data-testid=source-row].lit").await;
        browser.screenshot("source").await;
    });
}

#[test]
fn unreadable_files_cost_themselves_only() {
    in_browser(async |browser| {
        let folder = TempDir::new().unwrap();
        let files = [
            write(&folder, "a-canary-name.txt", &fs::read(sample()).unwrap()),
            write(&folder, "b-empty.txt", b""),
            write(&folder, "c-paper.pdf", b"%PDF-1.7\n1 0 obj\n"),
            write(
                &folder,
                "d-picture.txt",
                b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06",
            ),
            write(
                &folder,
                "e-binary.txt",
                &[0, 1, 2, 3, 0xff, 0xfe, 0xfd, 0, 7, 0].repeat(500),
            ),
            write(
                &folder,
                "f-good.txt",
                "金丝雀从晚报大楼飞出。金丝雀又飞回来。".as_bytes(),
            ),
        ];
        let server = serve();
        let url = open(browser, &server).await;
        browser
            .drop_files(&files.each_ref().map(PathBuf::as_path))
            .await;
        for file in &files {
            let expected = if matches!(name_of(file).as_bytes()[0], b'a' | b'f') {
                "ready"
            } else {
                "failed"
            };
            browser.wait_for(&document(file, expected)).await;
        }
        assert_eq!(browser.count("[data-testid=document-error]").await, 4);
        assert!(bars(browser, 1).await[0].1 > 0);
        browser.screenshot("unreadable").await;
        assert_discreet(browser, &url).await;
    });
}

#[test]
fn a_file_that_was_removed_is_told() {
    in_browser(async |browser| {
        let folder = TempDir::new().unwrap();
        let gone = write(&folder, "gone.txt", "金丝雀从晚报大楼飞出。".as_bytes());
        let server = serve();
        let url = open(browser, &server).await;
        drop_and_read(browser, &[&gone]).await;
        fs::remove_file(&gone).unwrap();
        // Another encoding is a reason to read the file again.
        browser.click("[data-testid=encoding-chip]").await;
        browser
            .click("[data-testid=encoding-option]:not([aria-current])")
            .await;
        browser.wait_for(&document(&gone, "failed")).await;
        browser.wait_for("[data-testid=document-error]").await;
        browser.drop_files(&[&sample()]).await;
        browser.wait_for(&document(&sample(), "ready")).await;
        assert_discreet(browser, &url).await;
    });
}

#[test]
fn a_long_job_can_be_stopped() {
    in_browser(async |browser| {
        let folder = TempDir::new().unwrap();
        let long = write(&folder, "long.txt", one_line(50_000_000).as_bytes());
        let server = serve();
        let url = open(browser, &server).await;
        drop_and_read(browser, &[&sample()]).await;
        let before = bars(browser, 10).await;

        browser.drop_files(&[&long]).await;
        browser.wait_for(&document(&long, "working")).await;
        let stop = format!("{} [data-testid=stop]", document(&long, "working"));
        browser.click(&stop).await;
        let stopped = Instant::now();
        browser.wait_for(&document(&long, "failed")).await;
        assert!(
            stopped.elapsed() < Duration::from_secs(2),
            "stopped after {:?}",
            stopped.elapsed()
        );

        browser.wait_for(&document(&sample(), "ready")).await;
        browser.wait_for("[data-testid=keyword-bar]").await;
        assert_eq!(
            bars(browser, 10).await,
            before,
            "the other file is counted as before"
        );
        assert_discreet(browser, &url).await;
    });
}

#[test]
fn files_are_analysed_without_the_server() {
    in_browser(async |browser| {
        let mut server = serve();
        let url = open(browser, &server).await;
        browser.wait_for_service_worker().await;
        server.stop();
        browser.reload_app().await;
        drop_and_read(browser, &[&sample()]).await;
        assert_eq!(bars(browser, 10).await, words(&sample(), 10));
        assert_discreet(browser, &url).await;
    });
}

#[test]
fn english_dark_and_narrow() {
    in_browser(async |browser| {
        let server = serve();
        browser
            .devtools(
                "Emulation.setEmulatedMedia",
                json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] }),
            )
            .await;
        let narrow = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
        browser
            .devtools("Emulation.setDeviceMetricsOverride", narrow)
            .await;
        open(browser, &server).await;
        browser.drop_files(&[&sample()]).await;
        browser
            .wait_until("document.querySelector('[data-testid=document][data-status=ready]')")
            .await;
        let overflow = browser
            .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .await;
        browser.screenshot("narrow-dark").await;
        assert_eq!(overflow, json!(0), "the page is wider than 390 px");
    });
}

/// Opens the app, and tells its address.
pub async fn open(browser: &Browser, server: &Server) -> String {
    let url = server.url();
    browser.open_app(&url).await;
    url
}

/// Drops files, and waits until all of them and the chart are there.
pub async fn drop_and_read(browser: &Browser, files: &[&Path]) {
    browser.drop_files(files).await;
    for file in files {
        browser.wait_for(&document(file, "ready")).await;
    }
    browser.wait_for("[data-testid=keyword-bar]").await;
}

/// The entry of a file in a certain state.
pub fn document(file: &Path, status: &str) -> String {
    let name = name_of(file);
    format!("[data-testid=document][data-name='{name}'][data-status={status}]")
}

/// Checks that neither console, title nor address tell anything of the user's, and that the policy was kept.
pub async fn assert_discreet(browser: &mut Browser, url: &str) {
    assert_eq!(browser.policy_reports().await, [""; 0], "policy reports");
    let title = browser.text("document.title").await;
    assert!(
        !CANARIES.iter().any(|canary| title.contains(canary)),
        "title {title}"
    );
    let address = browser.text("location.href").await;
    let address = address.split('#').next().unwrap_or_default();
    assert_eq!(address, url, "address");
    assert_eq!(browser.console().await, [""; 0], "console");
}

/// The sample in the layout of a newspaper page.
pub fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/samples/wrapped.txt")
}

/// Writes a file of the test.
pub fn write(folder: &TempDir, name: &str, content: &[u8]) -> PathBuf {
    let file = folder.path().join(name);
    fs::write(&file, content).unwrap();
    file
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap().to_string_lossy().into_owned()
}

/// The first bars of the chart: words and counts.
pub async fn bars(browser: &Browser, most: usize) -> Vec<(String, u32)> {
    let bars = browser
        .evaluate(
            "[...document.querySelectorAll('[data-testid=keyword-bar]')]
                 .map((bar) => [bar.dataset.word, Number(bar.dataset.count)])",
        )
        .await;
    let mut bars: Vec<(String, u32)> = serde_json::from_value(bars).unwrap();
    bars.truncate(most);
    bars
}

/// The first rows of `cijing words`.
fn words(file: &Path, most: usize) -> Vec<(String, u32)> {
    let output = Command::new(env!("CARGO_BIN_EXE_cijing"))
        .args(["words", "--format", "json", "--top", &most.to_string()])
        .arg(file)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let list: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = list["words"].as_array().unwrap();
    rows.iter()
        .map(|row| {
            let count = u32::try_from(row["count"].as_u64().unwrap()).unwrap();
            (row["word"].as_str().unwrap().to_owned(), count)
        })
        .collect()
}

/// A bar is a shape in a picture: the mouse goes to its middle.
async fn click_bar(browser: &Browser) {
    let place = browser
        .evaluate(
            "(() => {
                const bar = document.querySelector('[data-testid=keyword-bar]');
                bar.scrollIntoView({ block: 'center' });
                const box = bar.getBoundingClientRect();
                return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
            })()",
        )
        .await;
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({ "type": kind, "x": place["x"], "y": place["y"], "button": "left", "clickCount": 1 });
        browser.devtools("Input.dispatchMouseEvent", event).await;
    }
}

/// A text of one line and at least so many bytes, in which no long run of characters repeats.
pub fn one_line(bytes: usize) -> String {
    let characters: Vec<char> =
        "的一是在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之"
            .chars()
            .collect();
    let mut seed = 1_u32;
    let mut text = String::with_capacity(bytes + 4);
    while text.len() < bytes {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push(characters[(seed >> 16) as usize % characters.len()]);
        if seed >> 27 == 0 {
            text.push('，');
        }
    }
    text
}
