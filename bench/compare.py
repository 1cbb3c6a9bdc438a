"""What one prediction gains and loses against another on the same gold."""

from bench.matching import TIGHT, overlap, same_root
from bench.rows import ClaimRow
from bench.scoring import HEADLINES, Paired, figures, matched_figures, total, voiced_figures
from bench.tables import table

SHOWN = 130
"""Code points of a quote shown."""


def _merits(article: Paired) -> set[str]:
    """All that is right in an article, one line each, so that two predictions differ by set difference."""
    merits = set()
    for pair in article.pairs:
        gold, predicted = article.gold[pair.gold], article.predicted[pair.predicted]
        where = f"{article.article} | gold {pair.gold}: {_shown(gold)}"
        merits.add(f"found | {where}")
        if overlap(gold.quote, predicted.quote) >= TIGHT:
            merits.add(f"tight | {where}")
        if same_root(gold, predicted) and gold.stance == predicted.stance:
            merits.add(f"sourced | {where}")
    gold_figures = voiced_figures(article.gold)
    for i in matched_figures(gold_figures, voiced_figures(article.predicted)):
        merits.add(f"figures | {article.article} | {gold_figures[i]}")
    return merits


def _shown(claim: ClaimRow) -> str:
    return f"{' > '.join(claim.said_by) or '(own voice)'} | {claim.stance} | {claim.quote[:SHOWN]}"


def compare(old: list[Paired], new: list[Paired]) -> str:
    """The headline figures side by side, then every gain and every loss."""
    before, after = figures(total(old)), figures(total(new))
    lines = [(name, before[name][2], after[name][2], f"{after[name][2] - before[name][2]:+.3f}") for name in HEADLINES]
    was, now = set[str]().union(*map(_merits, old)), set[str]().union(*map(_merits, new))
    gains, losses = sorted(now - was), sorted(was - now)
    spurious = [sum(len(a.predicted) - len(a.pairs) for a in side) for side in (old, new)]
    parts = [table(("F1", "old", "new", "change"), lines), f"spurious {spurious[0]} -> {spurious[1]}"]
    parts += [f"\ngains: {len(gains)}", *(f"  + {line}" for line in gains)]
    parts += [f"\nlosses: {len(losses)}", *(f"  - {line}" for line in losses)]
    return "\n".join(parts)
