//! The markup of one part, read in steps: elements by their local names, whatever prefix a program writes.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::WorkbookError;

/// What takes the elements of a part as they come.
pub trait Elements {
    /// An element opens.
    fn start(&mut self, name: &str, element: &Element<'_>) -> Result<(), WorkbookError>;
    /// Characters stand in the element that opened last; in one or several pieces.
    fn text(&mut self, _text: &str) -> Result<(), WorkbookError> {
        Ok(())
    }
    /// An element closes.
    fn end(&mut self, _name: &str) -> Result<(), WorkbookError> {
        Ok(())
    }
}

/// An element that opens.
pub struct Element<'e>(&'e BytesStart<'e>);

impl<'e> Element<'e> {
    /// The value of an attribute, by its local name.
    pub fn attribute(&self, name: &str) -> Option<Cow<'e, str>> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref() == name)?;
        let plain = unescape(&found.value).map(Cow::into_owned);
        Some(plain.map_or(found.value, Cow::Owned))
    }

    /// Whether an attribute is set to true.
    pub fn is_true(&self, name: &str) -> bool {
        matches!(self.attribute(name).as_deref(), Some("1" | "true" | "on"))
    }
}

/// The markup of a part, and how far it was read.
#[derive(Debug)]
pub struct Markup {
    text: String,
    at: usize,
    /// How many elements are open.
    depth: usize,
}

impl Markup {
    /// The markup in the bytes of a part: UTF-8, or UTF-16 with a byte order mark.
    ///
    /// # Errors
    ///
    /// The bytes are no such text.
    pub fn new(bytes: Vec<u8>) -> Result<Self, WorkbookError> {
        let text = match encoding_rs::Encoding::for_bom(&bytes) {
            Some((encoding, _)) if encoding != encoding_rs::UTF_8 => {
                encoding.decode(&bytes).0.into_owned()
            }
            _ => String::from_utf8(bytes).map_err(|_| WorkbookError::Broken)?,
        };
        Ok(Self {
            text,
            at: 0,
            depth: 0,
        })
    }

    /// Hands over the next elements, in about so many bytes of markup; true once all are read.
    ///
    /// # Errors
    ///
    /// The markup is damaged or cut off, or who takes it finds an error.
    pub fn read(&mut self, taker: &mut dyn Elements, bytes: usize) -> Result<bool, WorkbookError> {
        let rest = self.text.get(self.at..).unwrap_or("");
        let mut reader = Reader::from_str(rest);
        // Each call begins in the middle, behind elements that it has not seen opened.
        reader.config_mut().allow_unmatched_ends = true;
        reader.config_mut().check_end_names = false;
        let mut read = 0;
        while read < bytes {
            match reader.read_event().map_err(|_| WorkbookError::Broken)? {
                Event::Start(start) => {
                    self.depth += 1;
                    taker.start(start.local_name().as_ref(), &Element(&start))?;
                }
                Event::Empty(start) => {
                    taker.start(start.local_name().as_ref(), &Element(&start))?;
                    taker.end(start.local_name().as_ref())?;
                }
                Event::End(end) => {
                    self.depth = self.depth.checked_sub(1).ok_or(WorkbookError::Broken)?;
                    taker.end(end.local_name().as_ref())?;
                }
                Event::Text(text) => taker.text(&text)?,
                Event::CData(text) => taker.text(&text)?,
                Event::GeneralRef(reference) => take_reference(taker, &reference)?,
                Event::Eof if self.depth > 0 => return Err(WorkbookError::Broken),
                Event::Eof => return Ok(true),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
            read = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        }
        self.at += read;
        Ok(false)
    }
}

/// `&amp;`, `&#20013;` and the like; a reference that is not known stays as it is written.
fn take_reference(taker: &mut dyn Elements, reference: &BytesRef<'_>) -> Result<(), WorkbookError> {
    let written = format!("&{};", &**reference);
    taker.text(unescape(&written).as_deref().unwrap_or(&written))
}
