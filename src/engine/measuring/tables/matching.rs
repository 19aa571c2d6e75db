//! Which rows a search term means.

use crate::words::pinyin::TypedPinyin;

/// A search term, looked at once.
#[derive(Debug)]
pub struct Sought<'t> {
    text: &'t str,
    pinyin: Option<TypedPinyin>,
}

impl<'t> Sought<'t> {
    /// What was typed; empty for all rows.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            pinyin: TypedPinyin::new(text),
        }
    }

    /// Whether a name contains what is sought, or its pinyin begins so.
    pub fn is_in(&self, name: &str) -> bool {
        name.contains(self.text) || self.pinyin.as_ref().is_some_and(|pinyin| pinyin.fits(name))
    }
}
