//! Term bases of other programs, in and out.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;

use duizhao::lexicon::{
    Concept, Imported, Lexicon, PartOfSpeech, TableShape, TermFormat, export, import,
};

fn read(text: &str, format: TermFormat) -> Imported {
    import(Path::new("terms"), text.as_bytes(), format).unwrap()
}

/// The entries without the place where they stand.
fn placeless(mut concepts: Vec<Concept>) -> Vec<Concept> {
    let origin = Lexicon::builtin().concepts()[0].origin.clone();
    concepts.iter_mut().for_each(|concept| concept.origin = origin.clone());
    concepts
}

fn warnings(read: &Imported) -> Vec<String> {
    read.warnings.iter().map(ToString::to_string).collect()
}

const ALL: &str = r#"
[[term]]
zh = ["预训练", "前训练"]
en = ["pre-training", "pretrain"]
pos = "verb"
direction = "zh-en"
case-sensitive = false
near = ["模型", "model"]
contrast = "a stage"
domain = "ai"
note = "Two\nlines, \"quoted\"; <b> & more"
forbidden = [{ en = "preliminary training", why = "not the field's word" }, { zh = "預練", anywhere = true }]

[[term]]
en = ["Claude Code"]
keep = true
"#;

#[test]
fn toml_and_tables_lose_nothing() {
    let own = read(ALL, TermFormat::Toml).concepts;
    let all: Vec<Concept> = own.into_iter().chain(Lexicon::builtin().concepts().to_vec()).collect();
    for format in [TermFormat::Toml, TermFormat::Csv, TermFormat::Tsv] {
        let written = export(&all, format, TableShape::Terms);
        assert!(written.warnings.is_empty());
        let again = read(&written.text, format);
        assert_eq!(warnings(&again), [""; 0]);
        assert_eq!(placeless(again.concepts), placeless(all.clone()), "{format:?}");
    }
}

#[test]
fn tbx_goes_round() {
    let all = read(ALL, TermFormat::Toml).concepts;
    let first = export(&all, TermFormat::Tbx, TableShape::Terms);
    let lost: Vec<String> = first.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        lost,
        [
            "line 2: `预训练`: TBX has no place for `direction`: left out",
            "line 2: `预训练`: TBX has no place for `near`: left out",
            "line 2: `预训练`: TBX has no place for `contrast`: left out",
            "line 2: `预训练`: TBX has no place for `case-sensitive`: left out",
            "line 2: `预训练`: TBX has no place for `anywhere`: left out",
        ],
    );
    let again = read(&first.text, TermFormat::Tbx).concepts;
    assert!(again[0].forbidden.contains(&all[0].forbidden[0]));
    assert_eq!(again[0].note, all[0].note);
    assert!(again[1].keep);
    assert_eq!(export(&again, TermFormat::Tbx, TableShape::Terms).text, first.text);
}

#[test]
fn tbx_of_either_version_and_style_is_read() {
    let old = r#"<?xml version="1.0"?><martif type="TBX"><text><body>
        <termEntry id="1"><descrip type="subjectField">ai</descrip>
          <langSet xml:lang="en-US"><tig><term>agent</term>
            <termNote type="administrativeStatus">preferredTerm</termNote></tig>
            <ntig><termGrp><term>intelligent &amp; body</term>
            <termNote type="administrativeStatus">DeprecatedTerm-admn-sts</termNote></termGrp></ntig></langSet>
          <langSet xml:lang="zh-CN"><tig><term>智能体</term></tig></langSet>
          <langSet xml:lang="de"><tig><term>Agent</term></tig></langSet>
        </termEntry></body></text></martif>"#;
    let concept = &read(old, TermFormat::Tbx).concepts[0];
    assert_eq!((&concept.en[0][..], &concept.zh[0][..]), ("agent", "智能体"));
    assert_eq!(concept.forbidden[0].form, "intelligent & body");
    assert_eq!(concept.domain.as_deref(), Some("ai"));

    let dct = r#"<tbx style="dct" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
        <text><body><conceptEntry><min:subjectField>ai</min:subjectField>
          <langSec xml:lang="zh-Hant"><termSec><term>微調</term></termSec></langSec>
          <langSec xml:lang="en"><termSec><term>fine-tune</term>
            <min:partOfSpeech>verb</min:partOfSpeech>
            <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec></langSec>
        </conceptEntry></body></text></tbx>"#;
    let concept = &read(dct, TermFormat::Tbx).concepts[0];
    assert_eq!((&concept.zh[0][..], concept.part_of_speech), ("微調", PartOfSpeech::Verb));
}

#[test]
fn a_broken_entry_is_told_and_the_rest_kept() {
    let tbx = "<tbx><text><body>\n<conceptEntry><langSec xml:lang=\"zh\"><termSec><term>甲</term></termSec></langSec></conceptEntry>\n\
        <conceptEntry><langSec xml:lang=\"zh\"><termSec><term>乙</term></termSec></langSec>\
        <langSec xml:lang=\"en\"><termSec><term>second</term></termSec></langSec></conceptEntry></body></text></tbx>";
    let read_back = read(tbx, TermFormat::Tbx);
    assert_eq!(warnings(&read_back), ["line 2: no English form: left out"]);
    assert_eq!(read_back.concepts.len(), 1);

    let error = import(Path::new("x.tbx"), b"<tbx>\n<text></body>", TermFormat::Tbx).unwrap_err();
    assert!(error.to_string().starts_with("x.tbx:2:"), "{error}");
    let error = import(Path::new("x.tbx"), b"<html/>", TermFormat::Tbx).unwrap_err();
    assert!(error.to_string().contains("conceptEntry"), "{error}");
}

#[test]
fn weblate_glossaries_are_read() {
    let csv = "\u{FEFF}\"location\",\"source\",\"target\",\"ID\",\"fuzzy\",\"context\",\"translator_comments\",\"developer_comments\"\n\
        \"\",\"pre-training\",\"预训练\",\"\",\"False\",\"\",\"the first training\",\"\"\n";
    let concept = &read(csv, TermFormat::Csv).concepts[0];
    assert_eq!((&concept.zh[0][..], &concept.en[0][..]), ("预训练", "pre-training"));
    assert_eq!(concept.note.as_deref(), Some("the first training"));
    let headless = read("src/a.c:1,inference,推理,,False,,,\n", TermFormat::Csv);
    assert_eq!(headless.concepts[0].en, ["inference"]);
}

#[test]
fn crowdin_glossaries_are_read() {
    let csv = "Term [en],Description [en],Part of Speech [en],Status [en],Term [zh-CN],Status [zh-CN],Mood\n\
        agent,acts by itself,noun,preferred,智能体,preferred,\n\
        smart body,,noun,not recommended,智能体,preferred,\n\
        ,,,,孤立,,\n";
    let read_back = read(csv, TermFormat::Csv);
    let concept = &read_back.concepts[0];
    assert_eq!(
        (&concept.zh[..], &concept.en[..]),
        (&["智能体".to_owned()][..], &["agent".to_owned()][..])
    );
    assert_eq!(concept.forbidden[0].form, "smart body");
    assert_eq!(
        warnings(&read_back),
        ["line 1: column `Mood` is not known: left out", "line 4: no English form: left out"],
    );
}

#[test]
fn deepl_glossaries_are_read() {
    let read_back =
        read("预训练,pre-training,zh,en\nGPU,图形处理器,EN-US,ZH,0.8\n", TermFormat::Csv);
    assert_eq!(read_back.concepts[0].en, ["pre-training"]);
    assert_eq!(read_back.concepts[1].zh, ["图形处理器"]);
    assert_eq!(read("预训练\tpre-training\n", TermFormat::Tsv).concepts.len(), 1);
}

#[test]
fn google_glossaries_are_read() {
    let read_back =
        read("en,de,zh-TW,pos,description\ncheck,prüfen,檢查,verb,look at\n", TermFormat::Csv);
    let concept = &read_back.concepts[0];
    assert_eq!((&concept.zh[0][..], &concept.en[0][..]), ("檢查", "check"));
    assert_eq!(concept.part_of_speech, PartOfSpeech::Verb);
    assert_eq!(read("account,账户\n", TermFormat::Csv).concepts[0].zh, ["账户"]);
}

#[test]
fn utx_and_semicolons_are_read() {
    let utx = "#UTX 1.20; en/zh; 2026-01-01T00:00:00Z\n#src\ttgt\tsrc:pos\tterm status\n\
        model\t模型\tnoun\tapproved\nmodell\t模型\tnoun\tforbidden\n";
    let concept = &read(utx, TermFormat::Tsv).concepts[0];
    assert_eq!(concept.en, ["model"]);
    assert_eq!(concept.forbidden[0].form, "modell");
    assert_eq!(read("zh;en\n甲;first\n", TermFormat::Csv).concepts[0].en, ["first"]);
}

#[test]
fn broken_rows_are_told_and_the_rest_kept() {
    let read_back = read("zh,en\n甲\n,lonely\n乙,second\n丙,丁\n…,dots\n", TermFormat::Csv);
    assert_eq!(
        warnings(&read_back),
        [
            "line 2: no English form: left out",
            "line 3: no Chinese form: left out",
            "line 5: `丁` is Chinese under English: left out",
            "line 6: `…` has nothing to find: left out",
        ],
    );
    assert_eq!(read_back.concepts.len(), 1);
    let bytes = b"zh,en\n\xFF\xFE,broken\n\xE4\xB9\x99,second\n";
    let read_back = import(Path::new("g.csv"), bytes, TermFormat::Csv).unwrap();
    assert_eq!(warnings(&read_back), ["line 2: not UTF-8: left out"]);
    assert_eq!(read_back.concepts.len(), 1);
    let error = import(Path::new("g.csv"), b"", TermFormat::Csv).unwrap_err();
    assert!(error.to_string().starts_with("g.csv: has no columns of terms"));
}

#[test]
fn pairs_say_what_they_leave_out() {
    let all = read(ALL, TermFormat::Toml).concepts;
    let pairs = export(&all, TermFormat::Csv, TableShape::Pairs);
    assert_eq!(pairs.text, "zh,en\n预训练,pre-training\nClaude Code,Claude Code\n");
    assert_eq!(
        pairs.warnings[0].to_string(),
        "line 2: `预训练`: 2 other and 2 forbidden forms left out"
    );
}
