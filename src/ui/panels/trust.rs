//! 为什么是这个数: a word's tokens beside its plain string, what became of the rest, and its rank under each way of
//! segmenting.

use yew::{Html, html};

use crate::engine::choices::Project;
use crate::engine::query::{Answer, Query};
use crate::report::answers::kinds::{LexiconEntry, LexiconRule};
use crate::report::answers::trust::{ConsistencyRow, Method, Rest, SegmentersView, TrustView};
use crate::report::label::grouped;
use crate::ui::components::press::{number, press, press_on, table};
use crate::ui::engine::Engine;
use crate::ui::state::{Action, Asked, Change, Spot};
use crate::ui::text::Text;

/// The answer of a place about the word that it asks for.
pub fn trusted(asked: &Asked, spot: Spot) -> Option<&TrustView> {
    match asked.answered(spot)? {
        Answer::Trust(view) => Some(view),
        _ => None,
    }
}

/// An entry that makes a word one token.
pub fn whole(word: &str) -> LexiconEntry {
    LexiconEntry {
        word: word.to_owned(),
        rule: LexiconRule::Whole { always: false },
        tag: String::new(),
    }
}

/// The entry that would make one token of a word more often than now; `None` where its entry does all that can be done,
/// or takes it apart on purpose.
fn mended(word: &str, project: &Project) -> Option<LexiconEntry> {
    let mut entries = project.lexicon.iter();
    let Some(entry) = entries.find(|entry| entry.word == word) else {
        return Some(whole(word));
    };
    let is_weak = entry.rule == LexiconRule::Whole { always: false };
    is_weak.then(|| LexiconEntry {
        rule: LexiconRule::Whole { always: true },
        ..entry.clone()
    })
}

/// The reasons for a word's count.
pub fn trust_panel(asked: &Asked, project: &Project, engine: &Engine, text: &'static Text) -> Html {
    let words = text.trust;
    let Some(view) = trusted(asked, Spot::Trust) else {
        return html! { <div class="trust" aria-busy="true" /> };
    };
    let rest = |(rest, count): &(Rest, u32)| {
        let query = Query::RestLines {
            word: view.word.clone(),
            rest: rest.clone(),
            first_row: 0,
            rows: 1,
        };
        let open = engine.act(Action::OpenAnswer(view.word.clone(), query));
        let label = html! { <><span>{ (words.rest)(rest) }</span>{ number(*count) }</> };
        html! { <li>{ press_on("link", "rest", &view.word, label, open) }</li> }
    };
    let method = |(method, count, rank): &(Method, u32, u32)| {
        let rank = (*rank > 0).then(|| grouped(*rank));
        vec![
            html! { { (words.method)(*method) } },
            number(*count),
            html! { <span class="figure">{ rank.unwrap_or_else(|| words.absent.to_owned()) }</span> },
        ]
    };
    let others = view.strings.saturating_sub(view.tokens);
    let more = view
        .rests_total
        .saturating_sub(u32::try_from(view.rests.len()).unwrap_or(u32::MAX));
    let mend = mended(&view.word, project).filter(|_| others > 0);
    let mend = mend.map(|entry| {
        let is_always = entry.rule == LexiconRule::Whole { always: true };
        let label = if is_always {
            text.lexicon.always
        } else {
            words.mend
        };
        press(
            "secondary",
            "trust-mend",
            label,
            engine.change(Change::SetEntries(vec![entry])),
        )
    });
    html! {
        <section class="trust" data-testid="trust" data-name={view.word.clone()} data-tokens={view.tokens.to_string()}
            data-strings={view.strings.to_string()} aria-label={words.why}>
            <div class="trust-sums">
                <p class="trust-sum"><span class="note">{ words.tokens }</span><b class="figure">{ grouped(view.tokens) }</b></p>
                <p class="trust-sum"><span class="note">{ words.strings }</span><b class="figure">{ grouped(view.strings) }</b></p>
                <p class="note">{ (words.accounts)(view.tokens, others) }</p>
                { for mend }
            </div>
            if !view.rests.is_empty() {
                <ul class="reasons" data-testid="rests">{ for view.rests.iter().map(rest) }
                    if more > 0 { <li class="note">{ (words.rests_more)(more) }</li> }
                </ul>
            }
            { table("methods", &words.method_columns, view.methods.iter().map(method).collect()) }
        </section>
    }
}

/// The smallest and the largest count of a word over all ways of segmenting.
fn spread(row: &ConsistencyRow) -> (u32, u32) {
    let least = row.counts.iter().copied().min().unwrap_or(0);
    let most = row.counts.iter().copied().max().unwrap_or(0);
    (least, most)
}

/// 切分一致性 of a word, as a cell: the same everywhere, or from least to most; every way is told on pointing.
pub fn consistency_cell(row: &ConsistencyRow, text: &'static Text) -> Html {
    let words = text.trust;
    let (least, most) = spread(row);
    let is_same = least == most;
    let ways = Method::ALL.into_iter().zip(row.counts);
    let ways = ways.map(|(method, count)| format!("{} {}", (words.method)(method), grouped(count)));
    let strings = format!("{} {}", words.strings, grouped(row.strings));
    let note: Vec<String> = ways.chain([strings]).collect();
    let label = if is_same {
        words.same.to_owned()
    } else {
        (words.between)(least, most)
    };
    let class = if is_same { "is-same" } else { "is-split" };
    html! { <span {class} title={note.join("\n")} data-testid="consistency">{ label }</span> }
}

/// The row of a word among those that have been compared.
pub fn compared<'asked>(asked: &'asked Asked, word: &str) -> Option<&'asked ConsistencyRow> {
    match asked.answer(Spot::Consistency)? {
        Answer::Consistency(rows) => rows.iter().find(|row| row.word == word),
        _ => None,
    }
}

/// A paragraph cut in several ways, one under the other.
pub fn segmenters_panel(asked: &Asked, text: &'static Text) -> Html {
    let words = text.trust;
    let view = match asked.answer(Spot::Segmenters) {
        Some(Answer::Segmenters(view)) => Some(view),
        _ => None,
    };
    let Some(view) = view.filter(|view| !view.cuts.is_empty()) else {
        return html! { <p class="note segmenters">{ text.lexicon.segmenters_hint }</p> };
    };
    html! { <dl class="segmenters" data-testid="segmenters" lang="zh-CN">{ for view.cuts.iter().map(|(method, cut)| segmented(*method, cut, view, words.method)) }</dl> }
}

fn segmented(
    method: Method,
    cut: &[String],
    view: &SegmentersView,
    name: fn(Method) -> &'static str,
) -> Html {
    let in_force = view.cuts.first().map_or(&[][..], |(_, tokens)| tokens);
    let token = |token: &String| {
        let class = (method != Method::InForce && !in_force.contains(token)).then_some("is-other");
        html! { <><span {class}>{ token }</span><span class="bar">{ "|" }</span></> }
    };
    html! {
        <div class="segmenter" data-testid="segmenter" data-name={format!("{method:?}").to_ascii_lowercase()}>
            <dt>{ name(method) }</dt><dd>{ for cut.iter().map(token) }</dd>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_not_made_one_that_it_is_already() {
        let with = |rule: LexiconRule| Project {
            lexicon: vec![LexiconEntry {
                rule,
                ..whole("防控")
            }],
            ..Project::default()
        };
        let (weak, always) = (
            LexiconRule::Whole { always: false },
            LexiconRule::Whole { always: true },
        );
        let apart = LexiconRule::Apart { pieces: Vec::new() };
        let rows = [
            (Project::default(), Some(weak.clone())),
            (with(weak), Some(always.clone())),
            (with(always), None),
            (with(apart), None),
        ];
        for (project, expected) in rows {
            let found = mended("防控", &project).map(|entry| entry.rule);
            assert_eq!(found, expected, "{:?}", project.lexicon);
        }
    }

    #[test]
    fn a_word_is_consistent_where_every_way_counts_the_same() {
        let row = |counts| ConsistencyRow {
            word: "防控".to_owned(),
            counts,
            strings: 9,
        };
        assert_eq!(spread(&row([4, 4, 4, 4, 4])), (4, 4));
        assert_eq!(spread(&row([4, 7, 0, 4, 9])), (0, 9));
    }
}
