"""Measure a network on the dev sets: PolNeAR dev, claims_practice (or the held-out articles), the dev part of re3d."""

import importlib.util
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from train.answers import Answers, Ask, answers, of_torch
from train.decode import Decoded, choice, decoded, pointed
from train.examples import Example, load, rows
from train.labels import ATTRIBUTION, NAMES, NOT_TRAINED
from train.places import DATA, PREPARED
from train.prepare import cutter
from train.scores import Tally
from train.spans import read_bio

Tables = tuple[Any, Any]
SCORER = DATA.parent / "score" / "score_claims.py"
SHOWN = (
    "gold", "predicted", "found", "tight", "sourced", "denials", "root_source", "stance", "stance_macro", "slots",
)  # fmt: skip
"""Of the judge's figures those that tags alone can give."""


def evaluate(checkpoint: Path, most: int = 0) -> dict[str, Any]:
    """All figures of a checkpoint; written beside it as figures.json where every article was read."""
    from train import crf
    from train.export import read_checkpoint

    reader = read_checkpoint(checkpoint)
    tables = (crf.constrained(reader.heads.moves.detach()).numpy(), reader.heads.starts.detach().numpy())
    found = measured(of_torch(reader), tables, most)
    if not most:
        (checkpoint / "figures.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return found


def measured(ask: Ask, tables: Tables, most: int = 0) -> dict[str, Any]:
    """The figures of whatever answers; `most` articles a set, 0 for all."""
    sets: tuple[tuple[str, Callable[[Sequence[Example], Ask, Tables], dict[str, Any]]], ...] = (
        ("polnear_dev", attribution),
        ("claims_practice", claims),
        ("re3d_dev", names),
    )
    cut_text = cutter()
    found = {}
    for name, measure in sets:
        some = list(load(PREPARED / f"{name}.jsonl", cut_text))
        found[name] = measure(some[:most] if most else some, ask, tables)
    return found


def read(one: Example, ask: Ask, tables: Tables) -> tuple[Answers, Decoded]:
    """Answers about a document, and what they come to."""
    found = answers(ask, one.text, one.pieces)
    return found, decoded(found, *tables)


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


def claims(some: Sequence[Example], ask: Ask, tables: Tables) -> dict[str, Any]:
    """The judge's figures for claims made from tags alone: no rules, no names behind pronouns, no numbers."""
    judge = _judge()
    gold: dict[str, list[Any]] = {}
    for name in ("claims_train", "claims_train_other", "claims_practice"):
        gold |= {str(row["article"]): row["claims"] for row in rows(DATA / f"{name}.jsonl")}  # type: ignore[misc]
    predicted = {}
    heads = {name: [0, 0] for name in ("kind", "group", "part")}
    for one in some:
        found, seen = read(one, ask, tables)
        predicted[one.id] = [_claim(one, found, seen, quote) for quote in quotes(seen)]
        for name, pair in heads.items():
            for figure in _figures(one, name):
                pair[1] += 1
                pair[0] += choice(found, name, figure[0]) == figure[1]
    wanted = {one.id: gold[one.id] for one in some}
    out, _ = judge.score(wanted, predicted)
    shown = {key: out[key] for key in SHOWN}
    return shown | {name: round(right / max(1, count), 4) for name, (right, count) in heads.items()}


def quotes(seen: Decoded) -> list[range]:
    """The quotes of both layers; of two that are the same one is kept."""
    return sorted(set(seen.spans["quote"]) | set(seen.spans["inner"]), key=lambda quote: (quote.start, quote.stop))


def _claim(one: Example, found: Answers, seen: Decoded, quote: range) -> dict[str, Any]:
    def words(stretch: range | None) -> str | None:
        spans = one.pieces.word_spans
        return one.text[spans[stretch.start][0] : spans[stretch.stop - 1][1]] if stretch else None

    slots = {}
    for role in ("actor", "target", "place"):
        slots[role] = words(next((span for span in seen.spans[role] if span.start in quote), None))
    speaker = words(pointed(found, "quote_source", quote, seen.spans["source"]))
    return slots | {
        "quote": words(quote),
        "said_by": [speaker] if speaker else [],
        "stance": choice(found, "stance", quote),
        "type": choice(found, "type", quote),
        "date": None,
        "harm": [],
    }


def _figures(one: Example, name: str) -> list[tuple[range, str]]:
    """The words of gold numbers with their label."""
    from train.labels import CHOICES

    labels = one.labels[name]
    return [(range(n, n + 1), CHOICES[name][label]) for n, label in enumerate(labels) if label != NOT_TRAINED]


def _judge() -> Any:
    spec = importlib.util.spec_from_file_location("score_claims", SCORER)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
