//! English.

use super::{Text, grouped, size};
use crate::engine::choices::PartOfSpeech;
use crate::engine::error::DocumentError;
use crate::engine::protocol::Stage;
use crate::report::keyword_chart::ChartLabels;
use crate::report::views::UnitKind;
use crate::text::decode::Certainty;
use crate::text::page::model::{HeadlineRole, ParagraphKind, Rule};

/// The strings.
pub const TEXT: Text = Text {
    name: "Cijing",
    promise: "Nothing leaves this device",
    offline: "Works offline",
    other_language: "中文",
    other_language_tag: "zh-CN",
    to_dark: "Dark",
    to_light: "Light",
    areas: "Areas",

    metadata: super::metadata::ENGLISH,

    welcome: "Drop a newspaper in",
    welcome_lead: "The text of a newspaper page, or any Chinese text: drop it anywhere on this window and see its articles, words and figures.",
    welcome_steps: [
        (
            "Reads",
            "Joins wrapped lines, finds articles, headlines and bylines; sets aside the rest and deletes nothing.",
        ),
        (
            "Counts",
            "Segments into words and counts them; every figure leads back to its line in the source.",
        ),
        (
            "Gives back",
            "Word table, clean text and charts, to take away at any time.",
        ),
    ],

    files: "Files",
    no_files: "No files yet. Drop some anywhere on the window.",
    add_files: "Choose files",
    add_folder: "Choose a folder",
    paste: "Paste text",
    paste_label: "Paste text here",
    paste_hint: "Ctrl+V anywhere on the page does it too",
    paste_add: "Add",
    pasted: |number| format!("Pasted text {number}"),
    samples: "Samples",
    sample_wrapped: "Wrapped page",
    sample_markdown: "Markdown page",
    drop_here: "Let go to add the files",
    kinds_of_file: "Plain text in UTF-8, UTF-16, GB18030 (GBK) or Big5; the encoding is detected",
    close: "Close",

    waiting: "Waiting",
    stage: |stage| match stage {
        Stage::Detect => "Detecting the encoding",
        Stage::Decode => "Decoding",
        Stage::Read => "Reading the page",
        Stage::Segment => "Segmenting",
    },
    stop: "Stop",
    remove: "Remove",
    read_again: "Try again",
    choose_encoding: "Read with another encoding",
    workbook: "Excel workbook",
    certainty: |certainty| match certainty {
        Certainty::Certain => "certain",
        Certainty::Likely => "likely",
        Certainty::Unsure => "doubtful",
    },
    chosen_by_you: "chosen by you",
    byte_order_mark: "has a byte order mark",
    malformed: |count| match count {
        1 => "1 run of bad bytes".to_owned(),
        _ => format!("{} runs of bad bytes", grouped(count)),
    },
    malformed_place: |offset, line| format!("offset {offset}, line {line}"),
    malformed_more: |count| format!("{} more are not listed", grouped(count)),
    invisible: |count| format!("{} invisible characters", grouped(count)),
    long_runs: |count| {
        format!(
            "Overlong runs of hanzi cut in {} places (every 65,536)",
            grouped(count)
        )
    },
    articles_count: |count| match count {
        1 => "1 article".to_owned(),
        _ => format!("{} articles", grouped(count)),
    },
    size,
    error,

    articles: "Articles",
    count_all: "Count all",
    counted: |counted, all| format!("{counted} of {all} counted"),
    count_article: "Counted",
    no_headline: "No headline",
    characters_of: |count| format!("{} characters", grouped(count)),
    show_rest: |count| format!("Show {count} more"),

    tabs: "Results",
    tab_source: "Source",
    tab_overview: "Overview",
    tab_search: "Search",
    tab_words: "Words",

    duplicates: super::duplicates::ENGLISH,
    chart: ChartLabels::ENGLISH,
    chart_bars: "Words",
    chart_table: "Show as a table",
    chart_hint: "Click a word to see each place where it stands",
    bar_label: |word, count| format!("{word}, {}", grouped(count)),
    bar_detail: |count, relative, articles| {
        let articles = match articles {
            1 => "1 article".to_owned(),
            _ => format!("{} articles", grouped(articles)),
        };
        format!("{} × · {relative} · in {articles}", grouped(count))
    },
    nothing_counted: "No words are left to count. See the settings on the right: stop words, parts of speech and shortest word.",
    characters: "Characters",
    characters_note: |with_marks| {
        format!("without punctuation and blanks; with punctuation {with_marks}")
    },
    tokens: "Tokens",
    types: "Types",
    sentences: "Sentences",
    tokens_note: "all words and numbers before any filter",
    types_note: "different ones among them",

    rank: "No.",
    word: "Word",
    count: "Count",
    relative: |per| {
        if per > 10_000 {
            "Per million"
        } else {
            "Per 10,000"
        }
    },
    range: "Articles",
    range_note: "in how many articles it occurs (range)",
    part_of_speech: "Part of speech",
    length: "Length",
    find_words: "Find in the word list",
    rows: |count| match count {
        1 => "1 word".to_owned(),
        _ => format!("{} words", grouped(count)),
    },
    word_list: "Word list",
    lines_of: "Concordance lines",
    lines_count: |count| match count {
        1 => "1 line".to_owned(),
        _ => format!("{} lines", grouped(count)),
    },
    make_stop_word: "Make it a stop word",
    search_label: "Word",
    source_line: |line| format!("line {line}"),

    source: "Source",
    clean_page: "Clean page",
    source_hint: "Point at a paragraph and its source lines light up.",
    unit,
    choose_document: "File",

    settings: "Settings",
    cleanup: &super::cleanup::ENGLISH,
    undo: "Undo",
    redo: "Redo",
    segmentation: "Segmentation",
    unknown_words: "Unknown-word model (HMM)",
    unknown_words_note: "joins characters to words that the dictionary lacks",
    what_counts: "Counted",
    main_headline: "Main headline",
    other_headlines: "Kicker and subhead",
    crossheads: "Crossheads",
    lead: "Lead",
    body: "Body text",
    captions: "Captions",
    tables_part: "Tables",
    never_counted: "Datelines, bylines and sign-offs are never counted",
    shortest: "Shortest word",
    shortest_unit: |chars| {
        if chars == 1 {
            "character"
        } else {
            "characters"
        }
    },
    family: |family| match family {
        PartOfSpeech::Noun => "Nouns",
        PartOfSpeech::Name => "Names",
        PartOfSpeech::Verb => "Verbs",
        PartOfSpeech::Adjective => "Adjectives",
        PartOfSpeech::Number => "Numbers",
        PartOfSpeech::Adverb => "Adverbs",
        PartOfSpeech::Idiom => "Idioms",
        PartOfSpeech::Function => "Function words",
        PartOfSpeech::Other => "Other",
    },
    stop_words: "Stop words",
    stop_word_hint: "Add one or more words",
    add: "Add",
    stop_words_own: "Added by you",
    stop_words_taken_back: "Built-in words taken back in",
    remove_word: |word| format!("Take “{word}” off the stop words"),
    restore_word: |word| format!("Make “{word}” a stop word again"),
    find_stop_word: "Find in the built-in stop words",

    take_away: "Take away",
    export_words_csv: "Word table, CSV",
    export_words_json: "Word table, JSON",
    export_clean: "Clean text",
    export_all_clean: "Clean text of all",
    export_page_json: "Page JSON",
    export_chart_svg: "Chart, SVG",
    export_chart_png: "Chart, PNG",
    file_words: "words",
    file_clean: "clean text",
    file_chart: "frequent words",

    lexicon: &super::lexicon::ENGLISH,
    names: &super::names::ENGLISH,
    compare: &super::compare::ENGLISH,
    methods: &super::methods::ENGLISH,
    tables: &super::tables::ENGLISH,
    phrases: &super::phrases::ENGLISH,
    search: &super::search::ENGLISH,
    trust: &super::trust::ENGLISH,
    mending: super::mending::ENGLISH,

    update: "A new version is ready",
    update_now: "Update",
    must_reload: "The analysis did not start, or belongs to another version. Reload this page and add the files again.",
    reload: "Reload",
    export_failed: "The browser could not make this file. SVG may work instead.",
};

fn error(error: &DocumentError) -> String {
    let text = match error {
        DocumentError::TooLarge { limit_bytes } => format!(
            "the files together would be larger than {}: remove some files, or divide this one",
            size(*limit_bytes)
        ),
        _ => error.to_string(),
    };
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).chain(['.']).collect()
}

fn unit(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Headline(HeadlineRole::Kicker) => "Kicker",
        UnitKind::Headline(HeadlineRole::Main) => "Main headline",
        UnitKind::Headline(HeadlineRole::Sub) => "Subhead",
        UnitKind::Headline(HeadlineRole::Deck) => "Deck",
        UnitKind::Paragraph(ParagraphKind::Body) => "Body text",
        UnitKind::Paragraph(ParagraphKind::Crosshead) => "Crosshead",
        UnitKind::Paragraph(ParagraphKind::Caption) => "Caption",
        UnitKind::Paragraph(ParagraphKind::Table) => "Table",
        UnitKind::Paragraph(ParagraphKind::Box) => "Box",
        UnitKind::Byline => "Byline",
        UnitKind::Signature => "Sign-off",
        UnitKind::SetAside(rule) => match rule {
            Rule::Nameplate => "Nameplate",
            Rule::Folio => "Folio line",
            Rule::Imprint => "Imprint",
            Rule::Staff => "Page staff",
            Rule::Advertisement => "Advertisement",
            Rule::Index => "Index",
            Rule::Site => "Web site text",
            Rule::Jump => "Jump line",
            Rule::Markup => "Markup",
            Rule::Invisible => "Invisible characters",
            Rule::ByHand => "Set aside by hand",
            Rule::Field => "Field of a record",
        },
    }
}
