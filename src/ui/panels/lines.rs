//! The lines of a word: its every occurrence with what stands before and behind it.

use yew::{Callback, Html, Properties, classes, component, html, use_effect_with, use_state_eq};

use super::cleanup::change_kind;
use super::standing::lead_to_line;
use super::trust::trust_panel;
use crate::engine::choices::Project;
use crate::engine::query::Query;
use crate::report::answers::Item;
use crate::report::answers::group::Selection;
use crate::report::answers::search::Searched;
use crate::report::views::LineRow;
use crate::ui::components::press::{press, press_on, toggle};
use crate::ui::components::window::WindowedRows;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AskAction, Asked, Change, Lines, SearchAction};
use crate::ui::text::{Text, use_text};

/// Height of a line in CSS pixels.
const ROW_PX: u32 = 34;

/// Properties of [`LinesList`].
#[derive(Properties, PartialEq)]
pub struct LinesProps {
    pub engine: Engine,
    pub lines: Shared<Lines>,
}

/// Properties of [`lines_panel`].
pub struct LinesPanelProps {
    pub engine: Engine,
    pub lines: Shared<Lines>,
    pub asked: Shared<Asked>,
    pub project: Shared<Project>,
}

/// The lines beside the chart or the word table; over them, where it is asked, why there are so many.
pub fn lines_panel(props: &LinesPanelProps, text: &'static Text) -> Html {
    let (engine, word) = (&props.engine, &props.lines.word);
    let is_word = !props.lines.searched().is_empty();
    let shows_why = props.asked.shows_why;
    let act = |actions: [Action; 2]| {
        let engine = engine.clone();
        move |_| {
            actions
                .iter()
                .for_each(|action| engine.dispatch(action.clone()))
        }
    };
    let stop = Action::Choose(Change::ImportStopWords(vec![word.clone()]));
    let close = {
        let engine = engine.clone();
        move |_| engine.dispatch(Action::CloseLines)
    };
    html! {
        <aside class="lines-panel" aria-label={text.lines_of} data-testid="lines-panel">
            <div class="row-between lines-head">
                <h3 class="lines-title">
                    if let Some((_, kind)) = &props.lines.change {
                        <span class="lines-change">{ change_kind(kind, text) }</span>
                    } else {
                        { title(&props.lines, engine, text) }
                    }
                    if props.lines.rows.is_known() {
                        <span class="note" data-testid="lines-count">{ (text.lines_count)(props.lines.rows.total()) }</span>
                    }
                </h3>
                <div class="tools">
                    if let Some(action) = to_search(&props.lines) {
                        { press("plain", "lines-to-search", text.search.open_here, engine.act(action)) }
                    }
                    if is_word {
                        { toggle("plain", "why", text.trust.why, shows_why, engine.act(Action::Ask(AskAction::Why(!shows_why)))) }
                        <button type="button" class="plain" data-testid="make-stop-word" onclick={act([stop, Action::CloseLines])}>
                            { text.make_stop_word }
                        </button>
                    }
                    <button type="button" class="plain" data-testid="close-lines" onclick={close}>{ text.close }</button>
                </div>
            </div>
            if is_word && shows_why {
                { trust_panel(&props.asked, &props.project, engine, text) }
            }
            <LinesList engine={engine.clone()} lines={props.lines.clone()} />
        </aside>
    }
}

/// The way to the same lines in 检索; `None` where they are no word's or item's.
fn to_search(lines: &Lines) -> Option<Action> {
    let word = lines.searched();
    let item = match &lines.query {
        Some(Query::ItemLines { item, .. }) => item.clone(),
        _ if !word.is_empty() => Item::Word(word.to_owned()),
        _ => return None,
    };
    let lead = SearchAction::Lead(Searched::Item(item), lines.word.clone(), Selection::All);
    Some(Action::Find(lead))
}

/// Which part of a word's places the lines are, and the word; `None` where they are all of them, or not those of a word.
fn part_of_word(query: &Query, text: &'static Text) -> Option<(String, String)> {
    let (word, part) = match query {
        Query::RestLines { word, rest, .. } => (word, (text.trust.rest)(rest)),
        Query::LexiconLines {
            word,
            not_applied: Some(reason),
            ..
        } => (word, (text.lexicon.not_applied)(reason)),
        Query::LexiconLines { word, .. } => (word, text.lexicon.applied.to_owned()),
        _ => return None,
    };
    Some((word.clone(), part))
}

/// What the lines are those of. From a part of a word's places its name leads back to all of them.
fn title(lines: &Lines, engine: &Engine, text: &'static Text) -> Html {
    let query = lines.query.as_ref();
    let Some((word, part)) = query.and_then(|query| part_of_word(query, text)) else {
        return html! { <bdi class="lines-word">{ &lines.word }</bdi> };
    };
    let label = html! { <bdi class="lines-word">{ &word }</bdi> };
    let back = engine.act(Action::OpenLines(word.clone()));
    html! {
        <>{ press_on("link", "lines-back", &word, label, back) }{ " " }<span class="note" data-testid="lines-part">{ part }</span></>
    }
}

/// The lines, windowed.
#[component]
pub fn LinesList(props: &LinesProps) -> Html {
    let text = use_text();
    let active = use_state_eq(|| None::<u32>);
    let setter = active.setter();
    use_effect_with(props.lines.word.clone(), move |_| setter.set(None));
    let (engine, lines) = (&props.engine, &props.lines);
    let row = {
        let (lines, active) = (lines.clone(), *active);
        move |row: u32| match lines.rows.get(row) {
            Some(line) => line_row(row, line, active == Some(row), text),
            None => {
                html! { <div class="row line-row is-missing" data-row={row.to_string()} key={row} /> }
            }
        }
    };
    let lead = {
        let (engine, lines) = (engine.clone(), lines.clone());
        Callback::from(move |row: u32| {
            if let Some(line) = lines.rows.get(row) {
                engine.dispatch(lead_to_line(line));
            }
        })
    };
    let need = {
        let engine = engine.clone();
        move |rows| engine.dispatch(Action::NeedLines(rows))
    };
    html! {
        <WindowedRows id="line" class="lines" label={text.lines_of} total={lines.rows.total()} row_px={ROW_PX} {row}
            active={*active} on_active={{ let active = active.setter(); move |row| active.set(Some(row)) }}
            on_enter={lead} on_need={need} />
    }
}

fn line_row(row: u32, line: &LineRow, is_active: bool, text: &'static Text) -> Html {
    html! {
        <div class={classes!("row", "line-row", is_active.then_some("is-active"))} role="row" id={format!("line-{row}")}
            data-row={row.to_string()} key={row} data-testid="line-row" aria-rowindex={(row + 1).to_string()}>
            <span class="line-left" role="gridcell"><bdi>{ &line.left }</bdi></span>
            <span class="line-word" role="gridcell"><bdi>{ &line.word }</bdi></span>
            <span class="line-right" role="gridcell"><bdi>{ &line.right }</bdi></span>
            <span class="line-article" role="gridcell"><bdi>{ &line.article_label }</bdi></span>
            <span class="line-place" role="gridcell">{ (text.source_line)(line.source_line) }</span>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::answers::kinds::NotApplied;
    use crate::report::answers::trust::Rest;
    use crate::ui::text::Locale;

    #[test]
    fn the_title_says_which_part_of_a_words_places_is_shown() {
        let (first_row, rows) = (0, 1);
        let word = || "防控".to_owned();
        let lexicon = |not_applied| Query::LexiconLines {
            word: word(),
            not_applied,
            first_row,
            rows,
        };
        let rest = Query::RestLines {
            word: word(),
            rest: Rest::Cut(vec!["防".to_owned(), "控".to_owned()]),
            first_row,
            rows,
        };
        let overlapped = NotApplied::Overlapped {
            by: "群防群控".to_owned(),
        };
        let item = Query::ItemLines {
            item: Item::Group(word()),
            first_row,
            rows,
        };
        let cases = [
            (rest, Some("切作 防 | 控")),
            (lexicon(None), Some("用到处")),
            (lexicon(Some(overlapped)), Some("让与“群防群控”")),
            (item, None),
        ];
        for (query, expected) in cases {
            let found = part_of_word(&query, Locale::Chinese.text());
            let expected = expected.map(|part| (word(), part.to_owned()));
            assert_eq!(found, expected, "{query:?}");
        }
    }
}
