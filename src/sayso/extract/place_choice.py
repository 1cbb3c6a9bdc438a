"""Choose the place of an event among those named: the narrowest one, or the one "the town" points back to."""

import functools
import re
from collections.abc import Sequence

from sayso.extract.page import Page, Words
from sayso.extract.places import NARROW, Place, place_words
from sayso.lexicon import alternatives, load

BACK = 4
"""Tiles, its own counted, in which the place that "the town" stands for is looked for."""


def place_of(
    page: Page, named: tuple[tuple[Place, ...], ...], start: int, end: int, trigger: int | None
) -> tuple[Place, ...]:
    """The narrowest named place between two positions of one tile, two where they are joined by "and"; () for none.

    `trigger` is where the event word stands: of two places equally narrow the one said of it is taken.
    """
    tile = page.tile_at(start)
    row = [p for p in named[tile] if p.start >= start and p.end <= end]
    if not row:
        return ()
    words = page.words[tile]
    best = max(row, key=lambda p: (_weight(p, trigger) - _outer(words, p, row), -p.start))
    for other in row:
        if other.first == best.last + 2 and words[best.last + 1].low == "and" and other.level <= best.level + 1:
            return (best, other)
        if best.first == other.last + 2 and words[other.last + 1].low == "and" and other.level >= best.level:
            return (other, best)
    return (best,)


def _outer(words: Words, place: Place, row: Sequence[Place]) -> float:
    """What a place loses that only says where another one lies: "Hass in Idlib", "a village east of Homs"."""
    if any(p.last == place.first - 2 and place.lead in ("in", "near", "of") for p in row):
        return 1.0
    two = words[place.first - 2].low if place.first >= 2 else ""
    return 1.5 if place.lead == "of" and two in place_words("words", "directions") else 0.0


def _weight(place: Place, trigger: int | None) -> float:
    """Level, with the preposition before it and the distance to the event word: steps tuned on claims_train."""
    weight = place.level
    if place.lead in ("from", "to", "by") or place.lead in place_words("words", "bearings"):
        weight -= 1.5
    elif place.lead in place_words("words", "sure"):
        weight += 0.5
    elif place.lead in ("on", "against"):
        weight += 0.4
    if trigger is not None:
        weight += 0.3 if place.start >= trigger else 0.0
        weight -= min(abs(place.start - trigger), 200) / 400
    return weight


@functools.cache
def _back() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('place_words')['words']['back'])}\b", re.IGNORECASE)


def back_place(
    page: Page, named: tuple[tuple[Place, ...], ...], start: int, end: int
) -> tuple[tuple[int, int], Place] | None:
    """The words in this stretch that point back ("the town", "there") and the last narrow place named before them."""
    said = _back().search(page.text, start, end)
    if said is None:
        return None
    tile = page.tile_at(start)
    for n in range(tile, max(-1, tile - BACK), -1):
        for place in reversed(named[n]):
            if place.end <= start and place.level >= NARROW:
                return said.span(), place
    return None
