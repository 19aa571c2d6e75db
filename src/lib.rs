//! 词镜 Cijing reads Chinese newspaper pages, and any other Chinese text: it decodes a file, joins its wrapped
//! lines, takes the page apart into articles, segments the articles into words, counts the words and draws the counts.
//!
//! # The layers
//!
//! Modules stand in the order in which data flows, and import only from modules to their left:
//!
//! ```text
//! text  <-  words  <-  measures  <-  report  <-  engine  <-  web  <-  ui
//! ```
//!
//! | layer | from → to | what it does |
//! |---|---|---|
//! | [`text`] | bytes → page | finds the encoding, decodes, joins lines, finds the articles and their parts |
//! | [`words`] | page → tokens | segments into words, knows parts of speech and stop words |
//! | [`measures`] | tokens → numbers | counts and relative frequencies |
//! | [`report`] | numbers → what people see | views, chart scenes, files to take away |
//! | [`engine`] | the corpus and its jobs | the protocol, the plan made of the user's choices, work in small steps |
//! | `web` | feature `web` | the only layer that names the browser: the worker, its bridge, files, downloads |
//! | `ui` | feature `web` | the application in Yew; never imports [`words`], so the dictionary stays out of the page |
//! | `cli` | feature `cli` | the same engine for scripts |
//!
//! `text` to `engine` are pure: no browser, no clock, no randomness, no disk. Each stage is a function from value to
//! value; malformed input is a value with a report and never a panic.
//!
//! # Provenance
//!
//! Every character of a page's units and every token knows where it stands in the decoded source. Inside the program
//! places are byte offsets into the decoded text ([`text::source::Span`]); wherever they leave it (page JSON, the
//! screen) they are half-open ranges of Unicode scalar values, converted by [`text::source::Source`].

pub mod engine;
pub mod measures;
pub mod report;
pub mod text;
pub mod words;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "web")]
pub mod ui;
#[cfg(feature = "web")]
pub mod web;
