//! 趋势 and 分布图.

use yew::{Html, html};

use crate::engine::choices::Project;
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::Asked;
use crate::ui::text::Text;

/// The part of 对比.
pub fn trend(
    _engine: &Engine,
    _asked: &Shared<Asked>,
    _project: &Project,
    _text: &'static Text,
) -> Html {
    html! {}
}
