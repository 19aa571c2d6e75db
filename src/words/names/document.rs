//! What one document gives.

use std::collections::BTreeMap;

use super::cut::{Borders, Cut};
use super::person::{self, Found};
use super::persons::WORDS;
use super::span::{Span, Spans};
use super::tags::Tags;
use super::{Evidence, NameKind, body, place, short_place};
use crate::text::arrange::Arrange;
use crate::words::passage::{Passage, PassagePart};
use crate::words::segment::{Segmenter, Token};

/// How many names of a document are counted through all of its text.
const MOST_DOUBTFUL: usize = 64;
/// How much text is cut into words at once.
const CUT_AT_ONCE_BYTES: usize = 64 * 1024;

/// A post that stands beside a person: 市委书记、市长 before 杜小刚.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostMention {
    /// The unit of the passage.
    pub unit: u32,
    /// The person as counted.
    pub person: String,
    /// The posts as printed, with 、 between them.
    pub post: String,
    /// The bytes of the post in the passage's text.
    pub start: u32,
    /// The byte behind it.
    pub end: u32,
}

/// A list of persons: 市领导甲、乙、丙.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonList {
    /// The unit of the passage.
    pub unit: u32,
    /// The bytes from the first name to the last.
    pub start: u32,
    /// The byte behind it.
    pub end: u32,
    /// What opens the list: 市领导. Empty where nothing does.
    pub heading: String,
    /// The names in the order of the list.
    pub names: Vec<String>,
}

/// What one document says of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PersonFacts {
    /// What speaks for the name, sorted.
    pub(super) evidence: Vec<Evidence>,
    /// How many places are enough by themselves.
    pub(super) strong: u32,
    /// How many are not.
    pub(super) weak: u32,
    /// Whether it is a common word of the dictionary as well.
    pub(super) is_word: bool,
    /// Where: unit, first byte, byte behind.
    pub(super) places: Vec<(u32, u32, u32)>,
}

/// A name at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) unit: u32,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) kind: NameKind,
    pub(super) name: String,
    pub(super) evidence: Evidence,
}

/// What one document gives: names with evidence, posts, lists of persons; independent of other documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentNames {
    posts: Vec<PostMention>,
    lists: Vec<PersonList>,
    pub(super) persons: BTreeMap<String, PersonFacts>,
    /// Places, short places, bodies and reporters, in the order of the text.
    pub(super) placed: Vec<Placed>,
    pub(super) borders: BTreeMap<u32, Borders>,
}

impl DocumentNames {
    /// The posts beside persons, in the order of the text. Whether the person is one, the index says.
    pub fn posts(&self) -> &[PostMention] {
        &self.posts
    }

    /// The lists of persons, in the order of the text.
    pub fn lists(&self) -> &[PersonList] {
        &self.lists
    }
}

/// Finds the names of one document. `home` is the place whose paper it is, if known: 无锡.
pub fn find(passages: &[Passage], home: Option<&str>, segmenter: &Segmenter) -> DocumentNames {
    let mut names = DocumentNames::default();
    let mut tags = Tags::new(segmenter);
    let (mut places, mut bodies): (Vec<Span>, Vec<Span>) = (Vec::new(), Vec::new());
    let mut spans: Vec<Span> = Vec::new();
    let has_headquarters = passages
        .iter()
        .any(|passage| passage.text.contains("指挥部"));
    let mut cuts = Cuts::new(passages, segmenter);
    for passage in passages {
        names.add_reporters(passage);
        if is_passed_over(passage) {
            continue;
        }
        let cut = cuts.next();
        place::find(&cut, &mut tags, &mut places);
        bodies.clear();
        body::find(
            &cut,
            &mut tags,
            Spans(&places),
            has_headquarters,
            &mut bodies,
        );
        // What a facility is called is a place and no body: 昆山体育中心.
        bodies.retain(|body| {
            let place = Spans(&places).starting_at(body.start);
            place.is_none_or(|place| place.end != body.end)
        });
        let found = person::find(
            &cut,
            &mut tags,
            Spans(&places),
            Spans(&bodies),
            passage.dateline_bytes.max(reporters_end(&passage.text)),
        );
        // 秘书长桂林森, 后卫金晓峰: what a post stands before is no place.
        let mut taken: Vec<(usize, usize)> = found
            .candidates
            .iter()
            .filter(|candidate| candidate.is_strong)
            .map(|candidate| (candidate.start, candidate.end))
            .collect();
        taken.arrange();
        places.retain(|place| {
            let index = taken.partition_point(|(start, _)| *start < place.end);
            let last = index.checked_sub(1).and_then(|index| taken.get(index));
            last.is_none_or(|(_, end)| *end <= place.start)
        });
        spans.clear();
        spans.append(&mut places);
        spans.extend(bodies.iter().cloned());
        short_place::find(&cut, home, &mut spans);
        names.add_spans(passage, &spans);
        names.add_persons(passage, &cut, &mut tags, found);
        names.borders.insert(passage.unit, cut.into_borders());
    }
    names.shorten(passages);
    names
}

/// Whether a passage has no names but those of its byline.
fn is_passed_over(passage: &Passage) -> bool {
    passage.part == PassagePart::Byline || passage.text.is_ascii()
}

/// The passages cut into words, some of them at once: the dictionary stays at hand while they are.
struct Cuts<'a> {
    segmenter: &'a Segmenter,
    /// The passages that are not cut yet.
    rest: &'a [Passage],
    /// Those that are, the next one last.
    ready: Vec<Cut<'a>>,
    tokens: Vec<Token>,
}

impl<'a> Cuts<'a> {
    fn new(passages: &'a [Passage], segmenter: &'a Segmenter) -> Self {
        Self {
            segmenter,
            rest: passages,
            ready: Vec::new(),
            tokens: Vec::new(),
        }
    }

    /// The next passage that is not passed over; an empty one behind the last.
    fn next(&mut self) -> Cut<'a> {
        if self.ready.is_empty() {
            self.cut_some();
        }
        let next = self.ready.pop();
        next.unwrap_or_else(|| Cut::new("", self.segmenter, &mut self.tokens))
    }

    fn cut_some(&mut self) {
        let mut bytes = 0;
        while let Some((passage, rest)) = self.rest.split_first()
            && bytes < CUT_AT_ONCE_BYTES
        {
            self.rest = rest;
            if !is_passed_over(passage) {
                bytes += passage.text.len();
                let cut = Cut::new(&passage.text, self.segmenter, &mut self.tokens);
                self.ready.push(cut);
            }
        }
        self.ready.reverse();
    }
}

impl DocumentNames {
    fn add_spans(&mut self, passage: &Passage, spans: &[Span]) {
        for span in spans {
            let Some(name) = passage.text.get(span.start..span.end) else {
                continue;
            };
            self.placed.push(Placed {
                unit: passage.unit,
                start: offset(span.start),
                end: offset(span.end),
                kind: span.kind,
                name: name.to_owned(),
                evidence: span.evidence,
            });
        }
    }

    fn add_persons(&mut self, passage: &Passage, cut: &Cut<'_>, tags: &mut Tags<'_>, found: Found) {
        for candidate in found.candidates {
            let name = cut.get(candidate.start..candidate.end);
            let facts = self.persons.entry(name.to_owned()).or_default();
            if facts.places.is_empty() {
                facts.is_word = person::ordinary(tags, name) && !WORDS.famous.has(name);
            }
            if let Err(at) = facts.evidence.binary_search(&candidate.evidence) {
                facts.evidence.insert(at, candidate.evidence);
            }
            facts.strong += u32::from(candidate.is_strong);
            facts.weak += u32::from(!candidate.is_strong);
            let place = (passage.unit, offset(candidate.start), offset(candidate.end));
            if facts.places.last() != Some(&place) {
                facts.places.push(place);
            }
        }
        for (start, end, name_start, name_end) in found.posts {
            self.posts.push(PostMention {
                unit: passage.unit,
                person: cut.get(name_start..name_end).to_owned(),
                post: cut.get(start..end).to_owned(),
                start: offset(start),
                end: offset(end),
            });
        }
        for list in found.lists {
            let (Some(first), Some(last)) = (list.names.first(), list.names.last()) else {
                continue;
            };
            self.lists.push(PersonList {
                unit: passage.unit,
                start: offset(first.0),
                end: offset(last.1),
                heading: cut.get(list.heading..first.0).to_owned(),
                names: list
                    .names
                    .iter()
                    .map(|(start, end)| cut.get(*start..*end).to_owned())
                    .collect(),
            });
        }
    }

    /// 贺琼爬 is 贺琼 where the document has that more often: what follows a name is another thing each time.
    fn shorten(&mut self, passages: &[Passage]) {
        let doubtful: Vec<(String, String)> = self
            .persons
            .iter()
            .filter(|(name, facts)| {
                name.chars().count() == 3
                    && !facts.evidence.contains(&Evidence::List)
                    && !facts.evidence.contains(&Evidence::Verb)
                    && !facts.evidence.contains(&Evidence::Dictionary)
                    && facts.strong == 1
            })
            .filter_map(|(name, _)| {
                let last = name.char_indices().next_back()?.0;
                Some((name.clone(), name.get(..last)?.to_owned()))
            })
            .filter(|(_, short)| self.persons.contains_key(short))
            .take(MOST_DOUBTFUL)
            .collect();
        for (long, short) in doubtful {
            let count = |name: &str| -> usize {
                passages
                    .iter()
                    .map(|passage| passage.text.matches(name).count())
                    .sum()
            };
            let (of_long, of_short) = (count(&long), count(&short));
            if of_short > 2 * of_long || of_short > of_long && of_long == 1 {
                let Some(facts) = self.persons.remove(&long) else {
                    continue;
                };
                let sum = self.persons.entry(short).or_default();
                let cut = offset(long.len() / 3);
                let places = facts.places.iter();
                sum.places
                    .extend(places.map(|(unit, start, end)| (*unit, *start, end - cut)));
                sum.strong += facts.strong;
                for evidence in facts.evidence {
                    if let Err(at) = sum.evidence.binary_search(&evidence) {
                        sum.evidence.insert(at, evidence);
                    }
                }
            }
        }
    }

    /// Where the byline has its names: their letters may be spaced out there.
    fn add_reporters(&mut self, passage: &Passage) {
        let mut from = 0;
        for name in &passage.reporters {
            let found =
                spaced(&passage.text, name, from).or_else(|| spaced(&passage.text, name, 0));
            // Of two datelines in an article only one has the name.
            let whole = (passage.part == PassagePart::Byline).then_some((0, passage.text.len()));
            let Some((start, end)) = found.or(whole) else {
                continue;
            };
            let is_known = self
                .placed
                .iter()
                .rev()
                .take_while(|placed| placed.unit == passage.unit)
                .any(|placed| placed.start == offset(start) && placed.name == *name);
            if is_known {
                continue;
            }
            from = end;
            self.placed.push(Placed {
                unit: passage.unit,
                start: offset(start),
                end: offset(end),
                kind: NameKind::Reporter,
                name: name.clone(),
                evidence: Evidence::Byline,
            });
        }
    }
}

/// The byte behind the reporters that a paragraph begins with and that were not read as a dateline: 本报某地讯（记者 甲）.
fn reporters_end(text: &str) -> usize {
    let window = text
        .get(..text.floor_char_boundary(120))
        .unwrap_or_default();
    if !window.contains(['（', '(']) {
        return 0;
    }
    let open = ["（记者", "(记者", "（通讯员", "(通讯员", "（本报记者"]
        .iter()
        .find_map(|open| window.find(open));
    match open {
        Some(open) if open <= 45 => text
            .get(open..)
            .and_then(|rest| rest.find(['）', ')']))
            .map_or(0, |close| open + close),
        _ => 0,
    }
}

/// Where a name stands in a text, perhaps with blanks between its characters.
fn spaced(text: &str, name: &str, from: usize) -> Option<(usize, usize)> {
    let first = name.chars().next()?;
    let rest = text.get(from..)?;
    rest.match_indices(first).find_map(|(start, _)| {
        let mut wanted = name.chars();
        let mut next = wanted.next();
        for (byte, character) in rest.get(start..)?.char_indices() {
            if Some(character) == next {
                next = wanted.next();
                if next.is_none() {
                    return Some((from + start, from + start + byte + character.len_utf8()));
                }
            } else if !character.is_whitespace() {
                return None;
            }
        }
        None
    })
}

/// Offsets as mentions hold them: passages over 4 GiB do not occur.
pub(super) fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
