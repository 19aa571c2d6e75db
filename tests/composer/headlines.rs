//! Setting the headlines of an article.

use super::compose::{BLANK, Composer};
use super::layout::HeadSetting;
use super::story::Story;
use super::truth::{Kind, NO_ARTICLE, Unit};
use super::typeset::{Glyph, glyphs};

/// Longer headlines are neither letter-spaced nor set vertically.
const SHORT: usize = 14;

/// How many vertical headlines a page has at most.
const VERTICALS: usize = 2;

impl Composer {
    /// Sets the headlines of an article, in reading order.
    pub fn headlines(&mut self, article: usize, story: &Story) {
        let setting = match self.layout.head_setting {
            HeadSetting::Varied => self.random.one_of(&[
                HeadSetting::OneLine,
                HeadSetting::Lines,
                HeadSetting::Lines,
                HeadSetting::LetterSpaced,
            ]),
            setting => setting,
        };
        let mut joined: Vec<Glyph> = Vec::new();
        for (role, text) in &story.headlines {
            let unit = self.unit(Kind::Head, article);
            let text = self.with_marks(text);
            if setting == HeadSetting::Joined {
                if !joined.is_empty() {
                    joined.push(BLANK);
                }
                joined.extend(glyphs(&on_one_line(&text), unit));
            } else {
                if *role == "sub" && !self.gap {
                    // A main headline and its sub-headline may as well be taken for one.
                    self.soften();
                }
                self.headline(&text, *role == "main", setting, unit);
                self.gap |= self.layout.head_gaps || self.layout.markdown;
            }
        }
        if !joined.is_empty() {
            self.row(joined);
        }
        self.gap = false;
    }

    fn headline(&mut self, text: &str, is_main: bool, setting: HeadSetting, unit: Unit) {
        let whole = on_one_line(text);
        let bare: Vec<char> = whole
            .chars()
            .filter(|character| *character != ' ')
            .collect();
        let is_short = is_main && bare.len() <= SHORT;
        match setting {
            HeadSetting::Lines => self.headline_lines(text, unit),
            HeadSetting::LetterSpaced if is_short => {
                let spaced: Vec<String> = bare.iter().map(char::to_string).collect();
                self.row(glyphs(&spaced.join(" "), unit));
            }
            HeadSetting::Vertical if is_short && self.verticals < VERTICALS => {
                self.verticals += 1;
                for character in bare {
                    self.row(glyphs(&character.to_string(), unit));
                }
            }
            _ => {
                let mark = if is_main { "# " } else { "**" };
                let row = self.marked_down(mark, glyphs(&whole, unit));
                self.row(row);
            }
        }
    }

    /// A line for each part of a headline.
    fn headline_lines(&mut self, text: &str, unit: Unit) {
        for clause in text.split('/') {
            for part in clause.split('|') {
                self.row(glyphs(part, unit));
            }
            // Two clauses of a headline may as well be taken for two headlines.
            self.soften();
        }
        self.harden();
    }

    /// The row with Markdown marks, on pages that have them: `**` stands on both sides.
    pub fn marked_down(&mut self, mark: &str, row: Vec<Glyph>) -> Vec<Glyph> {
        if !self.layout.markdown {
            return row;
        }
        let unit = self.unit(Kind::Markup, NO_ARTICLE);
        let mut marked = glyphs(mark, unit);
        marked.extend(row);
        if mark == "**" {
            let unit = self.unit(Kind::Markup, NO_ARTICLE);
            marked.extend(glyphs(mark, unit));
        }
        marked
    }
}

/// A headline without the places where it may be broken; a blank parts its clauses.
fn on_one_line(text: &str) -> String {
    text.replace('|', "").replace('/', " ")
}
