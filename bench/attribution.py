"""`python -m bench attribution`: source, cue and content spans against gold (PolNeAR). Keys: ../shared/score/README.md.

A span counts once for its role in an article, however many attributions share it; the pieces of a discontinuous span
count each. Exact: equal spans. Overlap: a predicted span is right where it shares a code point with a gold span of its
role, a gold span is found where a predicted one shares a code point with it. `attribution_f1`: a predicted attribution
is right where, for every role its gold one has, the two overlap; each gold one answers for one prediction at most.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench import tagger_option
from bench.attribution_readers import ROLES, Reader, Spans, naive, reader
from bench.files import rows, wanted, write_rows
from bench.tables import rounded, table

FIGURES = (*(f"{role}_f1" for role in ROLES), *(f"{role}_overlap_f1" for role in ROLES), "attribution_f1")
Span = tuple[int, int]


def measure(path: Path, read: Reader, predictions: Path | None = None) -> dict[str, Any]:
    """Score a reader on a file, and the naive floor beside it.

    With `predictions`, write there what was found, in the form of the data.
    """
    every = list(rows(path))
    gold = [row["attributions"] for row in every]
    found = [read(row["text"]) for row in every]
    if predictions is not None:
        write_rows(predictions, ({**row, "attributions": one} for row, one in zip(every, found, strict=True)))
    floor = [naive(row["text"]) for row in every]
    counts = {"articles": len(every), "gold": sum(map(len, gold)), "predicted": sum(map(len, found))}
    return {**counts, **scores(gold, found), "naive": scores(gold, floor)}


def scores(gold: Iterable[list[Spans]], found: Iterable[list[Spans]]) -> dict[str, float]:
    """Micro F1 over all articles, 0..1."""
    counts: Counter[str] = Counter()
    for right, ours in zip(gold, found, strict=True):
        for role in ROLES:
            counts.update(_span_counts(role, spans_of(right, role), spans_of(ours, role)))
        counts["attribution gold"] += len(right)
        counts["attribution predicted"] += len(ours)
        pairs = answered(right, ours)
        counts["attribution right"] += pairs
        counts["attribution reached"] += pairs
    return {f"{key}_f1": _f1(counts, key) for key in (name.removesuffix("_f1") for name in FIGURES)}


def spans_of(found: list[Spans], role: str) -> list[Span]:
    """All spans of a role in an article, each once, in order."""
    return sorted({(start, end) for one in found for start, end in one[role]})


def _span_counts(role: str, gold: list[Span], found: list[Span]) -> Counter[str]:
    counts: Counter[str] = Counter()
    exact = len(set(gold) & set(found))
    for key, right, reached in (
        (role, exact, exact),
        (f"{role}_overlap", _touching(found, gold), _touching(gold, found)),
    ):
        counts[f"{key} gold"], counts[f"{key} predicted"] = len(gold), len(found)
        counts[f"{key} right"], counts[f"{key} reached"] = right, reached
    return counts


def _touching(ones: list[Span], others: list[Span]) -> int:
    return sum(_meet([one], others) for one in ones)


def _meet(ones: Iterable[Span], others: Iterable[Span]) -> bool:
    others = list(others)
    return any(a < d and c < b for a, b in ones for c, d in others)


def answered(gold: list[Spans], found: list[Spans]) -> int:
    """How many predicted attributions answer a gold one, as many as can be paired."""
    fits = {
        i: [j for j, ours in enumerate(found) if all(_meet(_pairs(ours[r]), _pairs(one[r])) for r in ROLES if one[r])]
        for i, one in enumerate(gold)
    }
    owner: dict[int, int] = {}

    def placed(i: int, seen: set[int]) -> bool:
        for j in fits[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or placed(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    return sum(placed(i, set()) for i in fits)


def _pairs(spans: list[list[int]]) -> list[Span]:
    return [(start, end) for start, end in spans]


def _f1(counts: Counter[str], key: str) -> float:
    """Harmonic mean of precision and recall; 0 where there is nothing to divide by."""
    if not (counts[f"{key} right"] and counts[f"{key} reached"]):
        return 0.0
    precision = counts[f"{key} right"] / counts[f"{key} predicted"]
    recall = counts[f"{key} reached"] / counts[f"{key} gold"]
    return 2 * precision * recall / (precision + recall)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this bench."""
    tagger_option.configure(parser, "polnear_dev.jsonl")


def run(options: argparse.Namespace) -> int:
    """Measure and print."""
    path = wanted(options.data, "--data")
    found = measure(path, reader(options.tagger), options.predictions) | {"tagger": options.tagger}
    if options.json:
        print(json.dumps(rounded(found)))
        return 0
    print(f"{found['articles']} articles, {found['gold']} gold attributions, {found['predicted']} predicted\n")
    lines = [(key, found[key], found["naive"][key]) for key in FIGURES]
    print(table(("F1", f"tagger {options.tagger}", "naive"), lines))
    return 0
