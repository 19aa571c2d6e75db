//! 概念组: several words counted as one concept.

use serde::{Deserialize, Serialize};

/// One group, made by the user.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ConceptGroup {
    /// Its name, as the user wrote it; unique in a project.
    pub name: String,
    /// Words or patterns; `*` stands for any characters or none, `?` for one.
    pub members: Vec<String>,
    /// Words or patterns that are no members though a pattern fits.
    #[serde(default)]
    pub exclusions: Vec<String>,
}
