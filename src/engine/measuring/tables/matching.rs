//! Which rows a search term means.

/// Whether a name contains what is looked for.
pub fn is_meant(name: &str, containing: &str) -> bool {
    name.contains(containing)
}
