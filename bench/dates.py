"""Date expressions against TIMEX3 gold: spans and values. Keys as ../shared/score/README.md fixes them.

A predicted expression is matched to at most one gold expression that it overlaps (the one sharing most code points).
`strict_f1` counts equal spans, `relaxed_f1` overlapping ones, `value_f1` overlapping ones with equal TIMEX3 value.

A set may be annotated in part: MEANTIME marks the first six lines of every article and nothing after them. What lies
past the last line that bears a gold expression in any article of the set is therefore neither predicted nor scored;
`annotated_lines` says how many lines that leaves, and `whole_text` gives the figures with nothing left out.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from sayso.resolve import propose_published, resolve_date
from sayso.resolve.phrases import expressions
from sayso.resolve.timex import timex, timexes

Timex = dict[str, Any]
Reader = Callable[[str, dt.date | None], list[Timex]]


def measure(data_path: Path, predictions: Path | None = None) -> dict[str, object]:
    """Score the resolver on a file of articles with `timexes`, and the naive floor beside it.

    With `predictions`, write there what was predicted, in the form of the data file.
    """
    rows = [json.loads(line) for line in data_path.read_text(encoding="utf-8").splitlines() if line.strip()]
    gold = [row.get("timexes", []) for row in rows]
    lines = annotated_lines(rows)
    ours, floor = [_of(row, resolved) for row in rows], [_of(row, naive) for row in rows]
    kept = [_first_lines(row["text"], found, lines) for row, found in zip(rows, ours, strict=True)]
    kept_floor = [_first_lines(row["text"], found, lines) for row, found in zip(rows, floor, strict=True)]
    if predictions is not None:
        predicted = ({**row, "timexes": found} for row, found in zip(rows, kept, strict=True))
        predictions.write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in predicted), encoding="utf-8"
        )
    out: dict[str, object] = {"articles": len(rows), "gold": sum(map(len, gold)), "annotated_lines": lines}
    return out | scores(gold, kept) | {"naive": scores(gold, kept_floor), "whole_text": scores(gold, ours)}


def annotated_lines(rows: list[dict[str, Any]]) -> int:
    """How many lines of each article the annotators read: up to the last that bears a gold expression anywhere."""
    return max((_line(row["text"], one) + 1 for row in rows for one in row.get("timexes", [])), default=0)


def _first_lines(text: str, found: list[Timex], lines: int) -> list[Timex]:
    return [one for one in found if _line(text, one) < lines]


def _line(text: str, one: Timex) -> int:
    return text.count("\n", 0, int(one["start"]))


def _of(row: dict[str, Any], reader: Reader) -> list[Timex]:
    return reader(row["text"], published_day(row))


def published_day(row: dict[str, Any]) -> dt.date | None:
    """The day of publication as given (one of 120 is written 03-02-2009), else as the text proposes it."""
    words = row.get("published") or ""
    for one in expressions(words):
        value = resolve_date(one, words, None).value
        if value is not None:
            return value.start
    proposed = propose_published(row["text"], None).value
    return proposed.start if proposed is not None and proposed.granularity == "day" else None


def resolved(text: str, published: dt.date | None) -> list[Timex]:
    """Every expression of the text with its TIMEX3 type and value."""
    found = []
    for whole in expressions(text):
        for one in timexes(whole):
            kind, value = timex(one, text, published)
            span = one.mention
            found.append({"start": span.start, "end": span.end, "text": span.words, "type": kind, "value": value})
    return found


def naive(text: str, published: dt.date | None) -> list[Timex]:
    """The floor: every expression found, each given the day of publication."""
    value = published.isoformat() if published else "XXXX-XX-XX"
    return [{**one, "type": "DATE", "value": value} for one in resolved(text, published)]


def scores(gold: Iterable[list[Timex]], predicted: Iterable[list[Timex]]) -> dict[str, float]:
    """Micro F1 over all articles, 0..1."""
    hits = {"value_f1": 0, "relaxed_f1": 0, "strict_f1": 0}
    wanted = given = 0
    for right, ours in zip(gold, predicted, strict=True):
        wanted, given = wanted + len(right), given + len(ours)
        for one, other in matched(right, ours):
            hits["relaxed_f1"] += 1
            hits["value_f1"] += one["value"] == other["value"]
            hits["strict_f1"] += (one["start"], one["end"]) == (other["start"], other["end"])
    return {key: 2 * hit / (wanted + given) if wanted + given else 0.0 for key, hit in hits.items()}


def matched(gold: list[Timex], ours: list[Timex]) -> list[tuple[Timex, Timex]]:
    """Pairs of overlapping expressions, each used once, those that share most first."""
    pairs = []
    for i, one in enumerate(gold):
        for j, other in enumerate(ours):
            shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
            if shared > 0:
                pairs.append((-shared, i, j))
    used_gold: set[int] = set()
    used_ours: set[int] = set()
    out = []
    for _, i, j in sorted(pairs):
        if i not in used_gold and j not in used_ours:
            used_gold.add(i)
            used_ours.add(j)
            out.append((gold[i], ours[j]))
    return out
