//! 人工校正: the commands on the focused unit, and the corrections that they make.

use super::caret::{holds, place_behind, printed_chars};
use super::reading::Reading;
use crate::report::views::{CleanUnit, UnitKind};
use crate::text::page::correction::Correction;
use crate::text::page::model::{HeadlineRole, ParagraphKind};

/// What can be done with the focused unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// 另起一段: a new unit begins at the caret.
    Split,
    /// 接下段: the next unit goes on in this one.
    Join,
    /// 作标题: asks of which article, and in which role.
    MakeHeadline,
    /// 作正文.
    MakeParagraph,
    /// 移出.
    SetAside,
    /// 恢复.
    Restore,
    /// 分稿: a new article begins with this unit.
    DivideArticle,
    /// 并稿: the unit's article becomes the end of the one before it.
    MergeArticles,
}

impl Command {
    /// The commands in the order of the screen.
    pub const ALL: [Self; 8] = [
        Self::Split,
        Self::Join,
        Self::MakeHeadline,
        Self::MakeParagraph,
        Self::SetAside,
        Self::Restore,
        Self::DivideArticle,
        Self::MergeArticles,
    ];

    /// The key that gives the command, as [`KeyboardEvent.key`] names it, letters in lower case.
    ///
    /// [`KeyboardEvent.key`]: https://developer.mozilla.org/docs/Web/API/KeyboardEvent/key
    pub fn key(self) -> &'static str {
        match self {
            Self::Split => "enter",
            Self::Join => "delete",
            Self::MakeHeadline => "h",
            Self::MakeParagraph => "p",
            Self::SetAside => "x",
            Self::Restore => "r",
            Self::DivideArticle => "a",
            Self::MergeArticles => "m",
        }
    }

    /// The command of a key.
    pub fn of_key(key: &str) -> Option<Self> {
        let key = key.to_ascii_lowercase();
        Self::ALL.into_iter().find(|command| command.key() == key)
    }

    /// The command that made a correction.
    pub fn of_correction(correction: &Correction) -> Self {
        match correction {
            Correction::Split { .. } => Self::Split,
            Correction::Join { .. } => Self::Join,
            Correction::MakeHeadline { .. } => Self::MakeHeadline,
            Correction::MakeParagraph { .. } => Self::MakeParagraph,
            Correction::SetAside { .. } => Self::SetAside,
            Correction::Restore { .. } => Self::Restore,
            Correction::DivideArticle { .. } => Self::DivideArticle,
            Correction::MergeArticles { .. } => Self::MergeArticles,
        }
    }

    /// The name that the page's tests look for.
    pub fn name(self) -> &'static str {
        match self {
            Self::Split => "split",
            Self::Join => "join",
            Self::MakeHeadline => "make-headline",
            Self::MakeParagraph => "make-paragraph",
            Self::SetAside => "set-aside",
            Self::Restore => "restore",
            Self::DivideArticle => "divide-article",
            Self::MergeArticles => "merge-articles",
        }
    }
}

/// What a headline is to be made of: asked before it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadlineForm {
    /// The article's number.
    pub article: u32,
    /// The part of the headline.
    pub role: HeadlineRole,
}

/// The place by which a correction names the unit that it changes.
pub fn corrected_place(correction: &Correction) -> u32 {
    match *correction {
        Correction::Split { at } | Correction::Join { at } | Correction::DivideArticle { at } => at,
        Correction::MakeHeadline { unit, .. }
        | Correction::MakeParagraph { unit, .. }
        | Correction::SetAside { unit }
        | Correction::Restore { unit } => unit,
        Correction::MergeArticles { article, .. } => article,
    }
}

/// The corrections that named a unit, in the order in which they were made.
pub fn corrections_of<'c>(
    unit: &CleanUnit,
    corrections: &'c [Correction],
) -> impl Iterator<Item = &'c Correction> {
    corrections
        .iter()
        .filter(|correction| holds(unit, corrected_place(correction)))
}

impl Reading {
    /// The correction that a command makes of the focused unit; `None` where it does not fit.
    /// [`Command::MakeHeadline`] needs [`Reading::headline`].
    pub fn correction(&self, command: Command) -> Option<Correction> {
        let (focus, unit) = self.focused()?;
        let place = unit.anchor?;
        let is_set_aside = matches!(unit.kind, UnitKind::SetAside(_));
        match command {
            Command::Split => {
                let inside = 0 < focus.caret && focus.caret < printed_chars(unit);
                let at = place_behind(unit, focus.caret)?;
                (inside && can_be_divided(unit.kind)).then_some(Correction::Split { at })
            }
            Command::Join => {
                let next = self.clean.get(focus.unit + 1)?;
                goes_on(unit, next).then_some(Correction::Join { at: place })
            }
            Command::MakeHeadline => None,
            Command::MakeParagraph => {
                let kind = ParagraphKind::Body;
                (unit.kind != UnitKind::Paragraph(kind))
                    .then_some(Correction::MakeParagraph { unit: place, kind })
            }
            Command::SetAside => (!is_set_aside).then_some(Correction::SetAside { unit: place }),
            Command::Restore => is_set_aside.then_some(Correction::Restore { unit: place }),
            Command::DivideArticle => {
                let is_paragraph = matches!(unit.kind, UnitKind::Paragraph(_));
                (is_paragraph && !self.begins_article(focus.unit))
                    .then_some(Correction::DivideArticle { at: place })
            }
            Command::MergeArticles => {
                let before = unit.article?.checked_sub(1)?;
                let into = self.article_anchor(before)?;
                Some(Correction::MergeArticles {
                    article: place,
                    into,
                })
            }
        }
    }

    /// Whether a command fits the focused unit.
    pub fn allows(&self, command: Command) -> bool {
        match command {
            Command::MakeHeadline => self.headline_form().is_some(),
            other => self.correction(other).is_some(),
        }
    }

    /// The correction that makes the focused unit a headline.
    pub fn headline(&self, form: HeadlineForm) -> Option<Correction> {
        let (_, unit) = self.focused()?;
        Some(Correction::MakeHeadline {
            unit: unit.anchor?,
            article: self.article_anchor(form.article)?,
            role: form.role,
        })
    }

    /// What is proposed for a headline made of the focused unit; `None` where it cannot be one.
    pub fn headline_form(&self) -> Option<HeadlineForm> {
        let (focus, unit) = self.focused()?;
        if unit.kind == UnitKind::Byline {
            return None;
        }
        let article = self.headlined(focus.unit, unit)?;
        let has_main = self.clean.loaded().any(|(number, other)| {
            number != focus.unit
                && other.article == Some(article)
                && other.kind == UnitKind::Headline(HeadlineRole::Main)
        });
        let role = if has_main {
            HeadlineRole::Sub
        } else {
            HeadlineRole::Main
        };
        Some(HeadlineForm { article, role })
    }

    /// The article of which the unit is most likely a headline: its own, where it stands before all other paragraphs
    /// of it; else the one that begins next in the source; else its own.
    fn headlined(&self, number: u32, unit: &CleanUnit) -> Option<u32> {
        let before = number
            .checked_sub(1)
            .and_then(|before| self.clean.get(before));
        let leads = before.is_none_or(|before| {
            before.article != unit.article || matches!(before.kind, UnitKind::Headline(_))
        });
        if leads && matches!(unit.kind, UnitKind::Paragraph(_)) {
            return unit.article;
        }
        let place = unit.anchor?;
        let articles = self.articles_near();
        let next = articles
            .iter()
            .filter(|&&(article, begins)| begins > place && Some(article) != unit.article)
            .min_by_key(|&&(_, begins)| begins);
        let last = articles.last().map(|&(article, _)| article);
        next.map(|&(article, _)| article).or(unit.article).or(last)
    }

    /// The articles whose first unit has arrived, with its first character, in reading order.
    pub fn articles_near(&self) -> Vec<(u32, u32)> {
        let first = |&start: &u32| {
            let unit = self.clean.get(start)?;
            Some((unit.article?, unit.anchor?))
        };
        self.starts.iter().filter_map(first).collect()
    }

    fn article_anchor(&self, article: u32) -> Option<u32> {
        let near = self.articles_near();
        near.into_iter()
            .find(|&(number, _)| number == article)
            .map(|(_, place)| place)
    }

    fn begins_article(&self, unit: u32) -> bool {
        self.starts.binary_search(&unit).is_ok()
    }
}

fn can_be_divided(kind: UnitKind) -> bool {
    kind != UnitKind::Byline
}

/// Whether the next unit can go on in this one: of one article and one sort, or set aside by one rule.
fn goes_on(unit: &CleanUnit, next: &CleanUnit) -> bool {
    let is_same_sort = match (unit.kind, next.kind) {
        (UnitKind::Headline(_), UnitKind::Headline(_))
        | (UnitKind::Paragraph(_), UnitKind::Paragraph(_))
        | (UnitKind::Signature, UnitKind::Signature) => true,
        (UnitKind::SetAside(rule), UnitKind::SetAside(other)) => rule == other,
        _ => false,
    };
    is_same_sort && unit.article == next.article
}
