"""Measure a network on the dev sets: PolNeAR dev, claims_practice (or the held-out articles), the dev part of re3d."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from train import balance
from train.answers import Ask, of_onnx, of_torch
from train.claim_figures import claimed
from train.decode import Tables, pointed, read
from train.examples import Example, load, rows
from train.labels import ATTRIBUTION, NAMES
from train.places import DATA, PREPARED
from train.prepare import cutter
from train.scores import Tally
from train.spans import read_bio


def evaluate(checkpoint: Path, network: Path | None = None, most: int = 0) -> dict[str, Any]:
    """All figures of a checkpoint, or of the ONNX file made from it (with the labels.json beside it).

    Kept beside the checkpoint, for the card, where every article was read.
    """
    if network:
        table = json.loads((network.parent / "labels.json").read_text(encoding="utf-8"))
        ask, tables = of_onnx(network), (np.array(table["moves"]), np.array(table["starts"]))
    else:
        from train.export import read_checkpoint

        reader = read_checkpoint(checkpoint)
        ask, tables = of_torch(reader), balance.tables(reader, checkpoint)
    found = measured(ask, tables, most)
    if not most:
        kept = checkpoint / f"figures.{network.stem if network else 'torch'}.json"
        kept.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return found


def measured(ask: Ask, tables: Tables, most: int = 0) -> dict[str, Any]:
    """The figures of whatever answers; `most` articles a set, 0 for all."""
    sets: tuple[tuple[str, Callable[[Sequence[Example], Ask, Tables], dict[str, Any]]], ...] = (
        ("polnear_dev", attribution),
        ("claims_practice", claimed),
        ("re3d_dev", names),
    )
    cut_text = cutter()
    found = {}
    for name, measure in sets:
        some = list(load(PREPARED / f"{name}.jsonl", cut_text))
        found[name] = measure(some[:most] if most else some, ask, tables)
    return found


def attribution(some: Sequence[Example], ask: Ask, tables: Tables) -> dict[str, Any]:
    """Exact spans by role, and how often a pointer from a gold span finds the gold span among all gold ones."""
    tallies = {role: Tally() for role in ATTRIBUTION}
    links: dict[str, list[bool]] = defaultdict(list)
    for one in some:
        found, seen = read(one, ask, tables)
        gold = {role: read_bio(one.labels[role]) for role in ATTRIBUTION}
        for role in ATTRIBUTION:
            tallies[role].add(gold[role], seen.spans[role])
        for link in one.links:
            choices = gold["source" if link.name == "cue_source" else "cue"]
            to = pointed(found, link.name, range(link.origin, link.origin + 1), choices)
            links[link.name].append(bool(set(to or ()) & set(link.targets)) if link.targets else to is None)
    return {role: tally.row() for role, tally in tallies.items()} | {
        name: round(float(np.mean(right)), 4) for name, right in links.items()
    }


def names(some: Sequence[Example], ask: Ask, tables: Tables) -> dict[str, Any]:
    """Strict spans and types against every gold name, those lost in training's labels included."""
    kinds = {name[2:] for name in NAMES[1:]}
    gold = {str(row["id"]): row["entities"] for row in rows(DATA / "re3d_train.jsonl")}
    tally = Tally()
    for one in some:
        _, seen = read(one, ask, tables)
        spans = one.pieces.word_spans
        wanted = {(e["start"], e["end"], e["type"]) for e in gold[one.id] if e["type"] in kinds}  # type: ignore[attr-defined]
        tally.add(wanted, {(spans[r.start][0], spans[r.stop - 1][1], kind) for r, kind in seen.names})
    return {"names": tally.row()}
