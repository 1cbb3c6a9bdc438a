"""How readily a quote begins and goes on: two numbers, chosen on held-out articles, added to its moves.

Training on few articles leaves quotes too rare. Adding a number to every move into a label is the same as adding it to
the label's logits, so that the runtime needs to know nothing of it.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from train.answers import Answers, answers, of_torch
from train.claim_figures import judge
from train.decode import Tables, decoded, quotes
from train.examples import Example, load, rows
from train.labels import BEGIN, INSIDE, QUOTES, SPANS
from train.places import DATA, PREPARED

FILE = "balance.json"
STEPS = tuple((begin, inside) for begin in (0.0, 0.5, 1.0, 1.5, 2.0, 2.5) for inside in (0.0, 0.1, 0.25, 0.4))


def balanced(tables: Tables, more: Mapping[str, Sequence[float]]) -> Tables:
    """The moves and starts with `more` added, per sequence, for each word that begins a span and each that goes on."""
    moves, starts = (np.array(table, np.float64) for table in tables)
    for name, pair in more.items():
        for label, extra in zip((BEGIN, INSIDE), pair, strict=True):
            moves[SPANS.index(name), :, label] += extra
            starts[SPANS.index(name), label] += extra
    return moves, starts


def tables(reader: Any, folder: Path) -> Tables:
    """The moves and starts of a checkpoint, balanced as its folder says."""
    from train import crf

    plain = crf.constrained(reader.heads.moves.detach()).numpy(), reader.heads.starts.detach().numpy()
    kept = folder / FILE
    return balanced(plain, json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {})


def choose(folder: Path) -> dict[str, Any]:
    """Try every step on the held-out articles of claims_train; keep the one with the greatest found + tight F1."""
    from train.export import read_checkpoint
    from train.prepare import cutter
    from train.stages import held_out

    reader = read_checkpoint(folder)
    (folder / FILE).unlink(missing_ok=True)
    plain = tables(reader, folder)
    some = [one for one in load(PREPARED / "claims_train.jsonl", cutter()) if held_out(one.id)]
    asked = [(one, answers(of_torch(reader), one.text, one.pieces)) for one in some]
    gold = {str(row["article"]): row["claims"] for row in rows(DATA / "claims_train.jsonl")}
    tried = {}
    for step in STEPS:
        more = dict.fromkeys(QUOTES, step)
        tried[step] = _found(asked, balanced(plain, more), gold)
    best = max(tried, key=lambda step: (round(sum(tried[step]), 3), -sum(step)))
    (folder / FILE).write_text(json.dumps(dict.fromkeys(QUOTES, best)), encoding="utf-8")
    return {
        "chosen": best,
        "articles": len(some),
        "found_tight": {f"{begin:g} {inside:g}": pair for (begin, inside), pair in tried.items()},
    }


def _found(asked: list[tuple[Example, Answers]], tried: Tables, gold: Mapping[str, Any]) -> tuple[float, float]:
    predicted = {}
    for one, found in asked:
        spans = one.pieces.word_spans
        some = quotes(decoded(found, *tried))
        texts = [one.text[spans[quote.start][0] : spans[quote.stop - 1][1]] for quote in some]
        predicted[one.id] = [{"quote": text, "said_by": []} for text in texts]
    out, _ = judge().score({one.id: gold[one.id] for one, _ in asked}, predicted)
    return round(out["found"][2], 4), round(out["tight"][2], 4)
