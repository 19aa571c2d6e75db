//! Reading a page: lines are joined to paragraphs, paragraphs to articles, and what is no article is set aside.

pub mod model;
