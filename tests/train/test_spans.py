"""Spans of code points to labels of words and back."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from train.labels import BEGIN, INSIDE, OUTSIDE
from train.spans import bio, layers, read_bio, words_in

WORDS = ((0, 3), (4, 8), (8, 9), (10, 12))


def test_words_in_takes_every_word_that_shares_a_character() -> None:
    assert words_in(WORDS, 4, 9) == range(1, 3)
    assert words_in(WORDS, 5, 6) == range(1, 2)
    assert words_in(WORDS, 3, 4) == range(1, 1), "a blank lies in no word"


def test_bio_leaves_out_what_overlaps_an_earlier_stretch() -> None:
    assert bio(5, [range(1, 3), range(2, 4), range(3, 5)]) == [OUTSIDE, BEGIN, INSIDE, BEGIN, INSIDE]


def test_an_inside_label_with_nothing_before_it_begins_a_stretch() -> None:
    assert read_bio([INSIDE, OUTSIDE, BEGIN, BEGIN, INSIDE]) == [range(0, 1), range(2, 3), range(3, 5)]


def test_layers_keep_overlapping_quotes_apart_and_say_what_is_lost() -> None:
    assert layers([(0, 9), (2, 5), (6, 12), (3, 4)]) == ([(0, 9)], [(2, 5), (6, 12)], [(3, 4)])


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=12))
def test_layers_lose_no_span_silently(pairs: list[tuple[int, int]]) -> None:
    spans = {(start, start + size) for start, size in pairs}
    dealt = layers(spans)
    assert sorted(span for layer in dealt for span in layer) == sorted(spans)
    for layer in dealt[:2]:
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(layer))


@given(st.lists(st.integers(1, 5), max_size=8))
def test_bio_reads_back(sizes: list[int]) -> None:
    stretches = []
    place = 0
    for size in sizes:
        stretches.append(range(place, place + size))
        place += size + (size % 2)
    assert read_bio(bio(place, stretches)) == stretches
