//! Drafts that hold two articles: where one begins without a dateline behind one that ends without a byline.
//!
//! Something on the page must tell that there are two: two different persons sign, a report ends with the sign-off of
//! a notice, or two headlines want one draft. Then the seam is the paragraph across which the fewest words go on.

use std::cell::OnceCell;

use super::article::Draft;
use super::cohesion::{Held, Pairs, Words};
use super::model::ParagraphKind;
use super::opening::Openings;
use super::sign::Signs;
use crate::text::source::{Source, Span};

/// Most words that go on across a seam, in percent of those on its poorer side: where it is certain that there is a
/// seam, and where headlines tell of it.
const MOST_SHARED: (i32, i32) = (14, 7);
/// How much more of a headline one side must hold than the other, in percent.
const LEAST_MARGIN: i32 = 30;

/// Where a draft is to be divided: before this paragraph. A crosshead there is the headline of what stands behind it.
pub fn seam(source: &Source, draft: &Draft, headlines: &[(usize, Span)]) -> Option<usize> {
    let signs = Signs::of(source, draft);
    let has_crosshead =
        (draft.paragraphs.iter()).any(|(_, kind)| *kind == ParagraphKind::Crosshead);
    let may_be_told = !signs.is_closed && headlines.len() >= 2;
    let may_have_seam = signs.is_two || signs.is_notice || may_be_told || has_crosshead;
    if draft.paragraphs.len() < 2 || !(may_have_seam || signs.is_mixed) {
        return None;
    }
    let seams = Seams {
        source,
        draft,
        signs,
        openings: Openings::new(source, draft),
        headlines,
        words: OnceCell::new(),
        pairs: OnceCell::new(),
        lines: OnceCell::new(),
    };
    (1..draft.paragraphs.len())
        .filter_map(|place| Some((seams.gain(place)?, place)))
        .max_by_key(|(gain, place)| (*gain, std::cmp::Reverse(*place)))
        .map(|(_, place)| place)
}

/// All that is known of where a draft may be divided.
struct Seams<'page> {
    source: &'page Source,
    draft: &'page Draft,
    signs: Signs,
    openings: Openings<'page>,
    /// The headlines that the draft was given, with the numbers of their claims.
    headlines: &'page [(usize, Span)],
    // Most drafts have no paragraph with which an article may begin, and need not be compared.
    words: OnceCell<Words>,
    pairs: OnceCell<Pairs>,
    /// What the draft's paragraphs hold of its headlines.
    lines: OnceCell<Vec<(usize, Held)>>,
}

impl Seams<'_> {
    /// How many words go on across the border before a paragraph, in percent.
    fn shared(&self, place: usize) -> u32 {
        self.words
            .get_or_init(|| Words::of(self.source, self.draft))
            .shared(place)
    }

    /// What the draft's paragraphs hold of a headline or crosshead.
    fn held(&self, line: Span) -> Held {
        let pairs = self
            .pairs
            .get_or_init(|| Pairs::of(self.source, self.draft, self.titles()));
        pairs.held(self.source.slice(line))
    }

    /// The headlines that the draft was given, and its crossheads, of which one may be a headline.
    fn titles(&self) -> impl Iterator<Item = &str> {
        let crossheads = (self.draft.paragraphs.iter())
            .filter(|(_, kind)| *kind == ParagraphKind::Crosshead)
            .map(|(span, _)| *span);
        let lines = self.headlines.iter().map(|(_, line)| *line);
        lines.chain(crossheads).map(|line| self.source.slice(line))
    }

    fn lines(&self) -> &[(usize, Held)] {
        self.lines.get_or_init(|| {
            let lines = self.headlines.iter();
            lines
                .map(|(claim, line)| (*claim, self.held(*line)))
                .collect()
        })
    }

    /// What speaks for a seam before a paragraph; `None` where none can be.
    fn gain(&self, place: usize) -> Option<i32> {
        let (line, kind) = self.draft.paragraphs.get(place)?;
        let is_crosshead = *kind == ParagraphKind::Crosshead;
        // An article that begins with a crosshead begins there, not behind it.
        let is_behind = place > 1 && self.kind(place - 1) == Some(ParagraphKind::Crosshead);
        let first = place + usize::from(is_crosshead);
        if is_behind || !self.may_begin(first) {
            return None;
        }
        let shared = i32::try_from(self.shared(place)).ok()?;
        let held = is_crosshead.then(|| self.held(*line));
        let is_own = self.signs.is_agency || self.signs.is_named;
        let gain = if self.signs.is_two || self.signs.is_notice {
            self.signed_gain(first, shared)? + held.map_or(0, |held| self.as_headline(&held, place))
        } else if let Some(held) = held {
            headline_gain(&held, place, shared).filter(|_| is_own)?
        } else {
            let told = (!self.signs.is_closed).then(|| self.told_gain(place, shared));
            told.flatten().or_else(|| self.mixed_gain(first, shared))?
        };
        Some(gain + self.openings.looks_first(first))
    }

    /// What speaks for a crosshead to be the headline of what stands behind it. Crossheads stand several in an article,
    /// and none of them is its headline, unless it is the first and wider than the others.
    fn as_headline(&self, held: &Held, place: usize) -> i32 {
        let width = |(span, _): &(Span, ParagraphKind)| self.source.slice(*span).chars().count();
        let own = self.draft.paragraphs.get(place).map_or(0, width);
        let crossheads = || {
            let numbered = self.draft.paragraphs.iter().enumerate();
            numbered.filter(|(_, (_, kind))| *kind == ParagraphKind::Crosshead)
        };
        let is_first = crossheads().all(|(other, _)| other >= place);
        let is_widest = crossheads().all(|(other, line)| other == place || width(line) < own);
        if crossheads().count() == 1 || is_first && is_widest {
            20 + held.margin(place).abs() / 2
        } else {
            -60
        }
    }

    /// What speaks for a seam of which headlines tell: one is held by what stands before it, another by what stands
    /// behind. Lines of one claim stand together, and may be held by different paragraphs of one article.
    fn told_gain(&self, place: usize, shared: i32) -> Option<i32> {
        let margins = (self.lines().iter()).map(|(claim, line)| (line.margin(place), *claim));
        let (behind, one) = margins.clone().max()?;
        let (before, other) = margins.min()?;
        let is_told = one != other && behind >= LEAST_MARGIN && -before >= LEAST_MARGIN;
        (is_told && shared <= MOST_SHARED.1).then_some(60 + behind - before - 10 * shared)
    }

    /// What speaks for a seam in a draft of which the ends tell that it holds two articles, or that a notice ends it.
    fn signed_gain(&self, place: usize, shared: i32) -> Option<i32> {
        let addresses = self.signs.is_notice && self.openings.addresses(place);
        let opens = addresses || self.signs.is_notice && self.openings.opens_notice(place);
        let (certain, told) = MOST_SHARED;
        let most = match (addresses, self.signs.is_report) {
            (true, _) => 2 * certain,
            (_, true) => certain,
            _ => told,
        };
        (shared <= most && (self.signs.is_two || opens))
            .then_some(100 - 2 * shared + if opens { 50 } else { 0 })
    }

    /// What speaks for a seam in an agency's report under which a reporter of the newspaper signs: it must look like one.
    fn mixed_gain(&self, place: usize, shared: i32) -> Option<i32> {
        let looks = self.signs.is_mixed && self.openings.looks_first(place) >= 20;
        (looks && shared <= MOST_SHARED.1).then_some(50 - 2 * shared)
    }

    /// Whether an article may begin with a paragraph: running text behind a finished sentence.
    fn may_begin(&self, place: usize) -> bool {
        let (Some((span, kind)), 1..) = (self.draft.paragraphs.get(place), place) else {
            return false;
        };
        let text = self.source.slice(*span);
        let before = if self.kind(place - 1) == Some(ParagraphKind::Crosshead) {
            place.saturating_sub(2)
        } else {
            place - 1
        };
        *kind == ParagraphKind::Body
            && self.ends_sentence(before)
            && (text.len() >= 60 || self.openings.addresses(place))
            && !is_numbered(text)
            && !self.openings.goes_on(place)
    }

    /// Whether a text may end with a paragraph: a finished sentence, or what has none.
    fn ends_sentence(&self, place: usize) -> bool {
        self.draft
            .paragraphs
            .get(place)
            .is_some_and(|(span, kind)| {
                let text = self.source.slice(*span).trim_end();
                matches!(kind, ParagraphKind::Table | ParagraphKind::Caption)
                    || text.ends_with(['。', '！', '？', '”', '!', '?', '…', '）', ')'])
            })
    }

    fn kind(&self, place: usize) -> Option<ParagraphKind> {
        self.draft.paragraphs.get(place).map(|(_, kind)| *kind)
    }
}

/// What speaks for a crosshead to be a headline: it tells of what stands on one side of it only.
fn headline_gain(line: &Held, place: usize, shared: i32) -> Option<i32> {
    let margin = line.margin(place).abs();
    (shared <= MOST_SHARED.1 && margin >= LEAST_MARGIN).then_some(60 + margin - 10 * shared)
}

/// Whether a paragraph is an item of a document: 一、 （二） 3. 第四条
pub fn is_numbered(text: &str) -> bool {
    let mut characters = text.chars();
    let Some(first) = characters.next() else {
        return false;
    };
    let is_number = |character: char| {
        character.is_ascii_digit() || "一二三四五六七八九十百零".contains(character)
    };
    let behind: Vec<char> = characters
        .skip_while(|character| is_number(*character))
        .take(1)
        .collect();
    match first {
        '第' => matches!(behind.first(), Some('条' | '章' | '节' | '款')),
        '（' | '(' => matches!(behind.first(), Some('）' | ')')),
        '①'..='⑳' => true,
        _ if is_number(first) => matches!(behind.first(), Some('、' | '.' | '．' | '是' | '要')),
        _ => false,
    }
}
