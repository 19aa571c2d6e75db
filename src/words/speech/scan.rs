//! The walk through the passages of a document that finds who says what.

use std::ops::Range;

use super::lists::{ATTENDANCE, NARRATION, ROLES};
use super::pieces::{Piece, ends_sentence, pieces};
use super::quotation::quotations;
use super::subject::{Names, Stretch, Who, speaker, subject};
use super::{SpeechKind, SpeechSpan, verb};
use crate::words::names::Mention;
use crate::words::passage::{Passage, PassagePart};

/// How many persons a pronoun may mean.
const REMEMBERED: usize = 8;
/// How far before its verb a subject stands at most, in bytes.
const REACH: usize = 360;

/// Walks through passages, one after another.
pub struct Scan<'p> {
    mentions: &'p [Mention],
    article: Option<u32>,
    memory: Memory,
    /// The words that a headline announces for those behind it: 黄钦在会议上强调.
    announced: Option<Attribution>,
    spans: Vec<SpeechSpan>,
}

/// Who was spoken of.
#[derive(Debug, Clone, Default)]
struct Memory {
    /// Persons that were subjects, the last one last.
    persons: Vec<String>,
    /// Whether a pronoun has told of a person that it is a woman.
    women: Vec<String>,
    men: Vec<String>,
    /// The last speaker of any kind.
    last: Option<String>,
    /// A body that was a subject in this paragraph, behind all persons.
    body: Option<String>,
    /// Bodies that were subjects or spoke, the last one last.
    bodies: Vec<String>,
}

/// A speaker with a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Attribution {
    speaker: String,
    /// Whether the speaker is a person with a name.
    is_person: bool,
    named_as: String,
    verb: String,
}

/// Reported speech that has begun.
#[derive(Debug, Clone)]
struct Open {
    attribution: Attribution,
    start: usize,
    /// Whether it ends with the sentence; else with the paragraph.
    in_sentence: bool,
}

/// What a clause does.
enum Act {
    /// Brings words behind its closing mark.
    Announces(Attribution, Named),
    /// Brings words from this byte on.
    Speaks(Attribution, usize, Named),
    /// No more than a clause, with its subject.
    Tells(Option<Who>),
}

/// Whether an attribution names its speaker itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Here,
    Before,
}

impl<'p> Scan<'p> {
    /// A scan with these names, sorted by unit and place.
    pub fn new(mentions: &'p [Mention]) -> Self {
        Self {
            mentions,
            article: None,
            memory: Memory::default(),
            announced: None,
            spans: Vec::new(),
        }
    }

    /// The spans found.
    pub fn finish(self) -> Vec<SpeechSpan> {
        self.spans
    }

    /// Reads the next passage.
    pub fn read(&mut self, passage: &Passage) {
        if self.article != Some(passage.article) {
            self.article = Some(passage.article);
            self.memory = Memory::default();
            self.announced = None;
        }
        let first = self
            .mentions
            .partition_point(|mention| mention.unit < passage.unit);
        let behind = self
            .mentions
            .partition_point(|mention| mention.unit <= passage.unit);
        let names = Names::new(self.mentions.get(first..behind).unwrap_or_default());
        match passage.part {
            PassagePart::Headline => self.headline(passage, names),
            PassagePart::Paragraph | PassagePart::Box | PassagePart::Caption => {
                self.announced = None;
                self.memory.body = None;
                let quotations = quotations(&passage.text);
                Paragraph {
                    scan: self,
                    unit: passage.unit,
                    text: &passage.text,
                    names,
                    pieces: pieces(&passage.text, passage.dateline_bytes, &quotations),
                    open: None,
                    subject: None,
                    sentence_start: passage.dateline_bytes,
                }
                .read();
            }
            PassagePart::Crosshead
            | PassagePart::Table
            | PassagePart::Byline
            | PassagePart::Signature => {}
        }
    }

    /// A headline speaks behind a colon (费思远：他还能更快), or all of it when the one before it announced words.
    fn headline(&mut self, passage: &Passage, names: Names<'_>) {
        let text = passage.text.as_str();
        if let Some((at, words)) = text
            .char_indices()
            .find(|(_, character)| matches!(character, '：' | ':'))
            .map(|(at, colon)| (at, at + colon.len_utf8()))
        {
            let start = text
                .get(..at)
                .and_then(|before| before.rfind([' ', '\u{3000}', '，']))
                .map_or(0, |blank| blank + 1);
            let start = (start..=at)
                .find(|byte| text.is_char_boundary(*byte))
                .unwrap_or(at);
            if let Some(attribution) = self.named(text, start..at, names) {
                self.push_headline(passage, words..text.len(), attribution);
                return;
            }
        }
        let trimmed = text.trim_end();
        let announced = verb::at_end(trimmed).and_then(|found| {
            let before = trimmed.len() - found.text.len();
            let mut attribution = self.named(text, 0..before, names)?;
            found.text.clone_into(&mut attribution.verb);
            Some(attribution)
        });
        if announced.is_some() {
            self.announced = announced;
        } else if let Some(attribution) = self.announced.clone() {
            self.push_headline(passage, 0..text.len(), attribution);
        }
    }

    fn named(&self, text: &str, range: Range<usize>, names: Names<'_>) -> Option<Attribution> {
        let who = speaker(
            Stretch {
                text,
                start: range.start,
                end: range.end,
                names,
            },
            false,
        )?;
        let is_person = matches!(who, Who::Person(_));
        match who {
            Who::Person(name) | Who::Other(name) => Some(Attribution {
                speaker: name.clone(),
                is_person,
                named_as: name,
                verb: String::new(),
            }),
            _ => None,
        }
    }

    fn push_headline(&mut self, passage: &Passage, words: Range<usize>, said: Attribution) {
        let text = passage.text.as_str();
        let printed = text.get(words.clone()).unwrap_or_default();
        let start = words.start + printed.len() - printed.trim_start().len();
        let whole = quotations(text).into_iter().find(|quotation| {
            quotation.start == start && quotation.end == text.trim_end().len() && quotation.closed
        });
        match whole {
            Some(quotation) => self.push(passage.unit, quotation.inner, said, SpeechKind::Direct),
            None => self.push(passage.unit, start..words.end, said, SpeechKind::Reported),
        }
    }

    fn push(&mut self, unit: u32, range: Range<usize>, said: Attribution, kind: SpeechKind) {
        let (Ok(start), Ok(end)) = (u32::try_from(range.start), u32::try_from(range.end)) else {
            return;
        };
        if start < end {
            self.spans.push(SpeechSpan {
                unit,
                start,
                end,
                speaker: said.speaker,
                named_as: said.named_as,
                verb: said.verb,
                kind,
            });
        }
    }
}

impl Memory {
    /// Somebody is spoken of.
    fn meet(&mut self, name: &str) {
        self.persons.retain(|other| other != name);
        self.persons.push(name.to_owned());
        if self.persons.len() > REMEMBERED {
            self.persons.remove(0);
        }
        self.body = None;
    }

    /// A body, or somebody by a role, is spoken of.
    fn meet_body(&mut self, name: &str) {
        self.bodies.retain(|other| other != name);
        self.bodies.push(name.to_owned());
        if self.bodies.len() > REMEMBERED {
            self.bodies.remove(0);
        }
    }

    /// The person whom a pronoun means.
    fn person(&mut self, pronoun: &str) -> Option<String> {
        let (same, other) = match pronoun {
            "她" => (&mut self.women, &self.men),
            "他" => (&mut self.men, &self.women),
            _ => return self.persons.last().cloned(),
        };
        let is_woman = pronoun == "她";
        let fits = |name: &&String| {
            !other.contains(name) && looks_female(name).is_none_or(|female| female == is_woman)
        };
        let name = self.persons.iter().rev().find(fits)?.clone();
        if !same.contains(&name) {
            same.push(name.clone());
        }
        Some(name)
    }

    /// The last two persons.
    fn two(&self) -> Option<String> {
        match self.persons.as_slice() {
            [.., first, second] => Some(format!("{first}、{second}")),
            _ => self.last.clone(),
        }
    }
}

/// Whether a form of address or a given name says that a person is a woman, or a man.
fn looks_female(name: &str) -> Option<bool> {
    if name.ends_with("先生") || name.ends_with(['爷', '伯', '叔', '哥', '汉']) {
        return Some(false);
    }
    let female = ["女士", "小姐", "阿姨", "奶奶"]
        .iter()
        .any(|address| name.ends_with(address))
        || name.ends_with([
            '娘', '妈', '姐', '婶', '娟', '娜', '婷', '芳', '丽', '莉', '霞', '媛', '娥', '莺',
            '婧',
        ]);
    female.then_some(true)
}

/// One paragraph at work.
struct Paragraph<'s, 'p> {
    scan: &'s mut Scan<'p>,
    unit: u32,
    text: &'s str,
    names: Names<'s>,
    pieces: Vec<Piece>,
    open: Option<Open>,
    /// The subject of the sentence so far.
    subject: Option<String>,
    sentence_start: usize,
}

impl Paragraph<'_, '_> {
    fn read(mut self) {
        let mut first = 0;
        while first < self.pieces.len() {
            let behind = self.sentence_end(first);
            self.sentence(first..behind);
            first = behind;
        }
        self.close(self.text.len());
    }

    /// The number of the piece behind the sentence that begins with piece `first`.
    fn sentence_end(&self, first: usize) -> usize {
        let pieces = self.pieces.iter().enumerate().skip(first);
        for (index, piece) in pieces {
            if let Piece::Clause { mark, .. } = piece
                && mark.is_some_and(ends_sentence)
            {
                return index + 1;
            }
        }
        self.pieces.len()
    }

    fn sentence(&mut self, range: Range<usize>) {
        self.subject = None;
        self.sentence_start = match self.pieces.get(range.start) {
            Some(Piece::Clause { range, .. }) => range.start,
            Some(Piece::Direct { outer, .. }) => outer.start,
            None => return,
        };
        if self.open.is_some() && self.is_narration(range.clone()) {
            self.close(self.sentence_start);
        }
        let mut pending: Option<Attribution> = None;
        for index in range.clone() {
            match self.pieces.get(index).cloned() {
                Some(Piece::Direct { inner, outer }) => {
                    pending = self.direct(index, inner, outer, pending.take());
                }
                Some(Piece::Clause {
                    range: clause,
                    mark,
                }) => {
                    pending = self.clause(index, range.start, clause, mark);
                }
                None => {}
            }
        }
        if self.open.as_ref().is_some_and(|open| open.in_sentence) {
            let end = self.end_of(range.end.saturating_sub(1));
            self.close(end);
        }
    }

    fn end_of(&self, piece: usize) -> usize {
        match self.pieces.get(piece) {
            Some(Piece::Clause { range, mark }) => range.end + mark.map_or(0, char::len_utf8),
            Some(Piece::Direct { outer, .. }) => outer.end,
            None => self.text.len(),
        }
    }

    /// Direct speech: whose it is. Gives the attribution that still holds for a quotation right behind it.
    fn direct(
        &mut self,
        index: usize,
        inner: Range<usize>,
        outer: Range<usize>,
        pending: Option<Attribution>,
    ) -> Option<Attribution> {
        let before = self.open.as_ref().map(|open| open.attribution.clone());
        self.close(outer.start);
        let said = pending
            .or_else(|| self.speaker_behind(index))
            .or(before)
            .or_else(|| self.speaker_before());
        if let Some(said) = said.clone() {
            self.scan.memory.last = Some(said.speaker.clone());
            self.scan.push(self.unit, inner, said, SpeechKind::Direct);
        }
        said.filter(|_| matches!(self.pieces.get(index + 1), Some(Piece::Direct { .. })))
    }

    /// ”李冬说, or ”李冬走进车间.
    fn speaker_behind(&mut self, index: usize) -> Option<Attribution> {
        let mut next = index + 1;
        while let Some(Piece::Direct { .. }) = self.pieces.get(next) {
            next += 1;
        }
        let Some(Piece::Clause { range, .. }) = self.pieces.get(next).cloned() else {
            return None;
        };
        match self.act(range) {
            Act::Announces(said, _) | Act::Speaks(said, ..) => Some(said),
            Act::Tells(Some(Who::Person(name))) => Some(Attribution {
                speaker: name.clone(),
                is_person: true,
                named_as: name,
                verb: String::new(),
            }),
            Act::Tells(_) => None,
        }
    }

    /// The subject of the sentence, else of the paragraph or article so far.
    fn speaker_before(&self) -> Option<Attribution> {
        let memory = &self.scan.memory;
        let name = self
            .subject
            .clone()
            .or_else(|| memory.persons.last().cloned())
            .or_else(|| memory.last.clone())?;
        Some(Attribution {
            is_person: memory.persons.contains(&name),
            speaker: name.clone(),
            named_as: name,
            verb: String::new(),
        })
    }

    /// A clause. Gives the attribution for direct speech right behind it.
    fn clause(
        &mut self,
        index: usize,
        first: usize,
        range: Range<usize>,
        mark: Option<char>,
    ) -> Option<Attribution> {
        let is_first = index == first;
        match self.act(range.clone()) {
            Act::Announces(said, named) => {
                if named == Named::Before && self.open.is_some() {
                    return None;
                }
                self.close(self.border(range.start));
                self.remember(&said, named);
                let words = range.end + mark.map_or(0, char::len_utf8);
                if matches!(self.pieces.get(index + 1), Some(Piece::Direct { outer, .. }) if outer.start == words)
                {
                    return Some(said);
                }
                if matches!(mark, Some('，' | ',' | '：' | ':')) {
                    self.open = Some(Open {
                        attribution: said,
                        start: words,
                        in_sentence: false,
                    });
                } else if mark.is_some_and(ends_sentence) && !is_first {
                    self.postposed(index, first, range, said);
                }
                None
            }
            Act::Speaks(said, words, named) => {
                if named == Named::Before && self.open.is_some() {
                    return None;
                }
                self.close(self.border(range.start));
                self.remember(&said, named);
                self.open = Some(Open {
                    attribution: said,
                    start: words,
                    in_sentence: true,
                });
                None
            }
            Act::Tells(who) => {
                self.meet(who, &range);
                None
            }
        }
    }

    /// Where reported speech of an earlier sentence ends when a clause at `start` names another speaker.
    fn border(&self, start: usize) -> usize {
        match &self.open {
            Some(open) if open.start < self.sentence_start => self.sentence_start,
            _ => start,
        }
    }

    /// 今年能增收三成，老张说。
    fn postposed(&mut self, index: usize, first: usize, range: Range<usize>, said: Attribution) {
        let is_plain = self.pieces.get(first..index).is_some_and(|pieces| {
            pieces
                .iter()
                .all(|piece| matches!(piece, Piece::Clause { .. }))
        });
        let already =
            self.scan.spans.last().is_some_and(|span| {
                span.unit == self.unit && span.end as usize > self.sentence_start
            });
        let length = self
            .text
            .get(range.clone())
            .map_or(0, |text| text.chars().count());
        if is_plain && !already && length <= 12 {
            let end = range.start;
            self.scan.push(
                self.unit,
                self.sentence_start..end,
                said,
                SpeechKind::Reported,
            );
        }
    }

    /// A subject that does something else than speak.
    fn meet(&mut self, who: Option<Who>, range: &Range<usize>) {
        let clause = self.text.get(range.clone()).unwrap_or_default();
        if self.open.is_some() || self.subject.is_some() || attends(clause) {
            return;
        }
        match who {
            Some(Who::Person(name)) => {
                self.scan.memory.meet(&name);
                self.subject = Some(name);
            }
            Some(Who::Pronoun(pronoun)) => {
                self.subject = self.scan.memory.person(&pronoun);
            }
            Some(Who::Other(name)) => {
                self.scan.memory.body = Some(name.clone());
                self.scan.memory.meet_body(&name);
                self.subject = Some(name);
            }
            _ => {}
        }
    }

    fn remember(&mut self, said: &Attribution, named: Named) {
        self.scan.memory.last = Some(said.speaker.clone());
        self.subject = Some(said.speaker.clone());
        if named == Named::Here {
            match said.is_person {
                true => self.scan.memory.meet(&said.speaker),
                false => self.scan.memory.meet_body(&said.speaker),
            }
        }
    }

    /// What a clause does.
    fn act(&mut self, range: Range<usize>) -> Act {
        let clause = self.text.get(range.clone()).unwrap_or_default();
        let (text, names) = (self.text, self.names);
        let stretch = |end: usize| Stretch {
            text,
            start: near(text, range.start, end),
            end,
            names,
        };
        if let Some(found) = verb::at_end(clause) {
            let verb_start = start_of(clause, found.text) + range.start;
            if let Some(who) = speaker(stretch(verb_start), found.noun_like)
                && !(who == Who::Elided && found.noun_like && !is_bare(clause, found.text))
                && let Some((said, named)) = self.attribution(who, found.text)
            {
                return Act::Announces(said, named);
            }
        }
        if let Some(act) = self.speaks(range.clone()) {
            return act;
        }
        Act::Tells(subject(stretch(range.end)))
    }

    /// A verb inside the clause, right behind a name or pronoun or at the clause's beginning.
    fn speaks(&mut self, range: Range<usize>) -> Option<Act> {
        let text = self.text;
        let clause = text.get(range.clone())?;
        let plain_start = range.end - super::subject::without_connectors(clause).len();
        let mut candidates: Vec<usize> = self
            .names
            .within(range.clone())
            .map(|mention| mention.end as usize)
            .collect();
        let plain = text.get(plain_start..range.end)?;
        if let Some(pronoun) = plain
            .chars()
            .next()
            .filter(|first| matches!(first, '他' | '她'))
        {
            candidates.push(plain_start + pronoun.len_utf8());
        }
        for end in candidates.into_iter().chain([plain_start]) {
            let rest = text.get(end..range.end)?;
            let skipped = leading_adverbs(rest);
            let Some(found) = verb::at_start(rest.get(skipped..)?) else {
                continue;
            };
            let verb_start = end + skipped;
            let stretch = Stretch {
                text,
                start: near(text, range.start, verb_start),
                end: verb_start,
                names: self.names,
            };
            let who = speaker(stretch, true)?;
            if matches!(who, Who::Other(_)) && end == plain_start {
                continue;
            }
            let (said, named) = self.attribution(who, found.text)?;
            return Some(Act::Speaks(said, verb_start + found.text.len(), named));
        }
        None
    }

    fn attribution(&mut self, who: Who, verb: &str) -> Option<(Attribution, Named)> {
        let memory = &mut self.scan.memory;
        let is_person = matches!(who, Who::Person(_) | Who::Pronoun(_));
        let (speaker, named_as, named) = match who {
            Who::Person(name) | Who::Other(name) => {
                let full = anaphor(&name, memory).unwrap_or_else(|| name.clone());
                (full, name, Named::Here)
            }
            Who::Pronoun(word) => (memory.person(&word)?, word, Named::Here),
            Who::Several(word) => (memory.two()?, word, Named::Here),
            Who::Elided => {
                let name = self
                    .subject
                    .clone()
                    .or_else(|| memory.body.clone())
                    .or_else(|| memory.persons.last().cloned())?;
                (name.clone(), name, Named::Before)
            }
            Who::Narrator => return None,
        };
        let said = Attribution {
            speaker,
            is_person,
            named_as,
            verb: verb.to_owned(),
        };
        Some((said, named))
    }

    /// Whether the newspaper speaks again in a sentence.
    fn is_narration(&mut self, range: Range<usize>) -> bool {
        let clauses: Vec<Range<usize>> = range
            .filter_map(|index| match self.pieces.get(index) {
                Some(Piece::Clause { range, .. }) => Some(range.clone()),
                _ => None,
            })
            .collect();
        let Some(first) = clauses.first() else {
            return false;
        };
        let opening = self.text.get(first.clone()).unwrap_or_default();
        if NARRATION.iter().any(|word| opening.starts_with(word)) {
            return true;
        }
        let last = clauses.last().and_then(|last| self.text.get(last.clone()));
        if last.is_some_and(attends) {
            return true;
        }
        if opening.contains(['他', '她']) && !opening.contains("其他") && !opening.contains("他人")
        {
            return true;
        }
        clauses.iter().any(|clause| {
            let stretch = Stretch {
                text: self.text,
                start: clause.start,
                end: clause.end,
                names: self.names,
            };
            matches!(subject(stretch), Some(Who::Person(_) | Who::Narrator))
        })
    }

    /// Ends reported speech at this byte.
    fn close(&mut self, end: usize) {
        if let Some(open) = self.open.take() {
            let text = self.text.get(open.start..end).unwrap_or_default();
            let end = open.start + text.trim_end().len();
            self.scan.push(
                self.unit,
                open.start..end,
                open.attribution,
                SpeechKind::Reported,
            );
        }
    }
}

/// Where the look for a subject before `end` begins.
fn near(text: &str, start: usize, end: usize) -> usize {
    let from = end.saturating_sub(REACH).max(start);
    (from..=end)
        .find(|byte| text.is_char_boundary(*byte))
        .unwrap_or(end)
}

/// Who is meant by 该负责人 and 这位居民.
fn anaphor(name: &str, memory: &Memory) -> Option<String> {
    let (pronoun, role) = ["该", "这位", "这名", "上述"]
        .into_iter()
        .find_map(|word| Some((word, name.strip_prefix(word)?)))?;
    let last = memory.last.as_ref()?;
    if last.ends_with(role) {
        return Some(last.clone());
    }
    let is_person =
        matches!(pronoun, "这位" | "这名") || ROLES.iter().any(|one| role.ends_with(one));
    if is_person {
        return memory.persons.last().cloned();
    }
    // 该公司 is no person, whoever spoke last.
    let mut bodies = memory.bodies.iter().rev();
    bodies.find(|body| body.ends_with(role)).cloned()
}

/// Where the last occurrence of `verb` in a clause begins.
fn start_of(clause: &str, verb: &str) -> usize {
    clause.rfind(verb).unwrap_or(clause.len())
}

/// Whether nothing but an adverb or 并 stands before a verb that may be a noun.
fn is_bare(clause: &str, verb: &str) -> bool {
    let before = clause.get(..start_of(clause, verb)).unwrap_or_default();
    before.chars().count() <= 4
}

fn leading_adverbs(rest: &str) -> usize {
    let adverbs = [
        "还",
        "也",
        "则",
        "又",
        "并",
        "曾",
        "均",
        "都",
        "特别",
        "再次",
        "明确",
        "反复",
        "多次",
        "同时",
        "随即",
        "进一步",
    ];
    let mut skipped = 0;
    while let Some(adverb) = adverbs.iter().find(|adverb| {
        rest.get(skipped..)
            .is_some_and(|rest| rest.starts_with(**adverb))
    }) {
        skipped += adverb.len();
    }
    skipped
}

/// Whether a clause tells who was there.
fn attends(clause: &str) -> bool {
    ATTENDANCE.iter().any(|end| clause.ends_with(end))
}
