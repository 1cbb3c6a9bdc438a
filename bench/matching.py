"""Which predicted claim answers which gold claim: by the words of their quotes, then by their slots."""

import functools
import itertools
from dataclasses import dataclass
from difflib import SequenceMatcher

from bench.names import fold, same_name
from bench.rows import ClaimRow

LEAST_OVERLAP = 0.3
"""Quotes that share less of their words are no match, unless the one lies inside the other."""
INSIDE = 0.29
"""What a short quote inside a much longer one counts for."""
INSIDE_SHARE = 0.8
TIGHT = 0.7
"""Quotes that share this much of their words are tight."""
SLOTS = ("type", "actor", "target", "place", "date", "harm")


@dataclass(frozen=True, slots=True)
class Pair:
    """A matched gold claim and predicted claim, by their places in their lists."""

    gold: int
    predicted: int


def same_root(gold: ClaimRow, predicted: ClaimRow) -> bool:
    """Whether the two stand on the same root source."""
    return same_name(gold.root, predicted.root, True)


def _days(date: str) -> tuple[str, str]:
    if "/" in date:
        first, last, *_ = date.split("/")
        return first, last
    if len(date) == len("YYYY"):
        return f"{date}-01-01", f"{date}-12-31"
    if len(date) == len("YYYY-MM"):
        return f"{date}-01", f"{date}-31"
    return date, date


def same_date(gold: str | None, predicted: str | None) -> bool:
    """Equal days; or, both within one month, the one inside the other."""
    if not gold or not predicted:
        return not gold and not predicted
    a, b = _days(gold), _days(predicted)
    if a == b:
        return True
    within_months = all(first[:7] == last[:7] for first, last in (a, b))
    return within_months and ((a[0] >= b[0] and a[1] <= b[1]) or (b[0] >= a[0] and b[1] <= a[1]))


def agreement(gold: ClaimRow, predicted: ClaimRow) -> dict[str, bool | None]:
    """Slot by slot whether the two agree; None where both leave the slot empty. `type` is never None."""
    parties = (
        ("actor", gold.actor, predicted.actor),
        ("target", gold.target, predicted.target),
        ("place", gold.place, predicted.place),
    )
    out: dict[str, bool | None] = {"type": gold.type == predicted.type}
    out |= {slot: same_name(a, b) if a or b else None for slot, a, b in parties}
    out["date"] = same_date(gold.date, predicted.date) if gold.date or predicted.date else None
    out["harm"] = gold.figures == predicted.figures if gold.figures or predicted.figures else None
    return out


@functools.lru_cache(maxsize=50_000)
def _word_pairs(folded: str) -> frozenset[tuple[str, str]]:
    words = folded.split()
    return frozenset(itertools.pairwise(words))


@functools.lru_cache(maxsize=200_000)
def overlap(first: str, second: str) -> float:
    """Shared word runs of two quotes over all their words, 0..1.

    Below LEAST_OVERLAP it is INSIDE where the shorter lies inside the longer, else 0.
    """
    a, b = fold(first), fold(second)
    x, y = a.split(), b.split()
    if not x or not y:
        return 0.0
    short = min(len(x), len(y))
    single_words_count = short < 4
    if not single_words_count and _word_pairs(a).isdisjoint(_word_pairs(b)):
        return 0.0  # no run of two words is shared: spares most of the comparisons
    runs = SequenceMatcher(None, x, y, autojunk=False).get_matching_blocks()
    shared = sum(run.size for run in runs if run.size >= 2 or single_words_count)
    share = shared / (len(x) + len(y) - shared)
    if share >= LEAST_OVERLAP:
        return share
    return INSIDE if short >= 3 and shared / short >= INSIDE_SHARE else 0.0


def _liking(gold: ClaimRow, predicted: ClaimRow) -> float | None:
    """How well a predicted claim answers a gold claim; None where their quotes do not meet."""
    share = overlap(gold.quote, predicted.quote)
    if share <= 0:
        return None
    slots = sum(bool(agreed) for agreed in agreement(gold, predicted).values())
    return share + 0.15 * (gold.stance == predicted.stance) + 0.15 * same_root(gold, predicted) + 0.05 * slots


def _candidates(gold: tuple[ClaimRow, ...], predicted: tuple[ClaimRow, ...]) -> dict[int, list[tuple[float, int]]]:
    """For each gold claim that has any, the predicted claims that may answer it, the best first."""
    found: dict[int, list[tuple[float, int]]] = {}
    for i, wanted in enumerate(gold):
        liked = [(liking, j) for j, given in enumerate(predicted) if (liking := _liking(wanted, given)) is not None]
        if liked:
            found[i] = sorted(liked, reverse=True)
    return found


def _as_many_as_possible(candidates: dict[int, list[tuple[float, int]]]) -> dict[int, int]:
    """Pairs gold -> predicted by augmenting paths, the best-liked gold claims first."""
    owner: dict[int, int] = {}

    def placed(i: int, seen: set[int]) -> bool:
        for _, j in candidates[i]:
            if j in seen:
                continue
            seen.add(j)
            if j not in owner or placed(owner[j], seen):
                owner[j] = i
                return True
        return False

    for i in sorted(candidates, key=lambda i: -candidates[i][0][0]):
        placed(i, set())
    return {i: j for j, i in owner.items()}


def _swapped(pairs: dict[int, int], candidates: dict[int, list[tuple[float, int]]]) -> dict[int, int]:
    """Swap the partners of two pairs for as long as both together agree better."""
    liking = {(i, j): value for i, liked in candidates.items() for value, j in liked}
    moved = True
    while moved:
        moved = False
        gold = list(pairs)
        for n, i in enumerate(gold):
            for k in gold[n + 1 :]:
                a, b = pairs[i], pairs[k]
                if (i, b) not in liking or (k, a) not in liking:
                    continue
                if liking[i, b] + liking[k, a] > liking[i, a] + liking[k, b] + 1e-9:
                    pairs[i], pairs[k] = b, a
                    moved = True
    return pairs


def match(gold: tuple[ClaimRow, ...], predicted: tuple[ClaimRow, ...]) -> tuple[Pair, ...]:
    """Pair as many claims as possible, better ones first."""
    candidates = _candidates(gold, predicted)
    pairs = _swapped(_as_many_as_possible(candidates), candidates)
    return tuple(Pair(i, j) for i, j in pairs.items())
