//! 转行: whether two headline lines that stand together are one headline in two lines, or two headlines.
//!
//! A long headline is set in two or three lines, and an editor breaks it between words: behind 的 or 把, or before
//! what its subject does. A kicker above it has one line, is wider, and says by itself who did what. The weights are
//! began as those of a logistic regression over headlines of composed pages (tuning only) and over typical ones, in
//! hundredths of a logit, positive for one headline, and were rounded; those of couplets and of the last three signs, and
//! what headlines of the page are like, are chosen.

use super::character::{half_cells, is_han, is_opening, is_space};

/// Two neighbouring lines of a headline's block, without blank lines between, and what stands around them.
#[derive(Debug, Clone, Copy)]
pub struct Turn<'text> {
    /// The upper line.
    pub above: &'text str,
    /// The lower line.
    pub below: &'text str,
}

/// What stands around two lines of a block.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around {
    /// What the upper line and the one above it weigh by themselves.
    pub before: Option<i32>,
    /// The same for the lower line and the one below it.
    pub behind: Option<i32>,
    /// How many lines the block has.
    pub lines: usize,
    /// What headlines of the page are like.
    pub habit: Habit,
}

/// How long headlines are set on a page: counts of those that surely are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Habit {
    /// Surely one headline in two lines.
    turned: u32,
    /// Surely a long headline in one line.
    wide: u32,
}

impl Habit {
    /// Notes two lines of a block by what they weigh by themselves.
    pub fn note_turn(&mut self, alone: i32) {
        self.turned += u32::from(alone >= SURE);
    }

    /// Notes a line that stands alone in its block. A kicker has one line on any page.
    pub fn note_line(&mut self, line: &str) {
        let may_be_kicker = has_event(line) || is_complete(line);
        self.wide += u32::from(!may_be_kicker && width(line) >= WIDE);
    }

    /// What it weighs for two lines to be one headline.
    fn weight(self) -> i32 {
        match (self.turned, self.wide) {
            (0, 1..) => -HABIT,
            (1.., 0) => HABIT,
            _ => 0,
        }
    }
}

/// What a line that goes on ends with: particles, prepositions, words that want another.
const GOES_ON: [&str; 73] = [
    "的", "地", "和", "与", "及", "或", "在", "把", "被", "让", "向", "为", "将", "对", "是", "从",
    "到", "给", "以", "于", "使", "由", "往", "因", "比", "跟", "像", "不", "未", "又", "再", "也",
    "已", "全", "首", "最", "新", "各", "每", "这", "那", "有", "如何", "怎么", "怎样", "为何",
    "可以", "能否", "通过", "迎来", "走进", "打造", "助力", "破获", "完成", "突破", "实现", "推进",
    "守护", "见证", "昨起", "今起", "今日", "昨日", "明日", "近日", "最后", "首次", "全国", "全省",
    "全市", "今年", "明年",
];
/// What a line that is no beginning begins with: particles, and verbs and adverbs without their subject.
const FOLLOWS: [&str; 62] = [
    "的", "地", "得", "了", "着", "过", "之", "们", "和", "与", "及", "或", "等", "里", "上", "中",
    "下", "内", "外", "后", "前", "时", "成", "可", "将", "已", "能", "会", "有", "是", "要", "该",
    "却", "也", "又", "再", "不", "未", "为", "获", "迎", "变", "破", "超", "达", "首", "最", "今",
    "昨", "明", "通过", "突破", "实行", "恢复", "启动", "走进", "完成", "全面", "如何", "怎么",
    "为何", "连续",
];
/// Words of an event: who did what.
const EVENTS: [&str; 25] = [
    "主持", "召开", "举行", "检查", "调研", "会见", "出席", "视察", "考察", "强调", "指出", "要求",
    "连线", "调度", "慰问", "走访", "开幕", "闭幕", "启动", "座谈", "会议", "大会", "发布", "公布",
    "印发",
];
/// What a line that is complete ends with: an announcement, an event, an occasion, an office.
const COMPLETE: [&str; 58] = [
    "发布",
    "公布",
    "通报",
    "提醒",
    "提示",
    "出台",
    "印发",
    "推出",
    "部署",
    "强调",
    "指出",
    "要求",
    "表示",
    "认为",
    "获悉",
    "发现",
    "举行",
    "开幕",
    "闭幕",
    "落幕",
    "揭晓",
    "完工",
    "竣工",
    "开工",
    "通车",
    "启动",
    "启用",
    "投用",
    "上线",
    "出炉",
    "收官",
    "结束",
    "成立",
    "签约",
    "会",
    "调查",
    "报道",
    "观察",
    "见闻",
    "纪实",
    "侧记",
    "特写",
    "回眸",
    "追踪",
    "述评",
    "轮",
    "赛",
    "活动",
    "仪式",
    "论坛",
    "中心",
    "局",
    "委",
    "办公室",
    "支队",
    "公司",
    "政府",
    "预警",
];
/// Measure words, behind which something counted must follow.
const MEASURES: &str = "个次批项名位条座台场件家处种份只张支群段辆间棵块";
const NUMERALS: &str = "一二两三四五六七八九十百千万亿几数多首每0123456789";
/// From which weight on two lines are surely one headline, for what the others of the page are like.
const SURE: i32 = 250;
/// The least width in half cells of a headline that other pages would set in two lines.
const WIDE: u32 = 24;
/// What it weighs how other headlines of the page are set.
const HABIT: i32 = 130;
/// How many lines a headline's block has at most; more are headlines of several articles.
const LONGEST_BLOCK: usize = 5;

/// A sign, and what it weighs.
type Row = (fn(&Turn<'_>) -> bool, i32);

const BIAS: i32 = -45;
const ROWS: [Row; 18] = [
    (|turn| turn.goes_on(), 170),
    (
        |turn| FOLLOWS.iter().any(|word| turn.below.starts_with(word)),
        140,
    ),
    (|turn| has_event(turn.above), -105),
    (|turn| is_complete(turn.above), -180),
    (
        |turn| has_event(turn.below) || turn.below.contains("讲话"),
        -155,
    ),
    (|turn| width(turn.above) <= 12, 95),
    (|turn| width(turn.above) > 20, -65),
    (
        |turn| width(turn.above).abs_diff(width(turn.below)) <= 6,
        60,
    ),
    (|turn| width(turn.below) >= width(turn.above) + 8, -50),
    (|turn| width(turn.below) <= 12, 115),
    (|turn| turn.width() <= 24, 115),
    (|turn| turn.width() > 32, -140),
    (|turn| turn.width() > 40, -100),
    (
        |turn| turn.above.contains([' ', '\u{3000}', '，', '：']),
        -80,
    ),
    (|turn| turn.is_couplet(), 450),
    (|turn| turn.is_inside_brackets(), 600),
    (|turn| turn.below.starts_with("关于"), -400),
    (
        |turn| is_letter_spaced(turn.above) != is_letter_spaced(turn.below),
        -600,
    ),
];
/// What it weighs that a line of the block stands above the two, or below them.
const BEFORE: i32 = 160;
const BEHIND: i32 = -190;
/// What it weighs that one of the two is rather one headline with its other neighbour.
const WEAKER: i32 = -240;
/// What it weighs that the block is longer than that of one article.
const LONG_BLOCK: i32 = -150;

impl Turn<'_> {
    /// What the two lines weigh by themselves.
    pub fn alone(&self) -> i32 {
        let rows = ROWS.iter().filter(|(holds, _)| holds(self));
        BIAS + rows.map(|(_, weight)| weight).sum::<i32>()
    }

    /// The logit, in hundredths, of both lines being one headline.
    pub fn sum(&self, around: Around) -> i32 {
        let alone = self.alone();
        let neighbours = [around.before, around.behind];
        let rows = [
            (around.before.is_some(), BEFORE),
            (around.behind.is_some(), BEHIND),
            (
                neighbours.into_iter().flatten().any(|sum| sum > alone),
                WEAKER,
            ),
            (around.lines > LONGEST_BLOCK, LONG_BLOCK),
        ];
        let rows = rows.iter().filter(|(holds, _)| *holds);
        alone + around.habit.weight() + rows.map(|(_, weight)| weight).sum::<i32>()
    }

    /// Whether the upper line ends inside a phrase.
    pub fn goes_on(&self) -> bool {
        let mut ending = self.above.chars().rev();
        let last_two = (ending.next(), ending.next());
        let counts = matches!(last_two, (Some(measure), Some(numeral))
            if MEASURES.contains(measure) && NUMERALS.contains(numeral));
        counts || GOES_ON.iter().any(|word| self.above.ends_with(word))
    }

    /// 对仗: whether both lines are clauses of one length, without a mark and without an event.
    fn is_couplet(&self) -> bool {
        let is_clause = |line: &str| {
            width(line) >= 16 && line.chars().all(is_han) && !has_event(line) && !is_complete(line)
        };
        width(self.above) == width(self.below) && is_clause(self.above) && is_clause(self.below)
    }

    /// Whether a bracket or quotation is open at the end of the upper line.
    fn is_inside_brackets(&self) -> bool {
        let opened = self
            .above
            .chars()
            .filter(|character| is_opening(*character));
        let closed = self
            .above
            .chars()
            .filter(|character| super::character::is_closing(*character));
        opened.count() > closed.count()
    }

    fn width(&self) -> u32 {
        width(self.above) + width(self.below)
    }
}

fn is_complete(line: &str) -> bool {
    COMPLETE.iter().any(|word| line.ends_with(word))
}

fn has_event(line: &str) -> bool {
    EVENTS.iter().any(|word| line.contains(word))
}

/// The width in half cells, without spaces.
fn width(line: &str) -> u32 {
    line.chars()
        .filter(|character| !is_space(*character))
        .map(half_cells)
        .sum()
}

/// 疏排: whether a blank stands behind every character.
fn is_letter_spaced(line: &str) -> bool {
    let spaces = line
        .chars()
        .filter(|character| is_space(*character))
        .count();
    spaces >= 2 && 2 * spaces + 1 >= line.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of a headline's block, with `|` inside a headline and `/` between two.
    const BLOCKS: [&str; 22] = [
        "把隐患消除在|洪峰到来之前",
        "老街口的理发店|又亮起了灯",
        "一座港口的|新航程",
        "县医院来了|“云上专家”",
        "让“沉睡的|老照片”开口说话",
        "本周五起|三条公交线路调整",
        "云州警方破获|特大电信诈骗案",
        "地铁六号线|今日试运行",
        "全市重点项目集中开工仪式举行/一批百亿级项目|落户滨江新区",
        "国家统计局公布上半年经济数据/经济运行|总体回升向好",
        "赵明在青川县调研时指出/保护好一江清水|让群众共享生态红利",
        "第三届龙舟文化节昨日开幕/千人挥桨|争渡柳河",
        "全国游泳锦标赛落幕/我省小将独得三金",
        "女足亚洲杯小组赛/中国队三比零轻取对手",
        "市教育局/关于规范课后服务收费的意见",
        "市疾控中心提醒/这些人群应尽早接种疫苗",
        "高铁站今日启用/首日发送旅客两万余人次",
        "云州获评国家食品安全示范城市/全省共有三个城市入选",
        "全省教育大会召开/办好人民满意的教育/周文山出席会议并讲话",
        "滨江大道西延工程通车/东西城区十分钟可达",
        "秋 粮 入 仓/我市秋收过半",
        "李晓东走访慰问困难群众/把党和政府的关怀送到群众心坎上",
    ];

    #[test]
    fn blocks_are_headlines_in_one_line_or_two() {
        for block in BLOCKS {
            let lines: Vec<&str> = block.split(['|', '/']).collect();
            let turns: Vec<Turn<'_>> = lines
                .windows(2)
                .map(|pair| Turn {
                    above: pair[0],
                    below: pair[1],
                })
                .collect();
            let alone: Vec<i32> = turns.iter().map(Turn::alone).collect();
            let read: String = turns
                .iter()
                .enumerate()
                .map(|(place, turn)| {
                    let around = Around {
                        before: place.checked_sub(1).map(|before| alone[before]),
                        behind: alone.get(place + 1).copied(),
                        lines: lines.len(),
                        habit: Habit::default(),
                    };
                    if turn.sum(around) > 0 { '|' } else { '/' }
                })
                .collect();
            let truth: String = block
                .chars()
                .filter(|character| matches!(character, '|' | '/'))
                .collect();
            assert_eq!(read, truth, "{block}");
        }
    }
}
