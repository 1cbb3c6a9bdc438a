"""Find date and time expressions in a text, with exact spans.

A word that may be a date and may not ("may", "march", "second", a bare four-digit number) counts only where its
neighbours make it one.
"""

import functools
import re
from dataclasses import dataclass

from sayso.lexicon import alternatives, load
from sayso.record import Mention
from sayso.resolve.forms import forms, needs
from sayso.resolve.guards import is_date


@dataclass(frozen=True, slots=True)
class Expression:
    """Date words of a text: where they stand, their form (a key of `forms`), and the named parts of that form.

    `inner` holds the two ends of a "range" ("between A and B"), or the start of a "since".
    """

    mention: Mention
    form: str
    parts: tuple[tuple[str, str], ...] = ()
    inner: tuple["Expression", ...] = ()

    def part(self, name: str) -> str:
        """The words of a part, lower case with single blanks; "" if it is not there."""
        return next((value for key, value in self.parts if key == name), "")


@functools.cache
def _trigger() -> re.Pattern[str]:
    """Words without which no form matches, each under the name of its class in `needs`; a cheap first look."""
    table = load("calendar")
    classes = {
        "month": [name for names in table["months"] for name in names],
        "weekday": [name for names in table["weekdays"] for name in names],
        "unit": [*table["units"], "centurie"],
        "season": table["seasons"],
        "set": table["sets"],
        "part": [*table["parts_of_day"], "overnight"],
        "tens": table["tens"],
        "named": ["today", "tonight", "yesterday", "tomorrow"],
        "feast": table["feasts"],
        "reference": table["references"],
    }
    words = "|".join(rf"(?P<{name}>{alternatives(members)})" for name, members in classes.items())
    return re.compile(rf"(?P<digit>\d)|\bQ(?P<quarter>[1-4])\b|\b(?:{words})(?:s\b|\b)", re.IGNORECASE)


WINDOW = 64
"""Code points looked at on each side of a trigger word; longer than any date expression's half."""


def _windows(text: str, start: int, end: int) -> list[tuple[int, int, frozenset[str]]]:
    """Stretches around the trigger words, joined where they meet, with the classes of the words in them."""
    found: list[tuple[int, int, frozenset[str]]] = []
    classes: set[str] = set()
    for match in _trigger().finditer(text, start, end):
        left, right = max(start, match.start() - WINDOW), min(end, match.end() + WINDOW)
        if found and left <= found[-1][1]:
            left = found.pop()[0]
        else:
            classes = set()
        classes.add(match.lastgroup or "")
        found.append((left, right, frozenset(classes)))
    return found


def expressions(text: str, start: int = 0, end: int | None = None) -> tuple[Expression, ...]:
    """The date and time expressions of a text (or of a stretch of it) in order, none overlapping another."""
    stop = len(text) if end is None else end
    return _linked(text, _chosen(_candidates(text, start, stop)))


def _candidates(text: str, start: int, stop: int) -> list[tuple[int, int, int, Expression]]:
    found = []
    for left, right, classes in _windows(text, start, stop):
        for rank, (form, pattern) in enumerate(forms()):
            if needs()[form].isdisjoint(classes):
                continue
            for match in pattern.finditer(text, left, right):
                if match.end() > match.start() and is_date(form, match, text):
                    parts = tuple((k, " ".join(v.lower().split())) for k, v in match.groupdict().items() if v)
                    mention = Mention(match.start(), match.end(), text)
                    found.append((match.start(), -match.end(), rank, Expression(mention, form, parts)))
    return sorted(found, key=lambda item: item[:3])


def _chosen(candidates: list[tuple[int, int, int, Expression]]) -> list[Expression]:
    """Of overlapping candidates the longest; of equals the first form. Linear: only neighbours compete."""
    chosen: list[Expression] = []
    for _, _, _, expression in candidates:
        if chosen and chosen[-1].mention.overlaps(expression.mention):
            held = chosen[-1].mention
            if expression.mention.end - expression.mention.start > held.end - held.start:
                chosen[-1] = expression
            continue
        chosen.append(expression)
    return chosen


_LINK = re.compile(r"\s{1,3}(?:to|and|until|till|through)\s{1,3}(?:on\s)?", re.IGNORECASE)
_BARE_LINK = re.compile(r"\s{1,3}(?:to|through)\s{1,3}", re.IGNORECASE)
_LEAD = re.compile(r"\b(between|from)\s{1,3}$", re.IGNORECASE)
_SINCE = re.compile(r"\b(since)\s{1,3}(?:on\s|in\s|the\s)?$", re.IGNORECASE)
_BARE_ENDS = frozenset(("day month", "month day", "month", "year", "weekday"))
_NOT_AN_END = frozenset(("duration", "vague duration", "set", "reference", "clock", "quarter", "month range"))


def _linked(text: str, found: list[Expression]) -> tuple[Expression, ...]:
    """Join "between A and B" and "from A to B" to ranges, and put "since" before what it opens."""
    out: list[Expression] = []
    n = 0
    while n < len(found):
        here = found[n]
        lead = _LEAD.search(text, max(0, here.mention.start - 12), here.mention.start)
        after = found[n + 1] if n + 1 < len(found) else None
        joins = after is not None and _LINK.fullmatch(text, here.mention.end, after.mention.start)
        bare = after is not None and here.form == after.form and here.form in _BARE_ENDS
        bare = bare and bool(after and _BARE_LINK.fullmatch(text, here.mention.end, after.mention.start))
        if after and ((lead and joins) or bare) and here.form not in _NOT_AN_END and after.form not in _NOT_AN_END:
            span = Mention(lead.start(1) if lead else here.mention.start, after.mention.end, text)
            out.append(Expression(span, "range", (), (here, after)))
            n += 2
            continue
        since = _SINCE.search(text, max(0, here.mention.start - 14), here.mention.start)
        if since and here.form not in _NOT_AN_END:
            out.append(Expression(Mention(since.start(1), here.mention.end, text), "since", (), (here,)))
        else:
            out.append(here)
        n += 1
    return tuple(out)
