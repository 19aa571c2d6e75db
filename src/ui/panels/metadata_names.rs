//! How names of files are read, with what that gives at once.

use yew::{
    Event, Html, InputEvent, Properties, TargetCast as _, component, html, use_effect_with,
    use_state_eq,
};

use crate::engine::metadata::PatternChoice;
use crate::text::file_name::{NamePattern, PatternError, Placeholder};
use crate::text::page::model::Stated;
use crate::text::sorted_map::SortedMap;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Change, Document};
use crate::ui::text::{Locale, MetadataText, use_locale, use_text};
use crate::web::dom::HtmlInputElement;

/// How many names are listed.
const NAMES_LISTED: usize = 6;

/// Properties of [`MetadataNames`].
#[derive(Properties, PartialEq)]
pub struct MetadataNamesProps {
    pub engine: Engine,
    pub documents: Shared<Vec<Shared<Document>>>,
    /// What is in force.
    pub chosen: PatternChoice,
}

/// The choice, the pattern, and what it gives.
#[component]
pub fn MetadataNames(props: &MetadataNamesProps) -> Html {
    let (text, locale) = (&use_text().metadata, use_locale());
    let names: Vec<String> = names(&props.documents);
    let detected = most_frequent(&names);
    let detected = detected.map_or_else(String::new, |pattern| written(&pattern, locale));
    let typed = use_state_eq(|| None::<String>);
    {
        let typed = typed.setter();
        use_effect_with(props.chosen.clone(), move |_| typed.set(None));
    }
    let in_force = match &props.chosen {
        PatternChoice::Pattern(pattern) => NamePattern::parse(pattern)
            .map_or_else(|_| pattern.clone(), |pattern| written(&pattern, locale)),
        PatternChoice::Detected => detected.clone(),
        PatternChoice::Off => String::new(),
    };
    let shown = typed.as_ref().unwrap_or(&in_force).clone();
    let parsed = NamePattern::parse(&shown);
    let choose = |choice: PatternChoice| {
        let engine = props.engine.clone();
        move |_| engine.dispatch(Action::Choose(Change::NamePattern(choice.clone())))
    };
    let oninput = {
        let typed = typed.setter();
        move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            input
                .into_iter()
                .for_each(|input| typed.set(Some(input.value())));
        }
    };
    let onchange = {
        let engine = props.engine.clone();
        move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            // A pattern that cannot be read is told, and the old one stays in force.
            if let Some(pattern) = input.and_then(|input| NamePattern::parse(&input.value()).ok()) {
                let choice = PatternChoice::Pattern(pattern.to_string());
                engine.dispatch(Action::Choose(Change::NamePattern(choice)));
            }
        }
    };
    let own = PatternChoice::Pattern(NamePattern::parse(&shown).map_or_else(
        |_| "{报名}/{日期}/{版次}".to_owned(),
        |pattern| pattern.to_string(),
    ));
    let is_own = matches!(props.chosen, PatternChoice::Pattern(_));
    let radio =
        |label: &'static str, testid: &'static str, is_chosen: bool, choice: PatternChoice| {
            html! {
                <button type="button" class="step" role="radio" aria-checked={is_chosen.to_string()}
                    data-testid={testid} onclick={choose(choice)}>{ label }</button>
            }
        };
    html! {
        <section class="metadata-section">
            <h3 class="section-title">{ text.names }</h3>
            <p class="note">{ text.names_note }</p>
            <div class="steps" role="radiogroup" aria-label={text.names}>
                { radio(text.names_detected, "names-detected", props.chosen == PatternChoice::Detected, PatternChoice::Detected) }
                { radio(text.names_own, "names-own", is_own, own) }
                { radio(text.names_off, "names-off", props.chosen == PatternChoice::Off, PatternChoice::Off) }
            </div>
            if props.chosen != PatternChoice::Off {
                <label class="pattern-field">
                    <span class="note">{ text.pattern }</span>
                    <input type="text" value={shown.clone()} spellcheck="false" autocomplete="off" data-testid="name-pattern"
                        {oninput} {onchange} />
                </label>
                if is_own || typed.is_some() {
                    <p class="note">{ text.placeholders }{ " " }{ for Placeholder::ALL.into_iter().map(|each| placeholder(each, locale)) }</p>
                }
                { outcome(&names, &parsed, !shown.is_empty(), text) }
            }
        </section>
    }
}

fn placeholder(placeholder: Placeholder, locale: Locale) -> Html {
    let name = match locale {
        Locale::Chinese => placeholder.chinese(),
        Locale::English => placeholder.english(),
    };
    html! { <><code class="placeholder">{ format!("{{{name}}}") }</code>{ " " }</> }
}

fn written(pattern: &NamePattern, locale: Locale) -> String {
    match locale {
        Locale::Chinese => pattern.to_string(),
        Locale::English => pattern.in_english(),
    }
}

/// The names of the files, without tables.
fn names(documents: &[Shared<Document>]) -> Vec<String> {
    let is_text =
        |document: &&Shared<Document>| document.view.as_ref().is_none_or(|view| !view.is_table);
    let names = documents.iter().filter(is_text);
    names.map(|document| document.name.clone()).collect()
}

/// The pattern that is found in most names; of two, the first in code point order.
fn most_frequent(names: &[String]) -> Option<NamePattern> {
    let mut counts: SortedMap<String, (usize, NamePattern)> = SortedMap::new();
    for pattern in names.iter().filter_map(|name| NamePattern::detect(name)) {
        let written = pattern.to_string();
        match counts.get_mut(&written) {
            Some((count, _)) => *count += 1,
            None => {
                counts.insert(written, (1, pattern));
            }
        }
    }
    let most = counts.into_entries().into_iter().rev();
    let most = most.max_by_key(|(_, (count, _))| *count);
    most.map(|(_, (_, pattern))| pattern)
}

fn outcome(
    names: &[String],
    parsed: &Result<NamePattern, PatternError>,
    is_written: bool,
    text: &'static MetadataText,
) -> Html {
    let pattern = match parsed {
        Ok(pattern) => pattern,
        Err(_) if !is_written => {
            return html! { <p class="note">{ (text.names_fit)(0, names.len()) }</p> };
        }
        Err(error) => {
            return html! { <p class="failure-note" role="alert" data-testid="pattern-error">{ (text.pattern_error)(error) }</p> };
        }
    };
    let read: Vec<(&String, Option<Vec<Stated>>)> = names
        .iter()
        .map(|name| (name, pattern.read(name)))
        .collect();
    let fit = read.iter().filter(|(_, read)| read.is_some());
    let without: Vec<&String> = read
        .iter()
        .filter(|(_, read)| read.is_none())
        .map(|(name, _)| *name)
        .collect();
    let example = |(name, read): &(&String, Option<Vec<Stated>>)| {
        let values = read.iter().flatten().map(|stated| html! {
            <span><span class="note">{ (text.field)(stated.field) }</span>{ " " }<bdi>{ &stated.value }</bdi></span>
        });
        html! { <li><bdi class="example-name">{ *name }</bdi><span class="example-values">{ for values }</span></li> }
    };
    let rest = without.len().saturating_sub(NAMES_LISTED);
    html! {
        <>
            <p class="note" data-testid="names-fit">{ (text.names_fit)(fit.clone().count(), names.len()) }</p>
            <ul class="examples">{ for fit.take(3).map(example) }</ul>
            if !without.is_empty() {
                <p class="note doubt" data-testid="names-without">
                    { text.names_without }{ "　" }
                    { for without.iter().take(NAMES_LISTED).map(|name| html! { <bdi class="unfit-name">{ *name }</bdi> }) }
                    if rest > 0 { { (text.more)(rest) } }
                </p>
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pattern_of_most_names_is_shown() {
        let names = ["20220704A02", "江南晚报_20220704", "20220705A03", "甲"].map(str::to_owned);
        let found = most_frequent(&names).map(|pattern| pattern.to_string());
        assert_eq!(found.as_deref(), Some("{日期}{版次}"));
        assert_eq!(most_frequent(&[]), None);
    }
}
