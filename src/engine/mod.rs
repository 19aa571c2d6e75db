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
mod discovering;
mod duplicates;
mod excerpt;
mod found;
pub mod import;
mod lines;
mod listing;
mod mending;
mod panes;
mod patching;
mod reading;
mod resegmenting;
mod reuse;
mod review;
mod review_item;
mod stop_word_file;
mod survey;
mod word_list;

pub use session::Engine;
