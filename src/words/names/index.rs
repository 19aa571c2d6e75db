//! All documents together with the user's decisions.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::cut::Borders;
use super::document::{PersonFacts, offset};
use super::word_list::ByEdge;
use super::{DocumentNames, Evidence, Mention, NameChoice, NameDecision, NameKind};
use crate::text::arrange::{Arrange, ordered};
use crate::words::passage::{Passage, PassagePart};
use crate::words::segment::Segmenter;

/// All documents together with the user's decisions. Does not depend on the order of the documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameIndex {
    /// Every name and what speaks for it.
    known: BTreeMap<NameKind, BTreeMap<String, Vec<Evidence>>>,
    /// Persons that are common words as well: only where something speaks for them.
    words: BTreeSet<String>,
    rejected: BTreeSet<(NameKind, String)>,
    forms: BTreeMap<(NameKind, String), String>,
    /// Names that are looked for everywhere, by kind: persons, and what the user accepted.
    sought: BTreeMap<NameKind, Sought>,
    listed: Vec<(String, NameKind)>,
}

/// What speaks for a name, sorted.
#[derive(Default)]
struct EvidenceKinds(Vec<Evidence>);

impl EvidenceKinds {
    fn add(&mut self, evidence: Evidence) {
        if let Err(at) = self.0.binary_search(&evidence) {
            self.0.insert(at, evidence);
        }
    }
}

/// Names by the characters with which they begin, the longer first.
type Sought = ByEdge<Box<str>>;

impl NameIndex {
    /// Puts together what the documents give.
    pub fn new<'a>(
        documents: impl Iterator<Item = &'a DocumentNames>,
        decisions: &[NameDecision],
        segmenter: &Segmenter,
    ) -> Self {
        Self::of_parts(documents.map(std::iter::once), decisions, segmenter)
    }

    /// Puts together what documents give that were looked through in parts.
    pub fn of_parts<'a>(
        documents: impl Iterator<Item = impl Iterator<Item = &'a DocumentNames>>,
        decisions: &[NameDecision],
        segmenter: &Segmenter,
    ) -> Self {
        let mut index = Self::default();
        let mut persons: BTreeMap<&'a str, (PersonFacts, u32)> = BTreeMap::new();
        let mut evidence: FxHashMap<(NameKind, &'a str), EvidenceKinds> = FxHashMap::default();
        for parts in documents {
            let mut here: FxHashSet<&'a str> = FxHashSet::default();
            for document in parts {
                for (name, facts) in &document.persons {
                    let (sum, documents) = persons.entry(name).or_default();
                    add_facts(sum, facts);
                    *documents += u32::from(here.insert(name));
                }
                for placed in &document.placed {
                    let evidence = evidence.entry((placed.kind, &*placed.name)).or_default();
                    evidence.add(placed.evidence);
                }
            }
        }
        let mut evidence: Vec<_> = evidence.into_iter().collect();
        evidence.arrange_by_key(|(name, _)| *name);
        for ((kind, name), evidence) in evidence {
            let names = index.known.entry(kind).or_default();
            names.insert(name.to_owned(), evidence.0);
        }
        index.take_persons(persons);
        index.decide(decisions);
        index.seek(decisions);
        index.list(segmenter);
        index
    }

    fn add(&mut self, kind: NameKind, name: &str, evidence: Evidence) {
        let names = self.known.entry(kind).or_default();
        if !names.contains_key(name) {
            names.insert(name.to_owned(), Vec::new());
        }
        if let Some(all) = names.get_mut(name)
            && let Err(at) = all.binary_search(&evidence)
        {
            all.insert(at, evidence);
        }
    }

    /// Believes persons: on one strong place, or on two kinds of evidence; of a common word two kinds, or a list.
    fn take_persons(&mut self, persons: BTreeMap<&str, (PersonFacts, u32)>) {
        let reporters: BTreeSet<String> = self
            .known
            .get(&NameKind::Reporter)
            .map(|names| ordered(names.keys().cloned()))
            .unwrap_or_default();
        let is_believed = |name: &str, facts: &PersonFacts| {
            let kinds = facts.evidence.len() + usize::from(reporters.contains(name));
            let is_listed = facts.evidence.contains(&Evidence::List);
            if facts.is_word {
                kinds >= 2 || is_listed && facts.strong > 0
            } else {
                facts.strong > 0
                    || kinds >= 2
                    || facts.weak >= 2
                        && (name.chars().count() >= 3 || facts.evidence.contains(&Evidence::Verb))
            }
        };
        let mut believed: BTreeMap<&str, (PersonFacts, u32)> = ordered(
            persons
                .into_iter()
                .filter(|(name, (facts, _))| is_believed(name, facts)),
        );
        let wrong: Vec<&str> = believed
            .iter()
            .filter_map(|(name, (facts, _))| shorter_or_longer(&believed, name, facts))
            .collect();
        for name in wrong {
            believed.remove(name);
        }
        for (name, (facts, documents)) in believed {
            for evidence in &facts.evidence {
                self.add(NameKind::Person, name, *evidence);
            }
            if documents > 1 {
                self.add(NameKind::Person, name, Evidence::Corpus);
            }
            if facts.is_word {
                self.words.insert(name.to_owned());
            }
        }
    }

    fn decide(&mut self, decisions: &[NameDecision]) {
        for decision in decisions {
            let key = (decision.kind, decision.name.clone());
            match &decision.choice {
                NameChoice::Accepted => {
                    self.rejected.remove(&key);
                    self.add(decision.kind, &decision.name, Evidence::User);
                }
                NameChoice::Rejected => {
                    if let Some(names) = self.known.get_mut(&decision.kind) {
                        names.remove(&decision.name);
                    }
                    self.rejected.insert(key);
                }
                NameChoice::FormOf(long) => {
                    self.forms.insert(key, long.clone());
                }
            }
        }
    }

    fn seek(&mut self, decisions: &[NameDecision]) {
        let mut persons = Sought::default();
        for name in self.names_of(NameKind::Person) {
            if !self.words.contains(name) {
                persons.add(Box::from(name), name.chars());
            }
        }
        self.sought.insert(NameKind::Person, persons);
        for decision in decisions {
            // A reporter is one in a byline only, and one character is a place in closed contexts only.
            let has_places = !matches!(decision.kind, NameKind::Reporter | NameKind::ShortPlace);
            let is_sought = has_places
                && match decision.choice {
                    NameChoice::Accepted => true,
                    NameChoice::FormOf(_) => self.has(decision.kind, &decision.name),
                    NameChoice::Rejected => false,
                };
            if is_sought
                && !self
                    .rejected
                    .contains(&(decision.kind, decision.name.clone()))
            {
                let sought = self.sought.entry(decision.kind).or_default();
                sought.add(Box::from(&*decision.name), decision.name.chars());
            }
        }
        self.sought.values_mut().for_each(ByEdge::sort);
    }

    fn list(&mut self, segmenter: &Segmenter) {
        let mut listed = BTreeSet::new();
        for (kind, names) in &self.known {
            let is_listed = *kind != NameKind::ShortPlace;
            for (name, evidence) in names {
                let is_wanted = evidence.contains(&Evidence::User) || !segmenter.is_word(name);
                if is_listed && is_wanted && name.chars().nth(1).is_some() {
                    listed.insert((name.clone(), *kind));
                }
            }
        }
        self.listed = listed.into_iter().collect();
    }

    fn names_of(&self, kind: NameKind) -> impl Iterator<Item = &str> {
        self.known
            .get(&kind)
            .into_iter()
            .flat_map(|names| names.keys().map(String::as_str))
    }

    fn has(&self, kind: NameKind, name: &str) -> bool {
        self.known
            .get(&kind)
            .is_some_and(|names| names.contains_key(name))
    }

    /// Every occurrence, sorted by unit, start and kind. The longest of a kind wins; a name inside a name of another
    /// kind counts in both.
    pub fn mentions(&self, document: &DocumentNames, passages: &[Passage]) -> Vec<Mention> {
        let mut mentions = self.placed(document);
        for (name, facts) in &document.persons {
            if self.has(NameKind::Person, name) {
                let placed = facts.places.iter();
                mentions.extend(placed.map(|(unit, start, end)| {
                    mention(*unit, *start, *end, NameKind::Person, name)
                }));
            }
        }
        for passage in passages {
            if passage.part != PassagePart::Byline {
                let borders = document.borders.get(&passage.unit);
                self.sought_in(passage, borders, &mut mentions);
            }
        }
        longest(&mut mentions);
        mentions
    }

    /// The names that the document has at their places.
    fn placed(&self, document: &DocumentNames) -> Vec<Mention> {
        document
            .placed
            .iter()
            .filter(|placed| self.has(placed.kind, &placed.name))
            .map(|placed| {
                mention(
                    placed.unit,
                    placed.start,
                    placed.end,
                    placed.kind,
                    &placed.name,
                )
            })
            .collect()
    }

    fn sought_in(&self, passage: &Passage, borders: Option<&Borders>, mentions: &mut Vec<Mention>) {
        for (kind, sought) in &self.sought {
            if sought.is_empty() {
                continue;
            }
            let from = match kind {
                NameKind::Person => passage.dateline_bytes,
                _ => 0,
            };
            let mut done = 0;
            let text = passage.text.get(from..).unwrap_or_default();
            for (byte, character) in text.char_indices() {
                let start = from + byte;
                if start < done || !sought.begins_with(character) {
                    continue;
                }
                let rest = text.get(byte..).unwrap_or_default();
                let found = sought.first(rest.chars(), |name| {
                    rest.starts_with(&**name) && fits(*kind, name, start, borders)
                });
                if let Some(name) = found {
                    done = start + name.len();
                    mentions.push(mention(
                        passage.unit,
                        offset(start),
                        offset(done),
                        *kind,
                        name,
                    ));
                }
            }
        }
    }

    /// Strings that are to be one token anywhere in the corpus, sorted; words of the dictionary are not among them.
    pub fn listed(&self) -> Vec<(String, NameKind)> {
        self.listed.clone()
    }

    /// What speaks for a name, in the order of [`Evidence`]; empty for a string that is none.
    pub fn evidence(&self, kind: NameKind, name: &str) -> &[Evidence] {
        self.known
            .get(&kind)
            .and_then(|names| names.get(name))
            .map_or(&[], |evidence| evidence)
    }

    /// The body or place that a printed form means in the paper of this place: 市委 is 无锡市委, 我市 is 无锡市. Only
    /// bodies of the home's own level are resolved.
    pub fn resolved(&self, kind: NameKind, name: &str, home: Option<&str>) -> Option<String> {
        let home = home?.trim();
        let last = home.chars().next_back()?;
        let (bare, level) = if "市县区州".contains(last) && home.chars().count() > 2 {
            (home.strip_suffix(last)?, last)
        } else {
            (home, '市')
        };
        match kind {
            NameKind::Organisation => name.starts_with(level).then(|| format!("{bare}{name}")),
            NameKind::Place => {
                let of_home = ["我", "全", "本"]
                    .iter()
                    .any(|word| name.strip_prefix(word) == Some(level.to_string().as_str()));
                of_home.then(|| format!("{bare}{level}"))
            }
            _ => None,
        }
    }

    /// The name with which this one is counted by the user's decision; else itself.
    pub fn canonical<'a>(&'a self, kind: NameKind, name: &'a str) -> &'a str {
        let mut name = name;
        // A chain of forms may be a circle.
        for _ in 0..4 {
            match self.forms.get(&(kind, name.to_owned())) {
                Some(long) => name = long,
                None => break,
            }
        }
        name
    }
}

fn add_facts(sum: &mut PersonFacts, facts: &PersonFacts) {
    sum.strong += facts.strong;
    sum.weak += facts.weak;
    sum.is_word |= facts.is_word;
    for evidence in &facts.evidence {
        if let Err(at) = sum.evidence.binary_search(evidence) {
            sum.evidence.insert(at, *evidence);
        }
    }
}

/// Of 陈星 and 陈星莺, or 黄钦 and 黄钦要, the one that is none.
fn shorter_or_longer<'a>(
    believed: &BTreeMap<&'a str, (PersonFacts, u32)>,
    name: &'a str,
    facts: &PersonFacts,
) -> Option<&'a str> {
    if name.chars().count() != 2 {
        return None;
    }
    let longer = believed
        .range(name..)
        .skip(1)
        .take_while(|(other, _)| other.starts_with(name))
        .find(|(other, _)| other.chars().count() == 3)?;
    let (other, (longer, _)) = longer;
    Some(if facts.strong > 2 * longer.strong {
        other
    } else if longer.strong >= facts.strong {
        name
    } else {
        return None;
    })
}

/// Whether a name may stand here: a short name only where words begin and end, a longer one where one of both does.
/// Longer are persons from three characters on, and others from four: 南京 is none in 河南京剧团.
fn fits(kind: NameKind, name: &str, start: usize, borders: Option<&Borders>) -> bool {
    let Some(borders) = borders else {
        return true;
    };
    let end = start + name.len();
    let short = match kind {
        NameKind::Person => 2,
        _ => 3,
    };
    if name.chars().nth(short).is_none() {
        borders.has(start) && borders.has(end)
    } else {
        borders.has(start) || borders.has(end)
    }
}

fn mention(unit: u32, start: u32, end: u32, kind: NameKind, name: &str) -> Mention {
    Mention {
        unit,
        start,
        end,
        kind,
        name: name.to_owned(),
    }
}

/// Keeps of overlapping mentions of a kind the one further left, and of those the longest; sorts them.
fn longest(mentions: &mut Vec<Mention>) {
    mentions.arrange_by(|one, other| {
        (one.kind, one.unit, one.start, other.end, &one.name).cmp(&(
            other.kind,
            other.unit,
            other.start,
            one.end,
            &other.name,
        ))
    });
    let mut last: Option<(NameKind, u32, u32)> = None;
    mentions.retain(|mention| {
        let overlaps = last.is_some_and(|(kind, unit, end)| {
            kind == mention.kind && unit == mention.unit && mention.start < end
        });
        // Reporters whose place is not known share the whole line.
        let is_kept = !overlaps || mention.kind == NameKind::Reporter;
        if is_kept {
            last = Some((mention.kind, mention.unit, mention.end));
        }
        is_kept
    });
    mentions.arrange_by(|one, other| {
        (one.unit, one.start, one.kind, one.end).cmp(&(
            other.unit,
            other.start,
            other.kind,
            other.end,
        ))
    });
}
