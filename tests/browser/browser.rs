//! A real Chromium, driven over chromedriver: one at a time, each with a new empty profile.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::common::capabilities::chromium::{
    ChromiumCapabilities, ChromiumLikeCapabilities as _,
};
use thirtyfour::common::log::LoggingPrefsLogLevel;
use thirtyfour::prelude::*;

/// How long a test waits for something to happen.
const PATIENCE: Duration = Duration::from_secs(30);

/// Command line of the browser: no request of its own, and usable as root in a container.
const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--window-size=1280,900",
];

/// Runs before every document of the browser: keeps reports of the policy where a test can read them, also when they
/// come before the app's own scripts.
const WATCH_REPORTS: &str = "
    globalThis.policyReports = [];
    addEventListener('securitypolicyviolation', (event) => {
        policyReports.push(`${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
    });";

/// A browser with one tab.
pub struct Browser {
    driver: WebDriver,
    chromedriver: Chromedriver,
    _profile: TempDir,
    console: Vec<String>,
}

/// Runs a test in a browser of its own, and ends the browser, also when the test fails. Only one test runs at a time.
pub fn in_browser(test: impl AsyncFnOnce(&mut Browser)) {
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let mut browser = Browser::start().await;
        test(&mut browser).await;
    });
}

impl Browser {
    async fn start() -> Self {
        let chromedriver = Chromedriver::start();
        let profile = TempDir::new().unwrap();
        let mut wanted = ChromiumCapabilities::new();
        for flag in FLAGS {
            wanted.add_arg(flag).unwrap();
        }
        let folder = format!("--user-data-dir={}", profile.path().display());
        wanted.add_arg(&folder).unwrap();
        if let Ok(chromium) = std::env::var("CHROMIUM") {
            wanted.set_binary(&chromium).unwrap();
        }
        wanted
            .set_browser_log_level(LoggingPrefsLogLevel::All)
            .unwrap();
        let mut wanted: Capabilities = wanted.into();
        wanted.set("browserName", "chrome").unwrap();
        let driver = WebDriver::new(&chromedriver.url(), wanted).await.unwrap();
        let browser = Self {
            driver,
            chromedriver,
            _profile: profile,
            console: Vec::new(),
        };
        browser.before_every_document(WATCH_REPORTS).await;
        browser
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Value {
        let answer = self.driver.cdp().send_raw(method, parameters).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Runs a script before the scripts of every document that is opened from now on.
    pub async fn before_every_document(&self, script: &str) {
        let parameters = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", parameters)
            .await;
    }

    /// Puts code in front of the code of every worker of the app that starts from now on.
    pub async fn before_every_worker(&self, code: &str) {
        let code = json!(code);
        let script = format!(
            "globalThis.Blob = class extends Blob {{
                constructor(parts, options) {{
                    super(options?.type === 'text/javascript' ? [{code}, ...parts] : parts, options);
                }}
            }};"
        );
        self.before_every_document(&script).await;
    }

    /// Opens an address and waits until the document is loaded.
    pub async fn open(&self, url: &str) {
        self.driver.goto(url).await.unwrap();
    }

    /// Opens the app and waits until it is up: the page answers, the worker is compiled, the network is shut.
    pub async fn open_app(&self, url: &str) {
        self.open(url).await;
        self.wait_for_app().await;
    }

    /// Loads the page again and waits until the app is up.
    pub async fn reload_app(&self) {
        self.driver.refresh().await.unwrap();
        self.wait_for_app().await;
    }

    /// Waits until the app is up.
    pub async fn wait_for_app(&self) {
        self.wait_until("performance.getEntriesByName('cijing-locked').length === 1 && !!document.querySelector('[data-testid=app]')")
            .await;
    }

    /// Waits until a service worker answers the page's requests.
    pub async fn wait_for_service_worker(&self) {
        self.wait_until("navigator.serviceWorker.controller?.state === 'activated'")
            .await;
    }

    /// The value of a JavaScript expression; a promise is awaited. Fails the test when it throws.
    pub async fn evaluate(&self, expression: &str) -> Value {
        let value = self.try_evaluate(expression).await;
        value.unwrap_or_else(|fault| panic!("{expression}\n{fault}"))
    }

    /// The same, but a throw, or a page that went away meanwhile, is told.
    async fn try_evaluate(&self, expression: &str) -> Result<Value, String> {
        let parameters =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let cdp = self.driver.cdp();
        let answer = cdp.send_raw("Runtime.evaluate", parameters).await;
        let answer = answer.map_err(|error| error.to_string())?;
        match answer.get("exceptionDetails") {
            Some(fault) => Err(fault.to_string()),
            None => Ok(answer["result"]["value"].clone()),
        }
    }

    /// The value of an expression that is a string.
    pub async fn text(&self, expression: &str) -> String {
        let value = self.evaluate(expression).await;
        let text = value.as_str();
        text.unwrap_or_else(|| panic!("{expression} is {value} and no string"))
            .to_owned()
    }

    /// Waits until an expression, or what it promises, is truthy, and tells how long that took. A page that is just
    /// being loaded counts as not yet.
    pub async fn wait_until(&self, condition: &str) -> Duration {
        let begin = Instant::now();
        let expression = format!("(async () => !!(await ({condition})))()");
        let mut last = Ok(Value::Null);
        while begin.elapsed() < PATIENCE {
            last = self.try_evaluate(&expression).await;
            if last == Ok(json!(true)) {
                return begin.elapsed();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        self.screenshot("failed-wait").await;
        let shown = self.try_evaluate("document.body.innerText").await;
        panic!("waited in vain for {condition}\nlast: {last:?}\nthe page shows {shown:?}");
    }

    /// How many elements match a selector.
    pub async fn count(&self, css: &str) -> u64 {
        let expression = format!("document.querySelectorAll({}).length", json!(css));
        self.evaluate(&expression).await.as_u64().unwrap()
    }

    /// Waits until an element matches a selector, and tells how long that took.
    pub async fn wait_for(&self, css: &str) -> Duration {
        self.wait_until(&format!("document.querySelector({})", json!(css)))
            .await
    }

    /// Clicks on the first element that matches a selector, as a person does.
    pub async fn click(&self, css: &str) {
        self.wait_for(css).await;
        let element = self.driver.find(By::Css(css.to_owned())).await.unwrap();
        element.scroll_into_view().await.unwrap();
        element.click().await.unwrap();
    }

    /// Drops files on the app, as trusted events: the page cannot tell them from a person's.
    pub async fn drop_files(&self, files: &[&Path]) {
        let files: Vec<String> = files
            .iter()
            .map(|file| file.canonicalize().unwrap().display().to_string())
            .collect();
        let place = self
            .evaluate(
                "(() => {
                    const box = document.querySelector('[data-testid=app]').getBoundingClientRect();
                    return { x: box.x + Math.max(box.width, 2) / 2, y: box.y + Math.max(box.height, 2) / 2 };
                })()",
            )
            .await;
        let data = json!({ "items": [], "files": files, "dragOperationsMask": 1 });
        for kind in ["dragEnter", "dragOver", "drop"] {
            let parameters =
                json!({ "type": kind, "x": place["x"], "y": place["y"], "data": data });
            self.devtools("Input.dispatchDragEvent", parameters).await;
        }
    }

    /// Reports of the Content-Security-Policy in this document.
    pub async fn policy_reports(&self) -> Vec<String> {
        let reports = self.evaluate("globalThis.policyReports ?? []").await;
        serde_json::from_value(reports).unwrap()
    }

    /// Every message on the console since the browser started, of the page and its workers.
    pub async fn console(&mut self) -> &[String] {
        let new = self.driver.browser_log().await.unwrap();
        let lines = new
            .into_iter()
            .map(|entry| format!("{} {}", entry.level, entry.message));
        self.console.extend(lines);
        &self.console
    }

    /// Keeps a picture of the page in `target/screenshots/`.
    pub async fn screenshot(&self, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        let file: PathBuf = folder.join(format!("{name}.png"));
        let _ = self.driver.screenshot(&file).await;
    }
}

impl Drop for Browser {
    /// Ends the session by a request of its own: the driver's would wait for the runtime, which does not run any more
    /// when a test has failed.
    fn drop(&mut self) {
        let session = format!("/session/{}", self.driver.session_id());
        self.chromedriver.delete(&session);
        let _ = self.driver.clone().leak();
    }
}

/// A running chromedriver; it ends when dropped.
struct Chromedriver {
    process: Child,
    port: u16,
}

impl Chromedriver {
    /// Starts it on a free port.
    fn start() -> Self {
        let command = std::env::var("CHROMEDRIVER").unwrap_or("chromedriver".to_owned());
        let mut process = Command::new(&command)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{command}: {error}; run `make setup`"));
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                let (_, rest) = line.split_once("started successfully on port ")?;
                rest.trim_end_matches('.').parse::<u16>().ok()
            })
            .expect("chromedriver says on which port it listens");
        // Goes on reading, so that the driver never blocks on a full pipe.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Self { process, port }
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Sends a DELETE and waits for the answer, at most a few seconds.
    fn delete(&self, path: &str) {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) else {
            return;
        };
        let request =
            format!("DELETE {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
        let _ = stream.write_all(request.as_bytes());
        let _ = stream.read(&mut [0; 64]);
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
