//! A list of choices of which one holds, each with what choosing it does.

use yew::{Callback, Html};

use crate::ui::components::select::select_of;
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
    for (label, is_chosen, action) in choices {
        options.push((label, is_chosen));
        actions.push(action);
    }
    let engine = engine.clone();
    let on_choose = Callback::from(move |place: usize| {
        let action = actions.get(place);
        action
            .into_iter()
            .for_each(|action| engine.dispatch(action.clone()));
    });
    select_of(testid, label, options, on_choose)
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
