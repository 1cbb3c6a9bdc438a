"""What the claims of one article are dated by: its date expressions in order, and its sentences."""

import bisect
import datetime as dt
import functools
import re
from dataclasses import dataclass

from sayso.lexicon import alternatives, load
from sayso.record import Article, Resolution
from sayso.resolve.dates import resolve_date
from sayso.resolve.phrases import Expression, expressions

_SENTENCE = re.compile(r"[.!?…][\"'”’»)]{0,3}\s{1,4}(?=[\"'“‘«(A-Z0-9])|\n")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Brig|St|Sgt|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No)\.\s{1,4}$"
)
_UNDATED = frozenset(("duration", "vague duration", "set", "reference", "clock", "vague ago"))
DATE_LINE = 160
"""Code points from the start of the text within which a full date outside a sentence is a date line."""
_IN_SENTENCE = re.compile(r"\b(?:on|in|since|of|from|until|by)\s{1,3}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression of the text, with what it resolves to."""

    expression: Expression
    resolution: Resolution

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.expression.mention.start

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.expression.mention.end


@dataclass(frozen=True, slots=True)
class Setting:
    """The dates of one article in order of their words, and the starts of its sentences."""

    text: str
    published: dt.date | None
    dated: tuple[Dated, ...]
    starts: tuple[int, ...]

    def number(self, at: int) -> int:
        """Which sentence holds this code point, counted from 0."""
        return bisect.bisect_right(self.starts, at) - 1

    def sentence(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence that holds this code point."""
        n = self.number(at)
        return self.starts[n], self.starts[n + 1] if n + 1 < len(self.starts) else len(self.text)

    def within(self, start: int, end: int) -> tuple[Dated, ...]:
        """The dates whose words begin in this stretch."""
        first = bisect.bisect_left(self.dated, start, key=_start)
        last = bisect.bisect_left(self.dated, end, key=_start)
        return self.dated[first:last]


def _start(one: Dated) -> int:
    return one.start


def setting(article: Article) -> Setting:
    """Find and resolve the dates of an article, those of its date line left out."""
    text = article.text
    found = []
    for one in expressions(text):
        if one.form not in _UNDATED and not _in_date_line(one, text):
            resolution = resolve_date(one, text, article.published)
            if resolution.value is not None or resolution.candidates:
                found.append(Dated(one, resolution))
    starts = [0]
    for match in _SENTENCE.finditer(text):
        if not _ABBREVIATED.search(text, max(0, match.start() - 6), match.end()):
            starts.append(match.end())
    return Setting(text, article.published, tuple(found), tuple(starts))


def _in_date_line(one: Expression, text: str) -> bool:
    """A full date at the head says when the page was made, not when the thing happened."""
    if one.mention.start > DATE_LINE or not one.part("year") or one.form in ("year", "month", "decade"):
        return False
    return not _IN_SENTENCE.search(text, max(0, one.mention.start - 8), one.mention.start)


@functools.cache
def _said_before() -> re.Pattern[str]:
    cues = alternatives(load("calendar")["reporting"])
    return re.compile(
        rf"\b{cues}(?:(?:\s(?!that\b)\w{{1,12}})?\s(?:on|late on|early on|over|at)"
        r"|\s(?:in|late|early|earlier))?\s{0,3}$",
        re.IGNORECASE,
    )


@functools.cache
def _said_after() -> re.Pattern[str]:
    verbs = alternatives(load("calendar")["announcing"])
    return re.compile(rf"\s{{1,3}}{verbs}\b", re.IGNORECASE)


_POSSESSIVE = re.compile(r"['’]?s\b")


def owns(one: Dated, text: str) -> bool:
    """Whether the date is the owner of what follows: "Wednesday's attacks" tells when they were, whatever the cue."""
    return _POSSESSIVE.match(text, one.end) is not None


def tells_when_said(one: Dated, text: str) -> bool:
    """Whether the date says when it was said: "said on Thursday", "on Monday accused".

    "on Thursday said the police" closes what they said, so "said" and its like count only before a date.
    """
    if owns(one, text):
        return False
    if _said_after().match(text, one.end, min(len(text), one.end + 24)):
        return True
    return bool(_said_before().search(text, max(0, one.start - 48), one.start))
