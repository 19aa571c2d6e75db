//! Verbs of speech: which there are, and where in a clause they bring somebody's words.

/// Verbs behind which, at a clause's end, words follow, whatever stands between speaker and verb.
const RELIABLE: [&str; 31] = [
    "强调", "指出", "表示", "认为", "坦言", "坦承", "坦陈", "透露", "直言", "重申", "辩称", "诉称",
    "宣称", "声称", "笑言", "断言", "证实", "否认", "反映", "反问", "追问", "笑道", "叹道", "问道",
    "答道", "喊道", "说道", "写道", "讲道", "谈道", "说",
];

/// Verbs that are nouns as well (按照部署要求): they count only right behind the speaker.
const NOUN_LIKE: [&str; 49] = [
    "要求",
    "建议",
    "希望",
    "介绍",
    "通报",
    "提醒",
    "指示",
    "批示",
    "倡议",
    "承诺",
    "呼吁",
    "回应",
    "答复",
    "回答",
    "解释",
    "分析",
    "评价",
    "号召",
    "感慨",
    "感叹",
    "回忆",
    "汇报",
    "相信",
    "判断",
    "预测",
    "预计",
    "警告",
    "叮嘱",
    "嘱咐",
    "勉励",
    "寄语",
    "总结",
    "宣布",
    "明确",
    "提出",
    "说明",
    "主张",
    "质疑",
    "反驳",
    "告诫",
    "嘱托",
    "期待",
    "期盼",
    "记得",
    "推测",
    "估计",
    "算了算",
    "补充",
    "称",
];

/// Verbs that take the words without a mark between: 要求各地压实责任.
const WITHOUT_MARK: [&str; 28] = [
    "要求", "强调", "指出", "表示", "叮嘱", "嘱咐", "勉励", "希望", "鼓励", "建议", "提醒", "承诺",
    "呼吁", "认为", "透露", "坦言", "号召", "告诫", "责成", "相信", "直言", "寄语", "嘱托", "重申",
    "坚信", "说", "称", "期待",
];

/// Words that end in 说 or 称 and say nothing of a speaker.
const NO_SPEECH: [&str; 34] = [
    "据说", "听说", "小说", "传说", "虽说", "以说", "者说", "是说", "话说", "来说", "该说", "理说",
    "所说", "再说", "胡说", "难说", "用说", "演说", "学说", "解说", "如说", "按说", "据称", "号称",
    "简称", "俗称", "名称", "职称", "统称", "人称", "并称", "合称", "自称", "堪称",
];

/// What is said of feelings and courtesies with 表示, and is no speech: 表示慰问.
const COURTESIES: [&str; 30] = [
    "慰问", "感谢", "祝贺", "欢迎", "敬意", "衷心", "热烈", "关切", "哀悼", "不满", "肯定", "满意",
    "理解", "赞同", "同意", "支持", "认可", "诚挚", "问候", "歉意", "遗憾", "谢意", "亲切", "崇高",
    "敬佩", "关心", "担忧", "反对", "抗议", "赞赏",
];

/// A verb found in a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'t> {
    /// The verb as printed.
    pub text: &'t str,
    /// Whether it may be a noun, so that it must stand right behind its speaker.
    pub noun_like: bool,
}

/// The verb that closes a clause.
pub fn at_end(clause: &str) -> Option<Found<'_>> {
    let clause = clause.trim_end();
    if let Some(found) = told(clause) {
        return Some(found);
    }
    if let Some(before) = clause.strip_suffix("看来")
        && before.contains('在')
    {
        return Some(Found {
            text: clause.get(before.len()..)?,
            noun_like: false,
        });
    }
    if NO_SPEECH.iter().any(|word| clause.ends_with(word)) {
        return None;
    }
    // 介绍说, 补充道, 答复称.
    for tail in ["说", "道", "称", "到", "地说"] {
        if let Some(stem) = clause.strip_suffix(tail)
            && let Some(base) =
                longest_end(stem, &NOUN_LIKE).or_else(|| longest_end(stem, &RELIABLE))
        {
            return Some(Found {
                text: clause.get(stem.len() - base.len()..)?,
                noun_like: false,
            });
        }
    }
    if let Some(verb) = longest_end(clause, &RELIABLE) {
        return Some(Found {
            text: verb,
            noun_like: false,
        });
    }
    longest_end(clause, &NOUN_LIKE).map(|verb| Found {
        text: verb,
        noun_like: true,
    })
}

/// 告诉记者, 告诉大家 at a clause's end, and phrases that announce words: 算了一笔账, 提出三点要求.
fn told(clause: &str) -> Option<Found<'_>> {
    let found = |text| {
        Some(Found {
            text,
            noun_like: false,
        })
    };
    if let Some((before, whom)) = clause.rsplit_once("告诉")
        && (1..=6).contains(&whom.chars().count())
    {
        return found(clause.get(before.len()..before.len() + "告诉".len())?);
    }
    if clause.ends_with("一笔账") || clause.ends_with("个比方") {
        return found(clause.get(clause.len() - "一笔账".len()..)?);
    }
    let is_announced = ["要求", "建议", "意见", "希望"]
        .iter()
        .any(|end| clause.ends_with(end));
    if is_announced
        && let Some((before, between)) = clause.rsplit_once("提出")
        && (3..=6).contains(&between.chars().count())
        && between.contains(['点', '条', '项', '个'])
    {
        return found(clause.get(before.len()..before.len() + "提出".len())?);
    }
    None
}

/// The longest of `words` with which `text` ends, as it stands there.
fn longest_end<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words
        .iter()
        .filter(|word| text.ends_with(**word))
        .max_by_key(|word| word.len())
        .and_then(|word| text.get(text.len() - word.len()..))
}

/// The verb with which `rest` begins and which takes the words without a mark between. The words must be more than a
/// few characters, and no object such as 慰问.
pub fn at_start(rest: &str) -> Option<Found<'_>> {
    let verb = WITHOUT_MARK
        .iter()
        .filter(|word| rest.starts_with(**word))
        .max_by_key(|word| word.len())?;
    let text = rest.get(..verb.len())?;
    let words = rest.get(verb.len()..)?;
    let excluded: &[char] = match *verb {
        "说" => &[
            '起', '到', '明', '服', '话', '的', '法', '出', '着', '过', '了', '完', '不', '一',
            '，', '：', '。',
        ],
        "称" => &[
            '为', '作', '号', '赞', '呼', '得', '之', '，', '：', '。', '菜',
        ],
        _ => &[
            '的', '了', '，', '：', '。', '、', '和', '与', '下', '过', '；', '书', '一',
        ],
    };
    if words.starts_with(excluded) || words.chars().take(4).count() < 4 {
        return None;
    }
    if *verb == "表示" && COURTESIES.iter().any(|word| words.starts_with(word)) {
        return None;
    }
    Some(Found {
        text,
        noun_like: NOUN_LIKE.contains(verb),
    })
}

/// Whether a clause ends in a verb behind which a colon brings spoken words.
pub fn ends_with_spoken(clause: &str) -> bool {
    at_end(clause).is_some_and(|found| found.text != "提出" && found.text != "明确")
}

/// Whether a quotation is followed by its speaker and a verb: ”李冬说。
pub fn follows_quotation(behind: &str) -> bool {
    let behind = behind.strip_prefix(['，', ',']).unwrap_or(behind);
    let clause: String = behind
        .chars()
        .take(24)
        .take_while(|character| !"，。：；！？“”,:".contains(*character))
        .collect();
    let length = clause.chars().count();
    // A clause that goes on is no 某某说.
    (2..24).contains(&length)
        && at_end(&clause).is_some_and(|found| {
            let before = length - found.text.chars().count();
            before > 0 && (!found.noun_like || (2..=6).contains(&before))
        })
        && !clause.starts_with(['的', '等', '和', '及', '是', '为'])
}
