"""Noun phrases of persons in a stretch: a number, a determiner or nothing, and the noun that says who they are."""

import functools
from dataclasses import dataclass, replace

from sayso.extract.heads import of_group, of_phrase, phrase_words, split, stops
from sayso.extract.pieces import Piece
from sayso.lexicon import load
from sayso.record import Count, Group

REACH = 10
"""Pieces looked at to find the noun of a number: "45 Islamic State group militants"."""
UNSTATED = Count(None, None, "unstated")
ONE = Count(1, 1, "exact")


@dataclass(frozen=True, slots=True)
class Party:
    """Persons named in pieces `first`..`last` (both included).

    `start`..`end` is the span of the number and its modifier, or of the phrase where it has no number.
    `group` is None where no noun says who ("58 were killed"); `others` marks "seven others", "dozens more";
    `partitive` marks "two of them"; `harm` is the piece of a harm word inside ("eight injured people");
    `second` is a further group under the same number ("dozens of women and children"); `loose` marks a number whose
    noun is not known to be of persons: it counts only where the place leaves no doubt, after "death toll".
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
    second: Group | None = None
    loose: bool = False

    @property
    def numbered(self) -> bool:
        """Whether a number is said."""
        return self.count.low is not None or self.count.high is not None


@functools.cache
def _harm_list(key: str) -> frozenset[str]:
    return frozenset(load("harms")["words"][key])


def parties(cut: list[Piece]) -> list[Party]:
    """All phrases of persons, left to right, none overlapping."""
    found: list[Party] = []
    n = 0
    while n < len(cut):
        party = _party(cut, n, found[-1] if found else None)
        if party is None:
            n += 1
        else:
            found.append(party)
            n = party.last + 1
    return found


def _party(cut: list[Piece], n: int, before: Party | None) -> Party | None:
    piece = cut[n]
    if piece.number is not None:
        party = _numbered(cut, n)
        return _with_noun(cut, _with_second(cut, party)) if party else None
    if piece.word in phrase_words("determiners"):
        return _single(cut, n)
    if piece.group is None:
        return None
    if piece.group.many:
        last, group = of_phrase(cut, n, piece.group.group)
        return Party(n, last, piece.start, cut[last].end, UNSTATED, group, others=piece.word == "others")
    if _bare_single(cut, n, before):
        return Party(n, n, piece.start, piece.end, ONE, piece.group.group)
    return None


def _bare_single(cut: list[Piece], n: int, before: Party | None) -> bool:
    """One person with no determiner: in a list ("a man, woman and child") or first in a headline ("Child killed")."""
    after = cut[n + 1] if n + 1 < len(cut) else None
    if after is not None and after.plain and _noun_like(after):
        return False
    if n == 0 and after is not None and after.harm is not None:
        return True
    if _headline(cut, n):
        return True
    if before is None or before.count != ONE:
        return False
    between = cut[before.last + 1 : n]
    joins = [piece.word in _harm_list("joins") for piece in between]
    light = all(join or (p.plain and not stops(p)) for p, join in zip(between, joins, strict=True))
    return len(between) <= 3 and light and (any(joins) or not between)


def _headline(cut: list[Piece], n: int) -> bool:
    """ "Child killed 20 people injured": one person, since the next number has a harm of its own."""
    if n + 2 >= len(cut) or not _hurts(cut[n + 1]) or cut[n + 2].number is None:
        return False
    return any(_hurts(cut[k]) for k in range(n + 3, min(n + 6, len(cut))))


def _hurts(piece: Piece) -> bool:
    return piece.harm is not None and "both" in piece.harm.roles


def _single(cut: list[Piece], n: int) -> Party | None:
    """ "a woman", "another militant", "his wife", "the injured policeman": one person, or None."""
    harm: int | None = None
    for m in range(n + 1, min(n + 7, len(cut))):
        piece = cut[m]
        after = cut[m + 1] if m + 1 < len(cut) else None
        if piece.harm is not None and piece.harm.roles & {"both", "state"}:
            harm = m
        elif piece.group is not None:
            if piece.group.many:
                return None
            if after is not None and (after.group is not None or (after.plain and _noun_like(after))):
                continue
            if _counted(cut, m + 1):
                return None
            last, group = of_phrase(cut, m, piece.group.group)
            end = cut[n].end if cut[n].word in phrase_words("ones") else piece.end
            return Party(n, last, cut[n].start, end, ONE, group, harm=harm)
        elif not piece.plain or stops(piece):
            return None
    return None


def _noun_like(piece: Piece) -> bool:
    """Whether a plain word after a noun of persons makes that noun a mere describer ("terrorist attack")."""
    word = piece.word
    return word[0].isalpha() and not piece.capital and not stops(piece) and not word.endswith(("ing", "ed", "ly"))


@dataclass(slots=True)
class _Reading:
    """What has been read of a phrase after its number."""

    head: int | None = None
    harm: int | None = None
    others: bool = False
    stray: bool = False
    partitive: bool = False
    of_name: Group | None = None


def _numbered(cut: list[Piece], n: int) -> Party | None:
    number = cut[n].number
    assert number is not None  # the caller looked
    reading = _Reading()
    m = _of(cut, n, reading)
    if m < len(cut) and reading.partitive and cut[m].word in ("them", "whom", "of them", "of whom", "of which"):
        return Party(n, m, number.mention.start, number.mention.end, number.count, None, partitive=True)
    while m < len(cut) and m <= n + REACH:
        step = _read_on(cut, n, m, reading)
        if not step:
            break
        m += step
    group: Group | None = reading.of_name
    last = max(m - 1, n)
    if reading.head is not None:
        found = cut[reading.head].group
        assert found is not None  # a head is a noun of persons
        last, group = of_phrase(cut, reading.head, found.group)
        last = max(last, reading.harm or 0)
    unknown = reading.head is None and group is None and (reading.stray or _hanging(cut, n, reading))
    loose = unknown and not _counted(cut, m) and not _demonym(cut, n, m)
    return Party(
        n, n if loose else last, number.mention.start, number.mention.end, number.count, group, reading.others,
        reading.partitive, reading.harm, loose=loose,
    )  # fmt: skip


def _of(cut: list[Piece], n: int, reading: _Reading) -> int:
    """Read "of" after the number: "dozens of rebels", "two of his sons", "five of the injured", "two of them"."""
    m = n + 1
    if m < len(cut) and cut[m].word in ("of them", "of whom", "of which"):
        reading.partitive = True
        return m
    if m < len(cut) and cut[m].word == "of":
        m += 1
        while m < len(cut) and cut[m].word in _harm_list("possessives") | {
            "the",
            "those",
            "these",
            "all",
            "them",
            "whom",
        }:
            reading.partitive = True
            if cut[m].word in ("them", "whom"):
                return m
            m += 1
        if reading.partitive and m < len(cut) and cut[m].number is not None:
            return m + 1
        if m < len(cut) and cut[m].plain and cut[m].capital:
            reading.of_name = next((of_group()[w] for w in split(cut[m].word) if w in of_group()), None)
    return m


def _read_on(cut: list[Piece], n: int, m: int, reading: _Reading) -> int:
    """Take the piece at m into the phrase; the number of pieces taken, 0 at its end."""
    piece = cut[m]
    if piece.word in phrase_words("others"):
        reading.others = True
        if piece.group is not None and reading.head is None:
            reading.head = m
        return 1
    if piece.harm is not None:
        if not _attributive(cut, m):
            return 0
        reading.harm = m
        return 1
    if piece.group is not None:
        known = cut[reading.head].group if reading.head is not None else None
        if known is not None and known.many and piece.group.many and known.group != piece.group.group:
            return 0
        reading.head = m
        return 1
    if piece.word in _harm_list("quotes") and m + 1 < len(cut) and reading.head is None:
        return 1 if cut[m + 1].group is not None else 0
    if piece.word == "(":
        return next((k for k in range(1, 6) if m + k + 1 < len(cut) and cut[m + k].word == ")"), -1) + 1
    if piece.word == "and" and reading.head is None and 0 < m < len(cut) - 2:
        described = cut[m - 1].plain and cut[m - 1].capital and cut[m + 1].plain and cut[m + 1].capital
        return 1 if described and m > n + 1 and cut[m + 2].group is not None else 0
    if piece.number is not None or piece.marker or stops(piece) or piece.word[0].isdigit():
        return 0
    if reading.head is not None:
        return 1 if _describes(cut, m) else 0
    if m == n + 1 and piece.word.endswith("ing") and not piece.capital:
        return 0
    reading.stray = True
    return 1


def _hanging(cut: list[Piece], n: int, reading: _Reading) -> bool:
    """Whether "of" follows the number and no noun of persons follows that: "dozens of burned-out cars"."""
    return n + 1 < len(cut) and cut[n + 1].word == "of" and not reading.partitive


def _counted(cut: list[Piece], m: int) -> bool:
    harm = cut[m].harm if m < len(cut) else None
    return harm is not None and "counted" in harm.roles


def _attributive(cut: list[Piece], m: int) -> bool:
    """Whether a harm word describes a noun of persons that follows, or is itself the noun after "of the"."""
    harm = cut[m].harm
    assert harm is not None  # the caller looked
    if not harm.roles & {"both", "state"}:
        return False
    if cut[m - 1].word in ("the", "those"):
        return True
    for k in range(m + 1, min(m + 4, len(cut))):
        if cut[k].group is not None:
            return cut[k].word != "others"
        if not cut[k].plain or stops(cut[k]):
            return False
    return False


def _describes(cut: list[Piece], m: int) -> bool:
    """Whether the noun of the phrase is still to come: "18 government troops" after "government"."""
    for k in range(m, min(m + 4, len(cut))):
        if cut[k].group is not None:
            return True
        if not cut[k].plain or stops(cut[k]):
            return False
    return False


def _demonym(cut: list[Piece], n: int, m: int) -> bool:
    """Whether the word after the number is one name in the plural that may be of persons ("12 Ruritanians")."""
    name = cut[n + 1]
    return m == n + 2 and name.capital and len(name.word) > 5 and name.word.endswith(("ans", "is", "ites", "ese"))


def _with_second(cut: list[Piece], party: Party) -> Party:
    """One number over two groups: "dozens of fighters and prisoners" are people, "soldiers and rebels" fighters."""
    m = party.last + 1
    if party.loose or party.group is None or party.others or party.partitive:
        return party
    if m + 1 >= len(cut) or cut[m].word not in ("and", "or", "&"):
        return party
    for k in range(m + 1, min(m + 4, len(cut))):
        second = cut[k].group
        if second is not None:
            soft = party.count.form == "vague" or cut[party.first + 1].word == "of"
            if not second.many or cut[k].word == "others" or (not soft and _predicate(cut, k + 1)):
                return party
            named = party.group == "people" and cut[party.last].word in ("members", "elements")
            return replace(party, last=k, second=second.group, group=second.group if named else party.group)
        if not cut[k].plain or stops(cut[k]):
            return party
    return party


def _predicate(cut: list[Piece], n: int) -> bool:
    if n >= len(cut):
        return False
    harm = cut[n].harm
    hurt = harm is not None and bool(harm.roles & {"both", "subject", "state"})
    return hurt or cut[n].word in _harm_list("be") | _harm_list("have")


def _with_noun(cut: list[Piece], party: Party) -> Party:
    """ "two of them (were) children": the group stands after."""
    if not party.partitive and party.group is not None:
        return party
    if party.loose or not (party.partitive or cut[party.first - 1].word in ("of which", "of whom")):
        return party
    m = party.last + 1
    linked = m < len(cut) and cut[m].word in _harm_list("be")
    m += 1 if linked else 0
    m += 1 if m < len(cut) and cut[m].word in ("a", "an") else 0
    noun = cut[m].group if m < len(cut) else None
    if noun is not None and (party.harm is None or linked):
        return replace(party, last=m, group=noun.group)
    return party
