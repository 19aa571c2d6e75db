//! What newspapers print around their articles: nameplate, folio line, imprint, page staff, index, site chrome.
//!
//! The functions judge one line; [`super::label`] weighs a line's neighbours.

use super::date;
use super::model::{Metadata, Staff};
use super::name;
use super::pattern::{group, pattern};

pattern!(
    /// A line that is a newspaper's name.
    NAMEPLATE,
    r"^\p{Han}{1,5}(?:日报|晚报|早报|晨报|午报|商报|时报|都市报|快报|周报|青年报|导报|新报|电视报|法制报|法治报)$"
);
pattern!(WEEKDAY, r"(?:星期|礼拜|周)[一二三四五六日天]");
pattern!(
    FULL_DATE,
    r"[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日"
);
pattern!(
    /// A page number: A02, 第3版, 03版.
    PAGE_NUMBER,
    r"(?: \b([A-Z][0-9]{1,3})\b | 第\s*([A-Z]?[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*版 | (?:^|[\s　]) ([A-Z]?[0-9]{1,3})\s*版 (?:$|[\s　]) )"
);
pattern!(
    /// A line of a page number and a section's name: A02 要闻, 03版 要闻, 要闻 A02.
    PAGE_AND_SECTION,
    r"^(?: (?:[A-Z][0-9]{1,3}|第\s*[A-Z]?[0-9]{1,3}\s*版|0[0-9]\s*版?|[0-9]{1,2}\s*版)[\s　·.:：/|]*(\p{Han}{2,6})?",
    r"| (\p{Han}{2,4})[\s　·:：/|]+(?:[A-Z][0-9]{1,3}|第\s*[A-Z]?[0-9]{1,3}\s*版|0[0-9]\s*版?) )$"
);
pattern!(
    FOLIO_WORD,
    r"农历|今日[0-9\s]+版|总?第\s*[0-9]+\s*期|[壬癸甲乙丙丁戊己庚辛][子丑寅卯辰巳午未申酉戌亥]年"
);
pattern!(
    /// A role on the page staff and the names behind it.
    STAFF,
    r"((?:本版|本期|今日|封面|头版|值班|执行|责任|视觉|美术|文字|图片|首席)* (?:编委|责编|责任编辑|编辑|主编|总编辑|总编|主任|版式设计|版式|美编|校对|组版|排版|审读|统筹|设计|制图|监制|责校|策划|终审|检校))",
    r"[\s　]*[:：／/|\s　][\s　]*",
    r"(\p{Han}[\s　]?\p{Han}{1,2}(?:[\s　、，/]+\p{Han}[\s　]?\p{Han}{1,2})*)(?:$|[\s　])"
);
pattern!(
    /// Words that only an imprint has.
    IMPRINT_SURE,
    r"国内统一(?:连续出版物|刊)号|CN\s?[0-9]{2}\s?[-—－]\s?[0-9]{4}|邮发代号|零售价|每份.{0,8}元|广告(?:经营)?许可证|本报.{0,4}法律顾问",
    r"|(?:发行|广告|订报|订阅|投递|新闻)热线|版权(?:声明|合作|所有)|(?:未经|未取得|未获|须经|须取得).{0,16}(?:授权|许可|同意).{0,40}(?:转载|摘编|复制|改编|使用)",
    r"|(?:版权|著作权).{0,16}(?:归|属于|受法律保护)|使用本报.{0,6}(?:版权|作品)"
);
pattern!(
    /// Words that an imprint has, and notices have too.
    IMPRINT_LIKELY,
    r"[A-Za-z0-9._-]+@[A-Za-z0-9.-]+|(?:地址|社址|邮编|邮政编码|电话|传真|热线|邮箱|网址|印刷|承印|定价|订价)[\s　]*[:：]|热线|投稿|(?:主办|主管|出版|承印)$",
    r"|^[\s　]*(?:\(?0[0-9]{2,3}\)?[-—－\s]?)?[0-9]{7,11}(?:[\s　、,，]|[（(].{1,12}[）)]|$)|联系我们|新媒体矩阵|官方微博|微信公众号|扫码|客户端$"
);
pattern!(
    SITE,
    r"^(?:上一篇|下一篇|上一版|下一版|上一期|下一期|放大|缩小|默认|版面导航|版面概览|标题导航|返回首页|返回目录|分享到.{0,10}|打印|收藏|往期回顾|朗读|字号.{0,6}|[\s　|｜/]+)+$"
);
pattern!(
    INDEX,
    r"(?:详见|详情见|全文见|见)\s*(?:今日|本报)?\s*(?:第?\s*[A-Z]?[0-9]{1,3}|第?[一二三四五六七八九十]{1,3})\s*版[^。]{0,6}$|>>+\s*[A-Z]?[0-9]{1,3}\s*版?$|^(?:今日)?导读$"
);
pattern!(
    JUMP,
    r"^[\s　]*[（(【▶>]*\s*(下转|上接|紧接|转)\s*(?:今日)?第?\s*([A-Z]?[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*版[^。]{0,10}[）)】]?[\s　]*$"
);
pattern!(
    JUMP_AT_END,
    r"[\s　]*[（(【▶>]+\s*(下转|上接|紧接)\s*(?:今日)?第?\s*([A-Z]?[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*版[^。]{0,10}[）)】]?[\s　]*$"
);
pattern!(
    JUMP_AT_START,
    r"^[\s　]*[（(【▶>]+\s*(上接|紧接)\s*(?:今日)?第?\s*([A-Z]?[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*版[^。]{0,10}[）)】]"
);
pattern!(
    CAPTION,
    r"^(?:[▲△▼▽↑↓←→]|(?:左|右|上|下|中|题|主)?图(?:为|[①-⑳]|[:：]|\s*[0-9]{1,2}[:：])|[（(](?:左|右|上|下|题)图[）)])"
);

pattern!(CREDIT, r"(?:[\s　（(]|记者|通讯员)[^。\s]{0,8}\s?摄[）)]?$");

/// Whether a line is a newspaper's name.
pub fn is_nameplate(text: &str) -> bool {
    if !text.trim_end().ends_with('报') {
        return false;
    }
    let closed: String = text
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    NAMEPLATE.is_match(&closed)
}

/// Whether a line gives date, weekday, page number or section as a folio line does.
pub fn is_folio(text: &str) -> bool {
    // Every sign has a digit or one of these.
    let is_part = |character: char| {
        character.is_ascii_digit() || matches!(character, '版' | '期' | '拜' | '周' | '历' | '年')
    };
    if text.contains(['。', '，']) || !text.contains(is_part) {
        return false;
    }
    let signs = [&*FULL_DATE, &*WEEKDAY, &*PAGE_NUMBER, &*FOLIO_WORD];
    let seen = signs.iter().filter(|sign| sign.is_match(text)).count();
    let is_named = text.split_whitespace().any(is_nameplate);
    PAGE_AND_SECTION.is_match(text.trim()) || seen >= 2 || (is_named && seen >= 1)
}

/// Whether a line lists members of the page staff.
pub fn is_staff(text: &str) -> bool {
    STAFF.find(text).is_some_and(|found| found.start == 0)
}

/// Whether a line surely belongs to an imprint.
pub fn is_surely_imprint(text: &str) -> bool {
    IMPRINT_SURE.is_match(text)
}

/// Whether a line has any of the characters without which it is of no imprint: nearly all lines have none.
fn may_be_imprint(text: &str) -> bool {
    let is_hint = |character: char| {
        matches!(
            character,
            '刊' | 'N'
                | '邮'
                | '价'
                | '份'
                | '告'
                | '顾'
                | '线'
                | '版'
                | '未'
                | '须'
                | '著'
                | '使'
                | '@'
                | ':'
                | '：'
                | '投'
                | '系'
                | '矩'
                | '博'
                | '众'
                | '扫'
                | '端'
        )
    };
    // A telephone number stands first, and who publishes the paper last.
    let begins = |character: char| character.is_ascii_digit() || matches!(character, '(');
    text.trim_start().starts_with(begins)
        || text.ends_with(['办', '管', '印'])
        || text.contains(is_hint)
}

/// How sure it is that a line belongs to an imprint: 2 sure, 1 likely, 0 not.
pub fn imprint_evidence(text: &str) -> u8 {
    if !may_be_imprint(text) {
        0
    } else if is_surely_imprint(text) {
        2
    } else {
        u8::from(IMPRINT_LIKELY.is_match(text))
    }
}

/// Whether a line belongs to the web site around an e-paper.
pub fn is_site(text: &str) -> bool {
    let begins = |character: char| {
        character.is_whitespace() || "上下放缩默版标返分打收往朗字|｜/".contains(character)
    };
    text.starts_with(begins) && SITE.is_match(text)
}

/// Whether a line sends readers to another page for an article: 详见A03版.
pub fn is_index(text: &str) -> bool {
    text.contains(['见', '>', '读']) && INDEX.is_match(text)
}

/// A text that can hold a jump: nearly all texts have no 版 and need no search.
fn names_page(text: &str) -> Option<&str> {
    text.contains('版').then_some(text)
}

/// The word and page of a line that is a jump line: 下转, 3.
pub fn jump(text: &str) -> Option<(String, String)> {
    let captures = JUMP.captures(names_page(text)?)?;
    Some((
        group(&captures, 1).to_owned(),
        group(&captures, 2).to_owned(),
    ))
}

/// Where a jump at a paragraph's end begins.
pub fn jump_at_end(text: &str) -> Option<usize> {
    let found = JUMP_AT_END.find(names_page(text)?)?;
    let printed = text.get(found.clone())?;
    Some(found.end - printed.trim_start().len())
}

/// Where a jump at a paragraph's beginning ends.
pub fn jump_at_start(text: &str) -> Option<usize> {
    JUMP_AT_START.find(names_page(text)?).map(|found| found.end)
}

/// Whether a line is or begins a picture's caption.
pub fn is_caption(text: &str) -> bool {
    let is_mark = |character: char| "▲△▼▽↑↓←→左右上下中题主图（(".contains(character);
    text.starts_with(is_mark) && CAPTION.is_match(text) || ends_with_credit(text)
}

/// Whether a line ends with a photographer's credit: 陆小满 摄.
pub fn ends_with_credit(text: &str) -> bool {
    text.ends_with(['摄', '）', ')']) && CREDIT.is_match(text)
}

/// Whether a line is nothing but a photographer's credit: 陆小满 摄, 新华社记者 何青摄.
pub fn is_credit(text: &str) -> bool {
    let bare = text.trim_matches(|character: char| "（）() \u{3000}".contains(character));
    bare.strip_suffix('摄').is_some_and(|rest| {
        !rest.contains('文')
            && super::credit::read(rest.trim()).is_some_and(|credit| !credit.names.is_empty())
    })
}

/// Adds what a folio line says to the metadata; what is known already stays.
pub fn read_folio(text: &str, metadata: &mut Metadata) {
    if metadata.published.is_none() {
        metadata.published = date::full(text).map(date::Date::iso);
    }
    if let Some(captures) = PAGE_NUMBER
        .captures(text)
        .filter(|_| metadata.page_no.is_none())
    {
        let number = (1..=3)
            .map(|place| group(&captures, place))
            .find(|text| !text.is_empty());
        metadata.page_no = number.map(str::to_owned);
    }
    for word in text.split_whitespace() {
        if is_nameplate(word) && metadata.newspaper.is_none() {
            metadata.newspaper = Some(word.to_owned());
        }
    }
    if metadata.section.is_none() {
        metadata.section = section(text);
    }
    read_staff(text, metadata);
}

/// The word beside the page number.
fn section(text: &str) -> Option<String> {
    if let Some(captures) = PAGE_AND_SECTION.captures(text.trim()) {
        let found = [group(&captures, 1), group(&captures, 2)];
        return found
            .into_iter()
            .find(|text| !text.is_empty())
            .map(str::to_owned);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let page = words.iter().position(|word| PAGE_NUMBER.is_match(word))?;
    let beside = [
        words.get(page + 1),
        page.checked_sub(1).and_then(|place| words.get(place)),
    ];
    beside
        .into_iter()
        .flatten()
        .find(|word| {
            let length = word.chars().count();
            (2..=4).contains(&length)
                && word.chars().all(super::character::is_han)
                && !is_nameplate(word)
                && !WEEKDAY.is_match(word)
                && !FOLIO_WORD.is_match(word)
        })
        .map(|word| (*word).to_owned())
}

/// Roles on the page staff that may stand between names without a colon: 责编 陆小满 版式 何青.
const STAFF_ROLES: [&str; 14] = [
    "责编", "版式", "校对", "美编", "编辑", "组版", "排版", "制图", "审读", "监制", "统筹", "设计",
    "主编", "责校",
];

/// The members of the page staff in a column of a table: its head names their role, its cell names them. None for a
/// column about something else.
pub fn staff_of_column(head: &str, cell: &str) -> Vec<Staff> {
    let mut metadata = Metadata::default();
    // As a page prints it.
    read_staff(&format!("{}：{}", head.trim(), cell.trim()), &mut metadata);
    metadata.staff
}

/// Adds the members of staff on a line to the metadata.
pub fn read_staff(text: &str, metadata: &mut Metadata) {
    for captures in STAFF.captures_all(text) {
        let mut member = Staff {
            role: group(&captures, 1).to_owned(),
            names: Vec::new(),
        };
        for word in name::words(group(&captures, 2)) {
            if STAFF_ROLES.contains(&word.as_str()) {
                let role = Staff {
                    role: word,
                    names: Vec::new(),
                };
                metadata.staff.push(std::mem::replace(&mut member, role));
            } else {
                member.names.push(word);
            }
        }
        metadata.staff.push(member);
    }
}

pattern!(PLACE, r"^(\p{Han}{2,4})地区零售价");

/// The home place that an imprint line names.
pub fn home_place(text: &str) -> Option<String> {
    PLACE
        .captures(text)
        .map(|captures| group(&captures, 1).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folio_lines_give_metadata() {
        let mut metadata = Metadata::default();
        let text = "江城晚报 2022年7月4日 星期一 A02 要闻 责编 陆小满";
        assert!(is_folio(text));
        read_folio(text, &mut metadata);
        assert_eq!(metadata.newspaper.as_deref(), Some("江城晚报"));
        assert_eq!(metadata.published.as_deref(), Some("2022-07-04"));
        assert_eq!(metadata.page_no.as_deref(), Some("A02"));
        assert_eq!(metadata.section.as_deref(), Some("要闻"));
        assert_eq!(metadata.staff.len(), 1);
    }

    #[test]
    fn lines_by_themselves() {
        type Test = fn(&str) -> bool;
        let rows: [(&str, Test, bool); 16] = [
            ("江城日报", is_nameplate, true),
            ("江 城 日 报", is_nameplate, true),
            ("他在翻看今天的日报", is_nameplate, false),
            ("A02 要闻", is_folio, true),
            ("第3版", is_folio, true),
            ("2022年7月4日", is_folio, false),
            ("星期一的早上，第3版", is_folio, false),
            ("值班编委:陆军 于小成", is_staff, true),
            ("责编 陆小满 版式 何青 校对 周雨", is_staff, true),
            ("编辑部的故事", is_staff, false),
            ("上一篇 下一篇", is_site, true),
            ("秋粮收购开秤 详见A03版", is_index, true),
            ("图为市民在江边散步。", is_caption, true),
            ("晨雾中的老桥 陆小满 摄", is_caption, true),
            ("他热爱摄影", is_caption, false),
            ("图书馆开了", is_caption, false),
        ];
        for (text, test, expected) in rows {
            assert_eq!(test(text), expected, "{text}");
        }
        assert_eq!(
            jump("（下转第3版）"),
            Some(("下转".to_owned(), "3".to_owned()))
        );
        assert_eq!(
            jump_at_end("全部完成。（下转第3版）"),
            Some("全部完成。".len())
        );
        assert_eq!(imprint_evidence("邮发代号:27-00"), 2);
        assert_eq!(imprint_evidence("邮编:210000"), 1);
        assert_eq!(imprint_evidence("他打来电话"), 0);
    }
}
