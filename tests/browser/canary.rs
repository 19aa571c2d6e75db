//! A stranger's server: counts who says anything to it, and answers nobody.
//!
//! A connection over which not one byte comes does not count: Chromium opens one ahead of a form or a frame that the
//! policy then refuses. It carries nothing of the page but the address.

use std::io::Read as _;
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Listens for connections and datagrams on a port of its own.
pub struct Canary {
    port: u16,
    visits: Arc<AtomicUsize>,
}

impl Canary {
    /// Starts to listen, until the tests end.
    pub fn start() -> Self {
        let visits = Arc::new(AtomicUsize::new(0));
        let connections = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = connections.local_addr().unwrap().port();
        let datagrams = UdpSocket::bind(("127.0.0.1", port)).unwrap();
        let counter = Arc::clone(&visits);
        std::thread::spawn(move || {
            for connection in connections.incoming().map_while(Result::ok) {
                let counter = Arc::clone(&counter);
                std::thread::spawn(move || hear(connection, &counter));
            }
        });
        let counter = Arc::clone(&visits);
        std::thread::spawn(move || {
            while datagrams.recv(&mut [0; 16]).is_ok() {
                counter.fetch_add(1, Ordering::SeqCst);
            }
        });
        Self { port, visits }
    }

    /// `127.0.0.1:` and the port.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// How many connections said something, and how many datagrams came.
    pub fn visits(&self) -> usize {
        self.visits.load(Ordering::SeqCst)
    }
}

/// Counts a connection at its first byte, and ends it.
fn hear(mut connection: TcpStream, visits: &AtomicUsize) {
    if matches!(connection.read(&mut [0; 1024]), Ok(1..)) {
        visits.fetch_add(1, Ordering::SeqCst);
    }
}
