//! The worker: everything is in [`cijing::web::worker`].

fn main() {
    cijing::web::worker::start();
}
