"""Every word list says where it comes from, and loads."""

import tomllib
from importlib import resources
from pathlib import Path

import pytest

from sayso.lexicon import alternatives, digest, load, names
from sayso.lexicon.loader import LexiconError


@pytest.mark.parametrize("name", names())
def test_each_list_has_a_source_and_something_in_it(name: str) -> None:
    raw = tomllib.loads((resources.files("sayso.lexicon") / f"{name}.toml").read_text(encoding="utf-8"))
    assert len(raw["source"]) > 10, "where the words come from, in words"
    assert load(name)


SOURCE = Path(__file__).parents[2] / "src/sayso"
KEYED_BY_WHAT_IS_READ = {"calendar", "events", "groups", "harms", "languages", "quantities", "weapons"}
"""Lists whose tables are named by what a text or the record gives (an event type, a group, a number word)."""


@pytest.mark.parametrize("name", sorted(set(names()) - KEYED_BY_WHAT_IS_READ))
def test_every_table_of_a_list_is_read_somewhere(name: str) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("*/*.py"))
    inner = [key for table in load(name).values() if isinstance(table, dict) for key in table]
    assert [key for key in (*load(name), *inner) if f'"{key}"' not in code and f"'{key}'" not in code] == []


def test_the_digest_changes_with_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest()
    assert len(before) == 64
    digest.cache_clear()
    monkeypatch.setattr("sayso.lexicon.loader._bytes", lambda name: f"words = ['{name}']".encode())
    assert digest() != before
    digest.cache_clear()


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
