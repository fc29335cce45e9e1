//! A headless Chromium, driven by the WebDriver protocol; tests go without where there is none, and say so.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// One browser window with a new, empty profile.
pub(crate) struct Browser {
    driver: Child,
    agent: ureq::Agent,
    session: String,
    profile: PathBuf,
}

impl Browser {
    /// Opens a window; `None`, with a message that no test runner hides, where Chromium or its driver is not installed.
    pub(crate) fn open(name: &str) -> Option<Self> {
        let Some((driver, port)) = start_driver() else { return skip(name, "there is no `chromedriver`") };
        let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        let timeout = Some(Duration::from_secs(90));
        let agent = ureq::Agent::config_builder().timeout_global(timeout).http_status_as_error(false).build().into();
        let mut browser = Self { driver, agent, session: format!("http://127.0.0.1:{port}/session"), profile };
        let answer = browser.ask("", &capabilities(&browser.profile));
        if answer["message"].as_str().is_some_and(|message| message.contains("cannot find Chrome binary")) {
            return skip(name, "there is no Chromium");
        }
        let session = answer["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {answer}"));
        browser.session = format!("{}/{session}", browser.session);
        Some(browser)
    }

    pub(crate) fn load(&self, file: &Path) {
        self.send("/url", &json!({"url": format!("file://{}", file.display())}));
    }

    /// Makes the window so wide, as a telephone is: narrower than a window may be.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.send("/goog/cdp/execute", &json!({"cmd": "Emulation.setDeviceMetricsOverride", "params": size}));
    }

    /// What the body of a function returns.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.send("/execute/sync", &json!({"script": script, "args": []}))
    }

    pub(crate) fn click(&self, selector: &str) {
        let found = self.send("/element", &json!({"using": "css selector", "value": selector}));
        let element = found.as_object().and_then(|found| found.values().next()?.as_str());
        let element = element.unwrap_or_else(|| panic!("no {selector}: {found}"));
        self.send(&format!("/element/{element}/click"), &json!({}));
    }

    pub(crate) fn press(&self, key: char) {
        let keys = json!([{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]);
        self.send("/actions", &json!({"actions": [{"type": "key", "id": "keyboard", "actions": keys}]}));
    }

    /// What the page complained of since the last call.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let log = self.send("/se/log", &json!({"type": "browser"}));
        let entries = log.as_array().unwrap_or_else(|| panic!("no log: {log}"));
        entries.iter().map(|entry| entry["message"].to_string()).collect()
    }

    fn send(&self, path: &str, body: &Value) -> Value {
        let answer = self.ask(path, body);
        assert!(answer.get("error").is_none(), "{path}: {answer}");
        answer
    }

    fn ask(&self, path: &str, body: &Value) -> Value {
        let sent = self.agent.post(format!("{}{path}", self.session)).send_json(body);
        let mut answer = sent.unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut json: Value = answer.body_mut().read_json().unwrap_or_else(|error| panic!("{path}: {error}"));
        json["value"].take()
    }
}

fn skip(name: &str, reason: &str) -> Option<Browser> {
    writeln!(std::io::stderr(), "{name}: SKIPPED, for {reason}: pages are not tested in a browser")
        .expect("standard error takes it");
    None
}

fn start_driver() -> Option<(Child, u16)> {
    let quiet = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut driver = quiet.ok()?;
    let lines = BufReader::new(driver.stdout.take().expect("it has an output")).lines();
    let port = lines.map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    Some((driver, port.expect("the driver names its port")))
}

fn capabilities(profile: &Path) -> Value {
    let mut arguments: Vec<String> = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage"
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    json!({"capabilities": {"alwaysMatch": {
        "browserName": "chrome",
        "goog:chromeOptions": {"args": arguments},
        "goog:loggingPrefs": {"browser": "ALL"},
    }}})
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The window first: a driver that is ended leaves it open. A failing test is to show its own message.
        let _ = self.agent.delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
