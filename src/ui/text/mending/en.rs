//! 校正 and 待核 in English.

use super::{MendingText, letter_key, percent, share};
use crate::engine::project_file::ProjectError;
use crate::report::views::UnitKind;
use crate::text::page::Reason;
use crate::text::page::correction::Correction;
use crate::text::page::decision::{Answer, BreakAnswer};
use crate::ui::state::{Command, Told};
use crate::ui::text::{Locale, grouped};

/// The strings.
pub const TEXT: MendingText = MendingText {
    commands: "Corrections",
    command: |command| match command {
        Command::Split => "Split",
        Command::Join => "Join",
        Command::MakeHeadline => "Headline",
        Command::MakeParagraph => "Body",
        Command::SetAside => "Set aside",
        Command::Restore => "Restore",
        Command::DivideArticle => "New article",
        Command::MergeArticles => "Merge",
    },
    command_note: |command| match command {
        Command::Split => {
            "A new paragraph begins at the caret; ← → move it, Ctrl+← → go to where source lines were joined"
        }
        Command::Join => "The next paragraph goes on in this one",
        Command::MakeHeadline => "Makes it kicker, main headline or subhead of an article",
        Command::MakeParagraph => "Makes it a paragraph of this article",
        Command::SetAside => "Takes it out of the article: not counted, restorable",
        Command::Restore => "Takes it back as a paragraph of the article before it",
        Command::DivideArticle => "From this paragraph on, the rest is an article of its own",
        Command::MergeArticles => "The whole article becomes the end of the one before it",
    },
    key: |command| match command {
        Command::Split => "Enter",
        Command::Join => "Del",
        letter => letter_key(letter),
    },
    hint: "Click a paragraph, or choose it with ↑ ↓, to correct it; J goes to what is to be checked.",
    corrected: "corrected",
    corrected_note: |commands| {
        let names: Vec<&str> = commands
            .iter()
            .map(|command| (TEXT.command)(*command))
            .collect();
        format!("Corrected: {}", names.join(", "))
    },
    doubt_note: |answer, reason, confidence| {
        let (answer, reason) = ((TEXT.answer)(answer), (TEXT.reason)(reason));
        format!(
            "Doubtful: {answer}, because {reason}. Confidence {confidence} (50 is a guess, 100 is certain)"
        )
    },
    unfitting: |count| format!("{count} corrections do not fit the page as it is read now"),
    told: |told| match told {
        Told::Done(Command::Split) => "Split".to_owned(),
        Told::Done(Command::Join) => "Joined with the next".to_owned(),
        Told::Done(Command::MakeHeadline) => "Made a headline".to_owned(),
        Told::Done(Command::MakeParagraph) => "Made body text".to_owned(),
        Told::Done(Command::SetAside) => "Set aside".to_owned(),
        Told::Done(Command::Restore) => "Restored".to_owned(),
        Told::Done(Command::DivideArticle) => "A new article begins here".to_owned(),
        Told::Done(Command::MergeArticles) => "Merged with the article before".to_owned(),
        Told::DoesNotFit(Command::Split) => {
            "The caret must stand inside the paragraph: move it with ← →, then split".to_owned()
        }
        Told::DoesNotFit(Command::Join) => {
            "Nothing of the same kind follows in this article".to_owned()
        }
        Told::DoesNotFit(Command::MergeArticles) => {
            "There is no article before this one".to_owned()
        }
        Told::DoesNotFit(Command::DivideArticle) => {
            "The article begins here already, or this is no body text".to_owned()
        }
        Told::DoesNotFit(command) => {
            format!("“{}” does not fit here", (TEXT.command)(command))
        }
        Told::Judged { is_right: true, .. } => "Marked as right".to_owned(),
        Told::Judged { mended: true, .. } => "Marked as wrong, and corrected".to_owned(),
        Told::Judged { .. } => "Marked as wrong: choose a correction".to_owned(),
        Told::NoFurther => "There are no more".to_owned(),
        Told::Undone => "One step undone".to_owned(),
        Told::Redone => "One step redone".to_owned(),
    },

    role: "As",
    article: "Of",
    article_number: |number| format!("Article {number}"),
    make: "OK",
    cancel: "Cancel",

    review: "To check",
    doubtful: "Doubtful",
    sample: "Check a sample",
    another_sample: "Another sample",
    sums: |decisions, doubtful| {
        format!(
            "{} decisions, {} doubtful",
            grouped(decisions),
            grouped(doubtful)
        )
    },
    seen: |seen, all| format!("{} of {} seen", grouped(seen), grouped(all)),
    nothing_doubtful: "Nothing is doubtful. To know how well the pages were read, check a sample.",
    answer: |answer| match answer {
        Answer::Break(BreakAnswer::Wrap) => "Joins next line".to_owned(),
        Answer::Break(BreakAnswer::Paragraph) => "New paragraph".to_owned(),
        Answer::Break(BreakAnswer::Unit) => "New item".to_owned(),
        Answer::Headline(role) => unit(UnitKind::Headline(role)).to_owned(),
        Answer::ArticleBegins => "Article begins".to_owned(),
        Answer::SetAside(rule) => format!("Set aside: {}", unit(UnitKind::SetAside(rule))),
    },
    reason: |reason| match reason {
        Reason::OwnUnit => {
            "one of the lines is an item by itself: a folio line, a table row, a date"
        }
        Reason::SentenceEnds => "the line above ends a sentence",
        Reason::SentenceOpen => "the line above ends inside a sentence",
        Reason::FullLine => "the line above fills its column",
        Reason::ShortLine => "the line above ends well before its column does",
        Reason::OverwideLine => "the line is wider than its column",
        Reason::BlankLines => "blank lines stand between",
        Reason::Indent => {
            "the next line is indented, or two characters short where the indent was lost"
        }
        Reason::NoIndent => "paragraphs are indented here, and the next line is not",
        Reason::BarredStart => "the next line begins with a mark that may not begin a line",
        Reason::OpenBracket => "a bracket or quotation is still open",
        Reason::Numbered => "the next line begins with a number or bullet",
        Reason::WordSpans => "a word runs over the line break",
        Reason::Unmarked => "neither line has a mark of running text",
        Reason::LineIsParagraph => "every paragraph of this text has a line of its own",
        Reason::Heading => "one of the lines looks like a headline or crosshead",
        Reason::Caption => "one of the lines is a caption, or ends with a photo credit",
        Reason::Dateline => "a dateline begins here",
        Reason::Byline => "a byline stands before or behind it",
        Reason::OneHeadline => "the lines are parts of one headline, byline or sign-off",
        Reason::SharedWords => {
            "the headline shares more words with this article than with any other"
        }
        Reason::Position => "the headline stands next to this article",
        Reason::FirstOnPage => "it is the first article of the page",
        Reason::BehindHeadline => "a headline stands before it",
        Reason::BehindEnd => "the article before has ended with a byline or sign-off",
        Reason::ByRule => "it has the marks of a kind of text that is no article",
    },
    confidence: |confidence| format!("confidence {confidence}"),
    confidence_note: "Confidence: 50 is a guess, 100 is certain; below 70 is doubtful",
    yes: "Right",
    no: "Wrong",
    if_wrong: |correction| match correction {
        Some(Correction::Split { .. }) => "make a new paragraph".to_owned(),
        Some(Correction::Join { .. }) => "join the lines".to_owned(),
        Some(Correction::MakeHeadline { .. }) => "make it a headline".to_owned(),
        Some(Correction::MakeParagraph { .. }) => "make it body text".to_owned(),
        Some(Correction::SetAside { .. }) => "set it aside".to_owned(),
        Some(Correction::Restore { .. }) => "restore it".to_owned(),
        Some(Correction::DivideArticle { .. }) => "begin an article here".to_owned(),
        Some(Correction::MergeArticles { .. }) => "merge the articles".to_owned(),
        None => "choose a correction".to_owned(),
    },
    next: "Next",
    previous: "Previous",
    judged: |judged| match judged {
        Some(true) => "right",
        Some(false) => "wrong",
        None => "not judged",
    },
    precision: |precision, is_sample| {
        if precision.judged == 0 {
            return if is_sample {
                "Drawn from all decisions with equal probability. Judge some, and their precision appears here with its 95% confidence interval.".to_owned()
            } else {
                String::new()
            };
        }
        let of = if is_sample {
            "Precision"
        } else {
            "Precision among the doubtful, not of all decisions"
        };
        format!(
            "{} judged, {} right. {of}: {}, 95% confidence interval {}–{} (Wilson)",
            grouped(precision.judged),
            grouped(precision.right),
            share(precision),
            percent(precision.low),
            percent(precision.high)
        )
    },

    project: "Project",
    project_note: "Settings, corrections, stop words and ticks, kept by each file's SHA-256; never the text",
    save_project: "Save project",
    open_project: "Open project",
    unsaved: "Some corrections are in no project file yet",
    file_project: "Cijing project",
    opened: "Project opened",
    project_error: |error| match error {
        None => "This file cannot be read, or is too large to be a project.".to_owned(),
        Some(ProjectError::NotJson { line, column }) => {
            format!("This is no project: it is no JSON from line {line}, column {column} on.")
        }
        Some(ProjectError::NotAProject) => {
            "This is no project of Cijing: “cijing-project” is missing.".to_owned()
        }
        Some(ProjectError::Newer { version }) => {
            format!("A newer Cijing saved this project (format {version}): update, then open it.")
        }
        Some(ProjectError::Damaged { line, column, what }) => {
            format!("The project is damaged in line {line}, column {column}: {what}")
        }
    },
};

fn unit(kind: UnitKind) -> &'static str {
    (Locale::English.text().unit)(kind)
}
