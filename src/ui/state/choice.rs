//! The user's choices as the screen changes them.

use super::comparing::{add_group, change_group, loosen};
use crate::engine::choices::{NameTokens, PartOfSpeech, Project, ReferenceList, Settings};
use crate::engine::metadata::PatternChoice;
use crate::engine::query::MeasureKind;
use crate::report::answers::group::CorpusGroup;
use crate::report::answers::kinds::{
    ConceptGroup, CountedParts, Dictionary, LexiconEntry, MeasureOptions, NameDecision, NameKind,
    PhraseDecision,
};
use crate::report::answers::search::LineMark;
use crate::report::answers::stop_words::StopWordLayer;
use crate::report::answers::table::Removal;
use crate::report::metadata::Filter;
use crate::report::views::ArticleKey;
use crate::text::arrange::Arrange;
use crate::text::clean::Pass;
use crate::text::decode::Encoding;
use crate::text::page::correction::{Correction, FileCorrections, Judgement};
use crate::text::page::model::Field;
use crate::ui::shared::Shared;

/// What is in force: switches and thresholds, and the user's own words and ticks. One step of undo is one of these.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Switches and thresholds.
    pub settings: Shared<Settings>,
    /// The user's own words and ticks.
    pub project: Shared<Project>,
}

impl PartialEq for Choices {
    fn eq(&self, other: &Self) -> bool {
        (self.settings == other.settings || *self.settings == *other.settings)
            && (self.project == other.project || *self.project == *other.project)
    }
}

/// A file by the SHA-256 of its bytes, and the encoding in which they are read.
pub type DecodedFile = (String, Encoding);

/// One change of the choices.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Switches the unknown-word model.
    UnknownWords(bool),
    /// Sets the shortest word kept, in characters.
    ShortestChars(u8),
    /// Switches a layer of stop words.
    StopWordLayer(StopWordLayer, bool),
    /// Sets the parts of articles that are counted.
    Parts(CountedParts),
    /// Counts each story once, or every article that tells it.
    DuplicatesOnce(bool),
    /// Switches a pass of cleaning.
    Cleanup(Pass, bool),
    /// Leaves a family of parts of speech out, or takes it back in.
    TogglePartOfSpeech(PartOfSpeech),
    /// Adds the words that stand in a line the user typed, divided by blanks or commas.
    AddStopWords(String),
    /// Takes a word off the stop words, the built-in ones too.
    RemoveStopWord(String),
    /// Lets a built-in stop word be one again that was taken off.
    RestoreStopWord(String),
    /// Counts articles, or leaves them out.
    CountArticles(Vec<ArticleKey>, bool),
    /// Corrects the page of a file.
    Correct(DecodedFile, Correction),
    /// Judges a decision about a file, and corrects it at the same time.
    Judge(DecodedFile, Judgement, Option<Correction>),
    /// Says a value of files by hand: their SHA-256, the field, the value; an empty one takes it back.
    SetMetadata(Vec<String>, Field, String),
    /// Sets how names of files are read.
    NamePattern(PatternChoice),
    /// Counts only the articles that a filter keeps.
    CountOnly(Filter),
    /// Adds stop words as they are.
    ImportStopWords(Vec<String>),
    /// Says of words what is done with them, in the place of what was said before.
    SetEntries(Vec<LexiconEntry>),
    /// Takes the user's own entry of a word back.
    RemoveEntry(String),
    /// Takes an imported dictionary in, in the place of one of the same name; one without words is none. The entries are
    /// the user's own that stood in the file.
    AddDictionary(Dictionary, Vec<LexiconEntry>),
    /// Switches an imported dictionary, by its number.
    SwitchDictionary(usize, bool),
    /// Takes an imported dictionary out, by its number.
    RemoveDictionary(usize),
    /// Says which kinds of names are one token each.
    NameTokens(NameTokens),
    /// Makes phrases one token each, or does not.
    PhraseTokens(bool),
    /// Counts the members of a group as one, or each by itself.
    GroupsAsOne(bool),
    /// Decides about a name.
    DecideName(NameDecision),
    /// Takes a decision about a name back.
    ForgetName(NameKind, String),
    /// Decides about a phrase.
    DecidePhrase(PhraseDecision),
    /// Takes a decision about a phrase back.
    ForgetPhrase(String),
    /// Makes a group, or changes the one of this name.
    SetGroup(Option<String>, ConceptGroup),
    /// Takes a group away.
    RemoveGroup(String),
    /// Counts only the words of a speaker, or all.
    CountSpeaker(Option<String>),
    /// Says how measures are taken.
    Measures(MeasureOptions),
    /// Loosens the condition of a measure that removed items: its kind, the condition, the value it had.
    Loosen(MeasureKind, Removal, u32),
    /// Makes groups of articles, each under a name that no other has.
    AddCorpusGroups(Vec<CorpusGroup>),
    /// Changes the group of articles of this name, or makes one.
    SetCorpusGroup(String, CorpusGroup),
    /// Takes a group of articles away.
    RemoveCorpusGroup(String),
    /// Takes a list to compare with in, in the place of one of the same name.
    AddReference(ReferenceList),
    /// Takes a list to compare with out.
    RemoveReference(String),
    /// Marks a line of a concordance, or takes the mark off.
    MarkLine(LineMark, bool),
}

impl Choices {
    /// The choices after a change. `built_in` are the built-in stop words in code point order.
    pub fn with(&self, change: Change, built_in: &[String]) -> Self {
        let mut next = self.clone();
        match change {
            Change::UnknownWords(on) => next.settings.change().unknown_words = on,
            Change::ShortestChars(chars) => next.settings.change().shortest_chars = chars.max(1),
            Change::StopWordLayer(layer, on) => {
                let settings = next.settings.change();
                match layer {
                    StopWordLayer::Function => settings.built_in_stop_words = on,
                    StopWordLayer::Newspaper => settings.newspaper_stop_words = on,
                    StopWordLayer::Own => settings.own_stop_words = on,
                }
            }
            Change::Parts(parts) => next.settings.change().parts = parts,
            Change::DuplicatesOnce(on) => next.settings.change().duplicates_once = on,
            Change::Cleanup(pass, on) => next.settings.change().cleanup.set(pass, on),
            Change::TogglePartOfSpeech(family) => {
                next.settings.change().parts_of_speech.toggle(family);
            }
            Change::AddStopWords(line) => {
                // A function word is one already, as long as these are left out.
                let settings = &self.settings;
                let in_force = settings.built_in_stop_words.then_some(built_in);
                add_stop_words(next.project.change(), &line, in_force.unwrap_or(&[]));
            }
            Change::RemoveStopWord(word) => remove_stop_word(next.project.change(), word),
            Change::RestoreStopWord(word) => {
                let removed = &mut next.project.change().stop_words_removed;
                removed.retain(|removed| *removed != word);
            }
            Change::ImportStopWords(mut words) => {
                let project = next.project.change();
                words.arrange();
                let is_taken = |removed: &String| words.binary_search(removed).is_ok();
                project.stop_words_removed.retain(|word| !is_taken(word));
                project.stop_words_added.extend(words);
                project.stop_words_added.arrange();
                project.stop_words_added.dedup();
            }
            Change::CountArticles(articles, counted) => {
                count_articles(next.project.change(), articles, counted);
            }
            Change::Correct(file, correction) => {
                change_corrections(next.project.change(), file, |file| {
                    file.corrections.push(correction);
                });
            }
            Change::Judge(file, judgement, correction) => {
                change_corrections(next.project.change(), file, |file| {
                    judge(file, judgement);
                    file.corrections.extend(correction);
                });
            }
            Change::SetMetadata(files, field, value) => {
                let metadata = &mut next.project.change().metadata;
                for sha256 in files {
                    metadata.set(&sha256, field, &value);
                }
            }
            Change::NamePattern(pattern) => next.project.change().metadata.pattern = pattern,
            Change::CountOnly(filter) => next.project.change().metadata.counted_only = filter,
            Change::NameTokens(kinds) => next.settings.change().name_tokens = kinds,
            Change::PhraseTokens(on) => next.settings.change().phrase_tokens = on,
            Change::GroupsAsOne(on) => next.settings.change().groups_as_one = on,
            Change::Measures(options) => next.settings.change().measures = options,
            Change::Loosen(kind, condition, value) => {
                loosen(&mut next.settings.change().measures, kind, condition, value);
            }
            change => words_changed(next.project.change(), change),
        }
        next
    }
}

/// Adds the words of a line to the user's own, but for those that are in force without that.
fn add_stop_words(project: &mut Project, line: &str, in_force: &[String]) {
    let divides = |character: char| character.is_whitespace() || ",，、;；".contains(character);
    for word in line.split(divides).filter(|word| !word.is_empty()) {
        project.stop_words_removed.retain(|removed| removed != word);
        if !is_in(in_force, word) {
            insert_sorted(&mut project.stop_words_added, word.to_owned());
        }
    }
}

/// Takes a word off: the user's own is forgotten, one that is built in is noted.
fn remove_stop_word(project: &mut Project, word: String) {
    match project.stop_words_added.binary_search(&word) {
        Ok(place) => {
            project.stop_words_added.remove(place);
        }
        Err(_) => insert_sorted(&mut project.stop_words_removed, word),
    }
}

fn set_entries(project: &mut Project, entries: Vec<LexiconEntry>) {
    for entry in entries {
        set_by(&mut project.lexicon, entry, |entry| entry.word.clone());
    }
}

/// What a change does to the user's words, names and phrases.
fn words_changed(project: &mut Project, change: Change) {
    match change {
        Change::SetEntries(entries) => set_entries(project, entries),
        Change::RemoveEntry(word) => project.lexicon.retain(|entry| entry.word != word),
        Change::AddDictionary(dictionary, entries) => {
            set_entries(project, entries);
            if dictionary.words == 0 {
                return;
            }
            let mut known = project.dictionaries.iter_mut();
            match known.find(|known| known.name == dictionary.name) {
                Some(known) => *known = dictionary,
                None => project.dictionaries.push(dictionary),
            }
        }
        Change::SwitchDictionary(number, on) => {
            let dictionary = project.dictionaries.get_mut(number);
            dictionary
                .into_iter()
                .for_each(|dictionary| dictionary.on = on);
        }
        Change::RemoveDictionary(number) if number < project.dictionaries.len() => {
            project.dictionaries.remove(number);
        }
        Change::DecideName(decision) => {
            set_by(&mut project.names, decision, |decision| {
                (decision.kind, decision.name.clone())
            });
        }
        Change::ForgetName(kind, name) => project
            .names
            .retain(|decision| (decision.kind, &decision.name) != (kind, &name)),
        Change::DecidePhrase(decision) => {
            set_by(&mut project.phrases, decision, |decision| {
                decision.key.clone()
            });
        }
        Change::ForgetPhrase(key) => project.phrases.retain(|decision| decision.key != key),
        Change::SetGroup(former, group) => set_group(&mut project.groups, former, group),
        Change::RemoveGroup(name) => project.groups.retain(|group| group.name != name),
        Change::CountSpeaker(speaker) => project.counted_speaker = speaker,
        Change::MarkLine(mark, on) => {
            let marks = &mut project.line_marks;
            match (marks.binary_search(&mark), on) {
                (Err(place), true) => marks.insert(place, mark),
                (Ok(place), false) => drop(marks.remove(place)),
                _ => {}
            }
        }
        Change::AddCorpusGroups(groups) => {
            groups
                .into_iter()
                .for_each(|group| add_group(project, group));
        }
        Change::SetCorpusGroup(former, group) => change_group(project, &former, group),
        Change::RemoveCorpusGroup(name) => {
            project.corpus_groups.retain(|group| group.name != name);
        }
        Change::AddReference(list) => {
            project.references.retain(|known| known.name != list.name);
            project.references.push(list);
        }
        Change::RemoveReference(name) => project.references.retain(|list| list.name != name),
        _ => {}
    }
}

/// Puts a value into a sorted list, in the place of one of the same key.
fn set_by<T, Key: Ord>(list: &mut Vec<T>, value: T, key: impl Fn(&T) -> Key) {
    let wanted = key(&value);
    match list.binary_search_by(|known| key(known).cmp(&wanted)) {
        Ok(place) => list.splice(place..=place, [value]).for_each(drop),
        Err(place) => list.insert(place, value),
    }
}

/// Changes the group of a name, or makes a new one; another group of the new name gives way to it.
fn set_group(groups: &mut Vec<ConceptGroup>, former: Option<String>, group: ConceptGroup) {
    let former = former.unwrap_or_else(|| group.name.clone());
    let place = groups.iter().position(|known| known.name == former);
    groups.retain(|known| known.name != former && known.name != group.name);
    let place = place.unwrap_or(groups.len());
    groups.insert(place.min(groups.len()), group);
}

fn count_articles(project: &mut Project, mut articles: Vec<ArticleKey>, counted: bool) {
    let left_out = &mut project.articles_left_out;
    if counted {
        articles.arrange();
        left_out.retain(|article| articles.binary_search(article).is_err());
    } else {
        left_out.append(&mut articles);
        left_out.arrange();
        left_out.dedup();
    }
}

/// Changes what was corrected of a file, which is new where nothing was yet. What fits any encoding becomes that of the
/// one in use, as places are from now on. Files stay sorted by SHA-256 and encoding.
fn change_corrections(
    project: &mut Project,
    (sha256, encoding): DecodedFile,
    change: impl FnOnce(&mut FileCorrections),
) {
    let files = &mut project.corrections;
    let is_known = |file: &FileCorrections| file.sha256 == sha256 && file.fits(encoding);
    let mut file = match files.iter().position(is_known) {
        Some(place) => files.remove(place),
        None => FileCorrections {
            sha256,
            ..FileCorrections::default()
        },
    };
    file.encoding = Some(encoding);
    change(&mut file);
    let place = files.partition_point(|other| other.key() < file.key());
    files.insert(place, file);
}

/// Takes a judgement in the place of an earlier one of the same decision.
fn judge(file: &mut FileCorrections, judgement: Judgement) {
    file.judgements
        .retain(|earlier| (earlier.place, earlier.answer) != (judgement.place, judgement.answer));
    file.judgements.push(judgement);
}

fn is_in(sorted: &[String], word: &str) -> bool {
    sorted
        .binary_search_by(|entry| entry.as_str().cmp(word))
        .is_ok()
}

fn insert_sorted(words: &mut Vec<String>, word: String) {
    if let Err(index) = words.binary_search(&word) {
        words.insert(index, word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::views::ScalarRange;

    fn built_in() -> Vec<String> {
        ["了", "在", "的"].map(str::to_owned).to_vec()
    }

    #[test]
    fn marks_of_lines_stay_sorted_and_each_once() {
        let mark = |start| LineMark {
            sha256: "甲".to_owned(),
            place: ScalarRange {
                start,
                end: start + 2,
            },
        };
        let changes = [
            (9, true),
            (3, true),
            (9, true),
            (5, false),
            (3, false),
            (1, true),
        ];
        let marked = changes
            .into_iter()
            .fold(Choices::default(), |choices, (start, on)| {
                choices.with(Change::MarkLine(mark(start), on), &[])
            });
        assert_eq!(marked.project.line_marks, [mark(1), mark(9)]);
    }

    #[test]
    fn stop_words_are_added_and_removed() {
        let add = |line: &str| Change::AddStopWords(line.to_owned());
        let remove = |word: &str| Change::RemoveStopWord(word.to_owned());
        let rows: [(&str, Vec<Change>, &[&str], &[&str]); 6] = [
            (
                "several in one line",
                vec![add("记者、 本报，据悉")],
                &["据悉", "本报", "记者"],
                &[],
            ),
            (
                "twice is once",
                vec![add("记者"), add("记者")],
                &["记者"],
                &[],
            ),
            ("a built-in one is there already", vec![add("的")], &[], &[]),
            (
                "a built-in one is taken back in",
                vec![remove("的")],
                &[],
                &["的"],
            ),
            ("and set again", vec![remove("的"), add("的")], &[], &[]),
            (
                "one of the user's",
                vec![add("记者"), remove("记者")],
                &[],
                &[],
            ),
        ];
        for (name, changes, added, removed) in rows {
            let choices = changes
                .into_iter()
                .fold(Choices::default(), |choices, change| {
                    choices.with(change, &built_in())
                });
            assert_eq!(choices.project.stop_words_added, added, "{name}: added");
            assert_eq!(
                choices.project.stop_words_removed, removed,
                "{name}: removed"
            );
        }
    }

    #[test]
    fn a_built_in_stop_word_is_restored_without_becoming_ones_own() {
        let word = || "记者".to_owned();
        let choices = after([
            Change::RemoveStopWord(word()),
            Change::RestoreStopWord(word()),
        ]);
        assert_eq!(*choices.project, Project::default());
    }

    #[test]
    fn a_function_word_is_added_while_function_words_are_counted() {
        let add = || Change::AddStopWords("的".to_owned());
        let choices = after([Change::StopWordLayer(StopWordLayer::Function, false), add()]);
        assert_eq!(choices.project.stop_words_added, ["的"]);
        assert!(after([add()]).project.stop_words_added.is_empty());
    }

    #[test]
    fn a_token_becomes_one_stop_word_whatever_stands_in_it() {
        let choices = after([
            Change::RemoveStopWord("New York".to_owned()),
            Change::ImportStopWords(vec!["New York".to_owned()]),
        ]);
        assert_eq!(choices.project.stop_words_added, ["New York"]);
        assert!(choices.project.stop_words_removed.is_empty());
    }

    fn entry(word: &str, always: bool) -> LexiconEntry {
        LexiconEntry {
            word: word.to_owned(),
            rule: crate::report::answers::kinds::LexiconRule::Whole { always },
            tag: String::new(),
        }
    }

    fn after(changes: impl IntoIterator<Item = Change>) -> Choices {
        let step = |choices: Choices, change| choices.with(change, &built_in());
        changes.into_iter().fold(Choices::default(), step)
    }

    #[test]
    fn entries_are_sorted_and_each_word_stands_once() {
        let choices = after([
            Change::SetEntries(vec![entry("防控", false), entry("四方责任", false)]),
            Change::SetEntries(vec![entry("防控", true)]),
        ]);
        let expected = [entry("四方责任", false), entry("防控", true)];
        assert_eq!(choices.project.lexicon, expected);
        let choices = choices.with(Change::RemoveEntry("防控".to_owned()), &[]);
        assert_eq!(choices.project.lexicon, expected[..1]);
    }

    #[test]
    fn a_dictionary_takes_the_place_of_one_of_its_name() {
        let dictionary = |name: &str, words| Dictionary {
            name: name.to_owned(),
            lines: "".into(),
            words,
            on: true,
        };
        let choices = after([
            Change::AddDictionary(dictionary("甲.txt", 1), Vec::new()),
            Change::AddDictionary(dictionary("乙.txt", 2), Vec::new()),
            Change::AddDictionary(dictionary("甲.txt", 3), Vec::new()),
            Change::SwitchDictionary(1, false),
            Change::SwitchDictionary(9, false),
            Change::RemoveDictionary(9),
        ]);
        let found = choices.project.dictionaries.iter();
        let found: Vec<_> = found.map(|one| (one.words, one.on)).collect();
        assert_eq!(found, [(3, true), (2, false)]);
    }

    #[test]
    fn a_name_is_decided_once_and_the_decision_taken_back() {
        use crate::report::answers::kinds::NameChoice;
        let decide = |kind, name: &str, choice| {
            Change::DecideName(NameDecision {
                kind,
                name: name.to_owned(),
                choice,
            })
        };
        let choices = after([
            decide(NameKind::Place, "新吴", NameChoice::Accepted),
            decide(NameKind::Person, "高远", NameChoice::Rejected),
            decide(NameKind::Person, "高远", NameChoice::Accepted),
        ]);
        let found = choices.project.names.iter();
        let found: Vec<_> = found.map(|one| (one.kind, one.choice.clone())).collect();
        let expected = [
            (NameKind::Person, NameChoice::Accepted),
            (NameKind::Place, NameChoice::Accepted),
        ];
        assert_eq!(found, expected);
        let forget = Change::ForgetName(NameKind::Person, "高远".to_owned());
        assert_eq!(choices.with(forget, &[]).project.names.len(), 1);
    }

    #[test]
    fn groups_keep_their_order_and_their_names_are_unique() {
        let group = |name: &str, member: &str| ConceptGroup {
            name: name.to_owned(),
            members: vec![member.to_owned()],
            exclusions: Vec::new(),
        };
        let set = |former: Option<&str>, name: &str, member: &str| {
            Change::SetGroup(former.map(str::to_owned), group(name, member))
        };
        let rows: [(&str, Vec<Change>, &[&str]); 4] = [
            (
                "in the order of making",
                vec![set(None, "乙", "1"), set(None, "甲", "2")],
                &["乙1", "甲2"],
            ),
            (
                "changed in its place",
                vec![
                    set(None, "乙", "1"),
                    set(None, "甲", "2"),
                    set(Some("乙"), "乙", "3"),
                ],
                &["乙3", "甲2"],
            ),
            (
                "renamed in its place",
                vec![
                    set(None, "乙", "1"),
                    set(None, "甲", "2"),
                    set(Some("乙"), "丙", "1"),
                ],
                &["丙1", "甲2"],
            ),
            (
                "renamed to one that is there",
                vec![
                    set(None, "乙", "1"),
                    set(None, "甲", "2"),
                    set(Some("甲"), "乙", "2"),
                ],
                &["乙2"],
            ),
        ];
        for (name, changes, expected) in rows {
            let groups = after(changes).project.groups.clone();
            let found: Vec<_> = groups
                .iter()
                .map(|group| format!("{}{}", group.name, group.members.concat()))
                .collect();
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn articles_are_left_out_once_and_in_order() {
        let article = |place| ArticleKey {
            sha256: "ab".to_owned(),
            name: "甲.txt".to_owned(),
            place,
        };
        let choices = Choices::default()
            .with(
                Change::CountArticles(vec![article(3), article(1)], false),
                &[],
            )
            .with(Change::CountArticles(vec![article(1)], false), &[]);
        assert_eq!(choices.project.articles_left_out, [article(1), article(3)]);
        let choices = choices.with(Change::CountArticles(vec![article(1)], true), &[]);
        assert_eq!(choices.project.articles_left_out, [article(3)]);
    }
}
