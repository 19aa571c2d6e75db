//! 完整词表 of every kind of item, and 关键词 of a group or an article.

use yew::{Html, html};

use super::articles::{ArticleList, label};
use super::compare::{asks, select_items, select_selection};
use super::measure_table::{measure_of, measure_table};
use crate::engine::choices::Project;
use crate::engine::query::Measure;
use crate::report::answers::kinds::KeywordMethod;
use crate::report::views::ArticleId;
use crate::ui::components::select::select_of;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Asked, Document, Spot};
use crate::ui::text::Text;

/// How many articles can be chosen from.
const ARTICLES_OFFERED: usize = 500;
/// The methods in the order of the screen.
const METHODS: [KeywordMethod; 3] = [
    KeywordMethod::TfIdfOfJieba,
    KeywordMethod::TfIdfOfCorpus,
    KeywordMethod::TextRank,
];

/// 完整词表.
pub fn full_list(
    engine: &Engine,
    asked: &Shared<Asked>,
    project: &Project,
    text: &'static Text,
) -> Html {
    let Some(Measure::Items { of, items }) = measure_of(asked, Spot::Items) else {
        return html! {};
    };
    let (kept, items) = (of.clone(), *items);
    let with_items = move |items| Measure::Items {
        of: kept.clone(),
        items,
    };
    let with_selection = move |of| Measure::Items { of, items };
    html! {
        <>
            <div class="measure-choices">
                { select_items(engine, Spot::Items, items, with_items, text) }
                { select_selection(engine, Spot::Items, project, of, with_selection, text) }
                <span class="note">{ text.methods.full_list_note }</span>
            </div>
            { measure_table(engine, asked, Spot::Items) }
        </>
    }
}

/// 关键词.
pub fn keywords(
    engine: &Engine,
    asked: &Shared<Asked>,
    project: &Project,
    documents: &[Shared<Document>],
    text: &'static Text,
) -> Html {
    let words = text.methods;
    let Some(Measure::Keywords {
        of,
        article,
        method,
    }) = measure_of(asked, Spot::Keywords)
    else {
        return html! {};
    };
    let (article, method) = (*article, *method);
    let shown = METHODS.map(|one| ((words.keyword_method)(one).to_owned(), one == method));
    let kept = of.clone();
    let choose = asks(engine, Spot::Keywords, METHODS.to_vec(), move |method| {
        Measure::Keywords {
            of: kept.clone(),
            article,
            method,
        }
    });
    let with_selection = move |of| Measure::Keywords {
        of,
        article,
        method,
    };
    let list = ArticleList::of(documents);
    let offered = list.iter().take(ARTICLES_OFFERED);
    let named = offered.map(|article| {
        let name = label(article).unwrap_or(text.no_headline);
        (Some(article.id), name.to_owned())
    });
    let whole = (None, words.whole.to_owned());
    let (articles, names): (Vec<Option<ArticleId>>, Vec<String>) =
        [whole].into_iter().chain(named).unzip();
    let chosen = articles.iter().map(|one| *one == article);
    let shown_articles = names.into_iter().zip(chosen).collect();
    let kept = of.clone();
    let choose_article = asks(engine, Spot::Keywords, articles, move |article| {
        Measure::Keywords {
            of: kept.clone(),
            article,
            method,
        }
    });
    html! {
        <>
            <div class="measure-choices">
                { select_of("keyword-method", words.method, shown.to_vec(), choose) }
                { select_selection(engine, Spot::Keywords, project, of, with_selection, text) }
                { select_of("keyword-article", words.article, shown_articles, choose_article) }
                if list.len() > ARTICLES_OFFERED {
                    <span class="note">{ (words.first_articles)(ARTICLES_OFFERED, list.len()) }</span>
                }
            </div>
            { measure_table(engine, asked, Spot::Keywords) }
        </>
    }
}
