//! `--watch`: everything that a check reads is looked after.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::harness::{FAULTY, Folder};

/// A run that is ended when the test is.
struct Watching<'f> {
    folder: &'f Folder,
    child: Child,
    said: Receiver<String>,
}

impl Drop for Watching<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Watching<'_> {
    fn new<'f>(folder: &'f Folder, args: &[&str]) -> Watching<'f> {
        let mut command = folder.command(args);
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let stderr = child.stderr.take().expect("a pipe");
        let (sender, said) = channel();
        std::thread::spawn(move || {
            let lines = BufReader::new(stderr).lines().map_while(Result::ok);
            lines.for_each(|line| {
                let _ = sender.send(line);
            });
        });
        Watching { folder, child, said }
    }

    /// What is said up to the end of the next check.
    fn next(&self, why: &str) -> String {
        let mut all = String::new();
        loop {
            match self.said.recv_timeout(Duration::from_secs(60)) {
                Ok(line) if line.contains("watching") => return all,
                Ok(line) => all += &format!("{line}\n"),
                Err(_) => panic!("it is not checked again: {why}"),
            }
        }
    }

    /// What is said after a file was written. It changes at once, so that it is seen once.
    fn after(&self, name: &str, text: &str) -> String {
        self.folder.write("new", text.as_bytes());
        fs::rename(self.folder.path("new"), self.folder.path(name)).expect("a file");
        self.next(name)
    }
}

#[test]
fn a_change_to_anything_that_is_read_is_seen() {
    let words = "燈塔 灯塔 [deng1 ta3] /lighthouse/\n";
    let folder = Folder::new(&[("talk.md", FAULTY), ("words.u8", words)]);
    let args = ["check", "talk.md", "--watch", "--dictionary", "words.u8", "--no-progress"];
    let watching = Watching::new(&folder, &args);
    assert_eq!(watching.next("the first time"), "");
    // A configuration comes, and is wrong, and is mended.
    let said = watching.after("duizhao.toml", "slect = []\n");
    assert!(said.contains("unknown key `slect`"), "{said}");
    let said = watching.after("duizhao.toml", "lexicons = [\"own.toml\"]\n");
    assert!(said.contains("own.toml"), "what it names is not there yet: {said}");
    let lexicon = "[[term]]\nzh = [\"灯塔计划\"]\nen = [\"Project Beacon\"]\n";
    assert_eq!(watching.after("own.toml", lexicon), "");
    assert_eq!(watching.after("words.u8", &words.replace("lighthouse", "beacon tower")), "");
    let said = watching.after("duizhao.toml", "baseline = \"known.json\"\n");
    assert!(said.contains("known.json"), "{said}");
    folder.run(&["check", "talk.md", "--no-config", "--write-baseline", "written.json"]);
    let said = watching.after("known.json", &folder.read("written.json"));
    assert!(said.contains("of the baseline was let pass"), "{said}");
    assert!(!watching.after("talk.md", crate::harness::CLEAN).contains("let pass"));
}
