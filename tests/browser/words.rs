//! A word that is cut in pieces is mended in the reading view, and the counts, the chart and the project follow.

use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;

use crate::analysis::{assert_discreet, bars, document, drop_and_read, open, write};
use crate::browser::{Browser, in_browser};
use crate::mending::{SHIFT, focus, press, send_file, tab_to_clean_page};
use crate::results::{downloaded, save_downloads_to};
use crate::site::serve;

/// A term that no dictionary has, and no model makes.
const TERM: &str = "邻里课堂+夜间食堂";

/// A page on which the term stands four times, once over a wrap.
const PAGE: &str = "社区夜校开课\n\n\
本报讯　昨日起，青石社区的邻里课堂+夜间食堂向居\n\
民开放。居民下班以后，先上课，再吃饭。\n\n\
邻里课堂+夜间食堂每周开放五天。社区工作人员说，办好邻里课堂+夜\n\
间食堂，要靠大家出主意。\n\n\
下个月，另外三个社区也要办起邻里课堂+夜间食堂。\n";

/// The row of the term in the word table, with its count.
fn row(count: u32) -> String {
    format!("[data-testid=word-row][data-word='{TERM}'][data-count='{count}']")
}

fn page(folder: &TempDir) -> PathBuf {
    write(folder, "夜校.txt", PAGE.as_bytes())
}

#[test]
fn a_word_is_mended_and_the_project_carries_it() {
    let folder = TempDir::new().unwrap();
    let file = page(&folder);
    let mut project = Vec::new();
    in_browser(async |browser| {
        let downloads = TempDir::new().unwrap();
        let server = serve();
        let url = open(browser, &server).await;
        save_downloads_to(browser, downloads.path()).await;
        drop_and_read(browser, &[&file]).await;
        let is_charted = |bars: &[(String, u32)]| bars.iter().any(|(word, _)| word == TERM);
        assert!(!is_charted(&bars(browser, 20).await));

        select(browser, "邻里课堂+夜间食堂每周").await;
        let counts = format!("[data-testid=selection-bar][data-name='{TERM}']");
        browser.wait_for(&counts).await;
        press(browser, "1", 0).await;
        browser
            .wait_for("[data-testid=pick-word][aria-pressed=true]")
            .await;
        browser.wait_for(&applied(4)).await;

        find(browser, TERM).await;
        browser.wait_for(&row(4)).await;
        browser.click(&row(4)).await;
        browser.wait_for("[data-testid=lines-panel]").await;
        browser.click("[data-testid=why]").await;
        browser
            .wait_for("[data-testid=trust][data-tokens='4'][data-strings='4']")
            .await;
        browser.screenshot("why").await;
        browser.click("[data-testid=tab-overview]").await;
        let charted = format!("[data-testid=keyword-bar][data-word='{TERM}']");
        browser.wait_for(&charted).await;

        // Undone, it is cut again; redone, it is one word again.
        browser.click("[data-testid=undo]").await;
        browser
            .wait_until(&format!("!document.querySelector(\"{charted}\")"))
            .await;
        browser.click("[data-testid=redo]").await;
        browser.wait_for(&charted).await;

        browser
            .wait_for("[data-testid=project][data-unsaved=true]")
            .await;
        browser.click("[data-testid=save-project]").await;
        project = downloaded(downloads.path(), "json").await;
        browser
            .wait_for("[data-testid=project][data-unsaved=false]")
            .await;
        assert_discreet(browser, &url).await;
    });
    let saved = write(&folder, "夜校.cijing.json", &project);
    in_browser(async |browser| {
        let server = serve();
        let url = open(browser, &server).await;
        drop_and_read(browser, &[&file]).await;
        send_file(browser, &saved).await;
        browser.wait_for("[data-testid=project-opened]").await;
        browser.wait_for(&applied(4)).await;
        find(browser, TERM).await;
        browser.wait_for(&row(4)).await;
        assert_discreet(browser, &url).await;
    });
}

#[test]
fn a_list_is_imported_and_no_line_is_dropped_silently() {
    in_browser(async |browser| {
        let folder = TempDir::new().unwrap();
        let file = page(&folder);
        let lines = "邻里课堂 9 n\r\n夜间食堂 n\r\n夜校 多 少 项 目\r\n\r\n邻里课堂\r\n";
        let list = write(&folder, "词.txt", format!("\u{feff}{lines}").as_bytes());
        let server = serve();
        let url = open(browser, &server).await;
        drop_and_read(browser, &[&file]).await;
        choose(browser, "lexicon-import-input", &list).await;
        browser
            .wait_for("[data-testid=import-report][data-words='2'][data-faulty='2']")
            .await;
        browser.click("[data-testid=faulty-lines] summary").await;
        for line in [3, 5] {
            let faulty = format!("[data-testid=faulty-lines] li[data-line='{line}']");
            browser.wait_for(&faulty).await;
        }
        find(browser, "夜间食堂").await;
        let row = "[data-testid=word-row][data-word='夜间食堂'][data-count='4']";
        browser.wait_for(row).await;
        browser.click("[data-testid=dictionary-switch]").await;
        browser
            .wait_until(&format!("!document.querySelector(\"{row}\")"))
            .await;
        assert_discreet(browser, &url).await;
    });
}

#[test]
fn every_part_of_the_screen_answers() {
    in_browser(async |browser| {
        let folder = TempDir::new().unwrap();
        let file = page(&folder);
        let server = serve();
        let url = open(browser, &server).await;
        drop_and_read(browser, &[&file]).await;
        let steps = [
            (
                "tab-names",
                "[data-testid=name-list], [data-testid=name-empty]",
            ),
            (
                "kind-place",
                "[data-testid=name-list], [data-testid=name-empty]",
            ),
            (
                "names-part-order",
                "[data-testid=name-list-list], [data-testid=name-list-empty]",
            ),
            ("names-part-matrix", "[data-testid=matrix]"),
            (
                "tab-phrases",
                "[data-testid=phrase-list], [data-testid=phrase-empty]",
            ),
            (
                "list-four-character",
                "[data-testid=phrase-list], [data-testid=phrase-empty]",
            ),
            (
                "phrases-part-speakers",
                "[data-testid=speaker-list], [data-testid=speaker-empty]",
            ),
            ("tab-words", "[data-testid=word-row]"),
            ("consistency-toggle", "[data-testid=consistency]"),
            (
                "words-part-new",
                "[data-testid=new-word-list], [data-testid=new-word-empty]",
            ),
        ];
        for (button, shown) in steps {
            browser.click(&format!("[data-testid={button}]")).await;
            browser.wait_for(shown).await;
        }
        browser.click("[data-testid=tab-source]").await;
        tab_to_clean_page(browser).await;
        focus(browser, "邻里课堂").await;
        browser.click("[data-testid=show-segmenters]").await;
        browser.wait_for("[data-testid=segmenter]").await;
        assert!(browser.count("[data-testid=segmenter]").await >= 4);
        browser.click("[data-testid=show-tokens]").await;
        browser.wait_for(".token-end").await;
        assert_eq!(browser.count(&document(&file, "ready")).await, 1);
        assert_discreet(browser, &url).await;
    });
}

/// The entry of the term in the lexicon, applied so many times.
fn applied(count: u32) -> String {
    format!("[data-testid=lexicon-row][data-name='{TERM}'][data-count='{count}']")
}

#[test]
fn a_typed_word_is_one_word_until_another_rule_is_chosen() {
    let folder = TempDir::new().unwrap();
    let file = page(&folder);
    in_browser(async |browser| {
        let server = serve();
        open(browser, &server).await;
        drop_and_read(browser, &[&file]).await;
        type_into(browser, "lexicon-add", TERM).await;
        browser.click("[data-testid=lexicon-submit]").await;
        browser.wait_for(&applied(4)).await;
        find(browser, TERM).await;
        browser.wait_for(&row(4)).await;
    });
}

/// Selects the term, with which a paragraph begins, by keyboard.
async fn select(browser: &Browser, beginning: &str) {
    browser.click("[data-testid=tab-source]").await;
    tab_to_clean_page(browser).await;
    focus(browser, beginning).await;
    for _ in TERM.chars() {
        press(browser, "ArrowRight", SHIFT).await;
    }
}

/// Looks for a word in the word table.
async fn find(browser: &Browser, word: &str) {
    browser.click("[data-testid=tab-words]").await;
    browser.wait_for("[data-testid=find-words]").await;
    type_into(browser, "find-words", word).await;
}

/// Types into a field.
async fn type_into(browser: &Browser, field: &str, text: &str) {
    let fill = format!(
        "(() => {{ const field = document.querySelector('[data-testid={field}]'); field.focus();
            field.value = {}; field.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); }})()",
        json!(text)
    );
    browser.evaluate(&fill).await;
}

/// Hands a file to an input.
async fn choose(browser: &Browser, input: &str, file: &Path) {
    let expression = format!("document.querySelector('[data-testid={input}]')");
    let found = browser
        .devtools("Runtime.evaluate", json!({ "expression": expression }))
        .await;
    let object = &found["result"]["objectId"];
    let parameters = json!({ "files": [file.display().to_string()], "objectId": object });
    browser.devtools("DOM.setFileInputFiles", parameters).await;
}
