//! The candidates of one document.

use rustc_hash::FxHashSet;

use super::PhraseKind;
use super::four::{FourCharacters, is_made, parallel_parts};
use super::key::{TitleMarks, is_han, is_left_out, key_of, runs, title_marks};
use crate::text::arrange::Arrange;
use crate::text::source::is_letter_or_digit;
use crate::words::passage::{Passage, PassagePart};
use crate::words::segment::{SegmentOptions, Segmenter, Token};
use crate::words::speech::quotation::{LONGEST_PHRASE, Quotation, quotations};
use crate::words::speech::{SpeechKind, SpeechSpan};

/// Longest title in 《》, in characters.
const LONGEST_TITLE: usize = 100;
/// How much of the key form around a marked phrase is kept, in characters.
const AROUND: usize = 16;

/// What one document holds that may be a phrase: all that [`super::PhraseIndex`] needs to know of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentPhrases {
    /// What stands in quotation marks or 《》.
    pub(super) marked: Vec<Marked>,
    /// Four-character phrases, sorted.
    pub(super) four: Vec<String>,
    /// Parallel rows of them: 外防输入, 内防反弹.
    pub(super) rows: Vec<Vec<String>>,
    /// For each article, the stretches in which repeated strings are looked for, each closed by U+000A.
    pub(super) articles: Vec<String>,
}

/// A phrase in marks, at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    pub key: String,
    pub kind: PhraseKind,
    /// The key form around it, and where it begins there.
    pub context: String,
    pub start: usize,
}

/// The candidates of a document. `speech` tells what is direct speech and so no phrase; both are sorted by unit.
pub fn find(passages: &[Passage], speech: &[SpeechSpan], segmenter: &Segmenter) -> DocumentPhrases {
    let direct: FxHashSet<(u32, u32)> = speech
        .iter()
        .filter(|span| span.kind == SpeechKind::Direct)
        .map(|span| (span.unit, span.start))
        .collect();
    let mut finder = Finder {
        segmenter,
        four: FourCharacters::new(segmenter),
        found: DocumentPhrases::default(),
        article: None,
    };
    for passage in passages.iter().filter(|passage| is_searched(passage.part)) {
        let quotations: Vec<Quotation> = quotations(&passage.text)
            .into_iter()
            .filter(|quotation| {
                let start = u32::try_from(quotation.inner.start).unwrap_or(u32::MAX);
                !quotation.is_speech && !direct.contains(&(passage.unit, start))
            })
            .collect();
        finder.read(passage, &quotations);
    }
    let mut found = finder.found;
    found.four.arrange();
    found.four.dedup();
    found.rows.arrange();
    found.rows.dedup();
    found
}

/// Whether phrases are looked for in this part.
pub(super) fn is_searched(part: PassagePart) -> bool {
    !matches!(part, PassagePart::Byline | PassagePart::Signature)
}

struct Finder<'s> {
    segmenter: &'s Segmenter,
    four: FourCharacters<'s>,
    found: DocumentPhrases,
    article: Option<u32>,
}

impl Finder<'_> {
    fn read(&mut self, passage: &Passage, quotations: &[Quotation]) {
        let text = passage.text.as_str();
        let from = passage.dateline_bytes;
        for quotation in quotations
            .iter()
            .filter(|quotation| quotation.start >= from)
        {
            let range = quotation.inner.clone();
            self.mark(
                text,
                range.start,
                range.end,
                PhraseKind::Quoted,
                LONGEST_PHRASE,
            );
        }
        for (start, end) in titles(text, from) {
            self.mark(text, start, end, PhraseKind::Title, LONGEST_TITLE);
        }
        self.four_characters(text.get(from..).unwrap_or_default());
        self.rows(text.get(from..).unwrap_or_default());
        if self.article != Some(passage.article) {
            self.article = Some(passage.article);
            self.found.articles.push(String::new());
        }
        if let Some(article) = self.found.articles.last_mut() {
            for run in runs(text, from) {
                article.push_str(&run);
                article.push('\n');
            }
        }
    }

    fn mark(&mut self, text: &str, start: usize, end: usize, kind: PhraseKind, longest: usize) {
        let inner = text.get(start..end).unwrap_or_default();
        if inner.len() > longest * 4 {
            return;
        }
        let key = key_of(inner);
        if !key.chars().any(is_letter_or_digit) || key.chars().count() > longest {
            return;
        }
        if kind == PhraseKind::Quoted && title_marks(&key) != TitleMarks::Whole {
            return;
        }
        let kept = |character: &char| !is_left_out(*character);
        let before: String = text
            .get(..start)
            .unwrap_or_default()
            .chars()
            .rev()
            .filter(kept)
            .take(AROUND)
            .collect();
        let before: String = before.chars().rev().collect();
        let behind = text.get(end..).unwrap_or_default().chars().filter(kept);
        let mut context = format!("{before}{key}");
        context.extend(behind.take(AROUND));
        self.found.marked.push(Marked {
            start: before.len(),
            key,
            kind,
            context,
        });
    }

    /// Four characters that are a phrase by themselves, leftmost first.
    fn four_characters(&mut self, text: &str) {
        for run in text
            .split(|character| !is_han(character))
            .filter(|run| !run.is_empty())
        {
            let characters: Vec<(usize, char)> = run.char_indices().collect();
            let mut words: Option<FxHashSet<usize>> = None;
            let mut next = 0;
            for (place, window) in characters.windows(4).enumerate() {
                let &[(start, a), (_, b), (_, c), (last, d)] = window else {
                    continue;
                };
                let end = last + d.len_utf8();
                let word = run.get(start..end).unwrap_or_default();
                if place < next || !self.four.is_phrase([a, b, c, d], word) {
                    continue;
                }
                let is_certain =
                    b == d || self.four.is_listed(word) || self.segmenter.is_word(word);
                if is_made([a, b, c, d]) && !is_certain {
                    // 市委市政府 and 一人一档案 have such characters by chance.
                    let borders = words.get_or_insert_with(|| borders(run, self.segmenter));
                    if !borders.contains(&start) || !borders.contains(&end) {
                        continue;
                    }
                }
                self.found.four.push(word.to_owned());
                next = place + 4;
            }
        }
    }

    /// Rows of parts between 、.
    fn rows(&mut self, text: &str) {
        for clause in text
            .split(|character| !(is_han(character) || character == '、' || is_left_out(character)))
        {
            if !clause.contains('、') {
                continue;
            }
            let parts: Vec<&str> = clause
                .split(is_left_out)
                .filter(|part| !part.is_empty())
                .collect();
            for (row, shares_character) in parallel_parts(&parts, self.segmenter) {
                self.found.four.extend(row.iter().cloned());
                if shares_character {
                    self.found.rows.push(row);
                }
            }
        }
    }
}

/// The bytes at which a word of `run` begins or ends.
fn borders(run: &str, segmenter: &Segmenter) -> FxHashSet<usize> {
    let mut tokens: Vec<Token> = Vec::new();
    let options = SegmentOptions {
        unknown_words: false,
    };
    segmenter.segment(run, options, &mut tokens);
    let mut at = 0;
    let mut borders = FxHashSet::default();
    borders.insert(0);
    for token in tokens {
        at += token.len_bytes as usize;
        borders.insert(at);
    }
    borders
}

/// The bytes inside 《》, outermost ones.
pub(super) fn titles(text: &str, from: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, character) in text.char_indices().skip_while(|(at, _)| *at < from) {
        match character {
            '《' => open.push(at + character.len_utf8()),
            '》' => {
                if let Some(start) = open.pop()
                    && open.is_empty()
                {
                    found.push((start, at));
                }
            }
            '。' => open.clear(),
            _ => {}
        }
    }
    found
}
