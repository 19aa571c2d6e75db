//! Reading the lines of one page in steps.

use super::KnownWords;
use super::article::ArticleBuilder;
use super::assemble::{Assembler, Given};
use super::date::Date;
use super::habits::Habits;
use super::headline::HeadlineMatcher;
use super::hints::Hint;
use super::index;
use super::label::{self, Label};
use super::line::{LineScanner, Lines};
use super::lined::Lined;
use super::markup;
use super::model::{Interleaving, Page};
use super::recorder::Weighed;
use super::settle;
use super::table;
use super::unit::{self, Unit, UnitBuilder};
use super::{alternation, gutter, sheet};
use crate::text::source::{Source, Span};

/// About how many bytes of source one step looks at.
const STEP_BYTES: usize = 64 * 1024;
/// A line costs as much as this many bytes at least.
const LINE_BYTES: usize = 64;
/// How many runs of headlines are matched in one step: each is compared with a few dozen articles at most.
const RUNS_A_STEP: usize = 8;

/// What a text is to its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// A whole file, which may hold several newspaper pages.
    #[default]
    File,
    /// One newspaper page of several.
    Sheet,
    /// A page of which the columns stand one after another, perhaps because they were taken apart.
    Columns,
    /// The text of a record, published on this day.
    Record(Option<Date>),
}

/// Reads the lines of one page in steps.
#[derive(Debug)]
pub struct SheetReader {
    part: Part,
    phase: Phase,
}

/// What a step of reading led to.
#[derive(Debug)]
pub enum SheetStep {
    /// There is more to do.
    Working,
    /// The page is read. Further steps give an empty page.
    Done(Box<Page>),
    /// The text holds several newspaper pages, which begin at these bytes.
    Sheets(Vec<u32>),
    /// Columns may stand side by side.
    SideBySide,
}

/// The stages of reading; each takes over what the one before it found.
#[derive(Debug)]
enum Phase {
    Scan(LineScanner),
    Label(Labelling),
    Join(Labelling, UnitBuilder),
    Gather(Labelling, std::vec::IntoIter<Unit>, Box<ArticleBuilder>),
    Match(Labelling, Box<ArticleBuilder>, HeadlineMatcher, u32),
    Print(Box<Assembler>),
    /// It is to be read otherwise.
    Apart(SheetStep),
    Finished,
}

/// Lines, and what is known of each.
#[derive(Debug, Default)]
struct Labelling {
    part: Part,
    found: Lines,
    labels: Vec<Label>,
    ends: Vec<bool>,
    markup: Vec<Span>,
    /// Lines of running text that are long, and those of them that end with a sentence.
    long: (usize, usize),
    has_notice_title: bool,
    is_newspaper: bool,
    habits: Habits,
    /// The line breaks, once lines are joined.
    breaks: Vec<Weighed>,
    interleaving: Option<Interleaving>,
}

impl SheetReader {
    /// Begins to read a text.
    pub fn new(part: Part) -> Self {
        Self {
            part,
            phase: Phase::Scan(LineScanner::default()),
        }
    }

    /// Does a bounded piece of work: at most about 64 KiB of source. Every step must get the same source.
    pub fn step(&mut self, source: &Source, known: &dyn KnownWords) -> SheetStep {
        let phase = std::mem::replace(&mut self.phase, Phase::Finished);
        self.phase = match phase {
            Phase::Scan(scanner) => scan(scanner, source, self.part),
            Phase::Label(labelling) => labelling.step(source, known),
            Phase::Join(labelling, builder) => join(labelling, builder, source, known),
            Phase::Gather(labelling, units, builder) => gather(labelling, units, builder, source),
            Phase::Match(labelling, builder, matcher, rounds) => {
                matching(labelling, builder, matcher, source, rounds)
            }
            Phase::Print(assembler) => match assembler.step(source, STEP_BYTES) {
                Ok(page) => return SheetStep::Done(page),
                Err(assembler) => Phase::Print(assembler),
            },
            Phase::Apart(found) => return found,
            Phase::Finished => return SheetStep::Done(Box::default()),
        };
        SheetStep::Working
    }
}

fn scan(mut scanner: LineScanner, source: &Source, part: Part) -> Phase {
    if !scanner.scan(source, STEP_BYTES) {
        return Phase::Scan(scanner);
    }
    Phase::Label(Labelling {
        part,
        found: scanner.finish(),
        ..Labelling::default()
    })
}

impl Labelling {
    fn step(mut self, source: &Source, known: &dyn KnownWords) -> Phase {
        let mut spent = 0;
        while spent < STEP_BYTES {
            let index = self.labels.len();
            let Some(line) = self.found.lines.get(index) else {
                return self.settle(source, known);
            };
            spent += line.span.len().min(STEP_BYTES) + LINE_BYTES;
            let (label, mark) = label::judge(source, &mut self.found.lines, index);
            self.markup.extend(mark);
            self.note(source, label, index);
            self.labels.push(label);
        }
        Phase::Label(self)
    }

    /// Counts what tells of the text as a whole, and finds the markup inside a line.
    fn note(&mut self, source: &Source, label: Label, index: usize) {
        let Some(line) = self.found.lines.get(index) else {
            return;
        };
        if label != Label::Markup && line.hints.may_be(Hint::Markup) {
            self.markup.extend(markup::inside(
                source.slice(line.span),
                line.span.start as usize,
            ));
        }
        if label == Label::Text && line.width >= 60 {
            self.long.0 += 1;
            self.long.1 += usize::from(line.ends_sentence());
        }
        self.ends.push(unit::ends_unit(source, line));
        self.has_notice_title |= label::is_notice_title(source, line);
    }

    fn settle(mut self, source: &Source, known: &dyn KnownWords) -> Phase {
        self.is_newspaper = self.shows_newspaper(source);
        if self.is_newspaper {
            settle::settle_advertisements(source, &self.found.lines, &mut self.labels);
            settle::settle_salutations(source, &self.found.lines, &mut self.labels);
            settle::settle_broken_bylines(source, &self.found.lines, &mut self.labels);
            settle::settle_captions(source, &self.found.lines, &mut self.labels);
            index::settle_indexes(source, &self.found.lines, &mut self.labels);
            table::settle_tables(source, &self.found.lines, &mut self.labels);
        }
        settle::settle_imprints(source, &self.found.lines, &mut self.labels);
        settle::settle_folio_dates(&self.found.lines, &mut self.labels);
        if let Some(found) = self.is_arranged_otherwise(source, known) {
            return Phase::Apart(found);
        }
        if !self.is_newspaper {
            label::take_back(&mut self.labels);
            self.ends.clear();
        }
        self.habits = Habits::of(&self.found.lines, &self.labels);
        Phase::Join(self, UnitBuilder::default())
    }

    /// Looks for what stands otherwise than the articles of one page one after another.
    fn is_arranged_otherwise(
        &mut self,
        source: &Source,
        known: &dyn KnownWords,
    ) -> Option<SheetStep> {
        if matches!(self.part, Part::Record(_)) {
            self.is_newspaper = true;
            label::keep_article_labels(&mut self.labels);
            return None;
        }
        let lines = &self.found.lines;
        if self.part == Part::File && self.is_newspaper {
            let starts = sheet::starts(source, lines, &self.labels);
            if !starts.is_empty() {
                return Some(SheetStep::Sheets(starts));
            }
        }
        if self.part != Part::Columns && gutter::may_stand_side_by_side(lines) {
            return Some(SheetStep::SideBySide);
        }
        if self.is_newspaper {
            sheet::settle_page_marks(source, lines, &mut self.labels);
            self.interleaving = alternation::suspected(source, lines, &self.labels, known);
        }
        None
    }

    fn lined<'page>(&'page self, source: &'page Source) -> Lined<'page> {
        Lined {
            source,
            lines: &self.found.lines,
            labels: &self.labels,
            ends: &self.ends,
            is_newspaper: self.is_newspaper,
            long_lines_end: 2 * self.long.1 > self.long.0,
            habits: self.habits,
        }
    }

    fn shows_newspaper(&self, source: &Source) -> bool {
        let is_notice = self.has_notice_title && self.labels.contains(&Label::FullDate);
        is_notice || label::show_newspaper(source, &self.found.lines, &self.labels, &self.ends)
    }
}

fn join(
    mut labelling: Labelling,
    mut builder: UnitBuilder,
    source: &Source,
    known: &dyn KnownWords,
) -> Phase {
    let mut spent = 0;
    while spent < STEP_BYTES {
        match builder.step(labelling.lined(source), known) {
            Some(bytes) => spent += bytes + LINE_BYTES,
            None => {
                labelling.breaks = std::mem::take(&mut builder.breaks);
                let articles = ArticleBuilder::new(labelling.is_newspaper);
                return Phase::Gather(labelling, builder.units.into_iter(), Box::new(articles));
            }
        }
    }
    Phase::Join(labelling, builder)
}

fn gather(
    labelling: Labelling,
    mut units: std::vec::IntoIter<Unit>,
    mut builder: Box<ArticleBuilder>,
    source: &Source,
) -> Phase {
    for _ in 0..STEP_BYTES / LINE_BYTES {
        match units.next() {
            Some(unit) => builder.push(source, unit),
            None => {
                builder.finish();
                return Phase::Match(labelling, builder, HeadlineMatcher::default(), 0);
            }
        }
    }
    Phase::Gather(labelling, units, builder)
}

/// How often drafts that hold two articles are divided, and headlines matched anew.
const MOST_ROUNDS: u32 = 3;

fn matching(
    labelling: Labelling,
    mut builder: Box<ArticleBuilder>,
    mut matcher: HeadlineMatcher,
    source: &Source,
    rounds: u32,
) -> Phase {
    if (0..RUNS_A_STEP).all(|_| matcher.step(source, &builder.runs, &builder.drafts)) {
        return Phase::Match(labelling, builder, matcher, rounds);
    }
    let claimed = matcher.claimed(builder.drafts.len());
    if builder.is_newspaper && rounds < MOST_ROUNDS && builder.divide(source, &claimed) {
        return Phase::Match(labelling, builder, HeadlineMatcher::default(), rounds + 1);
    }
    let matched = matcher.finish(&builder.runs, builder.drafts.len());
    let given = Given {
        published: match labelling.part {
            Part::Record(published) => published,
            _ => None,
        },
        interleaving: labelling.interleaving,
    };
    Phase::Print(Box::new(Assembler::new(
        source,
        *builder,
        matched,
        labelling.found.invisible,
        labelling.markup,
        labelling.breaks,
        given,
    )))
}
