"""Arithmetic of calendar intervals: whole days, both ends included. Knows nothing of words."""

import calendar
import datetime as dt

from sayso.record import Granularity, Interval

ONE_DAY = dt.timedelta(days=1)
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of the northern seasons, as the annotation guide rules: three whole months each."""


def day(date: dt.date, granularity: Granularity = "day") -> Interval:
    """That one day."""
    return Interval(date, date, granularity)


def whole_month(year: int, month: int) -> Interval:
    """All of a month."""
    return Interval(dt.date(year, month, 1), _last_of_month(year, month), "month")


def whole_year(year: int) -> Interval:
    """All of a year. Raises ValueError outside the years 1 to 9999."""
    return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def decade(year: int) -> Interval:
    """The ten years that begin with the tens of this one: 1990..1999."""
    first = year - year % 10
    return Interval(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade")


def quarter(year: int, number: int) -> Interval:
    """A quarter of the calendar year, 1 to 4."""
    first = 3 * number - 2
    return Interval(dt.date(year, first, 1), _last_of_month(year, first + 2), "part of year")


def season(year: int, code: str) -> Interval:
    """A northern season; a winter bears the year of its December."""
    first = SEASON_START[code]
    last_year, last = (year + 1, 2) if first == 12 else (year, first + 2)
    return Interval(dt.date(year, first, 1), _last_of_month(last_year, last), "season")


def week(date: dt.date) -> Interval:
    """The week, Monday to Sunday, that holds this day."""
    monday = date - date.weekday() * ONE_DAY
    return Interval(monday, monday + 6 * ONE_DAY, "week")


def weekend(date: dt.date) -> Interval:
    """Saturday and Sunday of the week, Monday to Sunday, that holds this day."""
    monday = date - date.weekday() * ONE_DAY
    return Interval(monday + 5 * ONE_DAY, monday + 6 * ONE_DAY, "weekend")


def between(start: dt.date, end: dt.date, granularity: Granularity = "range") -> Interval:
    """From the earlier of two days to the later."""
    return Interval(min(start, end), max(start, end), granularity)


def shift_months(date: dt.date, months: int) -> dt.date:
    """The same day so many months on, or the last day of a shorter month. Raises ValueError beyond year 9999."""
    index = date.year * 12 + date.month - 1 + months
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def shift(date: dt.date, unit: str, count: int) -> dt.date:
    """Move a day by so many units; hours and shorter are counted in whole days, rounded away from zero."""
    months = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}
    if unit in months:
        return shift_months(date, months[unit] * count)
    days = {"week": 7, "weekend": 7, "fortnight": 14, "day": 1, "night": 1}
    if unit in days:
        return date + days[unit] * count * ONE_DAY
    per_day = {"hour": 24, "minute": 24 * 60, "second": 24 * 3600}[unit]
    whole = -(-abs(count) // per_day)
    return date + (whole if count > 0 else -whole) * ONE_DAY


def around(date: dt.date, unit: str) -> Interval:
    """The calendar unit that holds this day. Raises KeyError for a unit shorter than a day."""
    if unit in ("week", "fortnight"):
        return week(date)
    if unit == "weekend":
        return weekend(date)
    if unit == "month":
        return whole_month(date.year, date.month)
    if unit in ("quarter", "season"):
        return quarter(date.year, (date.month + 2) // 3)
    if unit == "year":
        return whole_year(date.year)
    if unit == "decade":
        return decade(date.year)
    if unit == "century":
        first = date.year - date.year % 100
        return Interval(dt.date(max(first, 1), 1, 1), dt.date(first + 99, 12, 31), "range")
    return day(date, {"day": "day", "night": "part of day"}[unit])  # type: ignore[arg-type] # both are granularities


def part(whole: Interval, name: str) -> Interval:
    """The early, middle or late part: thirds of a year; days 1-10, 11-20 and the rest of a month; else the whole.

    "early", "mid" and "late" have no agreed bounds; thirds are ours, and the wanted values of the reference agree.
    """
    index = {"early": 0, "mid": 1, "late": 2}.get(name)
    if index is None or whole.end is None:
        return whole
    first = whole.start
    if whole.granularity == "year":
        return Interval(
            dt.date(first.year, 4 * index + 1, 1), _last_of_month(first.year, 4 * index + 4), "part of year"
        )
    if whole.granularity == "month":
        end = whole.end if index == 2 else first.replace(day=10 * index + 10)
        return Interval(first.replace(day=10 * index + 1), end, "part of month")
    if whole.granularity == "day":
        return day(first, "part of day")
    if whole.granularity == "decade":
        start, length = ((0, 3), (3, 3), (6, 4))[index]
        return Interval(dt.date(first.year + start, 1, 1), dt.date(first.year + start + length - 1, 12, 31), "range")
    return whole


def closed(interval: Interval, published: dt.date | None) -> Interval:
    """End an open interval with the day of publication; one that is closed, or begins after it, stays as it is."""
    if interval.end is not None or published is None or published < interval.start:
        return interval
    return Interval(interval.start, published, interval.granularity)


def guide_form(interval: Interval, published: dt.date | None) -> str:
    """The `date` of a claim as docs/terms.md writes it: an open interval closed, a vague part of a year as the year."""
    whole = closed(interval, published)
    if whole.granularity == "part of year" and whole.end is not None and whole.start.year == whole.end.year:
        return f"{whole.start.year:04d}"
    return whole.iso


def _last_of_month(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
