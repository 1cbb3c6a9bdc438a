"""Pieces are BERT's, their spans are the text's."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.tag.characters import became
from sayso.tag.wordpiece import LONGEST, WordPiece, read_vocabulary, wordpiece, words
from tests.tag.wordpiece_table import SENTENCES, VOCABULARY, library_pieces, rows

PIECES = read_vocabulary(VOCABULARY)
ANY_TEXT = st.text(alphabet=st.characters(codec=None)) | st.text("aé ßİ.\u0301\u200b,東\ud800\n", max_size=60)


def own(text: str) -> list[tuple[str, int, int]]:
    cut = wordpiece(VOCABULARY).cut(text)
    return [(PIECES[i], start, end) for i, start, end in zip(cut.ids, cut.starts, cut.ends, strict=True)]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"][:24] or "empty")
def test_the_same_pieces_as_the_library_gave(row: dict[str, Any]) -> None:
    assert own(row["text"]) == [tuple(piece) for piece in row["pieces"]]


def test_the_table_is_of_the_sentences_that_stand_beside_it() -> None:
    assert tuple(row["text"] for row in rows()) == SENTENCES


def test_the_same_pieces_as_the_library_gives_now() -> None:
    pytest.importorskip("tokenizers", reason="the library is not part of this environment; the table stands for it")
    assert [own(text) for text in SENTENCES] == library_pieces(SENTENCES)


@given(text=ANY_TEXT)
def test_every_kept_character_lies_in_one_word_and_in_its_pieces(text: str) -> None:
    cut = wordpiece(VOCABULARY).cut(text)
    kept = {place for place, char in enumerate(text) if became(char).kept}
    assert {place for word in words(text) for place in word.places} == kept
    covered = {place for start, end in zip(cut.starts, cut.ends, strict=True) for place in range(start, end)}
    assert kept <= covered


@given(text=ANY_TEXT)
def test_spans_increase_and_stay_in_their_word(text: str) -> None:
    cut = wordpiece(VOCABULARY).cut(text)
    assert list(cut.words) == sorted(cut.words)
    assert set(cut.words) == set(range(len(cut.word_spans)))
    for start, end, word in zip(cut.starts, cut.ends, cut.words, strict=True):
        first, stop = cut.word_spans[word]
        assert first <= start < end <= stop <= len(text)
    assert list(cut.starts) == sorted(cut.starts)
    stops = [stop for span in cut.word_spans for stop in span]
    one_each = all(len(became(char).kept) <= 1 for char in text)
    assert stops == sorted(stops) or not one_each, "words do not overlap, unless one character became two words"


@given(left=ANY_TEXT, right=ANY_TEXT)
def test_a_text_behind_a_blank_is_cut_as_if_it_stood_alone(left: str, right: str) -> None:
    shift = len(left) + 1
    moved = [(piece, start + shift, end + shift) for piece, start, end in own(right)]
    if unicodedata.category((right or "a")[0]) != "Mn":
        assert own(f"{left} {right}") == own(left) + moved


def test_an_accent_behind_the_last_letter_belongs_to_the_word() -> None:
    cut = wordpiece(VOCABULARY).cut("cafe\u0301, x")
    assert (cut.ends[0], cut.word_spans[0]) == (4, (0, 5))


def test_a_word_over_the_bound_is_one_unknown_piece() -> None:
    assert own("b" * (LONGEST + 1)) == [("[UNK]", 0, LONGEST + 1)]


def test_a_vocabulary_of_another_kind_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"no \[CLS\], \[SEP\]"):
        WordPiece(("[UNK]", "[PAD]", "a"))
