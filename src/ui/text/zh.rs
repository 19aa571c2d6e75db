//! 简体中文.

use super::{Text, grouped, size};
use crate::engine::choices::PartOfSpeech;
use crate::engine::error::{DocumentError, FileKind, WorkbookError};
use crate::engine::protocol::Stage;
use crate::report::keyword_chart::ChartLabels;
use crate::report::views::UnitKind;
use crate::text::decode::Certainty;
use crate::text::page::model::{HeadlineRole, ParagraphKind, Rule};

/// The strings.
pub const TEXT: Text = Text {
    name: "词镜",
    promise: "文件不离开本机",
    offline: "断网可用",
    other_language: "English",
    other_language_tag: "en",
    to_dark: "深色",
    to_light: "浅色",
    areas: "区域",

    metadata: super::metadata::CHINESE,

    welcome: "把报纸拖进来",
    welcome_lead: "报纸版面的文本，或任何中文文本：拖到窗口任意处，随即看到稿件、词语和数字。",
    welcome_steps: [
        (
            "整理",
            "断行接排，分篇，标题、署名各归其位；非正文移出，不删一字。",
        ),
        ("分词", "逐词计数，每个数都能点回原文那一行。"),
        ("带走", "词表、清洗文本、图表，随时导出。"),
    ],

    files: "文件",
    no_files: "还没有文件。拖到窗口任意处即可。",
    add_files: "选择文件",
    add_folder: "选择文件夹",
    paste: "粘贴文本",
    paste_label: "把文本粘贴在这里",
    paste_hint: "在页面任意处按 Ctrl+V 也可以",
    paste_add: "加入",
    pasted: |number| format!("粘贴文本 {number}"),
    samples: "示例",
    sample_wrapped: "断行版面",
    sample_markdown: "Markdown 版面",
    drop_here: "松开鼠标，加入文件",
    kinds_of_file: "纯文本：UTF-8、UTF-16、GB18030（GBK）、Big5，自动识别编码",
    close: "关闭",

    waiting: "等待中",
    stage: |stage| match stage {
        Stage::Detect => "识别编码",
        Stage::Decode => "解码",
        Stage::Read => "整理版面",
        Stage::Segment => "分词",
    },
    stop: "停止",
    remove: "移除",
    read_again: "重试",
    choose_encoding: "换一种编码重读",
    workbook: "Excel 工作簿",
    certainty: |certainty| match certainty {
        Certainty::Certain => "确定",
        Certainty::Likely => "多半是",
        Certainty::Unsure => "存疑",
    },
    chosen_by_you: "手动指定",
    byte_order_mark: "有字节顺序标记 (BOM)",
    malformed: |count| format!("无法解码的字节 {} 处", grouped(count)),
    malformed_place: |offset, line| format!("偏移 {offset}，第 {line} 行"),
    malformed_more: |count| format!("其余 {} 处未列出", grouped(count)),
    invisible: |count| format!("不可见字符 {} 个", grouped(count)),
    long_runs: |count| format!("过长的汉字串切断 {} 处（每 65,536 字）", grouped(count)),
    articles_count: |count| format!("{} 篇", grouped(count)),
    size,
    error,

    articles: "稿件",
    count_all: "全部计入",
    counted: |counted, all| format!("计入 {counted} / {all} 篇"),
    count_article: "计入统计",
    no_headline: "无标题",
    characters_of: |count| format!("{} 字", grouped(count)),
    show_rest: |count| format!("显示其余 {count} 篇"),

    tabs: "结果",
    tab_source: "原文",
    tab_overview: "概览",
    tab_search: "检索",
    tab_words: "词语",

    duplicates: super::duplicates::CHINESE,
    chart: ChartLabels::CHINESE,
    chart_bars: "词数",
    chart_table: "以表格显示",
    chart_hint: "点击词条看它的每一处",
    bar_label: |word, count| format!("{word}，{} 次", grouped(count)),
    bar_detail: |count, relative, articles| {
        format!(
            "{} 次 · {relative} · 见于 {} 篇",
            grouped(count),
            grouped(articles)
        )
    },
    nothing_counted: "没有可计的词。看看右边的处理方案：停用词、词性和最短词长是否留下了词。",
    characters: "字数",
    characters_note: |with_marks| format!("不计标点与空格；含标点 {with_marks}"),
    tokens: "词次",
    types: "词种",
    sentences: "句",
    tokens_note: "形符 (token)：过滤前的全部词和数",
    types_note: "类符 (type)：其中不同的",

    rank: "序",
    word: "词",
    count: "频次",
    relative: |per| {
        if per > 10_000 {
            "每百万词"
        } else {
            "每万词"
        }
    },
    range: "见于篇数",
    range_note: "文本数 (range)",
    part_of_speech: "词性",
    length: "词长",
    find_words: "在词表中查找",
    rows: |count| format!("{} 个词", grouped(count)),
    word_list: "词表",
    lines_of: "索引行",
    lines_count: |count| format!("{} 条", grouped(count)),
    make_stop_word: "设为停用词",
    search_label: "词",
    source_line: |line| format!("第 {line} 行"),

    source: "原文",
    clean_page: "清洗后",
    source_hint: "指向一段，它的原文行随之亮起。",
    unit,
    choose_document: "文件",

    settings: "处理方案",
    cleanup: &super::cleanup::CHINESE,
    undo: "撤销",
    redo: "重做",
    segmentation: "分词",
    unknown_words: "未登录词识别 (HMM)",
    unknown_words_note: "词典里没有的词，由模型从字连成词",
    what_counts: "计入",
    main_headline: "主标题",
    other_headlines: "引题、副题",
    crossheads: "小标题",
    lead: "导语",
    body: "正文",
    captions: "图片说明",
    tables_part: "表格",
    never_counted: "消息头、署名、落款从不计入",
    shortest: "最短词长",
    shortest_unit: |_| "字",
    family: |family| match family {
        PartOfSpeech::Noun => "名词",
        PartOfSpeech::Name => "专名",
        PartOfSpeech::Verb => "动词",
        PartOfSpeech::Adjective => "形容词",
        PartOfSpeech::Number => "数量词",
        PartOfSpeech::Adverb => "副词",
        PartOfSpeech::Idiom => "成语习语",
        PartOfSpeech::Function => "虚词",
        PartOfSpeech::Other => "其他",
    },
    stop_words: "停用词",
    stop_word_hint: "加一个或几个词",
    add: "添加",
    stop_words_own: "自己加的",
    stop_words_taken_back: "已取消的内置词",
    remove_word: |word| format!("从停用词中去掉“{word}”"),
    restore_word: |word| format!("重新停用“{word}”"),
    find_stop_word: "在内置停用词中查找",

    take_away: "导出",
    export_words_csv: "词表 CSV",
    export_words_json: "词表 JSON",
    export_clean: "清洗文本",
    export_all_clean: "全部清洗文本",
    export_page_json: "版面 JSON",
    export_chart_svg: "图 SVG",
    export_chart_png: "图 PNG",
    file_words: "词表",
    file_clean: "清洗文本",
    file_chart: "高频词",

    lexicon: &super::lexicon::CHINESE,
    names: &super::names::CHINESE,
    compare: &super::compare::CHINESE,
    methods: &super::methods::CHINESE,
    tables: &super::tables::CHINESE,
    phrases: &super::phrases::CHINESE,
    search: &super::search::CHINESE,
    trust: &super::trust::CHINESE,
    mending: super::mending::CHINESE,

    update: "有新版本",
    update_now: "更新",
    must_reload: "分析程序没有启动，或与本页版本不同。请重新载入本页，再加入文件。",
    reload: "重新载入",
    export_failed: "浏览器没能生成这个文件。可以改用 SVG。",
};

fn error(error: &DocumentError) -> String {
    match error {
        DocumentError::Empty => "文件是空的。".to_owned(),
        DocumentError::Unreadable => {
            "读不到这个文件：加入之后被移动、删除或修改了。请重新加入。".to_owned()
        }
        DocumentError::NotText { kind } => {
            let kind = file_kind(*kind);
            format!("这是{kind}，不是纯文本。请把其中的文字复制或另存为 .txt，再加入。")
        }
        DocumentError::Workbook { error } => workbook_error(*error),
        DocumentError::TooLarge { limit_bytes } => {
            let limit = size(*limit_bytes);
            format!("全部文件加起来超过上限 {limit}。请移除一些文件，或把这个文件分成几个。")
        }
        DocumentError::Crashed => "分析这个文件时出错，已停下；其他文件不受影响。".to_owned(),
        DocumentError::Hung => "这个文件迟迟分析不完，已停下；其他文件不受影响。".to_owned(),
        DocumentError::Stopped => "已停止。".to_owned(),
    }
}

fn workbook_error(error: WorkbookError) -> String {
    match error {
        WorkbookError::OtherFormat => {
            "这是旧版、二进制或加密的工作簿。请去掉密码，另存为 .xlsx 或 CSV，再加入。".to_owned()
        }
        WorkbookError::Broken => {
            "这个工作簿已损坏。请打开它，重新另存为 .xlsx 或 CSV，再加入。".to_owned()
        }
        WorkbookError::TooLarge { limit_bytes } => {
            let limit = size(limit_bytes);
            format!("这个工作簿超过上限 {limit}。请分成几个，或把工作表另存为 CSV，再加入。")
        }
        WorkbookError::NoRows => "这个工作簿的工作表都是空的。".to_owned(),
    }
}

fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => " PDF",
        FileKind::Image => "图片",
        FileKind::Office => "办公文档",
        FileKind::Archive => "压缩包",
        FileKind::Media => "音频或视频",
        FileKind::Binary => "二进制文件",
    }
}

fn unit(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Headline(HeadlineRole::Kicker) => "引题",
        UnitKind::Headline(HeadlineRole::Main) => "主标题",
        UnitKind::Headline(HeadlineRole::Sub) => "副题",
        UnitKind::Headline(HeadlineRole::Deck) => "提要题",
        UnitKind::Paragraph(ParagraphKind::Body) => "正文",
        UnitKind::Paragraph(ParagraphKind::Crosshead) => "小标题",
        UnitKind::Paragraph(ParagraphKind::Caption) => "图片说明",
        UnitKind::Paragraph(ParagraphKind::Table) => "表格",
        UnitKind::Paragraph(ParagraphKind::Box) => "链接",
        UnitKind::Byline => "署名",
        UnitKind::Signature => "落款",
        UnitKind::SetAside(rule) => match rule {
            Rule::Nameplate => "报头",
            Rule::Folio => "报眉",
            Rule::Imprint => "版权信息",
            Rule::Staff => "本版编辑",
            Rule::Advertisement => "广告",
            Rule::Index => "导读",
            Rule::Site => "网页文字",
            Rule::Jump => "转版提示",
            Rule::Markup => "标记符号",
            Rule::Invisible => "不可见字符",
            Rule::ByHand => "人工移出",
            Rule::Field => "字段",
        },
    }
}
