//! How much each sign at a line break weighs.
//!
//! The weights are those of a logistic regression over the breaks of composed pages (`tests/composer`, tuning layouts
//! and articles only), in hundredths of a logit, positive for a wrap. They are fitted, not chosen: a weight tells what
//! a sign adds where the others are known, so the sign of a rare one may surprise. A new sign is a row at the end, a
//! condition in `evidence`, and a new fit.

use super::reason::Reason;

/// What may be seen at a line break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Sign {
    /// The line ends with a sentence.
    EndsSentence,
    /// The line ends with a sentence inside a quotation or bracket.
    EndsQuotation,
    /// The line ends with a comma or the like.
    EndsWithPause,
    /// The line ends with a colon.
    EndsWithColon,
    /// The line ends with an opening bracket or quotation mark.
    EndsOpening,
    /// The line ends with a closing mark in mid-sentence.
    EndsClosing,
    /// The line ends with no mark.
    EndsPlain,
    /// The line is too wide for its column.
    LineOverwide,
    /// What follows would not have fitted into the line.
    RoomNone,
    /// It would have fitted with up to one cell to spare.
    RoomOneCell,
    /// The same with up to two cells.
    RoomTwoCells,
    /// The same with up to four cells.
    RoomFourCells,
    /// The same with more.
    RoomMore,
    /// A sentence ends with a line that is full, or nearly so.
    EndedFull,
    /// A short line ends inside a sentence.
    OpenShort,
    /// The line is the first of its paragraph, so that an indent may be lost.
    FirstLine,
    /// The next line is too wide for its column.
    NextOverwide,
    /// The next line is indented.
    NextIndented,
    /// The line is indented and the first of its paragraph, the next one is not.
    LineIndented,
    /// The next line has no indent where paragraphs have one.
    NextUnindentedHabit,
    /// The next line is as long as the one behind it.
    NextFull,
    /// The same where first lines are shorter.
    NextFullHabit,
    /// The next line is shorter by a lost indent.
    NextShortened,
    /// The same where first lines are shorter.
    NextShortenedHabit,
    /// The same behind a sentence.
    EndedNextShortened,
    /// No blank line stands between, where paragraphs have one.
    NoBlankHabit,
    /// The same behind a sentence.
    EndedNoBlank,
    /// A blank line stands before a quotation.
    BlankBeforeQuotation,
    /// Blank lines stand between, and they mean paragraphs here.
    BlankParagraphs,
    /// Blank lines stand between, and may mean either.
    BlankMixed,
    /// Blank lines stand between, and they mean columns here.
    BlankColumns,
    /// Blank lines stand between, and the page has few.
    BlankUnknown,
    /// Blank lines behind a sentence.
    EndedBlank,
    /// A bracket or quotation is open.
    OpenBracket,
    /// The next line begins with a mark that may not begin a line.
    BarredStart,
    /// The next line begins with a number or bullet.
    Numbered,
    /// A quotation begins behind a sentence.
    EndedNextQuotes,
    /// A number, or what it counts, spans the break.
    NumberSpans,
    /// A known word spans the break.
    WordSpans,
    /// The paragraph has one line so far, without marks of running text.
    FirstUnmarked,
    /// The same, without brackets too, before a line with marks.
    FirstUnmarkedNextMarked,
    /// Neither line has marks.
    BothUnmarked,
    /// A line without marks stands between blank lines.
    Isolated,
    /// The next line has no marks and stands apart, as a headline does.
    NextApart,
    /// The same behind a sentence.
    EndedNextApart,
    /// The next line ends with a byline or the like.
    NextEndsUnit,
    /// The line is long. This one and the following are looked at without a column only.
    LineLong,
    /// The next line is long.
    NextLong,
    /// A sentence ends inside the line.
    LineStops,
    /// The line has marks inside.
    LineMarked,
    /// The next line has marks inside.
    NextMarked,
    /// The next line ends with a sentence.
    NextEndsSentence,
    /// Most long lines end with a sentence.
    LongLinesEnd,
    /// The next line is no wider.
    NextNoWider,
    /// The first line of a paragraph is short and ends with no sentence.
    FirstOpenShort,
    /// A short line without any marks.
    BareShort,
    /// A full line without marks stands between blank lines.
    IsolatedFull,
    /// Blank lines stand inside a sentence of running text.
    OpenMarkedBlank,
    /// The line ends with a long number, as of a telephone.
    EndsWithDigits,
    /// Wide gaps stand in both lines, as in rows.
    BothGapped,
    /// A wide gap stands in one of the lines.
    OneGapped,
    /// The title of a document begins behind a line without marks.
    NextTitle,
    /// Blanks cut three lines into equally many pieces, as rows are.
    SameCells,
    /// Blanks cut the lines into different numbers of pieces.
    OtherCells,
    /// Both lines begin with a digit.
    BothBeginWithDigits,
    /// Both lines begin with the same two characters.
    SameStart,
    /// Both lines end with the same character.
    SameEnd,
    /// The next line begins inside an office's name.
    OfficeGoesOn,
    /// A paragraph that began with a dateline has one line so far, which ends inside a sentence. Chosen, not fitted.
    DatelineOpen,
}

/// What a sign weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// The reason that it is.
    pub reason: Reason,
    /// Between lines of a column.
    pub in_column: i16,
    /// Where no column is seen, on a newspaper page.
    pub without_column: i16,
}

const fn row(reason: Reason, in_column: i16, without_column: i16) -> Weight {
    Weight {
        reason,
        in_column,
        without_column,
    }
}

/// What every break weighs, in a column and without.
pub const BIAS: (i32, i32) = (-44, -214);

/// The weights, in the order of [`Sign`].
#[rustfmt::skip]
pub const WEIGHTS: [Weight; 69] = [
    row(Reason::SentenceEnds, -254, -273), // EndsSentence
    row(Reason::SentenceEnds, -142, -108), // EndsQuotation
    row(Reason::SentenceOpen, 161, 114), // EndsWithPause
    row(Reason::SentenceEnds, -156, -106), // EndsWithColon
    row(Reason::SentenceOpen, 11, 7), // EndsOpening
    row(Reason::SentenceOpen, 65, 6), // EndsClosing
    row(Reason::SentenceOpen, 271, 146), // EndsPlain
    row(Reason::OverwideLine, 39, 0), // LineOverwide
    row(Reason::FullLine, 392, 0), // RoomNone
    row(Reason::ShortLine, 13, 0), // RoomOneCell
    row(Reason::ShortLine, -104, 0), // RoomTwoCells
    row(Reason::ShortLine, -142, 0), // RoomFourCells
    row(Reason::ShortLine, -242, 0), // RoomMore
    row(Reason::FullLine, -45, 0), // EndedFull
    row(Reason::SentenceOpen, -86, 0), // OpenShort
    row(Reason::FullLine, -133, 0), // FirstLine
    row(Reason::OverwideLine, -160, 0), // NextOverwide
    row(Reason::Indent, -405, -193), // NextIndented
    row(Reason::NoIndent, 106, 0), // LineIndented
    row(Reason::NoIndent, 186, 0), // NextUnindentedHabit
    row(Reason::NoIndent, 293, 0), // NextFull
    row(Reason::NoIndent, 43, 0), // NextFullHabit
    row(Reason::Indent, -219, 0), // NextShortened
    row(Reason::Indent, -45, 0), // NextShortenedHabit
    row(Reason::Indent, -28, 0), // EndedNextShortened
    row(Reason::SentenceOpen, 142, -33), // NoBlankHabit
    row(Reason::FullLine, 153, -17), // EndedNoBlank
    row(Reason::BlankLines, -58, 87), // BlankBeforeQuotation
    row(Reason::BlankLines, -237, -2), // BlankParagraphs
    row(Reason::BlankLines, -162, 54), // BlankMixed
    row(Reason::BlankLines, -192, 86), // BlankColumns
    row(Reason::BlankLines, -139, 82), // BlankUnknown
    row(Reason::BlankLines, -74, -23), // EndedBlank
    row(Reason::OpenBracket, 175, 123), // OpenBracket
    row(Reason::BarredStart, 301, 301), // BarredStart
    row(Reason::Numbered, -449, -317), // Numbered
    row(Reason::SentenceEnds, -124, 2), // EndedNextQuotes
    row(Reason::WordSpans, 78, 73), // NumberSpans
    row(Reason::WordSpans, 307, 218), // WordSpans
    row(Reason::Unmarked, -225, -221), // FirstUnmarked
    row(Reason::Heading, -80, -52), // FirstUnmarkedNextMarked
    row(Reason::Unmarked, -398, -202), // BothUnmarked
    row(Reason::Heading, -87, -61), // Isolated
    row(Reason::Heading, -242, -168), // NextApart
    row(Reason::Heading, -57, -20), // EndedNextApart
    row(Reason::FullLine, 97, 64), // NextEndsUnit
    row(Reason::LineIsParagraph, 0, 160), // LineLong
    row(Reason::LineIsParagraph, 0, -46), // NextLong
    row(Reason::LineIsParagraph, 0, 16), // LineStops
    row(Reason::SentenceOpen, 0, -102), // LineMarked
    row(Reason::SentenceOpen, 0, -6), // NextMarked
    row(Reason::SentenceOpen, 0, 120), // NextEndsSentence
    row(Reason::LineIsParagraph, 0, -62), // LongLinesEnd
    row(Reason::SentenceOpen, 0, -53), // NextNoWider
    row(Reason::Heading, -12, 0), // FirstOpenShort
    row(Reason::Heading, -34, 0), // BareShort
    row(Reason::FullLine, -84, 0), // IsolatedFull
    row(Reason::SentenceOpen, -28, 227), // OpenMarkedBlank
    row(Reason::Unmarked, 0, 0), // EndsWithDigits
    row(Reason::Unmarked, -350, -350), // BothGapped
    row(Reason::Unmarked, 12, 46), // OneGapped
    row(Reason::Heading, -28, -11), // NextTitle
    row(Reason::Unmarked, -800, -800), // SameCells
    row(Reason::Unmarked, -1, 0), // OtherCells
    row(Reason::Numbered, -100, -100), // BothBeginWithDigits
    row(Reason::Numbered, -149, -152), // SameStart
    row(Reason::Unmarked, -102, -106), // SameEnd
    row(Reason::WordSpans, 1200, 1200), // OfficeGoesOn
    row(Reason::SentenceOpen, 300, 500), // DatelineOpen
];
