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
//! | [`text`] | bytes → page | finds the encoding, decodes, joins lines, finds the articles and their parts; cleans for the count |
//! | [`words`] | page → tokens | segments into words behind the user's lexicon and the names; finds names, set phrases and speakers; stop words and groups |
//! | [`measures`] | tokens → numbers | counts, dispersion, keywords, keyness, association, n-grams, lexical diversity, new words, likeness of articles |
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
//!
//! # As printed, as counted
//!
//! What is read stays as printed. What is segmented is the counted text that [`text::clean`] makes of it; a map leads
//! every token back to its printed characters.
//!
//! # From a paragraph to its tokens
//!
//! Number formulas, the user's lexicon ([`words::lexicon`]), names ([`words::names`]) and accepted phrases
//! ([`words::phrases`]) are found first, as [`words::listed`] says; jieba cuts the stretches between them, unmodified. A
//! paragraph in which nothing is listed is cut token by token as jieba cuts it. When the lists change, only the
//! paragraphs that hold a word of the difference are segmented again.
//!
//! # From tokens to a table
//!
//! A measure is taken of a part of the corpus ([`report::answers::group::Selection`]), which [`engine`] compiles to
//! stretches of units. Counts are gathered a document at a time, in steps, and joined by union, so that neither the order
//! of files nor a division of the work shows; figures are worked out from them once, at the end, by the pure functions of
//! [`measures`], each with its formula and source. Every measure gives a table of one shape
//! ([`report::answers::table::TableView`]): the screen, the files to take away and the command line show the same rows.
//!
//! # Example
//!
//! A page of two wrapped lines, read and segmented. The word that the wrap cut in two is one word again.
//!
//! ```
//! use cijing::text::decode::decode;
//! use cijing::text::page::read;
//! use cijing::text::source::Source;
//! use cijing::words::segment::{SegmentOptions, Segmenter};
//!
//! let file = "本报讯 市里昨天召开会议，部署疫\n情防控工作。（温若岚）\n".as_bytes();
//! let (detection, decoded) = decode(file, None);
//! assert_eq!(detection.encoding.name(), "UTF-8");
//!
//! let source = Source::new(decoded.text);
//! let segmenter = Segmenter::new();
//! let page = read(&source, &segmenter);
//! let article = &page.articles[0];
//! assert_eq!(article.byline.as_ref().unwrap().names, ["温若岚"]);
//!
//! let text = article.paragraphs[0].printed.text(&source);
//! let mut tokens = Vec::new();
//! segmenter.segment(&text, SegmentOptions { unknown_words: true }, &mut tokens);
//! let mut rest = text.as_str();
//! let words: Vec<&str> = tokens
//!     .iter()
//!     .map(|token| {
//!         let (word, behind) = rest.split_at(token.len_bytes as usize);
//!         rest = behind;
//!         word
//!     })
//!     .collect();
//! assert!(words.contains(&"疫情"));
//! ```

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
