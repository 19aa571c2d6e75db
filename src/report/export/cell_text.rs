//! The cells of a table as text, for files to take away and for the command line.

use crate::report::answers::table::Cell;

/// Smaller figures than this are written with a power of ten.
const SMALLEST: f64 = 0.0001;

/// A cell as text: figures with six digits behind the point at most, very small ones as `1.5e-9`, ∞ and −∞ for what is
/// without bound, nothing for an empty cell.
pub fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Count(count) => count.to_string(),
        Cell::Number(number) if *number != 0.0 && number.abs() < SMALLEST => {
            // Six significant digits, without the zeros at their end.
            let written = format!("{number:.5e}");
            let (digits, power) = written.split_once('e').unwrap_or((&written, "0"));
            format!("{}e{power}", without_zeros(digits))
        }
        Cell::Number(number) => without_zeros(&format!("{number:.6}")).to_owned(),
        Cell::Infinite(false) => "∞".to_owned(),
        Cell::Infinite(true) => "−∞".to_owned(),
    }
}

fn without_zeros(written: &str) -> &str {
    if !written.contains('.') {
        return written;
    }
    let written = written.trim_end_matches('0').trim_end_matches('.');
    if written == "-0" { "0" } else { written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_written() {
        let rows = [
            (Cell::Empty, ""),
            (Cell::Text("防控".to_owned()), "防控"),
            (Cell::Count(1200), "1200"),
            (Cell::Number(0.0), "0"),
            (Cell::Number(100.0), "100"),
            (Cell::Number(-4.5), "-4.5"),
            (Cell::Number(2.941_938_4), "2.941938"),
            (Cell::Number(0.000_000_001_5), "1.5e-9"),
            (Cell::Number(-0.000_02), "-2e-5"),
            (Cell::Infinite(false), "∞"),
            (Cell::Infinite(true), "−∞"),
        ];
        for (cell, expected) in rows {
            assert_eq!(cell_text(&cell), expected, "{cell:?}");
        }
    }
}
