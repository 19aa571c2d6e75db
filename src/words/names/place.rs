//! Places in one passage.

use std::sync::LazyLock;

use super::bodies::{BODIES, STOP_WORDS};
use super::cut::{Cut, chars, is_han_text, is_one_of};
use super::geography::PLACES;
use super::span::{Span, Spans};
use super::tags::Tags;
use super::word_list::{CharacterSet, WordList};
use super::{Evidence, NameKind};
use crate::text::arrange::Arrange;

/// Endings of levels, which make links of a chain.
const LEVEL_ENDINGS: [&str; 16] = [
    "省",
    "市",
    "县",
    "区",
    "州",
    "盟",
    "旗",
    "镇",
    "乡",
    "街道",
    "社区",
    "村",
    "自治区",
    "自治州",
    "自治县",
    "地区",
];
/// What makes one name of the links before and a facility's noun behind.
const JOINS: &str =
    "人民 国际 文化 体育 奥林匹克 中央 儿童 青少年 妇女儿童 科技 职工 城市 规划 会展 工人 大";
static JOINED: LazyLock<WordList> = LazyLock::new(|| WordList::new(&[JOINS]));
/// Single words that make a proper name of the noun before them: 海岸城.
const PROPER_ENDINGS: &str = "城苑庄园里坊湾桥荡浜圩墩塘泾巷埭坝";

/// Common words that are names before 广场, 公园 and the like.
const FREE_NAMES: [&str; 6] = ["人民", "胜利", "解放", "中山", "和平", "文化宫"];

/// Finds the places of a passage, in the order of the text; they do not overlap.
pub(super) fn find(cut: &Cut<'_>, tags: &mut Tags<'_>, spans: &mut Vec<Span>) {
    let first = 0;
    spans.clear();
    let mut word = 0;
    while word < cut.len() {
        let found = base(cut, tags, word).or_else(|| unknown(cut, tags, word, &spans[first..]));
        match found {
            Some(span) if span.end > span.start => {
                let end = span.end;
                // A longer name may begin further left than its known part: 太湖 in 环太湖镇 does not.
                while spans.len() > first
                    && spans.last().is_some_and(|last| last.start >= span.start)
                {
                    spans.pop();
                }
                spans.push(span);
                word = cut.covering(end.saturating_sub(1)) + 1;
            }
            _ => word += 1,
        }
    }
    facilities(cut, tags, spans, first);
    spans.retain(|span| !is_route(cut, span));
}

/// A known place, with the level behind it.
fn base(cut: &Cut<'_>, tags: &mut Tags<'_>, word: usize) -> Option<Span> {
    let start = cut.start(word);
    let rest = cut.from(start);
    let leveled = || {
        let known = PLACES.leveled.at(rest)?;
        let end = start + known.len();
        let behind = cut.from(end);
        (behind.starts_with(['市', '县', '区', '州']) && cut.is_bound(end + 3)).then_some(known)
    };
    let (bare, evidence) = match PLACES.known.at(rest).or_else(leveled) {
        Some(known) => (start + known.len(), Evidence::Dictionary),
        None => (
            start + by_dictionary(cut, tags, word)?.len(),
            Evidence::Dictionary,
        ),
    };
    let link = |end: usize, is_link: bool| Span {
        start,
        end,
        kind: NameKind::Place,
        evidence,
        is_link,
    };
    if let Some(ending) = PLACES.administrative.at(cut.from(bare)) {
        let end = bare + ending.len();
        let is_level = LEVEL_ENDINGS.contains(&ending);
        if cut.is_bound(end) && !goes_on(cut, ending, end) || takes_body(cut, ending, bare) {
            return Some(link(end, is_level));
        }
    }
    if cut.is_bound(bare) || begins_body(cut, bare) {
        let is_link = LEVEL_ENDINGS
            .iter()
            .any(|ending| cut.get(start..bare).ends_with(ending) && bare - start > 6)
            && !is_zone(cut.get(start..bare));
        return Some(link(bare, is_link));
    }
    // 无锡市 in one word, of which 市 belongs to what follows: 无锡市|级.
    let ends_inside = cut.start(word + 1) > bare && PLACES.known.at(rest).is_some();
    (ends_inside
        && PLACES
            .administrative
            .at(cut.from(bare))
            .is_some_and(|ending| cut.is_bound(bare + ending.len())))
    .then(|| link(bare, false))
}

/// Whether a name ends as those of zones do, which are no links of a chain.
fn is_zone(name: &str) -> bool {
    [
        "新区",
        "开发区",
        "高新区",
        "经开区",
        "园区",
        "示范区",
        "大湾区",
    ]
    .iter()
    .any(|zone| name.ends_with(zone))
}

/// Words that begin with a level's second half: 市|级.
static BEHIND_LEVEL: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(&["级 民 场 区 域 内 属 直 容 况 价 值 长 里 直属 级机关"]));

/// Whether 市 belongs to what follows it: 市级, 市民, 市场.
fn goes_on(cut: &Cut<'_>, ending: &str, end: usize) -> bool {
    if end >= cut.text.len() || !matches!(ending, "市" | "省" | "县" | "区" | "镇" | "村") {
        return false;
    }
    let next = cut.word(cut.covering(end));
    BEHIND_LEVEL.has(next) || next.starts_with('级') || next.starts_with("直机关")
}

/// Whether a body of a level begins behind a bare place: 无锡|市委 has 无锡市.
fn takes_body(cut: &Cut<'_>, ending: &str, bare: usize) -> bool {
    matches!(ending, "市" | "省" | "县" | "区" | "镇" | "州")
        && BODIES
            .short
            .at(cut.from(bare + ending.len()))
            .is_some_and(|short| cut.is_bound(bare + ending.len() + short.len()))
}

/// Whether a place ends inside a word that goes on as a body: 北京|大学.
fn begins_body(cut: &Cut<'_>, bare: usize) -> bool {
    let word = cut.covering(bare);
    let end = cut.start(word + 1);
    let rest = cut.get(bare..end);
    if BODIES.fixed.has(cut.word(word))
        || super::persons::WORDS.offices.has(rest)
        || matches!(
            rest,
            "队" | "人" | "政府" | "国家队" | "男足" | "女排" | "女足" | "羽毛球"
        )
    {
        return true;
    }
    BODIES
        .endings
        .before(cut.get(bare..end))
        .or_else(|| BODIES.proper.before(cut.get(bare..end)))
        .or_else(|| PLACES.facilities.before(cut.get(bare..end)))
        .is_some()
}

/// A word that the dictionary has as a place, and other evidence with it.
fn by_dictionary<'a>(cut: &Cut<'a>, tags: &mut Tags<'_>, word: usize) -> Option<&'a str> {
    let text = cut.word(word);
    let length = text.len();
    if !(6..=21).contains(&length)
        || length > 6 && !text.ends_with(|ending: char| DICTIONARY_ENDINGS.has(ending))
        || !is_han_text(text)
        || tags.of(text) != "ns"
    {
        return None;
    }
    if super::geography::is_common_word(text) || PLACES.generic.has(text) {
        return None;
    }
    if length == 6 {
        let with = |ending: &str| tags.is_word(&format!("{text}{ending}"));
        return (with("县") || with("市")).then_some(text);
    }
    Some(text)
}

/// With what names of more than two characters end that only the dictionary has.
static DICTIONARY_ENDINGS: LazyLock<CharacterSet> =
    LazyLock::new(|| CharacterSet::new("省市县区州盟旗镇乡村山河湖江岛海洋洲湾峡峰港"));

/// A name that only its ending tells: 梅村街道.
fn unknown(cut: &Cut<'_>, tags: &mut Tags<'_>, word: usize, known: &[Span]) -> Option<Span> {
    let ending_start = cut.start(word);
    let ending = PLACES.administrative.at(cut.from(ending_start));
    let (ending, mut first, mut length) = match ending {
        Some(ending) if cut.is_bound(ending_start + ending.len()) => (ending, word, 0),
        _ => {
            // The ending inside a word of the dictionary: 鼓楼区.
            let text = cut.word(word);
            let ending = PLACES.administrative.before(text)?;
            let name = chars(text) - chars(ending);
            if name == 0
                || name > 3
                || !matches!(tags.of(text), "ns" | "nr")
                || name > 1 && super::geography::is_common_word(text)
                || PLACES.generic.has(text)
                || ["城市", "城区", "地区", "市区", "郊区", "老区", "山区"]
                    .iter()
                    .any(|generic| text.ends_with(generic))
            {
                return None;
            }
            (ending, word, name)
        }
    };
    if length == 0
        && (PLACES.generic.has(cut.word(word))
            && ending != "社区"
            && chars(ending) > 1
            && ending != "街道")
        && !matches!(ending, "新区" | "开发区" | "工业园区" | "片区")
    {
        return None;
    }
    let is_level = LEVEL_ENDINGS.contains(&ending);
    let end = if length == 0 {
        ending_start + ending.len()
    } else {
        cut.start(word + 1)
    };
    if is_level && goes_on(cut, ending, end) {
        return None;
    }
    // 梅村|街道: the ending belongs to a longer name.
    if chars(ending) == 1
        && matches!(ending, "村" | "镇" | "乡" | "区")
        && ["街道", "镇", "社区"]
            .iter()
            .any(|next| cut.from(end).starts_with(next) && cut.is_bound(end + next.len()))
    {
        return None;
    }
    let border = known.last().map_or(0, |span| span.end);
    while first > 0 && length < 4 && (length == 0 || !touches(cut, first, border)) {
        let before = cut.word(first - 1);
        let size = chars(before);
        if cut.start(first - 1) < border
            || !is_han_text(before)
            || STOP_WORDS.has(before)
            || PLACES.generic.has(before) && !is_old_ending(cut, first, ending, length)
            || BODIES.levels.has(before)
            || length > 0
                && size > 1
                && !(size == 2 && length == 1 && is_free_before(cut, first - 1, border))
            || length + size > 3
        {
            break;
        }
        first -= 1;
        length += size;
    }
    let start = cut.start(first);
    if start + ending.len() >= end && length < 1 {
        return None;
    }
    let is_chained = border == start && border > 0;
    let name = cut.get(start..end.saturating_sub(ending.len()));
    if !(if is_chained { 1..=4 } else { 2..=4 }).contains(&length) || name.is_empty() {
        return None;
    }
    // One word of the dictionary before an ending is a name only where it is no verb or the like.
    if !is_chained && first + 1 == word && length >= 2 {
        let tag = tags.of(name);
        let is_town = matches!(ending, "镇" | "街道" | "乡")
            && matches!(tag, "a" | "v" | "i" | "vn" | "l" | "an" | "z")
            && chars(name) == 2;
        if !(tag.starts_with('n') || tag.is_empty() || tag == "j" || is_town)
            || BODIES.generic.has(name)
        {
            return None;
        }
        if matches!(
            ending,
            "市" | "县"
                | "区"
                | "省"
                | "州"
                | "旗"
                | "盟"
                | "地区"
                | "农场"
                | "新城"
                | "片区"
                | "示范区"
                | "林区"
        ) && !matches!(tag, "ns" | "nr" | "nz" | "nrt")
        {
            return None;
        }
    }
    Some(Span {
        start,
        end,
        kind: NameKind::Place,
        evidence: Evidence::PlaceEnding,
        is_link: is_level,
    })
}

/// Whether a generic character belongs to the name all the same: 村 in 梅村街道, 三 in 三厂街道.
fn is_old_ending(cut: &Cut<'_>, first: usize, ending: &str, length: usize) -> bool {
    let before = cut.word(first - 1);
    let one_more = || {
        first >= 2 && {
            let word = cut.word(first - 2);
            chars(word) == 1
                && is_han_text(word)
                && !STOP_WORDS.has(word)
                && !PLACES.generic.has(word)
        }
    };
    let is_small = matches!(ending, "街道" | "社区" | "镇" | "村");
    is_small
        && (length == 0
            && matches!(
                before,
                "村" | "城" | "区" | "里" | "上" | "中" | "下" | "前" | "后"
            )
            && one_more()
            || length > 0
                && "一二三四五六七八九十新老大小上下前后中里".contains(before)
                && length < 3)
}

/// Whether what stands before a word is no part of a name.
fn is_free_before(cut: &Cut<'_>, word: usize, border: usize) -> bool {
    let start = cut.start(word);
    let before = cut.word(word.saturating_sub(1));
    word == 0 || start == border || !is_han_text(before) || STOP_WORDS.has(before)
}

fn touches(cut: &Cut<'_>, first: usize, border: usize) -> bool {
    border > 0 && cut.start(first) == border
}

/// Whether a place is part of the name of a road or line: 北京|路.
fn is_route(cut: &Cut<'_>, span: &Span) -> bool {
    if span.evidence == Evidence::BodyEnding {
        return false;
    }
    let rest = cut.from(span.end);
    let Some(route) = PLACES.routes.at(rest) else {
        return false;
    };
    let behind = cut.from(span.end + route.len());
    let is_whole = cut.is_bound(span.end + route.len());
    is_whole && !matches!(route, "段" | "线") && !span.is_link && !behind.starts_with("道口")
        || route == "路" && !span.is_link && !cut.is_bound(span.end)
}

/// Names that a facility's noun closes: 无锡北高速道口.
fn facilities(cut: &Cut<'_>, tags: &mut Tags<'_>, spans: &mut Vec<Span>, first: usize) {
    let mut found: Vec<Span> = Vec::new();
    let known: Vec<Span> = spans.split_off(first);
    let places = Spans(&known);
    for word in 0..cut.len() {
        let end = cut.start(word + 1);
        let Some(noun) = PLACES.facilities.before(cut.before(end)) else {
            continue;
        };
        let noun_start = end - noun.len();
        if noun_start < cut.start(word) && !cut.is_bound(noun_start)
            || places.around(noun_start).is_some()
        {
            continue;
        }
        let Some(start) = facility_start(cut, tags, noun, noun_start, places) else {
            continue;
        };
        // What goes on is a longer name, or a body.
        if PLACES.facilities.at(cut.from(end)).is_some_and(|next| {
            cut.is_bound(end + next.len()) && !matches!(next, "山" | "江" | "海")
        }) || [
            "控股",
            "集团",
            "有限",
            "股份",
            "公司",
            "管理局",
            "投资",
            "派出所",
            "社区",
            "街道",
            "村",
            "改造",
        ]
        .iter()
        .any(|body| cut.from(end).starts_with(body))
        {
            continue;
        }
        while found
            .last()
            .is_some_and(|other| other.start >= start && other.end > start)
        {
            found.pop();
        }
        // 大润发超市|新区店
        if let Some(last) = found.last_mut()
            && last.end == start
        {
            last.end = end;
        } else if found.last().is_none_or(|last| last.end <= start) {
            found.push(Span {
                start,
                end,
                kind: NameKind::Place,
                evidence: Evidence::PlaceEnding,
                is_link: false,
            });
        }
    }
    let long = Spans(&found);
    spans.extend(
        known
            .iter()
            .filter(|span| long.overlapping(span.start, span.end).is_empty())
            .cloned(),
    );
    spans.append(&mut found);
    spans.arrange();
}

fn facility_start(
    cut: &Cut<'_>,
    tags: &mut Tags<'_>,
    noun: &str,
    noun_start: usize,
    places: Spans<'_>,
) -> Option<usize> {
    if noun == "市民中心" && cut.is_bound(noun_start) {
        let bare = places.ending_at(noun_start);
        return Some(
            bare.filter(|place| !place.is_link)
                .map_or(noun_start, |place| place.start),
        );
    }
    let is_weak = PLACES.weak_facilities.has(noun);
    let mut word = cut.covering(noun_start);
    let mut start = noun_start.min(cut.start(word));
    let inside = start < noun_start;
    let mut is_proper = inside && matches!(tags.of(cut.word(word)), "ns" | "nz" | "nt");
    if inside && !is_proper && !FREE_NAMES.contains(&cut.get(start..noun_start)) {
        return None;
    }
    is_proper |= inside;
    let (mut singles, mut words) = (0, 0);
    let mut has_place = false;
    while word > 0 && words < 6 {
        if let Some(place) = places.ending_at(start) {
            if place.is_link {
                let between = cut.get(start..noun_start);
                let joins = between.is_empty() || JOINED.has(between);
                if joins && !(is_weak && noun.len() <= 3) {
                    start = place.start;
                    (has_place, is_proper) = (true, true);
                }
                break;
            }
            if words > 2 && is_weak {
                return None;
            }
            start = place.start;
            (has_place, is_proper) = (true, true);
            break;
        }
        let before = cut.word(word - 1);
        if !(is_han_text(before) || is_code(before)) || is_border(before, tags) {
            break;
        }
        word -= 1;
        words += 1;
        if chars(before) == 1 {
            singles += 1;
            let after_noun =
                is_one_of(before, PROPER_ENDINGS) && word > 0 && is_han_text(cut.word(word - 1));
            is_proper |= singles >= 2 || after_noun && words > 1;
        } else {
            singles = 0;
            is_proper |= matches!(tags.of(before), "ns" | "nz" | "nrt") && chars(before) > 1
                || is_code(before);
        }
        start = cut.start(word);
    }
    // Leading words that belong to the sentence.
    loop {
        let first = cut.covering(start);
        let text = cut.word(first);
        let next = cut.word(first + 1);
        let is_generic = PLACES.generic.has(text) || BODIES.generic.has(text);
        let is_number_of_name = chars(text) == 1
            && chars(next) == 1
            && !is_one_of(next, "个家座处条所间栋幢号层楼期大名");
        if start >= noun_start || has_place || !is_generic || is_number_of_name && is_proper {
            break;
        }
        start = cut.start(first + 1);
    }
    if start >= noun_start {
        return None;
    }
    let name = cut.get(start..noun_start);
    let behind_line = noun == "站" && cut.before(start).ends_with("号线");
    let first_word = cut.word(cut.covering(start));
    let tag = tags.of(first_word);
    let is_noun = chars(first_word) >= 2
        && (tag.starts_with('n') || tag.is_empty() || matches!(tag, "j" | "a" | "i" | "l"))
        && !PLACES.generic.has(first_word)
        && !BODIES.generic.has(first_word)
        || FREE_NAMES.contains(&first_word);
    let is_named = matches!(
        noun,
        "公园"
            | "广场"
            | "大桥"
            | "大厦"
            | "大酒店"
            | "站"
            | "寺"
            | "客运站"
            | "花园"
            | "水库"
            | "古镇"
    ) && is_noun
        && chars(name) <= 4;
    let enough = if is_weak {
        is_proper && chars(name) >= 2 || behind_line || is_named
    } else {
        (is_proper || is_noun) && chars(name) >= 2
    };
    // A mountain or bridge has a short name, and one that is in no person's: 后卫金晓峰.
    let is_small = chars(noun) == 1 && noun != "店" && noun != "站";
    let fits = !is_small || has_place || chars(name) <= 2;
    let mut at = start;
    let mut all_generic = true;
    while at < noun_start && all_generic {
        let word = cut.covering(at);
        let text = cut.get(at..cut.start(word + 1).min(noun_start));
        all_generic = PLACES.generic.has(text) || BODIES.generic.has(text);
        at = cut.start(word + 1);
    }
    if all_generic && !has_place && !is_proper && !is_named {
        return None;
    }
    (enough && fits && chars(name) <= 14 && !PLACES.generic.has(name)).then_some(start)
}

/// Letters and digits that begin a name: S19高速.
fn is_code(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_uppercase()) && word.chars().count() <= 8
}

fn is_border(word: &str, tags: &mut Tags<'_>) -> bool {
    if matches!(word, "高速" | "公路" | "二合一" | "国际") {
        return false;
    }
    if word.ends_with('级')
        || STOP_WORDS.has(word)
        || BODIES.levels.has(word)
        || PLACES.administrative.has(word)
            && !matches!(
                word,
                "新村" | "新城" | "新区" | "园区" | "产业园" | "科技园" | "工业园"
            )
    {
        return true;
    }
    let tag = tags.of(word);
    chars(word) > 1
        && (tag.starts_with('v') && tag != "vn"
            || matches!(tag, "p" | "c" | "d" | "r" | "u" | "uj" | "f" | "t" | "q"))
        || tag == "m"
            && chars(word) > 1
            && !word.starts_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'])
}
