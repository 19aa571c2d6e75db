//! 用户词典: the user's own words, what became of each, and imported lists.

use yew::{AttrValue, Callback, Html, InputEvent, TargetCast as _, html};

use crate::engine::choices::Project;
use crate::engine::protocol::Export;
use crate::engine::query::{Answer, Query};
use crate::report::answers::kinds::{
    Dictionary, FaultyLine, LexiconEntry, LexiconRule, NotApplied,
};
use crate::report::answers::lexicon::{EntrySource, ImportedWords, LexiconRow};
use crate::report::label::grouped;
use crate::ui::components::file_button::FileButton;
use crate::ui::components::list::{List, Row};
use crate::ui::components::press::{
    chip, choice_of, counts, fact, field, number, on_submit, press, press_on,
};
use crate::ui::components::switch::Switch;
use crate::ui::engine::{Engine, WordFile};
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AskAction, Asked, Change, Spot};
use crate::ui::text::Text;
use crate::web::dom::HtmlInputElement;

/// What cuts a word that is taken apart, as the user types it.
const CUT: char = '|';

/// From how many rows on there is a box to find one.
const FIND_FROM: u32 = 12;

/// What the user can say of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Said {
    #[default]
    Whole,
    Always,
    Apart,
}

impl Said {
    const ALL: [Self; 3] = [Self::Whole, Self::Always, Self::Apart];

    fn of(rule: &LexiconRule) -> Self {
        match rule {
            LexiconRule::Whole { always: false } => Self::Whole,
            LexiconRule::Whole { always: true } => Self::Always,
            LexiconRule::Apart { .. } => Self::Apart,
        }
    }

    fn rule(self, pieces: Vec<String>) -> LexiconRule {
        match self {
            Self::Whole => LexiconRule::Whole { always: false },
            Self::Always => LexiconRule::Whole { always: true },
            Self::Apart => LexiconRule::Apart { pieces },
        }
    }

    fn label(self, text: &'static Text) -> &'static str {
        match self {
            Self::Whole => text.lexicon.whole,
            Self::Always => text.lexicon.always,
            Self::Apart => text.lexicon.apart,
        }
    }

    fn testid(self) -> &'static str {
        match self {
            Self::Whole => "rule-whole",
            Self::Always => "rule-always",
            Self::Apart => "rule-apart",
        }
    }
}

/// The entry that was typed; `None` where nothing was. A word that is to be taken apart says with bars where.
fn typed_entry(typed: &str, said: Said, tag: &str) -> Option<LexiconEntry> {
    let typed = typed.trim();
    let parts = typed.split([CUT, '｜']).map(str::trim);
    let mut pieces: Vec<String> = parts
        .filter(|piece| !piece.is_empty())
        .map(str::to_owned)
        .collect();
    let word = if said == Said::Apart {
        pieces.concat()
    } else {
        pieces.clear();
        typed.to_owned()
    };
    if pieces.len() == 1 {
        pieces.clear();
    }
    (!word.is_empty()).then(|| LexiconEntry {
        word,
        rule: said.rule(pieces),
        tag: tag.trim().to_owned(),
    })
}

/// The section of the settings.
pub fn lexicon(
    engine: &Engine,
    project: &Project,
    asked: &Shared<Asked>,
    text: &'static Text,
) -> Html {
    let (words, opened) = (text.lexicon, asked.lexicon_open.as_deref());
    let total = asked.total(Spot::Lexicon);
    let containing = match asked.query(Spot::Lexicon) {
        Some(Query::Lexicon { containing, .. }) => containing.clone(),
        _ => String::new(),
    };
    let has_words = !project.lexicon.is_empty() || !project.dictionaries.is_empty();
    let sums = match asked.answer(Spot::Lexicon) {
        Some(Answer::Lexicon(view)) if has_words => {
            (words.sums)(view.rows_total, view.applied_total)
        }
        _ => (words.own_sums)(project.lexicon.len()),
    };
    let row = {
        let asked = asked.clone();
        Callback::from(move |row: u32| lexicon_row(&asked, row).map(|row| drawn(row, text)))
    };
    let open = {
        let (engine, asked) = (engine.clone(), asked.clone());
        Callback::from(move |row: u32| {
            let word = lexicon_row(&asked, row).map(|row| row.word.clone());
            let word = word.filter(|word| asked.lexicon_open.as_ref() != Some(word));
            engine.dispatch(Action::Ask(AskAction::OpenEntry(word)));
        })
    };
    let need = {
        let engine = engine.clone();
        move |rows| engine.dispatch(Action::Ask(AskAction::Need(Spot::Lexicon, rows)))
    };
    let oninput = {
        let engine = engine.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let query = Query::Lexicon {
                    containing: input.value(),
                    first_row: 0,
                    rows: 1,
                };
                engine.dispatch(Action::Ask(AskAction::Ask(Spot::Lexicon, query)));
            }
        }
    };
    let shown = opened.and_then(|word| row_of(asked, word));
    let import = {
        let engine = engine.clone();
        move |file| engine.import(WordFile::Lexicon, file)
    };
    html! {
        <section class="settings-section" data-testid="lexicon" data-drop="words">
            <h3 class="section-title">{ words.title }</h3>
            { add_entry(engine, text) }
            if has_words {
                <p class="note" data-testid="lexicon-sums">{ sums }</p>
                if asked.total(Spot::Lexicon).is_some_and(|total| total > FIND_FROM) || !containing.is_empty() {
                    <input type="search" class="find" lang="zh-CN" data-testid="find-lexicon" aria-label={words.find} placeholder={words.find}
                        value={containing.clone()} {oninput} autocomplete="off" spellcheck="false" />
                }
                if total.is_some_and(|total| total > 0) || !containing.is_empty() {
                    <List id="lexicon" label={words.title} total={total}
                        columns={vec![(words.columns[0], "cell-name"), ("", "cell-kind"), (words.columns[1], "cell-figure"), (words.columns[2], "cell-figure")]}
                        {row} on_open={open} on_need={need} of={containing} open={shown.map(|row| AttrValue::from(row.word.clone()))} />
                    if let Some(row) = shown { { detail(row, project, engine, text) } }
                } else {
                    { waiting(project, engine, text) }
                }
            }
            { for (0..).zip(&project.dictionaries).map(|(number, one)| dictionary(number, one, engine, text)) }
            if let Some(imported) = &asked.imported { { report(imported, engine, text) } }
            <div class="export-buttons">
                <FileButton label={words.import} accept=".txt,.dict,.csv,text/plain" testid="lexicon-import" on_file={import} />
                if has_words {
                    { press("secondary", "export-lexicon", words.export, engine.saves(Export::LexiconText, format!("{}.txt", words.file))) }
                }
            </div>
            <p class="note">{ words.import_note }</p>
        </section>
    }
}

fn lexicon_row(asked: &Asked, row: u32) -> Option<&LexiconRow> {
    match asked.block(Spot::Lexicon, row)? {
        (Answer::Lexicon(view), place) => view.rows.get(place),
        _ => None,
    }
}

/// The row of a word, among those that have arrived; `None` once the word is taken out.
fn row_of<'asked>(asked: &'asked Asked, word: &str) -> Option<&'asked LexiconRow> {
    let mut answers = asked.answers(Spot::Lexicon);
    answers.find_map(|answer| match answer {
        Answer::Lexicon(view) => view.rows.iter().find(|row| row.word == word),
        _ => None,
    })
}

fn drawn(row: &LexiconRow, text: &'static Text) -> Row {
    let not_applied: u32 = row.not_applied.iter().map(|(_, count)| count).sum();
    Row {
        name: row.word.clone(),
        count: row.applied,
        cells: vec![
            html! { <bdi class="printed">{ &row.word }</bdi> },
            html! { Said::of(&row.rule).label(text) },
            number(row.applied),
            number(not_applied),
        ],
        is_marked: row.source == EntrySource::Own,
    }
}

/// The user's own words while nothing has been counted: each can be taken back.
fn waiting(project: &Project, engine: &Engine, text: &'static Text) -> Html {
    let drawn = |entry: &LexiconEntry| {
        let label =
            html! { <><bdi>{ &entry.word }</bdi><span aria-hidden="true">{ "×" }</span></> };
        let remove = engine.change(Change::RemoveEntry(entry.word.clone()));
        let told = format!("{} {}", text.lexicon.remove, entry.word);
        chip("lexicon-chip", &entry.word, told, label, remove)
    };
    html! {
        <div class="word-chips" role="group" aria-label={text.lexicon.title}>{ for project.lexicon.iter().take(200).map(drawn) }</div>
    }
}

/// What became of a word, and what can be said of it.
fn detail(row: &LexiconRow, project: &Project, engine: &Engine, text: &'static Text) -> Html {
    let words = text.lexicon;
    let lines = |not_applied: Option<NotApplied>| {
        let query = Query::LexiconLines {
            word: row.word.clone(),
            not_applied,
            first_row: 0,
            rows: 1,
        };
        engine.act(Action::OpenAnswer(row.word.clone(), query))
    };
    let reason = |(reason, count): &(NotApplied, u32)| {
        let label = html! { <>{ (words.not_applied)(reason) }{ number(*count) }</> };
        html! { <li>{ press_on("link", "not-applied", &row.word, label, lines(Some(reason.clone()))) }</li> }
    };
    let is_own = row.source == EntrySource::Own;
    let rules = Said::ALL.into_iter().map(|said| {
        let is_so = said == Said::of(&row.rule);
        let rule = if is_so {
            row.rule.clone()
        } else {
            said.rule(Vec::new())
        };
        let entry = LexiconEntry {
            word: row.word.clone(),
            rule,
            tag: row.tag.clone(),
        };
        let is_on = is_own && is_so;
        let set = engine.change(Change::SetEntries(vec![entry]));
        (said.testid(), said.label(text).to_owned(), is_on, set)
    });
    let source = match row.source {
        EntrySource::Own => None,
        EntrySource::Dictionary(number) => project.dictionaries.get(number as usize),
    };
    let applied = html! { <>{ words.applied }{ number(row.applied) }</> };
    html! {
        <div class="detail" data-testid="lexicon-detail" data-name={row.word.clone()}>
            <h4 class="detail-title"><bdi>{ &row.word }</bdi></h4>
            { choice_of(words.rule, rules.collect()) }
            <div class="tools">
                { press_on("link", "applied", &row.word, applied, lines(None)) }
                if is_own {
                    { press("plain", "lexicon-remove", words.remove, engine.change(Change::RemoveEntry(row.word.clone()))) }
                }
            </div>
            if let Some(source) = source { <p class="note">{ (words.from_dictionary)(&source.name) }</p> }
            if !row.not_applied.is_empty() {
                <ul class="reasons" data-testid="lexicon-reasons">{ for row.not_applied.iter().map(reason) }</ul>
            }
            { fact(words.before, !row.before.is_empty(), counts(&row.before)) }
            { fact(words.after, !row.after.is_empty(), counts(&row.after)) }
        </div>
    }
}

fn dictionary(
    number: usize,
    dictionary: &Dictionary,
    engine: &Engine,
    text: &'static Text,
) -> Html {
    let switch = {
        let engine = engine.clone();
        move |on| engine.dispatch(Action::Choose(Change::SwitchDictionary(number, on)))
    };
    let remove = engine.change(Change::RemoveDictionary(number));
    html! {
        <div class="row-between dictionary" data-testid="dictionary" data-name={dictionary.name.clone()}>
            <Switch label={dictionary.name.clone()} on={dictionary.on} on_change={switch} testid="dictionary-switch"
                note={AttrValue::from((text.lexicon.words)(dictionary.words))} />
            { press("plain", "dictionary-remove", text.lexicon.remove, remove) }
        </div>
    }
}

/// What became of the file that was imported last.
fn report(imported: &ImportedWords, engine: &Engine, text: &'static Text) -> Html {
    let words = text.lexicon;
    let line = |faulty: &FaultyLine| {
        html! {
            <li data-line={faulty.line.to_string()}>
                <span class="note">{ (words.line)(faulty.line) }</span>{ " " }<bdi class="faulty-line">{ &faulty.beginning }</bdi>
                <span class="doubt">{ (words.fault)(faulty.fault) }</span>
            </li>
        }
    };
    let close = engine.act(Action::Ask(AskAction::ForgetImport));
    html! {
        <div class="import-report" role="status" data-testid="import-report" data-words={imported.dictionary.words.to_string()}
            data-faulty={imported.faulty_total.to_string()}>
            <div class="row-between">
                <p>{ (words.imported)(imported.dictionary.words, imported.encoding.name()) }</p>
                { press("plain", "import-close", text.close, close) }
            </div>
            if imported.faulty_total > 0 {
                <details class="doubts" data-testid="faulty-lines">
                    <summary>{ (words.faulty)(imported.faulty_total) }</summary>
                    <ul>{ for imported.faulty.iter().take(200).map(line) }</ul>
                    if imported.faulty_total > 200 { <p class="note">{ format!("… {}", grouped(imported.faulty_total)) }</p> }
                </details>
            }
        </div>
    }
}

/// The fields of the form.
const FIELDS: [&str; 3] = ["lexicon-add", "lexicon-tag", "lexicon-rule"];

/// A word that is typed, and what is done with it.
fn add_entry(engine: &Engine, text: &'static Text) -> Html {
    let words = text.lexicon;
    let add = {
        let engine = engine.clone();
        on_submit(&FIELDS, move |typed| {
            let entry = match typed.as_slice() {
                [word, tag, rule] => {
                    let mut rules = Said::ALL.into_iter();
                    let said = rules.find(|said| said.testid() == rule);
                    typed_entry(word, said.unwrap_or_default(), tag)
                }
                _ => None,
            };
            let is_entry = entry.is_some();
            if let Some(entry) = entry {
                engine.dispatch(Action::Choose(Change::SetEntries(vec![entry])));
            }
            is_entry
        })
    };
    // Options are put in from the last to the first, and a browser takes the first that comes for the chosen one.
    let option = |said: Said| html! { <option value={said.testid()} selected={said == Said::default()}>{ said.label(text) }</option> };
    html! {
        <form class="add-entry" onsubmit={add}>
            { field(FIELDS[0], "", words.hint) }
            <div class="add-word">
                <select name={FIELDS[2]} aria-label={words.rule} data-testid={FIELDS[2]}>{ for Said::ALL.into_iter().map(option) }</select>
                <span class="tag-field" title={words.tag_note}>{ field(FIELDS[1], "", words.tag) }</span>
                <button type="submit" class="secondary" data-testid="lexicon-submit">{ text.add }</button>
            </div>
            <details><summary>{ words.rule }</summary><p class="note">{ words.rule_note }</p></details>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_stays_open_when_its_row_moves() {
        use crate::report::answers::lexicon::LexiconView;
        let answer = |words: &[&str]| {
            let row = |word: &&str| LexiconRow {
                word: (*word).to_owned(),
                rule: LexiconRule::Whole { always: false },
                tag: String::new(),
                source: EntrySource::Own,
                applied: 1,
                not_applied: Vec::new(),
                before: Vec::new(),
                after: Vec::new(),
            };
            Shared::new(Answer::Lexicon(LexiconView {
                rows_total: 2,
                rows: words.iter().map(row).collect(),
                ..LexiconView::default()
            }))
        };
        let mut asked = Asked::default();
        let query = asked.query(Spot::Lexicon).cloned().expect("asked");
        asked.take(&query, &answer(&["甲", "乙"]));
        asked.apply(AskAction::OpenEntry(Some("乙".to_owned())));
        let opened = |asked: &Asked| {
            let row = row_of(asked, asked.lexicon_open.as_deref()?)?;
            Some(row.word.clone())
        };
        asked.take(&query, &answer(&["乙", "甲"]));
        assert_eq!(opened(&asked).as_deref(), Some("乙"));
        asked.take(&query, &answer(&["甲"]));
        assert_eq!(opened(&asked), None, "it is taken out");
    }

    #[test]
    fn what_is_typed_becomes_an_entry() {
        let rows: [(&str, Said, Option<(&str, LexiconRule)>); 7] = [
            ("  ", Said::Whole, None),
            ("|", Said::Apart, None),
            (
                " 四方责任 ",
                Said::Whole,
                Some(("四方责任", LexiconRule::Whole { always: false })),
            ),
            (
                "大数据+网格化+铁脚板",
                Said::Always,
                Some(("大数据+网格化+铁脚板", LexiconRule::Whole { always: true })),
            ),
            (
                "内|防扩散",
                Said::Apart,
                Some((
                    "内防扩散",
                    LexiconRule::Apart {
                        pieces: vec!["内".to_owned(), "防扩散".to_owned()],
                    },
                )),
            ),
            (
                "内防｜反弹",
                Said::Apart,
                Some((
                    "内防反弹",
                    LexiconRule::Apart {
                        pieces: vec!["内防".to_owned(), "反弹".to_owned()],
                    },
                )),
            ),
            (
                "国人",
                Said::Apart,
                Some(("国人", LexiconRule::Apart { pieces: Vec::new() })),
            ),
        ];
        for (typed, said, expected) in rows {
            let found = typed_entry(typed, said, " n ");
            let found = found.map(|entry| (entry.word, entry.rule, entry.tag));
            let expected = expected.map(|(word, rule)| (word.to_owned(), rule, "n".to_owned()));
            assert_eq!(found, expected, "{typed}");
        }
    }
}
