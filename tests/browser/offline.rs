//! One visit is enough to work without the server, and a new version comes whole, with consent, or not at all.

use serde_json::json;

use crate::browser::{Browser, in_browser};
use crate::server::{Override, Server};
use crate::site::{MOUNT, dist, listed_files, newer_version, serve, sha256};

/// Asks for an update, and tells whether a new version is `complete` and waits, or `none` is.
const UPDATE: &str = "(async () => {
    const registration = await cijing.serviceWorker;
    await registration.update();
    while (registration.installing) await new Promise((done) => setTimeout(done, 10));
    return registration.waiting ? 'complete' : 'none';
})()";

#[test]
fn starts_without_the_server_after_one_visit() {
    in_browser(async |browser| {
        let mut server = serve();
        let url = server.url();
        browser.open_app(&url).await;
        browser.wait_for_service_worker().await;
        server.stop();
        browser.reload_app().await;
        browser.open("about:blank").await;
        browser.open_app(&url).await;
        assert!(browser.policy_reports().await.is_empty());
        let refused = browser
            .text("fetch('not-there').then(() => 'open', () => 'shut')")
            .await;
        assert_eq!(refused, "shut");
    });
}

#[test]
fn an_update_with_any_file_broken_leaves_the_old_version_whole() {
    in_browser(async |browser| {
        let newer = newer_version();
        let mut server = Server::start(&dist(), MOUNT, 0).unwrap();
        let url = server.url();
        browser.open_app(&url).await;
        browser.wait_for_service_worker().await;
        server.publish(newer.path());
        let caches_before = browser.evaluate("caches.keys()").await;

        for file in listed_files(newer.path()).keys() {
            for fault in [Override::Broken, Override::Missing] {
                server.set(file, Some(fault.clone()));
                server.clear_log();
                assert_eq!(browser.text(UPDATE).await, "none", "{file} {fault:?}");
                let asked = format!("GET {MOUNT}{file}");
                let log = server.log();
                assert!(
                    log.iter().any(|line| line.starts_with(&asked)),
                    "no {asked}"
                );
                let caches = browser.evaluate("caches.keys()").await;
                assert_eq!(caches, caches_before, "caches with {file} {fault:?}");
                server.set(file, None);
            }
        }
        browser.reload_app().await;
        assert_eq!(version(browser).await, "1");

        server.stop();
        browser.reload_app().await;
        assert_eq!(version(browser).await, "1", "and it is still whole");
        assert_eq!(start_worker(browser).await, "started");
    });
}

#[test]
fn a_complete_update_waits_for_consent_and_then_takes_over() {
    in_browser(async |browser| {
        let newer = newer_version();
        let mut server = Server::start(&dist(), MOUNT, 0).unwrap();
        browser.open_app(&server.url()).await;
        browser.wait_for_service_worker().await;
        browser
            .evaluate(
                "cijing.onUpdate(() => { globalThis.updates = (globalThis.updates ?? 0) + 1; })",
            )
            .await;
        server.publish(newer.path());
        assert_eq!(browser.text(UPDATE).await, "complete");
        browser.wait_until("globalThis.updates === 1").await;

        browser.reload_app().await;
        assert_eq!(version(browser).await, "1", "without consent");

        browser
            .evaluate("cijing.applyUpdate().then(() => {})")
            .await;
        browser
            .wait_until("document.documentElement.dataset.version === '2'")
            .await;
        browser.wait_for_app().await;
        let caches = browser
            .evaluate("caches.keys().then((names) => names.length)")
            .await;
        assert_eq!(caches, json!(1), "the old version's files are gone");

        server.stop();
        browser.reload_app().await;
        assert_eq!(version(browser).await, "2", "the new one works offline");
        assert_eq!(start_worker(browser).await, "started");
    });
}

#[test]
fn an_open_page_of_the_old_version_goes_on() {
    in_browser(async |browser| {
        let newer = newer_version();
        let server = Server::start(&dist(), MOUNT, 0).unwrap();
        browser.open_app(&server.url()).await;
        browser.wait_for_service_worker().await;
        server.publish(newer.path());
        assert_eq!(browser.text(UPDATE).await, "complete");
        // Consent is given in another tab.
        browser
            .evaluate("cijing.serviceWorker.then((registration) => { globalThis.kept = true; registration.waiting.postMessage({ type: 'activate' }); })")
            .await;
        browser
            .wait_until(
                "caches.keys().then((names) => names.length === 1 && names[0].includes('newer-'))",
            )
            .await;
        assert_eq!(
            browser.evaluate("globalThis.kept").await,
            json!(true),
            "not reloaded"
        );
        assert_eq!(start_worker(browser).await, "started");
    });
}

#[test]
fn the_list_of_files_is_the_build() {
    let root = dist();
    for (file, hash) in listed_files(&root) {
        assert_eq!(sha256(&root.join(&file)), hash, "{file}");
    }
}

/// Which version the page is: `1`, or what [`newer_version`] says.
async fn version(browser: &Browser) -> String {
    browser
        .text("document.documentElement.dataset.version ?? '1'")
        .await
}

async fn start_worker(browser: &Browser) -> String {
    browser
        .text("cijing.startWorker().then(() => 'started', () => 'refused')")
        .await
}
