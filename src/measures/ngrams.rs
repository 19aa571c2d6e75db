//! N元词串: sequences of words or characters that recur, and frames with one open place.
//!
//! | measure | definition | source |
//! |---|---|---|
//! | count | occurrences; those that overlap count each | – |
//! | range | articles in which it occurs | Gries 2008 |
//! | 短语框架, phrase frame | n units of which one inner unit is open; its count is that of all fillers together | Fletcher, *kfNgram*, 2002; Römer, “The inseparability of lexis and grammar”, *Annual Review of Cognitive Linguistics* 7, 2009 |
//!
//! Counted in levels: a sequence of n units can only be frequent if both its parts of n − 1 units are, so each level looks
//! only where both were, and names a sequence by the numbers of its two parts (Agrawal and Srikant, “Fast algorithms for
//! mining association rules”, *VLDB*, 1994, for sets; here for sequences). Numbers are given in the order of first
//! occurrence: no order of a table shows.

mod frames;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap;

use frames::Frames;

pub use frames::Frame;

/// A place at which no sequence goes on: a mark, the end of a paragraph.
pub const BREAK: u32 = u32::MAX;
/// The number of what is not frequent.
const NONE: u32 = u32::MAX;
/// How many places are looked at in a step.
const STEP_PLACES: usize = 128 * 1024;

/// The units of a corpus, one after another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Units {
    /// Numbers of words or characters, and [`BREAK`] between those that do not follow each other.
    pub units: Vec<u32>,
    /// Where each article begins, rising.
    pub articles: Vec<u32>,
}

/// What a sequence must have to be told of, where the conditions leave it out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum With {
    /// Nothing.
    #[default]
    Anything,
    /// One of these units: by number, whether it is one.
    OneOf(Vec<bool>),
    /// These units, one after another.
    Sequence(Vec<u32>),
}

impl With {
    fn is_in(&self, units: &[u32]) -> bool {
        match self {
            Self::Anything => true,
            Self::OneOf(wanted) => {
                let mut units = units.iter();
                units.any(|unit| wanted.get(*unit as usize).copied().unwrap_or(false))
            }
            Self::Sequence(wanted) => {
                wanted.is_empty() || units.windows(wanted.len()).any(|units| units == wanted)
            }
        }
    }
}

/// Which sequences are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Shortest, in units: at least 1.
    pub shortest: usize,
    /// Longest, not below it.
    pub longest: usize,
    /// Least count, at least 1.
    pub least_count: u32,
    /// Least number of articles, at least 1.
    pub least_articles: u32,
    /// Whether one is left out that occurs only inside a longer one of the list, as often as that.
    pub longest_only: bool,
    /// Whether frames are looked for in place of sequences.
    pub frames: bool,
}

/// A sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ngram {
    /// Where it stands first.
    pub first: u32,
    /// Its length in units.
    pub length: u8,
    /// How often it occurs.
    pub count: u32,
    /// In how many articles.
    pub articles: u32,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Sequences, the shorter first, then by first occurrence; none where frames are looked for.
    pub ngrams: Vec<Ngram>,
    /// Frames, in the same order.
    pub frames: Vec<Frame>,
    /// How many were frequent but in too few articles.
    pub in_too_few_articles: u32,
    /// How many occur only inside a longer one.
    pub inside_longer: u32,
}

/// Sequences of one length while they are counted: each by the numbers of its parts.
#[derive(Debug, Default)]
struct Tally {
    numbers: FxHashMap<u64, u32>,
    counts: Vec<Counted>,
}

#[derive(Debug, Clone, Copy)]
struct Counted {
    key: u64,
    first: u32,
    count: u32,
    articles: u32,
    last_article: u32,
}

impl Tally {
    /// Counts an occurrence; gives the number of what occurs.
    fn add(&mut self, key: u64, place: usize, article: u32) -> u32 {
        let next = small(self.counts.len());
        let number = *self.numbers.entry(key).or_insert(next);
        match self.counts.get_mut(number as usize) {
            Some(counted) => {
                counted.count += 1;
                counted.articles += u32::from(counted.last_article != article);
                counted.last_article = article;
            }
            None => self.counts.push(Counted {
                key,
                first: small(place),
                count: 1,
                articles: 1,
                last_article: article,
            }),
        }
        number
    }
}

/// In which article each place is, for places that are asked for in rising order.
#[derive(Debug, Default, Clone, Copy)]
struct ArticleAt(usize);

impl ArticleAt {
    fn of(&mut self, articles: &[u32], place: usize) -> u32 {
        while articles
            .get(self.0)
            .is_some_and(|start| *start as usize <= place)
        {
            self.0 += 1;
        }
        small(self.0)
    }
}

/// The work of counting.
#[derive(Debug)]
pub struct Ngrams {
    units: Units,
    wanted: Wanted,
    with: With,
    /// The length in work.
    length: usize,
    /// How far it is counted.
    at: usize,
    article: ArticleAt,
    tally: Tally,
    /// For every place the number of the frequent sequence that begins there, of the length before.
    parts: Vec<u32>,
    /// The same of the length in work.
    wholes: Vec<u32>,
    /// Which of the list are of the length before: number of the sequence, to its place in the list.
    listed: Vec<u32>,
    /// The numbers of all lengths, where frames need them.
    levels: Vec<Vec<u32>>,
    frames: Option<Frames>,
    is_inside: Vec<bool>,
    found: Found,
    is_done: bool,
}

impl Ngrams {
    /// Begins to count.
    pub fn new(units: Units, wanted: Wanted) -> Self {
        let wanted = Wanted {
            least_count: wanted.least_count.max(1),
            least_articles: wanted.least_articles.max(1),
            shortest: wanted.shortest.max(1),
            longest: wanted.longest.max(wanted.shortest.max(1)),
            ..wanted
        };
        Self {
            wholes: vec![NONE; units.units.len()],
            units,
            wanted,
            with: With::default(),
            length: 1,
            at: 0,
            article: ArticleAt::default(),
            tally: Tally::default(),
            parts: Vec::new(),
            listed: Vec::new(),
            levels: Vec::new(),
            frames: None,
            is_inside: Vec::new(),
            found: Found::default(),
            is_done: false,
        }
    }

    /// Tells only of those left out that have this. Frames are told of all the same.
    pub fn with(mut self, with: With) -> Self {
        self.with = with;
        self
    }

    fn is_told_of(&self, first: u32, length: usize) -> bool {
        let first = first as usize;
        let units = self.units.units.get(first..first + length);
        self.with.is_in(units.unwrap_or(&[]))
    }

    /// The longest sequences that are counted: the parts of a frame are two units shorter than it.
    fn longest(&self) -> usize {
        if self.wanted.frames {
            self.wanted.longest.saturating_sub(2).max(1)
        } else {
            self.wanted.longest
        }
    }

    /// Does some milliseconds of work; true once all is done.
    pub fn step(&mut self) -> bool {
        if self.is_done {
            return true;
        }
        if let Some(frames) = &mut self.frames {
            if frames.step(&self.units, &self.levels, &self.wanted) {
                let frames = std::mem::take(frames);
                (self.found.frames, self.found.in_too_few_articles) = frames.finish();
                self.is_done = true;
            }
            return self.is_done;
        }
        let end = (self.at + STEP_PLACES).min(self.units.units.len());
        for place in self.at..end {
            self.count(place);
        }
        self.at = end;
        if end == self.units.units.len() {
            self.end_level();
        }
        self.is_done
    }

    /// How much is done, in thousandths, at least.
    pub fn per_mille(&self) -> u16 {
        let lengths = self.longest() * if self.wanted.frames { 2 } else { 1 };
        let all = (self.units.units.len() * lengths).max(1);
        let done = self.units.units.len() * (self.length - 1) + self.at;
        u16::try_from(done * 1000 / all).unwrap_or(999).min(999)
    }

    fn count(&mut self, place: usize) {
        let unit = |place: usize| self.units.units.get(place).copied().unwrap_or(BREAK);
        let key = if self.length == 1 {
            Some(unit(place))
                .filter(|unit| *unit != BREAK)
                .map(u64::from)
        } else {
            pair(&self.parts, place, &self.parts, place + 1)
        };
        if let Some(key) = key {
            let article = self.article.of(&self.units.articles, place);
            let number = self.tally.add(key, place, article);
            if let Some(whole) = self.wholes.get_mut(place) {
                *whole = number;
            }
        }
    }

    /// Keeps the frequent sequences of a length, and goes on to the next.
    fn end_level(&mut self) {
        let tally = std::mem::take(&mut self.tally);
        let mut kept: Vec<u32> = Vec::with_capacity(tally.counts.len());
        let mut listed: Vec<u32> = Vec::new();
        let is_listed = !self.wanted.frames && self.length >= self.wanted.shortest;
        for counted in &tally.counts {
            if counted.count < self.wanted.least_count {
                kept.push(NONE);
                continue;
            }
            // One in too few articles is a part of longer ones that are so, too: those are told of as well.
            let is_spread = counted.articles >= self.wanted.least_articles;
            let is_left_out = is_listed && !is_spread;
            let is_told_of = is_left_out && self.is_told_of(counted.first, self.length);
            self.found.in_too_few_articles += u32::from(is_told_of);
            kept.push(small(listed.len()));
            if is_listed && is_spread {
                listed.push(small(self.found.ngrams.len()));
                self.hide_parts(counted);
                self.is_inside.push(false);
                self.found.ngrams.push(Ngram {
                    first: counted.first,
                    length: u8::try_from(self.length).unwrap_or(u8::MAX),
                    count: counted.count,
                    articles: counted.articles,
                });
            } else {
                listed.push(NONE);
            }
        }
        for whole in &mut self.wholes {
            *whole = kept.get(*whole as usize).copied().unwrap_or(NONE);
        }
        let has_more = !listed.is_empty();
        self.listed = listed;
        if self.wanted.frames {
            self.levels.push(self.wholes.clone());
        }
        if self.length >= self.longest() || !has_more {
            self.finish_levels();
            return;
        }
        let length = self.units.units.len();
        self.parts = std::mem::replace(&mut self.wholes, vec![NONE; length]);
        self.length += 1;
        self.at = 0;
        self.article = ArticleAt::default();
    }

    /// Marks the parts of a sequence that occur only in it.
    fn hide_parts(&mut self, whole: &Counted) {
        if self.length == 1 || !self.wanted.longest_only {
            return;
        }
        for part in [whole.key >> 32, whole.key & u64::from(u32::MAX)] {
            let listed = usize::try_from(part).ok();
            let listed = listed.and_then(|part| self.listed.get(part)).copied();
            let Some(listed) = listed.map(|listed| listed as usize) else {
                continue;
            };
            let part = self.found.ngrams.get(listed);
            if part.is_some_and(|part| part.count == whole.count)
                && let Some(is_inside) = self.is_inside.get_mut(listed)
            {
                *is_inside = true;
            }
        }
    }

    fn finish_levels(&mut self) {
        self.parts = Vec::new();
        self.wholes = Vec::new();
        if self.wanted.frames {
            self.frames = Some(Frames::new(&self.wanted));
            return;
        }
        let inside = self.found.ngrams.iter().zip(&self.is_inside);
        let inside = inside.filter(|(ngram, is_inside)| {
            **is_inside && self.is_told_of(ngram.first, usize::from(ngram.length))
        });
        self.found.inside_longer = small(inside.count());
        let mut is_inside = self.is_inside.iter();
        self.found
            .ngrams
            .retain(|_| !is_inside.next().copied().unwrap_or(false));
        self.is_done = true;
    }

    /// What was found, with the units. Before all is done, what is known so far.
    pub fn finish(self) -> (Found, Units) {
        (self.found, self.units)
    }
}

/// The key of what is put together of two parts, both frequent.
fn pair(left: &[u32], place: usize, right: &[u32], behind: usize) -> Option<u64> {
    let left = left.get(place).copied().filter(|part| *part != NONE)?;
    let right = right.get(behind).copied().filter(|part| *part != NONE)?;
    Some(u64::from(left) << 32 | u64::from(right))
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
