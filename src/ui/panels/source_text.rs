//! The two kinds of line in the source tab: a row of the source, a unit of the clean page.

use yew::{Html, classes, html};

use crate::report::answers::kinds::NameKind;
use crate::report::views::{CleanUnit, DoubtView, ScalarRange, SourceRow, UnitKind};
use crate::text::arrange::Arrange;
use crate::text::page::model::{HeadlineRole, ParagraphKind};
use crate::ui::components::shown::{marked_text, signed_text};
use crate::ui::state::{Command, seams};
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

/// What is shown with a unit beside its text.
#[derive(Debug, Clone)]
pub struct UnitLook {
    /// Whether it is lit.
    pub is_lit: bool,
    /// Whether an article begins with it.
    pub begins: bool,
    /// Where the caret stands in it; `None` where it is not focused.
    pub caret: Option<u32>,
    /// What was done to it by hand.
    pub corrected: Vec<Command>,
    /// Whether it shows where tokens end, and its names.
    pub shows_tokens: bool,
    /// What is selected in it, in printed characters.
    pub picked: Option<(u32, u32)>,
}

/// A unit of the clean page.
pub fn clean_unit(number: u32, unit: &CleanUnit, look: &UnitLook, text: &'static Text) -> Html {
    let label =
        (unit.kind != UnitKind::Paragraph(ParagraphKind::Body)).then(|| (text.unit)(unit.kind));
    let class = classes!(
        "unit",
        kind_class(unit.kind),
        look.is_lit.then_some("lit"),
        look.begins.then_some("begins"),
        look.caret.map(|_| "focused"),
    );
    html! {
        <div {class} role="option" aria-selected={look.caret.is_some().to_string()} id={format!("unit-{number}")}
            data-row={number.to_string()} key={number} data-testid="clean-unit" lang="zh-CN">
            if let Some(label) = label { <span class="unit-label">{ label }</span> }
            <span class="unit-text">{ signed_text(&unit.shown, signs(unit, look, text), &ranges(unit, look)) }</span>
            if !look.corrected.is_empty() {
                <span class="corrected-sign" data-testid="corrected" title={(text.mending.corrected_note)(&look.corrected)}>
                    { text.mending.corrected }
                </span>
            }
        </div>
    }
}

/// The marks of doubtful decisions that nobody judged; in a focused unit the seams and the caret too.
fn signs(unit: &CleanUnit, look: &UnitLook, text: &'static Text) -> Vec<(u32, Html)> {
    let open = unit.doubts.iter().filter(|doubt| doubt.judged.is_none());
    let mut signs: Vec<(u32, Html)> = open.map(|doubt| doubt_sign(doubt, text)).collect();
    if look.shows_tokens {
        let end = |at: &u32| (*at, html! { <span class="token-end" aria-hidden="true" /> });
        signs.extend(unit.tokens.iter().map(end));
    }
    if let Some(caret) = look.caret {
        let seam = |at| (at, html! { <span class="seam" aria-hidden="true" /> });
        signs.extend(seams(unit).into_iter().map(seam));
        signs.push((caret, html! { <span class="caret" aria-hidden="true" data-point="true" data-testid="caret" data-at={caret.to_string()} /> }));
    }
    signs.arrange_by_key(|(at, _)| *at);
    signs
}

/// The stretches that look otherwise: names by their kind, and what is selected.
fn ranges(unit: &CleanUnit, look: &UnitLook) -> Vec<(u32, u32, &'static str)> {
    let names = unit.names.iter().filter(|_| look.shows_tokens);
    let names = names.map(|&(start, end, kind)| (start, end, name_class(kind)));
    let picked = look.picked.map(|(start, end)| (start, end, "picked"));
    names.chain(picked).collect()
}

fn name_class(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "name-person",
        NameKind::Reporter => "name-reporter",
        NameKind::Place | NameKind::ShortPlace => "name-place",
        NameKind::Organisation => "name-organisation",
    }
}

fn doubt_sign(doubt: &DoubtView, text: &'static Text) -> (u32, Html) {
    let note = (text.mending.doubt_note)(doubt.answer, doubt.reason, doubt.confidence);
    let sign = html! {
        <span class="doubt-sign" role="img" title={note.clone()} aria-label={note} data-testid="doubt" />
    };
    (doubt.before_char, sign)
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
