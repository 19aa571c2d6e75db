//! The parts of an article that are counted apart, so that each can be switched on and off without counting again.

use super::options::CountedParts;

/// A part of an article: what [`CountedParts`] switches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// 主标题.
    MainHeadline,
    /// 引题、副题、提要题.
    OtherHeadlines,
    /// 小标题.
    Crosshead,
    /// 导语.
    Lead,
    /// 正文, without the lead.
    Body,
    /// 图片说明.
    Caption,
    /// 表格.
    Table,
}

impl Part {
    /// How many there are.
    pub const COUNT: usize = 7;

    /// Every part, in the order in which the screen offers them.
    pub const ALL: [Self; Self::COUNT] = [
        Self::MainHeadline,
        Self::OtherHeadlines,
        Self::Crosshead,
        Self::Lead,
        Self::Body,
        Self::Caption,
        Self::Table,
    ];

    /// Its place in [`Self::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// Whether it is running text: only that has sentences. Headlines and the rows of tables are none.
    pub fn has_sentences(self) -> bool {
        matches!(self, Self::Lead | Self::Body | Self::Caption)
    }
}

impl CountedParts {
    /// Nothing.
    pub const NONE: Self = Self {
        main_headline: false,
        other_headlines: false,
        crossheads: false,
        lead: false,
        body: false,
        captions: false,
        tables: false,
    };

    /// Whether a part is counted.
    pub fn has(&self, part: Part) -> bool {
        match part {
            Part::MainHeadline => self.main_headline,
            Part::OtherHeadlines => self.other_headlines,
            Part::Crosshead => self.crossheads,
            Part::Lead => self.lead,
            Part::Body => self.body,
            Part::Caption => self.captions,
            Part::Table => self.tables,
        }
    }

    /// Counts a part, or does not.
    pub fn set(&mut self, part: Part, is_counted: bool) {
        let switch = match part {
            Part::MainHeadline => &mut self.main_headline,
            Part::OtherHeadlines => &mut self.other_headlines,
            Part::Crosshead => &mut self.crossheads,
            Part::Lead => &mut self.lead,
            Part::Body => &mut self.body,
            Part::Caption => &mut self.captions,
            Part::Table => &mut self.tables,
        };
        *switch = is_counted;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_its_own_switch_and_place() {
        for (place, part) in Part::ALL.into_iter().enumerate() {
            assert_eq!(part.index(), place);
            let mut parts = CountedParts::NONE;
            parts.set(part, true);
            let on: Vec<Part> = Part::ALL
                .into_iter()
                .filter(|part| parts.has(*part))
                .collect();
            assert_eq!(on, [part]);
        }
    }
}
