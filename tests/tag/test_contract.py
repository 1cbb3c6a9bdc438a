"""What every tagger promises, run on every tagger there is."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.tag import TAGGERS, Tagger, tagger
from sayso.tag.model_files import ModelError
from sayso.tag.trained import Trained
from tests.tag.tiny_model import TINY

TEXTS = [
    "", "Police said two men were hurt.", "“" * 1000, "\x00\u202e15\ud800", "a" * 10_000, "Ünïcödé ｗｏｒｄｓ said.",
    " \n ", "\u200b\u0301", "He said 3 died. " * 200,
]  # fmt: skip
MADE: dict[str, Callable[[], Tagger]] = {**TAGGERS, "minilm with a tiny network": lambda: Trained(TINY)}


@pytest.fixture(params=sorted(MADE), scope="module")
def each(request: pytest.FixtureRequest) -> Tagger:
    try:
        return MADE[request.param]()
    except ModelError as error:
        pytest.skip(str(error))


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


@settings(max_examples=60, deadline=None)
@given(text=st.text())
def test_contract_on_any_text(each: Tagger, text: str) -> None:
    keeps_the_contract(each, text)


def test_a_tagger_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(ValueError, match="'nobody'; there are: minilm, none"):
        tagger("nobody")
