//! Runs cases.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// An input and what it must come to.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// Writes the files into a folder, in which the program then runs.
    pub(crate) files: fn(&Path),
    pub(crate) args: &'static [&'static str],
    pub(crate) status: i32,
    /// What standard error, or else standard output, says.
    pub(crate) says: &'static str,
}

/// A case, in one line where it fits.
pub(crate) const fn case(
    name: &'static str,
    files: fn(&Path),
    args: &'static [&'static str],
    status: i32,
    says: &'static str,
) -> Case {
    Case { name, files, args, status, says }
}

/// Memory that a run may take, in GB of address space.
pub(crate) const MEMORY: u64 = 2;

/// Long enough for a slow machine; what takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(180);

/// Puts a file into a folder.
pub(crate) fn put(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

/// Runs every case with so much memory and tells of all that fail.
pub(crate) fn run_all(cases: &[Case], memory: u64) {
    let failures: Vec<String> = cases.iter().filter_map(|case| run(case, memory).err()).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

#[expect(clippy::print_stdout, reason = "what a run took is there to be seen")]
fn run(case: &Case, most: u64) -> Result<(), String> {
    let folder = TempDir::new().expect("a temporary folder");
    let inside = folder.path().join("in");
    fs::create_dir(&inside).expect("a folder");
    (case.files)(&inside);
    let streams = ["out", "err"].map(|name| folder.path().join(name));
    let [out, err] = streams.each_ref().map(|path| File::create(path).expect("a file"));
    let start = Instant::now();
    let mut child = limited(case.args, most)
        .current_dir(&inside)
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(err)
        .env_remove("RUST_BACKTRACE")
        .spawn()
        .expect("the program starts");
    let mut peak = 0;
    let status = loop {
        peak = peak.max(memory(child.id()));
        match child.try_wait().expect("a child") {
            Some(status) => break status.code(),
            None if start.elapsed() > PATIENCE => {
                child.kill().expect("a child");
                let _ = child.wait();
                return Err(format!("{}: hangs", case.name));
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let took = start.elapsed();
    let [out, err] = streams.map(|path| fs::read(path).expect("what was written"));
    let seconds = took.as_secs_f64();
    println!("{:<44} {seconds:>7.2} s {peak:>5} MB  status {status:?}", case.name);
    judge(case, status, &out, &err)
}

/// The most memory that a process had so far, in MB, where the system tells.
fn memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    number.unwrap_or(0) >> 10
}

fn judge(case: &Case, status: Option<i32>, out: &[u8], err: &[u8]) -> Result<(), String> {
    let [out, err] = [out, err].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let shown = |text: &str| text.chars().take(600).collect::<String>();
    let fail = |why: &str| {
        Err(format!("{}: {why}\nstatus {status:?}\n{}{}", case.name, shown(&err), shown(&out)))
    };
    if ["panicked", "RUST_BACKTRACE", "internal error", "overflowed its stack"]
        .iter()
        .any(|word| out.contains(word) || err.contains(word))
    {
        return fail("it broke");
    }
    // A page is shown by a browser.
    let is_shown = |text: &&String| !text.starts_with("<!doctype html>");
    if [&out, &err].into_iter().filter(is_shown).any(|text| text.contains('\u{1b}')) {
        return fail("an escape reaches the terminal");
    }
    if status != Some(case.status) {
        return fail(&format!("expected status {}", case.status));
    }
    if case.status == 2 && (err.lines().count() > 30 || err.len() > 4000) {
        return fail("the message is long");
    }
    if !err.contains(case.says) && !out.contains(case.says) {
        return fail(&format!("expected `{}`", case.says));
    }
    Ok(())
}

/// The program, with so much memory and no more where the system can see to it.
fn limited(args: &[&str], memory: u64) -> Command {
    let program = env!("CARGO_BIN_EXE_duizhao");
    if !cfg!(target_os = "linux") {
        let mut command = Command::new(program);
        command.args(args);
        return command;
    }
    let mut command = Command::new("sh");
    // The allocator keeps an arena for each thread, of address space and not of memory.
    command.env("MALLOC_ARENA_MAX", "2");
    command.args(["-c", &format!("ulimit -v {} && exec \"$0\" \"$@\"", memory << 20), program]);
    command.args(args);
    command
}
