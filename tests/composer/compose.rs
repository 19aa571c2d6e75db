//! Puts a page together.

use std::collections::BTreeMap;

use super::divide::{Jump, cut_for_arrival, cut_for_jump};
use super::furniture;
use super::layout::{Blanks, HeadPlace, Layout, Place, Set};
use super::random::Random;
use super::story::{Story, stories};
use super::truth::{Kind, NO_ARTICLE, Owners, Unit};
use super::typeset::{Column, Glyph, glyphs, set};

/// A page and what it is made of.
#[derive(Debug, Clone)]
pub struct Composed {
    pub seed: u64,
    pub layout: Layout,
    pub stories: Vec<&'static str>,
    pub text: String,
    pub truth: Owners,
    /// For each article the roles of its headlines.
    pub roles: Vec<Vec<&'static str>>,
}

/// The page of a seed.
pub fn page(set: Set, seed: u64) -> Composed {
    let mut random = Random::new(seed * 2 + u64::from(set == Set::HeldOut));
    let layout = Layout::draw(set, &mut random);
    let mut chosen = stories(set);
    random.shuffle(&mut chosen);
    chosen.truncate(random.between(3, 7));
    let mut composer = Composer::new(layout, random);
    composer.page(&mut chosen);
    let truth = composer.owners(chosen.len());
    Composed {
        seed,
        stories: chosen.iter().map(|story| story.name).collect(),
        text: truth.characters.iter().collect(),
        truth,
        roles: composer.roles,
        layout: composer.layout,
    }
}

/// One line of the page.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub glyphs: Vec<Glyph>,
    blank_before: bool,
    /// Whether the break behind it may be a border as well as none.
    is_soft: bool,
}

/// A page in the making.
pub struct Composer {
    pub layout: Layout,
    pub random: Random,
    pub rows: Vec<Row>,
    /// Whether the next row stands behind a blank line.
    pub gap: bool,
    /// The lines of the running column.
    pub lines_in_column: usize,
    /// How many vertical headlines there are.
    pub verticals: usize,
    numbers: BTreeMap<(Kind, usize), usize>,
    roles: Vec<Vec<&'static str>>,
}

impl Composer {
    fn new(layout: Layout, random: Random) -> Self {
        Self {
            layout,
            random,
            rows: Vec::new(),
            gap: false,
            lines_in_column: 0,
            verticals: 0,
            numbers: BTreeMap::new(),
            roles: Vec::new(),
        }
    }

    /// The next unit of its kind.
    pub fn unit(&mut self, kind: Kind, article: usize) -> Unit {
        let number = self.numbers.entry((kind, article)).or_default();
        *number += 1;
        Unit {
            kind,
            article,
            number: *number - 1,
        }
    }

    /// Sets a line.
    pub fn row(&mut self, glyphs: Vec<Glyph>) {
        let blank_before = std::mem::take(&mut self.gap) && !self.rows.is_empty();
        self.rows.push(Row {
            glyphs,
            blank_before,
            is_soft: false,
        });
    }

    /// A border between units, which has a blank line on pages that have blank lines at all.
    pub fn unit_gap(&mut self) {
        self.gap |= self.layout.blanks != Blanks::None;
    }

    fn page(&mut self, stories: &mut [Story]) {
        self.furniture(Place::Top);
        let jumps = self.layout.jump && cut_for_jump(stories, &mut self.random);
        let arrives = self.layout.arrival && cut_for_arrival(stories, &mut self.random);
        let last = stories.len() - 1;
        let mut waiting: Vec<usize> = Vec::new();
        for (article, story) in stories.iter().enumerate() {
            self.roles
                .push(story.headlines.iter().map(|(role, _)| *role).collect());
            self.unit_gap();
            self.gap |= matches!(self.layout.head_place, HeadPlace::AtEnd | HeadPlace::Mixed);
            let place = match self.layout.head_place {
                HeadPlace::Mixed => self.random.one_of(&[HeadPlace::Behind, HeadPlace::AtEnd]),
                place => place,
            };
            if place == HeadPlace::Before {
                self.headlines(article, story);
                self.unit_gap();
            }
            let jump = Jump {
                leaves: jumps && article == 0,
                arrives: arrives && article == last,
            };
            self.body(article, story, jump);
            match place {
                HeadPlace::Behind => {
                    self.unit_gap();
                    self.headlines(article, story);
                }
                HeadPlace::AtEnd => waiting.push(article),
                HeadPlace::Before | HeadPlace::Mixed => {}
            }
        }
        self.random.shuffle(&mut waiting);
        for article in waiting {
            self.gap = true;
            self.headlines(article, &stories[article]);
        }
        self.furniture(Place::Bottom);
    }

    /// Everything that is no article and stands at this end of the page.
    fn furniture(&mut self, place: Place) {
        let layout = self.layout.clone();
        if layout.nameplate && place == Place::Top {
            let name = furniture::nameplate(&mut self.random);
            self.aside_lines(&[name]);
        }
        if layout.folio == place {
            let lines = furniture::folio(&mut self.random);
            self.aside_lines(lines);
        }
        if layout.index == place {
            let lines = furniture::index(&mut self.random);
            self.aside_lines(lines);
        }
        if layout.advertisement == place {
            self.advertisement();
        }
        if layout.staff == place {
            let lines = furniture::staff(&mut self.random);
            self.aside_lines(lines);
        }
        if layout.site == place {
            let lines = furniture::site(&mut self.random);
            self.aside_lines(lines);
        }
        if layout.imprint == place {
            let lines = furniture::imprint(&mut self.random);
            self.aside_lines(lines);
        }
    }

    fn aside_lines(&mut self, lines: &[&str]) {
        self.gap = true;
        for line in lines {
            let unit = self.unit(Kind::Aside, NO_ARTICLE);
            self.row(glyphs(line, unit));
        }
        self.gap = true;
    }

    fn advertisement(&mut self) {
        self.gap = true;
        let column = self.column();
        for text in furniture::advertisement(&mut self.random) {
            let unit = self.unit(Kind::Aside, NO_ARTICLE);
            let glyphs = glyphs(&self.with_marks(text), unit);
            self.rows_of(&glyphs, column);
        }
        self.gap = true;
    }

    /// Sets a text that is no paragraph in the column.
    pub fn rows_of(&mut self, text: &[Glyph], column: Column) {
        for line in set(
            text,
            Column {
                indent: 0,
                ..column
            },
        ) {
            self.row(line);
        }
    }

    /// The text with full-width or half-width marks.
    pub fn with_marks(&self, text: &str) -> String {
        if !self.layout.half_width_marks {
            return text.to_owned();
        }
        let half = |character| match character {
            '，' => ',',
            '；' => ';',
            '：' => ':',
            '？' => '?',
            '！' => '!',
            '（' => '(',
            '）' => ')',
            other => other,
        };
        text.chars().map(half).collect()
    }

    /// The column of the next article.
    pub fn column(&mut self) -> Column {
        let width = match self.layout.width {
            0 => usize::MAX / 4,
            width if self.layout.width_varies => width + self.random.between(0, 2) - 1,
            width => width,
        };
        self.column_of(width * 2)
    }

    /// A column of so many half cells.
    pub fn column_of(&self, width: usize) -> Column {
        Column {
            width,
            indent: 4,
            prohibition: self.layout.prohibition,
            squeezes_marks: self.layout.squeezes_marks,
        }
    }

    /// The break behind the last row may be read in two ways.
    pub fn soften(&mut self) {
        self.set_soft(true);
    }

    /// The break behind the last row is what it is.
    pub fn harden(&mut self) {
        self.set_soft(false);
    }

    fn set_soft(&mut self, is_soft: bool) {
        if let Some(row) = self.rows.last_mut() {
            row.is_soft = is_soft;
        }
    }

    fn owners(&self, articles: usize) -> Owners {
        let mut owners = Owners::new(articles);
        let line_end = if self.layout.carriage_returns {
            "\r\n"
        } else {
            "\n"
        };
        let mut line = 0;
        for row in &self.rows {
            if row.blank_before {
                owners.push_blanks(line_end);
                line += 1;
            }
            for glyph in &row.glyphs {
                owners.push(glyph.character, glyph.unit);
            }
            owners.push_blanks(line_end);
            if row.is_soft {
                owners.soft.insert(line);
            }
            line += 1;
        }
        owners
    }
}

/// A blank between units on one line.
pub const BLANK: Glyph = Glyph {
    character: ' ',
    unit: None,
};
/// A full-width blank.
pub const WIDE_BLANK: Glyph = Glyph {
    character: '\u{3000}',
    unit: None,
};
