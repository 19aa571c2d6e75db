//! A question as people bring it: what two papers say unlike, from the groups to the lines on the page, the methods and
//! the tables.

use std::process::Command;

use tempfile::TempDir;

use crate::analysis::{assert_discreet, drop_and_read, open, write};
use crate::browser::{Browser, in_browser};
use crate::results::{downloaded, save_downloads_to};
use crate::site::serve;

/// A paper of the river: own text.
const RIVER: &str = "江堤加固工程开工\n\n\
本报讯　昨天，江堤加固工程开工。工程部门表示，江堤要在汛期以前加固完成。\n\n\
沿江居民说，去年汛期江水漫过江堤，今年加固江堤，大家放心。\n\n\
水利专家介绍，江堤加固以后，能够抵御百年一遇的洪水。汛期来临，巡堤人员每天巡查江堤。\n\n\
巡堤志愿者共有三百名，分成十组，日夜巡查。\n";

/// A paper of the school: own text.
const SCHOOL: &str = "社区夜校开课\n\n\
本报讯　昨天，社区夜校开课。居民下班以后，到夜校学习书法。\n\n\
夜校老师说，书法课最受居民欢迎，摄影课也坐满了人。\n\n\
社区表示，夜校下个月增加摄影课，居民可以免费报名。夜校的课程由居民投票选出。\n\n\
报名的居民超过三百名，社区把会议室改成教室。\n";

#[test]
fn two_papers_are_compared_and_the_answer_leads_to_the_page() {
    in_browser(async |browser| {
        let folder = TempDir::new().unwrap();
        let downloads = TempDir::new().unwrap();
        let river = write(&folder, "江堤.txt", RIVER.as_bytes());
        let school = write(&folder, "夜校.txt", SCHOOL.as_bytes());
        let server = serve();
        let url = open(browser, &server).await;
        save_downloads_to(browser, downloads.path()).await;
        drop_and_read(browser, &[&river, &school]).await;

        // A group of each file, and the one against the other.
        browser.click("[data-testid=tab-compare]").await;
        browser.click("[data-testid=corpus-group-each-file]").await;
        browser.wait_for("[data-testid=keyness-target]").await;
        choose(browser, "keyness-target", "江堤").await;
        choose(browser, "keyness-reference", "夜校").await;
        let top = "[data-testid=measure-row][data-row='0'][data-name='江堤']";
        browser.wait_for(top).await;

        // The same figures as on the command line.
        browser.click("[data-testid=measure-csv]").await;
        let saved = downloaded(downloads.path(), "csv").await;
        let printed = Command::new(env!("CARGO_BIN_EXE_cijing"))
            .args(["keyness", "--format", "csv"])
            .arg(&river)
            .arg("--against")
            .arg(&school)
            .output()
            .unwrap();
        assert!(printed.status.success(), "{printed:?}");
        assert!(rows(&saved).lines().count() > 3);
        assert_eq!(rows(&saved), rows(&printed.stdout));

        // The lines of the first keyword, by what stands right of it.
        browser.click(top).await;
        browser.wait_for("[data-testid=concordance-row]").await;
        let found = "Number(document.querySelector('[data-testid=search-count]').dataset.found)";
        assert_eq!(browser.evaluate(found).await, 7, "江堤 in its paper");
        browser.click("[data-testid=sort-right]").await;
        browser
            .wait_for("[data-testid=sort-right][aria-pressed=true]")
            .await;
        browser
            .wait_until(
                "(() => { const right = [...document.querySelectorAll('[data-testid=concordance-row] .line-right')]
                    .map((line) => line.textContent.replace(/[^\\p{Script=Han}]/gu, '').slice(0, 1)).filter((one) => one);
                    return right.length === 6 && right.every((one, at) => at === 0 || right[at - 1] <= one); })()",
            )
            .await;

        // One of them on its page, with the source lit.
        browser.click("[data-testid=concordance-row]").await;
        browser.wait_for("[data-testid=line-card]").await;
        browser.click("[data-testid=card-page]").await;
        browser.wait_for("[data-testid=source-row].lit").await;

        // What was done, and all tables.
        browser.click("[data-testid=tab-overview]").await;
        browser.click("[data-testid=methods-toggle]").await;
        browser.wait_for("[data-testid=methods-chinese]").await;
        let methods = browser
            .text("document.querySelector('[data-testid=methods-chinese]').textContent")
            .await;
        assert!(
            methods.contains("主题词") && methods.contains("分组“江堤”"),
            "{methods}"
        );
        browser.click("[data-testid=workbook-save]").await;
        let workbook = downloaded(downloads.path(), "xlsx").await;
        assert!(workbook.starts_with(b"PK") && workbook.len() > 3000);
        assert_discreet(browser, &url).await;
    });
}

/// A thousand articles, each of words drawn by the SplitMix64 generator, as a database exports them.
fn thousand_articles() -> String {
    const WORDS: &str = "江堤 加固 工程 汛期 居民 夜校 书法 课程 社区 报名 疫情 防控 企业 生产 市场 学校 医院 图书馆 2022年 GDP";
    let words: Vec<&str> = WORDS.split(' ').collect();
    let mut state: u64 = 5;
    let mut below = |limit: usize| {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).unwrap()
    };
    let mut text = String::new();
    for number in 1..=1000 {
        text += &format!(
            "【标题】第{number}篇\n【日期】2022-{:02}-{:02}\n【正文】",
            number % 12 + 1,
            number % 28 + 1
        );
        for _ in 0..below(12) + 1 {
            for _ in 0..below(9) + 1 {
                text += words[below(words.len())];
            }
            text += "。";
        }
        text += "\n\n";
    }
    text
}

#[test]
fn a_thousand_texts_have_the_figures_of_the_command_line() {
    in_browser(async |browser| {
        let folder = TempDir::new().unwrap();
        let downloads = TempDir::new().unwrap();
        let file = write(&folder, "千篇.txt", thousand_articles().as_bytes());
        let server = serve();
        open(browser, &server).await;
        save_downloads_to(browser, downloads.path()).await;
        drop_and_read(browser, &[&file]).await;
        let texts = "[data-testid=texts] .measure-box:not(.is-short)";
        for (tab, part, table, command) in [
            (
                "tab-overview",
                "texts-toggle",
                texts,
                &["stats", "--articles"][..],
            ),
            (
                "tab-words",
                "words-part-table",
                ".area-results",
                &["dispersion"][..],
            ),
        ] {
            browser.click(&format!("[data-testid={tab}]")).await;
            browser.click(&format!("[data-testid={part}]")).await;
            browser
                .wait_for(&format!("{table} [data-testid=measure-row]"))
                .await;
            browser
                .click(&format!("{table} [data-testid=measure-csv]"))
                .await;
            let saved = downloaded(downloads.path(), "csv").await;
            let printed = Command::new(env!("CARGO_BIN_EXE_cijing"))
                .args(command)
                .args(["--format", "csv"])
                .arg(&file)
                .output()
                .unwrap();
            assert!(printed.status.success(), "{printed:?}");
            assert!(
                saved == printed.stdout,
                "{command:?}: the page and the command line differ"
            );
        }
    });
}

/// Chooses the option of a list whose text is this, or ends with it.
async fn choose(browser: &Browser, list: &str, option: &str) {
    let chosen = format!(
        "(() => {{ const list = document.querySelector('[data-testid={list}]');
            const select = list.matches('select') ? list : list.querySelector('select');
            const at = [...select.options].findIndex((one) => one.textContent.trim() === '{option}');
            select.selectedIndex = at;
            select.dispatchEvent(new Event('change', {{ bubbles: true }}));
            return at; }})()"
    );
    let at = browser.evaluate(&chosen).await;
    assert!(at.as_i64() >= Some(0), "{list} has no {option}");
}

/// The rows of a table without what stands beneath them: the groups have other names on the command line.
fn rows(csv: &[u8]) -> String {
    let text = String::from_utf8_lossy(csv);
    let rows = text.split("\r\n\"\"\r\n").next();
    rows.unwrap_or_default().to_owned()
}
