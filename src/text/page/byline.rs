//! 署名: who wrote an article, at its end or under its headline. What a byline says is read by [`super::credit`].

use super::character::{ends_sentence, is_closing};
use super::credit::{self, Credit};

/// Longest byline in bytes: several persons with several roles.
const LONGEST: usize = 240;
/// Marks before a byline on a line of its own.
const MARKS: [char; 14] = [
    '□', '■', '◎', '●', '○', '◆', '◇', '▲', '△', '☆', '★', '▪', '￭', '▌',
];
/// Characters of which every byline has one, unless it has brackets or marks: most lines are running text and have none.
const OF_ROLES: [char; 18] = [
    '记', '記', '员', '員', '者', '生', '文', '图', '摄', '译', '理', '稿', '道', '笔', '组', '写',
    '部', '影',
];

/// A byline at the end of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Byline {
    /// The byte at which it begins.
    pub start: usize,
    /// The persons.
    pub names: Vec<String>,
}

/// What a byline's words say, which a narrow column may break: its line ends stand between names or inside one.
pub fn read(text: &str) -> Option<Credit> {
    let broken = text.contains(['\n', '\r']);
    let spaced = credit::read(text);
    if !broken || spaced.as_ref().is_some_and(|credit| credit.is_sure) {
        return spaced;
    }
    let joined: String = text.lines().map(str::trim).collect();
    credit::read(&joined).or(spaced)
}

/// The byline at the end of a paragraph, in brackets or behind the last sentence.
pub fn at_end(text: &str) -> Option<Byline> {
    bracketed_at_end(text).or_else(|| bare_at_end(text))
}

fn bracketed_at_end(text: &str) -> Option<Byline> {
    let text = text.trim_end();
    let inner = text.strip_suffix(['）', ')', '】', '〕'])?;
    let open = inner.rfind(['（', '(', '【', '〔'])?;
    let (before, content) = (inner.get(..open)?, inner.get(open..)?);
    let content = content.get(content.chars().next()?.len_utf8()..)?;
    if content.len() > LONGEST || content.contains(['）', ')']) {
        return None;
    }
    let last = before
        .trim_end()
        .trim_end_matches(is_closing)
        .chars()
        .next_back()?;
    if matches!(last, '讯' | '訊' | '电' | '電' | '息') {
        // The reporters of a dateline.
        return None;
    }
    let names = match read(content) {
        Some(credit) if ends_sentence(last) || credit.is_newsroom && !credit.names.is_empty() => {
            credit.names
        }
        _ if ends_sentence(last) && credit::is_source(content) => Vec::new(),
        _ => return None,
    };
    Some(Byline { start: open, names })
}

/// Names behind the last sentence, with a role and blanks: 。 记者 甲 乙
fn bare_at_end(text: &str) -> Option<Byline> {
    let text = text.trim_end();
    let from = text.ceil_char_boundary(text.len().saturating_sub(LONGEST));
    let window = text.get(from..)?;
    let stop = window.rfind(|character| ends_sentence(character) && character != '.')?;
    let behind = window.get(stop..)?.trim_start_matches(|character: char| {
        ends_sentence(character) || is_closing(character) || character.is_whitespace()
    });
    if behind.contains(['，', '：', '“']) || !behind.contains(char::is_whitespace) {
        return None;
    }
    let credit = read(behind.trim_start_matches(MARKS))?;
    (credit.has_role && !credit.names.is_empty()).then(|| Byline {
        start: text.len() - behind.len(),
        names: credit.names,
    })
}

/// The names on a line that is a byline as a whole.
pub fn own_line(text: &str) -> Option<Vec<String>> {
    let text = text.trim();
    let bare = text.trim_start_matches(MARKS).trim();
    let is_marked = bare.len() < text.len();
    let inner = without_brackets(bare);
    let is_bracketed = inner.len() < bare.len();
    if text.len() > LONGEST
        || !(is_marked || is_bracketed || text.contains(OF_ROLES))
        || inner.contains(['。', '，', '！', '？', '；', '“', '（', '('])
        || !is_bracketed && inner.contains('《')
    {
        return None;
    }
    let credit = match read(inner) {
        Some(credit) => credit,
        None if is_bracketed && credit::is_source(inner) => Credit::default(),
        None => return None,
    };
    let is_credible = credit.has_role && (credit.is_newsroom || !credit.names.is_empty())
        || is_bracketed
        || is_marked;
    is_credible.then_some(credit.names)
}

/// Whether a byline on its own line is set as those under headlines are: with a box, or 文/ or 作者： before the name.
pub fn stands_under_headlines(text: &str) -> bool {
    const OPENINGS: [&str; 5] = ["文/", "文／", "作者：", "作者:", "作者/"];
    text.starts_with(MARKS) || OPENINGS.iter().any(|opening| text.starts_with(opening))
}

/// A text without the brackets around it, of which a narrow column may have cut one off.
fn without_brackets(text: &str) -> &str {
    let inner = text
        .strip_prefix(['（', '(', '[', '【', '〔'])
        .unwrap_or(text);
    inner
        .strip_suffix(['）', ')', ']', '】', '〕'])
        .unwrap_or(inner)
        .trim()
}

/// The name on a line that holds nothing but one or two: 钟声, 陆小满　何青. Only its place tells whether it is a byline.
pub fn bare_names(text: &str) -> Option<Vec<String>> {
    if text.len() > 40 {
        return None;
    }
    let credit = credit::read(text)?;
    (credit.is_sure && !credit.has_role && (1..=2).contains(&credit.names.len()))
        .then_some(credit.names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_at_the_end() {
        let rows: &[(&str, &str, &[&str])] = &[
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
            ("落到实处。 高小梅 文/图", "高小梅 文/图", &["高小梅"]),
            ("落到实处。（高\n小梅）", "（高\n小梅）", &["高小梅"]),
            (
                "落到实处。（记者 高小梅\n何青）",
                "（记者 高小梅\n何青）",
                &["高小梅", "何青"],
            ),
            (
                "落到实处。（记者 高小\n梅 通讯员 何青）",
                "（记者 高小\n梅 通讯员 何青）",
                &["高小梅", "何青"],
            ),
            ("落到实处。（据新华社）", "（据新华社）", &[]),
            ("落到实处。【记者 高小梅】", "【记者 高小梅】", &["高小梅"]),
            (
                "负责落到实处（记者 高小梅）",
                "（记者 高小梅）",
                &["高小梅"],
            ),
            (
                "落到实处。 ■本报记者 高小梅",
                "■本报记者 高小梅",
                &["高小梅"],
            ),
        ];
        for (text, expected, names) in rows {
            let found = at_end(text).unwrap_or_else(|| unreachable!("no byline in {text}"));
            assert_eq!(text.get(found.start..), Some(*expected), "{text}");
            assert_eq!(found.names, *names, "{text}");
        }
        for text in [
            "落到实处。（完）",
            "全书完。（未完待续）",
            "老人的女儿（高小梅）",
            "记者从会上获悉。",
            "很好。记者来到",
            "很好。记者于昨日",
            "很好。（据说）",
            "很好。记者 从会上",
        ] {
            assert_eq!(at_end(text), None, "{text}");
        }
    }

    #[test]
    fn bylines_on_their_own_line() {
        let rows: &[(&str, &[&str])] = &[
            ("（惠小婧）", &["惠小婧"]),
            ("□ 本报记者 陆小满", &["陆小满"]),
            ("□陆小满", &["陆小满"]),
            ("本报记者 陆小满 通讯员 何青", &["陆小满", "何青"]),
            ("作者：陆小满", &["陆小满"]),
            ("文/陆小满 图/何青", &["陆小满", "何青"]),
            ("陆小满 文/图", &["陆小满"]),
            ("本报评论员", &["本报评论员"]),
            ("记者 陆 满", &["陆满"]),
            ("编译 陆小满", &["陆小满"]),
            ("（据新华社）", &[]),
            ("（记者 陆小满", &["陆小满"]),
            ("通讯员 何青）", &["何青"]),
        ];
        for (text, names) in rows {
            assert_eq!(own_line(text).unwrap_or_default(), *names, "{text}");
        }
        for text in [
            "陆小满",
            "记者从会上获悉",
            "以最严态度打赢",
            "王春明 李大山",
            "（一）",
            "记者调查",
            "本报记者 实地探访",
            "■ 新闻链接",
        ] {
            assert_eq!(own_line(text), None, "{text}");
        }
        assert_eq!(bare_names("钟声"), Some(vec!["钟声".to_owned()]));
        assert_eq!(bare_names("江水上涨"), None);
    }
}
