//! Choices in a list of numbers.

use yew::{Event, TargetCast as _};

use crate::web::dom::HtmlSelectElement;

/// The number that was chosen; `None` where the event comes from no list of numbers.
pub fn chosen_number(event: &Event) -> Option<u32> {
    let select = event.target_dyn_into::<HtmlSelectElement>()?;
    select.value().parse().ok()
}
