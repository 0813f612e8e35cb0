"""NLTK's Gale-Church over two files of one sentence a line; writes its beads as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from nltk.translate import gale_church


def main() -> None:
    zh, en = ([len(line) for line in Path(path).read_text("utf-8").splitlines()] for path in sys.argv[1:3])

    class Ratio(gale_church.LanguageIndependent):
        """English is as much longer than Chinese as it is in these texts, which is to its advantage."""

        AVERAGE_CHARACTERS = sum(en) / sum(zh)

    # It refuses more than 4,000 lines unless told otherwise.
    gale_church.MAX_ALIGN_BLOCKS = max(len(zh), len(en))
    beads: list[tuple[list[int], list[int]]] = []
    # Pairs of lines; those that share a line make a bead.
    for first, second in gale_church.align_blocks(zh, en, Ratio):
        if beads and (first in beads[-1][0] or second in beads[-1][1]):
            for line, side in ((first, beads[-1][0]), (second, beads[-1][1])):
                if line not in side:
                    side.append(line)
        else:
            beads.append(([first], [second]))
    json.dump(beads, sys.stdout)


if __name__ == "__main__":
    main()
