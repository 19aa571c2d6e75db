//! 检索: the lines of a search, the collocates of its node, and n-grams.

use yew::{Html, html};

use super::choose::{Choice, choose};
use super::collocates::collocates;
use super::concordance::concordance;
use super::ngrams::ngrams;
use super::search_form::SearchBox;
use crate::engine::choices::Project;
use crate::report::answers::group::Selection;
use crate::report::answers::kinds::MeasureOptions;
use crate::ui::components::press::choice_of;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Asked, Search, SearchAction, SearchPart};
use crate::ui::text::Text;

/// What the tab shows.
pub struct SearchProps<'s> {
    pub engine: &'s Engine,
    pub search: &'s Shared<Search>,
    pub asked: &'s Shared<Asked>,
    pub project: &'s Shared<Project>,
    /// How the measures are taken.
    pub measures: MeasureOptions,
}

/// The tab.
pub fn search(props: &SearchProps<'_>, text: &'static Text) -> Html {
    let words = text.search;
    let (engine, shown) = (props.engine, props.search.part);
    let part = |part: SearchPart, testid: &'static str| {
        let show = engine.act(Action::Find(SearchAction::Part(part)));
        (testid, (words.part)(part).to_owned(), part == shown, show)
    };
    let parts = vec![
        part(SearchPart::Lines, "search-part-lines"),
        part(SearchPart::Collocates, "search-part-collocates"),
        part(SearchPart::Ngrams, "search-part-ngrams"),
    ];
    html! {
        <div class="search" data-testid="search">
            <div class="row-between sheet-tools">
                { choice_of(text.tab_search, parts) }
                { scope(props, text) }
            </div>
            if shown != SearchPart::Ngrams {
                <SearchBox engine={engine.clone()} search={props.search.clone()} />
            }
            { match shown {
                SearchPart::Lines => concordance(props, text),
                SearchPart::Collocates => collocates(props, text),
                SearchPart::Ngrams => ngrams(props, text),
            } }
        </div>
    }
}

/// In what is searched: all, a group of the project, or all outside of one.
fn scope(props: &SearchProps<'_>, text: &'static Text) -> Html {
    let words = text.search;
    let choice = |label: String, selection: Selection| -> Choice {
        let is_chosen = selection == props.search.of;
        (label, is_chosen, Action::Find(SearchAction::In(selection)))
    };
    let groups = &props.project.corpus_groups;
    let inside = groups
        .iter()
        .map(|group| choice(group.name.clone(), Selection::Group(group.name.clone())));
    let outside = groups.iter().map(|group| {
        let label = (words.outside)(&group.name);
        choice(label, Selection::Rest(group.name.clone()))
    });
    let all = choice(words.all.to_owned(), Selection::All);
    let choices = [all].into_iter().chain(inside).chain(outside);
    choose("search-scope", words.scope, choices.collect(), props.engine)
}
