"""Which way a date without a year points: back, as reports mostly do, or ahead, where the clause speaks of a plan."""

import functools
import re
from typing import Literal

from sayso.lexicon import alternatives, load

Direction = Literal["past", "future"]
REACH = 160
"""Code points looked back in the sentence; a clause is rarely longer."""
AFTER = 60
"""Code points looked ahead where nothing before the words tells."""


@functools.cache
def _markers() -> re.Pattern[str]:
    table = load("calendar")
    return re.compile(
        rf"(?<![\w])(?:(?P<future>{alternatives(table['future'])})|(?P<past>{alternatives(table['past'])}|(?<!\bbe\s)[a-z]{{2,14}}ed))(?!\w)",
        re.IGNORECASE,
    )


_BY = re.compile(r"\b(?:by|until|till)\s{1,3}$", re.IGNORECASE)
_STOP = re.compile(r"[.!?;\n]\s|[\"”“]")


def direction(text: str, start: int, end: int) -> Direction:
    """The direction of the clause around a span: that of the nearest telling word before it, else after it.

    "was expected", "was due" are plans: the future word is the nearer one. "by" and "until" point ahead unless a past
    form stands near. Without any telling word: past.
    """
    if _BY.search(text, max(0, start - 8), start):
        near = text[max(0, start - REACH) : end + AFTER]
        return "past" if re.search(r"\b(?:had|was|were|has|have)\b", near) else "future"
    left = text[max(0, start - REACH) : start]
    cut = max((match.end() for match in _STOP.finditer(left)), default=0)
    found = [match.lastgroup for match in _markers().finditer(left, cut)]
    if found:
        return "future" if found[-1] == "future" else "past"
    stop = _STOP.search(text, end, end + AFTER)
    after = _markers().search(text, end, stop.start() if stop else min(len(text), end + AFTER))
    return "future" if after and after.lastgroup == "future" else "past"
