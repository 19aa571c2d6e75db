//! The order in which a page is read, where its columns stand side by side in the source.

use crate::text::arrange::Arrange;
use crate::text::page::model::Page;
use crate::text::source::Span;

/// Says of bytes of the source which is read first.
#[derive(Debug)]
pub struct ReadingOrder {
    /// The stretches by their places in the source, and where each would begin if the source was written as it is read.
    stretches: Vec<(Span, u32)>,
}

impl ReadingOrder {
    /// The order of a page as read.
    pub fn of(read: &Page) -> Self {
        let mut earliest = u32::MAX;
        let mut open: Vec<u32> = read
            .columns
            .iter()
            .rev()
            .map(|stretch| {
                earliest = earliest.min(stretch.start);
                earliest
            })
            .collect();
        open.reverse();
        let mut written: u32 = 0;
        let mut stretches: Vec<(Span, u32)> = read
            .columns
            .iter()
            .zip(open)
            .map(|(stretch, earliest)| {
                // Where everything before is read, source and reading are in step again.
                let start = written.max(earliest);
                written = start.saturating_add(stretch.end - stretch.start);
                (*stretch, start)
            })
            .collect();
        stretches.arrange();
        Self { stretches }
    }

    /// Where a byte stands in reading order: smaller is read earlier; the byte itself where the page reads in source
    /// order.
    pub fn of_byte(&self, byte: u32) -> u32 {
        let behind = self
            .stretches
            .partition_point(|(stretch, _)| stretch.start <= byte);
        let stretch = behind
            .checked_sub(1)
            .and_then(|index| self.stretches.get(index));
        match stretch.filter(|(stretch, _)| byte < stretch.end) {
            Some((stretch, start)) => start.saturating_add(byte - stretch.start),
            None => byte,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_ordered_as_they_are_read() {
        // A line, two columns of two rows, and a second page with two columns of one row.
        let columns = [
            (0, 5),
            (5, 8),
            (14, 17),
            (10, 13),
            (19, 22),
            (40, 43),
            (30, 33),
        ];
        let page = Page {
            columns: columns
                .iter()
                .map(|(start, end)| Span::new(*start, *end))
                .collect(),
            ..Page::default()
        };
        let order = ReadingOrder::of(&page);
        let bytes = [0, 4, 5, 14, 16, 10, 12, 19, 25, 40, 30, 50];
        let places: Vec<u32> = bytes.iter().map(|byte| order.of_byte(*byte)).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(order.of_byte(50), 50);
        assert_eq!(ReadingOrder::of(&Page::default()).of_byte(7), 7);
    }
}
