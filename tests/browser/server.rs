//! A plain static server, as any host of static files is one: used by `make serve` and by the browser tests.
//!
//! It can be mounted at a sub-path, keeps a log of requests, and can be told to answer single files wrongly.

use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use tokio::runtime::Runtime;
use tower_http::services::ServeDir;

/// What a file is answered with in place of its content.
#[derive(Debug, Clone)]
#[allow(dead_code, reason = "the example serves files only as they are")]
pub enum Override {
    /// 404.
    Missing,
    /// The file with its last byte changed.
    Broken,
    /// Other content, with the type of the file.
    Replaced(Vec<u8>),
    /// The file as it is, but late.
    Slow(Duration),
}

/// What the handler shares with the [`Server`].
struct Shared {
    /// The folder that is served.
    root: PathBuf,
    /// The path under which it is served: begins and ends with a slash.
    mount: String,
    log: Vec<String>,
    overrides: BTreeMap<String, Override>,
}

/// A running server; it ends when dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Mutex<Shared>>,
    /// Its own runtime, so that stopping it also cuts connections that a browser keeps open.
    runtime: Option<Runtime>,
}

#[allow(dead_code, reason = "the example uses only a part")]
impl Server {
    /// Serves the folder `root` under the path `mount` (`/` or such as `/a/b/`) on the loopback interface; port 0 takes
    /// a free one.
    ///
    /// # Errors
    ///
    /// When the port is taken.
    pub fn start(root: &Path, mount: &str, port: u16) -> io::Result<Self> {
        let shared = Arc::new(Mutex::new(Shared {
            root: root.to_owned(),
            mount: mount.to_owned(),
            log: Vec::new(),
            overrides: BTreeMap::new(),
        }));
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()?;
        let listener = std::net::TcpListener::bind(("127.0.0.1", port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let entered = runtime.enter();
        let listener = tokio::net::TcpListener::from_std(listener)?;
        drop(entered);
        let app = axum::Router::new()
            .fallback(answer)
            .with_state(Arc::clone(&shared));
        runtime.spawn(async move { axum::serve(listener, app).await });
        Ok(Self {
            address,
            shared,
            runtime: Some(runtime),
        })
    }

    /// The address of the app.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, lock(&self.shared).mount)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Every request until now, in order: `GET /a/b/index.html`, or with another status than 200 `GET /x 404`.
    pub fn log(&self) -> Vec<String> {
        lock(&self.shared).log.clone()
    }

    /// Forgets the requests until now.
    pub fn clear_log(&self) {
        lock(&self.shared).log.clear();
    }

    /// Serves another folder from now on, as after a release.
    pub fn publish(&self, root: &Path) {
        lock(&self.shared).root = root.to_owned();
    }

    /// Answers one file, named relative to the mount, differently from now on; `None` answers it as it is again.
    pub fn set(&self, file: &str, answer: Option<Override>) {
        let overrides = &mut lock(&self.shared).overrides;
        match answer {
            Some(answer) => overrides.insert(file.to_owned(), answer),
            None => overrides.remove(file),
        };
    }

    /// Ends the server and cuts its connections.
    pub fn stop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Answers a request and writes it into the log.
async fn answer(State(shared): State<Arc<Mutex<Shared>>>, request: Request) -> Response {
    let line = format!("{} {}", request.method(), request.uri());
    let response = answer_unlogged(&shared, request).await;
    let status = response.status();
    lock(&shared).log.push(if status == StatusCode::OK {
        line
    } else {
        format!("{line} {}", status.as_u16())
    });
    response
}

async fn answer_unlogged(shared: &Mutex<Shared>, mut request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let (root, mount) = {
        let shared = lock(shared);
        (shared.root.clone(), shared.mount.clone())
    };
    if format!("{path}/") == mount {
        return (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, mount)]).into_response();
    }
    let Some(file) = path.strip_prefix(&mount).map(str::to_owned) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let change = lock(shared).overrides.get(&file).cloned();
    let Ok(uri) = format!("/{file}").parse() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    *request.uri_mut() = uri;
    let response = match ServeDir::new(root).try_call(request).await {
        Ok(response) => response.map(Body::new),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    let mut response = apply(change, response).await;
    // Every answer is asked for again: what is served is always what was built last.
    let revalidate = HeaderValue::from_static("no-cache");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, revalidate);
    response
}

/// Answers as the override says.
async fn apply(change: Option<Override>, response: Response) -> Response {
    match change {
        None => response,
        Some(Override::Missing) => StatusCode::NOT_FOUND.into_response(),
        Some(Override::Slow(delay)) => {
            tokio::time::sleep(delay).await;
            response
        }
        Some(Override::Replaced(content)) => with_body(response, |_| content).await,
        Some(Override::Broken) => {
            with_body(response, |mut content| {
                if let Some(last) = content.last_mut() {
                    *last ^= 1;
                }
                content
            })
            .await
        }
    }
}

/// The response with another body. Its type stays; a not-modified answer to a conditional request becomes a full one.
async fn with_body(response: Response, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE).cloned();
    let content = axum::body::to_bytes(response.into_body(), usize::MAX).await;
    let content = change(content.map(Vec::from).unwrap_or_default());
    let kind = kind.unwrap_or(HeaderValue::from_static("application/octet-stream"));
    ([(header::CONTENT_TYPE, kind)], content).into_response()
}
