"""Quotations: straight and curly marks, over sentences, and marks that were lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.quotations import quotations
from sayso.extract.sentences import sentences
from tests.marks import read_marks, spans_of

FOUND = [
    ('The mayor said "[q we are safe]" on Monday.', "straight marks"),
    ("The mayor said “[q we are safe]” on Monday.", "curly marks"),
    ('"[q We are safe. Nobody is hurt.]" he said.', "a quotation may hold a sentence end"),
    ('He spoke of a "[q clear breach]" and of "[q bad faith]".', "two in one sentence"),
    ('"[q We are safe.] He left. "[q All is well]" he said.', "a lost closer: the sentence ends the first"),
    ('The wall is 5" thick.', "an inch mark closes nothing"),
    ("Nothing is quoted here.", "no mark"),
]


@pytest.mark.parametrize(("marked", "reason"), FOUND)
def test_quotations_are_found(marked: str, reason: str) -> None:
    text, marks = read_marks(marked)
    found = [(q.first, q.last) for q in quotations(text, sentences(text))]
    assert found == spans_of(marks, "q"), reason


def test_a_quotation_with_a_lost_closer_says_so() -> None:
    text = '"We are safe. "All is well" he said.'
    assert [q.closed for q in quotations(text, sentences(text))] == [False, True]


@given(st.text(alphabet='"“” .aB\n', max_size=80))
def test_quotations_stand_in_order_inside_the_text(text: str) -> None:
    found = quotations(text, sentences(text))
    ends = [0, *(edge for q in found for edge in (q.start, q.end)), len(text)]
    assert ends == sorted(ends)
    assert all(q.start <= q.first < q.last <= q.end for q in found)


def test_a_hundred_thousand_marks_are_read() -> None:
    text = '"' * 100_000
    assert all(q.end <= len(text) for q in quotations(text, sentences(text)))
