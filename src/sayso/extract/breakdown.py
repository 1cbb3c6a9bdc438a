"""Parts of a counted whole: "15 people, including eight children", "nine of them children", "mostly civilians"."""

from dataclasses import dataclass

from sayso.extract.linking import Stretch, chain_right, listed
from sayso.extract.parties import Party
from sayso.record import Group


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole: its number is the party's, its group may stand apart ("two of them children")."""

    party: Party
    group: Group

    @property
    def part_first(self) -> int:
        """The piece the part begins at."""
        return self.party.first


PLAIN_MARKERS = frozenset(("among", "most", "of them", "of whom", "of which", "the majority", "a majority"))


def all_parts(parts: dict[int, list[Part]]) -> list[Part]:
    """Every part noted so far."""
    return [part for group in parts.values() for part in group]


def whole_of(parts: dict[int, list[Part]], party: Party, s: Stretch) -> Party | None:
    """The whole that this party is a part of, or None."""
    for first, group in parts.items():
        if any(part.party.first == party.first for part in group):
            return s.at[first]
    return None


def whole_before(s: Stretch, n: int, last: list[Party]) -> Party | None:
    """The whole that a breakdown beginning at n is of: the party right before it, else the one linked last."""
    party = s.begins(n)
    if not (s.cut[n].marker or (party is not None and party.partitive)):
        return None
    before = s.over(n - 1, -1, listed("adverbs") | {",", "-", "–", "—", "(", "with"})
    near = s.at.get(before)
    if near is not None and near is not party:
        return near
    return last[-1] if last else None


def parts(s: Stretch, n: int, whole: Party, governed: bool) -> list[Part]:
    """The parts named from n on. `governed`: the whole has its harm already, so a new subject is no part of it."""
    party = s.begins(n)
    if party is not None and party.partitive:
        noun = s.begins(s.over(party.last + 1, 1, listed("be") | {"the"}))
        if noun is None or noun.numbered or noun.group is None:
            return []
        return [Part(party, noun.group)]
    if s.cut[n].word in PLAIN_MARKERS - {"most", "the majority", "a majority"}:
        return []
    at = s.over(n + 1, 1, listed("be") | {"the", "some", "many", "also", "reportedly", "members", "at", "as", "large", "number"} )
    first = s.begins(at)
    if first is None:
        return []
    chain = chain_right(s, first, stop_at_subjects=governed, wide=False)
    if governed and len(chain) == 1 and _own_subject(s, first):
        return []
    return [Part(p, p.group) for p in chain if p.group is not None and _fits(p, whole)]


def _own_subject(s: Stretch, party: Party) -> bool:
    return False


def _fits(part: Party, whole: Party) -> bool:
    """A part is never surely larger than its whole."""
    return not (part.count.low is not None and whole.count.high is not None and part.count.low > whole.count.high)


def among(s: Stretch, n: int) -> tuple[list[Party], list[Party], int] | None:
    """ "Two medics were among the 12 killed", "Among the dead were two medics": (wholes, members, harm word), or None."""
    if s.cut[n].word not in ("among", "among those", "among whom"):
        return None
    harm = next((k for k in range(n + 1, min(n + 9, len(s.cut))) if s.harm(k) is not None), None)
    if harm is None:
        return None
    wholes = [p for p in {s.at[k].first: s.at[k] for k in range(n + 1, harm + 1) if k in s.at}.values() if p.numbered]
    if s.word(n - 1) in listed("be"):
        before = s.at.get(s.over(n - 1, -1, listed("be") | listed("adverbs")))
        if before is None:
            return None
        from sayso.extract.linking import chain_left

        return wholes, chain_left(s, before), harm
    after = s.over(harm + 1, 1, listed("adverbs") | {"in", "the"})
    if s.word(after) in listed("be"):
        first = s.begins(s.over(after + 1, 1, listed("adverbs") | {"the"}))
        if first is not None:
            return wholes, chain_right(s, first, stop_at_subjects=False), harm
    return None
