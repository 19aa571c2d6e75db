use proptest::prelude::*;

use super::*;

const WORDS: &str = "昨天 下午 ， 全市 疫情 防控 工作 会议 在 市 行政 中心 召开 。 会议 要求 ， 各 部门 要 把 群众 的 健康 放在 首位 ， 不 折 不 扣 落实 各项 措施 。";

/// The same text, with something else between the words.
fn parted(by: &str) -> String {
    WORDS.replace(' ', by)
}

#[test]
fn parted_words_are_recognised() {
    use Separator::{Blank, Slash, Tag};
    let tagged: String = WORDS.split(' ').map(|word| format!("{word}/n ")).collect();
    let of_content = "疫情 防控 工作 会议 部署 落实 措施 疫情 社区 排查 物资 保障 生产 恢复 疫情 防控 企业 复工 群众 健康\n".repeat(6);
    let rows = [
        (WORDS.to_owned(), Blank),
        (parted("\u{3000}"), Blank),
        (WORDS.replace(" ，", "，").replace(" 。", "。"), Blank),
        (WORDS.replace(" 。", "。\n"), Blank),
        (parted("/"), Slash),
        (parted("/ "), Slash),
        (parted(" / "), Slash),
        (tagged.clone(), Tag),
        (tagged.replace("/n ", "/n\n"), Tag),
        (format!("19980101-01-001-001/m {tagged}"), Tag),
        (tagged.replace("行政/n 中心/n", "[行政/n 中心/n]nt"), Tag),
        (of_content, Blank),
    ];
    for (text, expected) in rows {
        assert_eq!(recognise(&text), Some(expected), "{text}");
    }
}

#[test]
fn other_texts_are_not() {
    let running = parted("");
    let spaced: String = running.chars().flat_map(|c| [c, ' ']).collect();
    let names = "王明 李强 张伟 刘洋 陈静 杨柳 赵磊 黄勇 周杰 吴敏 徐丽 孙涛 ";
    let rows = [
        running.clone(),
        running.repeat(20),
        spaced.clone(),
        spaced.replace(' ', "\u{3000}"),
        // Headlines and verses with blanks between clauses.
        "全市动员 全民参与\n众志成城 共克时艰\n风雨同舟 守望相助\n".repeat(10),
        "床前明月光 疑是地上霜\n举头望明月 低头思故乡\n".repeat(10),
        // Lists of names, in rows and columns.
        names.repeat(3),
        names.replace(' ', "\n"),
        "王　林 李小明 张　伟 刘　洋 陈小静\n".repeat(12),
        // Tables.
        "姓名 性别 民族 籍贯\n王明 男 汉族 江苏\n李强 女 回族 山东\n".repeat(10),
        "北京  晴  上海  多云  广州  阵雨\n".repeat(10),
        "品名\t单价\t数量\n白菜\t二元\t三斤\n".repeat(10),
        // Markdown, English, mixed text.
        "# 标题\n\n- 第一项 说明\n- 第二项 说明\n\n**重点** 在这里，见 [链接](a/b)。\n".repeat(5),
        "The meeting was held on Monday and/or Tuesday.".repeat(10),
        "我们 用 Rust 写程序，在浏览器里运行；其他语言也可以，但是要慢一些，的确如此。".to_owned(),
        // Slashes in running text.
        "会议由省/市两级召开，参加人员包括书记/市长等，地点在办公楼三楼大会议室，时间为下午三点。"
            .repeat(4),
        "2022/7/3 上午/下午均可办理，请携带身份证/户口簿原件及复印件到窗口办理相关手续。".repeat(4),
        // Too little to say.
        "疫情 防控 工作".to_owned(),
        "疫情/防控/工作".to_owned(),
        String::new(),
    ];
    for text in rows {
        assert_eq!(recognise(&text), None, "{text}");
    }
}

fn tokens(text: &str, separator: Separator) -> Vec<(&str, TokenKind)> {
    let mut tokens = Vec::new();
    cut(text, separator, &|_| false, &mut tokens);
    let mut rest = text;
    let mut cut = Vec::new();
    for token in tokens {
        let (own, behind) = rest.split_at(token.len_bytes as usize);
        cut.push((own, token.kind));
        rest = behind;
    }
    assert_eq!(rest, "", "tokens of {text}");
    cut
}

#[test]
fn words_are_as_given() {
    use Separator::{Blank, Slash, Tag};
    // Separator, text, what is counted.
    let rows: [(Separator, &str, &[&str]); 12] = [
        (Blank, "疫情防控 工作", &["疫情防控", "工作"]),
        (Blank, "落实，措施 。", &["落实，措施"]),
        (Blank, "“疫情” （防控）， ……", &["疫情", "防控"]),
        (
            Blank,
            "7月3日 增长 5% 3.5",
            &["7月3日", "增长", "5%", "3.5"],
        ),
        (Blank, "迈克尔·乔丹 C++ GDP", &["迈克尔·乔丹", "C++", "GDP"]),
        (Slash, "疫情/防控/，/工作", &["疫情", "防控", "工作"]),
        (Slash, "疫情/ 防控／工作/", &["疫情", "防控", "工作"]),
        (Slash, "2022/7/3/召开", &["2022/7/3", "召开"]),
        (Tag, "疫情/n 防控/vn ，/w", &["疫情", "防控"]),
        (Tag, "[中央/n 电台/n]nt //w", &["中央", "电台"]),
        (Tag, "/w 没有标注 a/b/c", &["没有标注", "a/b"]),
        (Blank, "", &[]),
    ];
    for (separator, text, expected) in rows {
        let counted: Vec<&str> = tokens(text, separator)
            .into_iter()
            .filter(|(_, kind)| matches!(kind, TokenKind::Word | TokenKind::Number))
            .map(|(word, _)| word)
            .collect();
        assert_eq!(counted, expected, "{separator:?}: {text}");
    }
}

#[test]
fn tags_are_taken_out() {
    let rows = [
        ("疫情/n 防控/vn 。/w\n", "疫情 防控 。\n"),
        ("[中央/n 电台/n]nt", "[中央 电台"),
        ("没有标注", "没有标注"),
    ];
    for (text, expected) in rows {
        assert_eq!(without_tags(text), expected);
    }
}

proptest! {
    #[test]
    fn tokens_cover_any_text(text in "[\\PC疫情 /　a，n\\]\\[]{0,40}") {
        for separator in [Separator::Blank, Separator::Slash, Separator::Tag] {
            tokens(&text, separator);
        }
        recognise(&text);
        without_tags(&text);
    }
}
