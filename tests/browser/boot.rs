//! The app starts from any static host, says what is wrong where it cannot, and keeps to its policy.

use serde_json::json;

use crate::browser::in_browser;
use crate::server::{Override, Server};
use crate::site::{dist, listed_files, serve};

#[test]
fn starts_at_the_root_and_under_a_sub_path() {
    for mount in ["/", "/a/b/"] {
        in_browser(async |browser| {
            let server = Server::start(&dist(), mount, 0).unwrap();
            browser.open_app(&server.url()).await;
            assert!(browser.policy_reports().await.is_empty(), "under {mount}");
            assert_eq!(browser.console().await, [""; 0], "under {mount}");
        });
    }
}

#[test]
fn asks_for_its_own_files_only() {
    in_browser(async |browser| {
        let server = serve();
        browser.open_app(&server.url()).await;
        browser.wait_for_service_worker().await;
        browser.reload_app().await;
        let mut own: Vec<String> = listed_files(&dist())
            .keys()
            .map(|file| format!("GET /a/b/{file}"))
            .collect();
        own.push("GET /a/b/".to_owned());
        own.push("GET /a/b/service-worker.js".to_owned());
        let others: Vec<String> = server
            .log()
            .into_iter()
            .map(|line| line.trim_end_matches(" 304").to_owned())
            .filter(|line| !own.contains(line))
            .collect();
        assert_eq!(others, [""; 0], "requests for anything but the app's files");
    });
}

#[test]
fn the_page_answers_before_the_worker_is_there() {
    in_browser(async |browser| {
        let server = serve();
        let worker = worker_file(".wasm");
        let delay = std::time::Duration::from_secs(3);
        server.set(&worker, Some(Override::Slow(delay)));
        browser.open(&server.url()).await;
        browser.wait_for("[data-testid=app]").await;
        let locked = "performance.getEntriesByName('cijing-locked').length";
        assert_eq!(browser.evaluate(locked).await, json!(0));
        browser.wait_for_app().await;
    });
}

/// Every file without which the app cannot start, and the message that tells so.
#[test]
fn says_so_when_a_file_is_missing_or_wrong() {
    let files = [
        worker_file(".wasm"),
        worker_file(".js"),
        app_file("_bg.wasm"),
        app_file(".js"),
    ];
    for file in files {
        for fault in [Override::Missing, Override::Broken] {
            in_browser(async |browser| {
                let server = serve();
                server.set(&file, Some(fault.clone()));
                browser.open(&server.url()).await;
                browser
                    .wait_for("[data-testid=failure-incomplete]:not([hidden])")
                    .await;
                let refused = browser
                    .text("cijing.startWorker().then(() => 'started', () => 'refused')")
                    .await;
                assert_eq!(refused, "refused", "{file} {fault:?}");
                let locked = "fetch('index.html').then(() => 'open', () => 'shut')";
                assert_eq!(browser.text(locked).await, "shut", "{file} {fault:?}");
            });
        }
    }
}

#[test]
fn says_so_when_the_browser_is_too_old() {
    for missing in ["WebAssembly", "Worker"] {
        in_browser(async |browser| {
            let server = serve();
            let script = format!("delete globalThis.{missing}");
            browser.before_every_document(&script).await;
            browser.open(&server.url()).await;
            browser
                .wait_for("[data-testid=failure-unsupported]:not([hidden])")
                .await;
        });
    }
}

#[test]
fn says_so_when_the_page_panics() {
    in_browser(async |browser| {
        let server = serve();
        browser.open_app(&server.url()).await;
        browser
            .evaluate("dispatchEvent(new Event('cijing-panic'))")
            .await;
        browser
            .wait_for("[data-testid=failure-stopped]:not([hidden])")
            .await;
        browser.screenshot("stopped").await;
        let inert = "document.getElementById('app').inert";
        assert_eq!(browser.evaluate(inert).await, json!(true));
    });
}

#[test]
fn workers_get_their_module_first_and_lose_no_message() {
    in_browser(async |browser| {
        let server = serve();
        browser
            .before_every_worker(
                "self.kinds = [];
                 self.addEventListener('message', (event) => {
                     const { data } = event;
                     kinds.push(data instanceof WebAssembly.Module ? 'module' : data instanceof ArrayBuffer ? 'frequencies' : data);
                     if (event.data === 'third') { event.stopImmediatePropagation(); postMessage(kinds.join()); }
                 });",
            )
            .await;
        browser.open_app(&server.url()).await;
        let heard = browser
            .text(
                "cijing.startWorker().then((worker) => new Promise((done) => {
                     worker.addEventListener('message', (event) => {
                         if (typeof event.data === 'string' && event.data.startsWith('module')) done(event.data);
                     });
                     worker.postMessage('third');
                 }))",
            )
            .await;
        assert_eq!(heard, "module,frequencies,third");
    });
}

#[test]
fn a_fault_in_a_worker_is_told_in_one_word() {
    let faults = [
        ("error", "throw new Error('用户的文字')"),
        ("rejection", "Promise.reject(new Error('用户的文字'))"),
    ];
    for (word, code) in faults {
        in_browser(async |browser| {
            let server = serve();
            let listener = format!(
                "self.addEventListener('message', (event) => {{ if (event.data === 'fault') {{ event.stopImmediatePropagation(); {code}; }} }});"
            );
            browser.before_every_worker(&listener).await;
            browser.open_app(&server.url()).await;
            let told = browser
                .text(
                    "cijing.startWorker().then((worker) => new Promise((done) => {
                         worker.addEventListener('message', (event) => {
                             if (typeof event.data === 'string') done(event.data);
                         });
                         worker.postMessage('fault');
                     }))",
                )
                .await;
            assert_eq!(told, word);
            assert_eq!(browser.console().await, [""; 0], "after {word}");
        });
    }
}

#[test]
fn trusted_types_refuse_other_scripts() {
    in_browser(async |browser| {
        let server = serve();
        browser.open_app(&server.url()).await;
        let attempts = [
            "new Worker('worker.js')",
            "await navigator.serviceWorker.register('service-worker.js')",
            "document.body.innerHTML = '<b>x</b>'",
            "trustedTypes.createPolicy('other', {})",
            "trustedTypes.createPolicy('app', {})",
        ];
        for attempt in attempts {
            let outcome =
                format!("(async () => {{ {attempt} }})().then(() => 'allowed', () => 'refused')");
            assert_eq!(browser.text(&outcome).await, "refused", "{attempt}");
        }
    });
}

/// The name of one of the worker's two files.
fn worker_file(ending: &str) -> String {
    file_named("worker-", ending)
}

/// The name of one of the page's two files.
fn app_file(ending: &str) -> String {
    file_named("app-", ending)
}

fn file_named(beginning: &str, ending: &str) -> String {
    listed_files(&dist())
        .into_keys()
        .find(|file| file.starts_with(beginning) && file.ends_with(ending))
        .unwrap()
}
