"""The best label sequence under learned transitions, in whole numbers, so that equal is equal and ties have a rule."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.tag.labels import BEGIN, INSIDE, OUTSIDE

Floats = NDArray[np.floating[Any]]
STEP = 256
"""Scores are rounded to this part of a unit of log-probability before they are added."""
_FORBIDDEN = -10_000 * STEP


def whole(scores: Floats) -> NDArray[np.int64]:
    """The scores in whole steps."""
    rounded: NDArray[np.int64] = np.rint(np.asarray(scores, np.float64) * STEP).astype(np.int64)
    return rounded


def best_labels(scores: Floats, moves: Floats, starts: Floats) -> NDArray[np.int64]:
    """For each of several sequences over the same words the labels of greatest total score.

    `scores` [words, sequences, 3], `moves` [sequences, from, to], `starts` [sequences, 3]; the result is
    [words, sequences]. The move from OUTSIDE to INSIDE never happens. Of equal totals the lower label wins, from the
    last word backward: OUTSIDE before BEGIN before INSIDE. Linear in the words.
    """
    if len(scores) == 0:
        return np.zeros(scores.shape[:2], np.int64)
    steps = whole(scores)
    allowed = whole(moves)
    allowed[:, OUTSIDE, INSIDE] += _FORBIDDEN
    total = steps[0] + whole(starts)
    total[:, INSIDE] += _FORBIDDEN
    came = np.zeros(steps.shape, np.int64)
    for n in range(1, len(steps)):
        reached = total[:, :, None] + allowed
        came[n] = reached.argmax(axis=1)
        total = reached.max(axis=1) + steps[n]
    found = np.zeros(steps.shape[:2], np.int64)
    found[-1] = total.argmax(axis=1)
    rows = np.arange(steps.shape[1])
    for n in range(len(steps) - 1, 0, -1):
        found[n - 1] = came[n, rows, found[n]]
    return found


def stretches(labels: NDArray[np.int64]) -> list[range]:
    """The stretches of one sequence of labels."""
    found: list[range] = []
    start: int | None = None
    for n, label in enumerate([*labels.tolist(), OUTSIDE]):
        if start is not None and label != INSIDE:
            found.append(range(start, n))
            start = None
        if label == BEGIN:
            start = n
    return found
