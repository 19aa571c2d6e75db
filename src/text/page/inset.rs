//! Boxes inside an article: 新闻链接, 编者按, 记者手记.

/// Titles of boxes.
const TITLES: [&str; 34] = [
    "新闻链接",
    "相关链接",
    "相关新闻",
    "链接",
    "名词解释",
    "新闻背景",
    "背景链接",
    "背景",
    "小贴士",
    "小知识",
    "小资料",
    "资料链接",
    "编者按",
    "编者的话",
    "编后",
    "编后语",
    "编辑手记",
    "记者手记",
    "采访手记",
    "记者感言",
    "延伸阅读",
    "温馨提示",
    "特别提醒",
    "特别提示",
    "提示",
    "提醒",
    "新闻延伸",
    "延伸",
    "新闻助读",
    "知识链接",
    "专家提醒",
    "友情提示",
    "核心提示",
    "短评",
];

/// The text without marks and brackets around it.
fn bare(text: &str) -> &str {
    text.trim_matches(|character: char| {
        character.is_whitespace() || "■□◆◇●○★☆▲►▶【】[]〔〕（）()：:·|▌＞>".contains(character)
    })
}

/// Whether a line is the title of a box.
pub fn is_title(text: &str) -> bool {
    let bare = bare(text);
    // The longest title has four characters.
    bare.len() <= 16 && {
        let closed: String = bare
            .chars()
            .filter(|character| !character.is_whitespace())
            .collect();
        TITLES.contains(&closed.as_str())
    }
}

/// Whether a paragraph begins with the title of a box: 编者按：
pub fn begins(text: &str) -> bool {
    let end = text
        .char_indices()
        .nth(10)
        .map_or(text.len(), |(end, _)| end);
    let opening = text.get(..end).unwrap_or("");
    let title = opening.find(['：', ':', '】', '\u{3000}']);
    title.is_some_and(|end| is_title(opening.get(..end).unwrap_or("")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_beginnings() {
        for text in [
            "新闻链接",
            "■ 相关链接",
            "【编者按】",
            "编 后",
            "［小贴士］".trim_matches(['［', '］']),
        ] {
            assert!(is_title(text), "{text}");
        }
        for text in ["新闻链接在这里", "链接未来", "编者"] {
            assert!(!is_title(text), "{text}");
        }
        for (text, expected) in [
            ("编者按：近来，", true),
            ("【小贴士】出门", true),
            ("提示：", true),
            ("背景：他说", true),
            ("他说：好", false),
            ("背景音乐响起", false),
        ] {
            assert_eq!(begins(text), expected, "{text}");
        }
    }
}
