"""When two names are one name, as the judge of claims sees it. The tables are data: aliases.toml."""

import functools
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SHARED_ENOUGH = 0.5
"""Two names whose words are shared by this fraction are one name (the judge's constant)."""

_ACRONYM = re.compile(r"\b([a-z])\.(?:([a-z])\.)?([a-z])?\.?")
_POSSESSIVE = re.compile(r"'s\b")
_NOT_WORD = re.compile(r"[^a-z0-9 ]")
_ARTICLE = re.compile(r"^(the|a|an) ")


@dataclass(frozen=True, slots=True)
class NameTables:
    """What aliases.toml says: `alias` maps a folded name to its list, the others map or hold single words."""

    alias: dict[str, int]
    nations: dict[str, str]
    sides: dict[str, str]
    generic: frozenset[str]
    empty: frozenset[str]
    telling: tuple[str, ...]
    bodies: frozenset[str]


@functools.cache
def tables() -> NameTables:
    """Read aliases.toml, once."""
    data: dict[str, Any] = tomllib.loads((Path(__file__).parent / "aliases.toml").read_text(encoding="utf-8"))
    nations = {word: key for key, words in data["nations"].items() for word in words}
    return NameTables(
        alias={name: n for n, names in enumerate(data["aliases"]) for name in names},
        nations=nations,
        sides={word: key for key, words in data["sides"].items() for word in words},
        generic=frozenset(nations) | frozenset(data["words"]["generic"]),
        empty=frozenset(data["words"]["empty"]),
        telling=tuple(data["words"]["telling"]),
        bodies=frozenset(data["words"]["bodies"]),
    )


def _undotted(found: re.Match[str]) -> str:
    """"u.s." without its dots; a single letter with a dot stays as it is."""
    return "".join(part for part in found.groups() if part) if "." in found[0][:-1] else found[0]


@functools.lru_cache(maxsize=100_000)
def fold(words: str | None) -> str:
    """The words in lower-case ASCII letters, digits and single blanks, without a leading article or possessive s."""
    plain = unicodedata.normalize("NFKD", (words or "").replace("’", "'")).encode("ascii", "ignore").decode().lower()
    plain = _POSSESSIVE.sub("", _ACRONYM.sub(_undotted, plain))
    return _ARTICLE.sub("", " ".join(_NOT_WORD.sub(" ", plain).split()))


def _set_apart(x: set[str], y: set[str]) -> bool:
    """Whether a word of the one rules the other out: another nation, another side, another army."""
    t = tables()
    for table in (t.nations, t.sides):
        p, q = {table[word] for word in x if word in table}, {table[word] for word in y if word in table}
        if p and q and not p & q:
            return True
    return any((word in x) != (word in y) for word in t.telling) and bool(x & y & t.bodies)


@functools.lru_cache(maxsize=100_000)
def same_name(first: str | None, second: str | None, speaker: bool = False) -> bool:
    """Whether two names are one. For a speaker, sharing only words like "military official" is not enough."""
    a, b = fold(first), fold(second)
    if a == b:
        return True
    if not a or not b:
        return False
    t = tables()
    if a in t.alias and t.alias[a] == t.alias.get(b):
        return True
    x, y = set(a.split()), set(b.split())
    if _set_apart(x, y):
        return False
    x, y = x - t.empty, y - t.empty
    if not x or not y:
        return False
    if speaker and not (x & y) - t.generic:
        return x == y
    return x <= y or y <= x or len(x & y) / len(x | y) >= SHARED_ENOUGH


def same_chain(gold: tuple[str, ...], predicted: tuple[str, ...]) -> bool:
    """Whether two chains of word have the same voices in the same order."""
    return len(gold) == len(predicted) and all(same_name(a, b, True) for a, b in zip(gold, predicted, strict=True))
