//! 消息头: the words at a report's beginning that say from where and by whom it comes.

use super::byline;
use super::pattern::{group, pattern};

pattern!(
    /// 本报讯, 晚报综合消息, 新华社北京7月3日电, with the reporters in brackets where they follow.
    DATELINE,
    r"^(?:据)?",
    r"(?: (?:本[报報]|本刊|本[台臺]|\p{Han}{0,8}?(?:晚[报報]|日[报報]|早[报報]|晨[报報]|午[报報]|商[报報]|时[报報]|都市[报報]|快[报報]|周[报報]|青年[报報]|法制[报報]|法治[报報]|网|[台臺]))",
    r"    (?:综合|特稿|快)? (?:[讯訊]|消息(?:\s|[（(]|$))",
    r"  | (?:本[报報]|本刊|\p{Han}{1,4}社|中新网|央视网|人民网|\p{Han}{0,6}(?:日[报報]|晚[报報])) \s* (?:\p{Han}{1,10}?)? \s*",
    r"    (?:[0-9]{1,2}月)? [0-9]{1,2}日 (?:专|特|综合|体育|快)? (?:[电電]|[讯訊])",
    r"  | (?:新华社|中新社|法新社|路透社|美联社|塔斯社|共同社|韩联社) \s* (?:\p{Han}{1,8}?)? (?:专|综合)? (?:[电電]|[讯訊]|消息(?:\s|[（(]|$)) )",
    r"(?: \s* [（(] ([^（）()]{2,60}) [）)] )?"
);

/// A dateline at the beginning of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// How many bytes it takes from the beginning.
    pub bytes: usize,
    /// The reporters that it names.
    pub names: Vec<String>,
}

/// The dateline at the beginning of a text, if it begins with one.
pub fn at_start(text: &str) -> Option<Dateline> {
    // Most lines have none of the words that every dateline has; this spares them the pattern.
    if !text.contains(['讯', '訊', '电', '電', '消']) {
        return None;
    }
    let captures = DATELINE.captures(text)?;
    let whole = captures.get(0)?;
    let printed = whole.as_str();
    let reporters = group(&captures, 1);
    let names = byline::names(reporters);
    if reporters.is_empty() || names.as_ref().is_some_and(|names| names.has_role) {
        return Some(Dateline {
            bytes: printed.trim_end().len(),
            names: names.map(|names| names.names).unwrap_or_default(),
        });
    }
    // The bracket holds something else, which is text.
    let bracket = printed.rfind(['（', '(']).unwrap_or(printed.len());
    let bytes = printed.get(..bracket).unwrap_or(printed).trim_end().len();
    Some(Dateline {
        bytes,
        names: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_of_many_kinds() {
        let rows: [(&str, &str, &[&str]); 12] = [
            ("本报讯 7月3日，", "本报讯", &[]),
            (
                "本报讯（记者 陆小满 通讯员 何青）昨日，",
                "本报讯（记者 陆小满 通讯员 何青）",
                &["陆小满", "何青"],
            ),
            ("晚报讯 昨天", "晚报讯", &[]),
            (
                "本報訊（記者陳大文）昨日",
                "本報訊（記者陳大文）",
                &["陳大文"],
            ),
            ("晚报综合消息 昨天", "晚报综合消息", &[]),
            ("新华社北京7月3日电 ", "新华社北京7月3日电", &[]),
            (
                "新华社北京7月3日电（记者陆小满）",
                "新华社北京7月3日电（记者陆小满）",
                &["陆小满"],
            ),
            (
                "本报北京7月3日电（记者陆小满、何青）",
                "本报北京7月3日电（记者陆小满、何青）",
                &["陆小满", "何青"],
            ),
            ("据新华社电 ", "据新华社电", &[]),
            ("据新华社北京3日电 ", "据新华社北京3日电", &[]),
            ("江城晚报讯 昨日", "江城晚报讯", &[]),
            ("本报讯（副题见二版）昨日", "本报讯", &[]),
        ];
        for (text, expected, names) in rows {
            let found = at_start(text).unwrap_or_else(|| unreachable!("no dateline in {text}"));
            assert_eq!(text.get(..found.bytes), Some(expected), "{text}");
            assert_eq!(found.names, names, "{text}");
        }
    }

    #[test]
    fn running_text_has_no_dateline() {
        for text in [
            "记者从会上获悉",
            "据新华社报道，昨日",
            "本报消息灵通",
            "7月3日，市里",
            "网上讯息很多",
        ] {
            assert_eq!(at_start(text), None, "{text}");
        }
    }
}
