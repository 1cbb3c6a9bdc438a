"""Propose a day of publication from the text, where none is given. A proposal is never used unasked."""

import datetime as dt
import functools
import re

from sayso.lexicon import alternatives, load
from sayso.record import Interval, Resolution
from sayso.resolve import intervals as iv
from sayso.resolve.dates import resolve_date
from sayso.resolve.phrases import Expression, expressions
from sayso.resolve.words import month_of, weekday_of

HEAD = 300
"""Code points: a date line stands this near the start; further in, a full date is part of the story."""
YEARS_TRIED = range(1990, 2036)
"""Years among which a weekday with a day of month may pick one."""


def propose_published(text: str, title: str | None) -> Resolution:
    """Propose the day of publication by evidence in the text; the rule names the evidence.

    In this order: a full date beside "published" or at the head (the later of two is an update, and then both are
    candidates); a day of month at the head with its year by the weekday or by the latest year named; an
    interval open from the latest year named. Where nothing is found the value is None and the rule says so.
    """
    found = expressions(text)
    for decide in (_marked, _date_line):
        proposal = decide(text, found)
        if proposal is not None:
            return proposal
    return _day_without_year(found) or _latest_year(found, title)


@functools.cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('calendar')['publication'])}:?\s{{1,3}}(?:on\s|at\s)?$", re.IGNORECASE)


def _full_days(text: str, found: tuple[Expression, ...], end: int) -> list[tuple[Expression, Interval]]:
    days = []
    for one in found:
        if one.mention.start >= end:
            break
        if one.part("year") and not one.inner:
            value = resolve_date(one, text, None).value
            if value is not None and value.granularity == "day":
                days.append((one, value))
    return days


def _marked(text: str, found: tuple[Expression, ...]) -> Resolution | None:
    """A full date right after "published", "updated", ..., near either end of the text."""
    days = _full_days(text, found, len(text))
    near_ends = [d for d in days if d[0].mention.start < 2 * HEAD or d[0].mention.end > len(text) - HEAD]
    marked = [d for d in near_ends if _label().search(text, max(0, d[0].mention.start - 40), d[0].mention.start)]
    return _proposal(marked, "publication line") if marked else None


def _date_line(text: str, found: tuple[Expression, ...]) -> Resolution | None:
    """A full date at the head, outside a sentence: no preposition before it."""
    days = _full_days(text, found, HEAD)
    alone = [
        d
        for d in days
        if not re.search(r"\b(?:on|in|since|of|from|until|by)\s{1,3}$", text[: d[0].mention.start][-12:], re.IGNORECASE)
    ]
    return _proposal(alone, "date line") if alone else None


def _proposal(days: list[tuple[Expression, Interval]], rule: str) -> Resolution:
    values = tuple(dict.fromkeys(value for _, value in days))
    candidates = values if len(values) > 1 else ()
    return Resolution("published", days[0][0].mention, days[0][1], rule, None, candidates)


def _years(found: tuple[Expression, ...]) -> list[tuple[int, Expression]]:
    parts = [part for one in found for part in (one.inner or (one,))]
    return [(int(one.part("year")), one) for one in parts if one.part("year").isdigit() and len(one.part("year")) == 4]


def _day_without_year(found: tuple[Expression, ...]) -> Resolution | None:
    """A day of month at the head: its year by a weekday that fits, near the latest year named; else that year."""
    years = _years(found)
    latest = max((year for year, _ in years), default=None)
    for one in found:
        if one.mention.start >= HEAD:
            return None
        if one.form not in ("day month", "month day") or one.part("year"):
            continue
        month, day, named = month_of(one.part("month")), int(one.part("day")), one.part("weekday")
        if named:
            fits = [
                date
                for year in YEARS_TRIED
                if (date := _date(year, month, day)) and date.weekday() == weekday_of(named)
            ]
            if latest is not None:
                fits = [date for date in fits if 0 <= date.year - latest <= 1] or fits
            values = tuple(iv.day(date) for date in fits)
            if len(values) == 1:
                return Resolution("published", one.mention, values[0], "date line, year by its weekday")
            return Resolution("published", one.mention, None, "date line, years that fit its weekday", None, values)
        if latest is not None and (date := _date(latest, month, day)):
            return Resolution("published", one.mention, iv.day(date), "date line, latest year named")
    return None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _latest_year(found: tuple[Expression, ...], title: str | None) -> Resolution:
    """The latest year named is only the earliest in which the text can have been written: the interval stays open."""
    rule = "latest year named: not before it"
    years = _years(found)
    if years:
        year, one = max(years, key=lambda item: (item[0], -item[1].mention.start))
        return Resolution("published", one.mention, _from(year), rule)
    in_title = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", title or "")]
    if in_title:
        return Resolution("published", None, _from(max(in_title)), f"{rule}, in the title")
    return Resolution("published", None, None, "no date in the text")


def _from(year: int) -> Interval:
    return Interval(dt.date(year, 1, 1), None, "range")
