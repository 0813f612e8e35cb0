//! Runs the program in a folder of its own.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A small transcript without faults.
pub(crate) const CLEAN: &str = "\
**Ann:** 我们三年前谈过一次。

**Ann:** We talked three years ago.

**Bob:** 是的，那是在春天。

**Bob:** Yes, that was in spring.
";

/// The same with a turn that is left untranslated.
pub(crate) const FAULTY: &str = "\
**Ann:** 我们三年前谈过一次。

**Ann:** We talked three years ago.

**Bob:** 是的，那是在春天。

**Bob:** 是的，那是在春天。

**Ann:** 后来呢？

**Ann:** And then?
";

/// A folder that goes when the test ends.
pub(crate) struct Folder(TempDir);

/// What a run came to.
pub(crate) struct Run {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Folder {
    pub(crate) fn new(files: &[(&str, &str)]) -> Folder {
        let folder = Folder(TempDir::new().expect("a temporary folder"));
        for (name, text) in files {
            folder.write(name, text.as_bytes());
        }
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file")
    }

    /// Runs git in the folder.
    pub(crate) fn git(&self, args: &[&str]) {
        let identity =
            ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"];
        let status = Command::new("git")
            .current_dir(self.0.path())
            .args(identity)
            .args(args)
            .stdout(Stdio::null())
            .status()
            .expect("git starts");
        assert!(status.success(), "git {args:?}");
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_duizhao"));
        command.current_dir(self.0.path()).args(args).stdin(Stdio::null());
        for name in ["NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "FORCE_COLOR", "COLUMNS"] {
            command.env_remove(name);
        }
        command
    }

    /// What the program shows on a terminal of 100 columns, if `script` is there to make one.
    pub(crate) fn on_terminal(&self, args: &str) -> Option<String> {
        self.on_terminal_where(args, &[])
    }

    /// The same where the environment says `variables`.
    pub(crate) fn on_terminal_where(
        &self,
        args: &str,
        variables: &[(&str, &str)],
    ) -> Option<String> {
        let program = env!("CARGO_BIN_EXE_duizhao");
        let shell = format!("stty cols 100 rows 40; exec '{program}' {args}");
        let mut command = Command::new("script");
        command.current_dir(self.0.path()).args(["-qec", &shell, "/dev/null"]);
        command.env("TERM", "xterm").stdin(Stdio::null());
        for name in ["CI", "NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "FORCE_COLOR"] {
            command.env_remove(name);
        }
        command.envs(variables.iter().copied());
        match command.output() {
            Ok(output) => Some(String::from_utf8(output.stdout).expect("UTF-8")),
            Err(_) => {
                skipped("no `script` to make a terminal with");
                None
            }
        }
    }

    pub(crate) fn run(&self, args: &[&str]) -> Run {
        Run::of(self.command(args).output().expect("the program starts"))
    }

    /// Runs the program with `input` on standard input.
    pub(crate) fn run_on(&self, args: &[&str], input: &[u8]) -> Run {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let written = child.stdin.take().expect("standard input").write_all(input);
        // A program that refuses its arguments ends without reading.
        if let Err(error) = written {
            assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe, "{error}");
        }
        Run::of(child.wait_with_output().expect("it ends"))
    }
}

impl Run {
    fn of(output: Output) -> Run {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        let run = Run {
            status: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        };
        assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
        run
    }

    /// All of it, for a snapshot.
    pub(crate) fn shown(&self) -> String {
        let status = self.status.map_or("killed".to_owned(), |status| status.to_string());
        let part = |name: &str, text: &str| {
            if text.is_empty() { String::new() } else { format!("--- {name}\n{text}") }
        };
        format!("status {status}\n{}{}", part("stdout", &self.stdout), part("stderr", &self.stderr))
    }
}

/// `bytes`, packed.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(bytes).expect("packs");
    gzip.finish().expect("packs")
}

/// `text` in UTF-16, behind a byte order mark.
pub(crate) fn utf_16(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// The folder of shared material beside the repository, where there is one.
pub(crate) fn shared() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("DUIZHAO_SHARED").map_or(beside, PathBuf::from);
    if folder.join("transcripts").is_dir() {
        return Some(folder);
    }
    skipped("no folder `shared` beside the repository, nor one in DUIZHAO_SHARED");
    None
}

/// Says why a test is skipped, straight to standard error: the test harness would swallow it.
fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}
