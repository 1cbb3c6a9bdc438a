"""Ids are made of content: the same content has one id, other content another."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.record import content_id

PARTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3), max_leaves=6
)


def test_parts_are_never_joined() -> None:
    assert content_id("claim", "ab", "c") != content_id("claim", "a", "bc")
    assert content_id("claim", "abc") != content_id("claim", "ab", "c")
    assert content_id("claim", ["a"], "b") != content_id("claim", "a", ["b"])
    assert content_id("claim", 1) != content_id("claim", "1")
    assert content_id("claim", None) != content_id("claim", "None")
    assert content_id("a", "x") != content_id("b", "x")


@given(st.lists(PARTS, max_size=4), st.lists(PARTS, max_size=4))
def test_ids_are_equal_exactly_when_the_parts_are(one: list[object], two: list[object]) -> None:
    # repr tells True from 1, which compare equal
    assert (content_id("k", *one) == content_id("k", *two)) == (repr(one) == repr(two))


@given(st.text())
def test_any_text_has_an_id_even_with_lone_surrogates(text: str) -> None:
    assert content_id("k", text, "\ud800") == content_id("k", text, "\ud800")


def test_what_is_not_json_has_no_id() -> None:
    with pytest.raises(TypeError):
        content_id("k", b"bytes")
    with pytest.raises(ValueError, match="JSON compliant"):
        content_id("k", float("nan"))


def test_an_id_says_its_kind() -> None:
    kind, _, digits = content_id("article", "x").partition("-")
    assert kind == "article"
    assert len(digits) == 20
    assert set(digits) <= set("0123456789abcdef")


def test_ids_do_not_hang_on_the_hash_seed() -> None:
    code = "from sayso.record import content_id; print(content_id('k', {'b': 1, 'a': [2]}, 'x'))"
    found = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONHASHSEED": seed}, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert found == {content_id("k", {"a": [2], "b": 1}, "x") + "\n"}
