//! Choices in a list of numbers.

use yew::{Callback, Event, Html, TargetCast as _, html};

use crate::web::dom::HtmlSelectElement;

/// The number that was chosen; `None` where the event comes from no list of numbers.
pub fn chosen_number(event: &Event) -> Option<u32> {
    let select = event.target_dyn_into::<HtmlSelectElement>()?;
    select.value().parse().ok()
}

/// A list of choices of which one holds, with what it is about. The chosen one is told by its place.
pub fn select_of(
    testid: &'static str,
    label: &str,
    options: Vec<(String, bool)>,
    on_choose: Callback<usize>,
) -> Html {
    let onchange = move |event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        let place = select.and_then(|select| usize::try_from(select.selected_index()).ok());
        place.into_iter().for_each(|place| on_choose.emit(place));
    };
    // An option that the user chose once no longer follows its attribute, so the list is told too.
    let chosen = options.iter().position(|(_, is_chosen)| *is_chosen);
    let chosen = chosen.map(|place| place.to_string()).unwrap_or_default();
    let option = |(place, (label, is_chosen)): (usize, (String, bool))| {
        html! { <option value={place.to_string()} selected={is_chosen}>{ label }</option> }
    };
    html! {
        <label class="inline-field"><span class="note">{ label.to_owned() }</span>
            <select data-testid={testid} ~value={chosen} {onchange}>{ for options.into_iter().enumerate().map(option) }</select>
        </label>
    }
}
