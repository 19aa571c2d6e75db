//! The parts of the screen, one for each step of the user's work.

pub mod add_files;
pub mod articles;
pub mod document_item;
pub mod drop_veil;
pub mod encoding_chip;
pub mod exports;
pub mod files;
pub mod keyword_chart;
pub mod lines;
pub mod masthead;
pub mod notices;
pub mod overview;
pub mod results;
pub mod search;
pub mod settings;
pub mod source;
pub mod source_text;
pub mod stop_words;
pub mod welcome;
pub mod words;
