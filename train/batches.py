"""Windows of examples in batches of like length. A batch mixes corpora: each loss sees only its own labels."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from sayso.tag.windows import windows
from train.examples import Example
from train.labels import CHOICES, CLAIM, LINKS, NAME_LAYERS, NOT_TRAINED, ROLES, SPANS

CLS, SEP, PAD = 101, 102, 0
"""Ids of BERT's vocabulary."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One window of one example: pieces `first`..`last` of its document."""

    example: Example
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Batch:
    """`places` are the pieces read ([CLS] and each word's first); all label tensors count places, [CLS] included."""

    ids: Tensor
    mask: Tensor
    places: Tensor
    at_word: Tensor
    labels: dict[str, Tensor]
    link_rows: dict[str, Tensor]
    link_targets: dict[str, Tensor]


def cut(examples: Sequence[Example], size: int) -> list[Piece]:
    """Windows that tile each example, ending at sentences, of at most `size` pieces."""
    return [
        Piece(one, window.first, window.last)
        for one in examples
        for window in windows(one.text, one.pieces, size, 0)
        if window.last > window.first
    ]


def batches(pieces: Sequence[Piece], tokens: int, draw: random.Random) -> Iterator[Batch]:
    """All windows once, about `tokens` places of padding and pieces a batch, in an order drawn from `draw`."""
    mixed = sorted(pieces, key=lambda one: (one.last - one.first) // 16 + draw.random())
    groups: list[list[Piece]] = []
    room = 0
    for one in mixed:
        length = one.last - one.first + 2
        if not groups or (len(groups[-1]) + 1) * max(length, room) > tokens:
            groups.append([])
            room = 0
        groups[-1].append(one)
        room = max(room, length)
    draw.shuffle(groups)
    for group in groups:
        yield batch(group)


def batch(group: Sequence[Piece]) -> Batch:
    """The tensors of some windows."""
    firsts = [_first_pieces(one) for one in group]
    length = max(one.last - one.first for one in group) + 2
    width = max(map(len, firsts)) + 1
    ids = torch.full((len(group), length), PAD)
    mask = torch.zeros(len(group), length, dtype=torch.long)
    places = torch.zeros(len(group), width, dtype=torch.long)
    at_word = torch.zeros(len(group), width)
    for n, (one, first) in enumerate(zip(group, firsts, strict=True)):
        row = [CLS, *one.example.pieces.ids[one.first : one.last], SEP]
        ids[n, : len(row)] = torch.tensor(row)
        mask[n, : len(row)] = 1
        places[n, 1 : len(first) + 1] = torch.tensor([place - one.first + 1 for place, _ in first])
        at_word[n, 1 : len(first) + 1] = 1
    words = [{word: n + 1 for n, (_, word) in enumerate(first)} for first in firsts]
    labels = {head: _labels(group, words, head, width) for head in (*SPANS, *ROLES, *CHOICES, CLAIM, *NAME_LAYERS)}
    rows, targets = _links(group, words, width)
    return Batch(ids, mask, places, at_word, labels, rows, targets)


def _first_pieces(one: Piece) -> list[tuple[int, int]]:
    """Each word that begins in the window: its first piece and its number."""
    words = one.example.pieces.words
    return [(n, words[n]) for n in range(one.first, one.last) if n == 0 or words[n] != words[n - 1]]


def _labels(group: Sequence[Piece], words: Sequence[dict[int, int]], head: str, width: int) -> Tensor:
    found = torch.full((len(group), width), NOT_TRAINED)
    for n, (one, places) in enumerate(zip(group, words, strict=True)):
        if head in one.example.labels and places:
            own = one.example.labels[head][min(places) : max(places) + 1]
            found[n, 1 : len(own) + 1] = torch.tensor(own)
    return found


def _links(
    group: Sequence[Piece], words: Sequence[dict[int, int]], width: int
) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """Per pointer: rows (window, origin), and which places are right for each row."""
    rows: dict[str, list[tuple[int, int]]] = {name: [] for name in LINKS}
    right: dict[str, list[Tensor]] = {name: [] for name in LINKS}
    for n, (one, places) in enumerate(zip(group, words, strict=True)):
        for link in one.example.links:
            targets = [places[word] for word in link.targets if word in places]
            if link.origin not in places or (link.targets and not targets):
                continue
            rows[link.name].append((n, places[link.origin]))
            row = torch.zeros(width, dtype=torch.bool)
            row[targets or [0]] = True
            right[link.name].append(row)
    made = {name: torch.tensor(pairs, dtype=torch.long).reshape(-1, 2) for name, pairs in rows.items()}
    none = torch.zeros(0, width, dtype=torch.bool)
    return made, {name: torch.stack(some) if some else none for name, some in right.items()}
