//! What stands in a byline: roles, newsrooms and names.
//!
//! A byline is read from left to right: role words (本报记者), names, and newsrooms or offices to which the persons
//! belong. Anything else in it, and it is none.

use super::name;

/// What stands before a role word.
const PREFIXES: [&str; 40] = [
    "本报",
    "本刊",
    "本网",
    "本台",
    "本社",
    "本報",
    "晚报",
    "日报",
    "早报",
    "晨报",
    "午报",
    "商报",
    "时报",
    "快报",
    "都市报",
    "青年报",
    "新华社",
    "中新社",
    "首席",
    "高级",
    "资深",
    "见习",
    "实习",
    "特约",
    "特派",
    "驻京",
    "驻地",
    "全媒体",
    "融媒体",
    "新媒体",
    "摄影",
    "文字",
    "图片",
    "体育",
    "财经",
    "法治",
    "深度",
    "调查",
    "报社",
    "记者站",
];
/// Kinds of newspapers: what stands before one belongs to its name.
const PAPERS: [&str; 10] = [
    "晚报",
    "日报",
    "早报",
    "晨报",
    "午报",
    "商报",
    "时报",
    "快报",
    "都市报",
    "青年报",
];
/// Role words that only persons of a newsroom have: what stands beside them is a name.
const STRONG: [&str; 20] = [
    "记者",
    "記者",
    "通讯员",
    "通訊員",
    "评论员",
    "实习生",
    "见习生",
    "特派员",
    "作者",
    "撰稿人",
    "特约撰稿",
    "报道组",
    "采访组",
    "采写",
    "撰文",
    "执笔",
    "报道团",
    "报道小组",
    "主笔",
    "编译",
];
/// Other role words; what stands beside them must look like a name.
const WEAK: [&str; 30] = [
    "摄影报道",
    "图片报道",
    "综合报道",
    "联合报道",
    "编辑整理",
    "综合整理",
    "摄影",
    "供图",
    "供稿",
    "整理",
    "报道",
    "绘图",
    "制图",
    "插图",
    "漫画",
    "翻译",
    "口述",
    "讲述",
    "编辑",
    "采访",
    "撰稿",
    "文图",
    "图文",
    "文摄",
    "图片",
    "视频",
    "供片",
    "文字",
    "主持人",
    "综合",
];
/// Role words of one character; only as a word by itself, or behind a name.
const SINGLE: [&str; 4] = ["文", "图", "摄", "译"];
/// Column heads begin with 记者 too, and reports say what a reporter did.
const NO_NAMES: [&str; 30] = [
    "调查", "手记", "观察", "探访", "暗访", "走访", "体验", "直击", "连线", "来信", "获悉", "了解",
    "采访", "提问", "目击", "感言", "笔记", "述评", "发现", "看到", "来到", "在线", "日记", "实录",
    "行动", "帮忙", "跑腿", "视点", "眼里", "昨日",
];
/// How offices end to which persons belong: 通讯员 市公安局 何青.
const OFFICE_ENDS: &str = "局委办院校部社团所队厅会处站司宣馆";
/// How newsrooms end.
const NEWSROOM_ENDS: &str = "报報社网台刊端心";
/// Bylines that name an office and no person: these sign.
const SIGNING: [&str; 8] = [
    "评论员",
    "特约评论员",
    "编辑部",
    "社论",
    "观察员",
    "时评员",
    "评论部",
    "特约观察员",
];
/// Newsrooms from which articles are taken, as they end a report: 据新华社, 综合中新.
const SOURCES: [&str; 12] = [
    "新华", "中新", "央视", "人民", "澎湃", "新浪", "综合", "法新", "路透", "环球", "中国", "本报",
];

/// What was found in a byline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Credit {
    /// The persons, or the office that signs.
    pub names: Vec<String>,
    /// Whether a word such as 记者 stands with them.
    pub has_role: bool,
    /// Whether that word is one that only persons of a newsroom have.
    pub is_newsroom: bool,
    /// Whether every name is one by its surname.
    pub is_sure: bool,
}

/// Reads the words of a byline without its brackets; `None` where it is something else.
pub fn read(text: &str) -> Option<Credit> {
    let bare: String = text.split_whitespace().collect();
    if bare.is_empty() {
        return None;
    }
    if is_signing(&bare) {
        return Some(Credit {
            names: vec![bare],
            has_role: true,
            is_newsroom: true,
            is_sure: true,
        });
    }
    let mut reading = Reading::default();
    let words = name::words(text);
    if !words.iter().all(|word| reading.take(word)) {
        return None;
    }
    reading.finish()
}

/// Whether an office signs: 本报评论员.
fn is_signing(text: &str) -> bool {
    let may_stand_before = |prefix: &str| match prefix {
        "" => text != "社论",
        prefix => prefix.chars().count() <= 6 && (is_prefix(prefix) || is_newsroom(prefix)),
    };
    SIGNING
        .iter()
        .any(|office| text.strip_suffix(office).is_some_and(may_stand_before))
}

/// Whether a text tells only from where an article is taken: 据新华社, 综合央视新闻报道.
pub fn is_source(text: &str) -> bool {
    let bare: String = text.split_whitespace().collect();
    let length = bare.chars().count();
    if !(2..=24).contains(&length) || bare.contains(['。', '，', '？', '！', '；']) {
        return false;
    }
    if let Some(rest) = bare.strip_prefix(['据', '摘', '转', '自']) {
        let paper = rest.trim_start_matches(['据', '自', '编', '载']);
        return paper.starts_with('《') || SOURCES.iter().any(|name| paper.starts_with(name));
    }
    if let Some(rest) = ["来源：", "来源:", "稿源：", "综合"]
        .iter()
        .find_map(|mark| bare.strip_prefix(mark))
    {
        return rest.is_empty()
            || name::words(rest).iter().all(|word| {
                is_newsroom(word)
                    || word.ends_with("报道")
                    || word.ends_with("消息")
                    || word.starts_with('《')
            });
    }
    matches!(
        bare.as_str(),
        "本报综合" | "晚报综合" | "新华" | "中新" | "本报讯" | "央视"
    ) || SOURCES.iter().any(|name| bare.starts_with(name)) && (bare.ends_with(['社', '网', '电']))
}

/// Whether a role word, or what stands before one, may begin with a character: few do, and the words are many.
fn may_begin_role(first: char) -> bool {
    matches!(
        first,
        '记' | '記'
            | '通'
            | '评'
            | '实'
            | '见'
            | '特'
            | '作'
            | '撰'
            | '报'
            | '采'
            | '执'
            | '主'
            | '编'
            | '摄'
            | '图'
            | '综'
            | '联'
            | '供'
            | '整'
            | '绘'
            | '制'
            | '插'
            | '漫'
            | '翻'
            | '口'
            | '讲'
            | '文'
            | '视'
            | '本'
            | '晚'
            | '日'
            | '早'
            | '晨'
            | '午'
            | '商'
            | '时'
            | '快'
            | '都'
            | '青'
            | '新'
            | '中'
            | '首'
            | '高'
            | '资'
            | '驻'
            | '全'
            | '融'
            | '体'
            | '财'
            | '法'
            | '深'
            | '调'
    )
}

/// The role word at the beginning of a text with what stands before it: its bytes, and whether it is a strong one.
pub fn role_at(text: &str) -> Option<(usize, bool)> {
    let mut at = 0;
    for _ in 0..4 {
        let rest = text.get(at..)?;
        if !rest.starts_with(may_begin_role) {
            return None;
        }
        let longest = |words: &[&'static str]| {
            let found = words.iter().filter(|word| rest.starts_with(**word));
            found.map(|word| word.len()).max()
        };
        match (longest(&STRONG), longest(&WEAK), longest(&PREFIXES)) {
            (Some(strong), _, _) => return Some((at + strong, true)),
            (None, Some(weak), prefix)
                if prefix.is_none_or(|prefix| {
                    rest.get(prefix..)
                        .is_none_or(|behind| role_begins(behind).is_none())
                }) =>
            {
                return Some((at + weak, false));
            }
            (None, _, Some(prefix)) => at += prefix,
            _ => return None,
        }
    }
    None
}

/// Whether a strong role begins right here, without anything before it.
fn role_begins(text: &str) -> Option<usize> {
    let found = STRONG.iter().find(|word| text.starts_with(**word));
    found.map(|word| word.len())
}

fn is_prefix(text: &str) -> bool {
    PREFIXES.contains(&text)
}

/// Whether a text is a newspaper's, agency's or site's name.
fn is_newsroom(text: &str) -> bool {
    text.chars().count() >= 2
        && text
            .chars()
            .next_back()
            .is_some_and(|last| NEWSROOM_ENDS.contains(last))
        || is_prefix(text)
}

/// A byline in the reading.
#[derive(Debug, Default)]
struct Reading {
    names: Vec<String>,
    has_strong: bool,
    has_weak: bool,
    /// Whether a name was seen that is none by its surname, glued to its role or not.
    has_unusual: bool,
    is_glued_unusual: bool,
    has_source: bool,
}

impl Reading {
    /// Takes one word: a role, a name, or several of them glued together. Says whether it can stand in a byline.
    fn take(&mut self, word: &str) -> bool {
        if matches!(word, "和" | "与" | "等") {
            return true;
        }
        if word.starts_with('据') && is_source(word) {
            self.has_source = true;
            return true;
        }
        if SINGLE.contains(&word) {
            self.has_weak = true;
            return true;
        }
        if word.starts_with('本') && is_prefix(word) {
            self.has_source = true;
            return true;
        }
        let mut rest = word;
        while !rest.is_empty() {
            if let Some((bytes, is_strong)) = role_at(rest) {
                self.has_strong |= is_strong;
                self.has_weak |= !is_strong;
                rest = rest.get(bytes..).unwrap_or("");
                continue;
            }
            let place = rest
                .char_indices()
                .skip(1)
                .map(|(place, _)| place)
                .find(|&place| {
                    rest.get(place..)
                        .is_some_and(|rest| role_at(rest).is_some())
                });
            let (name, behind) = rest.split_at(place.unwrap_or(rest.len()));
            let is_place = behind.starts_with("报道") && !name::looks_like_name(name)
                || PAPERS.iter().any(|paper| behind.starts_with(paper))
                    && name.chars().count() != 3;
            let is_affiliation = is_place || !behind.is_empty() && is_newsroom(name);
            if !is_affiliation && !self.take_name(name, rest.len() < word.len()) {
                return false;
            }
            rest = behind;
        }
        true
    }

    fn take_name(&mut self, word: &str, is_glued: bool) -> bool {
        let mut word = word.strip_suffix('等').unwrap_or(word);
        let length = word.chars().count();
        for single in SINGLE {
            if let Some(bare) = word.strip_suffix(single)
                && name::looks_like_name(bare)
                && (length > 3 || single == "摄" || single == "图")
            {
                word = bare;
                self.has_weak = true;
                break;
            }
        }
        if name::looks_like_name(word) || name::is_dotted(word) {
            self.names.push(word.to_owned());
        } else if self.has_strong && !is_glued && is_office(word) {
            // The next person belongs to it.
        } else if name::could_be_name(word)
            && !is_said_of_reporters(word)
            && !word.ends_with(['讯', '訊', '电', '電', '报', '社', '网'])
        {
            self.has_unusual = true;
            self.is_glued_unusual |= is_glued;
            self.names.push(word.to_owned());
        } else {
            return false;
        }
        true
    }

    fn finish(self) -> Option<Credit> {
        let has_role = self.has_strong || self.has_weak || self.has_source;
        let is_credible = if self.has_unusual {
            self.has_strong && !self.is_glued_unusual
        } else {
            !self.names.is_empty() || self.has_strong || self.has_source
        };
        is_credible.then_some(Credit {
            names: self.names,
            has_role,
            is_newsroom: self.has_strong || self.has_source,
            is_sure: !self.has_unusual,
        })
    }
}

/// Whether a word is an office to which a person may belong.
fn is_office(word: &str) -> bool {
    (3..=12).contains(&word.chars().count())
        && word.ends_with(|last| OFFICE_ENDS.contains(last))
        && !word.contains(['从', '在', '于', '向', '了', '的'])
}

/// Whether words behind 记者 say what a reporter did, or name a column.
fn is_said_of_reporters(word: &str) -> bool {
    const OPENINGS: &str = "从在对就向于为与和将也了到按据经由把被";
    word.starts_with(|first| OPENINGS.contains(first))
        || NO_NAMES.iter().any(|other| word.ends_with(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_begins_as_roles_may() {
        for word in STRONG.iter().chain(&WEAK).chain(&PREFIXES) {
            assert!(word.starts_with(may_begin_role), "{word}");
        }
    }

    #[test]
    fn credits_in_all_forms() {
        let rows: &[(&str, &[&str])] = &[
            ("高小梅", &["高小梅"]),
            ("高小梅、惠小婧", &["高小梅", "惠小婧"]),
            ("记者 高小梅 通讯员 何青", &["高小梅", "何青"]),
            ("记者高小梅通讯员何青", &["高小梅", "何青"]),
            ("本报记者高小梅 实习生何青", &["高小梅", "何青"]),
            ("本报记者", &[]),
            ("首席记者 高小梅 见习记者 何 青", &["高小梅", "何青"]),
            ("江城晚报记者 高小梅", &["高小梅"]),
            ("新华社记者高小梅、何青", &["高小梅", "何青"]),
            ("本报全媒体记者 高小梅", &["高小梅"]),
            ("记者 高小梅/文 何青/摄", &["高小梅", "何青"]),
            ("高小梅/文 何青/图", &["高小梅", "何青"]),
            ("文/高小梅 图/何青", &["高小梅", "何青"]),
            ("高小梅 文/摄", &["高小梅"]),
            ("高小梅 何青 摄影报道", &["高小梅", "何青"]),
            ("通讯员 市公安局 何青", &["何青"]),
            ("记者 古丽·买买提 努尔兰", &["古丽·买买提", "努尔兰"]),
            ("记者 欧阳晓云", &["欧阳晓云"]),
            ("编译 高小梅", &["高小梅"]),
            ("高小梅 整理", &["高小梅"]),
            ("本报评论员", &["本报评论员"]),
            ("江城日报评论员", &["江城日报评论员"]),
            ("本报特约评论员", &["本报特约评论员"]),
            ("作者：高小梅", &["高小梅"]),
            ("本报记者 高小梅 北京报道", &["高小梅"]),
            ("高小梅摄", &["高小梅"]),
            ("编译：高小梅 据《江城译报》", &["高小梅"]),
        ];
        for (text, names) in rows {
            let found = read(text).unwrap_or_else(|| unreachable!("no byline: {text}"));
            assert_eq!(found.names, *names, "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_credits() {
        for text in [
            "",
            "一",
            "完",
            "未完待续",
            "记者调查",
            "记者手记",
            "本报记者 暗访",
            "记者从会上获悉",
            "记者获悉",
            "图文无关",
            "图片",
            "综合整理记",
            "社论",
            "记者注：下同",
            "以最严态度打赢",
            "7月3日",
            "本报讯 记者昨天从市文物研究所",
            "本报讯 记者从市公安局",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn sources() {
        for text in [
            "据新华社",
            "据新华社电",
            "综合",
            "本报综合",
            "综合新华社、中新社报道",
            "据《江城日报》",
            "来源：新华网",
            "新华社",
        ] {
            assert!(is_source(text), "{text}");
        }
        for text in ["据说", "完", "本报记者", "据了解", "新华书店", "综合考虑"] {
            assert!(!is_source(text), "{text}");
        }
    }
}
