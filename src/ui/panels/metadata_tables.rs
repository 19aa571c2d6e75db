//! What became of the tables that say something of files.

use yew::{Html, Properties, component, html};

use crate::report::metadata::TableReport;
use crate::report::views::DocumentId;
use crate::ui::shared::Shared;
use crate::ui::state::{Document, MetadataState};
use crate::ui::text::{MetadataText, use_text};

/// How many rows of a kind are listed.
const ROWS_LISTED: usize = 20;

/// Properties of [`MetadataTables`].
#[derive(Properties, PartialEq)]
pub struct MetadataTablesProps {
    pub documents: Shared<Vec<Shared<Document>>>,
    pub metadata: Shared<MetadataState>,
}

/// A report for each table.
#[component]
pub fn MetadataTables(props: &MetadataTablesProps) -> Html {
    let text = &use_text().metadata;
    let name = |id: DocumentId| {
        let found = props.documents.iter().find(|document| document.id == id);
        found.map_or_else(String::new, |document| document.name.clone())
    };
    let report = |(id, report): &(DocumentId, TableReport)| {
        let without: Vec<String> = report
            .files_without_row
            .iter()
            .map(|id| name(*id))
            .collect();
        html! {
            <div class="table-report" data-testid="table-report">
                <p><bdi class="example-name">{ name(*id) }</bdi>{ "　" }{ (text.table_rows)(report.rows, report.matched) }</p>
                <p class="note">{ text.table_columns }{ "　" }{ columns(report, text) }</p>
                { lines((text.without_file)(report.without_file.len()), &report.without_file, text) }
                { lines((text.ambiguous)(report.ambiguous.len()), &report.ambiguous, text) }
                { lines((text.repeated)(report.repeated.len()), &report.repeated, text) }
                { lines((text.unreadable_dates)(report.unreadable_dates.len()), &report.unreadable_dates, text) }
                { list((text.files_without_row)(without.len()), &without, text) }
            </div>
        }
    };
    html! {
        <section class="metadata-section">
            <h3 class="section-title">{ text.tables }</h3>
            <p class="note">{ text.tables_note }</p>
            { for props.metadata.tables.iter().map(report) }
        </section>
    }
}

fn columns(report: &TableReport, text: &MetadataText) -> String {
    let fields = report.columns.iter().map(|(head, field)| {
        let field = (text.field)(*field);
        if head == field {
            head.clone()
        } else {
            format!("{head} → {field}")
        }
    });
    let all: Vec<String> = fields.chain(report.free_columns.iter().cloned()).collect();
    all.join("　")
}

fn lines(title: String, rows: &[(u32, String)], text: &MetadataText) -> Html {
    let rows: Vec<String> = rows
        .iter()
        .map(|(line, cell)| format!("{}　{cell}", (text.line)(*line)))
        .collect();
    list(title, &rows, text)
}

fn list(title: String, rows: &[String], text: &MetadataText) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let rest = rows.len().saturating_sub(ROWS_LISTED);
    html! {
        <details class="doubts">
            <summary>{ title }</summary>
            <ul>{ for rows.iter().take(ROWS_LISTED).map(|row| html! { <li><bdi>{ row }</bdi></li> }) }</ul>
            if rest > 0 { <p class="note">{ (text.more)(rest) }</p> }
        </details>
    }
}
