"""Bring date expressions to intervals."""

import datetime as dt
from collections.abc import Callable

from sayso.record import Interval, Resolution
from sayso.resolve import intervals as iv
from sayso.resolve.calendar_forms import CALENDAR_READERS
from sayso.resolve.counted_forms import COUNTED_READERS
from sayso.resolve.direction import Direction
from sayso.resolve.phrases import Expression
from sayso.resolve.reading import NO_ANCHOR, NOTHING, Asked, Reading


def resolve_date(
    expression: Expression, text: str, anchor: dt.date | None, told: Direction | None = None
) -> Resolution:
    """Bring one expression to an interval, counted from `anchor` (the day of publication).

    `told` is the direction where it is known ("future" in a plan); else the words around tell it.

    Without an anchor only expressions that name their year are resolved. Where two readings stand, the preferred one
    is the value and both are candidates; where neither is preferred, the value is None. Impossible dates ("31
    February") give no value, and the rule says so. Never raises for any expression of `expressions(text)`.
    """

    def again(other: Expression) -> Resolution:
        return resolve_date(other, text, anchor, told)

    if anchor is None and not names_its_year(expression):
        reading = Reading(None, "no anchor")
    else:
        try:
            reading = _read(Asked(expression, text, anchor or NO_ANCHOR, told, again))
        except ValueError:
            reading = Reading(None, "impossible date")
        except OverflowError:
            reading = Reading(None, "out of the calendar")
    used = None if names_its_year(expression) else anchor
    return Resolution("date", expression.mention, reading.value, reading.rule, used, reading.candidates)


def names_its_year(expression: Expression) -> bool:
    """Whether the words name their own year, and so need no anchor."""
    if expression.inner:
        return all(names_its_year(inner) for inner in expression.inner)
    named = expression.part("year") or expression.part("yy") or expression.part("tens")
    return bool(named) or expression.form in ("duration", "vague duration", "set", "reference", "clock", "vague ago")


def _read(asked: Asked) -> Reading:
    reader = _READERS.get(asked.expression.form)
    return reader(asked) if reader else NOTHING


def _range(asked: Asked) -> Reading:
    """From the start of the first end to the end of the second; a first end that lies later is moved before it."""
    first, second = (asked.again(one) for one in asked.expression.inner)
    if first.value is None or second.value is None or second.value.end is None:
        return Reading(None, "an end of the range is not told")
    start, end = first.value.start, second.value.end
    if start > end:
        inner = asked.expression.inner[0]
        lacks_year = not names_its_year(inner) and inner.form in ("month", "day month", "month day")
        start = (
            iv.shift(start, "year", -1)
            if lacks_year
            else iv.shift(start, "week", -1)
            if inner.form == "weekday"
            else start
        )
        if start > end:
            return Reading(None, "crossed range")
    return Reading(Interval(start, end, "range"), "range")


def _since(asked: Asked) -> Reading:
    """Open from the first day of what it names; vague parts begin where the annotation guide's readers began them."""
    inner = asked.expression.inner[0]
    found = asked.again(inner)
    if found.value is None:
        return Reading(None, found.rule)
    start = found.value.start
    if found.value.granularity == "part of year" and inner.form == "year":
        start = start.replace(month={1: 1, 5: 6, 9: 10}[start.month])
    if found.value.granularity == "part of month" and start.day == 11:
        start = start.replace(day=15)
    return Reading(Interval(start, None, "range"), f"since: {found.rule}")


_READERS: dict[str, Callable[[Asked], Reading]] = {
    **CALENDAR_READERS, **COUNTED_READERS, "range": _range, "since": _since,
}  # fmt: skip
