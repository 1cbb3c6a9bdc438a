"""Sentences tile the text and end where a reader would end them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.sentences import sentences
from tests.marks import read_marks, spans_of

CASES = [
    ("two plain sentences", "[s The bridge fell.] [s Nobody crossed it again.]"),
    ("a rank before a name", "[s Lt. Gen. Omar Daud left.] [s He took no calls.]"),
    ("initials", "[s J. R. Okoro spoke in U.N. talks on Monday.]"),
    ("an abbreviation that ends a sentence", "[s They crossed into the U.S.] [s The guards waved.]"),
    ("a number after No.", "[s Brigade No. 7 held the hill.] [s It rained.]"),
    ("a decimal", "[s About 3.5 million people fled.] [s Few returned.]"),
    ("a closing quote belongs to its sentence", "[s “We did not fire.”] [s The colonel sat down.]"),
    ("no blank after the stop", "[s The camp was empty.][s Soldiers had left.]"),
    ("a lower-case word goes on", "[s The St. Petersburg paper, est. 1901, is shut.]"),
    ("lines are paragraphs", "[s Residents say]\n[s The planes came back]"),
    ("a line that goes on in lower case", "[s Troops left the\ncamp at dawn.] [s It rained.]"),
    ("question and exclamation", "[s Who fired?] [s Nobody knows!] [s They left…]"),
]


@pytest.mark.parametrize(("reason", "marked"), CASES, ids=[reason for reason, _ in CASES])
def test_sentences_end_where_they_should(reason: str, marked: str) -> None:
    text, marks = read_marks(marked)
    assert [(s.start, s.stop) for s in sentences(text)] == spans_of(marks, "s"), reason


def test_hard_wrapped_lines_are_not_sentences() -> None:
    text = "The first line of a wire\ngoes on here.\n\nThe next one\nhas two lines.\n\nThe end\nis near.\n"
    assert len(sentences(text)) == 3


@given(st.text(alphabet=st.sampled_from('aB.!?…"”’)\n 1é\u202e'), max_size=300) | st.text(max_size=200))
def test_tiles_join_to_the_text(text: str) -> None:
    tiles = sentences(text)
    assert "".join(text[tile.start : tile.end] for tile in tiles) == text
    assert all(tile.start <= tile.stop <= tile.end for tile in tiles)
