"""Which words of a quote give the number of a harm row: how kinds and groups of casualties find their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SMALL = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EXACT = {word: n for n, word in enumerate(_SMALL, 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_GREAT = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_LOOSE = {
    "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999),
    "several": (3, 9), "millions": (2_000_000, 9_999_999),
}  # fmt: skip
"""The intervals of the annotation guide."""
_UNIT = "|".join([*_EXACT, *_GREAT, *_LOOSE])
_NUMBER = re.compile(rf"\b(?:\d[\d,]{{0,12}}(?:\.\d{{1,3}})?|(?:{_UNIT})(?:[- ](?:{_UNIT})){{0,3}})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number word or digits at start..end, and the interval it stands for when nothing qualifies it."""

    start: int
    end: int
    low: float
    high: float


def figures(text: str, start: int, end: int) -> Iterator[Figure]:
    """Every number in start..end of the text."""
    for found in _NUMBER.finditer(text, start, end):
        low, high = _value(found[0])
        yield Figure(found.start(), found.end(), low, high)


def gives(figure: Figure, low: float | None, high: float | None) -> bool:
    """Whether the figure can be the words of a harm row low..high by the guide's rules ("more than 100": 101..)."""
    if low is None and high is None:
        return False
    if figure.low != figure.high:
        return (figure.low, figure.high) == (low, high)
    value = figure.low
    if low is not None and high is not None:
        return low <= value <= high and (value in (low, high) or high - low <= 0.25 * value)
    return value == high if low is None else value in (low, low - 1)


def _value(words: str) -> tuple[float, float]:
    if words[0].isdigit():
        value = float(words.replace(",", ""))
        return value, value
    total = 0.0
    for word in re.split(r"[- ]", words.lower()):
        if word in _LOOSE:
            return (300, 999) if words.lower() == "several hundred" else _LOOSE[word]
        if word in _GREAT:
            total = max(total, 1) * _GREAT[word]
        else:
            total += _EXACT[word]
    return total, total
