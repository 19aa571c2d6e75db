//! What the choices mean: [`Plan`], the compiled form that the stages use.

use std::collections::BTreeSet;

use super::choices::{PartOfSpeech, Project, Settings};
use crate::measures::frequency::Filter;
use crate::report::views::ArticleId;
use crate::words::segment::SegmentOptions;
use crate::words::stopwords::StopWords;

/// The choices, checked and compiled.
#[derive(Debug)]
pub struct Plan {
    /// The settings as chosen.
    pub settings: Settings,
    /// The project as chosen.
    pub project: Project,
    stop_words: StopWords,
    left_out: BTreeSet<ArticleId>,
}

impl Plan {
    /// Compiles the choices.
    pub fn new(settings: Settings, project: Project) -> Self {
        let stop_words = StopWords::compose(
            settings.built_in_stop_words,
            &project.stop_words_added,
            &project.stop_words_removed,
        );
        let left_out = project.articles_left_out.iter().copied().collect();
        Self {
            settings,
            project,
            stop_words,
            left_out,
        }
    }

    /// How text is segmented.
    pub fn segment_options(&self) -> SegmentOptions {
        SegmentOptions {
            unknown_words: self.settings.unknown_words,
        }
    }

    /// Whether an article is counted.
    pub fn counts(&self, article: ArticleId) -> bool {
        !self.left_out.contains(&article)
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

impl Default for Plan {
    fn default() -> Self {
        Self::new(Settings::default(), Project::default())
    }
}
