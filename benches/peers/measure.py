#!/usr/bin/env python3
"""Runs a command and tells what it cost.

    measure.py OUT COMMAND...

The command's output goes to OUT; one JSON object goes to standard output. This is a process of its own
because a child is charged with the memory of the one that started it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds of the clock and of all cores, and megabytes at the peak."""

    wall: float
    cpu: float
    peak: float
    status: int


def cost_of(command: list[str], out: Path, rounds: int = 1) -> Cost:
    """The cheapest of some runs of `command`."""
    return min((cost_once(command, out) for _ in range(rounds)), key=lambda cost: cost.wall)


def cost_once(command: list[str], out: Path) -> Cost:
    measured = subprocess.run(
        [sys.executable, __file__, str(out), *command], stdout=subprocess.PIPE, check=True
    )
    return Cost(**json.loads(measured.stdout))


def main() -> None:
    out, command = sys.argv[1], sys.argv[2:]
    with open(out, "wb") as file, open(out + ".log", "wb") as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=file, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    cost = {
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss / 1024,
        "status": os.waitstatus_to_exitcode(status),
    }
    print(json.dumps(cost))


if __name__ == "__main__":
    main()
