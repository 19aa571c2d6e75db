//! Text that is no newspaper page, with a paragraph a line.

/// A text of one kind.
#[derive(Debug, Clone, Copy)]
pub struct Ordinary {
    pub name: &'static str,
    pub text: &'static str,
}

macro_rules! texts {
    ($($name:literal),* $(,)?) => {
        [$(Ordinary { name: $name, text: include_str!(concat!("ordinary/", $name, ".txt")) }),*]
    };
}

/// Prose, novels, Markdown, English, lists of names, poems and tables.
pub const TEXTS: [Ordinary; 21] = texts![
    "prose-kitchen",
    "prose-report",
    "prose-letter",
    "novel-bridge",
    "novel-station",
    "novel-two-parts",
    "markdown-readme",
    "markdown-notes",
    "markdown-plan",
    "english-memo",
    "english-story",
    "english-guide",
    "names-class",
    "names-donors",
    "names-committee",
    "poem-river",
    "poem-classical",
    "poem-long-lines",
    "table-timetable",
    "table-scores",
    "table-prices",
];

impl Ordinary {
    /// Its paragraphs, without blanks and Markdown marks.
    pub fn paragraphs(&self) -> Vec<String> {
        let lines = self.text.lines().map(without_blanks_and_marks);
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// Whether the first line is a Markdown heading, which may be read as the headline.
    pub fn begins_with_heading(&self) -> bool {
        self.text.starts_with("# ")
    }
}

/// The text without what layout and Markdown put into it.
pub fn without_blanks_and_marks(text: &str) -> String {
    let text = text.trim().trim_start_matches('#').replace("**", "");
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}
