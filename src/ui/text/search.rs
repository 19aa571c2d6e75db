//! The strings of 检索: 索引行, 搭配 and N元词串.

use super::grouped;
use crate::report::answers::kinds::{Boundary, ContextSize, NgramUnit, RowTotal};
use crate::report::answers::search::{
    ConcordanceLine, LineGrouping, LineOrder, SearchEnd, SearchFault,
};
use crate::ui::state::{SearchKind, SearchPart};

/// The strings of one language.
pub struct SearchText {
    pub part: fn(SearchPart) -> &'static str,

    // What is searched for, and in what.
    pub kinds: &'static str,
    pub kind: fn(SearchKind) -> &'static str,
    pub hint: fn(SearchKind) -> &'static str,
    pub search: &'static str,
    pub scope: &'static str,
    pub all: &'static str,
    pub outside: fn(&str) -> String,
    pub distance: &'static str,
    pub distance_of: fn(u8) -> String,
    pub any_order: &'static str,
    pub in_order: &'static str,
    pub order_of_words: &'static str,
    pub boundary: &'static str,
    pub within: fn(Boundary) -> &'static str,
    pub from_elsewhere: &'static str,

    // What was found.
    pub in_articles: fn(u32) -> String,
    pub across: fn(u32) -> String,
    pub across_note: &'static str,
    pub listed: fn(u32) -> String,
    pub searching: fn(u16) -> String,
    pub end: fn(&SearchEnd) -> Option<String>,
    pub fault: fn(&SearchFault) -> String,
    pub near_words: &'static str,
    pub nothing_yet: &'static str,
    pub none: fn(SearchKind, &str) -> String,
    pub none_shown: &'static str,

    // Which lines, in which order.
    pub sort: [&'static str; 3],
    pub order: fn(Option<LineOrder>) -> String,
    pub descending: &'static str,
    pub grouping: &'static str,
    pub grouped_by: fn(Option<LineGrouping>) -> &'static str,
    pub under_heading: fn(u32) -> String,
    pub filter: &'static str,
    pub sample: &'static str,
    pub all_lines: &'static str,
    pub lines: fn(u32) -> String,
    pub resample: fn(u32) -> String,
    pub marked_only: &'static str,
    pub context: &'static str,
    pub context_of: fn(ContextSize) -> String,
    pub more: &'static str,
    pub csv: &'static str,
    pub workbook: &'static str,
    pub file_lines: &'static str,

    // A line.
    pub left: &'static str,
    pub right: &'static str,
    pub sort_by_left: &'static str,
    pub sort_by_right: &'static str,
    pub source: &'static str,
    pub mark: &'static str,
    pub page: &'static str,
    pub page_note: &'static str,
    pub copy_line: &'static str,
    pub copy_paragraph: &'static str,
    pub copied: fn(bool) -> &'static str,
    pub keys: &'static str,
    pub paragraph: &'static str,
    pub citation: fn(&ConcordanceLine) -> String,

    // 搭配.
    pub node: &'static str,
    pub no_node: &'static str,
    pub span_left: &'static str,
    pub span_right: &'static str,
    pub words: fn(u8) -> String,
    pub least: &'static str,
    pub row_total: &'static str,
    pub row_total_of: fn(RowTotal) -> &'static str,

    // N元词串.
    pub unit: &'static str,
    pub unit_of: fn(NgramUnit) -> &'static str,
    pub shortest: &'static str,
    pub longest: &'static str,
    pub least_count: &'static str,
    pub least_articles: &'static str,
    pub longest_only: &'static str,
    pub longest_only_note: &'static str,
    pub over_marks: &'static str,
    pub over_marks_note: &'static str,
    pub frames: &'static str,
    pub frames_note: &'static str,
    pub with: &'static str,
    pub limit: &'static str,
    pub without: fn(&str) -> String,

    /// From the lines beside a chart or a table to this tab.
    pub open_here: &'static str,
}

/// A date `YYYY-MM-DD` as a newspaper prints it: `2022年7月4日`. Another text stays as it is.
fn chinese_date(date: &str) -> String {
    let mut parts = date.splitn(3, '-');
    let numbers = [parts.next(), parts.next(), parts.next()];
    match numbers.map(|part| part.and_then(|part| part.parse::<u32>().ok())) {
        [Some(year), Some(month), Some(day)] => format!("{year}年{month}月{day}日"),
        _ => date.to_owned(),
    }
}

/// A name between the marks of titles; titles inside it take the single marks.
fn titled(name: &str) -> String {
    let inner: String = name
        .chars()
        .map(|character| match character {
            '《' => '〈',
            '》' => '〉',
            other => other,
        })
        .collect();
    format!("《{inner}》")
}

/// 《报名》2022年7月4日第2版《标题》; the file and its line where the newspaper is not known.
fn chinese_citation(line: &ConcordanceLine) -> String {
    let date = line.date.as_deref().map(chinese_date);
    let page = line.page_number.as_deref();
    let page = page.map(|page| format!("第{page}版")).unwrap_or_default();
    let title = match line.article_label.as_str() {
        "" => String::new(),
        label => titled(label),
    };
    let place = match &line.newspaper {
        Some(newspaper) => titled(newspaper),
        None => format!("{}第{}行，", line.file, line.source_line),
    };
    let citation = format!("{place}{}{page}{title}", date.unwrap_or_default());
    citation.trim_end_matches('，').to_owned()
}

fn english_citation(line: &ConcordanceLine) -> String {
    let place = match &line.newspaper {
        Some(newspaper) => titled(newspaper),
        None => format!("{}, line {}", line.file, line.source_line),
    };
    let page = line.page_number.as_deref().map(|page| format!("p. {page}"));
    let title = match line.article_label.as_str() {
        "" => None,
        label => Some(titled(label)),
    };
    let parts = [Some(place), line.date.clone(), page, title];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

pub const CHINESE: SearchText = SearchText {
    part: |part| match part {
        SearchPart::Lines => "索引行",
        SearchPart::Collocates => "搭配",
        SearchPart::Ngrams => "N元词串",
    },

    kinds: "查法",
    kind: |kind| match kind {
        SearchKind::Word => "词",
        SearchKind::String => "字串",
        SearchKind::Wildcard => "通配符",
        SearchKind::Regex => "正则表达式",
        SearchKind::PartOfSpeech => "词性",
        SearchKind::Near => "邻近",
        SearchKind::Item => "条目",
    },
    hint: |kind| match kind {
        SearchKind::Word | SearchKind::Item => "一个词，按分词结果找",
        SearchKind::String => "任意字串，不论怎样分词",
        SearchKind::Wildcard => "如 *化、防?：* 是任意几个字，? 是一个字",
        SearchKind::Regex => "如 第[一二三四]季度，逐段匹配",
        SearchKind::PartOfSpeech => "词性标记，如 vn，或 v*",
        SearchKind::Near => "两到五个词，用空格隔开",
    },
    search: "检索",
    scope: "范围",
    all: "全部语料",
    outside: |group| format!("“{group}”以外"),
    distance: "间隔",
    distance_of: |words| match words {
        0 => "紧挨着".to_owned(),
        words => format!("最多隔 {words} 词"),
    },
    any_order: "先后不限",
    in_order: "按所写先后",
    order_of_words: "先后",
    boundary: "界限",
    within: |boundary| match boundary {
        Boundary::Sentence => "不跨句",
        Boundary::Paragraph => "不跨段",
        Boundary::Article => "不跨篇",
    },
    from_elsewhere: "从专名、提法或概念组转来",

    in_articles: |articles| format!("见于 {} 篇", grouped(articles)),
    across: |lines| format!("其中 {} 条不是完整的词", grouped(lines)),
    across_note: "字串在这些地方是词的一部分，或者跨了几个词；按词查找不会找到",
    listed: |lines| format!("列出 {} 条", grouped(lines)),
    searching: |per_mille| match per_mille {
        0 => "检索中…".to_owned(),
        per_mille => format!("检索中… {}%", per_mille / 10),
    },
    end: |end| match end {
        SearchEnd::Complete => None,
        SearchEnd::Stopped => Some("已停止，下面是停止以前找到的。".to_owned()),
        SearchEnd::TooMuchWork(paragraphs) => Some(format!(
            "这样查太费时，有 {} 段没有查完。请把式子写得更具体，或者缩小范围。",
            grouped(*paragraphs)
        )),
        SearchEnd::TooManyLines(lines) => Some(format!(
            "找到的太多，只取前 {} 条。请查得更具体，或者缩小范围。",
            grouped(*lines)
        )),
    },
    fault: |fault| match fault {
        SearchFault::Empty => "没有可查的字。请写一个词，标点和空格不算。".to_owned(),
        SearchFault::Regex { place } => format!(
            "正则表达式在第 {} 个字符处有误。常见的是括号没有配对；要查 ( [ * + ? . 这些符号本身，前面加 \\。",
            place + 1
        ),
        SearchFault::TooLarge => {
            "这个正则表达式太大。请减少重复次数或备选的词，或者分几次查。".to_owned()
        }
        SearchFault::MatchesNothing => {
            "这个式子可以什么都不匹配，处处都算找到。请写上一定要有的字，例如把 * 改成 +。"
                .to_owned()
        }
    },
    near_words: "邻近检索要写两到五个词，用空格隔开。",
    nothing_yet: "写一个词，看它每一次出现的上下文。",
    none: |kind, word| match kind {
        SearchKind::Word => format!(
            "没有找到“{word}”。它可能没有被切成一个词（可以改按字串查），或不在计入的稿件里。"
        ),
        _ => format!("没有找到“{word}”。"),
    },
    none_shown: "没有符合筛选的索引行。",

    sort: ["排序", "再按", "然后按"],
    order: |order| match order {
        None | Some(LineOrder::Place) => "原文顺序".to_owned(),
        Some(LineOrder::Left(place)) => format!("左{place}"),
        Some(LineOrder::Right(place)) => format!("右{place}"),
        Some(LineOrder::Node) => "节点词".to_owned(),
        Some(LineOrder::Pinyin) => "拼音".to_owned(),
        Some(LineOrder::Date) => "日期".to_owned(),
        Some(LineOrder::Article) => "标题".to_owned(),
        Some(LineOrder::Newspaper) => "报名".to_owned(),
    },
    descending: "倒序",
    grouping: "归类",
    grouped_by: |grouping| match grouping {
        None => "不归类",
        Some(LineGrouping::Node) => "按节点词",
        Some(LineGrouping::File) => "按文件",
        Some(LineGrouping::Newspaper) => "按报名",
        Some(LineGrouping::Date) => "按日期",
        Some(LineGrouping::Article) => "按稿件",
        Some(LineGrouping::Left) => "按左1",
        Some(LineGrouping::Right) => "按右1",
    },
    under_heading: |lines| format!("{} 条", grouped(lines)),
    filter: "在上下文里筛选",
    sample: "随机抽样",
    all_lines: "不抽样",
    lines: |lines| format!("{} 条", grouped(lines)),
    resample: |seed| format!("另抽一份（种子 {seed}）"),
    marked_only: "只看标记的",
    context: "上下文",
    context_of: |size| match size {
        ContextSize::Characters(characters) => format!("两边各 {characters} 字"),
        ContextSize::Words(words) => format!("两边各 {words} 词"),
    },
    more: "更多",
    csv: "导出 CSV",
    workbook: "导出 XLSX",
    file_lines: "索引行",

    left: "上文",
    right: "下文",
    sort_by_left: "按左1、左2、左3排序；再点一次回到原文顺序",
    sort_by_right: "按右1、右2、右3排序；再点一次回到原文顺序",
    source: "出处",
    mark: "标记",
    page: "看版面",
    page_note: "到这一行所在的版面，原文行会亮起",
    copy_line: "复制索引行",
    copy_paragraph: "复制整段",
    copied: |done| match done {
        true => "已复制，带出处",
        false => "没有复制成：浏览器不允许。请选中文字，自己复制。",
    },
    keys: "↑ ↓ 逐行；Enter 看整段；O 看版面；M 标记；C 复制；Esc 收起",
    paragraph: "整段",
    citation: chinese_citation,

    node: "节点词",
    no_node: "搭配的节点词只能是词、条目、通配符或词性。请换一种查法；字串和正则表达式可以看索引行。",
    span_left: "左跨距",
    span_right: "右跨距",
    words: |words| format!("{words} 词"),
    least: "最少共现",
    row_total: "行合计",
    row_total_of: |total| match total {
        RowTotal::Windows => "跨距内词次",
        RowTotal::Node => "节点词频次",
    },

    unit: "单位",
    unit_of: |unit| match unit {
        NgramUnit::Words => "词",
        NgramUnit::Characters => "字",
    },
    shortest: "最短",
    longest: "最长",
    least_count: "最少频次",
    least_articles: "最少篇数",
    longest_only: "只取最长",
    longest_only_note: "总在更长的词串里、频次又相同的，不列",
    over_marks: "可跨顿号、引号",
    over_marks_note: "词串可以越过、和引号",
    frames: "短语框架",
    frames_note: "中间空一格，如“在…下”，列出填在里面的词",
    with: "只列含有…的",
    limit: "限定",
    without: |with| format!("不再限于含“{with}”的"),

    open_here: "在检索中看",
};

pub const ENGLISH: SearchText = SearchText {
    part: |part| match part {
        SearchPart::Lines => "Concordance",
        SearchPart::Collocates => "Collocates",
        SearchPart::Ngrams => "N-grams",
    },

    kinds: "Search by",
    kind: |kind| match kind {
        SearchKind::Word => "Word",
        SearchKind::String => "String",
        SearchKind::Wildcard => "Wildcard",
        SearchKind::Regex => "Regular expression",
        SearchKind::PartOfSpeech => "Part of speech",
        SearchKind::Near => "Words near each other",
        SearchKind::Item => "Item",
    },
    hint: |kind| match kind {
        SearchKind::Word | SearchKind::Item => "A word, as the text is segmented",
        SearchKind::String => "Any characters, however they are segmented",
        SearchKind::Wildcard => "*化, 防?: * is any characters, ? is one",
        SearchKind::Regex => "第[一二三四]季度, matched within paragraphs",
        SearchKind::PartOfSpeech => "A tag such as vn, or v*",
        SearchKind::Near => "Two to five words with blanks between",
    },
    search: "Search",
    scope: "In",
    all: "Whole corpus",
    outside: |group| format!("All but {group}"),
    distance: "Distance",
    distance_of: |words| match words {
        0 => "next to each other".to_owned(),
        1 => "at most 1 word between".to_owned(),
        words => format!("at most {words} words between"),
    },
    any_order: "in any order",
    in_order: "in this order",
    order_of_words: "Order",
    boundary: "Within",
    within: |boundary| match boundary {
        Boundary::Sentence => "a sentence",
        Boundary::Paragraph => "a paragraph",
        Boundary::Article => "an article",
    },
    from_elsewhere: "Led here from a name, set phrase or concept group",

    in_articles: |articles| match articles {
        1 => "in 1 article".to_owned(),
        articles => format!("in {} articles", grouped(articles)),
    },
    across: |lines| format!("{} not whole words", grouped(lines)),
    across_note: "There the string is a part of a word, or runs over several; a search by word does not find it",
    listed: |lines| format!("{} listed", grouped(lines)),
    searching: |per_mille| match per_mille {
        0 => "Searching…".to_owned(),
        per_mille => format!("Searching… {}%", per_mille / 10),
    },
    end: |end| match end {
        SearchEnd::Complete => None,
        SearchEnd::Stopped => Some("Stopped. These are the lines found until then.".to_owned()),
        SearchEnd::TooMuchWork(paragraphs) => Some(format!(
            "This takes too long: {} paragraphs were not searched to their end. Make the search more specific, or search in less.",
            grouped(*paragraphs)
        )),
        SearchEnd::TooManyLines(lines) => Some(format!(
            "Too many were found; these are the first {}. Make the search more specific, or search in less.",
            grouped(*lines)
        )),
    },
    fault: |fault| {
        match fault {
        SearchFault::Empty => {
            "Nothing to search for. Type a word; punctuation and blanks do not count.".to_owned()
        }
        SearchFault::Regex { place } => format!(
            "The regular expression goes wrong at character {}. Often a bracket has no partner; to find ( [ * + ? . themselves, put \\ before them.",
            place + 1
        ),
        SearchFault::TooLarge => {
            "The regular expression is too large. Use fewer repetitions or alternatives, or search in several steps.".to_owned()
        }
        SearchFault::MatchesNothing => {
            "This can match nothing at all, so it would be found everywhere. Name a character that must be there, for example with + instead of *.".to_owned()
        }
    }
    },
    near_words: "Type two to five words with blanks between.",
    nothing_yet: "Type a word to see every place where it occurs.",
    none: |kind, word| match kind {
        SearchKind::Word => format!(
            "“{word}” was not found. It may not be cut as one word (search by string instead), or not stand in an article that counts."
        ),
        _ => format!("“{word}” was not found."),
    },
    none_shown: "No line fits the filter.",

    sort: ["Sort", "then by", "then by"],
    order: |order| match order {
        None | Some(LineOrder::Place) => "as in the corpus".to_owned(),
        Some(LineOrder::Left(place)) => format!("left {place}"),
        Some(LineOrder::Right(place)) => format!("right {place}"),
        Some(LineOrder::Node) => "node".to_owned(),
        Some(LineOrder::Pinyin) => "pinyin".to_owned(),
        Some(LineOrder::Date) => "date".to_owned(),
        Some(LineOrder::Article) => "headline".to_owned(),
        Some(LineOrder::Newspaper) => "newspaper".to_owned(),
    },
    descending: "Descending",
    grouping: "Group",
    grouped_by: |grouping| match grouping {
        None => "not grouped",
        Some(LineGrouping::Node) => "by node",
        Some(LineGrouping::File) => "by file",
        Some(LineGrouping::Newspaper) => "by newspaper",
        Some(LineGrouping::Date) => "by date",
        Some(LineGrouping::Article) => "by article",
        Some(LineGrouping::Left) => "by left 1",
        Some(LineGrouping::Right) => "by right 1",
    },
    under_heading: |lines| grouped(lines),
    filter: "Filter the contexts",
    sample: "Random sample",
    all_lines: "all lines",
    lines: |lines| format!("{} lines", grouped(lines)),
    resample: |seed| format!("Another sample (seed {seed})"),
    marked_only: "Marked only",
    context: "Context",
    context_of: |size| match size {
        ContextSize::Characters(characters) => format!("{characters} characters a side"),
        ContextSize::Words(words) => format!("{words} words a side"),
    },
    more: "More",
    csv: "Export CSV",
    workbook: "Export XLSX",
    file_lines: "concordance",

    left: "Left context",
    right: "Right context",
    sort_by_left: "Sort by left 1, 2, 3; again for the order of the corpus",
    sort_by_right: "Sort by right 1, 2, 3; again for the order of the corpus",
    source: "From",
    mark: "Mark",
    page: "Show page",
    page_note: "To the page of this line, with its source lit",
    copy_line: "Copy line",
    copy_paragraph: "Copy paragraph",
    copied: |done| match done {
        true => "Copied with its citation",
        false => "Not copied: the browser does not allow it. Select the text and copy it yourself.",
    },
    keys: "↑ ↓ from line to line; Enter paragraph; O page; M mark; C copy; Esc close",
    paragraph: "Paragraph",
    citation: english_citation,

    node: "Node",
    no_node: "The node of collocates must be a word, an item, a wildcard or a part of speech. Search by one of these; strings and regular expressions have concordance lines.",
    span_left: "Span left",
    span_right: "Span right",
    words: |words| match words {
        1 => "1 word".to_owned(),
        words => format!("{words} words"),
    },
    least: "Co-occurrences at least",
    row_total: "Row total",
    row_total_of: |total| match total {
        RowTotal::Windows => "tokens in the windows",
        RowTotal::Node => "count of the node",
    },

    unit: "Of",
    unit_of: |unit| match unit {
        NgramUnit::Words => "words",
        NgramUnit::Characters => "characters",
    },
    shortest: "Shortest",
    longest: "Longest",
    least_count: "Count at least",
    least_articles: "Articles at least",
    longest_only: "Longest only",
    longest_only_note: "Leaves out those that occur only inside a longer one, as often as that",
    over_marks: "Over 、 and quotes",
    over_marks_note: "N-grams may run over 、 and quotation marks",
    frames: "Phrase frames",
    frames_note: "One inner place is left open (在…下); what fills it is listed",
    with: "Only those with…",
    limit: "Limit",
    without: |with| format!("No longer only those with {with}"),

    open_here: "Open in Search",
};

#[cfg(test)]
mod tests {
    use super::*;

    fn line(
        newspaper: Option<&str>,
        date: Option<&str>,
        page: Option<&str>,
        label: &str,
    ) -> ConcordanceLine {
        ConcordanceLine {
            newspaper: newspaper.map(str::to_owned),
            date: date.map(str::to_owned),
            page_number: page.map(str::to_owned),
            article_label: label.to_owned(),
            file: "晨报.txt".to_owned(),
            source_line: 12,
            ..ConcordanceLine::default()
        }
    }

    #[test]
    fn a_line_is_cited_by_what_is_known() {
        let date = Some("2022-07-04");
        let rows = [
            (
                line(Some("江城晨报"), date, Some("2"), "地铁今日开通"),
                "《江城晨报》2022年7月4日第2版《地铁今日开通》",
                "《江城晨报》, 2022-07-04, p. 2, 《地铁今日开通》",
            ),
            (
                line(Some("江城晨报"), None, Some("A03"), "读《长江》有感"),
                "《江城晨报》第A03版《读〈长江〉有感》",
                "《江城晨报》, p. A03, 《读〈长江〉有感》",
            ),
            (
                line(None, date, None, "地铁今日开通"),
                "晨报.txt第12行，2022年7月4日《地铁今日开通》",
                "晨报.txt, line 12, 2022-07-04, 《地铁今日开通》",
            ),
            (
                line(None, None, None, ""),
                "晨报.txt第12行",
                "晨报.txt, line 12",
            ),
        ];
        for (line, chinese, english) in rows {
            assert_eq!(chinese_citation(&line), chinese);
            assert_eq!(english_citation(&line), english);
        }
    }

    #[test]
    fn a_date_that_is_none_stays_as_it_is() {
        assert_eq!(chinese_date("2022-07"), "2022-07");
        assert_eq!(chinese_date("2022-07-04"), "2022年7月4日");
    }

    #[test]
    fn every_end_and_fault_says_what_to_do() {
        for text in [&CHINESE, &ENGLISH] {
            assert_eq!((text.end)(&SearchEnd::Complete), None);
            let told = (text.fault)(&SearchFault::Regex { place: 2 });
            assert!(told.contains('3'), "places are told from 1: {told}");
        }
    }
}
