//! Every string of the screen, in each language.
//!
//! A language is one value of [`Text`], so a missing string does not compile. The Chinese words are those of the trade.

pub mod cleanup;
pub mod compare;
pub mod duplicates;
mod en;
pub mod lexicon;
pub mod mending;
mod metadata;
pub mod methods;
pub mod names;
pub mod phrases;
pub mod search;
pub mod tables;
pub mod trust;
mod zh;

use yew::{hook, use_context};

use crate::engine::choices::PartOfSpeech;
use crate::engine::error::DocumentError;
use crate::engine::protocol::Stage;
use crate::report::keyword_chart::ChartLabels;
use crate::report::views::UnitKind;
use crate::text::decode::Certainty;

pub use metadata::MetadataText;

/// The languages of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    /// 简体中文.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Locale {
    /// Its strings.
    pub fn text(self) -> &'static Text {
        match self {
            Self::Chinese => &zh::TEXT,
            Self::English => &en::TEXT,
        }
    }

    /// Its tag for the `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Chinese => Self::English,
            Self::English => Self::Chinese,
        }
    }
}

/// The strings in the language of the screen.
#[hook]
pub fn use_text() -> &'static Text {
    use_context::<Locale>().unwrap_or_default().text()
}

/// The language of the screen.
#[hook]
pub fn use_locale() -> Locale {
    use_context::<Locale>().unwrap_or_default()
}

/// The strings of one language. Functions make those that hold a number or a name of a thing.
pub struct Text {
    // The masthead.
    pub name: &'static str,
    pub promise: &'static str,
    pub offline: &'static str,
    /// Name of the other language, in that language.
    pub other_language: &'static str,
    pub other_language_tag: &'static str,
    pub to_dark: &'static str,
    pub to_light: &'static str,
    pub areas: &'static str,

    /// Newspaper, date and page of files.
    pub metadata: MetadataText,

    // The first visit.
    pub welcome: &'static str,
    pub welcome_lead: &'static str,
    pub welcome_steps: [(&'static str, &'static str); 3],

    // Files.
    pub files: &'static str,
    pub no_files: &'static str,
    pub add_files: &'static str,
    pub add_folder: &'static str,
    pub paste: &'static str,
    pub paste_label: &'static str,
    pub paste_hint: &'static str,
    pub paste_add: &'static str,
    pub pasted: fn(u32) -> String,
    pub samples: &'static str,
    pub sample_wrapped: &'static str,
    pub sample_markdown: &'static str,
    pub drop_here: &'static str,
    pub kinds_of_file: &'static str,
    pub close: &'static str,

    // One file.
    pub waiting: &'static str,
    pub stage: fn(Stage) -> &'static str,
    pub stop: &'static str,
    pub remove: &'static str,
    pub read_again: &'static str,
    pub choose_encoding: &'static str,
    pub workbook: &'static str,
    pub certainty: fn(Certainty) -> &'static str,
    pub chosen_by_you: &'static str,
    pub byte_order_mark: &'static str,
    pub malformed: fn(u32) -> String,
    pub malformed_place: fn(u64, u32) -> String,
    pub malformed_more: fn(u32) -> String,
    pub invisible: fn(u32) -> String,
    pub long_runs: fn(u32) -> String,
    pub articles_count: fn(u32) -> String,
    pub size: fn(u64) -> String,
    pub error: fn(&DocumentError) -> String,

    // Articles.
    pub articles: &'static str,
    pub count_all: &'static str,
    pub counted: fn(usize, usize) -> String,
    pub count_article: &'static str,
    pub no_headline: &'static str,
    pub characters_of: fn(u32) -> String,
    pub show_rest: fn(usize) -> String,

    // Tabs.
    pub tabs: &'static str,
    pub tab_source: &'static str,
    pub tab_overview: &'static str,
    pub tab_search: &'static str,
    pub tab_words: &'static str,

    pub duplicates: duplicates::DuplicatesText,

    // Overview.
    pub chart: ChartLabels,
    pub chart_bars: &'static str,
    pub chart_table: &'static str,
    pub chart_hint: &'static str,
    pub bar_label: fn(&str, u32) -> String,
    pub bar_detail: fn(u32, &str, u32) -> String,
    pub nothing_counted: &'static str,
    pub characters: &'static str,
    pub characters_note: fn(&str) -> String,
    pub tokens: &'static str,
    pub types: &'static str,
    pub sentences: &'static str,
    pub tokens_note: &'static str,
    pub types_note: &'static str,

    // Words.
    pub rank: &'static str,
    pub word: &'static str,
    pub count: &'static str,
    pub relative: fn(u32) -> &'static str,
    pub range: &'static str,
    pub range_note: &'static str,
    pub part_of_speech: &'static str,
    pub length: &'static str,
    pub find_words: &'static str,
    pub rows: fn(u32) -> String,
    pub word_list: &'static str,
    pub lines_of: &'static str,
    pub lines_count: fn(u32) -> String,
    pub make_stop_word: &'static str,
    pub search_label: &'static str,
    pub source_line: fn(u32) -> String,

    // Source.
    pub source: &'static str,
    pub clean_page: &'static str,
    pub source_hint: &'static str,
    pub unit: fn(UnitKind) -> &'static str,
    pub choose_document: &'static str,

    // Settings.
    pub settings: &'static str,
    pub cleanup: &'static cleanup::CleanupText,
    pub undo: &'static str,
    pub redo: &'static str,
    pub segmentation: &'static str,
    pub unknown_words: &'static str,
    pub unknown_words_note: &'static str,
    pub what_counts: &'static str,
    pub main_headline: &'static str,
    pub other_headlines: &'static str,
    pub crossheads: &'static str,
    pub lead: &'static str,
    pub body: &'static str,
    pub captions: &'static str,
    pub tables_part: &'static str,
    pub never_counted: &'static str,
    pub shortest: &'static str,
    pub shortest_unit: fn(u8) -> &'static str,
    pub family: fn(PartOfSpeech) -> &'static str,
    pub stop_words: &'static str,
    pub stop_word_hint: &'static str,
    pub add: &'static str,
    pub stop_words_own: &'static str,
    pub stop_words_taken_back: &'static str,
    pub remove_word: fn(&str) -> String,
    pub restore_word: fn(&str) -> String,
    pub find_stop_word: &'static str,

    // Taking away.
    pub take_away: &'static str,
    pub export_words_csv: &'static str,
    pub export_words_json: &'static str,
    pub export_clean: &'static str,
    pub export_all_clean: &'static str,
    pub export_page_json: &'static str,
    pub export_chart_svg: &'static str,
    pub export_chart_png: &'static str,
    pub file_words: &'static str,
    pub file_clean: &'static str,
    pub file_chart: &'static str,

    /// 用户词典, 停用词, 概念组.
    pub lexicon: &'static lexicon::LexiconText,
    /// 专名.
    pub names: &'static names::NamesText,
    /// 提法 and 说话人.
    pub phrases: &'static phrases::PhrasesText,
    /// 检索.
    pub search: &'static search::SearchText,
    /// 新词, and how a count comes about.
    pub trust: &'static trust::TrustText,

    /// 对比 and 分组.
    pub compare: &'static compare::CompareText,
    /// 文本统计, 方法说明, 完整词表 and 关键词.
    pub methods: &'static methods::MethodsText,
    /// The tables of the measures.
    pub tables: &'static tables::TablesText,

    /// 校正 and 待核.
    pub mending: mending::MendingText,

    // Messages.
    pub update: &'static str,
    pub update_now: &'static str,
    pub must_reload: &'static str,
    pub reload: &'static str,
    pub export_failed: &'static str,
}

pub use crate::report::label::grouped;

/// A size in bytes as people read it: `812 B`, `10.4 KB`, `3.2 MB`.
pub fn size(bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_000 => return format!("{bytes} B"),
        1_000..1_000_000 => (1_000, "KB"),
        _ => (1_000_000, "MB"),
    };
    let tenths = (bytes * 10 + unit / 2) / unit;
    format!("{}.{} {name}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_read_them() {
        let rows = [
            (999, "999 B"),
            (1_000, "1.0 KB"),
            (10_449, "10.4 KB"),
            (3_150_000, "3.2 MB"),
        ];
        for (bytes, expected) in rows {
            assert_eq!(size(bytes), expected);
        }
    }
}
