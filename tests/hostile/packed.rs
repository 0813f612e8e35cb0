//! Packed files: small ones that unpack to large ones, and broken ones.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::run::{Case, case, put};

const TSV: &[&str] = &["check", "pairs.tsv.gz", "--format", "jsonl", "--no-progress"];
const ZST: &[&str] = &["check", "pairs.tsv.zst", "--format", "jsonl", "--no-progress"];
const TALK: &[&str] = &["check", "talk.md.gz", "--input", "transcript", "--no-progress"];

/// `part`, so many times, packed.
pub(crate) fn gzip(part: &[u8], times: usize) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..times {
        encoder.write_all(part).expect("memory");
    }
    encoder.finish().expect("memory")
}

pub(crate) const CASES: &[Case] = &[
    case(
        "1 GB of one line in gzip",
        |at| put(at, "pairs.tsv.gz", gzip(&[b'a'; 1 << 20], 1 << 10)),
        TSV,
        2,
        "pairs.tsv.gz:1: this line does not end within 16 MB",
    ),
    case(
        "1 GB of one transcript in gzip",
        |at| put(at, "talk.md.gz", gzip(&[b'a'; 1 << 20], 1 << 10)),
        TALK,
        2,
        "talk.md.gz: the text has more than 64 MB",
    ),
    case(
        "4 MB of empty rows in gzip",
        |at| put(at, "pairs.tsv.gz", gzip("\t\n".repeat(1 << 10).as_bytes(), 1 << 11)),
        TSV,
        0,
        "",
    ),
    case(
        "gzip in gzip",
        |at| put(at, "pairs.tsv.gz", gzip(&gzip(b"x", 1), 1)),
        TSV,
        2,
        "pairs.tsv.gz:1: cannot decode byte",
    ),
    case(
        "gzip cut short",
        |at| {
            let whole = gzip("三个\tthree\n".as_bytes(), 1000);
            put(at, "pairs.tsv.gz", &whole[..whole.len() / 2]);
        },
        TSV,
        2,
        "pairs.tsv.gz: ",
    ),
    case(
        "gzip with a wrong sum",
        |at| {
            let mut whole = gzip("三个\tthree\n".as_bytes(), 1000);
            let sum = whole.len() - 8;
            whole[sum] ^= 1;
            put(at, "pairs.tsv.gz", whole);
        },
        TSV,
        2,
        "pairs.tsv.gz: ",
    ),
    case(
        "the first bytes of gzip alone",
        |at| put(at, "pairs.tsv.gz", b"\x1f\x8b"),
        TSV,
        2,
        "pairs.tsv.gz: ",
    ),
    case(
        "the first bytes of zstd alone",
        |at| put(at, "pairs.tsv.zst", b"\x28\xb5\x2f\xfd"),
        ZST,
        2,
        "pairs.tsv.zst: ",
    ),
    case(
        "zstd cut short",
        |at| {
            let whole =
                zstd::encode_all("三个\tthree\n".repeat(1000).as_bytes(), 3).expect("packed");
            put(at, "pairs.tsv.zst", &whole[..whole.len() / 2]);
        },
        ZST,
        2,
        "pairs.tsv.zst: ",
    ),
    case(
        "zstd that asks for a window of 2 TB",
        // Magic number, a frame header without a content size, and the largest window there is.
        |at| put(at, "pairs.tsv.zst", b"\x28\xb5\x2f\xfd\x00\xff\x01\x00\x00"),
        ZST,
        2,
        "pairs.tsv.zst: ",
    ),
    case(
        "a name that lies about what is in it",
        |at| put(at, "pairs.tsv.gz", "三个人\tthree people\n"),
        TSV,
        0,
        "",
    ),
];
