"""What single calendar words mean: the lexicon turned into look-ups."""

import functools
import re

from sayso.lexicon import load


@functools.cache
def month_numbers() -> dict[str, int]:
    """Month names and abbreviations, lower case, to 1..12."""
    return {name: n for n, names in enumerate(load("calendar")["months"], 1) for name in names}


@functools.cache
def weekday_numbers() -> dict[str, int]:
    """Weekday names and abbreviations, lower case, to 0 (Monday) .. 6."""
    return {name: n for n, names in enumerate(load("calendar")["weekdays"]) for name in names}


def month_of(word: str) -> int:
    """The number of a month name. Raises KeyError if it is none."""
    return month_numbers()[word.lower().rstrip(".")]


def weekday_of(word: str) -> int:
    """The number of a weekday name, Monday 0. Raises KeyError if it is none."""
    return weekday_numbers()[word.lower().rstrip(".")]


def unit_of(word: str) -> str:
    """The unit in the singular: "weeks" -> "week"."""
    word = word.lower()
    return "century" if word == "centuries" else word.removesuffix("s")


def number_of(words: str) -> float | None:
    """The number these words name; None where they name no number ("several", "")."""
    words = re.sub(r"[\s-]+", " ", words.lower().strip())
    table: dict[str, int] = load("calendar")["numbers"]
    if re.fullmatch(r"\d{1,3}(?:,\d{3})*|\d{1,9}", words):
        return float(words.replace(",", ""))
    if re.fullmatch(r"\d{1,6}\.\d{1,3}", words):
        return float(words)
    if words in ("half a", "half an"):
        return 0.5
    if words in ("a couple of", "couple of", "the couple of"):
        return 2.0
    if words.endswith(" and a half"):
        whole = number_of(words.removesuffix(" and a half"))
        return None if whole is None else whole + 0.5
    parts = words.split(" ")
    if not all(part in table for part in parts):
        return None
    if len(parts) == 2 and table[parts[1]] == 100:
        return float(table[parts[0]] * 100)
    return float(sum(table[part] for part in parts))


def year_of(words: str, pivot: int = 2030) -> int:
    """The year in four digits or in two; two digits are the latest such year before the pivot."""
    digits = words.strip("'’ ")
    if len(digits) == 4:
        return int(digits)
    year = pivot - pivot % 100 + int(digits)
    return year if year < pivot else year - 100
