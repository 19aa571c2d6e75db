//! A place in the material that leads to its page.

use yew::{Html, html};

use crate::engine::query::Query;
use crate::report::answers::{Item, Standing};
use crate::report::views::LineRow;
use crate::ui::engine::Engine;
use crate::ui::state::{Action, Target};
use crate::ui::text::Text;

/// The way to a place: its page, with the source lit.
pub fn lead(standing: &Standing) -> Action {
    let target = Target::Place {
        unit: standing.unit,
        row: standing.row,
    };
    Action::Lead(standing.article.document, target, standing.places.clone())
}

/// The way to where a line stands.
pub fn lead_to_line(line: &LineRow) -> Action {
    let target = Target::Place {
        unit: line.unit,
        row: line.row,
    };
    Action::Lead(line.article.document, target, line.places.clone())
}

/// The way to the lines of an item.
pub fn lines_of(title: &str, item: Item) -> Action {
    let query = Query::ItemLines {
        item,
        first_row: 0,
        rows: 1,
    };
    Action::OpenAnswer(title.to_owned(), query)
}

/// The article in which a place is, its date and line, as a button that leads there.
pub fn place(standing: &Standing, engine: &Engine, text: &'static Text) -> Html {
    html! {
        <button type="button" class="standing" data-testid="standing" title={standing.file.clone()} onclick={engine.act(lead(standing))}>
            <bdi class="standing-article">{ &standing.article_label }</bdi>
            <span class="note">
                if let Some(date) = &standing.date { { date }{ " · " } }
                { (text.source_line)(standing.source_line) }
            </span>
        </button>
    }
}
