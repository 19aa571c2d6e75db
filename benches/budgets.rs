//! Measures the budgets of the built app in a real Chromium, and prints a row for each: `make bench`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a bench that cannot measure says so by ending"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jieba_rs::Jieba;
use serde_json::{Value, json};
use tempfile::TempDir;

#[path = "../tests/browser/browser.rs"]
#[allow(dead_code, reason = "a bench uses less of it than the tests")]
mod browser;
#[path = "support/generator.rs"]
mod generator;
#[path = "../tests/browser/server.rs"]
mod server;
#[path = "../tests/browser/sizes.rs"]
mod sizes;

use browser::{Browser, in_browser};
use server::Server;

/// How often a time is taken; the median counts.
const RUNS: usize = 5;
/// Size of the text of which the speed is measured.
const SPEED_BYTES: usize = 10 << 20;
/// Size of the text during which the page must go on answering.
const LONG_BYTES: usize = 20 << 20;
const SEED: u64 = 2;

/// Keeps, in the page, when what a person sees changes: the first bar of a chart, a document's state, long tasks.
const WATCH: &str = "
    globalThis.seen = { longest: 0 };
    addEventListener('drop', () => { seen.drop = performance.now(); delete seen.bar; }, true);
    new PerformanceObserver((list) => {
        for (const task of list.getEntries()) seen.longest = Math.max(seen.longest, task.duration);
    }).observe({ type: 'longtask' });
    new MutationObserver(() => {
        const now = performance.now();
        const bar = document.querySelector('[data-testid=keyword-bar]');
        if (bar && !seen.bar && seen.drop) requestAnimationFrame(() => { seen.bar ??= performance.now(); });
        const status = document.querySelector('[data-testid=document]')?.dataset.status;
        if (status !== seen.status) { seen.status = status; seen[status] = now; }
        if (status === 'waiting') seen.stages = [];
        const stage = document.querySelector('[data-status=working] .note')?.textContent;
        if (stage && stage !== seen.stages?.at(-1)?.[0]) (seen.stages ??= []).push([stage, now]);
    }).observe(document, {
        subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['data-status'],
    });";

/// Tells, in a worker, how much memory it has when it is asked.
const WATCH_MEMORY: &str = "
    const Instance = WebAssembly.Instance;
    WebAssembly.Instance = function (module, imports) {
        const instance = new Instance(module, imports);
        self.wasmMemory = instance.exports.memory;
        return instance;
    };
    self.addEventListener('message', (event) => {
        if (event.data !== 'memory') return;
        event.stopImmediatePropagation();
        self.postMessage({ memory: wasmMemory.buffer.byteLength });
    });";

/// What is measured, in the order of the table; names on the command line choose some.
const MEASUREMENTS: [(&str, fn()); 6] = [
    ("sizes", sizes_of_the_build),
    ("starts", starts),
    ("speed", speed),
    ("long", long_file),
    ("stop", stop),
    ("memory", memory),
];

fn main() {
    // `cargo test --benches` calls a bench only to see that it starts.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let chosen: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    println!("{:<58} {:>12} {:>12}", "what", "measured", "budget");
    for (name, measure) in MEASUREMENTS {
        if chosen.is_empty() || chosen.iter().any(|word| word == name) {
            measure();
        }
    }
}

/// Prints one row; `!` marks what is over its budget.
fn row(what: &str, measured: f64, budget: Option<(&str, f64)>, unit: &str) {
    let (limit, mark) = match budget {
        None => (String::new(), ""),
        Some((sign, limit)) => {
            let over = if sign == "<=" {
                measured > limit
            } else {
                measured < limit
            };
            (
                format!("{sign} {limit} {unit}"),
                if over { " !" } else { "" },
            )
        }
    };
    println!(
        "{what:<58} {:>12} {limit:>12}{mark}",
        format!("{measured:.2} {unit}")
    );
}

fn sizes_of_the_build() {
    let kib = |bytes: u64| bytes as f64 / 1024.0;
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    let page = Some(("<=", kib(sizes::PAGE_BYTES)));
    row(
        "until the page answers, brotli",
        kib(sizes::page_bytes()),
        page,
        "KB",
    );
    let worker = Some(("<=", megabytes(sizes::WORKER_BYTES)));
    row(
        "the worker's wasm",
        megabytes(sizes::worker_bytes()),
        worker,
        "MB",
    );
}

/// From the drop of a page of 10 KB to its chart.
fn starts() {
    let folder = TempDir::new().unwrap();
    let page = write(&folder, "page.txt", &page_of_10_kb());
    let server = serve();
    let mut cold = Vec::new();
    for _ in 0..RUNS {
        in_browser(async |browser| {
            browser.before_every_document(WATCH).await;
            browser.open(&server.url()).await;
            browser.wait_for("[data-testid=app]").await;
            cold.push(drop_to_chart(browser, &page).await);
        });
    }
    row(
        "10 KB, drop to chart, cold",
        median(cold),
        Some(("<=", 1500.0)),
        "ms",
    );
    let mut warm = Vec::new();
    in_browser(async |browser| {
        open(browser, &server).await;
        drop_to_chart(browser, &page).await;
        for _ in 0..RUNS {
            remove(browser).await;
            warm.push(drop_to_chart(browser, &page).await);
        }
    });
    row(
        "10 KB, drop to chart, warm worker",
        median(warm),
        Some(("<=", 150.0)),
        "ms",
    );
}

/// Bytes to counts in the worker, beside jieba alone on this machine, on the same text.
fn speed() {
    let text = text(SPEED_BYTES);
    let native = native_millis(&text);
    let folder = TempDir::new().unwrap();
    let file = write(&folder, "speed.txt", &text);
    let server = serve();
    let mut passes = Vec::new();
    let mut stages = Value::Null;
    in_browser(async |browser| {
        open(browser, &server).await;
        for pass in 0..=RUNS {
            if pass > 0 {
                remove(browser).await;
            }
            drop_to_chart(browser, &file).await;
            passes.push(number(browser, "seen.ready - seen.drop").await);
        }
        stages = browser.evaluate("[...seen.stages, ['', seen.ready]]").await;
    });
    let first = passes.remove(0);
    let rate = |millis: f64| text.len() as f64 / 1e3 / millis;
    row("jieba alone, native", rate(native), None, "MB/s");
    row(
        "bytes to counts in the worker, first pass",
        rate(first),
        None,
        "MB/s",
    );
    let worker = median(passes);
    row("bytes to counts in the worker", rate(worker), None, "MB/s");
    for pair in stages.as_array().map_or(&[][..], Vec::as_slice).windows(2) {
        let (stage, begin, end) = (&pair[0][0], &pair[0][1], &pair[1][1]);
        let took = end.as_f64().unwrap_or_default() - begin.as_f64().unwrap_or_default();
        row(&format!("  last pass: {stage}"), took, None, "ms");
    }
    row(
        "worker / native jieba",
        native / worker,
        Some((">=", 0.30)),
        "",
    );
}

fn native_millis(text: &str) -> f64 {
    let jieba = Jieba::new();
    let pass = || {
        let begin = Instant::now();
        for paragraph in text.lines() {
            std::hint::black_box(jieba.cut(paragraph, true));
        }
        millis(begin.elapsed())
    };
    pass();
    median((0..RUNS).map(|_| pass()).collect())
}

/// The longest task of the page while a file of 20 MB is analysed. Chromium tells only of tasks from 50 ms.
fn long_file() {
    let folder = TempDir::new().unwrap();
    let file = write(&folder, "long.txt", &text(LONG_BYTES));
    let server = serve();
    in_browser(async |browser| {
        open(browser, &server).await;
        browser.evaluate("seen.longest = 0").await;
        drop_to_chart(browser, &file).await;
        let longest = number(browser, "seen.longest").await;
        row(
            "longest task of the page, 20 MB (0: below 50)",
            longest,
            Some(("<=", 50.0)),
            "ms",
        );
    });
}

/// From a click on stop to the end of the job, and until the other file is counted again.
fn stop() {
    let folder = TempDir::new().unwrap();
    let page = write(&folder, "a-page.txt", &page_of_10_kb());
    let long = write(&folder, "b-long.txt", &text(LONG_BYTES));
    let server = serve();
    let (mut stopped, mut rebuilt) = (Vec::new(), Vec::new());
    in_browser(async |browser| {
        open(browser, &server).await;
        for _ in 0..RUNS {
            drop_to_chart(browser, &page).await;
            browser.drop_files(&[&long]).await;
            browser
                .wait_for("[data-testid=document][data-status=working]")
                .await;
            let times = browser.evaluate(STOP).await;
            stopped.push(times["stopped"].as_f64().unwrap());
            rebuilt.push(times["rebuilt"].as_f64().unwrap());
            remove(browser).await;
            remove(browser).await;
        }
    });
    row(
        "stop to stopped",
        median(stopped),
        Some(("<=", 100.0)),
        "ms",
    );
    row("stop to full rebuild", median(rebuilt), None, "ms");
}

/// Clicks on stop and takes the times until no document is in work, and until the other one and the chart are there.
const STOP: &str = "(async () => {
    const until = async (condition) => {
        while (!condition()) await new Promise((done) => setTimeout(done, 1));
        return performance.now();
    };
    const all = (css) => document.querySelectorAll(css).length;
    const begin = performance.now();
    document.querySelector('[data-status=working] [data-testid=stop]').click();
    const stopped = await until(() => all('[data-testid=document][data-status=failed]') === 1);
    const rebuilt = await until(() => all('[data-testid=document][data-status=ready]') === 1 && all('[data-testid=keyword-bar]') > 0);
    return { stopped: stopped - begin, rebuilt: rebuilt - begin };
})()";

/// Memory of a worker with its dictionary, before any text, and of the page.
fn memory() {
    let server = serve();
    in_browser(async |browser| {
        browser.before_every_worker(WATCH_MEMORY).await;
        open(browser, &server).await;
        let asked = "cijing.startWorker().then((worker) => new Promise((done) => {
            worker.addEventListener('message', ({ data }) => {
                if (data.memory) done(data.memory); else worker.postMessage('memory');
            });
        }))";
        let bytes = number(browser, asked).await;
        row(
            "a worker with dictionary, before text",
            bytes / 1e6,
            Some(("<=", 60.0)),
            "MB",
        );
        let heap = browser.devtools("Runtime.getHeapUsage", json!({})).await;
        let used = heap["usedSize"].as_f64().unwrap_or_default();
        row("the page's JavaScript heap", used / 1e6, None, "MB");
    });
}

fn serve() -> Server {
    Server::start(&sizes::dist(), "/", 0).unwrap()
}

async fn open(browser: &Browser, server: &Server) {
    browser.before_every_document(WATCH).await;
    browser.open_app(&server.url()).await;
}

/// Drops a file; milliseconds until its chart is drawn.
async fn drop_to_chart(browser: &Browser, file: &Path) -> f64 {
    browser.drop_files(&[file]).await;
    browser
        .wait_until("seen.bar && seen.status === 'ready'")
        .await;
    number(browser, "seen.bar - seen.drop").await
}

/// Takes the first file away, and waits until its chart is gone.
async fn remove(browser: &Browser) {
    let before = browser.count("[data-testid=document]").await;
    browser.click("[data-testid=remove]").await;
    let left = before - 1;
    browser
        .wait_until(&format!(
            "document.querySelectorAll('[data-testid=document]').length === {left}
             && (document.querySelectorAll('[data-testid=keyword-bar]').length === 0 || {left} > 0)"
        ))
        .await;
}

async fn number(browser: &Browser, expression: &str) -> f64 {
    match browser.evaluate(expression).await {
        Value::Number(number) => number.as_f64().unwrap(),
        other => panic!("{expression} is {other} and no number"),
    }
}

fn write(folder: &TempDir, name: &str, content: &str) -> PathBuf {
    let file = folder.path().join(name);
    fs::write(&file, content).unwrap();
    file
}

/// Varied text, the same in every run.
fn text(bytes: usize) -> String {
    let prose = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/prose.txt");
    let prose = fs::read_to_string(prose).unwrap_or_default();
    generator::Generator::new(SEED, &prose).text(bytes)
}

/// The two samples one behind the other, cut to 10 KB.
fn page_of_10_kb() -> String {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/samples");
    let mut page = fs::read_to_string(samples.join("wrapped.txt")).unwrap();
    page.push_str(&fs::read_to_string(samples.join("markdown.txt")).unwrap());
    page.truncate(page.floor_char_boundary(10 * 1024));
    page
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}
