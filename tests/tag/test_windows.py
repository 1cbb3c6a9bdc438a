"""Windows cover the text, overlap, and each piece is answered for once, by the window in which it stands centrally."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.tag.windows import Window, breaks, windows
from sayso.tag.wordpiece import Pieces, wordpiece
from tests.tag.wordpiece_table import VOCABULARY

TEXTS = st.lists(st.sampled_from(["police", "said", "it", ".", " ", "\n", "”", "!", "Dr.", "a" * 7, "-", "é"])).map(
    " ".join
) | st.text(max_size=200)


def cut(text: str) -> Pieces:
    return wordpiece(VOCABULARY).cut(text)


def began(text: str) -> list[str]:
    """What stands behind each break, up to four characters."""
    pieces = cut(text)
    return [text[pieces.starts[n] :][:4] for n in breaks(text, pieces)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two fled. Six hid! One ran", ["Six ", "One "]),
        ("“We left.” He wept", ["He w"]),  # the closing mark belongs to what ends
        ("It rose 3.5 points", []),  # no blank behind the dot
        ("Title\nBody", ["Body"]),  # a line's end, with no dot
        ("Dr. Who", ["Who"]),  # an abbreviation is cut, which windows bear
        (". . .", [". .", "."]),  # every dot before a blank ends something
        ("", []),
    ],
)
def test_breaks(text: str, wanted: list[str]) -> None:
    assert began(text) == wanted


@given(text=TEXTS, size=st.integers(4, 40), overlap=st.integers(0, 13))
def test_windows_cover_in_order_and_each_piece_is_owned_once(text: str, size: int, overlap: int) -> None:
    overlap = min(overlap, (size - 1) // 3)
    pieces = cut(text)
    found = windows(text, pieces, size, overlap)
    assert [n for one in found for n in range(one.own_first, one.own_last)] == list(range(len(pieces)))
    for one in found:
        assert one.first <= one.own_first < one.own_last <= one.last <= one.first + size
    for left, right in itertools.pairwise(found):
        assert left.first < right.first <= left.last < right.last
        assert left.last - right.first <= overlap
    assert found == windows(text, pieces, size, overlap)


def test_a_short_text_is_one_window() -> None:
    pieces = cut("Two fled. Six hid.")
    assert windows("Two fled. Six hid.", pieces, 64, 8) == (Window(0, len(pieces), 0, len(pieces)),)


def test_windows_end_and_change_over_at_sentence_ends() -> None:
    text = "a b c d e. " * 12
    found = windows(text, cut(text), 20, 6)
    assert found[:2] == (Window(0, 18, 0, 12), Window(12, 30, 12, 24))


def test_without_sentence_ends_neighbours_share_the_overlap_and_change_over_in_its_middle() -> None:
    text = "a " * 40
    found = windows(text, cut(text), 20, 6)
    assert found[:2] == (Window(0, 20, 0, 17), Window(14, 34, 17, 31))


def test_a_word_is_not_parted_where_windows_change() -> None:
    text = "unaffable " * 30
    pieces = cut(text)
    for one in windows(text, pieces, 16, 5)[1:]:
        assert pieces.words[one.own_first] != pieces.words[one.own_first - 1]
        assert pieces.words[one.first] != pieces.words[one.first - 1]


def test_an_overlap_of_a_third_or_more_is_refused() -> None:
    with pytest.raises(ValueError, match="less than a third"):
        windows("a", cut("a"), 9, 3)
