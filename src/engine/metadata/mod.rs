//! What is known of files and articles beside their text: by hand, from tables, from names, from the page.
//!
//! [`ProjectMetadata`] is what the user chose; tables are files of the session like any other. From both and the documents
//! `in_force` makes what holds now, a [`DocumentMetadata`] for each document. Nothing is segmented again for it.
//!
//! [`DocumentMetadata`]: crate::report::metadata::DocumentMetadata

mod by_hand;
mod dates;
mod in_force;
mod matching;
mod register;
pub mod table;

pub use by_hand::{FileMetadata, PatternChoice, ProjectMetadata};
pub use register::{Register, before_tables};
