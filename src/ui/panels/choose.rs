//! A list of choices of which one holds, each with what choosing it does.

use yew::{Event, Html, html};

use crate::ui::components::select::chosen_number;
use crate::ui::engine::Engine;
use crate::ui::state::Action;

/// One choice: its label, whether it holds, and what choosing it does.
pub type Choice = (String, bool, Action);

/// A select with its label; `testid` is its name for the page's tests.
pub fn choose(
    testid: &'static str,
    label: &'static str,
    choices: Vec<Choice>,
    engine: &Engine,
) -> Html {
    let (mut options, mut actions) = (Vec::new(), Vec::new());
    // An option that the user chose once no longer follows its attribute, so the list is told too.
    let mut chosen = String::new();
    for (label, is_chosen, action) in choices {
        let number = actions.len().to_string();
        if is_chosen {
            chosen.clone_from(&number);
        }
        options.push(html! { <option value={number} selected={is_chosen}>{ label }</option> });
        actions.push(action);
    }
    let engine = engine.clone();
    let onchange = move |event: Event| {
        let number = chosen_number(&event).and_then(|number| usize::try_from(number).ok());
        let action = number.and_then(|number| actions.get(number));
        action
            .into_iter()
            .for_each(|action| engine.dispatch(action.clone()));
    };
    html! {
        <label class="choose"><span class="note">{ label }</span>
            <select data-testid={testid} aria-label={label} ~value={chosen} {onchange}>{ for options }</select>
        </label>
    }
}

/// Some numbers to choose from, and the one that holds where it is none of them; rising.
pub fn numbers(offered: &[u32], holds: u32) -> Vec<u32> {
    let mut numbers = offered.to_vec();
    if let Err(place) = numbers.binary_search(&holds) {
        numbers.insert(place, holds);
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_is_among_the_choices() {
        assert_eq!(numbers(&[1, 5, 10], 5), [1, 5, 10]);
        assert_eq!(numbers(&[1, 5, 10], 7), [1, 5, 7, 10]);
        assert_eq!(numbers(&[], 7), [7]);
    }
}
