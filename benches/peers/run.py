#!/usr/bin/env python3
"""Runs every tool over the same pairs and prints two Markdown tables: checkers and aligners."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from aligners import ALIGNERS, Aligned, write_text
from checkers import BIN, CHECKERS, DUIZHAO, REPOSITORY, Result

KINDS = ("magnitude", "digit", "dropped", "cut", "untranslated", "shifted", "repeated")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--lines", type=int, default=5_000, help="lines of the texts to align")
    parser.add_argument("--rounds", type=int, default=2, help="runs of each tool; the fastest one counts")
    options = parser.parse_args()
    for needed, how in ((DUIZHAO, "cargo build --release"), (BIN, "benches/peers/setup")):
        if not needed.exists():
            sys.exit(f"{needed} is missing: run `{how}` first")
    folder = REPOSITORY / "target/peers/data"
    folder.mkdir(parents=True, exist_ok=True)

    pairs, truth_path = folder / "pairs.tsv", folder / "truth.tsv"
    generator = Path(__file__).with_name("generate.py")
    command = [sys.executable, generator, str(options.rows), pairs, "--truth", truth_path]
    subprocess.run(command, check=True)
    lines = (line.split() for line in truth_path.read_text("utf-8").splitlines())
    truth = {int(row): kind for row, kind in lines}

    print(f"{options.rows:,} pairs, {len(truth):,} of them faulty; {os.cpu_count()} cores\n")
    print(heading(truth))
    for check in CHECKERS:
        print(row_of(check(pairs, options.rounds), truth, options.rows), flush=True)

    beads = write_text(folder, options.lines, seed=8)
    joined = sum(len(zh) + len(en) > 2 for zh, en in beads)
    print(f"\n{options.lines:,} lines, {len(beads):,} beads, {joined:,} of them joins\n")
    print("| aligner | seconds | CPU s | peak MB | precision | recall | strict F1 |\n" + "| --- " * 7 + "|")
    for align in ALIGNERS:
        print(aligner_row(align(folder, beads, options.rounds)), flush=True)


def heading(truth: dict[int, str]) -> str:
    counts = Counter(truth.values())
    kinds = "".join(f" | {kind} ({counts[kind]})" for kind in KINDS)
    titles = f"| tool | seconds | CPU s | peak MB{kinds} | all faults | good rows flagged |"
    return f"{titles}\n" + "| --- " * (titles.count("|") - 1) + "|"


def row_of(result: Result, truth: dict[int, str], rows: int) -> str:
    found = Counter(truth[row] for row in result.flagged if row in truth)
    counts = Counter(truth.values())
    kinds = "".join(f" | {found[kind] / max(counts[kind], 1):.0%}" for kind in KINDS)
    good = len(result.flagged) - found.total()
    alarms = f"{good:,} ({good / (rows - len(truth)):.2%})"
    cost = f"{result.cost.wall:.1f} | {result.cost.cpu:.1f} | {result.cost.peak:.0f}"
    return f"| {result.tool} | {cost}{kinds} | {found.total() / len(truth):.0%} | {alarms} |"


def aligner_row(aligned: Aligned) -> str:
    cost = f"{aligned.cost.wall:.1f} | {aligned.cost.cpu:.1f} | {aligned.cost.peak:.0f}"
    return f"| {aligned.tool} | {cost} | {aligned.precision:.3f} | {aligned.recall:.3f} | {aligned.f1:.3f} |"


if __name__ == "__main__":
    main()
