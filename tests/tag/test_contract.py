"""What every tagger promises, run on every tagger there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.tag import TAGGERS, Tagger, tagger

TEXTS = ["", "Police said two were hurt.", "“" * 1000, "\x00\u202e15\ud800", "a" * 9_999, "Ünïcödé ｗｏｒｄｓ said."]


@pytest.fixture(params=sorted(TAGGERS), scope="module")
def each(request: pytest.FixtureRequest) -> Tagger:
    return tagger(request.param)


def keeps_the_contract(each: Tagger, text: str) -> None:
    tags = each.tag(text)
    assert tags.tagger == each.name
    assert tags == each.tag(text), "the same text gives the same tags"
    for tag in tags.tags:
        assert text[tag.mention.start : tag.mention.end] == tag.mention.words
    starts = [tag.mention.start for tag in tags.tags]
    assert starts == sorted(starts), "in order of their words"


@pytest.mark.parametrize("text", TEXTS)
def test_contract_on_hard_texts(each: Tagger, text: str) -> None:
    keeps_the_contract(each, text)


@given(text=st.text())
def test_contract_on_any_text(each: Tagger, text: str) -> None:
    keeps_the_contract(each, text)


def test_a_tagger_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(ValueError, match="'nobody'; there are: none"):
        tagger("nobody")
