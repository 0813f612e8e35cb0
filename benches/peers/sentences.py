"""Sentences in both languages, made from the templates."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random

from values import NUMBERS, Value

HERE = Path(__file__).parent
WORDS: dict[str, list[list[str]]] = tomllib.loads((HERE / "words.toml").read_text("utf-8"))
TEMPLATES: dict[str, list[list[str]]] = tomllib.loads((HERE / "templates.toml").read_text("utf-8"))
SLOT = re.compile(r"\{([A-Za-z]+)(\d?)\}")
OPTIONAL = re.compile(r"\[(.*?)\]")


@dataclass(frozen=True)
class Sentence:
    """A sentence and its translation."""

    zh: str
    en: str
    # The English without one of its numbers, where the template says how.
    without_number: str | None
    values: list[Value]


Row = list[Sentence]


def make_row(random: Random) -> Row:
    """One to three sentences of one kind."""
    templates = TEMPLATES[random.choice(list(TEMPLATES))]
    count = random.choices((1, 2, 3), (5, 3, 2))[0]
    return [sentence(template, random) for template in random.sample(templates, count)]


def sentence(template: list[str], random: Random) -> Sentence:
    """A template with its slots filled."""
    zh, en = template
    values: dict[str, Value] = {}
    for name, number in SLOT.findall(zh):
        taken = {value.en for value in values.values()}
        while (value := fill(name, random)).en in taken:
            pass
        values[name + number] = value

    def zh_of(match: re.Match[str]) -> str:
        return values[match[1] + match[2]].zh

    def en_of(match: re.Match[str]) -> str:
        name = match[1] + match[2]
        text = values[name.lower()].en
        return text[0].upper() + text[1:] if name != name.lower() else text

    whole = SLOT.sub(en_of, OPTIONAL.sub(r"\1", en))
    without = SLOT.sub(en_of, OPTIONAL.sub("", en))
    numbers = [value for name, value in values.items() if name.rstrip("0123456789") in NUMBERS]
    return Sentence(tidy(SLOT.sub(zh_of, zh)), whole, without if without != whole else None, numbers)


def fill(name: str, random: Random) -> Value:
    """A value for a slot of that name."""
    if name in NUMBERS:
        return NUMBERS[name](random)
    if name == "person":
        (zh, en), (given_zh, given_en) = random.choice(WORDS["surname"]), random.choice(WORDS["given"])
        return Value(zh + given_zh, f"{en} {given_en}")
    return Value(*random.choice(WORDS[name]))


def tidy(zh: str) -> str:
    """Chinese without a space beside punctuation."""
    return re.sub(r" ?([，。：、；]) ?", r"\1", zh).strip()
