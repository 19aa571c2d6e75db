//! The worker.

fn main() {
    cijing::web::worker::start();
}
