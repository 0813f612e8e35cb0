"""The tools that check pairs: how each is run, and which rows it flags."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from measure import Cost, cost_of

REPOSITORY = Path(__file__).resolve().parents[2]
DUIZHAO = REPOSITORY / "target/release/duizhao"
BIN = REPOSITORY / "target/peers/venv/bin"

# Characters of Chinese against words of English, and every threshold as it ships.
OPUSFILTER = """\
common:
  output_directory: {folder}
steps:
  - type: filter
    parameters:
      inputs: [pairs.zh, pairs.en]
      outputs: [rejected.zh, rejected.en]
      filterfalse: true
      filters:
        - LengthRatioFilter: {{unit: [char, word]}}
        - NonZeroNumeralsFilter: {{}}
        - TerminalPunctuationFilter: {{}}
        - RepetitionFilter: {{}}
"""


@dataclass(frozen=True)
class Result:
    """What a tool cost and which rows, from 1, it flags."""

    tool: str
    cost: Cost
    flagged: set[int]


Pairs = list[tuple[str, str]]


def read_pairs(path: Path) -> Pairs:
    lines = path.read_text("utf-8").splitlines()
    return [(zh, en) for zh, _, en in (line.partition("\t") for line in lines)]


def duizhao(jobs: int) -> Callable[[Path, int], Result]:
    def check(pairs: Path, rounds: int) -> Result:
        out = pairs.with_suffix(f".jobs{jobs}.jsonl")
        command = [str(DUIZHAO), "check", str(pairs), "--format", "jsonl", "--no-config", "--no-progress"]
        cost = cost_of([*command, "--jobs", str(jobs)], out, rounds)
        with out.open(encoding="utf-8") as lines:
            flagged = {json.loads(line)["pair"] for line in lines}
        return Result(f"duizhao --jobs {jobs}", expect(cost, 0, 1), flagged)

    return check


def pofilter(pairs: Path, rounds: int) -> Result:
    source, target = pairs.with_suffix(".po"), pairs.with_suffix(".failed.po")
    quoted = (re.sub(r'(["\\])', r"\\\1", f"{zh}\t{en}").split("\t") for zh, en in read_pairs(pairs))
    with source.open("w", encoding="utf-8") as po:
        po.write('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n')
        for row, (zh, en) in enumerate(quoted, 1):
            po.write(f'\nmsgctxt "row {row}"\nmsgid "{zh}"\nmsgstr "{en}"\n')
    tests = [option for test in ("numbers", "long", "short") for option in ("-t", test)]
    command = [str(BIN / "pofilter"), "--language=en", "--progress=none", *tests, str(source), str(target)]
    cost = cost_of(command, pairs.with_suffix(".pofilter.out"), rounds)
    failed = target.read_text("utf-8") if target.exists() else ""
    rows = re.findall(r'^msgctxt "row (\d+)"', failed, re.MULTILINE)
    return Result("pofilter", expect(cost, 0), {int(row) for row in rows})


def opusfilter(pairs: Path, rounds: int) -> Result:
    folder = pairs.parent
    rows = read_pairs(pairs)
    for column, name in enumerate(("pairs.zh", "pairs.en")):
        (folder / name).write_text("".join(f"{row[column]}\n" for row in rows), "utf-8")
    config = folder / "opusfilter.yaml"
    config.write_text(OPUSFILTER.format(folder=folder), "utf-8")
    command = [str(BIN / "opusfilter"), "--overwrite", str(config)]
    cost = cost_of(command, folder / "opusfilter.out", rounds)
    sides = [(folder / name).read_text("utf-8").splitlines() for name in ("rejected.zh", "rejected.en")]
    rejected = set(zip(*sides, strict=True))
    # It keeps no row numbers. Equal rows are judged alike.
    return Result("OpusFilter", expect(cost, 0), {n for n, row in enumerate(rows, 1) if row in rejected})


def expect(cost: Cost, *statuses: int) -> Cost:
    if cost.status not in statuses:
        raise RuntimeError(f"a tool ended with status {cost.status}; see the .log file beside its output")
    return cost


CHECKERS: list[Callable[[Path, int], Result]] = [duizhao(1), duizhao(2), pofilter, opusfilter]
