"""What a reader of date words is asked and what it answers, and the choice of a year that the words leave out."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sayso.record import Interval, Resolution
from sayso.resolve import intervals as iv
from sayso.resolve.direction import Direction, direction
from sayso.resolve.phrases import Expression
from sayso.resolve.words import weekday_of, year_of

NO_ANCHOR = dt.date(1, 1, 1)
"""Stands for "no anchor" where the words name their year and never look at it."""
NEAR_FUTURE = 45
"""Days: a day of month so little ahead is read as ahead even where the clause does not say so."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression was brought to: a value or none, the rule, and every reading where several stand."""

    value: Interval | None
    rule: str
    candidates: tuple[Interval, ...] = ()


NOTHING = Reading(None, "not a day or period")


@dataclass(frozen=True, slots=True)
class Asked:
    """One expression with all it is read by.

    `anchor` is NO_ANCHOR only for words that never need one; `told` is the direction where the caller knows it;
    `again` resolves another expression of the same text in the same way.
    """

    expression: Expression
    text: str
    anchor: dt.date
    told: Direction | None
    again: Callable[[Expression], Resolution]

    def part(self, name: str) -> str:
        """The words of a part of the expression, "" if it is not there."""
        return self.expression.part(name)

    @property
    def ahead(self) -> bool:
        """Whether the words point ahead."""
        if self.told is not None:
            return self.told == "future"
        mention = self.expression.mention
        return direction(self.text, mention.start, mention.end) == "future"


def full_year(words: str, anchor: dt.date) -> int:
    """A year of four digits, or of two: then not more than ten years after the anchor."""
    return year_of(words, anchor.year + 11 if anchor != NO_ANCHOR else 2030)


def checked(asked: Asked, date: dt.date, rule: str) -> Reading:
    """A weekday that stands with a day of month and does not fit it is worth a word in the rule."""
    named = asked.part("weekday")
    if named and weekday_of(named) != date.weekday():
        rule += ", weekday does not fit"
    return Reading(iv.day(date), rule)


def nearest_year(asked: Asked, build: Callable[[int], Interval], what: str) -> Reading:
    """Give a month or day of month without a year the year that the clause's direction asks for.

    Back: the latest that has begun by the anchor; ahead: the first that has not ended before it. A named weekday
    that fits one of the years near the anchor decides first.
    """
    year = asked.anchor.year
    named = asked.part("weekday")
    options = []
    for candidate in (year - 1, year, year + 1):
        try:
            options.append(build(candidate))
        except ValueError:  # 29 February of a common year
            continue
    if not options:
        raise ValueError("no such day in any year near the anchor")
    if named:
        fits = [one for one in options if one.start.weekday() == weekday_of(named)]
        if len(fits) == 1:
            return Reading(fits[0], f"{what}, year by its weekday")
    back = [one for one in options if one.start <= asked.anchor]
    ahead = [one for one in options if one.end is not None and one.end >= asked.anchor]
    if asked.ahead and ahead:
        return Reading(ahead[0], f"{what}, ahead by the clause")
    near = [one for one in options if 0 < (one.start - asked.anchor).days <= NEAR_FUTURE]
    if near and what == "day of month":
        # A date a few days ahead is nearer than one almost a year back: news of the time zone's other side, or a plan.
        return Reading(near[0], f"{what}, just ahead", (back[-1], near[0]) if back else (near[0],))
    if not back:
        return Reading(ahead[0], f"{what}, next")
    return Reading(back[-1], f"{what}, latest")


def modifier(asked: Asked) -> str:
    """Bring "the beginning of", "earlier", ... to early, mid or late; "" where there is none."""
    words = f"{asked.part('mod')} {asked.part('mod2')}".strip()
    for name, stems in (("early", ("early", "beginning", "start")), ("mid", ("mid",)), ("late", ("late", "end"))):
        if any(word == stem or (stem == "mid" and word.startswith(stem)) for stem in stems for word in words.split()):
            return name
    return words if words in ("earlier", "later") else ""
