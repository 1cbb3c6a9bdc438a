"""Read words that are counted from the day of publication, or from a day named just before."""

import datetime as dt
from collections.abc import Callable

from sayso.record import Interval
from sayso.resolve import intervals as iv
from sayso.resolve.phrases import expressions
from sayso.resolve.reading import Asked, Reading, modifier
from sayso.resolve.words import number_of, unit_of, weekday_of

_BACK = frozenset(("last", "past", "previous", "this past"))
_AHEAD = frozenset(("next", "coming", "this coming", "following"))
SPOKEN_REACH = 400
"""Code points looked back for the day that "the same day" and "a day earlier" are counted from."""
_DAY_FORMS = frozenset((
    "iso", "numeric", "iso slashes", "day month", "day month yy", "month day", "weekday", "named day", "feast",
    "last night", "this part", "month", "year", "relative unit",
))  # fmt: skip


def _weekday(asked: Asked) -> Reading:
    """A bare weekday is the latest one, the day of publication included; then the one a week away stands as well."""
    anchor, number, rel = asked.anchor, weekday_of(asked.part("weekday")), asked.part("rel")
    part = bool(
        asked.part("pod") or asked.part("pod2") or asked.part("early") or asked.part("mod") or asked.part("mod2")
    )
    granularity = "part of day" if part else "day"
    back = anchor - ((anchor.weekday() - number) % 7) * iv.ONE_DAY
    ahead = anchor + ((number - anchor.weekday()) % 7) * iv.ONE_DAY

    def reading(date: dt.date, rule: str, other: dt.date | None = None) -> Reading:
        value = iv.day(date, granularity)  # type: ignore[arg-type] # one of two granularities
        candidates = () if other is None else (value, iv.day(other, granularity))  # type: ignore[arg-type]
        return Reading(value, rule, candidates)

    if asked.part("weekrel"):
        step = {"last": -7, "this": 0, "next": 7}[asked.part("weekrel")]
        return reading(iv.week(anchor).start + (number + step) * iv.ONE_DAY, "weekday of a week counted")
    if rel in ("last", "past", "previous", "this past"):
        strictly = back if back < anchor else anchor - 7 * iv.ONE_DAY
        return reading(
            strictly, "last weekday", strictly - 7 * iv.ONE_DAY if (anchor - strictly).days < anchor.weekday() else None
        )
    if rel in ("next", "coming", "this coming", "following"):
        strictly = ahead if ahead > anchor else anchor + 7 * iv.ONE_DAY
        return reading(strictly, "next weekday")
    if rel == "this":
        return reading(iv.week(anchor).start + number * iv.ONE_DAY, "weekday of this week")
    if back == anchor:
        other = anchor + 7 * iv.ONE_DAY if asked.ahead else anchor - 7 * iv.ONE_DAY
        return reading(anchor, "weekday of publication", other)
    if asked.ahead:
        return reading(ahead, "weekday ahead by the clause")
    return reading(back, "latest weekday")


def _named_day(asked: Asked) -> Reading:
    name = asked.part("name") or asked.part("name2")
    step = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(name, 0)
    vague = asked.part("pod") or name == "tonight" or modifier(asked) in ("early", "late")
    return Reading(iv.day(asked.anchor + step * iv.ONE_DAY, "part of day" if vague else "day"), "day counted")


def _part_of_today(asked: Asked) -> Reading:
    return Reading(iv.day(asked.anchor, "part of day"), "part of the day of publication")


def _last_night(asked: Asked) -> Reading:
    """The night before the day of publication: "overnight" may lie on either side of midnight."""
    before = asked.anchor - iv.ONE_DAY
    if "overnight" in asked.expression.mention.words.lower():
        return Reading(Interval(before, asked.anchor, "part of day"), "night before publication")
    return Reading(iv.day(before, "part of day"), "night before publication")


def _relative_unit(asked: Asked) -> Reading:
    """ "last week" is the calendar week before; "the past week" the seven days up to now."""
    unit, rel, mod = unit_of(asked.part("unit")), asked.part("rel"), modifier(asked)
    anchor = asked.anchor
    if rel == "past" or (rel == "last" and asked.part("the") and unit != "weekend" and not mod):
        start = iv.shift(anchor, unit, -1)
        if unit == "weekend":
            return Reading(_latest_weekend(anchor), "latest weekend")
        return Reading(iv.between(start, anchor), "stretch up to publication")
    if unit == "weekend" and rel in _BACK:
        latest = _latest_weekend(anchor)
        if anchor.weekday() >= 5:
            latest = iv.weekend(anchor - 7 * iv.ONE_DAY)
        return Reading(latest, "last weekend")
    step = -1 if rel in _BACK else 1 if rel in _AHEAD else 0
    whole = iv.around(iv.shift(anchor, unit, step), unit)
    if step == 0 and mod == "earlier" and whole.end is not None:
        granularity = {"month": "part of month", "year": "part of year"}.get(unit, "range")
        return Reading(Interval(whole.start, anchor, granularity), "unit up to publication")  # type: ignore[arg-type]
    if step == 0 and mod == "later" and whole.end is not None:
        granularity = {"month": "part of month", "year": "part of year"}.get(unit, "range")
        return Reading(Interval(anchor, whole.end, granularity), "rest of the unit")  # type: ignore[arg-type]
    return Reading(iv.part(whole, mod), {-1: "unit before", 0: "unit of publication", 1: "unit after"}[step])


def _latest_weekend(anchor: dt.date) -> Interval:
    """The weekend that has begun last: on a Saturday or Sunday this one."""
    return iv.weekend(anchor if anchor.weekday() >= 5 else anchor - 7 * iv.ONE_DAY)


def _span_of_units(asked: Asked) -> Reading:
    unit, rel = unit_of(asked.part("unit")), asked.part("rel")
    number = number_of(asked.part("n"))
    if number is None:
        return Reading(None, "number not told")
    count = int(number) if number >= 1 else 1
    if rel in _AHEAD:
        return Reading(iv.between(asked.anchor, iv.shift(asked.anchor, unit, count)), "stretch from publication on")
    return Reading(iv.between(iv.shift(asked.anchor, unit, -count), asked.anchor), "stretch up to publication")


def _ago(asked: Asked) -> Reading:
    """ "two years ago" is a year, "two weeks ago" a week, "two days ago" a day: no finer than its unit."""
    unit, number = unit_of(asked.part("unit")), number_of(asked.part("n"))
    if number is None:
        return Reading(None, "number not told")
    if asked.part("dir") in ("ago", "from now", "hence"):
        base, told = asked.anchor, "counted from publication"
    else:
        spoken = _spoken_of(asked)
        if spoken is None and asked.part("dir") == "later":
            return Reading(None, "day spoken of not found")
        base, told = (
            (spoken, "counted from the day spoken of") if spoken else (asked.anchor, "counted from publication")
        )
    sign = 1 if asked.part("dir") in ("later", "from now", "hence") else -1
    if number != int(number):
        base, number = iv.shift(base, unit, sign * int(number)), 1
        if unit in ("year", "decade"):
            return Reading(iv.around(iv.shift(base, "month", sign * 6), "month"), told)
        return Reading(iv.day(base), told)
    at = iv.shift(base, unit, sign * int(number))
    if unit in ("hour", "minute", "second"):
        return Reading(iv.between(at, base, "part of day"), told)
    return Reading(iv.around(at, unit), told)


def _spoken_of(asked: Asked) -> dt.date | None:
    """The first day of the nearest date before the words, none of it counted from yet another."""
    start = asked.expression.mention.start
    earlier = expressions(asked.text, max(0, start - SPOKEN_REACH), start)
    for one in reversed(earlier):
        told = one.inner[0] if one.form == "since" else one
        if told.form in _DAY_FORMS and not (told.form == "last night" and asked.part("unit") != "day"):
            value = asked.again(told).value
            if value is not None:
                return value.start
    return None


def _story_unit(asked: Asked) -> Reading:
    unit, rel = asked.part("unit"), asked.part("rel")
    base = _spoken_of(asked)
    if base is None:
        return Reading(None, "day spoken of not found")
    step = -1 if rel in ("the previous", "the preceding") else 1 if rel in ("the following", "the next") else 0
    short = unit in ("night", "evening", "morning", "afternoon")
    at = iv.shift(base, "day" if short else unit, step)
    value = iv.day(at, "part of day") if short else iv.around(at, unit)
    return Reading(value, "counted from the day spoken of")


def _the_unit(asked: Asked) -> Reading:
    """ "the weekend" is the latest; "the end of the month" the month of publication; "the day" tells nothing."""
    unit, mod = asked.part("unit"), modifier(asked)
    if asked.part("rel"):
        base = _spoken_of(asked)
        if base is None or asked.part("rel") == "previous":
            base = base or asked.anchor
        step = 1 if asked.part("rel") == "after" else -1
        return Reading(iv.around(iv.shift(base, unit, step), unit), "counted from the day spoken of")
    if unit == "weekend":
        if asked.ahead:
            return Reading(iv.weekend(asked.anchor), "coming weekend")
        return Reading(_latest_weekend(asked.anchor), "latest weekend")
    if mod in ("early", "mid", "late"):
        return Reading(iv.part(iv.around(asked.anchor, unit), mod), "unit of publication")
    return Reading(None, "unit not told")


COUNTED_READERS: dict[str, Callable[[Asked], Reading]] = {
    "weekday": _weekday, "named day": _named_day, "this part": _part_of_today, "last night": _last_night,
    "in the day": _part_of_today, "relative unit": _relative_unit, "story unit": _story_unit, "the unit": _the_unit,
    "span of units": _span_of_units, "ago": _ago,
}  # fmt: skip
