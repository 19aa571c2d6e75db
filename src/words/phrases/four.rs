//! Four-character phrases: idioms of the dictionary, and those that are made after a pattern.
//!
//! Precision goes first: four characters that only happen to be a word (疫情防控, 剩余价值) are none. A phrase is
//!
//! * an idiom or fixed expression by its tag in the dictionary, unless it is rare and made of two ordinary words (解除合同,
//!   which the dictionary has as an idiom), a term (剩余价值), or only joins sentences (也就是说);
//! * 应A尽A and the like, ABAC with a productive first character (日清日结, 联防联控), AABB of a word (干干净净),
//!   毫不 and 毫无 with a word;
//! * one of a short list that the dictionary has not, or has as a noun;
//! * a part of a parallel row of four-character parts between 、: 快速反应、迅速部署; 外防输入、内防反弹.

use rustc_hash::{FxHashMap, FxHashSet};

use super::key::is_han;
use crate::words::segment::{SegmentOptions, Segmenter};

/// What the dictionary tags as idioms and fixed expressions, and what joins sentences only.
const JOINING: [&str; 40] = [
    "也就是说",
    "无论如何",
    "众所周知",
    "一般来说",
    "一般说来",
    "长期以来",
    "与此同时",
    "不仅如此",
    "相比之下",
    "尽管如此",
    "这样一来",
    "自古以来",
    "迄今为止",
    "到此为止",
    "有史以来",
    "总而言之",
    "换句话说",
    "由此可见",
    "不管怎样",
    "仅供参考",
    "由此看来",
    "除此之外",
    "在此之前",
    "从此以后",
    "从今以后",
    "显而易见",
    "毫无疑问",
    "一般而言",
    "具体来说",
    "总的来说",
    "简而言之",
    "综上所述",
    "诸如此类",
    "各种各样",
    "许许多多",
    "这就是说",
    "这样的话",
    "一天到晚",
    "世界各地",
    "时至今日",
];

/// Phrases that the dictionary lacks or has as nouns.
const LISTED: [&str; 110] = [
    "众志成城",
    "攻坚克难",
    "建言献策",
    "纾困解难",
    "久久为功",
    "蹄疾步稳",
    "重心下沉",
    "合力攻坚",
    "真抓实干",
    "保供稳价",
    "慎终如始",
    "守正创新",
    "踔厉奋发",
    "勇毅前行",
    "笃行不怠",
    "行稳致远",
    "善作善成",
    "善始善终",
    "干事创业",
    "担当作为",
    "履职尽责",
    "尽锐出战",
    "令行禁止",
    "政通人和",
    "强基固本",
    "固本培元",
    "提质增效",
    "降本增效",
    "挂图作战",
    "压茬推进",
    "有的放矢",
    "精准施策",
    "因城施策",
    "闻令而动",
    "听令而行",
    "逆行出征",
    "向险而行",
    "枕戈待命",
    "守望相助",
    "招才引智",
    "招商引资",
    "延链补链",
    "补链强链",
    "移风易俗",
    "敢闯敢试",
    "先行先试",
    "同频共振",
    "同题共答",
    "双向奔赴",
    "踏石留印",
    "抓铁有痕",
    "久治不愈",
    "未病先防",
    "惠民利民",
    "为民解忧",
    "咬紧牙关",
    "激浊扬清",
    "见人见事",
    "应急处突",
    "排忧解难",
    "扶危济困",
    "破旧立新",
    "家家户户",
    "土生土长",
    "独立自主",
    "生死存亡",
    "解放思想",
    "无私奉献",
    "脚踏实地",
    "深入人心",
    "举世瞩目",
    "雄心勃勃",
    "生机勃勃",
    "浴血奋战",
    "水深火热",
    "东山再起",
    "安家落户",
    "遍地开花",
    "振奋人心",
    "轻装上阵",
    "远近闻名",
    "汹涌澎湃",
    "人才辈出",
    "从容应对",
    "袖手旁观",
    "狂风暴雨",
    "言谈举止",
    "盛况空前",
    "严防死守",
    "欢声笑语",
    "弄虚作假",
    "耳闻目睹",
    "鼓舞人心",
    "扭转乾坤",
    "翘首以待",
    "当家作主",
    "驰名中外",
    "大街小巷",
    "举世闻名",
    "兴致勃勃",
    "野心勃勃",
    "迎来送往",
    "感人肺腑",
    "神采飞扬",
    "乘胜追击",
    "来历不明",
    "满城风雨",
    "立行立改",
    "无可奈何",
    "不堪设想",
];

/// First characters of ABAC that make phrases.
const PRODUCTIVE: &str = "一不有无大小全快严早同自再又且边各百千可相如真多联群先日细精实深共互稳双合善敢能必勤优新活土立复人常分";
/// What such a phrase does not hold as second or fourth character.
const NOT_INSIDE: &str = "不的了个是会就也在要些种次点位名着过们元岁米年月号";
/// 应A尽A: first and third character.
const PAIRS: [(char, char); 9] = [
    ('应', '尽'),
    ('能', '尽'),
    ('可', '尽'),
    ('愿', '尽'),
    ('当', '尽'),
    ('宜', '则'),
    ('该', '就'),
    ('愿', '即'),
    ('应', '必'),
];
/// AABB that only names people.
const KINSHIP: &str = "爸妈爷奶哥姐弟妹叔婶公婆舅姑";
const NUMERALS: &str = "〇一二三四五六七八九十百千万亿两零";
/// A phrase of the dictionary is rare up to this rough frequency.
const RARE: usize = 4;
/// From this rough frequency on a word is an ordinary one.
const ORDINARY: usize = 100;
/// Words that describe how something is done though the dictionary has them as nouns.
const DESCRIBING: [&str; 10] = [
    "科学", "统一", "高效", "精准", "依法", "全力", "有序", "合力", "平稳", "超前",
];

/// Tells phrases from other four characters, and remembers what it told.
pub struct FourCharacters<'s> {
    segmenter: &'s Segmenter,
    listed: FxHashSet<&'static str>,
    told: FxHashMap<[char; 4], bool>,
}

impl<'s> FourCharacters<'s> {
    /// Uses the dictionary of this segmenter.
    pub fn new(segmenter: &'s Segmenter) -> Self {
        Self {
            segmenter,
            listed: LISTED.into_iter().collect(),
            told: FxHashMap::default(),
        }
    }

    /// Whether four characters are a phrase of the list.
    pub fn is_listed(&self, word: &str) -> bool {
        self.listed.contains(word)
    }

    /// Whether four characters are a phrase by themselves; `word` is the same four.
    pub fn is_phrase(&mut self, four: [char; 4], word: &str) -> bool {
        if is_made(four)
            || is_emphatic(four)
            || self.segmenter.is_word(word)
            || self.listed.contains(word)
        {
            return self.is_fit(four);
        }
        false
    }

    fn is_fit(&mut self, four: [char; 4]) -> bool {
        if let Some(told) = self.told.get(&four) {
            return *told;
        }
        let fits = judge(four, self.segmenter);
        self.told.insert(four, fits);
        fits
    }
}

fn is_emphatic([first, second, ..]: [char; 4]) -> bool {
    first == '毫' && matches!(second, '不' | '无')
}

/// Whether characters recur as they do in a pattern. The dictionary may lack such a phrase, and the four characters
/// may be parts of other words.
pub fn is_made([a, b, c, d]: [char; 4]) -> bool {
    a == c && b != d && a != b || a == b && c == d && a != c || b == d && PAIRS.contains(&(a, c))
}

fn judge(four: [char; 4], segmenter: &Segmenter) -> bool {
    let [a, b, c, d] = four;
    let word: String = four.iter().collect();
    if JOINING.contains(&word.as_str()) {
        return false;
    }
    if LISTED.contains(&word.as_str()) {
        return true;
    }
    let half: String = [c, d].iter().collect();
    if is_emphatic(four) {
        return segmenter.is_word(&half);
    }
    if b == d && a != c && PAIRS.contains(&(a, c)) {
        return !NOT_INSIDE.contains(b);
    }
    let tag = if segmenter.is_word(&word) {
        segmenter.tag(&word)
    } else {
        ""
    };
    if a == b && c == d {
        let stem: String = [a, c].iter().collect();
        let is_plain = four
            .iter()
            .all(|one| !KINSHIP.contains(*one) && !NUMERALS.contains(*one));
        return is_plain
            && (matches!(tag, "i" | "l" | "z" | "n" | "a" | "d") || segmenter.is_word(&stem));
    }
    if a == c && tag != "n" && tag != "ns" && tag != "nt" {
        let is_plain = [b, d].iter().all(|one| !NOT_INSIDE.contains(*one));
        let are_numbers = NUMERALS.contains(b) || NUMERALS.contains(d);
        return is_plain && !are_numbers && PRODUCTIVE.contains(a);
    }
    match tag {
        "i" => !is_composed(&word, segmenter),
        "l" => {
            let is_term = segmenter.is_word(&half)
                && matches!(
                    segmenter.tag(&half),
                    "n" | "nz" | "ns" | "nt" | "vn" | "nr" | "t" | "s" | "q"
                );
            let is_loose = "在从当这那为对是".contains(a) || "中时后来上下里".contains(d);
            !is_term && !is_loose && !is_composed(&word, segmenter)
        }
        _ => false,
    }
}

/// Whether a phrase of the dictionary is put together of two ordinary words, and rare: 解除合同, 群众反映, 今年以来.
fn is_composed(word: &str, segmenter: &Segmenter) -> bool {
    let (head, tail) = halves(word);
    is_rare(word, segmenter)
        && is_content(segmenter.tag(head))
        && is_content(segmenter.tag(tail))
        && is_ordinary(head, segmenter)
        && is_ordinary(tail, segmenter)
}

/// Whether a tag is that of a noun, verb, adjective, adverb, time or place.
fn is_content(tag: &str) -> bool {
    tag.starts_with(['n', 'v', 'a', 't', 'f', 's', 'b', 'd'])
}

/// Whether the dictionary hardly knows a word: it gives it no frequency to speak of, or cuts it in two.
pub fn is_rare(word: &str, segmenter: &Segmenter) -> bool {
    let mut tokens = Vec::new();
    let options = SegmentOptions {
        unknown_words: false,
    };
    segmenter.segment(word, options, &mut tokens);
    tokens.len() > 1 || segmenter.rough_frequency(word) <= RARE
}

/// Whether a word is one that everybody uses.
pub fn is_ordinary(word: &str, segmenter: &Segmenter) -> bool {
    segmenter.is_word(word) && segmenter.rough_frequency(word) >= ORDINARY
}

/// The parts of parallel rows that are phrases, each row with whether one character is the same in all: `parts` are what stands between 、 in one clause, quotation marks left
/// out.
pub fn parallel_parts(parts: &[&str], segmenter: &Segmenter) -> Vec<(Vec<String>, bool)> {
    let mut found = Vec::new();
    let mut row: Vec<&str> = Vec::new();
    for part in parts.iter().copied().chain([""]) {
        if is_four_han(part) {
            row.push(part);
            continue;
        }
        if row.len() >= 2 {
            found.push(phrases_of_row(&row, segmenter));
        }
        row.clear();
    }
    found
}

fn is_four_han(part: &str) -> bool {
    part.len() <= 16 && part.chars().count() == 4 && part.chars().all(is_han)
}

fn phrases_of_row(row: &[&str], segmenter: &Segmenter) -> (Vec<String>, bool) {
    if shares_character(row, segmenter) {
        return (row.iter().map(|part| (*part).to_owned()).collect(), true);
    }
    let described: Vec<String> = row
        .iter()
        .filter(|part| is_described(part, segmenter))
        .map(|part| (*part).to_owned())
        .collect();
    // 科学制定、适度扩大 is ordinary prose; three in a row are not.
    let is_row = row.len() >= 3 && described.len() >= 2;
    (if is_row { described } else { Vec::new() }, false)
}

/// The two halves of four characters.
fn halves(part: &str) -> (&str, &str) {
    let middle = part.char_indices().nth(2).map_or(0, |(at, _)| at);
    part.split_at(middle)
}

/// 外防输入、内防反弹: one character is the same in all parts, and not as part of a word that all parts have.
fn shares_character(row: &[&str], segmenter: &Segmenter) -> bool {
    let Some((first, others)) = row.split_first() else {
        return false;
    };
    (0..4).any(|place| {
        let character = first.chars().nth(place);
        let half = |part: &str| {
            let (head, tail) = halves(part);
            if place < 2 {
                head.to_owned()
            } else {
                tail.to_owned()
            }
        };
        let own = half(first);
        others
            .iter()
            .all(|other| other.chars().nth(place) == character)
            && others.iter().all(|other| half(other) != own)
            && !is_ordinary(&own, segmenter)
    })
}

/// 快速反应: how and what.
fn is_described(part: &str, segmenter: &Segmenter) -> bool {
    let (how, what) = halves(part);
    let describes = DESCRIBING.contains(&how)
        || segmenter.is_word(how) && matches!(segmenter.tag(how), "d" | "ad" | "a" | "z");
    describes && segmenter.is_word(what) && segmenter.tag(what).starts_with(['v', 'n', 'a'])
}
