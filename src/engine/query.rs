//! Questions about words, and their answers.

use serde::{Deserialize, Serialize};

use crate::measures::options::{ItemKind, KeywordMethod};
use crate::report::answers::Item;
use crate::report::answers::group::{CorpusGroup, CorpusGroupRow, Selection};
use crate::report::answers::lexicon::{EffectView, LexiconView};
use crate::report::answers::methods::MethodsView;
use crate::report::answers::names::{MatrixRows, MatrixView, NameListsView, NameView, NamesView};
use crate::report::answers::new_words::NewWordsView;
use crate::report::answers::phrases::{ParallelRow, PhraseUsesView, PhrasesView};
use crate::report::answers::search::{ConcordanceView, LinesWanted, SearchEnd, Searched};
use crate::report::answers::speech::{SpansView, SpeakersView};
use crate::report::answers::stop_words::{GroupRow, StopWordsView};
use crate::report::answers::table::{Note, Order, TableView};
use crate::report::answers::trend::{PositionsView, TrendBy};
use crate::report::answers::trust::{ConsistencyRow, Rest, SegmentersView, TrustView};
use crate::report::views::{ArticleId, DocumentId, LinesView};
use crate::words::lexicon::{LexiconEntry, NotApplied};
use crate::words::names::NameKind;
use crate::words::phrases::PhraseKind;
use crate::words::speech::SpeechKind;

/// What is asked about words. A window has at most 1,000 rows, the first one number 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Query {
    /// A window on the lexicon.
    Lexicon {
        /// Only words that contain this; empty for all.
        containing: String,
        /// First row.
        first_row: u32,
        /// How many rows.
        rows: u32,
    },
    /// The lines in which an entry was applied, or not for some reason.
    LexiconLines {
        /// The entry's word.
        word: String,
        /// `None` for those in which it was applied.
        not_applied: Option<NotApplied>,
        /// First row.
        first_row: u32,
        /// How many rows.
        rows: u32,
    },
    /// What some entries more would change.
    Effect {
        /// The entries.
        entries: Vec<LexiconEntry>,
    },
    /// Why a word has its count.
    Trust {
        /// The word as typed; it is cleaned as the corpus is.
        word: String,
    },
    /// The lines of one kind of rest of a word.
    RestLines {
        /// The word.
        word: String,
        /// The kind.
        rest: Rest,
        /// First row.
        first_row: u32,
        /// How many rows.
        rows: u32,
    },
    /// 切分一致性 of some words. Answered once every way of segmenting has been tried on the corpus.
    Consistency {
        /// The words, at most 1,000.
        words: Vec<String>,
    },
    /// A paragraph cut in several ways.
    Segmenters {
        /// The document.
        document: DocumentId,
        /// The unit's number in the clean page.
        unit: u32,
    },
    /// The layers of stop words.
    StopWords,
    /// The groups in the order of the project.
    Groups,
    /// The lines of an item.
    ItemLines {
        /// The item.
        item: Item,
        /// First row.
        first_row: u32,
        /// How many rows.
        rows: u32,
    },
    /// A window on the names of a kind.
    Names {
        /// The kind.
        kind: NameKind,
        /// Only names that contain this; empty for all.
        containing: String,
        /// First row.
        first_row: u32,
        /// How many rows.
        rows: u32,
    },
    /// One name.
    Name {
        /// The kind.
        kind: NameKind,
        /// The name.
        name: String,
    },
    /// A window on the lists of persons.
    NameLists {
        /// First row.
        first_row: u32,
        /// How many rows.
        rows: u32,
    },
    /// Counts of names by something else: at most 200 rows and 60 columns.
    Matrix {
        /// What the rows are.
        by: MatrixRows,
        /// What the columns are.
        columns: NameKind,
    },
    /// A window on a list of phrases.
    Phrases {
        /// The list.
        kind: PhraseKind,
        /// Only phrases that contain this; empty for all.
        containing: String,
        /// First row.
        first_row: u32,
        /// How many rows.
        rows: u32,
    },
    /// A window on the uses of a phrase.
    PhraseUses {
        /// Its key.
        key: String,
        /// First row.
        first_row: u32,
        /// How many rows.
        rows: u32,
    },
    /// Parallel phrases that are cut unlike; at most 200.
    Parallels,
    /// A window on the speakers.
    Speakers {
        /// First row.
        first_row: u32,
        /// How many rows.
        rows: u32,
    },
    /// A window on the spans of a speaker.
    Spans {
        /// The speaker.
        speaker: String,
        /// Only these; `None` for all.
        kind: Option<SpeechKind>,
        /// First row.
        first_row: u32,
        /// How many rows.
        rows: u32,
    },
    /// A window on the candidates for new words.
    NewWords {
        /// First row.
        first_row: u32,
        /// How many rows.
        rows: u32,
    },
    /// 分组 in the order of the project, each with its size.
    CorpusGroups,
    /// The size of a group that is not in the project yet.
    CorpusGroup {
        /// The group.
        group: CorpusGroup,
    },
    /// A window on a measure's table.
    Table {
        /// The measure.
        measure: Measure,
        /// By what it is sorted; `None` for its own order.
        order: Option<Order>,
        /// Only rows whose item contains this, or whose pinyin begins so (`yiqing`, `yq`); empty for all.
        containing: String,
        /// First row.
        first_row: u32,
        /// How many rows.
        rows: u32,
    },
    /// A window on a concordance.
    Concordance {
        /// What is searched for.
        searched: Searched,
        /// In what.
        of: Selection,
        /// Which lines, in which order.
        wanted: LinesWanted,
        /// First row.
        first_row: u32,
        /// How many rows.
        rows: u32,
    },
    /// 分布图, with a window on the articles.
    Positions {
        /// The items, one to eight.
        items: Vec<Item>,
        /// In what.
        of: Selection,
        /// First article.
        first_row: u32,
        /// How many articles.
        rows: u32,
    },
    /// 方法说明 of some tables.
    Methods {
        /// The measures that are told of; empty for reading and counting alone.
        measures: Vec<Measure>,
    },
}

/// A measure with what it is taken of; how it is taken stands in [`super::choices::Settings::measures`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Measure {
    /// 词表: counts and dispersion of all items.
    Items {
        /// Of what.
        of: Selection,
        /// What is an item.
        items: ItemKind,
    },
    /// 主题词.
    Keyness {
        /// 目标语料.
        target: Selection,
        /// 参照语料.
        reference: Reference,
        /// What is an item.
        items: ItemKind,
    },
    /// 关键词.
    Keywords {
        /// Of what.
        of: Selection,
        /// Of this article alone; the selection is then the corpus whose document frequencies count.
        article: Option<ArticleId>,
        /// How they are weighed.
        method: KeywordMethod,
    },
    /// 搭配.
    Collocates {
        /// The node: an item, a wildcard or a tag.
        node: Searched,
        /// Of what.
        of: Selection,
    },
    /// N元词串.
    Ngrams {
        /// Of what.
        of: Selection,
        /// Only those with this word, or this string where they are made of characters; empty for all.
        with: String,
    },
    /// 趋势.
    Trend {
        /// The items, one to eight.
        items: Vec<Item>,
        /// Of what.
        of: Selection,
        /// By what.
        by: TrendBy,
    },
    /// Characters, sentences, lexical diversity: a row for each of these selections.
    Texts {
        /// Of what.
        of: Vec<Selection>,
    },
    /// The same, a row for each article.
    TextsOfArticles {
        /// Of what.
        of: Selection,
    },
}

/// 参照语料.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reference {
    /// A part of the corpus.
    Selection(Selection),
    /// A list that the user loaded, by name.
    List(String),
    /// The frequencies of jieba's dictionary, which is no corpus: a ranking only.
    Dictionary,
}

/// The sort of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are those of Measure")]
pub enum MeasureKind {
    Items,
    Keyness,
    Keywords,
    Collocates,
    Ngrams,
    Trend,
    Texts,
    TextsOfArticles,
}

impl Measure {
    /// Its sort.
    pub fn kind(&self) -> MeasureKind {
        match self {
            Self::Items { .. } => MeasureKind::Items,
            Self::Keyness { .. } => MeasureKind::Keyness,
            Self::Keywords { .. } => MeasureKind::Keywords,
            Self::Collocates { .. } => MeasureKind::Collocates,
            Self::Ngrams { .. } => MeasureKind::Ngrams,
            Self::Trend { .. } => MeasureKind::Trend,
            Self::Texts { .. } => MeasureKind::Texts,
            Self::TextsOfArticles { .. } => MeasureKind::TextsOfArticles,
        }
    }
}

/// The sort of a query: the newest of a sort replaces those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are those of Query")]
pub enum QueryKind {
    Lexicon,
    LexiconLines,
    Effect,
    Trust,
    RestLines,
    Consistency,
    Segmenters,
    StopWords,
    Groups,
    ItemLines,
    Names,
    Name,
    NameLists,
    Matrix,
    Phrases,
    PhraseUses,
    Parallels,
    Speakers,
    Spans,
    NewWords,
    CorpusGroups,
    CorpusGroup,
    Table(MeasureKind),
    Concordance,
    Positions,
    Methods,
}

impl Query {
    /// Whether the answer tells of names, speakers or phrases.
    pub fn asks_for_findings(&self) -> bool {
        match self {
            Self::ItemLines { item, .. } => matches!(item, Item::Name(..) | Item::Phrase(_)),
            Self::Names { .. }
            | Self::Name { .. }
            | Self::NameLists { .. }
            | Self::Matrix { .. }
            | Self::Phrases { .. }
            | Self::PhraseUses { .. }
            | Self::Parallels
            | Self::Speakers { .. }
            | Self::Spans { .. } => true,
            _ => false,
        }
    }

    /// Whether it is answered by work in steps, see [`super::measuring`].
    pub fn is_measured(&self) -> bool {
        matches!(
            self,
            Self::CorpusGroups
                | Self::CorpusGroup { .. }
                | Self::Table { .. }
                | Self::Concordance { .. }
                | Self::Positions { .. }
        )
    }

    /// Whether both are windows on the same: the same work answers them.
    pub fn has_work_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Table { measure, .. }, Self::Table { measure: of, .. }) => measure == of,
            (
                Self::Concordance { searched, of, .. },
                Self::Concordance {
                    searched: other_searched,
                    of: other_of,
                    ..
                },
            ) => searched == other_searched && of == other_of,
            (
                Self::Positions { items, of, .. },
                Self::Positions {
                    items: other_items,
                    of: other_of,
                    ..
                },
            ) => items == other_items && of == other_of,
            _ => self == other,
        }
    }

    /// Its sort.
    pub fn kind(&self) -> QueryKind {
        match self {
            Self::Lexicon { .. } => QueryKind::Lexicon,
            Self::LexiconLines { .. } => QueryKind::LexiconLines,
            Self::Effect { .. } => QueryKind::Effect,
            Self::Trust { .. } => QueryKind::Trust,
            Self::RestLines { .. } => QueryKind::RestLines,
            Self::Consistency { .. } => QueryKind::Consistency,
            Self::Segmenters { .. } => QueryKind::Segmenters,
            Self::StopWords => QueryKind::StopWords,
            Self::Groups => QueryKind::Groups,
            Self::ItemLines { .. } => QueryKind::ItemLines,
            Self::Names { .. } => QueryKind::Names,
            Self::Name { .. } => QueryKind::Name,
            Self::NameLists { .. } => QueryKind::NameLists,
            Self::Matrix { .. } => QueryKind::Matrix,
            Self::Phrases { .. } => QueryKind::Phrases,
            Self::PhraseUses { .. } => QueryKind::PhraseUses,
            Self::Parallels => QueryKind::Parallels,
            Self::Speakers { .. } => QueryKind::Speakers,
            Self::Spans { .. } => QueryKind::Spans,
            Self::NewWords { .. } => QueryKind::NewWords,
            Self::CorpusGroups => QueryKind::CorpusGroups,
            Self::CorpusGroup { .. } => QueryKind::CorpusGroup,
            Self::Table { measure, .. } => QueryKind::Table(measure.kind()),
            Self::Concordance { .. } => QueryKind::Concordance,
            Self::Positions { .. } => QueryKind::Positions,
            Self::Methods { .. } => QueryKind::Methods,
        }
    }
}

impl Answer {
    /// Whether it is what was found so far, and more is to come.
    pub fn is_partial(&self) -> bool {
        match self {
            Self::Table(view) => view.per_mille < 1000 && !view.notes.contains(&Note::Stopped),
            Self::Concordance(view) => view.per_mille < 1000 && view.end != SearchEnd::Stopped,
            _ => false,
        }
    }

    /// Whether the user stopped the work before its end.
    pub fn is_stopped(&self) -> bool {
        match self {
            Self::Table(view) => view.notes.contains(&Note::Stopped),
            Self::Concordance(view) => view.end == SearchEnd::Stopped,
            _ => false,
        }
    }
}

/// An answer; the variant of the same name answers a query.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// [`Query::Lexicon`].
    Lexicon(LexiconView),
    /// [`Query::LexiconLines`], [`Query::RestLines`] and [`Query::ItemLines`].
    Lines(LinesView),
    /// [`Query::Effect`].
    Effect(EffectView),
    /// [`Query::Trust`].
    Trust(TrustView),
    /// [`Query::Consistency`]: a row for every word asked for, in that order.
    Consistency(Vec<ConsistencyRow>),
    /// [`Query::Segmenters`].
    Segmenters(SegmentersView),
    /// [`Query::StopWords`].
    StopWords(StopWordsView),
    /// [`Query::Groups`].
    Groups(Vec<GroupRow>),
    /// [`Query::Names`].
    Names(NamesView),
    /// [`Query::Name`]; `None` where there is none.
    Name(Option<NameView>),
    /// [`Query::NameLists`].
    NameLists(NameListsView),
    /// [`Query::Matrix`].
    Matrix(MatrixView),
    /// [`Query::Phrases`].
    Phrases(PhrasesView),
    /// [`Query::PhraseUses`].
    PhraseUses(PhraseUsesView),
    /// [`Query::Parallels`].
    Parallels(Vec<ParallelRow>),
    /// [`Query::Speakers`].
    Speakers(SpeakersView),
    /// [`Query::Spans`].
    Spans(SpansView),
    /// [`Query::NewWords`].
    NewWords(NewWordsView),
    /// [`Query::CorpusGroups`] and [`Query::CorpusGroup`].
    CorpusGroups(Vec<CorpusGroupRow>),
    /// [`Query::Table`].
    Table(TableView),
    /// [`Query::Concordance`].
    Concordance(ConcordanceView),
    /// [`Query::Positions`].
    Positions(PositionsView),
    /// [`Query::Methods`].
    Methods(MethodsView),
}
