"""Dates as intervals, and resolutions: words brought to values, with the rule that did it."""

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

from sayso.record.mentions import Mention

Granularity = Literal["part of day", "day", "weekend", "week", "part of month", "month", "season", "part of year", "year", "decade", "range"]  # noqa: E501 - one vocabulary, one line


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of whole days, both ends included; `end` None = still open. Raises ValueError if the ends cross."""

    start: dt.date
    end: dt.date | None
    granularity: Granularity

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"crossed interval {self.start}..{self.end}")

    @property
    def iso(self) -> str:
        """YYYY, YYYY-MM or YYYY-MM-DD where the interval is just that, else START/END (END ".." while open)."""
        if self.end is None:
            return f"{self.start.isoformat()}/.."
        if self.start == self.end:
            return self.start.isoformat()
        year = f"{self.start.year:04d}"
        if (self.start.month, self.start.day) == (1, 1) and self.end == dt.date(self.start.year, 12, 31):
            return year
        last = calendar.monthrange(self.start.year, self.start.month)[1]
        if self.start.day == 1 and self.end == dt.date(self.start.year, self.start.month, last):
            return f"{year}-{self.start.month:02d}"
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Words brought to a value, or to nothing, beside the mention and never in its place.

    `value` is None where the words could not be resolved or where two readings stand; both are then in
    `candidates`. `rule` names how; `anchor` is the day it was counted from. `mention` is None where the value
    comes from the context and not from words of the claim.
    """

    field: Literal["date", "published"]
    mention: Mention | None
    value: Interval | None
    rule: str
    anchor: dt.date | None = None
    candidates: tuple[Interval, ...] = ()
