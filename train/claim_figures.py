"""The figures of claims that tags alone give, by the judge of claims, and by the side of the publisher."""

import functools
import importlib.util
from collections.abc import Sequence
from typing import Any

from train.answers import Answers, Ask
from train.decode import Decoded, Tables, choice, pointed, quotes, read
from train.examples import Example, rows
from train.labels import CHOICES, NOT_TRAINED
from train.places import DATA

SCORER = DATA.parent / "score" / "score_claims.py"
SHOWN = (
    "gold", "predicted", "found", "tight", "sourced", "denials", "root_source", "stance", "stance_macro", "slots",
)  # fmt: skip
"""Of the judge's figures those that tags alone can give."""
SIDES = {
    "Damascus and allies": ("sana", "sputnik", "tass", "alalam", "manar"),
    "opposition and states behind it": ("etilaf", "trt", "dailysabah", "alaraby", "arabiya", "asharqalawsat"),
}
"""By who owns or funds the outlet; agencies and papers of other states are "others"."""


def claimed(some: Sequence[Example], ask: Ask, tables: Tables) -> dict[str, Any]:
    """The judge's figures for claims made from tags alone: no rules, no names behind pronouns, no numbers."""
    scorer = judge()
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
    out, _ = scorer.score(wanted, predicted)
    shown = {key: out[key] for key in SHOWN}
    shown["sides"] = {side: scorer.score(part, predicted)[0]["found"] for side, part in _sides(wanted).items()}
    return shown | {name: round(right / max(1, count), 4) for name, (right, count) in heads.items()}


def _sides(gold: dict[str, list[Any]]) -> dict[str, dict[str, list[Any]]]:
    """The articles by the side of their publisher."""
    side_of = {publisher: side for side, publishers in SIDES.items() for publisher in publishers}
    parts: dict[str, dict[str, list[Any]]] = {}
    for name in ("claims_train", "claims_train_other", "claims_practice"):
        for row in rows(DATA / f"{name}_articles.jsonl"):
            if row["id"] in gold:
                side = side_of.get(str(row["publisher"]), "others")
                parts.setdefault(side, {})[str(row["id"])] = gold[str(row["id"])]
    return parts


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
    labels = one.labels[name]
    return [(range(n, n + 1), CHOICES[name][label]) for n, label in enumerate(labels) if label != NOT_TRAINED]


@functools.cache
def judge() -> Any:
    """The module that scores claims."""
    spec = importlib.util.spec_from_file_location("score_claims", SCORER)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
