//! The articles of all files, with ticks for what is counted.

use yew::{Callback, Event, Html, Properties, classes, component, html, use_memo, use_state_eq};

use crate::engine::choices::Project;
use crate::report::views::{ArticleId, ArticleView, DocumentView};
use crate::text::page::model::HeadlineRole;
use crate::ui::components::window::WindowedRows;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Change, Document, Target};
use crate::ui::text::{Text, use_text};

/// Height of a row in CSS pixels.
const ROW_PX: u32 = 56;

/// The places of all articles, in the order of the screen.
#[derive(Clone, Default)]
pub struct ArticleList {
    places: Vec<(Shared<DocumentView>, usize)>,
}

impl ArticleList {
    /// The articles of these documents.
    pub fn of(documents: &[Shared<Document>]) -> Self {
        let views = documents
            .iter()
            .filter_map(|document| document.view.as_ref());
        let places =
            views.flat_map(|view| (0..view.articles.len()).map(|article| (view.clone(), article)));
        Self {
            places: places.collect(),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// One of them.
    pub fn get(&self, index: usize) -> Option<&ArticleView> {
        let (view, article) = self.places.get(index)?;
        view.articles.get(*article)
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
}

/// The list, with one tick for all.
#[component]
pub fn Articles(props: &ArticlesProps) -> Html {
    let text = use_text();
    let list = use_memo(props.documents.clone(), |documents| {
        ArticleList::of(documents)
    });
    let active = use_state_eq(|| None::<u32>);
    let left_out = &props.project.articles_left_out;
    let counted = list
        .iter()
        .filter(|article| left_out.binary_search(&article.id).is_err())
        .count();
    let all_counted = counted == list.len();
    let tick_all = {
        let (engine, list) = (props.engine.clone(), list.clone());
        move |_: Event| {
            let articles = list.iter().map(|article| article.id).collect();
            engine.dispatch(Action::Choose(Change::CountArticles(
                articles,
                !all_counted,
            )));
        }
    };
    let at = |act: fn(&Engine, &ArticleView, &Project)| {
        let (engine, list, project) = (props.engine.clone(), list.clone(), props.project.clone());
        Callback::from(move |row: u32| {
            list.get(row as usize)
                .into_iter()
                .for_each(|article| act(&engine, article, &project));
        })
    };
    let tick = at(|engine, article, project| engine.dispatch(toggle(article.id, project)));
    let row = {
        let (list, project, tick, active) =
            (list.clone(), props.project.clone(), tick.clone(), *active);
        move |row: u32| match list.get(row as usize) {
            Some(article) => article_row(row, article, &project, active == Some(row), text, &tick),
            None => html! {},
        }
    };
    if list.len() == 0 {
        return html! {};
    }
    html! {
        <div class="articles">
            <div class="row-between">
                <h3 class="section-title">{ text.articles }</h3>
                <label class="count-all">
                    <span class="note" data-testid="articles-counted">{ (text.counted)(counted, list.len()) }</span>
                    <input type="checkbox" checked={all_counted} onchange={tick_all} aria-label={text.count_all}
                        data-testid="count-all" />
                </label>
            </div>
            <WindowedRows id="article" class="article-rows" label={text.articles} total={u32::try_from(list.len()).unwrap_or(u32::MAX)}
                row_px={ROW_PX} row={row} active={*active} on_active={{ let active = active.setter(); move |row| active.set(Some(row)) }}
                on_enter={at(|engine, article, _| engine.dispatch(lead_to(article.id)))} on_space={tick.clone()} />
        </div>
    }
}

fn toggle(article: ArticleId, project: &Project) -> Action {
    let is_left_out = project.articles_left_out.binary_search(&article).is_ok();
    Action::Choose(Change::CountArticles(vec![article], is_left_out))
}

fn article_row(
    row: u32,
    article: &ArticleView,
    project: &Project,
    is_active: bool,
    text: &'static Text,
    tick: &Callback<u32>,
) -> Html {
    let is_counted = project
        .articles_left_out
        .binary_search(&article.id)
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
                <span class="note"><bdi>{ byline(article) }</bdi>{ " " }{ (text.characters_of)(article.characters) }</span>
            </span>
        </div>
    }
}
