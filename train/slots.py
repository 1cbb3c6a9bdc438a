"""Find the words of a claim's slot: annotators shortened them, so that the same words in the same order must do."""

from collections.abc import Sequence

EMPTY = frozenset(("the", "a", "an", "of", "in", "and", "s", "for", "to", "by", "at", *",.'\"’-()"))
ENOUGH = 0.6
"""Share of a slot's words that its stretch must have; below, the slot trains nothing."""


def find(words: Sequence[str], stretch: range, wanted: Sequence[str]) -> range | None:
    """The stretch of words (small letters) that says `wanted`: as one run if there is one, else most of it.

    Gives None where fewer than ENOUGH of the telling words stand together.
    """
    telling = [word for word in wanted if word not in EMPTY]
    if not telling:
        return None
    size = len(wanted)
    for n in range(stretch.start, stretch.stop - size + 1):
        if list(words[n : n + size]) == list(wanted):
            return range(n, n + size)
    return _most(words, stretch, telling)


def _most(words: Sequence[str], stretch: range, telling: Sequence[str]) -> range | None:
    """The shortest run that has the most of the telling words, in order, with at most two words between neighbours."""
    best: tuple[int, int, range] | None = None
    for n in stretch:
        if words[n] not in telling:
            continue
        at, last, count, place = n, n, 1, telling.index(words[n]) + 1
        while at + 1 < stretch.stop and at - last < 3:
            at += 1
            if words[at] in telling[place:]:
                place = telling.index(words[at], place) + 1
                last, count = at, count + 1
        found = (count, -(last - n), range(n, last + 1))
        if best is None or found[:2] > best[:2]:
            best = found
    return best[2] if best and best[0] >= max(1, ENOUGH * len(telling)) else None
