//! What the choices mean: [`Plan`], the compiled form that the stages use.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::as_counted::AsCounted;
use super::choices::{PartOfSpeech, Project, Settings};
use super::corpus::{Corpus, article_id};
use super::document::{Document, Origin};
use super::spoken::Spoken;
use super::survey::Survey;
use super::tokens::TokenOptions;
use crate::measures::frequency::Filter;
use crate::report::views::ArticleId;
use crate::text::page::correction::{Correction, FileCorrections, Judgement};
use crate::words::groups::{CompiledGroup, ConceptGroup};
use crate::words::lexicon::LexiconEntry;
use crate::words::listed::{Listed, Lists};
use crate::words::names::NameKind;
use crate::words::segment::{SegmentOptions, Segmenter};
use crate::words::stopwords::{StopWordLayers, StopWords};

/// The choices, checked and compiled.
#[derive(Debug)]
pub struct Plan {
    /// The settings as chosen.
    pub settings: Settings,
    /// The project as chosen.
    pub project: Project,
    /// What the project says, as it stands in counted text.
    counted: AsCounted,
    stop_words: StopWords,
    groups: Vec<CompiledGroup>,
    /// Articles that repeat the story of one that is counted.
    repeated: BTreeSet<ArticleId>,
    /// The places of articles that are not counted, by SHA-256 and name of their file.
    left_out: BTreeMap<String, BTreeMap<String, BTreeSet<u32>>>,
    /// Articles that the conditions on metadata leave out.
    filtered_out: BTreeSet<ArticleId>,
    /// The words of the speaker whose words alone are counted; nothing until they are found.
    spoken: Option<Spoken>,
    /// The names that are one token each, as they were found.
    found: Vec<(String, NameKind)>,
    /// What is one token because a list says so.
    listed: Rc<Listed>,
    /// What the lexicon did in the corpus of this revision, once it is asked for.
    survey: RefCell<Option<(u64, Rc<Survey>)>>,
}

impl Plan {
    /// Compiles the choices, without names.
    pub fn new(settings: Settings, project: Project) -> Self {
        Self::with_names(settings, project, Vec::new(), None)
    }

    /// Compiles choices that take the place of others: the names found are still those, and lists that stayed as they
    /// are are not compiled again.
    pub fn following(settings: Settings, project: Project, before: &Self) -> Self {
        let found = before.found.clone();
        Self::with_names(settings, project, found, Some(&before.listed))
    }

    fn with_names(
        settings: Settings,
        project: Project,
        found: Vec<(String, NameKind)>,
        before: Option<&Listed>,
    ) -> Self {
        let counted = AsCounted::new(&project, settings.cleanup);
        let listed = listed(
            &settings,
            &project,
            &counted,
            &project.lexicon,
            &found,
            before,
        );
        let stop_words = StopWords::compose(&StopWordLayers {
            function: settings.built_in_stop_words,
            newspaper: settings.newspaper_stop_words,
            own: settings.own_stop_words,
            added: &counted.stop_words_added,
            removed: &project.stop_words_removed,
        });
        let groups = counted.groups.iter().map(CompiledGroup::new).collect();
        let mut left_out: BTreeMap<String, BTreeMap<String, BTreeSet<u32>>> = BTreeMap::new();
        for article in &project.articles_left_out {
            let files = left_out.entry(article.sha256.clone()).or_default();
            let places = files.entry(article.name.clone()).or_default();
            places.insert(article.place);
        }
        let spoken = project.counted_speaker.as_ref().map(|_| Spoken::default());
        Self {
            settings,
            project,
            counted,
            spoken,
            stop_words,
            groups,
            repeated: BTreeSet::new(),
            left_out,
            filtered_out: BTreeSet::new(),
            found,
            listed: Rc::new(listed),
            survey: RefCell::new(None),
        }
    }

    /// The words of the speaker whose words alone are counted; `None` where all are.
    pub fn spoken(&self) -> Option<&Spoken> {
        self.spoken.as_ref()
    }

    /// Hands over the words of the speaker whose words alone are counted.
    pub fn take_spoken(&mut self) -> Option<Spoken> {
        self.spoken.take()
    }

    /// Sets the words of the speaker whose words alone are counted.
    pub fn count_only(&mut self, spoken: Option<Spoken>) {
        self.spoken = spoken;
    }

    /// What the project says, as it stands in counted text.
    pub fn counted(&self) -> &AsCounted {
        &self.counted
    }

    /// The names that are one token each, as [`super::found::found_words`] gave them last.
    pub fn found(&self) -> &[(String, NameKind)] {
        &self.found
    }

    /// Takes other names; whether they are others.
    pub fn take_found(&mut self, found: Vec<(String, NameKind)>) -> bool {
        if self.found == found {
            return false;
        }
        let own = &self.project.lexicon;
        let listed = listed(
            &self.settings,
            &self.project,
            &self.counted,
            own,
            &found,
            Some(&self.listed),
        );
        self.listed = Rc::new(listed);
        self.found = found;
        self.survey.take();
        true
    }

    /// What is one token, or is cut, because the user's lexicon says so: no names, no phrases.
    pub fn listed_by_user(&self) -> Listed {
        let settings = Settings {
            phrase_tokens: false,
            ..self.settings.clone()
        };
        listed(
            &settings,
            &self.project,
            &self.counted,
            &self.project.lexicon,
            &[],
            Some(&self.listed),
        )
    }

    /// What the lexicon did in the corpus; looked for once, and again when the corpus or what is counted changed.
    pub fn survey(&self, corpus: &Corpus, segmenter: &Segmenter) -> Rc<Survey> {
        let known = self.survey.take();
        let known = known.filter(|(revision, _)| *revision == corpus.revision());
        let survey = known.map(|(_, survey)| survey);
        let survey = survey.unwrap_or_else(|| Rc::new(Survey::new(corpus, self, segmenter)));
        (self.survey).replace(Some((corpus.revision(), Rc::clone(&survey))));
        survey
    }

    /// The lists as they would be with some entries more; an entry takes the place of the one for its word.
    pub fn listed_with(&self, entries: &[LexiconEntry]) -> Listed {
        let is_replaced = |known: &&LexiconEntry| !entries.iter().any(|one| one.word == known.word);
        let known = self.project.lexicon.iter().filter(is_replaced);
        let own: Vec<LexiconEntry> = known.chain(entries).cloned().collect();
        listed(
            &self.settings,
            &self.project,
            &self.counted,
            &own,
            &self.found,
            Some(&self.listed),
        )
    }

    /// What is one token, or is cut, because a list says so.
    pub fn listed(&self) -> &Rc<Listed> {
        &self.listed
    }

    /// Sets the articles that the filter of the project does not keep.
    pub fn filter_out(&mut self, articles: BTreeSet<ArticleId>) {
        self.filtered_out = articles;
        self.survey.take();
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
        self.survey.take();
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
            listed: Rc::clone(&self.listed),
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
            parts: self.settings.parts,
            shortest_chars: u32::from(self.settings.shortest_chars),
            stop_words: &self.stop_words,
            keeps_tag,
        }
    }
}

fn listed(
    settings: &Settings,
    project: &Project,
    counted: &AsCounted,
    own: &[LexiconEntry],
    found: &[(String, NameKind)],
    before: Option<&Listed>,
) -> Listed {
    let phrases = counted.phrases.iter().filter(|decision| decision.accepted);
    let phrases = phrases.filter(|_| settings.phrase_tokens);
    let phrases = phrases.map(|decision| decision.key.as_str());
    let members = counted
        .groups
        .iter()
        .flat_map(ConceptGroup::literal_members);
    let phrases: Vec<String> = phrases.chain(members).map(str::to_owned).collect();
    let lists = Lists {
        own,
        dictionaries: &project.dictionaries,
        names: found,
        phrases: &phrases,
        passes: settings.cleanup,
    };
    Listed::new(&lists, before)
}

impl Default for Plan {
    fn default() -> Self {
        Self::new(Settings::default(), Project::default())
    }
}
