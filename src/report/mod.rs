//! From numbers to what people see: views, chart scenes and files to take away.
//!
//! Everything here is small, sorted and serialisable. It imports no dictionary, so that the page can use it too.

pub mod answers;
pub mod export;
pub mod keyword_chart;
pub mod label;
pub mod metadata;
pub mod position_chart;
pub mod scene;
mod series;
pub mod svg;
pub mod table_labels;
pub mod trend_chart;
pub mod views;
