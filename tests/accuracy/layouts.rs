//! Small transcripts without a fault, each in another layout that people publish talks in.

use std::path::Path;

use duizhao::Checker;
use duizhao::input::transcript;
use duizhao::text::Source;

/// So many of them are read right by now.
const QUIET: usize = 26;

#[test]
fn good_transcripts_in_many_layouts_are_quiet() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/layouts");
    let files = std::fs::read_dir(folder).expect("the layouts");
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    let checker = Checker::new();
    let mut quiet = 0;
    for path in &paths {
        let text = std::fs::read_to_string(path).expect("a transcript");
        let findings = match transcript::read(Source::from_text(path, text)) {
            Ok(document) => checker.check(&document).findings.len(),
            Err(error) => panic!("{}: {error}", path.display()),
        };
        let name = path.file_name().unwrap_or_default().display();
        println!("    {name}: {findings} findings");
        quiet += usize::from(findings == 0);
    }
    println!("{quiet} of {} layouts are quiet", paths.len());
    assert!(quiet >= QUIET, "{quiet} of {} layouts are quiet", paths.len());
}
