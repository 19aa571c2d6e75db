//! Records as databases of newspapers export them: a label before each field, as in 【标题】秋收 or 标题：秋收.
//!
//! A text is such an export where its first lines hold a headline's label, two labels of other facts and a text. A
//! record begins where its first label comes again. A label in the middle of a text is one only where nothing but
//! labels follows it in its record.

use super::label::{Known, Labelled, Style, labels, name, style_of};
use super::{Content, Record};
use crate::text::arrange::Arrange;
use crate::text::page::model::Field;
use crate::text::source::{Source, Span, is_blank};
use crate::text::table::Column;

/// How many bytes of the beginning are looked at.
const BEGINNING: usize = 16 * 1024;
/// How many lines may stand before the first record.
const PREAMBLE_LINES: usize = 8;
/// Names that notices and programmes have too, so they make no record.
const COMMON: [&str; 5] = ["时间", "地点", "内容", "主题", "题目"];

/// The records of a database export.
#[derive(Debug)]
pub struct LabelledRecords {
    style: Style,
    /// The name of the label that begins a record.
    first: String,
    /// Whether the text has a label too.
    has_text_label: bool,
    /// Where the first record begins.
    start: u32,
    /// The number of the line that the next record begins with.
    line: usize,
}

impl LabelledRecords {
    /// The records of a text that is a database export.
    pub fn found(source: &Source) -> Option<Self> {
        let mut lines = (0..source.line_count())
            .map(|number| (number, source.line(number)))
            .take_while(|(_, span)| (span.start as usize) < BEGINNING)
            .filter(|(_, span)| !source.slice(*span).chars().all(is_blank))
            .take(PREAMBLE_LINES);
        lines.find_map(|(line, span)| {
            let style = style_of(source.slice(span))?;
            let first = labels(source, span, style, Known::Only)
                .into_iter()
                .next()?;
            let records = Self {
                style,
                first: name(source.slice(first.label)).to_owned(),
                has_text_label: false,
                start: span.start,
                line,
            };
            records.checked(source)
        })
    }

    /// What stands before the first record.
    pub fn preamble(&self) -> Span {
        Span {
            start: 0,
            end: self.start,
        }
    }

    /// Itself where the first lines are those of a record.
    fn checked(mut self, source: &Source) -> Option<Self> {
        let mut columns: Vec<Column> = Vec::new();
        let mut has_text = false;
        let mut number = self.line;
        loop {
            let span = source.line(number);
            if number >= source.line_count()
                || span.start as usize > self.start as usize + BEGINNING
            {
                break;
            }
            let found = labels(source, span, self.style, Known::Only);
            let is_next = number > self.line && self.begins_record(source, &found);
            if is_next {
                break;
            }
            let is_blank_line = source.slice(span).chars().all(is_blank);
            has_text |= found.is_empty() && !is_blank_line && !columns.is_empty();
            for labelled in found {
                let name = name(source.slice(labelled.label));
                let is_common = self.style == Style::Colon && COMMON.contains(&name);
                columns.extend(labelled.column.filter(|_| !is_common));
            }
            number += 1;
        }
        self.has_text_label = columns.contains(&Column::Text);
        let mut facts: Vec<&Column> = columns
            .iter()
            .filter(|column| matches!(column, Column::Field(field) if *field != Field::Place))
            .collect();
        facts.arrange();
        facts.dedup();
        let is_export = columns.contains(&Column::Headline)
            && facts.len() >= 2
            && (has_text || self.has_text_label);
        is_export.then_some(self)
    }

    fn begins_record(&self, source: &Source, labels: &[Labelled]) -> bool {
        let first = labels.first();
        first.is_some_and(|labelled| name(source.slice(labelled.label)) == self.first)
    }

    /// The next record.
    pub fn next(&mut self, source: &Source) -> Option<Record> {
        if self.line >= source.line_count() {
            return None;
        }
        let mut record = Gathering::default();
        let start = source.line(self.line).start;
        let mut end = start;
        let begin = self.line;
        while self.line < source.line_count() {
            let span = source.line(self.line);
            let known = if record.text.is_none() && self.has_text_label {
                Known::OrNot
            } else {
                Known::Only
            };
            let found = labels(source, span, self.style, known);
            let is_next = self.begins_record(source, &found) || record.is_headed_again(&found);
            if self.line > begin && is_next {
                break;
            }
            record.take(source, span, &found, self.has_text_label);
            end = span.end;
            self.line += 1;
        }
        Some(Record {
            span: Span { start, end },
            fields: record.finish(),
        })
    }
}

/// A record in the making.
#[derive(Debug, Default)]
struct Gathering {
    fields: Vec<(Option<Column>, Content)>,
    text: Option<Span>,
    /// Labels behind the text; part of it where more text follows.
    behind: Vec<Labelled>,
}

impl Gathering {
    /// Takes a line with the labels that stand on it.
    fn take(&mut self, source: &Source, line: Span, labels: &[Labelled], has_text_label: bool) {
        // Blank lines and rulers count only where text follows.
        if is_ruler_line(source.slice(line)) {
            return;
        }
        if labels.is_empty() {
            self.take_plain(line, has_text_label);
        }
        for labelled in labels {
            if self.text.is_some() {
                self.behind.push(*labelled);
            } else if labelled.column == Some(Column::Text) {
                self.text = Some(labelled.value);
            } else {
                self.fields.push((labelled.column, vec![labelled.value]));
            }
        }
    }

    /// Whether these labels are a headline's although the record has its headline and text: the next one lacks the
    /// field that the first one began with.
    fn is_headed_again(&self, labels: &[Labelled]) -> bool {
        let is_headline =
            |column: Option<Column>| matches!(column, Some(Column::Headline | Column::Kicker));
        let is_headed = self.fields.iter().any(|(column, _)| is_headline(*column));
        let first = labels.first();
        is_headed && self.text.is_some() && first.is_some_and(|label| is_headline(label.column))
    }

    /// Takes a line without labels: more text, or more of the last field.
    fn take_plain(&mut self, line: Span, has_text_label: bool) {
        if let Some(text) = &mut self.text {
            text.end = line.end;
            self.behind.clear();
        } else if let Some((_, content)) = self.fields.last_mut().filter(|_| has_text_label) {
            match content.last_mut() {
                Some(last) => last.end = line.end,
                None => content.push(line),
            }
        } else {
            self.text = Some(line);
        }
    }

    fn finish(mut self) -> Vec<(Option<Column>, Content)> {
        for labelled in self.behind {
            self.fields.push((labelled.column, vec![labelled.value]));
        }
        let text = self.text.map(|span| (Some(Column::Text), vec![span]));
        self.fields.extend(text);
        self.fields
    }
}

/// Whether a line is a ruler, such as separates records.
fn is_ruler_line(line: &str) -> bool {
    line.trim().chars().all(is_ruler)
}

fn is_ruler(character: char) -> bool {
    matches!(
        character,
        '-' | '=' | '*' | '_' | '~' | '─' | '━' | '—' | '＝' | '－' | '…'
    )
}
