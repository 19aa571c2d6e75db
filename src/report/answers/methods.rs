//! 方法说明: what was done, to be printed under a table or in a paper.

use serde::{Deserialize, Serialize};

/// A work that a measure follows, as a bibliography has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// After GB/T 7714—2015.
    pub gbt7714: String,
    /// After APA, seventh edition.
    pub apa: String,
}

/// 方法说明.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MethodsView {
    /// The paragraph in Chinese.
    pub chinese: String,
    /// The paragraph in English.
    pub english: String,
    /// The formulas of the measures used, a line each.
    pub formulas: Vec<String>,
    /// The works, in the order of GB/T 7714 entries by author.
    pub works: Vec<Work>,
    /// The settings as JSON.
    pub settings_json: String,
}
