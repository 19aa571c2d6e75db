//! Parts of the screen that know nothing of the app.

pub mod chart;
pub mod flow;
pub mod heights;
pub mod select;
pub mod shown;
pub mod switch;
pub mod window;
