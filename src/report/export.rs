//! Files to take away, one module a format.

pub mod articles_csv;
pub mod cell_text;
pub mod concordance_table;
pub mod csv;
pub mod json;
pub mod measure_table;
pub mod new_words_csv;
pub mod table_csv;
pub mod workbook;

pub use self::articles_csv::{ArticleRow, articles_csv};
pub use self::cell_text::cell_text;
pub use self::csv::{TableLabels, words_csv};
pub use self::json::words_json;
pub use self::new_words_csv::new_words_csv;
pub use self::table_csv::table_csv;

#[cfg(test)]
mod tests;
