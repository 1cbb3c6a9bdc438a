"""Days of publication as files and pages write them."""

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "(" + "|".join(_MONTHS) + ")[a-z]{0,6}"
_FORMS = tuple(
    re.compile(form, re.ASCII | re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)(?:[T ].{0,40})?$",  # ISO 8601, with or without time
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:T.{0,40})?$",  # ISO 8601 basic
        rf"(?:[a-z]{{3,9}},? )?(?P<d>\d{{1,2}}) (?P<n>{_MONTH})\.?,? (?P<y>\d{{4}})(?!\d).{{0,40}}$",  # RFC 5322
        rf"(?:[a-z]{{3,9}},? )?(?P<n>{_MONTH})\.? (?P<d>\d{{1,2}}),? (?P<y>\d{{4}})(?!\d).{{0,40}}$",
    )
)


def parse_day(words: str) -> dt.date | None:
    """The one day these words name, in the time zone in which they name it; None if they name none for sure.

    Read are year-month-day (ISO 8601, with or without time) and days with an English month name. "03/04/2019" names
    two days and "2019-03" thirty-one, so they give None, as does 31 February.
    """
    words = " ".join(words.split())
    for form in _FORMS:
        found = form.match(words)
        if found:
            parts = found.groupdict()
            month = int(parts["m"]) if parts.get("m") else _MONTHS.index(parts["n"][:3].lower()) + 1
            try:
                return dt.date(int(parts["y"]), month, int(parts["d"]))
            except ValueError:
                return None
    return None
