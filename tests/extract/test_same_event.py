"""Labels of the same event."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.same_event import Facts, facts, folded, labels


def _facts(quote: str, place: str | None = None, actor: str | None = None, before: str = "") -> Facts:
    return facts("airstrike", True, quote, quote, before, place, actor, frozenset())


BASE = _facts("jets bombed it on Monday", "Merova")


@pytest.mark.parametrize(
    ("second", "wanted", "reason"),
    [
        (BASE, ("e1", "e1"), "the same facts"),
        (_facts("jets bombed it on Monday", "Orlin"), ("e1", "e2"), "another place"),
        (_facts("jets bombed it on Friday"), ("e1", "e2"), "another day"),
        (replace(BASE, type="agreement"), ("e1", "e2"), "another kind of event"),
        (_facts("the strike killed nine", before="the "), ("e1", "e1"), "the strike"),
        (_facts("similar raids last year", "Merova"), ("e1", "e1"), "weighed, not forbidden: the same place and kind"),
        (_facts("similar raids in May 2015", "Orlin"), ("e1", "e2"), "another place and time"),
    ],
)
def test_two_quotes(second: Facts, wanted: tuple[str, str], reason: str) -> None:
    assert labels((BASE, second)) == wanted, reason


def test_a_toll_said_twice_ties() -> None:
    one = replace(BASE, place=frozenset(), tolls=frozenset({("killed", 19)}))
    other = replace(one, tolls=frozenset({("killed", 44), ("injured", 3)}), other=True)
    assert labels((one, one)) == ("e1", "e1")
    assert labels((one, BASE, BASE, other))[-1] == "e2"


def test_names_are_compared_by_what_tells_them_apart() -> None:
    assert folded("the town of Merova") == frozenset({"merova"})
    assert folded("the army") == frozenset({"the", "army"})
    assert folded(None) == frozenset()


_SOME = st.builds(
    Facts,
    st.sampled_from(["airstrike", "attack", "talks"]),
    st.booleans(),
    st.frozensets(st.sampled_from(["merova", "orlin"]), max_size=1),
    st.frozensets(st.sampled_from(["army", "rebels"]), max_size=1),
    st.frozensets(st.sampled_from(["monday", "friday"]), max_size=1),
    st.booleans(),
    st.booleans(),
    st.frozensets(st.tuples(st.just("killed"), st.integers(2, 4)), max_size=2),
)


@given(st.lists(_SOME, max_size=30))
def test_labels_count_up_and_depend_only_on_what_stands_before(rows: list[Facts]) -> None:
    given_labels = labels(rows)
    seen = list(dict.fromkeys(given_labels))
    assert seen == [f"e{n + 1}" for n in range(len(seen))]
    assert labels(rows[: len(rows) // 2]) == given_labels[: len(rows) // 2]
