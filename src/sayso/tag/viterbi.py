"""The best label sequence under learned transitions, in whole numbers, so that equal is equal and ties have a rule."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.tag.labels import BEGIN, INSIDE, NAMES, OUTSIDE

Floats = NDArray[np.floating[Any]]
Whole = NDArray[np.int64]
STEP = 256
"""Scores are rounded to this part of a unit of log-probability before they are added."""
FORBIDDEN = -10_000.0
"""What a move costs that never happens."""


def whole(scores: Floats) -> Whole:
    """The scores in whole steps."""
    rounded: Whole = np.rint(np.asarray(scores, np.float64) * STEP).astype(np.int64)
    return rounded


def best_labels(scores: Floats, moves: Floats, starts: Floats) -> Whole:
    """For each of several sequences over the same words the labels of greatest total score.

    `scores` [words, sequences, labels], `moves` [sequences, from, to], `starts` [sequences, labels]; the result is
    [words, sequences]. Of equal totals the lower label wins, from the last word backward. Linear in the words.
    """
    if len(scores) == 0:
        return np.zeros(scores.shape[:2], np.int64)
    steps, costs = whole(scores), whole(moves)
    total = steps[0] + whole(starts)
    came = np.zeros(steps.shape, np.int64)
    for n in range(1, len(steps)):
        reached = total[:, :, None] + costs
        came[n] = reached.argmax(axis=1)
        total = reached.max(axis=1) + steps[n]
    found = np.zeros(steps.shape[:2], np.int64)
    found[-1] = total.argmax(axis=1)
    rows = np.arange(steps.shape[1])
    for n in range(len(steps) - 1, 0, -1):
        found[n - 1] = came[n, rows, found[n]]
    return found


def plain_moves(sequences: int) -> tuple[Floats, Floats]:
    """Moves and starts of sequences without learned ones: no stretch goes on that has not begun."""
    moves, starts = np.zeros((sequences, 3, 3)), np.zeros((sequences, 3))
    moves[:, OUTSIDE, INSIDE] = starts[:, INSIDE] = FORBIDDEN
    return moves, starts


def name_moves() -> tuple[Floats, Floats]:
    """The same for the one sequence of NAMES: a name goes on only within its type."""
    moves, starts = np.zeros((1, len(NAMES), len(NAMES))), np.zeros((1, len(NAMES)))
    for to, label in enumerate(NAMES):
        if label.startswith("I-"):
            starts[0, to] = FORBIDDEN
            moves[0, [n for n, before in enumerate(NAMES) if before[2:] != label[2:]], to] = FORBIDDEN
    return moves, starts


def stretches(labels: Whole) -> list[range]:
    """The stretches of one sequence of OUTSIDE, BEGIN and INSIDE."""
    found: list[range] = []
    start: int | None = None
    for n, label in enumerate([*labels.tolist(), OUTSIDE]):
        if start is not None and label != INSIDE:
            found.append(range(start, n))
            start = None
        if label == BEGIN:
            start = n
    return found


def typed_stretches(labels: Whole) -> list[tuple[range, str]]:
    """The stretches of one sequence of NAMES, each with its type."""
    found: list[tuple[range, str]] = []
    start, kind = 0, ""
    for n, label in enumerate([*labels.tolist(), 0]):
        mark, _, now = NAMES[label].partition("-")
        if kind and mark != "I":
            found.append((range(start, n), kind))
            kind = ""
        if mark == "B":
            start, kind = n, now
    return found
