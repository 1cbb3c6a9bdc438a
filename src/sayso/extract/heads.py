"""The noun of a phrase of persons read through its "of": "members of the rebel front" are fighters."""

import functools

from sayso.extract.pieces import GROUPS, Piece
from sayso.lexicon import load
from sayso.record import Group


@functools.cache
def phrase_words(key: str) -> frozenset[str]:
    """A word class of the group lexicon."""
    return frozenset(load("groups")["phrase"][key])


@functools.cache
def of_group() -> dict[str, Group]:
    """Words of the names of armed groups and services, with the group their members are of."""
    table = load("groups")["of_group"]
    return {word: group for group in GROUPS for word in table.get(group, ())}


def stops(piece: Piece) -> bool:
    """Whether a piece ends a noun phrase: a function word, a mark, a phrase of several words."""
    plain = piece.number is None and piece.group is None and piece.harm is None
    return piece.word in phrase_words("stops") or not piece.word[0].isalnum() or (plain and " " in piece.word)


MEMBERS = frozenset(("members", "member", "elements", "personnel", "staff"))
"""Nouns whose group is that of what they are members of."""
NAMED_BEFORE = MEMBERS | {"leaders", "leader"}
"""Nouns whose group a word before them tells: "Front members", "militia leaders"."""
WITH_OF = NAMED_BEFORE | {"men", "militants", "fighters", "soldiers", "people"}
"""Nouns whose "of" phrase belongs to the phrase."""
BEFORE_NAME = frozenset(("the", "a", "an", "their", "his"))
"""Words between "of" and a name that do not end the phrase."""
NAME_WORDS = frozenset(("group", "organization", "organisation", "forces", "rescue"))
"""Lower-case words that go on a name once it has told a group: "members of the Free Army forces"."""


def split(word: str) -> list[str]:
    """The word and its pieces: "al-nusra" is also "nusra"."""
    return [word, *word.replace("-", " ").replace("’", " ").replace("'", " ").split()]


def _told(piece: Piece) -> Group | None:
    """The group that a word of a name tells."""
    if piece.group is not None:
        return piece.group.group
    return next((of_group()[word] for word in split(piece.word) if word in of_group()), None)


def of_phrase(cut: list[Piece], head: int, group: Group) -> tuple[int, Group]:
    """The last piece of the phrase whose noun is at `head`, and its group."""
    noun = cut[head].word
    if noun in NAMED_BEFORE:
        before = [word for k in range(max(0, head - 4), head) if cut[k].plain for word in split(cut[k].word)]
        group = next((of_group()[word] for word in reversed(before) if word in of_group()), group)
    if noun not in WITH_OF or head + 1 >= len(cut) or cut[head + 1].word != "of":
        return head, group
    last, told = _after_of(cut, head)
    if told is None or noun in ("people", "men"):
        return (last, "people") if last > head and told == "people" else (head, group)
    return last, told if noun in MEMBERS else group


def _after_of(cut: list[Piece], head: int) -> tuple[int, Group | None]:
    """The end of the name after "of", and the group it tells."""
    told: Group | None = None
    last = head
    for k in range(head + 2, min(head + 10, len(cut))):
        piece = cut[k]
        if piece.word in ("family", "families"):
            return k, "people"
        here = _told(piece)
        if here is not None:
            told, last = told or here, k
        elif told is not None and piece.plain and (piece.capital or piece.word in NAME_WORDS):
            last = k
        elif told is not None or not piece.plain or (piece.word not in BEFORE_NAME and stops(piece)):
            break
    return last, told
