//! The paragraph of a concordance line, with what can be done with the line.

use yew::{Callback, Html, MouseEvent, html};

use super::concordance::{is_marked, marking};
use super::search::SearchProps;
use crate::report::answers::search::ConcordanceLine;
use crate::ui::engine::Engine;
use crate::ui::state::{Action, SearchAction, Target};
use crate::ui::text::{Locale, Text};
use crate::web::clipboard;

/// The way to the page of a line, with its source lit.
pub fn to_page(line: &ConcordanceLine) -> Action {
    let target = Target::Place {
        unit: line.unit,
        row: line.row,
    };
    Action::Lead(line.article.document, target, line.places.clone())
}

/// A paragraph before, in and behind the node. Places beyond its end are its end.
fn divided(paragraph: &str, (start, end): (u32, u32)) -> [&str; 3] {
    let byte = |character: u32| {
        let mut places = paragraph.char_indices();
        let place = places.nth(character as usize);
        place.map_or(paragraph.len(), |(byte, _)| byte)
    };
    let (start, end) = (byte(start), byte(end.max(start)));
    let part = |from, to| paragraph.get(from..to).unwrap_or_default();
    [part(0, start), part(start, end), part(end, paragraph.len())]
}

/// A line as it is quoted: an ellipsis stands where the paragraph goes on.
fn quoted(line: &ConcordanceLine) -> String {
    let [before, _, behind] = divided(&line.paragraph, line.node_in_paragraph);
    let ellipsis = |is_cut: bool| if is_cut { "……" } else { "" };
    let is_shorter =
        |shown: &str, whole: &str| shown.trim().chars().count() < whole.trim().chars().count();
    let starts_within = ellipsis(is_shorter(&line.left, before));
    let ends_within = ellipsis(is_shorter(&line.right, behind));
    format!(
        "{starts_within}{}{}{}{ends_within}",
        line.left, line.node, line.right
    )
}

/// Copies a text with the citation of the line it comes from. What is cited is a Chinese newspaper, so that is how it
/// is cited.
fn copy(quotation: &str, line: &ConcordanceLine, engine: &Engine) {
    let citation = (Locale::Chinese.text().search.citation)(line);
    let engine = engine.clone();
    clipboard::copy(format!("{quotation}（{citation}）"), move |done| {
        engine.dispatch(Action::Find(SearchAction::Copied(done)));
    });
}

/// Copies a line.
pub fn copy_line(line: &ConcordanceLine, engine: &Engine) {
    copy(&quoted(line), line, engine);
}

/// The card under the list.
pub fn card(line: &ConcordanceLine, props: &SearchProps<'_>, text: &'static Text) -> Html {
    let (words, engine) = (text.search, props.engine);
    let copies = |whole: bool| {
        let (line, engine) = (line.clone(), engine.clone());
        Callback::from(move |_: MouseEvent| match whole {
            true => copy(&line.paragraph, &line, &engine),
            false => copy_line(&line, &engine),
        })
    };
    let button = |testid: &'static str,
                  label: &'static str,
                  key: &'static str,
                  onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" class="command" data-testid={testid} aria-keyshortcuts={key} {onclick}>{ label }<kbd>{ key }</kbd></button>
        }
    };
    let mark = marking(line, props.project).map(|marking| {
        let pressed = is_marked(line, props.project).to_string();
        html! {
            <button type="button" class="command" data-testid="card-mark" aria-keyshortcuts="M" aria-pressed={pressed}
                onclick={engine.act(marking)}>{ words.mark }<kbd>{ "M" }</kbd></button>
        }
    });
    let [before, node, behind] = divided(&line.paragraph, line.node_in_paragraph);
    let close = engine.act(Action::Find(SearchAction::Close));
    html! {
        <section class="line-card" aria-label={words.paragraph} data-testid="line-card">
            <div class="row-between">
                <p class="note"><bdi data-testid="citation" lang="zh-CN">{ (words.citation)(line) }</bdi></p>
                <p class="note" role="status" data-testid="copied">{ for props.search.copied.map(words.copied) }</p>
            </div>
            <p class="line-paragraph printed" lang="zh-CN" data-testid="line-paragraph" tabindex="0">{ before }<mark>{ node }</mark>{ behind }</p>
            <div class="commands" role="toolbar" aria-label={words.paragraph}>
                { button("card-page", words.page, "O", engine.act(to_page(line))) }
                { for mark }
                { button("copy-line", words.copy_line, "C", copies(false)) }
                <button type="button" class="command" data-testid="copy-paragraph" onclick={copies(true)}>{ words.copy_paragraph }</button>
                <span class="commands-gap" />
                { button("card-close", text.close, "Esc", close) }
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_divided_at_the_node() {
        let rows = [
            ((2, 4), ["今日", "地铁", "开通"]),
            ((0, 2), ["", "今日", "地铁开通"]),
            ((4, 99), ["今日地铁", "开通", ""]),
            ((99, 100), ["今日地铁开通", "", ""]),
            ((4, 2), ["今日地铁", "", "开通"]),
        ];
        for (node, expected) in rows {
            assert_eq!(divided("今日地铁开通", node), expected, "{node:?}");
        }
    }

    #[test]
    fn a_quotation_shows_where_it_is_cut() {
        let line = |left: &str, right: &str| ConcordanceLine {
            left: left.to_owned(),
            node: "地铁".to_owned(),
            right: right.to_owned(),
            paragraph: "今日地铁开通".to_owned(),
            node_in_paragraph: (2, 4),
            ..ConcordanceLine::default()
        };
        let rows = [
            (line("今日", "开通"), "今日地铁开通"),
            (line("日", "开通"), "……日地铁开通"),
            (line("日", "开"), "……日地铁开……"),
        ];
        for (line, expected) in rows {
            assert_eq!(quoted(&line), expected);
        }
    }
}
