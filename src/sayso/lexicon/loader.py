"""Load a word list by name. Files open at first use, never at import."""

import functools
import hashlib
import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import Any


class LexiconError(ValueError):
    """A word list that breaks the form; the message names the file and what to mend."""


def names() -> tuple[str, ...]:
    """The names of all word lists, sorted."""
    files = resources.files("sayso.lexicon").iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


def _bytes(name: str) -> bytes:
    return (resources.files("sayso.lexicon") / f"{name}.toml").read_bytes()


@functools.cache
def load(name: str) -> dict[str, Any]:
    """The tables of one word list, without its `source` line. Treat the result as read-only.

    Raises LexiconError if the list does not say where it comes from.
    """
    table = tomllib.loads(_bytes(name).decode("utf-8"))
    if not str(table.pop("source", "")).strip():
        raise LexiconError(f"lexicon/{name}.toml has no source line; add source = \"where the words come from\"")
    return table


@functools.cache
def digest() -> str:
    """SHA-256 over all word lists, part of a run's identity."""
    whole = hashlib.sha256()
    for name in names():
        whole.update(name.encode("utf-8") + b"\0" + hashlib.sha256(_bytes(name)).digest())
    return whole.hexdigest()


def alternatives(phrases: Iterable[str]) -> str:
    """A regex alternation that matches any of the phrases, longest first, blanks as any single run of blanks.

    Wrapped in a non-capturing group and safe for linear matching: literals only.
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(r"\s{1,3}".join(map(re.escape, phrase.split())) for phrase in ordered) + ")"
