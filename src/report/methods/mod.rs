//! 方法说明: the paragraph that tells a reader what was done, with versions, settings, thresholds, formulas and works.

mod taken;
pub mod works;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::answers::methods::MethodsView;
use super::table_notes::{Bilingual, parts};
use crate::measures::options::CountedParts;

pub use taken::Taken;
use works::Cited;

/// What was done to the text before any measure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preparation {
    /// The program's version.
    pub version: String,
    /// SHA-256 of the dictionary, in hexadecimal.
    pub dictionary: String,
    /// Files, articles, characters, tokens and types that are counted.
    pub files: u32,
    /// 篇.
    pub articles: u32,
    /// 字数.
    pub characters: u64,
    /// 词次.
    pub tokens: u64,
    /// 词种.
    pub types: u32,
    /// How many corrections a person made.
    pub corrections: usize,
    /// The steps of cleaning that are on.
    pub passes: Vec<Bilingual>,
    /// Whether the hidden Markov model is on.
    pub unknown_words: bool,
    /// Whether the words of segmented text are taken over.
    pub given_words: bool,
    /// How many words the user's lexicon has, imported dictionaries included.
    pub lexicon_words: usize,
    /// The kinds of names that are one token each.
    pub names: Vec<Bilingual>,
    /// Whether accepted phrases are one token each.
    pub phrases: bool,
    /// The layers of stop words that are left out.
    pub stop_words: Vec<Bilingual>,
    /// Shortest word listed, in characters.
    pub shortest_chars: u8,
    /// The parts that are counted.
    pub parts: CountedParts,
    /// Whether each story is counted once.
    pub duplicates_once: bool,
    /// Articles left out by hand or by a filter.
    pub left_out: u32,
    /// Whose words alone are counted.
    pub speaker: Option<String>,
}

/// The methods of some measures. The same facts give the same text.
pub fn methods(preparation: &Preparation, taken: &[Taken], settings_json: String) -> MethodsView {
    let mut chinese = prepared_in_chinese(preparation);
    let mut english = prepared_in_english(preparation);
    let mut formulas = Vec::new();
    let mut cited: BTreeSet<Cited> = BTreeSet::from([Cited::Sun2020]);
    for measure in taken {
        let told = measure.tell();
        chinese.push_str(&told.sentence.chinese);
        english.push(' ');
        english.push_str(&told.sentence.english);
        for formula in told.formulas {
            if !formulas.iter().any(|known| known == formula) {
                formulas.push((*formula).to_owned());
            }
        }
        cited.extend(told.works);
    }
    MethodsView {
        chinese,
        english,
        formulas,
        works: cited.into_iter().map(Cited::work).collect(),
        settings_json,
    }
}

/// The methods as plain text: both paragraphs, the formulas, the works in both forms, the settings.
pub fn plain_text(view: &MethodsView) -> String {
    let mut text = String::new();
    let mut section = |head: &str, lines: &mut dyn Iterator<Item = &str>| {
        let lines: Vec<&str> = lines.collect();
        if !lines.is_empty() {
            let _ = write!(text, "{head}\n\n{}\n\n", lines.join("\n"));
        }
    };
    section("方法说明", &mut std::iter::once(view.chinese.as_str()));
    section("Methods", &mut std::iter::once(view.english.as_str()));
    section(
        "公式 Formulas",
        &mut view.formulas.iter().map(String::as_str),
    );
    section(
        "参考文献（GB/T 7714—2015）",
        &mut view.works.iter().map(|work| work.gbt7714.as_str()),
    );
    section(
        "References (APA)",
        &mut view.works.iter().map(|work| work.apa.as_str()),
    );
    section(
        "全部设置 Settings (JSON)",
        &mut std::iter::once(view.settings_json.as_str()),
    );
    text
}

fn prepared_in_chinese(preparation: &Preparation) -> String {
    let of = preparation;
    let mut text = format!(
        "语料共{}个文件、{}篇稿件，计{}字、{}词次、{}词种；计入的部分为{}。",
        of.files,
        of.articles,
        of.characters,
        of.tokens,
        of.types,
        parts(&of.parts).chinese
    );
    let _ = write!(
        text,
        "文本用词镜 Cijing {}在本机读取：接排折行、划分稿件，移出报头、报眉、版权信息等非正文",
        of.version
    );
    match of.corrections {
        0 => text.push('。'),
        corrections => {
            let _ = write!(text, "，并经人工校正{corrections}处。");
        }
    }
    if of.passes.is_empty() {
        text.push_str("计数文本与印刷文本相同，未作归一。");
    } else {
        let _ = write!(
            text,
            "计数前的清洗步骤：{}。",
            joined(&of.passes, "、", |one| &one.chinese)
        );
    }
    let _ = write!(
        text,
        "分词采用结巴词典（SHA-256 前12位 {}），{}未登录词识别（HMM）",
        short_hash(&of.dictionary),
        if of.unknown_words { "启用" } else { "停用" }
    );
    if of.lexicon_words > 0 {
        let _ = write!(text, "，用户词典{}词优先", of.lexicon_words);
    }
    if !of.names.is_empty() {
        let _ = write!(
            text,
            "，{}各作一词",
            joined(&of.names, "、", |one| &one.chinese)
        );
    }
    if of.phrases {
        text.push_str("，已确认的提法各作一词");
    }
    text.push('。');
    if of.given_words {
        text.push_str("已分词的文本沿用原有切分。");
    }
    if of.stop_words.is_empty() {
        text.push_str("词表不去停用词");
    } else {
        let _ = write!(
            text,
            "词表去除{}",
            joined(&of.stop_words, "、", |one| &one.chinese)
        );
    }
    match of.shortest_chars {
        0 | 1 => text.push('。'),
        shortest => {
            let _ = write!(text, "和不足{shortest}字的词；相对频率以全部词次为分母。");
        }
    }
    if of.duplicates_once {
        text.push_str("重复稿件只计一次。");
    }
    if of.left_out > 0 {
        let _ = write!(text, "另有{}篇不计入。", of.left_out);
    }
    if let Some(speaker) = &of.speaker {
        let _ = write!(text, "只计{speaker}的话。");
    }
    text
}

fn prepared_in_english(preparation: &Preparation) -> String {
    let of = preparation;
    let mut text = format!(
        "The corpus has {} files with {} articles: {} characters, {} tokens, {} types; counted are {}.",
        of.files,
        of.articles,
        of.characters,
        of.tokens,
        of.types,
        parts(&of.parts).english
    );
    let _ = write!(
        text,
        " The text was read with 词镜 Cijing {} on a single machine: wrapped lines were joined, articles separated, and \
         nameplates, folio lines, imprints and other matter set aside",
        of.version
    );
    match of.corrections {
        0 => text.push('.'),
        corrections => {
            let _ = write!(text, "; {corrections} corrections were made by hand.");
        }
    }
    if of.passes.is_empty() {
        text.push_str(" It was counted as printed.");
    } else {
        let _ = write!(
            text,
            " Cleanup before counting: {}.",
            joined(&of.passes, ", ", |one| &one.english)
        );
    }
    let _ = write!(
        text,
        " It was segmented with the dictionary of jieba (SHA-256 {}…), {} the hidden Markov model for unknown words",
        short_hash(&of.dictionary),
        if of.unknown_words { "with" } else { "without" }
    );
    if of.lexicon_words > 0 {
        let _ = write!(
            text,
            ", behind a user dictionary of {} words",
            of.lexicon_words
        );
    }
    if !of.names.is_empty() {
        let _ = write!(
            text,
            "; {} are one token each",
            joined(&of.names, ", ", |one| &one.english)
        );
    }
    if of.phrases {
        text.push_str("; accepted set phrases are one token each");
    }
    text.push('.');
    if of.given_words {
        text.push_str(" Text that was segmented already keeps its segmentation.");
    }
    if of.stop_words.is_empty() {
        text.push_str(" No stop words were left out");
    } else {
        let _ = write!(
            text,
            " Left out of the word list: {}",
            joined(&of.stop_words, ", ", |one| &one.english)
        );
    }
    match of.shortest_chars {
        0 | 1 => text.push('.'),
        shortest => {
            let _ = write!(
                text,
                "; words shorter than {shortest} characters are not listed; relative frequencies are of all tokens."
            );
        }
    }
    if of.duplicates_once {
        text.push_str(" Duplicate articles were counted once.");
    }
    if of.left_out > 0 {
        let _ = write!(text, " {} articles were not counted.", of.left_out);
    }
    if let Some(speaker) = &of.speaker {
        let _ = write!(text, " Only the words of {speaker} were counted.");
    }
    text
}

fn short_hash(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}

fn joined(texts: &[Bilingual], mark: &str, language: fn(&Bilingual) -> &String) -> String {
    let texts: Vec<&str> = texts.iter().map(|text| language(text).as_str()).collect();
    texts.join(mark)
}

#[cfg(test)]
mod tests;
