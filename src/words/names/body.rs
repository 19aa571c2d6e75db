//! Bodies in one passage.

use std::sync::LazyLock;

use super::bodies::{BODIES, STOP_WORDS, WITH_AND};
use super::cut::{Cut, chars, is_han_text, is_one_of};
use super::persons::WORDS;
use super::span::{Span, Spans};
use super::tags::Tags;
use super::word_list::WordList;
use super::{Evidence, NameKind};

/// Longest name of a body, in bytes, without its level.
const LONGEST: usize = 96;
/// Endings that are no name right behind a level or place: 无锡|公司, 市|中心.
const NEVER_ALONE: &str = "中心 大队 中队 总队 公司 集团 集团公司 有限公司 股份有限公司 学校 医院 办 学会 协会 联盟 商会 俱乐部 分局 办公室 协调办 党组 党委 团委 分公司 子公司 总公司 支行 分行 分校 银行 证券 事务所 工作小组 专班 \
高中 初中 小学 中学 幼儿园 学院 研究中心 服务队 合作社 党支部 党总支 部队 联席会议 工作专班 部 处 台网 专业合作社 总局 局 厅 委 基金会 联合会 促进会 救援队 保险公司 剧团 乐团 出版社 报社 监测中心 服务中心 设计院 工会 妇联 居委会 村委会 党工委 工委 敬老院 养老院 看守所 派出所 卫生院 分社 支队 附属医院 儿童医院 中心医院 法学会 学会 研究会 研究所 研究院";
static NOT_ALONE: LazyLock<WordList> = LazyLock::new(|| WordList::new(&[NEVER_ALONE]));
/// What stands before a level that is no anchor: 全市, （区.
const NO_LEVEL_BEHIND: &str =
    "全我各本该两多外跨每）)城都大小县市区级某此其同邻几三四五六七八九十二一";

/// Finds the bodies of a passage. `has_headquarters` says that a 指挥部 is named on the page, which 市指 is short for.
pub(super) fn find(
    cut: &Cut<'_>,
    tags: &mut Tags<'_>,
    places: Spans<'_>,
    has_headquarters: bool,
    spans: &mut Vec<Span>,
) {
    let first = spans.len();
    let mut rest = places.0.iter().peekable();
    for word in 0..cut.len() {
        let start = cut.start(word);
        while rest.next_if(|place| place.start < start).is_some() {}
        if let Some(end) = fixed(cut, start) {
            push(cut, spans, first, start, end, Evidence::Dictionary);
        }
        if let Some(end) = short(cut, start, has_headquarters) {
            let start = chain_start(places, start);
            push(cut, spans, first, start, end, Evidence::ShortForm);
        }
        let place = rest.peek().filter(|place| place.start == start);
        if let Some(end) = place.and_then(|place| of_place(cut, place)) {
            let start = chain_start(places, start);
            push(cut, spans, first, start, end, Evidence::ShortForm);
        }
        let end = cut.start(word + 1);
        // 领导|小组会议: the dictionary has the second half as a word.
        let end = match cut.word(word).strip_prefix("小组") {
            Some(rest) => end - rest.len(),
            None => end,
        };
        if let Some(start) = ended(cut, tags, places, word, end, &spans[first..]) {
            push(cut, spans, first, start, end, Evidence::BodyEnding);
        }
    }
    // A body that belongs to a post is none.
    let mut kept: Vec<Span> = spans.drain(first..).collect();
    kept.retain(|span| !belongs_to_post(cut, span.end));
    spans.append(&mut kept);
}

/// A short body behind a place with its level: 无锡市|委.
fn of_place(cut: &Cut<'_>, place: &Span) -> Option<usize> {
    let name = cut.get(place.start..place.end);
    let short = BODIES.short.at(cut.from(place.end))?;
    let end = place.end + short.len();
    let is_level = name.len() > 6 && name.ends_with(['省', '市', '区', '县', '州']);
    (is_level
        && cut.is_bound(end)
        && !(short == "委" && cut.from(end).starts_with(['书', '常', '员', '托'])))
    .then_some(end)
}

/// Adds a body; of two that overlap the longer one stays.
fn push(
    cut: &Cut<'_>,
    spans: &mut Vec<Span>,
    first: usize,
    start: usize,
    end: usize,
    evidence: Evidence,
) {
    while spans.len() > first {
        let Some(last) = spans.last() else { break };
        if last.end <= start {
            break;
        }
        if last.end - last.start >= end - start && last.start < start {
            return;
        }
        if last.start < start {
            // 省委|省政府: what begins inside the one before ends it only where that one is longer.
            if belongs_to_post(cut, end) {
                return;
            }
            if last.end - last.start >= end - start {
                return;
            }
        }
        if last.start <= start && last.end >= end {
            return;
        }
        spans.pop();
    }
    spans.push(Span {
        start,
        end,
        kind: NameKind::Organisation,
        evidence,
        is_link: false,
    });
}

/// A body that needs nothing else.
fn fixed(cut: &Cut<'_>, start: usize) -> Option<usize> {
    let found = BODIES.fixed.at(cut.from(start))?;
    let end = start + found.len();
    if !cut.is_bound(end) {
        return None;
    }
    if found == "中央" {
        let next = cut.word(cut.covering(end));
        let before = cut.before(start);
        let is_other = matches!(
            next,
            "指导"
                | "指导组"
                | "督导"
                | "巡视"
                | "巡视组"
                | "督察"
                | "空调"
                | "公园"
                | "厨房"
                | "商务区"
                | "财政"
                | "企业"
                | "电视台"
                | "银行"
                | "广场"
                | "大街"
                | "大道"
                | "预算"
                | "空间"
                | "处理器"
                | "经济"
                | "的"
                | "领导"
                | "军委"
                | "农村"
                | "财经"
                | "团校"
                | "音乐"
                | "美术"
                | "戏剧"
                | "民族"
                | "山脉"
                | "位置"
                | "地带"
                | "控制"
                | "深改委"
                | "环保"
                | "生态"
                | "第"
                | "政府"
        );
        let is_verb_behind = before.ends_with(['市', '在', '于']);
        if is_other
            || is_verb_behind && next.starts_with(['，', '。', '、']) && end == cut.text.len()
        {
            return None;
        }
    }
    if matches!(
        found,
        "教育部"
            | "财政部"
            | "司法部"
            | "民政部"
            | "科技部"
            | "公安部"
            | "商务部"
            | "体育总局"
            | "国资委"
            | "国防部"
            | "外交部"
            | "水利部"
            | "海关总署"
    ) && cut.from(end).starts_with('门')
    {
        return None;
    }
    Some(end)
}

/// A short form right behind its level: 市委, 市五院, 市指.
fn short(cut: &Cut<'_>, start: usize, has_headquarters: bool) -> Option<usize> {
    let rest = cut.from(start);
    let level = rest
        .chars()
        .next()
        .filter(|level| matches!(level, '省' | '市' | '区' | '县' | '镇' | '州'))?;
    if !is_level(cut, start) {
        return None;
    }
    let behind = start + level.len_utf8();
    if let Some(short) = BODIES.short.at(cut.from(behind)) {
        let end = behind + short.len();
        let goes_on = cut.from(end).starts_with(['书', '常', '员', '局', '托']) && short == "委";
        if cut.is_bound(end) && !goes_on && !(level == '镇' && short == "委") {
            return Some(end);
        }
    }
    let text = cut.from(behind);
    let numeral = text
        .chars()
        .next()
        .filter(|first| "一二三四五六七八九十".contains(*first));
    if let Some(numeral) = numeral {
        let after = text.get(numeral.len_utf8()..)?;
        let end = behind + numeral.len_utf8();
        if after.starts_with('院') && matches!(level, '省' | '市' | '区' | '县') {
            return Some(end + 3);
        }
        if after.starts_with(['中', '小'])
            && level != '省'
            && cut.is_bound(end + 3)
            && !after.starts_with("小学")
            && (!after.starts_with("中学")
                || after.starts_with("中学子")
                || after.starts_with("中学生"))
        {
            return Some(end + 3);
        }
        return None;
    }
    for form in [
        "防指办",
        "防汛办",
        "防疫办",
        "疫防办",
        "文明办",
        "创建办",
        "人医",
        "妇保院",
        "中医院",
        "疾控",
        "防指",
    ] {
        if text.starts_with(form) && cut.is_bound(behind + form.len()) {
            return Some(behind + form.len());
        }
    }
    if text.starts_with('指')
        && has_headquarters
        && matches!(level, '省' | '市' | '区' | '县')
        && cut.is_bound(behind + 3)
    {
        let end = behind + 3;
        return Some(
            if cut.from(end).starts_with('办') && !cut.from(end).starts_with("办理") {
                end + 3
            } else {
                end
            },
        );
    }
    None
}

/// Whether the level at this byte stands for the place at home: not in 全市, 城市, （区.
fn is_level(cut: &Cut<'_>, start: usize) -> bool {
    if !cut.is_bound(start) {
        return false;
    }
    let before = cut.before(start).chars().next_back();
    let is_free = before.is_none_or(|before| !NO_LEVEL_BEHIND.contains(before));
    is_free || ends_in_place(cut, start)
}

/// Whether a place with a level of its own stands before a level: 无锡市|市委.
fn ends_in_place(cut: &Cut<'_>, start: usize) -> bool {
    let before = cut.before(start);
    before.ends_with('市') && cut.word(cut.covering(start.saturating_sub(3))).len() > 6
}

/// Where the chain of places begins that ends at this byte.
fn chain_start(places: Spans<'_>, mut start: usize) -> usize {
    // 无锡市 and 市委 share the level.
    while let Some(place) = places
        .last_before(start)
        .filter(|place| place.end == start || place.end == start + 3)
    {
        start = place.start;
    }
    start
}

/// A body whose last word is `word`, by its ending.
fn ended(
    cut: &Cut<'_>,
    tags: &mut Tags<'_>,
    places: Spans<'_>,
    word: usize,
    end: usize,
    bodies: &[Span],
) -> Option<usize> {
    let ending = BODIES.endings.before(cut.before(end))?;
    let ending_start = end - ending.len();
    // 局 in 一局, 办 in 举办: a word of its own.
    if !cut.is_bound(ending_start) {
        let whole = cut.word(cut.covering(ending_start));
        if !(chars(ending) >= 2 && matches!(tags.of(whole), "nt" | "n" | "nz" | "l" | "")
            || tags.of(whole) == "nt"
            || chars(whole) >= 3 && tags.of(whole) == "n")
        {
            return None;
        }
    }
    // A longer ending goes on behind: 公安局 in 公安局长 is none, 交警 in 交警支队 neither.
    let mut at = cut.covering(ending_start);
    let mut start = cut.start(at).min(ending_start);
    let mut words = 0;
    let anchor = loop {
        if ending_start.saturating_sub(start) > LONGEST || words > 16 {
            break None;
        }
        if let Some(place) = places
            .last_before(start)
            .filter(|place| place.end == start || place.end > start && start < ending_start)
        {
            break Some(chain_start(places, place.start));
        }
        if let Some(body) = bodies
            .iter()
            .rev()
            .take_while(|body| body.end >= start)
            .find(|body| body.end == start && body.evidence != Evidence::BodyEnding)
            && words > 0
        {
            let text = cut.get(body.start..body.end);
            if text.ends_with("政府") || cut.word(at).starts_with(['省', '市', '区', '县']) {
                break None;
            }
            break Some(body.start);
        }
        if let Some(place) = places.starting_at(start)
            && place.end <= ending_start
        {
            // A word of the dictionary as a whole: 中国银行.
            if start + 6 < end
                && cut.start(word) == start
                && matches!(tags.of(cut.word(word)), "nt")
            {
                return Some(chain_start(places, start));
            }
            break Some(chain_start(places, start));
        }
        // The level, alone or at the head of a word: 市|委, 省委, 市公安局.
        let text = cut.word(at);
        if start < ending_start || start == ending_start && words == 0 {
            let level = BODIES.levels.at(text);
            if let Some(level) = level
                && start < ending_start
                && (text.len() == level.len()
                    || text.starts_with(['省', '市', '区', '县'])
                        && (is_body_word(text) || start + text.len() == end)
                    || start + text.len() >= end)
            {
                let is_good = if level.len() == 3 {
                    is_level(cut, start)
                        && !matches!(text, "市场" | "区域" | "市民" | "县城" | "区间")
                } else {
                    true
                };
                break is_good.then(|| chain_start(places, start));
            }
        }
        if at == 0 {
            break None;
        }
        let before = cut.word(at - 1);
        let allowed = is_han_text(before) && !STOP_WORDS.has(before)
            || is_number(before)
                && !cut.word(at).starts_with([
                    '个', '家', '所', '名', '位', '座', '处', '支', '条', '年', '月', '日', '万',
                    '亿', '时', '例', '人', '户', '次',
                ])
            || before == "的" && cut.before(cut.start(at)).ends_with("感染的")
            || matches!(before, "和" | "与") && and_inside(cut, places, at - 1, ending)
            || matches!(before, "“" | "”" | "·" | "（" | "）")
                && words > 0
                && ending != "中心"
                && bracket_inside(cut, at, before);
        if !allowed {
            break None;
        }
        at -= 1;
        words += 1;
        start = cut.start(at);
    };
    match anchor {
        Some(start) => {
            // A branch belongs to the body before its place: 中国银行|宁波市|分行.
            let is_branch = matches!(
                ending,
                "分行" | "支行" | "分公司" | "分局" | "分校" | "派出所" | "大队" | "支队" | "中队"
            );
            let mut near = bodies.iter().rev().take_while(|body| body.end >= start);
            let whole = near.find(|body| {
                is_branch && (body.end == start || body.start < start && body.end > start)
            });
            match whole {
                Some(whole) => Some(whole.start),
                None => with_anchor(cut, tags, places, start, ending, ending_start),
            }
        }
        None => by_proper_name(cut, tags, end, ending_start),
    }
}

/// Whether 和 stands inside a name: in one that is known, or where a place stands one or two words before it.
fn and_inside(cut: &Cut<'_>, places: Spans<'_>, and: usize, ending: &str) -> bool {
    let before = cut.start(and);
    let known = WITH_AND
        .before(cut.before(cut.start(and + 1)))
        .or_else(|| WITH_AND.before(cut.before(cut.start(and + 2))))
        .is_some();
    let is_office = ["局", "厅", "委", "委员会", "联合会"]
        .iter()
        .any(|office| ending.ends_with(office));
    known
        || is_office
            && (1..=2).any(|words| {
                and >= words
                    && cut.start(and - words) < before
                    && places.ending_at(cut.start(and - words)).is_some()
                    && (and - words..and).all(|word| {
                        is_han_text(cut.word(word))
                            && !STOP_WORDS.has(cut.word(word))
                            && !BODIES.endings.has(cut.word(word))
                    })
            })
}

/// Whether a mark stands inside a name: 某某（集团）有限公司.
fn bracket_inside(cut: &Cut<'_>, at: usize, mark: &str) -> bool {
    let before = cut.before(cut.start(at));
    match mark {
        "）" => {
            before.ends_with("（集团）")
                || before.ends_with("（中国）")
                || before.ends_with("（无锡）")
                || before.ends_with("（江苏）")
                || before.ends_with("（上海）")
        }
        "（" => true,
        "·" => false,
        _ => false,
    }
}

fn is_number(word: &str) -> bool {
    word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !word.is_empty()
}

fn is_body_word(word: &str) -> bool {
    let level = word.chars().next().map_or(0, char::len_utf8);
    word.get(level..)
        .is_some_and(|rest| BODIES.short.has(rest) || BODIES.endings.has(rest))
}

fn with_anchor(
    cut: &Cut<'_>,
    tags: &mut Tags<'_>,
    places: Spans<'_>,
    start: usize,
    ending: &str,
    ending_start: usize,
) -> Option<usize> {
    let anchor_end = places
        .overlapping(start, ending_start)
        .iter()
        .filter(|place| place.start >= start && place.end <= ending_start)
        .map(|place| place.end)
        .max()
        .unwrap_or_else(|| start + BODIES.levels.at(cut.from(start)).map_or(0, str::len));
    let middle = cut.get(anchor_end.min(ending_start)..ending_start);
    let is_level = places.starting_at(start).is_none();
    if is_level && generic_before(cut, start) {
        return None;
    }
    if middle.is_empty() {
        let has_link = places
            .ending_at(ending_start)
            .is_some_and(|place| place.start >= start);
        let never = NOT_ALONE.has(ending);
        let school = matches!(
            ending,
            "大学" | "学院" | "中学" | "小学" | "高中" | "报社" | "电视台"
        );
        if never && !(school && has_link) {
            return None;
        }
        return Some(start);
    }
    // 无锡上市公司, 市重点医院.
    let all_generic = words_of(cut, anchor_end, ending_start)
        .iter()
        .all(|word| BODIES.generic.has(word) || tags.of(word) == "m" && !word.starts_with('第'));
    let is_office = [
        "局",
        "厅",
        "委",
        "支队",
        "大队",
        "法院",
        "检察院",
        "办",
        "政府",
        "指挥部",
        "党校",
        "疾控中心",
    ]
    .iter()
    .any(|office| ending.ends_with(office));
    if all_generic
        && !is_office
        && !matches!(
            ending,
            "作战中心" | "指挥中心" | "领导小组" | "工作领导小组" | "总队" | "急救中心" | "救援队"
        )
    {
        return None;
    }
    if matches!(
        ending,
        "中心" | "服务中心" | "办" | "局" | "集团" | "公司" | "联盟" | "专班"
    ) {
        let first = words_of(cut, anchor_end, ending_start)
            .first()
            .copied()
            .unwrap_or_default();
        if matches!(tags.of(first), "v" | "d" | "p" | "r" | "c")
            && !BODIES.generic.has(first)
            && matches!(ending, "办" | "中心")
            && chars(middle) <= 2
            && tags.of(first) != "v"
        {
            return None;
        }
    }
    Some(start)
}

/// The words between two bytes.
fn words_of<'a>(cut: &Cut<'a>, from: usize, to: usize) -> Vec<&'a str> {
    let mut words = Vec::new();
    let mut at = from;
    while at < to {
        let word = cut.covering(at);
        let end = cut.start(word + 1).min(to);
        words.push(cut.get(at..end));
        at = end;
    }
    words
}

fn generic_before(cut: &Cut<'_>, start: usize) -> bool {
    let before = cut.before(start);
    [
        "各", "有关", "相关", "某", "该", "本", "）", "全", "我", "其他", "各地", "多个", "各级",
        "各类",
    ]
    .iter()
    .any(|generic| before.ends_with(generic))
}

/// A body that its proper name and ending tell: 天奇自动化工程股份有限公司.
fn by_proper_name(
    cut: &Cut<'_>,
    tags: &mut Tags<'_>,
    end: usize,
    ending_start: usize,
) -> Option<usize> {
    let ending = BODIES.proper.before(cut.before(end))?;
    let ending_start = ending_start.min(end - ending.len());
    let mut at = cut.covering(ending_start);
    let mut start = cut.start(at);
    let mut words = 0;
    // The last word holds more than the ending: 清华大学.
    let whole = cut.word(at);
    let mut is_proper = start + 6 <= ending_start
        && matches!(tags.of(whole), "nt" | "nz")
        && BODIES
            .generic
            .at(whole)
            .is_none_or(|generic| chars(generic) < 2);
    while at > 0 && words < 12 && !is_proper {
        let before = cut.word(at - 1);
        let tag = tags.of(before);
        let is_stop = STOP_WORDS.has(before)
            || !is_han_text(before)
            || before != "之" && matches!(tag, "p" | "c" | "u" | "uj" | "d" | "r" | "f" | "t")
            || tag == "v"
                && chars(before) > 1
                && !BODIES.generic.has(before)
                && words_may_end(before);
        if is_stop {
            break;
        }
        at -= 1;
        words += 1;
        start = cut.start(at);
    }
    // Leading words that name nothing.
    while start < ending_start {
        let first = cut.covering(start);
        let word = cut.word(first);
        let next = cut.word(first + 1);
        let in_number_name =
            chars(word) == 1 && chars(next) == 1 && !is_one_of(next, "个家座处所间名位");
        if !(BODIES.generic.has(word) || tags.of(word) == "m" || tags.of(word) == "q")
            || in_number_name
        {
            break;
        }
        start = cut.start(first + 1);
    }
    if start >= ending_start {
        return None;
    }
    let name = words_of(cut, start, ending_start);
    let singles = name.windows(2).any(|pair| match pair {
        [one, two] => chars(one) == 1 && chars(two) == 1,
        _ => false,
    });
    let first = name.first().copied().unwrap_or_default();
    let tag = tags.of(first);
    if matches!(name.as_slice(), [only] if matches!(*only, "集团" | "控股" | "实业" | "投资" | "科技" | "股份"))
    {
        return None;
    }
    if name.iter().all(|word| BODIES.generic.has(word)) {
        return None;
    }
    is_proper |= singles && chars(first) <= 2;
    is_proper |= matches!(tag, "nz" | "nt" | "nr" | "ns" | "nrt") && chars(first) > 1;
    let is_company = ending.ends_with("公司") || ending.starts_with("集团") || ending == "大学";
    is_proper |= is_company
        && chars(first) > 1
        && tag.starts_with('n')
        && !BODIES.generic.has(first)
        && (ending.len() > 6 || ending == "集团");
    let length = chars(cut.get(start..ending_start));
    (is_proper && (2..=24).contains(&length)).then_some(start)
}

/// Verbs that names of companies have stay; at others a name begins.
fn words_may_end(word: &str) -> bool {
    !INSIDE.has(word)
}

static INSIDE: LazyLock<WordList> = LazyLock::new(|| {
    WordList::new(&[
        "附属 发展 建设 制造 设计 检测 通信 移动 联通 印刷 出版 交易 安装 养护 结算 实验 外国语 教育 研究 工程 自动化 控制 传动 联合 装备 环境 治理 管道 处理",
    ])
});

/// Whether a post begins at this byte, to which the body before it belongs.
fn belongs_to_post(cut: &Cut<'_>, end: usize) -> bool {
    let rest = cut.from(end);
    let skipped = rest.strip_prefix("原").unwrap_or(rest);
    let Some(office) = WORDS.offices.at(skipped) else {
        return false;
    };
    let behind = end + (rest.len() - skipped.len()) + office.len();
    !office.contains("负责人")
        && !matches!(office, "委员" | "指挥" | "教练员")
        && (cut.is_bound(behind)
            || super::persons::surname(cut.from(behind)).is_some_and(|name| name.is_common))
        || matches!(office, "委员")
}
