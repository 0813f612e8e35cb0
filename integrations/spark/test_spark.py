#!/usr/bin/env python3
"""Findings and summary of a local Spark of two workers against those of a single run, byte for byte.

test_spark.py [DUIZHAO]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from pyspark import SparkConf, SparkContext

from duizhao_spark import check

REPOSITORY = Path(__file__).resolve().parents[2]
ROWS = 20_000
# No multiple of what duizhao reads at a time.
PER_PARTITION = 3_700


def main() -> None:
    binary = Path(sys.argv[1] if len(sys.argv) > 1 else REPOSITORY / "target/release/duizhao").resolve()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    conf = SparkConf().set("spark.ui.enabled", "false").set("spark.log.level", "ERROR")
    with tempfile.TemporaryDirectory() as folder, SparkContext("local[2]", "test", conf=conf) as spark:
        corpus = Path(folder) / "pairs.jsonl"
        generator = REPOSITORY / "benches/peers/generate.py"
        subprocess.run([sys.executable, generator, str(ROWS), corpus, "--jsonl"], check=True)
        compare(spark, binary, corpus, "good rows and faulty ones", [])
        compare(spark, binary, corpus, "with options", ["--select=number", "--fail-on=never"])
        spoil(corpus)
        compare(spark, binary, corpus, "blank lines and rows that cannot be read", [])


def spoil(corpus: Path) -> None:
    """Blank lines, spaces, carriage returns, an escape, and more bad rows than are named."""
    lines = corpus.read_text("utf-8").split("\n")
    for turn, at in enumerate(range(100, ROWS, 350)):
        lines[at] = ["", "{", '{"zh": "三"}', " \u3000", f" {lines[at]}\r", '"\\u2028"'][turn % 6]
    lines[50] = json.dumps(json.loads(lines[50]))
    corpus.write_text("\n".join(lines), "utf-8", newline="")


def compare(spark: SparkContext, binary: Path, corpus: Path, what: str, options: list[str]) -> None:
    def single(form: str) -> subprocess.CompletedProcess[str]:
        command = [binary, "check", "--input=jsonl", f"--format={form}", *options, corpus]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    alone = single("jsonl")
    checked = check(spark, str(corpus), binary, options, PER_PARTITION)
    findings = "".join(f"{line}\n" for line in checked.findings.collect())
    assert findings.count("\n") > 200, "the corpus holds too few faults to say anything"
    assert checked.findings.getNumPartitions() == -(-ROWS // PER_PARTITION)
    same(findings, alone.stdout)
    same("".join(f"{message}\n" for message in checked.messages), alone.stderr)
    assert checked.status == alone.returncode, (checked.status, alone.returncode)
    assert checked.summary == json.loads(single("json").stdout)["summary"]
    equals = len(checked.summary["by_rule"]), findings.count("\n"), len(checked.messages)
    print("{}: the same {} rules, {} findings, {} messages".format(what, *equals))


def same(merged: str, alone: str) -> None:
    """The first line that differs is shown."""
    if merged != alone:
        lines = zip(merged.splitlines(), alone.splitlines(), strict=False)
        differing = next(((a, b) for a, b in lines if a != b), (len(merged), len(alone)))
        sys.exit(f"not the same:\n  merged {differing[0]}\n  alone  {differing[1]}")


if __name__ == "__main__":
    main()
