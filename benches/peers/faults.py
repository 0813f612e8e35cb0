"""Faults that are put into good rows: one function each, which returns nothing where it does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from sentences import Row


def magnitude(row: Row, random: Random) -> str | None:
    """亿 is taken for a billion: 50 亿美元 becomes $50 billion."""
    values = [value for sentence in row for value in sentence.values if value.misread]
    return row_with(row, values[0].en, values[0].misread) if values else None


def digit(row: Row, random: Random) -> str | None:
    """One digit of a number is another one."""
    values = [value for sentence in row for value in sentence.values if re.search(r"\d", value.en)]
    if not values:
        return None
    value = random.choice(values)
    # The first digit, or the last one where a date is to stay a date.
    places = [match.start() for match in re.finditer(r"\d", value.en)]
    hour = re.match(r"\d+", value.en) if value.calendar else None
    at = (hour.end() - 1 if hour else places[-1]) if value.calendar else places[0]
    others = [other for other in "12345678" if other != value.en[at]]
    return row_with(row, value.en, value.en[:at] + random.choice(others) + value.en[at + 1 :])


def dropped(row: Row, random: Random) -> str | None:
    """A number is left out of a sentence that stays whole without it."""
    texts = [sentence.without_number or sentence.en for sentence in row]
    return " ".join(texts) if any(sentence.without_number for sentence in row) else None


def cut(row: Row, random: Random) -> str | None:
    """The second half of the English is missing."""
    words = english(row).split()
    return " ".join(words[: len(words) // 2]) if len(words) >= 12 else None


def untranslated(row: Row, random: Random) -> str | None:
    """A sentence of the English is still Chinese."""
    at = random.randrange(len(row))
    return " ".join(sentence.zh if place == at else sentence.en for place, sentence in enumerate(row))


def repeated(row: Row, random: Random) -> str | None:
    """The last sentence of the English stands there twice."""
    return f"{english(row)} {row[-1].en}"


def english(row: Row) -> str:
    return " ".join(sentence.en for sentence in row)


def row_with(row: Row, right: str, wrong: str | None) -> str | None:
    """The English with a value that is wrong."""
    text = english(row)
    # 5 percent must not be found in 35 percent.
    found = re.search(rf"(?<![\d.,]){re.escape(right)}", text)
    return text[: found.start()] + wrong + text[found.end() :] if found and wrong else None


FAULTS: dict[str, Callable[[Row, Random], str | None]] = {
    "magnitude": magnitude, "digit": digit, "dropped": dropped, "cut": cut,
    "untranslated": untranslated, "repeated": repeated,
}  # fmt: skip
