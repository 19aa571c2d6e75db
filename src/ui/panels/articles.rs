//! The articles of all files, with ticks for what is counted.

use std::rc::Rc;

use yew::{Callback, Event, Html, Properties, classes, component, html, use_memo, use_state_eq};

use super::arrange::Arrange;
use crate::engine::choices::Project;
use crate::report::answers::group::CorpusGroup;
use crate::report::metadata::GroupKey;
use crate::report::views::{ArticleId, ArticleKey, ArticleView};
use crate::text::arrange::Arrange as _;
use crate::text::page::model::HeadlineRole;
use crate::ui::components::press::press;
use crate::ui::components::window::WindowedRows;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{
    Action, Arrangement, Change, Document, ListRow, Place, Target, arranged, values,
};
use crate::ui::text::{Text, use_text};

/// Height of a row in CSS pixels.
const ROW_PX: u32 = 56;

/// The places of all articles, in the order of the screen.
#[derive(Clone, Default)]
pub struct ArticleList {
    places: Vec<Place>,
}

impl ArticleList {
    /// The articles of these documents.
    pub fn of(documents: &[Shared<Document>]) -> Self {
        let views = documents
            .iter()
            .filter_map(|document| document.view.as_ref());
        let places = views.flat_map(|view| {
            (0..view.articles.len()).map(|article| Place {
                view: view.clone(),
                article,
            })
        });
        Self {
            places: places.collect(),
        }
    }

    /// The articles that an arrangement keeps, in its order, and the rows with the headings of its groups.
    pub fn arranged(&self, arrangement: &Arrangement) -> (Self, Vec<ListRow>) {
        let (places, rows) = arranged(self.places.clone(), arrangement);
        (Self { places }, rows)
    }

    /// The keys that have several values among the articles, or by which they are filtered, with their values.
    pub fn keys(&self, arrangement: &Arrangement) -> Vec<(GroupKey, Vec<(String, usize)>)> {
        let keys = GroupKey::ALL
            .into_iter()
            .map(|key| (key, values(&self.places, key)));
        keys.filter(|(key, values)| values.len() > 1 || arrangement.filtered(*key).is_some())
            .collect()
    }

    /// How many of them are counted.
    fn counted(&self, project: &Project) -> usize {
        let filter = &project.metadata.counted_only;
        let places = self.places.iter().filter(|place| place.is_kept(filter));
        let left_out = |key: &ArticleKey| project.articles_left_out.binary_search(key).is_ok();
        places
            .filter_map(Place::article)
            .filter(|article| !left_out(&article.key))
            .count()
    }

    /// The keys of those that are counted, sorted.
    pub fn ticked(&self, project: &Project) -> Vec<ArticleKey> {
        let filter = &project.metadata.counted_only;
        let places = self.places.iter().filter(|place| place.is_kept(filter));
        let keys = places
            .filter_map(Place::article)
            .map(|article| &article.key);
        let is_left_out = |key: &ArticleKey| project.articles_left_out.binary_search(key).is_ok();
        let mut ticked: Vec<ArticleKey> = keys.filter(|key| !is_left_out(key)).cloned().collect();
        ticked.arrange();
        ticked.dedup();
        ticked
    }

    /// Date, page number and section of one of them.
    fn known(&self, index: usize) -> String {
        let keys = [GroupKey::Published, GroupKey::PageNumber, GroupKey::Section];
        let place = self.places.get(index);
        let values = place.map(|place| keys.map(|key| place.key(key)));
        let mut values = values.map(Vec::from).unwrap_or_default();
        values.retain(|value| !value.is_empty());
        values.join(" ")
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// One of them.
    pub fn get(&self, index: usize) -> Option<&ArticleView> {
        self.places.get(index)?.article()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &ArticleView> {
        (0..self.len()).filter_map(|index| self.get(index))
    }
}

/// The main headline, or the first one, or the beginning of the body; `None` for an article without text.
pub fn label(article: &ArticleView) -> Option<&str> {
    let main = article
        .headlines
        .iter()
        .find(|(role, _)| *role == HeadlineRole::Main);
    let headline = main
        .or_else(|| article.headlines.first())
        .map(|(_, headline)| headline.as_str());
    headline
        .or(Some(article.beginning.as_str()))
        .filter(|label| !label.is_empty())
}

/// The names in an article's byline, divided as Chinese print does.
pub fn byline(article: &ArticleView) -> String {
    article.byline.join(" ")
}

/// Leads to an article in the source tab.
pub fn lead_to(article: ArticleId) -> Action {
    Action::Lead(
        article.document,
        Target::Article(article.article),
        Vec::new(),
    )
}

/// Properties of [`Articles`].
#[derive(Properties, PartialEq)]
pub struct ArticlesProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
    pub project: Shared<Project>,
    pub arrangement: Arrangement,
}

/// The list, with one tick for all.
#[component]
pub fn Articles(props: &ArticlesProps) -> Html {
    let text = use_text();
    let all = use_memo(props.documents.clone(), |documents| {
        ArticleList::of(documents)
    });
    let arranged = use_memo(
        (props.documents.clone(), props.arrangement.clone()),
        |(_, arrangement)| {
            let (list, rows) = all.arranged(arrangement);
            (Rc::new(list), Rc::new(rows), all.keys(arrangement))
        },
    );
    let (list, rows, keys) = &*arranged;
    let (list, rows) = (Rc::clone(list), Rc::clone(rows));
    let active = use_state_eq(|| None::<u32>);
    let counted = all.counted(&props.project);
    let all_counted = list.counted(&props.project) == list.len();
    let tick_all = {
        let (engine, list) = (props.engine.clone(), list.clone());
        move |_: Event| {
            let articles = list.iter().map(|article| article.key.clone()).collect();
            engine.dispatch(Action::Choose(Change::CountArticles(
                articles,
                !all_counted,
            )));
        }
    };
    let at = |act: fn(&Engine, &ArticleView, &Project)| {
        let (engine, list, project) = (props.engine.clone(), list.clone(), props.project.clone());
        let rows = Rc::clone(&rows);
        Callback::from(move |row: u32| {
            article_at(&list, &rows, row)
                .into_iter()
                .for_each(|article| act(&engine, article, &project));
        })
    };
    let tick = at(|engine, article, project| engine.dispatch(toggle(&article.key, project)));
    let row = {
        let (list, project, tick, active) =
            (list.clone(), props.project.clone(), tick.clone(), *active);
        let rows = Rc::clone(&rows);
        move |row: u32| match (rows.get(row as usize), article_at(&list, &rows, row)) {
            (Some(ListRow::Heading(value, count)), _) => heading_row(row, value, *count, text),
            (Some(ListRow::Article(place)), Some(article)) => {
                let known = list.known(*place);
                article_row(
                    row,
                    article,
                    &known,
                    &project,
                    active == Some(row),
                    text,
                    &tick,
                )
            }
            _ => html! {},
        }
    };
    if all.len() == 0 {
        return html! {};
    }
    let group = || CorpusGroup {
        name: text.compare.new_name.to_owned(),
        ..CorpusGroup::default()
    };
    let to_group = |group: CorpusGroup| props.engine.act(Action::MakeGroup(group));
    html! {
        <div class="articles">
            <div class="row-between">
                <h3 class="section-title">{ text.articles }</h3>
                <label class="count-all">
                    <span class="note" data-testid="articles-counted">{ (text.counted)(counted, all.len()) }</span>
                    <input type="checkbox" checked={all_counted} onchange={tick_all} aria-label={text.count_all}
                        data-testid="count-all" />
                </label>
            </div>
            <Arrange engine={props.engine.clone()} arrangement={props.arrangement.clone()} keys={keys.clone()}
                counted_only={props.project.metadata.counted_only.clone()} />
            <div class="tools article-tools">
                if counted < all.len() {
                    { press("plain", "ticked-to-group", text.compare.ticked_to_group, to_group(CorpusGroup { articles: all.ticked(&props.project), ..group() })) }
                }
                if !props.arrangement.filter.is_empty() {
                    { press("plain", "filter-to-group", text.compare.filter_to_group, to_group(CorpusGroup { metadata: props.arrangement.filter.clone(), ..group() })) }
                }
            </div>
            if list.len() < all.len() {
                <p class="note" data-testid="articles-shown">{ (text.metadata.shown)(list.len(), all.len()) }</p>
            }
            <WindowedRows id="article" class="article-rows" label={text.articles} total={u32::try_from(rows.len()).unwrap_or(u32::MAX)}
                row_px={ROW_PX} row={row} active={*active} on_active={{ let active = active.setter(); move |row| active.set(Some(row)) }}
                on_enter={at(|engine, article, _| engine.dispatch(lead_to(article.id)))} on_space={tick.clone()} />
        </div>
    }
}

/// The article of a row; none for a heading.
fn article_at<'l>(list: &'l ArticleList, rows: &[ListRow], row: u32) -> Option<&'l ArticleView> {
    match rows.get(row as usize)? {
        ListRow::Article(place) => list.get(*place),
        ListRow::Heading(..) => None,
    }
}

fn heading_row(row: u32, value: &str, count: usize, text: &'static Text) -> Html {
    let value = if value.is_empty() {
        text.metadata.unknown
    } else {
        value
    };
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    html! {
        <div class="row group-row" role="row" id={format!("article-{row}")} data-row={row.to_string()} data-testid="article-group"
            key={row} aria-rowindex={(row + 1).to_string()}>
            <span role="rowheader"><bdi>{ value }</bdi></span><span role="gridcell" class="note">{ (text.articles_count)(count) }</span>
        </div>
    }
}

fn toggle(article: &ArticleKey, project: &Project) -> Action {
    let is_left_out = project.articles_left_out.binary_search(article).is_ok();
    Action::Choose(Change::CountArticles(vec![article.clone()], is_left_out))
}

fn article_row(
    row: u32,
    article: &ArticleView,
    known: &str,
    project: &Project,
    is_active: bool,
    text: &'static Text,
    tick: &Callback<u32>,
) -> Html {
    let is_counted = project
        .articles_left_out
        .binary_search(&article.key)
        .is_err();
    let class = classes!(
        "row",
        "article-row",
        is_active.then_some("is-active"),
        (!is_counted).then_some("is-left-out")
    );
    html! {
        <div {class} role="row" id={format!("article-{row}")} data-row={row.to_string()} data-testid="article"
            key={row} aria-rowindex={(row + 1).to_string()}>
            <span role="gridcell">
                <input type="checkbox" tabindex="-1" checked={is_counted} aria-label={text.count_article}
                    data-testid="article-counted" onchange={tick.reform(move |_: Event| row)} />
            </span>
            <span role="gridcell" class="article-text">
                <bdi class="article-headline">{ label(article).unwrap_or(text.no_headline) }</bdi>
                <span class="note"><bdi>{ byline(article) }</bdi>{ " " }{ (text.characters_of)(article.characters) }
                    <bdi class="article-known">{ known }</bdi></span>
            </span>
        </div>
    }
}
