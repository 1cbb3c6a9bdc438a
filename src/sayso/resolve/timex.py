"""TIMEX3 values of date expressions, as the TimeML standard writes them: ISO 8601 with X for the unknown."""

import datetime as dt
import functools
import re
from typing import Literal

from sayso.lexicon import load
from sayso.record import Interval
from sayso.resolve import intervals as iv
from sayso.resolve.dates import resolve_date
from sayso.resolve.phrases import Expression, expressions
from sayso.resolve.words import number_of, unit_of, weekday_of

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


def timex(expression: Expression, text: str, anchor: dt.date | None) -> tuple[TimexType, str]:
    """The TIMEX3 type and value of an expression in its text, counted from the day of publication.

    What cannot be told is written with X ("XXXX-XX-XX", "PXD"), as the standard does.
    """
    form = expression.form
    if form in ("duration", "vague duration"):
        return "DURATION", _period(expression)
    if form == "set":
        return "SET", _set(expression)
    if form == "reference":
        return "DATE", load("calendar")["references"][expression.part("reference")]
    if form == "clock":
        return "TIME", _clock(expression, text, anchor)
    if form == "vague ago":
        return "DATE", "FUTURE_REF" if expression.part("dir") == "later" else "PAST_REF"
    if form == "span of units":
        return "DURATION", _period(expression)
    if form == "relative unit" and _is_stretch(expression):
        return "DURATION", _code("1", expression.part("unit"))
    if form in ("range", "since"):
        return timex(expression.inner[0], text, anchor)
    if form == "the unit" and not (expression.part("mod") or expression.part("rel")) and anchor:
        return "DATE", _calendar(iv.around(anchor, expression.part("unit")))
    value = resolve_date(expression, text, anchor).value
    return _dated(expression, value)


def timexes(expression: Expression) -> tuple[Expression, ...]:
    """The expressions that the standard marks: the ends of a range each, and what stands after "since"."""
    return expression.inner or (expression,)


def _is_stretch(expression: Expression) -> bool:
    return expression.part("rel") == "past" and bool(expression.part("the")) and expression.part("unit") != "weekend"


def _dated(expression: Expression, value: Interval | None) -> tuple[TimexType, str]:
    if value is None:
        return "DATE", "XXXX-XX-XX"
    code = _part_of_day(expression)
    if code:
        return "TIME", f"{value.start.isoformat()}T{code}"
    if expression.form in ("month", "year", "relative unit", "the unit") and value.granularity in (
        "part of year",
        "part of month",
    ):
        # The standard keeps the whole unit and marks the part by an attribute of its own.
        whole = value.start.isoformat()[: 4 if value.granularity == "part of year" else 7]
        return "DATE", whole
    if expression.form == "relative unit" and expression.part("unit") == "week":
        return "DATE", _calendar(iv.week(value.start))
    if value.granularity == "part of day" and value.end != value.start and value.end is not None:
        return "TIME", f"{value.start.isoformat()}TNI"
    if expression.form == "ago" and unit_of(expression.part("unit")) == "week":
        middle = value.start
        return "DATE", _calendar(iv.week(middle))
    return "DATE", _calendar(value)


def _calendar(value: Interval) -> str:
    start = value.start
    year, week, _ = start.isocalendar()
    if value.granularity in ("day", "part of day"):
        return start.isoformat()
    if value.granularity == "week":
        return f"{year:04d}-W{week:02d}"
    if value.granularity == "weekend":
        return f"{year:04d}-W{week:02d}-WE"
    if value.granularity == "season":
        code = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}[start.month]
        return f"{start.year:04d}-{code}"
    if value.granularity == "part of year" and value.end is not None and start.day == 1:
        months = value.end.month - start.month + 1
        if months == 3:
            return f"{start.year:04d}-Q{(start.month + 2) // 3}"
        if months == 6:
            return f"{start.year:04d}-H{(start.month + 5) // 6}"
    if value.granularity == "decade":
        return f"{start.year // 10:03d}"
    if value.granularity in ("year", "part of year"):
        return f"{start.year:04d}"
    if value.granularity in ("month", "part of month"):
        return start.isoformat()[:7]
    return value.iso


@functools.cache
def _codes() -> dict[str, str]:
    return dict(load("calendar")["parts_of_day"])


def _part_of_day(expression: Expression) -> str:
    words = expression.part("pod") or expression.part("pod2")
    if expression.part("name") == "tonight" or expression.form == "last night":
        return "NI"
    if expression.form == "story unit":
        words = expression.part("unit")
    if expression.part("early"):
        return "MO"
    return _codes().get(words, "")


def _code(amount: str, unit: str) -> str:
    code: str = load("calendar")["unit_codes"][unit_of(unit)]
    if code in ("E", "C") and amount not in ("X",):
        return f"P{_short(float(amount) * (10 if code == 'E' else 100))}Y"
    if unit_of(unit) == "fortnight" and amount != "X":
        amount = _short(2 * float(amount))
    return f"PT{amount}{code[1]}" if code.startswith("T") else f"P{amount}{code}"


def _short(number: float) -> str:
    return f"{number:g}"


def _period(expression: Expression) -> str:
    unit = expression.part("unit") or expression.part("units")
    number = number_of(expression.part("n")) if expression.part("n") else None
    return _code("X" if number is None else _short(number), unit)


def _set(expression: Expression) -> str:
    word = expression.part("word")
    if word:
        return str(load("calendar")["sets"][word])
    unit = expression.part("unit")
    if unit in load("calendar")["unit_codes"]:
        number = 2.0 if expression.part("n") == "other" else number_of(expression.part("n") or "one")
        return _code(_short(number or 1), unit)
    if unit in _codes():
        return f"XXXX-XX-XXT{_codes()[unit]}"
    return f"XXXX-WXX-{weekday_of(unit or expression.part('weekday')) + 1}"


def _clock(expression: Expression, text: str, anchor: dt.date | None) -> str:
    hour = int(next(filter(None, (expression.part(k) for k in ("hour", "hour2", "hour3")))))
    minute = next(filter(None, (expression.part(k) for k in ("minute", "minute2", "minute3"))), "00")
    half = expression.part("ampm").replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    zone = expression.part("zone") or expression.part("zone2")
    mark = "Z" if re.match(r"utc|gmt", zone) else ""
    day = _day_beside(expression, text, anchor)
    return f"{day}T{hour:02d}:{minute}{mark}"


BESIDE = 60
"""Code points on either side of a time of day in which its day may stand."""


def _day_beside(expression: Expression, text: str, anchor: dt.date | None) -> str:
    """The day that a time of day belongs to: the nearest named beside it, else the day of publication."""
    here = expression.mention
    best: tuple[int, dt.date] | None = None
    for one in expressions(text, max(0, here.start - BESIDE), min(len(text), here.end + BESIDE)):
        span = one.mention
        gap = text[span.end : here.start] if span.end <= here.start else text[here.end : span.start]
        if (
            one.form not in ("weekday", "named day", "month day", "day month", "iso", "numeric")
            or "\n" in gap
            or ". " in gap
        ):
            continue
        value = resolve_date(one, text, anchor).value
        distance = max(span.start - here.end, here.start - span.end)
        if value is not None and distance >= 0 and (best is None or distance < best[0]):
            best = (distance, value.start)
    if best is not None:
        return best[1].isoformat()
    return anchor.isoformat() if anchor else "XXXX-XX-XX"
