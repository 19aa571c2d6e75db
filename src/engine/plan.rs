//! What the choices mean: [`Plan`], the compiled form that the stages use.

use std::collections::{BTreeMap, BTreeSet};

use super::choices::{PartOfSpeech, Project, Settings};
use super::corpus::article_id;
use super::document::{Document, Origin};
use super::tokens::TokenOptions;
use crate::measures::frequency::Filter;
use crate::report::views::ArticleId;
use crate::text::clean::{Blanks, Cleaner, Passes};
use crate::text::page::correction::{Correction, FileCorrections, Judgement};
use crate::words::groups::{CompiledGroup, ConceptGroup};
use crate::words::segment::SegmentOptions;
use crate::words::stopwords::{StopWordLayers, StopWords};

/// The choices, checked and compiled.
#[derive(Debug)]
pub struct Plan {
    /// The settings as chosen.
    pub settings: Settings,
    /// The project as chosen.
    pub project: Project,
    stop_words: StopWords,
    groups: Vec<CompiledGroup>,
    /// Articles that repeat the story of one that is counted.
    repeated: BTreeSet<ArticleId>,
    /// The places of articles that are not counted, by SHA-256 and name of their file.
    left_out: BTreeMap<String, BTreeMap<String, BTreeSet<u32>>>,
    /// Articles that the conditions on metadata leave out.
    filtered_out: BTreeSet<ArticleId>,
}

impl Plan {
    /// Compiles the choices.
    pub fn new(settings: Settings, project: Project) -> Self {
        let stop_words = StopWords::compose(&StopWordLayers {
            function: settings.built_in_stop_words,
            newspaper: settings.newspaper_stop_words,
            own: settings.own_stop_words,
            added: &project.stop_words_added,
            removed: &project.stop_words_removed,
        });
        let groups = compiled(&project.groups, settings.cleanup);
        let mut left_out: BTreeMap<String, BTreeMap<String, BTreeSet<u32>>> = BTreeMap::new();
        for article in &project.articles_left_out {
            let files = left_out.entry(article.sha256.clone()).or_default();
            let places = files.entry(article.name.clone()).or_default();
            places.insert(article.place);
        }
        Self {
            settings,
            project,
            stop_words,
            groups,
            repeated: BTreeSet::new(),
            left_out,
            filtered_out: BTreeSet::new(),
        }
    }

    /// Sets the articles that the filter of the project does not keep.
    pub fn filter_out(&mut self, articles: BTreeSet<ArticleId>) {
        self.filtered_out = articles;
    }

    /// The articles that the filter of the project does not keep.
    pub fn filtered_out(&self) -> &BTreeSet<ArticleId> {
        &self.filtered_out
    }

    /// How text is segmented.
    pub fn segment_options(&self) -> SegmentOptions {
        SegmentOptions {
            unknown_words: self.settings.unknown_words,
        }
    }

    /// Whether an article is counted: the user wants it, and it repeats no other where each story is counted once.
    pub fn counts(&self, document: &Document, article: usize) -> bool {
        self.wants(document, article) && !self.repeated.contains(&article_id(document, article))
    }

    /// Leaves articles out because they repeat others; replaces those of before.
    pub fn leave_out_repeated(&mut self, repeated: BTreeSet<ArticleId>) {
        self.repeated = repeated;
    }

    /// Whether the user wants an article counted: it is ticked, and meets the conditions on metadata.
    pub fn wants(&self, document: &Document, article: usize) -> bool {
        if self.filtered_out.contains(&article_id(document, article)) {
            return false;
        }
        let origin = &document.origin;
        let files = self.left_out.get(&origin.sha256);
        let places = files.and_then(|files| files.get(&origin.name));
        let is_left_out = |places: &BTreeSet<u32>| {
            let place = document.anchors.get(article);
            place.is_some_and(|place| places.contains(place))
        };
        !places.is_some_and(is_left_out)
    }

    /// What the user did to a page: of the file with these bytes, best as they are decoded now.
    fn file(&self, origin: &Origin) -> Option<&FileCorrections> {
        FileCorrections::find(&self.project.corrections, &origin.sha256, origin.encoding())
    }

    /// The corrections of a page, and whether they were made in the encoding in which it is read: else none applies.
    pub fn corrections(&self, origin: &Origin) -> (&[Correction], bool) {
        self.file(origin).map_or((&[], true), |file| {
            let is_decoded_so = file.corrections.is_empty() || file.fits(origin.encoding());
            (&file.corrections, is_decoded_so)
        })
    }

    /// The judgements of a page in the encoding in which it is read.
    pub fn judgements(&self, origin: &Origin) -> &[Judgement] {
        let file = self.file(origin);
        let file = file.filter(|file| file.fits(origin.encoding()));
        file.map_or(&[], |file| &file.judgements)
    }

    /// How printed text becomes tokens.
    pub fn token_options(&self) -> TokenOptions {
        TokenOptions {
            segmentation: self.segment_options(),
            passes: self.settings.cleanup,
            given_words: self.settings.respect_given_words,
        }
    }

    /// 概念组 in the order of the project.
    pub fn groups(&self) -> &[CompiledGroup] {
        &self.groups
    }

    /// Whether words with this tag stay in the word list.
    pub fn keeps_tag(&self, tag: &str) -> bool {
        self.settings
            .parts_of_speech
            .keeps(PartOfSpeech::of_tag(tag))
    }

    /// The parts that are counted and the words that are kept, for the measures.
    pub fn filter<'p>(&'p self, keeps_tag: &'p dyn Fn(&str) -> bool) -> Filter<'p> {
        Filter {
            headlines: self.settings.headlines,
            body: self.settings.body,
            shortest_chars: u32::from(self.settings.shortest_chars),
            stop_words: &self.stop_words,
            keeps_tag,
        }
    }
}

/// The groups with their patterns taken apart. A pattern is cleaned as the text is in which it is looked for, so that it
/// may be typed as printed.
fn compiled(groups: &[ConceptGroup], passes: Passes) -> Vec<CompiledGroup> {
    let mut cleaner = Cleaner::new(passes);
    let mut cleaned = |pattern: &String| match cleaner.clean(pattern, Blanks::MayClose, None) {
        true => cleaner.text().to_owned(),
        false => pattern.clone(),
    };
    let mut compile = |group: &ConceptGroup| {
        CompiledGroup::new(&ConceptGroup {
            name: group.name.clone(),
            members: group.members.iter().map(&mut cleaned).collect(),
            exclusions: group.exclusions.iter().map(&mut cleaned).collect(),
        })
    };
    groups.iter().map(&mut compile).collect()
}

impl Default for Plan {
    fn default() -> Self {
        Self::new(Settings::default(), Project::default())
    }
}
