//! What the user chose: [`Settings`], which hold no word of the user's, and [`Project`], which does.

use serde::{Deserialize, Serialize};

use super::metadata::ProjectMetadata;
use crate::measures::options::{CountedParts, MeasureOptions};
use crate::report::answers::group::CorpusGroup;
use crate::report::answers::search::LineMark;
use crate::report::views::ArticleKey;
use crate::text::clean::Passes;
use crate::text::page::correction::FileCorrections;
use crate::words::groups::ConceptGroup;
use crate::words::lexicon::{Dictionary, LexiconEntry};
use crate::words::names::NameDecision;
use crate::words::phrases::PhraseDecision;

/// Switches and thresholds. They hold no word of the user's, so they may go into a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// 未登录词识别: whether the hidden Markov model joins characters to words that the dictionary lacks. A change
    /// segments again.
    pub unknown_words: bool,
    /// Shortest word kept in the word list, in characters: 1 keeps all, 2 leaves single characters out. At least 1.
    pub shortest_chars: u8,
    /// Which parts of speech are kept.
    pub parts_of_speech: PartOfSpeechFilter,
    /// Whether the built-in stop words are left out.
    pub built_in_stop_words: bool,
    /// Which parts of articles are counted.
    pub parts: CountedParts,
    /// Whether articles that tell the same story in the same words are counted once, see
    /// [`crate::measures::similarity`].
    pub duplicates_once: bool,
    /// 清洗步骤: which passes lead from the printed text to the counted one. A change segments again.
    pub cleanup: Passes,
    /// Whether the built-in phrases of newspapers (本报讯, 记者, 据悉) are left out.
    pub newspaper_stop_words: bool,
    /// Whether the user's own stop words are left out.
    pub own_stop_words: bool,
    /// Which names are one token each. A change segments again.
    pub name_tokens: NameTokens,
    /// Whether accepted phrases without marks inside are one token each. A change segments again.
    pub phrase_tokens: bool,
    /// Whether the members of a group are one row of the word list.
    pub groups_as_one: bool,
    /// Whether the words of a text that is segmented already (疫情 防控 工作) are the tokens. A change segments again.
    pub respect_given_words: bool,
    /// How the measures are taken.
    pub measures: MeasureOptions,
}

/// 专名成词: which kinds of names are one token each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NameTokens {
    /// 人名, reporters too.
    pub persons: bool,
    /// 地名.
    pub places: bool,
    /// 机构名.
    pub organisations: bool,
}

impl Default for NameTokens {
    fn default() -> Self {
        Self {
            persons: true,
            places: true,
            organisations: true,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            unknown_words: true,
            shortest_chars: 2,
            parts_of_speech: PartOfSpeechFilter::default(),
            built_in_stop_words: true,
            parts: CountedParts::default(),
            duplicates_once: false,
            cleanup: Passes::default(),
            newspaper_stop_words: false,
            own_stop_words: true,
            name_tokens: NameTokens::default(),
            phrase_tokens: false,
            groups_as_one: false,
            respect_given_words: true,
            measures: MeasureOptions::default(),
        }
    }
}

/// A family of parts of speech, as the filter offers them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PartOfSpeech {
    /// 名词: tags that begin with n but are no names, and s, f, t as well as vn and an.
    Noun,
    /// 专名: nr, ns, nt, nz and their longer forms.
    Name,
    /// 动词: v and its forms but vn.
    Verb,
    /// 形容词: a and its forms but an, b, z.
    Adjective,
    /// 数量词: m, q.
    Number,
    /// 副词: d.
    Adverb,
    /// 成语习语: i, l, j.
    Idiom,
    /// 虚词: prepositions, conjunctions, particles, pronouns, interjections.
    Function,
    /// Everything else, and words without a tag.
    Other,
}

impl PartOfSpeech {
    /// Every family, in the order in which the filter shows them.
    pub const ALL: [Self; 9] = [
        Self::Noun,
        Self::Name,
        Self::Verb,
        Self::Adjective,
        Self::Idiom,
        Self::Number,
        Self::Adverb,
        Self::Function,
        Self::Other,
    ];

    /// The family of a tag in the tag set of jieba.
    pub fn of_tag(tag: &str) -> Self {
        match tag {
            "vn" | "an" => return Self::Noun,
            _ if tag.starts_with("nr")
                || tag.starts_with("ns")
                || tag.starts_with("nt")
                || tag.starts_with("nz") =>
            {
                return Self::Name;
            }
            _ => {}
        }
        match tag.chars().next() {
            Some('n' | 's' | 'f' | 't') => Self::Noun,
            Some('v') => Self::Verb,
            Some('a' | 'b' | 'z') => Self::Adjective,
            Some('m' | 'q') => Self::Number,
            Some('d') => Self::Adverb,
            Some('i' | 'l' | 'j') => Self::Idiom,
            Some('p' | 'c' | 'u' | 'r' | 'e' | 'y' | 'o' | 'h' | 'k') => Self::Function,
            _ => Self::Other,
        }
    }
}

/// The parts of speech that are left out; empty keeps all words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PartOfSpeechFilter {
    /// Families left out, sorted.
    pub excluded: Vec<PartOfSpeech>,
}

impl PartOfSpeechFilter {
    /// Whether words of this family are kept.
    pub fn keeps(&self, family: PartOfSpeech) -> bool {
        !self.excluded.contains(&family)
    }

    /// Leaves a family out, or takes it back in.
    pub fn toggle(&mut self, family: PartOfSpeech) {
        match self.excluded.binary_search(&family) {
            Ok(index) => {
                self.excluded.remove(index);
            }
            Err(index) => self.excluded.insert(index, family),
        }
    }
}

/// The user's own words and ticks. Never part of a link.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Project {
    /// Stop words added by the user.
    pub stop_words_added: Vec<String>,
    /// Built-in stop words that the user took back in.
    pub stop_words_removed: Vec<String>,
    /// Articles that are not counted, sorted.
    pub articles_left_out: Vec<ArticleKey>,
    /// What the user corrected and judged, a file in an encoding each, sorted by SHA-256 and
    /// encoding.
    pub corrections: Vec<FileCorrections>,
    /// What the user says of files, and which articles are counted by it.
    pub metadata: ProjectMetadata,
    /// 用户词典: the user's own entries, sorted by word, each word once.
    pub lexicon: Vec<LexiconEntry>,
    /// Imported dictionaries, in the order in which they were imported. Own entries go before them, earlier ones before
    /// later ones.
    pub dictionaries: Vec<Dictionary>,
    /// What the user decided about names, sorted by kind and name, each once.
    pub names: Vec<NameDecision>,
    /// What the user decided about phrases, sorted by key, each once.
    pub phrases: Vec<PhraseDecision>,
    /// 概念组, in the order in which the user made them; names are unique.
    pub groups: Vec<ConceptGroup>,
    /// Only this speaker's words are counted; `None` counts all.
    pub counted_speaker: Option<String>,
    /// 分组, in the order in which the user made them; names are unique.
    pub corpus_groups: Vec<CorpusGroup>,
    /// 参照词表: lists that the user loaded to compare with; names are unique.
    pub references: Vec<ReferenceList>,
    /// Lines of concordances that the user marked, sorted, each once.
    pub line_marks: Vec<LineMark>,
}

/// 参照词表: words with their counts in a corpus elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReferenceList {
    /// The file's name.
    pub name: String,
    /// 词次 of that corpus: what the list says, else the sum of its counts.
    pub tokens: u64,
    /// The words with their counts as lines of `word<TAB>count`, sorted by word, each word once.
    pub words: String,
}
