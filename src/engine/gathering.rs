//! Finding names, speakers and phrases in the whole corpus, in small steps.

use std::collections::BTreeSet;

use super::corpus::Corpus;
use super::document::Document;
use super::findings::{
    Bytes, Findings, FoundInDocument, FoundList, FoundName, FoundPhrase, FoundPost, FoundSpan,
    Place,
};
use super::metadata::Register;
use super::named::{NamedFor, NamedPart, Naming, passages_of};
use super::plan::Plan;
use super::prose::Prose;
use super::spoken::{Spoken, Stretch};
use super::standing::home_of;
use crate::report::views::DocumentId;
use crate::text::arrange::ordered;
use crate::words::names::{NameChoice, NameIndex, NameKind};
use crate::words::passage::Passage;
use crate::words::phrases::{self, DocumentPhrases, PhraseIndex};
use crate::words::segment::Segmenter;
use crate::words::sentence::count_text;
use crate::words::speech::{SpeechSpan, spans};

/// What the work goes by.
#[derive(Clone, Copy)]
pub struct Given<'g> {
    /// The choices.
    pub plan: &'g Plan,
    /// What is known beside the text.
    pub metadata: &'g Register,
    /// The segmenter.
    pub segmenter: &'g Segmenter,
}

/// The work in hand.
#[derive(Debug)]
enum Stage {
    /// The names of documents that have none, or those of other passes.
    Names(Renaming),
    /// All names together.
    Index,
    /// Where names stand, who speaks, and what may be a phrase.
    Speech {
        document: usize,
        part: usize,
    },
    /// All phrases together.
    Phrases,
    /// Where phrases stand.
    Uses {
        document: usize,
        part: usize,
    },
    Done,
}

/// Finding everything, in work. It begins anew when the corpus changes.
#[derive(Debug)]
pub struct Gathering {
    stage: Stage,
    findings: Findings,
    candidates: Vec<DocumentPhrases>,
    rejected_persons: BTreeSet<String>,
}

/// What the names of a document are to be found for.
pub fn named_for(document: &Document, plan: &Plan, metadata: &Register) -> NamedFor {
    NamedFor {
        passes: plan.settings.cleanup,
        home: home_of(document, metadata).map(str::to_owned),
    }
}

/// Whether the names of a document are to be found.
pub fn is_unnamed(document: &Document, plan: &Plan, metadata: &Register) -> bool {
    let made_for = document.named.made_for.as_ref();
    made_for != Some(&named_for(document, plan, metadata))
}

/// Finding the names of documents whose names are out of date, in work.
#[derive(Debug, Default)]
pub struct Renaming {
    in_work: Option<(DocumentId, Naming)>,
}

impl Renaming {
    /// Looks through one part of a document; true where no document is left.
    pub fn step(&mut self, corpus: &mut Corpus, given: Given<'_>) -> bool {
        let Given {
            plan,
            metadata,
            segmenter,
        } = given;
        let is_due = |(id, naming): &(DocumentId, Naming)| {
            let document = corpus.document(*id);
            document.is_some_and(|document| {
                is_unnamed(document, plan, metadata)
                    && *naming.made_for() == named_for(document, plan, metadata)
            })
        };
        let in_work = self.in_work.take().filter(is_due).or_else(|| {
            let mut documents = corpus.documents().iter();
            let document = documents.find(|document| is_unnamed(document, plan, metadata))?;
            let naming = Naming::new(named_for(document, plan, metadata));
            Some((document.origin.id, naming))
        });
        let Some((id, mut naming)) = in_work else {
            return true;
        };
        let document = corpus.document(id);
        if document.is_some_and(|document| naming.step(document.text(), segmenter)) {
            corpus.rename(id, naming.finish());
        } else {
            self.in_work = Some((id, naming));
        }
        false
    }
}

/// The names of all documents together, as far as they are found.
pub fn index_of(corpus: &Corpus, plan: &Plan, segmenter: &Segmenter) -> NameIndex {
    let named = corpus.documents().iter().map(|document| &document.named);
    let parts = named.map(|named| named.parts.iter().map(|part| &part.names));
    NameIndex::of_parts(parts, &plan.counted().names, segmenter)
}

impl Gathering {
    /// Work that has not begun.
    pub fn new(plan: &Plan) -> Self {
        let rejected = plan.counted().names.iter().filter(|decision| {
            decision.kind == NameKind::Person && decision.choice == NameChoice::Rejected
        });
        Self {
            stage: Stage::Names(Renaming::default()),
            findings: Findings::default(),
            candidates: Vec::new(),
            rejected_persons: ordered(rejected.map(|decision| decision.name.clone())),
        }
    }

    /// Does some milliseconds of work; true once all is found.
    pub fn step(&mut self, corpus: &mut Corpus, given: Given<'_>) -> bool {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Names(mut renaming) => {
                if renaming.step(corpus, given) {
                    Stage::Index
                } else {
                    Stage::Names(renaming)
                }
            }
            Stage::Index => {
                self.findings.index = index_of(corpus, given.plan, given.segmenter);
                Stage::Speech {
                    document: 0,
                    part: 0,
                }
            }
            Stage::Speech { document, part } => self.find_speech(corpus, given, document, part),
            Stage::Phrases => {
                let decisions = &given.plan.counted().phrases;
                let candidates = self.candidates.iter();
                self.findings.phrases = PhraseIndex::new(candidates, decisions, given.segmenter);
                self.candidates = Vec::new();
                for (key, kind) in self.findings.phrases.keys() {
                    self.findings.phrase_keys.enter(key);
                    self.findings.phrase_kinds.push(kind);
                }
                Stage::Uses {
                    document: 0,
                    part: 0,
                }
            }
            Stage::Uses { document, part } => self.find_uses(corpus, given, document, part),
            Stage::Done => Stage::Done,
        };
        matches!(self.stage, Stage::Done)
    }

    /// What was found, once all is.
    pub fn finish(self) -> Findings {
        self.findings
    }

    fn find_speech(
        &mut self,
        corpus: &Corpus,
        given: Given<'_>,
        number: usize,
        part: usize,
    ) -> Stage {
        let Some(document) = corpus.documents().get(number) else {
            return Stage::Phrases;
        };
        if self.findings.documents.len() <= number {
            self.findings.documents.push(FoundInDocument::default());
        }
        let Some(named) = document.named.parts.get(part) else {
            return Stage::Speech {
                document: number + 1,
                part: 0,
            };
        };
        let mut found = self.findings.documents.pop().unwrap_or_default();
        self.look(document, named, given, &mut found);
        self.findings.documents.push(found);
        Stage::Speech {
            document: number,
            part: part + 1,
        }
    }

    /// Finds names, speech and candidates for phrases in one part of a document.
    fn look(
        &mut self,
        document: &Document,
        named: &NamedPart,
        given: Given<'_>,
        found: &mut FoundInDocument,
    ) {
        let mut prose = prose(document, given.plan);
        let passages = passages_of(&mut prose, &named.units);
        let mentions = self.findings.index.mentions(&named.names, &passages);
        let speech = spans(&passages, &mentions);
        self.candidates
            .push(phrases::find(&passages, &speech, given.segmenter));
        let findings = &mut self.findings;
        let mut mentioned = by_unit(&mentions, |mention| mention.unit);
        let mut spoken = by_unit(&speech, |span| span.unit);
        let mut lists = by_unit(named.names.lists(), |list| list.unit);
        for passage in &passages {
            let here = mentioned(passage.unit);
            let ranges = here.iter().map(|one| one.start as usize..one.end as usize);
            let printed = prose.printed_all(passage, ranges);
            let text = unit_text(document, passage);
            for (mention, printed) in here.iter().zip(&printed) {
                let name = findings.index.canonical(mention.kind, &mention.name);
                let name = findings.names.entry(mention.kind).or_default().enter(name);
                found.names.push(FoundName {
                    place: place(passage, printed),
                    part: passage.part,
                    kind: mention.kind,
                    name,
                    form: findings
                        .forms
                        .enter(text.get(printed.clone()).unwrap_or("")),
                });
            }
            let here = lists(passage.unit);
            let ranges = here.iter().map(|one| one.start as usize..one.end as usize);
            let printed = prose.printed_all(passage, ranges);
            for (list, printed) in here.iter().zip(&printed) {
                let names = list.names.iter();
                let names = names.filter(|name| !self.rejected_persons.contains(*name));
                let names =
                    names.map(|name| findings.index.canonical(NameKind::Person, name).to_owned());
                found.lists.push(FoundList {
                    place: place(passage, printed),
                    heading: list.heading.clone(),
                    names: names.collect(),
                });
            }
            let here = spoken(passage.unit);
            let ranges = here.iter().map(|one| one.start as usize..one.end as usize);
            let printed = prose.printed_all(passage, ranges);
            for (span, printed) in here.iter().zip(&printed) {
                found
                    .spans
                    .push(found_span(findings, passage, span, place(passage, printed)));
            }
        }
        push_posts(document, named, findings, found);
    }

    fn find_uses(
        &mut self,
        corpus: &Corpus,
        given: Given<'_>,
        number: usize,
        part: usize,
    ) -> Stage {
        let Some(document) = corpus.documents().get(number) else {
            return Stage::Done;
        };
        let Some(named) = document.named.parts.get(part) else {
            return Stage::Uses {
                document: number + 1,
                part: 0,
            };
        };
        let mut prose = prose(document, given.plan);
        let passages = passages_of(&mut prose, &named.units);
        let uses = self.findings.phrases.uses(&passages, given.segmenter);
        let mut used = by_unit(&uses, |occurrence| occurrence.unit);
        let findings = &mut self.findings;
        let Some(found) = findings.documents.get_mut(number) else {
            return Stage::Done;
        };
        for passage in &passages {
            let here = used(passage.unit);
            if here.is_empty() {
                continue;
            }
            let ranges = here.iter().map(|one| one.start as usize..one.end as usize);
            let printed = prose.printed_all(passage, ranges);
            let text = unit_text(document, passage);
            let spans = &found.spans;
            let from = spans.partition_point(|span| span.place.unit < passage.unit);
            let spans = spans.get(from..).unwrap_or(&[]);
            let to = spans.partition_point(|span| span.place.unit == passage.unit);
            let spans = spans.get(..to).unwrap_or(&[]);
            for (occurrence, printed) in here.iter().zip(&printed) {
                let Some(key) = findings.phrase_keys.find(&occurrence.key) else {
                    continue;
                };
                let counted = occurrence.start as usize..occurrence.end as usize;
                found.phrases.push(FoundPhrase {
                    place: place(passage, printed),
                    counted: Bytes::from(&counted),
                    key,
                    form: findings
                        .forms
                        .enter(text.get(printed.clone()).unwrap_or("")),
                    quoted: occurrence.quoted,
                    speaker: speaker_at(spans, usize::midpoint(counted.start, counted.end)),
                });
            }
        }
        Stage::Uses {
            document: number,
            part: part + 1,
        }
    }
}

fn prose<'d>(document: &'d Document, plan: &Plan) -> Prose<'d> {
    let (source, page) = (&document.source, &document.page);
    Prose::new(source, page, &document.units, plan.settings.cleanup)
}

fn place(passage: &Passage, printed: &std::ops::Range<usize>) -> Place {
    Place {
        unit: passage.unit,
        article: passage.article,
        printed: Bytes::from(printed),
    }
}

/// The printed text of a passage's unit.
fn unit_text(document: &Document, passage: &Passage) -> String {
    let unit = document.units.get(passage.unit as usize);
    let printed = unit.and_then(|unit| unit.printed(&document.page));
    printed.map_or_else(String::new, |printed| printed.text(&document.source))
}

/// Gives, unit by unit in rising order, what a list that is sorted by unit has for it.
fn by_unit<'l, T>(list: &'l [T], unit_of: impl Fn(&T) -> u32 + 'l) -> impl FnMut(u32) -> &'l [T] {
    let mut rest = list;
    move |unit| {
        let before = rest.iter().take_while(|one| unit_of(one) < unit).count();
        let from = rest.get(before..).unwrap_or(&[]);
        let here = from.iter().take_while(|one| unit_of(one) == unit).count();
        let (here, behind) = from.split_at_checked(here).unwrap_or((from, &[]));
        rest = behind;
        here
    }
}

fn found_span(
    findings: &mut Findings,
    passage: &Passage,
    span: &SpeechSpan,
    place: Place,
) -> FoundSpan {
    let counted = span.start as usize..span.end as usize;
    let text = passage.text.get(counted.clone()).unwrap_or("");
    let index = &findings.index;
    let speaker = index.canonical(NameKind::Person, &span.speaker);
    let speaker = index.canonical(NameKind::Organisation, speaker);
    FoundSpan {
        place,
        counted: Bytes::from(&counted),
        speaker: findings.speakers.enter(speaker),
        named_as: span.named_as.clone(),
        verb: span.verb.clone(),
        kind: span.kind,
        characters: count_text(text).characters,
    }
}

/// The posts of persons; several with 、 between them are one each.
fn push_posts(
    document: &Document,
    named: &NamedPart,
    findings: &Findings,
    found: &mut FoundInDocument,
) {
    for post in named.names.posts() {
        let unit = document.units.get(post.unit as usize);
        let article = unit.and_then(|unit| unit.article);
        let person = findings.number_of(NameKind::Person, &post.person);
        let (Some(article), Some(person)) = (article, person) else {
            continue;
        };
        let posts = post.post.split('、').filter(|post| !post.is_empty());
        found.posts.extend(posts.map(|post| FoundPost {
            article,
            person,
            post: post.to_owned(),
        }));
    }
}

/// Who says what stands at a byte of a passage; `spans` are those of its unit.
fn speaker_at(spans: &[FoundSpan], byte: usize) -> Option<u32> {
    let behind = spans.partition_point(|span| span.counted.range().start <= byte);
    let last = spans.get(behind.checked_sub(1)?)?;
    last.counted.range().contains(&byte).then_some(last.speaker)
}

/// The words of one speaker.
pub fn spoken_by(corpus: &Corpus, findings: &Findings, speaker: &str) -> Spoken {
    let mut spoken = Spoken::default();
    // A name that was merged into another speaks as that one.
    let speaker = findings.index.canonical(NameKind::Person, speaker);
    let speaker = findings.index.canonical(NameKind::Organisation, speaker);
    let Some(speaker) = findings.speakers.find(speaker) else {
        return spoken;
    };
    for (document, found) in corpus.documents().iter().zip(&findings.documents) {
        let spans = found.spans.iter().filter(|span| span.speaker == speaker);
        let stretches = spans.map(|span| {
            let stretch = Stretch {
                counted: span.counted.range(),
                printed: span.place.printed.range(),
            };
            (span.place.unit, stretch)
        });
        spoken.add(document, &corpus.vocabulary, stretches);
    }
    spoken
}
