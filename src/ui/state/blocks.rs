//! Long lists of which the page holds only the rows near the eye.

use std::ops::Range;
use std::rc::Rc;

use crate::text::sorted_map::SortedMap;

/// How many rows are asked for at once.
pub const BLOCK_ROWS: u32 = 200;
/// How many blocks are kept. More than any screen shows, and little beside the list they come from.
const BLOCKS_KEPT: usize = 24;

/// The part of a long list that has arrived, in blocks of [`BLOCK_ROWS`].
///
/// Every block remembers for which revision of the list it was fetched. A block of an older revision is still shown,
/// so that nothing flickers, and counts as missing until it is replaced.
#[derive(Debug, Clone)]
pub struct Blocks<T> {
    total: u32,
    revision: Option<u32>,
    blocks: SortedMap<u32, Block<T>>,
}

#[derive(Debug)]
struct Block<T> {
    revision: u32,
    rows: Rc<[T]>,
}

impl<T> Clone for Block<T> {
    fn clone(&self) -> Self {
        Self {
            revision: self.revision,
            rows: Rc::clone(&self.rows),
        }
    }
}

impl<T> Default for Blocks<T> {
    fn default() -> Self {
        Self {
            total: 0,
            revision: None,
            blocks: SortedMap::new(),
        }
    }
}

impl<T> Blocks<T> {
    /// How many rows the whole list has, as far as is known.
    pub fn total(&self) -> u32 {
        self.total
    }

    /// Whether any answer has arrived.
    pub fn is_known(&self) -> bool {
        self.revision.is_some()
    }

    /// A row, if it has arrived.
    pub fn get(&self, row: u32) -> Option<&T> {
        let block = self.blocks.get(&(row / BLOCK_ROWS))?;
        block.rows.get((row % BLOCK_ROWS) as usize)
    }

    /// The rows that have arrived, with their numbers, in order.
    pub fn loaded(&self) -> impl Iterator<Item = (u32, &T)> {
        self.blocks
            .iter()
            .flat_map(|(number, block)| (number * BLOCK_ROWS..).zip(block.rows.iter()))
    }

    /// The same of the rows that were fetched for this revision.
    pub fn fresh(&self, revision: u32) -> impl Iterator<Item = (u32, &T)> {
        self.blocks
            .iter()
            .filter(move |(_, block)| block.revision == revision)
            .flat_map(|(number, block)| (number * BLOCK_ROWS..).zip(block.rows.iter()))
    }

    /// The first row of the first block that `need` wants and that has not arrived for this revision.
    pub fn missing(&self, need: &Range<u32>, revision: u32) -> Option<u32> {
        let mut end = need.end.max(need.start.saturating_add(1));
        let mut start = need.start;
        if self.revision == Some(revision) {
            let last = self.total.checked_sub(1)?;
            start = start.min(last);
            end = end.min(self.total);
        }
        (start / BLOCK_ROWS..=(end - 1) / BLOCK_ROWS)
            .find(|number| self.blocks.get(number).map(|block| block.revision) != Some(revision))
            .map(|number| number * BLOCK_ROWS)
    }

    /// Takes rows that have arrived. `first_row` lies on the border of a block, because only such are asked for.
    pub fn insert(&mut self, first_row: u32, total: u32, rows: Vec<T>, revision: u32) {
        self.total = total;
        self.revision = Some(revision);
        let blocks = total.div_ceil(BLOCK_ROWS);
        let number = first_row / BLOCK_ROWS;
        self.blocks.retain(|kept, _| *kept < blocks);
        let rows = rows.into();
        self.blocks.insert(number, Block { revision, rows });
        self.forget_far_from(number);
    }

    /// Lets go of the blocks that lie farthest from the one that arrived last.
    fn forget_far_from(&mut self, number: u32) {
        while self.blocks.len() > BLOCKS_KEPT {
            let first = self.blocks.keys().next().copied().unwrap_or(number);
            let last = self.blocks.keys().next_back().copied().unwrap_or(number);
            let far = if number.abs_diff(first) > number.abs_diff(last) {
                first
            } else {
                last
            };
            self.blocks.remove(&far);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(blocks: &[u32], total: u32) -> Blocks<u32> {
        let mut list = Blocks::default();
        for block in blocks {
            let first = block * BLOCK_ROWS;
            let rows = (first..total.min(first + BLOCK_ROWS)).collect();
            list.insert(first, total, rows, 1);
        }
        list
    }

    #[test]
    fn asks_for_what_is_missing_only() {
        let rows: [(&str, &[u32], u32, Range<u32>, Option<u32>); 7] = [
            ("nothing arrived", &[], 0, 0..40, Some(0)),
            ("the block is there", &[0], 1000, 0..40, None),
            (
                "the window runs into the next block",
                &[0],
                1000,
                180..220,
                Some(200),
            ),
            (
                "between two blocks that are there",
                &[0, 1],
                1000,
                180..220,
                None,
            ),
            ("the list ends before the window", &[0], 30, 0..400, None),
            (
                "the window lies behind the end",
                &[0],
                1000,
                5000..5040,
                Some(800),
            ),
            ("an empty list", &[0], 0, 0..40, None),
        ];
        for (name, blocks, total, need, expected) in rows {
            assert_eq!(filled(blocks, total).missing(&need, 1), expected, "{name}");
        }
    }

    #[test]
    fn an_older_revision_is_shown_and_asked_for_again() {
        let list = filled(&[0], 100);
        assert_eq!(list.get(7), Some(&7));
        assert_eq!(list.missing(&(0..40), 2), Some(0));
    }

    #[test]
    fn a_shorter_list_forgets_the_rows_behind_its_end() {
        let mut list = filled(&[0, 1, 2], 600);
        list.insert(0, 100, (0..100).collect(), 2);
        assert_eq!(list.total(), 100);
        assert_eq!(list.get(450), None);
    }

    #[test]
    fn keeps_the_blocks_near_the_last_one() {
        let all: Vec<u32> = (0..60).collect();
        let list = filled(&all, 60 * BLOCK_ROWS);
        assert_eq!(list.loaded().count(), BLOCKS_KEPT * BLOCK_ROWS as usize);
        assert_eq!(list.get(59 * BLOCK_ROWS), Some(&(59 * BLOCK_ROWS)));
        assert_eq!(list.get(0), None);
    }
}
