"""The best sequence is the best of all sequences, and ties have a rule."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sayso.tag.labels import NAMES
from sayso.tag.viterbi import Floats, best_labels, name_moves, plain_moves, stretches, typed_stretches, whole

SCORES = st.floats(-4, 4, width=32)


@given(
    scores=arrays.arrays(np.float32, st.tuples(st.integers(1, 6), st.just(1), st.just(3)), elements=SCORES),
    moves=arrays.arrays(np.float32, (1, 3, 3), elements=SCORES),
    starts=arrays.arrays(np.float32, (1, 3), elements=SCORES),
)
def test_no_sequence_is_better(scores: Floats, moves: Floats, starts: Floats) -> None:
    steps, costs, first = whole(scores)[:, 0], whole(moves)[0], whole(starts)[0]

    def worth(labels: tuple[int, ...]) -> int:
        moved = sum(int(costs[a, b]) for a, b in itertools.pairwise(labels))
        return int(first[labels[0]]) + moved + sum(int(steps[n, label]) for n, label in enumerate(labels))

    found = tuple(best_labels(scores, moves, starts)[:, 0].tolist())
    assert worth(found) == max(map(worth, itertools.product(range(3), repeat=len(steps))))


@given(scores=arrays.arrays(np.float32, st.tuples(st.integers(0, 30), st.just(2), st.just(3)), elements=SCORES))
def test_no_stretch_goes_on_that_has_not_begun(scores: Floats) -> None:
    for row in best_labels(scores, *plain_moves(2)).T.tolist():
        assert not any(now == 2 and before == 0 for before, now in itertools.pairwise([0, *row]))


@pytest.mark.parametrize(
    ("scores", "wanted"),
    [
        ([[0, 0, 0], [0, 0, 0]], [0, 0]),  # all equal: outside
        ([[0, 1, 0], [0, 0, 1]], [1, 2]),  # begin, then inside
        ([[0, 1, 0], [0, 1, 1]], [1, 1]),  # equal in the end: the lower label
        ([[0, 0, 9], [0, 0, 0]], [0, 0]),  # inside never comes first
        ([[0, 0, 0], [0, 0.001, 0]], [0, 0]),  # below a step is equal
    ],
)
def test_ties(scores: list[list[float]], wanted: list[int]) -> None:
    assert best_labels(np.array(scores)[:, None], *plain_moves(1))[:, 0].tolist() == wanted


def test_names_go_on_only_within_their_type() -> None:
    person, place = NAMES.index("B-Person"), NAMES.index("B-Location")
    scores = np.zeros((4, len(NAMES)))
    scores[0, person] = scores[1, person + 1] = scores[3, place] = 5
    scores[2, place + 1] = 3  # a further word of a place, with none before it
    found = typed_stretches(best_labels(scores[:, None], *name_moves())[:, 0])
    assert found == [(range(0, 2), "Person"), (range(3, 4), "Location")]


def test_stretches() -> None:
    assert stretches(np.array([1, 2, 0, 1, 1, 2])) == [range(0, 2), range(3, 4), range(4, 6)]
