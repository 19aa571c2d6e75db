//! What can happen, and the small words of the state.

use std::ops::Range;

use super::{AskAction, Change, MendAction, MetadataAction, ReviewAction, SearchAction, Target};
use crate::engine::query::Query;
use crate::report::answers::group::CorpusGroup;
use crate::report::views::{
    ArticleId, ChangeKind, CleanupStep, DocumentId, ScalarRange, WordOrder,
};
use crate::ui::shared::Parcel;
use crate::ui::text::Locale;
use crate::web::bridge::BridgeEvent;

/// The tabs of the middle: each is one view of the material.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// 原文.
    Source,
    /// 概览.
    #[default]
    Overview,
    /// 检索.
    Search,
    /// 词语.
    Words,
    /// 专名.
    Names,
    /// 提法.
    Phrases,
    /// 对比.
    Compare,
}

impl Tab {
    /// The tabs in the order of the screen.
    pub const ALL: [Self; 7] = [
        Self::Source,
        Self::Overview,
        Self::Search,
        Self::Words,
        Self::Compare,
        Self::Names,
        Self::Phrases,
    ];
}

/// The area that a narrow screen shows; a wide one shows all three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Area {
    /// 文件.
    Files,
    /// The tabs.
    #[default]
    Results,
    /// 处理方案.
    Settings,
}

/// Light or dark, where the user chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Ink on paper.
    Light,
    /// Ink reversed.
    Dark,
}

/// A message over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// A new version waits.
    Update,
    /// The page and the worker do not fit, or no worker starts.
    MustReload,
    /// A word list is too large, or could not be read.
    ImportFailed,
    /// A picture could not be made.
    ExportFailed,
}

impl From<BridgeEvent> for Action {
    fn from(event: BridgeEvent) -> Self {
        Self::Bridge(Parcel::new(event))
    }
}

/// Everything that can happen.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A file was added: number, name, size in bytes.
    Add(DocumentId, String, Option<u64>),
    /// A file is read again with another encoding.
    Reread(DocumentId),
    /// All articles of a file are counted again: it will be read in another encoding, with other articles.
    CountAll(DocumentId),
    /// A file was taken off the list.
    Remove(DocumentId),
    /// The worker, or its bridge, said something.
    Bridge(Parcel<BridgeEvent>),
    /// A choice was changed.
    Choose(Change),
    /// The last choice is taken back.
    Undo,
    /// The choice taken back last is made again.
    Redo,
    /// Shows a tab.
    Show(Tab),
    /// Shows an area, on a narrow screen.
    ShowArea(Area),
    /// Sets how many bars the chart has.
    Keywords(u32),
    /// Sorts and searches the word table.
    AskWords(WordOrder, String),
    /// These rows of the word table are on the screen.
    NeedWords(Range<u32>),
    /// Shows the lines of a word beside what is shown.
    OpenLines(String),
    /// Shows the lines that answer a question beside what is shown, under a title.
    OpenAnswer(String, Query),
    /// Something is asked about words, or shown otherwise.
    Ask(AskAction),
    /// Makes a group of articles: shows it, to be named and changed before it is kept.
    MakeGroup(CorpusGroup),
    /// Shows the lines of a word in the search tab.
    Search(String),
    /// Something in 检索.
    Find(SearchAction),
    /// Shows what a step of cleaning changed, or puts it away.
    ToggleChanges(CleanupStep),
    /// Shows the lines of one kind of change beside the results.
    OpenChangeLines(CleanupStep, ChangeKind),
    /// Puts the lines beside away.
    CloseLines,
    /// These lines are on the screen.
    NeedLines(Range<u32>),
    /// Puts two articles side by side, or puts them away.
    Compare(Option<(ArticleId, ArticleId)>),
    /// Turns to a document in the source tab.
    Open(DocumentId),
    /// Leads the reader to a place of a document.
    Lead(DocumentId, Target, Vec<ScalarRange>),
    /// These rows of the source are on the screen.
    NeedSource(Range<u32>),
    /// These units of the clean page are on the screen.
    NeedClean(Range<u32>),
    /// Something at the clean page: focus, caret, corrections, project files.
    Mend(MendAction),
    /// Something in 待核.
    Review(ReviewAction),
    /// Something happens to what is known of files beside their text.
    Metadata(MetadataAction),
    /// Sets the language.
    Locale(Locale),
    /// Sets light or dark.
    Theme(Theme),
    /// Shows a message.
    Notify(Notice),
    /// Puts a message away.
    Dismiss(Notice),
}
