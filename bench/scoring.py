"""Score predicted claims against gold claims: the figures of shared/score/score_claims.py, our own writing.

Each article is tallied by itself; tallies add up; figures are read off the sum. So any group of articles has figures.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bench.matching import SLOTS, TIGHT, Pair, agreement, match, overlap, same_root
from bench.names import same_chain, same_name
from bench.rows import ClaimFile, ClaimRow, Figure, folded

HEADLINES = ("found", "tight", "sourced", "denials", "figures")
"""The figures given as precision, recall and F1."""
DETAILS = ("root_source", "stance", "stance_macro", "chains", "parts", "events")

Voiced = tuple[str, Figure, bool]
"""A casualty row on somebody's word: root source, row, denied or not."""


@dataclass(frozen=True, slots=True)
class Paired:
    """One article with its gold claims, its predicted claims that count, and which answers which."""

    article: str
    gold: tuple[ClaimRow, ...]
    predicted: tuple[ClaimRow, ...]
    bad: int
    pairs: tuple[Pair, ...]

    def matched(self) -> list[tuple[ClaimRow, ClaimRow]]:
        """The claims of the pairs."""
        return [(self.gold[pair.gold], self.predicted[pair.predicted]) for pair in self.pairs]


def paired(gold: ClaimFile, predicted: ClaimFile, bodies: Mapping[str, str] | None = None) -> list[Paired]:
    """Pair article by article. With `bodies` (title and text), a quote that does not stand there is bad."""
    out = []
    for article, wanted in gold.claims.items():
        given = predicted.claims.get(article, ())
        body = None if bodies is None else bodies.get(article, "")
        good = tuple(claim for claim in given if body is None or claim.quote in body)
        bad = len(given) - len(good) + predicted.malformed.get(article, 0)
        out.append(Paired(article, wanted, good, bad, match(wanted, good)))
    return out


def f1(right: int, predicted: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean; 0 where there is nothing to divide by."""
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, both


def _pair_counts(gold: ClaimRow, predicted: ClaimRow) -> Counter[str]:
    """What one matched pair adds."""
    root, stance = same_root(gold, predicted), gold.stance == predicted.stance
    counts = Counter(
        {
            "found": 1,
            "tight": int(overlap(gold.quote, predicted.quote) >= TIGHT),
            "root_source": int(root),
            "stance": int(stance),
            "sourced": int(root and stance),
            f"stance {gold.stance} gold": 1,
        }
    )
    counts[f"stance {predicted.stance} predicted"] += 1
    counts[f"stance {gold.stance} right"] += int(stance)
    counts["denials right"] += int(gold.stance == "denies" and root and stance)
    if len(gold.said_by) > 1:
        counts["chains all"] += 1
        counts["chains right"] += int(same_chain(gold.said_by, predicted.said_by))
    for slot, agreed in agreement(gold, predicted).items():
        if agreed is not None:
            counts[f"{slot} all"] += 1
            counts[f"{slot} right"] += int(agreed)
    return counts


def _part_counts(gold: ClaimRow, predicted: ClaimRow) -> Counter[str]:
    """Rows of a breakdown: whether the same number stands within the same whole."""
    given = {(q.kind, q.low, q.high, folded(q.within)) for q in predicted.harm if q.within}
    counts: Counter[str] = Counter()
    for harm in gold.harm:
        if harm.within:
            counts["parts all"] += 1
            counts["parts right"] += (harm.kind, harm.low, harm.high, folded(harm.within)) in given
    return counts


def _event_counts(matched: list[tuple[ClaimRow, ClaimRow]]) -> Counter[str]:
    """Over pairs of matched claims: those of one event in gold, in the prediction, in both."""
    counts: Counter[str] = Counter()
    for n, (gold, predicted) in enumerate(matched):
        for other_gold, other_predicted in matched[n + 1 :]:
            wanted = gold.event == other_gold.event
            given = predicted.event is not None and predicted.event == other_predicted.event
            counts["events right"] += wanted and given
            counts["events predicted"] += given
            counts["events gold"] += wanted
    return counts


def _same_voiced(a: Voiced, b: Voiced) -> bool:
    return a[1:] == b[1:] and same_name(a[0], b[0], True)


def voiced_figures(claims: Iterable[ClaimRow]) -> list[Voiced]:
    """The casualty rows of one article on their root sources' word, each once."""
    every = [(c.root, row, c.stance == "denies") for c in claims for row in sorted(c.figures, key=str)]
    return [row for n, row in enumerate(every) if not any(_same_voiced(row, earlier) for earlier in every[:n])]


def matched_figures(gold: list[Voiced], predicted: list[Voiced]) -> dict[int, int]:
    """For each gold row that is met, the predicted row that meets it; no row meets two."""
    met: dict[int, int] = {}
    for i, wanted in enumerate(gold):
        free = (j for j, given in enumerate(predicted) if j not in met.values() and _same_voiced(wanted, given))
        j = next(free, None)
        if j is not None:
            met[i] = j
    return met


def tally(article: Paired) -> Counter[str]:
    """All counts of one article."""
    matched = article.matched()
    counts = Counter(
        {
            "articles": 1,
            "gold": len(article.gold),
            "predicted": len(article.predicted) + article.bad,
            "malformed_or_not_in_text": article.bad,
            "denials predicted": sum(claim.stance == "denies" for claim in article.predicted),
            "denials gold": sum(claim.stance == "denies" for claim in article.gold),
        }
    )
    for gold, predicted in matched:
        counts.update(_pair_counts(gold, predicted))
        counts.update(_part_counts(gold, predicted))
    counts.update(_event_counts(matched))
    wanted, given = voiced_figures(article.gold), voiced_figures(article.predicted)
    counts["figures gold"] += len(wanted)
    counts["figures predicted"] += len(given)
    counts["figures right"] += len(matched_figures(wanted, given))
    return counts


def _share(counts: Counter[str], name: str) -> float | None:
    return counts[f"{name} right"] / counts[f"{name} all"] if counts[f"{name} all"] else None


def _stance_macro(counts: Counter[str]) -> float:
    """Mean F1 over the stances that gold has among the matched."""
    wanted = [key for key, n in counts.items() if key.startswith("stance ") and key.endswith(" gold") and n]
    names = [key.removeprefix("stance ").removesuffix(" gold") for key in wanted]
    parts = [f1(*(counts[f"stance {name} {what}"] for what in ("right", "predicted", "gold")))[2] for name in names]
    return sum(parts) / len(parts) if parts else 0.0


def figures(counts: Counter[str]) -> dict[str, Any]:
    """The figures of a tally, under the keys of shared/score/README.md."""
    found = counts["found"]
    out: dict[str, Any] = {k: counts[k] for k in ("articles", "gold", "predicted", "malformed_or_not_in_text")}
    for name in ("found", "tight", "sourced"):
        out[name] = f1(counts[name], counts["predicted"], counts["gold"])
    for name in ("denials", "figures"):
        out[name] = f1(counts[f"{name} right"], counts[f"{name} predicted"], counts[f"{name} gold"])
    out["root_source"] = counts["root_source"] / found if found else 0.0
    out["stance"] = counts["stance"] / found if found else 0.0
    out["stance_macro"] = _stance_macro(counts)
    out["chains"], out["parts"] = _share(counts, "chains"), _share(counts, "parts")
    out["events"] = f1(*(counts[f"events {what}"] for what in ("right", "predicted", "gold")))[2]
    out["slots"] = {slot: _share(counts, slot) for slot in SLOTS}
    return out


def total(articles: Iterable[Paired]) -> Counter[str]:
    """The counts of several articles together."""
    counts: Counter[str] = Counter()
    for article in articles:
        counts.update(tally(article))
    return counts


def score(gold: ClaimFile, predicted: ClaimFile, bodies: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The figures of a prediction against gold."""
    return figures(total(paired(gold, predicted, bodies)))
