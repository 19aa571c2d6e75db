//! Questions about words: what each place of the screen asks, and the newest answers.
//!
//! A place asks one question at a time. A long answer comes in blocks, of which the ones near the eye are fetched; an
//! older answer stays on the screen until the new one is there, so that nothing flickers.

use std::ops::Range;

use super::blocks::BLOCK_ROWS;
use super::comparing::GroupDraft;
use crate::engine::query::{Answer, Query};
use crate::report::answers::Item;
use crate::report::answers::kinds::{NameKind, PhraseKind};
use crate::report::answers::lexicon::ImportedWords;
use crate::report::answers::names::MatrixRows;
use crate::text::sorted_map::SortedMap;
use crate::ui::shared::Shared;

/// How many blocks of one answer are kept: more than any screen shows.
const BLOCKS_KEPT: usize = 12;

/// A place of the screen that asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// 用户词典.
    Lexicon,
    /// The layers of stop words.
    StopWords,
    /// 概念组.
    Groups,
    /// The persons over the chart.
    People,
    /// The phrases over the chart.
    SetPhrases,
    /// The list of names.
    Names,
    /// The name that is opened.
    Name,
    /// 名单次序.
    NameLists,
    /// 矩阵.
    Matrix,
    /// The list of phrases.
    Phrases,
    /// The phrase that is opened.
    PhraseUses,
    /// Parallels that are cut unlike.
    Parallels,
    /// 说话人.
    Speakers,
    /// The speaker who is opened.
    Spans,
    /// 新词.
    NewWords,
    /// What candidates would change.
    Effect,
    /// 切分一致性 of the words on the screen.
    Consistency,
    /// Why a word has its count.
    Trust,
    /// The same of what is selected in the clean page.
    Picked,
    /// The focused paragraph, cut in several ways.
    Segmenters,
    /// 索引行.
    Concordance,
    /// 搭配.
    Collocates,
    /// N元词串.
    Ngrams,
    /// 分组, each with its size.
    CorpusGroups,
    /// The size of the group that is made.
    CorpusGroup,
    /// 主题词.
    Keyness,
    /// 趋势.
    Trend,
    /// 分布图.
    Positions,
    /// 词表 with dispersion.
    Items,
    /// 关键词.
    Keywords,
    /// 文本统计 of groups.
    Texts,
    /// 文本统计 of articles.
    TextsOfArticles,
    /// 方法说明.
    Methods,
}

/// The parts of 专名.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NamesPart {
    /// The lists by kind.
    #[default]
    Lists,
    /// 名单次序.
    Order,
    /// 矩阵.
    Matrix,
}

/// The parts of 提法.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PhrasesPart {
    /// The four lists.
    #[default]
    Phrases,
    /// 说话人.
    Speakers,
}

/// The parts of 词语.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WordsPart {
    /// 词表.
    #[default]
    List,
    /// 新词.
    NewWords,
    /// 完整词表: every kind of item, with dispersion.
    Table,
    /// 关键词.
    Keywords,
}

/// The parts of 对比.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ComparePart {
    /// 主题词.
    #[default]
    Keyness,
    /// 趋势.
    Trend,
    /// 分组.
    Groups,
}

/// What one place asks, and what has been answered.
#[derive(Debug, Clone)]
pub struct Question {
    /// The question, at its first row.
    query: Query,
    /// The rows on the screen.
    need: Range<u32>,
    /// The blocks by their first row, each with the revision for which it arrived; `None` for one that holds what was
    /// found so far: it is shown, and counts as missing, so that the question stays the same until it is answered.
    blocks: SortedMap<u32, (Option<u32>, Shared<Answer>)>,
    /// The first row of the block that arrived last.
    newest: u32,
    /// How many rows there are in all; 0 before it is known, 1 for an answer that has no rows.
    total: u32,
    /// Whether what is there answers another question, and is shown until the answer comes.
    is_stale: bool,
}

/// All questions and answers, and how the parts that show them are set.
#[derive(Debug, Clone)]
pub struct Asked {
    questions: SortedMap<Spot, Question>,
    /// Rises when everything must be fetched again.
    pub revision: u32,
    /// The part of 专名 that is shown.
    pub names_part: NamesPart,
    /// The part of 提法.
    pub phrases_part: PhrasesPart,
    /// The part of 词语.
    pub words_part: WordsPart,
    /// The part of 对比.
    pub compare_part: ComparePart,
    /// The group of articles that is made or changed.
    pub draft: Option<GroupDraft>,
    /// Whether 文本统计 is shown.
    pub shows_texts: bool,
    /// Whether 方法说明 is shown.
    pub shows_methods: bool,
    /// Whether the lines of a word stand under the reasons for its count.
    pub shows_why: bool,
    /// Whether the word table has the column 切分一致性.
    pub shows_consistency: bool,
    /// Whether the clean page shows where tokens end, and its names.
    pub shows_tokens: bool,
    /// Whether the focused paragraph is shown cut in several ways.
    pub shows_segmenters: bool,
    /// The word of 用户词典 that is open: rows move when the words apply otherwise.
    pub lexicon_open: Option<String>,
    /// What became of the word list that was imported last.
    pub imported: Option<Shared<ImportedWords>>,
    /// How many stop words the list had that was imported last.
    pub imported_stop_words: Option<u32>,
    /// The list to compare with that was imported last: its name, whether it has words, how many lines were none.
    pub imported_reference: Option<(String, bool, u32)>,
}

/// What can happen to the questions.
#[derive(Debug, Clone, PartialEq)]
pub enum AskAction {
    /// A place asks.
    Ask(Spot, Query),
    /// A place asks nothing more.
    Stop(Spot),
    /// These rows of a place's answer are on the screen.
    Need(Spot, Range<u32>),
    /// Shows a part of 专名.
    Names(NamesPart),
    /// Shows a part of 提法.
    Phrases(PhrasesPart),
    /// Shows a part of 词语.
    Words(WordsPart),
    /// Shows a part of 对比.
    Compare(ComparePart),
    /// Makes or changes a group of articles, or puts the one away that is made.
    Draft(Option<GroupDraft>),
    /// Adds an item to 趋势.
    AddToTrend(Item),
    /// Shows or hides 文本统计.
    Texts(bool),
    /// Shows or hides 方法说明.
    Methods(bool),
    /// Says why a word has its count, or no longer.
    Why(bool),
    /// Shows or hides 切分一致性.
    Consistency(bool),
    /// Shows or hides tokens and names in the clean page.
    Tokens(bool),
    /// Shows or hides the focused paragraph cut in several ways.
    Segmenters(bool),
    /// Opens a word of 用户词典, or closes it.
    OpenEntry(Option<String>),
    /// Puts the report of the last import away.
    ForgetImport,
}

impl Default for Asked {
    fn default() -> Self {
        let mut asked = Self {
            questions: SortedMap::new(),
            revision: 0,
            names_part: NamesPart::default(),
            phrases_part: PhrasesPart::default(),
            words_part: WordsPart::default(),
            compare_part: ComparePart::default(),
            draft: None,
            shows_texts: false,
            shows_methods: false,
            shows_why: false,
            shows_consistency: false,
            shows_tokens: false,
            shows_segmenters: false,
            lexicon_open: None,
            imported: None,
            imported_stop_words: None,
            imported_reference: None,
        };
        for (spot, query) in first_questions() {
            asked.ask(spot, query);
        }
        asked
    }
}

/// What the places ask before the user asked anything.
fn first_questions() -> [(Spot, Query); 11] {
    let containing = String::new;
    let rows = BLOCK_ROWS;
    let people = Query::Names {
        kind: NameKind::Person,
        containing: containing(),
        first_row: 0,
        rows,
    };
    let phrases = Query::Phrases {
        kind: PhraseKind::Quoted,
        containing: containing(),
        first_row: 0,
        rows,
    };
    let matrix = Query::Matrix {
        by: MatrixRows::Articles,
        columns: NameKind::Person,
    };
    [
        (
            Spot::Lexicon,
            Query::Lexicon {
                containing: containing(),
                first_row: 0,
                rows,
            },
        ),
        (Spot::StopWords, Query::StopWords),
        (Spot::Groups, Query::Groups),
        (Spot::People, people.clone()),
        (Spot::SetPhrases, phrases.clone()),
        (Spot::Names, people),
        (Spot::NameLists, Query::NameLists { first_row: 0, rows }),
        (Spot::Matrix, matrix),
        (Spot::Phrases, phrases),
        (Spot::Parallels, Query::Parallels),
        (Spot::Speakers, Query::Speakers { first_row: 0, rows }),
    ]
}

/// The window of a question: its first row, and how many; `None` for one without rows.
fn window(query: &mut Query) -> Option<(&mut u32, &mut u32)> {
    match query {
        Query::Lexicon {
            first_row, rows, ..
        }
        | Query::LexiconLines {
            first_row, rows, ..
        }
        | Query::RestLines {
            first_row, rows, ..
        }
        | Query::ItemLines {
            first_row, rows, ..
        }
        | Query::Names {
            first_row, rows, ..
        }
        | Query::NameLists { first_row, rows }
        | Query::Phrases {
            first_row, rows, ..
        }
        | Query::PhraseUses {
            first_row, rows, ..
        }
        | Query::Speakers { first_row, rows }
        | Query::Spans {
            first_row, rows, ..
        }
        | Query::NewWords { first_row, rows }
        | Query::Table {
            first_row, rows, ..
        }
        | Query::Concordance {
            first_row, rows, ..
        }
        | Query::Positions {
            first_row, rows, ..
        } => Some((first_row, rows)),
        Query::Effect { .. }
        | Query::Trust { .. }
        | Query::Consistency { .. }
        | Query::Segmenters { .. }
        | Query::StopWords
        | Query::Groups
        | Query::Name { .. }
        | Query::Matrix { .. }
        | Query::Parallels
        | Query::CorpusGroups
        | Query::CorpusGroup { .. }
        | Query::Methods { .. } => None,
    }
}

/// The same question, asked for the block that begins with a row.
pub fn at_row(mut query: Query, row: u32) -> Query {
    if let Some((first_row, rows)) = window(&mut query) {
        (*first_row, *rows) = (row, BLOCK_ROWS);
    }
    query
}

/// How many rows an answer has in all, and the number of the first one in it.
fn extent(answer: &Answer) -> (u32, u32) {
    match answer {
        Answer::Lexicon(view) => (view.rows_total, view.first_row),
        Answer::Lines(view) => (view.rows_total, view.first_row),
        Answer::Names(view) => (view.rows_total, view.first_row),
        Answer::NameLists(view) => (view.rows_total, view.first_row),
        Answer::Phrases(view) => (view.rows_total, view.first_row),
        Answer::PhraseUses(view) => (view.rows_total, view.first_row),
        Answer::Speakers(view) => (view.rows_total, view.first_row),
        Answer::Spans(view) => (view.rows_total, view.first_row),
        Answer::NewWords(view) => (view.rows_total, view.first_row),
        Answer::Table(view) => (view.rows_total, view.first_row),
        Answer::Concordance(view) => (view.rows_total, view.first_row),
        Answer::Positions(view) => (view.rows_total, view.first_row),
        Answer::Effect(_)
        | Answer::Trust(_)
        | Answer::Consistency(_)
        | Answer::Segmenters(_)
        | Answer::StopWords(_)
        | Answer::Groups(_)
        | Answer::Name(_)
        | Answer::Matrix(_)
        | Answer::Parallels(_)
        | Answer::CorpusGroups(_)
        | Answer::Methods(_) => (1, 0),
    }
}

impl Question {
    fn new(query: Query) -> Self {
        Self {
            query: at_row(query, 0),
            need: 0..1,
            blocks: SortedMap::new(),
            newest: 0,
            total: 0,
            is_stale: true,
        }
    }

    /// What is still missing of the answer.
    fn missing(&self, revision: u32) -> Option<Query> {
        let is_fresh = |row: &u32| {
            let block = self.blocks.get(row);
            !self.is_stale && block.is_some_and(|(arrived_for, _)| *arrived_for == Some(revision))
        };
        let any = !self.is_stale && self.blocks.keys().any(&is_fresh);
        let (mut start, mut end) = (self.need.start, self.need.end.max(self.need.start + 1));
        if any {
            // How long the list is now is known.
            start = start.min(self.total.saturating_sub(1));
            end = end.min(self.total.max(1));
        }
        let blocks = start / BLOCK_ROWS..=end.saturating_sub(1) / BLOCK_ROWS;
        let mut rows = blocks.map(|block| block * BLOCK_ROWS);
        let row = rows.find(|row| !is_fresh(row))?;
        Some(at_row(self.query.clone(), row))
    }

    /// A chart is drawn of all rows that are kept, not only of those on the screen.
    fn widen(&mut self, spot: Spot) {
        if spot == Spot::Trend {
            let all = self.total.min(BLOCKS_KEPT as u32 * BLOCK_ROWS);
            self.need = 0..self.need.end.max(all);
        }
    }

    fn take(&mut self, answer: &Shared<Answer>, revision: u32) {
        if self.is_stale {
            self.blocks.clear();
            self.is_stale = false;
        }
        let (total, first_row) = extent(answer);
        self.total = total;
        self.blocks.retain(|row, _| *row < total.max(1));
        let revision = (!answer.is_partial()).then_some(revision);
        self.blocks.insert(first_row, (revision, answer.clone()));
        self.newest = first_row;
        // The first block stays: it has the sums that stand over the list.
        while self.blocks.len() > BLOCKS_KEPT {
            let far = self.blocks.keys().copied().filter(|row| *row > 0);
            let Some(far) = far.max_by_key(|row| row.abs_diff(first_row)) else {
                break;
            };
            self.blocks.remove(&far);
        }
    }
}

impl Asked {
    /// What a place asks now.
    pub fn query(&self, spot: Spot) -> Option<&Query> {
        Some(&self.questions.get(&spot)?.query)
    }

    /// The answer of a place, as far as it has arrived: its first block.
    pub fn answer(&self, spot: Spot) -> Option<&Answer> {
        self.block(spot, 0).map(|(answer, _)| answer)
    }

    /// The block of a place's answer that arrived last: it has the newest sums.
    pub fn newest(&self, spot: Spot) -> Option<&Answer> {
        let question = self.questions.get(&spot)?;
        let (_, answer) = question.blocks.get(&question.newest)?;
        Some(answer)
    }

    /// Whether the whole answer of a place is still to come.
    pub fn is_waiting(&self, spot: Spot) -> bool {
        let question = self.questions.get(&spot);
        question.is_some_and(|question| {
            let newest = question.blocks.get(&question.newest);
            question.is_stale || newest.is_none_or(|(arrived_for, _)| arrived_for.is_none())
        })
    }

    /// The block of a place's answer that holds a row, and the row's place in it.
    pub fn block(&self, spot: Spot, row: u32) -> Option<(&Answer, usize)> {
        let question = self.questions.get(&spot)?;
        let (first_row, (_, answer)) = question.blocks.last_until(&row)?;
        Some((answer, (row - first_row) as usize))
    }

    /// The blocks of a place's answer that are there, in the order of their rows; between them some may be missing.
    pub fn answers(&self, spot: Spot) -> impl Iterator<Item = &Answer> {
        let question = self.questions.get(&spot).into_iter();
        question.flat_map(|question| question.blocks.values().map(|(_, answer)| &**answer))
    }

    /// How many rows a place's answer has in all; `None` before it has arrived.
    pub fn total(&self, spot: Spot) -> Option<u32> {
        let question = self.questions.get(&spot)?;
        (!question.blocks.is_empty()).then_some(question.total)
    }

    /// Whether what a place shows answers what it asks.
    pub fn is_answered(&self, spot: Spot) -> bool {
        let question = self.questions.get(&spot);
        question.is_some_and(|question| !question.is_stale)
    }

    /// The first block of a place's answer, unless it answers an earlier question: for what stands under the name of
    /// what is asked.
    pub fn answered(&self, spot: Spot) -> Option<&Answer> {
        self.answer(spot).filter(|_| self.is_answered(spot))
    }

    /// What is to be fetched for a place now.
    pub fn request(&self, spot: Spot) -> Option<Query> {
        self.questions.get(&spot)?.missing(self.revision)
    }

    /// A place asks. The same question again changes nothing.
    pub fn ask(&mut self, spot: Spot, query: Query) {
        let question = Question::new(query);
        match self.questions.get_mut(&spot) {
            Some(asked) if asked.query == question.query => {}
            Some(asked) => {
                asked.query = question.query;
                asked.need = 0..1;
                asked.is_stale = true;
            }
            None => {
                self.questions.insert(spot, question);
            }
        }
    }

    /// The places that ask something, in their order, each with its question.
    pub fn all_queries(&self) -> impl Iterator<Item = (Spot, &Query)> {
        let questions = self.questions.iter();
        questions.map(|(spot, question)| (*spot, &question.query))
    }

    /// Puts away what is known; the files are gone.
    pub fn forget(&mut self) {
        for question in self.questions.values_mut() {
            question.blocks.clear();
            question.total = 0;
            question.is_stale = true;
        }
    }

    /// Whether an action would change anything.
    pub fn is_changed_by(&self, action: &AskAction) -> bool {
        match action {
            AskAction::Need(spot, need) => {
                let question = self.questions.get(spot);
                question.is_some_and(|question| question.need != *need)
            }
            AskAction::Ask(spot, query) => self.query(*spot) != Some(&at_row(query.clone(), 0)),
            _ => true,
        }
    }

    /// What an action does.
    pub fn apply(&mut self, action: AskAction) {
        match action {
            AskAction::Ask(spot, query) => self.ask(spot, query),
            AskAction::Stop(spot) => {
                self.questions.remove(&spot);
            }
            AskAction::Need(spot, need) => {
                if let Some(question) = self.questions.get_mut(&spot) {
                    question.need = need;
                    question.widen(spot);
                }
            }
            AskAction::Names(part) => self.names_part = part,
            AskAction::Phrases(part) => self.phrases_part = part,
            AskAction::Words(part) => {
                self.words_part = part;
                if part == WordsPart::NewWords {
                    // The most expensive question: asked once the user looks.
                    let rows = BLOCK_ROWS;
                    self.ask(Spot::NewWords, Query::NewWords { first_row: 0, rows });
                }
            }
            AskAction::Compare(part) => self.compare_part = part,
            AskAction::Draft(draft) => self.draft = draft,
            AskAction::AddToTrend(item) => self.add_to_trend(item),
            AskAction::Texts(on) => self.shows_texts = on,
            AskAction::Methods(on) => self.shows_methods = on,
            AskAction::Why(on) => self.shows_why = on,
            AskAction::Consistency(on) => self.shows_consistency = on,
            AskAction::Tokens(on) => self.shows_tokens = on,
            AskAction::Segmenters(on) => self.shows_segmenters = on,
            AskAction::OpenEntry(word) => self.lexicon_open = word,
            AskAction::ForgetImport => {
                self.imported = None;
                self.imported_stop_words = None;
                self.imported_reference = None;
            }
        }
    }

    /// Takes an answer for every place that asks for it.
    pub fn take(&mut self, query: &Query, answer: &Shared<Answer>) {
        let (query, revision) = (at_row(query.clone(), 0), self.revision);
        let questions = self.questions.iter_mut();
        for (spot, question) in questions.filter(|(_, question)| question.query == query) {
            question.take(answer, revision);
            question.widen(*spot);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::query::Measure;
    use crate::report::answers::group::Selection;
    use crate::report::answers::speech::{SpeakerRow, SpeakersView};
    use crate::report::answers::table::{Note, TableView};
    use crate::report::answers::trust::TrustView;
    use proptest::prelude::*;

    fn speakers(first_row: u32, rows_total: u32) -> (Query, Shared<Answer>) {
        let row = |number: u32| SpeakerRow {
            speaker: format!("人{number}"),
            spans: 1,
            direct_characters: 0,
            reported_characters: 9,
            articles: 1,
            verbs: Vec::new(),
        };
        let view = SpeakersView {
            rows_total,
            first_row,
            rows: (first_row..rows_total.min(first_row + BLOCK_ROWS))
                .map(row)
                .collect(),
        };
        let query = Query::Speakers {
            first_row,
            rows: BLOCK_ROWS,
        };
        (query, Shared::new(Answer::Speakers(view)))
    }

    fn take(asked: &mut Asked, (query, answer): (Query, Shared<Answer>)) {
        asked.take(&query, &answer);
    }

    fn first_row(query: Option<Query>) -> Option<u32> {
        window(&mut query?).map(|(first_row, _)| *first_row)
    }

    fn trust(word: &str) -> Query {
        Query::Trust {
            word: word.to_owned(),
        }
    }

    fn trusted(word: &str) -> Shared<Answer> {
        Shared::new(Answer::Trust(TrustView {
            word: word.to_owned(),
            tokens: 7,
            strings: 9,
            rests_total: 0,
            rests: Vec::new(),
            methods: Vec::new(),
        }))
    }

    #[test]
    fn the_blocks_on_the_screen_are_fetched_one_after_another() {
        let mut asked = Asked::default();
        let next = |asked: &Asked| first_row(asked.request(Spot::Speakers));
        assert_eq!(next(&asked), Some(0));
        take(&mut asked, speakers(0, 1_000));
        assert_eq!(next(&asked), None);
        asked.apply(AskAction::Need(Spot::Speakers, 390..410));
        assert_eq!(next(&asked), Some(200));
        take(&mut asked, speakers(200, 1_000));
        assert_eq!(next(&asked), Some(400));
        take(&mut asked, speakers(400, 1_000));
        assert_eq!(next(&asked), None);
        let (_, place) = asked.block(Spot::Speakers, 405).expect("a row");
        assert_eq!(place, 5);
    }

    #[test]
    fn the_first_block_and_those_near_the_eye_are_kept() {
        let mut asked = Asked::default();
        for block in 0..40 {
            take(&mut asked, speakers(block * BLOCK_ROWS, 40 * BLOCK_ROWS));
        }
        let has = |row: u32| match asked.block(Spot::Speakers, row) {
            Some((Answer::Speakers(view), place)) => view.rows.get(place).is_some(),
            _ => false,
        };
        assert!(has(0) && has(40 * BLOCK_ROWS - 1));
        assert!(!has(5 * BLOCK_ROWS));
    }

    #[test]
    fn blocks_are_searched_beyond_one_that_is_missing() {
        let mut asked = Asked::default();
        take(&mut asked, speakers(0, 1_000));
        take(&mut asked, speakers(400, 1_000));
        let mut rows = asked
            .answers(Spot::Speakers)
            .flat_map(|answer| match answer {
                Answer::Speakers(view) => &view.rows[..],
                _ => &[],
            });
        assert!(rows.any(|row| row.speaker == "人405"));
    }

    #[test]
    fn what_is_found_so_far_is_shown_and_asked_for_no_other_way() {
        let table = |first_row, rows| Query::Table {
            measure: Measure::Ngrams {
                of: Selection::All,
                with: String::new(),
            },
            order: None,
            containing: String::new(),
            first_row,
            rows,
        };
        let answer = |first_row, rows_total, per_mille, notes| {
            let view = TableView {
                first_row,
                rows_total,
                per_mille,
                notes,
                ..TableView::default()
            };
            let query = table(first_row, BLOCK_ROWS);
            (query, Shared::new(Answer::Table(view)))
        };
        let mut asked = Asked::default();
        asked.ask(Spot::Ngrams, table(0, 1));
        let request = asked.request(Spot::Ngrams);
        take(&mut asked, answer(0, 900, 300, Vec::new()));
        assert_eq!(asked.total(Spot::Ngrams), Some(900));
        assert_eq!(asked.request(Spot::Ngrams), request, "the same job goes on");
        assert!(asked.is_waiting(Spot::Ngrams));
        asked.apply(AskAction::Need(Spot::Ngrams, 200..400));
        take(&mut asked, answer(200, 1_400, 1000, Vec::new()));
        assert!(!asked.is_waiting(Spot::Ngrams));
        assert_eq!(asked.request(Spot::Ngrams), None);
        asked.apply(AskAction::Need(Spot::Ngrams, 0..200));
        assert_eq!(
            first_row(asked.request(Spot::Ngrams)),
            Some(0),
            "what was a part is fetched whole"
        );
        let Some(Answer::Table(view)) = asked.newest(Spot::Ngrams) else {
            panic!("a table");
        };
        assert_eq!(view.rows_total, 1_400);
        take(&mut asked, answer(0, 950, 400, vec![Note::Stopped]));
        assert_eq!(asked.request(Spot::Ngrams), None, "the user wants no more");
    }

    #[test]
    fn new_counts_are_fetched_while_the_old_ones_are_shown() {
        let mut asked = Asked::default();
        take(&mut asked, speakers(0, 300));
        asked.revision += 1;
        assert_eq!(first_row(asked.request(Spot::Speakers)), Some(0));
        assert!(asked.answer(Spot::Speakers).is_some());
        take(&mut asked, speakers(0, 0));
        assert_eq!(
            asked.request(Spot::Speakers),
            None,
            "an empty list is known"
        );
        assert_eq!(asked.total(Spot::Speakers), Some(0));
    }

    #[test]
    fn an_answer_to_an_earlier_question_is_dropped() {
        let mut asked = Asked::default();
        asked.ask(Spot::Trust, trust("防控"));
        asked.ask(Spot::Trust, trust("疫情"));
        asked.take(&trust("防控"), &trusted("防控"));
        assert_eq!(asked.answer(Spot::Trust), None);
        assert_eq!(asked.request(Spot::Trust), Some(trust("疫情")));
        asked.take(&trust("疫情"), &trusted("疫情"));
        assert_eq!(asked.request(Spot::Trust), None);
        asked.ask(Spot::Trust, trust("防控"));
        assert!(asked.answer(Spot::Trust).is_some(), "shown meanwhile");
        assert!(!asked.is_answered(Spot::Trust));
        assert_eq!(asked.answered(Spot::Trust), None, "but not under its name");
    }

    #[test]
    fn one_answer_serves_every_place_that_asks_for_it() {
        let mut asked = Asked::default();
        let query = asked.query(Spot::People).cloned().expect("asked");
        let answer = Shared::new(Answer::Names(Default::default()));
        asked.take(&query, &answer);
        assert!(asked.is_answered(Spot::People) && asked.is_answered(Spot::Names));
    }

    #[test]
    fn all_rows_of_a_trend_are_fetched_for_its_chart() {
        let mut asked = Asked::default();
        asked.add_to_trend(Item::Word("疫情".to_owned()));
        let mut rows = Vec::new();
        for _ in 0..6 {
            let Some(query) = asked.request(Spot::Trend) else {
                break;
            };
            let row = first_row(Some(query.clone())).expect("a window");
            rows.push(row);
            let view = TableView {
                per_mille: 1000,
                rows_total: 450,
                first_row: row,
                ..TableView::default()
            };
            asked.take(&query, &Shared::new(Answer::Table(view)));
        }
        assert_eq!(rows, [0, BLOCK_ROWS, 2 * BLOCK_ROWS]);
        asked.apply(AskAction::Need(Spot::Trend, 0..200));
        assert_eq!(asked.request(Spot::Trend), None, "they stay");
    }

    #[test]
    fn new_words_are_sought_once_they_are_looked_at() {
        let mut asked = Asked::default();
        assert_eq!(asked.request(Spot::NewWords), None);
        asked.apply(AskAction::Words(WordsPart::NewWords));
        assert!(asked.request(Spot::NewWords).is_some());
    }

    proptest! {
        #[test]
        fn asking_ends(need in 0..3_000_u32, len in 1..300_u32, total in 0..3_000_u32) {
            let mut asked = Asked::default();
            asked.apply(AskAction::Need(Spot::Speakers, need..need + len));
            for _ in 0..5 {
                if let Some(row) = first_row(asked.request(Spot::Speakers)) {
                    take(&mut asked, speakers(row, total));
                }
            }
            prop_assert_eq!(asked.request(Spot::Speakers), None);
        }
    }
}
