"""The naive floor of `fakes`: count keywords, take the first number beside a word of death. Knows nothing of claims."""

import functools
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FIRST_YEAR = 1900
"""A number from here on is more likely a year than a toll."""


@functools.cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "fakes_floor.toml").read_text(encoding="utf-8"))


@functools.cache
def _patterns(question: str) -> dict[str, re.Pattern[str]]:
    return {answer: re.compile(pattern) for answer, pattern in _tables()[question].items()}


@functools.cache
def _toll_patterns() -> tuple[re.Pattern[str], ...]:
    killed = _tables()["killed"]
    number = rf"\b(\d{{1,6}}(?:,\d{{3}})?|{'|'.join(killed['numbers'])})\b"
    return re.compile(number + killed["before"]), re.compile(killed["after"] + number)


def _most_named(question: str, words: str) -> str:
    counts = {answer: len(pattern.findall(words)) for answer, pattern in _patterns(question).items()}
    best = max(counts, key=lambda answer: counts[answer])
    return best if counts[best] else "unknown"


def _value(word: str) -> int:
    numbers = _tables()["killed"]["numbers"]
    return numbers.index(word) + 1 if word in numbers else int(word.replace(",", ""))


def _first_toll(words: str) -> int:
    tolls = [(m.start(), _value(m[1])) for pattern in _toll_patterns() for m in pattern.finditer(words)]
    return min(((start, toll) for start, toll in tolls if toll < FIRST_YEAR), default=(0, 0))[1]


def floor_answers(row: Mapping[str, Any]) -> dict[str, Any]:
    """The crowd's questions answered by keywords; the date is the day of publication, all dead are civilians."""
    words = f"{row.get('title') or ''}. {row['text']}".lower()
    return {
        "date": row.get("published"),
        "location": _most_named("governorate", words),
        "actor": _most_named("actor", words),
        "cause_of_death": _most_named("cause", words),
        "civilians": _first_toll(words),
        "noncivilians": 0,
        "children": 0,
        "women": 0,
    }
