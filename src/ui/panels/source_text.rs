//! The two kinds of line in the source tab: a row of the source, a unit of the clean page.

use yew::{Html, classes, html};

use crate::report::views::{CleanUnit, ScalarRange, SourceRow, UnitKind};
use crate::text::page::model::{HeadlineRole, ParagraphKind};
use crate::ui::components::shown::{marked_text, plain_text};
use crate::ui::text::Text;

/// A row of the source; `marked` are the places that the reader was led to.
pub fn source_row(number: u32, row: &SourceRow, is_lit: bool, marked: &[ScalarRange]) -> Html {
    let line = row.line.map(|line| line.to_string());
    html! {
        <div class={classes!("row", "source-row", is_lit.then_some("lit"))} role="row" id={format!("source-{number}")}
            data-row={number.to_string()} key={number} data-testid="source-row" data-line={line.clone()}>
            <span class="line-number" role="gridcell">{ line }</span>
            <span class="source-text" role="gridcell">{ marked_text(&row.shown, row.place, marked) }</span>
        </div>
    }
}

/// A unit of the clean page: whether it is lit, and whether an article begins with it.
pub fn clean_unit(
    number: u32,
    unit: &CleanUnit,
    (is_lit, begins): (bool, bool),
    text: &'static Text,
) -> Html {
    let label =
        (unit.kind != UnitKind::Paragraph(ParagraphKind::Body)).then(|| (text.unit)(unit.kind));
    let class = classes!(
        "unit",
        kind_class(unit.kind),
        is_lit.then_some("lit"),
        begins.then_some("begins"),
    );
    html! {
        <div {class} role="option" aria-selected={is_lit.to_string()} id={format!("unit-{number}")}
            data-row={number.to_string()} key={number} data-testid="clean-unit" lang="zh-CN">
            if let Some(label) = label { <span class="unit-label">{ label }</span> }
            <span class="unit-text">{ plain_text(&unit.shown) }</span>
        </div>
    }
}

/// How a unit looks.
fn kind_class(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Headline(HeadlineRole::Main) => "unit-headline",
        UnitKind::Headline(HeadlineRole::Kicker | HeadlineRole::Sub) => "unit-headline-minor",
        UnitKind::Headline(HeadlineRole::Deck) => "unit-deck",
        UnitKind::Paragraph(ParagraphKind::Body) => "unit-body",
        UnitKind::Paragraph(ParagraphKind::Crosshead) => "unit-crosshead",
        UnitKind::Paragraph(ParagraphKind::Caption | ParagraphKind::Box) => "unit-caption",
        UnitKind::Paragraph(ParagraphKind::Table) => "unit-table",
        UnitKind::Byline | UnitKind::Signature => "unit-byline",
        UnitKind::SetAside(_) => "unit-set-aside",
    }
}
