//! Characters, sentences and paragraphs of what is in a scope.

use super::{ScopedArticle, ScopedUnit};
use crate::engine::answers::Context;
use crate::words::segment::TokenKind;
use crate::words::sentence::count_text;

/// How large something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sizes {
    /// 词次: words and numbers.
    pub tokens: u64,
    /// 字数.
    pub characters: u64,
    /// The same with marks.
    pub characters_with_marks: u64,
    /// 句.
    pub sentences: u64,
    /// 段 of running text: no headlines, no rows of tables.
    pub paragraphs: u64,
    /// 字数 of running text.
    pub running_characters: u64,
    /// 词次 of running text.
    pub running_tokens: u64,
}

impl Sizes {
    /// Adds what is as large as this.
    pub fn add(&mut self, other: &Self) {
        self.tokens += other.tokens;
        self.characters += other.characters;
        self.characters_with_marks += other.characters_with_marks;
        self.sentences += other.sentences;
        self.paragraphs += other.paragraphs;
        self.running_characters += other.running_characters;
        self.running_tokens += other.running_tokens;
    }

    /// Of an article.
    pub fn of_article(context: Context<'_>, article: &ScopedArticle<'_>) -> Self {
        let mut sizes = Self::default();
        let Some(counts) = article.counts else {
            for unit in article.units() {
                sizes.add(&Self::of_unit(context, &unit));
            }
            return sizes;
        };
        let parts = context.plan.settings.parts;
        for part in super::Part::ALL.into_iter().filter(|part| parts.has(*part)) {
            let counts = counts.of(part);
            sizes.tokens += u64::from(counts.tokens);
            sizes.characters += u64::from(counts.characters);
            sizes.characters_with_marks += u64::from(counts.characters_with_marks);
            sizes.sentences += u64::from(counts.sentences);
            if part.has_sentences() {
                sizes.running_characters += u64::from(counts.characters);
                sizes.running_tokens += u64::from(counts.tokens);
            }
        }
        let units = article.units().filter(is_running);
        sizes.paragraphs = u64::try_from(units.count()).unwrap_or(0);
        sizes
    }

    /// Of a unit. The characters of a stretch are those that are printed.
    fn of_unit(context: Context<'_>, unit: &ScopedUnit<'_>) -> Self {
        let mut sizes = Self::default();
        let vocabulary = &context.corpus.vocabulary;
        unit.terms(vocabulary, |term| {
            let is_counted = matches!(vocabulary.kind(term), TokenKind::Word | TokenKind::Number);
            sizes.tokens += u64::from(is_counted);
        });
        let document = unit.document;
        let printed = unit.unit.printed(&document.page);
        let text = printed.map_or_else(String::new, |printed| printed.text(&document.source));
        let whole = unit.unit.dateline_bytes(&document.page)..text.len();
        let whole = [super::Stretch {
            counted: 0..0,
            printed: whole,
        }];
        for stretch in unit.stretches.unwrap_or(&whole) {
            let counts = count_text(text.get(stretch.printed.clone()).unwrap_or(""));
            sizes.characters += u64::from(counts.characters);
            sizes.characters_with_marks += u64::from(counts.characters_with_marks);
            sizes.sentences += u64::from(counts.sentences);
        }
        if is_running(unit) {
            sizes.paragraphs = 1;
            sizes.running_characters = sizes.characters;
            sizes.running_tokens = sizes.tokens;
        } else {
            sizes.sentences = 0;
        }
        sizes
    }
}

fn is_running(unit: &ScopedUnit<'_>) -> bool {
    unit.part().is_some_and(super::Part::has_sentences)
}
