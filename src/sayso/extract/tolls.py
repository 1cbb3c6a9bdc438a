"""Tolls: "the death toll rose from 58 to 70", "the number of people killed has reached 21"."""

from sayso.extract.parties import Party
from sayso.extract.stretches import Stretch, full_stop, listed

REACH = 28
"""Pieces looked ahead over from "death toll" to its number: "the toll from the raids on the two towns rose to 86"."""
_LEADS = frozenset((
    "of", "at", "to", "reached", "hit", "is", "was", "exceeded", "passed", "now", "reaches", "reaching", "topped", "as",
    "stands", "stood", "become", "exceeds", "became", "surpassed", "being", "totaled",
    "totalled", "than", "reach", "reaching", "hits", "exceeding", "passing",
))  # fmt: skip


def after_number_of(s: Stretch, h: int) -> bool:
    """ "the number of people killed in the raid", "the number of dead": the number follows as it does a toll."""
    for n in range(h - 1, max(-1, h - 8), -1):
        if s.word(n) in listed("toll_nouns"):
            return s.word(n - 1) not in ("a", "large", "high") and (s.word(n + 1) in ("of", "who") or n == h - 1)
        if s.cut[n].number is not None or (s.harm(n) is not None):
            return False
    return False


def toll_of(s: Stretch, h: int) -> Party | None:
    """The number a toll has come to, over where it comes from: "the toll rose from 58 to 70" gives 70."""
    for n in range(h + 1, min(h + REACH, len(s.cut))):
        if s.word(n) in (";", ":") or full_stop(s, n):
            break
        party = s.begins(n) or s.loose.get(n)
        if party is not None and party.numbered and not _of_other_harm(s, party, h):
            lead = s.word(n - 1)
            told = lead in _LEADS or n == h + 1 or s.word(n).startswith(("surpass", "exceed", "top"))
            if told or (lead in (",", "high", "many", ":") and n <= h + 6):
                return party
        if s.harm(n) is not None and n > h + 6 and n not in s.at:
            break
    return _toll_before(s, h)


def _toll_before(s: Stretch, h: int) -> Party | None:
    """ "brought to 49 the number killed", "updated to 18 its toll": the number stands before the toll."""
    for n in range(h, max(1, h - 8), -1):
        if s.word(n) in listed("toll_nouns") or n == h:
            party = s.at.get(n - 2) or s.loose.get(n - 2)
            if party is not None and s.word(n - 1) in ("the", "its") and s.word(party.first - 1) == "to":
                return party
    return None


def _of_other_harm(s: Stretch, party: Party, h: int) -> bool:
    """Whether the number is itself the subject of a harm other than the toll's ("and 115 wounded")."""
    inside = s.harm(party.harm) if party.harm is not None else None
    after = s.harm(s.over(party.last + 1, 1, listed("be")))
    toll = s.harm(h)
    return any(harm is not None and toll is not None and harm.kind != toll.kind for harm in (inside, after))
