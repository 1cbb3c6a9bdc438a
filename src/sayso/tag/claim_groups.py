"""Which stretches belong together as one claim: its quote with speaker, slots and numbers (docs/tags.md)."""

import bisect
from collections.abc import Callable, Sequence

from sayso.tag.grouping import Found, Part, apart

TWIN = 0.75
"""Two quotes that share this much of the longer one are one claim (chosen on claims_practice)."""
REACH = 8
"""Quotes before a word, by where they begin, that may lie over it or next to it."""


def claims(found: Found) -> tuple[list[list[Part]], list[Part]]:
    """A group for each claim's quote with all that was read about it, and the slots that belong to no claim."""
    outer = found.spans["quote"]
    inner = (one for one in found.spans["inner"] if not _twin(one, outer))
    quotes = sorted((*outer, *inner), key=lambda one: (one.start, -one.stop))
    groups = [_claim(found, quote) for quote in quotes]
    holders = _Holders(quotes, found)
    free: list[Part] = []
    for label, stretches in found.roles.items():
        for stretch in stretches:
            at = holders.of(stretch)
            (free if at is None else groups[at]).append((label, stretch))
    for number in found.numbers:
        at = holders.inside(number)
        kind = found.answers.choice("kind", number)
        if at is not None and kind != "none":
            groups[at] += _figure(found, number, kind)
    return groups, free


def _twin(inner: range, outer: Sequence[range]) -> bool:
    """Whether an inner quote is nearly an outer one: both sequences found the same claim."""
    first = bisect.bisect_right(outer, inner.start, key=lambda one: one.stop)
    last = bisect.bisect_left(outer, inner.stop, key=lambda one: one.start)
    return any(
        min(inner.stop, one.stop) - max(inner.start, one.start) >= TWIN * max(len(inner), len(one))
        for one in outer[first:last]
    )


def _claim(found: Found, quote: range) -> list[Part]:
    choose: Callable[[str], str] = lambda head: found.answers.choice(head, quote)  # noqa: E731 - three uses below
    parts = [("quote", quote), *((f"{head}:{choose(head)}", quote) for head in ("stance", "type", "voice"))]
    speaker = found.answers.pointed("quote_source", quote.start, found.spans["source"])
    return parts if speaker is None else [*parts, ("speaker", found.spans["source"][speaker])]


def _figure(found: Found, number: range, kind: str) -> list[Part]:
    """A number that counts harmed people: what befell them, who they are, and whether it breaks down another."""
    parts = [(f"harm:{kind}", number), (f"group:{found.answers.choice('group', number)}", number)]
    return [*parts, ("part", number)] if found.answers.choice("part", number) == "part" else parts


class _Holders:
    """Finds the claim that a stretch belongs to: the shortest quote around it, else the nearest in its sentence."""

    def __init__(self, quotes: list[range], found: Found) -> None:
        self._quotes, self._found = quotes, found
        self._starts = [quote.start for quote in quotes]

    def inside(self, stretch: range) -> int | None:
        """The shortest quote that holds the stretch's first word; at most two lie over one word."""
        last = bisect.bisect_right(self._starts, stretch.start)
        over = [n for n in range(max(0, last - REACH), last) if stretch.start in self._quotes[n]]
        return min(over, key=lambda n: (len(self._quotes[n]), n), default=None)

    def of(self, stretch: range) -> int | None:
        """The quote around the stretch, else the nearest in the same sentence, of equally near the earlier."""
        held = self.inside(stretch)
        if held is not None:
            return held
        last = bisect.bisect_right(self._starts, stretch.start)
        sentence = self._found.sentence(stretch.start)
        near = [
            n
            for n in range(max(0, last - REACH), min(len(self._quotes), last + 1))
            if self._found.sentence(self._quotes[n].start) == sentence
        ]
        return min(near, key=lambda n: (apart(stretch, self._quotes[n]), n), default=None)
