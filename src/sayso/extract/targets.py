"""Find whom or what a quote says was hit: "on X", "against X", "hit X", "X was hit", "X were killed"."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.actors import Party
from sayso.extract.page import Page, Words, function_words
from sayso.extract.places import Place
from sayso.extract.triggers import Trigger
from sayso.lexicon import load

LONGEST = 8
"""Words of one target."""
_BE = frozenset({"was", "were", "been", "being", "is", "are", "be"})


@dataclass(frozen=True, slots=True)
class Target:
    """Words `first`..`last` of a tile."""

    first: int
    last: int
    start: int
    end: int


@functools.cache
def _nobody() -> frozenset[str]:
    return frozenset(load("actors")["nobody"])


@functools.cache
def _areas() -> frozenset[str]:
    return frozenset({"town", "city", "village", "province", "towns", "cities", "villages", "area", "areas", "region", "outskirts", "countryside", "neighborhood", "neighbourhood", "district", "parts", "east", "west", "north", "south", "capital", "country", "border", "day", "place"})


def _phrase(words: Words, at: int, high: int, starts: dict[int, Trigger], located: frozenset[int]) -> Target | None:
    """The noun phrase that begins at `at`, without its determiner or number; None for a place or nobody in particular."""
    stops = function_words("prepositions", "clause_words", "auxiliaries", "verbs", "times")
    while at < high and not words[at].sign and (
        words[at].low in function_words("determiners") or words[at].low[0].isdigit() or words[at].low.endswith("ly") or words[at].low in ("of",)
    ):
        at += 1
    end = at
    while end < high and end - at < LONGEST:
        word = words[end]
        if word.sign and word.low not in ("'", "-"):
            break
        trigger = starts.get(word.start)
        if end > at and (word.low in stops or word.low in ("and", "of") or trigger is not None and (trigger.form == "verb" or trigger.role == "harm")):
            break
        if end == at and word.low in stops | {"and"}:
            break
        end += 1
    if end == at:
        return None
    if all(n in located for n in range(at, end)) or words[end - 1].low in _nobody() or words[end - 1].low in _areas():
        return None
    return Target(at, end - 1, words[at].start, words[end - 1].end)


def target_of(
    page: Page, start: int, end: int, found: Sequence[Trigger], located: Sequence[Place], actor: Party | None
) -> Target | None:
    """The target of what the quote tells of; None for a place alone or for "people" (rulings 6 and 7)."""
    tile = page.tile_at(start)
    words = page.words[tile]
    low, high = page.inside(tile, start, end)
    taken = frozenset(n for p in located for n in range(p.first, p.last + 1))
    starts = {t.mention.start: t for t in found}
    ways = (_after_on(words, low, high, starts, taken), _object(words, low, high, starts, taken, "act"), _patient(words, low, high, starts, taken), _object(words, low, high, starts, taken, "harm"))
    for target in ways:
        if target is not None and not (actor and actor.start <= target.start < actor.end):
            return target
    return None


def _after_on(words: Words, low: int, high: int, starts: dict[int, Trigger], taken: frozenset[int]) -> Target | None:
    """"attack on X", "against X", "targeting X"."""
    noun_seen = False
    for n in range(low, high):
        trigger = starts.get(words[n].start)
        if trigger is not None and trigger.role != "harm":
            noun_seen = True
        if words[n].low == "against" or (noun_seen and words[n].low in ("on", "at")):
            if n + 1 < high and words[n + 1].low in function_words("times"):
                continue
            target = _phrase(words, n + 1, high, starts, taken)
            if target is not None:
                return target
    return None


def _object(words: Words, low: int, high: int, starts: dict[int, Trigger], taken: frozenset[int], role: str) -> Target | None:
    """What follows an active verb: "hit a school", "killing six soldiers"."""
    for n in range(low, high):
        trigger = starts.get(words[n].start)
        if trigger is None or trigger.form != "verb" or trigger.role != role:
            continue
        if _is_passive(words, low, n):
            continue
        after = next((k for k in range(n, high) if words[k].start >= trigger.mention.end), high)
        target = _phrase(words, after, high, starts, taken) if after < high else None
        if target is not None:
            return target
    return None


def _is_passive(words: Words, low: int, verb: int) -> bool:
    at = verb - 1
    while at >= low and words[at].low in function_words("auxiliaries"):
        if words[at].low in _BE:
            return True
        at -= 1
    return False


def _patient(words: Words, low: int, high: int, starts: dict[int, Trigger], taken: frozenset[int]) -> Target | None:
    """What stands before a passive verb or a verb of dying: "six civilians were killed", "the hospital was hit"."""
    for n in range(low, high):
        trigger = starts.get(words[n].start)
        if trigger is None or trigger.form == "noun" or not (_is_passive(words, low, n) or trigger.role == "harm"):
            continue
        target = _phrase(words, low, n, starts, taken)
        if target is not None:
            return target
    return None
