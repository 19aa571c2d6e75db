//! Phrases: cases as data.
