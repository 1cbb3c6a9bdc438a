"""PolNeAR: attributions as three BIO sequences, and pointers between their roles."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sayso.tag.wordpiece import WordPiece
from train.examples import Example, rows
from train.labels import ATTRIBUTION, Link
from train.mangle import mangled
from train.spans import bio, words_in


def examples(path: Path, cutter: WordPiece, mangle: bool = False) -> Iterator[Example]:
    """One example an article; with `mangle` without commas and apostrophes."""
    for row in rows(path):
        yield example(row, cutter, mangle)


def example(row: dict[str, Any], cutter: WordPiece, mangle: bool = False) -> Example:
    """An article's attributions: pieces of discontinuous spans stand alone, each content piece points to its cue."""
    text, moved = mangled(row["text"]) if mangle else (row["text"], _same)
    pieces = cutter.cut(text)
    stretches: dict[str, list[range]] = {role: [] for role in ATTRIBUTION}
    pointers: dict[tuple[str, int], set[int]] = defaultdict(set)
    for attribution in row["attributions"]:
        own = {role: _stretches(pieces.word_spans, attribution[role], moved) for role in ATTRIBUTION}
        for role in ATTRIBUTION:
            stretches[role] += own[role]
        if not own["cue"]:
            continue
        pointers["cue_source", own["cue"][0].start] |= {n for stretch in own["source"] for n in stretch}
        for stretch in own["content"]:
            pointers["content_cue", stretch.start] |= set(own["cue"][0])
    links = tuple(Link(name, origin, tuple(sorted(to))) for (name, origin), to in sorted(pointers.items()))
    labels = {role: bio(len(pieces.word_spans), stretches[role]) for role in ATTRIBUTION}
    return Example("polnear", row["id"], text, pieces, labels, links)


def _same(place: int) -> int:
    return place


def _stretches(
    word_spans: tuple[tuple[int, int], ...], spans: list[list[int]], moved: Callable[[int], int]
) -> list[range]:
    found = (words_in(word_spans, moved(start), moved(end)) for start, end in spans)
    return [stretch for stretch in found if stretch]
