//! 署名: who wrote an article, at its end or under its headline.

use super::character::{ends_sentence, is_closing};
use super::name;
use super::pattern::{group, pattern};

/// What a person did, as it stands before or behind names. Longer words come first.
const ROLES: [&str; 42] = [
    "本报特约评论员",
    "本报特约记者",
    "本报通讯员",
    "本报评论员",
    "特约评论员",
    "特约通讯员",
    "全媒体记者",
    "融媒体记者",
    "摄影记者",
    "新华社记者",
    "首席记者",
    "见习记者",
    "实习记者",
    "本报记者",
    "晚报记者",
    "日报记者",
    "早报记者",
    "晨报记者",
    "实习生",
    "通讯员",
    "评论员",
    "摄影报道",
    "报道组",
    "文/图",
    "文/摄",
    "文图",
    "图文",
    "本報記者",
    "記者",
    "记者",
    "作者",
    "撰文",
    "摄影",
    "编译",
    "整理",
    "编辑整理",
    "采写",
    "供图",
    "供稿",
    "报道",
    "绘图",
    "制图",
];
/// Bylines that name an office and no person.
const OFFICES: [&str; 6] = [
    "本报评论员",
    "本报特约评论员",
    "特约评论员",
    "新华社评论员",
    "人民日报评论员",
    "评论员",
];

pattern!(
    /// A bracket at the end of a text.
    BRACKETED_END,
    r"[\s　]* [（(] ([^（）()]{2,60}) [）)] [\s　]* $"
);
pattern!(
    /// A role and names behind a finished sentence.
    BARE_END,
    r"[。！？”!?] [\s　]* ((?:本报|晚报|日报|实习|见习|首席|特约|全媒体|融媒体)?(?:记者|通讯员|评论员)[\s　:：][^，。！？]{2,50}) $"
);
pattern!(
    /// A line that is a byline as a whole: marks, brackets, label.
    OWN_LINE,
    r"^ [□■◎●○◆◇▲△☆★]? [\s　]* [（(\[【]? [\s　]* (?:(文字?|图|摄影|作者|记者|撰文|采写|整理|编译) [/／:：丨|] [\s　]*)? ([^（）()。，！？]{2,60}?)",
    r"[\s　]* [）)\]】]? $"
);

/// Names found in a byline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The persons, or the office that signs.
    pub names: Vec<String>,
    /// Whether a word such as 记者 stands with them.
    pub has_role: bool,
}

/// A byline at the end of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Byline {
    /// The byte at which it begins.
    pub start: usize,
    /// The persons.
    pub names: Vec<String>,
}

/// The names in what stands between a byline's brackets; `None` where it is something else.
pub fn names(text: &str) -> Option<Names> {
    if let Some(office) = OFFICES.iter().find(|office| text.trim() == **office) {
        return Some(Names {
            names: vec![(*office).to_owned()],
            has_role: true,
        });
    }
    let mut has_role = false;
    let mut spaced = text.replace([':', '：'], " ");
    for role in ROLES {
        if spaced.contains(role) {
            has_role = true;
            spaced = spaced.replace(role, "、");
        }
    }
    let mut names = Vec::new();
    for word in name::words(&spaced) {
        if matches!(word.as_str(), "文" | "图" | "摄" | "本报" | "晚报") {
            has_role = true;
        } else if name::looks_like_name(&word) || (has_role && name::could_be_name(&word)) {
            names.push(word);
        } else {
            return None;
        }
    }
    (has_role || !names.is_empty()).then_some(Names { names, has_role })
}

/// The byline at the end of a paragraph, in brackets or behind the last sentence.
pub fn at_end(text: &str) -> Option<Byline> {
    bracketed_at_end(text).or_else(|| bare_at_end(text))
}

fn bracketed_at_end(text: &str) -> Option<Byline> {
    let captures = BRACKETED_END.captures(text)?;
    let whole = captures.get(0)?;
    let before = text.get(..whole.start()).unwrap_or("");
    let last = before.trim_end_matches(is_closing).chars().next_back()?;
    let content = group(&captures, 1);
    // A narrow column may break a name.
    let found =
        names(content).or_else(|| names(&content.split_whitespace().collect::<String>()))?;
    let is_credible = ends_sentence(last) || found.has_role && !found.names.is_empty();
    is_credible.then(|| Byline {
        start: whole.end() - whole.as_str().trim_start().len(),
        names: found.names,
    })
}

fn bare_at_end(text: &str) -> Option<Byline> {
    let captures = BARE_END.captures(text)?;
    let byline = captures.get(1)?;
    let found = names(byline.as_str())?;
    (!found.names.is_empty()).then(|| Byline {
        start: byline.start(),
        names: found.names,
    })
}

/// The names on a line that is a byline as a whole.
pub fn own_line(text: &str) -> Option<Vec<String>> {
    let text = text.trim();
    let captures = OWN_LINE.captures(text)?;
    let content = group(&captures, 2);
    let found = names(content)?;
    let is_bracketed = text.starts_with(['（', '(']) && text.ends_with(['）', ')']);
    let is_marked = text.starts_with(['□', '■', '◎', '●', '○', '◆', '◇']);
    let is_labelled = !group(&captures, 1).is_empty();
    let is_credible = found.has_role || is_bracketed || is_marked || is_labelled;
    is_credible.then_some(found.names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_at_the_end() {
        let rows: [(&str, &str, &[&str]); 7] = [
            ("落到实处。 （高小梅）", "（高小梅）", &["高小梅"]),
            (
                "落到实处。（记者 高小梅 通讯员 何青）",
                "（记者 高小梅 通讯员 何青）",
                &["高小梅", "何青"],
            ),
            (
                "说：“好。”(高小梅、何青)",
                "(高小梅、何青)",
                &["高小梅", "何青"],
            ),
            ("落到实处。（本报记者）", "（本报记者）", &[]),
            (
                "落到实处。 记者 高小梅 何青",
                "记者 高小梅 何青",
                &["高小梅", "何青"],
            ),
            ("落到实处。本报记者 高小梅", "本报记者 高小梅", &["高小梅"]),
            (
                "落到实处。（高小梅 文/图）",
                "（高小梅 文/图）",
                &["高小梅"],
            ),
        ];
        for (text, expected, names) in rows {
            let found = at_end(text).unwrap_or_else(|| unreachable!("no byline in {text}"));
            assert_eq!(text.get(found.start..), Some(expected), "{text}");
            assert_eq!(found.names, names, "{text}");
        }
        for text in [
            "落到实处。（完）",
            "全书完。（未完待续）",
            "老人的女儿（高小梅）",
            "记者从会上获悉。",
        ] {
            assert_eq!(at_end(text), None, "{text}");
        }
    }

    #[test]
    fn bylines_on_their_own_line() {
        let rows: [(&str, &[&str]); 8] = [
            ("（惠小婧）", &["惠小婧"]),
            ("□ 本报记者 陆小满", &["陆小满"]),
            ("本报记者 陆小满 通讯员 何青", &["陆小满", "何青"]),
            ("作者：陆小满", &["陆小满"]),
            ("文/陆小满 图/何青", &["陆小满", "何青"]),
            ("陆小满 文/图", &["陆小满"]),
            ("本报评论员", &["本报评论员"]),
            ("记者 陆 满", &["陆满"]),
        ];
        for (text, names) in rows {
            assert_eq!(own_line(text).unwrap_or_default(), names, "{text}");
        }
        for text in [
            "陆小满",
            "记者从会上获悉",
            "以最严态度打赢",
            "王春明 李大山",
            "（一）",
        ] {
            assert_eq!(own_line(text), None, "{text}");
        }
    }
}
