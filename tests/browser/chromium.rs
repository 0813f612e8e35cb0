//! A browser to talk to: one JSON message after the other, parted by a zero byte, over a pipe
//! (<https://chromedevtools.github.io/devtools-protocol/>).

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A page in a browser of its own.
pub(crate) struct Browser {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    session: String,
    next: u64,
    /// What the page did that a quiet page does not do.
    pub(crate) complaints: Vec<String>,
    /// What the page loaded.
    pub(crate) requests: Vec<String>,
    folder: TempDir,
}

fn program() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let paths = std::env::var_os("PATH")?;
    let mut all = std::env::split_paths(&paths).flat_map(|path| names.map(|name| path.join(name)));
    all.find(|path| path.is_file())
}

impl Browser {
    /// A browser, or nothing where there is no Chromium.
    pub(crate) fn start() -> Option<Browser> {
        let Some(program) = program() else {
            // Past the test harness, which would swallow it.
            let message = "skipped: no Chromium in PATH; `apt-get install chromium` brings one";
            let _ = writeln!(std::io::stderr(), "{message}");
            return None;
        };
        let folder = TempDir::new().unwrap();
        // The browser talks over the descriptors 3 and 4.
        let mut child = Command::new("bash")
            .arg("-c")
            .arg("exec \"$0\" \"$@\" 3<&0 4>&1 1>/dev/null 2>/dev/null")
            .arg(program)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"])
            .arg("--window-size=1280,900")
            .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let mut browser = Browser {
            child,
            input,
            output: BufReader::new(output),
            session: String::new(),
            next: 0,
            complaints: Vec::new(),
            requests: Vec::new(),
            folder,
        };
        let page = browser.call("Target.createTarget", json!({ "url": "about:blank" }));
        let target = json!({ "targetId": page["targetId"], "flatten": true });
        let session = browser.call("Target.attachToTarget", target);
        session["sessionId"].as_str().unwrap().clone_into(&mut browser.session);
        for domain in ["Page", "Runtime", "Log", "Network", "Accessibility"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        Some(browser)
    }

    /// Calls a method and gives back its result.
    pub(crate) fn call(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = self.next;
        let mut message = json!({ "id": id, "method": method, "params": params });
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        self.input.write_all(format!("{message}\0").as_bytes()).unwrap();
        loop {
            let message = self.read();
            if message["id"] == id {
                assert!(message["error"].is_null(), "{method}: {}", message["error"]);
                return message["result"].clone();
            }
        }
    }

    fn read(&mut self) -> Value {
        let mut bytes = Vec::new();
        self.output.read_until(0, &mut bytes).unwrap();
        bytes.pop();
        let message: Value = serde_json::from_slice(&bytes).expect("the browser answers in JSON");
        let params = &message["params"];
        match message["method"].as_str() {
            Some("Runtime.exceptionThrown") => {
                self.complaints.push(params["exceptionDetails"].to_string());
            }
            Some("Log.entryAdded") => self.complaints.push(params["entry"].to_string()),
            Some("Runtime.consoleAPICalled") => self.complaints.push(params.to_string()),
            Some("Network.requestWillBeSent") => {
                self.requests.push(params["request"]["url"].as_str().unwrap_or("").to_owned());
            }
            _ => {}
        }
        message
    }

    /// Writes a page to a file and opens it.
    pub(crate) fn open(&mut self, name: &str, html: &str) {
        let path = self.folder.path().join(name);
        fs::write(&path, html).unwrap();
        self.go(&path, "");
    }

    /// Opens a file that was written before.
    pub(crate) fn go_to(&mut self, name: &str, fragment: &str) {
        let path = self.folder.path().join(name);
        self.go(&path, fragment);
    }

    fn go(&mut self, path: &Path, fragment: &str) {
        // A new fragment alone would not load the page anew.
        self.call("Page.navigate", json!({ "url": "about:blank" }));
        self.wait_until("location.href === 'about:blank'");
        let url = format!("file://{}{fragment}", path.display());
        self.call("Page.navigate", json!({ "url": url }));
        self.wait_until("location.protocol === 'file:' && document.readyState === 'complete'");
    }

    /// Waits for an expression to be true.
    pub(crate) fn wait_until(&mut self, expression: &str) {
        for _ in 0..200 {
            if self.eval(expression) == json!(true) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("never true: {expression}");
    }

    /// The tree that a screen reader is given, once `text` stands in it: the browser makes it beside other work.
    pub(crate) fn accessibility_tree(&mut self, text: &str) -> Value {
        for _ in 0..200 {
            let tree = self.call("Accessibility.getFullAXTree", json!({}));
            if tree.to_string().contains(text) {
                return tree;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("never in the accessibility tree: {text}");
    }

    /// The value of a JavaScript expression.
    pub(crate) fn eval(&mut self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "returnByValue": true });
        let result = self.call("Runtime.evaluate", params);
        assert!(result["exceptionDetails"].is_null(), "{expression}: {result}");
        result["result"]["value"].clone()
    }

    /// Presses a key that types `text`.
    pub(crate) fn press(&mut self, key: &str) {
        let text = if key.chars().count() == 1 { key } else { "" };
        let down = json!({ "type": "keyDown", "key": key, "text": text });
        self.call("Input.dispatchKeyEvent", down);
        self.call("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": key }));
    }

    /// Types a text into what has the focus.
    pub(crate) fn type_text(&mut self, text: &str) {
        self.call("Input.insertText", json!({ "text": text }));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
