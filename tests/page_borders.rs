//! Borders between articles that were once read wrongly, each named after the fault.

use cijing::text::page::{NoWords, read};
use cijing::text::source::Source;

/// For each article its main texts: headlines, how each paragraph begins, bylines.
fn outline(text: &str) -> Vec<String> {
    let source = Source::new(text.to_owned());
    let page = read(&source, &NoWords);
    let begin = |text: String| text.chars().take(6).collect::<String>();
    let articles = page.articles.iter().map(|article| {
        let headlines = article.headlines.iter().map(|unit| &unit.printed);
        let paragraphs = article.paragraphs.iter().map(|unit| &unit.printed);
        let bylines = article.byline.iter().map(|byline| &byline.printed);
        let texts: Vec<String> = headlines
            .chain(paragraphs)
            .chain(bylines)
            .map(|printed| begin(printed.text(&source)))
            .filter(|text| !text.is_empty())
            .collect();
        texts.join("|")
    });
    articles.collect()
}

#[test]
fn borders_between_articles() {
    let rows: &[(&str, &str, &[&str])] = &[
        (
            "a headline above a dateline is no half of one",
            "新泵站投用\n　　江城日报讯 昨日，记者从市水务局获悉，城区三座老旧泵站的改造全部完成。\n　　按照计划，明年还要疏浚十二条河道。（高小梅）\n",
            &["新泵站投用|江城日报讯 |按照计划，明|（高小梅）"],
        ),
        (
            "the bracket of a byline opened on the line before",
            "本报讯 江边老码头修缮一年后，昨天重新开放，石阶按原样补齐。（\n周雨）\n",
            &["本报讯 江边|（周雨）"],
        ),
        (
            "what comes from another page begins an article",
            "本报讯（记者 周雨）昨日，城东粮站的烘干机转了一整天，三百多户农户排着队送粮。\n（上接第1版）\n河堤上的柳树已经发芽，来放风筝的人一天比一天多。\n",
            &["本报讯（记者", "河堤上的柳树"],
        ),
        (
            "a byline behind a report that names its reporters is the next article's",
            "本报讯（记者 周雨）昨日，城东粮站的烘干机转了一整天，三百多户农户排着队送粮。\n\n作者：何青\n河堤上的柳树已经发芽，来放风筝的人一天比一天多。\n",
            &["本报讯（记者", "河堤上的柳树|作者：何青"],
        ),
        (
            "a document begins where it says for whom it is",
            "本报讯（记者 周雨）昨日，城东粮站的烘干机转了一整天，三百多户农户排着队送粮。\n关于做好秋季防火工作的通知\n各街道办事处：\n为做好秋季防火工作，现将有关事项通知如下。\n江城市消防救援支队\n2022年10月9日\n",
            &["本报讯（记者", "关于做好秋季|各街道办事处|为做好秋季防"],
        ),
    ];
    for (fault, text, expected) in rows {
        assert_eq!(outline(text), *expected, "{fault}");
    }
}
