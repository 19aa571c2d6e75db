//! Strings of 校正 and 待核.

mod en;
mod zh;

pub use en::TEXT as ENGLISH;
pub use zh::TEXT as CHINESE;

use crate::engine::project_file::ProjectError;
use crate::report::label::decimal;
use crate::report::views::Precision;
use crate::text::page::Reason;
use crate::text::page::correction::Correction;
use crate::text::page::decision::Answer;
use crate::ui::state::{Command, Told};

/// The strings of one language.
pub struct MendingText {
    // The commands.
    pub commands: &'static str,
    pub command: fn(Command) -> &'static str,
    pub command_note: fn(Command) -> &'static str,
    /// The name of a command's key, as it stands on a keyboard.
    pub key: fn(Command) -> &'static str,
    pub hint: &'static str,
    /// The mark of a unit that was corrected, and what it says.
    pub corrected: &'static str,
    pub corrected_note: fn(&[Command]) -> String,
    /// What a doubtful decision's mark says: what was decided, why, how sure.
    pub doubt_note: fn(Answer, Reason, u8) -> String,
    pub unfitting: fn(usize) -> String,
    pub told: fn(Told) -> String,

    // The headline form.
    pub role: &'static str,
    pub article: &'static str,
    pub article_number: fn(u32) -> String,
    pub make: &'static str,
    pub cancel: &'static str,

    // The decisions.
    pub review: &'static str,
    pub doubtful: &'static str,
    pub sample: &'static str,
    pub another_sample: &'static str,
    pub sums: fn(u32, u32) -> String,
    pub seen: fn(u32, u32) -> String,
    pub nothing_doubtful: &'static str,
    pub answer: fn(Answer) -> String,
    pub reason: fn(Reason) -> &'static str,
    pub confidence: fn(u8) -> String,
    pub confidence_note: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub if_wrong: fn(Option<Correction>) -> String,
    pub next: &'static str,
    pub previous: &'static str,
    pub judged: fn(Option<bool>) -> &'static str,
    pub precision: fn(Precision, bool) -> String,

    // The project.
    pub project: &'static str,
    pub project_note: &'static str,
    pub save_project: &'static str,
    pub open_project: &'static str,
    pub unsaved: &'static str,
    pub file_project: &'static str,
    pub opened: &'static str,
    /// What is wrong with a project file; `None` for one that could not be read.
    pub project_error: fn(Option<&ProjectError>) -> String,
}

fn letter_key(command: Command) -> &'static str {
    match command {
        Command::MakeHeadline => "H",
        Command::MakeParagraph => "P",
        Command::SetAside => "X",
        Command::Restore => "R",
        Command::DivideArticle => "A",
        Command::MergeArticles => "M",
        Command::Split | Command::Join => "",
    }
}

/// The share of the right among the judged, as a percentage.
fn share(precision: Precision) -> String {
    percent(f64::from(precision.right) / f64::from(precision.judged.max(1)))
}

/// A share as a percentage with one decimal, without `.0` at both ends of the scale.
fn percent(share: f64) -> String {
    let tenths = (share * 1000.0).round() / 10.0;
    match tenths {
        0.0 => "0%".to_owned(),
        100.0 => "100%".to_owned(),
        tenths => format!("{}%", decimal(tenths, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_precision_of_a_sample_is_told_with_its_interval() {
        let precision = Precision {
            judged: 50,
            right: 49,
            low: 0.895,
            high: 0.9965,
        };
        let rows = [
            (
                CHINESE,
                "已判 50 处，对 49 处：正确率 98.0%，95% 置信区间 89.5%–99.7%（Wilson 法）",
            ),
            (
                ENGLISH,
                "50 judged, 49 right. Precision: 98.0%, 95% confidence interval 89.5%–99.7% (Wilson)",
            ),
        ];
        for (text, expected) in rows {
            assert_eq!((text.precision)(precision, true), expected);
        }
    }

    #[test]
    fn shares_as_percentages() {
        for (share, expected) in [
            (0.0, "0%"),
            (1.0, "100%"),
            (0.9, "90.0%"),
            (0.8426, "84.3%"),
        ] {
            assert_eq!(percent(share), expected);
        }
    }
}
