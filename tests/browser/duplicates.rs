//! 重复稿件: found, compared side by side, and counted once.

use tempfile::TempDir;

use crate::analysis::{assert_discreet, drop_and_read, open, write};
use crate::browser::in_browser;
use crate::site::serve;

const STORY: &str = "　　本报讯 昨日，记者从市水务局获悉，城区三座老旧泵站的改造全部完成，新装的九台水泵当天投入运行。\n　　市水务局副局长何青说，改造之后，遇到每小时五十毫米的降雨，低洼路段的积水可以在半小时之内排完。\n";
const CLOSE: &str = "　　家住河埠街的张秀兰记得，去年夏天的一场大雨，积水漫到了门槛，一家人用脸盆往外舀了一夜。（高小梅）\n";

#[test]
fn the_same_story_is_shown_side_by_side_and_counted_once() {
    in_browser(async |browser| {
        let folder = TempDir::new().unwrap();
        let whole = format!("泵站改造完成\n{STORY}{CLOSE}");
        let cut = format!("大雨不再看海\n{STORY}");
        let files = [
            write(&folder, "whole.txt", whole.as_bytes()),
            write(&folder, "cut.txt", cut.as_bytes()),
        ];
        let server = serve();
        let url = open(browser, &server).await;
        drop_and_read(browser, &[&files[0], &files[1]]).await;
        browser.wait_for("[data-testid=duplicate-group]").await;
        let tokens = "Number(document.querySelector('[data-testid=total-tokens]').dataset.value)";
        let all = browser.evaluate(tokens).await.as_u64().unwrap();

        browser.click("[data-testid=compare]").await;
        browser.wait_for("[data-testid=side-by-side]").await;
        assert_eq!(browser.count("[data-testid=side-by-side] article").await, 2);
        // The close is missing in one of the two papers.
        assert_eq!(
            browser
                .count("[data-testid=side-by-side] .is-different")
                .await,
            1
        );

        browser.click("[data-testid=setting-duplicates-once]").await;
        browser.wait_until(&format!("{tokens} < {all} * 0.7")).await;
        browser.click("[data-testid=undo]").await;
        browser.wait_until(&format!("{tokens} === {all}")).await;
        assert_discreet(browser, &url).await;
    });
}
