"""Noun phrases of persons in a stretch: a number, a determiner or nothing, and the noun that says who they are."""

import functools
from dataclasses import dataclass

from sayso.extract.pieces import GROUPS, Piece
from sayso.lexicon import load
from sayso.record import Count, Group

REACH = 9
"""Pieces looked at to find the noun of a number: "45 Islamic State group militants"."""


@dataclass(frozen=True, slots=True)
class Party:
    """Persons named in pieces `first`..`last` (both included).

    `start`..`end` is the span of the number and its modifier, or of the whole phrase where it has no number.
    `group` is None where no noun says who ("58 were killed"); `others` marks "seven others", "dozens more";
    `partitive` marks "two of them"; `harm` is the piece of a harm word inside ("eight injured people").
    """

    first: int
    last: int
    start: int
    end: int
    count: Count
    group: Group | None
    others: bool = False
    partitive: bool = False
    harm: int | None = None

    @property
    def numbered(self) -> bool:
        """Whether a number is said."""
        return self.count.low is not None or self.count.high is not None


@functools.cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("groups")["phrase"][key])


@functools.cache
def _of_group() -> dict[str, Group]:
    table = load("groups")["of_group"]
    return {word: group for group in GROUPS for word in table.get(group, ())}


UNSTATED = Count(None, None, "unstated")
ONE = Count(1, 1, "exact")


def parties(cut: list[Piece]) -> list[Party]:
    """All phrases of persons, left to right, none overlapping. A number of things gives none."""
    found: list[Party] = []
    n = 0
    while n < len(cut):
        party = _party(cut, n)
        if party is None:
            n += 1
        else:
            found.append(party)
            n = party.last + 1
    return found


def _party(cut: list[Piece], n: int) -> Party | None:
    piece = cut[n]
    if piece.number is not None:
        return _numbered(cut, n)
    if piece.word in _words("determiners"):
        single = _single(cut, n)
        if single:
            return single
    if piece.group is not None and piece.group.many:
        last, group = _of_phrase(cut, n, piece.group.group)
        return Party(n, last, piece.start, cut[last].end, UNSTATED, group, others=piece.word == "others")
    return None


def _single(cut: list[Piece], n: int) -> Party | None:
    """ "a woman", "another militant", "his wife": one person, or None."""
    for m in range(n + 1, min(n + 6, len(cut))):
        piece = cut[m]
        if piece.group is not None:
            after = cut[m + 1] if m + 1 < len(cut) else None
            if piece.group.many:
                return None
            if after is not None and (after.group is not None or (after.plain and _noun_like(after))):
                continue
            if cut[n].word in ("the", "this", "that") and piece.group.group in ("fighters", "soldiers") and m > n + 1:
                return None
            number_ends = cut[n].end if cut[n].word in _words("ones") or cut[n].word == "one" else piece.end
            return Party(n, m, cut[n].start, number_ends, ONE, piece.group.group)
        if not piece.plain or piece.word in _words("stops") or not piece.word[0].isalnum():
            return None
    return None


def _noun_like(piece: Piece) -> bool:
    """Whether a plain word after a noun of persons would make that noun a mere describer ("terrorist attack")."""
    word = piece.word
    return word[0].isalpha() and not piece.capital and word not in _words("stops") and not word.endswith(("ing", "ed", "ly"))


def _numbered(cut: list[Piece], n: int) -> Party | None:
    number = cut[n].number
    assert number is not None  # the caller looked
    mention = number.mention
    m, others = n + 1, False
    head: int | None = None
    harm: int | None = None
    stray = partitive = False
    while m < len(cut) and m <= n + REACH:
        piece = cut[m]
        if piece.word == "of" and m == n + 1:
            m, partitive = m + 1, not _soft(cut[n])
            while m < len(cut) and cut[m].word in ("the", "his", "her", "their", "its", "those", "these", "all"):
                m, partitive = m + 1, True
            continue
        if piece.word in ("them", "whom", "which") and partitive:
            return Party(n, m, mention.start, mention.end, number.count, None, partitive=True)
        if piece.word in _words("others"):
            others = True
            if piece.group is not None and head is None:
                head = m
        elif piece.word == "of them" and m == n + 1:
            return Party(n, m, mention.start, mention.end, number.count, None, partitive=True)
        elif piece.harm is not None:
            if not _attributive(cut, m):
                break
            harm = m
        elif piece.group is not None:
            head = m
        elif piece.word == "(" and m + 2 < len(cut) and cut[m + 2].word == ")":
            m += 2
        elif piece.number is not None or piece.marker or piece.word in _words("stops") or not piece.word[0].isalnum():
            break
        elif head is not None and not _describes(cut, m):
            break
        else:
            stray = stray or head is None
        m += 1
    if head is None:
        if harm is not None and not partitive:
            return Party(n, harm, mention.start, mention.end, number.count, None, others, partitive, harm)
        counted = m < len(cut) and cut[m].harm is not None and "counted" in (cut[m].harm.roles if cut[m].harm else ())
        if stray and not counted and not _demonym(cut, n, m):
            return None
        last = m - 1
        return Party(n, max(last, n), mention.start, mention.end, number.count, None, others, partitive, harm)
    found = cut[head].group
    assert found is not None  # a head is a noun of persons
    last, group = _of_phrase(cut, head, found.group)
    return Party(n, last, mention.start, mention.end, number.count, group, others or cut[head].word == "others", partitive, harm)


def _soft(piece: Piece) -> bool:
    return not any(ch.isdigit() for ch in piece.word) and piece.word.endswith("s") or "couple" in piece.word or "pair" in piece.word


def _attributive(cut: list[Piece], m: int) -> bool:
    """Whether a harm word describes a noun of persons that follows, or is itself the noun after "of the"."""
    harm = cut[m].harm
    assert harm is not None  # the caller looked
    after = cut[m + 1] if m + 1 < len(cut) else None
    if harm.roles & {"both", "state"} and after is not None and after.group is not None and after.word != "others":
        return True
    return cut[m - 1].word in ("the", "those") and bool(harm.roles & {"both", "state"})


def _describes(cut: list[Piece], m: int) -> bool:
    """Whether the noun of the phrase is still to come: "18 government troops" after "government"."""
    return any(cut[k].group is not None for k in range(m + 1, min(m + 4, len(cut))) if all(cut[j].plain and cut[j].word not in _words("stops") for j in range(m, k)))


def _demonym(cut: list[Piece], n: int, m: int) -> bool:
    """Whether the words after the number are one name in the plural that may be of persons ("12 Ruritanians")."""
    return m == n + 2 and cut[n + 1].capital and cut[n + 1].word.endswith(("ians", "eans", "ans", "is", "ites", "ese")) and not cut[n + 1].end - cut[n + 1].start < 5


def _of_phrase(cut: list[Piece], head: int, group: Group) -> tuple[int, Group]:
    """The end of the phrase and its group, with "members of the rebel front" read through its "of"."""
    if cut[head].word not in ("members", "member", "elements", "personnel", "staff", "leaders", "men", "people"):
        return head, group
    m = head + 1
    before = [cut[k].word for k in range(max(0, head - 4), head)]
    if cut[head].word in ("members", "member", "staff", "personnel", "elements"):
        for word in reversed(before):
            if word in _of_group():
                group = _of_group()[word]
                break
    if m < len(cut) and cut[m].word == "of":
        for k in range(m + 1, min(m + 8, len(cut))):
            named = cut[k].group.group if cut[k].group else None
            parts = cut[k].word.replace("-", " ").split()
            told = next((_of_group()[p] for p in [cut[k].word, *parts] if p in _of_group()), None)
            if cut[k].word in ("family", "families"):
                return k, "people"
            if told or named:
                return (k, told or named or group) if cut[head].word != "people" else (head, group)
            if cut[k].harm or cut[k].number or cut[k].word in _words("stops") - {"the", "of", "and", "a", "an", "their", "his"}:
                break
    return head, group
