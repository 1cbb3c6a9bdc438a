"""Labels of the same event."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.same_event import Facts, facts, folded, labels


def _facts(quote: str, place: str | None = None, actor: str | None = None, before: str = "") -> Facts:
    return facts("airstrike", True, quote, quote, before, place, actor, frozenset())


BASE = _facts("jets bombed it on Monday", "Merova")
TALKS = replace(_facts("both sides met"), type="talks")


@pytest.mark.parametrize(
    ("second", "same", "reason"),
    [
        (BASE, True, "the same facts"),
        (_facts("jets bombed it on Monday", "Orlin"), False, "another place"),
        (_facts("jets bombed it on Friday"), False, "another day"),
        (replace(BASE, type="agreement"), False, "another kind of event"),
        (_facts("the strike killed nine", before="the "), True, "the strike"),
        (_facts("similar raids last year", "Merova"), True, "weighed, not forbidden: the same place and kind"),
        (_facts("jets bombed it on Monday", actor="rebels"), True, "a doer where none was said"),
        (_facts("similar raids in May 2015", "Orlin"), False, "another place and time"),
    ],
)
def test_a_quote_told_after_another_event(second: Facts, same: bool, reason: str) -> None:
    first, _, third = labels((BASE, TALKS, second))
    assert (first == third) is same, reason


def test_a_toll_said_twice_ties_and_another_toll_parts() -> None:
    one = replace(BASE, place=frozenset(), days=frozenset(), tolls=frozenset({("killed", 19)}))
    other = replace(one, tolls=frozenset({("killed", 44)}))
    assert labels((one, TALKS, one))[2] == "e1"
    assert labels((one, TALKS, other))[2] == "e3"


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
