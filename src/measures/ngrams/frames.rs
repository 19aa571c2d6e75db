//! Frames: sequences with one inner unit left open.

use rustc_hash::FxHashMap;

use super::{ArticleAt, BREAK, NONE, STEP_PLACES, Tally, Units, Wanted, pair, small};
use crate::text::arrange::Arrange;

/// How many fillers of a frame are named.
const EXAMPLES: usize = 5;
/// A frame with fewer different fillers is no frame.
const LEAST_FILLERS: u32 = 2;

/// A frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Where it stands first.
    pub first: u32,
    /// Its length in units, with the open one.
    pub length: u8,
    /// The number of the open unit, from 0: neither the first nor the last.
    pub open: u8,
    /// How often it occurs.
    pub count: u32,
    /// In how many articles.
    pub articles: u32,
    /// How many different units fill it.
    pub fillers: u32,
    /// The most frequent of them with their counts; equally frequent ones by first occurrence. At most 5.
    pub examples: Vec<(u32, u32)>,
}

/// The work of finding frames: for each length and open unit the frames are counted, then what fills the frequent ones.
#[derive(Debug, Default)]
pub struct Frames {
    /// Lengths and open units that are still to do, the last one in work.
    waiting: Vec<(usize, usize)>,
    at: usize,
    article: ArticleAt,
    tally: Tally,
    /// Frames in work, and for every place the number of the one that begins there, once they are counted.
    in_work: Option<(Vec<Frame>, Vec<u32>)>,
    /// The counts of fillers, by frame and filler; then in the order of first occurrence.
    numbers: FxHashMap<u64, u32>,
    fillers: Vec<(u64, u32)>,
    /// The number of the frame at every place, as counted.
    places: Vec<u32>,
    found: Vec<Frame>,
    in_too_few_articles: u32,
}

impl Frames {
    pub(super) fn new(wanted: &Wanted) -> Self {
        let lengths = wanted.shortest.max(3)..=wanted.longest.max(3);
        let mut waiting: Vec<(usize, usize)> = lengths
            .flat_map(|length| (1..length - 1).map(move |open| (length, open)))
            .collect();
        waiting.reverse();
        Self {
            waiting,
            ..Self::default()
        }
    }

    /// Does some milliseconds of work; true once all is done.
    pub(super) fn step(&mut self, units: &Units, levels: &[Vec<u32>], wanted: &Wanted) -> bool {
        let Some((length, open)) = self.waiting.last().copied() else {
            return true;
        };
        let all = units.units.len();
        let end = (self.at + STEP_PLACES).min(all);
        if self.in_work.is_some() {
            self.count_fillers(units, open, end);
        } else {
            self.count(units, levels, (length, open), end);
        }
        self.at = end;
        if end == all {
            self.at = 0;
            self.article = ArticleAt::default();
            match self.in_work.take() {
                None => self.keep((length, open), wanted),
                Some((frames, _)) => {
                    self.take_fillers(frames);
                    self.waiting.pop();
                }
            }
        }
        self.waiting.is_empty()
    }

    fn count(
        &mut self,
        units: &Units,
        levels: &[Vec<u32>],
        (length, open): (usize, usize),
        end: usize,
    ) {
        self.places.resize(units.units.len(), NONE);
        let left = levels.get(open - 1);
        let right = levels.get(length - open - 2);
        let (Some(left), Some(right)) = (left, right) else {
            return;
        };
        for place in self.at..end {
            let filler = units.units.get(place + open).copied();
            let is_filled = filler.is_some_and(|filler| filler != BREAK);
            let key = pair(left, place, right, place + open + 1).filter(|_| is_filled);
            let number = key.map_or(NONE, |key| {
                let article = self.article.of(&units.articles, place);
                self.tally.add(key, place, article)
            });
            if let Some(frame) = self.places.get_mut(place) {
                *frame = number;
            }
        }
    }

    /// Keeps the frames that are frequent enough, before what fills them is counted.
    fn keep(&mut self, (length, open): (usize, usize), wanted: &Wanted) {
        let tally = std::mem::take(&mut self.tally);
        let mut kept = Vec::with_capacity(tally.counts.len());
        let mut frames = Vec::new();
        for counted in &tally.counts {
            let is_frequent = counted.count >= wanted.least_count;
            let is_kept = is_frequent && counted.articles >= wanted.least_articles;
            self.in_too_few_articles += u32::from(is_frequent && !is_kept);
            kept.push(if is_kept { small(frames.len()) } else { NONE });
            if is_kept {
                frames.push(Frame {
                    first: counted.first,
                    length: u8::try_from(length).unwrap_or(u8::MAX),
                    open: u8::try_from(open).unwrap_or(u8::MAX),
                    count: counted.count,
                    articles: counted.articles,
                    fillers: 0,
                    examples: Vec::new(),
                });
            }
        }
        let mut places = std::mem::take(&mut self.places);
        for place in &mut places {
            *place = kept.get(*place as usize).copied().unwrap_or(NONE);
        }
        self.in_work = Some((frames, places));
    }

    fn count_fillers(&mut self, units: &Units, open: usize, end: usize) {
        let Some((_, places)) = &self.in_work else {
            return;
        };
        for place in self.at..end {
            let frame = places.get(place).copied().filter(|frame| *frame != NONE);
            let filler = units.units.get(place + open).copied();
            let (Some(frame), Some(filler)) = (frame, filler) else {
                continue;
            };
            let key = u64::from(frame) << 32 | u64::from(filler);
            let next = small(self.fillers.len());
            let number = *self.numbers.entry(key).or_insert(next);
            match self.fillers.get_mut(number as usize) {
                Some((_, count)) => *count += 1,
                None => self.fillers.push((key, 1)),
            }
        }
    }

    fn take_fillers(&mut self, mut frames: Vec<Frame>) {
        self.numbers.clear();
        for (key, count) in self.fillers.drain(..) {
            let frame = usize::try_from(key >> 32).ok();
            let Some(frame) = frame.and_then(|frame| frames.get_mut(frame)) else {
                continue;
            };
            let filler = (key & u64::from(u32::MAX)) as u32;
            frame.fillers += 1;
            // Few are kept, so each finds its place among them.
            let place = frame.examples.partition_point(|(_, known)| *known >= count);
            if place < EXAMPLES {
                frame.examples.insert(place, (filler, count));
                frame.examples.truncate(EXAMPLES);
            }
        }
        let frames = frames.into_iter();
        self.found
            .extend(frames.filter(|frame| frame.fillers >= LEAST_FILLERS));
    }

    /// The frames, and how many were frequent but in too few articles.
    pub(super) fn finish(mut self) -> (Vec<Frame>, u32) {
        self.found
            .arrange_by_key(|frame| (frame.length, frame.first, frame.open));
        (self.found, self.in_too_few_articles)
    }
}
