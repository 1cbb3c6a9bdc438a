"""Slots against all that gold states, found or not: figures that a better finder of claims can only raise.

The judge's slot figures are shares of the matched claims, so they may sink when more claims are found; a floor that
only rises needs figures that do not.
"""

from collections import Counter
from collections.abc import Iterable

from bench.matching import SLOTS, agreement
from bench.rows import ClaimRow
from bench.scoring import Paired


def _states(claim: ClaimRow, slot: str) -> bool:
    return bool(claim.figures if slot == "harm" else getattr(claim, slot))


def recalled(articles: Iterable[Paired]) -> dict[str, float | None]:
    """For each slot, of the gold claims that state it, the share predicted with it; None where none states it."""
    stated, right = Counter[str](), Counter[str]()
    for article in articles:
        stated.update(slot for claim in article.gold for slot in SLOTS if _states(claim, slot))
        for gold, predicted in article.matched():
            agreed = agreement(gold, predicted)
            right.update(slot for slot in SLOTS if agreed[slot] and _states(gold, slot))
    return {slot: right[slot] / stated[slot] if stated[slot] else None for slot in SLOTS}
