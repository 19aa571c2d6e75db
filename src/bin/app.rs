//! The page.

fn main() {
    cijing::ui::run();
}
