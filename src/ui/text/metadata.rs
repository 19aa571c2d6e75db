//! The strings about newspaper, date and page of files.

use super::grouped;
use crate::report::metadata::{GroupKey, MetadataSource};
use crate::text::file_name::PatternError;
use crate::text::page::model::Field;

/// The strings of one language.
pub struct MetadataText {
    pub title: &'static str,
    pub lead: &'static str,
    pub open: &'static str,
    pub back: &'static str,
    pub field: fn(Field) -> &'static str,
    pub unknown: &'static str,
    /// Mark of a source, one character, and what it means.
    pub source: fn(MetadataSource) -> (&'static str, &'static str),

    // Names of files.
    pub names: &'static str,
    pub names_note: &'static str,
    pub names_detected: &'static str,
    pub names_own: &'static str,
    pub names_off: &'static str,
    pub pattern: &'static str,
    pub placeholders: &'static str,
    pub pattern_error: fn(&PatternError) -> String,
    pub names_fit: fn(usize, usize) -> String,
    pub names_without: &'static str,
    pub more: fn(usize) -> String,

    // Tables.
    pub tables: &'static str,
    pub tables_note: &'static str,
    pub table_rows: fn(u32, u32) -> String,
    pub table_columns: &'static str,
    pub without_file: fn(usize) -> String,
    pub ambiguous: fn(usize) -> String,
    pub repeated: fn(usize) -> String,
    pub unreadable_dates: fn(usize) -> String,
    pub files_without_row: fn(usize) -> String,
    pub line: fn(u32) -> String,
    pub is_table: &'static str,

    // Files.
    pub files: &'static str,
    pub file: &'static str,
    pub select: &'static str,
    pub select_all: &'static str,
    pub selected: fn(usize) -> String,
    pub set_field: &'static str,
    pub value: &'static str,
    pub set: &'static str,
    pub clear: &'static str,
    pub clear_note: &'static str,
    pub edit: fn(&str, &str) -> String,
    pub no_date: &'static str,

    // The list of articles.
    pub arrange: &'static str,
    pub group: &'static str,
    pub no_group: &'static str,
    pub sort: &'static str,
    pub sort_reading: &'static str,
    pub sort_headline: &'static str,
    pub sort_length: &'static str,
    pub all: &'static str,
    pub key: fn(GroupKey) -> &'static str,
    pub count_only: &'static str,
    pub shown: fn(usize, usize) -> String,

    // Taking away.
    pub export_articles: &'static str,
    pub export_articles_text: &'static str,
    pub file_articles: &'static str,
}

/// 简体中文.
pub const CHINESE: MetadataText = MetadataText {
    title: "元数据",
    lead: "每份文件的报名、见报日期、版次、版名和所在地，以及各由何处得来：手工填写最先，其次表格、文件名，最后是版面本身。",
    open: "元数据",
    back: "返回",
    field: |field| match field {
        Field::Newspaper => "报名",
        Field::Published => "见报日期",
        Field::PageNumber => "版次",
        Field::Section => "版名",
        Field::Place => "所在地",
        Field::Author => "作者",
        Field::Source => "来源",
    },
    unknown: "不详",
    source: |source| match source {
        MetadataSource::Hand => ("手", "手工填写"),
        MetadataSource::Record => ("录", "得自稿件记录的字段"),
        MetadataSource::Table => ("表", "得自表格"),
        MetadataSource::Name => ("名", "得自文件名"),
        MetadataSource::Page => ("版", "得自版面：报头、报眉、版权信息"),
    },

    names: "文件名",
    names_note: "文件名和文件夹名往往写着报名、日期和版次。",
    names_detected: "自动识别",
    names_own: "按模式",
    names_off: "不用",
    pattern: "模式",
    placeholders: "可用",
    pattern_error: |error| match error {
        PatternError::NoPlaceholder => "模式里至少要有一项，如 {日期}".to_owned(),
        PatternError::Brace => "花括号不成对".to_owned(),
        PatternError::Unknown(name) => format!("没有 {{{name}}} 这一项"),
        PatternError::Twice(placeholder) => format!("{{{}}} 写了两次", placeholder.chinese()),
        PatternError::SideBySide(one, other) => format!(
            "{{{}}} 与 {{{}}} 紧挨着，分不清界限；中间须有别的字符",
            one.chinese(),
            other.chinese()
        ),
    },
    names_fit: |fit, all| {
        format!(
            "{} 个文件名中，{} 个符合",
            grouped(small(all)),
            grouped(small(fit))
        )
    },
    names_without: "不符合的",
    more: |count| format!("……另有 {} 个", grouped(small(count))),

    tables: "表格",
    tables_note: "把 CSV 表与文件一起拖入：首行为列名，其中一列是文件名，每份文件一行。",
    table_rows: |rows, matched| format!("{} 行，{} 行对上文件", grouped(rows), grouped(matched)),
    table_columns: "列",
    without_file: |count| format!("{} 行没有对应的文件", grouped(small(count))),
    ambiguous: |count| {
        format!(
            "{} 行对应多个内容不同的文件，未采用；请写明文件夹",
            grouped(small(count))
        )
    },
    repeated: |count| format!("{} 行重复，以先出现的为准", grouped(small(count))),
    unreadable_dates: |count| format!("{} 个日期无法辨认", grouped(small(count))),
    files_without_row: |count| format!("{} 份文件表中没有", grouped(small(count))),
    line: |line| format!("第 {line} 行"),
    is_table: "元数据表",

    files: "各份文件",
    file: "文件",
    select: "选中",
    select_all: "全选",
    selected: |count| format!("已选 {} 份", grouped(small(count))),
    set_field: "项目",
    value: "填入的值",
    set: "填入",
    clear: "清除手工值",
    clear_note: "清除手工填写的值，恢复为表格、文件名或版面所说的",
    edit: |field, file| format!("修改{field}：{file}"),
    no_date: "日期请写成 2022-07-04 或 2022年7月4日",

    arrange: "分组、排序、筛选",
    group: "分组",
    no_group: "不分组",
    sort: "排序",
    sort_reading: "原次序",
    sort_headline: "标题",
    sort_length: "字数",
    all: "全部",
    key: |key| match key {
        GroupKey::Newspaper => "报名",
        GroupKey::Published => "见报日期",
        GroupKey::Month => "见报月份",
        GroupKey::PageNumber => "版次",
        GroupKey::Section => "版名",
        GroupKey::Place => "所在地",
        GroupKey::Byline => "署名",
    },
    count_only: "只统计筛选出的稿件",
    shown: |shown, all| {
        format!(
            "显示 {} / {} 篇",
            grouped(small(shown)),
            grouped(small(all))
        )
    },

    export_articles: "稿件表 CSV",
    export_articles_text: "稿件表 CSV（含正文）",
    file_articles: "稿件表",
};

/// English.
pub const ENGLISH: MetadataText = MetadataText {
    title: "Metadata",
    lead: "Newspaper, publication date, page, section and home place of every file, and who says so: by hand comes first, then tables, file names, and the page itself.",
    open: "Metadata",
    back: "Back",
    field: |field| match field {
        Field::Newspaper => "Newspaper",
        Field::Published => "Publication date",
        Field::PageNumber => "Page no.",
        Field::Section => "Section",
        Field::Place => "Home place",
        Field::Author => "Author",
        Field::Source => "Source",
    },
    unknown: "unknown",
    source: |source| match source {
        MetadataSource::Hand => ("H", "set by hand"),
        MetadataSource::Record => ("R", "from the article's record"),
        MetadataSource::Table => ("T", "from a table"),
        MetadataSource::Name => ("N", "from the file's name"),
        MetadataSource::Page => ("P", "from the page: nameplate, folio line, imprint"),
    },

    names: "File names",
    names_note: "Names of files and folders often tell newspaper, date and page.",
    names_detected: "Detect",
    names_own: "By pattern",
    names_off: "Do not use",
    pattern: "Pattern",
    placeholders: "You can use",
    pattern_error: |error| match error {
        PatternError::NoPlaceholder => "The pattern needs a placeholder such as {date}".to_owned(),
        PatternError::Brace => "A brace has no partner".to_owned(),
        PatternError::Unknown(name) => format!("There is no {{{name}}}"),
        PatternError::Twice(placeholder) => format!("{{{}}} stands twice", placeholder.english()),
        PatternError::SideBySide(one, other) => format!(
            "Nothing divides {{{}}} from {{{}}}: put a character between them",
            one.english(),
            other.english()
        ),
    },
    names_fit: |fit, all| {
        format!(
            "{} of {} file names fit",
            grouped(small(fit)),
            grouped(small(all))
        )
    },
    names_without: "Those that do not",
    more: |count| format!("… and {} more", grouped(small(count))),

    tables: "Tables",
    tables_note: "Drop a CSV table beside the files: column names in its first row, one of them the file name, a row for each file.",
    table_rows: |rows, matched| format!("{} rows, {} fit a file", grouped(rows), grouped(matched)),
    table_columns: "Columns",
    without_file: |count| format!("Rows without a file: {}", grouped(small(count))),
    ambiguous: |count| {
        format!(
            "Rows that fit several different files, not used (name the folder): {}",
            grouped(small(count))
        )
    },
    repeated: |count| {
        format!(
            "Repeated rows, the first one holds: {}",
            grouped(small(count))
        )
    },
    unreadable_dates: |count| format!("Dates that cannot be read: {}", grouped(small(count))),
    files_without_row: |count| format!("Files without a row: {}", grouped(small(count))),
    line: |line| format!("line {line}"),
    is_table: "metadata table",

    files: "Files",
    file: "File",
    select: "Select",
    select_all: "Select all",
    selected: |count| format!("{} selected", grouped(small(count))),
    set_field: "Field",
    value: "Value",
    set: "Set",
    clear: "Clear by-hand value",
    clear_note: "Takes back what was set by hand; what table, name or page say is in force again",
    edit: |field, file| format!("Change {field}: {file}"),
    no_date: "Write the date as 2022-07-04",

    arrange: "Group, sort, filter",
    group: "Group by",
    no_group: "none",
    sort: "Sort by",
    sort_reading: "reading order",
    sort_headline: "headline",
    sort_length: "length",
    all: "all",
    key: |key| match key {
        GroupKey::Newspaper => "Newspaper",
        GroupKey::Published => "Date",
        GroupKey::Month => "Month",
        GroupKey::PageNumber => "Page no.",
        GroupKey::Section => "Section",
        GroupKey::Place => "Home place",
        GroupKey::Byline => "Byline",
    },
    count_only: "Count only these articles",
    shown: |shown, all| format!("{} of {} shown", grouped(small(shown)), grouped(small(all))),

    export_articles: "Articles as CSV",
    export_articles_text: "Articles as CSV, with text",
    file_articles: "articles",
};

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
