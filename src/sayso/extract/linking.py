"""Which persons belong to which word of harm: subjects before it, objects after it, by place in the clause.

A number is never given to a harm word for being near: it must stand where that word takes the hurt (subject of a
passive, object of an active verb, noun after "of", number before "deaths"). Where no place fits there is no link.
"""

import functools
from dataclasses import dataclass, field

from sayso.extract.parties import Party, parties
from sayso.extract.pieces import HarmWord, Piece
from sayso.lexicon import load

REACH = 30
"""Pieces looked back over from a verb to its subject."""
TOLL_REACH = 28
"""Pieces looked ahead over from "death toll" to its number: "the toll from the raids on the two towns rose to 86"."""


@functools.cache
def listed(key: str) -> frozenset[str]:
    """A word class of the harm lexicon."""
    return frozenset(load("harms")["words"][key])


@dataclass(slots=True)
class Stretch:
    """The pieces of one stretch and the persons in them, with the persons found by their pieces."""

    cut: list[Piece]
    people: list[Party] = field(default_factory=list)
    at: dict[int, Party] = field(default_factory=dict)
    loose: dict[int, Party] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found = parties(self.cut)
        self.loose = {party.first: party for party in found if party.loose}
        self.people = [party for party in found if not party.loose]
        self.at = {n: party for party in self.people for n in range(party.first, party.last + 1)}

    def word(self, n: int) -> str:
        """The word at n, or "" outside."""
        return self.cut[n].word if 0 <= n < len(self.cut) else ""

    def harm(self, n: int) -> HarmWord | None:
        """The harm word at n, or None."""
        return self.cut[n].harm if 0 <= n < len(self.cut) else None

    def over(self, n: int, step: int, skip: frozenset[str], most: int = 5) -> int:
        """The first place from n on, in this direction, that holds none of these words."""
        for _ in range(most):
            if self.word(n) not in skip or n in self.at:
                break
            n += step
        return n

    def begins(self, n: int) -> Party | None:
        """The party that begins at n, or None."""
        party = self.at.get(n)
        return party if party is not None and party.first == n else None


def is_subject(s: Stretch, party: Party) -> bool:
    """Whether a predicate of harm follows the party: "12 wounded", "49 people were injured"."""
    n = s.over(party.last + 1, 1, listed("adverbs"))
    helped = s.word(n) in listed("be") | listed("have")
    if helped:
        n = s.over(n + 1, 1, listed("adverbs") | listed("be"))
    harm = s.harm(n)
    if harm is None or n in s.at:
        return False
    if helped:
        return bool(harm.roles & {"both", "state", "subject"})
    return bool(harm.roles & {"both", "state", "subject"}) and (
        harm.kind in ("killed", "injured") and object_of(s, n, chained=False) is None
    )


def object_of(s: Stretch, h: int, chained: bool = True) -> Party | None:
    """The party that stands as object right after the harm word, over "also", "on Monday" and describing words."""
    n = h + 1
    if chained and s.word(n) in ("and", "or", "/", "&") and s.harm(n + 1) is not None:
        return object_of(s, n + 1)
    if s.word(n) in ("of", "to", "among", "against") and s.harm(h) and "act" in _roles(s, h):
        n += 1
    n = s.over(n, 1, (listed("adverbs") - {"to"}) | listed("quotes") | {"the"}, 3)
    numbered = s.begins(s.over(n, 1, listed("before_number"), 3))
    if numbered is not None and numbered.numbered:
        return numbered
    for m in range(n, n + 4):
        party = s.begins(m)
        if party is not None:
            return party if m == n or not party.numbered else None
        if not (m < len(s.cut) and s.cut[m].plain and s.word(m).isalpha() and s.word(m) not in _closed()):
            return None
    return None


@functools.cache
def _closed() -> frozenset[str]:
    words = load("groups")["phrase"]["stops"]
    return frozenset(words) - {"the", "some", "many", "both", "all", "more"}


def _roles(s: Stretch, h: int) -> frozenset[str]:
    harm = s.harm(h)
    return frozenset(harm.roles) if harm else frozenset()


def voice(s: Stretch, h: int) -> str:
    """Where the hurt of the harm word at h stands: "left", "right", "near" (right before it), "toll", or "" for nowhere."""
    roles = _roles(s, h)
    if "toll" in roles or _number_of(s, h):
        return "toll"
    if s.word(h) == "left" and (s.at.get(h - 1) is None or object_of(s, h) is not None or any(s.harm(k) for k in range(h + 1, h + 9))):
        return ""
    party = s.at.get(h)
    if party is not None:
        return ""
    if "counted" in roles and h - 1 in s.at and s.at[h - 1].numbered:
        return "near"
    if "act" in roles and s.word(h + 1) in ("of", "to", "among", "against"):
        return "right"
    if "both" in roles:
        return _voice_of_both(s, h)
    if "active" in roles:
        return "right"
    if roles & {"subject", "state"}:
        if paired(s, h):
            return "paired"
        return "" if s.word(h - 1) in ("the", "those") else "left"
    return ""


def _number_of(s: Stretch, h: int) -> bool:
    """ "the number of people killed in the raid", "the number of dead": the number follows as it does a toll."""
    for n in range(h - 1, max(-1, h - 8), -1):
        if s.word(n) in listed("toll_nouns"):
            return s.word(n - 1) not in ("a", "large", "high") and (s.word(n + 1) in ("of", "who") or n == h - 1)
        if s.cut[n].number is not None or (s.harm(n) is not None):
            return False
    return False


def _voice_of_both(s: Stretch, h: int) -> str:
    """Past form or participle: the words before it tell, else what stands beside it."""
    before = s.over(h - 1, -1, listed("adverbs"))
    if s.word(before) in listed("be"):
        return "left"
    if s.word(before) in listed("have"):
        return "right"
    if s.word(h - 1) in ("the", "those") and object_of(s, h) is None:
        return ""
    if paired(s, h):
        return "paired"
    after = object_of(s, h)
    beside = s.at.get(before)
    if after is not None and not (beside is not None and is_subject(s, after)):
        return "right"
    return "left"


def paired(s: Stretch, h: int) -> bool:
    """Whether the harm word shares the hurt of the one before it: "dozens killed and wounded"."""
    joined = s.word(h - 1) in ("and", "or", "/", "&") and s.harm(h - 2) is not None and h - 2 not in s.at
    return joined and object_of(s, h, False) is None


def objects(s: Stretch, h: int) -> list[Party]:
    """The parties joined as object of the harm word at h."""
    first = object_of(s, h)
    return chain_right(s, first, stop_at_subjects=True) if first else []


def chain_right(s: Stretch, first: Party, stop_at_subjects: bool, wide: bool = True) -> list[Party]:
    """A party and those joined to it on its right: "eight children and two women", "51 children 28 women"."""
    chain = [first]
    while True:
        n = chain[-1].last + 1
        after = s.over(n, 1, listed("joins") | listed("possessives") | (listed("wider_joins") if wide else frozenset()), 3)
        if after > n:
            after = s.over(after, 1, listed("before_number") - {"of"}, 2)
        party = s.begins(after)
        if party is None or (after == n and not (party.numbered and chain[-1].numbered)):
            return chain
        if party.partitive or party.harm is not None or (stop_at_subjects and is_subject(s, party)):
            return chain
        chain.append(party)


def chain_left(s: Stretch, last: Party) -> list[Party]:
    """A party and those joined to it on its left, in order of the text."""
    chain = [last]
    while True:
        n = chain[0].first - 1
        before = s.over(n, -1, listed("joins") | listed("wider_joins") | listed("possessives") | {"another"}, 3)
        party = s.at.get(before)
        if party is None or party.last != before or (before == n and not (party.numbered and chain[0].numbered)):
            return chain
        chain.insert(0, party)


def alongside(s: Stretch, h: int) -> list[Party]:
    """Persons added to the subject after the verb: "22 children were killed along with six teachers"."""
    for n in range(h + 1, min(h + 16, len(s.cut))):
        if s.word(n) in listed("alongside"):
            first = s.begins(s.over(n + 1, 1, listed("before_number")))
            return chain_right(s, first, stop_at_subjects=True) if first and first.numbered and not is_subject(s, first) else []
        if s.harm(n) is not None or s.word(n) in (";", ":") or s.cut[n].number is not None:
            break
    return []


def subject_of(s: Stretch, h: int, taken: set[int]) -> Party | None:
    """The nearest party before the harm word at h that can be its subject. `taken` are objects of other words."""
    n = s.over(h - 1, -1, listed("adverbs") | listed("be") | listed("have") | {"who", "that", "whom", "which"}, 8)
    helped = any(s.word(k) in listed("be") | listed("have") for k in range(n + 1, h))
    near = s.at.get(n)
    if near is not None and near.last == n and (helped or near.first not in taken):
        return near
    floor = max(0, h - REACH)
    while n >= floor:
        party = s.at.get(n)
        if party is not None:
            if party.first in taken:
                return None
            if s.word(party.first - 1) not in listed("prepositions"):
                return party
            n = party.first - 1
            continue
        if s.word(n) in listed("clause_ends") or s.word(n) in (";", ":") or _full_stop(s, n):
            return None
        if s.harm(n) is not None and not (helped and s.word(n - 1) not in listed("be")):
            return None
        n -= 1
    return None


def _full_stop(s: Stretch, n: int) -> bool:
    return s.word(n) in (".", "!", "?") and len(s.word(n - 1)) > 2 and "." not in s.word(n - 1)


def toll_of(s: Stretch, h: int) -> Party | None:
    """The number a toll has come to, over where it comes from: "the toll rose from 58 to 70" gives 70."""
    for n in range(h + 1, min(h + TOLL_REACH, len(s.cut))):
        if s.word(n) in (";", ":") or _full_stop(s, n):
            break
        party = s.begins(n) or s.loose.get(n)
        if party is not None and party.numbered and not _of_other_harm(s, party, h):
            lead = s.word(n - 1)
            if lead in _TOLL_LEADS or n == h + 1 or (lead in (",", "high", "many", ":") and n <= h + 6):
                return party
        if s.harm(n) is not None and n > h + 6 and n not in s.at:
            break
    return None


def _of_other_harm(s: Stretch, party: Party, h: int) -> bool:
    """Whether the number is itself the subject of a harm other than the toll's ("and 115 wounded")."""
    inside = s.harm(party.harm) if party.harm is not None else None
    after = s.harm(s.over(party.last + 1, 1, listed("be")))
    toll = s.harm(h)
    return any(harm is not None and toll is not None and harm.kind != toll.kind for harm in (inside, after))


_TOLL_LEADS = frozenset((
    "of", "at", "to", "reached", "hit", "is", "was", "exceeded", "passed", "now", "reaches", "reaching", "topped", "as",
    "stands", "stood", "become", "exceeds", "became", "surpassed", "being", "totaled",
    "totalled", "than", "surpasses", "surpassing", "exceeding", "passing",
))  # fmt: skip


def blocked(s: Stretch, h: int) -> bool:
    """Whether the harm is negated, only possible, or only wished for."""
    roles = _roles(s, h)
    harm = s.harm(h)
    back = [s.word(n) for n in range(max(0, h - 5), h)]
    near = back[-3:]
    if any(word in listed("negations") | listed("saved") for word in near) or "no one" in " ".join(near):
        return True
    if harm is not None and harm.kind in ("killed", "injured"):
        possible = any(word in listed("possible") for word in back[-3:]) and "have" not in back[-3:]
        if possible and ("active" in roles or "subject" in roles or "be" in back[-2:]):
            return True
    wished = bool(back) and back[-1] == "to" and any(word in listed("wished") for word in back)
    return wished and "active" in roles
