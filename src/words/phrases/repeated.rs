//! Long strings that recur.
//!
//! Only where a run of six characters recurs (a table of counts that never tells too few) a suffix is kept; the sorted
//! suffixes tell every string that recurs, how often and in how many articles. Time grows with n log n, and memory with
//! the text that recurs.

use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher as _;

use super::key::{SHORTEST, is_han};
use crate::text::arrange::Arrange;
use crate::words::segment::{SegmentOptions, Segmenter, Token};

/// Longest repeated string, in characters.
const LONGEST: usize = 40;
/// A string is left out where so many of its occurrences, in tenths, are in one longer string.
const NEARLY_TENTHS: usize = 8;
/// The most repeated strings that are kept.
const MOST: usize = 10_000;
/// How much of the text around a string helps to find its words, in characters.
const CONTEXT: usize = 5;

/// The runs of one article.
pub struct ArticleRuns<'d> {
    /// The runs, each closed by U+000A.
    pub text: &'d str,
}

/// Strings of at least six Han characters that recur three times in two articles, or four times. Sorted.
pub fn repeated(articles: &[ArticleRuns<'_>], segmenter: &Segmenter) -> Vec<String> {
    let corpus = Corpus::new(articles);
    let suffixes = corpus.suffixes();
    let mut kept: FxHashMap<String, usize> = FxHashMap::default();
    for repeat in corpus.repeats(&suffixes) {
        if let Some(words) = corpus.words(&suffixes, &repeat, segmenter) {
            let count = kept.entry(words).or_insert(0);
            *count = (*count).max(repeat.count());
        }
    }
    let mut rows: Vec<(String, usize)> = kept.into_iter().collect();
    rows.arrange_by(|one, other| {
        let weight = |row: &(String, usize)| row.1 * row.0.len();
        weight(other)
            .cmp(&weight(one))
            .then_with(|| one.0.cmp(&other.0))
    });
    rows.truncate(MOST);
    without_parts(rows)
}

/// Leaves out what is nearly always a part of longer ones: what is left of it recurs less than three times.
fn without_parts(mut rows: Vec<(String, usize)>) -> Vec<String> {
    rows.arrange_by(|one, other| (other.0.len(), &one.0).cmp(&(one.0.len(), &other.0)));
    let mut left: FxHashMap<&str, usize> = rows
        .iter()
        .map(|(key, count)| (key.as_str(), *count))
        .collect();
    let mut keys: Vec<String> = Vec::new();
    for (key, _) in &rows {
        let own = left.get(key.as_str()).copied().unwrap_or_default();
        if own < 3 {
            continue;
        }
        keys.push(key.clone());
        let borders: Vec<usize> = key
            .char_indices()
            .map(|(at, _)| at)
            .chain([key.len()])
            .collect();
        for (number, start) in borders.iter().enumerate() {
            for end in borders.iter().skip(number + SHORTEST) {
                let part = key.get(*start..*end).unwrap_or_default();
                if part.len() < key.len()
                    && let Some(count) = left.get_mut(part)
                {
                    *count = count.saturating_sub(own);
                }
            }
        }
    }
    keys.arrange();
    keys
}

/// All runs one behind the other.
struct Corpus {
    text: String,
    /// Where each article ends.
    ends: Vec<usize>,
}

/// A string that recurs: a range of the sorted suffixes and its length in bytes.
struct Repeat {
    first: usize,
    behind: usize,
    bytes: usize,
}

impl Repeat {
    fn count(&self) -> usize {
        self.behind - self.first
    }
}

impl Corpus {
    fn new(articles: &[ArticleRuns<'_>]) -> Self {
        let mut corpus = Self {
            text: String::with_capacity(articles.iter().map(|article| article.text.len()).sum()),
            ends: Vec::with_capacity(articles.len()),
        };
        for article in articles {
            corpus.text.push_str(article.text);
            corpus.ends.push(corpus.text.len());
        }
        corpus
    }

    /// Calls `each` with every place at which `SHORTEST` characters of one run begin, and the byte behind them.
    fn windows(&self, mut each: impl FnMut(usize, usize)) {
        let mut run_start = 0;
        for run in self.text.split_inclusive('\n') {
            let words = run.trim_end_matches('\n');
            let ends = words
                .char_indices()
                .map(|(at, character)| at + character.len_utf8())
                .skip(SHORTEST - 1);
            for ((start, _), end) in words.char_indices().zip(ends) {
                each(run_start + start, run_start + end);
            }
            run_start += run.len();
        }
    }

    fn slot(&self, start: usize, end: usize, slots: usize) -> usize {
        let mut hasher = FxHasher::default();
        hasher.write(self.text.as_bytes().get(start..end).unwrap_or_default());
        let hash = hasher.finish();
        usize::try_from((hash ^ hash >> 32) & (slots as u64 - 1)).unwrap_or(0)
    }

    /// The places at which something recurs, sorted by what stands there.
    fn suffixes(&self) -> Vec<u32> {
        let slots = (self.text.len() / 2)
            .next_power_of_two()
            .clamp(1 << 10, 1 << 24);
        let mut counts = vec![0_u8; slots];
        self.windows(|start, end| {
            if let Some(count) = counts.get_mut(self.slot(start, end, slots)) {
                *count = count.saturating_add(1);
            }
        });
        let mut places = Vec::new();
        self.windows(|start, end| {
            if counts
                .get(self.slot(start, end, slots))
                .is_some_and(|count| *count >= 3)
            {
                places.extend(u32::try_from(start));
            }
        });
        places.sort_unstable_by(|one, other| {
            // A run that ends comes before one that goes on: U+000A is less than all it holds.
            self.window(*one)
                .cmp(self.window(*other))
                .then(one.cmp(other))
        });
        places
    }

    /// What stands at a place, over the run's end.
    fn window(&self, place: u32) -> &[u8] {
        let start = place as usize;
        let end = (start + LONGEST * 3).min(self.text.len());
        self.text.as_bytes().get(start..end).unwrap_or_default()
    }

    /// What stands at a place, to the run's end.
    fn suffix(&self, place: u32) -> &[u8] {
        let window = self.window(place);
        let run = window
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(window.len());
        window.get(..run).unwrap_or_default()
    }

    /// How many bytes of whole characters two places have in common, and how many characters those are.
    fn common(&self, one: u32, other: u32) -> (usize, usize) {
        let (left, right) = (self.suffix(one), self.suffix(other));
        let same = left.iter().zip(right).take_while(|(a, b)| a == b).count();
        let start = one as usize;
        let mut end = start + same;
        while end > start && !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let characters = self
            .text
            .get(start..end)
            .map_or(0, |text| text.chars().count());
        (end - start, characters)
    }

    /// Every string that recurs often enough and is no part of a longer one that recurs nearly as often.
    fn repeats(&self, suffixes: &[u32]) -> Vec<Repeat> {
        let mut repeats = Vec::new();
        // Open strings, each longer than the one before it: length in bytes, first suffix, count of its longest
        // prolongation.
        let mut open: Vec<(usize, usize, usize)> = Vec::new();
        for index in 1..=suffixes.len() {
            let pair = (suffixes.get(index - 1), suffixes.get(index));
            let shared = match pair {
                (Some(one), Some(other)) => match self.common(*one, *other) {
                    (bytes, characters) if characters >= SHORTEST => bytes,
                    _ => 0,
                },
                _ => 0,
            };
            let mut first = index - 1;
            let mut longest_part = 1;
            while let Some((bytes, start, part)) = open.last().copied() {
                if bytes <= shared {
                    break;
                }
                open.pop();
                let repeat = Repeat {
                    first: start,
                    behind: index,
                    bytes,
                };
                let part = part.max(longest_part);
                if part * 10 < repeat.count() * NEARLY_TENTHS
                    && self.is_often_enough(suffixes, &repeat)
                {
                    longest_part = repeat.count();
                    repeats.push(repeat);
                } else {
                    longest_part = repeat.count();
                }
                first = start;
            }
            if shared > 0 {
                match open.last_mut() {
                    Some((bytes, _, part)) if *bytes == shared => *part = (*part).max(longest_part),
                    _ => open.push((shared, first, longest_part)),
                }
            }
        }
        repeats
    }

    /// Whether a string recurs three times in two articles or four times, and not nearly always behind one character.
    fn is_often_enough(&self, suffixes: &[u32], repeat: &Repeat) -> bool {
        let places = suffixes
            .get(repeat.first..repeat.behind)
            .unwrap_or_default();
        let count = places.len();
        if count < 3 {
            return false;
        }
        let article = |place: &u32| self.ends.partition_point(|end| *end <= *place as usize);
        let first = places.first().map(article);
        if count < 4 && places.iter().all(|place| Some(article(place)) == first) {
            return false;
        }
        let mut before: FxHashMap<char, usize> = FxHashMap::default();
        let mut most = 0;
        for place in places {
            let previous = self
                .text
                .get(..*place as usize)
                .and_then(|text| text.chars().next_back())
                .unwrap_or('\n');
            if previous != '\n' {
                let times = before.entry(previous).or_insert(0);
                *times += 1;
                most = most.max(*times);
            }
        }
        most * 10 < count * NEARLY_TENTHS
    }

    /// The whole words of a string that recurs; `None` where too little is left, or nothing but a name.
    fn words(&self, suffixes: &[u32], repeat: &Repeat, segmenter: &Segmenter) -> Option<String> {
        let places = suffixes.get(repeat.first..repeat.behind)?;
        // The same one whatever the order of the articles.
        let (context, start) = places
            .iter()
            .map(|place| self.context(*place as usize, repeat.bytes))
            .min()?;
        let end = start + repeat.bytes;
        let options = SegmentOptions {
            unknown_words: false,
        };
        let mut tokens: Vec<Token> = Vec::new();
        segmenter.segment(&context, options, &mut tokens);
        let mut words: Vec<&str> = Vec::new();
        let mut at = 0;
        for token in tokens {
            let behind = at + token.len_bytes as usize;
            if at >= start && behind <= end {
                words.push(context.get(at..behind)?);
            }
            at = behind;
        }
        let found = trimmed(&words)?.concat();
        let han = found.chars().filter(|character| is_han(*character)).count();
        (han >= SHORTEST && !is_name(&found, segmenter)).then_some(found)
    }

    fn context(&self, start: usize, bytes: usize) -> (String, usize) {
        let before: String = self
            .text
            .get(..start)
            .unwrap_or_default()
            .chars()
            .rev()
            .take(CONTEXT)
            .take_while(|character| *character != '\n')
            .collect();
        let before: String = before.chars().rev().collect();
        let behind: String = self
            .text
            .get(start + bytes..)
            .unwrap_or_default()
            .chars()
            .take(CONTEXT)
            .take_while(|character| *character != '\n')
            .collect();
        let words = self.text.get(start..start + bytes).unwrap_or_default();
        (format!("{before}{words}{behind}"), before.len())
    }
}

/// Words that neither begin nor end a phrase.
const LOOSE: [&str; 62] = [
    "的",
    "了",
    "和",
    "与",
    "在",
    "对",
    "等",
    "是",
    "并",
    "及",
    "将",
    "要",
    "以",
    "为",
    "把",
    "被",
    "从",
    "到",
    "向",
    "由",
    "而",
    "也",
    "都",
    "就",
    "着",
    "过",
    "又",
    "还",
    "使",
    "让",
    "给",
    "于",
    "或",
    "但",
    "其",
    "之",
    "个",
    "名",
    "年",
    "月",
    "日",
    "时",
    "后",
    "中",
    "上",
    "下",
    "内",
    "这",
    "那",
    "各",
    "该",
    "们",
    "所",
    "再",
    "各项",
    "各类",
    "有关",
    "相关",
    "重要",
    "进一步",
    "以及",
    "关于",
];

fn trimmed<'w, 't>(words: &'w [&'t str]) -> Option<&'w [&'t str]> {
    let first = words.iter().position(|word| !LOOSE.contains(word))?;
    let last = words.iter().rposition(|word| !LOOSE.contains(word))?;
    words.get(first..=last)
}

/// Whether a string is nothing but a name: it ends as bodies do, or its words are all parts of names.
fn is_name(found: &str, segmenter: &Segmenter) -> bool {
    const BODIES: [&str; 22] = [
        "指挥部",
        "委员会",
        "有限公司",
        "公司",
        "集团",
        "政府",
        "领导小组",
        "办公室",
        "法院",
        "检察院",
        "大学",
        "医院",
        "研究院",
        "研究所",
        "协会",
        "公安局",
        "管理局",
        "党校",
        "常委会",
        "监委",
        "书记处",
        "机关",
    ];
    if BODIES.iter().any(|ending| found.ends_with(ending)) {
        return true;
    }
    let mut tokens = Vec::new();
    let options = SegmentOptions {
        unknown_words: true,
    };
    segmenter.segment(found, options, &mut tokens);
    let mut rest = found;
    let mut tags = Vec::new();
    for token in tokens {
        let Some((word, behind)) = rest.split_at_checked(token.len_bytes as usize) else {
            break;
        };
        tags.push(segmenter.tag(word));
        rest = behind;
    }
    tags.iter()
        .all(|tag| tag.starts_with("nr") || matches!(*tag, "ns" | "nt" | "nz" | "m" | "t" | "eng"))
        || tags.last().is_some_and(|tag| tag.starts_with("nr"))
}
