//! From bytes to a structured page: decoding, lines, articles and what is set aside.

pub mod arrange;
pub mod clean;
pub mod decode;
pub mod file_name;
pub mod page;
pub mod sorted_map;
pub mod source;
pub mod table;
pub mod workbook;
pub mod written_date;
