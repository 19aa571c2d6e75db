//! What the ends of a draft tell: who signs above, in the dateline and below.

use super::article::Draft;
use super::dateline;
use super::line::head;
use super::model::ParagraphKind;
use crate::text::source::{Source, Span};

/// How many bytes of a beginning are looked at for a dateline.
const LEAD_BYTES: usize = 240;

/// What the ends of a draft tell.
#[derive(Debug, Clone, Copy)]
pub struct Signs {
    /// Two different persons sign.
    pub is_two: bool,
    /// It ends as a notice does.
    pub is_notice: bool,
    /// It begins as a report does.
    pub is_report: bool,
    /// The report of an agency, which is short and hardly ever signed at its end.
    pub is_agency: bool,
    /// A report that names its reporters in the dateline, and so has no byline at its end.
    pub is_named: bool,
    /// An agency's report under which reporters sign that are not the agency's.
    pub is_mixed: bool,
    /// One byline at the end, and it is no agency's report: nothing hints at a second article.
    pub is_closed: bool,
}

impl Signs {
    /// Looks at a draft's first paragraph, its bylines and its sign-off.
    pub fn of(source: &Source, draft: &Draft) -> Self {
        let start = first_body(draft).map_or(0, |span| span.start);
        let lead = lead(source, draft);
        let dateline = dateline::at_start(lead);
        let mut above: Vec<&str> = Vec::new();
        let mut below: Vec<&str> = Vec::new();
        for byline in &draft.bylines {
            let side = if byline.span.start < start {
                &mut above
            } else {
                &mut below
            };
            side.extend(byline.names.iter().map(String::as_str));
        }
        let in_dateline = dateline
            .as_ref()
            .map_or(&[][..], |dateline| &dateline.names);
        above.extend(in_dateline.iter().map(String::as_str));
        let is_signed = draft.bylines.iter().any(|byline| byline.span.start > start);
        let is_signed_by_agency = draft.bylines.iter().any(|byline| {
            byline.span.start > start
                && head(source, byline.span, LEAD_BYTES).contains(['社', '据'])
        });
        let is_agency = (dateline.as_ref())
            .is_some_and(|dateline| lead.get(..dateline.bytes).unwrap_or("").contains('社'));
        let is_two =
            !above.is_empty() && is_signed && !below.iter().any(|name| above.contains(name));
        Self {
            is_two,
            is_notice: !draft.signature.is_empty(),
            is_report: dateline.is_some(),
            is_agency,
            is_mixed: is_agency && is_signed && !is_signed_by_agency && !is_two,
            is_named: !is_signed && !in_dateline.is_empty(),
            is_closed: is_signed && !is_two && !is_agency,
        }
    }
}

/// Whether a draft needs no byline behind it: its dateline names the reporters, or the agency from which it comes.
pub fn is_complete(source: &Source, draft: &Draft) -> bool {
    let lead = lead(source, draft);
    dateline::at_start(lead).is_some_and(|dateline| {
        !dateline.names.is_empty() || lead.get(..dateline.bytes).unwrap_or("").contains('社')
    })
}

/// The first paragraph of running text; captions may stand before it.
fn first_body(draft: &Draft) -> Option<Span> {
    let mut paragraphs = draft.paragraphs.iter();
    let body = paragraphs.find(|(_, kind)| *kind == ParagraphKind::Body);
    body.or_else(|| draft.paragraphs.first())
        .map(|(span, _)| *span)
}

/// How the running text of a draft begins.
fn lead<'page>(source: &'page Source, draft: &Draft) -> &'page str {
    let lead = first_body(draft).map_or("", |span| head(source, span, LEAD_BYTES));
    lead.strip_prefix("**").unwrap_or(lead)
}
