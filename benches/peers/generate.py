#!/usr/bin/env python3
"""Writes a corpus of Chinese-English pairs with known faults in about two rows of a hundred.

    generate.py ROWS OUT.tsv [--truth TRUTH.tsv] [--jsonl] [--seed N]

The same arguments give the same bytes. The truth file has a line for each faulty row: its number from
1, a tab, and the kind of fault.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from faults import FAULTS, english
from sentences import Row, make_row

# Three rows at a time are shifted against each other.
SHIFTED = 3
# How often a fault is put in; with three rows for a shift that makes two of a hundred.
SHARE = 0.0156


def pairs(rows: int, seed: int) -> Iterator[tuple[str, str, str | None]]:
    """Chinese, English, and the kind of fault, if there is one."""
    random = Random(seed)
    kinds = [*FAULTS, "shifted"]
    written = 0
    while written < rows:
        row = make_row(random)
        kind = random.choice(kinds) if random.random() < SHARE else None
        if kind == "shifted" and written + SHIFTED <= rows:
            yield from shifted([row, *(make_row(random) for _ in range(SHIFTED - 1))])
            written += SHIFTED
            continue
        # A row that the fault does not fit gives way to one that it does.
        faulty = None
        while kind in FAULTS and (faulty := FAULTS[kind](row, random)) is None:
            row = make_row(random)
        yield chinese(row), faulty or english(row), kind if faulty else None
        written += 1


def shifted(run: list[Row]) -> Iterator[tuple[str, str, str]]:
    """Each row with the English of the next one."""
    for row, other in zip(run, run[1:] + run[:1], strict=True):
        yield chinese(row), english(other), "shifted"


def chinese(row: Row) -> str:
    return "".join(sentence.zh for sentence in row)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--truth", type=Path, help="where to write which rows are faulty")
    parser.add_argument("--jsonl", action="store_true", help="JSON lines instead of TSV")
    parser.add_argument("--seed", type=int, default=8)
    options = parser.parse_args()
    truth = options.truth.open("w", encoding="utf-8") if options.truth else None
    with options.out.open("w", encoding="utf-8", newline="\n") as out:
        for number, (zh, en, kind) in enumerate(pairs(options.rows, options.seed), 1):
            if options.jsonl:
                out.write(json.dumps({"zh": zh, "en": en}, ensure_ascii=False) + "\n")
            else:
                out.write(f"{zh}\t{en}\n")
            if kind and truth:
                truth.write(f"{number}\t{kind}\n")
    if truth:
        truth.close()


if __name__ == "__main__":
    main()
