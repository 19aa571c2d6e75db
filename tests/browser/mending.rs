//! A page is mended by keyboard only, decisions are judged, and projects are opened.

use std::path::{Path, PathBuf};

use cijing::engine::choices::{Project, Settings};
use cijing::engine::project_file;
use cijing::text::page::correction::{Correction, FileCorrections};
use cijing::text::page::model::{HeadlineRole, ParagraphKind};
use serde_json::json;
use tempfile::TempDir;

use crate::analysis::{assert_discreet, document, drop_and_read, open, write};
use crate::browser::{Browser, in_browser};
use crate::site::{serve, sha256};

/// Four short articles, each with a headline, on one page.
fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/mending.txt")
}

/// The headlines as a reader knows them.
const HEADLINES: [&str; 4] = [
    "老码头灯塔修缮完工",
    "百名教师下乡支教",
    "菜市场装上净水机",
    "夜班公交增开三条",
];

/// Where a text stands on the page, in scalar values.
fn place(text: &str) -> u32 {
    let page = std::fs::read_to_string(page()).unwrap();
    let (before, _) = page.split_once(text).unwrap();
    u32::try_from(before.chars().count()).unwrap()
}

/// A project in which the page is wrong in five places: three headlines and two borders of articles.
fn wrong(folder: &TempDir) -> PathBuf {
    let corrections = vec![
        Correction::MakeParagraph {
            unit: place(HEADLINES[1]),
            kind: ParagraphKind::Body,
        },
        Correction::MakeHeadline {
            unit: place(HEADLINES[2]),
            article: place("本报讯 5月15日上午"),
            role: HeadlineRole::Sub,
        },
        Correction::SetAside {
            unit: place(HEADLINES[3]),
        },
        Correction::DivideArticle {
            at: place("修缮期间"),
        },
        Correction::MergeArticles {
            article: place("本报讯 从下周一起"),
            into: place("本报讯 市民买鱼"),
        },
    ];
    let project = Project {
        corrections: vec![FileCorrections {
            sha256: sha256(&page()),
            encoding: None,
            corrections,
            judgements: Vec::new(),
        }],
        ..Project::default()
    };
    let bytes = project_file::write(&Settings::default(), &project);
    write(folder, "wrong.cijing.json", &bytes)
}

#[test]
fn a_page_is_mended_by_keyboard() {
    in_browser(async |browser| {
        let folder = TempDir::new().unwrap();
        let server = serve();
        let url = open(browser, &server).await;
        drop_and_read(browser, &[&page()]).await;
        let truth = articles(browser).await;
        assert_eq!(names(&truth), HEADLINES, "read without corrections");
        let sums = sums(browser).await;

        browser.click("[data-testid=tab-source]").await;
        open_project(browser, &wrong(&folder)).await;
        let one = "修缮期间，工人从塔身夹层";
        let three = "本报讯 市民买鱼以后要洗手";
        settle(browser, &[HEADLINES[0], one, HEADLINES[2], three]).await;
        let mut states = vec![articles(browser).await];
        tab_to_clean_page(browser).await;

        let (merge, divide) = (&["m"][..], &["a"][..]);
        let headline = &["h", "Enter"][..];
        let [a, b, c, d] = HEADLINES;
        let steps: [(&str, &[&str], &[&str]); 5] = [
            (one, merge, &[a, c, three]),
            (b, headline, &[a, b, three]),
            (c, headline, &[a, b, c]),
            ("本报讯 从下周一起", divide, &[a, b, c, "本报讯 从下周一起"]),
            (d, headline, &[a, b, c, d]),
        ];
        for (unit, keys, expected) in steps {
            focus(browser, unit).await;
            for key in keys {
                press(browser, key, 0).await;
            }
            settle(browser, expected).await;
            states.push(articles(browser).await);
        }
        browser.screenshot("mended").await;
        assert_eq!(states[5], truth, "headlines, bylines and characters");
        assert!(
            corrections(browser).await > 0,
            "what was corrected is marked"
        );

        for step in (0..5).rev() {
            press(browser, "z", CONTROL).await;
            settle(browser, &names(&states[step])).await;
            assert_eq!(
                articles(browser).await,
                states[step],
                "undone to step {step}"
            );
        }
        for state in &states[1..] {
            press(browser, "Z", CONTROL | SHIFT).await;
            settle(browser, &names(state)).await;
        }
        assert_eq!(
            self::sums(browser).await,
            sums,
            "the counts are those of the true page"
        );
        assert_discreet(browser, &url).await;
    });
}

#[test]
fn paragraphs_are_split_and_joined_at_the_caret() {
    in_browser(async |browser| {
        let server = serve();
        let url = open(browser, &server).await;
        drop_and_read(browser, &[&page()]).await;
        browser.click("[data-testid=tab-source]").await;
        tab_to_clean_page(browser).await;
        focus(browser, "修缮期间").await;
        press(browser, "Enter", 0).await;
        browser
            .wait_for("[data-testid=told]:not([data-serial='0'])")
            .await;
        assert_eq!(corrections(browser).await, 0, "no split at the beginning");
        // To the end of the first line of the source, which is in mid-sentence.
        press(browser, "ArrowRight", CONTROL).await;
        browser.wait_for("[data-testid=caret][data-at='14']").await;
        press(browser, "Enter", 0).await;
        wait_for_focus(browser, "到一册手写的值班日志").await;
        browser
            .wait_until("document.querySelector('.unit.focused [data-testid=corrected]')")
            .await;
        assert_eq!(corrections(browser).await, 1);
        press(browser, "ArrowUp", 0).await;
        wait_for_focus(browser, "修缮期间，工人从塔身夹层里找").await;
        press(browser, "Delete", 0).await;
        wait_for_focus(browser, "修缮期间，工人从塔身夹层里找到一册手写的值班日志").await;
        press(browser, "z", CONTROL).await;
        press(browser, "z", CONTROL).await;
        browser
            .wait_until("!document.querySelector('[data-testid=corrected]')")
            .await;
        assert_discreet(browser, &url).await;
    });
}

#[test]
fn a_sample_is_judged_and_gives_the_precision() {
    in_browser(async |browser| {
        let server = serve();
        let url = open(browser, &server).await;
        drop_and_read(browser, &[&page()]).await;
        browser.click("[data-testid=tab-source]").await;
        browser.click("[data-testid=review-toggle]").await;
        browser.click("[data-testid=review-sample]").await;
        browser.wait_for("[data-testid=review-row].is-active").await;
        let judged = |count: u32, right: u32| {
            format!("[data-testid=review-precision][data-judged='{count}'][data-right='{right}']")
        };
        for (key, count, right) in [("y", 1, 1), ("y", 2, 2), ("n", 3, 2)] {
            press(browser, key, 0).await;
            browser.wait_for(&judged(count, right)).await;
            wait_for_rest(browser).await;
        }
        let told = browser
            .text("document.querySelector('[data-testid=review-precision]').textContent")
            .await;
        assert!(told.contains("66.7%"), "{told}");
        assert!(
            told.contains("20.8%–93.9%"),
            "Wilson's interval of 2 in 3: {told}"
        );
        browser.screenshot("review").await;
        press(browser, "z", CONTROL).await;
        browser.wait_for(&judged(2, 2)).await;
        press(browser, "z", CONTROL).await;
        press(browser, "z", CONTROL).await;
        browser.wait_for(&judged(0, 0)).await;
        assert_discreet(browser, &url).await;
    });
}

#[test]
fn leaving_asks_when_corrections_are_unsaved() {
    in_browser(async |browser| {
        let folder = TempDir::new().unwrap();
        let server = serve();
        open(browser, &server).await;
        drop_and_read(browser, &[&page()]).await;
        browser.click("[data-testid=tab-source]").await;
        let asks = "!dispatchEvent(new Event('beforeunload', { cancelable: true }))";
        assert_eq!(
            browser.evaluate(asks).await,
            json!(false),
            "nothing corrected"
        );
        tab_to_clean_page(browser).await;
        focus(browser, HEADLINES[1]).await;
        press(browser, "p", 0).await;
        browser
            .wait_for("[data-testid=project][data-unsaved=true]")
            .await;
        assert_eq!(browser.evaluate(asks).await, json!(true), "one correction");
        press(browser, "z", CONTROL).await;
        browser
            .wait_for("[data-testid=project][data-unsaved=false]")
            .await;
        assert_eq!(browser.evaluate(asks).await, json!(false), "taken back");

        let damaged = write(
            &folder,
            "damaged.json",
            b"{\"cijing-project\": 1,\n\"settings\": 3}",
        );
        send_file(browser, &damaged).await;
        browser.wait_for("[data-testid=project-error]").await;
        let told = browser
            .text("document.querySelector('[data-testid=project-error]').textContent")
            .await;
        assert!(told.contains("第 2 行"), "{told}");
        assert_eq!(browser.count(&document(&page(), "ready")).await, 1);
    });
}

const CONTROL: u8 = 2;
pub const SHIFT: u8 = 8;

/// Presses a key, as the keyboard does.
pub async fn press(browser: &Browser, key: &str, modifiers: u8) {
    let code = match key {
        "Enter" | "Tab" | "Delete" | "Home" => key.to_owned(),
        arrow if arrow.starts_with("Arrow") => arrow.to_owned(),
        letter => format!("Key{}", letter.to_uppercase()),
    };
    let number = match key {
        "Tab" => 9,
        "Enter" => 13,
        "Home" => 36,
        "ArrowUp" => 38,
        "ArrowRight" => 39,
        "ArrowDown" => 40,
        "Delete" => 46,
        letter => u32::from(letter.to_uppercase().as_bytes()[0]),
    };
    for kind in ["rawKeyDown", "keyUp"] {
        let event = json!({
            "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers,
        });
        browser.devtools("Input.dispatchKeyEvent", event).await;
    }
}

/// Goes by the Tab key to the clean page.
pub async fn tab_to_clean_page(browser: &Browser) {
    for _ in 0..80 {
        let there = "document.activeElement?.classList.contains('clean') ?? false";
        if browser.evaluate(there).await == json!(true) {
            return;
        }
        press(browser, "Tab", 0).await;
    }
    panic!("no way to the clean page by Tab");
}

/// Goes down the clean page from its top to the unit that begins with a text.
pub async fn focus(browser: &Browser, beginning: &str) {
    press(browser, "Home", 0).await;
    for row in 0..40 {
        let selector = format!(".unit.focused[data-row='{row}'] .unit-text");
        browser.wait_for(&selector).await;
        let text = format!("document.querySelector(\"{selector}\").textContent");
        if browser.text(&text).await.starts_with(beginning) {
            return;
        }
        press(browser, "ArrowDown", 0).await;
    }
    panic!("no unit begins with {beginning}");
}

async fn wait_for_focus(browser: &Browser, beginning: &str) {
    let condition = format!(
        "document.querySelector('.unit.focused .unit-text')?.textContent.startsWith({})",
        json!(beginning)
    );
    browser.wait_until(&condition).await;
}

/// Waits until the list of articles has these names (their first characters), and the clean page is that of it.
async fn settle(browser: &Browser, names: &[&str]) {
    let condition = format!(
        "((names) => {{
            const rows = [...document.querySelectorAll('[data-testid=article] .article-headline')];
            return rows.length === names.length && rows.every((row, i) => row.textContent.startsWith(names[i]));
        }})({})",
        json!(names)
    );
    browser.wait_until(&condition).await;
    wait_for_rest(browser).await;
}

/// Waits until the clean page is that of the corrections.
async fn wait_for_rest(browser: &Browser) {
    browser.wait_for(".pane-clean[aria-busy=false]").await;
}

/// The list of articles: name, then bylines and characters.
async fn articles(browser: &Browser) -> Vec<(String, String)> {
    let rows = browser
        .evaluate(
            "[...document.querySelectorAll('[data-testid=article]')].map((row) =>
                 [row.querySelector('.article-headline').textContent, row.querySelector('.note').textContent])",
        )
        .await;
    serde_json::from_value(rows).unwrap()
}

fn names(articles: &[(String, String)]) -> Vec<&str> {
    articles.iter().map(|(name, _)| name.as_str()).collect()
}

/// The sums under the chart.
async fn sums(browser: &Browser) -> String {
    browser.click("[data-testid=tab-overview]").await;
    browser.wait_for(".sums").await;
    browser
        .text("document.querySelector('.sums').textContent")
        .await
}

async fn corrections(browser: &Browser) -> u64 {
    browser.count("[data-testid=corrected]").await
}

async fn open_project(browser: &Browser, file: &Path) {
    send_file(browser, file).await;
    browser.wait_for("[data-testid=project-opened]").await;
}

/// Hands a file to the input for projects.
pub async fn send_file(browser: &Browser, file: &Path) {
    let found = browser
        .devtools(
            "Runtime.evaluate",
            json!({ "expression": "document.querySelector('[data-testid=project-input]')" }),
        )
        .await;
    let object = &found["result"]["objectId"];
    let parameters = json!({ "files": [file.display().to_string()], "objectId": object });
    browser.devtools("DOM.setFileInputFiles", parameters).await;
}
