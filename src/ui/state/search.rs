//! 检索: what is searched for, in what, and which of its lines are shown how.

use std::ops::Range;

use super::asked::{AskAction, Spot};
use super::{Area, State, Tab};
use crate::engine::query::{Measure, Query};
use crate::report::answers::Item;
use crate::report::answers::group::Selection;
use crate::report::answers::kinds::Boundary;
use crate::report::answers::search::{LineHeading, LineOrder, LinesWanted, Searched};

/// The words of a search for words near each other.
const NEAR_WORDS: std::ops::RangeInclusive<usize> = 2..=5;

/// The parts of 检索.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SearchPart {
    /// 索引行.
    #[default]
    Lines,
    /// 搭配.
    Collocates,
    /// N元词串.
    Ngrams,
}

/// The kinds of search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SearchKind {
    /// 词.
    #[default]
    Word,
    /// 字串.
    String,
    /// 通配符.
    Wildcard,
    /// 正则表达式.
    Regex,
    /// 词性.
    PartOfSpeech,
    /// 邻近.
    Near,
    /// A name, phrase or group from which the user was led here.
    Item,
}

impl SearchKind {
    /// The kinds that can be chosen, in the order of the screen.
    pub const ALL: [Self; 6] = [
        Self::Word,
        Self::String,
        Self::Wildcard,
        Self::Regex,
        Self::PartOfSpeech,
        Self::Near,
    ];
}

/// The form as it was filled in last.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchForm {
    /// The kind of search.
    pub kind: SearchKind,
    /// What stands in the box.
    pub text: String,
    /// How many tokens may stand between words near each other.
    pub distance: u8,
    /// Whether they stand in the order in which they are typed.
    pub in_order: bool,
    /// What they do not reach over.
    pub within: Boundary,
    /// The item that is searched for, where it is no word.
    pub item: Option<Item>,
}

impl Default for SearchForm {
    fn default() -> Self {
        Self {
            kind: SearchKind::default(),
            text: String::new(),
            distance: 5,
            in_order: false,
            within: Boundary::default(),
            item: None,
        }
    }
}

impl SearchForm {
    /// What the form searches for; `None` where the box is empty, or has too few or too many words that stand near each
    /// other.
    pub fn searched(&self) -> Option<Searched> {
        let text = self.text.trim();
        if text.is_empty() {
            return None;
        }
        let own = || text.to_owned();
        Some(match self.kind {
            SearchKind::Word => Searched::Item(Item::Word(own())),
            SearchKind::Item => Searched::Item(self.item.clone()?),
            SearchKind::String => Searched::String(own()),
            SearchKind::Wildcard => Searched::Wildcard(own()),
            // Blanks may be meant.
            SearchKind::Regex => Searched::Regex(self.text.clone()),
            SearchKind::PartOfSpeech => Searched::PartOfSpeech(own()),
            SearchKind::Near => {
                let words = text.split(|mark: char| mark.is_whitespace() || "、，,".contains(mark));
                let words = words.filter(|word| !word.is_empty()).map(str::to_owned);
                let words: Vec<String> = words.collect();
                if !NEAR_WORDS.contains(&words.len()) {
                    return None;
                }
                Searched::Near {
                    words,
                    distance: self.distance,
                    in_order: self.in_order,
                    within: self.within,
                }
            }
        })
    }

    /// The form of a search; `title` is how an item is called.
    pub fn of(searched: Searched, title: String) -> Self {
        let form = |kind, text| Self {
            kind,
            text,
            ..Self::default()
        };
        match searched {
            Searched::Item(Item::Word(word)) => form(SearchKind::Word, word),
            Searched::Item(item) => Self {
                item: Some(item),
                ..form(SearchKind::Item, title)
            },
            Searched::String(text) => form(SearchKind::String, text),
            Searched::Wildcard(text) => form(SearchKind::Wildcard, text),
            Searched::Regex(text) => form(SearchKind::Regex, text),
            Searched::PartOfSpeech(text) => form(SearchKind::PartOfSpeech, text),
            Searched::Near {
                words,
                distance,
                in_order,
                within,
            } => Self {
                distance,
                in_order,
                within,
                ..form(SearchKind::Near, words.join(" "))
            },
        }
    }

    /// The same form with another text in the box. The name of an item that is changed becomes a word.
    pub fn with_text(&self, text: String) -> Self {
        let kind = match self.kind {
            SearchKind::Item if text != self.text => SearchKind::Word,
            kind => kind,
        };
        Self {
            kind,
            text,
            ..self.clone()
        }
    }
}

/// What the tab shows.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// The part.
    pub part: SearchPart,
    /// The search.
    pub form: SearchForm,
    /// In what is searched; the tables of this tab are of the same.
    pub of: Selection,
    /// Which lines are shown in which order.
    pub wanted: LinesWanted,
    /// The node whose collocate led to the lines that are shown: 搭配 is of it again when the user comes back.
    pub node: Option<SearchForm>,
    /// Only n-grams with this.
    pub with: String,
    /// The row that the keyboard is on, headings counted.
    pub active: Option<u32>,
    /// Whether its paragraph is shown.
    pub is_open: bool,
    /// Whether all tools are shown.
    pub shows_tools: bool,
    /// Whether something was copied, or the browser refused.
    pub copied: Option<bool>,
    /// The row at which the list is shown.
    pub top: u32,
    /// Rises whenever the list goes there.
    pub serial: u32,
}

/// What can happen in the tab.
#[derive(Debug, Clone, PartialEq)]
pub enum SearchAction {
    /// Shows a part.
    Part(SearchPart),
    /// Searches.
    For(SearchForm),
    /// Searches from elsewhere, and turns to the lines: for what, how an item is called, in what.
    Lead(Searched, String, Selection),
    /// Searches in something else.
    In(Selection),
    /// Shows other lines, or in another order.
    Want(LinesWanted),
    /// Lists only n-grams with this.
    With(String),
    /// Goes to a row.
    Go(u32),
    /// Goes to a row and shows its paragraph; puts it away where it is shown.
    Open(u32),
    /// Puts the paragraph away.
    Close,
    /// Shows or hides tools.
    Tools(bool),
    /// Something was copied, or the browser refused.
    Copied(bool),
}

impl Search {
    /// The word that is searched for; empty where it is something else.
    pub fn word(&self) -> &str {
        match self.form.kind {
            SearchKind::Word => self.form.text.trim(),
            _ => "",
        }
    }

    /// What an action does.
    pub fn apply(&mut self, action: SearchAction) {
        self.copied = None;
        match action {
            SearchAction::Part(part) => {
                self.part = part;
                if part == SearchPart::Collocates
                    && let Some(node) = self.node.take()
                {
                    self.search(node);
                }
            }
            SearchAction::For(form) => {
                self.node = None;
                self.search(form);
            }
            SearchAction::Lead(searched, title, of) => {
                self.node = (self.part == SearchPart::Collocates).then(|| self.form.clone());
                self.of = of;
                self.search(SearchForm::of(searched, title));
                self.part = SearchPart::Lines;
            }
            SearchAction::In(of) => {
                self.of = of;
                self.restart();
            }
            SearchAction::Want(wanted) => {
                self.wanted = wanted;
                self.restart();
            }
            SearchAction::With(with) => self.with = with.trim().to_owned(),
            SearchAction::Go(row) => self.active = Some(row),
            SearchAction::Open(row) => {
                let was_open = self.is_open;
                self.is_open = !(was_open && self.active == Some(row));
                self.active = Some(row);
                if !was_open {
                    // The paragraph takes room from the list, in which the row must still be seen.
                    self.show(row);
                }
            }
            SearchAction::Close => self.is_open = false,
            SearchAction::Tools(on) => self.shows_tools = on,
            SearchAction::Copied(done) => self.copied = Some(done),
        }
    }

    /// What was sought in other lines, or drawn from them, is not asked of these; their order is the user's habit.
    fn search(&mut self, form: SearchForm) {
        if self.form != form {
            self.form = form;
            self.wanted.containing.clear();
            self.wanted.sample = None;
            self.wanted.marked_only = false;
        }
        self.restart();
    }

    fn restart(&mut self) {
        self.active = None;
        self.is_open = false;
        self.show(0);
    }

    fn show(&mut self, row: u32) {
        self.top = row;
        self.serial += 1;
    }

    /// Shows the row that the keyboard is on when the user comes back to the list.
    pub fn keep_place(&mut self) {
        self.show(self.active.unwrap_or(0));
    }
}

/// What stands on a row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A heading, by its number.
    Heading(usize),
    /// A line, by its number among those that are listed, from 0.
    Line(u32),
}

/// What stands on a row, where every heading takes one over its lines.
pub fn shown_at(headings: &[LineHeading], row: u32) -> Shown {
    let above = (0_u32..).zip(headings);
    let above = above.take_while(|(number, heading)| heading.first_row + number <= row);
    match above.last() {
        Some((number, heading)) if heading.first_row + number == row => {
            Shown::Heading(number as usize)
        }
        Some((number, _)) => Shown::Line(row - number - 1),
        None => Shown::Line(row),
    }
}

/// The lines of which one stands on these rows, or is near.
pub fn lines_on(headings: &[LineHeading], rows: &Range<u32>) -> Range<u32> {
    let line = |row| match shown_at(headings, row) {
        Shown::Line(line) => line,
        Shown::Heading(number) => headings.get(number).map_or(0, |heading| heading.first_row),
    };
    line(rows.start)..line(rows.end).max(1)
}

/// The order after a click on the head of the contexts: by the token next to the node, then by those beyond; the order
/// of the corpus where it was that already.
pub fn order_from_head(order: &[LineOrder], side: fn(u8) -> LineOrder) -> Vec<LineOrder> {
    let wanted: Vec<LineOrder> = (1..=3).map(side).collect();
    if order == wanted { Vec::new() } else { wanted }
}

impl State {
    pub(super) fn find(&mut self, action: SearchAction) {
        if matches!(action, SearchAction::Lead(..)) {
            self.tab = Tab::Search;
            self.area = Area::Results;
        }
        self.search.change().apply(action);
    }

    /// Lets the questions of the tab follow what is set in it.
    pub(super) fn follow_search(&mut self) {
        if self.tab != Tab::Search {
            return;
        }
        if let Selection::Group(name) | Selection::Rest(name) = &self.search.of {
            let mut groups = self.choices.present().project.corpus_groups.iter();
            if !groups.any(|group| group.name == *name) {
                let all = SearchAction::In(Selection::All);
                self.search.change().apply(all);
            }
        }
        let search = &self.search;
        let searched = search.form.searched();
        let (spot, query) = match search.part {
            SearchPart::Lines => {
                let query = searched.map(|searched| Query::Concordance {
                    searched,
                    of: search.of.clone(),
                    wanted: search.wanted.clone(),
                    first_row: 0,
                    rows: 1,
                });
                (Spot::Concordance, query)
            }
            SearchPart::Collocates => {
                let nodes = searched.filter(is_node);
                let of = search.of.clone();
                let measure = nodes.map(|node| Measure::Collocates { node, of });
                let query = measure.map(|measure| self.table_of(Spot::Collocates, measure));
                (Spot::Collocates, query)
            }
            SearchPart::Ngrams => {
                let measure = Measure::Ngrams {
                    of: search.of.clone(),
                    with: search.with.clone(),
                };
                let query = self.table_of(Spot::Ngrams, measure);
                (Spot::Ngrams, Some(query))
            }
        };
        match query {
            Some(query) => self.ask(AskAction::Ask(spot, query)),
            None if self.asked.query(spot).is_some() => self.ask(AskAction::Stop(spot)),
            None => {}
        }
    }

    /// The question for a table: sorted and searched as the user left it, where it is of the same measure.
    fn table_of(&self, spot: Spot, measure: Measure) -> Query {
        match self.asked.query(spot) {
            Some(query @ Query::Table { measure: asked, .. }) if *asked == measure => query.clone(),
            _ => Query::Table {
                measure,
                order: None,
                containing: String::new(),
                first_row: 0,
                rows: 1,
            },
        }
    }
}

/// Whether it can be the node of collocates.
pub fn is_node(searched: &Searched) -> bool {
    matches!(
        searched,
        Searched::Item(_) | Searched::Wildcard(_) | Searched::PartOfSpeech(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::protocol::{JobId, Reply, ViewRequest};
    use crate::report::answers::kinds::NameKind;
    use crate::report::answers::search::LineSample;
    use crate::report::views::{DocumentId, DocumentView};
    use crate::ui::state::Action;
    use crate::web::bridge::BridgeEvent;
    use proptest::prelude::*;
    use std::rc::Rc;
    use yew::Reducible as _;

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
        let view = DocumentView::numbered(DocumentId(1));
        let read = Action::from(BridgeEvent::Reply {
            job: JobId(0),
            reply: Reply::Read(Box::new(view)),
        });
        let first = [Action::Add(DocumentId(1), "1.txt".to_owned(), None), read];
        let all = first.into_iter().chain(actions);
        all.fold(Rc::new(State::default()), |state, action| {
            state.reduce(action)
        })
    }

    fn form(kind: SearchKind, text: &str) -> SearchForm {
        SearchForm {
            kind,
            text: text.to_owned(),
            ..SearchForm::default()
        }
    }

    fn asked(state: &State) -> Option<Query> {
        state
            .requests()
            .into_iter()
            .find_map(|(request, _)| match request {
                ViewRequest::Query(query @ (Query::Concordance { .. } | Query::Table { .. })) => {
                    Some(query)
                }
                _ => None,
            })
    }

    #[test]
    fn a_form_is_what_it_searches_for() {
        let word = |text: &str| Searched::Item(Item::Word(text.to_owned()));
        let near = |words: &[&str]| Searched::Near {
            words: words.iter().copied().map(str::to_owned).collect(),
            distance: 5,
            in_order: false,
            within: Boundary::Paragraph,
        };
        let rows = [
            (SearchKind::Word, " 防控 ", Some(word("防控"))),
            (SearchKind::Word, "  ", None),
            (
                SearchKind::Regex,
                "第. ",
                Some(Searched::Regex("第. ".to_owned())),
            ),
            (
                SearchKind::Near,
                "疫情、防控",
                Some(near(&["疫情", "防控"])),
            ),
            (SearchKind::Near, "疫情", None),
            (SearchKind::Near, "一 二 三 四 五 六", None),
        ];
        for (kind, text, expected) in rows {
            let found = form(kind, text).searched();
            assert_eq!(found, expected, "{kind:?} {text}");
            if let Some(searched) = found {
                let again = SearchForm::of(searched.clone(), String::new());
                assert_eq!(again.searched(), Some(searched), "there and back");
            }
        }
    }

    #[test]
    fn the_name_of_an_item_that_is_changed_becomes_a_word() {
        let item = Item::Name(NameKind::Person, "王某".to_owned());
        let led = SearchForm::of(Searched::Item(item.clone()), "王某".to_owned());
        let same = led.with_text("王某".to_owned()).searched();
        assert_eq!(same, Some(Searched::Item(item)));
        let other = led.with_text("李某".to_owned()).searched();
        assert_eq!(other, Some(Searched::Item(Item::Word("李某".to_owned()))));
    }

    #[test]
    fn a_word_from_elsewhere_is_searched_for_among_the_lines() {
        let state = after([
            Action::Find(SearchAction::Part(SearchPart::Ngrams)),
            Action::Find(SearchAction::Want(LinesWanted {
                order: vec![LineOrder::Right(1)],
                containing: "昨日".to_owned(),
                sample: Some(LineSample { size: 50, seed: 2 }),
                ..LinesWanted::default()
            })),
            Action::Find(SearchAction::Lead(
                Searched::Item(Item::Word("防控".to_owned())),
                String::new(),
                Selection::All,
            )),
        ]);
        assert_eq!((state.tab, state.search.word()), (Tab::Search, "防控"));
        let Some(Query::Concordance {
            searched, wanted, ..
        }) = asked(&state)
        else {
            panic!("lines are asked for");
        };
        assert_eq!(searched, Searched::Item(Item::Word("防控".to_owned())));
        let expected = LinesWanted {
            order: vec![LineOrder::Right(1)],
            ..LinesWanted::default()
        };
        assert_eq!(
            wanted, expected,
            "the order stays, the rest was of other lines"
        );
    }

    #[test]
    fn each_part_asks_for_what_it_shows() {
        let search = Action::Find(SearchAction::For(form(SearchKind::Word, "防控")));
        let part = |part| Action::Find(SearchAction::Part(part));
        let state = after([Action::Show(Tab::Search), search]);
        assert!(matches!(asked(&state), Some(Query::Concordance { .. })));
        let state = state.reduce(part(SearchPart::Collocates));
        let is_collocates = |query: Option<Query>| {
            matches!(
                query,
                Some(Query::Table {
                    measure: Measure::Collocates { .. },
                    ..
                })
            )
        };
        assert!(is_collocates(asked(&state)));
        let regex = form(SearchKind::Regex, "防.");
        let state = state.reduce(Action::Find(SearchAction::For(regex)));
        assert_eq!(asked(&state), None, "no node");
        let state = state.reduce(part(SearchPart::Ngrams));
        assert!(matches!(asked(&state), Some(Query::Table { .. })));
    }

    #[test]
    fn collocates_are_of_their_node_again_after_the_lines_of_one() {
        let near = Searched::Near {
            words: vec!["疫情".to_owned(), "防控".to_owned()],
            distance: 4,
            in_order: false,
            within: Boundary::Paragraph,
        };
        let collocates = SearchAction::Part(SearchPart::Collocates);
        let mut search = Search::default();
        search.apply(SearchAction::For(form(SearchKind::Word, "疫情")));
        search.apply(collocates.clone());
        let lead = SearchAction::Lead(near.clone(), String::new(), Selection::All);
        search.apply(lead.clone());
        assert_eq!(search.form.searched(), Some(near.clone()));
        search.apply(collocates.clone());
        assert_eq!(search.word(), "疫情");
        search.apply(lead);
        search.apply(SearchAction::For(form(SearchKind::Word, "地铁")));
        search.apply(collocates);
        assert_eq!(
            search.word(),
            "地铁",
            "the user has searched for something else"
        );
    }

    #[test]
    fn a_group_that_is_gone_is_not_searched_in() {
        let group = SearchAction::In(Selection::Group("甲".to_owned()));
        let state = after([Action::Show(Tab::Search), Action::Find(group)]);
        assert_eq!(state.search.of, Selection::All);
    }

    #[test]
    fn a_table_keeps_its_order_while_it_is_of_the_same() {
        let sorted = |containing: &str| Query::Table {
            measure: Measure::Ngrams {
                of: Selection::All,
                with: String::new(),
            },
            order: None,
            containing: containing.to_owned(),
            first_row: 0,
            rows: 200,
        };
        let state = after([
            Action::Show(Tab::Search),
            Action::Find(SearchAction::Part(SearchPart::Ngrams)),
            Action::Ask(AskAction::Ask(Spot::Ngrams, sorted("的"))),
        ]);
        assert_eq!(asked(&state), Some(sorted("的")));
        let other = Action::Find(SearchAction::With("防控".to_owned()));
        let state = state.reduce(other);
        let Some(Query::Table { containing, .. }) = asked(&state) else {
            panic!("a table is asked for");
        };
        assert_eq!(containing, "");
    }

    #[test]
    fn another_search_begins_at_its_first_line() {
        let mut search = Search::default();
        search.apply(SearchAction::Open(7));
        assert_eq!((search.active, search.is_open), (Some(7), true));
        search.apply(SearchAction::Go(8));
        assert!(search.is_open, "the paragraph follows the row");
        assert_eq!(search.top, 7);
        search.keep_place();
        assert_eq!(search.top, 8, "the user comes back to the row");
        search.apply(SearchAction::Open(8));
        assert!(!search.is_open);
        let serial = search.serial;
        search.apply(SearchAction::In(Selection::Group("甲".to_owned())));
        assert_eq!((search.active, search.top), (None, 0));
        assert!(search.serial > serial);
    }

    fn headings(lines: &[u32]) -> Vec<LineHeading> {
        let mut first_row = 0;
        let heading = |lines: &u32| {
            let heading = LineHeading {
                label: String::new(),
                lines: *lines,
                first_row,
            };
            first_row += lines;
            heading
        };
        lines.iter().map(heading).collect()
    }

    #[test]
    fn headings_stand_over_their_lines() {
        let headings = headings(&[2, 1]);
        let rows = [
            Shown::Heading(0),
            Shown::Line(0),
            Shown::Line(1),
            Shown::Heading(1),
            Shown::Line(2),
        ];
        for (row, expected) in (0..).zip(rows) {
            assert_eq!(shown_at(&headings, row), expected, "row {row}");
        }
        assert_eq!(shown_at(&[], 3), Shown::Line(3));
    }

    #[test]
    fn a_head_sorts_by_its_side_and_back() {
        let left = order_from_head(&[], LineOrder::Left);
        assert_eq!(left, [1, 2, 3].map(LineOrder::Left));
        let right = order_from_head(&left, LineOrder::Right);
        assert_eq!(right, [1, 2, 3].map(LineOrder::Right));
        assert!(order_from_head(&right, LineOrder::Right).is_empty());
    }

    proptest! {
        #[test]
        fn every_line_stands_on_one_row(lines in proptest::collection::vec(1..9_u32, 0..20)) {
            let headings = headings(&lines);
            let (total, heads) = (lines.iter().sum::<u32>(), u32::try_from(lines.len()).unwrap());
            let shown = (0..total + heads).map(|row| shown_at(&headings, row));
            let found: Vec<u32> = shown.filter_map(|shown| match shown {
                Shown::Line(line) => Some(line),
                Shown::Heading(_) => None,
            }).collect();
            prop_assert_eq!(found, (0..total).collect::<Vec<_>>());
        }

        #[test]
        fn the_lines_on_the_screen_are_wanted(lines in proptest::collection::vec(1..9_u32, 1..20), start in 0..40_u32, len in 1..20_u32) {
            let headings = headings(&lines);
            let wanted = lines_on(&headings, &(start..start + len));
            for row in start..start + len {
                if let Shown::Line(line) = shown_at(&headings, row) {
                    prop_assert!(wanted.contains(&line), "{line} of {wanted:?}");
                }
            }
        }
    }
}
