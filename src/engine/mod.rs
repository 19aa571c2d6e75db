//! One corpus and the jobs on it: the protocol, the user's choices compiled to a plan, and work in small steps.

pub mod bytes;
pub mod choices;
pub mod corpus;
pub mod document;
pub mod error;
pub mod export;
pub mod layout;
pub mod metadata;
pub mod plan;
pub mod project_file;
pub mod prose;
pub mod protocol;
pub mod query;
pub mod session;
pub mod tokens;
pub mod unit;

mod affected;
mod answers;
mod articles_export;
mod changes;
mod counted_text;
mod duplicates;
mod excerpt;
mod findings;
mod found;
mod gathering;
mod import;
mod laid_tokens;
mod lines;
mod listing;
mod mending;
mod methods;
mod named;
mod panes;
mod patching;
mod reading;
mod resegmenting;
mod reuse;
mod review;
mod review_item;
mod spoken;
mod standing;
mod word_list;
mod words_export;

pub use session::Engine;
