//! 方法说明 of the corpus and the choices as they are.

use sha2::{Digest as _, Sha256};

use super::Context;
use crate::engine::query::{Measure, Reference};
use crate::measures::frequency::WordCounts;
use crate::report::answers::Item;
use crate::report::answers::group::Selection;
use crate::report::answers::methods::MethodsView;
use crate::report::answers::search::Searched;
use crate::report::methods::{Preparation, Taken, methods as tell};
use crate::report::table_notes::{Bilingual, selection};
use crate::text::clean::Pass;
use crate::words::groups::TermGroups;

/// What was done for some tables.
pub fn methods(context: Context<'_>, measures: &[Measure]) -> MethodsView {
    let taken: Vec<Taken> = measures
        .iter()
        .filter(|measure| {
            !matches!(measure, Measure::TextsOfArticles { .. })
                || !measures
                    .iter()
                    .any(|other| matches!(other, Measure::Texts { .. }))
        })
        .map(|measure| taken(context, measure))
        .collect();
    tell(&preparation(context), &taken, settings_json(context))
}

/// The settings, and what of the project shaped the figures, as JSON: what a colleague needs to make the same tables of
/// the same files.
fn settings_json(context: Context<'_>) -> String {
    #[derive(serde::Serialize)]
    struct Shaped<'c> {
        format: &'static str,
        version: u32,
        program: &'static str,
        settings: &'c crate::engine::choices::Settings,
        groups: &'c [crate::words::groups::ConceptGroup],
        corpus_groups: &'c [crate::report::answers::group::CorpusGroup],
    }
    let plan = context.plan;
    let shaped = Shaped {
        format: "cijing-settings",
        version: 1,
        program: concat!("cijing ", env!("CARGO_PKG_VERSION")),
        settings: &plan.settings,
        groups: &plan.project.groups,
        corpus_groups: &plan.project.corpus_groups,
    };
    serde_json::to_string_pretty(&shaped).unwrap_or_default()
}

fn preparation(context: Context<'_>) -> Preparation {
    let Context { corpus, plan, .. } = context;
    let (settings, project) = (&plan.settings, &plan.project);
    let counts: WordCounts = corpus.counts(plan, &TermGroups::default());
    let totals = counts.totals;
    let digest = Sha256::digest(crate::words::dictionary::PACKED);
    let all_articles: usize = (corpus.documents().iter())
        .map(|document| document.page.articles.len())
        .sum();
    let corrections = project.corrections.iter();
    let imported = project
        .dictionaries
        .iter()
        .filter(|dictionary| dictionary.on);
    let imported: usize = imported.map(|dictionary| dictionary.words as usize).sum();
    Preparation {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        dictionary: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        files: small(corpus.counted_documents(plan)),
        articles: totals.articles,
        characters: u64::from(totals.characters),
        tokens: u64::from(totals.tokens),
        types: totals.types,
        corrections: corrections.map(|file| file.corrections.len()).sum(),
        passes: passes(context),
        unknown_words: settings.unknown_words,
        given_words: settings.respect_given_words
            && corpus
                .documents()
                .iter()
                .any(|document| document.presegmented.is_some()),
        lexicon_words: project.lexicon.len() + imported,
        names: names(context),
        phrases: settings.phrase_tokens,
        stop_words: stop_words(context),
        shortest_chars: settings.shortest_chars,
        parts: settings.parts,
        duplicates_once: settings.duplicates_once,
        left_out: small(all_articles).saturating_sub(totals.articles),
        speaker: project.counted_speaker.clone(),
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn passes(context: Context<'_>) -> Vec<Bilingual> {
    let on = Pass::ALL
        .into_iter()
        .filter(|pass| context.plan.settings.cleanup.has(*pass));
    on.map(|pass| match pass {
        Pass::Radicals => Bilingual::new("部首字修复", "radicals repaired"),
        Pass::Variants => Bilingual::new("异体字归一", "variants unified"),
        Pass::Traditional => Bilingual::new("繁体转简体", "traditional to simplified"),
        Pass::Width => Bilingual::new("全半角归一", "width unified"),
        Pass::LetterSpacing => Bilingual::new("去字间空格", "letter-spacing removed"),
        Pass::LayoutSpaces => Bilingual::new("去排版空格", "layout spaces removed"),
        Pass::Punctuation => Bilingual::new("标点归一", "punctuation unified"),
        Pass::Addresses => Bilingual::new(
            "移出网址和邮箱",
            "addresses of web pages and e-mail set aside",
        ),
    })
    .collect()
}

fn names(context: Context<'_>) -> Vec<Bilingual> {
    let tokens = context.plan.settings.name_tokens;
    let kinds = [
        (tokens.persons, "人名", "persons"),
        (tokens.places, "地名", "places"),
        (tokens.organisations, "机构名", "organisations"),
    ];
    let on = kinds.into_iter().filter(|(on, ..)| *on);
    on.map(|(_, chinese, english)| Bilingual::new(chinese, english))
        .collect()
}

fn stop_words(context: Context<'_>) -> Vec<Bilingual> {
    let (settings, project) = (&context.plan.settings, &context.plan.project);
    let added = project.stop_words_added.len();
    let mut layers = Vec::new();
    if settings.built_in_stop_words {
        layers.push(Bilingual::new("虚词停用词", "function words"));
    }
    if settings.newspaper_stop_words {
        layers.push(Bilingual::new("报纸套语", "newspaper phrases"));
    }
    if settings.own_stop_words && added > 0 {
        layers.push(Bilingual::new(
            format!("自定停用词{added}个"),
            format!("{added} stop words of our own"),
        ));
    }
    layers
}

fn taken(context: Context<'_>, measure: &Measure) -> Taken {
    let options = &context.plan.settings.measures;
    match measure {
        Measure::Items { of, items } => Taken::Items {
            of: selection(of),
            items: *items,
        },
        Measure::Keyness {
            target,
            reference,
            items,
        } => Taken::Keyness {
            target: selection(target),
            reference: referred(reference),
            is_ranking: *reference == Reference::Dictionary,
            items: *items,
            options: options.keyness,
        },
        Measure::Keywords { of, method, .. } => Taken::Keywords {
            of: selection(of),
            method: *method,
        },
        Measure::Collocates { node, of } => Taken::Collocates {
            node: searched(node),
            of: selection(of),
            options: options.collocation,
        },
        Measure::Ngrams { of, .. } => Taken::Ngrams {
            of: selection(of),
            options: options.ngrams,
        },
        Measure::Trend { items, of, by } => Taken::Trend {
            items: items.iter().map(item).collect(),
            of: selection(of),
            by: *by,
        },
        Measure::Texts { of } => Taken::Texts {
            of: together(of),
            options: options.diversity,
        },
        Measure::TextsOfArticles { of } => Taken::Texts {
            of: selection(of),
            options: options.diversity,
        },
    }
}

/// Several selections as one text.
fn together(all: &[Selection]) -> Bilingual {
    let texts: Vec<Bilingual> = all.iter().map(selection).collect();
    let chinese: Vec<&str> = texts.iter().map(|text| text.chinese.as_str()).collect();
    let english: Vec<&str> = texts.iter().map(|text| text.english.as_str()).collect();
    Bilingual::new(chinese.join("、"), english.join(", "))
}

fn referred(reference: &Reference) -> Bilingual {
    match reference {
        Reference::Selection(Selection::Rest(name)) => Bilingual::new(
            format!("“{name}”以外的语料"),
            format!("everything outside “{name}”"),
        ),
        Reference::Selection(of) => selection(of),
        Reference::List(name) => {
            Bilingual::new(format!("参照词表“{name}”"), format!("the list “{name}”"))
        }
        Reference::Dictionary => {
            Bilingual::new("结巴词典频率", "the frequencies of jieba’s dictionary")
        }
    }
}

fn item(item: &Item) -> String {
    match item {
        Item::Word(text) | Item::Group(text) | Item::Name(_, text) | Item::Phrase(text) => {
            text.clone()
        }
    }
}

/// What is searched for, as a person writes it.
fn searched(searched: &Searched) -> String {
    match searched {
        Searched::Item(one) => item(one),
        Searched::String(text)
        | Searched::Wildcard(text)
        | Searched::Regex(text)
        | Searched::PartOfSpeech(text) => text.clone(),
        Searched::Near { words, .. } => words.join(" … "),
    }
}
