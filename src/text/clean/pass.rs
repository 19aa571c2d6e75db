//! The passes and their switches.

use serde::{Deserialize, Serialize};

/// One pass of cleaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pass {
    /// 部首字修复: radicals and compatibility forms become the characters that they show.
    Radicals,
    /// 全半角归一: full-width letters, digits and the signs among them become half-width.
    Width,
    /// 繁体转简体: traditional characters become simplified ones. Off unless asked for.
    Traditional,
    /// 版式空格: blanks inside dates, times and quantities close up. Other blanks stay: they part words.
    LayoutSpaces,
    /// 字间空格: single Han characters with a blank between each two close up.
    LetterSpacing,
    /// 标点归一: half-width, vertical and foreign marks among Han characters become those of the mainland.
    Punctuation,
    /// 异体字归一: variants become the standard character.
    Variants,
    /// 网址与邮箱: addresses are one token each, and no words.
    Addresses,
}

impl Pass {
    /// Every pass, in the order in which they run.
    pub const ALL: [Self; 8] = [
        Self::Radicals,
        Self::Width,
        Self::Traditional,
        Self::LayoutSpaces,
        Self::LetterSpacing,
        Self::Punctuation,
        Self::Variants,
        Self::Addresses,
    ];

    /// Its place in [`Pass::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }
}

/// Which passes are on; where nothing is said, all but [`Pass::Traditional`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Passes {
    /// [`Pass::Radicals`].
    pub radicals: bool,
    /// [`Pass::Width`].
    pub width: bool,
    /// [`Pass::Traditional`].
    pub traditional: bool,
    /// [`Pass::LayoutSpaces`].
    pub layout_spaces: bool,
    /// [`Pass::LetterSpacing`].
    pub letter_spacing: bool,
    /// [`Pass::Punctuation`].
    pub punctuation: bool,
    /// [`Pass::Variants`].
    pub variants: bool,
    /// [`Pass::Addresses`].
    pub addresses: bool,
}

impl Default for Passes {
    fn default() -> Self {
        Self::all(true)
    }
}

impl Passes {
    /// All passes on but the one that is on request only, or all off.
    pub fn all(on: bool) -> Self {
        Self {
            radicals: on,
            width: on,
            traditional: false,
            letter_spacing: on,
            layout_spaces: on,
            punctuation: on,
            variants: on,
            addresses: on,
        }
    }

    /// Whether a pass is on.
    pub fn has(self, pass: Pass) -> bool {
        match pass {
            Pass::Radicals => self.radicals,
            Pass::Width => self.width,
            Pass::Traditional => self.traditional,
            Pass::LetterSpacing => self.letter_spacing,
            Pass::LayoutSpaces => self.layout_spaces,
            Pass::Punctuation => self.punctuation,
            Pass::Variants => self.variants,
            Pass::Addresses => self.addresses,
        }
    }

    /// The passes that are on for a text with such blanks.
    pub(super) fn for_blanks(self, blanks: Blanks) -> Self {
        match blanks {
            Blanks::MayClose => self,
            Blanks::Part => Self {
                letter_spacing: false,
                layout_spaces: false,
                ..self
            },
        }
    }

    /// Switches a pass.
    pub fn set(&mut self, pass: Pass, on: bool) {
        *match pass {
            Pass::Radicals => &mut self.radicals,
            Pass::Width => &mut self.width,
            Pass::Traditional => &mut self.traditional,
            Pass::LetterSpacing => &mut self.letter_spacing,
            Pass::LayoutSpaces => &mut self.layout_spaces,
            Pass::Punctuation => &mut self.punctuation,
            Pass::Variants => &mut self.variants,
            Pass::Addresses => &mut self.addresses,
        } = on;
    }
}

/// What the blanks inside a text are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blanks {
    /// Blanks of running text, which may come from the layout.
    MayClose,
    /// Blanks that part the cells of a table's row: they stay.
    Part,
}

/// How many changes each pass made, by [`Pass::index`].
pub type PassCounts = [u32; Pass::ALL.len()];
