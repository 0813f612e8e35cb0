"""Numbers as Chinese and as English write them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

DIGITS = "零一二三四五六七八九"
SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip


@dataclass(frozen=True)
class Value:
    """What fills a slot."""

    zh: str
    en: str
    # The English of someone who takes 亿 for a billion.
    misread: str | None = None
    # A day or an hour, of which only the last digit may change if a date is to come of it.
    calendar: bool = False


def chinese(number: int) -> str:
    """A number under 10,000 in Chinese numerals: 3050 is 三千零五十."""
    text, gap = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + unit
            gap = False
        else:
            gap = True
    return text[1:] if text.startswith("一十") else text or "零"


def plain(number: float) -> str:
    """Without a needless zero, and with commas: 2.50 is 2.5, 25000 is 25,000."""
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def counter(number: int) -> str:
    """A number before a measure word: 2 is 两."""
    return "两" if number == 2 else chinese(number)


def tenths(random: Random, low: int, high: int) -> float:
    """A number with at most one decimal."""
    return random.randint(low * 10, high * 10) / 10 if random.random() < 0.5 else random.randint(low, high)


def english_large(number: float) -> str:
    """25,000, 3.2 million, 5 billion."""
    for unit, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if number >= unit:
            return f"{plain(number / unit)} {name}"
    return plain(number)


def money(random: Random) -> Value:
    """50 亿美元 and $5 billion, 三十亿元 and 3 billion yuan, 35 万元 and 350,000 yuan."""
    dollars = random.random() < 0.5
    unit = "美元" if dollars else "元"

    def english(amount: str) -> str:
        return f"${amount}" if dollars else f"{amount} yuan"

    kind = random.random()
    if kind < 0.15:
        number = random.randint(11, 980)
        return Value(f"{number} 万{unit}", english(english_large(number * 1e4)))
    if kind < 0.25:
        number = tenths(random, 1, 9)
        return Value(f"{plain(number)} 万亿{unit}", english(english_large(number * 1e12)))
    if kind < 0.4:
        number = random.randint(2, 90)
        text = chinese(number)
    else:
        number = tenths(random, 1, 90)
        text = plain(number) + random.choice(("", " "))
    misread = english(f"{plain(number)} billion")
    return Value(f"{text}亿{unit}", english(english_large(number * 1e8)), misread)


def yuan(random: Random) -> Value:
    number = random.choice((random.randint(12, 99), random.randint(1, 99) * 100, random.randint(101, 999)))
    zh = chinese(number) if random.random() < 0.3 else plain(number) + " "
    return Value(f"{zh}元", f"{plain(number)} yuan")


def percent(random: Random) -> Value:
    """百分之五 and 5 percent, 12.5% on both sides, 三成 and 30 percent."""
    kind = random.random()
    if kind < 0.1:
        number = random.randint(2, 9)
        return Value(f"{chinese(number)}成", f"{number * 10} percent")
    if kind < 0.4:
        number = random.randint(2, 98)
        return Value(f"百分之{chinese(number)}", f"{number} percent")
    amount = plain(tenths(random, 1, 90))
    return Value(f"{amount}%", random.choice((f"{amount}%", f"{amount} percent")))


def date(random: Random) -> Value:
    month, day = random.randint(1, 12), random.randint(1, 28)
    numerals = random.random() < 0.4
    zh = f"{chinese(month)}月{chinese(day)}日" if numerals else f"{month}月{day}日"
    return Value(zh, f"{MONTHS[month - 1]} {day}", calendar=True)


def year(random: Random) -> Value:
    number = str(random.randint(1901, 2024))
    zh = "".join(DIGITS[int(digit)] for digit in number) if random.random() < 0.2 else number + " "
    return Value(zh, number, calendar=True)


def time(random: Random) -> Value:
    hour = random.randint(1, 11)
    morning = random.random() < 0.5
    half = random.random() < 0.4
    zh = f"{'上午' if morning else '下午'}{counter(hour)}点{'半' if half else ''}"
    return Value(zh, f"{hour}{':30' if half else ''} {'a.m.' if morning else 'p.m.'}", calendar=True)


def clock(random: Random) -> Value:
    hour = random.randint(4, 6)
    return Value(f"{chinese(hour)}点", f"{SMALL[hour]} o'clock")


def count(random: Random) -> Value:
    """2.5 万 and 25,000, 三千二百 and 3,200, 1,234 on both sides."""
    kind = random.random()
    if kind < 0.35:
        number = tenths(random, 1, 90)
        return Value(f"{plain(number)} 万", plain(number * 1e4))
    if kind < 0.6:
        number = random.randint(11, 99) * 100
        return Value(chinese(number), plain(number))
    number = random.randint(1001, 9999)
    return Value(random.choice((plain(number), str(number))), plain(number))


def people(random: Random) -> Value:
    """1200 万 and 12 million, 1.2 亿 and 120 million."""
    if random.random() < 0.7:
        number = random.randint(120, 2900)
        return Value(f"{number} 万", english_large(number * 1e4))
    number = random.randint(11, 30) / 10
    return Value(f"{plain(number)} 亿", english_large(number * 1e8), f"{plain(number)} billion")


def n(random: Random) -> Value:
    number = random.randint(13, 480)
    return Value(chinese(number) if random.random() < 0.3 else str(number), str(number))


def age(random: Random) -> Value:
    number = random.randint(13, 29)
    return Value(random.choice((chinese(number), f"{number} ")), str(number))


def small(random: Random) -> Value:
    number = random.randint(2, 9)
    return Value(counter(number), SMALL[number])


def times(random: Random) -> Value:
    number = random.randint(3, 9)
    return Value(f"{chinese(number)}倍", f"{SMALL[number]} times")


def decimal(low: int, high: int) -> Callable[[Random], Value]:
    def value(random: Random) -> Value:
        number = f"{random.randint(low * 10 + 1, high * 10 - 1) / 10:.1f}"
        return Value(f" {number} ", number)

    return value


def fraction(random: Random) -> Value:
    thirds = [("三分之一", "a third"), ("三分之二", "two thirds")]
    return Value(*random.choice([*thirds, ("四分之三", "three quarters"), ("一半", "half")]))


def duration(random: Random) -> Value:
    number = random.randint(2, 9)
    if random.random() < 0.5:
        return Value(f"{counter(number)}个半小时", f"{SMALL[number]} and a half hours")
    return Value(f"{counter(number)}个小时", f"{SMALL[number]} hours")


NUMBERS: dict[str, Callable[[Random], Value]] = {
    "money": money, "yuan": yuan, "percent": percent, "date": date, "year": year, "time": time,
    "clock": clock, "count": count, "people": people, "n": n, "age": age, "small": small,
    "times": times, "fraction": fraction, "duration": duration,
    "km": decimal(2, 60), "sec": decimal(0, 3), "deg": decimal(1, 4),
}  # fmt: skip
