"""Which persons belong to which word of harm: subjects before it, objects after it, by place in the clause.

A number is never given to a harm word for being near: it must stand where that word takes the hurt (subject of a
passive, object of an active verb, noun after "of", number before "deaths"). Where no place fits there is no link.
"""

import functools
from collections.abc import Callable, Container

from sayso.extract.parties import Party
from sayso.extract.stretches import Stretch, full_stop, listed, over_aside
from sayso.extract.tolls import after_number_of
from sayso.lexicon import load

LONGEST = 12
"""Parties or harm words joined in one list; a longer one is read in pieces, so that no text is slow."""
REACH = 30
"""Pieces looked back over from a verb to its subject."""


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
    for _ in range(LONGEST if chained else 0):
        if s.word(n) not in ("and", "or", "/", "&") or s.harm(n + 1) is None:
            break
        n, h = n + 2, n + 1
    if s.word(n) in ("of", "to", "among", "against") and "act" in _roles(s, h):
        n += 1
    n = s.over(n, 1, (listed("adverbs") - {"to", "as"}) | listed("quotes") | {"the"}, 3)
    numbered = s.begins(s.over(n, 1, listed("before_number"), 3))
    if numbered is not None and numbered.numbered:
        return numbered
    return first_party(s, n)


def _describing(s: Stretch, n: int) -> bool:
    """Whether the piece can stand before a noun of persons: "innocent", "rebel"."""
    if n >= len(s.cut) or s.word(n) in _closed() or not s.word(n).replace("-", "").isalpha():
        return False
    group = s.cut[n].group
    return s.cut[n].plain or (group is not None and not group.many)


def first_party(s: Stretch, n: int) -> Party | None:
    """The party that begins at n, or after at most three words that describe it where it has no number."""
    for m in range(n, n + 4):
        party = s.begins(m)
        if party is not None:
            return party if m == n or not party.numbered else None
        if not _describing(s, m):
            break
    return None


@functools.cache
def _closed() -> frozenset[str]:
    words = load("groups")["phrase"]["stops"]
    return frozenset(words) - {"some", "many", "both", "all", "more"}


def _roles(s: Stretch, h: int) -> frozenset[str]:
    harm = s.harm(h)
    return frozenset(harm.roles) if harm else frozenset()


def voice(s: Stretch, h: int) -> str:
    """Where the hurt of the harm word at h stand: "left", "right", "near" (right before), "paired", "toll" or ""."""
    roles = _roles(s, h)
    if "toll" in roles or after_number_of(s, h):
        return "toll"
    if s.word(h) == "left" and (
        s.at.get(h - 1) is None or object_of(s, h) is not None or any(s.harm(k) for k in range(h + 1, h + 9))
    ):
        return ""
    party = s.at.get(h)
    if party is not None:
        return ""
    if "counted" in roles and h - 1 in s.at and s.cut[s.at[h - 1].first].number is not None:
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
    if after is None and s.over(h + 1, 1, listed("adverbs"), 2) in s.loose:
        return ""
    beside = s.at.get(before)
    if beside is not None and beside.numbered and beside.group is None and after is not None and not after.numbered:
        return "left"
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
    if first is None:
        return []
    chain = chain_right(s, first, stop_at_subjects=True)
    more = _beyond_parts(s, chain[-1])
    return chain + chain_right(s, more, stop_at_subjects=True) if more else chain


def _beyond_parts(s: Stretch, whole: Party) -> Party | None:
    """What is joined to a whole after its parts: "15 civilians including women as well as three fighters"."""
    n = whole.last + 1
    if n >= len(s.cut) or not s.cut[n].marker:
        return None
    part = first_party(s, s.over(n + 1, 1, listed("before_number")))
    if part is None:
        return None
    after = chain_right(s, part, stop_at_subjects=True, wide=False)[-1].last + 1
    if s.word(after) not in listed("alongside"):
        return None
    more = s.begins(s.over(after + 1, 1, listed("before_number")))
    return more if more is not None and more.numbered and not is_subject(s, more) else None


def chain_right(s: Stretch, first: Party, stop_at_subjects: bool, wide: bool = True) -> list[Party]:
    """A party and those joined to it on its right: "eight children and two women", "51 children 28 women"."""
    chain = [first]
    joins = listed("joins") | listed("possessives") | (listed("wider_joins") if wide else frozenset())
    while len(chain) < LONGEST:
        n = chain[-1].last + 1
        after = s.over(n, 1, joins, 3)
        if after > n:
            after = s.over(after, 1, listed("before_number") - {"of"}, 2)
        party = s.begins(after)
        if party is None or (after == n and not (party.numbered and chain[-1].numbered)):
            break
        if party.partitive or party.harm is not None or (stop_at_subjects and is_subject(s, party)):
            break
        chain.append(party)
    return chain


def chain_left(s: Stretch, last: Party, taken: Container[int] = ()) -> list[Party]:
    """A party and those joined to it on its left, in order of the text, up to one that is `taken`."""
    chain = [last]
    joins = listed("joins") | listed("wider_joins") | listed("possessives") | {"another"}
    while len(chain) < LONGEST:
        n = chain[0].first - 1
        before = s.over(n, -1, joins, 3)
        party = s.at.get(before)
        if party is None or party.last != before or party.first in taken:
            break
        if before == n and not (party.numbered and chain[0].numbered):
            break
        chain.insert(0, party)
    return chain


def _share_of(s: Stretch, party: Party) -> bool:
    """Whether only a share of the party is meant: "half of the 2,000 residents were evacuated"."""
    first = s.over(party.first - 1, -1, listed("possessives") | {"the", "those"}, 2)
    return party.numbered and first < party.first - 1 and s.word(first) == "of" and s.harm(first - 1) is None


_AFTER_BARE = frozenset(("in", "of", "from", "at", "near", "on", "who", ",", "-", "including", "among them"))
"""Words after a bare number that is still a subject further on: "six in the town were killed"."""


def alongside(s: Stretch, h: int) -> list[Party]:
    """Persons added to the subject after the verb: "22 children were killed along with six teachers"."""
    for n in range(h + 1, min(h + 16, len(s.cut))):
        if s.word(n) in listed("alongside"):
            first = s.begins(s.over(n + 1, 1, listed("before_number")))
            return (
                chain_right(s, first, stop_at_subjects=True)
                if first and first.numbered and not is_subject(s, first)
                else []
            )
        if s.harm(n) is not None or s.word(n) in (";", ":") or s.cut[n].number is not None:
            break
    return []


def subject_of(s: Stretch, h: int, taken: Callable[[Party], bool]) -> Party | None:
    """The nearest party before the harm word at h that can be its subject. `taken` are objects of other words."""
    n = s.over(h - 1, -1, listed("adverbs") | listed("be") | listed("have") | {"who", "that", "whom", "which"}, 8)
    helped = any(s.word(k) in listed("be") | listed("have") for k in range(n + 1, h))
    n = over_aside(s, n)
    near = s.at.get(n)
    if near is not None and near.last == n and (helped or not taken(near)):
        if helped and _share_of(s, near):
            return None
        if not (s.word(near.first - 1) == "of" and near.first - 2 in s.at):
            return near
        n = near.first - 2
    floor = max(0, h - REACH)
    while n >= floor:
        party = s.at.get(n)
        if party is not None:
            if taken(party):
                return None
            told = party.group is not None or party.others or s.word(party.last + 1) in _AFTER_BARE
            if told and s.word(party.first - 1) not in listed("prepositions"):
                return party
            n = party.first - 1
            continue
        if s.word(n) in ("-", "–", "—"):
            n = over_aside(s, n)
            continue
        if s.word(n) in listed("clause_ends") or s.word(n) in (";", ":") or full_stop(s, n):
            return None
        if s.harm(n) is not None and not (helped and s.word(n - 1) not in listed("be")):
            return None
        n -= 1
    return None


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
    return wished and bool(roles & {"active", "subject"})
