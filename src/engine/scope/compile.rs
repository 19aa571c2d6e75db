//! Compiling a selection, document by document.

use std::collections::{BTreeMap, BTreeSet};

use super::DocumentScope;
use super::extent::Extent;
use super::letters::Letters;
use crate::engine::answers::Context;
use crate::engine::document::Document;
use crate::engine::findings::FoundInDocument;
use crate::engine::laid_tokens::strings;
use crate::engine::listing::small;
use crate::engine::prose::Prose;
use crate::engine::spoken::Stretch;
use crate::engine::standing::date_of;
use crate::report::answers::group::{CorpusGroup, GroupUnit, Selection};
use crate::report::metadata::DocumentMetadata;
use crate::report::views::ArticleKey;
use crate::text::arrange::ordered;
use crate::text::clean::{Blanks, Cleaner};
use crate::words::names::NameKind;

/// A selection whose names are looked up.
#[derive(Debug)]
pub struct Compiler {
    /// `None` for all.
    group: Option<Group>,
    /// Whether what lies outside of the group is meant.
    is_rest: bool,
}

/// A group whose names are looked up in what was found.
#[derive(Debug)]
struct Group {
    group: CorpusGroup,
    is_empty: bool,
    articles: BTreeSet<ArticleKey>,
    /// The numbers of its persons.
    persons: BTreeSet<u32>,
    /// The numbers of its speakers.
    speakers: BTreeSet<u32>,
    /// Its strings as counted, and without blanks.
    strings: Vec<(String, String)>,
}

impl Compiler {
    /// Looks up what a selection names.
    pub fn new(context: Context<'_>, selection: &Selection) -> Self {
        let (name, is_rest) = match selection {
            Selection::All => {
                return Self {
                    group: None,
                    is_rest: false,
                };
            }
            Selection::Group(name) => (name, false),
            Selection::Rest(name) => (name, true),
        };
        let mut groups = context.plan.project.corpus_groups.iter();
        let group = groups.find(|group| group.name == *name).cloned();
        let group = Group::new(context, group.unwrap_or_default());
        Self {
            group: Some(group),
            is_rest,
        }
    }

    /// Looks up what a group names.
    pub fn of_group(context: Context<'_>, group: &CorpusGroup) -> Self {
        Self {
            group: Some(Group::new(context, group.clone())),
            is_rest: false,
        }
    }

    /// What of a document is meant.
    pub fn document(&self, context: Context<'_>, number: usize) -> DocumentScope {
        let mut scope = DocumentScope::default();
        let Some(document) = context.corpus.documents().get(number) else {
            return scope;
        };
        let planned = planned(context, document);
        let meant = self.group.as_ref().map(|group| {
            let nothing = FoundInDocument::default();
            let found = context
                .findings
                .and_then(|findings| findings.documents.get(number));
            let units = UnitsOfGroup {
                context,
                document,
                planned: &planned,
                found: found.unwrap_or(&nothing),
            };
            units.of(group)
        });
        let mut prose = None;
        for (unit, article, plan) in &planned {
            let extent = match &meant {
                None => plan.clone(),
                Some(meant) => {
                    let meant = meant.get(unit).unwrap_or(&Extent::Nothing);
                    if self.is_rest {
                        let rest = rest(context, document, *unit, meant, &mut prose);
                        rest.and(plan)
                    } else {
                        meant.clone().and(plan)
                    }
                }
            };
            let is_all = extent == *plan;
            scope.push(*unit, *article, extent, is_all);
        }
        scope.finish();
        scope
    }
}

/// The units of a document that the plan counts, each with its article and what of it is counted.
fn planned(context: Context<'_>, document: &Document) -> Vec<(usize, u32, Extent)> {
    let plan = context.plan;
    let articles = 0..document.page.articles.len();
    let counted: Vec<bool> = articles
        .map(|article| plan.counts(document, article))
        .collect();
    let mut planned = Vec::new();
    for (number, unit) in document.units.iter().enumerate() {
        let is_counted = unit
            .part()
            .is_some_and(|part| plan.settings.parts.has(part));
        let Some(article) = unit.article.filter(|_| is_counted) else {
            continue;
        };
        if !counted.get(article as usize).copied().unwrap_or(false) {
            continue;
        }
        let extent = match plan.spoken() {
            None => Extent::Whole,
            Some(spoken) => Extent::of(spoken.of_unit(document.origin.id, number).to_vec()),
        };
        if extent != Extent::Nothing {
            planned.push((number, article, extent));
        }
    }
    planned
}

/// What a group does not mean of a unit.
fn rest<'d>(
    context: Context<'_>,
    document: &'d Document,
    number: usize,
    meant: &Extent,
    prose: &mut Option<Prose<'d>>,
) -> Extent {
    let Extent::Stretches(_) = meant else {
        return meant.complement(0, 0);
    };
    let passes = context.plan.settings.cleanup;
    let prose = prose.get_or_insert_with(|| {
        Prose::new(&document.source, &document.page, &document.units, passes)
    });
    let counted = prose
        .passage(number)
        .map_or(0, |passage| passage.text.len());
    let printed = (document.units.get(number)).and_then(|unit| unit.printed(&document.page));
    let printed = printed.map_or(0, |printed| printed.text(&document.source).len());
    meant.complement(counted, printed)
}

impl Group {
    fn new(context: Context<'_>, group: CorpusGroup) -> Self {
        let findings = context.findings;
        let persons = group.persons.iter().filter_map(|person| {
            findings.and_then(|findings| findings.number_of(NameKind::Person, person))
        });
        let speakers = group.speakers.iter().filter_map(|speaker| {
            let findings = findings?;
            let speaker = findings.index.canonical(NameKind::Person, speaker);
            let speaker = findings.index.canonical(NameKind::Organisation, speaker);
            findings.speakers.find(speaker)
        });
        let mut cleaner = Cleaner::new(context.plan.settings.cleanup);
        let strings = group.containing.iter().map(|string| {
            let string = string.trim();
            let counted = match cleaner.clean(string, Blanks::MayClose, None) {
                true => cleaner.text().to_owned(),
                false => string.to_owned(),
            };
            let letters = counted.split_whitespace().collect();
            (counted, letters)
        });
        Self {
            is_empty: group.is_empty(),
            persons: ordered(persons),
            speakers: ordered(speakers),
            strings: strings.filter(|(string, _)| !string.is_empty()).collect(),
            articles: ordered(group.articles.iter().cloned()),
            group,
        }
    }

    /// Whether an article meets the conditions on whole articles.
    fn keeps(&self, context: Context<'_>, document: &Document, number: u32) -> bool {
        let group = &self.group;
        let index = number as usize;
        let origin = &document.origin;
        let is_ticked = || {
            let key = ArticleKey {
                sha256: origin.sha256.clone(),
                name: origin.name.clone(),
                place: document.anchors.get(index).copied().unwrap_or(0),
            };
            self.articles.contains(&key)
        };
        let is_dated = || {
            let (first, last) = &group.dates;
            if first.is_none() && last.is_none() {
                return true;
            }
            date_of(document, context.metadata, index).is_some_and(|date| {
                first.as_deref().is_none_or(|first| first <= date)
                    && last.as_deref().is_none_or(|last| date <= last)
            })
        };
        (self.articles.is_empty() || is_ticked())
            && (group.files.is_empty() || group.files.contains(&origin.name))
            && is_dated()
            && (group.metadata.is_empty() || is_filtered(context, document, index, self))
    }
}

fn is_filtered(context: Context<'_>, document: &Document, article: usize, group: &Group) -> bool {
    let nothing = DocumentMetadata::default();
    let metadata = context.metadata.get(document.origin.id).unwrap_or(&nothing);
    let byline = document.page.articles.get(article);
    let byline = byline.and_then(|article| article.byline.as_ref());
    let byline = byline.map_or(&[][..], |byline| byline.names.as_slice());
    group.group.metadata.keeps(metadata, article, byline)
}

/// The units of one document, as a group looks at them.
struct UnitsOfGroup<'c, 'd> {
    context: Context<'c>,
    document: &'d Document,
    planned: &'d [(usize, u32, Extent)],
    found: &'d FoundInDocument,
}

impl UnitsOfGroup<'_, '_> {
    /// What a group means of each unit; nothing of those that are missing.
    fn of(&self, group: &Group) -> BTreeMap<usize, Extent> {
        let mut meant = BTreeMap::new();
        if group.is_empty {
            return meant;
        }
        let articles = 0..small(self.document.page.articles.len());
        let kept: Vec<bool> = articles
            .map(|article| group.keeps(self.context, self.document, article))
            .collect();
        if !kept.contains(&true) {
            return meant;
        }
        let keeps = |article: &u32| kept.get(*article as usize).copied().unwrap_or(false);
        let persons = (!group.group.persons.is_empty()).then(|| self.with_persons(group));
        let strings =
            (!group.group.containing.is_empty()).then(|| self.with_strings(group, &keeps));
        let spoken = (!group.group.speakers.is_empty()).then(|| self.spoken(group));
        let is_in = |with: &Option<BTreeSet<(u32, usize)>>, article: u32, unit: usize| {
            with.as_ref().is_none_or(|with| match group.group.unit {
                GroupUnit::Paragraphs => with.contains(&(article, unit)),
                GroupUnit::Articles => with
                    .range((article, 0)..=(article, usize::MAX))
                    .next()
                    .is_some(),
            })
        };
        for (unit, article, _) in self.planned {
            if !keeps(article)
                || !is_in(&persons, *article, *unit)
                || !is_in(&strings, *article, *unit)
            {
                continue;
            }
            let extent = match &spoken {
                None => Extent::Whole,
                Some(spoken) => spoken.get(unit).cloned().unwrap_or(Extent::Nothing),
            };
            meant.insert(*unit, extent);
        }
        meant
    }

    /// The units, with their articles, in which a person of the group is named.
    fn with_persons(&self, group: &Group) -> BTreeSet<(u32, usize)> {
        let names = self.found.names.iter();
        let named = names
            .filter(|name| name.kind == NameKind::Person && group.persons.contains(&name.name));
        let places = named.map(|name| name.place);
        let planned: BTreeMap<usize, &Extent> =
            ordered(self.planned.iter().map(|(unit, _, extent)| (*unit, extent)));
        let is_planned =
            |place: &crate::engine::findings::Place| match planned.get(&(place.unit as usize)) {
                None | Some(Extent::Nothing) => false,
                Some(Extent::Whole) => true,
                Some(Extent::Stretches(stretches)) => {
                    let range = place.printed.range();
                    stretches.iter().any(|stretch| {
                        stretch.printed.start <= range.start && range.end <= stretch.printed.end
                    })
                }
            };
        ordered(
            places
                .filter(is_planned)
                .map(|place| (place.article, place.unit as usize)),
        )
    }

    /// The units, with their articles, in whose counted text a string of the group stands.
    fn with_strings(&self, group: &Group, keeps: &dyn Fn(&u32) -> bool) -> BTreeSet<(u32, usize)> {
        let document = self.document;
        let passes = self.context.plan.settings.cleanup;
        let vocabulary = &self.context.corpus.vocabulary;
        let mut prose = None;
        let mut text = Letters::default();
        let mut found = BTreeSet::new();
        for (unit, article, extent) in self.planned {
            if !keeps(article) {
                continue;
            }
            text.take(document.tokens.of_unit(*unit), vocabulary);
            let mut strings_of_group = group.strings.iter();
            if !strings_of_group.any(|(_, letters)| text.contain(letters)) {
                continue;
            }
            // To clean the text again takes far longer than to look at its tokens, and is seldom needed.
            let is_sure = |(string, letters): &(String, String)| {
                string == letters && text.contain_unbroken(letters)
            };
            if *extent == Extent::Whole && group.strings.iter().any(is_sure) {
                found.insert((*article, *unit));
                continue;
            }
            let prose = prose.get_or_insert_with(|| {
                Prose::new(&document.source, &document.page, &document.units, passes)
            });
            let Some(passage) = prose.passage(*unit) else {
                continue;
            };
            let stands = |string: &str| {
                let mut places = strings(&passage.text, passage.dateline_bytes, string);
                match extent {
                    Extent::Nothing => false,
                    Extent::Whole => places.next().is_some(),
                    Extent::Stretches(stretches) => places.any(|place| {
                        stretches.iter().any(|stretch| {
                            stretch.counted.start <= place.start && place.end <= stretch.counted.end
                        })
                    }),
                }
            };
            if group.strings.iter().any(|(string, _)| stands(string)) {
                found.insert((*article, *unit));
            }
        }
        found
    }

    /// What the speakers of the group say, by unit.
    fn spoken(&self, group: &Group) -> BTreeMap<usize, Extent> {
        let speech = group.group.speech;
        let mut stretches: BTreeMap<usize, Vec<Stretch>> = BTreeMap::new();
        for span in &self.found.spans {
            let is_meant = group.speakers.contains(&span.speaker)
                && speech.is_none_or(|speech| span.kind == speech);
            if is_meant {
                let of_unit = stretches.entry(span.place.unit as usize).or_default();
                of_unit.push(Stretch {
                    counted: span.counted.range(),
                    printed: span.place.printed.range(),
                });
            }
        }
        let units = stretches.into_iter();
        ordered(units.map(|(unit, stretches)| (unit, Extent::of(stretches))))
    }
}
