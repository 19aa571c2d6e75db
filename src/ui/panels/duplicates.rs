//! 重复稿件: the articles that tell the same story, side by side on request.

use yew::{AttrValue, Callback, Html, Properties, classes, component, html};

use super::articles::lead_to;
use crate::report::views::{ArticleId, ComparedArticle, ComparedParagraph, DuplicateView};
use crate::ui::components::shown::signed_text;
use crate::ui::components::switch::Switch;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Change, Duplicates};
use crate::ui::text::duplicates::DuplicatesText;
use crate::ui::text::use_text;

/// From this share on, in thousandths, a paragraph is the same in both articles.
const SAME: u16 = 850;
/// Up to this share it stands in one of them only.
const OTHER: u16 = 150;

/// Properties of [`DuplicatesPanel`].
#[derive(Properties, PartialEq)]
pub struct DuplicatesPanelProps {
    pub engine: Engine,
    pub duplicates: Shared<Duplicates>,
    /// Whether each group is counted once.
    pub once: bool,
}

/// The section in 概览; nothing where no story is told twice.
#[component]
pub fn DuplicatesPanel(props: &DuplicatesPanelProps) -> Html {
    let text = &use_text().duplicates;
    let Some(view) = props.duplicates.view.as_ref() else {
        return html! {};
    };
    if view.groups.is_empty() {
        return html! {};
    }
    let engine = props.engine.clone();
    let on_change = Callback::from(move |on| {
        engine.dispatch(Action::Choose(Change::DuplicatesOnce(on)));
    });
    let rest = view
        .groups_total
        .saturating_sub(u32::try_from(view.groups.len()).unwrap_or(0));
    html! {
        <section class="duplicates" aria-label={text.title} data-testid="duplicates">
            <div class="row-between">
                <h3 class="section-title" title={text.method}>{ text.title }</h3>
                <span class="note" data-testid="duplicates-sums">{ (text.sums)(view.groups_total, view.articles_total) }</span>
            </div>
            <Switch label={text.count_once} on={props.once} testid="setting-duplicates-once"
                note={AttrValue::from(text.count_once_note)} {on_change} />
            { for view.groups.iter().map(|group| self::group(group, props, text)) }
            if rest > 0 { <p class="note">{ (text.more_groups)(rest) }</p> }
            <p class="note">{ text.method }</p>
        </section>
    }
}

fn group(
    group: &[DuplicateView],
    props: &DuplicatesPanelProps,
    text: &'static DuplicatesText,
) -> Html {
    let Some(first) = group.first() else {
        return html! {};
    };
    let counted = group
        .iter()
        .find(|member| !member.left_out)
        .map(|member| member.article);
    let compared = props.duplicates.compared.as_ref();
    let pair = compared.filter(|pair| group.iter().any(|member| member.article == pair.1.article));
    html! {
        <div class="duplicate-group" data-testid="duplicate-group">
            <ol>{ for group.iter().map(|member| self::member(member, first.article, counted, props, text)) }</ol>
            if let Some(pair) = pair { { side_by_side(pair, &props.engine, text) } }
        </div>
    }
}

fn member(
    member: &DuplicateView,
    first: ArticleId,
    counted: Option<ArticleId>,
    props: &DuplicatesPanelProps,
    text: &'static DuplicatesText,
) -> Html {
    let is_out = member.left_out || props.once && counted != Some(member.article);
    let (newspaper, date) = &member.published;
    let likeness = if member.article == first {
        text.first.to_owned()
    } else if member.is_identical {
        text.identical.to_owned()
    } else {
        (text.similar)(member.resemblance, member.containment)
    };
    let to_article = {
        let (engine, action) = (props.engine.clone(), lead_to(member.article));
        move |_| engine.dispatch(action.clone())
    };
    html! {
        <li class={classes!("duplicate", is_out.then_some("is-left-out"))}>
            <button type="button" class="plain duplicate-label" onclick={to_article}><bdi>{ &member.label }</bdi></button>
            <span class="note">
                <bdi>{ &member.file }</bdi>
                if let Some(newspaper) = newspaper { { " · " }<bdi>{ newspaper }</bdi> }
                if let Some(date) = date { { " · " }{ date } }
                { " · " }{ likeness }
                if is_out { { " · " }{ text.not_counted } }
            </span>
            if member.article != first { { compare_button(first, member.article, props, text) } }
        </li>
    }
}

fn compare_button(
    first: ArticleId,
    second: ArticleId,
    props: &DuplicatesPanelProps,
    text: &'static DuplicatesText,
) -> Html {
    let is_open = props.duplicates.pair == Some((first, second));
    let wanted = (!is_open).then_some((first, second));
    let engine = props.engine.clone();
    html! {
        <button type="button" class="secondary" aria-expanded={is_open.to_string()} data-testid="compare"
            onclick={move |_| engine.dispatch(Action::Compare(wanted))}>
            { if is_open { text.close } else { text.compare } }
        </button>
    }
}

fn side_by_side(
    pair: &(ComparedArticle, ComparedArticle),
    engine: &Engine,
    text: &'static DuplicatesText,
) -> Html {
    html! {
        <div class="side-by-side" data-testid="side-by-side">
            { compared(&pair.0, engine, text) }
            { compared(&pair.1, engine, text) }
        </div>
    }
}

fn compared(article: &ComparedArticle, engine: &Engine, text: &'static DuplicatesText) -> Html {
    let (engine, action) = (engine.clone(), lead_to(article.article));
    html! {
        <article class="compared">
            <button type="button" class="plain note" onclick={move |_| engine.dispatch(action.clone())}><bdi>{ &article.file }</bdi></button>
            { for article.headlines.iter().map(|(_, headline)| html! { <h4><bdi>{ headline }</bdi></h4> }) }
            { for article.paragraphs.iter().map(|paragraph| self::paragraph(paragraph, text)) }
        </article>
    }
}

fn paragraph(paragraph: &ComparedParagraph, text: &'static DuplicatesText) -> Html {
    let mark = match paragraph.shared {
        Some(shared) if shared <= OTHER => Some(text.only_here.to_owned()),
        Some(shared) if shared < SAME => Some((text.partly_here)(shared)),
        _ => None,
    };
    html! {
        <p class={classes!(mark.is_some().then_some("is-different"))}>
            { signed_text(&paragraph.shown, Vec::new(), &[]) }
            if let Some(mark) = mark { <span class="note">{ mark }</span> }
        </p>
    }
}
