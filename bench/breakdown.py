"""The headline figures by outlet, event type or stance."""

from collections import Counter
from collections.abc import Mapping

from bench.matching import TIGHT, overlap, same_root
from bench.scoring import HEADLINES, Paired, figures, total
from bench.tables import table

KEYS = ("publisher", "article", "type", "stance")


def breakdown(articles: list[Paired], key: str, publishers: Mapping[str, str]) -> str:
    """One line for each value of `key` (one of KEYS), the most frequent first."""
    if key == "publisher":
        return _by_group(articles, {a.article: publishers.get(a.article, "?") for a in articles}, key)
    if key == "article":
        return _by_group(articles, {a.article: a.article for a in articles}, key)
    return _by_field(articles, key)


def _by_group(articles: list[Paired], groups: Mapping[str, str], key: str) -> str:
    """Whole articles fall into groups, so every figure has its F1."""
    lines = []
    for group in set(groups.values()):
        found = figures(total(a for a in articles if groups[a.article] == group))
        lines.append((group, found["articles"], found["gold"], found["predicted"], *(found[h][2] for h in HEADLINES)))
    lines.sort(key=lambda line: (-line[2], line[0]))
    return table((key, "articles", "gold", "predicted", *HEADLINES), lines)


def _by_field(articles: list[Paired], field: str) -> str:
    """Recall over the gold claims with a value; `right` is the share of the matched whose value is predicted too."""
    counts: dict[str, Counter[str]] = {}
    for article in articles:
        for claim in article.gold:
            counts.setdefault(str(getattr(claim, field)), Counter())["gold"] += 1
        for claim in article.predicted:
            counts.setdefault(str(getattr(claim, field)), Counter())["predicted"] += 1
        for gold, predicted in article.matched():
            count = counts[str(getattr(gold, field))]
            count["found"] += 1
            count["tight"] += overlap(gold.quote, predicted.quote) >= TIGHT
            count["sourced"] += same_root(gold, predicted) and gold.stance == predicted.stance
            count["right"] += getattr(gold, field) == getattr(predicted, field)
    lines = []
    for value, n in sorted(counts.items(), key=lambda item: (-item[1]["gold"], item[0])):
        shares = [n[what] / n["gold"] if n["gold"] else None for what in ("found", "tight", "sourced")]
        right = n["right"] / n["found"] if n["found"] else None
        lines.append((value, n["gold"], n["predicted"], *shares, right))
    return table((field, "gold", "predicted", "found R", "tight R", "sourced R", f"{field} right"), lines)
