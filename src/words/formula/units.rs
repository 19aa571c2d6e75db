//! The closed list of what binds to a number in front of it.

/// What a unit makes of its number, and how long that number may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// A measure: any number, unless the unit is the beginning of another word.
    Measure,
    /// A percent sign and the like: any number.
    Sign,
    /// 年.
    Year,
    /// 月: one or two digits.
    Month,
    /// 日: one or two digits.
    Day,
    /// 时, 点: one or two digits.
    Hour,
    /// 分.
    Minute,
    /// 秒.
    Second,
    /// A period: 年代, 月底. Any number.
    Period,
    /// A generation, 80后: two digits, the last of them 0 or 5.
    Generation,
    /// A road or a metro line.
    Route,
    /// What is named by a service number of three to five digits: 120专车.
    Service,
}

/// One unit, and the characters before which it is none.
pub(super) type Row = (&'static str, Unit, &'static str);

/// Units by their first character in code point order; of one first character, longer ones first.
///
/// Measure words (名, 个, 人, 家, 件, 次, 位, 条, 项 …) are not here: 2210 | 名 stays a number and its measure word, as
/// the counted thing belongs to the noun behind. What is here is a quantity, a time or a name that nobody looks up by
/// its parts.
pub(super) const UNITS: &[(char, &[Row])] = &[
    ('%', &[("%", Unit::Sign, "")]),
    ('°', &[("°C", Unit::Sign, ""), ("°", Unit::Sign, "")]),
    ('‰', &[("‰", Unit::Sign, "")]),
    ('℃', &[("℃", Unit::Sign, "")]),
    ('㎏', &[("㎏", Unit::Sign, "")]),
    ('㎡', &[("㎡", Unit::Sign, "")]),
    ('㎥', &[("㎥", Unit::Sign, "")]),
    ('丈', &[("丈", Unit::Measure, "")]),
    (
        '专',
        &[("专车", Unit::Service, ""), ("专线", Unit::Service, "")],
    ),
    ('世', &[("世纪", Unit::Period, "")]),
    ('乡', &[("乡道", Unit::Route, "")]),
    ('亩', &[("亩", Unit::Measure, "")]),
    (
        '伏',
        &[("伏特", Unit::Measure, ""), ("伏", Unit::Measure, "")],
    ),
    ('元', &[("元", Unit::Measure, "")]),
    ('兆', &[("兆瓦", Unit::Measure, "")]),
    ('克', &[("克", Unit::Measure, "")]),
    (
        '公',
        &[
            ("公里", Unit::Measure, ""),
            ("公斤", Unit::Measure, ""),
            ("公顷", Unit::Measure, ""),
            ("公升", Unit::Measure, ""),
        ],
    ),
    (
        '分',
        &[
            ("分钟", Unit::Measure, ""),
            ("分贝", Unit::Measure, ""),
            ("分米", Unit::Measure, ""),
            ("分", Unit::Minute, "之"),
        ],
    ),
    ('加', &[("加元", Unit::Measure, "")]),
    (
        '千',
        &[
            ("千瓦时", Unit::Measure, ""),
            ("千瓦", Unit::Measure, ""),
            ("千克", Unit::Measure, ""),
            ("千米", Unit::Measure, ""),
            ("千卡", Unit::Measure, ""),
        ],
    ),
    ('升', &[("升", Unit::Measure, "")]),
    ('卢', &[("卢布", Unit::Measure, "")]),
    ('厘', &[("厘米", Unit::Measure, "")]),
    ('县', &[("县道", Unit::Route, "")]),
    ('台', &[("台币", Unit::Measure, "")]),
    ('号', &[("号线", Unit::Route, "")]),
    ('后', &[("后", Unit::Generation, "")]),
    ('吨', &[("吨", Unit::Measure, "")]),
    (
        '周',
        &[
            ("周年", Unit::Measure, ""),
            ("周岁", Unit::Measure, ""),
            ("周", Unit::Measure, "一二三四五六日末"),
        ],
    ),
    ('国', &[("国道", Unit::Route, "")]),
    ('天', &[("天", Unit::Measure, "")]),
    ('季', &[("季度", Unit::Period, "")]),
    ('寸', &[("寸", Unit::Measure, "")]),
    ('小', &[("小时", Unit::Measure, "候")]),
    ('尺', &[("尺", Unit::Measure, "")]),
    ('岁', &[("岁", Unit::Measure, "")]),
    (
        '平',
        &[
            ("平方公里", Unit::Measure, ""),
            ("平方千米", Unit::Measure, ""),
            ("平方厘米", Unit::Measure, ""),
            ("平方米", Unit::Measure, ""),
            ("平米", Unit::Measure, ""),
        ],
    ),
    (
        '年',
        &[
            ("年度", Unit::Period, "假"),
            ("年代", Unit::Period, ""),
            ("年底", Unit::Period, ""),
            ("年初", Unit::Period, ""),
            ("年末", Unit::Period, ""),
            ("年", Unit::Year, "级轻货画糕青幼纪龄"),
        ],
    ),
    ('度', &[("度", Unit::Measure, "")]),
    (
        '微',
        &[("微米", Unit::Measure, ""), ("微克", Unit::Measure, "")],
    ),
    ('救', &[("救护车", Unit::Service, "")]),
    ('斤', &[("斤", Unit::Measure, "")]),
    (
        '日',
        &[
            ("日元", Unit::Measure, ""),
            ("日圆", Unit::Measure, ""),
            ("日", Unit::Day, "币"),
        ],
    ),
    ('时', &[("时", Unit::Hour, "")]),
    (
        '月',
        &[
            ("月份", Unit::Period, ""),
            ("月底", Unit::Period, ""),
            ("月初", Unit::Period, ""),
            ("月末", Unit::Period, ""),
            ("月", Unit::Month, "饼球亮光嫂薪租供"),
        ],
    ),
    ('欧', &[("欧元", Unit::Measure, "")]),
    (
        '毫',
        &[
            ("毫米", Unit::Measure, ""),
            ("毫升", Unit::Measure, ""),
            ("毫克", Unit::Measure, ""),
            ("毫秒", Unit::Measure, ""),
        ],
    ),
    ('泰', &[("泰铢", Unit::Measure, "")]),
    ('海', &[("海里", Unit::Measure, "")]),
    (
        '港',
        &[("港元", Unit::Measure, ""), ("港币", Unit::Measure, "")],
    ),
    ('澳', &[("澳元", Unit::Measure, "")]),
    (
        '点',
        &[
            ("点钟", Unit::Hour, ""),
            ("点半", Unit::Hour, ""),
            ("点", Unit::Hour, ""),
        ],
    ),
    ('热', &[("热线", Unit::Service, "")]),
    ('瓦', &[("瓦", Unit::Measure, "")]),
    ('省', &[("省道", Unit::Route, "")]),
    (
        '秒',
        &[("秒钟", Unit::Measure, ""), ("秒", Unit::Second, "")],
    ),
    (
        '立',
        &[("立方米", Unit::Measure, ""), ("立方", Unit::Measure, "")],
    ),
    ('米', &[("米", Unit::Measure, "")]),
    ('纳', &[("纳米", Unit::Measure, "")]),
    (
        '美',
        &[("美元", Unit::Measure, ""), ("美金", Unit::Measure, "")],
    ),
    (
        '英',
        &[
            ("英里", Unit::Measure, ""),
            ("英寸", Unit::Measure, ""),
            ("英镑", Unit::Measure, ""),
            ("英尺", Unit::Measure, ""),
        ],
    ),
    ('角', &[("角", Unit::Measure, "")]),
    ('里', &[("里", Unit::Measure, "")]),
    ('韩', &[("韩元", Unit::Measure, "")]),
    (
        '高',
        &[("高速公路", Unit::Route, ""), ("高速", Unit::Route, "")],
    ),
    ('％', &[("％", Unit::Sign, "")]),
];

/// 十 百 千 万 亿, which stand between a number and its unit, or close a number.
pub(super) fn is_magnitude(character: char) -> bool {
    matches!(character, '十' | '百' | '千' | '万' | '亿')
}

/// Characters that freely follow a quantity, so that a unit binds although it makes a word with them: 7天 | 后 in
/// spite of 天后, 5公里 | 长 in spite of 里长.
pub(super) fn follows_freely(character: char) -> bool {
    matches!(
        character,
        '前' | '后'
            | '内'
            | '外'
            | '长'
            | '高'
            | '宽'
            | '深'
            | '重'
            | '大'
            | '多'
            | '左'
            | '以'
            | '许'
            | '的'
            | '起'
            | '至'
            | '到'
            | '间'
    )
}

/// The units that begin with `character`.
pub(super) fn beginning_with(character: char) -> &'static [Row] {
    UNITS
        .binary_search_by_key(&character, |(first, _)| *first)
        .ok()
        .and_then(|index| UNITS.get(index))
        .map_or(&[], |(_, rows)| rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted_and_reachable() {
        for pair in UNITS.windows(2) {
            assert!(
                pair[0].0 < pair[1].0,
                "{} stands before {}",
                pair[0].0,
                pair[1].0
            );
        }
        for (first, rows) in UNITS {
            for (index, (unit, ..)) in rows.iter().enumerate() {
                assert!(unit.starts_with(*first), "{unit} under {first}");
                let shadowed = rows[..index]
                    .iter()
                    .find(|(longer, ..)| unit.starts_with(longer));
                assert!(shadowed.is_none(), "{unit} is never reached: {shadowed:?}");
            }
        }
    }
}
