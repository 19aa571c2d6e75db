//! What newspapers print around their articles.

use super::random::Random;

const FOLIOS: [&[&str]; 6] = [
    &["云州晚报　2023年5月16日　星期二　A02　要闻"],
    &["2023年5月16日 星期二", "第3版 综合"],
    &["A05 民生"],
    &[
        "要闻 03",
        "2023年5月16日 星期二 农历三月廿七 第8127期 今日16版",
    ],
    &["04版 社会", "2023年5月16日"],
    &["南汀日报 2023年5月16日 星期二 02 本埠新闻"],
];

const STAFF: [&[&str]; 4] = [
    &["责任编辑：葛明远 版式：纪小禾 校对：卢清"],
    &["本版责编 葛明远", "美编 纪小禾 校对 卢清"],
    &["值班编委：葛明远", "本版编辑：纪小禾", "版式：卢清"],
    &["责编/葛明远 组版/纪小禾 校对/卢清"],
];

const IMPRINTS: [&[&str]; 3] = [
    &[
        "云州日报社主办",
        "国内统一连续出版物号:CN00-0088",
        "邮发代号:00-88",
        "地址:云州市梧桐路18号",
        "邮编:000088",
        "新闻热线:00880088",
        "广告热线:00880066",
        "零售价每份1元",
    ],
    &[
        "社址：南汀市西桥大街6号　邮政编码：000066",
        "广告许可证：南工商广字006号",
        "发行热线：00660099",
        "本报印刷：南汀日报印务中心",
    ],
    &[
        "联系我们",
        "新闻热线:00770012 投稿邮箱:news@example.com",
        "版权声明",
        "未经本报书面授权,任何单位和个人不得转载、摘编本报刊载的内容。",
    ],
];

const INDEXES: [&[&str]; 3] = [
    &[
        "导读",
        "三条公交线路下月起优化 详见A03版",
        "老城区新添六处口袋公园 详见A05版",
        "周末雨水将至 详见A08版",
    ],
    &["秋季招聘会本周开场 >>>4版", "青年足球赛小组赛收官 >>>7版"],
    &[
        "今日导读",
        "博物馆夜场延长至九点　见第6版",
        "粮油价格总体平稳　见第8版",
    ],
];

const ADVERTISEMENTS: [&[&str]; 4] = [
    &[
        "遗失声明",
        "云州市恒顺建材经营部遗失公章一枚，编号0088001234，声明作废。",
    ],
    &[
        "广告",
        "金穗家具城店庆特惠，全场八折起，地址：云州市东环路99号，电话：00885566",
    ],
    &[
        "遗失启事",
        "韦晓松遗失身份证一张，证号后四位0088，特此声明作废。",
        "南汀市绿野园林公司遗失营业执照副本，声明作废。",
    ],
    &["公告：南汀市白露装饰公司拟注销，请债权人于45日内申报债权。联系电话：00667788"],
];

const SITES: [&[&str]; 3] = [
    &["上一篇 下一篇", "放大 缩小 默认"],
    &["版面导航 标题导航", "上一版 下一版"],
    &["分享到微信", "返回目录"],
];

/// The lines of a web site.
pub fn site(random: &mut Random) -> &'static [&'static str] {
    random.one_of(&SITES)
}

/// The lines of a folio.
pub fn folio(random: &mut Random) -> &'static [&'static str] {
    random.one_of(&FOLIOS)
}

/// The lines that name the page staff.
pub fn staff(random: &mut Random) -> &'static [&'static str] {
    random.one_of(&STAFF)
}

/// The lines of an imprint.
pub fn imprint(random: &mut Random) -> &'static [&'static str] {
    random.one_of(&IMPRINTS)
}

/// The lines of an index to other pages.
pub fn index(random: &mut Random) -> &'static [&'static str] {
    random.one_of(&INDEXES)
}

/// The paragraphs of an advertisement, which are set in the column.
pub fn advertisement(random: &mut Random) -> &'static [&'static str] {
    random.one_of(&ADVERTISEMENTS)
}

/// A newspaper's name.
pub fn nameplate(random: &mut Random) -> &'static str {
    random.one_of(&["云州晚报", "云 州 晚 报", "南汀日报", "南 汀 日 报"])
}
