"""The law of spans: text[start:end] == words, for every mention that exists."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.record import Mention

TEXT = "Police said “two” died 😀 here."


@given(st.text(min_size=1), st.integers(-3, 40), st.integers(-3, 40))
def test_a_mention_reads_as_the_text_or_does_not_exist(text: str, start: int, end: int) -> None:
    if 0 <= start < end <= len(text):
        mention = Mention(start, end, text)
        assert mention.words == text[mention.start : mention.end]
    else:
        with pytest.raises(ValueError, match=r"is empty or leaves the text"):
            Mention(start, end, text)


def test_spans_count_code_points() -> None:
    start = TEXT.index("here")
    assert Mention(start, start + 4, TEXT).words == "here", "an emoji before it counts as one"


def test_words_cannot_be_given_or_changed() -> None:
    with pytest.raises(TypeError):
        Mention(0, 6, TEXT, words="Police")  # type: ignore[call-arg]
    with pytest.raises(dataclasses.FrozenInstanceError):
        Mention(0, 6, TEXT).words = "Army"  # type: ignore[misc]


def test_mentions_of_one_text_sort_by_place() -> None:
    late, early = Mention(7, 11, TEXT), Mention(0, 6, TEXT)
    assert sorted([late, early]) == [early, late]


SPAN = st.tuples(st.integers(0, 20), st.integers(0, 20)).filter(lambda span: span[0] < span[1])


@given(SPAN, SPAN)
def test_covering_and_overlapping_are_what_sets_of_places_say(one: tuple[int, int], two: tuple[int, int]) -> None:
    a, b = Mention(*one, TEXT), Mention(*two, TEXT)
    places, others = set(range(*one)), set(range(*two))
    assert a.covers(b) == (others <= places)
    assert a.overlaps(b) == bool(places & others)
