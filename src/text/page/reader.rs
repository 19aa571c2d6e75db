//! Reading a page in steps.

use super::KnownWords;
use super::article::ArticleBuilder;
use super::assemble::Assembler;
use super::headline::HeadlineMatcher;
use super::label::{self, Label};
use super::line::{LineScanner, Lines};
use super::markup;
use super::model::Page;
use super::unit::{self, Lined, Unit, UnitBuilder};
use crate::text::source::{Source, Span};

/// About how many bytes of source one step looks at.
const STEP_BYTES: usize = 64 * 1024;
/// A line costs as much as this many bytes at least.
const LINE_BYTES: usize = 64;
/// How many runs of headlines are matched in one step: each is compared with a few dozen articles at most.
const RUNS_A_STEP: usize = 8;

/// Reads a page in steps, so that a worker can answer in between.
#[derive(Debug)]
pub struct Reader {
    phase: Phase,
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
    /// The page is read. Further steps give an empty page.
    Done(Box<Page>),
}

/// The stages of reading; each takes over what the one before it found.
#[derive(Debug)]
enum Phase {
    Scan(LineScanner),
    Label(Labelling),
    Join(Labelling, UnitBuilder),
    Gather(Labelling, std::vec::IntoIter<Unit>, Box<ArticleBuilder>),
    Match(Labelling, Box<ArticleBuilder>, HeadlineMatcher),
    Print(Box<Assembler>),
    Finished,
}

/// Lines, and what is known of each.
#[derive(Debug, Default)]
struct Labelling {
    found: Lines,
    labels: Vec<Label>,
    ends: Vec<bool>,
    markup: Vec<Span>,
    /// Lines of running text that are long, and those of them that end with a sentence.
    long: (usize, usize),
    has_notice_title: bool,
    is_newspaper: bool,
}

impl Reader {
    /// Begins to read a source.
    pub fn new(source: &Source) -> Self {
        let steps = source.text().len() / STEP_BYTES + 1;
        Self {
            phase: Phase::Scan(LineScanner::default()),
            done: 0,
            // Scanning, labelling, joining and printing each pass over the source once.
            total: u32::try_from(4 * steps).unwrap_or(u32::MAX),
        }
    }

    /// Does a bounded piece of work: at most about 64 KiB of source. Every step must get the same source.
    pub fn step(&mut self, source: &Source, known: &dyn KnownWords) -> Step {
        let phase = std::mem::replace(&mut self.phase, Phase::Finished);
        self.phase = match phase {
            Phase::Scan(scanner) => scan(scanner, source),
            Phase::Label(labelling) => labelling.step(source),
            Phase::Join(labelling, builder) => join(labelling, builder, source, known),
            Phase::Gather(labelling, units, builder) => gather(labelling, units, builder, source),
            Phase::Match(labelling, builder, matcher) => {
                matching(labelling, builder, matcher, source)
            }
            Phase::Print(assembler) => match assembler.step(source, STEP_BYTES) {
                Ok(page) => return Step::Done(page),
                Err(assembler) => Phase::Print(assembler),
            },
            Phase::Finished => return Step::Done(Box::default()),
        };
        self.done = (self.done + 1).min(self.total.saturating_sub(1));
        Step::Working {
            done: self.done,
            total: self.total,
        }
    }
}

fn scan(mut scanner: LineScanner, source: &Source) -> Phase {
    if !scanner.scan(source, STEP_BYTES) {
        return Phase::Scan(scanner);
    }
    Phase::Label(Labelling {
        found: scanner.finish(),
        ..Labelling::default()
    })
}

impl Labelling {
    fn step(mut self, source: &Source) -> Phase {
        let mut spent = 0;
        while spent < STEP_BYTES {
            let index = self.labels.len();
            let Some(line) = self.found.lines.get(index) else {
                return self.settle(source);
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
        if label != Label::Markup {
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

    fn settle(mut self, source: &Source) -> Phase {
        self.is_newspaper = self.shows_newspaper(source);
        label::settle_imprints(source, &self.found.lines, &mut self.labels);
        label::settle_leading_dates(&mut self.labels);
        if !self.is_newspaper {
            label::take_back(&mut self.labels);
            self.ends.clear();
        }
        Phase::Join(self, UnitBuilder::default())
    }

    fn lined<'page>(&'page self, source: &'page Source) -> Lined<'page> {
        Lined {
            source,
            lines: &self.found.lines,
            labels: &self.labels,
            ends: &self.ends,
            is_newspaper: self.is_newspaper,
            long_lines_end: 2 * self.long.1 > self.long.0,
        }
    }

    fn shows_newspaper(&self, source: &Source) -> bool {
        let is_notice = self.has_notice_title && self.labels.contains(&Label::FullDate);
        is_notice || label::show_newspaper(source, &self.found.lines, &self.labels, &self.ends)
    }
}

fn join(
    labelling: Labelling,
    mut builder: UnitBuilder,
    source: &Source,
    known: &dyn KnownWords,
) -> Phase {
    let mut spent = 0;
    while spent < STEP_BYTES {
        match builder.step(labelling.lined(source), known) {
            Some(bytes) => spent += bytes + LINE_BYTES,
            None => {
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
                return Phase::Match(labelling, builder, HeadlineMatcher::default());
            }
        }
    }
    Phase::Gather(labelling, units, builder)
}

fn matching(
    labelling: Labelling,
    builder: Box<ArticleBuilder>,
    mut matcher: HeadlineMatcher,
    source: &Source,
) -> Phase {
    if (0..RUNS_A_STEP).all(|_| matcher.step(source, &builder.runs, &builder.drafts)) {
        return Phase::Match(labelling, builder, matcher);
    }
    let matched = matcher.finish(&builder.runs, builder.drafts.len());
    Phase::Print(Box::new(Assembler::new(
        source,
        *builder,
        matched,
        labelling.found.invisible,
        labelling.markup,
    )))
}
