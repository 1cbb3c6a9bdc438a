"""Does the ONNX file say what the trained network says, and does int8 decode to the same spans?"""

import json
from pathlib import Path
from typing import Any

import numpy as np

from train.answers import Ask, answers, of_onnx, of_torch
from train.decode import Tables, decoded
from train.examples import Example, load
from train.export import read_checkpoint
from train.labels import ROLES, SPANS
from train.places import PREPARED
from train.prepare import cutter
from train.scores import Tally

TOLERANCE = 1e-3
"""Greatest difference of a logit between torch and full-precision ONNX: both add the same numbers in another order."""
AGREEMENT = 0.92
"""Least F1 of int8 spans against full-precision spans, all sequences together. What it costs stands in the figures."""
MOST_BYTES = 30_000_000
ARTICLES = 12


def check(checkpoint: Path, out: Path) -> dict[str, Any]:
    """Compare on some dev articles. `passed` sums it up."""
    cut_text = cutter()
    read = (list(load(PREPARED / f"{name}.jsonl", cut_text)) for name in ("polnear_dev", "claims_practice"))
    some = [one for part in read for one in part[:ARTICLES]]
    table = json.loads((out / "labels.json").read_text(encoding="utf-8"))
    tables = np.array(table["moves"]), np.array(table["starts"])
    full = of_onnx(out / "model.fp32.onnx")
    apart = max(_apart(of_torch(read_checkpoint(checkpoint)), full, one) for one in some)
    agreement = _agreement(full, of_onnx(out / "model.onnx"), some, tables)
    size = (out / "model.onnx").stat().st_size
    passed = apart <= TOLERANCE and size <= MOST_BYTES and agreement["all"] >= AGREEMENT
    return {"passed": bool(passed), "torch_to_onnx": apart, "int8_to_fp32": agreement, "bytes": size}


def _apart(one_way: Ask, other_way: Ask, one: Example) -> float:
    here, there = (answers(ask, one.text, one.pieces).by_word for ask in (one_way, other_way))
    return max(float(np.abs(here[name] - there[name]).max()) for name in here)


def _agreement(full: Ask, small: Ask, some: list[Example], tables: Tables) -> dict[str, float]:
    tallies = {name: Tally() for name in (*SPANS, *ROLES)}
    for one in some:
        wanted, found = (decoded(answers(ask, one.text, one.pieces), *tables).spans for ask in (full, small))
        for name, tally in tallies.items():
            tally.add(wanted[name], found[name])
    whole = Tally(*(sum(getattr(tally, part) for tally in tallies.values()) for part in ("right", "predicted", "gold")))
    tallies["all"] = whole
    return {name: tally.row()[2] for name, tally in tallies.items() if tally.gold}
