//! Newspaper, date and page of files: from names and tables, by hand, and in what is counted.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::browser::{Browser, in_browser};
use crate::site::serve;
use crate::workbook::{Parts, inline};

const ARTICLE: &str = "老桥修好了\n\n本报讯 昨日，城东的老桥修好，行人可以通过。（何青）\n";

fn write(folder: &TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap_or(folder.path())).unwrap();
    fs::write(&path, text).unwrap();
    path
}

/// What the list of files says of a file.
async fn known(browser: &Browser, name: &str) -> String {
    let known = format!(
        "[...document.querySelectorAll('[data-testid=document]')].find(file => file.dataset.name === '{name}')\
         ?.querySelector('[data-testid=document-metadata]')?.innerText.replaceAll('\\n', ' ') ?? ''"
    );
    browser.text(&known).await
}

async fn wait_until_known(browser: &Browser, name: &str, expected: &str) {
    let condition = format!(
        "[...document.querySelectorAll('[data-testid=document]')].some(file => file.dataset.name === '{name}' && \
         file.querySelector('[data-testid=document-metadata]')?.innerText.replaceAll('\\n', ' ') === '{expected}')"
    );
    browser.wait_until(&condition).await;
    assert_eq!(known(browser, name).await, expected);
}

/// Types into a field as a person does, and leaves it.
async fn fill(browser: &Browser, css: &str, value: &str) {
    let typing = format!(
        "(() => {{ const field = document.querySelector('{css}'); field.focus(); field.value = '{value}'; \
         field.dispatchEvent(new InputEvent('input', {{ bubbles: true, inputType: 'insertText' }})); \
         field.dispatchEvent(new Event('change', {{ bubbles: true }})); return true; }})()"
    );
    browser.evaluate(&typing).await;
}

#[test]
fn names_tables_and_hands_say_what_files_are() {
    in_browser(async |browser| {
        let folder = TempDir::new().unwrap();
        write(&folder, "江城晚报/2022-07-04/A02.txt", ARTICLE);
        write(
            &folder,
            "江城晚报/2022-08-01/A03.txt",
            "又一篇，说的是河道。\n",
        );
        let table = write(&folder, "表.csv", "文件名,所在地\nA03,江城\nB01,江城\n");
        let papers = folder.path().join("江城晚报");
        let server = serve();
        browser.open_app(&server.url()).await;
        browser.drop_files(&[Path::new(&papers), &table]).await;
        browser
            .wait_until("document.querySelectorAll('[data-status=ready]').length === 3")
            .await;
        wait_until_known(
            browser,
            "江城晚报/2022-07-04/A02.txt",
            "江城晚报 2022-07-04 A02",
        )
        .await;
        wait_until_known(
            browser,
            "江城晚报/2022-08-01/A03.txt",
            "江城晚报 2022-08-01 A03 江城",
        )
        .await;

        browser.click("[data-testid=metadata-open]").await;
        browser.wait_for("[data-testid=metadata-row]").await;
        let report = browser
            .text("document.querySelector('[data-testid=table-report]').innerText")
            .await;
        assert!(report.contains("2 行，1 行对上文件"), "{report}");

        browser.click("[data-testid=metadata-select-all]").await;
        fill(browser, "[data-testid=together-value]", "江城日报").await;
        browser.click("[data-testid=together-set]").await;
        wait_until_known(
            browser,
            "江城晚报/2022-07-04/A02.txt",
            "江城日报 2022-07-04 A02",
        )
        .await;
        browser.click("[data-testid=undo]").await;
        wait_until_known(
            browser,
            "江城晚报/2022-07-04/A02.txt",
            "江城晚报 2022-07-04 A02",
        )
        .await;

        fill(
            browser,
            "[data-testid=name-pattern]",
            "{版名}/{日期}/{版次}",
        )
        .await;
        wait_until_known(
            browser,
            "江城晚报/2022-07-04/A02.txt",
            "2022-07-04 A02 江城晚报",
        )
        .await;

        browser.click("[data-testid=arrange] summary").await;
        browser
            .evaluate(
                "(() => { const month = document.querySelector('[data-testid=filter][data-key=month]'); month.selectedIndex = 1; \
                 month.dispatchEvent(new Event('change', { bubbles: true })); return true; })()",
            )
            .await;
        browser.wait_for("[data-testid=articles-shown]").await;
        browser.click("[data-testid=count-only]").await;
        browser
            .wait_until("document.querySelector('[data-testid=articles-counted]').innerText.includes('1 / 2')")
            .await;
        browser.screenshot("metadata").await;
    });
}

#[test]
fn a_workbook_says_what_files_are() {
    in_browser(async |browser| {
        let folder = TempDir::new().unwrap();
        let page = write(&folder, "老桥.txt", ARTICLE);
        let rows = inline(&[
            &["文件名", "报纸", "见报日期", "版次"],
            &["老桥.txt", "江城晚报", "2022年7月4日", "A02"],
        ]);
        let table = folder.path().join("表.xlsx");
        fs::write(&table, Parts::new(&["", &rows]).bytes()).unwrap();
        let server = serve();
        browser.open_app(&server.url()).await;
        browser.drop_files(&[&page, &table]).await;
        browser
            .wait_until("document.querySelectorAll('[data-status=ready]').length === 2")
            .await;
        wait_until_known(browser, "老桥.txt", "江城晚报 2022-07-04 A02").await;
        let chips = "document.querySelectorAll('[data-testid=workbook-chip]').length";
        browser.wait_until(&format!("{chips} === 1")).await;
        let choices = "document.querySelectorAll('[data-testid=encoding-chip]').length";
        browser.wait_until(&format!("{choices} === 1")).await;
    });
}
