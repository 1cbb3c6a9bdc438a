"""Every word list says where it comes from, and loads."""

import tomllib
from importlib import resources

import pytest

from sayso.lexicon import alternatives, digest, load, names
from sayso.lexicon.loader import LexiconError


@pytest.mark.parametrize("name", names())
def test_each_list_has_a_source_and_something_in_it(name: str) -> None:
    raw = tomllib.loads((resources.files("sayso.lexicon") / f"{name}.toml").read_text(encoding="utf-8"))
    assert len(raw["source"]) > 10, "where the words come from, in words"
    assert load(name)


def test_the_digest_names_the_lists_as_they_are() -> None:
    assert len(digest()) == 64
    assert digest() == digest()


def test_a_list_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("no such list")


def test_a_list_without_a_source_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.lexicon.loader._bytes", lambda _: b"words = ['a']")
    load.cache_clear()
    with pytest.raises(LexiconError, match="source"):
        load("unsourced")
    load.cache_clear()


def test_alternatives_take_the_longest_first_and_any_blanks() -> None:
    import re

    found = re.search(alternatives(["said", "said to be"]), "he is said  to\nbe there")
    assert found
    assert found[0] == "said  to\nbe"
