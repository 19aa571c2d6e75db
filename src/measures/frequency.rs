//! Word counts: how often and in how many articles each term occurs.
//!
//! An article is counted once, when it is read ([`PartCounter`]); the word list is made from these counts, so that
//! another choice of parts, stop words, shortest length or parts of speech counts again without segmenting again.
//!
//! | measure | formula | source |
//! |---|---|---|
//! | 频次, count | f(w): occurrences of w in the parts that are counted | – |
//! | 每万词, relative frequency | f(w) · per / N, N = all tokens of those parts, filtered or not | McEnery and Hardie, *Corpus Linguistics: Method, Theory and Practice*, 2012 (normalised frequency) |
//! | 见于篇数, range | number of counted articles in which f(w) > 0 | Gries, “Dispersions and adjusted frequencies in corpora”, *International Journal of Corpus Linguistics* 13, 2008 |

use super::options::CountedParts;
use super::part::Part;
use crate::words::groups::TermGroups;
use crate::words::sentence::{TextCounts, count_text};
use crate::words::stopwords::StopWords;
use crate::words::vocabulary::{TermId, Vocabulary};

/// The counts of one article, part by part, so that each can be switched off. Dateline, byline and sign-off are in none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArticleCounts {
    /// By the place of the part in [`Part::ALL`].
    parts: [PartCounts; Part::COUNT],
}

impl ArticleCounts {
    /// The counts of a part.
    pub fn of(&self, part: Part) -> &PartCounts {
        // Every part has its place.
        let [nothing, ..] = &self.parts;
        self.parts.get(part.index()).unwrap_or(nothing)
    }

    /// The counts of the parts that are counted and not empty.
    pub fn counted(&self, parts: CountedParts) -> impl Iterator<Item = &PartCounts> {
        let all = Part::ALL.into_iter().zip(&self.parts);
        all.filter(move |(part, counts)| {
            parts.has(*part) && counts.characters_with_marks + counts.tokens > 0
        })
        .map(|(_, counts)| counts)
    }

    /// 字数 of the parts that are counted.
    pub fn characters(&self, parts: CountedParts) -> u32 {
        let counts = self.counted(parts);
        counts.fold(0, |sum, part| sum.saturating_add(part.characters))
    }

    /// Takes the terms of another segmentation of the same text; characters and sentences stay.
    pub fn take_terms(&mut self, other: Self) {
        for (part, other) in self.parts.iter_mut().zip(other.parts) {
            part.terms = other.terms;
            part.tokens = other.tokens;
        }
    }
}

/// Counts articles part by part and keeps its memory between them.
#[derive(Debug, Clone, Default)]
pub struct ArticleCounter([PartCounter; Part::COUNT]);

impl ArticleCounter {
    /// The counter of a part.
    pub fn part(&mut self, part: Part) -> &mut PartCounter {
        let [main, other, crosshead, lead, body, caption, table] = &mut self.0;
        match part {
            Part::MainHeadline => main,
            Part::OtherHeadlines => other,
            Part::Crosshead => crosshead,
            Part::Lead => lead,
            Part::Body => body,
            Part::Caption => caption,
            Part::Table => table,
        }
    }

    /// Counts the characters of a unit, and its sentences where the part has any.
    pub fn add_text(&mut self, part: Part, text: &str) {
        let counter = self.part(part);
        if part.has_sentences() {
            counter.add_paragraph_text(text);
        } else {
            counter.add_headline_text(text);
        }
    }

    /// The counts since the last call; the counter is empty again.
    pub fn finish(&mut self) -> ArticleCounts {
        ArticleCounts {
            parts: self.0.each_mut().map(PartCounter::finish),
        }
    }
}

/// The counts of one part of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartCounts {
    /// Words and numbers with their counts, sorted by number of the term; every count is at least 1.
    pub terms: Vec<(TermId, u32)>,
    /// Sum of the counts.
    pub tokens: u32,
    /// 字数: Han characters, letters and digits.
    pub characters: u32,
    /// The same with marks.
    pub characters_with_marks: u32,
    /// Sentences; 0 in headlines and tables, which have none.
    pub sentences: u32,
}

impl PartCounts {
    /// The counts of both parts together.
    pub fn merged(&self, other: &Self) -> Self {
        let mut counter = PartCounter::new();
        for (term, count) in self.terms.iter().chain(&other.terms) {
            counter.add_times(*term, *count);
        }
        let terms = counter.finish();
        Self {
            characters: self.characters.saturating_add(other.characters),
            characters_with_marks: self
                .characters_with_marks
                .saturating_add(other.characters_with_marks),
            sentences: self.sentences.saturating_add(other.sentences),
            ..terms
        }
    }
}

/// Counts one part after another and keeps its memory between them.
#[derive(Debug, Clone, Default)]
pub struct PartCounter {
    /// Count by number of the term; 0 but for the terms met.
    counts: Vec<u32>,
    met: Vec<TermId>,
    part: PartCounts,
}

impl PartCounter {
    /// A counter that has met nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts one token. Only words and numbers are given.
    pub fn add(&mut self, term: TermId) {
        self.add_times(term, 1);
    }

    fn add_times(&mut self, term: TermId, times: u32) {
        if term.index() >= self.counts.len() {
            self.counts.resize(term.index() + 1, 0);
        }
        if let Some(count) = self.counts.get_mut(term.index()) {
            if *count == 0 {
                self.met.push(term);
            }
            *count = count.saturating_add(times);
            self.part.tokens = self.part.tokens.saturating_add(times);
        }
    }

    /// Counts the characters of a headline, or of a row of a table: none has sentences.
    pub fn add_headline_text(&mut self, text: &str) {
        let headline = TextCounts {
            sentences: 0,
            ..count_text(text)
        };
        self.add_text(headline);
    }

    /// Counts the characters and sentences of a paragraph.
    pub fn add_paragraph_text(&mut self, text: &str) {
        self.add_text(count_text(text));
    }

    fn add_text(&mut self, text: TextCounts) {
        let part = &mut self.part;
        part.characters = part.characters.saturating_add(text.characters);
        part.characters_with_marks = part
            .characters_with_marks
            .saturating_add(text.characters_with_marks);
        part.sentences = part.sentences.saturating_add(text.sentences);
    }

    /// The counts since the last call; the counter is empty again.
    pub fn finish(&mut self) -> PartCounts {
        self.met.sort_unstable();
        let mut part = std::mem::take(&mut self.part);
        part.terms.reserve_exact(self.met.len());
        for term in self.met.drain(..) {
            if let Some(count) = self.counts.get_mut(term.index()) {
                part.terms.push((term, std::mem::take(count)));
            }
        }
        part
    }
}

/// What is counted and which rows are kept.
#[derive(Clone, Copy)]
pub struct Filter<'a> {
    /// Which parts are counted.
    pub parts: CountedParts,
    /// Shortest term kept, in characters.
    pub shortest_chars: u32,
    /// Terms left out.
    pub stop_words: &'a StopWords,
    /// Whether terms with this tag are kept.
    pub keeps_tag: &'a dyn Fn(&str) -> bool,
}

impl Filter<'_> {
    /// Whether `term` is kept as a row.
    pub fn keeps(&self, vocabulary: &Vocabulary, term: TermId) -> bool {
        vocabulary.chars(term) >= self.shortest_chars
            && (self.keeps_tag)(vocabulary.tag(term))
            && !self.stop_words.contains(vocabulary.term(term))
    }
}

/// The sums over the counted parts of all articles given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CountTotals {
    /// Articles given.
    pub articles: u32,
    /// 字数.
    pub characters: u32,
    /// The same with marks.
    pub characters_with_marks: u32,
    /// Tokens before any filter: the base of relative frequencies.
    pub tokens: u32,
    /// Different terms among them.
    pub types: u32,
    /// Sentences.
    pub sentences: u32,
    /// The base of relative frequencies, see [`per`].
    pub per: u32,
    /// Tokens of the terms kept.
    pub kept_tokens: u32,
    /// Terms kept: the rows.
    pub kept_types: u32,
}

/// One term of the word list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordCount {
    /// The term.
    pub term: TermId,
    /// 频次: at least 1.
    pub count: u32,
    /// 见于篇数: at least 1.
    pub articles: u32,
    /// The number of the group that the row stands for; the term is then any of its members.
    pub group: Option<u32>,
}

impl WordCount {
    /// The term, or the group's name among those of all groups.
    pub fn name<'n>(&self, vocabulary: &'n Vocabulary, groups: &'n [String]) -> &'n str {
        match self.group {
            Some(group) => groups.get(group as usize).map_or("", String::as_str),
            None => vocabulary.term(self.term),
        }
    }
}

/// The word list with its sums.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordCounts {
    /// The sums.
    pub totals: CountTotals,
    /// The terms kept: most frequent first, then in code point order of the term.
    pub rows: Vec<WordCount>,
}

/// Makes the word list of `articles`. The tags of `vocabulary` must be filled.
pub fn word_counts<'a>(
    articles: impl Iterator<Item = &'a ArticleCounts>,
    vocabulary: &Vocabulary,
    filter: &Filter<'_>,
) -> WordCounts {
    word_counts_by_group(articles, vocabulary, filter, &TermGroups::default())
}

/// Makes the word list of `articles` with one row for each group that occurs, in place of the rows of its members.
///
/// A group gathers all of its members, also those that a filter would leave out: whoever makes a group wants it. The
/// sums of tokens and types are those without groups; the kept types are the rows, the kept tokens those of all terms
/// that stand in a row, each once. A term of several groups counts in each. Groups stand among words of the same count
/// by their names.
pub fn word_counts_by_group<'a>(
    articles: impl Iterator<Item = &'a ArticleCounts>,
    vocabulary: &Vocabulary,
    filter: &Filter<'_>,
    groups: &TermGroups,
) -> WordCounts {
    let mut sums = Sums::new(vocabulary.len(), groups);
    for article in articles {
        sums.add(article.counted(filter.parts));
    }
    sums.into_word_counts(vocabulary, filter)
}

/// Sums by number of the term.
struct Sums<'g> {
    totals: CountTotals,
    terms: Vec<TermSum>,
    groups: Vec<TermSum>,
    groups_of: &'g TermGroups,
}

/// The sum of a term or group.
#[derive(Clone, Copy, Default)]
struct TermSum {
    count: u32,
    articles: u32,
    /// The last article in which the term occurred, from 1.
    last_article: u32,
}

impl TermSum {
    fn add(&mut self, count: u32, article: u32) {
        self.count = self.count.saturating_add(count);
        self.articles += u32::from(self.last_article != article);
        self.last_article = article;
    }
}

impl<'g> Sums<'g> {
    fn new(terms: usize, groups: &'g TermGroups) -> Self {
        Self {
            totals: CountTotals::default(),
            terms: vec![TermSum::default(); terms],
            groups: vec![TermSum::default(); groups.names().len()],
            groups_of: groups,
        }
    }

    fn add<'a>(&mut self, parts: impl Iterator<Item = &'a PartCounts>) {
        let totals = &mut self.totals;
        totals.articles = totals.articles.saturating_add(1);
        for part in parts {
            totals.characters = totals.characters.saturating_add(part.characters);
            totals.characters_with_marks = totals
                .characters_with_marks
                .saturating_add(part.characters_with_marks);
            totals.tokens = totals.tokens.saturating_add(part.tokens);
            totals.sentences = totals.sentences.saturating_add(part.sentences);
            for (term, count) in &part.terms {
                let Some(sum) = self.terms.get_mut(term.index()) else {
                    continue;
                };
                sum.add(*count, totals.articles);
                for group in self.groups_of.of(*term) {
                    if let Some(sum) = self.groups.get_mut(*group as usize) {
                        sum.add(*count, totals.articles);
                    }
                }
            }
        }
    }

    fn into_word_counts(self, vocabulary: &Vocabulary, filter: &Filter<'_>) -> WordCounts {
        let mut totals = self.totals;
        let mut rows = Vec::new();
        let mut member_of = vec![None; self.groups.len()];
        for (term, sum) in vocabulary.ids().zip(self.terms) {
            if sum.count == 0 {
                continue;
            }
            totals.types += 1;
            let groups = self.groups_of.of(term);
            for group in groups {
                if let Some(member) = member_of.get_mut(*group as usize) {
                    *member = Some(term);
                }
            }
            if !groups.is_empty() {
                totals.kept_tokens = totals.kept_tokens.saturating_add(sum.count);
            } else if filter.keeps(vocabulary, term) {
                totals.kept_types += 1;
                totals.kept_tokens = totals.kept_tokens.saturating_add(sum.count);
                rows.push(WordCount {
                    term,
                    count: sum.count,
                    articles: sum.articles,
                    group: None,
                });
            }
        }
        for ((number, sum), member) in (0..).zip(self.groups).zip(member_of) {
            let Some(term) = member else { continue };
            totals.kept_types += 1;
            rows.push(WordCount {
                term,
                count: sum.count,
                articles: sum.articles,
                group: Some(number),
            });
        }
        totals.per = per(totals.tokens);
        let names = self.groups_of.names();
        rows.sort_unstable_by(|left, right| {
            (right.count.cmp(&left.count))
                .then_with(|| {
                    left.name(vocabulary, names)
                        .cmp(right.name(vocabulary, names))
                })
                .then_with(|| left.group.cmp(&right.group))
        });
        WordCounts { totals, rows }
    }
}

/// The base of relative frequencies: 10,000 for less than a million tokens, else 1,000,000.
pub fn per(tokens: u32) -> u32 {
    const MILLION: u32 = 1_000_000;
    if tokens < MILLION { 10_000 } else { MILLION }
}

/// Relative frequency: `count` · `per` / `tokens`; 0 without tokens.
pub fn relative(count: u32, tokens: u32, per: u32) -> f64 {
    if tokens == 0 {
        return 0.0;
    }
    f64::from(count) * f64::from(per) / f64::from(tokens)
}

#[cfg(test)]
mod tests;
