"""Read words that name a day of month, a month, a season, a year or a decade."""

import datetime as dt
import re
from collections.abc import Callable

from sayso.lexicon import load
from sayso.record import Interval
from sayso.resolve import intervals as iv
from sayso.resolve.reading import NO_ANCHOR, NOTHING, Asked, Reading, checked, full_year, modifier, nearest_year
from sayso.resolve.words import month_of, unit_of

_ATTACKS = re.compile(r"(?:['’]s)?,?\s(?:terrorist\s|terror\s)?attacks\b", re.IGNORECASE)
"""What follows "September 11" where the day of 2001 is meant."""


def _iso(asked: Asked) -> Reading:
    return Reading(iv.day(dt.date(*(int(asked.part(k)) for k in ("year", "month", "day")))), "absolute date")


def _numeric(asked: Asked) -> Reading:
    """Dotted and dashed dates put the day first; slashes may be either, and then the one nearer the anchor wins."""
    first, second = int(asked.part("first")), int(asked.part("second"))
    year = full_year(asked.part("year"), asked.anchor)
    if first > 12 or second > 12:
        return Reading(iv.day(dt.date(year, min(first, second), max(first, second))), "absolute date")
    day_first, month_first = iv.day(dt.date(year, second, first)), iv.day(dt.date(year, first, second))
    if first == second:
        return Reading(day_first, "absolute date")
    if asked.part("mark") != "/":
        return Reading(day_first, "day first", (day_first, month_first))
    if asked.anchor == NO_ANCHOR:
        return Reading(None, "day or month first", (day_first, month_first))
    nearest = min(day_first, month_first, key=lambda one: abs((one.start - asked.anchor).days))
    return Reading(nearest, "day or month first, nearer the anchor", (day_first, month_first))


def _day_of_month(asked: Asked) -> Reading:
    month, day = month_of(asked.part("month")), int(asked.part("day"))
    if asked.part("year"):
        date = dt.date(full_year(asked.part("year"), asked.anchor), month, day)
        return checked(asked, date, "absolute date")
    if day > 31 or (day > 29 and month == 2) or (day > 30 and month in (4, 6, 9, 11)) or day < 1:
        raise ValueError(f"day {day} of month {month}")
    if (month, day) == (9, 11) and _ATTACKS.match(asked.text, asked.expression.mention.end):
        return Reading(iv.day(dt.date(2001, 9, 11)), "named day")
    return nearest_year(asked, lambda year: iv.day(dt.date(year, month, day)), "day of month")


def _day_range(asked: Asked) -> Reading:
    month, first, last = month_of(asked.part("month")), int(asked.part("day")), int(asked.part("day2"))
    if last < first:
        return Reading(None, "crossed range")

    def build(year: int) -> Interval:
        return iv.between(dt.date(year, month, first), dt.date(year, month, last))

    if asked.part("year"):
        return Reading(build(int(asked.part("year"))), "absolute range")
    return nearest_year(asked, build, "days of a month")


def _nth(asked: Asked) -> Reading:
    """ "on the 14th": of this month, or of the last where it would lie ahead and the clause speaks of the past."""
    day = int(asked.part("day"))
    steps = {"last": (-1,), "next": (1,), "this": (0,)}.get(asked.part("rel"), (0, 1) if asked.ahead else (0, -1))
    for step in steps:
        first = iv.shift_months(asked.anchor.replace(day=1), step)
        date = first.replace(day=day)
        if len(steps) == 1 or (date >= asked.anchor) == asked.ahead or date == asked.anchor:
            return Reading(iv.day(date), "day of this month" if step == 0 else "day of the month beside")
    return Reading(None, "not a day or period")


def _feast(asked: Asked) -> Reading:
    month, day = load("calendar")["feasts"][asked.part("feast").replace("’", "'")]
    if asked.part("year"):
        return Reading(iv.day(dt.date(int(asked.part("year")), month, day)), "feast")
    return nearest_year(asked, lambda year: iv.day(dt.date(year, month, day)), "feast")


def _month(asked: Asked) -> Reading:
    month, rel, mod = month_of(asked.part("month")), asked.part("rel"), modifier(asked)
    if asked.part("year"):
        return Reading(iv.part(iv.whole_month(int(asked.part("year")), month), mod), "absolute month")
    if asked.part("yearrel"):
        step = {"last": -1, "this": 0, "next": 1}[asked.part("yearrel")]
        return Reading(iv.part(iv.whole_month(asked.anchor.year + step, month), mod), "month of a year counted")
    if rel in ("last", "past", "this past", "previous"):
        step = -1 if month >= asked.anchor.month else 0
        return Reading(iv.part(iv.whole_month(asked.anchor.year + step, month), mod), "last month of that name")
    if rel in ("next", "coming", "this coming", "following"):
        step = 1 if month <= asked.anchor.month else 0
        return Reading(iv.part(iv.whole_month(asked.anchor.year + step, month), mod), "next month of that name")
    if rel == "this":
        return Reading(iv.part(iv.whole_month(asked.anchor.year, month), mod), "month of this year")
    found = nearest_year(asked, lambda year: iv.whole_month(year, month), "month")
    return Reading(iv.part(found.value, mod) if found.value else None, found.rule)


def _month_range(asked: Asked) -> Reading:
    first, last = month_of(asked.part("month")), month_of(asked.part("month2"))

    def build(year: int) -> Interval:
        end = iv.whole_month(year, last).end
        assert end is not None
        return Interval(dt.date(year - (first > last), first, 1), end, "range")

    if asked.part("year"):
        return Reading(build(int(asked.part("year"))), "absolute range")
    return nearest_year(asked, build, "months")


def _counted_year(asked: Asked, default: int) -> int:
    if asked.part("year"):
        return int(asked.part("year"))
    return asked.anchor.year + {"last": -1, "previous": -1, "next": 1}.get(asked.part("rel"), default)


def _quarter(asked: Asked) -> Reading:
    ordinals = load("calendar")["ordinals"]
    words = asked.part("ordinal")
    if words in ("last", "final") and not (asked.part("year") or asked.part("rel")) and words == "last":
        return Reading(iv.around(iv.shift(asked.anchor, "quarter", -1), "quarter"), "unit before")
    number = int(words) if words.isdigit() else ordinals[words]
    number = 4 if number == -1 else number
    if number > 4:
        return NOTHING
    if asked.part("year") or asked.part("rel"):
        return Reading(iv.quarter(_counted_year(asked, 0), number), "quarter of a year")
    return nearest_year(asked, lambda year: iv.quarter(year, number), "quarter")


def _half(asked: Asked) -> Reading:
    year = _counted_year(asked, 0)
    first, last = (1, 2) if asked.part("ordinal") == "first" else (3, 4)
    end = iv.quarter(year, last).end
    assert end is not None
    return Reading(Interval(iv.quarter(year, first).start, end, "part of year"), "half of a year")


def _season(asked: Asked) -> Reading:
    """Northern seasons; "last" is the latest that is over, a bare name the latest that has begun."""
    code, rel = load("calendar")["seasons"][asked.part("season")], asked.part("rel")
    if asked.part("year"):
        return Reading(iv.season(int(asked.part("year")), code), "absolute season")
    options = [iv.season(asked.anchor.year + step, code) for step in (-2, -1, 0, 1)]
    if rel in ("last", "past", "this past", "previous"):
        over = [one for one in options if one.end and one.end < asked.anchor]
        return Reading(over[-1], "last season of that name")
    if rel in ("next", "coming", "this coming", "following"):
        return Reading(next(one for one in options if one.start > asked.anchor), "next season of that name")
    if rel == "this":
        return Reading(iv.season(asked.anchor.year, code), "season of this year")
    found = nearest_year(asked, lambda year: iv.season(year, code), "season")
    return Reading(found.value, found.rule)


def _year(asked: Asked) -> Reading:
    return Reading(
        iv.part(iv.whole_year(full_year(asked.part("year"), asked.anchor)), modifier(asked)), "absolute year"
    )


def _year_range(asked: Asked) -> Reading:
    first, second = asked.part("year"), asked.part("year2")
    last = int(second) if len(second) == 4 else int(first[:2] + second)
    return Reading(Interval(dt.date(int(first), 1, 1), dt.date(last, 12, 31), "range"), "absolute range")


def _decade(asked: Asked) -> Reading:
    if asked.part("year"):
        first = int(asked.part("year"))
    else:
        tens = int(asked.part("yy") or load("calendar")["tens"][asked.part("tens")])
        first = 1900 + tens
    return Reading(iv.part(iv.decade(first), modifier(asked)), "decade")


def _ordinal_unit(asked: Asked) -> Reading:
    """ "the last week of March": a week belongs to the month that holds its Thursday, as in ISO 8601."""
    month, number = month_of(asked.part("month")), load("calendar")["ordinals"][asked.part("ordinal")]

    def build(year: int) -> Interval:
        whole = iv.whole_month(year, month)
        assert whole.end is not None
        thursday = whole.start + ((3 - whole.start.weekday()) % 7) * iv.ONE_DAY
        last = whole.end - ((whole.end.weekday() - 3) % 7) * iv.ONE_DAY
        at = last if number == -1 else thursday + 7 * (number - 1) * iv.ONE_DAY
        return iv.around(at, unit_of(asked.part("unit")))

    if asked.part("year"):
        return Reading(build(int(asked.part("year"))), "week of a month")
    return nearest_year(asked, build, "week of a month")


CALENDAR_READERS: dict[str, Callable[[Asked], Reading]] = {
    "iso": _iso, "iso slashes": _iso, "numeric": _numeric, "day month": _day_of_month,
    "day month yy": _day_of_month, "month day": _day_of_month, "month day glued": _day_of_month,
    "month day range": _day_range, "day range month": _day_range, "nth": _nth, "feast": _feast, "month": _month,
    "month range": _month_range, "quarter": _quarter, "q": _quarter, "half": _half, "season": _season, "year": _year,
    "short year": _year, "year range": _year_range, "decade": _decade, "ordinal unit": _ordinal_unit,
}  # fmt: skip
