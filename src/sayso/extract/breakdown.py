"""Parts of a counted whole: "15 people, including eight children", "nine of them children", "mostly civilians"."""

from collections.abc import Container
from dataclasses import dataclass, replace

from sayso.extract.linking import chain_right, first_party
from sayso.extract.parties import UNSTATED, Party
from sayso.extract.stretches import Stretch, listed
from sayso.record import Group


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole: its number is the party's, its group may stand apart ("two of them children")."""

    party: Party
    group: Group


_BEFORE_PART = frozenset(("some", "many", "also", "reportedly", "at", "large", "number", "members"))
PLAIN_MARKERS = frozenset(("among", "most", "of them", "of whom", "of which", "the majority", "a majority"))


def whole_before(s: Stretch, n: int, last: list[Party], linked: Container[int]) -> Party | None:
    """The whole that a breakdown beginning at n is of: the party right before it, else the one linked last, else the
    nearest number before it in the clause.
    """
    party = s.begins(n)
    if not (s.cut[n].marker or (party is not None and party.partitive)):
        return None
    before = s.over(n - 1, -1, listed("adverbs") | listed("quotes") | {",", "-", "–", "—", "(", "with"})
    near = s.at.get(before)
    if near is not None and near is not party and near.last == before:
        return near
    for k in range(n - 1, max(-1, n - 14), -1):
        found = s.at.get(k)
        if s.harm(k) is not None or (found is not None and found.first in linked):
            break
        if found is not None and found.numbered and found is not party:
            return found
    return last[-1] if last else None


def parts(s: Stretch, n: int, whole: Party, governed: bool) -> list[Part]:
    """The parts named from n on. `governed`: the whole has its harm already, so a new subject is no part of it."""
    party = s.begins(n)
    if party is not None and party.partitive:
        return [Part(party, party.group)] if party.group is not None and party.harm is None else []
    if s.cut[n].word in PLAIN_MARKERS:
        after = s.begins(s.over(n + 1, 1, listed("be")))
        if after is None or after.group is None or not (after.numbered or (n > 0 and s.word(n) == "most")):
            return []
    at = s.over(n + 1, 1, listed("be") | listed("before_number") | _BEFORE_PART)
    first = first_party(s, at)
    if first is None:
        return []
    chain = chain_right(s, first, stop_at_subjects=governed, wide=False)
    beside = whole.last == n - 1 and s.word(n).startswith("includ")
    return [part for p in chain if (p.group is not None or beside) and _fits(p, whole) for part in _by_group(p, whole)]


def _by_group(party: Party, whole: Party) -> list[Part]:
    """One number over two groups says the number of neither: two parts without a number."""
    if party.group is None:
        return [Part(party, whole.group or "people")]
    if party.second is None or party.second == party.group:
        return [Part(party, party.group)]
    bare = replace(party, count=UNSTATED)
    return [Part(bare, party.group), Part(bare, party.second)]


def _fits(part: Party, whole: Party) -> bool:
    """A part is never surely larger than its whole."""
    return not (part.count.low is not None and whole.count.high is not None and part.count.low > whole.count.high)


def among(s: Stretch, n: int) -> tuple[list[Party], Party, int] | None:
    """ "Two medics were among the 12 killed", "Among the dead were two medics": (wholes, member, harm word), or None.

    The member is the last of those named before, or the first of those named after.
    """
    if s.cut[n].word not in ("among", "among those", "among whom"):
        return None
    near = range(n + 1, min(n + 9, len(s.cut)))
    harm = next((k for k in near if s.harm(k) is not None or s.word(k) in listed("toll_words")), None)
    if harm is None:
        return None
    within = {s.at[k].first: s.at[k] for k in range(n + 1, harm + 1) if k in s.at}
    wholes = [p for p in within.values() if p.numbered]
    lead = s.over(n - 1, -1, listed("be") | listed("adverbs"))
    before = s.at.get(lead)
    nominal = s.word(harm - 1) in ("the", "those") or s.word(n) == "among those" or bool(wholes) or s.harm(harm) is None
    with_them = before is not None and s.word(before.first - 1) == "with"
    if before is not None and before.last == lead and nominal and (lead < n - 1 or before.numbered or with_them):
        return wholes, before, harm
    after = next((k for k in range(harm + 1, min(harm + 8, len(s.cut))) if s.word(k) in listed("be")), None)
    if after is not None and nominal:
        first = s.begins(s.over(after + 1, 1, listed("adverbs") | listed("before_number")))
        if first is not None:
            return wholes, first, harm
    return None


def of_the_hurt(s: Stretch, n: int) -> list[Party]:
    """ "most of the dead were children": the groups named, where n is the harm word and no number stands before it."""
    if s.harm(n) is None or n in s.at or s.word(n - 1) not in ("the", "those") or s.word(n + 1) not in listed("be"):
        return []
    first = s.begins(n + 2)
    return chain_right(s, first, stop_at_subjects=False) if first is not None and not first.numbered else []


def summed(chain: list[Party]) -> bool:
    """Whether the first of the chain is the whole of the rest: "three civilians, two women and a man"."""
    whole, rest = chain[0].count, [party.count for party in chain[1:]]
    exact = whole.form == "exact" and all(count.form == "exact" for count in rest)
    return exact and bool(rest) and whole.low == sum(count.low or 0 for count in rest)


def included(s: Stretch, n: int) -> bool:
    """Whether "included" at n follows "the dead" or "the victims"."""
    return s.word(n) in ("included", "include", "includes") and (
        s.word(n - 1) == "victims" or (s.harm(n - 1) is not None and s.word(n - 2) in ("the", "those"))
    )
