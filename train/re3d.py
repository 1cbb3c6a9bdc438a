"""re3d: names of organisations, places, people, times and weapons, as BIO sequences with types."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.tag.wordpiece import WordPiece
from train.examples import Example, rows
from train.labels import NAME_LAYERS, NAME_TYPES, NAMES
from train.spans import words_in


def in_dev(identity: str) -> bool:
    """Whether the document is measured on and never trained on: every third, by the hash of its id."""
    return int(hashlib.sha256(identity.encode()).hexdigest(), 16) % 3 == 0


def examples(path: Path, cutter: WordPiece, dev: bool) -> Iterator[Example]:
    """One example a document of the asked part."""
    for row in rows(path):
        if in_dev(str(row["id"])) == dev:
            yield example(row, cutter)


def example(row: dict[str, Any], cutter: WordPiece) -> Example:
    """Names in two layers, the longest first; a third name at one place is left out."""
    pieces = cutter.cut(row["text"])
    layers = {name: [0] * len(pieces.word_spans) for name in NAME_LAYERS}
    for entity in sorted(row["entities"], key=lambda one: (one["start"] - one["end"], one["start"], one["type"])):
        stretch = words_in(pieces.word_spans, entity["start"], entity["end"])
        free = (labels for labels in layers.values() if not any(labels[n] for n in stretch))
        labels = next(free, None)
        if labels is None or entity["type"] not in NAME_TYPES:
            continue
        for n in stretch:
            labels[n] = NAMES.index(f"{'B' if n == stretch.start else 'I'}-{entity['type']}")
    return Example("re3d", row["id"], row["text"], pieces, layers)
