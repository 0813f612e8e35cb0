//! `fix --write` killed at any moment leaves the old text or the new one, whole.

#![cfg(unix)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How often it is killed.
const ROUNDS: u32 = 200;

/// An interview of a usual length whose English stands one place early from the second pair on.
fn shifted() -> String {
    let (subjects, verbs, objects) = (
        [("医生", "The doctor"), ("工厂", "The factory"), ("老师", "The teacher")],
        [("买了", "bought"), ("看见", "saw"), ("卖掉", "sold"), ("找到", "found")],
        [("苹果", "apples"), ("显微镜", "microscopes"), ("机器人", "robots"), ("船", "ships")],
    );
    let pair = |n: usize| {
        let (zh, en): (Vec<String>, Vec<String>) = (0..4)
            .map(|k| {
                let at = n * 5 + k * 7;
                let (subject, verb) = (subjects[at % 3], verbs[at % 4]);
                let (object, count) = (objects[(at / 3) % 4], at * 37 % 900 + 20);
                (
                    format!("{}{}{count}个{}。", subject.0, verb.0, object.0),
                    format!("{} {} {count} {}.", subject.1, verb.1, object.1),
                )
            })
            .unzip();
        (zh.concat(), en.join(" "))
    };
    let pairs: Vec<(String, String)> = (0..120).map(pair).collect();
    let mut text = String::new();
    for (at, (zh, en)) in pairs.iter().enumerate() {
        let name = ["Ann", "Bob"][at % 2];
        let en = if at == 0 { en } else { &pairs[(at + 1).min(pairs.len() - 1)].1 };
        write!(text, "**{name}:** {zh}\n\n**{name}:** {en}\n\n").expect("memory");
    }
    text
}

fn fix(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_duizhao"));
    command.current_dir(folder).args(["fix", "--write", "talk.md"]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Numbers from 0 to 1 that are the same in every run (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[test]
fn a_killed_fix_leaves_the_old_file_or_the_new_one() {
    let folder = TempDir::new().expect("a temporary folder");
    let talk = folder.path().join("talk.md");
    let old = shifted();
    fs::write(&talk, &old).expect("a file");
    let start = Instant::now();
    assert!(fix(folder.path()).status().expect("it runs").success());
    let whole_run = start.elapsed();
    let new = fs::read_to_string(&talk).expect("a file");
    assert_ne!(new, old, "there is something to fix");

    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let (mut kept, mut replaced) = (0, 0);
    let mut aim = 1.0;
    for round in 0..ROUNDS {
        fs::write(&talk, &old).expect("a file");
        let mut child = fix(folder.path()).spawn().expect("it runs");
        // The file is written at the very end: every other shot is aimed there, wherever that is while
        // other work goes on.
        let is_aimed = round % 2 == 1;
        let part = if is_aimed { aim * (0.9 + random.next() * 0.2) } else { random.next() };
        std::thread::sleep(Duration::from_secs_f64(whole_run.as_secs_f64() * part));
        child.kill().expect("SIGKILL");
        let _ = child.wait().expect("it ends");
        match fs::read_to_string(&talk).expect("the file is there") {
            text if text == old => {
                kept += 1;
                aim *= if is_aimed { 1.06 } else { 1.0 };
            }
            text if text == new => {
                replaced += 1;
                aim *= if is_aimed { 0.95 } else { 1.0 };
            }
            text => panic!("round {round}: neither old nor new, {} bytes", text.len()),
        }
    }
    println!("killed {ROUNDS} times in {whole_run:?}: {kept} old, {replaced} new");
    assert!(kept > 0 && replaced > 0, "{kept} old, {replaced} new");

    // What a killed run leaves behind is no transcript, and is in nobody's way.
    let litter = fs::read_dir(folder.path()).expect("a folder").count() - 1;
    println!("{litter} temporary files left");
    fs::write(&talk, &old).expect("a file");
    assert!(fix(folder.path()).status().expect("it runs").success());
    assert_eq!(fs::read_to_string(&talk).expect("a file"), new);
    let mut check = Command::new(env!("CARGO_BIN_EXE_duizhao"));
    let check = check.current_dir(folder.path()).args(["check", ".", "--fail-on", "never"]);
    let output = check.output().expect("it runs");
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(shown.contains("in 1 file,") || shown.contains("in 1 file."), "{shown}");
}
