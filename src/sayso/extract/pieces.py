"""A stretch of text cut into the pieces casualties are read from: numbers, harm words, nouns of persons, the rest."""

import functools
import re
from dataclasses import dataclass, replace
from typing import Literal, cast

from sayso.extract.quantities import Quantity, quantities
from sayso.lexicon import load
from sayso.record import Group, HarmKind

NAMED_LIKE_WORDS = {"IS": "islamic-state", "US": "united-states"}
"""Names in capitals that read like other words when lowered; left alone where the whole stretch is in capitals."""
Role = Literal["both", "active", "subject", "state", "counted", "act", "toll"]
KINDS: tuple[HarmKind, ...] = ("killed", "injured", "missing", "detained", "displaced", "escaped", "trapped")
GROUPS: tuple[Group, ...] = (
    "people", "civilians", "children", "women", "men", "fighters", "soldiers", "medics", "journalists", "aid workers",
    "prisoners", "elderly",
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class HarmWord:
    """What a word of harm does to whom: `roles` are the places in which the hurt may stand beside it.

    `persons` marks words also said of things ("captured"), which need a noun of persons beside them.
    """

    kind: HarmKind
    roles: frozenset[Role]
    persons: bool


@dataclass(frozen=True, slots=True)
class GroupWord:
    """A noun of persons."""

    group: Group
    many: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: `word` is lower-case with single blanks; at most one of the three readings is set."""

    start: int
    end: int
    word: str
    capital: bool
    number: Quantity | None = None
    harm: HarmWord | None = None
    group: GroupWord | None = None
    marker: bool = False

    @property
    def plain(self) -> bool:
        """Whether the piece is a word with none of the readings."""
        return self.number is None and self.harm is None and self.group is None and not self.marker


@functools.cache
def _harm_words() -> dict[str, HarmWord]:
    table = load("harms")
    words: dict[str, HarmWord] = {}
    for kind in KINDS:
        for key, listed in table[kind].items():
            role, persons = cast(Role, key.removeprefix("persons_")), key.startswith("persons_")
            for phrase in listed:
                known = words.get(phrase)
                if known is None or known.kind == kind:
                    words[phrase] = HarmWord(kind, (known.roles if known else frozenset()) | {role}, persons)
    return words


@functools.cache
def _group_words() -> dict[str, GroupWord]:
    table = load("groups")
    return {
        phrase: GroupWord(group, key == "many")
        for group in GROUPS
        for key in ("one", "many")
        for phrase in table[group][key]
    }


@functools.cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Every listed phrase as its words, under its first word, longest first."""
    words = load("harms")
    listed = {*_harm_words(), *_group_words(), *words["parts"]["markers"], *words["words"]["wider_joins"]}
    under: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(listed):
        parts = tuple(phrase.split())
        under.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in under.items()}


@functools.cache
def _markers() -> frozenset[str]:
    return frozenset(load("harms")["parts"]["markers"])


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """Cut text[start:end]. Numbers win over phrases, phrases over words; linear in the length of the stretch."""
    cut: list[Piece] = []
    at = start
    shouted = text[start:end].isupper()
    for number in quantities(text, start, end):
        cut += _between(text, at, number.mention.start)
        cut.append(_piece(text, number.mention.start, number.mention.end, number))
        at = number.mention.end
    cut += _between(text, at, end)
    return cut if shouted else [_named(piece, text) for piece in cut]


def _named(piece: Piece, text: str) -> Piece:
    word = NAMED_LIKE_WORDS.get(text[piece.start : piece.end])
    return replace(piece, word=word) if word else piece


def _between(text: str, start: int, end: int) -> list[Piece]:
    words = [(found.start(), found.end(), found[0].lower()) for found in _WORD.finditer(text, start, end)]
    phrases = _phrases()
    cut: list[Piece] = []
    n = 0
    while n < len(words):
        length = next((len(p) for p in phrases.get(words[n][2], ()) if _stands(text, words, n, p)), 1)
        cut.append(_piece(text, words[n][0], words[n + length - 1][1]))
        n += length
    return cut


def _stands(text: str, words: list[tuple[int, int, str]], n: int, phrase: tuple[str, ...]) -> bool:
    """Whether the phrase stands at n, its words parted by one to three blanks and nothing else."""
    if n + len(phrase) > len(words) or any(words[n + k][2] != word for k, word in enumerate(phrase)):
        return False
    gaps = (text[words[n + k][1] : words[n + k + 1][0]] for k in range(len(phrase) - 1))
    return all(gap.isspace() and len(gap) <= 3 for gap in gaps)


def _piece(text: str, start: int, end: int, number: Quantity | None = None) -> Piece:
    words = text[start:end]
    word = " ".join(words.lower().split())
    if number is not None:
        return Piece(start, end, word, words[0].isupper(), number=number)
    marker = word in _markers()
    harm = None if marker else _harm_words().get(word)
    group = None if marker or harm else _group_words().get(word)
    return Piece(start, end, word, words[0].isupper(), None, harm, group, marker)
