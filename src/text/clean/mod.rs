//! Cleaning for the count: from the text as printed to the text as counted.
//!
//! What a person reads stays as printed. What is segmented and counted is made of it by passes, each with a switch and
//! a file of its own:
//!
//! | pass | as printed | as counted |
//! |---|---|---|
//! | [`Pass::Radicals`] | ⼈⺠ | 人民 |
//! | [`Pass::Width`] | ＧＤＰ增长５％ | GDP增长5% |
//! | [`Pass::Traditional`] | 會議 | 会议, on request only |
//! | [`Pass::LayoutSpaces`] | 7 月 3 日 | 7月3日 |
//! | [`Pass::LetterSpacing`] | 疫 情 防 控 | 疫情防控 |
//! | [`Pass::Punctuation`] | 会议,强调 | 会议，强调 |
//! | [`Pass::Variants`] | 委員 | 委员 |
//! | [`Pass::Addresses`] | www.example.com | the same, one token and no word |
//!
//! They run in this order: mended characters are what the later passes look at. Upper and lower case stay as they are.
//!
//! # The map
//!
//! A pass is a list of [`edit::Edit`]s, each of which puts one character or none in the place of some. A [`map::Map`]
//! puts the edits of all passes together: for every stretch of the counted text it knows the stretch of the printed
//! text that it stands for. Since no edit makes more than one character, no border between two tokens can fall inside
//! one.
//!
//! # Laws
//!
//! Cleaning a cleaned text changes nothing. Every printed character belongs to exactly one stretch of the map. Most
//! texts need no cleaning: [`Cleaner::clean`] finds that out in one look at each character and allocates nothing.

pub mod edit;
pub mod map;

mod address;
mod character;
mod layout;
mod letter_spacing;
mod pass;
mod punctuation;
mod radical;
mod scan;
mod table;
mod traditional;
mod variant;
mod width;

use std::ops::Range;

use self::edit::Edit;
use self::map::Map;

pub use self::character::is_private_use;
pub use self::pass::{Blanks, Pass, PassCounts, Passes};
pub use self::variant::is_traditional;

/// What hears of every change as it is made: the pass, the text that it found, and one change's edits. The edits'
/// places are those of that text; the map leads from it to the printed text.
pub trait Listener {
    /// One change: the edits of a run that belong together, or an address without an edit.
    fn changed(&mut self, pass: Pass, found: &str, change: &Change<'_>, map: &Map);
}

/// One change of a pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<'e> {
    /// The stretch of the text that the pass found, in bytes. Where blanks were taken out, the characters beside them
    /// belong to it.
    pub found: Range<usize>,
    /// The edits inside it; none for an address.
    pub edits: &'e [Edit],
}

/// Cleans one text after another and keeps its memory between them.
#[derive(Debug, Default)]
pub struct Cleaner {
    passes: Passes,
    text: String,
    found: String,
    edits: Vec<Edit>,
    map: Map,
    addresses: Vec<Range<usize>>,
    counts: PassCounts,
}

impl Cleaner {
    /// A cleaner with these passes.
    pub fn new(passes: Passes) -> Self {
        Self {
            passes,
            ..Self::default()
        }
    }

    /// The passes.
    pub fn passes(&self) -> Passes {
        self.passes
    }

    /// Cleans a text. False where nothing changes: then the text is counted as printed, and nothing else of the cleaner
    /// may be asked but the counts.
    ///
    /// Linear in the length of the text.
    pub fn clean(
        &mut self,
        printed: &str,
        blanks: Blanks,
        mut listener: Option<&mut dyn Listener>,
    ) -> bool {
        let passes = self.passes.for_blanks(blanks);
        let mut needed = scan::needed(printed, passes);
        if needed.is_empty() {
            return false;
        }
        self.text.clear();
        self.text.push_str(printed);
        self.map.clear();
        self.addresses.clear();
        for pass in Pass::ALL {
            if matches!(pass, Pass::Traditional | Pass::LayoutSpaces) && needed.mends_characters() {
                // A mended character may be one that a later pass looks for.
                needed = scan::needed(&self.text, passes);
            }
            if needed.has(pass) {
                self.run(pass, &mut listener);
            }
        }
        !self.map.is_empty() || !self.addresses.is_empty()
    }

    fn run(&mut self, pass: Pass, listener: &mut Option<&mut dyn Listener>) {
        self.edits.clear();
        match pass {
            Pass::Radicals => radical::edits(&self.text, &mut self.edits),
            Pass::Width => width::edits(&self.text, &mut self.edits),
            Pass::Traditional => traditional::edits(&self.text, &mut self.edits),
            Pass::LetterSpacing => letter_spacing::edits(&self.text, &mut self.edits),
            Pass::LayoutSpaces => layout::edits(&self.text, &mut self.edits),
            Pass::Punctuation => punctuation::edits(&self.text, &mut self.edits),
            Pass::Variants => variant::edits(&self.text, &mut self.edits),
            Pass::Addresses => return self.find_addresses(listener),
        }
        let count = self.edits.iter().filter(|edit| !edit.continues).count();
        self.add(pass, count);
        if let Some(listener) = listener {
            for change in edit::changes(&self.text, &self.edits) {
                listener.changed(pass, &self.text, &change, &self.map);
            }
        }
        if self.edits.is_empty() {
            return;
        }
        self.map.follow(&self.edits);
        std::mem::swap(&mut self.text, &mut self.found);
        edit::apply(&self.found, &self.edits, &mut self.text);
    }

    fn find_addresses(&mut self, listener: &mut Option<&mut dyn Listener>) {
        address::find(&self.text, &mut self.addresses);
        self.add(Pass::Addresses, self.addresses.len());
        if let Some(listener) = listener {
            for found in &self.addresses {
                let change = Change {
                    found: found.clone(),
                    edits: &[],
                };
                listener.changed(Pass::Addresses, &self.text, &change, &self.map);
            }
        }
    }

    fn add(&mut self, pass: Pass, changes: usize) {
        if let Some(count) = self.counts.get_mut(pass.index()) {
            *count = count.saturating_add(u32::try_from(changes).unwrap_or(u32::MAX));
        }
    }

    /// The text as counted, of the last text that changed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where its stretches stand in the printed text.
    pub fn map(&self) -> &Map {
        &self.map
    }

    /// The addresses in the counted text, in bytes, in order.
    pub fn addresses(&self) -> &[Range<usize>] {
        &self.addresses
    }

    /// How many changes were made since the last call.
    pub fn take_counts(&mut self) -> PassCounts {
        std::mem::take(&mut self.counts)
    }
}

#[cfg(test)]
mod tests;
