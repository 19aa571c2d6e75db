//! 广告: advertisements and classifieds, told from the notices of offices, which are articles.

/// Words that head classifieds, or stand alone over an advertisement.
const HEADS: [&str; 30] = [
    "广告",
    "分类广告",
    "分类信息",
    "便民信息",
    "遗失声明",
    "遗失启事",
    "遗失",
    "挂失声明",
    "挂失",
    "声明作废",
    "遗失公告",
    "注销公告",
    "清算公告",
    "减资公告",
    "注销清算公告",
    "公益广告",
    "商业广告",
    "招商",
    "招商信息",
    "房产信息",
    "招聘信息",
    "诚聘",
    "急聘",
    "转让",
    "出租",
    "出售",
    "求购",
    "寻物启事",
    "遗失登报",
    "广告热线",
];
/// Words of classifieds that report a loss or a company's end; two of one row show one.
const LOSSES: [(&str, &[&str]); 6] = [
    ("遗失", &["作废", "声明", "挂失", "编号", "证号"]),
    (
        "作废",
        &["声明", "丢失", "公章", "印章", "执照", "收据", "发票"],
    ),
    ("注销", &["债权人", "申报债权", "清算组"]),
    ("债权人", &["申报债权", "清偿", "减资", "减少注册资本"]),
    ("清算", &["债权人"]),
    ("诚聘", &["电话", "月薪", "面议", "底薪"]),
];
/// Words of sellers.
const SALES: [&str; 34] = [
    "特惠",
    "优惠",
    "折起",
    "大酬宾",
    "低价",
    "特价",
    "促销",
    "抢购",
    "开盘",
    "热销",
    "发售",
    "转让",
    "出租",
    "出售",
    "求购",
    "招租",
    "月薪",
    "底薪",
    "面议",
    "招聘",
    "诚聘",
    "加盟",
    "代理",
    "批发",
    "厂家",
    "直销",
    "咨询",
    "预约",
    "地址",
    "免费",
    "欢迎",
    "店庆",
    "样板房",
    "会员",
];
/// Longest advertisement that is set as running text, in bytes; longer texts are articles.
const LONGEST: usize = 900;

/// Whether a line heads advertisements.
pub fn is_head(text: &str) -> bool {
    let bare = text.trim_matches(|character: char| {
        character.is_whitespace() || "【】[]（）()·•■□◆●★☆：:".contains(character)
    });
    // The longest head has six characters.
    bare.len() <= 24 && {
        let closed: String = bare
            .chars()
            .filter(|character| !character.is_whitespace())
            .collect();
        HEADS.contains(&closed.as_str())
    }
}

/// Whether a text is a classified, whatever stands around it: something was lost, a company ends.
pub fn is_classified(text: &str) -> bool {
    text.len() <= LONGEST
        && LOSSES.iter().any(|(word, others)| {
            text.contains(word) && others.iter().any(|other| text.contains(other))
        })
}

/// Whether a text can stand under the head of advertisements: it names a telephone, or sells.
pub fn is_likely(text: &str) -> bool {
    text.len() <= LONGEST && {
        let sales = SALES
            .iter()
            .filter(|word| text.contains(**word))
            .take(3)
            .count();
        let has_telephone = has_telephone(text);
        sales >= 3 || has_telephone && (sales >= 1 || text.contains(['话', '机', '询', '微']))
    }
}

/// Whether a text names a telephone number: seven to twelve digits in a row, dashes between.
fn has_telephone(text: &str) -> bool {
    let mut digits = 0;
    text.chars().any(|character| {
        if character.is_ascii_digit() {
            digits += 1;
        } else if !matches!(character, '-' | '—' | '－') {
            digits = 0;
        }
        digits >= 7
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_classifieds_and_sales() {
        type Test = fn(&str) -> bool;
        let rows: &[(&str, Test, bool)] = &[
            ("遗失声明", is_head, true),
            ("【分类信息】", is_head, true),
            ("广 告", is_head, true),
            ("广告法修订草案公布", is_head, false),
            (
                "江城某建材店遗失公章一枚，编号0001，声明作废。",
                is_classified,
                true,
            ),
            ("何青遗失身份证，特此声明。", is_classified, true),
            (
                "江城某公司拟注销，请债权人于45日内申报债权。",
                is_classified,
                true,
            ),
            ("老人遗失的钱包被民警送了回来。", is_classified, false),
            ("这座古城的记忆正在遗失。", is_classified, false),
            ("店庆特惠，全场八折起，电话：00000000", is_likely, true),
            ("旺铺转让，电话00000001。", is_likely, true),
            ("活动现场来了两百多名市民。", is_likely, false),
            ("全年完成投资12345678元。", is_likely, false),
        ];
        for (text, test, expected) in rows {
            assert_eq!(test(text), *expected, "{text}");
        }
    }
}
