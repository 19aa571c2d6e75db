//! The whole window as a place to drop files on.

use std::rc::Rc;

use yew::{Html, Properties, UseStateSetter, component, html, use_effect_with, use_state_eq};

use crate::ui::engine::{Engine, WordFile};
use crate::ui::text::use_text;
use crate::web::dom::{
    DataTransfer, DragEvent, Event, EventListener, EventListenerOptions, JsCast as _, window,
};
use crate::web::element;
use crate::web::files::{self, TakeFiles};

/// Properties of [`DropVeil`].
#[derive(Properties, PartialEq)]
pub struct DropVeilProps {
    pub engine: Engine,
}

/// A veil over the page while files are dragged over it.
#[component]
pub fn DropVeil(props: &DropVeilProps) -> Html {
    let text = use_text();
    let over = use_state_eq(|| false);
    let setter = over.setter();
    use_effect_with(props.engine.clone(), move |engine| {
        let listeners = listen(engine.clone(), &setter);
        move || drop(listeners)
    });
    html! {
        if *over {
            <div class="drop-veil" aria-hidden="true"><p>{ text.drop_here }</p></div>
        }
    }
}

/// What is done with a drag that carries files.
type HandleDrag = Box<dyn Fn(&Event, &DataTransfer)>;

/// What a file is that was dropped on a section of the settings: a word list, where it is one that takes those.
fn word_file(event: &Event) -> Option<WordFile> {
    match element::attribute_at(event, "data-drop")?.as_str() {
        "words" => Some(WordFile::Lexicon),
        "stop-words" => Some(WordFile::StopWords),
        _ => None,
    }
}

/// Listens on the window. What is no file is left to the browser.
fn listen(engine: Engine, over: &UseStateSetter<bool>) -> [EventListener; 3] {
    let importer = engine.clone();
    let take: TakeFiles = Rc::new(move |files| engine.add_files(files));
    let on = |kind: &'static str, handle: HandleDrag| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window(), kind, options, move |event| {
            let drag = event.dyn_ref::<DragEvent>();
            let data = drag.and_then(DragEvent::data_transfer);
            data.iter()
                .filter(|data| files::holds_files(data))
                .for_each(|data| handle(event, data));
        })
    };
    let (enter, drop) = (over.clone(), over.clone());
    let leave = over.clone();
    [
        on(
            "dragover",
            Box::new(move |event, _| {
                event.prevent_default();
                enter.set(true);
            }),
        ),
        on(
            "dragleave",
            Box::new(move |event, _| {
                // Leaving the window leads to no other element; going from one element to the next does.
                let to = event
                    .dyn_ref::<DragEvent>()
                    .and_then(|drag| drag.related_target());
                if to.is_none() {
                    leave.set(false);
                }
            }),
        ),
        on(
            "drop",
            Box::new(move |event, data| {
                event.prevent_default();
                drop.set(false);
                match word_file(event) {
                    Some(kind) => {
                        let importer = importer.clone();
                        let take: TakeFiles = Rc::new(move |files| {
                            files
                                .into_iter()
                                .for_each(|file| importer.import(kind, file));
                        });
                        files::take_dropped(data, &take);
                    }
                    None => files::take_dropped(data, &take),
                }
            }),
        ),
    ]
}
