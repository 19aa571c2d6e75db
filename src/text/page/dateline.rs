//! 消息头: the words at a report's beginning that say from where and by whom it comes.

use super::byline;
use super::credit;
use super::pattern::pattern;

pattern!(
    /// 本报讯, 晚报综合消息, 本报7月3日讯, 新华社北京7月3日电, with the reporters in brackets where they follow.
    DATELINE,
    r"^[【〔\[●■▲]?\s*(?:据|综合)?",
    r"(?: (?:本[报報刊网]|本[台臺]|(?P<paper>\p{Han}{0,8}?(?:晚[报報]|日[报報]|早[报報]|晨[报報]|午[报報]|商[报報]|时[报報]|都市[报報]|快[报報]|周[报報]|青年[报報]|法制[报報]|法治[报報]|网|[台臺])))",
    r"    \s* (?:综合|特稿|快|专|简)? (?:[讯訊]|(?:消息|报道)(?:[\s（(：:】]|$))",
    r"  | (?:本[报報刊网]|\p{Han}{1,4}社|中新网|央视网|人民网|新华网|\p{Han}{0,6}(?:日[报報]|晚[报報]|都市[报報]|商[报報]|快[报報])) \s* (?P<place>[\p{Han}、／/·]{1,14}?)? \s*",
    r"    (?:(?:[0-9]{4}年)?[0-9]{1,2}月)? [0-9]{1,2}日 (?:至[0-9]{1,2}日)? (?:专|特|综合|体育|快)? (?P<wired>[电電]|[讯訊])",
    r"  | (?:新华社|中新社|法新社|路透社|美联社|塔斯社|共同社|韩联社|俄新社|德新社|埃菲社|安莎社|中央社)(?:、\p{Han}{2,6})? \s* (?P<plain>\p{Han}{1,6}?)? \s* (?:今日|今天)? (?:专|综合|特)? (?P<agency>[电電]|[讯訊]|特稿|(?:消息|报道)(?:[\s（(：:】]|$)) )",
    r"[】〕\]]?",
    r"(?: \s* [（(] (?P<persons>[^（）()]{2,80}) [）)] )?"
);

/// What may follow 电 to make another word of it: 新华社电视台.
const AFTER_WIRE: &str =
    "讯视話话台影力脑腦子动動报報梯气氣网網池缆器灯灯线路站车源厂闸价费量能商信机";
/// What is no place between an agency and 电: 新华社记者来电.
const NO_PLACE: [&str; 14] = [
    "记者", "報道", "报道", "来", "致", "急", "发", "打", "供", "停", "断", "通", "用", "充",
];

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
    if !may_begin_with_dateline(text) {
        return None;
    }
    let captures = DATELINE.captures(text)?;
    let whole = captures.get(0)?;
    let named = |name| captures.name(name).map_or("", |found| found.as_str());
    let wire = ["wired", "agency"]
        .iter()
        .find_map(|name| captures.name(name));
    if let Some(wire) = wire {
        let behind = text.get(wire.end()..).unwrap_or("").chars().next();
        let is_other_word =
            wire.as_str() == "电" && behind.is_some_and(|next| AFTER_WIRE.contains(next));
        let is_blank = behind.is_none_or(|next| next.is_whitespace() || "（(】：:".contains(next));
        let is_sentence = [named("place"), named("plain")]
            .iter()
            .any(|place| NO_PLACE.iter().any(|word| place.contains(word)));
        if is_other_word || is_sentence || !named("plain").is_empty() && !is_blank {
            return None;
        }
    }
    if is_common_word(named("paper")) {
        return None;
    }
    let persons = captures.name("persons");
    let credit = persons.and_then(|persons| byline::read(persons.as_str()));
    match (persons, credit) {
        (None, _) => Some(with_reporters(text, whole.as_str().trim_end().len())),
        (Some(_), Some(credit)) if credit.has_role => Some(Dateline {
            bytes: whole.end(),
            names: credit.names,
        }),
        // The bracket holds something else, which is text.
        (Some(persons), _) => Some(Dateline {
            bytes: text
                .get(..persons.start())
                .unwrap_or("")
                .trim_end_matches(['（', '('])
                .trim_end()
                .len(),
            names: Vec::new(),
        }),
    }
}

/// Whether a text has a source and a word for what it sends, as every dateline has; this spares most lines the pattern.
fn may_begin_with_dateline(text: &str) -> bool {
    let is_source = |c: char| matches!(c, '报' | '報' | '刊' | '网' | '台' | '臺' | '社');
    let is_sent = |c: char| matches!(c, '讯' | '訊' | '电' | '電' | '消' | '道' | '稿');
    text.contains(is_source) && text.contains(is_sent)
}

/// Whether the words before 讯 are no newspaper: 上网讯息.
fn is_common_word(paper: &str) -> bool {
    ["网", "台", "臺", "上网", "全网"].contains(&paper)
}

/// A dateline with the reporters that stand behind it without brackets: 本报讯 记者陆小满报道, 本报讯 记者 陆小满 通讯员 何青
fn with_reporters(text: &str, bytes: usize) -> Dateline {
    let plain = Dateline {
        bytes,
        names: Vec::new(),
    };
    let behind = text.get(bytes..).unwrap_or("");
    let start = behind.trim_start_matches([' ', '\u{3000}', '\t']);
    if credit::role_at(start).is_none_or(|(_, is_strong)| !is_strong) {
        return plain;
    }
    let mut end = 0;
    let mut names = Vec::new();
    for (place, _) in start
        .match_indices([' ', '\u{3000}', '：', ':', '\t', '，'])
        .take(8)
    {
        let words = start.get(..place).unwrap_or("");
        match credit::read(words) {
            Some(credit) if credit.is_sure && credit.has_role => {
                if !credit.names.is_empty() {
                    end = place;
                    names = credit.names;
                }
            }
            _ => break,
        }
    }
    if names.is_empty() {
        return plain;
    }
    Dateline {
        bytes: bytes + behind.len() - start.len() + end,
        names,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_of_many_kinds() {
        let rows: &[(&str, &str, &[&str])] = &[
            ("本报讯 7月3日，", "本报讯", &[]),
            (
                "本报讯（记者 陆小满 通讯员 何青）昨日，",
                "本报讯（记者 陆小满 通讯员 何青）",
                &["陆小满", "何青"],
            ),
            (
                "本报江城7月3日电（记者陆小\n满、何青）昨日，",
                "本报江城7月3日电（记者陆小\n满、何青）",
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
            ("本报7月3日讯 昨日", "本报7月3日讯", &[]),
            ("【本报讯】昨日", "【本报讯】", &[]),
            (
                "本报讯 记者陆小满报道：昨日",
                "本报讯 记者陆小满报道",
                &["陆小满"],
            ),
            (
                "本报讯 记者 陆小满 通讯员 何青 昨日",
                "本报讯 记者 陆小满 通讯员 何青",
                &["陆小满", "何青"],
            ),
            ("本报讯 记者从会上获悉，", "本报讯", &[]),
            ("本报讯 记者昨日获悉，", "本报讯", &[]),
            ("新华社乌鲁木齐7月3日专电 ", "新华社乌鲁木齐7月3日专电", &[]),
            ("新华社北京、上海7月3日电 ", "新华社北京、上海7月3日电", &[]),
            ("新华社专电 ", "新华社专电", &[]),
            ("新华社北京今日电 ", "新华社北京今日电", &[]),
            ("新华社特稿（陆小满）", "新华社特稿", &[]),
            ("据新华社电一条铁路", "据新华社电", &[]),
            ("综合新华社、中新社消息 昨日", "综合新华社、中新社消息", &[]),
            ("法新社巴黎7月2日电 ", "法新社巴黎7月2日电", &[]),
            ("大江网讯 昨日", "大江网讯", &[]),
        ];
        for (text, expected, names) in rows {
            let found = at_start(text).unwrap_or_else(|| unreachable!("no dateline in {text}"));
            assert_eq!(text.get(..found.bytes), Some(*expected), "{text}");
            assert_eq!(found.names, *names, "{text}");
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
            "新华社记者来电",
            "新华社记者昨日致电当地",
            "新华社编辑部来电 说",
            "新华社电视频道",
            "新华社电讯稿件",
            "本报记者7月3日电话采访",
            "本报7月3日电话连线",
        ] {
            assert_eq!(at_start(text), None, "{text}");
        }
    }
}
