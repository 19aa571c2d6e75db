//! Sets newspaper pages whose truth is known, and scores how they are read.
//!
//! A page is made of a [`layout::Layout`] and of articles; both are drawn from a seed ([`draw`], [`random`]), so a page
//! can be made again. `articles/` holds the articles in a marked form, [`story`] reads them. [`compose`] puts a page
//! together, with [`headlines`], [`body`], [`signing`], [`furniture`] and [`divide`], sets paragraphs in lines
//! ([`typeset`]), and knows to which unit each character belongs ([`truth`]). [`score`] and [`doubt`] compare that with
//! what was read; [`report`] says which layouts are read badly, and prints a page side by side. [`ordinary`] holds texts
//! that are no newspaper pages.

pub mod body;
pub mod compose;
pub mod divide;
pub mod doubt;
pub mod draw;
pub mod furniture;
pub mod headlines;
pub mod layout;
pub mod ordinary;
pub mod random;
pub mod report;
pub mod score;
pub mod signing;
pub mod story;
pub mod truth;
pub mod typeset;
