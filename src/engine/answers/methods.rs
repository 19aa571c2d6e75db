//! 方法说明.

use super::Context;
use crate::engine::query::Measure;
use crate::report::answers::methods::MethodsView;

/// What was done for some tables.
pub fn methods(_context: Context<'_>, _measures: &[Measure]) -> MethodsView {
    MethodsView::default()
}
