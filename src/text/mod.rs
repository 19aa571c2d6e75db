//! From bytes to a structured page: decoding, lines, articles and what is set aside.

pub mod decode;
pub mod page;
pub mod source;
