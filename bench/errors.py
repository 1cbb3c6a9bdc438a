"""The errors of a prediction, as help for those who mend the rules."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bench.matching import agreement, overlap, same_root
from bench.rows import ClaimRow
from bench.scoring import Paired, matched_figures, voiced_figures

KINDS = (
    "missed", "spurious", "loose quote", "wrong source", "wrong stance", "wrong chain", "missed figure",
    "wrong figure", "wrong type", "wrong actor", "wrong target", "wrong place", "wrong date",
)  # fmt: skip
"""Kinds of error, in the order shown."""

SHOWN = 150
"""Code points of a quote shown."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One error: its kind, its article, and what stands against what."""

    kind: str
    article: str
    words: str


def _cut(words: str) -> str:
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"


def _by(claim: ClaimRow) -> str:
    return " > ".join(claim.said_by) or "(own voice)"


def _claim(claim: ClaimRow) -> str:
    return f"{_by(claim)} | {claim.stance} | {claim.type} | {_cut(claim.quote)}"


def _pair_misses(article: str, gold: ClaimRow, predicted: ClaimRow) -> Iterable[Miss]:
    quote = _cut(predicted.quote)
    if overlap(gold.quote, predicted.quote) < 0.7:
        yield Miss("loose quote", article, f"gold: {_cut(gold.quote)}\n    got:  {quote}")
    if not same_root(gold, predicted):
        yield Miss("wrong source", article, f"gold {_by(gold)}, got {_by(predicted)} | {quote}")
    elif len(gold.said_by) != len(predicted.said_by):
        yield Miss("wrong chain", article, f"gold {_by(gold)}, got {_by(predicted)} | {quote}")
    if gold.stance != predicted.stance:
        yield Miss("wrong stance", article, f"gold {gold.stance}, got {predicted.stance} | {_by(gold)} | {quote}")
    for slot, agreed in agreement(gold, predicted).items():
        if agreed is False and slot != "harm":
            wanted, given = getattr(gold, slot), getattr(predicted, slot)
            yield Miss(f"wrong {slot}", article, f"gold {wanted!r}, got {given!r} | {quote}")


def _figure_misses(article: Paired) -> Iterable[Miss]:
    gold, predicted = voiced_figures(article.gold), voiced_figures(article.predicted)
    met = matched_figures(gold, predicted)

    def said(root: str, row: object, denied: bool, among: tuple[ClaimRow, ...]) -> str:
        quote = next((_cut(c.quote) for c in among if c.root == root and row in c.figures), "")
        return f"{row} on the word of {root or '(own voice)'}{' (denied)' if denied else ''} | {quote}"

    for i, wanted in enumerate(gold):
        if i not in met:
            yield Miss("missed figure", article.article, said(*wanted, article.gold))
    for j, given in enumerate(predicted):
        if j not in met.values():
            yield Miss("wrong figure", article.article, said(*given, article.predicted))


def misses(articles: Iterable[Paired]) -> dict[str, list[Miss]]:
    """All errors by kind, in the order of the articles."""
    found: dict[str, list[Miss]] = defaultdict(list)
    for article in articles:
        hit, used = {pair.gold for pair in article.pairs}, {pair.predicted for pair in article.pairs}
        listed = [Miss("missed", article.article, _claim(c)) for n, c in enumerate(article.gold) if n not in hit]
        extra = [claim for n, claim in enumerate(article.predicted) if n not in used]
        listed += [Miss("spurious", article.article, _claim(claim)) for claim in extra]
        for gold, predicted in article.matched():
            listed += _pair_misses(article.article, gold, predicted)
        for miss in (*listed, *_figure_misses(article)):
            found[miss.kind].append(miss)
    return found


def listing(found: dict[str, list[Miss]], most: int, only: tuple[str, ...] = ()) -> str:
    """A readable list: every kind with its number, and the first `most` of each."""
    parts = []
    for kind in KINDS:
        if found.get(kind) and (not only or kind in only):
            parts.append(f"\n{kind}: {len(found[kind])}")
            parts += [f"  {miss.article}: {miss.words}" for miss in found[kind][:most]]
    return "\n".join(parts)
