use crate::text::page::NoWords;
use crate::text::page::model::{Field, HeadlineRole, Page, Rule};
use crate::text::page::read;
use crate::text::source::Source;

/// What is read of a text: for each article headlines, paragraphs, names and facts, a line each.
fn outline(text: &str) -> (Source, Page, Vec<String>) {
    let source = Source::new(text.to_owned());
    let page = read(&source, &NoWords);
    let mut lines = Vec::new();
    for article in &page.articles {
        for headline in &article.headlines {
            lines.push(format!(
                "{:?} {}",
                headline.role,
                headline.printed.text(&source)
            ));
        }
        for paragraph in &article.paragraphs {
            lines.push(format!(
                "{:?} {}",
                paragraph.kind,
                paragraph.printed.text(&source)
            ));
        }
        for byline in article.byline.iter().chain(&article.other_bylines) {
            lines.push(format!("by {}", byline.names.join("、")));
        }
        for stated in &article.stated {
            lines.push(format!("{:?} {}", stated.field, stated.value));
        }
    }
    (source, page, lines)
}

#[test]
fn a_row_is_an_article() {
    let text = "标题,正文,作者,见报日期,字数\r\n\
                晚稻开镰,\"本报讯 昨日，\"\"铁牛\"\"下田。\r\n老周说，今年收成好。\",陆小满 何青,2022-10-05,120\r\n\
                ,,,,\r\n\
                \"灯会,开幕\",灯会开幕了。,,2022/10/6,\r\n";
    let (source, page, lines) = outline(text);
    assert_eq!(
        lines,
        [
            "Main 晚稻开镰",
            "Body 本报讯 昨日，\"铁牛\"下田。",
            "Body 老周说，今年收成好。",
            "by 陆小满、何青",
            "Author 陆小满 何青",
            "Published 2022-10-05",
            "Main 灯会,开幕",
            "Body 灯会开幕了。",
            "Published 2022/10/6",
        ]
    );
    let date = page.articles[0]
        .date
        .as_ref()
        .and_then(|date| date.iso.as_ref());
    assert_eq!(date.map(|(iso, _)| iso.as_str()), Some("2022-10-04"));
    let removed: Vec<(Rule, String)> = page
        .removed
        .iter()
        .map(|unit| (unit.rule, unit.printed.text(&source)))
        .collect();
    assert_eq!(
        removed.first(),
        Some(&(Rule::Markup, "标题,正文,作者,见报日期,字数".to_owned()))
    );
    assert!(
        removed.contains(&(Rule::Field, "120".to_owned())),
        "{removed:?}"
    );
}

#[test]
fn a_table_without_texts_is_no_list_of_articles() {
    let (_, page, _) = outline("标题,日期\n甲,2022-07-04\n");
    assert!(
        page.articles
            .iter()
            .all(|article| article.stated.is_empty())
    );
}

#[test]
fn an_export_with_brackets() {
    let text = "共检索到2条记录\n\n\
                【报纸名称】江城日报\n【日期】2022-07-04 【版次】A02\n【引题】全市秋收\n【标题】晚稻\n开镰\n【作者】本报记者 陆小满\n\
                【正文】\n　　本报讯 昨日，城东的晚稻开镰。\n　　老周说，今年收成好。\n【字数】48\n----------\n\
                【报纸名称】江城日报\n【日期】2022-07-05 【版次】1\n【标题】灯会开幕\n【正文】灯会开幕了。\n";
    let (source, page, lines) = outline(text);
    assert_eq!(
        lines,
        [
            "Kicker 全市秋收",
            "Main 晚稻 开镰",
            "Body 本报讯 昨日，城东的晚稻开镰。",
            "Body 老周说，今年收成好。",
            "by 陆小满",
            "Newspaper 江城日报",
            "Published 2022-07-04",
            "PageNumber A02",
            "Author 本报记者 陆小满",
            "Main 灯会开幕",
            "Body 灯会开幕了。",
            "Newspaper 江城日报",
            "Published 2022-07-05",
            "PageNumber 1",
        ]
    );
    let site = page.removed.iter().find(|unit| unit.rule == Rule::Site);
    assert_eq!(
        site.map(|unit| unit.printed.text(&source)).as_deref(),
        Some("共检索到2条记录")
    );
}

#[test]
fn an_export_with_colons() {
    let text = "标题：晚稻开镰\n作者：陆小满\n来源：江城日报\n日期：2022-07-04  版次：A02\n\n\
                城东的晚稻开镰。\n\n时间：上午九点，地点是市民中心。\n老周说，今年收成好。\n\n\
                标题：灯会开幕\n作者：何青\n来源：江城日报\n日期：2022-07-05  版次：A03\n\n灯会开幕了。\n字数：7\n";
    let (_, page, lines) = outline(text);
    assert_eq!(
        lines,
        [
            "Main 晚稻开镰",
            "Body 城东的晚稻开镰。",
            "Body 时间：上午九点，地点是市民中心。",
            "Body 老周说，今年收成好。",
            "by 陆小满",
            "Author 陆小满",
            "Source 江城日报",
            "Published 2022-07-04",
            "PageNumber A02",
            "Main 灯会开幕",
            "Body 灯会开幕了。",
            "by 何青",
            "Author 何青",
            "Source 江城日报",
            "Published 2022-07-05",
            "PageNumber A03",
        ]
    );
    assert!(
        page.articles
            .iter()
            .all(|article| article.headlines.len() == 1)
    );
}

#[test]
fn a_record_may_lack_the_field_that_the_first_begins_with() {
    let text = "【引题】全市秋收\n【标题】晚稻开镰\n【作者】陆小满\n【日期】2022-07-04\n【正文】晚稻开镰了。\n\n\
                【标题】灯会开幕\n【作者】何青\n【日期】2022-07-05\n【正文】灯会开幕了。\n";
    let (_, page, lines) = outline(text);
    assert_eq!(page.articles.len(), 2, "{lines:#?}");
}

#[test]
fn other_texts_are_no_exports() {
    let texts = [
        "时间：上午九点\n地点：市民中心\n内容：灯会\n主题：灯会",
        "标题：晚稻\n正文：开镰。",
        "他说：“好。”\n她问：为什么？\n他答：不为什么。",
        "【晚稻】开镰了。\n【灯会】开幕了。",
    ];
    for text in texts {
        let (_, page, lines) = outline(text);
        assert!(
            page.articles
                .iter()
                .all(|article| article.stated.is_empty()),
            "{text:?}: {lines:?}"
        );
    }
}

#[test]
fn fields_know_their_kind() {
    let (_, page, _) = outline("title;text;place\n甲;乙。;江城\n");
    let [article] = page.articles.as_slice() else {
        unreachable!("one article")
    };
    assert_eq!(article.headlines[0].role, HeadlineRole::Main);
    assert_eq!(article.stated[0].field, Field::Place);
}
