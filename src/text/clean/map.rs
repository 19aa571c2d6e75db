//! The map between the counted text and the printed text.

use std::ops::Range;

use super::edit::Edit;

/// A stretch of the counted text, of one character or none, and the printed stretch that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step {
    counted: u32,
    counted_len: u32,
    printed: u32,
    printed_len: u32,
}

impl Step {
    fn counted_end(&self) -> u32 {
        self.counted + self.counted_len
    }

    fn printed_end(&self) -> u32 {
        self.printed + self.printed_len
    }
}

/// Where the stretches of a counted text stand in the printed text. Both grow together: the map is monotone. Stretches
/// that are not listed are as long in either.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map {
    steps: Vec<Step>,
    /// Reused by [`Map::follow`].
    earlier: Vec<Step>,
    /// Whether any edit was made, also one that left all lengths as they were.
    is_changed: bool,
}

impl Map {
    /// The map of a text that is counted as printed.
    pub fn clear(&mut self) {
        self.steps.clear();
        self.is_changed = false;
    }

    /// Whether the text is counted as printed.
    pub fn is_empty(&self) -> bool {
        !self.is_changed
    }

    /// Puts the edits of one more pass behind those that the map holds. The edits' places are those of the text that the
    /// map has led to so far; they are in order, do not overlap and replace whole characters.
    pub fn follow(&mut self, edits: &[Edit]) {
        self.is_changed |= !edits.is_empty();
        std::mem::swap(&mut self.steps, &mut self.earlier);
        self.steps.clear();
        let mut earlier = Earlier::new(&self.earlier);
        // What the new edits have added so far to every place behind them.
        let mut shift = 0_i64;
        for edit in edits {
            while let Some(step) = earlier.next_before(edit.start) {
                self.steps.push(moved(step, shift));
            }
            let printed = earlier.printed(edit.start);
            let printed_end = earlier.skip_to(edit.end);
            let step = Step {
                counted: shifted(edit.start, shift),
                counted_len: edit.len_after(),
                printed,
                printed_len: printed_end.saturating_sub(printed),
            };
            if step.counted_len != step.printed_len {
                self.steps.push(step);
            }
            shift += i64::from(edit.len_after()) - i64::from(edit.end - edit.start);
        }
        while let Some(step) = earlier.next_before(u32::MAX) {
            self.steps.push(moved(step, shift));
        }
    }

    /// The printed stretch for a stretch of the counted text, in bytes. What was taken out at its ends does not belong
    /// to it; what was taken out inside does.
    pub fn printed(&self, counted: Range<usize>) -> Range<usize> {
        let (start, end) = (small(counted.start), small(counted.end));
        let behind = self.steps.partition_point(|step| {
            step.counted < start || (step.counted == start && step.counted_len == 0)
        });
        let from = self.place_behind(behind, start);
        let behind = self.steps.partition_point(|step| step.counted < end);
        let to = self.place_behind(behind, end);
        from as usize..to.max(from) as usize
    }

    /// The printed place of a counted place behind the first `steps` steps.
    fn place_behind(&self, steps: usize, counted: u32) -> u32 {
        match steps.checked_sub(1).and_then(|last| self.steps.get(last)) {
            Some(last) => last.printed_end() + counted.saturating_sub(last.counted_end()),
            None => counted,
        }
    }
}

/// The steps of a map while another pass is put behind them.
struct Earlier<'m> {
    steps: &'m [Step],
    /// The printed place, less the counted one, behind the steps that were passed.
    ahead: i64,
}

impl<'m> Earlier<'m> {
    fn new(steps: &'m [Step]) -> Self {
        Self { steps, ahead: 0 }
    }

    /// The next step, if it stands wholly before a place. What was taken out there stands before it.
    fn next_before(&mut self, place: u32) -> Option<Step> {
        let (step, rest) = self.steps.split_first()?;
        if step.counted_end() > place {
            return None;
        }
        self.pass(step, rest);
        Some(*step)
    }

    /// Passes the steps inside a stretch that ends at `end`; gives the printed place of that end.
    fn skip_to(&mut self, end: u32) -> u32 {
        while let Some((step, rest)) = self.steps.split_first()
            && step.counted < end
        {
            self.pass(step, rest);
        }
        self.printed(end)
    }

    fn pass(&mut self, step: &Step, rest: &'m [Step]) {
        self.ahead = i64::from(step.printed_end()) - i64::from(step.counted_end());
        self.steps = rest;
    }

    fn printed(&self, place: u32) -> u32 {
        shifted(place, self.ahead)
    }
}

fn shifted(place: u32, by: i64) -> u32 {
    u32::try_from(i64::from(place) + by).unwrap_or(0)
}

fn moved(step: Step, by: i64) -> Step {
    Step {
        counted: shifted(step.counted, by),
        ..step
    }
}

fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// How far a walk along a counted text and its printed text has come. It begins at the beginning of both.
#[derive(Debug, Clone, Copy, Default)]
pub struct Walk {
    /// How many steps of the map were passed.
    steps: usize,
    counted: u32,
    printed: u32,
}

impl Walk {
    /// The printed place that is reached, in bytes.
    pub fn printed(&self) -> u32 {
        self.printed
    }

    /// Goes past the printed bytes that were taken out here; gives their number.
    pub fn over_taken_out(&mut self, map: &Map) -> u32 {
        let start = self.printed;
        while let Some(step) = map.steps.get(self.steps)
            && step.counted == self.counted
            && step.counted_len == 0
        {
            self.printed = step.printed_end();
            self.steps += 1;
        }
        self.printed - start
    }

    /// Goes over the next `len` bytes of the counted text, which end on a character border; gives the number of printed
    /// bytes that they stand for.
    pub fn over(&mut self, map: &Map, len: u32) -> u32 {
        let start = self.printed;
        let end = self.counted.saturating_add(len);
        while let Some(step) = map.steps.get(self.steps)
            && step.counted < end
        {
            self.printed = step.printed_end();
            self.counted = step.counted_end();
            self.steps += 1;
        }
        self.printed += end.saturating_sub(self.counted);
        self.counted = end;
        self.printed - start
    }
}
