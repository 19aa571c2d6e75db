//! The page.

fn main() {
    let root = gloo::utils::document().get_element_by_id("app");
    if let Some(root) = root {
        yew::Renderer::<cijing::ui::App>::with_root(root).render();
    }
}
