//! Reading one page, with its columns taken apart where they stand side by side.

use super::KnownWords;
use super::disentangle::Disentangling;
use super::extract::Places;
use super::model::{Interleaving, Page};
use super::reader::{Part, SheetReader, SheetStep};
use crate::text::source::Source;

/// Reads one page in steps, or says that the text holds several.
#[derive(Debug)]
pub struct PageReader {
    work: Work,
}

/// What a step of reading one page led to.
#[derive(Debug)]
pub enum PageStep {
    /// There is more to do.
    Working,
    /// The page is read.
    Done(Box<Page>),
    /// The text holds several newspaper pages, which begin at these bytes.
    Sheets(Vec<u32>),
}

#[derive(Debug)]
enum Work {
    /// The text as it stands.
    AsItStands(Box<SheetReader>),
    /// The columns are being taken apart.
    Disentangling(Box<Disentangling>),
    /// The columns, one after another.
    Columns(Box<(Source, Places, SheetReader)>),
    Finished,
}

impl PageReader {
    /// Begins to read a text.
    pub fn new(part: Part) -> Self {
        Self {
            work: Work::AsItStands(Box::new(SheetReader::new(part))),
        }
    }

    /// Does a bounded piece of work. Every step must get the same source; those behind the end give an empty page.
    pub fn step(&mut self, source: &Source, known: &dyn KnownWords) -> PageStep {
        self.work = match std::mem::replace(&mut self.work, Work::Finished) {
            Work::AsItStands(mut reader) => match reader.step(source, known) {
                SheetStep::Working => Work::AsItStands(reader),
                SheetStep::Done(page) => return PageStep::Done(page),
                SheetStep::Sheets(starts) => return PageStep::Sheets(starts),
                SheetStep::SideBySide => Work::Disentangling(Box::default()),
            },
            Work::Disentangling(mut disentangling) => {
                if !disentangling.step(source) {
                    Work::Disentangling(disentangling)
                } else if let Some(extract) = disentangling.finish() {
                    let (copy, places) = extract.finish();
                    Work::Columns(Box::new((copy, places, SheetReader::new(Part::Columns))))
                } else {
                    Work::AsItStands(Box::new(SheetReader::new(Part::Columns)))
                }
            }
            Work::Columns(mut columns) => {
                let (copy, places, reader) = columns.as_mut();
                match reader.step(copy, known) {
                    SheetStep::Done(mut page) => {
                        places.restore(&mut page);
                        page.columns = places.stretches();
                        page.interleaving = Some(Interleaving::TakenApart);
                        return PageStep::Done(page);
                    }
                    _ => Work::Columns(columns),
                }
            }
            Work::Finished => return PageStep::Done(Box::default()),
        };
        PageStep::Working
    }
}
