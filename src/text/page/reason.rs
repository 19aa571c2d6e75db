//! Why something was decided.

/// The evidence that weighed most in a decision.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// One of the lines is a unit by itself: a folio line, a row of a table, a date.
    OwnUnit,
    /// The line ends where a sentence ends.
    SentenceEnds,
    /// The line ends inside a sentence.
    SentenceOpen,
    /// The line fills its column.
    FullLine,
    /// The line ends well before its column does.
    ShortLine,
    /// The line is wider than the column.
    OverwideLine,
    /// Blank lines stand between.
    BlankLines,
    /// The next line is indented, or shorter by a lost indent.
    Indent,
    /// The next line has no indent where paragraphs have one.
    NoIndent,
    /// The next line begins with a mark that may not begin a line.
    BarredStart,
    /// A bracket or quotation is still open.
    OpenBracket,
    /// The next line begins with a number or bullet.
    Numbered,
    /// A known word, a number, a date or a name spans the break.
    WordSpans,
    /// Neither line has a mark of running text.
    Unmarked,
    /// Every paragraph of this text has a line of its own.
    LineIsParagraph,
    /// One of the lines looks like a headline or crosshead.
    Heading,
    /// One of the lines is a picture's caption, or ends with a photographer's credit.
    Caption,
    /// A dateline begins behind it, or breaks here.
    Dateline,
    /// A byline stands before or behind it.
    Byline,
    /// The lines are parts of one headline, byline or issuer's name.
    OneHeadline,
    /// The headline shares words with this article more than with any other.
    SharedWords,
    /// The headline stands next to its article.
    Position,
    /// The article is the first one.
    FirstOnPage,
    /// A headline stands before the article.
    BehindHeadline,
    /// The article before has its end: a byline, or issuer and date.
    BehindEnd,
    /// A rule about what is no article text.
    ByRule,
}
