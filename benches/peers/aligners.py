"""The tools that align sentences: two texts of one sentence a line with known joins, and who finds them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from checkers import BIN, DUIZHAO, expect
from measure import Cost, cost_of
from sentences import TEMPLATES, sentence

# A bead: the lines of each side, from 0, that translate each other.
Bead = tuple[tuple[int, ...], tuple[int, ...]]
# Sentences in a hundred that stand as two lines on one side.
JOINED = 12


@dataclass(frozen=True)
class Aligned:
    """What an aligner cost and how many beads it gets exactly right."""

    tool: str
    cost: Cost
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def write_text(folder: Path, lines: int, seed: int) -> list[Bead]:
    """Writes text.zh and text.en; their true beads."""
    random = Random(seed)
    templates = [template for kind in TEMPLATES.values() for template in kind]
    sides: tuple[list[str], list[str]] = ([], [])
    beads: list[Bead] = []
    while len(sides[0]) < lines:
        first, second = (sentence(template, random) for template in random.sample(templates, 2))
        chance = random.randrange(100)
        zh, en = [first.zh], [first.en]
        if chance < JOINED:
            # Two sentences of one side stand in one line of the other.
            zh = [first.zh, second.zh] if chance % 2 else [first.zh + second.zh]
            en = [f"{first.en} {second.en}"] if chance % 2 else [first.en, second.en]
        spans = []
        for side, new in zip(sides, (zh, en), strict=True):
            spans.append(tuple(range(len(side), len(side) + len(new))))
            side.extend(new)
        beads.append((spans[0], spans[1]))
    for name, side in zip(("text.zh", "text.en"), sides, strict=True):
        (folder / name).write_text("".join(f"{line}\n" for line in side), "utf-8")
    return beads


def score(tool: str, cost: Cost, found: list[Bead], true: list[Bead]) -> Aligned:
    """Strict: a bead counts where both its sides are exactly right. Lines left alone are no beads."""
    beads = {bead for bead in found if all(bead)}
    right = len(beads & set(true))
    return Aligned(tool, cost, right / max(len(beads), 1), right / len(true))


def duizhao(folder: Path, true: list[Bead], rounds: int) -> Aligned:
    out = folder / "aligned.json"
    sides = ["--zh", str(folder / "text.zh"), "--en", str(folder / "text.en")]
    command = [str(DUIZHAO), "align", "--input", "lines", *sides, "--format", "json"]
    cost = expect(cost_of(command, out, rounds), 0, 1)
    links = json.loads(out.read_text("utf-8"))["links"]
    found = [tuple(tuple(number - 1 for number in link[side]) for side in ("zh", "en")) for link in links]
    return score("duizhao align", cost, found, true)


def gale_church(folder: Path, true: list[Bead], rounds: int) -> Aligned:
    out = folder / "gale_church.json"
    script = Path(__file__).with_name("gale_church.py")
    command = [str(BIN / "python"), str(script), str(folder / "text.zh"), str(folder / "text.en")]
    cost = expect(cost_of(command, out, rounds), 0)
    found = [(tuple(zh), tuple(en)) for zh, en in json.loads(out.read_text("utf-8"))]
    return score("NLTK Gale-Church", cost, found, true)


ALIGNERS: list[Callable[[Path, list[Bead], int], Aligned]] = [duizhao, gale_church]
