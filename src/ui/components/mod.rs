//! Parts of the screen that know nothing of the app.

pub mod chart;
pub mod file_button;
pub mod flow;
pub mod heights;
pub mod list;
pub mod press;
pub mod select;
pub mod shown;
pub mod switch;
pub mod window;
