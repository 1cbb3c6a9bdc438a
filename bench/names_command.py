"""`python -m bench names`: names with their types against gold (re3d). Keys: ../shared/score/README.md.

A name is right where span and type are equal; each counts once. Of a file whose name ends in "_train" only the dev part
is scored (the documents whose sha256(id) mod 3 is 0), since a tagger is trained on the others; of any other, all.
(`bench/names.py` is about when two names are one.)
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench import tagger_option
from bench.files import rows, wanted, write_rows
from bench.names_readers import Name, Reader, naive, reader
from bench.tables import rounded, table


def is_dev(identity: str) -> bool:
    """Whether a document of a training file is kept from training, to measure on."""
    return int(hashlib.sha256(identity.encode("utf-8")).hexdigest(), 16) % 3 == 0


def measure(path: Path, read: Reader, predictions: Path | None = None) -> dict[str, Any]:
    """Score a reader on a file, and the naive floor beside it.

    With `predictions`, write there what was found, in the form of the data.
    """
    part = "dev" if path.stem.endswith("_train") else "all"
    every = [row for row in rows(path) if part == "all" or is_dev(str(row["id"]))]
    gold = [[(one["start"], one["end"], one["type"]) for one in row["entities"]] for row in every]
    found = [read(row["text"]) for row in every]
    if predictions is not None:
        write_rows(predictions, (_row(row, names) for row, names in zip(every, found, strict=True)))
    floor = [naive(row["text"]) for row in every]
    counts = {"articles": len(every), "part": part, "gold": sum(map(len, gold)), "predicted": sum(map(len, found))}
    return {**counts, **scores(gold, found), "naive": scores(gold, floor)}


def _row(row: dict[str, Any], names: list[Name]) -> dict[str, Any]:
    found = [
        {"start": start, "end": end, "type": kind, "text": row["text"][start:end]} for start, end, kind in names
    ]
    return {**row, "entities": found, "relations": []}


def scores(gold: Iterable[list[Name]], found: Iterable[list[Name]]) -> dict[str, Any]:
    """`f1`, micro over all names, and `f1_by_type` for every type of the gold; 0..1."""
    wanted_, given, right = Counter[str](), Counter[str](), Counter[str]()
    for names, ours in zip(gold, found, strict=True):
        wanted_.update(kind for _, _, kind in set(names))
        given.update(kind for _, _, kind in set(ours))
        right.update(kind for _, _, kind in set(names) & set(ours))
    by_type = {kind: _f1(right[kind], given[kind], wanted_[kind]) for kind in sorted(wanted_)}
    return {"f1": _f1(right.total(), given.total(), wanted_.total()), "f1_by_type": by_type}


def _f1(right: int, given: int, wanted_: int) -> float:
    return 2 * right / (given + wanted_) if given + wanted_ else 0.0


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this bench."""
    tagger_option.configure(parser, "re3d_train.jsonl")


def run(options: argparse.Namespace) -> int:
    """Measure and print."""
    path = wanted(options.data, "--data")
    found = measure(path, reader(options.tagger), options.predictions) | {"tagger": options.tagger}
    if options.json:
        print(json.dumps(rounded(found)))
        return 0
    read = f"{found['articles']} articles ({found['part']})"
    print(f"{read}, {found['gold']} gold names, {found['predicted']} predicted\n")
    floor = found["naive"]
    lines = [("f1", found["f1"], floor["f1"])]
    lines += [(kind, value, floor["f1_by_type"][kind]) for kind, value in found["f1_by_type"].items()]
    print(table(("strict F1", f"tagger {options.tagger}", "naive"), lines))
    return 0
