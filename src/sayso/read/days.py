"""Days of publication as files and pages write them."""

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "(?P<n>" + "|".join(_MONTHS) + ")[a-z]{0,6}\\.?"
_BEFORE = r"(?:\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?,? )?(?:[a-z]{3,9},? )?"
_FORMS = tuple(
    re.compile(form, re.ASCII | re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)(?:[T ].{0,40})?$",  # ISO 8601, with or without time
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:T.{0,40})?$",  # ISO 8601 basic
        rf"{_BEFORE}(?P<d>\d{{1,2}})[ -]{_MONTH},?[ -](?P<y>\d{{4}})(?!\d).{{0,40}}$",  # RFC 5322 and British
        rf"{_BEFORE}{_MONTH} (?P<d>\d{{1,2}}),? (?P<y>\d{{4}})(?!\d).{{0,40}}$",
        rf"(?P<y>\d{{4}})[ -]{_MONTH}[ -](?P<d>\d{{1,2}})(?!\d).{{0,40}}$",
    )
)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ].{0,40})?$", re.ASCII)


def parse_day(words: str) -> dt.date | None:
    """The one day these words name, in the time zone in which they name it; None if they name none for sure.

    Read are year-month-day (ISO 8601, with or without time), days with an English month name, and days in numbers
    where only one of two numbers can be the month. "03/04/2019" names two days and "2019-03" thirty-one, so they give
    None, as does 31 February.
    """
    words = " ".join(words[:200].split())
    for form in _FORMS:
        found = form.match(words)
        if found:
            parts = found.groupdict()
            month = int(parts["m"]) if parts.get("m") else _MONTHS.index(parts["n"][:3].lower()) + 1
            return _day(int(parts["y"]), month, int(parts["d"]))
    found = _NUMBERS.match(words)
    if found:
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        days = {_day(year, second, first), _day(year, first, second)} - {None}
        return days.pop() if len(days) == 1 else None
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
