//! What a line is when it is a unit by itself or begins one, judged alone and then among its neighbours.

use super::hints::{Hint, Hints};
use super::line::{Line, head, tail};
use super::pattern::pattern;
use super::tally::Tally;
use super::{advertisement, byline, character, date, dateline, furniture, markup};
use crate::text::source::{Source, Span};

pattern!(
    /// The end of a notice's title.
    NOTICE_TITLE,
    r"(?:通告|公告|通知|通报|启事|公示|声明|决定|倡议书|公开信)$"
);

/// What is known of a line before lines are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Label {
    /// Running text, or a headline.
    #[default]
    Text,
    /// Begins with a dateline.
    Dateline,
    /// Addresses those whom a document is for, and so begins one.
    Salutation,
    /// A Markdown heading, without its marks.
    Heading,
    /// A row of a table.
    TableRow,
    /// Begins a picture's caption.
    Caption,
    /// A line of a caption that goes on from the line before: the photographer's credit.
    CaptionGoesOn,
    /// A byline as a whole.
    Byline,
    /// The end of a byline that begins behind the last sentence, on the line before.
    BylineGoesOn,
    /// A full date and nothing else.
    FullDate,
    /// A jump to or from another page.
    Jump,
    /// Markup and nothing else.
    Markup,
    /// A newspaper's name.
    Nameplate,
    /// A folio line.
    Folio,
    /// A line of an imprint: certain by its words.
    Imprint,
    /// Perhaps a line of an imprint; becomes one or text by its neighbours.
    PerhapsImprint,
    /// Page staff.
    Staff,
    /// Web site around an e-paper.
    Site,
    /// References to other pages.
    Index,
    /// An advertisement, or the head of some.
    Advertisement,
    /// A line of an advertisement that goes on from the line before.
    AdvertisementGoesOn,
}

impl Label {
    /// Whether such a line is set aside as a whole.
    pub fn is_set_aside(self) -> bool {
        matches!(
            self,
            Self::Jump
                | Self::Markup
                | Self::Nameplate
                | Self::Folio
                | Self::Imprint
                | Self::Staff
                | Self::Site
                | Self::Index
                | Self::Advertisement
                | Self::AdvertisementGoesOn
        )
    }

    /// Whether such a line is never joined with its neighbours.
    pub fn is_own_unit(self) -> bool {
        self.is_set_aside()
            || matches!(
                self,
                Self::Heading | Self::TableRow | Self::Byline | Self::BylineGoesOn | Self::FullDate
            )
    }

    /// How much such a line shows that the text is a newspaper page: 2 shows it, 1 needs another.
    fn newspaper_evidence(self) -> u32 {
        match self {
            Self::Dateline | Self::Byline | Self::BylineGoesOn => 2,
            Self::Folio | Self::Imprint | Self::Staff | Self::Nameplate | Self::Index => 1,
            _ => 0,
        }
    }
}

/// Whether lines with these labels show that the text is a newspaper page. 作者：某某 stands in books too.
/// Lines that end with a byline count where it says 记者: a book of quotations has names at its lines' ends too.
pub fn show_newspaper(source: &Source, lines: &[Line], labels: &[Label], ends: &[bool]) -> bool {
    let says_reporter = |line: &Line| tail(source, line.span, END_BYTES).contains("记者");
    if lines
        .iter()
        .zip(ends)
        .any(|(line, ends)| *ends && says_reporter(line))
    {
        return true;
    }
    let evidence = labels.iter().zip(lines).map(|(label, line)| match label {
        Label::Byline if source.slice(line.span).starts_with("作者") => 0,
        label => label.newspaper_evidence(),
    });
    evidence
        .scan(0, |sum, more| {
            *sum += more;
            Some(*sum)
        })
        .any(|sum| sum >= 2)
}

/// Widest line, in half cells, that is judged as a unit by itself.
pub const WIDEST_UNIT: u32 = 100;
/// How many bytes of a line's ends are looked at.
pub const END_BYTES: usize = 240;

/// Judges a line by itself, and takes the marks off a Markdown heading: they are returned as markup.
pub fn judge(source: &Source, lines: &mut [Line], index: usize) -> (Label, Option<Span>) {
    let Some(line) = lines.get(index) else {
        return (Label::Text, None);
    };
    let text = head(source, line.span, END_BYTES);
    if let Some(bytes) = markup::heading(text) {
        return (Label::Heading, strip_heading(source, lines, index, bytes));
    }
    let label = if line.width <= WIDEST_UNIT {
        judge_short(markup::without_emphasis(text), line)
    } else if furniture::is_surely_imprint(text) {
        Label::PerhapsImprint
    } else if furniture::is_caption(text)
        && text.starts_with(['▲', '△', '▼', '图', '左', '右', '上', '下'])
    {
        Label::Caption
    } else if markup::is_table_row(source.slice(line.span)) {
        Label::TableRow
    } else if markup::is_whole_line(source.slice(line.span)) {
        Label::Markup
    } else {
        Label::Text
    };
    // A dateline may end its line with the reporter who goes on in the next: 据新华社北京3日电 记者
    if matches!(label, Label::Text | Label::Byline) && begins_with_dateline(source, lines, index) {
        return (Label::Dateline, None);
    }
    (label, None)
}

fn strip_heading(source: &Source, lines: &mut [Line], index: usize, bytes: usize) -> Option<Span> {
    let line = lines.get_mut(index)?;
    let start = line.span.start as usize;
    let marks = source
        .slice(line.span)
        .chars()
        .take_while(|mark| *mark == '#')
        .count();
    line.span.start += u32::try_from(bytes).ok()?;
    line.first = source.slice(line.span).chars().next()?;
    line.tally = Tally::of(line);
    Some(Span::new(start, start + marks))
}

fn judge_short(text: &str, line: &Line) -> Label {
    let may_be_imprint = line.hints.may_be(Hint::Imprint);
    let evidence = if may_be_imprint {
        furniture::imprint_evidence(text)
    } else {
        0
    };
    if evidence == 2 && !line.ends_sentence() {
        Label::Imprint
    } else if evidence > 0 {
        // A folio line may name a hotline too.
        if furniture::is_folio(text) {
            Label::Folio
        } else {
            Label::PerhapsImprint
        }
    } else if text.contains(['。', '，']) {
        // Running text; the many patterns below are for lines without its marks.
        if furniture::is_caption(text) {
            Label::Caption
        } else {
            Label::Text
        }
    } else {
        judge_unmarked(text)
    }
}

fn judge_unmarked(text: &str) -> Label {
    type Test = fn(&str) -> bool;
    let tests: [(Test, Label); 12] = [
        (markup::is_whole_line, Label::Markup),
        (markup::is_table_row, Label::TableRow),
        (|text| furniture::jump(text).is_some(), Label::Jump),
        (advertisement::is_head, Label::Advertisement),
        (furniture::is_site, Label::Site),
        (date::is_only_date, Label::FullDate),
        (furniture::is_nameplate, Label::Nameplate),
        (furniture::is_folio, Label::Folio),
        (furniture::is_staff, Label::Staff),
        (furniture::is_index, Label::Index),
        (furniture::is_credit, Label::Caption),
        (|text| byline::own_line(text).is_some(), Label::Byline),
    ];
    match tests.into_iter().find(|(holds, _)| holds(text)) {
        Some((_, label)) => label,
        None if furniture::is_caption(text) => Label::Caption,
        None => Label::Text,
    }
}

/// Whether a line begins with a dateline, which a narrow column may break.
fn begins_with_dateline(source: &Source, lines: &[Line], index: usize) -> bool {
    let Some(line) = lines.get(index) else {
        return false;
    };
    let own = head(source, line.span, END_BYTES);
    let own = own.strip_prefix("**").unwrap_or(own);
    let may_be = |hints: Hints| hints.may_be(Hint::Source) && hints.may_be(Hint::Sent);
    if may_be(line.hints) && dateline::at_start(own).is_some() {
        return true;
    }
    let may_be_broken = line.width <= 40 && own.chars().next().is_some_and(character::is_han);
    may_be_broken
        && own.starts_with(['新', '中', '本', '据'])
        && lines.get(index + 1).is_some_and(|next| {
            if !may_be(line.hints.or(next.hints)) {
                return false;
            }
            let behind = head(source, next.span, END_BYTES);
            // A headline above a dateline is no half of one: 新泵站投用 above 江城日报讯. 据 is one above 新华社电.
            let is_headline = own.trim_end() != "据" && dateline::at_start(behind).is_some();
            !is_headline && dateline::at_start(&[own, behind].concat()).is_some()
        })
}

/// Whether a line is, or ends, the title of a notice.
pub fn is_notice_title(source: &Source, line: &Line) -> bool {
    line.width <= WIDEST_UNIT
        && line.is_unmarked()
        && NOTICE_TITLE.is_match(tail(source, line.span, 24))
}

/// Takes back the labels of what stands around articles: the text of a record is the article's alone.
pub fn keep_article_labels(labels: &mut [Label]) {
    for label in labels {
        if label.is_set_aside() && !matches!(label, Label::Jump | Label::Markup) {
            *label = Label::Text;
        }
    }
}

/// Takes back the labels that only a newspaper page has.
pub fn take_back(labels: &mut [Label]) {
    for label in labels {
        if !matches!(label, Label::Heading | Label::TableRow | Label::Markup) {
            *label = Label::Text;
        }
    }
}
