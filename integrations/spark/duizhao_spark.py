#!/usr/bin/env python3
"""duizhao over the partitions of a large corpus of JSON lines, on Apache Spark.

    spark-submit duizhao_spark.py --duizhao target/release/duizhao pairs.jsonl out [-- OPTION...]

Every partition goes through a process of its own; what they find is merged into what one process would
have found in the whole file, to the byte. README.md says how.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from threading import Thread
from typing import IO, Any

import xxhash
from pyspark import RDD, SparkContext, SparkFiles, StorageLevel
from pyspark.sql import SparkSession

# Lines of a partition. What is found in a row does not depend on the rows around it, so that a corpus may be
# cut anywhere.
PARTITION = 65_536
# Unreadable rows that duizhao names before it only counts them.
NAMED_FAILURES = 20
# What Rust calls white space: Python's list has four more.
SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
BLANK = re.compile(f"[{SPACE}]*")
SPACES = re.compile(f"[{SPACE}]+")

Finding = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """What is known of a partition once it was checked."""

    index: int
    rows: int
    bytes: int
    status: int
    # Line of the partition, problem.
    failures: list[tuple[int, str]]
    unnamed_failures: int
    by_severity: Counter[str]
    by_rule: Counter[str]


@dataclass(frozen=True)
class Before:
    """How much of the corpus stands before a partition."""

    lines: int = 0
    rows: int = 0
    bytes: int = 0


@dataclass(frozen=True)
class Checked:
    """What the corpus came to, as one run over it would have told."""

    # JSON lines in input order.
    findings: RDD[str]
    summary: dict[str, Any]
    messages: list[str]
    # The exit status: 0, 1 or 2.
    status: int


def check(
    spark: SparkContext, path: str, binary: Path, options: Iterable[str] = (), per_partition: int = PARTITION
) -> Checked:
    """Checks the rows of `path`, so many lines of it in each partition."""
    spark.addFile(str(binary))
    spark.addPyFile(__file__)
    command = [binary.name, "check", "--input=jsonl", "--format=jsonl", "--jobs=1", *options, "-"]
    records = (
        in_partitions(lines_of(spark, path), per_partition)
        .mapPartitionsWithIndex(lambda index, lines: run(index, (line for _, line in lines), command))
        .persist(StorageLevel.MEMORY_AND_DISK)
    )
    parts: list[Part] = sorted(
        records.filter(lambda record: isinstance(record, Part)).collect(), key=lambda part: part.index
    )
    found = records.filter(lambda record: not isinstance(record, Part))
    rows = accumulate((part.rows for part in parts), initial=0)
    sizes = accumulate((part.bytes for part in parts), initial=0)
    before = [Before(at * per_partition, *sums) for at, sums in enumerate(zip(rows, sizes, strict=True))]
    earlier = spark.broadcast(earlier_equals(found))
    merged = found.mapPartitionsWithIndex(
        lambda index, lines: moved(lines, path, before[index], earlier.value.get(index, {}))
    )
    messages = failures(path, parts, before)
    status = 2 if messages else max((part.status for part in parts), default=0)
    return Checked(merged, summary(parts), messages, status)


def lines_of(spark: SparkContext, path: str) -> RDD[str]:
    """The lines of a file, cut at line feeds alone, as duizhao cuts them."""
    return spark.newAPIHadoopFile(
        path,
        "org.apache.hadoop.mapreduce.lib.input.TextInputFormat",
        "org.apache.hadoop.io.LongWritable",
        "org.apache.hadoop.io.Text",
        conf={"textinputformat.record.delimiter": "\n"},
    ).values()


def in_partitions(lines: RDD[str], per_partition: int) -> RDD[tuple[int, str]]:
    """The lines with their numbers from 0, `per_partition` of them in each partition, in order."""
    counts = lines.mapPartitions(lambda part: [sum(1 for _ in part)]).collect()
    starts = list(accumulate(counts, initial=0))
    numbered = lines.mapPartitionsWithIndex(lambda index, part: enumerate(part, starts[index]))
    partitions = max(1, -(-starts[-1] // per_partition))
    return numbered.repartitionAndSortWithinPartitions(partitions, lambda line: line // per_partition)


def run(index: int, lines: Iterator[str], command: list[str]) -> Iterator[str | Part]:
    """The findings of one process over these lines, and then what is known of the partition."""
    fed = Counter[str]()
    broken: list[BaseException] = []

    def feed(to: IO[bytes]) -> None:
        try:
            with to:
                for line in lines:
                    row = line.encode() + b"\n"
                    fed["rows"] += not BLANK.fullmatch(line)
                    fed["bytes"] += len(row)
                    to.write(row)
        except BrokenPipeError:
            pass  # The process has ended; its status and its message say why.
        except BaseException as error:
            broken.append(error)

    by_severity, by_rule = Counter[str](), Counter[str]()
    with tempfile.TemporaryFile() as messages:
        process = subprocess.Popen(
            [SparkFiles.get(command[0]), *command[1:]],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=messages,
        )
        assert process.stdin and process.stdout
        feeder = Thread(target=feed, args=(process.stdin,), daemon=True)
        feeder.start()
        for line in process.stdout:
            finding = json.loads(line)
            by_severity[finding["severity"]] += 1
            by_rule[finding["rule"]] += 1
            yield line.decode()
        status = process.wait()
        feeder.join()
        if broken:
            raise broken[0]
        messages.seek(0)
        named, unnamed = read_messages(messages.read().decode(), status)
    yield Part(index, fed["rows"], fed["bytes"], status, named, unnamed, by_severity, by_rule)


def read_messages(text: str, status: int) -> tuple[list[tuple[int, str]], int]:
    """Rows that could not be read, and how many more there were. Anything else ends the job."""
    named: list[tuple[int, str]] = []
    unnamed = 0
    for message in text.split("\n")[:-1]:
        if row := re.fullmatch(r"duizhao: <stdin>:(\d+): (expected an object .*)", message):
            named.append((int(row[1]), row[2]))
        elif more := re.fullmatch(r"duizhao: (\d+) more that could not be read", message):
            unnamed = int(more[1])
        else:
            raise RuntimeError(message)
    if status not in (0, 1) and not named:
        raise RuntimeError(f"duizhao ended with status {status}")
    return named, unnamed


def content_hash(finding: Finding, ordinal: int = 0) -> str:
    """The fingerprint by docs/fingerprint.md of a finding that so many equal ones precede."""
    quoted = [finding[side]["text"] if finding[side] else "" for side in ("zh", "en")]
    folded = [" ".join(filter(None, SPACES.split(text))) for text in quoted]
    content = "\x1f".join([finding["rule"], *folded, *([str(ordinal)] if ordinal else [])])
    return f"{xxhash.xxh3_64_intdigest(content.encode()):016x}"


def earlier_equals(found: RDD[str]) -> dict[int, dict[str, int]]:
    """For each partition, how many equals earlier partitions hold of its findings."""

    def counts(index: int, lines: Iterator[str]) -> Iterator[tuple[str, tuple[int, int]]]:
        for key, count in Counter(content_hash(json.loads(line)) for line in lines).items():
            yield key, (index, count)

    earlier: dict[int, dict[str, int]] = {}
    by_content = found.mapPartitionsWithIndex(counts).groupByKey().mapValues(sorted)
    # What stands in one partition only was told apart there.
    for key, places in by_content.filter(lambda pair: len(pair[1]) > 1).toLocalIterator():
        sums = accumulate((count for _, count in places), initial=0)
        for (index, _), sum_before in zip(places, sums, strict=False):
            earlier.setdefault(index, {})[key] = sum_before
    return earlier


def moved(lines: Iterator[str], path: str, before: Before, earlier: dict[str, int]) -> Iterator[str]:
    """The findings of a partition with the places and fingerprints of the whole corpus."""
    seen = Counter[str]()

    def turn(name: str) -> str:
        return f"{name[0]}{int(name[1:]) + before.rows}"

    for line in lines:
        finding: Finding = json.loads(line)
        key = content_hash(finding)
        if content_hash(finding, seen[key]) != finding["fingerprint"]:
            raise RuntimeError("this duizhao makes fingerprints in a way that is not known here")
        finding["fingerprint"] = content_hash(finding, seen[key] + earlier.get(key, 0))
        seen[key] += 1
        finding["path"] = path
        finding["pair"] += before.rows
        if finding["rule"] == "untranslated":
            own = re.compile(r"[ZE]\d+(?= stands on the )")
            finding["message"] = own.sub(lambda name: turn(name[0]), finding["message"], count=1)
        for side in ("zh", "en"):
            finding[f"{side}_turns"] = [turn(name) for name in finding[f"{side}_turns"]]
            if place := finding[side]:
                place["turn"] = turn(place["turn"])
                for end in (place["start"], place["end"]):
                    end["line"] += before.lines
                    end["byte"] += before.bytes
        yield json.dumps(finding, ensure_ascii=False, separators=(",", ":"))


def failures(path: str, parts: list[Part], before: list[Before]) -> list[str]:
    """The messages on rows that could not be read: some by name, the rest as a number."""
    all_named = [
        f"duizhao: {path}:{before[part.index].lines + line}: {problem}"
        for part in parts
        for line, problem in part.failures
    ]
    named = all_named[:NAMED_FAILURES]
    more = len(all_named) - len(named) + sum(part.unnamed_failures for part in parts)
    return [*named, f"duizhao: {more} more that could not be read"] if more else named


def summary(parts: list[Part]) -> dict[str, Any]:
    """The summary of the JSON report."""
    severities = sum((part.by_severity for part in parts), Counter[str]())
    rules = sum((part.by_rule for part in parts), Counter[str]())
    return {
        "files": 1,
        "pairs": sum(part.rows for part in parts),
        "errors": severities["error"],
        "warnings": severities["warning"],
        "infos": severities["info"],
        "by_rule": dict(sorted(rules.items())),
    }


def write(spark: SparkContext, checked: Checked, folder: str) -> None:
    """Writes folders of text files, wherever Spark can write."""
    checked.findings.saveAsTextFile(f"{folder}/findings")
    spark.parallelize([json.dumps(checked.summary)], 1).saveAsTextFile(f"{folder}/summary")
    spark.parallelize(checked.messages, 1).saveAsTextFile(f"{folder}/messages")


def main() -> int:
    parser = argparse.ArgumentParser(description="Checks a corpus of JSON lines on Apache Spark.")
    parser.add_argument("input", help="a file that every worker can read")
    parser.add_argument("output", help="a new folder, for findings, summary and messages")
    parser.add_argument("--duizhao", type=Path, required=True, help="the program; it is sent to the workers")
    parser.add_argument("--per-partition", type=int, default=PARTITION, help="lines")
    parser.add_argument("options", nargs="*", help="options of `duizhao check`, behind --")
    given = parser.parse_args()
    with SparkSession.builder.appName("duizhao").getOrCreate() as session:
        spark = session.sparkContext
        checked = check(spark, given.input, given.duizhao, given.options, given.per_partition)
        write(spark, checked, given.output)
    for message in checked.messages:
        print(message, file=sys.stderr)
    return checked.status


if __name__ == "__main__":
    sys.exit(main())
