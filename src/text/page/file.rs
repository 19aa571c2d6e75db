//! Reading a file: as one page where it is one, else part by part.
//!
//! Each part is copied out ([`super::extract`]) and read by a reader of its own, so that a page reads the same whether
//! it comes alone or among others; then it is put back to its places in the file.

use super::KnownWords;
use super::decision::{Answer, BreakAnswer, Decision};
use super::extract::{Extract, Places};
use super::model::{Article, Interleaving, Page, Rule, Sheet};
use super::reader::Part;
use super::reason::Reason;
use super::record::{Record, Records};
use super::single::{PageReader, PageStep};
use crate::text::arrange::Arrange;
use crate::text::source::{Source, Span};

/// About how many bytes one step looks at.
const STEP_BYTES: usize = 64 * 1024;
/// A step of a part costs as much as this many bytes at least.
const PART_BYTES: usize = 256;

/// Reads a file in steps, so that a worker can answer in between.
#[derive(Debug)]
pub struct Reader {
    work: Work,
    done: u32,
    total: u32,
}

/// What a step of reading led to.
#[derive(Debug)]
pub enum Step {
    /// There is more to do: so much of so much, in about equal parts of work.
    Working {
        /// Parts done.
        done: u32,
        /// Parts in all; 0 for an empty text.
        total: u32,
    },
    /// The file is read. Further steps give an empty page.
    Done(Box<Page>),
}

#[derive(Debug)]
enum Work {
    /// The file as one page.
    Whole(PageReader),
    /// The parts of the file.
    Parts(Box<Parts>),
    Finished,
}

impl Reader {
    /// Begins to read a source; looks at its beginning only.
    pub fn new(source: &Source) -> Self {
        let steps = source.text().len() / STEP_BYTES + 1;
        let work = match Records::found(source) {
            Some(records) => Work::Parts(Box::new(Parts::new(Plan::Records(records)))),
            None => Work::Whole(PageReader::new(Part::File)),
        };
        Self {
            work,
            done: 0,
            // Scanning, labelling, joining and printing each pass over the source once.
            total: u32::try_from(4 * steps).unwrap_or(u32::MAX),
        }
    }

    /// Does a bounded piece of work: at most about 64 KiB of source. Every step must get the same source.
    pub fn step(&mut self, source: &Source, known: &dyn KnownWords) -> Step {
        let mut done = self.done + 1;
        self.work = match std::mem::replace(&mut self.work, Work::Finished) {
            Work::Whole(mut reader) => match reader.step(source, known) {
                PageStep::Working => Work::Whole(reader),
                PageStep::Done(page) => return Step::Done(page),
                PageStep::Sheets(starts) => {
                    Work::Parts(Box::new(Parts::new(Plan::sheets(source, starts))))
                }
            },
            Work::Parts(mut parts) => {
                if let Some(page) = parts.step(source, known) {
                    return Step::Done(page);
                }
                done = parts.share(source, self.total);
                Work::Parts(parts)
            }
            Work::Finished => return Step::Done(Box::default()),
        };
        self.done = done.max(self.done).min(self.total.saturating_sub(1));
        Step::Working {
            done: self.done,
            total: self.total,
        }
    }
}

/// Which parts a file has.
#[derive(Debug)]
enum Plan {
    /// Newspaper pages.
    Sheets(std::vec::IntoIter<Span>),
    /// Articles with their facts.
    Records(Records),
}

impl Plan {
    fn sheets(source: &Source, starts: Vec<u32>) -> Self {
        let length = u32::try_from(source.text().len()).unwrap_or(u32::MAX);
        let ends = starts.iter().skip(1).copied().chain([length]);
        let spans = starts.iter().zip(ends);
        let sheets: Vec<Span> = spans.map(|(&start, end)| Span { start, end }).collect();
        Self::Sheets(sheets.into_iter())
    }

    /// The next part, and the byte at which it ends.
    fn next(&mut self, source: &Source) -> Option<(Reading, u32)> {
        match self {
            Self::Sheets(sheets) => {
                let span = sheets.next()?;
                let reading = Reading::new(
                    Extract::of(source, span),
                    Part::Sheet,
                    What::Sheet(span.start),
                );
                Some((reading, span.end))
            }
            Self::Records(records) => {
                let (record, end) = records.next(source)?;
                let part = Part::Record(record.published(source));
                let text = record.text(source);
                Some((
                    Reading::new(text, part, What::Record(Box::new(record))),
                    end,
                ))
            }
        }
    }
}

/// What a part is.
#[derive(Debug)]
enum What {
    /// A newspaper page that begins at this byte.
    Sheet(u32),
    /// An article with what its record says of it.
    Record(Box<Record>),
}

/// A part being read.
#[derive(Debug)]
struct Reading {
    copy: Source,
    places: Places,
    reader: PageReader,
    what: What,
}

impl Reading {
    fn new(extract: Extract, part: Part, what: What) -> Self {
        let (copy, places) = extract.finish();
        Self {
            copy,
            places,
            reader: PageReader::new(part),
            what,
        }
    }
}

/// The parts of a file, read one after another.
#[derive(Debug)]
struct Parts {
    plan: Plan,
    reading: Option<Box<Reading>>,
    page: Box<Page>,
    /// Where the part in work ends.
    end: u32,
    /// Where the text that was read so far ends; `None` before the first.
    read_to: Option<u32>,
}

impl Parts {
    fn new(plan: Plan) -> Self {
        Self {
            plan,
            reading: None,
            page: Box::default(),
            end: 0,
            read_to: None,
        }
    }

    /// How far it has come, of `total`.
    fn share(&self, source: &Source, total: u32) -> u32 {
        let length = source.text().len().max(1) as u64;
        u32::try_from(u64::from(total) * u64::from(self.end) / length).unwrap_or(total)
    }

    /// Reads on; the page once every part is read.
    fn step(&mut self, source: &Source, known: &dyn KnownWords) -> Option<Box<Page>> {
        let mut spent = 0;
        while spent < STEP_BYTES {
            let Some(mut reading) = self.reading.take() else {
                let Some((reading, end)) = self.plan.next(source) else {
                    return Some(self.finish(source));
                };
                spent += (end - self.end.min(end)) as usize + PART_BYTES;
                self.reading = Some(Box::new(reading));
                self.end = end;
                continue;
            };
            spent += reading.copy.text().len().min(STEP_BYTES) + PART_BYTES;
            match reading.reader.step(&reading.copy, known) {
                PageStep::Done(mut page) => {
                    reading.places.restore(&mut page);
                    self.add(source, reading.what, *page);
                }
                PageStep::Working | PageStep::Sheets(_) => self.reading = Some(reading),
            }
        }
        None
    }

    /// Adds a part that was read.
    fn add(&mut self, source: &Source, what: What, mut part: Page) {
        let page = &mut self.page;
        match what {
            What::Sheet(start) => {
                let number = u32::try_from(page.sheets.len()).unwrap_or(u32::MAX);
                for article in &mut part.articles {
                    article.sheet = number;
                }
                page.sheets.push(Sheet {
                    start,
                    metadata: std::mem::take(&mut part.metadata),
                });
            }
            What::Record(record) => record.complete(source, &mut part),
        }
        if let Some(read) = extent(&part) {
            let border = self.read_to.map(|end| border(end, read.start));
            page.decisions.extend(border);
            self.read_to = self.read_to.max(Some(read.end));
        }
        page.articles.append(&mut part.articles);
        page.removed.append(&mut part.removed);
        page.columns.append(&mut part.columns);
        page.decisions.append(&mut part.decisions);
        page.interleaving = joined(page.interleaving, part.interleaving);
    }

    fn finish(&mut self, source: &Source) -> Box<Page> {
        let mut page = std::mem::take(&mut self.page);
        if let Some(first) = page.sheets.first() {
            page.metadata = first.metadata.clone();
        }
        if let Plan::Records(records) = &self.plan {
            page.removed.extend(records.before(source));
        }
        // Something that prints nothing may stand behind the last character of a part, where its border begins.
        page.decisions.arrange_by_key(|decision| decision.place);
        page.removed
            .arrange_by_key(|unit| unit.printed.pieces.first().map_or(0, |piece| piece.start));
        page
    }
}

/// The line break between what was read of a file, which ends here, and its next part: a border, and no guess.
fn border(end: u32, start: u32) -> Decision {
    Decision {
        place: Span {
            start: end,
            end: start,
        },
        answer: Answer::Break(BreakAnswer::Unit),
        reason: Reason::ByRule,
        confidence: 100,
    }
}

/// From the first to the last character that a page prints; `None` where it prints nothing.
fn extent(page: &Page) -> Option<Span> {
    let whole = |one: Span, other: Span| Span {
        start: one.start.min(other.start),
        end: one.end.max(other.end),
    };
    pieces(page).reduce(whole)
}

/// The pieces of all units of a page that print.
fn pieces(page: &Page) -> impl Iterator<Item = Span> + '_ {
    let units = page.articles.iter().flat_map(Article::units);
    let printing = page
        .removed
        .iter()
        .filter(|unit| unit.rule != Rule::Invisible);
    let removed = printing.map(|unit| &unit.printed);
    units
        .chain(removed)
        .flat_map(|printed| printed.pieces.iter().copied())
}

/// What is said of two parts together: that lines of columns alternate weighs more than that columns were taken apart,
/// as it is to be checked.
fn joined(one: Option<Interleaving>, other: Option<Interleaving>) -> Option<Interleaving> {
    match (one, other) {
        (Some(Interleaving::Suspected), _) | (_, Some(Interleaving::Suspected)) => {
            Some(Interleaving::Suspected)
        }
        (one, other) => one.or(other),
    }
}
