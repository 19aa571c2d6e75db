//! Windows on long lists.

/// Most rows of an answer.
pub const MOST_ROWS: u32 = 1000;

/// The rows of a window: from the first one on, so many, and at most [`MOST_ROWS`].
pub fn window<T>(rows: &[T], first_row: u32, count: u32) -> &[T] {
    let from = (first_row as usize).min(rows.len());
    let to = from.saturating_add(count.min(MOST_ROWS) as usize);
    rows.get(from..to.min(rows.len())).unwrap_or(&[])
}
