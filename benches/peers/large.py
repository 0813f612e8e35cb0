#!/usr/bin/env python3
"""A corpus of many rows: does memory stay flat, and are the findings those of its parts?

    large.py [--rows N] [--text]

Ends with status 1 where the answer is no.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from checkers import DUIZHAO, REPOSITORY, expect
from measure import cost_once

# What any size must stay under, and what ten times the rows may add.
MOST_MB = 200
GROWTH = 1.3

Finding = tuple[int, str, str, str]


class Run:
    """Runs duizhao over files of one folder, prints what each run cost, and says what is wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wrong = False

    def check(self, name: str, form: str = "jsonl", jobs: int = 2) -> tuple[Path, float]:
        """The output and the peak of memory of one run."""
        out = self.folder / f"{name}.{form}.out"
        command = [str(DUIZHAO), "check", str(self.folder / name), "--format", form, "--jobs", str(jobs)]
        cost = expect(cost_once([*command, "--no-config", "--no-progress"], out), 0, 1)
        print(
            f"| {name} | {form} | {jobs} | {cost.wall:.1f} | {cost.cpu:.1f} | {cost.peak:.0f} |", flush=True
        )
        return out, cost.peak

    def expect_flat(self, what: str, small: float, large: float, growth: float = GROWTH) -> None:
        if large > MOST_MB or large > small * growth:
            self.complain(f"{what}: {small:.0f} MB for a tenth of the rows, {large:.0f} MB for all")

    def expect_same(self, what: str, whole: list[Finding], parts: list[Finding]) -> None:
        if whole != parts:
            rows = {finding[0] for finding in set(whole) ^ set(parts)}
            self.complain(f"{what}: other findings in {len(rows)} rows, such as row {min(rows)}")

    def complain(self, problem: str) -> None:
        self.wrong = True
        print(f"\nWRONG {problem}\n", flush=True)


def findings(path: Path, rows_before: int = 0) -> Iterator[Finding]:
    """What each finding says, with its row in the whole corpus."""
    with path.open(encoding="utf-8") as lines:
        for finding in map(json.loads, lines):
            quoted = (finding[side]["text"] if finding[side] else "" for side in ("zh", "en"))
            yield (finding["pair"] + rows_before, finding["rule"], *quoted)


def part(whole: Path, name: str, start: int, end: int) -> None:
    with whole.open(encoding="utf-8") as rows, (whole.parent / name).open("w", encoding="utf-8") as out:
        out.writelines(islice(rows, start, end))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--text", action="store_true", help="the text format as well")
    options = parser.parse_args()
    folder = REPOSITORY / "target/peers/large"
    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "whole.tsv"
    generator = Path(__file__).with_name("generate.py")
    subprocess.run([sys.executable, generator, str(options.rows), whole], check=True)
    part(whole, "tenth.tsv", 0, options.rows // 10)

    run = Run(folder)
    print(
        f"{options.rows:,} rows\n\n| input | format | jobs | seconds | CPU s | peak MB |\n"
        + "| --- " * 6
        + "|"
    )
    for jobs in (1, 2):
        _, small = run.check("tenth.tsv", jobs=jobs)
        out, large = run.check("whole.tsv", jobs=jobs)
        run.expect_flat(f"--format jsonl --jobs {jobs}", small, large)
    all_findings = list(findings(out))

    for tool, ending in (("gzip", "gz"), ("zstd", "zst")):
        if shutil.which(tool):
            subprocess.run([tool, "--quiet", "--keep", "--force", whole], check=True)
            out, large = run.check(f"whole.tsv.{ending}")
            run.expect_flat(tool, small, large)
            run.expect_same(tool, all_findings, list(findings(out)))

    middle = options.rows // 2
    part(whole, "first.tsv", 0, middle)
    part(whole, "second.tsv", middle, options.rows)
    (first, _), (second, _) = run.check("first.tsv"), run.check("second.tsv")
    run.expect_same("halves", all_findings, [*findings(first), *findings(second, middle)])

    if options.text:
        _, small = run.check("tenth.tsv", "text")
        _, large = run.check("whole.tsv", "text")
        # A report in the end holds what was found, and that grows.
        run.expect_flat("--format text", small, large, growth=10)
    print(f"\n{len(all_findings):,} findings")
    return 1 if run.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
