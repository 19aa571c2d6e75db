//! 说话人: who says how much, directly and reported; and every span of one of them.

use yew::{AttrValue, Callback, Html, html};

use super::corpus_groups::group_toggle;
use super::standing::lead;
use crate::engine::choices::Project;
use crate::engine::query::{Answer, Query};
use crate::report::answers::group::CorpusGroup;
use crate::report::answers::kinds::SpeechKind;
use crate::report::answers::speech::{SpanRow, SpeakerRow};
use crate::ui::components::list::{List, Row};
use crate::ui::components::press::{choice_of, counts, fact, number, press, toggle};
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AskAction, Asked, Change, Spot};
use crate::ui::text::Text;

fn speaker_row(asked: &Asked, row: u32) -> Option<&SpeakerRow> {
    match asked.block(Spot::Speakers, row)? {
        (Answer::Speakers(view), place) => view.rows.get(place),
        _ => None,
    }
}

/// The row of a speaker, among those that have arrived.
fn row_of<'asked>(asked: &'asked Asked, speaker: &str) -> Option<&'asked SpeakerRow> {
    let mut answers = asked.answers(Spot::Speakers);
    answers.find_map(|answer| match answer {
        Answer::Speakers(view) => view.rows.iter().find(|row| row.speaker == speaker),
        _ => None,
    })
}

fn spans_of(speaker: &str, kind: Option<SpeechKind>) -> Query {
    Query::Spans {
        speaker: speaker.to_owned(),
        kind,
        first_row: 0,
        rows: 1,
    }
}

/// Who is open, and which of their spans are shown.
fn opened(asked: &Asked) -> Option<(&str, Option<SpeechKind>)> {
    match asked.query(Spot::Spans)? {
        Query::Spans { speaker, kind, .. } => Some((speaker, *kind)),
        _ => None,
    }
}

/// The table and the open speaker.
pub fn speakers(
    engine: &Engine,
    asked: &Shared<Asked>,
    project: &Shared<Project>,
    text: &'static Text,
) -> Html {
    let words = text.phrases;
    let row = {
        let asked = asked.clone();
        Callback::from(move |row: u32| speaker_row(&asked, row).map(drawn))
    };
    let open = {
        let (engine, asked) = (engine.clone(), asked.clone());
        move |row: u32| {
            if let Some(row) = speaker_row(&asked, row) {
                let ask = AskAction::Ask(Spot::Spans, spans_of(&row.speaker, None));
                engine.dispatch(Action::Ask(ask));
            }
        }
    };
    let need = {
        let engine = engine.clone();
        move |rows| engine.dispatch(Action::Ask(AskAction::Need(Spot::Speakers, rows)))
    };
    let open_name = opened(asked).map(|(speaker, _)| AttrValue::from(speaker.to_owned()));
    let heads = words.speaker_columns;
    html! {
        <div class="spread">
            <div class="spread-list">
                <List id="speaker" label={words.speakers} total={asked.total(Spot::Speakers)} empty={words.no_speakers} {row} open={open_name}
                    on_open={open} on_need={need}
                    columns={vec![(heads[0], "cell-name"), (heads[1], "cell-figure"), (heads[2], "cell-figure"), (heads[3], "cell-figure"), (heads[4], "cell-figure")]} />
            </div>
            <div class="spread-card">{ card(engine, asked, project, text) }</div>
        </div>
    }
}

fn drawn(row: &SpeakerRow) -> Row {
    Row {
        name: row.speaker.clone(),
        count: row
            .direct_characters
            .saturating_add(row.reported_characters),
        cells: vec![
            html! { <bdi class="printed">{ &row.speaker }</bdi> },
            number(row.spans),
            number(row.direct_characters),
            number(row.reported_characters),
            number(row.articles),
        ],
        is_marked: false,
    }
}

fn card(
    engine: &Engine,
    asked: &Shared<Asked>,
    project: &Shared<Project>,
    text: &'static Text,
) -> Html {
    let words = text.phrases;
    let Some((speaker, kind)) = opened(asked) else {
        return html! { <p class="note card-empty">{ words.choose_speaker }</p> };
    };
    let row = row_of(asked, speaker);
    let choose = |one: Option<SpeechKind>, testid: &'static str, label: &'static str| {
        let ask = engine.asks(Spot::Spans, spans_of(speaker, one));
        (testid, label.to_owned(), one == kind, ask)
    };
    let (direct, reported) = (SpeechKind::Direct, SpeechKind::Reported);
    let kinds = vec![
        choose(None, "speech-all", words.all_speech),
        choose(Some(direct), "speech-direct", (words.speech)(direct)),
        choose(Some(reported), "speech-reported", (words.speech)(reported)),
    ];
    let is_counted = project.counted_speaker.as_deref() == Some(speaker);
    let group = CorpusGroup {
        name: speaker.to_owned(),
        speakers: vec![speaker.to_owned()],
        speech: kind,
        ..CorpusGroup::default()
    };
    let count_only = Change::CountSpeaker((!is_counted).then(|| speaker.to_owned()));
    // Only spans of the speaker whose name stands over them.
    let view = match asked.answered(Spot::Spans) {
        Some(Answer::Spans(view)) => Some(view),
        _ => None,
    };
    let spans: &[SpanRow] = view.map_or(&[], |view| &view.rows);
    let total_spans = view.map(|view| view.rows_total);
    let rest = (total_spans.unwrap_or(0) as usize).saturating_sub(spans.len());
    html! {
        <article class="card" data-testid="speaker-card" data-name={speaker.to_owned()}>
            <div class="row-between">
                <h3 class="card-title"><bdi>{ speaker }</bdi></h3>
                { press("plain", "card-close", text.close, engine.act(Action::Ask(AskAction::Stop(Spot::Spans)))) }
            </div>
            <div class="toggles">
                { toggle("secondary", "count-speaker", words.count_only, is_counted, engine.change(count_only)) }
                { group_toggle("speaker-group", group, engine, project, text) }
            </div>
            if let Some(row) = row { { fact(words.verbs, !row.verbs.is_empty(), counts(&row.verbs)) } }
            <div class="row-between sheet-tools">
                { choice_of(words.speakers, kinds) }
                <span class="note" data-testid="spans-total">{ total_spans.map(words.spans) }</span>
            </div>
            <ol class="spans" aria-busy={view.is_none().to_string()}>{ for spans.iter().map(|span| drawn_span(span, engine, text)) }</ol>
            if rest > 0 { <p class="note">{ (words.first_spans)(spans.len()) }</p> }
        </article>
    }
}

fn drawn_span(span: &SpanRow, engine: &Engine, text: &'static Text) -> Html {
    let words = text.phrases;
    let standing = &span.standing;
    html! {
        <li class="span" data-testid="span" data-kind={format!("{:?}", span.kind).to_ascii_lowercase()}>
            <p class="note">
                { (words.speech)(span.kind) }
                if !span.verb.is_empty() { { " · " }<bdi>{ &span.verb }</bdi> }
                if !span.named_as.is_empty() { { " · " }{ (words.named_as)(&span.named_as) } }
                if let Some(date) = &standing.date { { " · " }{ date } }
            </p>
            <button type="button" class="span-text" onclick={engine.act(lead(standing))}><bdi>{ &span.text }</bdi></button>
        </li>
    }
}
