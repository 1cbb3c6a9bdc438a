"""Date words whose day is the day of a claim: how the date slot, a resolved day, finds its words."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = "|".join(f"{month}|{month[:3]}" for month in _MONTHS)
_WORDS = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(_DAYS)})|(?P<near>today|yesterday)"
    rf"|(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:,? (?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH})\.?(?:,? (?P<year2>\d{{4}}))?|(?P<only>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)


def date_words(text: str, start: int, end: int, published: str, meant: str) -> Iterator[tuple[int, int]]:
    """Spans in start..end that name `meant` (an ISO day, month, year or interval), read from the day `published`."""
    try:
        day = date.fromisoformat(published)
    except ValueError:
        return
    for found in _WORDS.finditer(text, start, end):
        named = _named(found, day)
        if named and (meant == named or meant.startswith(named + "-") or meant.partition("/")[0] == named):
            yield found.start(), found.end()


def _named(found: re.Match[str], day: date) -> str:
    if found["weekday"]:
        back = (day.weekday() - _DAYS.index(found["weekday"].lower())) % 7
        return (day - timedelta(days=back)).isoformat()
    if found["near"]:
        return (day - timedelta(days=found["near"].lower() == "yesterday")).isoformat()
    if found["only"]:
        return found["only"]
    name = (found["month"] or found["month2"]).lower()[:3]
    month = next(n for n, one in enumerate(_MONTHS, 1) if one.startswith(name))
    year = found["year"] or found["year2"]
    try:
        made = date(int(year) if year else day.year, month, int(found["day"] or found["day2"]))
    except ValueError:
        return ""
    if not year and made > day:
        made = made.replace(year=day.year - 1, day=min(made.day, 28) if made.month == 2 else made.day)
    return made.isoformat()
