//! The middle: tabs, or the front page while there is nothing to show.

use std::rc::Rc;

use yew::{Html, KeyboardEvent, MouseEvent, Properties, TargetCast as _, component, html};

use super::compare::{CompareProps, compare};
use super::lines::{LinesPanelProps, lines_panel};
use super::metadata::MetadataPanel;
use super::names::{NamesProps, names};
use super::overview::{OverviewProps, overview};
use super::phrases::{PhrasesProps, phrases};
use super::search::{SearchProps, search};
use super::source::SourcePage;
use super::welcome::Welcome;
use super::words::{WordsProps, words};
use crate::engine::choices::{Project, Settings};
use crate::engine::metadata::ProjectMetadata;
use crate::report::views::OverviewView;
use crate::text::page::correction::Correction;
use crate::ui::components::press::press;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{
    Action, Asked, Change, Document, Duplicates, Lines, Mending, MetadataState, Reading, Review,
    Search, State, Tab, WordTable,
};
use crate::ui::text::{Text, use_text};
use crate::web::dom::Element;
use crate::web::element;

/// The slice of the state that the middle shows.
#[derive(Clone, PartialEq)]
pub struct ResultsView {
    tab: Tab,
    has_results: bool,
    keywords: u32,
    documents: Shared<Vec<Shared<Document>>>,
    overview: Option<Shared<OverviewView>>,
    words: Shared<WordTable>,
    lines: Shared<Lines>,
    duplicates: Shared<Duplicates>,
    /// Whether each story is counted once.
    once: bool,
    reading: Shared<Reading>,
    mending: Shared<Mending>,
    review: Shared<Review>,
    corrections: Rc<[Correction]>,
    metadata: Shared<MetadataState>,
    chosen: ProjectMetadata,
    asked: Shared<Asked>,
    project: Shared<Project>,
    settings: Shared<Settings>,
    search: Shared<Search>,
}

impl ResultsView {
    /// The slice of a state.
    pub fn of(state: &State) -> Self {
        Self {
            tab: state.tab,
            has_results: state.has_results(),
            keywords: state.keywords,
            documents: state.documents.clone(),
            overview: state.overview.clone(),
            words: state.words.clone(),
            lines: state.lines.clone(),
            duplicates: state.duplicates.clone(),
            once: state.choices.present().settings.duplicates_once,
            reading: state.reading.clone(),
            mending: state.mending.clone(),
            review: state.review.clone(),
            corrections: state.corrections().into(),
            metadata: state.metadata.clone(),
            chosen: if state.metadata.is_open {
                state.choices.present().project.metadata.clone()
            } else {
                ProjectMetadata::default()
            },
            asked: state.asked.clone(),
            project: state.choices.present().project.clone(),
            settings: state.choices.present().settings.clone(),
            search: state.search.clone(),
        }
    }
}

/// Properties of [`Results`].
#[derive(Properties, PartialEq)]
pub struct ResultsProps {
    pub engine: Engine,
    pub view: ResultsView,
}

/// The tabs and what the chosen one shows.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let text = use_text();
    let (engine, view) = (&props.engine, &props.view);
    if !view.has_results {
        return html! {
            <section class="area area-results" aria-label={text.tabs}><Welcome engine={engine.clone()}
                is_empty={view.documents.is_empty()} /></section>
        };
    }
    if view.metadata.is_open {
        return html! {
            <section class="area area-results" aria-label={text.metadata.title}>
                <MetadataPanel engine={engine.clone()} documents={view.documents.clone()} metadata={view.metadata.clone()}
                    chosen={view.chosen.clone()} />
            </section>
        };
    }
    let panel = match view.tab {
        Tab::Source => html! {
            <SourcePage engine={engine.clone()} documents={view.documents.clone()} reading={view.reading.clone()}
                mending={view.mending.clone()} review={view.review.clone()}
                corrections={view.corrections.clone()} asked={view.asked.clone()} project={view.project.clone()} />
        },
        Tab::Overview => html! {
            { overview(&OverviewProps { engine: engine.clone(), documents: view.documents.clone(), overview: view.overview.clone(), keywords: view.keywords, duplicates: view.duplicates.clone(), once: view.once, asked: view.asked.clone(), project: view.project.clone() }, text) }
        },
        Tab::Search => {
            let props = SearchProps {
                engine,
                search: &view.search,
                asked: &view.asked,
                project: &view.project,
                measures: view.settings.measures,
            };
            search(&props, text)
        }
        Tab::Words => {
            let props = WordsProps {
                engine: engine.clone(),
                table: view.words.clone(),
                overview: view.overview.clone(),
                asked: view.asked.clone(),
                project: view.project.clone(),
                documents: view.documents.clone(),
            };
            words(&props, text)
        }
        Tab::Names => {
            let (asked, project) = (&view.asked, &view.project);
            let props = NamesProps {
                engine,
                asked,
                project,
            };
            names(&props, text)
        }
        Tab::Compare => {
            let props = CompareProps {
                engine,
                asked: &view.asked,
                project: &view.project,
                settings: &view.settings,
                documents: &view.documents,
            };
            compare(&props, text)
        }
        Tab::Phrases => {
            let (asked, project) = (&view.asked, &view.project);
            let props = PhrasesProps {
                engine,
                asked,
                project,
            };
            phrases(&props, text)
        }
    };
    let lines_beside = view.lines.open && !matches!(view.tab, Tab::Source | Tab::Search);
    html! {
        <section class="area area-results" aria-label={text.tabs}>
            { tab_bar(&TabBarProps { engine: engine.clone(), tab: view.tab }, text) }
            if let Some(speaker) = &view.project.counted_speaker {
                <p class="condition" role="status" data-testid="counted-speaker" data-name={speaker.clone()}>
                    <span>{ (text.names.counted_speaker)(speaker) }</span>
                    { press("link", "count-all-speakers", text.names.all_speakers, engine.change(Change::CountSpeaker(None))) }
                </p>
            }
            <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={tab_names(view.tab, text).1}>{ panel }</div>
            if lines_beside {
                { lines_panel(&LinesPanelProps { engine: engine.clone(), lines: view.lines.clone(), asked: view.asked.clone(), project: view.project.clone() }, text) }
            }
        </section>
    }
}

/// Label and test name of a tab.
fn tab_names(tab: Tab, text: &Text) -> (&'static str, &'static str) {
    match tab {
        Tab::Source => (text.tab_source, "tab-source"),
        Tab::Overview => (text.tab_overview, "tab-overview"),
        Tab::Search => (text.tab_search, "tab-search"),
        Tab::Words => (text.tab_words, "tab-words"),
        Tab::Compare => (text.compare.tab, "tab-compare"),
        Tab::Names => (text.names.tab, "tab-names"),
        Tab::Phrases => (text.phrases.tab, "tab-phrases"),
    }
}

/// Properties of [`tab_bar`].
pub struct TabBarProps {
    pub engine: Engine,
    pub tab: Tab,
}

/// The tabs. One stop of the Tab key; the arrow keys go from tab to tab.
pub fn tab_bar(props: &TabBarProps, text: &'static Text) -> Html {
    let onkeydown = {
        let (engine, tab) = (props.engine.clone(), props.tab);
        move |event: KeyboardEvent| {
            if let Some(next) = neighbour(tab, &event.key()) {
                event.prevent_default();
                engine.dispatch(Action::Show(next));
                let id = tab_names(next, text).1;
                if let Some(bar) = event
                    .target_dyn_into::<Element>()
                    .and_then(|tab| tab.parent_element())
                {
                    element::focus_inside(&bar, &format!("#{id}"));
                }
            }
        }
    };
    let button = |tab: Tab| {
        let (label, id) = tab_names(tab, text);
        let engine = props.engine.clone();
        let is_shown = tab == props.tab;
        html! {
            <button type="button" role="tab" {id} class="tab" data-testid={id} aria-selected={is_shown.to_string()}
                aria-controls="tab-panel" tabindex={if is_shown { "0" } else { "-1" }}
                onclick={move |_: MouseEvent| engine.dispatch(Action::Show(tab))}>{ label }</button>
        }
    };
    html! {
        <div class="tabs" role="tablist" aria-label={text.tabs} {onkeydown}>{ for Tab::ALL.into_iter().map(button) }</div>
    }
}

/// The tab to which a key leads; around the ends.
fn neighbour(tab: Tab, key: &str) -> Option<Tab> {
    let count = Tab::ALL.len();
    let place = Tab::ALL.iter().position(|entry| *entry == tab)?;
    let next = match key {
        "ArrowRight" => (place + 1) % count,
        "ArrowLeft" => (place + count - 1) % count,
        "Home" => 0,
        "End" => count - 1,
        _ => return None,
    };
    Tab::ALL.get(next).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_around_the_tabs() {
        let rows = [
            (Tab::Source, "ArrowLeft", Some(Tab::Phrases)),
            (Tab::Phrases, "ArrowRight", Some(Tab::Source)),
            (Tab::Words, "ArrowRight", Some(Tab::Compare)),
            (Tab::Search, "Home", Some(Tab::Source)),
            (Tab::Search, "End", Some(Tab::Phrases)),
            (Tab::Search, "x", None),
        ];
        for (tab, key, expected) in rows {
            assert_eq!(neighbour(tab, key), expected, "{key} from {tab:?}");
        }
    }
}
