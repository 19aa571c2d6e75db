//! 概览: the articles first, then the chart, and small below the sums.

use yew::{Html, Properties, classes, component, html, use_memo, use_state_eq};

use super::articles::{ArticleList, byline, label, lead_to};
use super::duplicates::DuplicatesPanel;
use super::keyword_chart::KeywordChart;
use super::methods::folds;
use super::people::people;
use crate::engine::choices::Project;
use crate::report::views::{ArticleView, OverviewView, Totals};
use crate::text::page::model::HeadlineRole;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Asked, Document, Duplicates};
use crate::ui::text::{Text, grouped, use_text};

/// How many articles are shown before the reader asks for more.
const ARTICLES_SHOWN: usize = 24;
/// How many more with each wish.
const ARTICLES_MORE: usize = 200;

/// Properties of [`overview`].
pub struct OverviewProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
    pub overview: Option<Shared<OverviewView>>,
    /// How many bars the chart has.
    pub keywords: u32,
    pub duplicates: Shared<Duplicates>,
    /// Whether each story is counted once.
    pub once: bool,
    pub asked: Shared<Asked>,
    pub project: Shared<Project>,
}

/// The tab.
pub fn overview(props: &OverviewProps, text: &'static Text) -> Html {
    html! {
        <div class="overview">
            <Headlines engine={props.engine.clone()} documents={props.documents.clone()} />
            { people(&props.engine, &props.asked, text) }
            <DuplicatesPanel engine={props.engine.clone()} duplicates={props.duplicates.clone()} once={props.once} />
            if let Some(overview) = &props.overview {
                <KeywordChart engine={props.engine.clone()} overview={overview.clone()} keywords={props.keywords} />
                { sums(&overview.totals, text) }
            }
            { folds(&props.engine, &props.asked, &props.project, text) }
        </div>
    }
}

/// Properties of [`Headlines`].
#[derive(Properties, PartialEq)]
pub struct HeadlinesProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
}

/// The articles as a newspaper would announce them.
#[component]
pub fn Headlines(props: &HeadlinesProps) -> Html {
    let text = use_text();
    let list = use_memo(props.documents.clone(), |documents| {
        ArticleList::of(documents)
    });
    let shown = use_state_eq(|| ARTICLES_SHOWN);
    let more = {
        let shown = shown.clone();
        move |_| shown.set(*shown + ARTICLES_MORE)
    };
    let rest = list.len().saturating_sub(*shown);
    html! {
        <section class="headlines" aria-label={text.articles}>
            <ol>{ for list.iter().take(*shown).map(|article| headline(article, text, &props.engine)) }</ol>
            if rest > 0 {
                <button type="button" class="secondary" onclick={more}>{ (text.show_rest)(rest) }</button>
            }
        </section>
    }
}

fn headline(article: &ArticleView, text: &'static Text, engine: &Engine) -> Html {
    let has_headline = !article.headlines.is_empty();
    let lead = lead_to(article.id);
    let engine = engine.clone();
    let part = |wanted: HeadlineRole| {
        let found = article.headlines.iter().find(|(role, _)| *role == wanted);
        found.map(|(_, headline)| html! { <bdi class="headline-minor">{ headline }</bdi> })
    };
    html! {
        <li class="headline" data-testid="overview-article">
            <button type="button" class="headline-button" onclick={move |_| engine.dispatch(lead.clone())}>
                { part(HeadlineRole::Kicker) }
                <bdi class={classes!("headline-main", (!has_headline).then_some("is-beginning"))}>
                    { label(article).unwrap_or(text.no_headline) }
                </bdi>
                { part(HeadlineRole::Sub) }
            </button>
            <p class="headline-facts">
                if !article.byline.is_empty() { <bdi class="headline-byline">{ byline(article) }</bdi> }
                <span>{ (text.characters_of)(article.characters) }</span>
            </p>
        </li>
    }
}

/// The sums, small.
fn sums(totals: &Totals, text: &'static Text) -> Html {
    let with_marks = (text.characters_note)(&grouped(totals.characters_with_marks));
    let sum = |name: &'static str, value: u32, testid: &'static str, note: String| {
        html! {
            <div class="sum" title={note}><dt>{ name }</dt><dd data-testid={testid} data-value={value.to_string()}>{ grouped(value) }</dd></div>
        }
    };
    html! {
        <dl class="sums">
            { sum(text.characters, totals.characters, "total-characters", with_marks) }
            { sum(text.tokens, totals.tokens, "total-tokens", text.tokens_note.to_owned()) }
            { sum(text.types, totals.types, "total-types", text.types_note.to_owned()) }
            { sum(text.sentences, totals.sentences, "total-sentences", String::new()) }
        </dl>
    }
}
